import { expect, test } from 'vitest'
import { endingOf } from '../../client/sessions/podium/closing.ts'
import { NO_COLLECTIONS, type SpeakerView, type StatementView, type TemperatureView } from '../../shared/room-view.ts'
import { TEMPERATURE_STATES } from '../../shared/rules/temperature.ts'

const itemId = 'item'
const speaker = (id: string, state: SpeakerView['state']): SpeakerView => ({
  id,
  itemId,
  seat: { kind: 'withheld' },
  capacity: 'national',
  state,
  place: 1,
  observer: false,
  movedFor: null,
  usedMs: 0,
  spokeAt: null,
})
const question = (state: TemperatureView['state']): TemperatureView => ({
  id: state,
  itemId,
  question: { en: state },
  round: 1,
  earlierId: null,
  state,
  result: null,
})
const statement = (id: string): StatementView => ({
  id,
  itemId,
  seat: { kind: 'withheld' },
  channel: 'room',
  language: 'en',
  blocks: [],
  at: null,
  version: 1,
  replaced: false,
})

test('whoever is about to close a session is told what is still under way, and nothing that is over', () => {
  const ending = endingOf({
    ...NO_COLLECTIONS,
    speakers: [speaker('a', 'requested'), speaker('b', 'confirmed'), speaker('c', 'spoken'), speaker('d', 'withdrawn')],
    temperatures: TEMPERATURE_STATES.filter((state) => state !== 'prepared').map(question),
    attached: [statement('delivered'), statement('held')],
    statements: [statement('delivered')],
  })
  expect(ending).toMatchObject({ waiting: 2, silent: 0, unseen: 0, undelivered: 1 })
  expect(ending.questions.map(({ state }) => state)).toEqual(['open', 'closed'])
  expect(endingOf(NO_COLLECTIONS)).toEqual({ waiting: 0, silent: 0, unseen: 0, undelivered: 0, questions: [] })
})
