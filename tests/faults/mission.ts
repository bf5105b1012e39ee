import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { BodyOf, Endpoint, ReplyOf } from '../../shared/contract.ts'
import { pathOf } from '../../shared/contract.ts'
import type { ListView } from '../../shared/question-lists.ts'
import {
  addComment,
  moveResponse,
  openResponse,
  type ReceiptView,
  readResponse,
  saveAnswer,
  submitResponse,
} from '../../shared/responses.ts'
import { ORIGIN } from '../support/app.ts'
import { answered } from '../support/responses.ts'

/** What one delegation was told is done, in the order it was told. */
export type History = {
  delegationId: string
  listId: string
  responseId: string
  saves: { questionId: string; text: string; revision: number }[]
  submissions: { receipt: ReceiptView; texts: Map<string, string> }[]
  comments: string[]
  /** Sent again because nothing, or no definite answer, came back. */
  repetitions: number
}

type Line = {
  cookie: string
  delegationId: string
  /** Where to try next: another server when one does not answer. */
  address: () => string
  /** Loses this share of the replies after the server has given them. */
  lose?: () => boolean
  /** Control: forgets its key when it sends again, as if there were no idempotency. */
  forgetful?: boolean
}

class NoDefiniteAnswer extends Error {}

/** A delegation at work: saves, comments, submits, amends; sends everything again until it gets a definite answer. */
export class Mission {
  readonly history: History
  private readonly line: Line
  private readonly random: () => number
  private readonly questions: string[]
  private readonly texts = new Map<string, string>()
  private readonly revisions = new Map<string, number>()
  private said = 0

  constructor(line: Line, list: ListView, random: () => number) {
    this.line = line
    this.random = random
    this.questions = list.sections.flatMap((section) => section.questions.map((question) => question.id))
    this.history = {
      delegationId: line.delegationId,
      listId: list.id,
      responseId: '',
      saves: [],
      submissions: [],
      comments: [],
      repetitions: 0,
    }
  }

  get done(): number {
    const { saves, submissions, comments } = this.history
    return saves.length + submissions.length + comments.length
  }

  async open(): Promise<void> {
    const { listId } = this.history
    const response = await this.command(openResponse, { listId }, () => ({
      commandId: randomUUID(),
      capacity: { kind: 'national' as const },
    }))
    this.history.responseId = response.id
  }

  /** Some saves, sometimes a comment, a submission, and the next version begun. */
  async round(): Promise<void> {
    const { responseId } = this.history
    const saves = 4 + Math.floor(this.random() * 6)
    for (let i = 0; i < saves; i++) await this.save()
    if (this.random() < 0.6) await this.comment()
    const { digest } = await this.send(readResponse, { responseId }, {})
    const receipt = await this.command(submitResponse, { responseId }, () => ({
      commandId: randomUUID(),
      digest,
      signatory: { name: 'Head of delegation', title: null },
      excepted: [],
      joined: [],
    }))
    this.history.submissions.push({ receipt, texts: new Map(this.texts) })
    await this.command(moveResponse, { responseId }, () => ({ commandId: randomUUID(), move: 'amend' as const }))
  }

  async save(): Promise<void> {
    const { responseId } = this.history
    const questionId = this.questions[Math.floor(this.random() * this.questions.length)] ?? ''
    const revision = this.revisions.get(questionId) ?? 0
    const text = `Wording ${++this.said} of ${responseId}.`
    const { answer } = await this.persist(() =>
      this.send(saveAnswer, { responseId, questionId }, { ifMatch: revision, body: answered(text) }),
    )
    this.revisions.set(questionId, answer.revision)
    this.texts.set(questionId, text)
    this.history.saves.push({ questionId, text, revision: answer.revision })
  }

  async comment(): Promise<void> {
    const text = `Comment ${++this.said} on ${this.history.responseId}.`
    await this.command(addComment, { responseId: this.history.responseId }, () => ({
      commandId: randomUUID(),
      questionId: null,
      text,
    }))
    this.history.comments.push(text)
  }

  private command<E extends Endpoint>(endpoint: E, params: Record<string, string>, body: () => BodyOf<E>) {
    const first = body()
    return this.persist(() => this.send(endpoint, params, { body: this.line.forgetful ? body() : first }))
  }

  private async persist<T>(send: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await send()
      } catch (error) {
        if (!(error instanceof NoDefiniteAnswer) || attempt > 1_000) throw error
        this.history.repetitions++
        // Growing, as in the client: two dozen that knock without a pause would keep a server from coming back.
        await wait(20 + this.random() * Math.min(80 * 2 ** attempt, 600))
      }
    }
  }

  private async send<E extends Endpoint>(
    endpoint: E,
    params: Record<string, string>,
    { ifMatch, body }: { ifMatch?: number; body?: unknown },
  ): Promise<ReplyOf<E>> {
    if (endpoint.method === 'GET') return this.persist(() => this.sendOnce(endpoint, params, { body: undefined }))
    return this.sendOnce(endpoint, params, { ...(ifMatch === undefined ? {} : { ifMatch }), body })
  }

  private async sendOnce<E extends Endpoint>(
    endpoint: E,
    params: Record<string, string>,
    { ifMatch, body }: { ifMatch?: number; body: unknown },
  ): Promise<ReplyOf<E>> {
    const headers: Record<string, string> = {
      origin: ORIGIN,
      cookie: this.line.cookie,
      'x-acting-for': this.line.delegationId,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    }
    let status: number
    let text: string
    try {
      const response = await fetch(this.line.address() + pathOf(endpoint.path, params), {
        method: endpoint.method,
        headers,
        signal: AbortSignal.timeout(20_000),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      status = response.status
      text = await response.text()
    } catch {
      throw new NoDefiniteAnswer('no answer')
    }
    if (status >= 500 || this.line.lose?.()) throw new NoDefiniteAnswer(text)
    if (status !== 200) throw new Error(`${endpoint.method} ${endpoint.path} answered ${status}: ${text}`)
    return JSON.parse(text)
  }
}
