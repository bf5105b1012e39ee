import type { z } from 'zod'
import type { Permission } from './rules/access.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Schema = z.ZodType | undefined

/** One call, written once: the server answers it, the client makes it, the API reference is generated from it. */
export type Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends z.ZodType = z.ZodType,
> = {
  method: Method
  path: `/api/${string}`
  /** Who may try; what the call touches is checked again when it is loaded. */
  permission: Permission
  /** One sentence for the API reference. */
  summary: string
  params?: Params
  query?: Query
  body?: Body
  reply: Reply
  /** The call replaces something two people may edit: it must carry `If-Match` with the revision it saw. */
  precondition?: true
  /** The reply is a file (its name and type travel in the headers); `reply` then describes nothing. */
  file?: true
  /** The body is one file of at most this many bytes, sent raw with its media type. */
  upload?: { bytes: number; types: readonly string[] }
  /** Parts of the reply that are one and the same object from call to call: their JSON is written once and kept. */
  kept?: readonly string[]
  /** Largest JSON body in bytes, where the usual 256 kB do not do. */
  bodyLimit?: number
}

export function endpoint<
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Reply extends z.ZodType = z.ZodType,
>(definition: Endpoint<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> {
  return definition
}

type Given<S> = [NonNullable<S>] extends [never] ? never : NonNullable<S>
type Parsed<S> = [Given<S>] extends [never] ? undefined : Given<S> extends z.ZodType ? z.output<Given<S>> : undefined
type Typed<S> = [Given<S>] extends [never] ? undefined : Given<S> extends z.ZodType ? z.input<Given<S>> : undefined
export type ParamsOf<E extends Endpoint> = Parsed<E['params']>
export type QueryOf<E extends Endpoint> = Parsed<E['query']>
export type BodyOf<E extends Endpoint> = Parsed<E['body']>
export type ReplyOf<E extends Endpoint> = z.output<E['reply']>
/** What a caller writes down: inputs, before defaults and transforms; parts that the call does not have are left out. */
export type Sent<E extends Endpoint> = Part<'params', Typed<E['params']>> &
  Part<'query', Typed<E['query']>> &
  Part<'body', Typed<E['body']>>
type Part<Name extends string, T> = [T] extends [undefined] ? unknown : { [K in Name]: T }

/** Fills `:name` places of a path. */
export function pathOf(path: string, params: Record<string, string | number> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}
