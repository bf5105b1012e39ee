import type { DeskView } from '@consultation/shared/feedback.ts'

type DeskFinding = DeskView['findings'][number]

/** Its own word on the newest version, for the State itself. */
export const nationalOn = (finding: DeskFinding) =>
  finding.own.find(({ versionId, groupId }) => versionId === finding.versionId && groupId === null)
export const isGiven = (finding: DeskFinding) => nationalOn(finding) !== undefined
