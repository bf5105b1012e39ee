import type { FeedbackView } from '@consultation/shared/feedback.ts'

/** What the delegation gave to a version, and what groups gave in its name. */
export const ours = (retreatId: string, versionId: string) => ({
  params: { retreatId, versionId },
  query: { ours: 'yes' as const, limit: 100 },
})

/** The group a feedback speaks for; null for a State’s own. */
const groupOfFeedback = ({ shownAs }: FeedbackView) => (shownAs.kind === 'group' ? shownAs.groupId : null)

/** What stands in one capacity: of the delegation itself, or of a group, by whichever of its speakers. */
export const givenBy = (said: readonly FeedbackView[], groupId: string | null) =>
  said.find((one) => groupOfFeedback(one) === groupId && (one.concerns === 'own' || groupId !== null))
