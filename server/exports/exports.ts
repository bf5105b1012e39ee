import type { BodyOf } from '@consultation/shared/contract.ts'
import type { ExportView, makeExport, Paper } from '@consultation/shared/exports.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { Refusal } from '@consultation/shared/refusals.ts'
import { type Caller, isStaff, type OfficeRole } from '@consultation/shared/rules/access.ts'
import { and, count, desc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm'
import { type Tx, transaction } from '../database/database.ts'
import type { JobKind } from '../journal/jobs.ts'
import { listOf, questionsOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'
import { ABSOLUTE_HOURS } from '../sign-in/lucia.ts'
import { work as asWork, type Parts, type Work } from '../work.ts'
import { compile } from './compilation.ts'
import { documentOf } from './compilation-document.ts'
import { type ExportDocument, type ExportFormat, MEDIA_TYPES } from './document.ts'
import { fileNameOf } from './file-name.ts'
import { drawReleases } from './releases.ts'
import { renderDocument } from './render.ts'
import { fileExports } from './tables.ts'

/** How long a file can be fetched. */
const KEPT_MS = 3_600_000
/** One person's exports at a time; the machine makes one after the other. */
const AT_ONCE = 5
const LOOK_MS = 1_000
const TELL_MS = 250
const TELL_STEP = 0.1
/** The share of the work that is reading; writing the file is the rest. */
const READ_SHARE = 0.3

const { content: _bytes, ...columns } = getTableColumns(fileExports)
const shown = { ...columns, bytes: sql<number | null>`octet_length(${fileExports.content})` }
type ExportRow = Omit<typeof fileExports.$inferSelect, 'content'> & { bytes: number | null }

type Asking = { personId: string; signInId: string }

function askingOf(caller: Caller): Asking {
  if (caller.kind !== 'person') throw new Refused('signed_out')
  return caller
}

/** Asks for a file, to be made beside the server. Refuses: not_found, list_not_circulated, not_in_list, busy. */
export async function ask(
  work: Work,
  listId: string,
  { format, language, filter }: BodyOf<typeof makeExport>,
): Promise<ExportRow> {
  const { personId, signInId } = askingOf(work.caller)
  const list = await listOf(work.tx, work.caller, listId, work.now)
  if (!isStaff(work.caller)) throw new Refused('not_found')
  if (list.state === 'draft') throw new Refused('list_not_circulated')
  if (filter.question && !questionsOf(list).some(({ id }) => id === filter.question))
    throw new Refused('not_in_list', { field: 'filter.question' })
  return add(work, { listId, personId, signInId, format, language, filter })
}

/** Asks for the record of a session that the caller was let into. Refuses: busy. */
export async function askRecord(
  work: Work,
  sessionId: string,
  { format, language }: { format: ExportFormat; language: Language },
): Promise<ExportRow> {
  const { personId, signInId } = askingOf(work.caller)
  const filter = { delegation: [], region: [], language: [] }
  return add(work, { sessionId, personId, signInId, format, language, filter })
}

/** Asks for a paper that the caller was found to may read. Refuses: busy. */
export async function askPaper(
  work: Work,
  of: { retreatId: string } | { consultationId: string; summaryId?: string },
  { paper, format, language }: { paper: Paper; format: ExportFormat; language: Language },
): Promise<ExportRow> {
  const { personId, signInId } = askingOf(work.caller)
  const filter = { delegation: [], region: [], language: [] }
  return add(work, { ...of, paper, personId, signInId, format, language, filter })
}

async function add(work: Work, asked: Omit<typeof fileExports.$inferInsert, 'askedAt' | 'until'>): Promise<ExportRow> {
  const { personId, format, language, filter, paper = null } = asked
  await mustNotCrowd(work, personId)
  const until = new Date(work.now.getTime() + KEPT_MS)
  const [row] = await work.tx
    .insert(fileExports)
    .values({ ...asked, askedAt: work.now, until })
    .returning(shown)
  if (!row) throw new Error('an export was not added')
  await work.later('export.make', row.id)
  await work.later('export.expire', row.id, until)
  await work.write(streams.person(personId), 'export.asked', row.id)
  // Who takes texts out of the house, and which: for the Secretariat's own record.
  await work.write(staffOf(row), 'export.asked', row.id, { format, language, filter, ...(paper ? { paper } : {}) })
  return row
}

/** The stream of those whose texts go out. */
function staffOf({ listId, sessionId, retreatId, consultationId }: ExportRow) {
  if (listId !== null) return streams.listStaff(listId)
  if (sessionId !== null) return streams.sessionPodium(sessionId)
  return retreatId !== null ? streams.retreatStaff(retreatId) : streams.consultation(consultationId ?? '')
}

async function mustNotCrowd(work: Work, personId: string): Promise<void> {
  // Several asked for in one moment are counted one after the other.
  await work.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exports ${personId}`])
  const [underWay] = await work.tx
    .select({ number: count() })
    .from(fileExports)
    .where(and(eq(fileExports.personId, personId), inArray(fileExports.state, ['waiting', 'running'])))
  if (underWay && underWay.number >= AT_ONCE) throw new Refused('busy', { retryAfter: 10 })
}

/** T15: the person's own, in the sign-in in which it was asked, until its time is over. Refuses: not_found. */
export async function exportOf(tx: Tx, caller: Caller, exportId: string, now: Date): Promise<ExportRow> {
  const [row] = await tx
    .select(shown)
    .from(fileExports)
    .where(and(eq(fileExports.id, exportId), own(caller, now)))
  if (!row) throw new Refused('not_found')
  return row
}

export async function exportsOf(tx: Tx, caller: Caller, listId: string, now: Date): Promise<ExportRow[]> {
  await listOf(tx, caller, listId, now)
  return tx
    .select(shown)
    .from(fileExports)
    .where(and(eq(fileExports.listId, listId), own(caller, now)))
    .orderBy(desc(fileExports.askedAt), fileExports.id)
}

/** Files of a session's record or papers; whoever calls has looked whether the caller may read what they are made of. */
export const filesOf = (
  tx: Tx,
  caller: Caller,
  of: { [K in 'sessionId' | 'retreatId' | 'consultationId' | 'summaryId']?: string },
  now: Date,
): Promise<ExportRow[]> =>
  tx
    .select(shown)
    .from(fileExports)
    .where(
      and(...Object.entries(of).map(([name, id]) => eq(fileExports[name as keyof typeof of], id)), own(caller, now)),
    )
    .orderBy(desc(fileExports.askedAt), fileExports.id)

function own(caller: Caller, now: Date) {
  const { personId, signInId } = askingOf(caller)
  return and(eq(fileExports.personId, personId), eq(fileExports.signInId, signInId), gt(fileExports.until, now))
}

/** Stops an export under way, or deletes its file. Refuses: not_found. */
export async function cancel(work: Work, exportId: string): Promise<ExportRow> {
  const { personId } = await exportOf(work.tx, work.caller, exportId, work.now)
  const [row] = await work.tx
    .update(fileExports)
    .set({ state: 'cancelled', content: null })
    .where(and(eq(fileExports.id, exportId), inArray(fileExports.state, ['waiting', 'running', 'ready'])))
    .returning(shown)
  await work.write(streams.person(personId), 'export.cancelled', exportId)
  return row ?? exportOf(work.tx, work.caller, exportId, work.now)
}

/** The file; that it was fetched stands in the journal. Refuses: not_found, not_ready, cancelled. */
export async function fetchFile(work: Work, exportId: string) {
  const row = await exportOf(work.tx, work.caller, exportId, work.now)
  if (row.state === 'cancelled') throw new Refused('cancelled')
  const [file] = await work.tx
    .select({ content: fileExports.content })
    .from(fileExports)
    .where(and(eq(fileExports.id, exportId), eq(fileExports.state, 'ready')))
  if (!file?.content || row.fileName === null) throw new Refused('not_ready')
  const { format, language } = row
  await work.write(staffOf(row), 'export.downloaded', exportId, { format, language })
  return { name: row.fileName, type: MEDIA_TYPES[format], content: file.content }
}

export function presentExport(row: ExportRow): ExportView {
  return {
    id: row.id,
    listId: row.listId,
    sessionId: row.sessionId,
    retreatId: row.retreatId,
    consultationId: row.consultationId,
    paper: row.paper,
    format: row.format,
    language: row.language,
    state: row.state,
    progress: row.progress,
    fileName: row.fileName,
    bytes: row.bytes,
    failure: row.failure,
    askedAt: row.askedAt.toISOString(),
    until: row.until.toISOString(),
  }
}

/** Exports under way on this server, so that a cancelled one stops at once; on others it stops at their next look. */
const underWay = new Map<string, AbortController>()
export const stopHere = (exportId: string) => underWay.get(exportId)?.abort(new NoLongerWanted())

class NoLongerWanted extends Error {}
class NoLongerAllowed extends Error {}

/** Documents of what is known further up, as they may be shown to this person now. */
export type Documents = {
  record(parts: Parts, caller: Caller, sessionId: string, language: Language): Promise<ExportDocument>
  paper(parts: Parts, caller: Caller, paper: Paper, ofId: string, language: Language): Promise<ExportDocument>
}

const making = (documents: Documents): JobKind => ({
  kind: 'export.make',
  heavy: true,
  async run(parts, exportId, stopping) {
    const row = await begin(parts, exportId)
    if (!row) return
    const stop = new AbortController()
    underWay.set(exportId, stop)
    const looking = setInterval(() => void look(parts, row, stop), LOOK_MS)
    try {
      await make(parts, row, documents, AbortSignal.any([stopping, stop.signal]))
    } catch (error) {
      // The server ends: another takes the job up again, or this one when it is back.
      if (stopping.aborted) throw error
      if (error instanceof NoLongerWanted) return
      // Left the office, or the room, since it was asked for.
      const refused = error instanceof NoLongerAllowed || error instanceof Refused
      if (!refused) parts.log.error({ err: error }, 'an export failed')
      await fail(parts, row, refused ? 'forbidden' : 'unexpected')
    } finally {
      clearInterval(looking)
      underWay.delete(exportId)
    }
  },
})

const expiring: JobKind = {
  kind: 'export.expire',
  async run(parts) {
    await transaction(parts.database, 'system', 'begin', (_tx, client) =>
      client.query('delete from exports where until <= now()'),
    )
  },
}

export const exportJobs = (documents: Documents): JobKind[] => [making(documents), expiring]

async function make(parts: Parts, row: ExportRow, documents: Documents, signal: AbortSignal): Promise<void> {
  const tell = teller(parts, row)
  const caller = await stillAllowed(parts, row)
  const { document, name } =
    row.listId === null
      ? await namedByReference(parts, caller, row, documents)
      : await compilationOf(parts, caller, row, row.listId)
  signal.throwIfAborted()
  tell(READ_SHARE)
  const file = await renderDocument(document, row.format, {
    signal,
    onProgress: (fraction) => tell(READ_SHARE + fraction * (1 - READ_SHARE)),
  })
  await finish(parts, row, fileNameOf(`${name} ${row.language}`, row.format).full, file)
}

type Made = { document: ExportDocument; name: string }

async function compilationOf(parts: Parts, caller: Caller, row: ExportRow, listId: string): Promise<Made> {
  await drawReleases(parts, caller, listId)
  const compilation = await compile(parts, caller, listId, row.filter)
  const document = documentOf(compilation, row.language, parts.config.SAMPLE)
  return { document, name: `${document.reference} ${compilation.edition.number}` }
}

async function namedByReference(parts: Parts, caller: Caller, row: ExportRow, documents: Documents): Promise<Made> {
  const { sessionId, retreatId, consultationId, summaryId, paper, language } = row
  const document = paper
    ? await documents.paper(parts, caller, paper, retreatId ?? summaryId ?? consultationId ?? '', language)
    : await documents.record(parts, caller, sessionId ?? '', language)
  return { document, name: document.reference }
}

/** Taken up, also for the second time when the first server is gone; not when it was cancelled meanwhile. */
async function begin(parts: Parts, exportId: string): Promise<ExportRow | undefined> {
  return transaction(parts.database, 'system', 'begin', async (tx, _client, now) => {
    const [row] = await tx
      .update(fileExports)
      .set({ state: 'running', progress: 0 })
      .where(
        and(
          eq(fileExports.id, exportId),
          inArray(fileExports.state, ['waiting', 'running']),
          gt(fileExports.until, now),
        ),
      )
      .returning(shown)
    return row
  })
}

/** T63: the person who asked, as they may act now. Throws when their sign-in has ended or their office was taken. */
async function stillAllowed(parts: Parts, row: ExportRow): Promise<Extract<Caller, { kind: 'person' }>> {
  const office = await transaction(parts.database, 'system', 'begin read only', (tx) => officeHeld(tx, row))
  if (!office.includes('staff')) throw new NoLongerAllowed()
  return { kind: 'person', personId: row.personId, signInId: row.signInId, office, acting: null }
}

async function officeHeld(tx: Tx, { personId, signInId }: Asking): Promise<OfficeRole[]> {
  const { rows } = await tx.execute<{ role: OfficeRole }>(
    sql`select o.role from office_roles o join sign_ins s on s.person_id = o.person_id
      where s.id = ${signInId} and s.person_id = ${personId} and s.expires_at > now()
        and s.started_at > now() - make_interval(hours => ${ABSOLUTE_HOURS.office})`,
  )
  return rows.map(({ role }) => role)
}

async function look(parts: Parts, row: ExportRow, stop: AbortController): Promise<void> {
  try {
    await transaction(parts.database, 'system', 'begin read only', async (tx) => {
      const [found] = await tx.select({ state: fileExports.state }).from(fileExports).where(eq(fileExports.id, row.id))
      if (found?.state !== 'running') stop.abort(new NoLongerWanted())
      else if (!(await officeHeld(tx, row)).includes('staff')) stop.abort(new NoLongerAllowed())
    })
  } catch (error) {
    parts.log.warn({ err: error }, 'exports')
  }
}

/** Writes progress down and tells the person, a few times a second at most and only in steps worth telling. */
function teller(parts: Parts, row: ExportRow): (fraction: number) => void {
  let told = 0
  let at = 0
  return (fraction) => {
    if (fraction >= 1 || fraction - told < TELL_STEP || Date.now() - at < TELL_MS) return
    told = fraction
    at = Date.now()
    void change(parts, row, { progress: fraction }, 'export.progressed').catch((error) =>
      parts.log.warn({ err: error }, 'exports'),
    )
  }
}

/** The file is kept only if the person may still have it, checked in the transaction that keeps it. */
async function finish(parts: Parts, row: ExportRow, fileName: string, file: Uint8Array): Promise<void> {
  await change(parts, row, { state: 'ready', progress: 1, fileName, content: Buffer.from(file) }, 'export.ready', true)
}

const fail = (parts: Parts, row: ExportRow, failure: Refusal) =>
  change(parts, row, { state: 'failed', failure }, 'export.failed')

async function change(
  parts: Parts,
  row: ExportRow,
  values: Partial<typeof fileExports.$inferInsert>,
  kind: 'export.progressed' | 'export.ready' | 'export.failed',
  ifAllowed = false,
): Promise<void> {
  await asWork(parts, 'system', async (work) => {
    const progress = values.progress ?? 0
    const [changed] = await work.tx
      .update(fileExports)
      .set(values)
      .where(
        and(
          eq(fileExports.id, row.id),
          eq(fileExports.state, 'running'),
          // A word of progress that was overtaken by a later one is not news.
          kind === 'export.progressed' ? sql`${fileExports.progress} < ${progress}` : undefined,
        ),
      )
      .returning({ id: fileExports.id })
    if (!changed) throw new NoLongerWanted()
    if (ifAllowed && !(await officeHeld(work.tx, row)).includes('staff')) throw new NoLongerAllowed()
    await work.write(streams.person(row.personId), kind, row.id)
  }).catch((error) => {
    if (!(error instanceof NoLongerWanted)) throw error
  })
}
