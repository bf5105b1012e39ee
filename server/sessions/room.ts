import { type StreamName, streams } from '@consultation/shared/live.ts'
import type { Change, Collections } from '@consultation/shared/room-view.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import {
  type InvitedAs,
  isAdmitted,
  mayInRoom,
  type RoomCommand,
  type RoomRole,
  type Standing,
  standingOf,
} from '@consultation/shared/rules/rooms.ts'
import { asc, eq } from 'drizzle-orm'
import { columnsOf, type Database, type First, found, inTurn, looking, rowOf, type Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { Remembered } from '../remembered.ts'
import type { Work } from '../work.ts'
import type { Own } from './own.ts'
import { sessionItems, sessions } from './tables.ts'

export type SessionRow = typeof sessions.$inferSelect
export type ItemRow = typeof sessionItems.$inferSelect
export type Seen =
  | { kind: 'all' }
  /** `sealed`: one of them may not know the names that are not for attribution, so none is told them. */
  | { kind: 'podium'; sealed?: boolean }
  | { kind: 'seat'; delegationId: string }
/** For whom something in a room is presented. */
export type Look = { session: SessionRow; seen: Seen }

/** What one domain shows in a room. It is asked for everything when somebody comes in, and for what changed as it changes. */
export type RoomPart = {
  /** First words of the events it presents: `speaker` of `speaker.inscribed`. */
  nouns: readonly string[]
  /** What it shows a delegation of its own. */
  own?: readonly Own[]
  /** What it shows everybody, or the podium besides. */
  whole(tx: Tx, look: Look): Promise<Partial<Collections>>
  /** What the session alone says of such news, where nothing has to be read for it; undefined where something has. */
  known?(look: Look, noun: string): Change[] | undefined
  /** These subjects as they are now; what this audience does not see is dropped. Never more than `whole` would show. */
  changed(tx: Tx, look: Look, noun: string, subjects: readonly string[]): Promise<Change[]>
}

/** A session and what the caller is in it, in one column of one row. */
const standing = (sessionId: string, more = '') => `select to_json(o) as found from (select
    (select to_json(s) from (select ${columnsOf(sessions)} from sessions where id = ${sessionId}) s) as session,
    array(select r.role from session_roles r where r.session_id = ${sessionId} and r.person_id = $2) as roles,
    (select i.invited_as from session_invited i where i.session_id = ${sessionId} and i.delegation_id = $3) as "invitedAs"${more}) o`
const IN_SESSION = { name: 'standing-in-session', text: standing('$1') }
const AT_ITEM = {
  name: 'standing-at-item',
  text: standing(
    '(select session_id from session_items where id = $1)',
    `, (select to_json(i) from (select ${columnsOf(sessionItems)} from session_items where id = $1) i) as item`,
  ),
}
type Found = { session: object | null; roles: RoomRole[]; invitedAs: InvitedAs | null; item?: object | null }

const whoIs = (caller: Caller): [string | null, string | null] =>
  caller.kind === 'person' ? [caller.personId, caller.acting?.delegationId ?? null] : [null, null]

/** What a command in a session is judged by, for its route to have it read as the transaction opens. */
export const inSession = (caller: Caller, sessionId: string): First => ({
  ...IN_SESSION,
  values: [sessionId, ...whoIs(caller)],
})

/** The same at an agenda item, whose commands follow one another from here to the commit. */
export const inTurnAt = (caller: Caller, itemId: string): First => ({
  ...AT_ITEM,
  values: [itemId, ...whoIs(caller)],
  turns: [itemId],
})

/** A session and who the caller is in it, in one trip. Refuses: not_found, also to whom it does not concern. */
export async function standingIn(
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<{ session: SessionRow; standing: Standing }> {
  const [row] = await found<{ found: Found }>(tx, inSession(caller, id))
  return admittedAs(caller, row)
}

function admittedAs(caller: Caller, row: { found: Found } | undefined) {
  if (!row?.found.session) throw new Refused('not_found')
  return admitted(rowOf(sessions, row.found.session), caller, row.found)
}

/** The same of a session that was read, with the caller's parts in it. Refuses: not_found. */
export function admitted<S extends Pick<SessionRow, 'id' | 'mode' | 'state'>>(
  session: S,
  caller: Caller,
  { roles, invitedAs }: { roles: readonly RoomRole[]; invitedAs: InvitedAs | null },
): { session: S; standing: Standing } {
  const { id: sessionId, mode, state } = session
  const standing = standingOf(caller, { roles, invitedAs, sessionId, mode, closed: state === 'closed' })
  const seesDrafts = standing.staff || standing.administrator || standing.roles.length > 0
  const there = session.state !== 'draft' || seesDrafts
  const concerned = isAdmitted(standing) || standing.administrator || standing.readsAfterwards
  if (!there || !concerned) throw new Refused('not_found')
  return { session, standing }
}

/** A session in which the caller may do this. Refuses: not_found, forbidden. */
export async function entered(tx: Tx, caller: Caller, id: string, command: RoomCommand) {
  const { session, standing } = await standingIn(tx, caller, id)
  if (!mayInRoom(standing, command)) throw new Refused('forbidden')
  return { session, standing }
}

/**
 * An agenda item in whose session the caller may do this; the item's commands follow one another from here to the commit.
 * Refuses: not_found, forbidden, session_not_open (unless `anytime`).
 */
export async function atItem(
  work: Work,
  itemId: string,
  command: RoomCommand,
  { anytime = false }: { anytime?: boolean } = {},
): Promise<{ session: SessionRow; item: ItemRow; standing: Standing }> {
  const { tx, caller } = work
  const [row] = await found<{ found: Found }>(tx, inTurnAt(caller, itemId))
  const { session, standing } = admittedAs(caller, row)
  if (!mayInRoom(standing, command)) throw new Refused('forbidden')
  if (!row?.found.item) throw new Refused('not_found')
  const item = rowOf(sessionItems, row.found.item)
  if (!anytime && session.state !== 'open') throw new Refused('session_not_open')
  return { session, item, standing }
}

/** What a command at an agenda item of an open session is judged by, beside who asks. */
type KnownItem = {
  session: Pick<SessionRow, 'id' | 'mode' | 'prescreen' | 'ideasOfOne'>
  item: Pick<ItemRow, 'id' | 'phase' | 'budget' | 'cap'>
  /** The text by which PostgreSQL knows all of it. */
  facts: string
}
const remembered = new Remembered<KnownItem>({ most: 2_000 })

/**
 * What was found at an item when somebody last contributed there, for a caller who is taken to be a delegate and no more than
 * that. Nobody believes it: the change has PostgreSQL compare the facts (`room_facts`).
 */
export function knownItem(caller: Caller, itemId: string): (KnownItem & { standing: Standing }) | undefined {
  const found = remembered.get(itemId)
  if (!found || caller.kind !== 'person' || !caller.acting) return undefined
  const { session, facts } = found
  const seat = { roles: [], invitedAs: 'delegate' as const }
  const standing = standingOf(caller, { ...seat, sessionId: session.id, mode: session.mode, closed: false })
  return { ...found, facts: `${facts}|${seat.invitedAs}|`, standing }
}

/** Remembers an item for whoever contributes there next. */
export async function rememberItem(
  { client }: Work,
  { session, item }: { session: SessionRow; item: ItemRow },
): Promise<void> {
  // The first contribution changes the session.
  if (!session.hasContributions) return
  const { rows } = await client.query<{ facts: string | null }>({
    name: 'room-facts',
    text: 'select room_facts($1) as facts',
    values: [item.id],
  })
  const [facts] = rows[0]?.facts?.split('|') ?? []
  if (!facts) return
  const { id, mode, prescreen, ideasOfOne } = session
  const { phase, budget, cap } = item
  remembered.set(item.id, {
    session: { id, mode, prescreen, ideasOfOne },
    item: { id: item.id, phase, budget, cap },
    facts,
  })
}

/** All items of a session at once, in one order: nothing else is done in its room until the transaction ends. */
export async function holdItems(work: Work, sessionId: string): Promise<string[]> {
  const rows = await work.tx
    .select({ id: sessionItems.id })
    .from(sessionItems)
    .where(eq(sessionItems.sessionId, sessionId))
    .orderBy(asc(sessionItems.id))
  for (const { id } of rows) await inTurn(work, id)
  return rows.map(({ id }) => id)
}

/** The mode is bound from the first contribution on. */
export async function contributed(work: Work, session: SessionRow): Promise<void> {
  if (session.hasContributions) return
  await work.client.query('select session_contributed($1)', [session.id])
}

const FOLLOWED = {
  name: 'session-followed',
  text: `select to_json(o) as found from (select s.id, s.mode, s.state,
      array(select r.role from session_roles r where r.session_id = s.id and r.person_id = $2) as roles,
      (select i.invited_as from session_invited i where i.session_id = s.id and i.delegation_id = $3) as "invitedAs"
    from sessions s where s.id = $1) o`,
}
type Followed = Pick<SessionRow, 'id' | 'mode' | 'state'> & { roles: RoomRole[]; invitedAs: InvitedAs | null }

/** Which of a session's audiences this caller belongs to, in one trip: whether it may be told of what happens in their streams. */
export async function audienceIn(
  database: Database,
  caller: Caller,
  sessionId: string,
): Promise<(seen: Seen) => boolean> {
  const person = caller.kind === 'person' ? caller : null
  const values = [sessionId, person?.personId ?? null, person?.acting?.delegationId ?? null]
  const { rows } = await looking<{ found: Followed }>(database, caller, { ...FOLLOWED, values })
  const found = rows[0]?.found
  if (!found) return () => false
  try {
    const { standing } = admitted(found, caller, found)
    return (seen) => {
      if (seen.kind === 'all') return mayInRoom(standing, 'follow')
      if (seen.kind === 'podium') return mayInRoom(standing, 'podium.follow')
      return standing.invitedAs !== null && standing.delegationId === seen.delegationId
    }
  } catch (error) {
    if (error instanceof Refused) return () => false
    throw error
  }
}

/** Which room a stream tells of, and whom; null for a stream that is no room's. */
export function roomOf(stream: StreamName): { sessionId: string; seen: Seen } | null {
  const [kind, sessionId = '', audience, delegationId = ''] = stream.split(':')
  if (kind !== 'session') return null
  if (audience === 'seat') return { sessionId, seen: { kind: 'seat', delegationId } }
  return { sessionId, seen: { kind: audience === 'podium' ? 'podium' : 'all' } }
}

export const streamOf = (sessionId: string, seen: Seen): StreamName =>
  seen.kind === 'seat'
    ? streams.sessionSeat(sessionId, seen.delegationId)
    : seen.kind === 'podium'
      ? streams.sessionPodium(sessionId)
      : streams.sessionAll(sessionId)
