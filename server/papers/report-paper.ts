import type { ReportView } from '@consultation/shared/reports.ts'
import { plainText } from '@consultation/shared/text.ts'
import type { DraftPart, ExportDocument, Sheet } from '../exports/document.ts'
import { type Made, type PaperBook, paperOf, sentence } from './paper-book.ts'

type Paragraph = ReportView['paragraphs'][number]

/** The outline of the report, or a summary; under each paragraph what it rests on, as far as that may leave the house. */
export function reportPaper(made: Made, report: ReportView): ExportDocument {
  const { book } = made
  return paperOf(made, report.kind, {
    title: report.title,
    reference: report.reference,
    about:
      report.publishedAt === null ? [book.say(report.kind === 'summary' ? 'paper_draft' : 'paper_not_published')] : [],
    parts: report.paragraphs.flatMap((paragraph) => parts(book, paragraph)),
    sheets: [sheet(book, report)],
  })
}

function parts(book: PaperBook, paragraph: Paragraph): DraftPart[] {
  const { blocks, language } = book.text(paragraph.texts)
  if (paragraph.kind === 'heading') {
    const text = plainText(blocks)
    return [{ kind: 'heading', level: 1, text: language === book.language ? text : { text, language } }]
  }
  const sources = book.sources(paragraph.rests.map(({ thing }) => thing))
  return [
    { kind: 'paragraph', content: plainText(blocks), language },
    ...(sources ? [sentence(book.say('paper_answers', { sources }))] : []),
    ...(paragraph.editorial ? [sentence(book.say('paper_editorial', { reason: paragraph.editorial }))] : []),
  ]
}

const sheet = (book: PaperBook, report: ReportView): Sheet => ({
  name: book.say(`paper_${report.kind}`),
  columns: [
    { key: 'number', title: book.say('paper_paragraph'), width: 10 },
    { key: 'kind', title: book.say('paper_kind'), width: 16 },
    { key: 'text', title: book.say('paper_text'), width: 100 },
    { key: 'sources', title: book.say('paper_sources'), width: 60 },
    { key: 'id', title: book.say('paper_id'), width: 40 },
  ],
  rows: report.paragraphs.map((paragraph) => [
    paragraph.number,
    book.say(paragraph.kind === 'heading' ? 'paper_heading' : 'paper_paragraph'),
    plainText(book.text(paragraph.texts).blocks),
    [
      book.sources(paragraph.rests.map(({ thing }) => thing)),
      paragraph.editorial ? book.say('paper_editorial', { reason: paragraph.editorial }) : '',
    ]
      .filter(Boolean)
      .join(' · ') || null,
    paragraph.id,
  ]),
})
