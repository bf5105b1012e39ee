import { streams } from '@consultation/shared/live.ts'
import type { Change, NoteView } from '@consultation/shared/room-view.ts'
import { and, asc, eq, inArray, max } from 'drizzle-orm'
import { clusters, ideas } from '../board/tables.ts'
import type { Tx } from '../database/database.ts'
import { speakers, statements } from '../floor/tables.ts'
import { Refused } from '../refused.ts'
import { contributions } from '../responses/tables.ts'
import { atItem, type Look, type RoomPart, type SessionRow } from '../sessions/room.ts'
import { remarks } from '../topics/tables.ts'
import type { Work } from '../work.ts'
import { notes } from './tables.ts'

type NoteRow = typeof notes.$inferSelect
type Sources = NoteView['sources']
type Written = { text: string; sources: Sources }

/** Adds a point to the record. Refuses: not_found, forbidden, record_not_kept, session_not_open, invalid (a source). */
export async function add(work: Work, itemId: string, { text, sources }: Written): Promise<NoteRow> {
  const { session } = await writable(work, itemId)
  await refuseStrange(work.tx, session, sources)
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
      sources,
      place: (last ?? 0) + 1,
      by: personOf(work),
      at: work.now,
    })
    .returning()
  await work.write(streams.sessionPodium(session.id), 'note.added', note!.id, { text, sources })
  return note!
}

/** Changes a point as it was seen, and its place if `before` says so. Refuses: the same, and changed_meanwhile. */
export async function change(
  work: Work,
  noteId: string,
  revision: number,
  { text, sources, before }: Written & { before?: string | null | undefined },
): Promise<NoteRow> {
  const { itemId } = await noteOf(work.tx, noteId)
  const { session } = await writable(work, itemId)
  const known = await noteOf(work.tx, noteId)
  if (known.revision !== revision) throw new Refused('changed_meanwhile', { current: presentNote(known) })
  await refuseStrange(work.tx, session, sources)
  const place = before === undefined ? known.place : await placeBefore(work.tx, known, before)
  const [note] = await work.tx
    .update(notes)
    .set({ text, sources, place, revision: revision + 1 })
    .where(eq(notes.id, noteId))
    .returning()
  await work.write(streams.sessionPodium(session.id), 'note.changed', noteId, { text, sources, place })
  return note!
}

/** Refuses: not_found, forbidden, record_not_kept, session_not_open. */
export async function remove(work: Work, noteId: string): Promise<void> {
  const { itemId } = await noteOf(work.tx, noteId)
  const { session } = await writable(work, itemId)
  await work.tx.delete(notes).where(eq(notes.id, noteId))
  await work.write(streams.sessionPodium(session.id), 'note.removed', noteId)
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
async function refuseStrange(tx: Tx, session: SessionRow, sources: Sources): Promise<void> {
  const of = (kind: Sources[number]['kind']) => [
    ...new Set(sources.filter((one) => one.kind === kind).map(({ id }) => id)),
  ]
  const here = (table: typeof ideas | typeof clusters | typeof statements | typeof speakers | typeof remarks) =>
    eq(table.sessionId, session.id)
  if (session.mode !== 'attributed' && of('speaker').length > 0) throw new Refused('invalid', { field: 'sources' })
  const found = await Promise.all([
    tx
      .select({ id: ideas.id })
      .from(ideas)
      .where(and(here(ideas), eq(ideas.state, 'open'), inArray(ideas.id, of('idea')))),
    tx
      .select({ id: clusters.id })
      .from(clusters)
      .where(and(here(clusters), inArray(clusters.id, of('cluster')))),
    tx
      .select({ id: statements.id })
      .from(statements)
      .where(and(here(statements), statements.open, inArray(statements.id, of('statement')))),
    tx
      .select({ id: speakers.id })
      .from(speakers)
      .where(and(here(speakers), inArray(speakers.id, of('speaker')))),
    tx
      .select({ id: remarks.id })
      .from(remarks)
      .where(and(here(remarks), inArray(remarks.id, of('remark')))),
    tx
      .select({ id: contributions.id })
      .from(contributions)
      .where(inArray(contributions.id, of('answer'))),
  ])
  const known = new Set(found.flat().map(({ id }) => id))
  if (sources.some(({ id }) => !known.has(id))) throw new Refused('invalid', { field: 'sources' })
}

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
  const [note] = await tx.select().from(notes).where(eq(notes.id, noteId))
  if (!note) throw new Refused('not_found')
  return note
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
  return rows.map(presentNote)
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
