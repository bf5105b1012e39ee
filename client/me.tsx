import { NEW_YORK } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { type Caller, MEMBER_ROLES, may, type Permission } from '@consultation/shared/rules/access.ts'
import { changeMe, type MeView, readMe, signOut } from '@consultation/shared/sign-in.ts'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import { actFor, actingFor, call, RefusalError } from './api.ts'
import { finishDrafts, forgetDrafts } from './kept.ts'
import { goTo } from './navigation.tsx'
import { queries } from './use-call.ts'
import { currentLanguage, languageWasChosenHere, setLanguage } from './words/index.ts'

export type Membership = MeView['memberships'][number]
export type Me = MeView & {
  /** The accreditation this tab acts under; null for the Organization's own people. */
  acting: Membership | null
  /** What the policy table lets this person try. What may be done with a thing says its own `may`. */
  may: (permission: Permission) => boolean
}

const ME = ['me']

export type MeState =
  | { status: 'loading' }
  | { status: 'unreachable'; again: () => void }
  | { status: 'signed-out' }
  | { status: 'signed-in'; me: Me }

async function fetchMe(): Promise<MeView | null> {
  try {
    const view = await call(readMe, { mayBeSignedOut: true })
    welcome(view)
    return view
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'signed_out') return null
    // A delegation this tab acted for, of which one is no longer a member.
    if (error instanceof RefusalError && error.code === 'not_acting_for' && actingFor()) {
      actFor(null)
      return fetchMe()
    }
    throw error
  }
}

/** Chooses what this tab acts for and speaks: the choice made here, else what the person's accreditations and settings say. */
function welcome({ memberships, person }: MeView) {
  const held = memberships.some(({ delegationId }) => delegationId === actingFor())
  if (!held) actFor(memberships[0]?.delegationId ?? null)
  if (languageWasChosenHere()) {
    if (person.language !== currentLanguage()) void remember(currentLanguage())
  } else if (person.language !== currentLanguage()) void setLanguage(person.language)
}

/** Not remembered, the language is still the one on the page and on this device: nothing to trouble anybody with. */
const remember = (language: Language) => call(changeMe, { body: { language } }).catch(() => undefined)

/** Asks who is signed in before anything is drawn. */
export const askWhoIsThere = () => queries.prefetchQuery({ queryKey: ME, queryFn: fetchMe })

/** Who is signed in. For the frame of the page; pages use `useMe`. */
export function useMeState(): MeState {
  const query = useQuery({ queryKey: ME, queryFn: fetchMe, staleTime: Number.POSITIVE_INFINITY })
  const view = query.data
  const me = useMemo(() => view && complete(view), [view])
  if (me === null) return { status: 'signed-out' }
  if (me) return { status: 'signed-in', me }
  if (query.error) return { status: 'unreachable', again: () => void query.refetch() }
  return { status: 'loading' }
}

function complete(view: MeView): Me {
  // A drafter who stands in for the head holds two accreditations, and acts under the stronger, as for the server.
  const acting =
    view.memberships
      .filter(({ delegationId }) => delegationId === actingFor())
      .sort((a, b) => MEMBER_ROLES.indexOf(a.role) - MEMBER_ROLES.indexOf(b.role))[0] ?? null
  const caller: Caller = {
    kind: 'person',
    personId: view.person.id,
    signInId: '',
    office: view.office,
    acting: acting && { delegationId: acting.delegationId, role: acting.role, membershipId: acting.id },
  }
  return { ...view, acting, may: (permission) => may(caller, permission) }
}

const MeContext = createContext<Me | null>(null)
export const MeProvider = MeContext.Provider

/** The person signed in. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

/** The reader's own time zone: the one set, else the device's. */
export function useMyZone(): string {
  const set = useContext(MeContext)?.person.timeZone
  return set ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? NEW_YORK
}

/** After a sign-in, an accepted invitation or changed settings. */
export function meIs(view: MeView) {
  welcome(view)
  queries.setQueryData(ME, view)
}

/** Forgets everything of the person and shows the sign-in page. */
export function forgetMe() {
  forgetDrafts()
  actFor(null)
  queries.clear()
  queries.setQueryData(ME, null)
}

export async function leave() {
  await finishDrafts()
  try {
    await call(signOut, { mayBeSignedOut: true })
  } catch (error) {
    // Signed out already is signed out; anything else must not look like it.
    if (!(error instanceof RefusalError && error.code === 'signed_out')) throw error
  }
  forgetMe()
  goTo('/')
}

/** This tab now acts for another of the person's delegations. Nothing of the one before stays on the screen. */
export function switchTo(delegationId: string) {
  actFor(delegationId)
  const me = queries.getQueryData<MeView>(ME)
  queries.clear()
  queries.setQueryData(ME, me && { ...me })
  goTo('/')
}

/** The language bar: at once on the page, and in the person's settings. */
export async function chooseLanguage(language: Language) {
  await setLanguage(language, true)
  const me = queries.getQueryData<MeView | null>(ME)
  if (!me) return
  queries.setQueryData(ME, { ...me, person: { ...me.person, language } })
  await remember(language)
}
