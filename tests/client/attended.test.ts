import { expect, test } from 'vitest'
import { isAttended, noticeTouches } from '../../client/attended.ts'

test('[SP21] a page is attended for a minute after somebody touched it, and not by what it does itself', () => {
  const page = new EventTarget()
  let now = Date.parse('2017-06-14T12:00:00Z')
  noticeTouches(page, () => now)
  expect(isAttended(now)).toBe(true)
  now += 61_000
  expect(isAttended(now)).toBe(false)
  page.dispatchEvent(new Event('focus'))
  page.dispatchEvent(new Event('visibilitychange'))
  expect(isAttended(now)).toBe(false)
  for (const kind of ['pointerdown', 'keydown', 'click']) {
    page.dispatchEvent(new Event(kind))
    expect(isAttended(now), kind).toBe(true)
    now += 61_000
  }
})
