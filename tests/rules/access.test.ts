import { describe, expect, test } from 'vitest'
import { actsFor, type Caller, holdsAt, isStaff, may, PERMISSIONS, type Permission } from '../../shared/rules/access.ts'

const person = (office: ('administrator' | 'staff')[], role?: 'head' | 'drafter' | 'reader'): Caller => ({
  kind: 'person',
  personId: 'p',
  signInId: 's',
  office,
  acting: role ? { delegationId: 'ghana', role, membershipId: 'm' } : null,
})
const CALLERS = {
  nobody: { kind: 'nobody' },
  signedIn: person([]),
  administrator: person(['administrator']),
  staff: person(['staff']),
  head: person([], 'head'),
  drafter: person([], 'drafter'),
  reader: person([], 'reader'),
} satisfies Record<string, Caller>

const all = Object.keys(PERMISSIONS) as Permission[]
const allowed = (caller: Caller) => all.filter((permission) => may(caller, permission))
const under = (...areas: string[]) =>
  all.filter((permission) => areas.some((area) => permission.startsWith(`${area}.`)))

describe('AC1 who may try what', () => {
  test('nobody may only sign in, accept an invitation, ask whether the platform lives, and write with a nameless credit', () => {
    expect(allowed(CALLERS.nobody)).toEqual(['sign_in.try', 'invitation.accept', 'health.read', 'intake.try'])
  })
  test('who is signed in and nothing else looks after itself and reads what everybody may', () => {
    const beyond = allowed(CALLERS.signedIn).filter((permission) => !may(CALLERS.nobody, permission))
    expect(beyond).toEqual(['me.read', 'me.change', 'reference.read', 'receipt.check', 'live.connect'])
  })
  test('AC2 an administrator reads no drafts, no answers, no lists and no threads', () => {
    for (const permission of under('response', 'submission', 'answer', 'thread', 'list', 'export')) {
      expect([permission, may(CALLERS.administrator, permission)]).toEqual([permission, false])
    }
  })
  test('[P2] staff have no way to a response before it is submitted', () => {
    for (const permission of under('response', 'mission')) expect(may(CALLERS.staff, permission)).toBe(false)
    expect(may(CALLERS.staff, 'submission.read')).toBe(true)
  })
  test('a drafter drafts and sends for clearance; only a head returns, clears, submits and aligns', () => {
    const reserved = [
      'response.return',
      'response.clear',
      'response.submit',
      'response.align',
      'mission.manage',
      'feedback.associate',
    ]
    const headAlone = allowed(CALLERS.head).filter((permission) => !may(CALLERS.drafter, permission))
    expect(headAlone.sort()).toEqual([...reserved].sort())
    expect(allowed(CALLERS.drafter).filter((permission) => !may(CALLERS.head, permission))).toEqual([])
    expect(may(CALLERS.drafter, 'response.draft')).toBe(true)
  })
  test('a reader reads and follows, and tells the Secretariat at most that the list was opened or the delegation is there', () => {
    const beyond = allowed(CALLERS.reader).filter((permission) => !may(CALLERS.signedIn, permission))
    const acts = beyond.filter((permission) => !permission.endsWith('.read'))
    expect(acts).toEqual(['list.acknowledge', 'room.follow', 'room.attend', 'trace.own'])
  })
  test('nobody of a delegation prepares, circulates, extends, closes or watches a list', () => {
    const office = ['list.edit', 'list.circulate', 'list.extend', 'list.close', 'list.monitor', 'list.remind'] as const
    for (const permission of office) {
      expect(may(CALLERS.staff, permission)).toBe(true)
      for (const key of ['head', 'drafter', 'reader', 'administrator'] as const) {
        expect([key, permission, may(CALLERS[key], permission)]).toEqual([key, permission, false])
      }
    }
  })
  test('[C8] a member who acts for no delegation may do nothing of a member’s', () => {
    expect(allowed(person([]))).toEqual(allowed(CALLERS.signedIn))
    expect(actsFor(CALLERS.head, 'ghana')).toBe(true)
    expect(actsFor(CALLERS.head, 'norway')).toBe(false)
    expect(actsFor(CALLERS.staff, 'ghana')).toBe(false)
  })
  test('staff are those with that role, and an administrator is not by that alone', () => {
    expect(isStaff(CALLERS.staff)).toBe(true)
    for (const key of ['nobody', 'administrator', 'head'] as const) expect(isStaff(CALLERS[key])).toBe(false)
  })
})

test('a plenary screen follows its room and knows the names that it shows, and nothing else', () => {
  const screen: Caller = { kind: 'screen', screenId: 's', sessionId: 'r' }
  const beyond = allowed(screen).filter((permission) => !may(CALLERS.nobody, permission))
  expect(beyond).toEqual(['reference.read', 'room.follow'])
})

describe('[C1] AC3 a membership holds for its period', () => {
  const from = new Date('2026-06-01T04:00:00Z')
  const until = new Date('2026-06-15T04:00:00Z')
  const around = (date: Date, ms: number) => new Date(date.getTime() + ms)
  test.each([
    ['not a moment before it begins', around(from, -1), false],
    ['from its first moment', from, true],
    ['up to its last', around(until, -1), true],
    ['and not from the moment it ends', until, false],
  ])('%s', (_name, now, holds) => {
    expect(holdsAt({ from, until }, now)).toBe(holds)
  })
  test('without an end it goes on', () => {
    expect(holdsAt({ from, until: null }, around(until, 1e12))).toBe(true)
  })
})
