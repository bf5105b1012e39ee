import { expect, test } from 'vitest'
import { dayOf, endOf, lastDay, startOf } from '../../client/mission/period.ts'

test('a period runs from the first moment of its first day to the last of its last, at the reader’s clock', () => {
  expect(startOf('2017-06-14', 'America/New_York')).toBe('2017-06-14T04:00:00.000Z')
  expect(endOf('2017-06-14', 'America/New_York')).toBe('2017-06-15T04:00:00.000Z')
  expect(endOf('2017-12-31', 'Africa/Accra')).toBe('2018-01-01T00:00:00.000Z')
})

test('what was set is shown again, also on the days when clocks change', () => {
  for (const zone of ['America/New_York', 'Europe/Oslo', 'Africa/Cairo', 'Pacific/Fiji', 'Asia/Kathmandu']) {
    for (const day of ['2017-03-12', '2017-03-26', '2017-10-29', '2017-11-05', '2016-02-29']) {
      expect(dayOf(startOf(day, zone), zone), zone).toBe(day)
      expect(lastDay(endOf(day, zone), zone), zone).toBe(day)
    }
  }
})
