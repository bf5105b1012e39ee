import {
  type AnswerBody,
  type DraftAnswerView,
  isFilled,
  type ResponseView,
  readResponse,
  saveAnswer,
} from '@consultation/shared/responses.ts'
import { useEffect, useSyncExternalStore } from 'react'
import { call, RefusalError } from '../api.ts'
import { keptAt, watchSignOut } from '../kept.ts'
import { keyOf, queries, refresh } from '../use-call.ts'
import { type Draft, DraftKeeper, draftOf, type SaveReply, type Saving } from './draft-keeper.ts'

/** Everything one person writes in one response. It outlives the page: what is on its way goes on when one leaves. */
export class Desk {
  private readonly keepers = new Map<string, DraftKeeper>()
  private readonly watchers = new Set<() => void>()
  private version = 0
  /** One's own saves come back over the live connection; they need no second look. */
  private readonly echoes = new Map<string, number>()
  private readonly responseId: string
  private readonly personId: string

  constructor(responseId: string, personId: string) {
    this.responseId = responseId
    this.personId = personId
  }

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }
  readonly versionNow = () => this.version

  keeperOf(questionId: string, server: DraftAnswerView | null, blank: Draft): DraftKeeper {
    const known = this.keepers.get(questionId)
    if (known) return known
    const keeper = new DraftKeeper(
      {
        save: (draft, revision) => this.save(questionId, draft, revision),
        kept: keptAt(this.personId, this.responseId, questionId),
        clock: { now: Date.now, later },
        onChange: () => this.changed(),
      },
      server,
      blank,
    )
    this.keepers.set(questionId, keeper)
    return keeper
  }

  /** What is on the desk for a question, else what the server has. */
  draftOf(questionId: string, server: DraftAnswerView | undefined): AnswerBody | null {
    return this.keepers.get(questionId)?.desktop().draft ?? (server ? draftOf(server) : null)
  }

  take(answers: readonly DraftAnswerView[]) {
    for (const answer of answers) this.keepers.get(answer.questionId)?.take(answer)
  }

  /** The state of saving for the response as a whole: the one that needs attention most. */
  saving(): Saving {
    const all = [...this.keepers.values()].map((keeper) => keeper.desktop().saving)
    for (const status of ['conflict', 'refused', 'waiting', 'saving'] as const) {
      const found = all.find((saving) => saving.status === status)
      if (found) return found
    }
    return all
      .filter((saving) => saving.status === 'saved')
      .reduce<Saving>((last, one) => (last.status === 'saved' && last.at > one.at ? last : one), { status: 'still' })
  }

  /** Questions whose text is not on the server although it was tried. */
  troubled(): string[] {
    const isTroubled = (saving: Saving) => ['conflict', 'refused', 'waiting'].includes(saving.status)
    return [...this.keepers].flatMap(([id, keeper]) => (isTroubled(keeper.desktop().saving) ? [id] : []))
  }

  async flush() {
    await Promise.all([...this.keepers.values()].map((keeper) => keeper.flush()))
  }
  copy() {
    for (const keeper of this.keepers.values()) keeper.copy()
  }
  hurry() {
    for (const keeper of this.keepers.values()) keeper.hurry()
  }
  get isAtRisk() {
    return [...this.keepers.values()].some((keeper) => keeper.isAtRisk)
  }

  forget() {
    for (const keeper of this.keepers.values()) keeper.forget()
    desks.delete(`${this.personId} ${this.responseId}`)
  }

  /** Whether an event on the live connection only repeats what this page did. */
  isEcho(subject: string): boolean {
    const expected = this.echoes.get(subject) ?? 0
    if (expected > 0) this.echoes.set(subject, expected - 1)
    return expected > 0
  }
  forgetEchoes() {
    this.echoes.clear()
  }

  private async save(questionId: string, draft: Draft, revision: number): Promise<SaveReply> {
    const { responseId } = this
    const subject = `${responseId}/${questionId}`
    this.echoes.set(subject, (this.echoes.get(subject) ?? 0) + 1)
    try {
      const params = { responseId, questionId }
      const { answer, state, responseRevision } = await call(saveAnswer, { params, body: draft, revision })
      renewAnswer(responseId, answer, { state, revision: responseRevision })
      return { status: 'saved', answer }
    } catch (error) {
      this.isEcho(subject)
      if (!(error instanceof RefusalError)) return { status: 'refused', code: 'unexpected', current: null }
      return { status: 'refused', code: error.code, current: answerIn(error.current) }
    }
  }

  private changed() {
    this.version++
    for (const watcher of this.watchers) watcher()
  }
}

const later = (act: () => void, ms: number) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** The page's own copy of the response follows what was saved, without fetching all of it again. */
function renewAnswer(responseId: string, answer: DraftAnswerView, head: Pick<ResponseView, 'state' | 'revision'>) {
  const key = keyOf(readResponse, { params: { responseId } })
  const before = queries.getQueryData<ResponseView>(key)
  queries.setQueryData<ResponseView>(key, (view) => {
    if (!view) return view
    const others = view.answers.filter(({ questionId }) => questionId !== answer.questionId)
    return { ...view, ...head, answers: [...others, answer] }
  })
  // An edit took it back from clearance: what may be done with it now, the server says.
  if (before && before.state !== head.state) void refresh(readResponse, { responseId })
}

/** What comes with `changed_meanwhile` is the answer as the server presents it. */
function answerIn(current: unknown): DraftAnswerView | null {
  if (typeof current !== 'object' || current === null) return null
  return 'questionId' in current && 'revision' in current && 'blocks' in current ? (current as DraftAnswerView) : null
}

const desks = new Map<string, Desk>()

export function deskOf(responseId: string, personId: string): Desk {
  const name = `${personId} ${responseId}`
  const known = desks.get(name)
  if (known) return known
  const desk = new Desk(responseId, personId)
  desks.set(name, desk)
  watchSignOut(desk)
  return desk
}

/** The desk, redrawn when anything on it changes; its copies are put down when the page goes or the line comes back. */
export function useDesk(responseId: string, personId: string): Desk {
  const desk = deskOf(responseId, personId)
  useSyncExternalStore(desk.watch, desk.versionNow)
  useEffect(() => {
    const hide = () => {
      desk.copy()
      void desk.flush()
    }
    const online = () => desk.hurry()
    const leaving = (event: BeforeUnloadEvent) => {
      desk.copy()
      if (desk.isAtRisk) event.preventDefault()
    }
    addEventListener('pagehide', hide)
    addEventListener('visibilitychange', hide)
    addEventListener('online', online)
    addEventListener('beforeunload', leaving)
    return () => {
      removeEventListener('pagehide', hide)
      removeEventListener('visibilitychange', hide)
      removeEventListener('online', online)
      removeEventListener('beforeunload', leaving)
      void desk.flush()
    }
  }, [desk])
  return desk
}

export const isAnswered = (draft: AnswerBody | null) => draft !== null && isFilled(draft)
