import type { Language } from '@consultation/shared/languages.ts'
import type { AnswerBody, Capacity, ResponseView } from '@consultation/shared/responses.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'
import { isBlank } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { change, type LoadedConsultation, open as openConsultation } from '../consultations/consultations.ts'
import { addSpeaker, groupsSpokenFor } from '../people/groups.ts'
import { acknowledge, sayPreparing } from '../question-lists/addressees.ts'
import { circulate } from '../question-lists/circulation.ts'
import { type LoadedList, listOf, questionsOf } from '../question-lists/loaded.ts'
import { add } from '../question-lists/question-lists.ts'
import { align, statementsTo } from '../responses/alignment.ts'
import { giveBack, move } from '../responses/clearance.ts'
import { begun, comment, commentsOf, open, save } from '../responses/drafts.ts'
import { presentResponse, responseOf } from '../responses/responses.ts'
import { submit } from '../responses/submission.ts'
import { hashPassword } from '../sign-in/passwords.ts'
import { open as openThread, reply, resolve, threadsOf } from '../threads/threads.ts'
import type { Parts, Work } from '../work.ts'
import { CAST, type CastKey, castPerson, GUESTS, RESPONDENTS, respondentHead } from './cast.ts'
import { CONSULTATION_REFERENCE } from './data/list-texts.ts'
import { seedCast } from './reference.ts'
import { giveOut, sayWhatMatters, speakTo } from './retreat/feedback.ts'
import { codeThemes, officeOf, publishFindings, publishVersion, writeOn } from './retreat/findings.ts'
import { consultationWith, openTracks, outlineReport, planMeasures, putAside, sumUp } from './retreat/results.ts'
import { beginSecondDay, holdFirstDay, prepareRetreat } from './retreat/retreat.ts'
import { GROUP_STATEMENTS } from './sample-answers/group-statements.ts'
import { SAMPLE_CLEARANCE_NOTES, SAMPLE_COMMENTS, SAMPLE_THREADS } from './sample-conversations.ts'
import { deadlineIn, followUpList, reformConsultation, reformList, withLine } from './sample-lists.ts'
import { SAMPLE_RESPONSES, type SampleResponseAnswer } from './sample-responses.ts'
import { seedSessions } from './sample-sessions.ts'
import { type Actor, idOfGroup, Stage } from './stage.ts'

const DAY_MS = 86_400_000

const DATES_MOVED: Record<Language, string> = {
  ar: 'بيان توضيحي: غُيّرت جميع التواريخ كي يمكن استعمال القائمة، والإجابات نصوص نموذجية.',
  zh: '演示说明：为使清单可供使用，所有日期均已调整；答复均为示例文本。',
  en: 'For demonstration: all dates have been moved so that the list can be used, and the answers are sample texts.',
  fr: 'À des fins de démonstration : toutes les dates ont été décalées afin que la liste soit utilisable, et les réponses sont des textes d’exemple.',
  ru: 'Для демонстрации: все даты перенесены, чтобы перечнем можно было пользоваться, а ответы являются образцами текста.',
  es: 'Con fines de demostración: se han desplazado todas las fechas para que la lista pueda utilizarse, y las respuestas son textos de muestra.',
}

/** What was foreseen when the list went out; what came later would give the story away. */
const FORESEEN = ['irt-appointed', 'action-plan', 'letter', 'brainstorming', 'retreat', 'town-hall', 'report']

/** Of those that have no answer of their own, some stand behind a group’s statement. */
const ALIGNED = [
  { iso3: 'NPL', group: 'g77', extent: 'whole', note: '' },
  { iso3: 'PER', group: 'g77', extent: 'with_additions', note: 'Una respuesta nacional está en preparación.' },
  { iso3: 'DMA', group: 'caricom', extent: 'whole', note: '' },
] as const

/** Answered a question at first without its end, and then in full: an amended version to be compared. */
const AMENDED = { iso3: 'IRL', question: 5 }

/**
 * Loads the consultation of 2017 as if everybody had been at work for days, through the same functions as their own clicks:
 * journal, receipts and mails are real. Says whether there was anything to do; one that was cut off goes on where it was.
 */
export async function seedDemo(parts: Parts, ownerUrl: string): Promise<boolean> {
  const heads = [...RESPONDENTS, ...GUESTS].map(respondentHead).filter((head) => !CAST.includes(head))
  await seedCast(ownerUrl, [...CAST, ...heads], onceEach(hashPassword))
  const stage = new Stage(parts)
  const staff = await stage.caller(castPerson('staff'))
  await openTracks(stage, staff, daysLater())
  const consultation = await theConsultation(stage, staff)
  // Saying that the dates were moved is the last thing done: where it is said, everything is there.
  if (consultation.revision > 1) return false
  const list = await theList(stage, staff, consultation)
  await answerAll(stage, list)
  await speakForGroups(stage, staff, list)
  await converse(stage, staff, list)
  await seedSessions(stage, staff, list)
  await consultOnFindings(stage, staff, list)
  if (consultation.lists.length < 2) {
    const addresseeIds = list.addresseeIds
    await stage.does(staff, (w) => add(w, consultation.id, followUpList({ deadline: null, addresseeIds })))
  }
  const { reference, title, track, office, milestones, description } = consultation
  const noted = { reference, title, track, office, milestones, description: withLine(description, DATES_MOVED) }
  await stage.does(staff, (w) => change(w, consultation.id, consultation.revision, noted))
  return true
}

/** The respondents share one password: hashing it for each would take longer than all the rest. */
function onceEach(hash: (password: string) => Promise<string>): (password: string) => Promise<string> {
  const hashes = new Map<string, Promise<string>>()
  return (password) => {
    const known = hashes.get(password) ?? hash(password)
    hashes.set(password, known)
    return known
  }
}

/** What was found, what delegations said to it in the retreat, and what became of it. */
async function consultOnFindings(stage: Stage, staff: Actor, list: LoadedList): Promise<void> {
  const office = await officeOf(stage, staff, list.consultationId)
  await codeThemes(office)
  const first = await publishFindings(office)
  const retreat = await prepareRetreat(office, first, list.addresseeIds)
  await speakTo(retreat, 1, first)
  await holdFirstDay(retreat)
  for (const version of [2, 3]) await speakTo(retreat, version, await publishVersion(office, version))
  await writeOn(office)
  await sayWhatMatters(retreat)
  await giveOut(retreat)
  await planMeasures(office, daysLater())
  await sumUp(office)
  await outlineReport(office)
  await putAside(office)
  await beginSecondDay(retreat)
}

/** So many days lie between mid-July 2017, when the retreat was held, and now, when it is held again. */
const daysLater = () => (Date.parse(dayIn(new Date(), NEW_YORK)) - Date.parse('2017-07-15')) / DAY_MS

async function theConsultation(stage: Stage, staff: Actor): Promise<LoadedConsultation> {
  const found = await consultationWith(stage, staff, CONSULTATION_REFERENCE)
  if (found) return found
  const moved = reformConsultation(daysLater())
  const milestones = moved.milestones.filter(({ id }) => FORESEEN.includes(id))
  return stage.does(staff, (w) => openConsultation(w, { ...moved, milestones }))
}

async function theList(stage: Stage, staff: Actor, consultation: LoadedConsultation): Promise<LoadedList> {
  const known = consultation.lists.find((list) => list.number === 1)
  const draft = known
    ? await stage.reads(staff, (tx, now) => listOf(tx, staff, known.id, now))
    : await stage.does(staff, async (w) => add(w, consultation.id, reformList(await circumstances(w))))
  if (draft.state !== 'draft') return draft
  return stage.does(staff, (w) => circulate(w, draft.id, { revision: draft.revision, withoutLanguages: [] }))
}

async function circumstances({ client, now }: Work) {
  const { rows } = await client.query<{ id: string }>(
    `select id from delegations where kind <> 'entity' order by protocol_order nulls last, code`,
  )
  return { deadline: deadlineIn(16, now), addresseeIds: rows.map((row) => row.id) }
}

async function answerAll(stage: Stage, list: LoadedList): Promise<void> {
  await opens(stage, list, 'NOR', 'drafter')
  await stage.each(RESPONDENTS, ({ iso3, stands }) => opens(stage, list, iso3, 'head', stands === 'in_preparation'))
  await stage.each(SAMPLE_RESPONSES, async ({ iso3, stands, answers }) => {
    await opens(stage, list, iso3, 'drafter', stands !== 'submitted')
    const response = await drafts(stage, list, iso3, answers)
    if (response.state === 'draft' && response.version === 0) {
      await returnWithNote(stage, response, iso3)
      if (stands === 'for_clearance') await sends(stage, iso3, response.id)
      if (stands === 'submitted') await submits(stage, iso3, response.id)
    }
    if (iso3 === AMENDED.iso3) await amend(stage, list, response, answers)
  })
}

/** Opens the list, and says that an answer is in preparation. */
async function opens(stage: Stage, list: LoadedList, iso3: string, role: 'head' | 'drafter', preparing = false) {
  const who = await (role === 'head' ? stage.headOf(iso3) : stage.drafterOf(iso3))
  const { addressee } = await stage.reads(who, (tx, now) => listOf(tx, who, list.id, now))
  if (!addressee?.acknowledgedAt) await stage.does(who, (w) => acknowledge(w, list.id))
  if (preparing && !addressee?.inPreparation) await stage.does(who, (w) => sayPreparing(w, list.id, true))
}

/** Writes what is not yet written, and the comments of colleagues beside it. */
async function drafts(
  stage: Stage,
  list: LoadedList,
  iso3: string,
  answers: readonly SampleResponseAnswer[],
  capacity: Capacity = { kind: 'national' },
): Promise<ResponseView> {
  const who = await stage.drafterOf(iso3)
  const { id } =
    (await stage.reads(who, (tx) => begun(tx, who, list.id, capacity))) ??
    (await stage.does(who, (w) => open(w, list.id, capacity)))
  const response = await view(stage, who, id)
  if (response.state !== 'draft' || response.version > 0) return response
  for (const answer of answers) {
    const question = questionsOf(list).find(({ number }) => number === answer.question)
    const draft = response.answers.find(({ questionId }) => questionId === question?.id)
    if (!question || draft?.filled) continue
    const first = iso3 === AMENDED.iso3 && answer.question === AMENDED.question
    const said = bodyOf(first ? { ...answer, blocks: answer.blocks.slice(0, 1) } : answer)
    await stage.does(who, (w) => save(w, id, question.id, draft?.revision ?? 0, said))
  }
  if (capacity.kind === 'national') await commentBeside(stage, list, response, iso3)
  return response
}

const bodyOf = ({ language, blocks, choice, attribution, noPosition }: SampleResponseAnswer): AnswerBody => ({
  stance: noPosition ? 'no_position' : 'answered',
  groupId: null,
  choice,
  language,
  attribution,
  blocks: isBlank(blocks) ? [] : blocks,
})

const view = (stage: Stage, who: Actor, responseId: string): Promise<ResponseView> =>
  stage.reads(who, async (tx, now) => presentResponse(tx, await responseOf(tx, who, responseId, now)))

async function commentBeside(stage: Stage, list: LoadedList, response: ResponseView, iso3: string): Promise<void> {
  const who = await stage.drafterOf(iso3)
  const made = await stage.reads(who, async (tx, now) =>
    commentsOf(tx, await responseOf(tx, who, response.id, now), who),
  )
  const texts = made.map(({ text }) => text)
  for (const { question, by, text } of SAMPLE_COMMENTS.filter(
    (one) => one.iso3 === iso3 && !texts.includes(one.text),
  )) {
    const author = await commentator(stage, iso3, by)
    const questionId = questionsOf(list).find(({ number }) => number === question)?.id ?? null
    await stage.does(author, (w) => comment(w, response.id, questionId, text))
  }
}

/** A reader may not write: what the capital says, the drafter puts down. */
const commentator = (stage: Stage, iso3: string, by: CastKey): Promise<Actor> =>
  castPerson(by).memberships.some((m) => m.role === 'reader') ? stage.drafterOf(iso3) : stage.caller(castPerson(by))

async function returnWithNote(stage: Stage, response: ResponseView, iso3: string): Promise<void> {
  const note = SAMPLE_CLEARANCE_NOTES.find((one) => one.iso3 === iso3)
  if (!note || response.note) return
  await sends(stage, iso3, response.id)
  await stage.does(await stage.headOf(iso3), (w) => giveBack(w, response.id, note.text))
}

async function sends(stage: Stage, iso3: string, responseId: string): Promise<void> {
  await stage.does(await stage.drafterOf(iso3), (w) => move(w, responseId, 'send_for_clearance'))
}

async function submits(stage: Stage, iso3: string, responseId: string): Promise<void> {
  const person = stage.headPerson(iso3)
  const head = await stage.caller(person)
  const { digest } = await view(stage, head, responseId)
  const title = person.memberships.find((m) => m.iso3 === iso3)?.title ?? null
  const signatory = { name: person.name, title }
  await stage.does(head, (w) =>
    submit(w, responseId, { commandId: head.personId, digest, signatory, excepted: [], joined: [] }),
  )
}

/** The whole answer in place of the short one: Rev.1. */
async function amend(
  stage: Stage,
  list: LoadedList,
  { id }: ResponseView,
  answers: readonly SampleResponseAnswer[],
): Promise<void> {
  const { iso3, question } = AMENDED
  const head = await stage.headOf(iso3)
  const now = await view(stage, head, id)
  const questionId = questionsOf(list).find(({ number }) => number === question)?.id
  const answer = answers.find((one) => one.question === question)
  if (now.version !== 1 || !questionId || !answer) return
  if (now.state === 'submitted') await stage.does(head, (w) => move(w, id, 'amend'))
  const draft = (await view(stage, head, id)).answers.find((one) => one.questionId === questionId)
  await stage.does(head, (w) => save(w, id, questionId, draft?.revision ?? 0, bodyOf(answer)))
  await submits(stage, iso3, id)
}

async function speakForGroups(stage: Stage, staff: Actor, list: LoadedList): Promise<void> {
  for (const { group, iso3, language, answers } of GROUP_STATEMENTS) {
    const groupId = await idOfGroup(stage, group)
    const head = await stage.headOf(iso3)
    await mayThenSpeak(stage, staff, head, groupId)
    const said = answers.map(
      (answer): SampleResponseAnswer => ({
        ...answer,
        language,
        choice: answer.choice ?? null,
        noPosition: false,
        attribution: 'attributed',
      }),
    )
    const response = await drafts(stage, list, iso3, said, { kind: 'group', groupId })
    if (response.version === 0) await submits(stage, iso3, response.id)
  }
  for (const { iso3, group, extent, note } of ALIGNED) {
    const groupId = await idOfGroup(stage, group)
    const head = await stage.headOf(iso3)
    const statements = await stage.reads(head, (tx) => statementsTo(tx, head, list.id))
    const statement = statements.find(({ submission }) => submission.groupId === groupId)
    if (!statement || statement.alignment) continue
    await stage.does(head, (w) => align(w, statement.submission.id, { extent, note }))
  }
}

async function mayThenSpeak(stage: Stage, staff: Actor, head: Actor, groupId: string): Promise<void> {
  const { delegationId } = head.acting!
  const today = dayIn(new Date(), NEW_YORK)
  const spokenFor = await stage.reads(head, (tx) => groupsSpokenFor(tx, delegationId, today))
  if (spokenFor.includes(groupId)) return
  const from = today
  await stage.does(staff, (w) => addSpeaker(w, groupId, { commandId: staff.personId, delegationId, from, until: null }))
}

/** What staff asked about some answers, and what they were told. */
async function converse(stage: Stage, staff: Actor, list: LoadedList): Promise<void> {
  const made = await stage.reads(staff, (tx, now) => threadsOf(tx, staff, list.id, now))
  for (const { iso3, question, messages, resolved } of SAMPLE_THREADS) {
    const questionId = questionsOf(list).find(({ number }) => number === question)?.id
    const head = await stage.headOf(iso3)
    const delegationId = head.acting!.delegationId
    if (made.some((thread) => thread.questionId === questionId && thread.delegationId === delegationId)) continue
    const { rows } = await stage.reads(staff, (tx) =>
      tx.$client.query<{ id: string }>(
        `select c.id from contributions c join contribution_sources s on s.contribution_id = c.id
        where c.list_id = $1 and c.question_id = $2 and c.current and s.delegation_id = $3`,
        [list.id, questionId, delegationId],
      ),
    )
    const [answer] = rows
    if (!answer) throw new Error(`${iso3} has not answered question ${question}.`)
    const [first, ...rest] = messages
    let thread = await stage.does(staff, (w) => openThread(w, answer.id, first?.text ?? ''))
    for (const { by, text, replyTo } of rest) {
      const who = by === 'staff' ? staff : by === 'head' ? head : await stage.drafterOf(iso3)
      const to = replyTo === undefined ? null : (thread.messages[replyTo]?.id ?? null)
      const { id } = thread
      thread = await stage.does(who, (w) => reply(w, id, { text, replyTo: to }))
    }
    if (resolved) await stage.does(staff, (w) => resolve(w, thread.id, true))
  }
}
