/** When a partial day begins, in milliseconds: 2017-07 is the first of July. */
function beginOf(partial: string): number {
  const [year = '1970', month = '01', day = '01'] = partial.split('-')
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}

/** When it is over. A measure due in July may be there on its last day. */
function endOf(partial: string): number {
  const [year = '1970', month, day] = partial.split('-')
  if (day) return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)
  return month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1)
}

export type Span = { from: number; to: number }
export const spanOf = (on: string, until: string | null = null): Span => ({ from: beginOf(on), to: endOf(until ?? on) })

export type Scale = {
  at: (instant: number) => number
  years: { year: number; at: number }[]
  begin: number
  end: number
}

/** Puts every date of all tracks on one line, in hundredths of it, with a little room at both ends. */
export function scaleOf(spans: readonly Span[]): Scale | null {
  if (spans.length === 0) return null
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to))
  const room = Math.max((last - first) * 0.04, 86_400_000)
  const [begin, end] = [first - room, last + room]
  const at = (instant: number) => ((instant - begin) / (end - begin)) * 100
  const years = []
  for (let year = new Date(begin).getUTCFullYear() + 1; Date.UTC(year, 0, 1) < end; year++)
    years.push({ year, at: at(Date.UTC(year, 0, 1)) })
  return { at, years, begin, end }
}

/** So many rows below each other that no two marks of one row are nearer than `near`. Gives each its row. */
export function rowsOf(places: readonly number[], near: number): number[] {
  const last: number[] = []
  return places.map((at) => {
    const free = last.findIndex((taken) => at - taken >= near)
    const row = free >= 0 ? free : last.length
    last[row] = at
    return row
  })
}
