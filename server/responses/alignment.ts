import type { BodyOf } from '@consultation/shared/contract.ts'
import { streams } from '@consultation/shared/live.ts'
import type { align as alignEndpoint, GroupStatementView } from '@consultation/shared/responses.ts'
import type { Acting, Caller } from '@consultation/shared/rules/access.ts'
import { and, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { type LoadedList, listOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { actingOf, type SubmissionRow, takesResponses } from './responses.ts'
import { alignments, contributionSources, submissions } from './tables.ts'

type AlignmentRow = typeof alignments.$inferSelect
type Statement = { submission: SubmissionRow; alignment: AlignmentRow | null }

/** Statements of others, for several States, that say something openly and that the delegation may read. */
export function statementsTo(tx: Tx, caller: Caller, listId: string): Promise<Statement[]> {
  return statementsWhere(tx, actingOf(caller), eq(submissions.listId, listId))
}

function statementsWhere(tx: Tx, { delegationId }: Acting, wanted: SQL): Promise<Statement[]> {
  const openly = sql`exists (select from ${contributionSources} o where o.submission_id = ${submissions.id}
    and o.attribution = 'attributed' and (o.published or ${delegationId} = any (o.open_to)))`
  return tx
    .select({ submission: submissions, alignment: alignments })
    .from(submissions)
    .leftJoin(
      alignments,
      and(
        eq(alignments.responseId, submissions.responseId),
        eq(alignments.delegationId, delegationId),
        isNull(alignments.withdrawnAt),
      ),
    )
    .where(
      and(
        wanted,
        eq(submissions.current, true),
        isNotNull(submissions.groupName),
        ne(submissions.delegationId, delegationId),
        or(openly, isNotNull(alignments.id)),
      ),
    )
    .orderBy(submissions.submittedAt)
}

async function statementOf(tx: Tx, caller: Caller, submissionId: string): Promise<Statement> {
  const [statement] = await statementsWhere(tx, actingOf(caller), eq(submissions.id, submissionId))
  if (!statement) throw new Refused('not_found')
  return statement
}

/** Aligns the delegation with a group's statement, by its own act. Refuses: not_found, list_closed, changed_meanwhile. */
export async function align(
  work: Work,
  submissionId: string,
  { extent, note }: Omit<BodyOf<typeof alignEndpoint>, 'commandId'>,
): Promise<GroupStatementView> {
  const { submission, alignment } = await statementOf(work.tx, work.caller, submissionId)
  const list = await listOf(work.tx, work.caller, submission.listId, work.now)
  if (!takesResponses(list.window)) throw new Refused('list_closed')
  const acting = actingOf(work.caller)
  const [made] = alignment
    ? []
    : await work.tx
        .insert(alignments)
        .values({
          listId: submission.listId,
          responseId: submission.responseId,
          delegationId: acting.delegationId,
          extent,
          note,
          at: work.now,
        })
        .onConflictDoNothing()
        .returning()
  if (!made) {
    const now = await statementOf(work.tx, work.caller, submissionId)
    throw new Refused('changed_meanwhile', { current: presentStatement(now, acting, list) })
  }
  await journalled(work, submission, 'response.aligned', { alignment: made.id, extent, note })
  return presentStatement({ submission, alignment: made }, acting, list)
}

/** It leaves the count at once, and the record keeps that it stood, and until when. Refuses: not_found. */
export async function withdraw(work: Work, submissionId: string): Promise<GroupStatementView> {
  const { submission, alignment } = await statementOf(work.tx, work.caller, submissionId)
  const acting = actingOf(work.caller)
  const [withdrawn] = alignment
    ? await work.tx
        .update(alignments)
        .set({ withdrawnAt: work.now })
        .where(and(eq(alignments.id, alignment.id), isNull(alignments.withdrawnAt)))
        .returning()
    : []
  if (!withdrawn) throw new Refused('not_found')
  await journalled(work, submission, 'response.alignment_withdrawn', { alignment: withdrawn.id })
  const list = await listOf(work.tx, work.caller, submission.listId, work.now)
  return presentStatement({ submission, alignment: null }, acting, list)
}

async function journalled(
  work: Work,
  submission: SubmissionRow,
  kind: 'response.aligned' | 'response.alignment_withdrawn',
  content: Record<string, unknown>,
): Promise<void> {
  await work.write(streams.delegation(actingOf(work.caller).delegationId), kind, submission.id, content)
  await work.write(streams.listStaff(submission.listId), kind, submission.id, content)
}

export function presentStatement(
  { submission, alignment }: Statement,
  acting: Acting,
  list: LoadedList,
): GroupStatementView {
  return {
    submissionId: submission.id,
    groupId: submission.groupId,
    groupName: submission.groupName ?? {},
    deliveredBy: submission.delegationId,
    submittedAt: submission.submittedAt.toISOString(),
    covers: submission.roster.includes(acting.delegationId),
    aligned: alignment && {
      id: alignment.id,
      extent: alignment.extent,
      note: alignment.note,
      at: alignment.at.toISOString(),
    },
    may: { align: acting.role === 'head' && alignment === null && takesResponses(list.window) },
  }
}
