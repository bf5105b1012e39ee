import type { ConvergenceView, VersionConvergence } from '@consultation/shared/feedback.ts'
import type { DraftPart, ExportDocument, Sheet } from '../exports/document.ts'
import { heading, type Made, type PaperBook, paperOf, sentence } from './paper-book.ts'

type Word = 'paper_stance' | 'paper_move'
type Figured = { keys: readonly string[]; figure: number }[]
/** Stances or moves alike: the whole, then the parts. */
type Figures = {
  answered: number
  all: Figured | null
  parts: { regions: readonly (string | null)[]; answered: number; figures: Figured | null }[]
}

/** Where views converge, as it was given out: nothing else of the figures leaves the house. */
export function convergencePaper(made: Made, view: ConvergenceView & { zone: string }): ExportDocument {
  const { book } = made
  return paperOf(made, 'convergence', {
    title: view.title,
    reference: view.reference,
    zone: view.zone,
    about: [book.say('paper_not_a_vote')],
    parts: view.findings.flatMap((finding): DraftPart[] => [
      heading(1, `${book.say('paper_finding', { number: finding.number })} · ${book.plain(finding.title)}`),
      ...(finding.convergence && finding.versions[0]?.figures
        ? [sentence(book.say('paper_converges', { convergence: finding.convergence }))]
        : []),
      ...finding.versions.flatMap((version) => versionParts(book, version)),
    ]),
    sheets: [sheet(book, view)],
  })
}

function versionParts(book: PaperBook, { version, figures, moves }: VersionConvergence): DraftPart[] {
  return [
    heading(2, `${book.say('paper_version_number')} ${book.number(version)}`),
    ...(figures ? figureParts(book, figures, 'paper_stance') : [sentence(book.say('paper_no_figures'))]),
    ...(moves ? [heading(3, book.say('paper_moves')), ...figureParts(book, moves, 'paper_move')] : []),
  ]
}

function figureParts(book: PaperBook, { answered, all, parts }: Figures, word: Word): DraftPart[] {
  const said = (count: number) => book.say('paper_answered', { count })
  const table = (caption: string, figures: Figured): DraftPart => ({
    kind: 'table',
    caption,
    columns: [
      { title: book.say('paper_position'), width: 3 },
      { title: book.say('paper_states'), align: 'end' },
    ],
    rows: figures.map(({ keys, figure }) => [book.keys(keys, word), figure]),
  })
  return [
    all ? table(said(answered), all) : sentence(said(answered)),
    ...parts.map((part): DraftPart => {
      const caption = `${book.regions(part.regions)} · ${said(part.answered)}`
      return part.figures ? table(caption, part.figures) : sentence(caption)
    }),
  ]
}

function sheet(book: PaperBook, view: ConvergenceView): Sheet {
  const all = book.say('paper_all_regions')
  const rowsOf = ({ answered, all: whole, parts }: Figures, word: Word) => [
    [all, book.say('total'), answered] as const,
    ...(whole ?? []).map(({ keys, figure }) => [all, book.keys(keys, word), figure] as const),
    ...parts.flatMap((part) => [
      [book.regions(part.regions), book.say('total'), part.answered] as const,
      ...(part.figures ?? []).map(
        ({ keys, figure }) => [book.regions(part.regions), book.keys(keys, word), figure] as const,
      ),
    ]),
  ]
  return {
    name: book.say('paper_convergence'),
    columns: [
      { key: 'finding', title: book.say('paper_number'), width: 6 },
      { key: 'title', title: book.say('paper_finding_title'), width: 40 },
      { key: 'version', title: book.say('paper_version_number'), width: 8 },
      { key: 'kind', title: book.say('paper_kind'), width: 24 },
      { key: 'regions', title: book.say('paper_part'), width: 36 },
      { key: 'position', title: book.say('paper_position'), width: 36 },
      { key: 'states', title: book.say('paper_states'), width: 10 },
    ],
    rows: view.findings.flatMap(({ number, title, versions }) =>
      versions.flatMap(({ version, figures, moves }) => [
        ...(figures ? rowsOf(figures, 'paper_stance') : []).map((row) => [
          number,
          book.plain(title),
          version,
          book.say('paper_position'),
          ...row,
        ]),
        ...(moves ? rowsOf(moves, 'paper_move') : []).map((row) => [
          number,
          book.plain(title),
          version,
          book.say('paper_moves'),
          ...row,
        ]),
      ]),
    ),
  }
}
