import type { FeedbackView } from '@consultation/shared/feedback.ts'
import type { RetreatView } from '@consultation/shared/retreats.ts'
import { plainText, type Translated } from '@consultation/shared/text.ts'
import type { Became } from '@consultation/shared/traces.ts'
import type { DraftPart, ExportDocument, Sheet } from '../exports/document.ts'
import { feedbackSaid, proposedIn, type VersionWithFeedback } from './findings-paper.ts'
import { heading, type Made, outside, type PaperBook, paperOf, sentence } from './paper-book.ts'
import { type Group, groupLines, groupParts } from './report-backs-paper.ts'

export type OwnRead = {
  /** As the delegation sees it, with the groups in which it had a place. */
  retreat: RetreatView
  delegationId: string
  /** By finding, the newest version first; of each what the delegation said, and groups in its name. */
  findings: VersionWithFeedback[][]
  /** What became of each, by its id. */
  became: ReadonlyMap<string, Became>
  /** The findings that matter most to it, in its own order. */
  priorities: readonly string[]
}

/** What one delegation said, what became of it and what its groups brought back: for its capital, and of others only what it is shown. */
export function ownPaper(made: Made, read: OwnRead): ExportDocument {
  const { book } = made
  const sealed = read.findings.flat().some(({ feedback }) => feedback.some(({ shownAs }) => isSealed(shownAs)))
  const groups = ownGroups(read)
  const priorities = read.priorities.flatMap(
    (id) => read.findings.find(([newest]) => newest?.findingId === id)?.[0] ?? [],
  )
  return paperOf(made, 'own', {
    title: read.retreat.title,
    reference: read.retreat.reference,
    zone: read.retreat.zone,
    about: [
      book.say('own_delegation', { delegation: book.delegation(read.delegationId) }),
      book.say('own_about'),
      ...(sealed ? [book.say('own_sealed_note')] : []),
    ],
    parts: [
      ...(priorities.length > 0 ? [heading(1, book.say('own_priorities'))] : []),
      ...priorities.map(
        (finding, at): DraftPart => ({
          kind: 'item',
          label: `${book.number(at + 1)}.`,
          content: titleOf(book, finding),
        }),
      ),
      ...read.findings.flatMap((versions) => findingParts(book, read, versions)),
      heading(1, book.say('paper_report_backs')),
      ...(groups.length === 0 ? [sentence(book.say('own_no_groups'))] : []),
      ...groups.flatMap((group) => groupParts(book, read.retreat, group)),
    ],
    sheets: [sheet(book, read, groups)],
  })
}

const ownGroups = ({ retreat }: OwnRead): Group[] =>
  retreat.slots
    .filter(({ kind }) => kind === 'breakouts')
    .flatMap(({ sessions }) => sessions.filter(({ own, state }) => own === 'placed' && state !== 'cancelled'))

const isSealed = (shownAs: FeedbackView['shownAs']) => outside(shownAs).kind === 'withheld'
const titleOf = (book: PaperBook, { number, title }: { number: number; title: Translated }) =>
  `${book.say('paper_finding', { number })} · ${book.plain(title)}`

function findingParts(book: PaperBook, read: OwnRead, versions: VersionWithFeedback[]): DraftPart[] {
  const [newest] = versions
  if (!newest) return []
  const spoken = versions.filter(({ feedback }) => feedback.length > 0)
  return [
    heading(1, titleOf(book, newest)),
    ...(spoken.length === 0 ? [sentence(book.say('own_nothing'))] : []),
    ...spoken.flatMap(({ version, publishedAt, feedback }) => [
      heading(2, book.say('paper_version', { number: version, date: book.date(publishedAt) })),
      ...feedback.flatMap((one) => [
        ...feedbackSaid(book, forCapital(read, one), speakerOf(book, read, one)),
        ...becameWords(book, read.became.get(one.id)).map(sentence),
      ]),
    ]),
  ]
}

/** For whom else a group spoke is no word of the delegation's, and would name the group; what members said to it is its speaker's to know. */
function forCapital({ delegationId }: OwnRead, one: FeedbackView): FeedbackView {
  const speaks = one.concerns === 'own' && !isSealed(one.shownAs)
  const associations = one.associations.filter((said) => speaks || said.delegationId === delegationId)
  return { ...one, rosterIds: [], associations }
}

/** AT3 A group that asked not to be named is not named here either; the delegation itself, whose file it is, is. */
function speakerOf(book: PaperBook, { delegationId }: OwnRead, { shownAs, concerns }: FeedbackView): string {
  const marked = (name: string) => (isSealed(shownAs) ? `${name} (${book.say('own_not_for_attribution')})` : name)
  if (concerns === 'own' && shownAs.kind === 'delegation') return marked(book.delegation(delegationId))
  const group = book.author(shownAs)
  return marked(group === null ? book.say('own_in_name') : `${book.say('own_in_name')}: ${group}`)
}

/** Where it went: what it was merged into may be words without a name. */
const wentTo = (book: PaperBook, { went }: Became): string =>
  book.list([...new Set(went.map(({ thing }) => book.source(thing) ?? book.say('own_merged')))])

function becameWords(book: PaperBook, became: Became | undefined): string[] {
  if (!became) return []
  const { outcome, went, setAside } = became
  return [
    book.say('own_became', { outcome: book.say('own_outcome', { outcome }) }),
    ...(went.length > 0 ? [book.say('own_went', { things: wentTo(book, became) })] : []),
    ...(setAside ? [book.say('own_reason', { reason: setAside.reason })] : []),
  ]
}

/** All of it as rows, so that one table holds what was said and what the groups brought back. */
function sheet(book: PaperBook, read: OwnRead, groups: readonly Group[]): Sheet {
  return {
    name: book.say('paper_own'),
    columns: [
      { key: 'kind', title: book.say('paper_kind'), width: 16 },
      { key: 'number', title: book.say('paper_number'), width: 6 },
      { key: 'title', title: book.say('paper_finding_title'), width: 40 },
      { key: 'version', title: book.say('paper_version_number'), width: 8 },
      { key: 'name', title: book.say('paper_delegation'), width: 28 },
      { key: 'stance', title: book.say('paper_position'), width: 24 },
      { key: 'text', title: book.say('paper_text'), width: 90 },
      { key: 'proposals', title: book.say('paper_proposals'), width: 60 },
      { key: 'became', title: book.say('own_became_column'), width: 24 },
      { key: 'went', title: book.say('own_went_column'), width: 60 },
      { key: 'reason', title: book.say('own_reason_column'), width: 40 },
    ],
    rows: [
      ...read.findings.flat().flatMap(({ number, title, version, feedback }) =>
        feedback.map((one) => {
          const became = read.became.get(one.id)
          return [
            book.say('paper_feedback'),
            number,
            book.plain(title),
            version,
            speakerOf(book, read, one),
            book.say('paper_stance', { stance: one.stance }),
            plainText(one.reason) || null,
            proposedIn(one),
            became ? book.say('own_outcome', { outcome: became.outcome }) : null,
            (became && wentTo(book, became)) || null,
            became?.setAside?.reason ?? null,
          ]
        }),
      ),
      ...groups.flatMap((group) =>
        groupLines(book, group).map(({ kind, text }) => {
          const about = [kind, group.number, book.plain(group.title), null, null, null]
          return [...about, text, null, null, null, null]
        }),
      ),
    ],
  }
}
