/*
 * Every page and its address. To add a page: write client/<domain>/<Name>Page.tsx with one exported component whose name
 * ends in Page, and add one line here. Its address is then a type: <Link to="/lists/:listId" params={{ listId }}>.
 *
 *   words   the area of words the page speaks, fetched together with it
 *   needs   the permission (shared/rules/access.ts) without which there is no such page; `anyone` before sign-in too
 *
 * Pages of one address for two publics: the first whose permission fits is shown. A page that stands in the navigation
 * has a line in `places` too.
 */
import type { Permission } from '@consultation/shared/rules/access.ts'
import type { PlainPath } from './navigation.tsx'
import type { Area, CommonKey } from './words/index.ts'

export type Page = {
  load: () => Promise<object>
  words: Area
  needs: Permission | 'anyone'
}

export const routes = {
  '/': [],
  '/sign-in': [{ load: () => import('./sign-in/SignInPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/invitations/:token': [{ load: () => import('./sign-in/InvitationPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/forgotten-password': [{ load: () => import('./sign-in/ForgottenPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/password-resets/:token': [{ load: () => import('./sign-in/ResetPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/account': [{ load: () => import('./account/AccountPage.tsx'), words: 'account', needs: 'me.read' }],
} as const satisfies Record<`/${string}`, readonly Page[]>

export type Path = keyof typeof routes

export type Place = { to: PlainPath; word: CommonKey; needs: Permission | 'anyone'; at: 'top' | 'foot' }

/** The navigation, in its order. */
export const places: readonly Place[] = []
