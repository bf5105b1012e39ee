import { randomUUID } from 'node:crypto'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { StatementView } from '@consultation/shared/room-view.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { onPodium } from '@consultation/shared/rules/rooms.ts'
import type { Block } from '@consultation/shared/text.ts'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { dayOf, groupsSpokenFor, rosterOn } from '../people/groups.ts'
import { Refused } from '../refused.ts'
import { own } from '../sessions/own.ts'
import { atItem, contributed, entered, type Look, type SessionRow } from '../sessions/room.ts'
import { seatFor } from '../sessions/seats.ts'
import type { Work } from '../work.ts'
import type { SpeakerRow } from './speakers.ts'
import { speakers, statementSources, statements } from './tables.ts'

/** Who could not attend adds in writing for so long after a session, on the same footing. */
const WRITING_MS = 7 * 86_400_000

type StatementRow = typeof statements.$inferSelect
type SourceRow = typeof statementSources.$inferSelect

type Given = { groupId: string | null; language: Language; blocks: Block[]; channel: 'room' | 'writing' }

/**
 * The written statement of a delegation, or of a group it speaks for, on an item: the room reads it once it was delivered, or
 * at once when it is put in writing instead. Given again it takes the place of the earlier one, which stays as it is if the
 * room has read it: a citation does not move. Refuses: not_found, forbidden, session_not_open, not_in_anonymous, not_speaker.
 */
export async function give(work: Work, itemId: string, given: Given): Promise<string> {
  const { session, standing } = await atItem(work, itemId, 'statement.give', { anytime: true })
  const { delegationId } = standing
  if (delegationId === null) throw new Refused('forbidden')
  if (session.mode === 'anonymous') throw new Refused('not_in_anonymous')
  if (!takesStatements(session, given.channel, work.now)) throw new Refused('session_not_open')
  const day = dayOf(work.now)
  const { groupId } = given
  if (groupId !== null && !(await groupsSpokenFor(work.tx, delegationId, day)).includes(groupId))
    throw new Refused('not_speaker', { field: 'groupId' })
  const open = given.channel === 'writing' || (await hasSpoken(work.tx, itemId, delegationId, groupId))
  const versions = await versionsOf(work.tx, { itemId, delegationId, groupId })
  const last = versions.at(-1)
  const content = { language: given.language, blocks: given.blocks, channel: given.channel, open, at: work.now }
  const named = open && session.mode === 'attributed'
  const roster = groupId === null ? [] : await rosterOn(work.tx, groupId, day)
  const id = last && !last.fixed ? last.id : randomUUID()
  if (last && !last.fixed) {
    await work.tx.update(statements).set(content).where(eq(statements.id, id))
    await work.tx.update(statementSources).set({ named, roster }).where(eq(statementSources.statementId, id))
  } else {
    const version = (last?.version ?? 0) + 1
    // Where it stands among the others says nothing of when it came, in case its author is not to be known.
    const place = last?.place ?? Math.random()
    await work.tx.insert(statements).values({ id, sessionId: session.id, itemId, place, version, ...content })
    await work.tx
      .insert(statementSources)
      .values({ statementId: id, sessionId: session.id, itemId, delegationId, groupId, roster, named, version })
    if (last) await work.tx.update(statements).set({ replacedBy: id }).where(eq(statements.id, last.id))
  }
  const earlier = versions.filter((one) => one.id !== id)
  const read = idsOf(earlier.filter((one) => one.open))
  // Kept for delivery instead, what the room has read leaves it until then.
  if (!open) await setOpen(work, session, read, false)
  await contributed(work, session)
  const seat = streams.sessionSeat(session.id, delegationId)
  for (const one of idsOf(earlier)) await work.write(seat, 'statement.given', one)
  await work.write(seat, 'statement.given', id, content)
  for (const one of [...idsOf(earlier), id]) await work.write(streams.sessionPodium(session.id), 'statement.given', one)
  // What the room does not read, and did not until now, is not mentioned to it.
  for (const one of open ? [...read, id] : read)
    await work.write(streams.sessionAll(session.id), 'statement.given', one)
  return id
}

type Whose = Pick<SpeakerRow, 'itemId' | 'groupId'> & { delegationId: string }

/** All versions of one statement, the first first. */
async function versionsOf(tx: Tx, { itemId, delegationId, groupId }: Whose): Promise<StatementRow[]> {
  const rows = await tx
    .select({ statement: statements })
    .from(statements)
    .innerJoin(statementSources, eq(statementSources.statementId, statements.id))
    .where(
      and(
        eq(statementSources.itemId, itemId),
        eq(statementSources.delegationId, delegationId),
        groupId === null ? isNull(statementSources.groupId) : eq(statementSources.groupId, groupId),
      ),
    )
    .orderBy(asc(statements.version))
  return rows.map(({ statement }) => statement)
}

async function setOpen(work: Work, session: SessionRow, ids: readonly string[], open: boolean): Promise<void> {
  if (ids.length === 0) return
  await work.tx
    .update(statements)
    .set({ open })
    .where(inArray(statements.id, [...ids]))
  await work.tx
    .update(statementSources)
    .set({ named: open && session.mode === 'attributed' })
    .where(inArray(statementSources.statementId, [...ids]))
}

const idsOf = (rows: readonly StatementRow[]) => rows.map(({ id }) => id)

function takesStatements(session: SessionRow, channel: 'room' | 'writing', now: Date): boolean {
  if (session.state === 'announced' || session.state === 'open') return true
  if (session.state !== 'closed' || channel === 'room' || session.closedAt === null) return false
  return now.getTime() - session.closedAt.getTime() < WRITING_MS
}

/** In the same capacity: a point of order or a reply delivers no statement. */
async function hasSpoken(tx: Tx, itemId: string, delegationId: string, groupId: string | null): Promise<boolean> {
  const [spoken] = await tx
    .select({ id: speakers.id })
    .from(speakers)
    .where(
      and(
        eq(speakers.itemId, itemId),
        eq(speakers.delegationId, delegationId),
        groupId === null ? isNull(speakers.groupId) : eq(speakers.groupId, groupId),
        eq(speakers.capacity, groupId === null ? 'national' : 'group'),
        eq(speakers.state, 'spoken'),
      ),
    )
    .limit(1)
  return spoken !== undefined
}

/** Whoever has spoken has their text read by the room. */
export const openStatementOf = (work: Work, session: SessionRow, speaker: SpeakerRow) =>
  show(work, session, speaker, true)
/** The giving of the floor was taken back, and with it what it opened. */
export const closeStatementOf = (work: Work, session: SessionRow, speaker: SpeakerRow) =>
  show(work, session, speaker, false)

async function show(work: Work, session: SessionRow, speaker: SpeakerRow, open: boolean): Promise<void> {
  const { delegationId } = speaker
  if (delegationId === null || (speaker.capacity !== 'national' && speaker.capacity !== 'group')) return
  const found = (await versionsOf(work.tx, { ...speaker, delegationId })).at(-1)
  if (found?.channel !== 'room' || found.open === open) return
  // Delivered before as well: it was not this giving that opened it.
  if (!open && (await hasSpoken(work.tx, speaker.itemId, delegationId, speaker.groupId))) return
  await setOpen(work, session, [found.id], open)
  await work.write(streams.sessionSeat(session.id, delegationId), 'statement.given', found.id, { open })
  await work.write(streams.sessionPodium(session.id), 'statement.given', found.id, { open })
  await work.write(streams.sessionAll(session.id), 'statement.given', found.id, { open })
}

/**
 * Statements as an audience reads them: everybody the open ones, the podium and their own delegation all; of each the version
 * that stands, or with `replaced` also those before it.
 */
export async function statementsIn(
  tx: Tx,
  { session, seen }: Look,
  ids?: readonly string[],
  { replaced = false } = {},
): Promise<StatementView[]> {
  const rows = await tx
    .select({ statement: statements, source: statementSources })
    .from(statements)
    .leftJoin(statementSources, eq(statementSources.statementId, statements.id))
    .where(
      and(
        eq(statements.sessionId, session.id),
        ids ? inArray(statements.id, [...ids]) : undefined,
        replaced ? undefined : isNull(statements.replacedBy),
        seen.kind === 'seat' ? eq(statementSources.delegationId, seen.delegationId) : undefined,
        seen.kind === 'all' ? eq(statements.open, true) : undefined,
      ),
    )
    .orderBy(statements.place, statements.version)
  return rows
    .filter(({ statement, source }) => {
      if (seen.kind === 'all') return statement.open
      return seen.kind === 'podium' || source?.delegationId === seen.delegationId
    })
    .map(({ statement, source }) => present(statement, source, { session, seen }))
}

/** A statement by any of its versions: that one and those before it, the latest first. Refuses: not_found, forbidden. */
export async function statementVersions(tx: Tx, caller: Caller, statementId: string): Promise<StatementView[]> {
  const [asked] = await tx.select().from(statements).where(eq(statements.id, statementId))
  if (!asked) throw new Refused('not_found')
  const { session, standing } = await entered(tx, caller, asked.sessionId, 'follow')
  const rows = await tx.select().from(statements).where(eq(statements.itemId, asked.itemId))
  const chain = [asked.id]
  for (const id of chain) chain.push(...rows.flatMap((row) => (row.replacedBy === id ? [row.id] : [])))
  const seats: Look['seen'][] = [{ kind: onPodium(standing) ? 'podium' : 'all' }]
  if (standing.invitedAs !== null && standing.delegationId !== null)
    seats.push({ kind: 'seat', delegationId: standing.delegationId })
  for (const seen of seats.reverse()) {
    const found = await statementsIn(tx, { session, seen }, chain, { replaced: true })
    if (found.some(({ id }) => id === statementId)) return found.toSorted((a, b) => b.version - a.version)
  }
  throw new Refused('not_found')
}

type Shown = Pick<StatementRow, 'id' | 'itemId' | 'channel' | 'language' | 'blocks' | 'at' | 'version' | 'replacedBy'>

/** A delegation's own, of each the version that stands. */
export const OWN_STATEMENTS = own(
  'ownStatements',
  `select t.id, t.item_id as "itemId", t.channel, t.language, t.blocks, t.at, t.version, t.replaced_by as "replacedBy",
      s.delegation_id as "delegationId", s.group_id as "groupId"
    from statement_sources s join statements t on t.id = s.statement_id
    where s.session_id = $1 and s.delegation_id = $2 and t.replaced_by is null order by t.place, t.version`,
  (row: Omit<Shown, 'at'> & Author & { at: string }, seat) => present({ ...row, at: new Date(row.at) }, row, seat),
)

type Author = Pick<SourceRow, 'delegationId' | 'groupId'>
type Seat = { session: Pick<SessionRow, 'mode'>; seen: Look['seen'] }

function present(row: Shown, source: Author | null, { session, seen }: Seat): StatementView {
  const seat = seatFor(source, session.mode, seen)
  return {
    id: row.id,
    itemId: row.itemId,
    seat,
    channel: row.channel,
    // Also of a sealed one: the words say it anyway, and without it they are read aloud and set wrongly (P3 holds no more).
    language: row.language,
    blocks: row.blocks,
    // AT5 The time goes with the name.
    at: seat.kind === 'withheld' ? null : row.at.toISOString(),
    version: row.version,
    replaced: row.replacedBy !== null,
  }
}
