import type { ReactNode } from 'react'

/** Told apart by shape first, by shade second, and always by the word beside it. */
const SHAPES = {
  /** nothing yet */
  empty: <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  /** begun */
  part: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </>
  ),
  /** full, not yet sent */
  full: <circle cx="8" cy="8" r="7.5" fill="currentColor" />,
  /** said on purpose: no position */
  none: <path d="M1 8h14" stroke="currentColor" strokeWidth="3" />,
  /** in somebody else's hands: for clearance */
  handed: <path d="M2 2l12 6-12 6z" fill="currentColor" />,
  done: <path d="M1.5 8.5l4.5 4.5L14.5 3.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  attention: <path d="M8 1l7.5 14H.5z" fill="currentColor" />,
  /** covered by a group */
  covered: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="currentColor" strokeWidth="2" />
      <rect x="5" y="5" width="6" height="6" fill="currentColor" />
    </>
  ),
} as const

export type MarkShape = keyof typeof SHAPES
const SHADE: Record<MarkShape, 'quiet' | 'accent' | 'warning' | 'done'> = {
  empty: 'quiet',
  part: 'accent',
  full: 'accent',
  none: 'quiet',
  handed: 'accent',
  done: 'done',
  attention: 'warning',
  covered: 'accent',
}

type Props = {
  shape: MarkShape
  children: ReactNode /** The word is read out but not seen: only in a dense grid with a legend. */
  bare?: boolean
}

export function StateMark({ shape, children, bare = false }: Props) {
  return (
    <span className={`mark mark-${shape} ${SHADE[shape]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[shape]}
      </svg>
      <span className={bare ? 'visually-hidden' : undefined}>{children}</span>
    </span>
  )
}
