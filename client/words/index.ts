/*
 * Every sentence of the interface, in six languages, loaded by area and language when a page needs it.
 *
 * To add a sentence: put its key and English text into words/<area>/en.ts and the same key into the other five files of the
 * area; a missing or surplus key does not compile. Keys are snake_case and unique across areas.
 * To add an area: make a folder words/<area>/ with the six files (export `words`), and one line in `Areas` below.
 *
 * In a component:   const t = useWords('delegate')          // keys of common, refusals and delegate
 *                   t('send_for_clearance')
 *                   t('questions_answered', { answered: 9, count: 13 })
 *                   t.rich('due', { when: <When at={closesAt} />, b: (text) => <strong>{text}</strong> })
 *                   t(refusal.code)                          // refusal codes are keys too
 *
 * Messages are ICU: {name}, {count, number}, {count, plural, one {# answer} other {# answers}}, select, <b>…</b>.
 * Arabic takes zero one two few many other; Russian one few many other; French and Spanish one many other; Chinese other.
 * tests/whole/words.test.ts fails on a key nobody uses, on a mis-formed message, and on arguments that differ between languages.
 */
import { directionOf, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { messagePieces } from '@consultation/shared/message.ts'
import { createElement, Fragment, type ReactNode, use, useSyncExternalStore } from 'react'
import type { words as refusals } from '../../shared/words/refusals/en.ts'
import type { words as account } from './account/en.ts'
import type { words as answering } from './answering/en.ts'
import type { words as board } from './board/en.ts'
import type { words as breakout } from './breakout/en.ts'
import type { words as citing } from './citing/en.ts'
import type { words as common } from './common/en.ts'
import type { words as convergence } from './convergence/en.ts'
import type { words as feedback } from './feedback/en.ts'
import type { words as findings } from './findings/en.ts'
import type { words as findingsWriting } from './findings-writing/en.ts'
import type { words as helpDelegate } from './help-delegate/en.ts'
import type { words as home } from './home/en.ts'
import type { words as mission } from './mission/en.ts'
import type { words as papers } from './papers/en.ts'
import type { words as people } from './people/en.ts'
import type { words as planning } from './planning/en.ts'
import type { words as podium } from './podium/en.ts'
import type { words as reading } from './reading/en.ts'
import type { words as record } from './record/en.ts'
import type { words as resultsStaff } from './results-staff/en.ts'
import type { words as retreat } from './retreat/en.ts'
import type { words as retreatDelegate } from './retreat-delegate/en.ts'
import type { words as rooms } from './rooms/en.ts'
import type { words as sessions } from './sessions/en.ts'
import type { words as signIn } from './sign-in/en.ts'
import type { words as staff } from './staff/en.ts'
import type { words as staffHelp } from './staff-help/en.ts'
import type { words as stances } from './stances/en.ts'
import type { words as temperature } from './temperature/en.ts'
import type { words as threads } from './threads/en.ts'
import type { words as topics } from './topics/en.ts'
import type { words as traces } from './traces/en.ts'

type Areas = {
  board: keyof typeof board
  breakout: keyof typeof breakout
  common: keyof typeof common
  refusals: keyof typeof refusals
  'sign-in': keyof typeof signIn
  account: keyof typeof account
  home: keyof typeof home
  findings: keyof typeof findings
  feedback: keyof typeof feedback
  convergence: keyof typeof convergence
  stances: keyof typeof stances
  'findings-writing': keyof typeof findingsWriting
  traces: keyof typeof traces
  citing: keyof typeof citing
  answering: keyof typeof answering
  temperature: keyof typeof temperature
  threads: keyof typeof threads
  topics: keyof typeof topics
  mission: keyof typeof mission
  'help-delegate': keyof typeof helpDelegate
  staff: keyof typeof staff
  papers: keyof typeof papers
  planning: keyof typeof planning
  podium: keyof typeof podium
  reading: keyof typeof reading
  record: keyof typeof record
  retreat: keyof typeof retreat
  'retreat-delegate': keyof typeof retreatDelegate
  'results-staff': keyof typeof resultsStaff
  rooms: keyof typeof rooms
  sessions: keyof typeof sessions
  people: keyof typeof people
  'staff-help': keyof typeof staffHelp
}

export type Area = keyof Areas
type Always = 'common' | 'refusals'
export type KeyOf<A extends Area> = Areas[A | Always]
export type CommonKey = KeyOf<Always>

type Catalogue = Record<string, string>
type Values = Record<string, string | number>
type RichValues = Record<string, ReactNode | ((content: ReactNode) => ReactNode)>
export type Words<Key extends string> = {
  (key: Key, values?: Values): string
  rich(key: Key, values: RichValues): ReactNode
  language: Language
}

type File = { words: Catalogue }
// What the first pages speak. The names of all other files come when one is needed: each costs bytes here.
const firstFiles = import.meta.glob<File>([
  './common/*.ts',
  './sign-in/*.ts',
  './home/*.ts',
  './answering/*.ts',
  '../../shared/words/refusals/*.ts',
])
const fetchFile = async (file: string): Promise<File> =>
  (firstFiles[file] ?? (await import('./further.ts')).furtherFiles[file]!)()
const fileOf = (area: Area, language: Language) =>
  area === 'refusals' ? `../../shared/words/refusals/${language}.ts` : `./${area}/${language}.ts`

const loaded = new Map<string, Catalogue>()
const loading = new Map<string, Promise<void>>()
const areasInUse = new Set<Area>()

function load(area: Area, to: Language): Promise<void> {
  areasInUse.add(area)
  const file = fileOf(area, to)
  const known = loading.get(file)
  if (known) return known
  const promise = fetchFile(file).then(
    ({ words }) => {
      loaded.set(file, words)
      // React asks a promise it has not seen for these before it waits for it: what is here is drawn at once.
      Object.assign(promise, { status: 'fulfilled', value: undefined })
    },
    (error) => {
      loading.delete(file)
      throw error
    },
  )
  loading.set(file, promise)
  return promise
}

const KEPT = 'language'
const isLanguage = (text: string | null): text is Language => LANGUAGES.includes(text as Language)

/** The one kept on this device, else the browser's first that we speak, else English. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT)
  if (isLanguage(kept)) return kept
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

let language: Language = firstLanguage()
/** Whether somebody chose it on this page: then it outranks what the account remembers. */
let chosenHere = false
const listeners = new Set<() => void>()

function show(next: Language) {
  language = next
  document.documentElement.lang = next
  document.documentElement.dir = directionOf(next)
}

/** Loads what the shell says, in the first language. */
export function startWords(): Promise<unknown> {
  show(language)
  return Promise.all([load('common', language), load('refusals', language)])
}

export const preloadWords = (area: Area) => load(area, language)
export const currentLanguage = () => language
export const languageWasChosenHere = () => chosenHere

/** Changes the language once all its words for this page are there, so that nothing on it is taken down and nothing typed is lost. */
export async function setLanguage(next: Language, byChoice = false): Promise<void> {
  await Promise.all([...areasInUse].map((area) => load(area, next)))
  chosenHere ||= byChoice
  localStorage.setItem(KEPT, next)
  show(next)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

const made = new Map<string, Words<string>>()

function wordsOf(area: Area, to: Language): Words<string> {
  const name = `${area} ${to}`
  const known = made.get(name)
  if (known) return known
  const catalogues = [area, 'common' as const, 'refusals' as const].map((from) => loaded.get(fileOf(from, to)) ?? {})
  const message = (key: string) => catalogues.find((words) => Object.hasOwn(words, key))?.[key] ?? key
  const words: Words<string> = Object.assign(
    (key: string, values: Values = {}) => messagePieces<string>(message(key), values, to).join(''),
    {
      language: to,
      rich: (key: string, values: RichValues) => {
        const given = Object.fromEntries(Object.entries(values).map(([arg, value]) => [arg, pieceOf(value)]))
        return createElement(Fragment, null, ...messagePieces<ReactNode>(message(key), given, to))
      },
    },
  )
  made.set(name, words)
  return words
}

type Piece = Exclude<ReactNode, undefined> | ((content: ReactNode[]) => ReactNode)
function pieceOf(value: RichValues[string]): Piece {
  if (typeof value !== 'function') return value ?? ''
  return (content) => value(createElement(Fragment, null, ...content))
}

/** The words of an area; waits (Suspense) for those not yet here. */
export function useWords<A extends Area = 'common'>(area?: A): Words<KeyOf<A>> {
  const to = useLanguage()
  const from: Area = area ?? 'common'
  for (const needed of ['common', 'refusals', from] as const) {
    use(load(needed, to))
  }
  areasInUse.add(from)
  return wordsOf(from, to)
}
