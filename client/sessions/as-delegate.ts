import { AUDIENCE_OF, COLLECTION_NAMES } from '@consultation/shared/room-view.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'

/** The room as everybody in it is shown it, for one on the podium who looks before the room does: what all see, and nothing to do. */
export function asDelegate(view: RoomView): RoomView {
  const ofOthers = COLLECTION_NAMES.filter((name) => AUDIENCE_OF[name] !== 'all')
  return {
    ...view,
    ...Object.fromEntries(ofOthers.map((name) => [name, []])),
    roles: [],
    speaksFor: [],
    may: Object.fromEntries(Object.keys(view.may).map((name) => [name, name === 'follow'])) as RoomView['may'],
  }
}
