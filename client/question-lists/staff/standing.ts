import type { MarkShape } from '../../ui/StateMark.tsx'
import type { Standing } from './monitor.ts'

/** The word and the shape of each standing; the shade is the style sheet's. */
export const STANDING = {
  submitted: { word: 'place_submitted', shape: 'done' },
  late: { word: 'place_late', shape: 'attention' },
  aligned: { word: 'place_aligned', shape: 'full' },
  covered: { word: 'place_covered', shape: 'covered' },
  preparing: { word: 'place_preparing', shape: 'handed' },
  acknowledged: { word: 'place_acknowledged', shape: 'part' },
  unopened: { word: 'place_unopened', shape: 'empty' },
} as const satisfies Record<Standing, { word: string; shape: MarkShape }>
