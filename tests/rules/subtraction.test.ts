import { describe, expect, test } from 'vitest'
import {
  couldHaveWritten,
  nextRelease,
  repliedByName,
  THRESHOLD,
  unnamedRespondents,
} from '../../shared/rules/numbers.ts'

/**
 * The attacker of SN2 to SN7 knows the rules, the list of those asked, every page and every file of both closings, and
 * can think of every consultation that would have shown the same. Who wrote a reply is safe where at least THRESHOLD delegations
 * wrote it in one of them. Tried over all consultations of a small membership, not over some drawn ones.
 */
const STATES = 6

/**
 * What is seen of a delegation: what it replied by name, from which closing on, and whether its version says that it was amended.
 * Left out is who replied without any name first and by name in a second version: its number says so, and with two questions
 * little is left that the first can have said.
 */
const SEEN = [
  {
    name: 'never',
    by: 0,
    first: 0,
    second: 0,
    hidden: ['none', 'stays', 'comes', 'changes', 'elsewhere', 'both', 'both change'],
  },
  { name: 'letter alone', by: 0, first: 1, second: 1, hidden: ['none'] },
  { name: 'question 2', by: 2, first: 1, second: 1, hidden: ['none', 'stays'] },
  { name: 'question 2, amended', by: 2, first: 1, second: 2, hidden: ['none', 'comes', 'changes', 'goes'] },
  { name: 'question 2, later', by: 2, first: 0, second: 1, hidden: ['none', 'comes'] },
  { name: 'question 1', by: 1, first: 1, second: 1, hidden: ['none', 'elsewhere'] },
] as const satisfies { name: string; by: number; first: number; second: number; hidden: readonly Hidden[] }[]
type Seen = (typeof SEEN)[number]
/** What is not seen: its reply without a name to question 1, or one to question 2 (elsewhere), or both. */
type Hidden = 'none' | 'stays' | 'comes' | 'changes' | 'goes' | 'elsewhere' | 'both' | 'both change'

/** The version in which the reply stands at each closing. */
const VERSIONS: Record<Hidden, readonly [string | null, string | null]> = {
  none: [null, null],
  stays: ['a', 'a'],
  comes: [null, 'a'],
  changes: ['a', 'b'],
  goes: ['a', null],
  elsewhere: ['a', 'a'],
  both: ['a', 'a'],
  'both change': ['a', 'b'],
}
const QUESTIONS = [1, 2] as const

type World = { seen: readonly Seen[]; hidden: readonly Hidden[] }
type Here = { named: string[]; unnamed: string[] }
/** `writers` are named by an answer; who is named by a letter alone has written no reply. */
type Moment = { writers: string[]; nameless: string[]; at: Record<1 | 2, Here> }

function momentOf({ seen, hidden }: World, closing: 0 | 1): Moment {
  const moment: Moment = {
    writers: [],
    nameless: [],
    at: { 1: { named: [], unnamed: [] }, 2: { named: [], unnamed: [] } },
  }
  for (const [at, one] of seen.entries()) {
    const id = String(at)
    const secret = hidden[at] ?? 'none'
    const there = (closing === 0 ? one.first : one.second) > 0
    const version = VERSIONS[secret][closing]
    const attributed = there && one.by > 0 ? 1 : 0
    const letter = there && one.by === 0
    const unnamed = version ? 1 : 0
    if (attributed + unnamed === 0) continue
    if (!repliedByName({ attributed, unnamed, letter, attributionOffered: true })) moment.nameless.push(id)
    else moment.writers.push(id)
    if (attributed && one.by !== 0) moment.at[one.by].named.push(id)
    if (version && secret !== 'elsewhere') moment.at[1].unnamed.push(`${id}${version}`)
    if (version && ['elsewhere', 'both', 'both change'].includes(secret))
      moment.at[2].unnamed.push(`${id}${version.toUpperCase()}`)
  }
  return moment
}

/** Everything that is emitted of a world: sets of replies, and figures. */
type Emitted = { sets: readonly (readonly string[])[]; figures: readonly number[] }
type Emission = (moments: readonly [Moment, Moment]) => Emitted

const authorsAt = (moments: readonly Moment[], at: number, question: 1 | 2): number => {
  const { writers, at: here } = moments[at]!
  const nameless = unnamedRespondents(moments.slice(0, at + 1).map((one) => one.nameless))
  return couldHaveWritten(writers, here[question].named, nameless)
}

/** The figure of SN6 at each closing, and the replies that the files of each closing hold. */
function filesOf(moments: readonly Moment[], opened?: readonly (readonly string[])[]): Emitted {
  const figures = moments.map((_, at) => unnamedRespondents(moments.slice(0, at + 1).map((one) => one.nameless)).length)
  const sets = QUESTIONS.flatMap((question) => {
    let release: readonly string[] | null = null
    return moments.map(({ at: here }, at) => {
      const now = opened?.[(question - 1) * moments.length + at] ?? here[question].unnamed
      release = nextRelease(release, now, authorsAt(moments, at, question)) ?? release
      figures.push(release === null ? 0 : 1)
      return release ?? []
    })
  })
  return { sets, figures }
}

/** What each closing opens to the delegations (server/question-lists/closure.ts). */
function pagesOf(moments: readonly Moment[], remembers = true): Emitted {
  const sets = QUESTIONS.flatMap((question) => {
    let opened: readonly string[] = []
    return moments.map(({ at: here, nameless, writers }, at) => {
      const before = at === 0 || !remembers ? null : opened
      const hidden = nameless.length >= THRESHOLD ? nameless : []
      const authors = couldHaveWritten(writers, here[question].named, hidden)
      opened = nextRelease(before, here[question].unnamed, authors) ?? (remembers ? opened : [])
      return opened
    })
  })
  return { sets, figures: [] }
}

const files: Emission = (moments) => filesOf(moments)
const pages: Emission = (moments) => pagesOf(moments)
const pagesAndFiles: Emission = (moments) => {
  const page = pagesOf(moments)
  const file = filesOf(moments, page.sets)
  return { sets: [...page.sets, ...file.sets], figures: file.figures }
}
const forgetful: Emission = (moments) => pagesOf(moments, false)

/** All multisets of what is seen: who is who does not matter. */
function* memberships(from = 0, left = STATES): Generator<Seen[]> {
  if (left === 0) return yield []
  for (let at = from; at < SEEN.length; at++) for (const rest of memberships(at, left - 1)) yield [SEEN[at]!, ...rest]
}
/** Of those of whom the same is seen, what is hidden comes in one order: the other orders are the same with names exchanged. */
function* secrets(seen: readonly Seen[], from = 0): Generator<Hidden[]> {
  const [first, ...others] = seen
  if (!first) return yield []
  for (let at = from; at < first.hidden.length; at++)
    for (const rest of secrets(others, others[0] === first ? at : 0)) yield [first.hidden[at]!, ...rest]
}

/** By what can be told apart of a reply (in which pages and files it stands): what is seen of those who wrote one in some world. */
type Suspects = Map<string, Set<Seen>>

/** The fewest who could have written a reply; whoever looks the same as one who could, could too. */
function narrowest(emit: Emission): { suspects: number; world: string } {
  let found = { suspects: STATES, world: '' }
  for (const seen of memberships()) {
    const classes = new Map<string, Suspects>()
    for (const hidden of secrets(seen)) {
      const world = { seen, hidden }
      const { sets, figures } = emit([momentOf(world, 0), momentOf(world, 1)])
      const places = new Map<string, string>()
      for (const reply of new Set(sets.flat()))
        places.set(reply, sets.map((set) => (set.includes(reply) ? '1' : '0')).join(''))
      const key = `${figures.join()} ${[...places.values()].sort().join()}`
      const suspects: Suspects = classes.get(key) ?? new Map()
      classes.set(key, suspects)
      for (const [reply, place] of places)
        suspects.set(place, (suspects.get(place) ?? new Set()).add(seen[Number(reply[0])]!))
    }
    for (const [key, suspects] of classes) {
      for (const [place, authors] of suspects) {
        const number = seen.filter((one) => authors.has(one)).length
        if (number >= found.suspects) continue
        found = { suspects: number, world: `${seen.map(({ name }) => name).join('; ')}: ${key}, reply ${place}` }
      }
    }
  }
  return found
}

describe('[T39] whoever subtracts all that is emitted from all that could be', () => {
  const safe = { suspects: expect.toSatisfy((size: number) => size >= THRESHOLD), world: expect.any(String) }
  test('finds in the files of two closings no reply with fewer than five suspects', () => {
    expect(narrowest(files)).toEqual(safe)
  })
  test('nor in what two closings open to the delegations', () => {
    expect(narrowest(pages)).toEqual(safe)
  })
  test('nor in both together', () => {
    expect(narrowest(pagesAndFiles)).toEqual(safe)
  })
  test('and does find one where a second closing forgets what the first opened', () => {
    expect(narrowest(forgetful).suspects).toBeLessThan(THRESHOLD)
  })
})
