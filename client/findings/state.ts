import type { FindingState } from '@consultation/shared/rules/findings.ts'
import type { MarkShape } from '../ui/StateMark.tsx'

export const STATE = {
  draft: { word: 'finding_draft', shape: 'part' },
  published: { word: 'finding_published', shape: 'done' },
  changed: { word: 'finding_changed', shape: 'full' },
  withdrawn: { word: 'finding_withdrawn_state', shape: 'none' },
} as const satisfies Record<FindingState, { word: string; shape: MarkShape }>
