import { LANGUAGES } from '@consultation/shared/languages.ts'
import { messagePieces } from '@consultation/shared/message.ts'
import { expect, test } from 'vitest'
import { clocksDiffer, hoursAt } from '../../client/hours.ts'
import { words as common } from '../../client/words/common/en.ts'
import { words as sessions } from '../../client/words/sessions/en.ts'

const NEW_YORK = 'America/New_York'
const ONE_DAY = { startsAt: '2017-07-13T13:00:00.000Z', endsAt: '2017-07-13T17:00:00.000Z' }
const THREE_DAYS = { startsAt: '2017-07-13T13:00:00.000Z', endsAt: '2017-07-15T17:00:00.000Z' }

function inEnglish(span: typeof ONE_DAY) {
  const { untilDate, until, ...hours } = hoursAt(span, 'en', NEW_YORK)
  const say = (message: string, values: Record<string, string>) =>
    messagePieces<string>(message, values, 'en').join('').replaceAll('\u00a0', ' ')
  return say(sessions.hours, {
    ...hours,
    until: untilDate ? say(common.date_and_time, { date: untilDate, time: until }) : until,
  })
}

test('hours of one day and of several say once whose time it is', () => {
  expect(inEnglish(ONE_DAY)).toBe('Thursday, 13 July 2017, 9 a.m. to 1 p.m. (New York time)')
  expect(inEnglish(THREE_DAYS)).toBe('Thursday, 13 July 2017, 9 a.m. to Saturday, 15 July 2017, 1 p.m. (New York time)')
  for (const language of LANGUAGES) {
    const { zone, ...others } = hoursAt(THREE_DAYS, language, NEW_YORK)
    expect(Object.values(others).filter((text) => text?.includes(zone))).toEqual([])
  }
})

test('a place keeps another clock where its day or its hour is another', () => {
  expect(clocksDiffer(ONE_DAY.startsAt, 'en', NEW_YORK, NEW_YORK)).toBe(false)
  expect(clocksDiffer(ONE_DAY.startsAt, 'en', NEW_YORK, 'America/Toronto')).toBe(false)
  expect(clocksDiffer(ONE_DAY.startsAt, 'en', NEW_YORK, 'Africa/Accra')).toBe(true)
  // Twenty-four hours apart: the same hour of another day.
  expect(clocksDiffer(ONE_DAY.startsAt, 'en', 'Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(true)
})
