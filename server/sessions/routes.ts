import { readRoom } from '@consultation/shared/sessions.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import type { RoomPresenter } from './room.ts'

export function sessionRoutes(app: FastifyInstance, parts: Parts, presenter: RoomPresenter): void {
  answer(app, parts, readRoom, ({ params, caller, read }) =>
    read((tx, now) => presenter.view(tx, caller, params.sessionId, now)),
  )
}
