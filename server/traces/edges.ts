import type { Passage, Reference } from '@consultation/shared/links.ts'
import type { Way } from '@consultation/shared/rules/traces.ts'
import { inArray } from 'drizzle-orm'
import { clusters, ideas } from '../board/tables.ts'
import type { Tx } from '../database/database.ts'
import { type Link, linksTo, sourceOf, usesOf } from '../links/links.ts'

/** `to` rests on `from`: by a link, or because a room put them together. */
export type Edge = { way: Way; passage: Passage | null; from: Reference; to: Reference }

/** What rests on these, one step on. */
export async function edgesFrom(tx: Tx, refs: readonly Reference[]): Promise<Edge[]> {
  if (refs.length === 0) return []
  const [used, fromIdeas, fromClusters] = await Promise.all([
    usesOf(tx, refs),
    rowsOf(ofKind(refs, 'idea'), (ids) => tx.select().from(ideas).where(inArray(ideas.id, ids))),
    rowsOf(ofKind(refs, 'cluster'), (ids) => tx.select().from(clusters).where(inArray(clusters.id, ids))),
  ])
  return [
    ...used.map(linked),
    ...fromIdeas.flatMap(({ id, mergedInto, clusterId }) => [
      ...(mergedInto ? [together('merged', 'idea', id, 'idea', mergedInto)] : []),
      ...(clusterId ? [together('clustered', 'idea', id, 'cluster', clusterId)] : []),
    ]),
    ...fromClusters.flatMap(({ id, mergedInto }) =>
      mergedInto ? [together('merged', 'cluster', id, 'cluster', mergedInto)] : [],
    ),
  ]
}

/** What these rest on, one step back. */
export async function edgesTo(tx: Tx, refs: readonly Reference[]): Promise<Edge[]> {
  if (refs.length === 0) return []
  const [rests, merged, grouped, joined] = await Promise.all([
    linksTo(tx, refs),
    rowsOf(ofKind(refs, 'idea'), (ids) => tx.select().from(ideas).where(inArray(ideas.mergedInto, ids))),
    rowsOf(ofKind(refs, 'cluster'), (ids) => tx.select().from(ideas).where(inArray(ideas.clusterId, ids))),
    rowsOf(ofKind(refs, 'cluster'), (ids) => tx.select().from(clusters).where(inArray(clusters.mergedInto, ids))),
  ])
  return [
    ...rests.map(linked),
    ...merged.map(({ id, mergedInto }) => together('merged', 'idea', id, 'idea', mergedInto!)),
    ...grouped.map(({ id, clusterId }) => together('clustered', 'idea', id, 'cluster', clusterId!)),
    ...joined.map(({ id, mergedInto }) => together('merged', 'cluster', id, 'cluster', mergedInto!)),
  ]
}

const linked = (link: Link): Edge => ({
  way: link.toKind === 'theme' ? 'coded' : 'cited',
  passage: link.passage,
  from: sourceOf(link),
  to: { kind: link.toKind, id: link.toId },
})

const together = (
  way: Way,
  fromKind: Reference['kind'],
  from: string,
  toKind: Reference['kind'],
  to: string,
): Edge => ({
  way,
  passage: null,
  from: { kind: fromKind, id: from },
  to: { kind: toKind, id: to },
})

const ofKind = (refs: readonly Reference[], kind: Reference['kind']) =>
  refs.filter((one) => one.kind === kind).map(({ id }) => id)

const rowsOf = async <R>(ids: string[], ask: (ids: string[]) => PromiseLike<R[]>): Promise<R[]> =>
  ids.length === 0 ? [] : ask(ids)
