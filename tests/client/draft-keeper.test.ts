import type { DraftAnswerView } from '@consultation/shared/responses.ts'
import { blocksOf, plainText } from '@consultation/shared/text.ts'
import { expect, test } from 'vitest'
import type { Kept } from '../../client/kept.ts'
import { type Draft, DraftKeeper, draftOf, type SaveReply, WAIT_MAX_MS } from '../../client/responses/draft-keeper.ts'

const BLANK: Draft = {
  stance: 'answered',
  groupId: null,
  choice: null,
  language: 'en',
  attribution: 'attributed',
  blocks: [],
}
const QUESTION = '5f0c1f0e-3a57-4b0e-9d8e-6f2f1f1b7a01'
const text = (words: string) => ({ blocks: blocksOf(words) })

const served = (words: string, revision: number, by = 'A colleague'): DraftAnswerView => ({
  ...BLANK,
  ...text(words),
  questionId: QUESTION,
  revision,
  editedAt: '2017-06-14T20:12:00.000Z',
  editedBy: by,
  filled: true,
})

/** A server for one answer, a device and a clock that moves when it is told to. */
class Desk {
  now = 0
  answer: DraftAnswerView | null = null
  line: 'up' | 'down' | 'held' = 'up'
  refusing: 'too_long' | 'list_closed' | null = null
  saves = 0
  stored: unknown = null
  full = false
  private timers: { at: number; act: () => void }[] = []
  private held: (() => void)[] = []
  readonly keeper: DraftKeeper

  constructor({ answer = null as DraftAnswerView | null, stored = null as unknown } = {}) {
    this.answer = answer
    this.stored = stored
    const kept: Kept = {
      read: () => structuredClone(this.stored),
      write: (value) => {
        if (!this.full) this.stored = structuredClone(value)
        return !this.full
      },
      remove: () => {
        this.stored = null
      },
    }
    const clock = {
      now: () => this.now,
      later: (act: () => void, ms: number) => {
        const timer = { at: this.now + ms, act }
        this.timers.push(timer)
        return () => {
          this.timers = this.timers.filter((one) => one !== timer)
        }
      },
    }
    const save = (draft: Draft, revision: number) => this.save(draft, revision)
    this.keeper = new DraftKeeper({ save, kept, clock, onChange: () => undefined }, answer, BLANK)
  }

  get saving() {
    return this.keeper.desktop().saving
  }
  get words() {
    return plainText(this.keeper.desktop().draft.blocks)
  }
  get onServer() {
    return this.answer ? plainText(this.answer.blocks) : null
  }

  async pass(ms: number) {
    const end = this.now + ms
    for (;;) {
      await settled()
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.timers = this.timers.filter((one) => one !== next)
      this.now = Math.max(this.now, next.at)
      next.act()
    }
    this.now = end
    await settled()
  }

  /** A colleague saves at the same server. */
  theirs(words: string) {
    this.answer = served(words, (this.answer?.revision ?? 0) + 1)
    return this.answer
  }

  release() {
    this.line = 'up'
    for (const go of this.held.splice(0)) go()
  }

  private async save(draft: Draft, revision: number): Promise<SaveReply> {
    this.saves++
    if (this.line === 'held') await new Promise<void>((go) => this.held.push(go))
    if (this.line === 'down') return { status: 'refused', code: 'unavailable', current: null }
    if (this.refusing) return { status: 'refused', code: this.refusing, current: null }
    if ((this.answer?.revision ?? 0) !== revision)
      return { status: 'refused', code: 'changed_meanwhile', current: this.answer }
    this.answer = { ...served('', revision + 1, 'Myself'), ...draft }
    return { status: 'saved', answer: this.answer }
  }
}

async function settled() {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

test('what is typed is on the server within the longest wait, however long one goes on typing', async () => {
  const desk = new Desk()
  for (let i = 1; i <= 40; i++) {
    desk.keeper.type(text('word '.repeat(i)))
    await desk.pass(100)
    const typed = desk.words.split(' ').length
    const saved = desk.onServer?.split(' ').length ?? 0
    // A word every tenth of a second: no more of them are missing than fit into the wait.
    expect(typed - saved).toBeLessThanOrEqual(WAIT_MAX_MS / 100 + 1)
  }
  await desk.pass(2_000)
  expect(desk.onServer).toBe(desk.words)
  expect(desk.saving.status).toBe('saved')
})

test('nothing is sent when nothing was changed, and the same text twice is one save', async () => {
  const desk = new Desk({ answer: served('As it was', 3) })
  await desk.pass(5_000)
  expect(desk.saves).toBe(0)
  expect(desk.saving.status).toBe('still')
  desk.keeper.type(text('Changed'))
  await desk.pass(5_000)
  desk.keeper.type(text('Changed'))
  await desk.pass(5_000)
  expect(desk.saves).toBe(1)
})

test('what is typed while a save is on its way follows it, on top of its revision', async () => {
  const desk = new Desk()
  desk.line = 'held'
  desk.keeper.type(text('First'))
  await desk.pass(1_000)
  desk.keeper.type(text('First and second'))
  await desk.pass(1_000)
  expect(desk.saves).toBe(1)
  desk.release()
  await desk.pass(2_000)
  expect(desk.saves).toBe(2)
  expect(desk.onServer).toBe('First and second')
  expect(desk.saving.status).toBe('saved')
})

test('[T93] a copy lies on the device until the server has the text, and is there again after a crash', async () => {
  const before = new Desk()
  before.line = 'down'
  before.keeper.type(text('Typed without a line'))
  await before.pass(3_000)
  expect(before.saving).toMatchObject({ status: 'waiting', why: 'unavailable', kept: true })

  const after = new Desk({ stored: before.stored })
  expect(after.words).toBe('Typed without a line')
  expect(after.keeper.desktop().restored).toBe(true)
  await after.pass(3_000)
  expect(after.onServer).toBe('Typed without a line')
  expect(after.stored).toBeNull()
})

test('without a line it is tried again with growing pauses, and at once when the line is back', async () => {
  const desk = new Desk()
  desk.line = 'down'
  desk.keeper.type(text('Patience'))
  await desk.pass(60_000)
  const tries = desk.saves
  expect(tries).toBeGreaterThan(4)
  expect(tries).toBeLessThan(12)
  desk.line = 'up'
  desk.keeper.hurry()
  await desk.pass(0)
  expect(desk.onServer).toBe('Patience')
})

test('a refusal keeps the text, says why, and is not repeated until the text changes', async () => {
  const desk = new Desk()
  desk.refusing = 'too_long'
  desk.keeper.type(text('Far too long'))
  await desk.pass(60_000)
  expect(desk.saves).toBe(1)
  expect(desk.saving).toMatchObject({ status: 'refused', why: 'too_long', kept: true })
  expect(desk.words).toBe('Far too long')
  desk.refusing = null
  desk.keeper.type(text('Shorter'))
  await desk.pass(3_000)
  expect(desk.onServer).toBe('Shorter')
})

test('where the device keeps nothing, it says so and warns while the text is nowhere else', async () => {
  const desk = new Desk()
  desk.full = true
  desk.line = 'down'
  desk.keeper.type(text('Only here'))
  await desk.pass(3_000)
  expect(desk.saving).toMatchObject({ status: 'waiting', kept: false })
  expect(desk.keeper.isAtRisk).toBe(true)
  desk.line = 'up'
  await desk.pass(10_000)
  expect(desk.keeper.isAtRisk).toBe(false)
})

test('[T91] two who change the same answer overwrite nothing unseen; whoever types chooses', async () => {
  for (const [choice, words] of [
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
    ['both', 'Theirs\nMine'],
  ] as const) {
    const desk = new Desk({ answer: served('Common', 1) })
    desk.keeper.type(text('Mine'))
    desk.theirs('Theirs')
    await desk.pass(3_000)
    expect(desk.saving).toMatchObject({ status: 'conflict', theirs: { revision: 2 } })
    expect(desk.words).toBe('Mine')
    expect(desk.onServer).toBe('Theirs')
    desk.keeper.settleConflict(choice)
    await desk.pass(3_000)
    expect(desk.words).toBe(words)
    expect(desk.onServer).toBe(words)
    expect(desk.stored).toBeNull()
  }
})

test('while both texts wait for a choice, typing goes on, is kept, and is not sent', async () => {
  const desk = new Desk({ answer: served('Common', 1) })
  desk.keeper.type(text('Mine'))
  desk.theirs('Theirs')
  await desk.pass(3_000)
  const saves = desk.saves
  desk.keeper.type(text('Mine, longer'))
  await desk.pass(10_000)
  expect(desk.saves).toBe(saves)
  expect(desk.saving.status).toBe('conflict')
  expect(desk.stored).toMatchObject({ draft: text('Mine, longer') })
})

test('two who write the same words have no conflict', async () => {
  const desk = new Desk({ answer: served('Common', 1) })
  desk.keeper.type(text('The same'))
  desk.theirs('The same')
  await desk.pass(3_000)
  expect(desk.saving.status).toBe('saved')
})

test('[T92] a colleague’s change is taken over where nothing is being typed, and leaves what is being typed alone', async () => {
  const idle = new Desk({ answer: served('Common', 1) })
  idle.keeper.take(idle.theirs('Theirs'))
  expect(idle.words).toBe('Theirs')
  expect(idle.keeper.desktop().arrival).toBe(1)

  const typing = new Desk({ answer: served('Common', 1) })
  typing.keeper.type(text('Being typed'))
  typing.keeper.take(typing.theirs('Theirs'))
  expect(typing.words).toBe('Being typed')
  expect(typing.keeper.desktop().arrival).toBe(0)
})

test('an older version that comes late changes nothing', async () => {
  const desk = new Desk({ answer: served('Newer', 5) })
  desk.keeper.take(served('Older', 4))
  expect(desk.words).toBe('Newer')
})

test('a copy from before a colleague went on is not sent over their words', async () => {
  const kept = { draft: { ...draftOf(served('', 1)), ...text('From the crash') }, revision: 1 }
  const desk = new Desk({ answer: served('A colleague went on', 2), stored: kept })
  await desk.pass(5_000)
  expect(desk.saving.status).toBe('conflict')
  expect(desk.saves).toBe(0)
  expect(desk.words).toBe('From the crash')
})

test('[T93] after a sign-out nothing stays on the device and nothing is sent any more', async () => {
  const desk = new Desk()
  desk.line = 'down'
  desk.keeper.type(text('Secret'))
  await desk.pass(3_000)
  expect(desk.stored).not.toBeNull()
  desk.keeper.forget()
  desk.line = 'up'
  const saves = desk.saves
  await desk.pass(120_000)
  desk.keeper.copy()
  expect(desk.stored).toBeNull()
  expect(desk.saves).toBe(saves)
})

test('what lies on the device in an unknown form is left out', () => {
  for (const stored of ['text', 7, [], { draft: null, revision: 1 }, { draft: { blocks: 'x' }, revision: 1 }]) {
    expect(new Desk({ stored }).words).toBe('')
  }
})
