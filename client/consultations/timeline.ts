/** When a partial day begins and ends, as far as it is known: 2017-07 is all of July. */
export function spanOf(on: string, until: string | null = null): { from: number; to: number } {
  return { from: startOf(on), to: endOf(until ?? on) }
}

function startOf(partial: string): number {
  const [year = '1970', month = '01', day = '01'] = partial.split('-')
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}

function endOf(partial: string): number {
  const [year = '1970', month, day] = partial.split('-')
  if (day) return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)
  return month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1)
}

export type Mark<M> = {
  /** The places in the list of what stands here, counted from 1. */
  first: number
  last: number
  of: M[]
  /** Place and length in hundredths of the line. */
  at: number
  length: number
}

export type Line<M> = { marks: Mark<M>[]; today: number | null; years: { year: number; at: number }[] }

/** What is nearer than this (in hundredths) shares a mark: numbers must not cover each other. */
const NEAR = 4

/**
 * Puts what happened and what is to come on one line of time, in order. Today stands on it only where it lies within, or the
 * line would be mostly empty.
 */
export function lineOf<M extends { on: string; until: string | null }>(milestones: readonly M[], now: number): Line<M> {
  const spans = inOrder(milestones).map((milestone) => ({ milestone, ...spanOf(milestone.on, milestone.until) }))
  const first = spans[0]
  if (!first) return { marks: [], today: null, years: [] }
  const begin = first.from
  const end = Math.max(...spans.map(({ to }) => to), begin + 86_400_000)
  const at = (instant: number) => ((instant - begin) / (end - begin)) * 100

  const marks: Mark<M>[] = []
  for (const [index, { milestone, from, to }] of spans.entries()) {
    const last = marks.at(-1)
    const whole = to - from > 86_400_000
    if (last && at(from) - last.at < NEAR) {
      last.last = index + 1
      last.of.push(milestone)
      last.length = Math.max(last.length, whole ? at(to) - last.at : 0)
    } else {
      marks.push({
        first: index + 1,
        last: index + 1,
        of: [milestone],
        at: at(from),
        length: whole ? at(to) - at(from) : 0,
      })
    }
  }
  const years = []
  for (let year = new Date(begin).getUTCFullYear() + 1; Date.UTC(year, 0, 1) < end; year++) {
    years.push({ year, at: at(Date.UTC(year, 0, 1)) })
  }
  return { marks, today: now < begin || now > end ? null : at(now), years }
}

/** By when they begin; of two that begin together the one that is known more exactly first. */
export const inOrder = <M extends { on: string; until: string | null }>(milestones: readonly M[]): M[] =>
  [...milestones].sort((a, b) => {
    const [one, other] = [spanOf(a.on, a.until), spanOf(b.on, b.until)]
    return one.from - other.from || one.to - other.to
  })

/** Whether it is over, under way or to come. */
export function standing(on: string, until: string | null, now: number): 'past' | 'now' | 'coming' {
  const { from, to } = spanOf(on, until)
  if (to <= now) return 'past'
  return from <= now ? 'now' : 'coming'
}
