import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LIVE_BYTES_MAX } from '@consultation/shared/live.ts'
import { LETTER_TYPES } from '@consultation/shared/responses.ts'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { boardJobs } from './board/anonymous.ts'
import { boardPart } from './board/part.ts'
import { boardRoutes } from './board/routes.ts'
import { CLOSINGS } from './closings.ts'
import type { Config } from './config.ts'
import { consultationRoutes } from './consultations/routes.ts'
import { type Database, reading } from './database/database.ts'
import { exportJobs } from './exports/exports.ts'
import { exportRoutes } from './exports/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { findingRoutes } from './findings/routes.ts'
import { floorPart } from './floor/part.ts'
import { floorRoutes } from './floor/routes.ts'
import { healthRoutes } from './health.ts'
import { homeRoutes } from './home.ts'
import { refusals, sameOrigin } from './http.ts'
import { Jobs } from './journal/jobs.ts'
import { followable } from './live-rights.ts'
import { measureRoutes } from './measures/routes.ts'
import { noticeJobs } from './notices/notices.ts'
import { noticeRoutes } from './notices/routes.ts'
import { paperFor } from './papers/papers.ts'
import { paperRoutes } from './papers/routes.ts'
import { nameOf } from './people/people.ts'
import { peopleRoutes } from './people/routes.ts'
import { listJobs } from './question-lists/closure.ts'
import { questionListRoutes } from './question-lists/routes.ts'
import { notePart } from './records/notes.ts'
import { recordFor, recordRoutes } from './records/routes.ts'
import { referenceRoutes } from './reference/routes.ts'
import { Refused } from './refused.ts'
import { reportRoutes } from './reports/routes.ts'
import { answerRoutes } from './responses/answer-routes.ts'
import { responseRoutes } from './responses/routes.ts'
import { retreatPart } from './retreats/part.ts'
import { pointsChanged } from './retreats/report-back.ts'
import { retreatRoutes } from './retreats/routes.ts'
import { Rooms } from './rooms/rooms.ts'
import { Sockets } from './rooms/socket.ts'
import { sessionPart } from './sessions/part.ts'
import { RoomPresenter } from './sessions/presenter.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { sessionJobs } from './sessions/running.ts'
import { screenCaller } from './sessions/screens.ts'
import { callerWith, knowCallers, unchanged } from './sign-in/caller.ts'
import { openLucia, openWatchingLucia } from './sign-in/lucia.ts'
import { resetJobs } from './sign-in/password-resets.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { temperatureRoutes } from './temperatures/routes.ts'
import { temperatureJobs, temperaturePart } from './temperatures/temperatures.ts'
import { threadRoutes } from './threads/routes.ts'
import { topicRoutes } from './topics/routes.ts'
import { topicPart } from './topics/topics.ts'
import { traceRoutes } from './traces/routes.ts'
import type { Parts } from './work.ts'

const CLIENT = join(import.meta.dirname, '../client/dist')
const JSON_TYPES = ['application/json', 'application/json; charset=utf-8']

/** Lines of the log go to standard output, unless somebody wants them elsewhere. */
type Handed = { config: Config; database: Database; appUrl: string; logTo?: { write(line: string): void } }
export type App = { server: FastifyInstance; parts: Parts; jobs: Jobs }

/** The table of contents: what the platform is put together from, in order. */
export async function buildApp({ config, database, appUrl, logTo }: Handed): Promise<App> {
  const server = Fastify({
    logger: { level: config.LOG_LEVEL, serializers: { req: quietRequest }, ...(logTo ? { stream: logTo } : {}) },
    // A line per request would tie a time to a person; what went wrong is logged where it is handled.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY,
    bodyLimit: 262_144,
    // What is under way when the platform stops is answered; who only kept the line is let go.
    forceCloseConnections: 'idle',
    // Ids are made by us and say nothing.
    requestIdHeader: false,
  })
  // What is seen in a session's room, from the domains that show something there.
  const presenter = new RoomPresenter([
    sessionPart,
    floorPart,
    boardPart,
    temperaturePart,
    topicPart,
    notePart,
    retreatPart,
  ])
  const rooms = new Rooms(database, appUrl, (error) => server.log.warn({ err: error }, 'rooms'), presenter)
  const parts: Parts = { config, database, rooms, log: server.log }
  const sessions = openLucia(database)
  const watching = openWatchingLucia(database)
  const jobs = new Jobs(parts, [
    ...listJobs,
    ...noticeJobs,
    ...resetJobs,
    ...exportJobs({ record: recordFor, paper: paperFor }),
    ...sessionJobs,
    ...boardJobs,
    ...temperatureJobs,
  ])

  refusals(server)
  await server.register(helmet, { ...headers(config), global: false })
  protect(server)
  await server.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'] })
  await server.register(websocket, {
    // Browsers send a message in one piece, and a line in packets: far more pieces than that are an attack on our memory.
    options: {
      maxPayload: LIVE_BYTES_MAX,
      maxFragments: 64,
      maxBufferedChunks: 1_024,
      perMessageDeflate: false,
      clientTracking: false,
    },
  })
  strictBodies(server)
  sameOrigin(server, config)
  knowCallers(server, { sessions, watching }, (token) => screenCaller(database, token))
  keepPrivate(server)
  endLines(server)

  healthRoutes(server, parts)
  signInRoutes(server, parts, sessions)
  peopleRoutes(server, parts)
  consultationRoutes(server, parts)
  questionListRoutes(server, parts)
  homeRoutes(server, parts)
  responseRoutes(server, parts)
  answerRoutes(server, parts)
  threadRoutes(server, parts)
  sessionRoutes(server, parts, { presenter, closings: CLOSINGS })
  floorRoutes(server, parts)
  boardRoutes(server, parts)
  temperatureRoutes(server, parts)
  topicRoutes(server, parts)
  recordRoutes(server, parts, { pointsChanged })
  findingRoutes(server, parts)
  retreatRoutes(server, parts, { closings: CLOSINGS })
  measureRoutes(server, parts)
  reportRoutes(server, parts)
  traceRoutes(server, parts)
  paperRoutes(server, parts)
  feedbackRoutes(server, parts)
  exportRoutes(server, parts)
  noticeRoutes(server, parts)
  referenceRoutes(server)

  const sockets = new Sockets({
    rooms,
    config,
    callerOf: (request, actingFor) =>
      callerWith(watching, watching.readSessionCookie(request.headers.cookie ?? ''), actingFor),
    unchanged: (people) => unchanged(database, people),
    screenOf: (token) => screenCaller(database, token),
    followable: (caller, streams) => followable(database, caller, streams),
    nameOf: (personId) => reading(database, 'system', (tx) => nameOf(tx, personId)),
    report: (error) => server.log.warn({ err: error }, 'live'),
  })
  sockets.register(server)
  await servePages(server)

  server.addHook('onReady', async () => {
    await rooms.start()
    jobs.start()
  })
  server.addHook('preClose', async () => sockets.close())
  server.addHook('onClose', async () => {
    await jobs.stop()
    await rooms.close()
    await database.close()
  })
  return { server, parts, jobs }
}

/** No address, no cookie, no query: a log must not say who did what. */
const quietRequest = (request: { method: string; routeOptions?: { url?: string } }) => ({
  method: request.method,
  route: request.routeOptions?.url,
})

function headers(config: Config) {
  const secure = config.publicUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' as const },
  }
}

/** The same for every answer, so worked out once: helmet would put each together anew every time. */
function protect(server: FastifyInstance): void {
  let known: [string, string][] | undefined
  server.addHook('onRequest', async (_request, reply) => {
    if (known) {
      for (const [name, value] of known) reply.raw.setHeader(name, value)
      return
    }
    await reply.helmet()
    known = Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)])
  })
}

/** JSON named exactly so, or a letter's own type: nothing that a form on a foreign page could send. */
function strictBodies(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    const type = request.headers['content-type']
    if (type === undefined) return
    const known = [...JSON_TYPES, ...LETTER_TYPES] as string[]
    if (!known.includes(type.toLowerCase())) throw new Refused('wrong_media_type')
  })
  server.addContentTypeParser([...LETTER_TYPES], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** What the API says is for this person alone: no cache keeps it. */
function keepPrivate(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return
    reply.header('cache-control', 'no-store').header('vary', 'cookie, accept-language, x-acting-for, x-screen')
  })
}

/** The last answer on a line says so; else a browser would keep it, and closing would wait for that. */
function endLines(server: FastifyInstance): void {
  let closing = false
  server.addHook('preClose', async () => {
    closing = true
  })
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}

/** The client’s files; any other address that is not the API’s opens the application, which knows its own pages. */
async function servePages(server: FastifyInstance): Promise<void> {
  if (!existsSync(CLIENT)) return
  await server.register(fastifyStatic, {
    root: CLIENT,
    index: false,
    wildcard: false,
    // The build wrote each file compressed as well as can be: 80 kB instead of 93 for the entry.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/')
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.get('/*', (request, reply) => {
    // A file of an earlier build that is gone is not a page.
    if (/^\/(api|assets)\//.test(request.url)) throw new Refused('not_found')
    return reply.sendFile('index.html')
  })
}
