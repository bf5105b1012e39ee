import type { StreamName } from '@consultation/shared/live.ts'
import pg from 'pg'
import { type Database, transaction } from '../database/database.ts'
import { linesAfter } from '../journal/journal.ts'
import { type Follower, Room } from './room.ts'

const CHANNEL = 'journal'
const POLL_MS = 1_000
/** Wakes of other servers go out together: a NOTIFY takes a lock that all commits share. */
const GATHER_MS = 15

/**
 * The rooms of this server. A commit here wakes them at once; one on another server by LISTEN/NOTIFY;
 * a poll every second guarantees what a lost notification would have told.
 */
export class Rooms {
  private readonly rooms = new Map<StreamName, Promise<Room>>()
  private readonly opened = new Map<StreamName, Room>()
  private readonly database: Database
  private readonly appUrl: string
  private readonly report: (error: unknown) => void
  private listener: pg.Client | null = null
  private poll: NodeJS.Timeout | null = null
  private gathered = new Set<StreamName>()
  private sending: NodeJS.Timeout | null = null
  private closed = false
  private readonly onStream = new Set<(stream: StreamName) => void>()

  constructor(database: Database, appUrl: string, report: (error: unknown) => void) {
    this.database = database
    this.appUrl = appUrl
    this.report = report
  }

  async start(): Promise<void> {
    await this.listen()
    this.poll = setInterval(() => void this.look().catch(this.report), POLL_MS)
    this.poll.unref()
  }

  /** Calls back with every stream something was written to, on whichever server. */
  watch(callback: (stream: StreamName) => void): () => void {
    this.onStream.add(callback)
    return () => this.onStream.delete(callback)
  }

  /** After commit: these streams have news. */
  wake(streams: Iterable<StreamName>): void {
    for (const stream of streams) {
      this.advance(stream)
      this.gathered.add(stream)
    }
    this.sending ??= setTimeout(() => {
      this.sending = null
      const payload = [...this.gathered]
      this.gathered.clear()
      void this.notify(payload)
    }, GATHER_MS)
  }

  async join(stream: StreamName, follower: Follower, after: number | null): Promise<void> {
    const room = await this.roomOf(stream)
    await room.advance() // what was committed before this call belongs to the past
    await room.join(follower, after)
  }

  leave(stream: StreamName, follower: Follower): void {
    const room = this.opened.get(stream)
    room?.leave(follower)
    if (room?.size === 0) {
      this.opened.delete(stream)
      this.rooms.delete(stream)
    }
  }

  async close(): Promise<void> {
    this.closed = true
    if (this.poll) clearInterval(this.poll)
    if (this.sending) clearTimeout(this.sending)
    await this.listener?.end().catch(() => {})
  }

  private advance(stream: StreamName): void {
    for (const callback of this.onStream) callback(stream)
    void this.opened.get(stream)?.advance().catch(this.report)
  }

  private roomOf(stream: StreamName): Promise<Room> {
    const known = this.rooms.get(stream)
    if (known) return known
    const made = this.headOf(stream).then((head) => {
      const room = new Room(stream, head, (name, after, limit) =>
        transaction(this.database, 'system', 'begin read only', (_tx, client) =>
          linesAfter(client, name, after, limit),
        ),
      )
      this.opened.set(stream, room)
      return room
    })
    this.rooms.set(stream, made)
    made.catch(() => this.rooms.delete(stream))
    return made
  }

  private headOf(stream: StreamName): Promise<number> {
    return transaction(this.database, 'system', 'begin read only', async (_tx, client) => {
      const { rows } = await client.query<{ seq: number }>('select seq from streams where name = $1', [stream])
      return rows[0]?.seq ?? 0
    })
  }

  /** The guarantee behind the notifications: one query for all open rooms. */
  private async look(): Promise<void> {
    if (this.closed || this.opened.size === 0) return
    const heads = await transaction(this.database, 'system', 'begin read only', (_tx, client) =>
      client.query<{ name: StreamName; seq: number }>('select name, seq from streams where name = any($1)', [
        [...this.opened.keys()],
      ]),
    )
    for (const { name, seq } of heads.rows) {
      const room = this.opened.get(name)
      if (room && room.cursor < seq) this.advance(name)
    }
  }

  private async listen(): Promise<void> {
    if (this.closed) return
    const client = new pg.Client({ connectionString: this.appUrl, application_name: 'consultation rooms' })
    client.on('error', (error) => {
      this.report(error)
      this.listener = null
      setTimeout(() => void this.listen().catch(this.report), POLL_MS).unref()
    })
    client.on('notification', (notice) => {
      for (const stream of (notice.payload ?? '').split(' ') as StreamName[]) this.advance(stream)
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      this.listener = client
    } catch (error) {
      this.report(error)
      await client.end().catch(() => {})
      setTimeout(() => void this.listen().catch(this.report), POLL_MS).unref()
    }
  }

  private async notify(streams: StreamName[]): Promise<void> {
    // A payload holds 8,000 bytes: a hundred names of at most 60.
    for (let at = 0; at < streams.length; at += 100) {
      await this.listener
        ?.query('select pg_notify($1, $2)', [CHANNEL, streams.slice(at, at + 100).join(' ')])
        .catch(() => {}) // the other servers' poll finds it
    }
  }
}
