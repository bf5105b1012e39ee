import { expect, test } from 'vitest'
import { balanceOf, movedTo, samePlacement, slotStateOf, wishesMet } from '../../client/retreats/staff/assignment.ts'
import { pushedBy } from '../../client/retreats/staff/shifts.ts'

const at = (time: string) => `2017-07-14T${time}:00.000Z`
const part = (id: string, from: string, until: string) => ({
  id,
  title: { en: id },
  startsAt: at(from),
  endsAt: at(until),
  choiceUntil: null,
})

test('what begins right after a part that is given more time begins later, as long as before, and no more than it must', () => {
  const groups = part('groups', '14:00', '15:00')
  const slots = [
    part('evening', '18:00', '19:00'),
    groups,
    part('plenary', '15:00', '16:00'),
    part('tea', '16:05', '16:30'),
  ]
  const pushed = (until: string) =>
    pushedBy(slots, groups, at(until)).map(({ slot, startsAt, endsAt }) => [slot.id, startsAt, endsAt])
  expect(pushed('14:55')).toEqual([])
  expect(pushed('15:00')).toEqual([])
  expect(pushed('15:05')).toEqual([['plenary', at('15:05'), at('16:05')]])
  expect(pushed('15:10')).toEqual([
    ['plenary', at('15:10'), at('16:10')],
    ['tea', at('16:10'), at('16:35')],
  ])
})

test('a delegation stands in one group only, wherever it is moved from; who is there already stays where it stands', () => {
  const placed = new Map([
    ['a', ['gha', 'nor']],
    ['b', ['egy']],
  ])
  expect([...movedTo(placed, ['nor', 'sen'], 'b')]).toEqual([
    ['a', ['gha']],
    ['b', ['egy', 'nor', 'sen']],
  ])
  expect([...movedTo(placed, ['gha', 'egy'], null)]).toEqual([
    ['a', ['nor']],
    ['b', []],
  ])
  expect(samePlacement(movedTo(placed, ['nor'], 'a'), placed)).toBe(true)
  expect(samePlacement(movedTo(placed, ['nor'], 'b'), placed)).toBe(false)
})

test('the balance counts each region in each group, those of none too', () => {
  const people = [
    { id: 'gha', region: 'african' as const },
    { id: 'sen', region: 'african' as const },
    { id: 'vat', region: null },
  ]
  const placed = new Map([
    ['a', ['gha', 'vat']],
    ['b', ['sen']],
  ])
  expect(balanceOf(placed, people, ['african', null])).toEqual([
    { sessionId: 'a', all: 2, of: [1, 1] },
    { sessionId: 'b', all: 1, of: [1, 0] },
  ])
})

test('wishes are counted by the place in the order that was met; who wished for nothing is no unmet wish', () => {
  const placed = new Map([
    ['a', ['gha']],
    ['b', ['nor', 'egy']],
  ])
  const wish = (delegationId: string, ...sessionIds: string[]) => ({ delegationId, sessionIds })
  expect(wishesMet(placed, [wish('gha', 'a', 'b'), wish('nor', 'a', 'b'), wish('egy', 'a'), wish('sen')])).toEqual({
    met: [1, 1],
    elsewhere: 1,
  })
})

test('a part is told, meets and is over by its sessions; one cancelled does not keep it open', () => {
  const state = (assignedAt: string | null, ...states: ('draft' | 'announced' | 'open' | 'closed' | 'cancelled')[]) =>
    slotStateOf({ assignedAt, sessions: states.map((one) => ({ state: one })) })
  expect(state(null, 'draft')).toBe('planned')
  expect(state(at('10:00'), 'announced', 'announced')).toBe('told')
  expect(state(at('10:00'), 'closed', 'open')).toBe('meeting')
  expect(state(at('10:00'), 'closed', 'cancelled')).toBe('over')
  expect(state(null)).toBe('planned')
})
