import { streams } from '@consultation/shared/live.ts'
import type { Change, NoteView } from '@consultation/shared/room-view.ts'
import { and, asc, eq, inArray, max } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { cite, linksTo } from '../links/links.ts'
import { sourcesOf } from '../links/sources.ts'
import { Refused } from '../refused.ts'
import { atItem, type Look, type RoomPart, type SessionRow } from '../sessions/room.ts'
import type { Work } from '../work.ts'
import { notes } from './tables.ts'

type Sources = NoteView['sources']
type NoteRow = typeof notes.$inferSelect & { sources: Sources }
type Written = { text: string; sources: Sources }

/** What else rests on the points of a session, and is asked once they are as they will be; it may refuse. */
export type PointsChanged = (work: Work, session: SessionRow) => Promise<void>

/** Adds a point to the record. Refuses: not_found, forbidden, record_not_kept, session_not_open, invalid (a source). */
export async function add(
  work: Work,
  itemId: string,
  { text, sources }: Written,
  pointsChanged: PointsChanged,
): Promise<NoteRow> {
  const { session } = await writable(work, itemId)
  await refuseStrange(work, session, sources)
  const [{ last } = { last: null }] = await work.tx
    .select({ last: max(notes.place) })
    .from(notes)
    .where(eq(notes.itemId, itemId))
  const [note] = await work.tx
    .insert(notes)
    .values({
      sessionId: session.id,
      itemId,
      text,
      place: (last ?? 0) + 1,
      by: personOf(work),
      at: work.now,
    })
    .returning()
  await rest(work, session, note!.id, sources)
  await work.write(streams.sessionPodium(session.id), 'note.added', note!.id, { text, sources })
  await pointsChanged(work, session)
  return noteOf(work.tx, note!.id)
}

/** Changes a point as it was seen, and its place if `before` says so. Refuses: the same, and changed_meanwhile. */
export async function change(
  work: Work,
  noteId: string,
  revision: number,
  { text, sources, before }: Written & { before?: string | null | undefined },
  pointsChanged: PointsChanged,
): Promise<NoteRow> {
  const { itemId } = await noteOf(work.tx, noteId)
  const { session } = await writable(work, itemId)
  const known = await noteOf(work.tx, noteId)
  if (known.revision !== revision) throw new Refused('changed_meanwhile', { current: presentNote(known) })
  await refuseStrange(work, session, sources)
  const place = before === undefined ? known.place : await placeBefore(work.tx, known, before)
  await work.tx
    .update(notes)
    .set({ text, place, revision: revision + 1 })
    .where(eq(notes.id, noteId))
  await rest(work, session, noteId, sources)
  await work.write(streams.sessionPodium(session.id), 'note.changed', noteId, { text, sources, place })
  await pointsChanged(work, session)
  return noteOf(work.tx, noteId)
}

/** Refuses: not_found, forbidden, record_not_kept, session_not_open. */
export async function remove(work: Work, noteId: string, pointsChanged: PointsChanged): Promise<void> {
  const { itemId } = await noteOf(work.tx, noteId)
  const { session } = await writable(work, itemId)
  await rest(work, session, noteId, [])
  await work.tx.delete(notes).where(eq(notes.id, noteId))
  await work.write(streams.sessionPodium(session.id), 'note.removed', noteId)
  await pointsChanged(work, session)
}

/**
 * Nothing is written down but what everybody in the room can see is being written down; after the session the rapporteur edits
 * what was, until it is handed over.
 */
async function writable(work: Work, itemId: string) {
  const found = await atItem(work, itemId, 'note.write', { anytime: true })
  const { session, standing } = found
  if (session.state === 'open') {
    if (!session.recordKept) throw new Refused('record_not_kept')
  } else if (session.state !== 'closed' || session.handedOverAt !== null) throw new Refused('session_not_open')
  else if (!standing.roles.includes('rapporteur')) throw new Refused('forbidden')
  return found
}

/** What a point rests on is of this session, and seen by the room; where names are sealed, a place on the speakers list is one. */
async function refuseStrange({ tx, caller }: Work, session: SessionRow, sources: Sources): Promise<void> {
  const known = await sourcesOf(tx, caller, sources, session.consultationId)
  const here = sources.every(({ kind, id }) => {
    const place = known.get(`${kind}:${id}`)?.place
    return place && (place.kind !== 'session' || place.sessionId === session.id)
  })
  if (!here) throw new Refused('invalid', { field: 'sources' })
}

const rest = (work: Work, session: SessionRow, noteId: string, sources: Sources) =>
  cite(
    work,
    session.consultationId,
    { kind: 'point', id: noteId },
    sources.map((source) => ({ source, passage: null })),
  )

/** Between the one named and that before it; null is the end. Refuses: invalid. */
async function placeBefore(tx: Tx, note: NoteRow, before: string | null): Promise<number> {
  const rows = await tx.select().from(notes).where(eq(notes.itemId, note.itemId)).orderBy(asc(notes.place))
  const others = rows.filter(({ id }) => id !== note.id)
  if (before === null) return (others.at(-1)?.place ?? 0) + 1
  const at = others.findIndex(({ id }) => id === before)
  if (at < 0) throw new Refused('invalid', { field: 'before' })
  return (others[at]!.place + (others[at - 1]?.place ?? others[at]!.place - 2)) / 2
}

function personOf({ caller }: Work): string {
  if (caller.kind !== 'person') throw new Refused('forbidden')
  return caller.personId
}

/** Refuses: not_found. */
async function noteOf(tx: Tx, noteId: string): Promise<NoteRow> {
  const [note] = await withSources(tx, await tx.select().from(notes).where(eq(notes.id, noteId)))
  if (!note) throw new Refused('not_found')
  return note
}

const isSource = (kind: string): kind is Sources[number]['kind'] => kind !== 'point'

/** Points with what each rests on, in the order of its links. */
export async function withSources(tx: Tx, rows: readonly (typeof notes.$inferSelect)[]): Promise<NoteRow[]> {
  const points = rows.map(({ id }) => ({ kind: 'point' as const, id }))
  const cited = Map.groupBy(points.length > 0 ? await linksTo(tx, points) : [], ({ toId }) => toId)
  return rows.map((row) => ({
    ...row,
    sources: (cited.get(row.id) ?? []).flatMap(({ fromKind: kind, fromId: id }) =>
      isSource(kind) ? [{ kind, id }] : [],
    ),
  }))
}

export const presentNote = (row: NoteRow): NoteView => ({
  id: row.id,
  itemId: row.itemId,
  text: row.text,
  place: row.place,
  sources: row.sources,
  revision: row.revision,
})

export const notesIn = async (tx: Tx, { session }: Look, ids?: readonly string[]): Promise<NoteView[]> => {
  const rows = await tx
    .select()
    .from(notes)
    .where(and(eq(notes.sessionId, session.id), ids ? inArray(notes.id, [...ids]) : undefined))
    .orderBy(asc(notes.place))
  return (await withSources(tx, rows)).map(presentNote)
}

/** Points of the record, told to the podium. */
export const notePart: RoomPart = {
  nouns: ['note'],
  async whole(tx, look) {
    return look.seen.kind === 'podium' ? { notes: await notesIn(tx, look) } : {}
  },
  async changed(tx, look, _noun, subjects) {
    if (look.seen.kind !== 'podium') return []
    const there = new Map((await notesIn(tx, look, subjects)).map((note) => [note.id, note]))
    return subjects.map((id): Change => {
      const value = there.get(id)
      return value ? { set: 'notes', value } : { drop: 'notes', id }
    })
  },
}
