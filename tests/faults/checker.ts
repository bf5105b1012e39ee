import pg from 'pg'
import { verifyJournal } from '../../server/journal/verify.ts'
import { type Block, plainText } from '../../shared/text.ts'
import type { History } from './mission.ts'

/**
 * Holds what delegations were told is done against what the database says: everything acknowledged is there, exactly once, with
 * the words that were sent; every receipt stands in the journal; the journal verifies. Says what does not fit.
 */
export async function faultsIn(databaseUrl: string, histories: readonly History[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const faults: string[] = []
    for (const history of histories) {
      faults.push(...(await saveFaults(client, history)))
      faults.push(...(await submissionFaults(client, history)))
      faults.push(...(await commentFaults(client, history)))
    }
    const verified = await verifyJournal(client)
    if ('broken' in verified) faults.push(`journal broken: ${JSON.stringify(verified.broken)}`)
    return faults
  } finally {
    await client.end()
  }
}

const counted = (what: string, told: number, found: number): string[] => {
  if (found === told) return []
  return [`${found < told ? 'lost' : 'doubled'}: ${what}, told ${told}, found ${found}`]
}

async function saveFaults(client: pg.Client, { responseId, delegationId, saves }: History): Promise<string[]> {
  const drafts = await client.query<{ question: string; revision: number; blocks: Block[] }>(
    'select question_id as question, revision, blocks from draft_answers where response_id = $1',
    [responseId],
  )
  const lines = await client.query<{ subject: string; lines: number }>(
    `select subject, count(*)::int as lines from journal
    where stream = 'delegation:' || $1 and kind = 'response.edited' group by subject`,
    [delegationId],
  )
  const draftOf = new Map(drafts.rows.map((row) => [row.question, row]))
  const linesOf = new Map(lines.rows.map((row) => [row.subject, row.lines]))
  const savesOf = Map.groupBy(saves, ({ questionId }) => questionId)
  return [...new Set([...savesOf.keys(), ...draftOf.keys()])].flatMap((questionId) => {
    const told = savesOf.get(questionId) ?? []
    const draft = draftOf.get(questionId)
    const what = `save of ${responseId}/${questionId}`
    const words = draft ? plainText(draft.blocks).trim() : ''
    return [
      ...counted(`revision of ${what}`, told.length, draft?.revision ?? 0),
      ...counted(`line of ${what}`, told.length, linesOf.get(`${responseId}/${questionId}`) ?? 0),
      ...told.flatMap(({ revision }, at) => counted(`revision told for ${what}`, at + 1, revision)),
      ...(words === told.at(-1)?.text ? [] : [`lost: words of ${what}`]),
    ]
  })
}

type Submitted = {
  id: string
  reference: string
  version: number
  digest: string
  current: boolean
  staffLines: number
  texts: { question: string; blocks: Block[] }[]
}

async function submissionFaults(client: pg.Client, history: History): Promise<string[]> {
  const { responseId, listId, submissions } = history
  const { rows } = await client.query<Submitted>(
    `select s.id, s.reference, s.version, s.digest, s.current,
      (select count(*)::int from journal j where j.subject = s.id::text and j.stream = 'list:' || $2 || ':staff') as "staffLines",
      (select coalesce(jsonb_agg(jsonb_build_object('question', c.question_id, 'blocks', c.blocks)), '[]')
        from contribution_sources o join contributions c on c.id = o.contribution_id where o.submission_id = s.id) as texts
    from submissions s where s.response_id = $1 order by s.version`,
    [responseId, listId],
  )
  const faults = counted(`submissions of ${responseId}`, submissions.length, rows.length)
  if (rows.length > 0 && rows.filter(({ current }) => current).length !== 1)
    faults.push(`not one current: ${responseId}`)
  for (const { receipt, texts } of submissions) {
    const { reference, version, digest, journal } = receipt
    const same = rows.filter((row) => row.reference === reference && row.version === version && row.digest === digest)
    faults.push(...counted(`submission ${reference}`, 1, same.length))
    const [row] = same
    if (!row) continue
    faults.push(...counted(`line of ${reference} for the Secretariat`, 1, row.staffLines))
    const line = await client.query(
      "select 1 from journal where stream = $1 and seq = $2 and hash = $3 and subject = $4 and kind = 'response.submitted'",
      [journal.stream, journal.seq, journal.hash, row.id],
    )
    faults.push(...counted(`receipt ${reference} in the journal`, 1, line.rowCount ?? 0))
    const kept = new Map(row.texts.map(({ question, blocks }) => [question, plainText(blocks).trim()]))
    for (const [question, text] of texts) {
      if (kept.get(question) !== text) faults.push(`lost: words of ${reference} to ${question}`)
    }
    faults.push(...counted(`answers of ${reference}`, texts.size, row.texts.length))
  }
  return faults
}

async function commentFaults(client: pg.Client, { responseId, comments }: History): Promise<string[]> {
  const { rows } = await client.query<{ text: string; times: number }>(
    'select text, count(*)::int as times from comments where response_id = $1 group by text',
    [responseId],
  )
  const times = new Map(rows.map((row) => [row.text, row.times]))
  const told = new Set(comments)
  return [...new Set([...told, ...times.keys()])].flatMap((text) =>
    counted(`"${text}"`, told.has(text) ? 1 : 0, times.get(text) ?? 0),
  )
}
