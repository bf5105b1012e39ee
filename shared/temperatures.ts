import { z } from 'zod'
import { endpoint } from './contract.ts'
import { OwnTemperatureView, TemperatureView } from './room-view.ts'
import { TEMPERATURE_CHOICES, TEMPERATURE_STATES } from './rules/temperature.ts'
import { TranslatedLine } from './text.ts'
import { CommandId, Done, Id } from './wire.ts'

const ofTemperature = z.strictObject({ temperatureId: Id })

export const askTemperature = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/temperatures',
  permission: 'room.run',
  summary: 'Prepares a question to take the temperature: indicative, not a vote.',
  params: z.strictObject({ itemId: Id }),
  body: z.strictObject({ commandId: CommandId, question: TranslatedLine }),
  reply: TemperatureView,
})

export const moveTemperature = endpoint({
  method: 'POST',
  path: '/api/temperatures/:temperatureId/state',
  permission: 'room.run',
  summary:
    'Opens or closes, gives the figures out or keeps them back; carries the state it saw. Figures follow the rule for small numbers.',
  params: ofTemperature,
  body: z.strictObject({ commandId: CommandId, from: z.enum(TEMPERATURE_STATES), to: z.enum(TEMPERATURE_STATES) }),
  reply: TemperatureView,
})

export const againTemperature = endpoint({
  method: 'POST',
  path: '/api/temperatures/:temperatureId/rounds',
  permission: 'room.run',
  summary: 'Asks the same once more; the first round is kept and the change shown.',
  params: ofTemperature,
  body: z.strictObject({ commandId: CommandId }),
  reply: TemperatureView,
})

export const answerTemperature = endpoint({
  method: 'PUT',
  path: '/api/temperatures/:temperatureId/answer',
  permission: 'room.write',
  summary: 'The delegation’s answer, changeable until it closes. One per delegation.',
  params: ofTemperature,
  body: z.strictObject({ choice: z.enum(TEMPERATURE_CHOICES) }),
  reply: OwnTemperatureView,
})

export const resetTemperature = endpoint({
  method: 'POST',
  path: '/api/temperatures/:temperatureId/reset',
  permission: 'room.run',
  summary: 'Begins again without the answers given so far; the room is told and the journal says so.',
  params: ofTemperature,
  body: z.strictObject({ commandId: CommandId }),
  reply: Done,
})
