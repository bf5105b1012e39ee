import type { ReplyOf } from '@consultation/shared/contract.ts'
import { streams } from '@consultation/shared/live.ts'
import {
  type AnswerBody,
  type Capacity,
  type CommentView,
  type DraftAnswerView,
  isFilled,
  type saveAnswer,
} from '@consultation/shared/responses.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { type Attribution, mayBecome } from '@consultation/shared/rules/attribution.ts'
import { mayMove, type ResponseState } from '@consultation/shared/rules/clearance.ts'
import { type Circulation, dayIn, windowAt } from '@consultation/shared/rules/deadlines.ts'
import { canonical } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { groupsSpokenFor } from '../people/groups.ts'
import { nameOf, namesOf } from '../people/people.ts'
import { delegations } from '../people/tables.ts'
import { listOf, questionsOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import {
  actingOf,
  type LoadedResponse,
  personOf,
  presentAnswer,
  type ResponseRow,
  responseOf,
  saidIn,
  takesResponses,
} from './responses.ts'
import { comments, draftAnswers, draftWordings, responses } from './tables.ts'

type Saved = ReplyOf<typeof saveAnswer>

/** Earlier wordings that are shown; older ones stay in the table. */
const WORDINGS_SHOWN = 100

/** The delegation's responses to a list, its own first. */
export async function ownResponses(tx: Tx, caller: Caller, listId: string): Promise<ResponseRow[]> {
  return tx
    .select()
    .from(responses)
    .where(and(eq(responses.listId, listId), eq(responses.delegationId, actingOf(caller).delegationId)))
    .orderBy(responses.capacityKind, responses.openedAt)
}

/** The one already begun in that capacity. */
export async function begun(
  tx: Tx,
  caller: Caller,
  listId: string,
  capacity: Capacity,
): Promise<ResponseRow | undefined> {
  const [row] = await tx
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.listId, listId),
        eq(responses.delegationId, actingOf(caller).delegationId),
        eq(responses.capacityKind, capacity.kind),
        capacity.kind === 'group' ? eq(responses.groupId, capacity.groupId) : isNull(responses.groupId),
        capacity.kind === 'ad_hoc' ? eq(responses.adHocName, capacity.name) : isNull(responses.adHocName),
      ),
    )
  return row
}

/** Begins a response. Refuses: not_found, list_closed, not_speaker, invalid. */
export async function open(work: Work, listId: string, capacity: Capacity): Promise<LoadedResponse> {
  const acting = actingOf(work.caller)
  const list = await listOf(work.tx, work.caller, listId, work.now)
  if (!takesResponses(list.window)) throw new Refused('list_closed')
  await mustBeAbleToSpeak(work.tx, acting.delegationId, capacity, work.now)
  const [made] = await work.tx
    .insert(responses)
    .values({
      listId,
      delegationId: acting.delegationId,
      capacityKind: capacity.kind,
      groupId: capacity.kind === 'group' ? capacity.groupId : null,
      adHocName: capacity.kind === 'ad_hoc' ? capacity.name : null,
      adHocMembers: capacity.kind === 'ad_hoc' ? [...new Set(capacity.memberIds)] : null,
      openedAt: work.now,
    })
    .onConflictDoNothing()
    .returning()
  // A colleague was quicker by a moment: both go on in the same one.
  const row = made ?? (await begun(work.tx, work.caller, listId, capacity))
  if (!row) throw new Refused('changed_meanwhile')
  await work.write(streams.delegation(acting.delegationId), 'response.opened', row.id)
  return { ...row, list, acting }
}

/** The right to speak for a group is dated: it is asked when a response begins and again when it is submitted. */
export async function mustBeAbleToSpeak(tx: Tx, delegationId: string, capacity: Capacity, now: Date): Promise<void> {
  switch (capacity.kind) {
    case 'national':
      return
    case 'group': {
      const groups = await groupsSpokenFor(tx, delegationId, dayIn(now, NEW_YORK))
      if (!groups.includes(capacity.groupId)) throw new Refused('not_speaker', { field: 'capacity.groupId' })
      return
    }
    case 'ad_hoc':
      return mustBeDelegations(tx, capacity.memberIds, 'capacity.memberIds')
  }
}

export async function mustBeDelegations(tx: Tx, ids: readonly string[], field: string): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const known = await tx.select({ id: delegations.id }).from(delegations).where(inArray(delegations.id, wanted))
  if (known.length < wanted.length) throw new Refused('invalid', { field })
}

// Written first and judged after: the rules stand in `shared/rules`, the facts come back with the write, and a refusal rolls
// it back. One statement instead of three; two colleagues at once meet at the row of the response.
const SAVE = {
  name: 'save-answer',
  text: `with before as (
      select r.id, r.list_id, r.delegation_id, r.state, r.version, l.circulated_at, l.closed_at, l.closes_at, l.late_answers,
        l.attribution_offered, a.extended_to, q.choices
      from responses r
      join question_lists l on l.id = r.list_id
      join addressees a on a.list_id = r.list_id and a.delegation_id = r.delegation_id
      left join questions q on q.id = $2 and q.list_id = r.list_id
      where r.id = $1 and r.delegation_id = $11
      for update of r
    ), earlier as (
      select d.* from draft_answers d where d.response_id = $1 and d.question_id = $2 and d.revision = $3
    ), kept as (
      insert into draft_wordings (response_id, question_id, delegation_id, stance, group_id, choice, language, attribution,
        blocks, revision, edited_by, edited_at)
      select e.response_id, e.question_id, e.delegation_id, e.stance, e.group_id, e.choice, e.language, e.attribution,
        e.blocks, e.revision, e.edited_by, e.edited_at
      from earlier e, before b
      where e.edited_by <> $10 or e.edited_at < now() - interval '10 minutes'
      on conflict do nothing
    ), saved as (
      insert into draft_answers (response_id, list_id, question_id, delegation_id, stance, group_id, choice, language,
        attribution, blocks, revision, edited_by, edited_at)
      select b.id, b.list_id, $2, b.delegation_id, $4, (select g.id from groups g where g.id = $5), $6, $7, $8, $9, 1, $10, now()
      from before b
      where b.choices is not null and ($3 = 0 or exists (select from earlier))
      on conflict (response_id, question_id) do update set stance = excluded.stance, group_id = excluded.group_id,
        choice = excluded.choice, language = excluded.language, attribution = excluded.attribution, blocks = excluded.blocks,
        revision = draft_answers.revision + 1, edited_by = excluded.edited_by, edited_at = excluded.edited_at
      where draft_answers.revision = $3
      returning revision, group_id
    ), moved as (
      update responses r set revision = r.revision + 1, state = 'draft', cleared_at = null, cleared_by = null,
        cleared_digest = null
      from before b where r.id = b.id
      returning r.revision
    )
    select b.state, b.circulated_at as "circulatedAt", b.closed_at as "closedAt", b.closes_at as "closesAt",
      b.late_answers as "lateAnswers", b.extended_to as "extendedTo", b.attribution_offered as offered, b.choices,
      s.revision, s.group_id as "groupId", m.revision as "responseRevision", p.name as "editedBy",
      case when b.version > 0 then exists (
        select from submissions v join contribution_sources o on o.submission_id = v.id
        join contributions c on c.id = o.contribution_id
        where v.response_id = $1 and o.attribution = 'not_for_attribution' and c.question_id = $2) else false end as sealed
    from before b left join saved s on true left join moved m on true left join people p on p.id = $10`,
}

type Facts = Circulation & {
  state: ResponseState
  offered: Attribution[]
  choices: string[] | null
  revision: number | null
  groupId: string | null
  responseRevision: number
  editedBy: string
  /** Was submitted not for attribution, in whichever version. */
  sealed: boolean
}

/**
 * Saves one answer on top of the revision that was seen; 0 for the first. An edit after sending or clearing makes the response
 * a draft again (CL2). Refuses: not_found, not_in_list, list_closed, already_submitted, choice_not_offered,
 * attribution_not_offered, changed_meanwhile.
 */
export async function save(
  work: Work,
  responseId: string,
  questionId: string,
  revision: number,
  body: AnswerBody,
): Promise<Saved> {
  const { delegationId, role } = actingOf(work.caller)
  const answer = checked(body)
  const { rows } = await work.client.query<Facts>({
    ...SAVE,
    values: [
      responseId,
      questionId,
      revision,
      answer.stance,
      answer.groupId,
      answer.choice,
      answer.language,
      answer.attribution,
      JSON.stringify(answer.blocks),
      personOf(work.caller),
      delegationId,
    ],
  })
  const [facts] = rows
  if (!facts) throw new Refused('not_found')
  if (facts.choices === null) throw new Refused('not_in_list')
  if (facts.state === 'submitted') throw new Refused('already_submitted')
  if (!mayMove(facts.state, 'edit', role)) throw new Refused('forbidden')
  if (!takesResponses(windowAt(facts, work.now))) throw new Refused('list_closed')
  if (answer.choice !== null && !facts.choices.includes(answer.choice))
    throw new Refused('choice_not_offered', { field: 'choice' })
  // AT4, from one submitted version to the next.
  const before = facts.sealed ? 'not_for_attribution' : answer.attribution
  if (!facts.offered.includes(answer.attribution) || !mayBecome(before, answer.attribution))
    throw new Refused('attribution_not_offered', { field: 'attribution' })
  if (facts.revision === null) throw new Refused('changed_meanwhile')
  if (facts.groupId !== answer.groupId) throw new Refused('invalid', { field: 'groupId' })
  await work.write(streams.delegation(delegationId), 'response.edited', `${responseId}/${questionId}`, {
    response: responseId,
    question: questionId,
    revision: facts.revision,
  })
  return {
    answer: {
      questionId,
      ...answer,
      revision: facts.revision,
      editedAt: work.now.toISOString(),
      editedBy: facts.editedBy,
      filled: isFilled(answer),
    },
    state: 'draft',
    responseRevision: facts.responseRevision,
  }
}

/** A pointer to a group's statement names the group; nothing else does. */
function checked(body: AnswerBody): AnswerBody {
  if (body.stance !== 'see_group') return { ...body, groupId: null }
  if (body.groupId === null) throw new Refused('required', { field: 'groupId' })
  return body
}

/**
 * After changed_meanwhile: the answer as it stands. A repetition of one's own last save has succeeded; anybody
 * else's words are handed over with the refusal, so that the client can show both.
 */
export async function settleSave(
  tx: Tx,
  caller: Caller,
  responseId: string,
  questionId: string,
  body: AnswerBody,
  now: Date,
): Promise<Saved> {
  const response = await responseOf(tx, caller, responseId, now)
  const [row] = await tx
    .select()
    .from(draftAnswers)
    .where(and(eq(draftAnswers.responseId, responseId), eq(draftAnswers.questionId, questionId)))
  if (!row) throw new Refused('changed_meanwhile')
  const answer = presentAnswer(row, await nameOf(tx, row.editedBy))
  const mine = caller.kind === 'person' && row.editedBy === caller.personId
  if (!mine || canonical(saidIn({ ...checked(body), questionId })) !== canonical(saidIn(row)))
    throw new Refused('changed_meanwhile', { current: answer })
  return { answer, state: response.state, responseRevision: response.revision }
}

/** Earlier wordings, newest first. */
export async function wordingsOf(tx: Tx, response: LoadedResponse, questionId: string): Promise<DraftAnswerView[]> {
  const rows = await tx
    .select()
    .from(draftWordings)
    .where(and(eq(draftWordings.responseId, response.id), eq(draftWordings.questionId, questionId)))
    .orderBy(desc(draftWordings.revision))
    .limit(WORDINGS_SHOWN)
  const names = await namesOf(tx, [...new Set(rows.map((row) => row.editedBy))])
  return rows.map((row) => presentAnswer({ ...row, listId: response.listId }, names.get(row.editedBy) ?? null))
}

type CommentRow = typeof comments.$inferSelect

export async function commentsOf(tx: Tx, response: LoadedResponse, caller: Caller): Promise<CommentView[]> {
  const rows = await tx.select().from(comments).where(eq(comments.responseId, response.id)).orderBy(comments.at)
  const names = await namesOf(tx, [...new Set(rows.map((row) => row.personId))])
  return rows.map((row) => presentComment(row, names.get(row.personId) ?? '', caller))
}

const presentComment = (row: CommentRow, by: string, caller: Caller): CommentView => ({
  id: row.id,
  questionId: row.questionId,
  text: row.text,
  by,
  mine: caller.kind === 'person' && caller.personId === row.personId,
  at: row.at.toISOString(),
})

/** Refuses: not_found, not_in_list. */
export async function comment(
  work: Work,
  responseId: string,
  questionId: string | null,
  text: string,
): Promise<CommentView> {
  const response = await responseOf(work.tx, work.caller, responseId, work.now)
  if (questionId !== null && !questionsOf(response.list).some((question) => question.id === questionId))
    throw new Refused('not_in_list')
  const personId = personOf(work.caller)
  const [row] = await work.tx
    .insert(comments)
    .values({ responseId, delegationId: response.delegationId, questionId, personId, text, at: work.now })
    .returning()
  await work.write(streams.delegation(response.delegationId), 'comment.added', row!.id)
  return presentComment(row!, await nameOf(work.tx, personId), work.caller)
}

/** One's own alone. Refuses: not_found, forbidden. */
export async function removeComment(work: Work, responseId: string, commentId: string): Promise<void> {
  const response = await responseOf(work.tx, work.caller, responseId, work.now)
  const [row] = await work.tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.responseId, response.id)))
    .for('update')
  if (!row) throw new Refused('not_found')
  if (row.personId !== personOf(work.caller)) throw new Refused('forbidden')
  await work.tx.delete(comments).where(eq(comments.id, commentId))
  await work.write(streams.delegation(response.delegationId), 'comment.removed', commentId)
}
