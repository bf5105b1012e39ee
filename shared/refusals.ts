import { z } from 'zod'

/** Every way the platform says no, with the HTTP status it travels under. Each language words them all. */
export const REFUSALS = {
  // who you are
  signed_out: 401,
  wrong_credentials: 401,
  forbidden: 403,
  wrong_origin: 403,
  not_acting_for: 403,
  not_found: 404,
  link_used: 410,
  link_expired: 410,
  too_many_attempts: 429,
  // what was sent
  invalid: 400,
  required: 400,
  too_long: 400,
  too_short: 400,
  too_common: 400,
  not_an_email: 400,
  not_a_date: 400,
  unknown_field: 400,
  unreadable_characters: 400,
  direction_marks: 400,
  link_not_allowed: 400,
  mixed_scripts: 400,
  too_large: 413,
  wrong_media_type: 415,
  not_a_document: 400,
  key_reused: 422,
  // what two people do at once
  changed_meanwhile: 409,
  precondition_required: 428,
  // the rules of a consultation
  list_frozen: 409,
  list_not_circulated: 409,
  list_closed: 409,
  language_missing: 409,
  no_addressees: 409,
  no_questions: 409,
  deadline_missing: 409,
  deadline_past: 409,
  not_for_clearance: 409,
  cleared_text_changed: 409,
  already_submitted: 409,
  nothing_to_submit: 409,
  not_in_list: 409,
  not_speaker: 409,
  attribution_not_offered: 409,
  choice_not_offered: 409,
  already_invited: 409,
  last_head: 409,
  last_administrator: 409,
  not_ready: 409,
  cancelled: 409,
  // the rules of a session
  session_not_open: 409,
  session_begun: 409,
  mode_only_stricter: 409,
  speakers_list_closed: 409,
  already_inscribed: 409,
  floor_moved_on: 409,
  too_late_to_undo: 409,
  clock_moved_on: 409,
  phase_moved_on: 409,
  phase_closed: 409,
  moved_meanwhile: 409,
  ideas_used_up: 409,
  points_exceeded: 409,
  temperature_closed: 409,
  needs_anonymous_intake: 409,
  not_in_anonymous: 409,
  credit_spent: 409,
  record_not_kept: 409,
  reason_required: 409,
  // what was found, and what becomes of it
  finding_withdrawn: 409,
  paragraphs_differ: 409,
  nothing_changed: 409,
  // the rules of a retreat
  slots_overlap: 409,
  too_few_seats: 409,
  choice_closed: 409,
  groups_not_told: 409,
  too_many_points: 409,
  no_points: 409,
  points_unlinked: 409,
  points_not_put: 409,
  points_changed: 409,
  points_not_signed: 409,
  points_reported: 409,
  reports_missing: 409,
  retreat_closed: 409,
  retreat_not_announced: 409,
  circular: 409,
  unfounded: 409,
  points_not_handed_over: 409,
  rested_on: 409,
  // the rules of feedback
  feedback_not_open: 409,
  feedback_closed: 409,
  version_superseded: 409,
  paragraph_changed: 409,
  words_required: 409,
  attribution_kept: 409,
  not_put_to_retreat: 409,
  finding_has_feedback: 409,
  not_in_our_name: 409,
  // the machine
  busy: 503,
  unavailable: 503,
  unexpected: 500,
} as const

export type Refusal = keyof typeof REFUSALS
export const REFUSAL_CODES = Object.keys(REFUSALS) as [Refusal, ...Refusal[]]
export const RefusalCode = z.enum(REFUSAL_CODES)
export const isRefusal = (code: string): code is Refusal => Object.hasOwn(REFUSALS, code)

/** RFC 9457 problem details. `title` is in the reader's language; `code` is what a program reads. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: RefusalCode,
  /** Where the mistake is, as a path in what was sent: `answers.2.text`. */
  field: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), code: RefusalCode, title: z.string() })).optional(),
  /** Seconds to wait, with too_many_attempts and busy. */
  retryAfter: z.number().optional(),
  /** With changed_meanwhile: the thing as it stands now, presented for this caller; with circular: the ring. */
  current: z.unknown().optional(),
})
export type Problem = z.infer<typeof Problem>
