import type { TemperatureView } from '@consultation/shared/room-view.ts'
import { isWaiting } from '@consultation/shared/rules/floor.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'

/** What is still under way in a room, and ends with it: told to whoever is about to close. */
export type Ending = {
  /** Places on lists that nobody will be called from. */
  waiting: number
  /** Ideas written in silence, which are then shown. */
  silent: number
  /** Ideas before a moderator, which never are. */
  unseen: number
  /** Statements attached and not delivered. */
  undelivered: number
  /** Questions whose figures nobody decided about. */
  questions: readonly TemperatureView[]
}

export function endingOf(
  view: Pick<RoomView, 'speakers' | 'sealed' | 'attached' | 'statements' | 'temperatures'>,
): Ending {
  const held = (state: string) => view.sealed.filter((one) => one.state === state).length
  return {
    waiting: view.speakers.filter(({ state }) => isWaiting(state)).length,
    silent: held('silent'),
    unseen: held('waiting'),
    undelivered: view.attached.filter(({ id }) => !view.statements.some((one) => one.id === id)).length,
    questions: view.temperatures.filter(({ state }) => state === 'open' || state === 'closed'),
  }
}
