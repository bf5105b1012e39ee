import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { CATCH_UP_MAX, type Follower, Room } from '../../server/rooms/room.ts'
import type { LiveEvent, StreamName } from '../../shared/live.ts'

const STREAM: StreamName = 'people'
const line = (seq: number): LiveEvent => ({
  seq,
  kind: 'group.added',
  subject: `s${seq}`,
  at: '2017-06-14T20:12:00.000Z',
})

/** A journal whose reads take as long as the test wants, and fail when it wants. */
class SlowJournal {
  length = 0
  private waiting: { go: () => void; fail: (error: Error) => void }[] = []
  slow = false
  read = async (_stream: StreamName, after: number, limit: number): Promise<LiveEvent[]> => {
    const lines = Array.from({ length: Math.max(0, Math.min(limit, this.length - after)) }, (_, at) =>
      line(after + at + 1),
    )
    if (this.slow) await new Promise<void>((go, fail) => this.waiting.push({ go, fail }))
    return lines
  }
  letGo(): void {
    for (const { go } of this.waiting.splice(0)) go()
  }
  breakOff(): void {
    for (const { fail } of this.waiting.splice(0)) fail(new Error('the line broke'))
  }
}

class Listener implements Follower {
  readonly seen: number[] = []
  from: number | null = null
  reloads = 0
  deliver(frame: string): void {
    const message: { type: string; seq?: number; events?: LiveEvent[] } = JSON.parse(frame)
    if (message.type === 'subscribed') this.from = message.seq ?? null
    if (message.type === 'reload') {
      this.reloads++
      this.from = message.seq ?? null
    }
    for (const event of message.events ?? []) this.seen.push(event.seq)
  }
}

const settle = async (journal: SlowJournal) => {
  for (let turn = 0; turn < 50; turn++) {
    journal.letGo()
    await new Promise((done) => setImmediate(done))
  }
}

test('[P4] a client that was away sees exactly what it missed, once each, in order', async () => {
  const journal = new SlowJournal()
  journal.length = 12
  const room = new Room(STREAM, 12, journal.read)
  const listener = new Listener()
  await room.join(listener, 7)
  expect(listener.seen).toEqual([8, 9, 10, 11, 12])
})

test('[P4] one that joins while the journal grows misses nothing and sees nothing twice, whatever the order of reads', async () => {
  const action = fc.oneof(
    fc.record({ what: fc.constant('write' as const), lines: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ what: fc.constant('wake' as const) }),
    fc.record({ what: fc.constant('join' as const), behind: fc.integer({ min: 0, max: 8 }) }),
    fc.record({ what: fc.constant('answer' as const) }),
    fc.record({ what: fc.constant('break' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
      const journal = new SlowJournal()
      journal.slow = true
      const room = new Room(STREAM, 0, journal.read)
      const listeners = new Set<Listener>()
      for (const one of actions) {
        if (one.what === 'write') journal.length += one.lines
        if (one.what === 'wake') room.advance().catch(() => {})
        if (one.what === 'answer') journal.letGo()
        if (one.what === 'break') journal.breakOff()
        if (one.what === 'join') {
          const listener = new Listener()
          listeners.add(listener)
          room.join(listener, Math.max(0, room.cursor - one.behind)).catch(() => listeners.delete(listener))
        }
        await new Promise((done) => setImmediate(done))
      }
      await settle(journal)
      void room.advance()
      await settle(journal)
      expect(room.size).toBe(listeners.size)
      for (const { seen, from } of listeners) {
        const expected = Array.from({ length: journal.length - (from ?? 0) }, (_, at) => (from ?? 0) + at + 1)
        expect(seen).toEqual(expected)
      }
    }),
    { numRuns: 150 },
  )
})

test('[P4] one that missed too much is told to load afresh, and then sees what comes', async () => {
  const journal = new SlowJournal()
  journal.length = CATCH_UP_MAX + 5
  const room = new Room(STREAM, journal.length, journal.read)
  const listener = new Listener()
  await room.join(listener, 1)
  expect(listener.reloads).toBe(1)
  journal.length++
  await room.advance()
  expect(listener.seen).toEqual([CATCH_UP_MAX + 6])
})

test('a frame is written once for all who stand at the same place', async () => {
  const journal = new SlowJournal()
  const room = new Room(STREAM, 0, journal.read)
  const frames: string[] = []
  const follower = { deliver: (frame: string) => frames.push(frame) }
  await room.join(follower, null)
  await room.join({ deliver: (frame: string) => frames.push(frame) }, null)
  journal.length = 1
  await room.advance()
  expect(frames.filter((frame) => frame.includes('"events"'))).toHaveLength(2)
})

test('a thousand who come back together from one place share one reading and one frame', async () => {
  const journal = new SlowJournal()
  journal.length = 20
  journal.slow = true
  let reads = 0
  const room = new Room(STREAM, 20, (stream, after, limit) => {
    reads++
    return journal.read(stream, after, limit)
  })
  const told: string[] = []
  const joining = Array.from({ length: 1_000 }, () => room.join({ deliver: (frame) => told.push(frame) }, 5))
  await settle(journal)
  await Promise.all(joining)
  expect(reads).toBe(1)
  const frames = told.filter((frame) => frame.includes('"events"'))
  expect(frames).toHaveLength(1_000)
  expect(new Set(frames).size).toBe(1)
})

test('in a crowd what happens close together is told together, in a tenth of a second; what happens after a rest at once', async () => {
  const journal = new SlowJournal()
  const read = vi.fn(journal.read)
  const room = new Room(STREAM, 0, read)
  const crowd = Array.from({ length: 1_000 }, () => ({ frames: 0, last: 0 }))
  for (const one of crowd)
    await room.join(
      {
        deliver(frame) {
          const { events = [] }: { events?: LiveEvent[] } = JSON.parse(frame)
          if (events.length > 0) one.frames++
          one.last = events.at(-1)?.seq ?? one.last
        },
      },
      null,
    )
  journal.length = 1
  const reading = room.advance()
  await null
  // After a rest it is read in the same turn, without patience.
  expect(read).toHaveBeenCalledOnce()
  await reading
  for (; journal.length < 20; journal.length++) void room.advance()
  await room.advance()
  for (const { frames, last } of crowd) {
    expect(last).toBe(20)
    expect(frames).toBeLessThanOrEqual(3)
  }
})

test('[P4] a wake is never lost, however close to the end of a reading it comes', async () => {
  for (let turns = 0; turns < 12; turns++) {
    const journal = new SlowJournal()
    const room = new Room(STREAM, 0, journal.read)
    const listener = new Listener()
    await room.join(listener, null)
    const reading = room.advance()
    for (let turn = 0; turn < turns; turn++) await null
    journal.length = 1
    await Promise.all([reading, room.advance()])
    await settle(journal)
    expect([turns, listener.seen]).toEqual([turns, [1]])
  }
})

test('[P4] one whose catching up fails is told so and stays outside; it can come again', async () => {
  const journal = new SlowJournal()
  journal.length = 9
  const room = new Room(STREAM, 9, journal.read)
  const listener = new Listener()
  journal.slow = true
  const joining = room.join(listener, 2)
  journal.breakOff()
  await expect(joining).rejects.toThrow('the line broke')
  expect(room.size).toBe(0)
  journal.slow = false
  await room.join(listener, 2)
  expect(listener.seen).toEqual([3, 4, 5, 6, 7, 8, 9])
})

test('[P4] one that asks for what the journal no longer holds, or never held, is told to load afresh', async () => {
  const journal = new SlowJournal()
  journal.length = 4
  const room = new Room(STREAM, 6, journal.read)
  const [behind, ahead] = [new Listener(), new Listener()]
  await room.join(behind, 4)
  await room.join(ahead, 7)
  expect([behind.reloads, ahead.reloads]).toEqual([1, 1])
})
