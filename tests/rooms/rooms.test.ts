import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../server/database/database.ts'
import { type Guest, Rooms } from '../../server/rooms/rooms.ts'
import type { StreamName } from '../../shared/live.ts'
import { createDatabaseFromTemplate } from '../support/postgres.ts'

let database: Database
let owner: pg.Client
let appUrl: string
let drop: () => Promise<void>
const faults: unknown[] = []

beforeAll(async () => {
  const made = await createDatabaseFromTemplate(inject('adminUrl'), inject('template'))
  ;({ appUrl, drop } = made)
  database = openDatabase(appUrl, 6)
  owner = new pg.Client({ connectionString: made.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
  await drop()
})

const opened: Rooms[] = []
async function openRooms(): Promise<Rooms> {
  const rooms = new Rooms(database, appUrl, (error) => faults.push(error))
  await rooms.start()
  opened.push(rooms)
  return rooms
}
afterAll(() => Promise.all(opened.map((rooms) => rooms.close())))

const write = (stream: StreamName) =>
  owner.query("select journal_append($1, 'group.added', 'subject', repeat('0', 64), null)", [stream])

const streamAt = (n: number): StreamName => `consultation:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

class Visitor implements Guest {
  readonly own: StreamName | null = null
  readonly seen: number[] = []
  start: number | null = null
  deliver(text: string): void {
    const message: { type: string; seq?: number; events?: { seq: number }[] } = JSON.parse(text)
    if (message.type === 'subscribed') this.start = message.seq ?? null
    for (const event of message.events ?? []) this.seen.push(event.seq)
  }
}

const until = async (holds: () => boolean) => {
  for (let turn = 0; turn < 500 && !holds(); turn++) await new Promise((done) => setTimeout(done, 10))
}

test('[P4] whoever comes while the last one leaves is in the room that is woken', async () => {
  const rooms = await openRooms()
  const stream = streamAt(1)
  const [first, second] = [new Visitor(), new Visitor()]
  await rooms.join(stream, first, null)
  const joining = rooms.join(stream, second, null)
  rooms.leave(stream, first)
  await joining
  await write(stream)
  rooms.wake([stream])
  await until(() => second.seen.length === 1)
  expect(second.seen).toEqual([1])
  expect(first.seen).toEqual([])
})

test('who leaves on the way in is not let in', async () => {
  const rooms = await openRooms()
  const stream = streamAt(2)
  const [leaving, staying] = [new Visitor(), new Visitor()]
  const joining = rooms.join(stream, leaving, null)
  rooms.leave(stream, leaving)
  await Promise.all([joining, rooms.join(stream, staying, null)])
  await write(stream)
  rooms.wake([stream])
  await until(() => staying.seen.length === 1)
  expect(staying.seen).toEqual([1])
  expect([leaving.start, leaving.seen]).toEqual([null, []])
})

test('[P4] whatever the order of comings, goings, news and wakes on two servers, everybody sees all that was written while they were there', async () => {
  const servers = [await openRooms(), await openRooms()] as const
  let number = 100
  const step = fc.record({
    what: fc.constantFrom('join' as const, 'leave' as const, 'write' as const, 'wake' as const, 'rest' as const),
    server: fc.nat(1),
    who: fc.nat(5),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const stream = streamAt(++number)
      const there = new Map<Visitor, { rooms: Rooms; joining: Promise<void> }>()
      let written = 0
      for (const { what, server, who } of steps) {
        const rooms = servers[server as 0 | 1]
        if (what === 'join') {
          const visitor = new Visitor()
          there.set(visitor, { rooms, joining: rooms.join(stream, visitor, null) })
        }
        if (what === 'leave') {
          const [visitor, place] = [...there][who] ?? []
          if (visitor && place) {
            there.delete(visitor)
            place.rooms.leave(stream, visitor)
          }
        }
        if (what === 'write') {
          await write(stream)
          written++
        }
        if (what === 'wake') rooms.wake([stream])
        if (what === 'rest') await new Promise((done) => setTimeout(done, 1))
      }
      await Promise.all([...there.values()].map(({ joining }) => joining))
      servers[0].wake([stream])
      await until(() => [...there.keys()].every(({ start, seen }) => seen.length === written - (start ?? 0)))
      for (const [visitor, { rooms }] of there) {
        const start = visitor.start ?? 0
        expect(visitor.seen).toEqual(Array.from({ length: written - start }, (_, i) => start + i + 1))
        rooms.leave(stream, visitor)
      }
    }),
    { numRuns: 40 },
  )
  expect(faults).toEqual([])
})
