import type { CONTRIBUTION_KINDS } from '@consultation/shared/links.ts'

/** The kinds of what was said, to be chosen among; words of the area `citing`. */
export const KIND_OPTION = {
  answer: 'kind_answers',
  letter: 'kind_letters',
  statement: 'kind_statements',
  speaker: 'kind_speakers',
  idea: 'kind_ideas',
  cluster: 'kind_clusters',
  remark: 'kind_remarks',
  point: 'kind_points',
  feedback: 'kind_feedback',
} as const satisfies Record<(typeof CONTRIBUTION_KINDS)[number], string>
