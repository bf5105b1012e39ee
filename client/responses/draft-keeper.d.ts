import type { Refusal } from '@consultation/shared/refusals.ts'
import type { AnswerBody, DraftAnswerView } from '@consultation/shared/responses.ts'
import type { Kept } from '../kept.ts'
/** What is being written: one reply, as it is sent. */
export type Draft = Required<AnswerBody>
export type SaveReply =
  | {
      status: 'saved'
      answer: DraftAnswerView
    }
  | {
      status: 'refused'
      code: Refusal
      current: DraftAnswerView | null
    }
export type Saving =
  /** As the server has it, and nothing was typed here. */
  | {
      status: 'still'
    }
  | {
      status: 'saving'
    }
  | {
      status: 'saved'
      at: string
    }
  /** It is tried again by itself. `kept`: a copy is on this device meanwhile. */
  | {
      status: 'waiting'
      why: Refusal
      kept: boolean
    }
  /** Only another text or another rule helps. */
  | {
      status: 'refused'
      why: Refusal
      kept: boolean
    }
  /** A colleague saved something else meanwhile: whoever types decides. */
  | {
      status: 'conflict'
      theirs: DraftAnswerView
    }
/** `arrival` grows whenever the text was replaced by something that was not typed here. */
export type Desktop = {
  draft: Draft
  saving: Saving
  arrival: number
  restored: boolean
  editedBy: string | null
}
export type KeeperParts = {
  save(draft: Draft, revision: number): Promise<SaveReply>
  kept: Kept
  clock: {
    now(): number
    later(act: () => void, ms: number): () => void
  }
  onChange(): void
}
export declare const QUIET_MS = 700
/** Together with the way to the server nothing typed is older than two seconds. */
export declare const WAIT_MAX_MS = 1500
export declare function draftOf(answer: DraftAnswerView): Draft
/**
 * Keeps one answer: what was typed reaches the server within two seconds and lies on this device until then; nobody's words
 * are overwritten unseen; what the server refuses stays in the editor.
 */
export declare class DraftKeeper {
  private readonly parts
  private base
  private revision
  private now
  private inFlight
  private firstChangeAt
  private isKept
  private failures
  private cancelSave
  private cancelCopy
  private forgotten
  constructor(parts: KeeperParts, server: DraftAnswerView | null, blank: Draft)
  readonly desktop: () => Desktop
  get isDirty(): boolean
  /** Something typed is neither on the server nor on this device. */
  get isAtRisk(): boolean
  type(change: Partial<Draft>): void
  /** A newer version came from the server. What is being typed here is not touched: its next save will find out. */
  take(server: DraftAnswerView): void
  /** Sends now what is waiting, and resolves when the server has answered. */
  flush(): Promise<void>
  /** Puts the copy on this device at once: the page may be about to go. */
  copy(): void
  settleConflict(choice: 'mine' | 'theirs' | 'both'): void
  /** The line is back, or somebody wants to know now. */
  hurry(): void
  /** The person signed out: nothing stays here, and nothing is sent any more. */
  forget(): void
  private restore
  private schedule
  private send
  private sendOnce
  private settle
  private refuse
  private clear
  private show
}
