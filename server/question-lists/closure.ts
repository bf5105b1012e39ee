import { streams } from '@consultation/shared/live.ts'
import { couldHaveWritten, nextRelease, unnamedRespondents } from '@consultation/shared/rules/numbers.ts'
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

/** To one question: who replied by name and who without, and the replies without a name, those opened before and those of now. */
type Replies = { questionId: string; named: string[]; nameless: string[]; opened: string[]; unnamed: string[] }

/**
 * Opens the answers to every addressed delegation: the attributed ones with their source, the others without, and those to a question
 * only where enough delegations could have written each (SN2, SN7). What an earlier closing opened stands until enough is new (SN3):
 * who compares the two must not find the one reply that came between. Whether an earlier one opened nothing because there was
 * nothing, or because too few could have written it, is not kept: both count as nothing.
 */
async function publish(work: Work, listId: string): Promise<void> {
  await work.client.query(
    `with opened as (
      update contributions set published = true where list_id = $1 and current and attribution = 'attributed' returning id)
    update contribution_sources set published = true where contribution_id in (select id from opened)`,
    [listId],
  )
  const { rows } = await work.client.query<Replies>(
    `with said as (
      select c.id, c.question_id, c.attribution = 'attributed' as by_name, c.current, c.published, s.delegation_id
      from contributions c join contribution_sources s on s.contribution_id = c.id
      where c.list_id = $1 and (c.current or c.published))
    select question_id as "questionId",
      coalesce(array_agg(distinct delegation_id) filter (where current and by_name), '{}') as named,
      coalesce(array_agg(distinct delegation_id) filter (where current and not by_name), '{}') as nameless,
      coalesce(array_agg(id) filter (where published and not by_name), '{}') as opened,
      coalesce(array_agg(id) filter (where current and not by_name), '{}') as unnamed
    from said group by question_id`,
    [listId],
  )
  const writers = new Set(rows.flatMap(({ named }) => named))
  const nameless = new Set(rows.flatMap((row) => row.nameless.filter((id) => !writers.has(id))))
  // SN7 From what the page shows: where fewer gave no name at all, that there are any is not to be seen.
  const hidden = unnamedRespondents([[...nameless]])
  const again = await wasClosed(work, listId)
  for (const { questionId, named, opened, unnamed } of rows) {
    const ids = nextRelease(again ? opened : null, unnamed, couldHaveWritten([...writers], named, hidden))
    if (!ids) continue
    await work.client.query(
      `update contributions set published = id = any ($3)
      where list_id = $1 and question_id = $2 and attribution <> 'attributed' and published <> (id = any ($3))`,
      [listId, questionId, ids],
    )
  }
}

async function wasClosed(work: Work, listId: string): Promise<boolean> {
  const { rowCount } = await work.client.query(
    `select from journal where stream = $1 and kind = 'list.closed' limit 1`,
    [streams.listAll(listId)],
  )
  return rowCount !== 0
}

/**
 * The list opens again: nobody reads the others’ answers while they can still change their own. Those without a name keep the
 * mark that they were opened, for the next closing; a list that is not closed shows none of them.
 */
export async function unpublish(work: Work, listId: string): Promise<void> {
  await work.client.query(
    `with shut as (
      update contributions set published = false where list_id = $1 and published and attribution = 'attributed' returning id)
    update contribution_sources set published = false where contribution_id in (select id from shut) and published`,
    [listId],
  )
}
