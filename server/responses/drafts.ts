import type { ReplyOf } from '@consultation/shared/contract.ts'
import { streams } from '@consultation/shared/live.ts'
import {
  type AnswerBody,
  type Capacity,
  type CommentView,
  type DraftAnswerView,
  isFilled,
  type saveAnswer,
} from '@consultation/shared/responses.ts'
import type { Caller, MemberRole } from '@consultation/shared/rules/access.ts'
import { type Attribution, mayBecome } from '@consultation/shared/rules/attribution.ts'
import { MOVES, type ResponseState } from '@consultation/shared/rules/clearance.ts'
import { type Circulation, dayIn, windowAt, windowStaysUntil } from '@consultation/shared/rules/deadlines.ts'
import { canonical } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { brokenReference, type Statement, type Tx } from '../database/database.ts'
import { groupsSpokenFor } from '../people/groups.ts'
import { nameOf, namesOf } from '../people/people.ts'
import { delegations } from '../people/tables.ts'
import { listOf, questionsOf } from '../question-lists/loaded.ts'
import { questions } from '../question-lists/tables.ts'
import { Refused } from '../refused.ts'
import { Remembered } from '../remembered.ts'
import { type Parts, type Work, workAtOnce } from '../work.ts'
import {
  actingOf,
  type LoadedResponse,
  personOf,
  presentAnswer,
  type ResponseRow,
  responseOf,
  saidIn,
  takesResponses,
} from './responses.ts'
import {
  comments,
  contributionSources,
  contributions,
  draftAnswers,
  draftWordings,
  responses,
  submissions,
} from './tables.ts'

type Saved = ReplyOf<typeof saveAnswer>

/** Earlier wordings that are shown; older ones stay in the table. */
const WORDINGS_SHOWN = 100

/** The delegation's responses to a list, its own first. */
export async function ownResponses(tx: Tx, caller: Caller, listId: string): Promise<ResponseRow[]> {
  return tx
    .select()
    .from(responses)
    .where(and(eq(responses.listId, listId), eq(responses.delegationId, actingOf(caller).delegationId)))
    .orderBy(responses.capacityKind, responses.openedAt)
}

/** The one already begun in that capacity. */
export async function begun(
  tx: Tx,
  caller: Caller,
  listId: string,
  capacity: Capacity,
): Promise<ResponseRow | undefined> {
  const [row] = await tx
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.listId, listId),
        eq(responses.delegationId, actingOf(caller).delegationId),
        eq(responses.capacityKind, capacity.kind),
        capacity.kind === 'group' ? eq(responses.groupId, capacity.groupId) : isNull(responses.groupId),
        capacity.kind === 'ad_hoc' ? eq(responses.adHocName, capacity.name) : isNull(responses.adHocName),
      ),
    )
  return row
}

/** Begins a response. Refuses: not_found, list_closed, not_speaker, invalid. */
export async function open(work: Work, listId: string, capacity: Capacity): Promise<LoadedResponse> {
  const acting = actingOf(work.caller)
  const list = await listOf(work.tx, work.caller, listId, work.now)
  if (!takesResponses(list.window)) throw new Refused('list_closed')
  await mustBeAbleToSpeak(work.tx, acting.delegationId, capacity, work.now)
  const [made] = await work.tx
    .insert(responses)
    .values({
      listId,
      delegationId: acting.delegationId,
      capacityKind: capacity.kind,
      groupId: capacity.kind === 'group' ? capacity.groupId : null,
      adHocName: capacity.kind === 'ad_hoc' ? capacity.name : null,
      adHocMembers: capacity.kind === 'ad_hoc' ? [...new Set(capacity.memberIds)] : null,
      openedAt: work.now,
    })
    .onConflictDoNothing()
    .returning()
  // A colleague was quicker by a moment: both go on in the same one.
  const row = made ?? (await begun(work.tx, work.caller, listId, capacity))
  if (!row) throw new Refused('changed_meanwhile')
  await work.write(streams.delegation(acting.delegationId), 'response.opened', row.id)
  return { ...row, list, acting }
}

/** The right to speak for a group is dated: it is asked when a response begins and again when it is submitted. */
export async function mustBeAbleToSpeak(tx: Tx, delegationId: string, capacity: Capacity, now: Date): Promise<void> {
  switch (capacity.kind) {
    case 'national':
      return
    case 'group': {
      const groups = await groupsSpokenFor(tx, delegationId, dayIn(now, NEW_YORK))
      if (!groups.includes(capacity.groupId)) throw new Refused('not_speaker', { field: 'capacity.groupId' })
      return
    }
    case 'ad_hoc':
      return mustBeDelegations(tx, capacity.memberIds, 'capacity.memberIds')
  }
}

export async function mustBeDelegations(tx: Tx, ids: readonly string[], field: string): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const known = await tx.select({ id: delegations.id }).from(delegations).where(inArray(delegations.id, wanted))
  if (known.length < wanted.length) throw new Refused('invalid', { field })
}

/** What a save is judged by, in one text that is the same as long as all of it is. */
const FACTS = `row(r.version, l.circulated_at, l.closed_at, l.closes_at, l.late_answers, l.attribution_offered, a.extended_to)::text`

// Written first and judged after: the rules stand in `shared/rules`, the facts come back with the write, and a refusal rolls
// it back. One lean statement, for this is what the platform does most. It takes hold of the response, so that two
// colleagues, or one and a submission, come one after the other.
const savingBy = (saved: string) => `with response as (
      update responses set revision = revision + 1, state = 'draft', cleared_at = null, cleared_by = null, cleared_digest = null
      where id = $1 and delegation_id = $11 and state = any ($12::response_state[])
      returning id, list_id, delegation_id, version, revision
    ), earlier as (
      select d.*, d.edited_by <> $10 or d.edited_at < now() - interval '10 minutes' as worth_keeping
      from draft_answers d where d.response_id = $1 and d.question_id = $2 and d.revision = $3
    ), saved as (${saved} returning d.revision)
    select r.version, r.revision as "responseRevision", l.circulated_at as "circulatedAt", l.closed_at as "closedAt",
      l.closes_at as "closesAt", l.late_answers as "lateAnswers", a.extended_to as "extendedTo",
      l.attribution_offered as offered, s.revision, (select p.name from people p where p.id = $10) as "editedBy", ${FACTS} as known,
      case when e.worth_keeping then to_jsonb(e) end as earlier
    from response r
    join question_lists l on l.id = r.list_id
    join addressees a on a.list_id = r.list_id and a.delegation_id = r.delegation_id
    left join saved s on true
    left join earlier e on true`

/** The first words of an answer; the keys of the table know the questions of the list. */
const FIRST = {
  name: 'save-first-answer',
  text: savingBy(`insert into draft_answers as d (response_id, list_id, question_id, delegation_id, stance, group_id, choice,
      language, attribution, blocks, revision, edited_by, edited_at)
    select r.id, r.list_id, $2, r.delegation_id, $4, $5, $6, $7, $8, $9, 1, $10, now()
    from response r where $3 = 0
    on conflict (response_id, question_id) do nothing`),
}
const AGAIN = {
  name: 'save-answer-again',
  text: savingBy(`update draft_answers d set stance = $4, group_id = $5, choice = $6, language = $7, attribution = $8, blocks = $9,
      revision = d.revision + 1, edited_by = $10, edited_at = now()
    from response r where d.response_id = r.id and d.question_id = $2 and d.revision = $3`),
}

type Facts = Circulation & {
  /** Submitted versions of the response so far. */
  version: number
  responseRevision: number
  offered: Attribution[]
  /** Null where the answer no longer stands at the revision that was seen. */
  revision: number | null
  editedBy: string
  /** The row that was replaced, where a colleague wrote it or some time has passed. */
  earlier: Record<string, unknown> | null
  /** All that it is judged by (`FACTS`). */
  known: string
}

/** The statement that saves, which travels with the opening of its transaction. Refuses: forbidden, required. */
export function saving(
  caller: Caller,
  responseId: string,
  questionId: string,
  revision: number,
  answer: AnswerBody,
): Statement {
  if (!mayEdit(caller)) throw new Refused('forbidden')
  return { ...(revision === 0 ? FIRST : AGAIN), values: savedValues(caller, responseId, questionId, revision, answer) }
}

const EDITABLE: readonly ResponseState[] = MOVES.edit.from
const EDITORS: readonly MemberRole[] = MOVES.edit.by
const mayEdit = (caller: Caller) => EDITORS.includes(actingOf(caller).role)
const savedValues = (
  caller: Caller,
  responseId: string,
  questionId: string,
  revision: number,
  answer: AnswerBody,
): Statement['values'] => [
  responseId,
  questionId,
  revision,
  answer.stance,
  answer.groupId,
  answer.choice,
  answer.language,
  answer.attribution,
  JSON.stringify(answer.blocks),
  personOf(caller),
  actingOf(caller).delegationId,
  EDITABLE,
]

// Going on with one's own words is what happens every two seconds in every delegation: it is judged by what the last save
// found, in one trip. Earlier words that must be kept, or anything that is not as it was, takes the two trips.
const GO_ON: Pick<Statement, 'name' | 'text'> = {
  name: 'go-on-with-answer',
  text: `with response as (
      update responses set revision = revision + 1, state = 'draft', cleared_at = null, cleared_by = null, cleared_digest = null
      where id = $1 and delegation_id = $11 and state = any ($12::response_state[])
      returning id, list_id, delegation_id, version, revision
    ), saved as (
      update draft_answers d set stance = $4, group_id = $5, choice = $6, language = $7, attribution = $8, blocks = $9,
        revision = d.revision + 1, edited_at = now()
      from response r where d.response_id = r.id and d.question_id = $2 and d.revision = $3
        and d.edited_by = $10 and d.edited_at >= now() - interval '10 minutes'
      returning d.revision
    )
    select r.revision as "responseRevision",
      as_known(s.revision is not null and ${FACTS} = $13 and ($14::timestamptz is null or now() < $14)) as "asKnown"
    from (select 1) as one
    left join response r on true
    left join saved s on true
    left join question_lists l on l.id = r.list_id
    left join addressees a on a.list_id = r.list_id and a.delegation_id = r.delegation_id`,
}

/** By person and response. A name that was changed shows after a minute at the latest. */
const remembered = new Remembered<Facts>({ most: 2_000, forMs: 60_000 })
const nameOfSave = (caller: Caller, responseId: string) => `${personOf(caller)} ${responseId}`

/**
 * Saves in one trip where the facts of the last save still stand, the words are one's own and not old, and nothing has been
 * submitted. Undefined, with nothing done, for everything else, which `saving` and `saved` judge.
 */
export async function goOn(
  parts: Parts,
  caller: Caller,
  responseId: string,
  questionId: string,
  revision: number,
  answer: AnswerBody,
): Promise<Saved | undefined> {
  const facts = remembered.get(nameOfSave(caller, responseId))
  if (!facts || revision === 0 || answer.choice !== null || facts.version > 0) return undefined
  const { delegationId } = actingOf(caller)
  const now = new Date()
  if (!mayEdit(caller) || !takesResponses(windowAt(facts, now)) || !facts.offered.includes(answer.attribution))
    return undefined
  const statement = {
    ...GO_ON,
    values: [
      ...savedValues(caller, responseId, questionId, revision, answer),
      facts.known,
      windowStaysUntil(facts, now),
    ],
  }
  const lines = [editedLine(delegationId, responseId, questionId, revision + 1)]
  const done = await workAtOnce<{ responseRevision: number }>(parts, caller, { statement, lines })
  const [row] = done?.rows ?? []
  if (!done || !row) {
    remembered.forget(nameOfSave(caller, responseId))
    return undefined
  }
  return savedView(questionId, answer, revision + 1, row.responseRevision, facts.editedBy, done.now)
}

const editedLine = (delegationId: string, responseId: string, questionId: string, revision: number) => ({
  stream: streams.delegation(delegationId),
  kind: 'response.edited' as const,
  subject: `${responseId}/${questionId}`,
  content: { response: responseId, question: questionId, revision },
})

const savedView = (
  questionId: string,
  answer: AnswerBody,
  revision: number,
  responseRevision: number,
  editedBy: string,
  at: Date,
): Saved => ({
  answer: { questionId, ...answer, revision, editedAt: at.toISOString(), editedBy, filled: isFilled(answer) },
  state: MOVES.edit.to,
  responseRevision,
})

/**
 * Judges what `saving` did with one answer on top of the revision that was seen (0 for the first). An edit after sending
 * or clearing has made the response a draft again (CL2). Refuses: not_found, list_closed, already_submitted,
 * choice_not_offered, attribution_not_offered, changed_meanwhile.
 */
export async function saved(
  work: Work,
  rows: readonly unknown[],
  responseId: string,
  questionId: string,
  answer: AnswerBody,
): Promise<Saved> {
  const [facts] = rows as Facts[]
  if (!facts) {
    await responseOf(work.tx, work.caller, responseId, work.now)
    throw new Refused('already_submitted')
  }
  if (!takesResponses(windowAt(facts, work.now))) throw new Refused('list_closed')
  if (facts.revision === null) throw new Refused('changed_meanwhile')
  await mustBeOffered(work, responseId, questionId, answer, facts)
  if (facts.earlier) await keep(work, facts.earlier)
  const { delegationId } = actingOf(work.caller)
  const { stream, kind, subject, content } = editedLine(delegationId, responseId, questionId, facts.revision)
  await work.write(stream, kind, subject, content)
  remembered.set(nameOfSave(work.caller, responseId), facts)
  return savedView(questionId, answer, facts.revision, facts.responseRevision, facts.editedBy, work.now)
}

/** Both in one, for who is in a transaction already. Refuses: as above, and not_in_list, invalid. */
export async function save(
  work: Work,
  responseId: string,
  questionId: string,
  revision: number,
  body: AnswerBody,
): Promise<Saved> {
  const answer = checked(body)
  const statement = saving(work.caller, responseId, questionId, revision, answer)
  const { rows } = await work.client
    .query<Facts>({ ...statement, values: [...statement.values] })
    .catch((error: unknown) => {
      throw notInList(error) ?? error
    })
  return saved(work, rows, responseId, questionId, answer)
}

/** The keys of the table know the questions of the list and the groups there are. */
export function notInList(error: unknown): Refused | undefined {
  const key = brokenReference(error)
  if (key?.includes('question_id')) return new Refused('not_in_list')
  if (key?.includes('group_id')) return new Refused('invalid', { field: 'groupId' })
  return undefined
}

async function mustBeOffered(
  work: Work,
  responseId: string,
  questionId: string,
  { choice, attribution }: AnswerBody,
  facts: Facts,
): Promise<void> {
  if (choice !== null) {
    const [question] = await work.tx
      .select({ choices: questions.choices })
      .from(questions)
      .where(eq(questions.id, questionId))
    if (!question?.choices.includes(choice)) throw new Refused('choice_not_offered', { field: 'choice' })
  }
  // AT4, from one submitted version to the next.
  const sealed = facts.version > 0 && (await wasSealed(work.tx, responseId, questionId))
  const before = sealed ? 'not_for_attribution' : attribution
  if (!facts.offered.includes(attribution) || !mayBecome(before, attribution))
    throw new Refused('attribution_not_offered', { field: 'attribution' })
}

/** Whether the reply was submitted not for attribution, in whichever version. */
async function wasSealed(tx: Tx, responseId: string, questionId: string): Promise<boolean> {
  const found = await tx
    .select({ id: contributions.id })
    .from(submissions)
    .innerJoin(contributionSources, eq(contributionSources.submissionId, submissions.id))
    .innerJoin(contributions, eq(contributions.id, contributionSources.contributionId))
    .where(
      and(
        eq(submissions.responseId, responseId),
        eq(contributions.questionId, questionId),
        eq(contributionSources.attribution, 'not_for_attribution'),
      ),
    )
    .limit(1)
  return found.length > 0
}

/** Nobody's words are lost when a colleague goes on. */
async function keep(work: Work, earlier: Record<string, unknown>): Promise<void> {
  await work.client.query({
    name: 'keep-wording',
    text: `insert into draft_wordings select * from jsonb_populate_record(null::draft_wordings, $1) on conflict do nothing`,
    values: [JSON.stringify(earlier)],
  })
}

/** A pointer to a group's statement names the group; nothing else does. Refuses: required. */
export function checked(body: AnswerBody): AnswerBody {
  if (body.stance !== 'see_group') return { ...body, groupId: null }
  if (body.groupId === null) throw new Refused('required', { field: 'groupId' })
  return body
}

/**
 * After changed_meanwhile: the answer as it stands. A repetition of one's own last save has succeeded; anybody
 * else's words are handed over with the refusal, so that the client can show both.
 */
export async function settleSave(
  tx: Tx,
  caller: Caller,
  responseId: string,
  questionId: string,
  answer: AnswerBody,
  now: Date,
): Promise<Saved> {
  const response = await responseOf(tx, caller, responseId, now)
  const [row] = await tx
    .select()
    .from(draftAnswers)
    .where(and(eq(draftAnswers.responseId, responseId), eq(draftAnswers.questionId, questionId)))
  if (!row) throw new Refused('changed_meanwhile')
  const current = presentAnswer(row, await nameOf(tx, row.editedBy))
  const mine = row.editedBy === personOf(caller)
  if (!mine || canonical(saidIn({ ...answer, questionId })) !== canonical(saidIn(row)))
    throw new Refused('changed_meanwhile', { current })
  return { answer: current, state: response.state, responseRevision: response.revision }
}

/** Earlier wordings, newest first. */
export async function wordingsOf(tx: Tx, response: LoadedResponse, questionId: string): Promise<DraftAnswerView[]> {
  const rows = await tx
    .select()
    .from(draftWordings)
    .where(and(eq(draftWordings.responseId, response.id), eq(draftWordings.questionId, questionId)))
    .orderBy(desc(draftWordings.revision))
    .limit(WORDINGS_SHOWN)
  const names = await namesOf(tx, [...new Set(rows.map((row) => row.editedBy))])
  return rows.map((row) => presentAnswer({ ...row, listId: response.listId }, names.get(row.editedBy) ?? null))
}

type CommentRow = typeof comments.$inferSelect

export async function commentsOf(tx: Tx, response: LoadedResponse, caller: Caller): Promise<CommentView[]> {
  const rows = await tx.select().from(comments).where(eq(comments.responseId, response.id)).orderBy(comments.at)
  const names = await namesOf(tx, [...new Set(rows.map((row) => row.personId))])
  return rows.map((row) => presentComment(row, names.get(row.personId) ?? '', caller))
}

const presentComment = (row: CommentRow, by: string, caller: Caller): CommentView => ({
  id: row.id,
  questionId: row.questionId,
  text: row.text,
  by,
  mine: caller.kind === 'person' && caller.personId === row.personId,
  at: row.at.toISOString(),
})

/** Refuses: not_found, not_in_list. */
export async function comment(
  work: Work,
  responseId: string,
  questionId: string | null,
  text: string,
): Promise<CommentView> {
  const response = await responseOf(work.tx, work.caller, responseId, work.now)
  if (questionId !== null && !questionsOf(response.list).some((question) => question.id === questionId))
    throw new Refused('not_in_list')
  const personId = personOf(work.caller)
  const [row] = await work.tx
    .insert(comments)
    .values({ responseId, delegationId: response.delegationId, questionId, personId, text, at: work.now })
    .returning()
  await work.write(streams.delegation(response.delegationId), 'comment.added', row!.id)
  return presentComment(row!, await nameOf(work.tx, personId), work.caller)
}

/** One's own alone. Refuses: not_found, forbidden. */
export async function removeComment(work: Work, responseId: string, commentId: string): Promise<void> {
  const response = await responseOf(work.tx, work.caller, responseId, work.now)
  const [row] = await work.tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.responseId, response.id)))
    .for('update')
  if (!row) throw new Refused('not_found')
  if (row.personId !== personOf(work.caller)) throw new Refused('forbidden')
  await work.tx.delete(comments).where(eq(comments.id, commentId))
  await work.write(streams.delegation(response.delegationId), 'comment.removed', commentId)
}
