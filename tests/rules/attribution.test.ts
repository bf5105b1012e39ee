import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Caller, MemberRole, OfficeRole } from '../../shared/rules/access.ts'
import {
  ATTRIBUTIONS,
  type Author,
  mayBecome,
  shownAs,
  type Viewer,
  withholdsTraces,
} from '../../shared/rules/attribution.ts'

const person = (office: OfficeRole[], delegationId?: string, role: MemberRole = 'reader'): Caller => ({
  kind: 'person',
  personId: 'p',
  signInId: 's',
  office,
  acting: delegationId ? { delegationId, role, membershipId: 'm' } : null,
})
const NORWAY: Author = { delegationId: 'norway', groupId: null, groupName: null }
const VIEWERS: Record<string, Viewer> = {
  nobody: { kind: 'nobody' },
  'out of the house': { kind: 'public' },
  administrator: person(['administrator']),
  'another delegation': person([], 'ghana', 'head'),
  'nobody in particular': person([]),
}

describe('AT1 to AT3', () => {
  test('attributed: the name is shown to whoever may read it', () => {
    for (const viewer of Object.values(VIEWERS))
      expect(shownAs(NORWAY, 'attributed', viewer)).toEqual({
        kind: 'delegation',
        delegationId: 'norway',
        sealed: false,
      })
  })

  test('not for attribution: staff and the author see the name, marked as sealed', () => {
    for (const viewer of [person(['staff']), person(['staff'], 'ghana'), person([], 'norway', 'drafter')])
      expect(shownAs(NORWAY, 'not_for_attribution', viewer)).toEqual({
        kind: 'delegation',
        delegationId: 'norway',
        sealed: true,
      })
  })

  for (const [name, viewer] of Object.entries(VIEWERS)) {
    test(`[P3] not for attribution: ${name} is shown nothing of the author`, () => {
      expect(shownAs(NORWAY, 'not_for_attribution', viewer)).toEqual({ kind: 'withheld' })
    })
  }

  test('[P3] nothing that leaves the house names an author who asked not to be named, whoever it is', () => {
    const names = fc.record({
      delegationId: fc.uuid(),
      groupId: fc.option(fc.uuid()),
      groupName: fc.option(fc.string({ minLength: 1 })),
    })
    fc.assert(
      fc.property(names, (author) => {
        const shown = shownAs(author, 'not_for_attribution', { kind: 'public' })
        expect(Object.keys(shown)).toEqual(['kind'])
        expect(withholdsTraces(shown)).toBe(true)
      }),
    )
  })

  test('a group’s statement is shown as the group’s, also one of States named one by one', () => {
    const group = { delegationId: 'ecuador', groupId: 'g77', groupName: null }
    expect(shownAs(group, 'attributed', { kind: 'public' }).kind).toBe('group')
    expect(shownAs({ ...group, groupId: null, groupName: 'Some' }, 'attributed', { kind: 'public' }).kind).toBe('group')
  })
})

test('AT4 a mode can only become stricter', () => {
  const allowed = ATTRIBUTIONS.flatMap((from) =>
    ATTRIBUTIONS.filter((to) => mayBecome(from, to)).map((to) => [from, to]),
  )
  expect(allowed).toEqual([
    ['attributed', 'attributed'],
    ['attributed', 'not_for_attribution'],
    ['not_for_attribution', 'not_for_attribution'],
  ])
})
