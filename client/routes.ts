/*
 * Every page and its address. To add a page: write client/<domain>/<Name>Page.tsx with one exported component whose name
 * ends in Page, and add one line to further-routes.ts. Its address is then a type: <Link to="/lists/:listId" params={{ listId }}>.
 *
 *   words   the area of words the page speaks, fetched together with it
 *   needs   the permission (shared/rules/access.ts) without which there is no such page; `anyone` before sign-in too
 *
 * Pages of one address for two publics: the first whose permission fits is shown. A page that stands in the navigation
 * has a line in `places` too.
 */
import type { Permission } from '@consultation/shared/rules/access.ts'
import type { furtherRoutes } from './further-routes.ts'
import type { PlainPath } from './navigation.tsx'
import type { Area, CommonKey } from './words/index.ts'

export type Page = {
  load: () => Promise<object>
  words: Area
  needs: Permission | 'anyone'
  /** Nothing of the frame stands around it. */
  bare?: true
}

/** What most people open first. All others stand in a file of its own, which comes when it is needed: each page costs bytes here. */
export const firstRoutes = {
  '/': [
    { load: () => import('./home/HomePage.tsx'), words: 'home', needs: 'response.read' },
    { load: () => import('./consultations/ConsultationsPage.tsx'), words: 'staff', needs: 'source.read' },
    { load: () => import('./people/PeoplePage.tsx'), words: 'people', needs: 'people.read_all' },
  ],
  '/sign-in': [{ load: () => import('./sign-in/SignInPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/invitations/:token': [{ load: () => import('./sign-in/InvitationPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/forgotten-password': [{ load: () => import('./sign-in/ForgottenPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/password-resets/:token': [{ load: () => import('./sign-in/ResetPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/lists/:listId': [
    { load: () => import('./question-lists/delegate/ListPage.tsx'), words: 'answering', needs: 'response.read' },
    { load: () => import('./question-lists/staff/MonitorPage.tsx'), words: 'staff', needs: 'list.monitor' },
  ],
  '/lists/:listId/response/:responseId': [
    { load: () => import('./responses/AnswerPage.tsx'), words: 'answering', needs: 'response.read' },
  ],
} as const satisfies Record<`/${string}`, readonly Page[]>

export type Path = keyof typeof firstRoutes | keyof typeof furtherRoutes

export type Place = {
  to: PlainPath
  word: CommonKey
  needs: readonly Permission[]
  at: 'top' | 'foot'
  /** Addresses that begin like this are pages of it. */
  holds?: readonly string[]
}

/** The navigation, in its order: a place is shown to whom one of its permissions fits. */
export const places: readonly Place[] = [
  { to: '/', word: 'nav_home', needs: ['response.read'], at: 'top', holds: ['/lists/', '/retreats/', '/sessions/'] },
  { to: '/mission', word: 'nav_mission', needs: ['mission.read'], at: 'top' },
  {
    to: '/consultations',
    word: 'nav_consultations',
    needs: ['source.read', 'mission.read'],
    at: 'top',
    holds: [
      '/consultations/',
      '/findings/',
      '/finding-versions/',
      '/lists/',
      '/retreats/',
      '/sessions/',
      '/summaries/',
      '/tracks',
      '/traces/',
    ],
  },
  { to: '/people', word: 'nav_people', needs: ['people.read_all'], at: 'top' },
  { to: '/groups', word: 'nav_groups', needs: ['people.read_all'], at: 'top' },
  { to: '/outbox', word: 'nav_outbox', needs: ['outbox.read'], at: 'top' },
  { to: '/help', word: 'nav_help', needs: ['mission.read', 'people.read_all', 'source.read'], at: 'top' },
]

/** The place a page is of, among those one has: itself, or the first that holds its address. */
export function placeOf(path: string, mine: readonly Place[]): { to: PlainPath; itself: boolean } | null {
  // The first page shows what stands first in one's navigation, whatever its own address is.
  const itself = path === '/' ? mine[0] : mine.find(({ to }) => to === path)
  if (itself) return { to: itself.to, itself: true }
  const section = mine.find(({ holds = [] }) => holds.some((beginning) => path.startsWith(beginning)))
  return section ? { to: section.to, itself: false } : null
}
