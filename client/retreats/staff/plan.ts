import type { RetreatBody, RetreatView } from '@consultation/shared/retreats.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import { wallTime } from '@consultation/shared/rules/deadlines.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { RefusalError } from '../../api.ts'
import { instantIn, type WallTime } from '../../ui/DateTimeField.tsx'

/** A retreat as it is typed: nothing of it need be right yet. */
export type Plan = {
  title: Translated
  note: Translated
  place: string
  zone: string
  participantIds: string[]
  findingIds: string[]
  opens: WallTime
  closes: WallTime
  attributionOffered: Attribution[]
  feedbackOpen: boolean
}

export const newPlan = (): Plan => ({
  title: {},
  note: {},
  place: '',
  zone: NEW_YORK,
  participantIds: [],
  findingIds: [],
  opens: { day: '', time: '09:00', zone: NEW_YORK },
  closes: { day: '', time: '18:00', zone: NEW_YORK },
  attributionOffered: ['attributed', 'not_for_attribution'],
  feedbackOpen: true,
})

export function wallTimeOf(instant: string, zone: string): WallTime {
  const [day = '', time = ''] = wallTime(new Date(instant), zone).split('T')
  return { day, time: time.slice(0, 5), zone }
}

/** `unpublished` stays put to the retreat: it is only not read yet. */
export const planOf = (retreat: RetreatView): Plan => ({
  title: retreat.title,
  note: retreat.note,
  place: retreat.place,
  zone: retreat.zone,
  participantIds: retreat.participantIds ?? [],
  findingIds: [...retreat.findings.map(({ findingId }) => findingId), ...(retreat.unpublished ?? [])],
  opens: wallTimeOf(retreat.feedbackOpensAt, retreat.zone),
  closes: wallTimeOf(retreat.feedbackClosesAt, retreat.zone),
  attributionOffered: retreat.attributionOffered,
  feedbackOpen: retreat.feedbackOpen,
})

/** Emptied, a text is not there: an empty one would be refused. */
export const written = (text: Translated): Translated =>
  Object.fromEntries(Object.entries(text).filter(([, words]) => words?.trim()))
export const isEmpty = (text: Translated) => Object.keys(written(text)).length === 0

type Mistake = { field: string; code: 'required' | 'not_a_date' | 'invalid' }
export const refusalOf = (errors: readonly Mistake[]) =>
  new RefusalError({ code: 'invalid', errors: errors.map((error) => ({ ...error, title: '' })) })

/** The plan as it is sent, or every mistake that can be seen without asking. */
export function bodyOf(plan: Plan): RetreatBody | RefusalError {
  const { opens, closes, ...rest } = plan
  const [feedbackOpensAt, feedbackClosesAt] = [instantIn(opens), instantIn(closes)]
  const errors: Mistake[] = []
  if (isEmpty(plan.title)) errors.push({ field: 'title', code: 'required' })
  if (!feedbackOpensAt) errors.push({ field: 'opens', code: 'not_a_date' })
  if (!feedbackClosesAt) errors.push({ field: 'closes', code: 'not_a_date' })
  if (plan.attributionOffered.length === 0) errors.push({ field: 'attributionOffered', code: 'required' })
  if (!feedbackOpensAt || !feedbackClosesAt || errors.length > 0) return refusalOf(errors)
  return { ...rest, title: written(plan.title), note: written(plan.note), feedbackOpensAt, feedbackClosesAt }
}

const TYPED_IN: Record<string, string> = { feedbackOpensAt: 'opens', feedbackClosesAt: 'closes' }

/** The same refusal by the names of the form. */
export const inFields = ({ code, current, errors }: RefusalError, names = TYPED_IN): RefusalError =>
  new RefusalError({
    code,
    current,
    errors: errors.map((error) => ({ ...error, field: names[error.field] ?? error.field, title: '' })),
  })
