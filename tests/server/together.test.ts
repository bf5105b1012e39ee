import { afterEach, expect, test, vi } from 'vitest'
import { together } from '../../server/together.ts'

afterEach(() => void vi.useRealTimers())

/** Asks as long as the test wants. */
function slow() {
  const asked: { keys: readonly string[]; answer: () => void; fail: () => void }[] = []
  const ask = together(
    (keys: readonly string[]) =>
      new Promise<Map<string, string>>((done, failed) => {
        asked.push({
          keys,
          answer: () => done(new Map(keys.map((key) => [key, `${key}!`]))),
          fail: () => failed(new Error('the line broke')),
        })
      }),
  )
  const until = async (count: number) => {
    while (asked.length < count) await new Promise((done) => setTimeout(done, 1))
  }
  return { ask, asked, until }
}

test('who comes in one moment is asked for together, each once; who comes later is asked for anew', async () => {
  const { ask, asked, until } = slow()
  const first = ['a', 'b', 'a'].map(ask)
  await until(1)
  expect(asked[0]!.keys).toEqual(['a', 'b'])
  // The answer under way was asked for before these came.
  const later = ['a', 'c'].map(ask)
  await until(2)
  expect(asked[1]!.keys).toEqual(['a', 'c'])
  asked[1]!.answer()
  expect(await Promise.all(later)).toEqual(['a!', 'c!'])
  asked[0]!.answer()
  expect(await Promise.all(first)).toEqual(['a!', 'b!', 'a!'])
})

test('what fails fails for those who waited for it, and for nobody after', async () => {
  const { ask, asked, until } = slow()
  const refused = ask('a')
  await until(1)
  asked[0]!.fail()
  await expect(refused).rejects.toThrow('the line broke')
  const again = ask('a')
  await until(2)
  asked[1]!.answer()
  expect(await again).toBe('a!')
})

test('one who asks again and again waits for nobody; after several in one moment more are waited for', async () => {
  const asked: (readonly string[])[] = []
  const ask = together(async (keys: readonly string[]) => {
    asked.push(keys)
    return new Map(keys.map((key) => [key, `${key}!`]))
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  for (let turn = 0; turn < 5; turn++) expect(await ask('a')).toBe('a!')
  expect(vi.getTimerCount()).toBe(0)
  await Promise.all(['a', 'b'].map(ask))
  const next = ['c', 'd'].map(ask)
  await Promise.resolve()
  await vi.advanceTimersByTimeAsync(100)
  expect(await Promise.all(next)).toEqual(['c!', 'd!'])
  expect(asked.slice(-2)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})
