import type { Milestone } from '@consultation/shared/consultations.ts'
import { type HomeView, readHome } from '@consultation/shared/home.ts'
import type { Capacity } from '@consultation/shared/responses.ts'
import type { ResponseState } from '@consultation/shared/rules/clearance.ts'
import { dayIn, windowAt } from '@consultation/shared/rules/deadlines.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import type { FastifyInstance } from 'fastify'
import type { Tx } from './database/database.ts'
import { spokenToAll } from './feedback/desk.ts'
import { answer } from './http.ts'
import { Refused } from './refused.ts'
import { comingRetreats } from './retreats/reading.ts'
import { comingSessions } from './sessions/sessions.ts'
import type { Parts } from './work.ts'

const COMING_MAX = 6

type ListRow = {
  listId: string
  consultationId: string
  consultationTitle: Translated
  milestones: Milestone[]
  title: Translated
  questions: number
  closesAt: Date
  circulatedAt: Date
  closedAt: Date | null
  extendedTo: Date | null
  lateAnswers: 'refused' | 'marked'
  acknowledgedAt: Date | null
  openThreads: number
}
type ResponseRow = {
  listId: string
  responseId: string
  capacity: Capacity
  groupName: Translated | null
  state: ResponseState
  version: number
  filled: number
  submittedAt: Date | null
  reference: string | null
  returned: boolean
}

// Row-level security leaves a delegation the lists that address it and what is its own; the conditions say the same.
const LISTS = {
  name: 'home-lists',
  text: `select l.id as "listId", c.id as "consultationId", c.title as "consultationTitle", c.milestones, l.title,
      (select count(*)::int from questions q where q.list_id = l.id) as questions, l.closes_at as "closesAt",
      l.circulated_at as "circulatedAt", l.closed_at as "closedAt", a.extended_to as "extendedTo",
      l.late_answers as "lateAnswers", a.acknowledged_at as "acknowledgedAt",
      (select count(*)::int from threads t where t.list_id = l.id and t.delegation_id = a.delegation_id
        and t.resolved_at is null and t.last_side = 'secretariat') as "openThreads"
    from addressees a
    join question_lists l on l.id = a.list_id
    join consultations c on c.id = l.consultation_id
    where a.delegation_id = $1 and l.state <> 'draft'
    order by coalesce(a.extended_to, l.closes_at), l.number`,
}
// A draft's answer counts once it holds anything: words, a choice, or a stance. What is submitted counted itself.
const RESPONSES = {
  name: 'home-responses',
  text: `select r.list_id as "listId", r.id as "responseId", r.state, r.version,
      case r.capacity_kind
        when 'group' then jsonb_build_object('kind', 'group', 'groupId', r.group_id)
        when 'ad_hoc' then jsonb_build_object('kind', 'ad_hoc', 'name', r.ad_hoc_name, 'memberIds', to_jsonb(r.ad_hoc_members))
        else '{"kind": "national"}' end as capacity,
      coalesce(g.names, case when r.ad_hoc_name is not null then jsonb_build_object('en', r.ad_hoc_name) end) as "groupName",
      case when r.state = 'submitted' then s.answered + s.no_position + s.see_group else (
        select count(*)::int from draft_answers d where d.response_id = r.id and (d.stance <> 'answered'
          or d.choice is not null or jsonb_path_exists(d.blocks, '$.**.text ? (@ like_regex "[^[:space:]]")'))) end as filled,
      s.submitted_at as "submittedAt", s.reference, (r.state = 'draft' and r.note_text is not null) as returned
    from responses r
    left join groups g on g.id = r.group_id
    left join submissions s on s.response_id = r.id and s.current
    where r.delegation_id = $1
    order by r.capacity_kind, r.opened_at`,
}

/** What awaits the delegation, and what is coming. */
export function homeRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, readHome, ({ caller, read }) => {
    const delegationId = caller.kind === 'person' ? caller.acting?.delegationId : undefined
    if (delegationId === undefined) throw new Refused('not_acting_for')
    return read((tx, now) => homeOf(tx, delegationId, now))
  })
}

async function homeOf(tx: Tx, delegationId: string, now: Date): Promise<HomeView> {
  const [lists, responses, sessions, retreats] = await Promise.all([
    tx.$client.query<ListRow>({ ...LISTS, values: [delegationId] }),
    tx.$client.query<ResponseRow>({ ...RESPONSES, values: [delegationId] }),
    comingSessions(tx, delegationId, now),
    comingRetreats(tx, delegationId, now),
  ])
  const spoken = await spokenToAll(
    tx,
    delegationId,
    retreats.map(({ id }) => id),
  )
  return {
    delegationId,
    lists: lists.rows.map((list) => presentLine(list, responses.rows, now)).sort(openFirst),
    sessions,
    retreats: retreats.map(({ findings, ...retreat }) => ({
      ...retreat,
      toRead: spoken.has(retreat.id) ? 0 : findings,
    })),
    coming: comingUp(lists.rows, now),
  }
}

type Line = HomeView['lists'][number]

function presentLine(list: ListRow, responses: readonly ResponseRow[], now: Date): Line {
  const window = windowAt(list, now)
  return {
    listId: list.listId,
    consultationTitle: list.consultationTitle,
    title: list.title,
    questions: list.questions,
    closesAt: (list.extendedTo ?? list.closesAt).toISOString(),
    open: window === 'not_open' ? 'closed' : window,
    acknowledgedAt: list.acknowledgedAt?.toISOString() ?? null,
    responses: responses
      .filter((response) => response.listId === list.listId)
      .map((response) => ({
        responseId: response.responseId,
        capacity: response.capacity,
        groupName: response.groupName,
        state: response.state,
        version: response.version,
        filled: response.filled,
        submittedAt: response.submittedAt?.toISOString() ?? null,
        reference: response.reference,
        returned: response.returned,
      })),
    openThreads: list.openThreads,
  }
}

const ORDER = { open: 0, late: 1, closed: 2 } satisfies Record<Line['open'], number>
/** What can still be answered first, the nearest deadline on top; what is over last, the latest on top. */
function openFirst(a: Line, b: Line): number {
  if (a.open !== b.open) return ORDER[a.open] - ORDER[b.open]
  const sooner = a.closesAt < b.closesAt ? -1 : a.closesAt > b.closesAt ? 1 : 0
  return a.open === 'open' ? sooner : -sooner
}

/** Milestones from today on; where only a month or a year is known, until it is over. */
function comingUp(lists: readonly ListRow[], now: Date): HomeView['coming'] {
  const today = dayIn(now, NEW_YORK)
  const once = new Map(lists.map((list) => [list.consultationId, list]))
  return [...once.values()]
    .flatMap(({ milestones, consultationTitle }) =>
      milestones
        .filter(({ on, until }) => (until ?? on) >= today.slice(0, (until ?? on).length))
        .map(({ label, on }) => ({ label, on, consultationTitle })),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, COMING_MAX)
}
