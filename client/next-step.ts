import type { MemberRole } from '@consultation/shared/rules/access.ts'
import type { ResponseState } from '@consultation/shared/rules/clearance.ts'

export type NextStep = 'go_on' | 'clear' | 'submit' | 'wait_for_head' | 'read'

/** What somebody in this role does next with a response: the first page and the list's page say the same. */
export function nextStepOf(state: ResponseState, role: MemberRole, open: boolean): NextStep {
  if (role === 'reader' || !open) return 'read'
  switch (state) {
    case 'draft':
      return 'go_on'
    case 'for_clearance':
      return role === 'head' ? 'clear' : 'wait_for_head'
    case 'cleared':
      return role === 'head' ? 'submit' : 'wait_for_head'
    case 'submitted':
      return 'read'
  }
}

/** Whether the step is this person's to take, and not only something to look at. */
export const isOnes = (step: NextStep): boolean => step !== 'wait_for_head' && step !== 'read'

export const STEP_WORDS = {
  go_on: 'step_go_on',
  clear: 'step_clear',
  submit: 'step_submit',
  wait_for_head: 'step_open',
  read: 'step_open',
} as const satisfies Record<NextStep, string>
