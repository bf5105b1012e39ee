import type { RecordView } from '@consultation/shared/records.ts'
import type { NoteView, Seat } from '@consultation/shared/room-view.ts'
import { type Block, plainText } from '@consultation/shared/text.ts'

export type Source = NoteView['sources'][number]
export type Named = Source & { label: string; by: string | null }
type Item = RecordView['items'][number]

export const sameSource = (a: Source, b: Source) => a.kind === b.kind && a.id === b.id

const SHOWN = 90
const short = (text: string) => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > SHOWN ? `${flat.slice(0, SHOWN).trimEnd()}…` : flat
}

/** Everything of an item that a point can rest on, in the order of the record. */
export function sourcesOf(item: Item, seatName: (seat: Seat) => string): Named[] {
  return [
    ...item.speakers.map(({ id, seat }) => ({ kind: 'speaker' as const, id, label: seatName(seat), by: null })),
    ...item.statements.map(({ id, seat, blocks }) => ({
      kind: 'statement' as const,
      id,
      label: short(plainText(blocks as Block[])),
      by: seatName(seat),
    })),
    ...item.clusters.map(({ id, name }) => ({ kind: 'cluster' as const, id, label: name, by: null })),
    ...item.ideas
      .filter(({ mergedInto }) => mergedInto === null)
      .map(({ id, text, seat }) => ({ kind: 'idea' as const, id, label: short(text), by: seatName(seat) })),
    ...item.remarks.map(({ id, text, seat }) => ({
      kind: 'remark' as const,
      id,
      label: short(text),
      by: seatName(seat),
    })),
  ]
}
