import { formatPartialDay } from '@consultation/shared/house-style.ts'
import type { MeasureView } from '@consultation/shared/measures.ts'
import { blocksOf, inLanguage, type Translated } from '@consultation/shared/text.ts'
import type { DraftPart, ExportDocument, Sheet } from '../exports/document.ts'
import { heading, type Made, type PaperBook, paperOf, sentence } from './paper-book.ts'

export type ActionPlanRead = { consultation: { reference: string; title: Translated }; measures: MeasureView[] }

/** The action plan: first as one table, then measure by measure with what it answers and how it came along. */
export function actionPlanPaper(made: Made, { consultation, measures }: ActionPlanRead): ExportDocument {
  const { book } = made
  return paperOf(made, 'action_plan', {
    title: consultation.title,
    reference: `${consultation.reference}/M`,
    about: [],
    parts: [
      {
        kind: 'table',
        columns: [
          { title: book.say('paper_number'), width: 1, align: 'end' },
          { title: book.say('paper_measure'), width: 5 },
          { title: book.say('paper_owner'), width: 3 },
          { title: book.say('paper_due'), width: 2 },
          { title: book.say('paper_state'), width: 2 },
        ],
        rows: measures.map((measure) => [
          measure.number,
          book.plain(measure.title),
          book.plain(measure.owner),
          due(book, measure),
          state(book, measure),
        ]),
      },
      ...measures.flatMap((measure) => measureParts(book, measure)),
    ],
    sheets: [sheet(book, measures)],
  })
}

const due = (book: PaperBook, { due }: MeasureView) => (due === null ? '—' : formatPartialDay(due, book.language))
const state = (book: PaperBook, measure: MeasureView) =>
  [
    book.say('paper_measure_state', { state: measure.state }),
    ...(measure.late ? [book.say('paper_late')] : []),
    ...(measure.published ? [] : [book.say('paper_not_published')]),
  ].join(' · ')
const needs = (book: PaperBook, { needs }: MeasureView) =>
  book.list(needs.map(({ number, title }) => `${book.number(number)} ${book.plain(title)}`))
const answers = (book: PaperBook, { rests }: MeasureView) => book.sources(rests.map(({ thing }) => thing))

function measureParts(book: PaperBook, measure: MeasureView): DraftPart[] {
  const text = inLanguage(measure.text, book.language)
  const [needed, answered] = [needs(book, measure), answers(book, measure)]
  return [
    heading(1, `${book.say('paper_source_measure', { number: measure.number })} · ${book.plain(measure.title)}`),
    ...(text.text ? [{ kind: 'text' as const, blocks: blocksOf(text.text), language: text.language }] : []),
    sentence(`${book.say('paper_state')}: ${state(book, measure)}`),
    ...measure.history.map(({ state, note, at }) =>
      sentence(
        [
          book.say('paper_history', { date: book.date(at), state: book.say('paper_measure_state', { state }) }),
          book.plain(note),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    ...(needed ? [sentence(book.say('paper_needs', { measures: needed }))] : []),
    ...(answered ? [sentence(book.say('paper_answers', { sources: answered }))] : []),
  ]
}

const sheet = (book: PaperBook, measures: MeasureView[]): Sheet => ({
  name: book.say('paper_measure'),
  columns: [
    { key: 'number', title: book.say('paper_number'), width: 6 },
    { key: 'title', title: book.say('paper_measure'), width: 40 },
    { key: 'text', title: book.say('paper_text'), width: 80 },
    { key: 'track', title: book.say('paper_track'), width: 20 },
    { key: 'owner', title: book.say('paper_owner'), width: 30 },
    { key: 'due', title: book.say('paper_due'), width: 16 },
    { key: 'state', title: book.say('paper_state'), width: 20 },
    { key: 'needs', title: book.say('paper_needs', { measures: '' }).replace(/[\s:：]+$/, ''), width: 40 },
    { key: 'answers', title: book.say('paper_sources'), width: 50 },
    { key: 'id', title: book.say('paper_id'), width: 40 },
  ],
  rows: measures.map((measure) => [
    measure.number,
    book.plain(measure.title),
    book.plain(measure.text) || null,
    book.say('paper_track_name', { track: measure.track.replaceAll('-', '_') }),
    book.plain(measure.owner) || null,
    measure.due,
    state(book, measure),
    needs(book, measure) || null,
    answers(book, measure) || null,
    measure.id,
  ]),
})
