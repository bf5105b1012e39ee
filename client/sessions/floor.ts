import type { ItemView, SpeakerView } from '@consultation/shared/room-view.ts'
import { takesPoints } from '@consultation/shared/rules/board.ts'
import { inOrder, leftOf, limitFor } from '@consultation/shared/rules/floor.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { awaitsSignature } from './retreat/report.ts'

/** The list of one item, as it is run: who speaks, who waits in order, who has spoken. */
export function listOf(view: RoomView, item: ItemView) {
  const here = view.speakers.filter(({ itemId }) => itemId === item.id)
  const observersAfter = view.sessions[0]?.observersAfter ?? true
  return {
    speaking: here.find(({ state }) => state === 'speaking') ?? null,
    waiting: inOrder(here, observersAfter),
    spoken: here
      .filter(({ state }) => state === 'spoken')
      .sort((a, b) => (a.spokeAt ?? '').localeCompare(b.spokeAt ?? '')),
  }
}

export const isOf = (speaker: SpeakerView, delegationId: string | null) =>
  (speaker.seat.kind === 'delegation' || speaker.seat.kind === 'group') && speaker.seat.delegationId === delegationId

/** How long until this place has the floor, if everyone uses their time: what is left of the clock and the limits before it. */
export function waitBefore(
  place: number,
  waiting: readonly SpeakerView[],
  item: ItemView,
  speaking: SpeakerView | null,
  now: number,
): number {
  const ahead = waiting.slice(0, place).reduce((sum, { capacity }) => sum + limitFor(capacity, item.limits) * 1_000, 0)
  return ahead + (speaking ? Math.max(0, leftOf(item.clock, now)) : 0)
}

/** What a delegation would do next: the one filled button on its page. */
export function nextStepOf(
  view: RoomView,
  item: ItemView,
): 'sign' | 'temperature' | 'idea' | 'points' | 'floor' | null {
  if (view.roles.length > 0) return null
  if (awaitsSignature(view)) return 'sign'
  const asked = view.temperatures.some(
    ({ id, itemId, state }) =>
      itemId === item.id && state === 'open' && !view.ownTemperatures.some((own) => own.id === id),
  )
  if (asked && view.may['temperature.answer']) return 'temperature'
  if (item.board.phase === 'writing' && view.may['idea.write']) return 'idea'
  if (takesPoints(item.board.phase) && view.may['points.give']) return 'points'
  return 'floor'
}
