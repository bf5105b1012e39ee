import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { live } from './live.ts'
import { MeProvider, useMeState } from './me.tsx'
import { match, PlaceProvider, useSettledHere } from './navigation.tsx'
import { type Page, type Path, routes } from './routes.ts'
import { SignInAgain } from './sign-in/SignInAgain.tsx'
import { ErrorBoundary, NotFound, Unreachable } from './ui/ErrorPages.tsx'
import { Shell } from './ui/Shell.tsx'
import { Skeleton } from './ui/Skeleton.tsx'
import { preloadWords } from './words/index.ts'

const components = new Map<Page, ComponentType>()

/** The page's component; its file and its words are fetched together. */
function componentOf(page: Page): ComponentType {
  const known = components.get(page)
  if (known) return known
  const component = lazy(async () => {
    const [file] = await Promise.all([page.load(), preloadWords(page.words)])
    const found = Object.entries(file).find(([name, value]) => name.endsWith('Page') && typeof value === 'function')
    if (!found) throw new Error('a page file exports one component whose name ends in Page')
    return { default: found[1] as ComponentType }
  })
  components.set(page, component)
  return component
}

const signInPage: Page = routes['/sign-in'][0]
/** Literal addresses before those with a place for a parameter: /lists/new is not a list. */
const patterns = (Object.keys(routes) as Path[]).sort((a, b) => a.split(':').length - b.split(':').length)

type Found = { Component: ComponentType; params: Record<string, string>; path: string }

function find(pathname: string, fits: (page: Page) => boolean): Found | null {
  for (const path of patterns) {
    const params = match(path, pathname)
    const pages: readonly Page[] = routes[path]
    const page = params && pages.find(fits)
    if (page && params) return { Component: componentOf(page), params, path }
  }
  return null
}

export function App() {
  const state = useMeState()
  const { settled, leaving } = useSettledHere()
  const me = state.status === 'signed-in' ? state.me : null
  const personId = me?.person.id
  const delegationId = me?.acting?.delegationId

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or delegation is another connection
  useEffect(() => {
    if (!personId) return
    live.open()
    return () => live.close()
  }, [personId, delegationId])

  if (state.status === 'loading') {
    return (
      <Shell me={null} path={null}>
        <Skeleton />
      </Shell>
    )
  }
  if (state.status === 'unreachable') {
    return (
      <Shell me={null} path={null}>
        <Unreachable again={state.again} />
      </Shell>
    )
  }

  const open = find(settled.pathname, ({ needs }) => needs === 'anyone' || (me?.may(needs) ?? false))
  // Not there and not yours look alike; whoever is not signed in is asked to, at the address they came for.
  const found = open ?? (me ? null : { Component: componentOf(signInPage), params: {}, path: settled.pathname })
  return (
    <MeProvider value={me}>
      <Shell me={me} path={found?.path ?? null} leaving={leaving}>
        {/* Another place is another page, with nothing of the one before in its fields. */}
        <ErrorBoundary key={`${delegationId} ${settled.pathname}`}>
          <Suspense fallback={<Skeleton />}>
            <PlaceProvider value={found?.params ?? {}}>{found ? <found.Component /> : <NotFound />}</PlaceProvider>
          </Suspense>
        </ErrorBoundary>
      </Shell>
      {me && <SignInAgain me={me} />}
    </MeProvider>
  )
}
