import { inLanguage } from '@consultation/shared/text.ts'
import type { CSSProperties } from 'react'
import { TRACK } from '../thing-words.ts'
import { useWords } from '../words/index.ts'
import { rowsOf, scaleOf, spanOf } from './line.ts'
import type { TracksView } from './TracksPage.tsx'
import { useNarrow } from './use-wide.ts'

/** Heights in rem: of a row of marks, and of a track's name above its rows. */
const ROW = 1.9
const HEAD = 1.8
/** Marks nearer than this (in hundredths) stand below each other; on a phone a mark is wider in them. */
const NEAR = 4.5
const NEAR_NARROW = 9
/** What the word for today takes of a line on a phone. */
const ROOM_OF_WORD = 16

type Mark = {
  key: string
  measureId: string | null
  text: string
  title: string
  at: number
  row: number
  late: boolean
  settled: boolean
}

/**
 * All tracks on one line of time: milestones as lozenges, measures as circles with their numbers, and from each measure a line
 * to what it waits for. The tables beneath say the same; whoever cannot see it misses nothing.
 */
export function TracksLine({ view }: { view: TracksView }) {
  const t = useWords('traces')
  const narrow = useNarrow()
  const held = view.tracks.filter(({ consultations }) => consultations.length > 0)
  const all = held.flatMap(({ consultations }) => consultations)
  const scale = scaleOf([
    ...all.flatMap(({ milestones }) => milestones.map(({ on, until }) => spanOf(on, until))),
    ...all.flatMap(({ measures }) => measures.flatMap(({ due }) => (due ? [spanOf(due)] : []))),
  ])
  if (!scale) return null
  const near = narrow ? NEAR_NARROW : NEAR
  let below = HEAD
  const tracks = held.map(({ track, consultations }) => {
    const marks = marksOf(consultations, scale.at, near, (title) => inLanguage(title, t.language).text)
    const top = below
    const rows = Math.max(1, ...marks.map(({ row }) => row + 1))
    below += HEAD + rows * ROW
    return { track, marks, top }
  })
  const places = new Map(
    tracks.flatMap(({ marks, top }) =>
      marks.flatMap((mark) =>
        mark.measureId ? [[mark.measureId, { x: mark.at, y: yOf(top, mark.row) }] as const] : [],
      ),
    ),
  )
  const today = scale.at(spanOf(view.today).from)
  // Where a year follows closely, the word stands before its line, not in the number.
  const crowded = today > ROOM_OF_WORD && scale.years.some(({ at }) => at > today && at < today + ROOM_OF_WORD)
  return (
    <figure className="tracks-figure">
      <div className="tracks-line" aria-hidden="true" style={{ '--height': `${below}rem` } as CSSProperties}>
        {scale.years.map(({ year, at }) => (
          <span key={year} className="tracks-year" style={place(at)}>
            {year}
          </span>
        ))}
        {today >= 0 && today <= 100 && (
          <span className="tracks-today" data-before={crowded || undefined} style={place(today)}>
            <span>{t('today_here')}</span>
          </span>
        )}
        {/* One unit is a hundredth of the width and a tenth of a rem; in Arabic the whole is turned round by the style sheet. */}
        <svg aria-hidden="true" className="tracks-links" viewBox={`0 0 100 ${below * 10}`} preserveAspectRatio="none">
          {view.dependencies.map(({ measureId, needs, holdsUp }) => {
            const [from, to] = [places.get(needs), places.get(measureId)]
            if (!from || !to) return null
            const bend = (from.y + to.y) / 2
            return (
              <path
                key={`${measureId} ${needs}`}
                className={holdsUp ? 'held-up' : undefined}
                d={`M${from.x} ${from.y * 10} C${from.x} ${bend * 10}, ${to.x} ${bend * 10}, ${to.x} ${to.y * 10}`}
              />
            )
          })}
        </svg>
        {tracks.map(({ track, marks, top }) => (
          <div key={track}>
            <span className="tracks-name" style={{ '--top': `${top}rem` } as CSSProperties}>
              {t(TRACK[track])}
            </span>
            {marks.map((mark) => (
              <span
                key={mark.key}
                className={mark.measureId ? 'tracks-measure' : 'tracks-milestone'}
                data-late={mark.late || undefined}
                data-settled={mark.settled || undefined}
                style={place(mark.at, yOf(top, mark.row))}
                title={mark.title}
              >
                {mark.text}
              </span>
            ))}
          </div>
        ))}
      </div>
      <figcaption className="small quiet">{t('tracks_legend')}</figcaption>
    </figure>
  )
}

const place = (at: number, top = 0) => ({ '--at': `${at}%`, '--top': `${top}rem` }) as CSSProperties
const yOf = (top: number, row: number) => top + HEAD + row * ROW + ROW / 2

type Consultations = TracksView['tracks'][number]['consultations']

function marksOf(
  consultations: Consultations,
  at: (instant: number) => number,
  near: number,
  nameOf: (title: Consultations[number]['title']) => string,
): Mark[] {
  const found = consultations.flatMap(({ milestones, measures }) => [
    ...milestones.map((one) => ({
      key: one.id,
      measureId: null,
      text: '',
      title: nameOf(one.label),
      at: at(spanOf(one.on, one.until).from),
      late: false,
      settled: false,
    })),
    ...measures.flatMap((one) =>
      one.due
        ? [
            {
              key: one.id,
              measureId: one.id,
              text: String(one.number),
              title: nameOf(one.title),
              at: at(spanOf(one.due).to),
              late: one.late,
              settled: one.state === 'done' || one.state === 'dropped',
            },
          ]
        : [],
    ),
  ])
  const sorted = found.sort((a, b) => a.at - b.at)
  const rows = rowsOf(
    sorted.map((mark) => mark.at),
    near,
  )
  return sorted.map((mark, index) => ({ ...mark, row: rows[index] ?? 0 }))
}
