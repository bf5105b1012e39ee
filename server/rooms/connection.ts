import type { IncomingMessage } from 'node:http'
import {
  CLOSE,
  ClientMessage,
  LIVE_PROTOCOL,
  type Presence,
  ServerMessage,
  type StreamName,
  SUBSCRIPTIONS_MAX,
  streams,
} from '@consultation/shared/live.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { Refused } from '../refused.ts'
import type { Guest, Rooms } from './rooms.ts'
import type { Wire } from './wire.ts'

/** What a client may leave unread before it is cut off; it resumes when it can. */
const UNREAD_MAX = 1_048_576
/** Messages a client may send in ten seconds. */
const MESSAGES_MAX = 200
/** Longer than this nobody goes on listening on rights that could not be looked up. */
const CHECK_MS = 1_500
/** Beats that may go unanswered: a phone on a slow line answers late. */
const UNANSWERED_MAX = 7
const ANSWER_EVERY = 3
const JUST_TOLD_MS = 1_000
const PONG = JSON.stringify({ type: 'pong' } satisfies ClientMessage)
const PING = JSON.stringify({ type: 'ping' } satisfies ServerMessage)
/** Who does not answer the closing is not waited for. */
const CLOSING_MS = 2_000

export type Person = Extract<Caller, { kind: 'person' }>
/** Who may be behind a line: somebody signed in, or a plenary screen. */
export type Known = Exclude<Caller, { kind: 'nobody' }>

/** What the application knows and rooms do not. */
export type LiveParts = {
  rooms: Rooms
  config: { readonly origins: readonly string[] }
  /** Who holds this connection's cookie now, acting for that delegation. */
  callerOf(request: IncomingMessage, actingFor: string | null): Promise<Caller>
  /** Those of these whose sign-in and rights are what they were when they were looked up. */
  unchanged(people: readonly Person[]): Promise<ReadonlySet<Person>>
  /** Which screen holds this token now. */
  screenOf(token: string): Promise<Caller>
  /** Of these streams those that may be followed. */
  followable(caller: Known, streams: readonly StreamName[]): Promise<ReadonlySet<StreamName>>
  nameOf(personId: string): Promise<string>
  report(error: unknown): void
}

type Subscription = Extract<ClientMessage, { type: 'subscribe' }>

/** The others who are connected here. */
type Company = {
  /** Takes it in as theirs; false where they have too many. */
  admit(connection: Connection, who: Known): boolean
  tellPresence(delegationId: string): void
  forget(connection: Connection): void
}

/** One line: who is behind it, what it follows, and what it may still be told. */
export class Connection implements Guest {
  /** The stream of the person behind it, which their rights rest on. */
  own: StreamName | null = null
  private known: Known | null = null
  presence: Presence | null = null
  /** When rights are looked up again even if nothing is heard of them. */
  lookAgainAt = 0
  private readonly followed = new Set<StreamName>()
  private actingFor: string | null = null
  private screen: string | null = null
  private unanswered = 0
  private beats = 0
  private wroteAt = 0
  /** What was written last was not all taken: only then what is unread is counted. */
  private filling = false
  private ended = false
  private received = 0
  private windowEnds = 0
  private readonly said: string[] = []
  private queue: Promise<void> = Promise.resolve()
  /** While rights are looked up, what would be told waits here: news of what was just taken away must not go out. */
  private held: { stream: StreamName; frame: string }[] | null = null
  private presentHeld = false
  private checking: Promise<void> | null = null
  private again = false
  private told = false
  private readonly wire: Wire
  private readonly request: IncomingMessage
  private readonly parts: LiveParts
  private readonly company: Company

  constructor(wire: Wire, request: IncomingMessage, parts: LiveParts, company: Company) {
    this.wire = wire
    this.request = request
    this.parts = parts
    this.company = company
  }

  get who(): Known | null {
    return this.known
  }

  private set who(known: Known) {
    this.known = known
    this.own = known.kind === 'person' ? streams.person(known.personId) : null
  }

  /** The person signed in here; null for a screen. */
  get person(): Person | null {
    return this.known?.kind === 'person' ? this.known : null
  }

  follows(stream: StreamName): boolean {
    return this.followed.has(stream)
  }

  deliver(frame: string, stream: StreamName): void {
    if (this.held) this.held.push({ stream, frame })
    else this.write(frame)
  }

  tellPresent(message: ServerMessage): void {
    if (this.held) this.presentHeld = true
    else this.send(message)
  }

  end(code: number): void {
    if (this.ended) return
    this.ended = true
    for (const stream of this.followed) this.parts.rooms.leave(stream, this)
    this.followed.clear()
    this.company.forget(this)
    this.leavePlace()
    this.wire.close(code)
    setTimeout(() => this.wire.terminate(), CLOSING_MS).unref()
  }

  beat(): void {
    if (this.wire.answers && this.unanswered > UNANSWERED_MAX) return this.wire.terminate()
    // News is as good as a ping for the client; now and then it has to answer one all the same.
    const justTold = performance.now() - this.wroteAt < JUST_TOLD_MS
    if (justTold && ++this.beats % ANSWER_EVERY !== 0) return
    this.unanswered++
    this.write(PING)
  }

  /**
   * Asks again who this is and what it may follow: rights can have changed since the handshake. Told in its own stream, it asks for
   * each stream: a part in a room can come and go while the person is the same.
   */
  recheck(told = false): Promise<void> {
    if (!this.who || this.ended) return Promise.resolve()
    this.held ??= []
    this.again = true
    this.told ||= told
    this.checking ??= this.check()
    return this.checking
  }

  private async check(): Promise<void> {
    const late = setTimeout(() => this.end(CLOSE.fault.code), CHECK_MS)
    try {
      while (this.again && !this.ended) {
        this.again = false
        await this.review()
      }
      this.letGo()
    } catch (error) {
      this.fail(error)
    } finally {
      clearTimeout(late)
      this.checking = null
    }
  }

  private look(): Promise<Caller> {
    return this.screen === null ? this.parts.callerOf(this.request, this.actingFor) : this.parts.screenOf(this.screen)
  }

  private async review(): Promise<void> {
    const before = this.who
    const { told } = this
    this.told = false
    const caller = await this.look()
    if (caller.kind === 'nobody') return this.end(CLOSE.signedOut.code)
    if (this.ended || !before || (!told && sameRights(before, caller))) return
    if (actingIn(before)?.delegationId !== actingIn(caller)?.delegationId) this.leavePlace()
    this.who = caller
    const followed = [...this.followed]
    const allowed = await this.parts.followable(caller, followed)
    for (const stream of followed) {
      if (allowed.has(stream)) continue
      this.leave(stream)
      this.send({ type: 'refused', stream, code: 'forbidden' })
    }
  }

  private letGo(): void {
    const held = this.held ?? []
    this.held = null
    for (const { stream, frame } of held) if (this.followed.has(stream)) this.write(frame)
    const delegationId = this.person?.acting?.delegationId
    if (this.presentHeld && delegationId) this.company.tellPresence(delegationId)
    this.presentHeld = false
  }

  /** What the client says, in the order it says it. */
  receive(text: string, binary = false): void {
    if (this.ended) return
    this.unanswered = 0
    const now = Date.now()
    if (now > this.windowEnds) {
      this.windowEnds = now + 10_000
      this.received = 0
    }
    if (++this.received > MESSAGES_MAX) return this.end(CLOSE.flood.code)
    if (binary) return this.end(CLOSE.protocol.code)
    // A thousand say nothing else all day.
    if (text === PONG && this.known) return
    this.said.push(text)
    // One after the other: a subscription must not overtake the hello it rests on.
    this.queue = this.queue.then(() => this.take()).catch((error: unknown) => this.fail(error))
  }

  private async take(): Promise<void> {
    const text = this.said.shift()
    if (this.ended || text === undefined) return
    const parsed = ClientMessage.safeParse(readJson(text))
    // Hello comes first, and once: who acts for another delegation connects anew.
    if (this.who === null ? parsed.data?.type !== 'hello' : parsed.data?.type === 'hello')
      return this.end(CLOSE.protocol.code)
    if (!parsed.success) return this.send({ type: 'refused', stream: null, code: 'invalid' })
    const message = parsed.data
    switch (message.type) {
      case 'hello':
        return this.greet(message.actingFor, message.screen ?? null)
      case 'subscribe':
        return this.subscribe(this.subscriptionsFrom(message))
      case 'unsubscribe':
        // One's own stream is what rights rest on.
        return message.stream === this.own ? undefined : this.leave(message.stream)
      case 'here':
        return this.show(message.responseId, message.questionId)
      case 'pong':
        return
    }
  }

  private async greet(actingFor: string | null, screen: string | null): Promise<void> {
    this.actingFor = actingFor
    this.screen = screen
    const caller = await this.look()
    if (caller.kind === 'nobody') return this.end(CLOSE.signedOut.code)
    if (this.ended) return
    if (!this.company.admit(this, caller)) return this.end(CLOSE.flood.code)
    this.who = caller
    this.send({ type: 'welcome', protocol: LIVE_PROTOCOL, at: new Date().toISOString() })
    if (caller.kind === 'person') await this.follow(streams.person(caller.personId), null)
    // What was taken away before the own stream was followed told nobody here.
    await this.recheck()
  }

  /** With what it asks to follow besides, right after: a page comes back with all of its streams. The same one again is asked anew. */
  private subscriptionsFrom(first: Subscription): Subscription[] {
    const found = new Map([[first.stream, first]])
    for (let text = this.said[0]; text !== undefined; text = this.said[0]) {
      const { data } = ClientMessage.safeParse(readJson(text))
      if (data?.type !== 'subscribe' || found.has(data.stream)) break
      found.set(data.stream, data)
      this.said.shift()
    }
    return [...found.values()]
  }

  private async subscribe(asked: readonly Subscription[]): Promise<void> {
    for (let who = this.who; who; who = this.who) {
      const allowed = await this.parts.followable(
        who,
        asked.map(({ stream }) => stream),
      )
      // Somebody else by now: what was looked up is out of date.
      if (who !== this.who) continue
      const refused: StreamName[] = []
      const following: Promise<void>[] = []
      // All in this turn: whoever is looked up again from now on is asked for each.
      for (const { stream, after } of asked) {
        const full = this.followed.size >= SUBSCRIPTIONS_MAX && !this.followed.has(stream)
        if (full || !allowed.has(stream)) refused.push(stream)
        else following.push(this.follow(stream, after))
      }
      await Promise.all(following)
      for (const stream of refused) this.send({ type: 'refused', stream, code: 'not_found' })
      return
    }
  }

  private async follow(stream: StreamName, after: number | null): Promise<void> {
    if (this.ended) return
    this.followed.add(stream)
    await this.parts.rooms.join(stream, this, after)
  }

  private leave(stream: StreamName): void {
    this.followed.delete(stream)
    this.parts.rooms.leave(stream, this)
  }

  private async show(responseId: string | null, questionId: string | null): Promise<void> {
    const { person } = this
    if (!person?.acting || (responseId === null && this.presence === null)) return
    const { personId } = person
    const presence = responseId && { personId, name: await this.parts.nameOf(personId), responseId, questionId }
    if (this.ended || person !== this.person) return
    this.presence = presence || null
    this.company.tellPresence(person.acting.delegationId)
  }

  private leavePlace(): void {
    if (!this.presence) return
    this.presence = null
    const delegationId = this.person?.acting?.delegationId
    if (delegationId) this.company.tellPresence(delegationId)
  }

  private send(message: ServerMessage): void {
    this.write(JSON.stringify(ServerMessage.parse(message)))
  }

  /** The one place that writes to a socket. */
  private write(frame: string): void {
    if (this.ended || !this.wire.open) return
    if (this.filling && this.wire.unread > UNREAD_MAX) return this.end(CLOSE.tooSlow.code)
    this.wroteAt = performance.now()
    this.filling = !this.wire.send(frame)
  }

  private fail(error: unknown): void {
    // A no is final; what we could not do is tried again.
    const refused = error instanceof Refused && error.status < 500
    if (!(error instanceof Refused)) this.parts.report(error)
    this.end(refused ? CLOSE.forbidden.code : CLOSE.fault.code)
  }
}

const actingIn = (who: Known) => (who.kind === 'person' ? who.acting : null)

function sameRights(a: Known, b: Known): boolean {
  if (a.kind === 'screen' || b.kind === 'screen') return a.kind === b.kind
  return (
    a.acting?.membershipId === b.acting?.membershipId &&
    a.acting?.role === b.acting?.role &&
    a.office.length === b.office.length &&
    a.office.every((role) => b.office.includes(role))
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
