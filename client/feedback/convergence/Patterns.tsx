import { PatternCircles, PatternLines } from '@visx/pattern'
import type { Fill } from './kinds.ts'

const SIDE = 7

/** What the parts of a bar are filled with. Once on a page with plots. */
export function Patterns() {
  return (
    <svg className="plot-patterns" aria-hidden="true" width="0" height="0">
      <defs>
        <PatternLines id="fill-for-striped" {...size} {...accent} orientation={['diagonal']} strokeWidth={2.5} />
        <PatternLines
          id="fill-for-crossed"
          {...size}
          {...accent}
          orientation={['diagonal', 'diagonalRightToLeft']}
          strokeWidth={1.5}
        />
        <PatternLines
          id="fill-but"
          {...size}
          stroke="var(--paper)"
          background="var(--warning)"
          orientation={['diagonalRightToLeft']}
          strokeWidth={1}
        />
        <PatternCircles
          id="fill-dotted"
          {...size}
          radius={1.5}
          fill="var(--ink-quiet)"
          background="var(--paper-sunk)"
          complement
        />
        <PatternLines
          id="fill-ruled"
          {...size}
          stroke="var(--line-strong)"
          background="var(--paper-sunk)"
          orientation={['horizontal']}
          strokeWidth={2}
        />
        <PatternLines
          id="fill-mixed"
          {...size}
          stroke="var(--ink-quiet)"
          background="var(--paper-sunk)"
          orientation={['vertical', 'horizontal']}
          strokeWidth={1}
        />
      </defs>
    </svg>
  )
}

const size = { width: SIDE, height: SIDE }
const accent = { stroke: 'var(--accent)', background: 'var(--accent-soft)' }

/** As an attribute takes it. */
export function paint(fill: Fill): string {
  if (fill === 'for') return 'var(--accent)'
  if (fill === 'empty') return 'var(--paper-raised)'
  return `url(#fill-${fill})`
}
