import type { HomeView } from '@consultation/shared/home.ts'
import type { ResponseState } from '@consultation/shared/rules/clearance.ts'
import { expect, test } from 'vitest'
import { cardsOf, doneIn } from '../../client/home/cards.ts'

type List = HomeView['lists'][number]
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

const list = (n: number, states: ResponseState[], more: Partial<List> = {}): List => ({
  listId: id(n),
  consultationTitle: { en: 'Management reform, 2017' },
  title: { en: `List ${n}` },
  questions: 13,
  closesAt: '2017-06-16T22:00:00.000Z',
  open: 'open',
  acknowledgedAt: null,
  responses: states.map((state, at) => ({
    responseId: `${id(n).slice(0, -2)}${at}${n}`,
    capacity: { kind: 'national' },
    groupName: null,
    state,
    version: state === 'submitted' ? 1 : 0,
    filled: 9,
    submittedAt: state === 'submitted' ? `2017-06-1${n}T12:00:00.000Z` : null,
    reference: state === 'submitted' ? 'MR-2017/Q1/GHA/1' : null,
    returned: false,
  })),
  openThreads: 0,
  ...more,
})
const home = (...lists: List[]): HomeView => ({ delegationId: id(9), lists, sessions: [], retreats: [], coming: [] })
const verbs = (view: HomeView, role: 'head' | 'drafter' | 'reader') => cardsOf(view, role).map(({ verb }) => verb)

test('each card names the one thing that this person can do', () => {
  expect(verbs(home(list(1, [])), 'drafter')).toEqual(['answer'])
  expect(verbs(home(list(1, [])), 'reader')).toEqual(['read'])
  expect(verbs(home(list(1, ['draft'])), 'drafter')).toEqual(['go_on'])
  expect(verbs(home(list(1, ['for_clearance'])), 'drafter')).toEqual(['wait_for_head'])
  expect(verbs(home(list(1, ['for_clearance'])), 'head')).toEqual(['clear'])
  expect(verbs(home(list(1, ['cleared'])), 'head')).toEqual(['submit'])
  expect(verbs(home(list(1, ['submitted'])), 'head')).toEqual([])
})

test('who spoke for a group only can still answer for the State', () => {
  const forGroup = (state: ResponseState) => {
    const { responses, ...rest } = list(1, [state])
    return {
      ...rest,
      responses: responses.map((one) => ({ ...one, capacity: { kind: 'group', groupId: id(8) } as const })),
    }
  }
  expect(verbs(home(forGroup('submitted')), 'drafter')).toEqual(['answer'])
  expect(verbs(home(forGroup('for_clearance')), 'head')).toEqual(['clear', 'answer'])
  expect(verbs(home({ ...forGroup('submitted'), open: 'closed' }), 'drafter')).toEqual([])
  expect(verbs(home(list(1, ['submitted'])), 'drafter')).toEqual([])
})

test('what only waits for somebody else stands last', () => {
  expect(verbs(home(list(1, ['for_clearance']), list(2, ['draft'])), 'drafter')).toEqual(['go_on', 'wait_for_head'])
})

test('a question of the Secretariat is something to do, also when the list is closed', () => {
  const closed = list(1, ['submitted'], { open: 'closed', openThreads: 2 })
  expect(verbs(home(closed), 'drafter')).toEqual(['reply'])
})

test('a closed list asks for no answer any more', () => {
  expect(verbs(home(list(1, [], { open: 'closed' }), list(2, ['draft'], { open: 'closed' })), 'head')).toEqual([])
  expect(verbs(home(list(1, [], { open: 'late' })), 'head')).toEqual(['answer'])
})

test('what has been done stands with the latest first, and an amended draft is not done', () => {
  const view = home(list(1, ['submitted']), list(3, ['submitted']), list(2, ['draft']))
  expect(doneIn(view).map(({ list: { title } }) => title.en)).toEqual(['List 3', 'List 1'])
})
