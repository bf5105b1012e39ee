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

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Typed<S> = S extends z.ZodType ? z.input<S> : undefined
export type ParamsOf<E> = E extends Endpoint<infer P, Schema, Schema, z.ZodType> ? Parsed<P> : never
export type QueryOf<E> = E extends Endpoint<Schema, infer Q, Schema, z.ZodType> ? Parsed<Q> : never
export type BodyOf<E> = E extends Endpoint<Schema, Schema, infer B, z.ZodType> ? Parsed<B> : never
export type ReplyOf<E> = E extends Endpoint<Schema, Schema, Schema, infer R> ? z.output<R> : never
/** What a caller writes down: inputs, before defaults and transforms. */
export type Sent<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { [K in keyof SentParts<P, Q, B> as SentParts<P, Q, B>[K] extends undefined ? never : K]: SentParts<P, Q, B>[K] }
    : never
type SentParts<P, Q, B> = { params: Typed<P>; query: Typed<Q>; body: Typed<B> }

/** Fills `:name` places of a path. */
export function pathOf(path: string, params: Record<string, string | number> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}
