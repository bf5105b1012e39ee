import { REFUSALS, type Refusal } from '@consultation/shared/refusals.ts'

type Detail = {
  /** Path of the value at fault in what was sent. */
  field?: string
  errors?: { field: string; code: Refusal }[]
  retryAfter?: number
  /** With changed_meanwhile: the thing as it stands, presented for the caller. */
  current?: unknown
}

/** A no with a reason. Anything else that is thrown is a fault of ours and is shown without detail. */
export class Refused extends Error {
  readonly code: Refusal
  readonly detail: Detail
  constructor(code: Refusal, detail: Detail = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
  get status(): number {
    return REFUSALS[this.code]
  }
}
