import { timingSafeEqual } from 'node:crypto'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@consultation/shared/contract.ts'
import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { isRefusal, type Problem, type Refusal } from '@consultation/shared/refusals.ts'
import { type Caller, may, type Permission } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { Config } from './config.ts'
import { type First, looking, reading, type Statement, type Tx } from './database/database.ts'
import { Outdated, standingOf } from './database/standing.ts'
import { denialsIn } from './denials.ts'
import { digestOf } from './journal/journal.ts'
import { takesGzip, type Written, writerOf } from './kept-bytes.ts'
import { refusalIn } from './refusal-words.ts'
import { Refused } from './refused.ts'
import { type AtOnce, type Parts, type Work, work, workAtOnce } from './work.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint
  }
}

/** A file on its way out; its name and type go in the headers. */
export type FileReply = { name: string; type: string; content: Uint8Array }

export type Asked<E extends Endpoint> = {
  caller: Caller
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** Revision named by `If-Match`; the contract says which calls must carry it. */
  ifMatch: number
  /** The raw file of an upload. */
  upload: Buffer
  language: Language
  request: FastifyRequest
  reply: FastifyReply
  /** Changes something: one transaction, journalled, idempotent under the body's `commandId`. */
  work(action: (work: Work, rows: readonly unknown[]) => Promise<ReplyOf<E>>, first?: First): Promise<ReplyOf<E>>
  /** The same where all was judged beforehand, in one trip, and what is answered then. Undefined, with nothing done, where `work` must judge. */
  workAtOnce(change: (AtOnce & { view: ReplyOf<E> }) | undefined): Promise<ReplyOf<E> | undefined>
  read<T>(action: (tx: Tx, now: Date) => Promise<T>): Promise<T>
  /** Reads what one statement says, in one trip. */
  look<Row extends object>(statement: Statement): Promise<{ rows: Row[]; now: Date }>
}

type Answer<E extends Endpoint> = (asked: Asked<E>) => Promise<ReplyOf<E> | FileReply>

/** Serves one call of the contract: who, what, and nothing but what its reply schema names. */
export function answer<E extends Endpoint>(app: FastifyInstance, parts: Parts, endpoint: E, handle: Answer<E>): void {
  const write = endpoint.kept && writerOf(endpoint.reply, endpoint.kept)
  const route: RouteOptions = {
    method: endpoint.method,
    url: endpoint.path,
    config: { endpoint },
    ...(endpoint.bodyLimit || endpoint.upload
      ? { bodyLimit: endpoint.upload ? endpoint.upload.bytes + 1 : endpoint.bodyLimit }
      : {}),
    // Rights first: what a caller may not try is not even parsed.
    onRequest: async (request) => {
      const standing = standingOf(request.caller)
      if (standing && !standing.confirmed && !may(request.caller, endpoint.permission))
        request.caller = await standing.afresh()
      mustBeAllowed(request.caller, endpoint.permission)
    },
    handler: async (request, reply) => {
      const result = await standingUp(request, endpoint.permission, () =>
        handle(askedOf(parts, endpoint, request, reply)),
      )
      if (endpoint.file) return sendFile(reply, result as FileReply)
      if (isRevised(result)) reply.header('etag', `"${result.revision}"`)
      if (write) return sendWritten(reply, await write(result as object, takesGzip(request.headers['accept-encoding'])))
      // The one door out: a key the schema does not name does not leave.
      const view = isPresented(result) ? result : endpoint.reply.parse(result)
      return reply.code(200).send(view)
    },
  }
  app.route(route)
}

function mustBeAllowed(caller: Caller, permission: Permission): void {
  if (may(caller, permission)) return
  throw new Refused(caller.kind === 'nobody' ? 'signed_out' : 'forbidden')
}

/**
 * A caller who was remembered is confirmed by the first transaction of the call, in its own packet. Where there was none, the
 * caller is looked up before anything is said, be it a refusal. What no longer held is done again by who asks now.
 */
async function standingUp<T>(request: FastifyRequest, permission: Permission, act: () => Promise<T>): Promise<T> {
  const standing = standingOf(request.caller)
  if (!standing) return act()
  const isStill = async () => {
    request.caller = await standing.afresh()
    return standingOf(request.caller)?.rights === standing.rights
  }
  try {
    const result = await act()
    if (standing.confirmed || (await isStill())) return result
  } catch (error) {
    if (error instanceof Outdated) await isStill()
    else if (standing.confirmed || (await isStill())) throw error
  }
  mustBeAllowed(request.caller, permission)
  return act()
}

/** Replies of `work`, which went through the schema before they were remembered with their command. */
const presented = new WeakSet<object>()
const isPresented = (result: unknown) => typeof result === 'object' && result !== null && presented.has(result)

const isRevised = (view: unknown): view is { revision: number } =>
  typeof view === 'object' && view !== null && 'revision' in view && typeof view.revision === 'number'

/** A call without a query takes none: a filter that is not there is refused, not passed over. */
const NOTHING = z.strictObject({})

function askedOf<E extends Endpoint>(
  parts: Parts,
  endpoint: E,
  request: FastifyRequest,
  reply: FastifyReply,
): Asked<E> {
  const params = parsed(endpoint.params, request.params, 'not_found')
  const query = parsed(endpoint.query ?? NOTHING, request.query)
  const body = endpoint.upload ? undefined : parsed(endpoint.body, request.body ?? (endpoint.body ? {} : undefined))
  const { caller } = request
  const command = commandOf(endpoint, params, body)
  return {
    caller,
    params: params as ParamsOf<E>,
    query: query as QueryOf<E>,
    body: body as BodyOf<E>,
    ifMatch: endpoint.precondition ? revisionIn(request.headers['if-match']) : 0,
    upload: endpoint.upload ? uploadIn(endpoint.upload.types, request) : Buffer.alloc(0),
    language: languageOf(request),
    request,
    reply,
    work: async (action, first) => {
      const presenting = async (w: Work, rows: readonly unknown[]) =>
        endpoint.reply.parse(await action(w, rows)) as ReplyOf<E>
      const view = await work(parts, caller, presenting, command, first)
      if (typeof view === 'object' && view !== null) presented.add(view)
      return view
    },
    workAtOnce: async (change) => {
      if (!change) return undefined
      const reply = endpoint.reply.parse(change.view) as ReplyOf<E>
      const done = await workAtOnce(parts, caller, change, command && { command, reply })
      if (done && typeof reply === 'object' && reply !== null) presented.add(reply)
      return done && reply
    },
    read: (action) => reading(parts.database, caller, action),
    look: (statement) => looking(parts.database, caller, statement),
  }
}

function parsed(schema: z.ZodType | undefined, value: unknown, instead?: Refusal): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  // A malformed id names nothing: the same answer as for an unknown one.
  if (instead) throw new Refused(instead)
  throw refusalOf(result.error)
}

/** Field by field what is wrong, in the platform's codes. */
export function refusalOf(error: z.ZodError): Refused {
  const errors = error.issues.map((issue) => ({
    field: (issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path).map(String).join('.'),
    code: codeOf(issue),
  }))
  const [first] = errors
  return new Refused(first?.code ?? 'invalid', { field: first?.field ?? '', errors })
}

function codeOf(issue: z.core.$ZodIssue): Refusal {
  if (isRefusal(issue.message)) return issue.message
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown_field'
    case 'too_big':
      return 'too_long'
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid'
    default:
      return 'invalid'
  }
}

function commandOf(endpoint: Endpoint, params: unknown, body: unknown): { id: string; digest: string } | undefined {
  if (typeof body !== 'object' || body === null || !('commandId' in body) || typeof body.commandId !== 'string') return
  return { id: body.commandId, digest: digestOf({ call: `${endpoint.method} ${endpoint.path}`, params, body }) }
}

function revisionIn(header: string | undefined): number {
  const revision = header?.match(/^"(\d{1,9})"$/)?.[1]
  if (revision === undefined) throw new Refused('precondition_required', { field: 'if-match' })
  return Number(revision)
}

function uploadIn(types: readonly string[], request: FastifyRequest): Buffer {
  const type = request.headers['content-type']
  if (!type || !types.includes(type) || !Buffer.isBuffer(request.body)) throw new Refused('wrong_media_type')
  return request.body
}

/** The language the reader asked for; the client sends the one of the interface. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language']?.slice(0, 2).toLowerCase()
  return LANGUAGES.find((language) => language === wanted) ?? 'en'
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const ascii = file.name.replace(/[^\w .,()-]/g, '_')
  return reply
    .code(200)
    .header('content-type', file.type)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(file.content))
}

function sendWritten(reply: FastifyReply, { payload, length, gzipped }: Written): FastifyReply {
  if (gzipped) reply.header('content-encoding', 'gzip')
  return reply.code(200).type('application/json; charset=utf-8').header('content-length', length).send(payload)
}

/** Everything that was refused or went wrong, as RFC 9457 problem details in the reader's language, never with a stack. */
export function refusals(app: FastifyInstance): void {
  const noteDenial = denialsIn(app.log)
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefused(error)
    if (refused.code === 'unexpected') request.log.error({ err: error }, 'unexpected')
    noteDenial(request.caller, refused.code, `${request.method} ${request.routeOptions.url}`)
    const language = languageOf(request)
    const { errors, ...detail } = refused.detail
    const problem: Problem = {
      type: `/api/docs#refusal-${refused.code}`,
      title: refusalIn(language, refused.code),
      status: refused.status,
      code: refused.code,
      ...detail,
      ...(errors ? { errors: errors.map((one) => ({ ...one, title: refusalIn(language, one.code) })) } : {}),
    }
    if (detail.retryAfter) reply.header('retry-after', detail.retryAfter)
    return reply
      .code(refused.status)
      .header('content-language', language)
      .type('application/problem+json')
      .send(problem)
  })
  app.setNotFoundHandler(() => {
    throw new Refused('not_found')
  })
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error
  // Twice within one call: the rights are being changed just now.
  if (error instanceof Outdated) return new Refused('busy', { retryAfter: 1 })
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refused('too_large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Refused('wrong_media_type')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Refused('invalid')
    default:
      return error instanceof SyntaxError ? new Refused('invalid') : new Refused('unexpected')
  }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Commands come from our own pages alone: an exact Origin where the browser sends one, else Sec-Fetch-Site.
 * Neither is refused too, for a browser always sends one of them.
 */
export function sameOrigin(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE.includes(request.method)) return
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin') throw new Refused('wrong_origin')
    if (origin === undefined ? site !== 'same-origin' : !config.origins.includes(origin))
      throw new Refused('wrong_origin')
  })
}

/** Compares two secrets in a time that tells nothing. */
export const equalSecrets = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
