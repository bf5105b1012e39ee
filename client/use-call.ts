import type { Endpoint, ReplyOf, Sent } from '@consultation/shared/contract.ts'
import { canonical } from '@consultation/shared/text.ts'
import { keepPreviousData, QueryClient, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { actingFor, type CallOptions, type Parts, perform, RefusalError } from './api.ts'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The live connection says what changed; this only spares a second fetch within one page.
      staleTime: 5_000,
      retry: (failures, error) => error instanceof RefusalError && error.code === 'unavailable' && failures < 4,
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 8_000),
    },
  },
})

const refusalOf = (error: unknown) => (error instanceof RefusalError ? error : new RefusalError({ code: 'unexpected' }))

// --- reading --------------------------------------------------------------------------------------------------------

type Asked<E extends Endpoint> = Omit<Sent<E>, 'body'>

/** Starts with the path and the parameters, so that `refresh(readList, { listId })` reaches every filter of it. */
export const keyOf = (endpoint: Pick<Endpoint, 'path'>, { params, query }: Pick<Parts, 'params' | 'query'> = {}) =>
  [endpoint.path, actingFor(), params ?? {}, query ?? {}] as const

const optionsFor = <E extends Endpoint>(endpoint: E, asked: Asked<E>) =>
  queryOptions<ReplyOf<E>, Error>({
    queryKey: keyOf(endpoint, asked),
    queryFn: ({ signal }) => perform(endpoint, { ...asked, signal }),
  })

export type Reading<V> =
  | { status: 'loading' }
  | { status: 'refused'; refusal: RefusalError; again: () => void }
  /** `settling`: the view is the one of the filter before; the new one is on its way. */
  | { status: 'ready'; view: V; settling: boolean }

/** A view as a state. The old view stays while another filter is fetched. For a page that is nothing without it, `useView`. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  asked: Asked<E>,
  { enabled = true } = {},
): Reading<ReplyOf<E>> {
  const query = useQuery({ ...optionsFor(endpoint, asked), enabled, placeholderData: keepPreviousData })
  if (query.data !== undefined)
    return { status: 'ready', view: query.data as ReplyOf<E>, settling: query.isPlaceholderData }
  if (query.error) return { status: 'refused', refusal: refusalOf(query.error), again: () => void query.refetch() }
  return { status: 'loading' }
}

/** A view, there at once for the component: waiting shows the page's skeleton, a refusal the page that words it. */
export const useView = <E extends Endpoint>(endpoint: E, asked: Asked<E>): ReplyOf<E> =>
  useSuspenseQuery(optionsFor(endpoint, asked)).data

/** Fetches again what is shown of this endpoint; with parameters only that thing. */
export function refresh(endpoint: Pick<Endpoint, 'path'>, params?: Record<string, string>): Promise<void> {
  const queryKey = params ? [endpoint.path, actingFor(), params] : [endpoint.path]
  return queries.invalidateQueries({ queryKey })
}

/** Puts the reply of a command in the place of the view it renews. */
export function renew<E extends Endpoint>(endpoint: E, asked: Asked<E>, view: ReplyOf<E>) {
  queries.setQueryData(keyOf(endpoint, asked), view)
}

// --- doing ----------------------------------------------------------------------------------------------------------

export type Doing<R> =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'refused'; refusal: RefusalError }
  | { status: 'done'; reply: R }

type WithoutCommand<S> = S extends { body: infer B extends object } ? Omit<S, 'body'> & BodyWithoutCommand<B> : S
type BodyWithoutCommand<B extends object> = B extends { commandId: string }
  ? keyof B extends 'commandId'
    ? { body?: Record<never, never> }
    : { body: DistributiveOmit<B, 'commandId'> }
  : { body: B }
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type Command<E extends Endpoint> = WithoutCommand<Sent<E>>

const takesCommandId = (endpoint: Endpoint) => {
  const body = endpoint.body
  return Boolean(body && 'shape' in body && typeof body.shape === 'object' && body.shape && 'commandId' in body.shape)
}

/**
 * A command and what became of it. `send` gives the reply, or null when it was refused (then `refusal` says why).
 * The command id is made here: one per intent, the same again when the answer to it was lost on the way.
 */
export function useCall<E extends Endpoint>(endpoint: E) {
  const [doing, setDoing] = useState<Doing<ReplyOf<E>>>({ status: 'idle' })
  const intent = useRef<{ of: string; commandId: string } | null>(null)

  async function send(command: Command<E> & CallOptions): Promise<ReplyOf<E> | null> {
    setDoing({ status: 'sending' })
    const { body, ...rest }: { body?: object } & CallOptions = command
    let sent: Parts & CallOptions = command
    if (takesCommandId(endpoint)) {
      const { signal: _, file: __, ...said } = rest
      const of = canonical([said, body])
      if (intent.current?.of !== of) intent.current = { of, commandId: crypto.randomUUID() }
      sent = { ...rest, body: { ...body, commandId: intent.current.commandId } }
    }
    try {
      const reply = await perform(endpoint, sent)
      intent.current = null
      setDoing({ status: 'done', reply })
      return reply
    } catch (error) {
      const refusal = refusalOf(error)
      // Only where the outcome is unknown may the same command still have been done.
      if (!['unavailable', 'busy', 'unexpected', 'signed_out'].includes(refusal.code)) intent.current = null
      setDoing({ status: 'refused', refusal })
      return null
    }
  }

  return {
    send,
    doing,
    status: doing.status,
    refusal: doing.status === 'refused' ? doing.refusal : null,
    forget: () => setDoing({ status: 'idle' }),
  }
}
