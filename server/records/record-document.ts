import type { RecordView } from '@consultation/shared/records.ts'
import type { IdeaView, RemarkView, Seat, StatementView, TemperatureView } from '@consultation/shared/room-view.ts'
import { blocksOf } from '@consultation/shared/text.ts'
import { composeDocument, type DraftPart, type ExportDocument } from '../exports/document.ts'
import { originalLanguage } from '../exports/words.ts'
import { type Item, ideasByCluster, type RecordBook, remarksUnder, topicState, versionOf } from './record-book.ts'
import { recordSheet } from './record-sheet.ts'

export type Made = { record: RecordView; book: RecordBook; at: Date; sample: boolean }

/** The record in one language, as the tree that every form of file is made from. */
export function recordDocument({ record, book, at, sample }: Made): ExportDocument {
  const { session } = record
  numbered(book, record)
  const banner = session.rehearsal ? book.say('record_rehearsal') : sample ? book.say('sample_banner') : undefined
  return composeDocument({
    language: book.language,
    title: book.phrase(session.title),
    subtitle: book.say('record'),
    reference: session.reference,
    status: book.say('record_status'),
    handling: 'unclassified',
    office: book.plain(book.names.office),
    date: at.toISOString(),
    zone: session.zone,
    ...(banner ? { banner } : {}),
    parts: [
      { kind: 'note', title: book.say('note_by_office'), paragraphs: about(record, book) },
      ...record.items.flatMap((item) => itemParts(book, item)),
    ],
    sheets: [recordSheet(record, book)],
  })
}

/** One count for each kind through the whole record, in the order in which it is told. */
function numbered(book: RecordBook, { items }: RecordView): void {
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id)
  for (const item of items) {
    book.count('speaker', ids(item.speakers))
    book.count('statement', ids(item.statements))
    book.count('cluster', ids(item.clusters))
    book.count('idea', ids(ideasByCluster(item).flatMap(({ ideas }) => ideas)))
    book.count('temperature', ids(item.temperatures))
    book.count('topic', ids(item.topics))
    book.count('remark', ids(item.topics.flatMap((topic) => remarksUnder(item, topic))))
    book.count('note', ids(item.notes))
  }
}

function about(record: RecordView, book: RecordBook): string[] {
  const { session, attended, channels, provisional } = record
  return [
    ...(provisional ? [book.say('record_provisional')] : []),
    ...(session.rehearsal ? [book.say('record_rehearsal')] : []),
    book.mode(session),
    ...(attended && attended.length > 0
      ? [book.say('record_attended', { delegations: book.delegations(attended) })]
      : []),
    ...(channels ? [book.say('record_channels', channels)] : []),
  ]
}

function itemParts(book: RecordBook, item: Item): DraftPart[] {
  const parts = [
    ...speakers(book, item),
    ...statements(book, item),
    ...ideas(book, item),
    ...temperatures(book, item),
    ...topics(book, item),
    ...notes(book, item),
  ]
  return [
    {
      kind: 'heading',
      level: 1,
      numbering: { label: `${item.item.number}.` },
      text: book.phrase(item.item.title),
    },
    ...item.item.questions.map(
      ({ number, text }): DraftPart => ({ kind: 'item', label: `${number}.`, content: book.phrase(text) }),
    ),
    ...(parts.length > 0 ? parts : [sentence(book.say('record_nothing'))]),
  ]
}

const sentence = (text: string): DraftPart => ({ kind: 'paragraph', numbered: false, content: text })
const heading = (level: 2 | 3, text: string): DraftPart => ({ kind: 'heading', level, text, numbering: 'none' })
const titled = (book: RecordBook, id: string, kind: Parameters<RecordBook['label']>[1], seat: Seat): string =>
  [book.label(id, kind), book.seat(seat)].filter(Boolean).join(' · ')

function speakers(book: RecordBook, { speakers, spoke }: Item): DraftPart[] {
  if (speakers.length === 0 && !spoke) return []
  return [
    heading(2, book.say('record_speakers')),
    ...(spoke ? [sentence(book.say('record_spoke', { count: spoke }))] : []),
    ...speakers.map(
      ({ id, seat, capacity }): DraftPart => ({
        kind: 'item',
        label: `${book.number(id)}.`,
        content: [book.seat(seat), book.say('record_place', { capacity })].filter(Boolean).join(' · '),
      }),
    ),
  ]
}

export function statementPart(book: RecordBook, statement: StatementView): DraftPart {
  const { id, seat, blocks, language, channel } = statement
  const withheld = seat.kind === 'withheld'
  const version = versionOf(book, statement)
  return {
    kind: 'text',
    shownAs: titled(book, id, 'statement', seat),
    blocks,
    language,
    // AT5 With the name go the language and the way it came.
    notes: withheld
      ? version
      : [
          ...version,
          ...(language === book.language ? [] : [originalLanguage(book.language, language)]),
          ...(seat.kind === 'group'
            ? [book.say('delivered_by', { delegation: book.delegation(seat.delegationId) })]
            : []),
          ...(channel === 'writing' ? [book.say('record_in_writing')] : []),
        ],
  }
}

function statements(book: RecordBook, { statements }: Item): DraftPart[] {
  if (statements.length === 0) return []
  return [heading(2, book.say('record_statements')), ...statements.map((statement) => statementPart(book, statement))]
}

function ideas(book: RecordBook, item: Item): DraftPart[] {
  const told = ideasByCluster(item).filter(({ cluster, ideas }) => cluster !== null || ideas.length > 0)
  if (told.length === 0) return []
  return [
    heading(2, book.say('record_ideas')),
    ...told.flatMap(({ cluster, ideas }): DraftPart[] => [
      ...(cluster
        ? [
            heading(3, `${book.label(cluster.id, 'cluster')} · ${cluster.name}`),
            ...(cluster.points === null ? [] : [sentence(book.say('record_points', { count: cluster.points }))]),
          ]
        : told.length > 1
          ? [heading(3, book.say('record_unclustered'))]
          : []),
      ...ideas.map((idea) => ideaPart(book, idea)),
    ]),
  ]
}

const ideaPart = (book: RecordBook, { id, seat, text, language }: IdeaView): DraftPart => ({
  kind: 'text',
  shownAs: titled(book, id, 'idea', seat),
  blocks: blocksOf(text),
  language,
  notes: seat.kind === 'withheld' || language === book.language ? [] : [originalLanguage(book.language, language)],
})

function temperatures(book: RecordBook, { temperatures }: Item): DraftPart[] {
  if (temperatures.length === 0) return []
  return [
    heading(2, book.say('record_temperatures')),
    sentence(book.say('record_indicative')),
    ...temperatures.flatMap((one) => temperatureParts(book, one)),
  ]
}

function temperatureParts(book: RecordBook, { id, question, round, state, result }: TemperatureView): DraftPart[] {
  const title = [book.label(id, 'temperature'), ...(round > 1 ? [book.say('record_round', { number: round })] : [])]
  const head: DraftPart[] = [heading(3, `${title.join(' · ')} · ${book.plain(question)}`)]
  if (!result) return [...head, sentence(book.say('record_no_figures', { state }))]
  const table = (caption: string, figures: { choices: readonly string[]; figure: number }[]): DraftPart => ({
    kind: 'table',
    caption,
    columns: [
      { title: book.say('choice'), width: 3 },
      { title: book.say('record_figure'), align: 'end' },
    ],
    rows: figures.map(({ choices, figure }) => [book.choices(choices), figure]),
  })
  const answered = book.say('record_answered', { count: result.answered })
  return [
    ...head,
    ...(result.all ? [table(answered, result.all)] : [sentence(answered)]),
    ...result.parts.map((part): DraftPart => {
      const caption = `${book.regions(part.regions)} · ${book.say('record_answered', { count: part.answered })}`
      return part.figures ? table(caption, part.figures) : sentence(caption)
    }),
  ]
}

function topics(book: RecordBook, item: Item): DraftPart[] {
  if (item.topics.length === 0) return []
  return [
    heading(2, book.say('record_topics')),
    ...item.topics.flatMap((topic): DraftPart[] => [
      heading(3, `${book.label(topic.id, 'topic')} · ${topic.title}`),
      sentence(topicState(book, topic)),
      ...remarksUnder(item, topic).map((remark) => remarkPart(book, remark)),
    ]),
  ]
}

export function remarkPart(book: RecordBook, remark: RemarkView): DraftPart {
  const { id, seat, text, language, replyTo, quotes } = remark
  const original = seat.kind === 'withheld' || language === book.language
  const pointsTo = (word: 'record_reply_to' | 'record_quotes', source: string | null) =>
    source && book.isTold(source) ? [book.say(word, { source: book.label(source, 'remark') })] : []
  return {
    kind: 'text',
    shownAs: titled(book, id, 'remark', seat),
    blocks: blocksOf(text),
    language,
    notes: [
      ...pointsTo('record_reply_to', replyTo),
      ...pointsTo('record_quotes', quotes),
      ...(original ? [] : [originalLanguage(book.language, language)]),
    ],
  }
}

function notes(book: RecordBook, { notes }: Item): DraftPart[] {
  if (notes.length === 0) return []
  return [
    heading(2, book.say('record_notes')),
    ...notes.flatMap(({ text, sources }): DraftPart[] => {
      const labels = book.labels(sources)
      return [
        { kind: 'paragraph', content: text },
        ...(labels.length > 0 ? [sentence(book.say('record_rests_on', { sources: book.list(labels) }))] : []),
      ]
    }),
  ]
}
