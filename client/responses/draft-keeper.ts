import type { Refusal } from '@consultation/shared/refusals.ts'
import type { AnswerBody, DraftAnswerView } from '@consultation/shared/responses.ts'
import { canonical } from '@consultation/shared/text.ts'
import type { Kept } from '../kept.ts'

/** What is being written: one reply, as it is sent. */
export type Draft = Required<AnswerBody>
export type SaveReply =
  | { status: 'saved'; answer: DraftAnswerView }
  | { status: 'refused'; code: Refusal; current: DraftAnswerView | null }

export type Saving =
  /** As the server has it, and nothing was typed here. */
  | { status: 'still' }
  | { status: 'saving' }
  | { status: 'saved'; at: string }
  /** It is tried again by itself. `kept`: a copy is on this device meanwhile. */
  | { status: 'waiting'; why: Refusal; kept: boolean }
  /** Only another text or another rule helps. */
  | { status: 'refused'; why: Refusal; kept: boolean }
  /** A colleague saved something else meanwhile: whoever types decides. */
  | { status: 'conflict'; theirs: DraftAnswerView }

/** `arrival` grows whenever the text was replaced by something that was not typed here. */
export type Desktop = { draft: Draft; saving: Saving; arrival: number; restored: boolean; editedBy: string | null }

export type KeeperParts = {
  save(draft: Draft, revision: number): Promise<SaveReply>
  kept: Kept
  clock: { now(): number; later(act: () => void, ms: number): () => void }
  onChange(): void
}

export const QUIET_MS = 700
/** Together with the way to the server nothing typed is older than two seconds. */
export const WAIT_MAX_MS = 1_500
const COPY_MS = 250
const RETRY_FIRST_MS = 1_000
const RETRY_MAX_MS = 30_000
const PASSING: readonly Refusal[] = ['unavailable', 'busy', 'unexpected', 'too_many_attempts']

const same = (a: Draft, b: Draft) => canonical(a) === canonical(b)

export function draftOf(answer: DraftAnswerView): Draft {
  const { stance, groupId, choice, language, attribution, blocks } = answer
  return { stance, groupId, choice, language, attribution, blocks }
}

/**
 * Keeps one answer: what was typed reaches the server within two seconds and lies on this device until then; nobody's words
 * are overwritten unseen; what the server refuses stays in the editor.
 */
export class DraftKeeper {
  private readonly parts: KeeperParts
  private base: Draft
  private revision: number
  private now: Desktop
  private inFlight: Promise<void> | null = null
  private firstChangeAt: number | null = null
  private isKept = false
  private failures = 0
  private cancelSave: (() => void) | undefined
  private cancelCopy: (() => void) | undefined
  private forgotten = false

  constructor(parts: KeeperParts, server: DraftAnswerView | null, blank: Draft) {
    this.parts = parts
    this.base = server ? draftOf(server) : blank
    this.revision = server?.revision ?? 0
    this.now = {
      draft: this.base,
      saving: { status: 'still' },
      arrival: 0,
      restored: false,
      editedBy: server?.editedBy ?? null,
    }
    this.restore(server)
  }

  readonly desktop = (): Desktop => this.now
  get isDirty() {
    return !same(this.now.draft, this.base)
  }
  /** Something typed is neither on the server nor on this device. */
  get isAtRisk() {
    return this.isDirty && !this.isKept
  }

  type(change: Partial<Draft>) {
    if (this.forgotten) return
    const draft = { ...this.now.draft, ...change }
    if (same(draft, this.now.draft)) return
    this.firstChangeAt ??= this.parts.clock.now()
    this.isKept = false
    this.show({
      draft,
      restored: false,
      ...(this.now.saving.status !== 'conflict' && { saving: { status: 'saving' } }),
    })
    this.cancelCopy ??= this.parts.clock.later(() => this.copy(), COPY_MS)
    this.schedule()
  }

  /** A newer version came from the server. What is being typed here is not touched: its next save will find out. */
  take(server: DraftAnswerView) {
    if (server.revision <= this.revision || this.inFlight) return
    const theirs = draftOf(server)
    if (this.isDirty) {
      if (same(theirs, this.now.draft)) this.settle(server)
      return
    }
    const arrival = same(theirs, this.now.draft) ? this.now.arrival : this.now.arrival + 1
    this.base = theirs
    this.revision = server.revision
    this.show({ draft: theirs, arrival, editedBy: server.editedBy, saving: { status: 'still' } })
  }

  /** Sends now what is waiting, and resolves when the server has answered. */
  async flush(): Promise<void> {
    this.copy()
    if (this.inFlight) await this.inFlight
    if (this.isDirty && this.now.saving.status !== 'conflict') await this.send()
  }

  /** Puts the copy on this device at once: the page may be about to go. */
  copy() {
    this.cancelCopy?.()
    this.cancelCopy = undefined
    if (this.forgotten || !this.isDirty) return
    this.isKept = this.parts.kept.write({ draft: this.now.draft, revision: this.revision })
  }

  settleConflict(choice: 'mine' | 'theirs' | 'both') {
    if (this.now.saving.status !== 'conflict') return
    const { theirs } = this.now.saving
    this.base = draftOf(theirs)
    this.revision = theirs.revision
    if (choice === 'theirs') {
      this.clear()
      this.show({
        draft: this.base,
        arrival: this.now.arrival + 1,
        editedBy: theirs.editedBy,
        saving: { status: 'still' },
      })
      return
    }
    const mine = this.now.draft
    const draft = choice === 'mine' ? mine : { ...mine, blocks: [...theirs.blocks, ...mine.blocks] }
    const arrival = choice === 'both' ? this.now.arrival + 1 : this.now.arrival
    this.show({ draft, arrival, saving: { status: 'saving' } })
    this.copy()
    void this.send()
  }

  /** The line is back, or somebody wants to know now. */
  hurry() {
    if (this.now.saving.status === 'waiting') void this.send()
  }

  /** The person signed out: nothing stays here, and nothing is sent any more. */
  forget() {
    this.forgotten = true
    this.cancelSave?.()
    this.cancelCopy?.()
    this.parts.kept.remove()
  }

  private restore(server: DraftAnswerView | null) {
    const stored = storedIn(this.parts.kept.read())
    if (!stored) return
    if (same(stored.draft, this.base)) return this.parts.kept.remove()
    this.isKept = true
    this.firstChangeAt = this.parts.clock.now()
    const mine = { draft: stored.draft, arrival: 1, restored: true }
    // Nobody watches yet: a page makes its keepers while it is drawn.
    if (server && stored.revision !== server.revision) {
      this.now = { ...this.now, ...mine, saving: { status: 'conflict', theirs: server } }
      return
    }
    this.now = { ...this.now, ...mine, saving: { status: 'saving' } }
    this.schedule()
  }

  private schedule() {
    if (this.inFlight || this.now.saving.status === 'conflict') return
    this.cancelSave?.()
    const waited = this.parts.clock.now() - (this.firstChangeAt ?? this.parts.clock.now())
    const delay = Math.max(0, Math.min(QUIET_MS, WAIT_MAX_MS - waited))
    this.cancelSave = this.parts.clock.later(() => void this.send(), delay)
  }

  private send(): Promise<void> {
    this.inFlight ??= this.sendOnce().finally(() => {
      this.inFlight = null
      // What was typed while it was on its way.
      const { status } = this.now.saving
      if (!this.forgotten && this.isDirty && status === 'saving') this.schedule()
    })
    return this.inFlight
  }

  private async sendOnce() {
    this.cancelSave?.()
    if (this.forgotten || !this.isDirty) return
    const sent = this.now.draft
    this.firstChangeAt = null
    this.show({ saving: { status: 'saving' } })
    const reply = await this.parts.save(sent, this.revision)
    if (this.forgotten) return
    if (reply.status === 'saved') {
      this.failures = 0
      this.base = sent
      this.revision = reply.answer.revision
      if (this.isDirty) {
        this.firstChangeAt ??= this.parts.clock.now()
        this.show({ editedBy: reply.answer.editedBy })
      } else this.settle(reply.answer)
      return
    }
    this.refuse(reply)
  }

  private settle(answer: DraftAnswerView) {
    this.base = this.now.draft
    this.revision = answer.revision
    this.clear()
    this.show({
      editedBy: answer.editedBy,
      saving: { status: 'saved', at: answer.editedAt ?? new Date(this.parts.clock.now()).toISOString() },
    })
  }

  private refuse({ code, current }: Extract<SaveReply, { status: 'refused' }>) {
    this.copy()
    if (code === 'changed_meanwhile' && current) {
      if (same(draftOf(current), this.now.draft)) this.settle(current)
      else this.show({ saving: { status: 'conflict', theirs: current } })
      return
    }
    if (!PASSING.includes(code)) {
      this.show({ saving: { status: 'refused', why: code, kept: this.isKept } })
      return
    }
    this.show({ saving: { status: 'waiting', why: code, kept: this.isKept } })
    const delay = Math.min(RETRY_FIRST_MS * 2 ** this.failures++, RETRY_MAX_MS)
    this.cancelSave?.()
    this.cancelSave = this.parts.clock.later(() => void this.send(), delay)
  }

  private clear() {
    this.cancelSave?.()
    this.cancelCopy?.()
    this.cancelCopy = undefined
    this.firstChangeAt = null
    this.isKept = false
    this.parts.kept.remove()
  }

  private show(change: Partial<Desktop>) {
    this.now = { ...this.now, ...change }
    this.parts.onChange()
  }
}

/** What lies on the device may be of an older form of this program: then it is left alone. */
function storedIn(value: unknown): { draft: Draft; revision: number } | null {
  if (typeof value !== 'object' || value === null || !('draft' in value) || !('revision' in value)) return null
  const { draft, revision } = value
  if (typeof revision !== 'number' || typeof draft !== 'object' || draft === null) return null
  if (!('blocks' in draft) || !Array.isArray(draft.blocks) || !('stance' in draft) || !('language' in draft))
    return null
  return { draft: draft as Draft, revision }
}
