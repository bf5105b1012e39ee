import { may } from '@consultation/shared/rules/access.ts'
import {
  addScreen,
  addSession,
  announceSession,
  assignRoles,
  attend,
  cancelSession,
  changeSession,
  directScreen,
  keepRecord,
  listScreens,
  listSessions,
  markAttendance,
  moveSession,
  readRoom,
  readSession,
  revokeScreen,
  sessionCalendar,
  takeUpItem,
} from '@consultation/shared/sessions.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import * as attendance from './attendance.ts'
import { calendarFile } from './calendar.ts'
import type { RoomPresenter } from './presenter.ts'
import { inSession } from './room.ts'
import * as running from './running.ts'
import * as screens from './screens.ts'
import * as sessions from './sessions.ts'

const DONE = { done: true } as const

/** `closings` is what other domains end when a session closes. */
export function sessionRoutes(
  app: FastifyInstance,
  parts: Parts,
  { presenter, closings }: { presenter: RoomPresenter; closings: running.Closings },
): void {
  answer(app, parts, listSessions, ({ params, caller, read }) =>
    read(async (tx) => ({
      sessions: await sessions.sessionsOf(tx, caller, params.consultationId),
      may: { add: may(caller, 'session.manage') },
    })),
  )
  answer(app, parts, addSession, ({ params, body: { commandId: _, ...body }, caller, work }) =>
    work(async (w) => sessions.presentSession(await sessions.add(w, params.consultationId, body), caller)),
  )
  answer(app, parts, readSession, ({ params, caller, read }) =>
    read(async (tx) => sessions.presentSession(await sessions.sessionOf(tx, caller, params.sessionId), caller)),
  )
  answer(app, parts, changeSession, ({ params, body, ifMatch, caller, work }) =>
    work(async (w) => sessions.presentSession(await sessions.change(w, params.sessionId, ifMatch, body), caller)),
  )
  answer(app, parts, announceSession, ({ params, caller, work }) =>
    work(async (w) => sessions.presentSession(await sessions.announce(w, params.sessionId), caller)),
  )
  answer(app, parts, cancelSession, ({ params, body, caller, work }) =>
    work(async (w) => sessions.presentSession(await sessions.cancel(w, params.sessionId, body.reason), caller)),
  )
  answer(app, parts, assignRoles, ({ params, body, ifMatch, caller, work }) =>
    work(async (w) => sessions.presentSession(await sessions.assign(w, params.sessionId, ifMatch, body.roles), caller)),
  )

  answer(app, parts, sessionCalendar, ({ params, caller, language, read }) =>
    read(async (tx) => {
      const { session } = await sessions.sessionOf(tx, caller, params.sessionId)
      const content = Buffer.from(calendarFile(session, 'PUBLISH', { language }, parts.config))
      return { name: `${session.reference.replaceAll('/', '-')}.ics`, type: 'text/calendar; charset=utf-8', content }
    }),
  )

  answer(app, parts, readRoom, ({ params, caller, look, read }) =>
    presenter.view(parts.database, caller, params.sessionId, { look, read }),
  )
  answer(app, parts, attend, ({ params, caller, work }) =>
    work(
      async (w) => {
        await running.attend(w, params.sessionId)
        return DONE
      },
      inSession(caller, params.sessionId),
    ),
  )
  answer(app, parts, markAttendance, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await attendance.mark(w, params.sessionId, params.delegationId, body.present)
        return DONE
      },
      inSession(caller, params.sessionId),
    ),
  )
  answer(app, parts, moveSession, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await running.move(w, params.sessionId, body.from, body.to, closings)
        return DONE
      },
      inSession(caller, params.sessionId),
    ),
  )
  answer(app, parts, takeUpItem, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await running.takeUp(w, params.sessionId, body.from, body.to)
        return DONE
      },
      inSession(caller, params.sessionId),
    ),
  )
  answer(app, parts, directScreen, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await running.direct(w, params.sessionId, body)
        return DONE
      },
      inSession(caller, params.sessionId),
    ),
  )
  answer(app, parts, keepRecord, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await running.keepRecord(w, params.sessionId, body.kept)
        return DONE
      },
      inSession(caller, params.sessionId),
    ),
  )

  answer(app, parts, addScreen, ({ params, work }) =>
    work(async (w) => {
      const { screen, path } = await screens.addScreen(w, params.sessionId)
      return { ...screens.presentScreen(screen), path }
    }),
  )
  answer(app, parts, listScreens, ({ params, caller, read }) =>
    read(async (tx) => ({
      screens: (await screens.screensOf(tx, caller, params.sessionId)).map(screens.presentScreen),
    })),
  )
  answer(app, parts, revokeScreen, ({ params, work }) =>
    work(async (w) => screens.presentScreen(await screens.revokeScreen(w, params.screenId))),
  )
}
