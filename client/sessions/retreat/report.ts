import type { ReportBackView } from '@consultation/shared/room-view.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'

/** What this group brings back; null in a session that is no breakout group. */
export const ownReportOf = (view: Pick<RoomView, 'reportBacks' | 'sessionId'>): ReportBackView | null =>
  view.reportBacks.find(({ id }) => id === view.sessionId) ?? null

/** Reports that groups brought to this plenary, in the order of the groups. */
export const reportsTo = (view: Pick<RoomView, 'reportBacks' | 'sessionId'>): ReportBackView[] =>
  view.reportBacks
    .filter(({ id, state }) => id !== view.sessionId && state === 'reported')
    .toSorted((a, b) => a.number - b.number)

/** The report the meeting is at: of who has the floor, else of who had it last, else the first brought. */
export function reportNow(view: Pick<RoomView, 'reportBacks' | 'sessionId' | 'speakers'>): ReportBackView | null {
  const all = reportsTo(view)
  const of = (speakerId: string | undefined) => all.find((one) => one.speakerId === speakerId) ?? null
  const speaking = view.speakers.find(({ state, seat }) => state === 'speaking' && seat.kind === 'report')
  if (speaking) return of(speaking.id)
  const last = view.speakers
    .filter(({ state, seat }) => state === 'spoken' && seat.kind === 'report')
    .toSorted((a, b) => (a.spokeAt ?? '').localeCompare(b.spokeAt ?? ''))
    .at(-1)
  return of(last?.id) ?? all[0] ?? null
}

/** Whether this delegation is asked to sign and has said nothing yet to the points as they stand. */
export function awaitsSignature(
  view: Pick<RoomView, 'reportBacks' | 'sessionId' | 'signatures' | 'delegationId' | 'may'>,
): boolean {
  if (ownReportOf(view)?.state !== 'put' || !view.delegationId || !view.may['idea.write']) return false
  return !view.signatures.some(({ id }) => id === view.delegationId)
}
