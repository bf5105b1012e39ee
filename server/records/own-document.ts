import type { OwnRecordView } from '@consultation/shared/records.ts'
import { blocksOf } from '@consultation/shared/text.ts'
import { composeDocument, type DraftPart, type ExportDocument } from '../exports/document.ts'
import { originalLanguage } from '../exports/words.ts'
import type { RecordBook } from './record-book.ts'
import { remarkPart, statementPart } from './record-document.ts'

type Made = { record: OwnRecordView; book: RecordBook; at: Date; sample: boolean }
type Item = OwnRecordView['items'][number]

/** What one delegation said, for its own file: with the state of each, and its name on every page. */
export function ownDocument({ record, book, at, sample }: Made): ExportDocument {
  const { session, items, delegationId } = record
  for (const item of items) {
    book.count(
      'statement',
      item.statements.map(({ id }) => id),
    )
    book.count(
      'idea',
      item.ideas.map(({ id }) => id),
    )
    book.count(
      'topic',
      item.topics.map(({ id }) => id),
    )
    book.count(
      'remark',
      item.remarks.map(({ id }) => id),
    )
  }
  const banner = session.rehearsal ? book.say('record_rehearsal') : sample ? book.say('sample_banner') : undefined
  const spoke = items.filter((item) => itemParts(book, item).length > 0)
  return composeDocument({
    language: book.language,
    title: book.phrase(session.title),
    subtitle: book.delegation(delegationId),
    reference: session.reference,
    status: book.say('record_status'),
    handling: 'unclassified',
    office: book.plain(book.names.office),
    date: at.toISOString(),
    zone: session.zone,
    ...(banner ? { banner } : {}),
    parts: [
      {
        kind: 'note',
        title: book.say('record_own'),
        paragraphs: [...(record.provisional ? [book.say('record_provisional')] : []), book.mode(session)],
      },
      ...spoke.flatMap((item): DraftPart[] => [
        {
          kind: 'heading',
          level: 1,
          numbering: { label: `${item.item.number}.` },
          text: book.phrase(item.item.title),
        },
        ...itemParts(book, item),
      ]),
    ],
    sheets: [],
  })
}

const heading = (level: 2 | 3, text: string): DraftPart => ({ kind: 'heading', level, text, numbering: 'none' })

function itemParts(book: RecordBook, { places, statements, ideas, topics, remarks }: Item): DraftPart[] {
  const under = (word: Parameters<RecordBook['say']>[0], parts: DraftPart[]) =>
    parts.length > 0 ? [heading(2, book.say(word)), ...parts] : []
  return [
    ...under(
      'record_places',
      places.map(({ capacity, state, seat }) => ({
        kind: 'paragraph',
        numbered: false,
        content: [
          book.seat(seat),
          book.say('record_place', { capacity }),
          book.say('record_place_state', { state }),
        ].join(' · '),
      })),
    ),
    ...under(
      'record_statements',
      statements.map((statement) => statementPart(book, statement)),
    ),
    ...under(
      'record_ideas',
      ideas.map(({ id, text, language, state, reason }) => ({
        kind: 'text',
        shownAs: book.label(id, 'idea'),
        blocks: blocksOf(text),
        language,
        notes: [
          [book.say('record_idea_state', { state }), reason].filter(Boolean).join(' · '),
          ...(language === book.language ? [] : [originalLanguage(book.language, language)]),
        ],
      })),
    ),
    ...under(
      'record_topics',
      topics.flatMap((topic): DraftPart[] => [
        heading(3, topic.title),
        ...remarks.filter(({ topicId }) => topicId === topic.id).map((remark) => remarkPart(book, remark)),
      ]),
    ),
  ]
}
