import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  startTransition,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Path } from './routes.ts'

type Names<P extends string> = P extends `${infer Head}/${infer Rest}`
  ? Names<Head> | Names<Rest>
  : P extends `:${infer Name}`
    ? Name
    : never
export type ParamsIn<P extends string> = { [K in Names<P>]: string }
export type Search = Record<string, string | readonly string[] | undefined>
type Place<P extends Path> = { to: P; search?: Search; hash?: string } & (Names<P> extends never
  ? { params?: undefined }
  : { params: ParamsIn<P> })

/** The address of a page. Empty search values are left out, so that one view has one address. */
export function hrefOf<P extends Path>({ to, params, search = {}, hash }: Place<P>): string {
  const given: Partial<Record<string, string>> = params ?? {}
  const path = to.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''))
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([key, value]) =>
      [value ?? []].flat().flatMap((one) => (one === '' ? [] : [[key, one]])),
    ),
  ).toString()
  return path + (query && `?${query}`) + (hash ? `#${hash}` : '')
}

/** What is in the address bar now. `visit` is new for every page gone to, also by Back. */
type Here = { pathname: string; search: string; visit: string }
const visitOf = (state: unknown): string =>
  typeof state === 'object' && state && 'visit' in state ? String(state.visit) : 'first'
const read = (): Here => ({ pathname: location.pathname, search: location.search, visit: visitOf(history.state) })

let here = read()
/** The visit whose heading has not taken the focus yet. The first page leaves the focus where the browser puts it. */
let unannounced: string | null = null
/** The visit whose place on the page, named by the address, has not been looked for yet. */
let unsought: string | null = here.visit
const listeners = new Set<() => void>()
const scrolledTo = new Map<string, number>()

function arrive() {
  const next = read()
  if (next.pathname !== here.pathname || next.visit !== here.visit) unannounced = unsought = next.visit
  here = next
  for (const listener of listeners) listener()
}

history.scrollRestoration = 'manual'
addEventListener('popstate', () => {
  scrolledTo.set(here.visit, scrollY)
  arrive()
})

/** Goes to an address of the platform. With `replace` the view changes and Back does not return to the old one. */
export function goTo(href: string, { replace = false } = {}) {
  scrolledTo.set(here.visit, scrollY)
  if (replace) history.replaceState(history.state, '', href)
  else history.pushState({ visit: crypto.randomUUID() }, '', href)
  arrive()
}

export const go = <P extends Path>(place: Place<P> & { replace?: boolean }) =>
  goTo(hrefOf(place), { replace: place.replace ?? false })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useHere = (): Here => useSyncExternalStore(subscribe, () => here)

/** The place to draw: it follows the address once the next page can be drawn, so that the old one stays until then. */
export function useSettledHere(): { settled: Here; leaving: boolean } {
  const now = useHere()
  const [settled, setSettled] = useState(now)
  useEffect(() => startTransition(() => setSettled(now)), [now])
  return { settled, leaving: now.pathname !== settled.pathname }
}

/** A page's heading takes the focus once it is there, and the page goes to what the address names, or back to where it was read. */
export function announceArrival(heading: HTMLElement | null) {
  if (!heading) return
  const arrived = unannounced === here.visit
  if (arrived) {
    unannounced = null
    heading.focus({ preventScroll: true })
  }
  if (unsought !== here.visit) return
  unsought = null
  const name = location.hash.slice(1)
  if (name !== '') patiently(() => sought(name))
  else if (arrived) scrollBack(scrolledTo.get(here.visit) ?? 0)
}

/** Another page comes at the same address, after a sign-in: its heading takes the focus too. */
export function expectArrival() {
  unannounced = here.visit
}

/** What lies in something folded away is unfolded. */
function sought(name: string): boolean {
  const target = document.getElementById(name)
  for (let around = target?.closest('details'); around; around = around.parentElement?.closest('details'))
    around.open = true
  target?.scrollIntoView()
  return target !== null
}

/** To where the page was read, as soon as what is above has come. */
function scrollBack(to: number) {
  patiently(() => {
    scrollTo(0, to)
    return scrollY >= to - 1
  })
}

const PATIENCE_MS = 10_000

/** Tries it until it is done, whenever the page has changed, for a while; not against somebody who scrolls meanwhile. */
function patiently(done: () => boolean) {
  if (done()) return
  const again = () => {
    if (done()) stop()
  }
  const growing = new ResizeObserver(again)
  const filling = new MutationObserver(again)
  const stop = () => {
    growing.disconnect()
    filling.disconnect()
    clearTimeout(timer)
    for (const kind of ['wheel', 'touchstart', 'keydown', 'popstate']) removeEventListener(kind, stop)
  }
  const timer = setTimeout(stop, PATIENCE_MS)
  for (const kind of ['wheel', 'touchstart', 'keydown', 'popstate']) addEventListener(kind, stop, { passive: true })
  growing.observe(document.body)
  filling.observe(document.body, { childList: true, subtree: true })
}

/** The place's parameters, or null where the pattern does not fit. */
export function match(pattern: string, pathname: string): Record<string, string> | null {
  const names: string[] = []
  const source = pattern.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name)
    return '([^/]+)'
  })
  const found = new RegExp(`^${source}/?$`).exec(pathname)
  if (!found) return null
  try {
    return Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1]!)]))
  } catch {
    return null
  }
}

const Place = createContext<Record<string, string>>({})
/** Hands the page its parameters. They stay the page's own while the next page is being fetched. */
export const PlaceProvider = Place.Provider

/** The parameters of the page one is on: `const { listId } = useParams('/lists/:listId')`. */
export function useParams<P extends Path>(path: P): ParamsIn<P> {
  const params = useContext(Place)
  if (!(path.match(/(?<=:)\w+/g) ?? []).every((name) => name in params)) throw new Error(`not on ${path}`)
  return params as ParamsIn<P>
}

/** The filters in the address, and a way to change some of them; reloading and sharing keep the view. */
export function useSearch<K extends string>(
  ...names: K[]
): [Partial<Record<K, string>>, (change: Partial<Record<K, string>>) => void] {
  const { search } = useHere()
  const params = new URLSearchParams(search)
  const found: Partial<Record<K, string>> = {}
  for (const name of names) {
    const value = params.get(name)
    if (value !== null) found[name] = value
  }
  return [
    found,
    (change) => {
      const next = new URLSearchParams(location.search)
      for (const name of names) {
        if (!(name in change)) continue
        if (change[name]) next.set(name, change[name])
        else next.delete(name)
      }
      goTo(location.pathname + (next.size ? `?${next}` : '') + location.hash, { replace: true })
    },
  ]
}

/** Whether the click asks the browser for something else: a new tab, a download. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

export type LinkProps<P extends Path> = Place<P> & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>
/** A place without parameters: what the navigation can lead to. */
export type PlainPath = { [P in Path]: Names<P> extends never ? P : never }[Path]

/** A link to a page of the platform, with a real address. */
export function Link<P extends Path>({ to, params, search, hash, onClick, ...rest }: LinkProps<P>) {
  const href = hrefOf({ to, params, search, hash } as Place<P>)
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || !isPlain(event) || rest.target) return
        event.preventDefault()
        goTo(href)
      }}
    />
  )
}
