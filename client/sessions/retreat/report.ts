import type { NoteView, ReportBackView, Seat } from '@consultation/shared/room-view.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { type Block, plainText } from '@consultation/shared/text.ts'

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
  if (ownReportOf(view)?.state !== 'put' || !view.delegationId || !view.may['report.sign']) return false
  return !view.signatures.some(({ id }) => id === view.delegationId)
}

type Point = { id: string; text: string }

/** Which of the points are not as they were when they were put before; none the first time. */
export function changedSince(before: readonly Point[] | null, points: readonly Point[]): ReadonlySet<string> {
  if (before === null) return new Set()
  const was = new Map(before.map(({ id, text }) => [id, text]))
  return new Set(points.filter(({ id, text }) => was.get(id) !== text).map(({ id }) => id))
}

type Shown = Pick<RoomView, 'ideas' | 'clusters' | 'statements' | 'speakers' | 'remarks'>

/** What a point rests on, as this room shows it: by whom and its words; null where it does not show it (any more). */
export function shownSource(view: Shown, { kind, id }: NoteView['sources'][number]): Source | null {
  const found = <T extends { id: string }>(all: readonly T[]) => all.find((one) => one.id === id)
  switch (kind) {
    case 'idea':
      return saidBy(found(view.ideas))
    case 'remark':
      return saidBy(found(view.remarks))
    case 'statement': {
      const statement = found(view.statements)
      return statement ? { seat: statement.seat, text: plainText(statement.blocks as Block[]) } : null
    }
    case 'speaker': {
      const speaker = found(view.speakers)
      return speaker ? { seat: speaker.seat, text: '' } : null
    }
    case 'cluster': {
      const cluster = found(view.clusters)
      return cluster ? { seat: null, text: cluster.name } : null
    }
    case 'answer':
      return null
  }
}
type Source = { seat: Seat | null; text: string }
const saidBy = (one: { seat: Seat; text: string } | undefined): Source | null =>
  one ? { seat: one.seat, text: one.text } : null
