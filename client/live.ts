import {
  CLOSE,
  type ClientMessage,
  type LiveEvent,
  LOST_AFTER_MS,
  type Presence,
  ServerMessage,
  type StreamName,
} from '@consultation/shared/live.ts'
import type { Refusal } from '@consultation/shared/refusals.ts'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { eventsLine, helloNow, type Line, socketLine } from './live-line.ts'

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
/** A websocket that has not come up by then is not waited for. */
const WEBSOCKET_PATIENCE_MS = 5_000
const EVENTS_STAY_MS = 10 * 60_000
const FETCH_MEANWHILE_MS = 10_000
/** Changes that come within this time are fetched together. */
const GATHER_MS = 250
/** A page left and come back to within this time has missed nothing and fetches nothing twice. */
const LINGER_MS = 60_000

class LiveConnection {
  private line: Line | null = null
  private state: LiveState = { status: 'idle' }
  private readonly watchers = new Set<() => void>()
  private readonly subscriptions = new Map<StreamName, Subscription>()
  private present: readonly Presence[] = []
  private position: { responseId: string | null; questionId: string | null } | null = null
  private failures = 0
  private lastAt: Date | null = null
  private retry: ReturnType<typeof setTimeout> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined
  private patience: ReturnType<typeof setTimeout> | undefined
  private meanwhile: ReturnType<typeof setInterval> | undefined
  private askingAnew: ReturnType<typeof setTimeout> | undefined
  /** A websocket came up once: that it is lost now has other reasons than a proxy. */
  private everWelcome = false
  private eventsUntil = 0

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
    clearTimeout(this.patience)
    clearInterval(this.meanwhile)
    this.meanwhile = undefined
    const { line } = this
    this.line = null
    line?.close()
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
    const said = { follow: this.subscriptions, hello: helloNow() }
    const line: Line = this.byEvents()
      ? eventsLine(said, { heard: (data) => this.receive(line, data), lost: (code) => this.lose(line, code) })
      : socketLine(said, { heard: (data) => this.receive(line, data), lost: (code) => this.lose(line, code) })
    this.line = line
    this.listenForSilence(line)
    // A proxy that swallows websockets says nothing at all: after five seconds the other way is tried.
    clearTimeout(this.patience)
    if (!line.byEvents)
      this.patience = setTimeout(() => {
        if (line !== this.line || this.state.status === 'live') return
        this.goByEvents()
        line.close()
        this.lose(line, 4000)
      }, WEBSOCKET_PATIENCE_MS)
  }

  private byEvents(): boolean {
    return Date.now() < this.eventsUntil
  }

  /** Stays with server-sent events for a while; then a websocket is tried again at the next occasion. */
  private goByEvents() {
    this.eventsUntil = Date.now() + EVENTS_STAY_MS
    this.failures = 0
  }

  private receive(line: Line, data: unknown) {
    if (line !== this.line) return
    this.listenForSilence(line)
    this.lastAt = new Date()
    const message = messageIn(data)
    switch (message.type) {
      case 'welcome':
        this.failures = 0
        this.everWelcome ||= !line.byEvents
        this.become({ status: 'live' })
        // By events it said so when it asked.
        if (!line.byEvents)
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
        if (message.stream) this.turnedAway(message.stream)
        return
      case 'presence':
        this.present = message.present
        for (const watcher of this.watchers) watcher()
        return
      case 'ping':
        line.say({ type: 'pong' })
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

  /** A right went while the page was open: it reads again what it shows, and is told what it may still see. */
  private turnedAway(stream: StreamName) {
    const subscription = this.subscriptions.get(stream)
    this.subscriptions.delete(stream)
    for (const listener of [...(subscription?.listeners ?? [])]) listener.onGap()
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

  private lose(line: Line, code: number) {
    if (line !== this.line) return
    this.line = null
    clearTimeout(this.silence)
    clearTimeout(this.patience)
    this.present = []
    if (code === CLOSE.signedOut.code) return this.become({ status: 'ended', why: 'signed_out' })
    if (code === CLOSE.forbidden.code) return this.become({ status: 'ended', why: 'forbidden' })
    if (code === CLOSE.protocol.code) return this.become({ status: 'ended', why: 'unexpected' })
    // Refused twice before it ever came up: perhaps it is websockets that do not get through.
    if (!line.byEvents && !this.everWelcome && this.failures >= 1) this.goByEvents()
    this.become({ status: 'lost', lastAt: this.lastAt })
    const delay = Math.min(FIRST_DELAY_MS * 2 ** this.failures++, LONGEST_DELAY_MS)
    // Full jitter: after a restart a thousand clients must not come back in the same second.
    this.retry = setTimeout(() => this.connect(), delay / 2 + Math.random() * delay)
    this.fetchMeanwhile()
  }

  /** While no line comes up at all, pages are fetched afresh now and then: what is shown grows old, not wrong. */
  private fetchMeanwhile() {
    this.meanwhile ??= setInterval(() => {
      if (this.state.status !== 'lost') {
        clearInterval(this.meanwhile)
        this.meanwhile = undefined
      } else for (const { listeners } of this.subscriptions.values()) for (const one of listeners) one.onGap()
    }, FETCH_MEANWHILE_MS)
  }

  // A line that died without a word is found by the heartbeat that does not come.
  private listenForSilence(line: Line) {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => {
      if (line !== this.line) return
      line.close()
      this.lose(line, 4000)
    }, LOST_AFTER_MS)
  }

  private send(message: ClientMessage) {
    const { line } = this
    if (!line || this.state.status !== 'live') return
    if (!line.byEvents) return line.say(message)
    // What it follows has changed: it asks anew, once for what changes together.
    if (message.type !== 'subscribe' && message.type !== 'unsubscribe') return
    this.askingAnew ??= setTimeout(() => {
      this.askingAnew = undefined
      if (line !== this.line) return
      line.close()
      this.connect()
    }, GATHER_MS)
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
