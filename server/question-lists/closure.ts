import { streams } from '@consultation/shared/live.ts'
import { mayReleaseUnnamed } from '@consultation/shared/rules/numbers.ts'
import { eq } from 'drizzle-orm'
import type { JobKind } from '../journal/jobs.ts'
import { Refused } from '../refused.ts'
import { work as asWork, type Work } from '../work.ts'
import { holdList, type LoadedList, listOf } from './loaded.ts'
import { questionLists } from './tables.ts'

/**
 * A submission that began before the deadline may still be on its way. The window is shut at the deadline itself; what
 * follows from closing waits until nothing can be on its way any more (a statement takes at most 30 seconds).
 */
const ON_ITS_WAY_MS = 31_000

/** Closes before the deadline, or ends the time in which late responses are taken. Refuses: not_found, list_not_circulated, list_closed. */
export async function close(work: Work, listId: string): Promise<LoadedList> {
  await holdList(work.tx, listId, 'closing')
  const list = await listOf(work.tx, work.caller, listId, work.now)
  if (list.state === 'draft') throw new Refused('list_not_circulated')
  if (list.state === 'closed') throw new Refused('list_closed')
  await shut(work, list)
  return listOf(work.tx, work.caller, listId, work.now)
}

export const closeAfter = (work: Work, listId: string, closesAt: Date): Promise<void> =>
  work.later('list.close', listId, new Date(closesAt.getTime() + ON_ITS_WAY_MS))

/** At the deadline: a list that takes nothing late is closed; one that marks what is late waits for staff. */
const closing: JobKind = {
  kind: 'list.close',
  async run(parts, listId) {
    await asWork(parts, 'system', async (work) => {
      await holdList(work.tx, listId, 'closing')
      const [list] = await work.tx.select().from(questionLists).where(eq(questionLists.id, listId))
      const due = list?.state === 'circulated' && list.lateAnswers === 'refused' && list.closesAt! < work.now
      // Extended, closed by hand, or staying open: whoever did that has seen to what follows.
      if (!due) throw new NothingToDo()
      await shut(work, list)
    }).catch((error) => {
      if (!(error instanceof NothingToDo)) throw error
    })
  },
}

export const listJobs: JobKind[] = [closing]

class NothingToDo extends Error {}

type Closable = Pick<LoadedList, 'id' | 'consultationId' | 'audience' | 'revision'>

async function shut(work: Work, list: Closable): Promise<void> {
  await work.tx
    .update(questionLists)
    .set({ state: 'closed', closedAt: work.now, revision: list.revision + 1 })
    .where(eq(questionLists.id, list.id))
  if (list.audience === 'participants') await publish(work, list.id)
  await work.write(streams.listAll(list.id), 'list.closed', list.id)
  await work.write(streams.listStaff(list.id), 'list.closed', list.id)
  await work.write(streams.consultation(list.consultationId), 'list.closed', list.id)
}

/**
 * Opens the answers to every addressed delegation: the attributed ones with their source, the others without, and those to a question
 * only where enough delegations could have written each (SN2).
 */
async function publish(work: Work, listId: string): Promise<void> {
  await work.client.query(
    `with opened as (
      update contributions set published = true where list_id = $1 and current and attribution = 'attributed' returning id)
    update contribution_sources set published = true where contribution_id in (select id from opened)`,
    [listId],
  )
  const { rows } = await work.client.query<{ questionId: string; couldHaveWritten: number }>(
    `with said as (
      select c.question_id, c.attribution, s.delegation_id
      from contributions c join contribution_sources s on s.contribution_id = c.id
      where c.list_id = $1 and c.current)
    select question_id as "questionId", (
      (select count(distinct delegation_id) from said)
      - count(distinct delegation_id) filter (where attribution = 'attributed'))::int as "couldHaveWritten"
    from said group by question_id having bool_or(attribution <> 'attributed')`,
    [listId],
  )
  const open = rows.filter((row) => mayReleaseUnnamed(row.couldHaveWritten)).map((row) => row.questionId)
  await work.client.query(
    `update contributions set published = true
    where list_id = $1 and current and attribution <> 'attributed' and question_id = any ($2)`,
    [listId, open],
  )
}

/** The list opens again: nobody reads the others’ answers while they can still change their own. */
export async function unpublish(work: Work, listId: string): Promise<void> {
  await work.client.query(
    `with shut as (update contributions set published = false where list_id = $1 and published returning id)
    update contribution_sources set published = false where contribution_id in (select id from shut) and published`,
    [listId],
  )
}
