import type { FeedbackView } from '@consultation/shared/feedback.ts'
import { type Dissociated, dissociatedFrom } from '@consultation/shared/rules/feedback.ts'
import { THRESHOLD } from '@consultation/shared/rules/numbers.ts'
import { type Block, blocksOf, paragraphsOf, plainText, runsText, type Translated } from '@consultation/shared/text.ts'
import type { DraftPart, ExportDocument, Sheet } from '../exports/document.ts'
import { LANGUAGES_NAMED, originalLanguage } from '../exports/words.ts'
import type { Texts } from '../findings/tables.ts'
import { heading, type Made, outside, type PaperBook, paperOf, sentence } from './paper-book.ts'

export type VersionWithFeedback = {
  id: string
  findingId: string
  number: number
  version: number
  title: Translated
  texts: Texts
  change: Translated
  publishedAt: string
  withdrawnAt: string | null
  feedback: FeedbackView[]
}
export type FindingsRead = {
  reference: string
  title: Translated
  zone: string
  /** Until the window closes. */
  provisional: boolean
  /** Closed for good: nothing can be added to what was given without a name. */
  closed: boolean
  /** By finding, the newest version first. */
  findings: VersionWithFeedback[][]
}

/** Findings as they were published, each with what was said to each of its versions. */
export function findingsPaper(made: Made, read: FindingsRead): ExportDocument {
  const { book } = made
  const keptBack = read.findings
    .flat()
    .some((version) => unnamedIn(version).length > 0 && unnamed(read, version) === null)
  return paperOf(made, 'findings', {
    title: read.title,
    reference: read.reference,
    zone: read.zone,
    about: [
      ...(read.provisional ? [book.say('paper_provisional')] : []),
      book.say('paper_not_a_vote'),
      ...(keptBack ? [book.say('paper_unnamed_kept', { threshold: THRESHOLD })] : []),
    ],
    parts: read.findings.flatMap((versions) => findingParts(book, read, versions)),
    sheets: [sheet(book, read), dissociationsSheet(book, read)],
  })
}

const unnamedIn = ({ feedback }: VersionWithFeedback) =>
  feedback.filter(({ shownAs }) => outside(shownAs).kind === 'withheld')
const namedIn = ({ feedback }: VersionWithFeedback) =>
  feedback.filter(({ shownAs }) => outside(shownAs).kind !== 'withheld')

/**
 * SN2 What has no name leaves once nothing can be added any more, so that no two files differ by one of them, and where enough gave
 * it. Null where it does not leave. In an order by drawn ids, which says nothing.
 */
function unnamed(read: FindingsRead, version: VersionWithFeedback): FeedbackView[] | null {
  const found = unnamedIn(version)
  if (!read.closed || found.length < THRESHOLD) return null
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function findingParts(book: PaperBook, read: FindingsRead, versions: VersionWithFeedback[]): DraftPart[] {
  const [newest] = versions
  if (!newest) return []
  return [
    heading(1, `${book.say('paper_finding', { number: newest.number })} · ${book.plain(newest.title)}`),
    ...(newest.withdrawnAt ? [sentence(book.say('paper_withdrawn', { date: book.date(newest.withdrawnAt) }))] : []),
    ...versions.flatMap((version) => versionParts(book, read, version)),
  ]
}

function versionParts(book: PaperBook, read: FindingsRead, version: VersionWithFeedback): DraftPart[] {
  const named = namedIn(version)
  const without = unnamed(read, version)
  const change = book.plain(version.change)
  return [
    heading(2, book.say('paper_version', { number: version.version, date: book.date(version.publishedAt) })),
    ...(change ? [sentence(book.say('paper_changed', { text: change }))] : []),
    ...textParts(book, read, version),
    heading(3, book.say('paper_feedback')),
    ...(named.length === 0 ? [sentence(book.say('paper_no_feedback'))] : feedbackParts(book, named)),
    ...(without ? [heading(3, book.say('paper_unnamed')), ...feedbackParts(book, without)] : []),
  ]
}

/** The text, with who dissociates itself from a paragraph said right under it. */
function textParts(book: PaperBook, read: FindingsRead, version: VersionWithFeedback): DraftPart[] {
  const { blocks, language } = book.text(version.texts)
  const from = dissociations(read, version)
  const parts: DraftPart[] = []
  let begun: Block[] = []
  let next = 0
  for (const block of blocks) {
    const first = next
    next += paragraphsOf([block]).length
    begun.push(block)
    const under = from.filter(({ paragraph }) => paragraph >= first && paragraph < next)
    if (under.length === 0) continue
    parts.push(
      { kind: 'text', blocks: begun, language },
      { kind: 'note', paragraphs: under.flatMap((one) => dissociationWords(book, one)) },
    )
    begun = []
  }
  return begun.length > 0 ? [...parts, { kind: 'text', blocks: begun, language }] : parts
}

/** FB7 By what members said to their group's words as they stand, as it may leave the house. */
const dissociations = (read: FindingsRead, { feedback }: VersionWithFeedback): Dissociated[] =>
  dissociatedFrom(
    feedback.map((one) => ({
      named: outside(one.shownAs).kind !== 'withheld',
      differing: differing(one).filter(({ lapsed }) => !lapsed),
    })),
    read.closed,
  )

function dissociationWords(book: PaperBook, { paragraph: place, members, unnamed: figure }: Dissociated): string[] {
  const paragraph = book.number(place + 1)
  return [
    ...(members.length > 0 ? [book.say('paper_dissociated', { paragraph, states: book.delegations(members) })] : []),
    ...(figure > 0 ? [book.say('paper_dissociated_unnamed', { paragraph, figure })] : []),
  ]
}

const hasWords = ({ reason, proposals, associations, rosterIds }: FeedbackView) =>
  reason.length + proposals.length + associations.length + rosterIds.length > 0

/** What was said in words one by one, the rest as lines of a table. */
function feedbackParts(book: PaperBook, all: readonly FeedbackView[]): DraftPart[] {
  const bare = all.filter((one) => !hasWords(one))
  return [
    ...all.filter(hasWords).flatMap((one) => feedbackSaid(book, one)),
    ...(bare.length > 0 ? [withoutWords(book, bare)] : []),
  ]
}

const withoutWords = (book: PaperBook, bare: readonly FeedbackView[]): DraftPart => ({
  kind: 'table',
  caption: book.say('paper_without_words'),
  columns: [
    { title: book.say('paper_delegation'), width: 4 },
    { title: book.say('paper_position'), width: 3 },
    { title: book.say('paper_way'), width: 3 },
  ],
  rows: bare.map((one) => {
    const author = book.author(one.shownAs)
    const way = author !== null && one.channel ? book.say('paper_channel', { channel: one.channel }) : '—'
    return [author ?? '—', book.say('paper_stance', { stance: one.stance }), way]
  }),
})

/** What was said, under the name of who said it; null where that is withheld, and with it all that could tell. */
export function feedbackSaid(
  book: PaperBook,
  one: FeedbackView,
  speaker: string | null = book.author(one.shownAs),
): DraftPart[] {
  const stance = book.say('paper_stance', { stance: one.stance })
  const notes =
    speaker === null
      ? []
      : [
          ...(one.channel ? [book.say('paper_channel', { channel: one.channel })] : []),
          ...(one.language && one.language !== book.language ? [originalLanguage(book.language, one.language)] : []),
          ...(one.rosterIds.length > 0 ? [book.say('paper_for', { states: book.delegations(one.rosterIds) })] : []),
          ...associated(one, false).map((states) => book.say('paper_associates', { states: book.delegations(states) })),
          ...associated(one, true).map(
            (states) =>
              `${book.say('paper_associates', { states: book.delegations(states) })} ${book.say('paper_lapsed')}`,
          ),
          ...differing(one).map(({ delegationId, note, paragraphs, lapsed }) => {
            const words = book.say('paper_differs', { state: book.delegation(delegationId), note })
            const differs = [words, ...dissociated(book, paragraphs)].join(' ')
            return lapsed ? `${differs} ${book.say('paper_lapsed')}` : differs
          }),
        ]
  return [
    {
      kind: 'text',
      shownAs: speaker === null ? stance : `${speaker} · ${stance}`,
      blocks: one.reason.length > 0 ? one.reason : blocksOf('—'),
      language: speaker === null ? book.language : (one.language ?? book.language),
      notes,
    },
    ...(one.proposals.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: book.say('paper_proposals'),
            columns: [
              { title: book.say('paper_paragraph'), width: 1, align: 'end' as const },
              { title: book.say('paper_was'), width: 4 },
              { title: book.say('paper_proposed'), width: 4 },
            ],
            rows: one.proposals.map(({ paragraph, was, text }) => [
              paragraph + 1,
              was,
              text === '' ? book.say('paper_taken_out') : text,
            ]),
          },
        ]
      : []),
  ]
}

/** Who goes along with a group's words as they stand, or went along with earlier ones: none, or one list. */
function associated({ associations }: FeedbackView, earlier: boolean): string[][] {
  const found = associations.filter(({ association, lapsed }) => association === 'associates' && lapsed === earlier)
  return found.length > 0 ? [found.map(({ delegationId }) => delegationId)] : []
}
const differing = ({ associations }: FeedbackView) =>
  associations.filter(({ association }) => association === 'differs')

/** From which paragraphs a member dissociates itself: none, or one sentence. */
const dissociated = (book: PaperBook, paragraphs: readonly number[]): string[] =>
  paragraphs.length === 0
    ? []
    : [book.say('paper_dissociates', { paragraphs: book.list(paragraphs.map((place) => book.number(place + 1))) })]

function sheet(book: PaperBook, read: FindingsRead): Sheet {
  return {
    name: book.say('paper_feedback'),
    columns: [
      { key: 'finding', title: book.say('paper_number'), width: 6 },
      { key: 'title', title: book.say('paper_finding_title'), width: 40 },
      { key: 'version', title: book.say('paper_version_number'), width: 8 },
      { key: 'name', title: book.say('paper_delegation'), width: 28 },
      { key: 'stance', title: book.say('paper_position'), width: 24 },
      { key: 'way', title: book.say('paper_way'), width: 18 },
      { key: 'language', title: book.say('language'), width: 12 },
      { key: 'text', title: book.say('paper_text'), width: 90 },
      { key: 'proposals', title: book.say('paper_proposals'), width: 60 },
      { key: 'for_whom', title: book.say('paper_for_whom'), width: 60 },
      { key: 'associated', title: book.say('paper_associated'), width: 40 },
      { key: 'differing', title: book.say('paper_differing'), width: 40 },
      { key: 'id', title: book.say('paper_id'), width: 40 },
    ],
    rows: read.findings.flat().flatMap((version) =>
      [...namedIn(version), ...(unnamed(read, version) ?? [])].map((one) => {
        const author = book.author(one.shownAs)
        return [
          version.number,
          book.plain(version.title),
          version.version,
          author ?? book.say('paper_unnamed'),
          book.say('paper_stance', { stance: one.stance }),
          author !== null && one.channel ? book.say('paper_channel', { channel: one.channel }) : null,
          author !== null && one.language ? LANGUAGES_NAMED[book.language][one.language] : null,
          plainText(one.reason) || null,
          proposedIn(one),
          ...(author === null ? [null, null, null] : membersOf(book, one)),
          author === null ? null : one.id,
        ]
      }),
    ),
  }
}

/** Other words proposed, a line for each paragraph. */
export const proposedIn = ({ proposals }: FeedbackView): string | null =>
  proposals.map(({ paragraph, was, text }) => `${paragraph + 1}: ${was} → ${text}`).join('\n') || null

/** For whom a group spoke, and which of its members said something to its words as they stand. */
function membersOf(book: PaperBook, one: FeedbackView): (string | null)[] {
  const standing = differing(one).filter(({ lapsed }) => !lapsed)
  return [
    book.delegations(one.rosterIds) || null,
    book.delegations(associated(one, false).flat()) || null,
    standing
      .map(({ delegationId, note, paragraphs }) =>
        [`${book.delegation(delegationId)}: ${note}`, ...dissociated(book, paragraphs)].join(' '),
      )
      .join('\n') || null,
  ]
}

function dissociationsSheet(book: PaperBook, read: FindingsRead): Sheet {
  return {
    name: book.say('paper_dissociations'),
    columns: [
      { key: 'finding', title: book.say('paper_number'), width: 6 },
      { key: 'version', title: book.say('paper_version_number'), width: 8 },
      { key: 'paragraph', title: book.say('paper_paragraph'), width: 8 },
      { key: 'text', title: book.say('paper_text'), width: 90 },
      { key: 'dissociations', title: book.say('paper_dissociations'), width: 60 },
    ],
    rows: read.findings.flat().flatMap((version) => {
      const paragraphs = paragraphsOf(book.text(version.texts).blocks)
      return dissociations(read, version).map((one) => [
        version.number,
        version.version,
        one.paragraph + 1,
        runsText(paragraphs[one.paragraph]?.content ?? []) || null,
        dissociationWords(book, one).join('\n'),
      ])
    }),
  }
}
