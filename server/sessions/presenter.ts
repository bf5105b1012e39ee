import type { LiveEvent, StreamName } from '@consultation/shared/live.ts'
import { type Change, type Collections, NO_COLLECTIONS } from '@consultation/shared/room-view.ts'
import { type Caller, isIrt } from '@consultation/shared/rules/access.ts'
import {
  type InvitedAs,
  mayInRoom,
  onPodium,
  ROOM_COMMANDS,
  type RoomCommand,
  type RoomRole,
  type Standing,
} from '@consultation/shared/rules/rooms.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import {
  type Asking,
  columnsOf,
  type Database,
  type Look,
  rowOf,
  type Statement,
  type Tx,
  transaction,
} from '../database/database.ts'
import { Refused } from '../refused.ts'
import { type Own, ownColumns, ownShown } from './own.ts'
import { admitted, type Look as Looking, type RoomPart, roomOf, type Seen, type SessionRow, streamOf } from './room.ts'
import { sessions } from './tables.ts'

const SESSION = `select ${columnsOf(sessions)} from sessions where id = $1`
/** For each audience of each event: in one column, of which the driver makes no more than a text. */
const TOLD = { name: 'session-told', text: `select to_json(o) as found from (${SESSION}) o` }
const WITH_HEAD = `select ${columnsOf(sessions)}, coalesce((select seq from streams where name = $2), 0) as head
  from sessions where id = $1`

/** What is found in one trip when somebody comes in: who that is here, where the streams stand, and what is their own. */
const opening = (own: string) => `select to_json(o) as found from (
  select s.id, s.mode, s.state,
    array(select r.role from session_roles r where r.session_id = s.id and r.person_id = $3) as roles,
    (select i.invited_as from session_invited i where i.session_id = s.id and i.delegation_id = $2) as "invitedAs",
    array(select g.group_id from group_speakers g where g.delegation_id = $2
      and g."from" <= today.day and (g.until is null or g.until > today.day)) as "speaksFor",
    (select coalesce(json_object_agg(h.name, h.seq), '{}') from streams h where h.name = any($4)) as heads${own}
  from sessions s, (select (now() at time zone '${NEW_YORK}')::date as day) today where s.id = $1) o`

type Opening = Pick<SessionRow, 'id' | 'mode' | 'state'> & {
  roles: RoomRole[]
  invitedAs: InvitedAs | null
  speaksFor: string[]
  heads: Record<string, number>
}

type Person = Extract<Caller, { kind: 'person' }>

/** How the caller reads, as the routes hand it in. */
type Reads = {
  look(statement: Statement): Promise<{ rows: { found: Opening }[]; now: Date }>
  read<T>(action: (tx: Tx) => Promise<T>): Promise<T>
}

/** What everybody in a room sees, as of one line of its stream. */
type Shown = { head: number; collections: Collections }
type Kept = { shown: Promise<Shown>; askedAt: number; usedAt: number }

/** Rooms in which something goes on, of which this is kept. */
const ROOMS_MAX = 50
/** A room that nobody came into for so long is quiet. */
const QUIET_MS = 600_000

/** The rooms as put together from what each domain shows in them. */
export class RoomPresenter {
  private readonly byNoun = new Map<string, RoomPart>()
  private readonly parts: readonly RoomPart[]
  private readonly own: readonly Own[]
  private readonly opening: { seated: Pick<Statement, 'name' | 'text'>; standing: Pick<Statement, 'name' | 'text'> }
  private readonly kept = new Map<string, Kept>()
  private clearing: NodeJS.Timeout | null = null

  constructor(parts: readonly RoomPart[]) {
    this.parts = parts
    this.own = parts.flatMap((part) => part.own ?? [])
    this.opening = {
      seated: { name: 'room-seated', text: opening(`, ${ownColumns(this.own)}`) },
      standing: { name: 'room-standing', text: opening('') },
    }
    for (const part of parts) for (const noun of part.nouns) this.byNoun.set(noun, part)
  }

  /** The session, read as who is told. */
  beside(stream: StreamName): Look | null {
    const room = roomOf(stream)
    if (!room) return null
    const asking = readerFor(room.sessionId, room.seen)
    return { asking, statement: { ...TOLD, values: [room.sessionId] } }
  }

  /** News with what it changes, presented once for all who follow the stream. Each subject once, with its last mention. */
  async present(
    stream: StreamName,
    events: LiveEvent[],
    rows: readonly object[],
    reads: () => Tx,
  ): Promise<LiveEvent[]> {
    const room = roomOf(stream)
    const [row] = rows as { found: object }[]
    if (!room || !row) return events
    const session = rowOf(sessions, row.found)
    const seen = await seenBy(reads, session, room.seen)
    const changes = new Map<number, Change[]>()
    const lastOf = new Map(events.map((event) => [`${nounOf(event)} ${event.subject}`, event]))
    const byNoun = Map.groupBy(lastOf.values(), nounOf)
    for (const [noun, last] of byNoun) {
      const part = this.byNoun.get(noun)
      if (!part) continue
      const seq = last.at(-1)!.seq
      const subjects = last.map(({ subject }) => subject)
      const look = { session, seen }
      const made = part.known?.(look, noun) ?? (await part.changed(reads(), look, noun, subjects))
      changes.set(seq, [...(changes.get(seq) ?? []), ...made])
    }
    return events.map((event) => {
      const made = changes.get(event.seq)
      return made && made.length > 0 ? { ...event, changes: made } : event
    })
  }

  /**
   * Everything the caller sees in the room, and where its streams stood: what came after is told anew, and to hear it twice is
   * harmless. Refuses: not_found, forbidden.
   */
  async view(database: Database, caller: Caller, sessionId: string, { look, read }: Reads): Promise<RoomView> {
    const askedAt = performance.now()
    const person = caller.kind === 'person' ? caller : null
    const delegationId = person?.acting?.delegationId ?? null
    const names = possible(person).map((seen) => streamOf(sessionId, seen))
    const { rows, now } = await look({
      ...(delegationId === null ? this.opening.standing : this.opening.seated),
      values: [sessionId, delegationId, person?.personId ?? null, names],
    })
    const found = rows[0]?.found
    if (!found) throw new Refused('not_found')
    const { standing } = admitted(found, caller, found)
    if (!mayInRoom(standing, 'follow')) throw new Refused('forbidden')

    const headOf = (seen: Seen) => found.heads[streamOf(sessionId, seen)] ?? 0
    const seats: Seen[] = [...(onPodium(standing) ? [PODIUM] : []), ...(isIrt(caller) ? [ALL] : [])]
    const [theirs, shown] = await Promise.all([
      // The podium is few, and the Review Team is told less in some rooms: read as who they are.
      seats.length > 0 ? read((tx) => this.shownTo(tx, sessionId, seats)) : {},
      isIrt(caller) ? null : this.shownToAll(database, sessionId, { head: headOf(ALL), askedAt }),
    ])
    const seat: Seen | null =
      delegationId !== null && standing.invitedAs !== null ? { kind: 'seat', delegationId } : null
    return {
      ...(shown?.collections ?? NO_COLLECTIONS),
      ...theirs,
      ...(seat && ownShown(this.own, found, { session: found, seen: seat })),
      sessionId,
      heads: {
        [streamOf(sessionId, ALL)]: shown?.head ?? headOf(ALL),
        ...(onPodium(standing) && { [streamOf(sessionId, PODIUM)]: headOf(PODIUM) }),
        ...(seat && { [streamOf(sessionId, seat)]: headOf(seat) }),
      },
      now: now.toISOString(),
      roles: [...standing.roles],
      invitedAs: standing.invitedAs,
      delegationId: standing.delegationId,
      speaksFor: [...new Set(found.speaksFor)],
      may: mayAll(standing),
    }
  }

  private async shownTo(tx: Tx, sessionId: string, seats: readonly Seen[]): Promise<Partial<Collections>> {
    const { rows } = await tx.$client.query<SessionRow>({ name: 'session-whole', text: SESSION, values: [sessionId] })
    const [session] = rows
    if (!session) throw new Refused('not_found')
    const audiences = await Promise.all(seats.map((seen) => seenBy(() => tx, session, seen)))
    return this.wholeOf(
      tx,
      audiences.map((seen) => ({ session, seen })),
    )
  }

  private async wholeOf(tx: Tx, looks: readonly Looking[]): Promise<Partial<Collections>> {
    const shown = await Promise.all(looks.flatMap((look) => this.parts.map((part) => part.whole(tx, look))))
    return Object.assign({}, ...shown)
  }

  /**
   * What everybody sees is read once for all who come in, for as long as its stream says nothing new: whatever is shown to
   * everybody has a line there. Whoever asks is given what stands at the head they found, or what was read since they asked.
   */
  private async shownToAll(
    database: Database,
    sessionId: string,
    found: { head: number; askedAt: number },
  ): Promise<Shown> {
    for (;;) {
      const known = this.kept.get(sessionId) ?? this.keep(database, sessionId)
      known.usedAt = performance.now()
      const shown = await known.shown
      if (shown.head === found.head || known.askedAt >= found.askedAt) return shown
      if (this.kept.get(sessionId) === known) this.kept.delete(sessionId)
    }
  }

  private keep(database: Database, sessionId: string): Kept {
    const askedAt = performance.now()
    const kept: Kept = { shown: this.readAll(database, sessionId), askedAt, usedAt: askedAt }
    this.kept.set(sessionId, kept)
    const forget = () => {
      if (this.kept.get(sessionId) === kept) this.kept.delete(sessionId)
    }
    kept.shown.catch(forget)
    const [oldest] = this.kept.keys()
    if (this.kept.size > ROOMS_MAX && oldest !== undefined) this.kept.delete(oldest)
    this.clearing ??= setTimeout(() => this.clear(), QUIET_MS).unref()
    return kept
  }

  private clear(): void {
    const since = performance.now() - QUIET_MS
    for (const [sessionId, { usedAt }] of this.kept) if (usedAt < since) this.kept.delete(sessionId)
    this.clearing = this.kept.size > 0 ? setTimeout(() => this.clear(), QUIET_MS).unref() : null
  }

  private readAll(database: Database, sessionId: string): Promise<Shown> {
    return transaction(
      database,
      readerFor(sessionId, ALL),
      'begin isolation level repeatable read read only',
      async (tx, _client, _now, rows) => {
        const [found] = rows as (SessionRow & { head: number })[]
        if (!found) throw new Refused('not_found')
        const { head, ...session } = found
        return { head, collections: { ...NO_COLLECTIONS, ...(await this.wholeOf(tx, [{ session, seen: ALL }])) } }
      },
      { name: 'session-with-head', text: WITH_HEAD, values: [sessionId, streamOf(sessionId, ALL)] },
    )
  }
}

const ALL = { kind: 'all' } as const
const PODIUM = { kind: 'podium' } as const
/** Only the office sits on a podium. */
const possible = (person: Person | null): Seen[] => [
  ALL,
  ...(person && person.office.length > 0 ? [PODIUM] : []),
  ...(person?.acting ? [{ kind: 'seat', delegationId: person.acting.delegationId } as const] : []),
]

/** The platform reads for an audience as that audience: what it may not see PostgreSQL does not show. */
function readerFor(sessionId: string, seen: Seen): Asking {
  if (seen.kind === 'all') return { kind: 'screen', screenId: '', sessionId }
  if (seen.kind === 'podium') return 'system'
  const acting = { delegationId: seen.delegationId, role: 'reader' as const, membershipId: '' }
  return { kind: 'person', personId: '', signInId: '', office: [], acting }
}

/** Where names are sealed and one of the Review Team sits on the podium, the podium is told no name. */
async function seenBy(reads: () => Tx, session: SessionRow, seen: Seen): Promise<Seen> {
  if (seen.kind !== 'podium' || session.mode === 'attributed') return seen
  const { rows } = await reads().$client.query<{ team: boolean }>({
    name: 'podium-with-team',
    text: `select exists (select from session_roles r where r.session_id = $1
        and exists (select from office_roles o where o.person_id = r.person_id and o.role::text = 'irt')
        and not exists (select from office_roles o where o.person_id = r.person_id and o.role = 'staff')) as team`,
    values: [session.id],
  })
  return { kind: 'podium', sealed: rows[0]!.team }
}

const nounOf = ({ kind }: LiveEvent) => kind.slice(0, kind.indexOf('.'))

const COMMANDS = Object.keys(ROOM_COMMANDS) as RoomCommand[]
const mayAll = (standing: Standing) =>
  Object.fromEntries(COMMANDS.map((command) => [command, mayInRoom(standing, command)])) as RoomView['may']
