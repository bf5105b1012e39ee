import { type LiveEvent, type StreamName, streams } from '@consultation/shared/live.ts'
import { type Change, type Collections, NO_COLLECTIONS } from '@consultation/shared/room-view.ts'
import type { Acting, Caller } from '@consultation/shared/rules/access.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'
import {
  type InvitedAs,
  isAdmitted,
  mayInRoom,
  onPodium,
  ROOM_COMMANDS,
  type RoomCommand,
  type RoomRole,
  type Standing,
  standingOf,
} from '@consultation/shared/rules/rooms.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type Asking, columnsOf, type Database, inTurn, type Tx, transaction } from '../database/database.ts'
import { groupsSpokenFor } from '../people/groups.ts'
import { Refused } from '../refused.ts'
import { Remembered } from '../remembered.ts'
import type { Work } from '../work.ts'
import { sessionInvited, sessionItems, sessionRoles, sessions } from './tables.ts'

export type SessionRow = typeof sessions.$inferSelect
export type ItemRow = typeof sessionItems.$inferSelect
export type Seen =
  | { kind: 'all' }
  /** `sealed`: one of them may not know the names that are not for attribution, so none is told them. */
  | { kind: 'podium'; sealed?: boolean }
  | { kind: 'seat'; delegationId: string }
/** For whom something in a room is presented. */
export type Look = { session: SessionRow; seen: Seen }

const SESSION = `select ${columnsOf(sessions)} from sessions where id = $1`

/** What one domain shows in a room. It is asked for everything when somebody comes in, and for what changed as it changes. */
export type RoomPart = {
  /** First words of the events it presents: `speaker` of `speaker.inscribed`. */
  nouns: readonly string[]
  whole(tx: Tx, look: Look): Promise<Partial<Collections>>
  /** These subjects as they are now; what this audience does not see is dropped. Never more than `whole` would show. */
  changed(tx: Tx, look: Look, noun: string, subjects: readonly string[]): Promise<Change[]>
}

/** A session and who the caller is in it, in one trip. Refuses: not_found, also to whom it does not concern. */
export async function standingIn(
  tx: Tx,
  caller: Caller,
  id: string | SQL,
): Promise<{ session: SessionRow; standing: Standing }> {
  const person = caller.kind === 'person' ? caller : null
  const [[session], roles, invited] = await Promise.all([
    tx.select().from(sessions).where(eq(sessions.id, id)),
    person
      ? tx
          .select({ role: sessionRoles.role })
          .from(sessionRoles)
          .where(and(eq(sessionRoles.sessionId, id), eq(sessionRoles.personId, person.personId)))
      : [],
    person?.acting
      ? tx
          .select({ invitedAs: sessionInvited.invitedAs })
          .from(sessionInvited)
          .where(and(eq(sessionInvited.sessionId, id), eq(sessionInvited.delegationId, person.acting.delegationId)))
      : [],
  ])
  if (!session) throw new Refused('not_found')
  const known = {
    roles: roles.map(({ role }) => role),
    invitedAs: invited[0]?.invitedAs ?? null,
    sessionId: session.id,
    mode: session.mode,
    closed: session.state === 'closed',
  }
  return admitted(session, standingOf(caller, known))
}

function admitted(session: SessionRow, standing: Standing) {
  const seesDrafts = standing.staff || standing.administrator || standing.roles.length > 0
  const there = session.state !== 'draft' || seesDrafts
  const concerned = isAdmitted(standing) || standing.administrator || standing.readsAfterwards
  if (!there || !concerned) throw new Refused('not_found')
  return { session, standing }
}

/** A session in which the caller may do this. Refuses: not_found, forbidden. */
export async function entered(tx: Tx, caller: Caller, id: string | SQL, command: RoomCommand) {
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
  const its = sql`(select ${sessionItems.sessionId} from ${sessionItems} where ${sessionItems.id} = ${itemId})`
  // Sent together and done one after the other: what is read is read when it is this command's turn.
  const [, [item], { session, standing }] = await Promise.all([
    inTurn(work, itemId),
    tx.select().from(sessionItems).where(eq(sessionItems.id, itemId)),
    entered(tx, caller, its, command),
  ])
  if (!item) throw new Refused('not_found')
  if (!anytime && session.state !== 'open') throw new Refused('session_not_open')
  return { session, item, standing }
}

/** What a command at an agenda item of an open session is judged by, and the text by which PostgreSQL knows it (`room_facts`). */
type KnownItem = {
  session: Pick<SessionRow, 'id' | 'mode' | 'prescreen' | 'ideasOfOne'>
  item: Pick<ItemRow, 'id' | 'phase' | 'budget' | 'cap'>
  roles: readonly RoomRole[]
  invitedAs: InvitedAs | null
  facts: string
}
/** By item, person and delegation. */
const known = new Remembered<KnownItem>({ most: 5_000 })
const nameOfItem = (itemId: string, personId: string, acting: Acting | null) =>
  `${itemId} ${personId} ${acting?.delegationId}`

/** What was found at an item when this caller last contributed there. Nobody believes it: the change confirms its facts. */
export function knownItem(caller: Caller, itemId: string): (KnownItem & { standing: Standing }) | undefined {
  const found = caller.kind === 'person' && known.get(nameOfItem(itemId, caller.personId, caller.acting))
  if (!found) return undefined
  const { roles, invitedAs, session } = found
  const standing = standingOf(caller, { roles, invitedAs, sessionId: session.id, mode: session.mode, closed: false })
  return { ...found, standing }
}

/** Remembers where this caller may contribute, for the next time. */
export async function rememberItem(
  { client, caller }: Work,
  { session, item, standing }: Awaited<ReturnType<typeof atItem>>,
): Promise<void> {
  // The first contribution changes the session.
  if (caller.kind !== 'person' || !session.hasContributions) return
  const { rows } = await client.query<{ facts: string | null }>({
    name: 'room-facts',
    text: 'select room_facts($1) as facts',
    values: [item.id],
  })
  const facts = rows[0]?.facts
  if (!facts) return
  const { id, mode, prescreen, ideasOfOne } = session
  known.set(nameOfItem(item.id, caller.personId, caller.acting), {
    session: { id, mode, prescreen, ideasOfOne },
    item: { id: item.id, phase: item.phase, budget: item.budget, cap: item.cap },
    roles: [...standing.roles],
    invitedAs: standing.invitedAs,
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

/** Whether this caller may be told of what happens in a session's stream. */
export async function mayFollowSession(tx: Tx, caller: Caller, stream: StreamName): Promise<boolean> {
  const room = roomOf(stream)
  if (!room) return false
  try {
    const { standing } = await standingIn(tx, caller, room.sessionId)
    if (room.seen.kind === 'all') return mayInRoom(standing, 'follow')
    if (room.seen.kind === 'podium') return mayInRoom(standing, 'podium.follow')
    return standing.invitedAs !== null && standing.delegationId === room.seen.delegationId
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** The platform reads for an audience as that audience: what it may not see PostgreSQL does not show. */
function readerFor(sessionId: string, seen: Seen): Asking {
  if (seen.kind === 'all') return { kind: 'screen', screenId: '', sessionId }
  if (seen.kind === 'podium') return 'system'
  const acting = { delegationId: seen.delegationId, role: 'reader' as const, membershipId: '' }
  return { kind: 'person', personId: '', signInId: '', office: [], acting }
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

/** The rooms as put together from what each domain shows in them. */
export class RoomPresenter {
  private readonly byNoun = new Map<string, RoomPart>()
  private readonly parts: readonly RoomPart[]

  constructor(parts: readonly RoomPart[]) {
    this.parts = parts
    for (const part of parts) for (const noun of part.nouns) this.byNoun.set(noun, part)
  }

  /** News with what it changes, presented once for all who follow the stream. Each subject once, with its last mention. */
  async present(database: Database, stream: StreamName, events: LiveEvent[]): Promise<LiveEvent[]> {
    const room = roomOf(stream)
    if (!room || events.length === 0) return events
    return transaction(
      database,
      readerFor(room.sessionId, room.seen),
      'begin isolation level repeatable read read only',
      async (tx, _client, _now, rows) => {
        const [session] = rows as SessionRow[]
        if (!session) return events
        const seen = await seenBy(tx, session, room.seen)
        const changes = new Map<number, Change[]>()
        const lastOf = new Map(events.map((event) => [`${nounOf(event)} ${event.subject}`, event]))
        const byNoun = Map.groupBy(lastOf.values(), nounOf)
        for (const [noun, last] of byNoun) {
          const part = this.byNoun.get(noun)
          if (!part) continue
          const seq = last.at(-1)!.seq
          const subjects = last.map(({ subject }) => subject)
          changes.set(seq, [
            ...(changes.get(seq) ?? []),
            ...(await part.changed(tx, { session, seen }, noun, subjects)),
          ])
        }
        return events.map((event) => {
          const made = changes.get(event.seq)
          return made && made.length > 0 ? { ...event, changes: made } : event
        })
      },
      // For each audience of each event: with the opening, and not put together anew each time.
      { name: 'session', text: SESSION, values: [room.sessionId] },
    )
  }

  /** Everything the caller sees in the room, and where its streams stood. Refuses: not_found, forbidden. */
  async view(tx: Tx, caller: Caller, sessionId: string, now: Date): Promise<RoomView> {
    const possible: Seen[] = [{ kind: 'all' }, { kind: 'podium' }]
    const delegationId = caller.kind === 'person' ? caller.acting?.delegationId : undefined
    if (delegationId !== undefined) possible.push({ kind: 'seat', delegationId })
    // The heads are read before all else: what comes after one is told anew, and to hear it twice is harmless.
    const [{ rows: heads }, { session, standing }] = await Promise.all([
      tx.$client.query<{ name: string; seq: number }>('select name, seq from streams where name = any($1)', [
        possible.map((seen) => streamOf(sessionId, seen)),
      ]),
      entered(tx, caller, sessionId, 'follow'),
    ])
    const allowed = possible.filter(
      ({ kind }) => kind === 'all' || (kind === 'podium' ? onPodium(standing) : standing.invitedAs !== null),
    )
    const audiences = await Promise.all(allowed.map((seen) => seenBy(tx, session, seen)))
    const [speaksFor, ...collections] = await Promise.all([
      delegationId === undefined ? [] : groupsSpokenFor(tx, delegationId, dayIn(now, NEW_YORK)),
      ...audiences.flatMap((seen) => this.parts.map((part) => part.whole(tx, { session, seen }))),
    ])
    return {
      ...Object.assign({ ...NO_COLLECTIONS }, ...collections),
      sessionId,
      heads: Object.fromEntries(
        audiences.map((seen) => {
          const name = streamOf(sessionId, seen)
          return [name, heads.find((head) => head.name === name)?.seq ?? 0]
        }),
      ),
      now: now.toISOString(),
      roles: [...standing.roles],
      invitedAs: standing.invitedAs,
      delegationId: standing.delegationId,
      speaksFor,
      may: mayAll(standing),
    }
  }
}

/** Where names are sealed and one of the Review Team sits on the podium, the podium is told no name. */
async function seenBy(tx: Tx, session: SessionRow, seen: Seen): Promise<Seen> {
  if (seen.kind !== 'podium' || session.mode === 'attributed') return seen
  const { rows } = await tx.$client.query<{ team: boolean }>({
    name: 'podium-with-team',
    text: `select exists (select from session_roles r where r.session_id = $1
        and exists (select from office_roles o where o.person_id = r.person_id and o.role::text = 'irt')
        and not exists (select from office_roles o where o.person_id = r.person_id and o.role = 'staff')) as team`,
    values: [session.id],
  })
  return { kind: 'podium', sealed: rows[0]!.team }
}

const nounOf = ({ kind }: LiveEvent) => kind.slice(0, kind.indexOf('.'))

const mayAll = (standing: Standing) =>
  Object.fromEntries(
    Object.keys(ROOM_COMMANDS).map((command) => [command, mayInRoom(standing, command as RoomCommand)]),
  ) as RoomView['may']
