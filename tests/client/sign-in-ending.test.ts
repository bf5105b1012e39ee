import { expect, test } from 'vitest'
import { endingAt, WARNED_MS } from '../../client/sign-in/ending.ts'

const now = Date.parse('2017-06-14T12:00:00Z')
const minutes = (n: number) => now + n * 60_000

test('[T62] nobody is warned before the last two minutes, and it is looked at again when they begin', () => {
  expect(endingAt({ idleUntil: minutes(10), until: minutes(600) }, now)).toEqual({
    warn: null,
    at: minutes(10),
    lookIn: 8 * 60_000,
  })
})

test('[T62] from two minutes before it, an end for want of use is said, and can be prevented', () => {
  const { warn, at } = endingAt({ idleUntil: now + WARNED_MS, until: minutes(600) }, now)
  expect({ warn, at }).toEqual({ warn: 'idle', at: now + WARNED_MS })
})

test('[T62] an end that comes whatever is done is said as such, also when it would come for want of use at once', () => {
  expect(endingAt({ idleUntil: minutes(1), until: minutes(1) }, now).warn).toBe('absolute')
  expect(endingAt({ idleUntil: minutes(30), until: minutes(1) }, now).warn).toBe('absolute')
})
