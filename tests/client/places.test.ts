import { expect, test } from 'vitest'
import { placeOf, places } from '../../client/routes.ts'
import type { Permission } from '../../shared/rules/access.ts'

const having = (...held: Permission[]) => places.filter(({ needs }) => needs.some((one) => held.includes(one)))
const delegate = having('response.read', 'mission.read')
const staff = having('source.read', 'people.read_all')
const reviewTeam = having('source.read')
const administrator = having('people.read_all', 'outbox.read')

test('a page of the navigation is marked as the page itself, the first page as what it shows', () => {
  expect(placeOf('/mission', delegate)).toEqual({ to: '/mission', itself: true })
  expect(placeOf('/', delegate)).toEqual({ to: '/', itself: true })
  expect(placeOf('/', staff)).toEqual({ to: '/consultations', itself: true })
  expect(placeOf('/', reviewTeam)).toEqual({ to: '/consultations', itself: true })
  expect(placeOf('/', administrator)).toEqual({ to: '/people', itself: true })
})

test('a page below marks its section, which is another for who answers and for who asks', () => {
  for (const who of [delegate, staff])
    expect(placeOf('/summaries/:summaryId', who)).toEqual({ to: '/consultations', itself: false })
  for (const path of ['/lists/:listId', '/lists/:listId/response/:responseId', '/sessions/:sessionId/room']) {
    expect(placeOf(path, delegate)).toEqual({ to: '/', itself: false })
    expect(placeOf(path, staff)).toEqual({ to: '/consultations', itself: false })
  }
  expect(placeOf('/consultations/:consultationId/edit', staff)).toEqual({ to: '/consultations', itself: false })
  for (const who of [delegate, reviewTeam])
    expect(placeOf('/consultations/:consultationId/findings', who)).toEqual({ to: '/consultations', itself: false })
})

test('what is of no section marks none', () => {
  expect(placeOf('/account', delegate)).toBeNull()
  expect(placeOf('/lists/:listId', administrator)).toBeNull()
})
