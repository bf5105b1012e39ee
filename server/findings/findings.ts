import type { FindingBody, FindingLine, FindingView } from '@consultation/shared/findings.ts'
import { streams } from '@consultation/shared/live.ts'
import { type Caller, may } from '@consultation/shared/rules/access.ts'
import { languagesOf, refusesPublishing, stateOf } from '@consultation/shared/rules/findings.ts'
import { and, asc, desc, eq, isNull, max } from 'drizzle-orm'
import { consultationOf } from '../consultations/consultations.ts'
import type { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { inTurn } from '../database/database.ts'
import { digestOf } from '../journal/journal.ts'
import { cite, copyLinks, linksTo } from '../links/links.ts'
import { restsOf } from '../links/results.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { findings, findingVersions, themes } from './tables.ts'
import { presentLine, type VersionRow } from './versions.ts'

export type FindingRow = typeof findings.$inferSelect
type Consultation = Pick<typeof consultations.$inferSelect, 'id' | 'title'>
/** A finding with what was published of it, the newest first. `row` is null for who reads versions alone. */
export type LoadedFinding = {
  id: string
  row: FindingRow | null
  versions: VersionRow[]
  consultation: Consultation
}

/**
 * A finding the caller may read: who writes sees it as it is being written, a delegation once it was published.
 * Refuses: not_found.
 */
export async function findingOf(tx: Tx, caller: Caller, findingId: string): Promise<LoadedFinding> {
  const [rows, versions] = await Promise.all([
    may(caller, 'finding.write') ? tx.select().from(findings).where(eq(findings.id, findingId)) : [],
    tx
      .select()
      .from(findingVersions)
      .where(eq(findingVersions.findingId, findingId))
      .orderBy(desc(findingVersions.version)),
  ])
  const row = rows[0] ?? null
  const consultationId = row?.consultationId ?? versions[0]?.consultationId
  if (consultationId === undefined) throw new Refused('not_found')
  const consultation = await consultationOf(tx, caller, consultationId)
  return { id: findingId, row, versions, consultation }
}

/** All findings of a consultation for who writes them; the newest published versions for delegations. Refuses: not_found. */
export async function findingsIn(tx: Tx, caller: Caller, consultationId: string): Promise<FindingLine[]> {
  await consultationOf(tx, caller, consultationId)
  const [rows, versions] = await Promise.all([
    may(caller, 'finding.write')
      ? tx.select().from(findings).where(eq(findings.consultationId, consultationId)).orderBy(asc(findings.number))
      : null,
    newestVersions(tx, consultationId),
  ])
  if (!rows) return versions.map((version) => lineOf(version, version))
  const newest = new Map(versions.map((version) => [version.findingId, version]))
  return rows.map((row) => lineOf(row, newest.get(row.id)))
}

/** Of each finding the version published last, by number. */
export async function newestVersions(tx: Tx, consultationId: string): Promise<VersionRow[]> {
  const rows = await tx
    .selectDistinctOn([findingVersions.findingId])
    .from(findingVersions)
    .where(eq(findingVersions.consultationId, consultationId))
    .orderBy(findingVersions.findingId, desc(findingVersions.version))
  return rows.sort((a, b) => a.number - b.number)
}

function lineOf(shown: FindingRow | VersionRow, newest: VersionRow | undefined): FindingLine {
  const writing = 'revision' in shown ? shown : null
  return {
    id: writing?.id ?? newest!.findingId,
    number: shown.number,
    title: shown.title,
    track: shown.track,
    themeId: shown.themeId,
    state: writing ? stateOf(writing) : newest?.withdrawnAt ? 'withdrawn' : 'published',
    version: newest?.version ?? 0,
    versionId: newest?.id ?? null,
    publishedAt: newest?.publishedAt.toISOString() ?? null,
    languages: languagesOf(shown.texts),
    change: shown.change,
  }
}

/** Begins a finding under the next number. Refuses: not_found, invalid (the theme, a citation). */
export async function add(work: Work, consultationId: string, body: FindingBody): Promise<LoadedFinding> {
  await consultationOf(work.tx, work.caller, consultationId)
  await refuseTheme(work.tx, consultationId, body.themeId)
  await inTurn(work, `findings ${consultationId}`)
  const [{ last } = { last: null }] = await work.tx
    .select({ last: max(findings.number) })
    .from(findings)
    .where(eq(findings.consultationId, consultationId))
  const { citations, ...written } = body
  const [added] = await work.tx
    .insert(findings)
    .values({ consultationId, number: (last ?? 0) + 1, ...written })
    .returning()
  await cite(work, consultationId, { kind: 'finding', id: added!.id }, citations)
  await work.write(streams.consultation(consultationId), 'finding.added', added!.id, body)
  return findingOf(work.tx, work.caller, added!.id)
}

/** Changes what is being written, as it was seen. Refuses: not_found, changed_meanwhile, finding_withdrawn, invalid. */
export async function change(
  work: Work,
  findingId: string,
  revision: number,
  body: FindingBody,
): Promise<LoadedFinding> {
  const known = await held(work, findingId)
  if (known.withdrawnAt) throw new Refused('finding_withdrawn')
  if (known.revision !== revision) throw await changedMeanwhile(work, findingId)
  await refuseTheme(work.tx, known.consultationId, body.themeId)
  const { citations, ...written } = body
  await cite(work, known.consultationId, { kind: 'finding', id: findingId }, citations)
  await work.tx
    .update(findings)
    .set({ ...written, revision: revision + 1 })
    .where(eq(findings.id, findingId))
  await work.write(streams.consultation(known.consultationId), 'finding.changed', findingId, body)
  return findingOf(work.tx, work.caller, findingId)
}

/**
 * Freezes what is being written as the next version, with what it rests on, and opens it to every delegation.
 * Refuses: not_found, changed_meanwhile, and what rules FI1 to FI4 say.
 */
export async function publish(work: Work, findingId: string, revision: number): Promise<LoadedFinding> {
  const known = await held(work, findingId)
  if (known.revision !== revision) throw await changedMeanwhile(work, findingId)
  const refusal = refusesPublishing(known)
  if (refusal) throw new Refused(refusal.code, refusal.field === '' ? {} : { field: refusal.field })
  const cited = await linksTo(work.tx, [{ kind: 'finding', id: findingId }])
  const version = known.version + 1
  const frozen = {
    findingId,
    consultationId: known.consultationId,
    version,
    number: known.number,
    themeId: known.themeId,
    track: known.track,
    title: known.title,
    texts: known.texts,
    change: known.change,
  }
  const rests = cited.map(({ fromKind, fromId, passage }) => ({ kind: fromKind, id: fromId, passage }))
  const digest = digestOf({ ...frozen, rests: rests.sort((a, b) => (a.id < b.id ? -1 : 1)) })
  const [published] = await work.tx
    .insert(findingVersions)
    .values({ ...frozen, digest, publishedAt: work.now })
    .returning()
  await copyLinks(work, { kind: 'finding', id: findingId }, { kind: 'finding', id: published!.id })
  await work.tx
    .update(findings)
    .set({ version, change: {}, publishedRevision: revision + 1, revision: revision + 1 })
    .where(eq(findings.id, findingId))
  await told(work, known, 'finding.published', { version, digest })
  return findingOf(work.tx, work.caller, findingId)
}

/** What was published stays readable and says so. Refuses: not_found, finding_withdrawn. */
export async function withdraw(work: Work, findingId: string): Promise<LoadedFinding> {
  const known = await held(work, findingId)
  if (known.withdrawnAt) throw new Refused('finding_withdrawn')
  await work.tx.update(findings).set({ withdrawnAt: work.now }).where(eq(findings.id, findingId))
  await work.tx
    .update(findingVersions)
    .set({ withdrawnAt: work.now })
    .where(and(eq(findingVersions.findingId, findingId), isNull(findingVersions.withdrawnAt)))
  await told(work, known, 'finding.withdrawn', { version: known.version })
  return findingOf(work.tx, work.caller, findingId)
}

async function told(
  work: Work,
  { id, consultationId, version }: FindingRow,
  kind: 'finding.published' | 'finding.withdrawn',
  content: unknown,
): Promise<void> {
  await work.write(streams.consultation(consultationId), kind, id, content)
  if (version > 0 || kind === 'finding.published')
    await work.write(streams.consultationAll(consultationId), kind, id, content)
}

/** Held until the transaction ends, so that two who save at once do so one after the other. Refuses: not_found. */
async function held(work: Work, findingId: string): Promise<FindingRow> {
  const [row] = await work.tx.select().from(findings).where(eq(findings.id, findingId)).for('update')
  if (!row) throw new Refused('not_found')
  return row
}

async function changedMeanwhile(work: Work, findingId: string): Promise<Refused> {
  const finding = await findingOf(work.tx, work.caller, findingId)
  const current = await presentFinding(work.tx, work.caller, finding, work.now)
  return new Refused('changed_meanwhile', { current })
}

async function refuseTheme(tx: Tx, consultationId: string, themeId: string | null): Promise<void> {
  if (themeId === null) return
  const [theme] = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.id, themeId), eq(themes.consultationId, consultationId)))
  if (!theme) throw new Refused('invalid', { field: 'themeId' })
}

/** The one door out for a finding. A delegation is told of versions, not of what is being written. */
export async function presentFinding(tx: Tx, caller: Caller, finding: LoadedFinding, now: Date): Promise<FindingView> {
  const { id, row, versions, consultation } = finding
  const [newest] = versions
  const withdrawnAt = newest?.withdrawnAt ?? null
  const to = { kind: 'finding', id } as const
  const rests = row ? ((await restsOf(tx, caller, [to], now)).get(id) ?? []) : []
  const state = row ? stateOf(row) : withdrawnAt ? 'withdrawn' : 'published'
  const open = row !== null && state !== 'withdrawn'
  return {
    id,
    consultationId: consultation.id,
    consultationTitle: consultation.title,
    number: row?.number ?? newest!.number,
    state,
    version: newest?.version ?? 0,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    revision: row?.revision ?? 0,
    draft: row && {
      title: row.title,
      track: row.track,
      themeId: row.themeId,
      texts: row.texts,
      change: row.change,
      rests,
    },
    versions: versions.map(presentLine),
    may: {
      write: open && may(caller, 'finding.write'),
      publish: open && may(caller, 'finding.publish'),
      withdraw: open && may(caller, 'finding.publish'),
    },
  }
}
