import {
  type Citation,
  type CitationView,
  CONTRIBUTION_KINDS,
  type LinkedKind,
  type Passage,
  type Reference,
} from '@consultation/shared/links.ts'
import { type Caller, isStaff } from '@consultation/shared/rules/access.ts'
import { liesWithin } from '@consultation/shared/rules/findings.ts'
import { isTraceable } from '@consultation/shared/rules/traces.ts'
import type { Block, TranslatedBlocks } from '@consultation/shared/text.ts'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { findingVersions, themes } from '../findings/tables.ts'
import { measures } from '../measures/tables.ts'
import { Refused } from '../refused.ts'
import { reportParagraphs, reports } from '../reports/tables.ts'
import type { Work } from '../work.ts'
import { sourcesOf } from './sources.ts'
import { links, settingsAside } from './tables.ts'

/** `to` rests on `from`. */
export type Link = Pick<typeof links.$inferSelect, 'id' | 'fromKind' | 'fromId' | 'passage' | 'toKind' | 'toId'>
/** How a thing is known in a map. */
export const keyOf = ({ kind, id }: Reference) => `${kind}:${id}`

/**
 * Replaces what `to` rests on, as far as the caller sees it; links that stay keep their id. The journal line is the caller's to
 * write. Refuses: invalid (`citations.N`: not there, not the caller's to see, of another consultation, or a passage that is not
 * in its words).
 */
export async function cite(
  work: Work,
  consultationId: string,
  to: Reference,
  citations: readonly Citation[],
): Promise<void> {
  await refuseUnseen(work.tx, work.caller, consultationId, citations)
  const before = await linksTo(work.tx, [to])
  const wanted = new Map(citations.map((one) => [written(one.source, one.passage), one]))
  const there = new Set(before.map((link) => written(sourceOf(link), link.passage)))
  const unlisted = before.filter((link) => !wanted.has(written(sourceOf(link), link.passage)))
  const gone = await thoseSeen(work, to, unlisted)
  if (gone.length > 0) {
    await work.tx.delete(links).where(
      inArray(
        links.id,
        gone.map(({ id }) => id),
      ),
    )
  }
  const added = [...wanted].filter(([key]) => !there.has(key)).map(([, one]) => one)
  if (added.length > 0) await work.tx.insert(links).values(added.map((one) => row(work, consultationId, one, to)))
}

/**
 * Who could not list a source has not taken it away: what staff rest on words that are sealed to the Review Team stays. The
 * Secretariat is shown everything there is, and a rapporteur every source of a point.
 */
async function thoseSeen(work: Work, to: Reference, some: readonly Link[]): Promise<Link[]> {
  if (some.length === 0 || to.kind === 'point' || isStaff(work.caller)) return [...some]
  const there = await textsOf(work.tx, work.caller, null, some.map(sourceOf))
  return some.filter((link) => there.has(keyOf(sourceOf(link))))
}

/** Nothing rests here any more: what rested is taken out. */
export async function clear(work: Work, { kind, id }: Reference): Promise<void> {
  await work.tx.delete(links).where(and(eq(links.toKind, kind), eq(links.toId, id)))
}

/** Adds one link beside those there are; the same again is the one there is. Refuses: invalid (`source`). */
export async function link(work: Work, consultationId: string, to: Reference, citation: Citation): Promise<Link> {
  await refuseUnseen(work.tx, work.caller, consultationId, [citation], () => 'source')
  const same = written(citation.source, citation.passage)
  const known = (await linksTo(work.tx, [to])).find((one) => written(sourceOf(one), one.passage) === same)
  if (known) return known
  const [added] = await work.tx
    .insert(links)
    .values(row(work, consultationId, citation, to))
    .returning()
  return added!
}

/** Takes one link away. Refuses: not_found. */
export async function unlink(work: Work, to: Reference, linkId: string): Promise<void> {
  const [removed] = await work.tx
    .delete(links)
    .where(and(eq(links.id, linkId), eq(links.toKind, to.kind), eq(links.toId, to.id)))
    .returning({ id: links.id })
  if (!removed) throw new Refused('not_found')
}

const LINK = `l.id, l.from_kind as "fromKind", l.from_id as "fromId", l.passage, l.to_kind as "toKind", l.to_id as "toId"`
const found = (end: 'from' | 'to') => ({
  name: `links-${end}`,
  text: `select ${LINK} from unnest($1::linked_kind[], $2::uuid[]) asked (kind, id)
    join links l on l.${end}_kind = asked.kind and l.${end}_id = asked.id order by l.at, l.from_kind, l.from_id`,
})
const LINKS = { from: found('from'), to: found('to') }

/** What these rest on, as far as the caller's role in the database shows it. */
export const linksTo = (tx: Tx, tos: readonly Reference[]): Promise<Link[]> => linksAt(tx, tos, 'to')

/** What rests on these. */
export const usesOf = (tx: Tx, froms: readonly Reference[]): Promise<Link[]> => linksAt(tx, froms, 'from')

async function linksAt(tx: Tx, ends: readonly Reference[], end: 'from' | 'to'): Promise<Link[]> {
  if (ends.length === 0) return []
  const asked = [...new Map(ends.map((one) => [keyOf(one), one])).values()]
  const values = [asked.map(({ kind }) => kind), asked.map(({ id }) => id)]
  return (await tx.$client.query<Link>({ ...LINKS[end], values })).rows
}

/**
 * The contributions each of these rests on, presented for the caller, by the id of what rests on them. What the caller may not
 * know of (TR4) is not among them, and nothing tells that it is missing. Findings, measures and themes among the sources: `linksTo`.
 */
export async function citationsOf(
  tx: Tx,
  caller: Caller,
  tos: readonly Reference[],
): Promise<Map<string, CitationView[]>> {
  const rows = await linksTo(tx, tos)
  const sources = await sourcesOf(tx, caller, rows.map(sourceOf))
  const cited = new Map<string, CitationView[]>(tos.map(({ id }) => [id, []]))
  for (const one of rows) {
    const source = sources.get(keyOf(sourceOf(one)))
    if (source && isTraceable(source.shownAs, caller))
      cited.get(one.toId)?.push({ id: one.id, passage: one.passage, source })
  }
  return cited
}

export const sourceOf = ({ fromKind, fromId }: Link): Reference => ({ kind: fromKind, id: fromId })

/** Everything one thing rests on is what another rests on too: a version keeps what its finding had. */
export async function copyLinks(work: Work, from: Reference, to: Reference): Promise<void> {
  await work.client.query(
    `insert into links (consultation_id, from_kind, from_id, passage, to_kind, to_id, by, at)
      select consultation_id, from_kind, from_id, passage, $3::linked_kind, $4, by, at from links
      where to_kind = $1::linked_kind and to_id = $2`,
    [from.kind, from.id, to.kind, to.id],
  )
}

const written = ({ kind, id }: Reference, passage: Passage | null) =>
  passage ? `${kind}:${id}:${passage.paragraph}:${passage.from}:${passage.to}` : `${kind}:${id}`

function row(work: Work, consultationId: string, { source, passage }: Citation, to: Reference) {
  if (work.caller.kind !== 'person') throw new Refused('forbidden')
  return {
    consultationId,
    fromKind: source.kind,
    fromId: source.id,
    passage,
    toKind: to.kind,
    toId: to.id,
    by: work.caller.personId,
    at: work.now,
  }
}

/** Each source is there for the caller, and each passage in its words. Refuses: invalid. */
async function refuseUnseen(
  tx: Tx,
  caller: Caller,
  consultationId: string,
  citations: readonly Citation[],
  fieldOf = (index: number) => `citations.${index}`,
): Promise<void> {
  const texts = await textsOf(
    tx,
    caller,
    consultationId,
    citations.map(({ source }) => source),
  )
  citations.forEach(({ source, passage }, index) => {
    const known = texts.get(keyOf(source))
    if (!known) throw new Refused('invalid', { field: fieldOf(index) })
    if (!known.some((blocks) => liesWithin(passage, blocks)))
      throw new Refused('invalid', { field: `${fieldOf(index)}.passage` })
  })
}

const isContribution = ({ kind }: Reference) => (CONTRIBUTION_KINDS as readonly LinkedKind[]).includes(kind)

/** The words of each, in each language it is in. A result may be of another consultation: the tracks rest on one another. */
async function textsOf(tx: Tx, caller: Caller, consultationId: string | null, refs: readonly Reference[]) {
  const texts = new Map<string, Block[][]>()
  const ids = (kind: LinkedKind) => refs.filter((one) => one.kind === kind).map(({ id }) => id)
  const put = (kind: LinkedKind, id: string, translated: TranslatedBlocks) =>
    texts.set(keyOf({ kind, id }), [[], ...Object.values(translated)])
  const [sources, versions, knownThemes, knownMeasures, paragraphs] = await Promise.all([
    sourcesOf(tx, caller, refs.filter(isContribution), consultationId),
    tx
      .select()
      .from(findingVersions)
      .where(inArray(findingVersions.id, ids('finding'))),
    tx
      .select({ id: themes.id })
      .from(themes)
      .where(inArray(themes.id, ids('theme'))),
    tx
      .select({ id: measures.id })
      .from(measures)
      .where(inArray(measures.id, ids('measure'))),
    tx
      .select({ id: reportParagraphs.id, texts: reportParagraphs.texts, kind: reportParagraphs.kind, of: reports.kind })
      .from(reportParagraphs)
      .innerJoin(reports, eq(reports.id, reportParagraphs.reportId))
      .where(inArray(reportParagraphs.id, [...ids('paragraph'), ...ids('summary')])),
  ])
  for (const [key, { blocks }] of sources) texts.set(key, [blocks])
  for (const { id, texts: translated } of versions) put('finding', id, translated)
  for (const { id } of knownThemes) put('theme', id, {})
  for (const { id } of knownMeasures) put('measure', id, {})
  // A heading of a summary says nothing that could be rested on.
  for (const { id, texts: translated, kind, of } of paragraphs)
    if (of === 'report') put('paragraph', id, translated)
    else if (kind === 'paragraph') put('summary', id, translated)
  return texts
}

/** That nothing is made of it, and why: its delegation is told. Refuses: invalid (`source`). */
export async function setAside(work: Work, consultationId: string, source: Reference, reason: string): Promise<void> {
  if (work.caller.kind !== 'person') throw new Refused('forbidden')
  const known = await sourcesOf(work.tx, work.caller, [source], consultationId)
  if (!known.has(keyOf(source))) throw new Refused('invalid', { field: 'source' })
  await takeUp(work, source)
  await work.tx.insert(settingsAside).values({
    consultationId,
    fromKind: source.kind,
    fromId: source.id,
    reason,
    by: work.caller.personId,
    at: work.now,
  })
}

/** Refuses: not_found (it was not set aside). */
export async function takeUpAgain(work: Work, source: Reference): Promise<void> {
  if ((await takeUp(work, source)) === 0) throw new Refused('not_found')
}

async function takeUp(work: Work, { kind, id }: Reference): Promise<number> {
  const rows = await work.tx
    .update(settingsAside)
    .set({ withdrawnAt: work.now })
    .where(and(eq(settingsAside.fromKind, kind), eq(settingsAside.fromId, id), isNull(settingsAside.withdrawnAt)))
    .returning({ id: settingsAside.id })
  return rows.length
}

export type SetAside = { reason: string; at: Date }

const ASIDE = {
  name: 'links-set-aside',
  text: `select from_kind as kind, from_id as id, reason, at from settings_aside
    where withdrawn_at is null and from_id = any ($1)`,
}

/** Of these, which are set aside, by key. A delegation is shown what is its own. */
export async function asideOf(tx: Tx, refs: readonly Reference[]): Promise<Map<string, SetAside>> {
  if (refs.length === 0) return new Map()
  const values = [refs.map(({ id }) => id)]
  const { rows } = await tx.$client.query<Reference & SetAside>({ ...ASIDE, values })
  return new Map(rows.map(({ kind, id, reason, at }) => [keyOf({ kind, id }), { reason, at }]))
}
