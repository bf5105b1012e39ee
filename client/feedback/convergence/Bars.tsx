import { formatNumber } from '@consultation/shared/house-style.ts'
import { directionOf } from '@consultation/shared/languages.ts'
import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import type { CSSProperties, ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import { type Fill, fillOf } from './kinds.ts'
import { paint } from './Patterns.tsx'
import './plots.css'
import { useWidth } from './use-width.ts'

export type Part<K extends string> = { keys: K[]; figure: number }
export type BarRow<K extends string> = {
  id: string
  label: ReactNode
  /** Below the label. */
  note?: ReactNode
  answered: number
  /** Null: too few to be shown apart. */
  figures: Part<K>[] | null
}
/** How keys are called, painted and put in order. */
export type Key<K extends string> = { order: readonly K[]; name: (key: K) => string; fills: Record<K, Fill> }
export type Scale = 'states' | 'share'

type Props<K extends string> = { rows: BarRow<K>[]; keys: Key<K>; max: number; scale: Scale }

const HEIGHT = 26
const AXIS = 32
/** Half a number of the axis stands beyond each end. */
const EDGE = { states: 14, share: 24 } as const
/** Narrower than this, in pixels, a figure does not fit into its part; the table has it. Paper is about half as wide as a screen. */
const ROOM = 22
const ROOM_ON_PAPER = 44

/**
 * One bar for each row, its parts side by side in one order. It is drawn from where the reader’s writing begins, in hundredths of
 * the width there is, so that it fits paper too; the width in pixels only says how many numbers have room.
 */
export function Bars<K extends string>({ rows, keys, max, scale }: Props<K>) {
  const t = useWords('convergence')
  const [ref, width] = useWidth()
  const edge = { '--edge': `${EDGE[scale]}px` } as CSSProperties
  const end = Math.max(1, scale === 'share' ? 100 : max)
  const x = scaleLinear<number>({
    domain: [0, end],
    range: directionOf(t.language) === 'rtl' ? [100, 0] : [0, 100],
  })
  const ticks = x.ticks(Math.max(2, Math.min(5, Math.floor(width / 70)))).filter(Number.isInteger)
  const nameOf = useNameOf(keys)
  return (
    <div className="bars" style={edge}>
      <div className="bars-axis" aria-hidden="true">
        <div ref={ref} className="bars-width">
          <svg width="100%" height={AXIS} direction="ltr" aria-hidden="true">
            <line x1="0" x2="100%" y1={AXIS - 1} y2={AXIS - 1} className="bars-line" />
            {ticks.map((tick) => (
              <Group key={tick}>
                <line x1={percent(x(tick))} x2={percent(x(tick))} y1={AXIS - 9} y2={AXIS - 1} className="bars-line" />
                <text x={percent(x(tick))} y={AXIS - 13} textAnchor="middle" className="bars-number">
                  {formatNumber(tick, t.language) + (scale === 'share' ? ' %' : '')}
                </text>
              </Group>
            ))}
          </svg>
        </div>
      </div>
      <ul className="bars-rows">
        {rows.map((row) => {
          const parts = sorted(row.figures ?? [], keys.order)
          return (
            <li key={row.id} className="bars-row">
              <div className="bars-label">
                <div>{row.label}</div>
                {row.note && <div className="small quiet">{row.note}</div>}
              </div>
              <div className="bars-bar">
                <p className="visually-hidden">
                  {row.figures === null
                    ? t('too_few_apart')
                    : t('bar_read', {
                        answered: row.answered,
                        parts: parts
                          .map((one) => `${nameOf(one.keys)}: ${formatNumber(one.figure, t.language)}`)
                          .join('; '),
                      })}
                </p>
                {row.figures === null ? (
                  <p className="small quiet" aria-hidden="true">
                    {t('too_few_apart')}
                  </p>
                ) : (
                  <svg width="100%" height={HEIGHT} direction="ltr" aria-hidden="true">
                    {ticks.map((tick) => (
                      <line
                        key={tick}
                        x1={percent(x(tick))}
                        x2={percent(x(tick))}
                        y1={0}
                        y2={HEIGHT}
                        className="bars-grid"
                      />
                    ))}
                    <Parts
                      parts={parts}
                      keys={keys}
                      x={x}
                      whole={scale === 'share' ? row.answered : 100}
                      pixels={width / 100}
                    />
                  </svg>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <Legend rows={rows} keys={keys} />
    </div>
  )
}

/** The regional groups on one measure. All States together would make stubs of them: they stand in the table, and here alone. */
export function RegionBars<K extends string>({ rows, ...rest }: Omit<Props<K>, 'max'>) {
  const parts = rows.slice(1)
  const shown = parts.some(({ figures }) => figures) ? parts : rows.slice(0, 1)
  return <Bars rows={shown} max={Math.max(...shown.map(({ answered }) => answered))} {...rest} />
}

const percent = (hundredths: number) => `${hundredths}%`

type PartsProps<K extends string> = {
  parts: Part<K>[]
  keys: Key<K>
  x: (value: number) => number
  /** What is a hundred of the scale. */
  whole: number
  /** How many make a hundredth of the width. */
  pixels: number
}

function Parts<K extends string>({ parts, keys, x, whole, pixels }: PartsProps<K>) {
  const t = useWords('convergence')
  const nameOf = useNameOf(keys)
  const scaled = (figure: number) => (whole === 0 ? 0 : (figure * 100) / whole)
  let before = 0
  return (
    <Group>
      {parts.map(({ keys: of, figure }) => {
        const [from, to] = [x(scaled(before)), x(scaled(before + figure))]
        before += figure
        const [left, breadth] = [Math.min(from, to), Math.abs(to - from)]
        if (figure === 0) return null
        const shown = formatNumber(figure, t.language)
        return (
          <Group key={of.join()} className="bars-part">
            <title>{`${nameOf(of)}: ${shown}`}</title>
            <Bar
              x={percent(left)}
              y={2}
              width={percent(breadth)}
              height={HEIGHT - 4}
              fill={paint(fillOf(of, keys.fills))}
            />
            {breadth * pixels > ROOM && (
              <text
                x={percent(left + breadth / 2)}
                y={HEIGHT / 2}
                dy="0.35em"
                textAnchor="middle"
                className={breadth * pixels > ROOM_ON_PAPER ? 'bars-figure' : 'bars-figure no-print'}
              >
                {shown}
              </text>
            )}
          </Group>
        )
      })}
    </Group>
  )
}

/** What each filling means: of single parts, and of those put together. */
function Legend<K extends string>({ rows, keys }: Pick<Props<K>, 'rows' | 'keys'>) {
  const nameOf = useNameOf(keys)
  const sets = new Map<string, K[]>()
  for (const { figures } of rows)
    for (const part of figures ?? []) if (part.figure > 0) sets.set(inOrder(part.keys, keys.order).join(), part.keys)
  const shown = sorted(
    [...sets.values()].map((of) => ({ keys: of, figure: 0 })),
    keys.order,
  )
  return (
    <ul className="legend small" aria-hidden="true">
      {shown.map(({ keys: of }) => (
        <li key={of.join()} className="legend-key">
          <svg width="28" height="16" aria-hidden="true">
            <Bar x={1} y={1} width={26} height={14} fill={paint(fillOf(of, keys.fills))} className="bars-swatch" />
          </svg>
          {nameOf(of)}
        </li>
      ))}
    </ul>
  )
}

const inOrder = <K,>(keys: readonly K[], order: readonly K[]) =>
  keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
const placeOf = <K,>(keys: readonly K[], order: readonly K[]) => Math.min(...keys.map((key) => order.indexOf(key)))

export const sorted = <K extends string>(parts: readonly Part<K>[], order: readonly K[]): Part<K>[] =>
  parts
    .map(({ keys, figure }) => ({ keys: inOrder(keys, order), figure }))
    .toSorted((a, b) => placeOf(a.keys, order) - placeOf(b.keys, order))

/** “No position or awaiting instructions” for what was put together. */
export function useNameOf<K extends string>({ name }: Pick<Key<K>, 'name'>): (keys: readonly K[]) => string {
  const { language } = useWords('convergence')
  const list = new Intl.ListFormat(language, { type: 'disjunction' })
  return (keys) => list.format(keys.map(name))
}
