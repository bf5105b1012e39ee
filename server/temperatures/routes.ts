import {
  againTemperature,
  answerTemperature,
  askTemperature,
  moveTemperature,
  resetTemperature,
} from '@consultation/shared/temperatures.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { again, ask, move, presentTemperature, reset, resultOf, answer as say } from './temperatures.ts'

export function temperatureRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, askTemperature, ({ params, body, work }) =>
    work(async (w) => presentTemperature(await ask(w, params.itemId, body.question))),
  )
  answer(app, parts, moveTemperature, async ({ params, body, work }) => {
    const { temperatureId } = params
    // Closed, the answers stand: what is worked out here is what is given out there.
    const result = body.to === 'released' ? await resultOf(parts, temperatureId) : null
    return work(async (w) => presentTemperature(await move(w, temperatureId, body.from, body.to, result)))
  })
  answer(app, parts, againTemperature, ({ params, work }) =>
    work(async (w) => presentTemperature(await again(w, params.temperatureId))),
  )
  answer(app, parts, answerTemperature, ({ params, body, work }) =>
    work((w) => say(w, params.temperatureId, body.choice)),
  )
  answer(app, parts, resetTemperature, ({ params, work }) =>
    work(async (w) => {
      await reset(w, params.temperatureId)
      return { done: true } as const
    }),
  )
}
