import type { RetreatView } from '@consultation/shared/retreats.ts'
import type { DraftPart, ExportDocument, Sheet } from '../exports/document.ts'
import { heading, type Made, type PaperBook, paperOf, sentence } from './paper-book.ts'

export type Group = RetreatView['slots'][number]['sessions'][number]

/** What each breakout group brought back, as its plenary was told: points, dissent in its words, or why there are none. */
export function reportBacksPaper(made: Made, retreat: RetreatView): ExportDocument {
  const { book } = made
  return paperOf(made, 'report_backs', {
    title: retreat.title,
    reference: retreat.reference,
    zone: retreat.zone,
    about: [],
    parts: slotsWithGroups(retreat).flatMap(({ title, sessions }): DraftPart[] => [
      heading(1, book.phrase(title)),
      ...sessions.flatMap((group) => groupParts(book, retreat, group)),
    ]),
    sheets: [sheet(book, retreat)],
  })
}

const slotsWithGroups = ({ slots }: RetreatView) =>
  slots
    .filter(({ kind }) => kind === 'breakouts')
    .map((slot) => ({ ...slot, sessions: slot.sessions.filter(({ state }) => state !== 'cancelled') }))

const discussed = (book: PaperBook, { findings }: RetreatView, { findingIds }: Group) =>
  book.list(
    findings
      .filter(({ findingId }) => findingIds.includes(findingId))
      .map(({ number, title }) => `${book.number(number)} ${book.plain(title)}`),
  )

/** Under the Chatham House Rule dissent is told in its words alone. */
const dissents = (book: PaperBook, { reportBack }: Group) =>
  (reportBack?.dissents ?? []).map(({ seat, note }) =>
    seat.kind === 'delegation' ? `${book.delegation(seat.delegationId)}: ${note}` : note,
  )

export function groupParts(book: PaperBook, retreat: RetreatView, group: Group): DraftPart[] {
  const report = group.reportBack
  const findings = discussed(book, retreat, group)
  const points = report?.points ?? []
  const dissenting = dissents(book, group)
  return [
    heading(2, `${book.say('paper_group', { number: group.number })} · ${book.plain(group.title)}`),
    ...(findings ? [sentence(book.say('paper_discussed', { findings }))] : []),
    ...(report?.reason ? [sentence(book.say('paper_gave_up', { reason: report.reason }))] : []),
    ...(points.length === 0 && !report?.reason ? [sentence(book.say('paper_not_put'))] : []),
    ...points.map(({ text }, at): DraftPart => ({ kind: 'item', label: `${book.number(at + 1)}.`, content: text })),
    ...(report?.signed ? [sentence(book.say('paper_signed', { count: report.signed }))] : []),
    ...(dissenting.length > 0 ? [heading(3, book.say('paper_dissent')), ...dissenting.map(sentence)] : []),
  ]
}

/** What a group brought back, line by line: points, dissent, or why there are none. */
export const groupLines = (book: PaperBook, group: Group): { kind: string; text: string }[] => [
  ...(group.reportBack?.points ?? []).map(({ text }) => ({ kind: book.say('paper_points'), text })),
  ...dissents(book, group).map((text) => ({ kind: book.say('paper_dissent'), text })),
  ...(group.reportBack?.reason ? [{ kind: book.say('note'), text: group.reportBack.reason }] : []),
]

function sheet(book: PaperBook, retreat: RetreatView): Sheet {
  return {
    name: book.say('paper_points'),
    columns: [
      { key: 'slot', title: book.say('paper_heading'), width: 30 },
      { key: 'number', title: book.say('paper_number'), width: 6 },
      { key: 'group', title: book.say('paper_group_title'), width: 40 },
      { key: 'findings', title: book.say('paper_finding_title'), width: 40 },
      { key: 'kind', title: book.say('paper_kind'), width: 16 },
      { key: 'text', title: book.say('paper_text'), width: 90 },
    ],
    rows: slotsWithGroups(retreat).flatMap(({ title, sessions }) =>
      sessions.flatMap((group) => {
        const about = [
          book.plain(title),
          group.number,
          book.plain(group.title),
          discussed(book, retreat, group) || null,
        ] as const
        return groupLines(book, group).map(({ kind, text }) => [...about, kind, text])
      }),
    ),
  }
}
