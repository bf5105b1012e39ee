import { randomUUID } from 'node:crypto'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { StatementView } from '@consultation/shared/room-view.ts'
import type { Block } from '@consultation/shared/text.ts'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { dayOf, groupsSpokenFor, rosterOn } from '../people/groups.ts'
import { Refused } from '../refused.ts'
import { atItem, contributed, type Look, type SessionRow } from '../sessions/room.ts'
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
 * at once when it is put in writing instead. Given again it replaces the earlier one. Refuses: not_found, forbidden,
 * session_not_open, not_in_anonymous, not_speaker.
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
  const [known] = await work.tx
    .select({ statementId: statements.id, wasOpen: statements.open })
    .from(statementSources)
    .innerJoin(statements, eq(statements.id, statementSources.statementId))
    .where(
      and(
        eq(statementSources.itemId, itemId),
        eq(statementSources.delegationId, delegationId),
        groupId === null ? isNull(statementSources.groupId) : eq(statementSources.groupId, groupId),
      ),
    )
  const id = known?.statementId ?? randomUUID()
  const content = { language: given.language, blocks: given.blocks, channel: given.channel, open, at: work.now }
  const named = open && session.mode === 'attributed'
  const roster = groupId === null ? [] : await rosterOn(work.tx, groupId, day)
  if (known) {
    await work.tx.update(statements).set(content).where(eq(statements.id, id))
    await work.tx.update(statementSources).set({ named, roster }).where(eq(statementSources.statementId, id))
  } else {
    // Where it stands among the others says nothing of when it came, in case its author is not to be known.
    await work.tx.insert(statements).values({ id, sessionId: session.id, itemId, place: Math.random(), ...content })
    await work.tx.insert(statementSources).values({
      statementId: id,
      sessionId: session.id,
      itemId,
      delegationId,
      groupId,
      roster,
      named,
    })
  }
  await contributed(work, session)
  await work.write(streams.sessionSeat(session.id, delegationId), 'statement.given', id, content)
  await work.write(streams.sessionPodium(session.id), 'statement.given', id)
  // What the room does not read, and did not until now, is not mentioned to it.
  if (open || known?.wasOpen) await work.write(streams.sessionAll(session.id), 'statement.given', id)
  return id
}

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
  if (speaker.capacity !== 'national' && speaker.capacity !== 'group') return
  const [found] = await work.tx
    .select({ id: statements.id, open: statements.open })
    .from(statements)
    .innerJoin(statementSources, eq(statementSources.statementId, statements.id))
    .where(
      and(
        eq(statements.itemId, speaker.itemId),
        eq(statements.channel, 'room'),
        eq(statementSources.delegationId, speaker.delegationId),
        speaker.groupId === null ? isNull(statementSources.groupId) : eq(statementSources.groupId, speaker.groupId),
      ),
    )
  if (!found || found.open === open) return
  await work.tx.update(statements).set({ open }).where(eq(statements.id, found.id))
  await work.tx
    .update(statementSources)
    .set({ named: open && session.mode === 'attributed' })
    .where(eq(statementSources.statementId, found.id))
  await work.write(streams.sessionSeat(session.id, speaker.delegationId), 'statement.given', found.id, { open })
  await work.write(streams.sessionPodium(session.id), 'statement.given', found.id, { open })
  await work.write(streams.sessionAll(session.id), 'statement.given', found.id, { open })
}

/** Statements as an audience reads them: everybody the open ones, the podium and their own delegation all. */
export async function statementsIn(tx: Tx, { session, seen }: Look, ids?: readonly string[]): Promise<StatementView[]> {
  const rows = await tx
    .select({ statement: statements, source: statementSources })
    .from(statements)
    .leftJoin(statementSources, eq(statementSources.statementId, statements.id))
    .where(and(eq(statements.sessionId, session.id), ids ? inArray(statements.id, [...ids]) : undefined))
    .orderBy(statements.place)
  return rows
    .filter(({ statement, source }) => {
      if (seen.kind === 'all') return statement.open
      return seen.kind === 'podium' || source?.delegationId === seen.delegationId
    })
    .map(({ statement, source }) => present(statement, source, { session, seen }))
}

function present(row: StatementRow, source: SourceRow | null, { session, seen }: Look): StatementView {
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
  }
}
