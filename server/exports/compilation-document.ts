import { formatDate } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { THRESHOLD } from '@consultation/shared/rules/numbers.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import type { Compilation, CompiledQuestion, Count, NamedReply, Statement } from './compilation.ts'
import { Book } from './compilation-book.ts'
import { introduction } from './compilation-introduction.ts'
import { sheetsOf } from './compilation-sheets.ts'
import { composeDocument, type DraftPart, type ExportDocument, type Phrase } from './document.ts'
import { originalLanguage, say } from './words.ts'

/** The compilation in one language, as the tree that every form of file is made from. */
export function documentOf(compilation: Compilation, language: Language, sample: boolean): ExportDocument {
  const book = new Book(compilation, language)
  const { list, edition } = compilation
  return composeDocument({
    language,
    title: book.phrase(list.title),
    subtitle: say(language, 'compilation'),
    reference: book.say('compilation_reference', { reference: list.reference }),
    status: say(language, 'status_compilation'),
    handling: 'unclassified',
    office: inLanguage(list.consultation.office, language).text,
    date: edition.at,
    ...(sample ? { banner: say(language, 'sample_banner') } : {}),
    release: { number: edition.number, chainHead: edition.chainHead },
    parts: [
      { kind: 'contents' },
      { kind: 'pageBreak' },
      ...noteByOffice(compilation, language),
      ...introduction(book),
      ...replies(book),
      ...annexes(book),
    ],
    sheets: sheetsOf(book),
  })
}

function noteByOffice({ offersUnnamed, questions, filter }: Compilation, language: Language): DraftPart[] {
  const held = new Set(questions.map(({ unnamed }) => (typeof unnamed === 'string' ? unnamed : 'released')))
  const paragraphs = [
    say(language, 'note_as_received'),
    ...(held.has('released') ? [say(language, 'note_not_for_attribution')] : []),
    ...(held.has('while_open') ? [say(language, 'unnamed_while_open')] : []),
    ...(held.has('filtered') ? [say(language, 'unnamed_filtered')] : []),
    ...(offersUnnamed && !filter.text && questions.some(({ choices }) => choices && choices.unnamed === null)
      ? [say(language, 'choices_unnamed_withheld', { threshold: THRESHOLD })]
      : []),
    say(language, 'note_without_prejudice'),
  ]
  return [{ kind: 'note', title: say(language, 'note_by_office'), paragraphs }]
}

function replies(book: Book): DraftPart[] {
  const { list, questions } = book.compilation
  const parts: DraftPart[] = [{ kind: 'heading', level: 1, text: book.say('replies') }]
  for (const section of list.sections) {
    const within = questions.filter(({ question }) => question.sectionId === section.id)
    if (within.length === 0) continue
    parts.push({ kind: 'heading', level: 2, text: book.phrase(section.title) })
    for (const question of within) parts.push(...repliesTo(book, question))
  }
  return parts
}

function repliesTo(book: Book, compiled: CompiledQuestion): DraftPart[] {
  const { question, count, named, unnamed } = compiled
  const filtered = isFiltered(book.compilation)
  return [
    {
      kind: 'heading',
      level: 3,
      numbering: { label: `${question.number}.` },
      text: book.phrase(question.text),
    },
    { kind: 'paragraph', numbered: false, content: countSentence(book, count) },
    ...choiceTable(book, compiled),
    ...(named.length === 0 ? [{ kind: 'paragraph', numbered: false, content: noReply(book, filtered) } as const] : []),
    ...book.ordered(named).map(({ reply, statement }) => namedText(book, compiled, reply, statement)),
    ...unnamedTexts(book, unnamed),
  ]
}

const isFiltered = ({ filter }: Compilation) =>
  filter.delegation.length + filter.region.length + filter.language.length > 0 ||
  filter.group !== undefined ||
  (filter.text ?? '').trim() !== ''

function noReply(book: Book, filtered: boolean): string {
  if (filtered) return book.say('no_matching_replies')
  return book.say(book.compilation.offersUnnamed ? 'no_named_replies' : 'no_replies')
}

const countSentence = (book: Book, { statements, groupStatements, states }: Count) =>
  book.say('question_count', {
    statements,
    groups: groupStatements,
    states: states.all,
    own: states.own,
    aligned: states.aligned,
    covered: states.covered,
  })

function choiceTable(book: Book, compiled: CompiledQuestion): DraftPart[] {
  const { choices } = compiled
  if (!choices) return []
  const name = (id: string) => book.choice(compiled, id) ?? id
  const tallies: DraftPart[] = [
    {
      kind: 'table',
      caption: book.say('choices'),
      columns: [
        { title: book.say('choice'), width: 3 },
        { title: book.say('statements'), align: 'end' },
        { title: book.say('states'), align: 'end' },
      ],
      rows: [...choices.named].map(([id, count]) => [name(id), count.statements, count.states.all]),
    },
  ]
  if (choices.unnamed) {
    tallies.push({
      kind: 'table',
      caption: book.say('replies_not_for_attribution'),
      columns: [
        { title: book.say('choice'), width: 3 },
        { title: book.say('statements'), align: 'end' },
      ],
      rows: choices.unnamed.map((part) => [part.keys.map(name).join(' / '), part.figure]),
    })
  }
  return tallies
}

function namedText(book: Book, compiled: CompiledQuestion, reply: NamedReply, statement: Statement): DraftPart {
  const { language } = book
  const group = book.groupOf(statement)
  const said = book.words(reply)
  const choice = book.choice(compiled, reply.choice)
  return {
    kind: 'text',
    shownAs: statement.groupName ? book.phrase(statement.groupName) : book.delegation(statement.delegationId),
    notes: [
      ...(group === null ? [] : groupNotes(book, statement)),
      ...(said.original ? [originalLanguage(language, reply.language)] : []),
      ...(choice === null ? [] : [book.say('choice_made', { choice })]),
      ...(statement.version > 1 ? [book.say('amended', { number: statement.version - 1 })] : []),
      ...(statement.receivedLate ? [book.say('received_late')] : []),
    ],
    language: said.original ? reply.language : language,
    blocks: said.blocks,
  }
}

/** For whom a statement was made on that day, and who is not meant by it. */
function groupNotes(book: Book, statement: Statement): string[] {
  const { capacity, excepted, joined, aligned } = statement
  return [
    book.say('delivered_by', { delegation: book.delegation(statement.delegationId) }),
    ...(capacity.kind === 'ad_hoc'
      ? [book.say('speaks_for', { delegations: book.delegations(statement.roster) })]
      : []),
    ...(excepted.length > 0 ? [book.say('except', { delegations: book.delegations(excepted) })] : []),
    ...(joined.length > 0 ? [book.say('joined', { delegations: book.delegations(joined) })] : []),
    ...(aligned.length > 0 ? [book.say('aligned_with', { delegations: book.delegations(aligned) })] : []),
  ]
}

function unnamedTexts(book: Book, unnamed: CompiledQuestion['unnamed']): DraftPart[] {
  if (unnamed === 'few')
    return [{ kind: 'paragraph', numbered: false, content: book.say('unnamed_few', { threshold: THRESHOLD }) }]
  if (typeof unnamed === 'string' || unnamed.length === 0) return []
  return [
    { kind: 'heading', level: 4, numbering: 'none', text: book.say('replies_not_for_attribution') },
    ...unnamed.map(
      (reply, index): DraftPart => ({
        kind: 'text',
        shownAs: book.say('reply_number', { number: index + 1 }),
        // AT5 Not even the writing direction is set by the author's language.
        language: book.language,
        blocks: book.unnamedWords(reply),
      }),
    ),
  ]
}

function annexes(book: Book): DraftPart[] {
  const { list, questions, statements } = book.compilation
  const { language } = book
  const zone = list.deadlineZone ?? undefined
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, numbering: 'annex', text: book.say('annex_questions') },
    ...questions.map(({ question }): DraftPart => {
      const guidance = book.phrase(question.guidance)
      const choices = question.choices.map((choice) => book.phrase(choice.text))
      return {
        kind: 'item',
        label: `${question.number}.`,
        content: book.phrase(question.text),
        below: [...(isNothing(guidance) ? [] : [guidance]), ...choices],
      }
    }),
    { kind: 'heading', level: 1, numbering: 'annex', text: book.say('annex_replies') },
    ...(book.compilation.offersUnnamed
      ? [{ kind: 'paragraph', numbered: false, content: book.say('annex_replies_note') } as const]
      : []),
    {
      kind: 'table',
      columns: [
        { title: book.say('delegation'), width: 3 },
        { title: book.say('received'), width: 2 },
        { title: book.say('note'), width: 2 },
      ],
      rows: book
        .inOrder(statements.values())
        .map((one) => [
          one.groupName ? book.phrase(one.groupName) : book.delegation(one.delegationId),
          formatDate(one.submittedAt, language, zone),
          remarks(book, one).join('; '),
        ]),
    },
  ]
}

const isNothing = (text: Phrase) => (typeof text === 'string' ? text : text.text) === ''

const remarks = (book: Book, one: Statement): string[] => [
  ...(one.version > 1 ? [book.say('amended', { number: one.version - 1 })] : []),
  ...(one.receivedLate ? [book.say('received_late')] : []),
  ...(one.letterAlone ? [book.say('see_letter')] : one.letter ? [book.say('letter')] : []),
]
