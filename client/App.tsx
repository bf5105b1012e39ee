import { type ComponentType, lazy, Suspense, use, useEffect } from 'react'
import { actingFor } from './api.ts'
import { live } from './live.ts'
import { type Me, MeProvider, useMeState } from './me.tsx'
import { match, PlaceProvider, useSettledHere } from './navigation.tsx'
import { firstRoutes, type Page } from './routes.ts'
import { ErrorBoundary, NotFound, Unreachable } from './ui/ErrorPages.tsx'
import { Shell } from './ui/Shell.tsx'
import { Skeleton } from './ui/Skeleton.tsx'
import { preloadWords } from './words/index.ts'

// Nobody needs these in the first minutes: they come once the page is there.
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in/SignInAgain.tsx')).SignInAgain }))
const SignInEnds = lazy(async () => ({ default: (await import('./sign-in/SignInEnds.tsx')).SignInEnds }))

const fetched = new Map<Page, Promise<ComponentType>>()
const here = new Map<Page, ComponentType>()
const drawn = new Map<Page, ComponentType>()

/** The page's file and its words, together. */
function fetchPage(page: Page): Promise<ComponentType> {
  const known = fetched.get(page)
  if (known) return known
  const promise = Promise.all([page.load(), preloadWords(page.words)]).then(([file]) => {
    const found = Object.entries(file).find(([name, value]) => name.endsWith('Page') && typeof value === 'function')
    if (!found) throw new Error('a page file exports one component whose name ends in Page')
    const component = found[1] as ComponentType
    here.set(page, component)
    return component
  })
  fetched.set(page, promise)
  promise.catch(() => fetched.delete(page))
  return promise
}

/** The component to draw, the same one every time: itself where it is here already, else one that waits for it. */
function componentOf(page: Page): ComponentType {
  const component = drawn.get(page) ?? here.get(page) ?? lazy(async () => ({ default: await fetchPage(page) }))
  drawn.set(page, component)
  return component
}

const signInPage: Page = firstRoutes['/sign-in'][0]

type Table = readonly { path: string; pages: readonly Page[] }[]
/** Literal addresses before those with a place for a parameter: /lists/new is not a list. */
const tableOf = (routes: Record<string, readonly Page[]>): Table =>
  Object.entries(routes)
    .map(([path, pages]) => ({ path, pages }))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
const first = tableOf(firstRoutes)

let further: Promise<Table> | null = null
function fetchFurther(): Promise<Table> {
  if (further) return further
  further = import('./further-routes.ts').then(({ furtherRoutes }) => tableOf(furtherRoutes))
  further.catch(() => {
    further = null
  })
  return further
}

const isFirst = (pathname: string) => first.some(({ path }) => match(path, pathname) !== null)

type Found = { page: Page; params: Record<string, string>; path: string }

function findIn(table: Table, pathname: string, fits: (page: Page) => boolean): Found | null {
  for (const { path, pages } of table) {
    const params = match(path, pathname)
    const page = params && pages.find(fits)
    if (page && params) return { page, params, path }
  }
  return null
}

/** The addresses among which this one is; waits for those that are not opened first. */
const useTable = (pathname: string): Table => (isFirst(pathname) ? first : use(fetchFurther()))

/**
 * Fetches, while one waits to hear who is signed in, what will most likely be shown: the page at this address for a tab that
 * acted for a delegation before, else the sign-in page.
 */
export async function fetchAhead(): Promise<void> {
  const { pathname } = location
  const table = isFirst(pathname) ? first : await fetchFurther()
  const found = actingFor() && findIn(table, pathname, () => true)
  await fetchPage(found ? found.page : signInPage)
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

  return (
    <ErrorBoundary key={personId}>
      <Suspense
        fallback={
          <Shell me={me} path={null}>
            <Skeleton />
          </Shell>
        }
      >
        <PageAt me={me} pathname={settled.pathname} leaving={leaving} />
      </Suspense>
    </ErrorBoundary>
  )
}

function PageAt({ me, pathname, leaving }: { me: Me | null; pathname: string; leaving: boolean }) {
  const table = useTable(pathname)
  const open = findIn(table, pathname, ({ needs }) => needs === 'anyone' || (me?.may(needs) ?? false))
  // Not there and not yours look alike; whoever is not signed in is asked to, at the address they came for.
  const found = open ?? (me ? null : { page: signInPage, params: {}, path: pathname })
  const Component = found && componentOf(found.page)
  if (found?.page.bare && Component)
    return (
      <MeProvider value={me}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Skeleton />}>
            <PlaceProvider value={found.params}>
              <Component />
            </PlaceProvider>
          </Suspense>
        </ErrorBoundary>
      </MeProvider>
    )
  return (
    <MeProvider value={me}>
      <Shell me={me} path={found?.path ?? null} leaving={leaving}>
        {/* Another place is another page, with nothing of the one before in its fields. */}
        <ErrorBoundary key={`${me?.acting?.delegationId} ${pathname}`}>
          <Suspense fallback={<Skeleton />}>
            <PlaceProvider value={found?.params ?? {}}>{Component ? <Component /> : <NotFound />}</PlaceProvider>
          </Suspense>
        </ErrorBoundary>
      </Shell>
      {me && (
        <Suspense>
          <SignInEnds key={me.person.id} />
          <SignInAgain me={me} />
        </Suspense>
      )}
    </MeProvider>
  )
}
