import type { FindingVersionView, VersionLine } from '@consultation/shared/findings.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { desc, eq } from 'drizzle-orm'
import { consultationOf } from '../consultations/consultations.ts'
import type { Tx } from '../database/database.ts'
import { restsOf } from '../links/results.ts'
import { Refused } from '../refused.ts'
import { findingVersions } from './tables.ts'
import { themeOf } from './themes.ts'

export type VersionRow = typeof findingVersions.$inferSelect

/** `MR-2017/F3/v2`: the platform’s own, never a document symbol. */
export const referenceOf = (consultation: string, { number, version }: Pick<VersionRow, 'number' | 'version'>) =>
  `${consultation}/F${number}/v${version}`

/** Refuses: not_found. */
export async function versionOf(tx: Tx, versionId: string): Promise<VersionRow> {
  const [version] = await tx.select().from(findingVersions).where(eq(findingVersions.id, versionId))
  if (!version) throw new Refused('not_found')
  return version
}

/** The row of versions of a finding, the newest first. */
export const versionsOf = (tx: Tx, findingId: string): Promise<VersionRow[]> =>
  tx
    .select()
    .from(findingVersions)
    .where(eq(findingVersions.findingId, findingId))
    .orderBy(desc(findingVersions.version))

/** A version with what it rests on, as far as the caller may read it. Refuses: not_found. */
export async function readVersion(tx: Tx, caller: Caller, versionId: string, now: Date): Promise<FindingVersionView> {
  const version = await versionOf(tx, versionId)
  const [consultation, versions, theme, rests] = await Promise.all([
    consultationOf(tx, caller, version.consultationId),
    versionsOf(tx, version.findingId),
    version.themeId === null ? null : themeOf(tx, version.themeId),
    restsOf(tx, caller, [{ kind: 'finding', id: versionId }], now),
  ])
  return {
    id: version.id,
    findingId: version.findingId,
    consultationId: version.consultationId,
    consultationTitle: consultation.title,
    reference: referenceOf(consultation.reference, version),
    number: version.number,
    version: version.version,
    title: version.title,
    track: version.track,
    theme: theme && { id: theme.id, number: theme.number, title: theme.title },
    texts: version.texts,
    change: version.change,
    digest: version.digest,
    publishedAt: version.publishedAt.toISOString(),
    withdrawnAt: version.withdrawnAt?.toISOString() ?? null,
    rests: rests.get(versionId) ?? [],
    versions: versions.map(presentLine),
  }
}

export const presentLine = (row: VersionRow): VersionLine => ({
  id: row.id,
  version: row.version,
  title: row.title,
  change: row.change,
  publishedAt: row.publishedAt.toISOString(),
  digest: row.digest,
})
