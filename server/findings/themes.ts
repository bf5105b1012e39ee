import type { ThemeView } from '@consultation/shared/findings.ts'
import { streams } from '@consultation/shared/live.ts'
import { type Caller, may } from '@consultation/shared/rules/access.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { asc, count, eq, inArray, max } from 'drizzle-orm'
import { consultationOf } from '../consultations/consultations.ts'
import type { Tx } from '../database/database.ts'
import { inTurn } from '../database/database.ts'
import { links } from '../links/tables.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { themes } from './tables.ts'

export type ThemeRow = typeof themes.$inferSelect

/** Refuses: not_found. */
export async function themeOf(tx: Tx, themeId: string): Promise<ThemeRow> {
  const [theme] = await tx.select().from(themes).where(eq(themes.id, themeId))
  if (!theme) throw new Refused('not_found')
  return theme
}

export const themesIn = (tx: Tx, consultationId: string): Promise<ThemeRow[]> =>
  tx.select().from(themes).where(eq(themes.consultationId, consultationId)).orderBy(asc(themes.number))

/** Adds a theme under the next number. Refuses: not_found. */
export async function addTheme(work: Work, consultationId: string, title: Translated): Promise<ThemeRow> {
  await consultationOf(work.tx, work.caller, consultationId)
  await inTurn(work, `themes ${consultationId}`)
  const [{ last } = { last: null }] = await work.tx
    .select({ last: max(themes.number) })
    .from(themes)
    .where(eq(themes.consultationId, consultationId))
  const [theme] = await work.tx
    .insert(themes)
    .values({ consultationId, number: (last ?? 0) + 1, title })
    .returning()
  await told(work, theme!, 'theme.added')
  return theme!
}

/** Refuses: not_found. */
export async function changeTheme(work: Work, themeId: string, title: Translated): Promise<ThemeRow> {
  await themeOf(work.tx, themeId)
  const [theme] = await work.tx.update(themes).set({ title }).where(eq(themes.id, themeId)).returning()
  await told(work, theme!, 'theme.changed')
  return theme!
}

/** Whoever writes, and every delegation: findings show their theme. */
async function told(work: Work, theme: ThemeRow, kind: 'theme.added' | 'theme.changed'): Promise<void> {
  for (const stream of [streams.consultation(theme.consultationId), streams.consultationAll(theme.consultationId)])
    await work.write(stream, kind, theme.id, { title: theme.title })
}

/** The one door out for themes. How much is coded under one is for who codes. */
export async function presentThemes(tx: Tx, caller: Caller, rows: readonly ThemeRow[]): Promise<ThemeView[]> {
  const writes = may(caller, 'finding.write')
  const ids = rows.map(({ id }) => id)
  const counted = writes
    ? await tx
        .select({ id: links.toId, passages: count() })
        .from(links)
        .where(inArray(links.toId, ids))
        .groupBy(links.toId)
    : []
  const passages = new Map(counted.map((one) => [one.id, one.passages]))
  return rows.map((row) => ({
    id: row.id,
    consultationId: row.consultationId,
    number: row.number,
    title: row.title,
    passages: writes ? (passages.get(row.id) ?? 0) : null,
  }))
}
