import {
  CLOSE,
  type ClientMessage,
  HEARTBEAT_MS,
  LIVE_PATH,
  LIVE_PROTOCOL,
  type LiveEvent,
  type Presence,
  ServerMessage,
  type StreamName,
} from '@consultation/shared/live.ts'
import type { Refusal } from '@consultation/shared/refusals.ts'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { actingFor, screenToken } from './api.ts'

export type LiveState =
  | { status: 'idle' }
  | { status: 'joining' }
  | { status: 'live' }
  /** `lastAt`: the last moment at which what is shown was known to be current. */
  | { status: 'lost'; lastAt: Date | null }
  | { status: 'ended'; why: Refusal }

type Listener = {
  onEvent: (event: LiveEvent) => void
  /** Something may have been missed: fetch afresh. */
  onGap: () => void
}
type Subscription = { listeners: Set<Listener>; seq: number | null; leaving?: ReturnType<typeof setTimeout> }

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 30_000
/** A page left and come back to within this time has missed nothing and fetches nothing twice. */
const LINGER_MS = 60_000

class LiveConnection {
  private socket: WebSocket | null = null
  private state: LiveState = { status: 'idle' }
  private readonly watchers = new Set<() => void>()
  private readonly subscriptions = new Map<StreamName, Subscription>()
  private present: readonly Presence[] = []
  private position: { responseId: string | null; questionId: string | null } | null = null
  private failures = 0
  private lastAt: Date | null = null
  private retry: ReturnType<typeof setTimeout> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }
  readonly stateNow = () => this.state
  readonly presentNow = () => this.present

  /** Opens the connection for the person now signed in; again after a new sign-in or when acting for another delegation. */
  open() {
    this.close()
    this.connect()
    addEventListener('online', this.hurry)
  }

  close() {
    removeEventListener('online', this.hurry)
    clearTimeout(this.retry)
    clearTimeout(this.silence)
    const socket = this.socket
    this.socket = null
    socket?.close(1000)
    this.present = []
    this.become({ status: 'idle' })
  }

  /** `after` is where what the page shows was read; null lets the page fetch once it is subscribed. */
  subscribe(stream: StreamName, listener: Listener, after: number | null = null): () => void {
    const known = this.subscriptions.get(stream)
    const subscription: Subscription = known ?? { listeners: new Set(), seq: after }
    clearTimeout(subscription.leaving)
    subscription.listeners.add(listener)
    if (!known) {
      this.subscriptions.set(stream, subscription)
      this.send({ type: 'subscribe', stream, after })
    }
    return () => {
      subscription.listeners.delete(listener)
      if (subscription.listeners.size > 0) return
      clearTimeout(subscription.leaving)
      subscription.leaving = setTimeout(() => {
        this.subscriptions.delete(stream)
        this.send({ type: 'unsubscribe', stream })
      }, LINGER_MS)
    }
  }

  /** Tells colleagues of the delegation which question one is at. */
  here(responseId: string | null, questionId: string | null) {
    this.position = { responseId, questionId }
    this.send({ type: 'here', responseId, questionId })
  }

  private readonly hurry = () => {
    if (this.state.status !== 'lost') return
    this.failures = 0
    clearTimeout(this.retry)
    this.connect()
  }

  private connect() {
    if (this.state.status === 'idle') this.become({ status: 'joining' })
    const screen = screenToken()
    const socket = new WebSocket(screen === null ? LIVE_PATH : `${LIVE_PATH}?screen`)
    this.socket = socket
    socket.addEventListener('open', () =>
      this.write(socket, {
        type: 'hello',
        protocol: LIVE_PROTOCOL,
        ...(screen === null ? { actingFor: actingFor() } : { actingFor: null, screen }),
      }),
    )
    socket.addEventListener('message', ({ data }) => this.receive(socket, data))
    socket.addEventListener('close', ({ code }) => this.lose(socket, code))
    this.listenForSilence(socket)
  }

  private receive(socket: WebSocket, data: unknown) {
    if (socket !== this.socket) return
    this.listenForSilence(socket)
    this.lastAt = new Date()
    const message = messageIn(data)
    switch (message.type) {
      case 'welcome':
        this.failures = 0
        this.become({ status: 'live' })
        for (const [stream, { seq }] of this.subscriptions) this.send({ type: 'subscribe', stream, after: seq })
        if (this.position?.responseId) this.send({ type: 'here', ...this.position })
        return
      case 'subscribed':
        this.caughtUp(message.stream, message.seq, this.subscriptions.get(message.stream)?.seq === null)
        return
      case 'reload':
        this.caughtUp(message.stream, message.seq, true)
        return
      case 'events':
        this.deliver(message.stream, message.events)
        return
      case 'refused':
        if (message.stream) this.subscriptions.delete(message.stream)
        return
      case 'presence':
        this.present = message.present
        for (const watcher of this.watchers) watcher()
        return
      case 'ping':
        this.write(socket, { type: 'pong' })
        return
    }
  }

  private caughtUp(stream: StreamName, seq: number, gap: boolean) {
    const subscription = this.subscriptions.get(stream)
    if (!subscription) return
    subscription.seq = gap ? seq : Math.max(seq, subscription.seq ?? 0)
    // What a page fetched before it was subscribed may be older than the stream.
    if (gap) for (const listener of subscription.listeners) listener.onGap()
  }

  private deliver(stream: StreamName, events: LiveEvent[]) {
    const subscription = this.subscriptions.get(stream)
    if (!subscription) return
    for (const event of events) {
      if (subscription.seq !== null && event.seq <= subscription.seq) continue
      subscription.seq = event.seq
      for (const listener of [...subscription.listeners]) listener.onEvent(event)
    }
  }

  private lose(socket: WebSocket, code: number) {
    if (socket !== this.socket) return
    this.socket = null
    clearTimeout(this.silence)
    this.present = []
    if (code === CLOSE.signedOut.code) return this.become({ status: 'ended', why: 'signed_out' })
    if (code === CLOSE.forbidden.code) return this.become({ status: 'ended', why: 'forbidden' })
    if (code === CLOSE.protocol.code) return this.become({ status: 'ended', why: 'unexpected' })
    this.become({ status: 'lost', lastAt: this.lastAt })
    const delay = Math.min(FIRST_DELAY_MS * 2 ** this.failures++, LONGEST_DELAY_MS)
    // Full jitter: after a restart a thousand clients must not come back in the same second.
    this.retry = setTimeout(() => this.connect(), delay / 2 + Math.random() * delay)
  }

  // A line that died without a word is found by the heartbeat that does not come.
  private listenForSilence(socket: WebSocket) {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => {
      if (socket !== this.socket) return
      socket.close(4000)
      this.lose(socket, 4000)
    }, HEARTBEAT_MS * 2.5)
  }

  private send(message: ClientMessage) {
    if (this.socket && this.state.status === 'live') this.write(this.socket, message)
  }

  private write(socket: WebSocket, message: ClientMessage) {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }

  private become(state: LiveState) {
    this.state = state
    for (const watcher of this.watchers) watcher()
  }
}

/** Built, the client carries no schemas (vite.config.ts): the server parsed the message with this one before it sent it. */
function messageIn(data: unknown): ServerMessage {
  const message: unknown = JSON.parse(String(data))
  return import.meta.env.DEV ? ServerMessage.parse(message) : (message as ServerMessage)
}

export const live = new LiveConnection()

export const useLiveState = (): LiveState => useSyncExternalStore(live.watch, live.stateNow)

/** Changes that come within this time are fetched together. */
const GATHER_MS = 250

/**
 * While the component is there, `refresh` is called (once for what comes together) when something happened on the stream or
 * may have been missed; `onEvent` for each thing that happened, for what wants a word: `announce(t('…'))`.
 */
export function useStream(
  stream: StreamName | null,
  refresh: () => void,
  onEvent: (event: LiveEvent) => void = () => {},
) {
  const renew = useEffectEvent(refresh)
  const event = useEffectEvent(onEvent)
  useEffect(() => {
    if (!stream) return
    let gathering: ReturnType<typeof setTimeout> | undefined
    const gather = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        renew()
      }, GATHER_MS)
    }
    const leave = live.subscribe(stream, {
      onGap: gather,
      onEvent: (happened) => {
        event(happened)
        gather()
      },
    })
    return () => {
      clearTimeout(gathering)
      leave()
    }
  }, [stream])
}

/** The colleagues who are at this response now, oneself included. Says where one is oneself. */
export function usePresence(responseId: string, questionId: string | null): readonly Presence[] {
  useEffect(() => live.here(responseId, questionId), [responseId, questionId])
  useEffect(() => () => live.here(null, null), [])
  return useSyncExternalStore(live.watch, live.presentNow)
}

/**
 * Follows a room's streams from where its view was read. Events come in order, once each, in batches as they arrive; `onGap`
 * says that some could not be told and the view must be read anew.
 */
export function useRoomStreams(
  heads: Readonly<Record<string, number>> | null,
  onEvents: (stream: StreamName, events: readonly LiveEvent[]) => void,
  onGap: () => void,
) {
  const hear = useEffectEvent(onEvents)
  const gap = useEffectEvent(onGap)
  const headsNow = useEffectEvent(() => heads ?? {})
  const names = heads === null ? '' : Object.keys(heads).toSorted().join(' ')
  useEffect(() => {
    if (names === '') return
    const from = headsNow()
    const leaving = names.split(' ').map((name) => {
      const stream = name as StreamName
      return live.subscribe(stream, { onEvent: (event) => hear(stream, [event]), onGap: gap }, from[name] ?? 0)
    })
    return () => {
      for (const leave of leaving) leave()
    }
  }, [names])
}
