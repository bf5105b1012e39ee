import { streams } from '@consultation/shared/live.ts'
import type pg from 'pg'
import type { Work } from '../work.ts'

const SEAL = [
  'update idea_sources set named = false where session_id = $1 and named',
  'update statement_sources set named = false where session_id = $1 and named',
  'update remark_sources set named = false where session_id = $1 and named and delegation_id is not null',
  // Who dissented, as the plenary of a breakout group was told.
  `update report_backs set outcome = jsonb_set(outcome, '{dissents}', coalesce((
      select jsonb_agg(jsonb_build_object('delegationId', null, 'note', d ->> 'note') order by d ->> 'note')
      from jsonb_array_elements(outcome -> 'dissents') d), '[]'))
    where session_id = $1 and outcome is not null`,
]
// What the room has read so far: what is not open to it must not be mentioned.
const OPEN_STATEMENTS = 'select id from statements where session_id = $1 and open'
const REMARKS = 'select id from remarks where session_id = $1'
const PLENARIES = `select t.reports_to as id from retreat_sessions t join report_backs b on b.session_id = t.session_id
  where t.session_id = $1 and b.state = 'reported'`

/**
 * The names that the room could read until now are sealed, and everybody in it is told each thing anew, without them.
 * The items are held: nothing is written under the old mode meanwhile.
 */
export async function sealNames(work: Work, sessionId: string, itemIds: readonly string[]): Promise<void> {
  for (const text of SEAL) await work.client.query(text, [sessionId])
  const all = streams.sessionAll(sessionId)
  const ids = async (text: string) => {
    const { rows }: pg.QueryResult<{ id: string }> = await work.client.query(text, [sessionId])
    return rows.map(({ id }) => id)
  }
  for (const id of itemIds) await work.write(all, 'board.sealed', id)
  for (const id of await ids(OPEN_STATEMENTS)) await work.write(all, 'statement.sealed', id)
  for (const id of await ids(REMARKS)) await work.write(all, 'remark.sealed', id)
  for (const id of await ids(PLENARIES)) await work.write(streams.sessionAll(id), 'report_back.changed', sessionId)
}
