import type { Sent } from '@consultation/shared/contract.ts'
import { ATTRIBUTION_MODES, type AttributionMode } from '@consultation/shared/room-view.ts'
import { wallTime } from '@consultation/shared/rules/deadlines.ts'
import type { InvitedAs } from '@consultation/shared/rules/rooms.ts'
import {
  type addSession,
  type changeSession,
  PRESETS,
  type SESSION_PRESETS,
  type SessionView,
} from '@consultation/shared/sessions.ts'
import { canonical, type Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { RefusalError } from '../../api.ts'
import { instantIn, type WallTime } from '../../ui/DateTimeField.tsx'

export type Preset = (typeof SESSION_PRESETS)[number]
/** A number as it is typed. */
type Typed = string
export type PlanItem = {
  /** Its own while it is on the page; `id` is the platform's, once it has one. */
  key: string
  id?: string
  title: Translated
  note: Translated
  questionIds: string[]
  /** In minutes. */
  state: Typed
  group: Typed
  budget: Typed
  cap: Typed
}

/** A session as it is typed: nothing of it need be right yet. */
export type Plan = {
  title: Translated
  note: Translated
  preset: Preset
  mode: AttributionMode
  starts: WallTime
  /** In minutes. */
  duration: Typed
  place: string
  link: string
  interpretation: SessionView['interpretation']
  items: PlanItem[]
  invited: { delegationId: string; as: InvitedAs }[]
  observersAfter: boolean
  prescreen: boolean
  ideasOfOne: Typed
  rehearsal: boolean
}

type Limits = Pick<PlanItem, 'state' | 'group' | 'budget' | 'cap'>
const limitsOf = ({ seconds, points }: Pick<SessionView['items'][number], 'seconds' | 'points'>): Limits => ({
  state: String(seconds.state / 60),
  group: String(seconds.group / 60),
  budget: String(points.budget),
  cap: String(points.cap),
})

export const newItem = (limits: Limits): PlanItem => ({
  key: crypto.randomUUID(),
  title: {},
  note: {},
  questionIds: [],
  ...limits,
})
export const presetLimits = (preset: Preset): Limits => limitsOf(PRESETS[preset])

/** What a kind of session begins with, over what was typed; title, time, place, agenda and guests stay. */
export function withPreset(plan: Plan, preset: Preset): Plan {
  const { mode, prescreen, ideasOfOne } = PRESETS[preset]
  const items = plan.items.map((item) => ({ ...item, ...presetLimits(preset) }))
  return { ...plan, preset, mode, prescreen, ideasOfOne: String(ideasOfOne), items }
}

export const newPlan = (): Plan =>
  withPreset(
    {
      title: {},
      note: {},
      preset: 'brainstorm',
      mode: 'not_for_attribution',
      starts: { day: '', time: '15:00', zone: NEW_YORK },
      duration: '180',
      place: '',
      link: '',
      interpretation: [],
      items: [newItem(presetLimits('brainstorm'))],
      invited: [],
      observersAfter: true,
      prescreen: false,
      ideasOfOne: '20',
      rehearsal: false,
    },
    'brainstorm',
  )

export function planOf(session: SessionView): Plan {
  const [day = '', time = ''] = wallTime(new Date(session.startsAt), session.zone).split('T')
  const { title, note, preset, mode, place, link, interpretation, invited, observersAfter, prescreen, rehearsal } =
    session
  return {
    ...{ title, note, preset, mode, place, link, interpretation, observersAfter, prescreen, rehearsal },
    invited: inOrder(invited),
    starts: { day, time: time.slice(0, 5), zone: session.zone },
    duration: String((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000),
    ideasOfOne: String(session.ideasOfOne),
    items: session.items.map((item) => ({
      key: item.id,
      id: item.id,
      title: item.title,
      note: item.note,
      questionIds: item.questionIds,
      ...limitsOf(item),
    })),
  }
}

type Body = Sent<typeof changeSession>['body'] & Omit<Sent<typeof addSession>['body'], 'commandId'>

/** Emptied, a text is not there: an empty one would be refused. */
const written = (text: Translated): Translated =>
  Object.fromEntries(Object.entries(text).filter(([, words]) => words?.trim()))
const isEmpty = (text: Translated) => Object.keys(written(text)).length === 0

/** The plan as it is sent, or every mistake that can be seen without asking. */
export function bodyOf(plan: Plan): Body | RefusalError {
  const { starts, duration, ideasOfOne, items, ...rest } = plan
  const startsAt = instantIn(starts)
  const minutes = Number(duration)
  const errors: RefusalError['errors'] = []
  if (isEmpty(plan.title)) errors.push({ field: 'title', code: 'required' })
  if (!startsAt) errors.push({ field: 'startsAt', code: 'not_a_date' })
  if (!(minutes > 0)) errors.push({ field: 'endsAt', code: 'invalid' })
  if (items.length === 0) errors.push({ field: 'items', code: 'required' })
  for (const [at, { title }] of items.entries())
    if (isEmpty(title)) errors.push({ field: `items.${at}.title`, code: 'required' })
  if (!startsAt || errors.length > 0)
    return new RefusalError({ code: 'invalid', errors: errors.map((error) => ({ ...error, title: '' })) })
  return {
    ...rest,
    title: written(plan.title),
    note: written(plan.note),
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
    zone: starts.zone,
    ideasOfOne: Number(ideasOfOne),
    items: items.map((item) => ({
      ...(item.id && { id: item.id }),
      title: written(item.title),
      note: written(item.note),
      questionIds: item.questionIds,
      seconds: { state: Math.round(Number(item.state) * 60), group: Math.round(Number(item.group) * 60) },
      points: { budget: Number(item.budget), cap: Number(item.cap) },
    })),
  }
}
/** What a mode may still become: once something was contributed only stricter, and never to what was never kept apart. */
export function modesFor(session: Pick<SessionView, 'mode' | 'hasContributions'> | null): AttributionMode[] {
  if (!session?.hasContributions) return [...ATTRIBUTION_MODES]
  const from = ATTRIBUTION_MODES.indexOf(session.mode)
  return ATTRIBUTION_MODES.filter((mode, at) => at === from || (at > from && mode !== 'anonymous'))
}

const TYPED_IN: Record<string, string> = { startsAt: 'starts', zone: 'starts', endsAt: 'duration' }

/** The same refusal by the names of the form: the hour of the end is typed as a duration. */
export const inFields = ({ code, current, errors }: RefusalError): RefusalError =>
  new RefusalError({
    code,
    current,
    errors: errors.map((error) => ({ ...error, field: TYPED_IN[error.field] ?? error.field, title: '' })),
  })

/** Who is invited is a set: in which order it was read says nothing. */
const inOrder = (invited: Plan['invited']) => invited.toSorted((a, b) => (a.delegationId < b.delegationId ? -1 : 1))

/** In what two plans differ. */
export const changedFields = (was: Plan, is: Plan): (keyof Plan)[] =>
  (Object.keys(was) as (keyof Plan)[]).filter((field) => canonical(was[field]) !== canonical(is[field]))
