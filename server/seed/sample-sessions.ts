import type { Language } from '@consultation/shared/languages.ts'
import type { AttributionMode } from '@consultation/shared/room-view.ts'
import { PRESETS, type SessionBody } from '@consultation/shared/sessions.ts'
import type { Block, Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { and, eq } from 'drizzle-orm'
import { add as addCluster } from '../board/clusters.ts'
import { movePhase } from '../board/phases.ts'
import { give as givePoints } from '../board/points.ts'
import { clusters, ideas, pointsGiven } from '../board/tables.ts'
import { CLOSINGS } from '../closings.ts'
import { setList } from '../floor/giving.ts'
import { type LoadedList, questionsOf } from '../question-lists/loaded.ts'
import { add as addNote } from '../records/notes.ts'
import { notes } from '../records/tables.ts'
import { pointsChanged } from '../retreats/report-back.ts'
import type { ItemRow } from '../sessions/room.ts'
import { attend, direct, keepRecord, move } from '../sessions/running.ts'
import { add, announce, assign, type LoadedSession, sessionOf } from '../sessions/sessions.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'
import { temperatures } from '../temperatures/tables.ts'
import { answer, ask, move as moveTemperature, resultOf } from '../temperatures/temperatures.ts'
import { remarks, topics } from '../topics/tables.ts'
import { open as openTopic, say } from '../topics/topics.ts'
import { castPerson, RESPONDENTS } from './cast.ts'
import { allSpeak, heard, inscribes, measure, type Play, phaseOf, states, step, takesUp, writes } from './play.ts'
import { SAMPLES } from './sample-answers/all.ts'
import {
  HELD,
  HELD_CLUSTERS,
  HELD_IDEAS,
  HELD_IN_WRITING,
  HELD_NOTES,
  HELD_POINTS,
  HELD_SPEAKERS,
  HELD_TEMPERATURE,
  HELD_TOPIC,
  UNDER_WAY,
  UNDER_WAY_IDEAS,
  UNDER_WAY_SPEAKERS,
  UNDER_WAY_TEMPERATURE,
} from './sample-session-texts.ts'
import { type Actor, idOfGroup, type Stage } from './stage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Two sessions of the consultation: one that has taken place, and one that is open now and can be joined. Each step looks first
 * whether it was done: a seeding that was cut off goes on where it was.
 */
export async function seedSessions(stage: Stage, staff: Actor, list: LoadedList): Promise<void> {
  const now = Date.now()
  const morning = Math.floor(now / DAY_MS) * DAY_MS - 3 * DAY_MS + 14 * HOUR_MS
  const half = Math.floor(now / (HOUR_MS / 2)) * (HOUR_MS / 2)
  const held = await stands(stage, staff, list, HELD, 1, 'attributed', morning)
  const underWay = await stands(stage, staff, list, UNDER_WAY, 2, 'not_for_attribution', half)
  await Promise.all([hold(held), begin(underWay)])
}

/** Scheduled, with its podium, and announced. */
async function stands(
  stage: Stage,
  staff: Actor,
  list: LoadedList,
  texts: typeof HELD,
  number: number,
  mode: AttributionMode,
  startsAt: number,
): Promise<Play> {
  const known = await stage.reads(staff, (tx) =>
    tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.consultationId, list.consultationId), eq(sessions.number, number))),
  )
  let loaded = known[0]
    ? await stage.reads(staff, (tx) => sessionOf(tx, staff, known[0]!.id))
    : await stage.does(staff, (w) => add(w, list.consultationId, bodyOf(list, texts, mode, startsAt)))
  const { id } = loaded.session
  if (loaded.session.state === 'draft') {
    loaded = await stage.does(staff, async (w) => assign(w, id, loaded.session.revision, await podium(stage, staff)))
    loaded = await stage.does(staff, (w) => announce(w, id))
  }
  return playOf(stage, staff, loaded)
}

const playOf = (stage: Stage, staff: Actor, { session, items }: LoadedSession): Play => ({
  stage,
  staff,
  session,
  items,
})

async function podium(stage: Stage, staff: Actor) {
  const second = await stage.caller(castPerson('secondStaff'))
  return [
    { personId: staff.personId, role: 'chair' as const },
    { personId: second.personId, role: 'moderator' as const },
    { personId: second.personId, role: 'rapporteur' as const },
  ]
}

function bodyOf(list: LoadedList, texts: typeof HELD, mode: AttributionMode, startsAt: number): SessionBody {
  const { seconds, points, prescreen, ideasOfOne } = PRESETS.brainstorm
  const questions = questionsOf(list)
  return {
    title: texts.title,
    note: texts.note,
    preset: 'brainstorm',
    mode,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 3 * HOUR_MS).toISOString(),
    zone: NEW_YORK,
    place: 'Conference Room 4',
    link: '',
    interpretation: ['ar', 'zh', 'en', 'fr', 'ru', 'es'],
    items: texts.items.map((item) => ({
      title: item.title,
      note: {},
      questionIds: questions.flatMap(({ id, number }) => (item.questions.includes(number) ? [id] : [])),
      seconds,
      points,
    })),
    invited: list.addresseeIds.map((delegationId) => ({ delegationId, as: 'delegate' })),
    observersAfter: true,
    prescreen,
    ideasOfOne,
    rehearsal: false,
  }
}

async function opens({ stage, staff, session }: Play): Promise<void> {
  if (session.state === 'announced') await stage.does(staff, (w) => move(w, session.id, 'announced', 'open', CLOSINGS))
  const [now] = await stage.reads(staff, (tx) => tx.select().from(sessions).where(eq(sessions.id, session.id)))
  if (!now?.recordKept) await stage.does(staff, (w) => keepRecord(w, session.id, true))
}

/** The session that has taken place: two items, speakers, a board from silence to points. */
async function hold(play: Play): Promise<void> {
  const { stage, staff, session, items } = play
  if (session.state === 'closed') return
  await opens(play)
  await stage.each([...new Set([...HELD_IDEAS, ...HELD_SPEAKERS].map((one) => one.iso3))], async (iso3) =>
    stage.does(await stage.drafterOf(iso3), (w) => attend(w, session.id)),
  )
  const [first, second] = items
  await takesUp(play, first!.id)
  await speakOn(play, 0)
  await takeTemperature(play, first!.id)
  await board(play, first!.id)
  await discuss(play, first!.id)
  await noteDown(play, first!.id)
  await takesUp(play, second!.id)
  await speakOn(play, 1)
  const { iso3, question, item } = HELD_IN_WRITING
  await states(play, items[item]!.id, iso3, null, saidOn(question, stage.personOf(iso3).language), 'writing')
  await stage.does(staff, (w) => move(w, session.id, 'open', 'closed', CLOSINGS))
}

/** Each inscribes with the statement to be delivered, and delivers it. */
async function speakOn(play: Play, at: number): Promise<void> {
  const { stage, staff, items } = play
  const itemId = items[at]!.id
  const here = HELD_SPEAKERS.filter(({ item }) => item === at)
  if ((await heard(play, itemId)).length >= here.length) return
  await stage.does(staff, (w) => setList(w, itemId, { open: true }))
  for (const { iso3, group, question, variant } of here) {
    const groupId = group ? await idOfGroup(stage, group) : null
    await inscribes(play, itemId, iso3, groupId)
    await states(play, itemId, iso3, groupId, saidOn(question, stage.personOf(iso3).language, variant), 'room')
  }
  await stage.does(staff, (w) => setList(w, itemId, { open: false }))
  await allSpeak(play, itemId, here.length)
  await measure(play, itemId, here)
}

/** The words are those of the sample answers, which exist in each language. */
function saidOn(question: number, language: Language, variant = 0): Block[] {
  const sample = SAMPLES[language].filter((one) => one.question === question)[variant]
  if (!sample) throw new Error(`Nothing is written on question ${question} in ${language}.`)
  return sample.blocks
}

/** From silence to points, phase by phase. */
async function board(play: Play, itemId: string): Promise<void> {
  await step(play, itemId, 'idle', 'writing')
  if ((await phaseOf(play, itemId)) === 'writing') await writes(play, itemId, HELD_IDEAS)
  await step(play, itemId, 'writing', 'revealed')
  await step(play, itemId, 'revealed', 'clustering')
  if ((await phaseOf(play, itemId)) === 'clustering') await clusterThem(play, itemId)
  await step(play, itemId, 'clustering', 'prioritising')
  if ((await phaseOf(play, itemId)) === 'prioritising') await pointAt(play, itemId)
  await step(play, itemId, 'prioritising', 'discussing')
}

const clustersAt = ({ stage, staff }: Play, itemId: string) =>
  stage.reads(staff, (tx) => tx.select().from(clusters).where(eq(clusters.itemId, itemId)))

async function clusterThem(play: Play, itemId: string): Promise<void> {
  const { stage, staff } = play
  const there = await clustersAt(play, itemId)
  const cards = await stage.reads(staff, (tx) => tx.select().from(ideas).where(eq(ideas.itemId, itemId)))
  for (const [at, name] of HELD_CLUSTERS.entries()) {
    if (there.some((one) => one.name === name)) continue
    const texts = HELD_IDEAS.flatMap(({ cluster, text }) => (cluster === at ? [text] : []))
    const ids = cards.flatMap(({ id, text }) => (texts.includes(text) ? [id] : []))
    await stage.does(staff, (w) => addCluster(w, itemId, name, ids))
  }
}

async function pointAt(play: Play, itemId: string): Promise<void> {
  const { stage } = play
  const there = await clustersAt(play, itemId)
  for (const { iso3, points } of HELD_POINTS) {
    const who = await stage.drafterOf(iso3)
    const given = await stage.reads(who, (tx) => tx.select().from(pointsGiven).where(eq(pointsGiven.itemId, itemId)))
    if (given.length > 0) continue
    const byCluster = Object.fromEntries(
      HELD_CLUSTERS.flatMap((name, at) => {
        const cluster = there.find((one) => one.name === name)
        return cluster && points[at] ? [[cluster.id, points[at]]] : []
      }),
    )
    await stage.does(who, (w) => givePoints(w, itemId, { revision: 0, points: byCluster }))
  }
}

async function theQuestion({ stage, staff }: Play, itemId: string, question: Translated) {
  const known = await stage.reads(staff, (tx) => tx.select().from(temperatures).where(eq(temperatures.itemId, itemId)))
  return known[0] ?? (await stage.does(staff, (w) => ask(w, itemId, question)))
}

/** Asked of all, answered by most, and released as the rule for small numbers lets it. */
async function takeTemperature(play: Play, itemId: string): Promise<void> {
  const { stage, staff } = play
  let { id, state } = await theQuestion(play, itemId, HELD_TEMPERATURE)
  if (state === 'prepared') ({ state } = await stage.does(staff, (w) => moveTemperature(w, id, state, 'open', null)))
  if (state === 'open') {
    const answered = ['GHA', 'EGY', 'SEN', 'NOR', 'ECU', ...RESPONDENTS.map(({ iso3 }) => iso3)]
    await stage.each([...answered.entries()], async ([at, iso3]) =>
      stage.does(await stage.headOf(iso3), (w) => answer(w, id, choiceOf(at))),
    )
    ;({ state } = await stage.does(staff, (w) => moveTemperature(w, id, 'open', 'closed', null)))
  }
  if (state !== 'closed') return
  const result = await resultOf(stage.parts, id)
  await stage.does(staff, (w) => moveTemperature(w, id, 'closed', 'released', result))
}

/** Most are inclined, some are not, some await instructions: as in most halls. */
const choiceOf = (at: number) =>
  (
    [
      'inclined',
      'strongly_inclined',
      'inclined',
      'undecided',
      'inclined',
      'reservations',
      'awaiting_instructions',
      'strongly_inclined',
      'inclined',
      'no_position',
    ] as const
  )[at % 10]!

async function discuss(play: Play, itemId: string): Promise<void> {
  const { stage, staff } = play
  const cluster = (await clustersAt(play, itemId)).find(({ name }) => name === HELD_CLUSTERS[1])
  const known = await stage.reads(staff, (tx) => tx.select().from(topics).where(eq(topics.itemId, itemId)))
  const { id } =
    known[0] ?? (await stage.does(staff, (w) => openTopic(w, itemId, cluster?.id ?? null, HELD_TOPIC.title)))
  const said = await stage.reads(staff, (tx) => tx.select().from(remarks).where(eq(remarks.topicId, id)))
  for (const { iso3, language, text } of HELD_TOPIC.remarks) {
    if (said.some((remark) => remark.text === text)) continue
    await stage.does(await stage.drafterOf(iso3), (w) => say(w, id, { replyTo: null, quotes: null, language, text }))
  }
}

async function noteDown(play: Play, itemId: string): Promise<void> {
  const { stage, staff } = play
  const known = await stage.reads(staff, (tx) => tx.select().from(notes).where(eq(notes.itemId, itemId)))
  const there = await clustersAt(play, itemId)
  for (const [at, text] of HELD_NOTES.entries()) {
    const cluster = there.find(({ name }) => name === HELD_CLUSTERS[at])
    if (!cluster || known.some((note) => note.text === text)) continue
    await stage.does(staff, (w) =>
      addNote(w, itemId, { text, sources: [{ kind: 'cluster', id: cluster.id }] }, pointsChanged),
    )
  }
}

/** The session that is open: everybody writes in silence, and some wait for the floor. */
async function begin(play: Play): Promise<void> {
  const { stage, staff, session, items } = play
  if (session.state === 'closed') return
  await opens(play)
  const [{ id: itemId }] = items as [ItemRow]
  await takesUp(play, itemId)
  await stage.does(staff, (w) => direct(w, session.id, { show: 'speakers', message: '' }))
  await stage.does(staff, (w) => setList(w, itemId, { open: true }))
  for (const { iso3, group } of UNDER_WAY_SPEAKERS)
    await inscribes(play, itemId, iso3, group ? await idOfGroup(stage, group) : null)
  const [item] = await stage.reads(staff, (tx) => tx.select().from(sessionItems).where(eq(sessionItems.id, itemId)))
  if (item?.phase === 'idle') await stage.does(staff, (w) => movePhase(w, itemId, 'idle', 'writing'))
  await writes(play, itemId, UNDER_WAY_IDEAS)
  const { id, state } = await theQuestion(play, itemId, UNDER_WAY_TEMPERATURE)
  if (state === 'prepared') await stage.does(staff, (w) => moveTemperature(w, id, 'prepared', 'open', null))
}
