import { type Endpoint, pathOf, type ReplyOf, type Sent } from '@consultation/shared/contract.ts'
import { isRefusal, type Problem, type Refusal } from '@consultation/shared/refusals.ts'
import { isAttended } from './attended.ts'
import { currentLanguage } from './words/index.ts'

/** The platform said no, or could not be reached (`unavailable`). Its sentence is `t(refusal.code)`. */
export class RefusalError extends Error {
  readonly code: Refusal
  readonly field: string | undefined
  readonly errors: { field: string; code: Refusal }[]
  /** With changed_meanwhile: the thing as it stands now. */
  readonly current: unknown
  readonly retryAfter: number | undefined

  constructor(problem: Pick<Problem, 'code'> & Partial<Problem>) {
    super(problem.code)
    this.code = problem.code
    this.field = problem.field
    const errors = problem.errors ?? [{ field: problem.field ?? '', code: problem.code }]
    this.errors = errors.filter(({ field }) => field !== '')
    this.current = problem.current
    this.retryAfter = problem.retryAfter
  }
}

export type CallOptions = {
  /** The revision that was seen, for what two people may edit. */
  revision?: number
  /** The file, where the endpoint takes one. */
  file?: Blob
  signal?: AbortSignal
  /** Take a 401 as the answer instead of asking to sign in again. */
  mayBeSignedOut?: true
}

// --- who asks -------------------------------------------------------------------------------------------------------

const ACTING = 'acting-for'
let acting: string | null = sessionStorage.getItem(ACTING)

/** The delegation this tab acts for. Two tabs may act for two. */
export const actingFor = () => acting
export function actFor(delegationId: string | null) {
  acting = delegationId
  if (delegationId) sessionStorage.setItem(ACTING, delegationId)
  else sessionStorage.removeItem(ACTING)
}

let screen: string | null = null

/** This window is a plenary screen: it asks with its own token, and signs in nobody. */
export function showAs(token: string) {
  screen = token
}
export const screenToken = () => screen

let askToSignIn: (() => Promise<boolean>) | null = null
let asking: Promise<boolean> | null = null

/** What to do when the sign-in has ended in the middle of something; true when the same person is signed in again. */
export function whenSignedOut(ask: () => Promise<boolean>) {
  askToSignIn = ask
  return () => {
    askToSignIn = null
  }
}

/** Asks once, however many calls found out at the same moment. */
export function signInAgain(): Promise<boolean> {
  asking ??= (askToSignIn?.() ?? Promise.resolve(false)).finally(() => {
    asking = null
  })
  return asking
}

// --- calls ----------------------------------------------------------------------------------------------------------

export type Parts = { params?: Record<string, string | number>; query?: Record<string, unknown>; body?: unknown }

export function addressOf(endpoint: Pick<Endpoint, 'path'>, { params, query = {} }: Parts): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => {
      const values = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
      return values.map((one) => [key, String(one)])
    }),
  ).toString()
  return pathOf(endpoint.path, params) + (search && `?${search}`)
}

async function send(endpoint: Endpoint, parts: Parts, options: CallOptions): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': currentLanguage() })
  if (screen) headers.set('x-screen', screen)
  else if (acting) headers.set('x-acting-for', acting)
  if (endpoint.method === 'GET' && !isAttended()) headers.set('x-unattended', '1')
  if (options.revision !== undefined) headers.set('if-match', `"${options.revision}"`)
  if (options.file) headers.set('content-type', options.file.type || 'application/octet-stream')
  else if (parts.body !== undefined) headers.set('content-type', 'application/json')
  const body = options.file ?? (parts.body === undefined ? null : JSON.stringify(parts.body))
  let response: Response
  try {
    response = await fetch(addressOf(endpoint, parts), {
      method: endpoint.method,
      headers,
      body,
      signal: options.signal ?? null,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new RefusalError({ code: 'unavailable' })
  }
  if (response.ok) return response
  const refusal = await refusalIn(response)
  if (refusal.code === 'signed_out' && !options.mayBeSignedOut && (await signInAgain())) {
    return send(endpoint, parts, { ...options, mayBeSignedOut: true })
  }
  throw refusal
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  isRefusal(value.code)

async function refusalIn(response: Response): Promise<RefusalError> {
  const problem: unknown = await response.json().catch(() => null)
  if (isProblem(problem)) return new RefusalError(problem)
  // A proxy or a server in the middle of a restart answers in its own words.
  return new RefusalError({ code: response.status >= 502 ? 'unavailable' : 'unexpected' })
}

type Arguments<E extends Endpoint> =
  Record<never, never> extends Sent<E> ? [sent?: Sent<E> & CallOptions] : [sent: Sent<E> & CallOptions]

/** Makes the call and gives its reply. Refuses with RefusalError. */
export async function call<E extends Endpoint>(endpoint: E, ...[sent]: Arguments<E>): Promise<ReplyOf<E>> {
  return perform(endpoint, sent ?? {})
}

/** The same where the parts were put together by one who knows the endpoint only by its shape. */
export async function perform<E extends Endpoint>(endpoint: E, given: Parts & CallOptions): Promise<ReplyOf<E>> {
  const response = await send(endpoint, given, given)
  const reply: unknown = await response.json().catch(() => undefined)
  if (reply === undefined) throw new RefusalError({ code: 'unexpected' })
  // Built, the client carries no schemas (vite.config.ts): the server parsed the reply with this one before it sent it.
  return (import.meta.env.DEV ? endpoint.reply.parse(reply) : reply) as ReplyOf<E>
}

/** Fetches a file and hands it to the browser to keep, under the name the server gave it. */
export async function download<E extends Endpoint>(endpoint: E, ...[sent]: Arguments<E>): Promise<void> {
  const given: Parts & CallOptions = sent ?? {}
  const response = await send(endpoint, given, given)
  const name = /filename\*=UTF-8''([^;]+)|filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = decodeURIComponent(name?.[1] ?? name?.[2] ?? '')
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
