import type { Collections, Thing } from '@consultation/shared/room-view.ts'
import type { Tx } from '../database/database.ts'
import type { Look, Seen, SessionRow } from './room.ts'

type Seat = { session: Pick<SessionRow, 'id' | 'mode'>; seen: Extract<Seen, { kind: 'seat' }> }

/** What a delegation sees of its own in a room: things of one kind. */
export type Own<C extends keyof Collections = keyof Collections> = {
  readonly name: C
  /** Those of the session $1 that are the delegation's $2, with row-level security behind it. */
  readonly rows: string
  shown(rows: readonly unknown[], seat: Seat): Thing<C>[]
}

/** The rows are what is shown, or `present` makes it of one. */
export function own<C extends keyof Collections, Row = Thing<C>>(
  name: C,
  rows: string,
  present?: (row: Row, seat: Seat) => Thing<C>,
): Own<C> {
  return {
    name,
    rows,
    shown: (found, seat) => (present ? (found as Row[]).map((row) => present(row, seat)) : (found as Thing<C>[])),
  }
}

/** For a statement whose row says them all, each kind in a column. */
export const ownColumns = (kinds: readonly Own[]): string =>
  kinds.map(({ name, rows }) => `(select coalesce(json_agg(o), '[]') from (${rows}) o) as "${name}"`).join(', ')

/** What such a row shows. */
export const ownShown = (kinds: readonly Own[], row: object, seat: Seat): Partial<Collections> =>
  Object.fromEntries(kinds.map((kind) => [kind.name, kind.shown(Reflect.get(row, kind.name), seat)]))

/** All of these kinds, in one statement. */
export async function ownOf(tx: Tx, kinds: readonly Own[], seat: Seat): Promise<Partial<Collections>> {
  const { rows } = await tx.$client.query<object>({
    name: `own-${kinds.map(({ name }) => name).join('-')}`,
    text: `select ${ownColumns(kinds)}`,
    values: [seat.session.id, seat.seen.delegationId],
  })
  return ownShown(kinds, rows[0] ?? {}, seat)
}

/** Of one kind those with these ids, or of these items; none for another audience. */
export async function ownWith<C extends keyof Collections>(
  tx: Tx,
  kind: Own<C>,
  { session, seen }: Look,
  ids: readonly string[],
  by: 'id' | 'itemId' = 'id',
): Promise<Thing<C>[]> {
  if (seen.kind !== 'seat') return []
  const { rows } = await tx.$client.query<{ found: unknown[] }>({
    name: `own-${kind.name}-by-${by}`,
    text: `select coalesce(json_agg(o), '[]') as found from (${kind.rows}) o where o."${by}" = any($3)`,
    values: [session.id, seen.delegationId, ids],
  })
  return kind.shown(rows[0]?.found ?? [], { session, seen })
}
