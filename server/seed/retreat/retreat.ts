import type { FindingLine } from '@consultation/shared/findings.ts'
import { LANGUAGES } from '@consultation/shared/languages.ts'
import type { GroupBody, GroupView, RetreatView, SlotView } from '@consultation/shared/retreats.ts'
import { dayIn, instantOf } from '@consultation/shared/rules/deadlines.ts'
import { isWaiting } from '@consultation/shared/rules/floor.ts'
import { blocksOf } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { eq } from 'drizzle-orm'
import { ideas } from '../../board/tables.ts'
import { CLOSINGS } from '../../closings.ts'
import { setList } from '../../floor/giving.ts'
import { add as addNote } from '../../records/notes.ts'
import { notes } from '../../records/tables.ts'
import { assign, choose, decline, draw, tellGroups } from '../../retreats/groups.ts'
import { call, message, moveAll } from '../../retreats/meeting.ts'
import { addBreakoutGroup, addSlot } from '../../retreats/programme.ts'
import { presentRetreat, retreatOf, retreatsOf } from '../../retreats/reading.ts'
import { bringToPlenary, closeSignatures, giveUp, pointsChanged, putPoints, sign } from '../../retreats/report-back.ts'
import { add, announce } from '../../retreats/retreats.ts'
import { roomMessages, signatures } from '../../retreats/tables.ts'
import { attend } from '../../sessions/running.ts'
import { sessionOf } from '../../sessions/sessions.ts'
import { attendances } from '../../sessions/tables.ts'
import { castPerson, GUESTS, RESPONDENTS } from '../cast.ts'
import { allSpeak, heard, inscribed, inscribes, measure, type Play, states, step, takesUp, writes } from '../play.ts'
import { STATES } from '../reference-data.ts'
import { idOfGroup } from '../stage.ts'
import type { Office } from './findings.ts'
import {
  CALL_FOR_CHAIR,
  CHOICES,
  DECLINED,
  FIRST_GROUPS,
  MESSAGE_TO_GROUPS,
  OPENING_SPEAKERS,
  RETREAT,
  type SampleGroup,
  SECOND_GROUPS,
  SECOND_IDEAS,
  SLOTS,
  THIRD_GROUPS,
} from './retreat-texts.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The retreat as it is being held, with the findings put to it. */
export type Retreat = Office & { retreatId: string; findings: FindingLine[] }
type SlotKey = keyof typeof SLOTS

const dayFrom = (now: number, days: number) => dayIn(new Date(now + days * DAY_MS), NEW_YORK)

/** Yesterday the opening, the first groups and what they brought back; now the second groups; tomorrow the third, and the closing. */
function hours(now: number): Record<SlotKey, { startsAt: string; endsAt: string; choiceUntil: string | null }> {
  const half = Math.floor(now / (HOUR_MS / 2)) * (HOUR_MS / 2)
  const at = (day: number, from: string, to: string) => {
    const date = dayFrom(now, day)
    const [startsAt, endsAt] = [from, to].map((time) => instantOf(`${date}T${time}`, NEW_YORK).toISOString())
    return { startsAt: startsAt!, endsAt: endsAt!, choiceUntil: null }
  }
  const third = at(1, '10:00', '12:30')
  return {
    opening: at(-1, '09:30', '11:00'),
    first: at(-1, '11:15', '13:00'),
    reports: at(-1, '15:00', '17:00'),
    second: {
      startsAt: new Date(half).toISOString(),
      endsAt: new Date(half + 3 * HOUR_MS).toISOString(),
      choiceUntil: null,
    },
    third: { ...third, choiceUntil: new Date(Date.parse(third.startsAt) - HOUR_MS).toISOString() },
    closing: at(1, '15:00', '17:30'),
  }
}

const view = ({ stage, staff, retreatId }: Pick<Retreat, 'stage' | 'staff' | 'retreatId'>): Promise<RetreatView> =>
  stage.reads(staff, async (tx, now) => presentRetreat(tx, staff, await retreatOf(tx, staff, retreatId), now))

/** Prepared, with its programme, and announced. */
export async function prepareRetreat(
  office: Office,
  findings: FindingLine[],
  participantIds: string[],
): Promise<Retreat> {
  const { stage, staff, consultationId } = office
  const [known] = await stage.reads(staff, (tx) => retreatsOf(tx, staff, consultationId))
  const now = Date.now()
  const { id: retreatId } =
    known ??
    (await stage.does(staff, (w) =>
      add(w, consultationId, {
        ...RETREAT,
        zone: NEW_YORK,
        participantIds,
        findingIds: findings.map(({ id }) => id),
        feedbackOpensAt: instantOf(`${dayFrom(now, -4)}T09:00`, NEW_YORK).toISOString(),
        feedbackClosesAt: instantOf(`${dayFrom(now, 12)}T18:00`, NEW_YORK).toISOString(),
        attributionOffered: ['attributed', 'not_for_attribution'],
        feedbackOpen: true,
      }),
    ))
  const retreat: Retreat = { ...office, retreatId, findings }
  const times = hours(now)
  const before = await view(retreat)
  for (const key of Object.keys(SLOTS) as SlotKey[]) {
    if (slotIn(before, key)) continue
    const kind = PLENARIES.includes(key) ? 'plenary' : 'breakouts'
    await stage.does(staff, (w) => addSlot(w, retreatId, { kind, title: SLOTS[key], ...times[key] }))
  }
  const planned = await view(retreat)
  const all = findings.map(({ number }) => number)
  for (const key of PLENARIES)
    await addGroups(retreat, planned, key, [{ ...PLENARY, title: SLOTS[key], findings: all }])
  const plenaries = await view(retreat)
  const of = (key: SlotKey) => slotIn(plenaries, key)?.sessions[0]?.sessionId
  await addGroups(retreat, planned, 'first', FIRST_GROUPS, of('reports'))
  await addGroups(retreat, planned, 'second', SECOND_GROUPS, of('closing'))
  await addGroups(retreat, planned, 'third', THIRD_GROUPS, of('closing'))
  if (before.state === 'draft') await stage.does(staff, (w) => announce(w, retreatId))
  return retreat
}

const PLENARIES: readonly SlotKey[] = ['opening', 'reports', 'closing']
const PLENARY = { place: 'Conference Room 1', seats: null, rapporteur: 'irt' } as const

const slotIn = ({ slots }: RetreatView, key: SlotKey): SlotView | undefined =>
  slots.find(({ title }) => title.en === SLOTS[key].en)

const slot = async (retreat: Retreat, key: SlotKey): Promise<SlotView> => {
  const found = slotIn(await view(retreat), key)
  if (!found) throw new Error(`The programme has no ${key}.`)
  return found
}

async function addGroups(
  retreat: Retreat,
  planned: RetreatView,
  key: SlotKey,
  groups: readonly SampleGroup[],
  reportsTo: string | null = null,
): Promise<void> {
  const { stage, staff, findings } = retreat
  const second = await stage.caller(castPerson('secondStaff'))
  const there = slotIn(planned, key)
  const plenary = PLENARIES.includes(key)
  for (const { title, place, seats, findings: of, rapporteur } of groups.slice(there?.sessions.length)) {
    const reporter = await stage.caller(castPerson(rapporteur))
    const body: GroupBody = {
      title,
      note: {},
      preset: 'review',
      // What is said in the second groups is attributed to nobody outside them.
      mode: key === 'second' ? 'not_for_attribution' : 'attributed',
      place,
      link: '',
      interpretation: plenary ? [...LANGUAGES] : ['en', 'fr', 'es'],
      seats,
      findingIds: of.flatMap((number) => findings.find((one) => one.number === number)?.id ?? []),
      reportsTo,
      roles: [
        { personId: second.personId, role: 'moderator' },
        { personId: reporter.personId, role: 'rapporteur' },
      ],
    }
    await stage.does(staff, (w) => addBreakoutGroup(w, there!.id, body))
  }
}

/** Yesterday: the opening, the first groups with what they bring back, and the plenary that heard it. */
export async function holdFirstDay(retreat: Retreat): Promise<void> {
  const { stage, staff } = retreat
  await opens(retreat, 'opening')
  const plenary = await playOf(retreat, (await slot(retreat, 'opening')).sessions[0]!)
  if (plenary.session.state === 'open') await openingSpeeches(plenary)
  await closes(retreat, 'opening')

  await placeByHand(retreat)
  await opens(retreat, 'first')
  await stage.each([...(await slot(retreat, 'first')).sessions.entries()], async ([at, group]) => {
    if (group.state === 'open') await meets(retreat, group, FIRST_GROUPS[at]!)
  })
  await closes(retreat, 'first')

  await opens(retreat, 'reports')
  for (const { sessionId, reportBack } of (await slot(retreat, 'first')).sessions)
    if (reportBack?.state === 'signed') await stage.does(staff, (w) => bringToPlenary(w, sessionId, null))
  const reporting = await playOf(retreat, (await slot(retreat, 'reports')).sessions[0]!)
  if (reporting.session.state === 'open') {
    const [{ id: itemId } = { id: '' }] = reporting.items
    await takesUp(reporting, itemId)
    const waiting = (await inscribed(reporting, itemId)).filter(({ state }) => isWaiting(state))
    if (waiting.length > 0) await allSpeak(reporting, itemId, waiting.length)
  }
  await closes(retreat, 'reports')
}

/** Now: the second groups meet, each at another point. Tomorrow is told, as far as it stands. */
export async function beginSecondDay(retreat: Retreat): Promise<void> {
  const { stage, staff } = retreat
  const there = await slot(retreat, 'second')
  if (there.assignedBy === null)
    await stage.does(staff, (w) => draw(w, there.id, { by: 'mix', earlierSlotId: null, seed: null }))
  await tells(retreat, 'second')
  const leaves = await stage.headOf(DECLINED.iso3)
  const own = (await slot(retreat, 'second')).sessions.find(({ assigned }) =>
    assigned?.some(({ delegationId }) => delegationId === leaves.acting?.delegationId),
  )
  if (own?.state === 'announced') await stage.does(leaves, (w) => decline(w, own.sessionId, DECLINED.note))
  await opens(retreat, 'second')
  const groups = (await slot(retreat, 'second')).sessions
  await stage.each([...groups.entries()], async ([at, group]) => {
    if (group.state === 'open') await isUnderWay(retreat, group, SECOND_GROUPS[at]!)
  })
  const [said] = await stage.reads(staff, (tx) => tx.select({ id: roomMessages.id }).from(roomMessages).limit(1))
  if (!said) await stage.does(staff, (w) => message(w, there.id, MESSAGE_TO_GROUPS))
  const last = groups.at(-1)!
  if (last.calls?.length === 0) {
    const [caller] = await present(retreat, last)
    if (caller) await stage.does(await stage.drafterOf(caller), (w) => call(w, last.sessionId, CALL_FOR_CHAIR))
  }
  await tells(retreat, 'closing')
  await chooses(retreat)
}

async function tells(retreat: Retreat, key: SlotKey): Promise<void> {
  const there = await slot(retreat, key)
  if (there.assignedAt === null) await retreat.stage.does(retreat.staff, (w) => tellGroups(w, there.id))
}

async function opens(retreat: Retreat, key: SlotKey): Promise<void> {
  await tells(retreat, key)
  const { id, sessions } = await slot(retreat, key)
  if (sessions.some(({ state }) => state === 'announced'))
    await retreat.stage.does(retreat.staff, (w) => moveAll(w, id, 'open', CLOSINGS))
}

async function closes(retreat: Retreat, key: SlotKey): Promise<void> {
  const { id, sessions } = await slot(retreat, key)
  if (sessions.some(({ state }) => state === 'open'))
    await retreat.stage.does(retreat.staff, (w) => moveAll(w, id, 'closed', CLOSINGS))
}

async function playOf({ stage, staff }: Retreat, { sessionId }: GroupView): Promise<Play> {
  const { session, items } = await stage.reads(staff, (tx) => sessionOf(tx, staff, sessionId))
  return { stage, staff, session, items }
}

async function openingSpeeches(play: Play): Promise<void> {
  const { stage, staff, items } = play
  const [{ id: itemId } = { id: '' }] = items
  await takesUp(play, itemId)
  if ((await heard(play, itemId)).length >= OPENING_SPEAKERS.length) return
  await stage.does(staff, (w) => setList(w, itemId, { open: true }))
  for (const { iso3, group, text } of OPENING_SPEAKERS) {
    const groupId = group ? await idOfGroup(stage, group) : null
    await inscribes(play, itemId, iso3, groupId)
    await states(play, itemId, iso3, groupId, blocksOf(text), 'room')
  }
  await stage.does(staff, (w) => setList(w, itemId, { open: false }))
  await allSpeak(play, itemId, OPENING_SPEAKERS.length)
  await measure(play, itemId, OPENING_SPEAKERS)
}

/** Those named go where the script has them; the others in turn, region by region, so that each group is a mix. */
async function placeByHand(retreat: Retreat): Promise<void> {
  const { stage, staff } = retreat
  const there = await slot(retreat, 'first')
  if (there.assignedBy !== null) return
  const { participantIds, revision } = await view(retreat)
  const byCode = await idsByCode(retreat)
  const scripted = new Map(FIRST_GROUPS.flatMap(({ ideas }, at) => ideas.map(({ iso3 }) => [iso3, at] as const)))
  const inTurn = STATES.toSorted((a, b) => (a.regionalGroup ?? '').localeCompare(b.regionalGroup ?? ''))
  const groups = there.sessions.map(({ sessionId }) => ({ sessionId, delegationIds: [] as string[] }))
  for (const [at, { iso3 }] of inTurn.entries()) {
    const id = byCode.get(iso3)
    if (id && participantIds?.includes(id)) groups[scripted.get(iso3) ?? at % groups.length]?.delegationIds.push(id)
  }
  await stage.does(staff, (w) => assign(w, there.id, revision, groups))
}

async function idsByCode({ stage, staff }: Retreat): Promise<Map<string, string>> {
  const { rows } = await stage.reads(staff, (tx) =>
    tx.$client.query<{ id: string; code: string }>('select id, code from delegations'),
  )
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** Those of a group who have somebody in the demonstration, at most eight, as they sit. */
async function present(retreat: Retreat, { assigned }: GroupView): Promise<string[]> {
  const byCode = await idsByCode(retreat)
  return ['GHA', 'EGY', 'SEN', 'NOR', 'ECU', ...[...RESPONDENTS, ...GUESTS].map(({ iso3 }) => iso3)]
    .filter((iso3) => assigned?.some(({ delegationId }) => delegationId === byCode.get(iso3)))
    .slice(0, 8)
}

async function comes({ stage, staff }: Retreat, { sessionId }: GroupView, iso3s: readonly string[]): Promise<void> {
  const there = await stage.reads(staff, (tx) =>
    tx.select().from(attendances).where(eq(attendances.sessionId, sessionId)),
  )
  await stage.each(iso3s, async (iso3) => {
    const who = await stage.drafterOf(iso3)
    if (there.some(({ delegationId }) => delegationId === who.acting?.delegationId)) return
    await stage.does(who, (w) => attend(w, sessionId))
  })
}

/** A group that has met: ideas, points that rest on them, who signed and who dissents, or why there are none. */
async function meets(retreat: Retreat, group: GroupView, said: (typeof FIRST_GROUPS)[number]): Promise<void> {
  const { stage } = retreat
  const { sessionId } = group
  const play = await playOf(retreat, group)
  await comes(retreat, group, [...new Set([...said.ideas.map(({ iso3 }) => iso3), ...(await present(retreat, group))])])
  const [{ id: itemId } = { id: '' }] = play.items
  await takesUp(play, itemId)
  await step(play, itemId, 'idle', 'writing')
  await writes(play, itemId, said.ideas)
  await step(play, itemId, 'writing', 'revealed')
  const reporter = await stage.caller(castPerson(said.rapporteur))
  if ('reason' in said.signing) {
    const { reason } = said.signing
    if (group.reportBack?.state === 'drafting') await stage.does(reporter, (w) => giveUp(w, sessionId, reason))
    return
  }
  const { signs, dissents } = said.signing
  await notesDown(play, reporter, itemId, said.points, said.ideas)
  await signed(retreat, group, reporter, [...signs.map((iso3) => ({ iso3, note: '' })), ...dissents])
  const { reportBack } = (await slot(retreat, 'first')).sessions.find((one) => one.sessionId === sessionId)!
  const { digest } = reportBack!
  if (reportBack?.state === 'put' && digest) await stage.does(reporter, (w) => closeSignatures(w, sessionId, digest))
}

/** Each point rests on the idea of the same place, as far as there is one. */
async function notesDown(
  { stage, staff }: Play,
  reporter: Office['irt'],
  itemId: string,
  points: readonly string[],
  said: readonly { text: string }[],
): Promise<void> {
  const [known, written] = await stage.reads(staff, (tx) =>
    Promise.all([
      tx.select().from(notes).where(eq(notes.itemId, itemId)),
      tx.select({ id: ideas.id, text: ideas.text }).from(ideas).where(eq(ideas.itemId, itemId)),
    ]),
  )
  for (const [at, text] of points.entries()) {
    if (known.some((note) => note.text === text)) continue
    const source = written.find((idea) => idea.text === said[at]?.text)
    const sources = source ? [{ kind: 'idea' as const, id: source.id }] : []
    await stage.does(reporter, (w) => addNote(w, itemId, { text, sources }, pointsChanged))
  }
}

/** Puts the points to the group; whoever has a note dissents with it. */
async function signed(
  retreat: Retreat,
  { sessionId, slotId }: GroupView,
  reporter: Office['irt'],
  signers: readonly { iso3: string; note: string }[],
): Promise<void> {
  const { stage, staff } = retreat
  const report = async () =>
    (await view(retreat)).slots.find(({ id }) => id === slotId)?.sessions.find((one) => one.sessionId === sessionId)
      ?.reportBack
  if ((await report())?.state === 'drafting') await stage.does(reporter, (w) => putPoints(w, sessionId))
  const put = await report()
  if (put?.state !== 'put' || !put.digest) return
  const { digest } = put
  const given = await stage.reads(staff, (tx) =>
    tx.select().from(signatures).where(eq(signatures.sessionId, sessionId)),
  )
  for (const { iso3, note } of signers) {
    const who = await stage.drafterOf(iso3)
    if (given.some(({ delegationId }) => delegationId === who.acting?.delegationId)) continue
    await stage.does(who, (w) => sign(w, sessionId, { digest, dissents: note !== '', note }))
  }
}

/** A group that meets now: some write in silence, in one the points are before the group. */
async function isUnderWay(retreat: Retreat, group: GroupView, said: (typeof SECOND_GROUPS)[number]): Promise<void> {
  const { stage } = retreat
  const play = await playOf(retreat, group)
  const here = await present(retreat, group)
  await comes(retreat, group, here)
  const [{ id: itemId } = { id: '' }] = play.items
  await takesUp(play, itemId)
  await step(play, itemId, 'idle', 'writing')
  const pool = [...SECOND_IDEAS]
  const ideasHere = here.flatMap((iso3) => {
    const at = pool.findIndex(({ language }) => language === stage.personOf(iso3).language)
    const [idea] = at < 0 ? [] : pool.splice(at, 1)
    return idea ? [{ iso3, ...idea }] : []
  })
  await writes(play, itemId, ideasHere.slice(0, 5))
  if (said.points.length === 0) return
  await step(play, itemId, 'writing', 'revealed')
  const reporter = await stage.caller(castPerson(said.rapporteur))
  await notesDown(play, reporter, itemId, said.points, ideasHere)
  // The four of the demonstration sign themselves, if they are here.
  const others = here.filter((iso3) => !['GHA', 'EGY', 'SEN', 'NOR'].includes(iso3)).slice(0, 3)
  if (said.put)
    await signed(
      retreat,
      group,
      reporter,
      others.map((iso3) => ({ iso3, note: '' })),
    )
}

/** Where delegations would like to go tomorrow. */
async function chooses(retreat: Retreat): Promise<void> {
  const { stage } = retreat
  const third = await slot(retreat, 'third')
  const known = third.choices ?? []
  await stage.each(CHOICES, async ({ iso3, groups }) => {
    const who = await stage.headOf(iso3)
    if (known.some(({ delegationId }) => delegationId === who.acting?.delegationId)) return
    const wished = groups.flatMap((number) => third.sessions.find((one) => one.number === number)?.sessionId ?? [])
    await stage.does(who, (w) => choose(w, third.id, wished))
  })
}
