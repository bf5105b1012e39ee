import type { Language } from '@consultation/shared/languages.ts'
import type { RecordView } from '@consultation/shared/records.ts'
import type { Seat } from '@consultation/shared/room-view.ts'
import { plainText } from '@consultation/shared/text.ts'
import type { Sheet } from '../exports/document.ts'
import { LANGUAGES_NAMED } from '../exports/words.ts'
import {
  type Item,
  ideasByCluster,
  type Kind,
  type RecordBook,
  remarksUnder,
  topicState,
  versionOf,
} from './record-book.ts'

type Row = {
  id: string
  kind: Kind
  seat?: Seat
  language?: Language
  text: string
  figure?: number | null
  /** What it stands under, or rests on. */
  sources?: readonly { kind: Kind; id: string }[]
  /** A part of the figures, a state, a capacity. */
  detail?: string
}

/** The record as rows, each with everything that says where it belongs: one copied out alone can still be traced. */
export function recordSheet(record: RecordView, book: RecordBook): Sheet {
  const { session } = record
  const status = record.provisional ? book.say('record_provisional') : null
  return {
    name: book.say('record'),
    columns: [
      { key: 'session', title: book.say('record_session'), width: 18 },
      { key: 'mode', title: book.say('record_mode'), width: 24 },
      { key: 'status', title: book.say('status'), width: 24 },
      { key: 'number', title: book.say('number'), width: 6 },
      { key: 'item', title: book.say('record_item'), width: 32 },
      { key: 'questions', title: book.say('question'), width: 40 },
      { key: 'phase', title: book.say('record_board_phase'), width: 16 },
      { key: 'kind', title: book.say('record_kind'), width: 18 },
      { key: 'name', title: book.say('delegation'), width: 24 },
      { key: 'language', title: book.say('language'), width: 12 },
      { key: 'text', title: book.say('record_text'), width: 90 },
      { key: 'detail', title: book.say('note'), width: 30 },
      { key: 'figure', title: book.say('record_figure'), width: 10 },
      { key: 'sources', title: book.say('record_belongs_to'), width: 24 },
      { key: 'sourceIds', title: book.say('record_source_ids'), width: 40 },
      { key: 'id', title: book.say('record_id'), width: 40 },
    ],
    rows: record.items.flatMap((item) => {
      const about = [
        session.reference,
        book.say(session.mode),
        status,
        item.item.number,
        book.item(item),
        item.item.questions.map(({ number, text }) => `${number}. ${book.plain(text)}`).join('\n') || null,
        book.say('record_phase', { phase: item.item.board.phase }),
      ]
      return rowsOf(book, item).map((row) => [...about, ...cells(book, row)])
    }),
  }
}

function cells(book: RecordBook, row: Row): (string | number | null)[] {
  const { id, kind, seat, language, text, figure = null, sources = [], detail = null } = row
  const named = seat !== undefined && seat.kind !== 'withheld'
  const told = sources.filter((source) => source.kind === 'answer' || book.isTold(source.id))
  return [
    book.label(id, kind),
    named ? book.seat(seat) : null,
    // AT5 The language goes with the name.
    named && language ? LANGUAGES_NAMED[book.language][language] : null,
    text,
    detail || null,
    figure,
    told.length > 0 ? book.list(book.labels(told)) : null,
    told.length > 0 ? told.map((source) => source.id).join(' ') : null,
    id,
  ]
}

function rowsOf(book: RecordBook, item: Item): Row[] {
  return [
    ...item.speakers.map(
      ({ id, seat, capacity }): Row => ({
        id,
        kind: 'speaker',
        seat,
        text: '',
        detail: book.say('record_place', { capacity }),
      }),
    ),
    ...item.statements.map(
      (statement): Row => ({
        id: statement.id,
        kind: 'statement',
        seat: statement.seat,
        language: statement.language,
        text: plainText(statement.blocks),
        detail: [
          ...versionOf(book, statement),
          ...(statement.channel === 'writing' && statement.seat.kind !== 'withheld'
            ? [book.say('record_in_writing')]
            : []),
        ].join(' · '),
      }),
    ),
    ...ideasByCluster(item).flatMap(({ cluster, ideas }): Row[] => [
      ...(cluster ? [{ id: cluster.id, kind: 'cluster' as const, text: cluster.name, figure: cluster.points }] : []),
      ...ideas.map(
        ({ id, seat, language, text, mergedInto }): Row => ({
          id,
          kind: 'idea',
          seat,
          language,
          text,
          sources: [
            ...(cluster ? [{ kind: 'cluster' as const, id: cluster.id }] : []),
            ...(mergedInto ? [{ kind: 'idea' as const, id: mergedInto }] : []),
          ],
        }),
      ),
    ]),
    ...item.temperatures.flatMap((one): Row[] => {
      const text = book.plain(one.question)
      const base = { id: one.id, kind: 'temperature' as const, text }
      const note = (parts: string[]) => [...parts, book.say('record_indicative')].join(' · ')
      if (!one.result) return [{ ...base, detail: note([book.say('record_no_figures', { state: one.state })]) }]
      const { answered, all, parts } = one.result
      return [
        { ...base, figure: answered, detail: note([book.say('total')]) },
        ...(all ?? []).map(({ choices, figure }) => ({ ...base, figure, detail: note([book.choices(choices)]) })),
        ...parts.flatMap((part) => [
          { ...base, figure: part.answered, detail: note([book.regions(part.regions), book.say('total')]) },
          ...(part.figures ?? []).map(({ choices, figure }) => ({
            ...base,
            figure,
            detail: note([book.regions(part.regions), book.choices(choices)]),
          })),
        ]),
      ]
    }),
    ...item.topics.flatMap((topic): Row[] => [
      {
        id: topic.id,
        kind: 'topic',
        text: topic.title,
        detail: topicState(book, topic),
        sources: topic.clusterId ? [{ kind: 'cluster', id: topic.clusterId }] : [],
      },
      ...remarksUnder(item, topic).map(
        ({ id, seat, language, text, replyTo, quotes }): Row => ({
          id,
          kind: 'remark',
          seat,
          language,
          text,
          sources: [
            { kind: 'topic', id: topic.id },
            ...[replyTo, quotes].flatMap((source) => (source ? [{ kind: 'remark' as const, id: source }] : [])),
          ],
        }),
      ),
    ]),
    ...item.notes.map(({ id, text, sources }): Row => ({ id, kind: 'note', text, sources })),
  ]
}
