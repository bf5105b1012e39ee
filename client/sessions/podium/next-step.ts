import type { ItemView } from '@consultation/shared/room-view.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { listOf } from '../floor.ts'

/** The next step of the meeting: the one filled button of the podium. Nothing is done by itself. */
export function podiumStepOf(view: RoomView, item: ItemView): 'open' | 'take_up' | 'floor' | 'list' | 'board' | null {
  const session = view.sessions[0]
  if (!session) return null
  if (session.state !== 'open') return session.state === 'announced' ? 'open' : null
  if (session.currentItemId !== item.id) return session.currentItemId === null ? 'take_up' : null
  if (listOf(view, item).waiting.length > 0) return 'floor'
  if (!item.listOpen && item.board.phase === 'idle') return 'list'
  return item.board.phase === 'closed' ? null : 'board'
}
