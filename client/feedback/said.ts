import type { FeedbackChannel, FeedbackStance } from '@consultation/shared/rules/feedback.ts'
import type { MarkShape } from '../ui/StateMark.tsx'

export const STANCE = {
  support: { word: 'says_support', shape: 'done' },
  support_with_change: { word: 'says_support_with_change', shape: 'part' },
  concern: { word: 'says_concern', shape: 'attention' },
  need_information: { word: 'says_need_information', shape: 'handed' },
  no_position: { word: 'says_no_position', shape: 'none' },
  awaiting_instructions: { word: 'says_awaiting_instructions', shape: 'empty' },
} as const satisfies Record<FeedbackStance, { word: string; shape: MarkShape }>

export const CHANNEL = {
  plenary: 'came_plenary',
  breakout: 'came_breakout',
  writing: 'came_writing',
} as const satisfies Record<FeedbackChannel, string>
