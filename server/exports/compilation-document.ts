import { formatDate, formatDateTime } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { THRESHOLD } from '@consultation/shared/rules/numbers.ts'
import { inLanguage, plainText, type Translated } from '@consultation/shared/text.ts'
import type { Compilation, CompiledQuestion, Count, NamedReply, Statement, UnnamedReply } from './compilation.ts'
import { composeDocument, type DraftPart, type ExportDocument, type Phrase, type Sheet } from './document.ts'
import { LANGUAGES_NAMED, originalLanguage, say } from './words.ts'

/** The compilation in one language, as the tree that every form of file is made from. */
export function documentOf(compilation: Compilation, language: Language, sample: boolean): ExportDocument {
  const book = new Book(compilation, language)
  const { list, edition } = compilation
  return composeDocument({
    language,
    title: phrase(list.title, language),
    subtitle: say(language, 'compilation'),
    reference: `${list.reference}, compilation`,
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
    sheets: [answersSheet(book), delegationsSheet(book), figuresSheet(book)],
  })
}

/** Names in the document's language and its alphabet. */
class Book {
  readonly compilation: Compilation
  readonly language: Language
  private readonly collator: Intl.Collator
  private readonly places = new Map<string, number>()
  constructor(compilation: Compilation, language: Language) {
    this.compilation = compilation
    this.language = language
    this.collator = new Intl.Collator(language)
    const order = [...compilation.statements.values()].sort((a, b) => this.compare(a, b))
    for (const [place, { id }] of order.entries()) this.places.set(id, place)
  }

  say(word: Parameters<typeof say>[1], values: Record<string, string | number> = {}): string {
    return say(this.language, word, values)
  }
  delegation(id: string): string {
    return inLanguage(this.compilation.delegations.get(id)?.names ?? {}, this.language).text
  }
  delegations(ids: readonly string[]): string {
    const names = ids.map((id) => this.delegation(id)).sort(this.collator.compare)
    return names.join(SEPARATORS[this.language])
  }
  group(id: string): string {
    return inLanguage(this.compilation.groups.get(id) ?? {}, this.language).text
  }
  groupOf({ groupName }: Statement): string | null {
    return groupName && inLanguage(groupName, this.language).text
  }
  /** Groups' statements before States, each in the order of the alphabet. */
  inOrder(statements: Iterable<Statement>): Statement[] {
    return [...statements].sort((a, b) => this.placeOf(a.id) - this.placeOf(b.id))
  }
  ordered(replies: readonly NamedReply[]): { reply: NamedReply; statement: Statement }[] {
    return replies
      .flatMap((reply) => {
        const statement = this.compilation.statements.get(reply.statementId)
        return statement ? [{ reply, statement }] : []
      })
      .sort((a, b) => this.placeOf(a.statement.id) - this.placeOf(b.statement.id))
  }
  choice({ question }: CompiledQuestion, id: string | null): string | null {
    const text = question.choices.find((choice) => choice.id === id)?.text
    return text ? inLanguage(text, this.language).text : null
  }

  private placeOf(id: string): number {
    return this.places.get(id) ?? 0
  }
  private compare(a: Statement, b: Statement): number {
    const [groupA, groupB] = [this.groupOf(a), this.groupOf(b)]
    if ((groupA === null) !== (groupB === null)) return groupA === null ? 1 : -1
    return (
      this.collator.compare(groupA ?? this.delegation(a.delegationId), groupB ?? this.delegation(b.delegationId)) ||
      (a.id < b.id ? -1 : 1)
    )
  }
}

const SEPARATORS: Record<Language, string> = { ar: '، ', zh: '、', en: ', ', fr: ', ', ru: ', ', es: ', ' }

/** In the document's language, or marked with the one it is in. */
function phrase(text: Translated, language: Language): Phrase {
  const found = inLanguage(text, language)
  return found.language === language ? found.text : found
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

/** Who was asked, how many answered, and of what the figures speak. */
function introduction(book: Book): DraftPart[] {
  const { compilation, language } = book
  const { list, count, edition, offersUnnamed, unnamedRespondents, late } = compilation
  const zone = list.deadlineZone ?? undefined
  const numbered = (content: string): DraftPart => ({ kind: 'paragraph', content })
  const parts: DraftPart[] = [{ kind: 'heading', level: 1, text: book.say('introduction') }]
  if (list.circulatedAt && list.closesAt) {
    const circulated = book.say('intro_circulated', {
      date: formatDate(list.circulatedAt.toISOString(), language, zone),
      questions: list.sections.flatMap(({ questions }) => questions).length,
      addressed: list.addresseeIds.length,
      deadline: formatDateTime(list.closesAt.toISOString(), language, zone),
    })
    const first = list.firstClosesAt
    const extended =
      first && first.getTime() !== list.closesAt.getTime()
        ? [book.say('intro_extended', { first: formatDateTime(first.toISOString(), language, zone) })]
        : []
    const standing = list.closedAt
      ? book.say('intro_closed', { date: formatDate(list.closedAt.toISOString(), language, zone) })
      : book.say('intro_open')
    parts.push(numbered([circulated, ...extended, standing].join(' ')))
  }
  parts.push(
    numbered(
      book.say(offersUnnamed ? 'intro_named' : 'intro_replied', {
        date: formatDate(edition.at, language, zone),
        statements: count.statements,
        states: count.states.all,
      }),
    ),
  )
  if (offersUnnamed) {
    parts.push(
      numbered(
        unnamedRespondents === null
          ? book.say('intro_unnamed_withheld', { threshold: THRESHOLD })
          : book.say('intro_unnamed', { count: unnamedRespondents }),
      ),
    )
  }
  if (late > 0) parts.push(numbered(book.say('intro_late', { count: late })))
  parts.push(numbered(book.say('intro_limits')))
  parts.push(...filterInForce(book))
  parts.push({
    kind: 'table',
    caption: book.say('coverage'),
    columns: [
      { title: book.say('regional_group'), width: 3 },
      { title: book.say('addressed'), align: 'end' },
      { title: book.say('own_reply'), align: 'end' },
      { title: book.say('aligned_states'), align: 'end' },
      { title: book.say('covered_states'), align: 'end' },
    ],
    rows: [
      ...compilation.regions.map((one) => [
        one.names ? phrase(one.names, language) : book.say('no_regional_group'),
        one.addressed,
        one.own,
        one.aligned,
        one.covered,
      ]),
      [book.say('total'), list.addresseeIds.length, count.states.own, count.states.aligned, count.states.covered],
    ],
    total: true,
  })
  return parts
}

function filterInForce(book: Book): DraftPart[] {
  const { filter, questions, regions } = book.compilation
  const { language } = book
  const list = (words: string[]) => words.join(SEPARATORS[language])
  const number = questions.find(({ question }) => question.id === filter.question)?.question.number
  const lines: [string, string][] = [
    ...(number ? [[book.say('question'), String(number)] satisfies [string, string]] : []),
    ...(filter.delegation.length > 0
      ? [[book.say('delegation'), book.delegations(filter.delegation)] satisfies [string, string]]
      : []),
    ...(filter.region.length > 0
      ? [
          [
            book.say('regional_group'),
            list(
              filter.region.map((region) => {
                const names = regions.find((one) => one.region === region)?.names
                return names ? inLanguage(names, language).text : region
              }),
            ),
          ] satisfies [string, string],
        ]
      : []),
    ...(filter.group ? [[book.say('group'), book.group(filter.group)] satisfies [string, string]] : []),
    ...(filter.language.length > 0
      ? [
          [book.say('language'), list(filter.language.map((one) => LANGUAGES_NAMED[language][one]))] satisfies [
            string,
            string,
          ],
        ]
      : []),
  ]
  const text = filter.text?.trim() ? [book.say('filter_text', { text: isolated(filter.text.trim()) })] : []
  if (lines.length + text.length === 0) return []
  return [
    { kind: 'paragraph', content: book.say('filter_in_force') },
    ...[...lines.map(([name, value]) => `${name}${COLON[language]}${value}`), ...text].map(
      (content): DraftPart => ({ kind: 'paragraph', numbered: false, content }),
    ),
  ]
}

/** Words that somebody typed, so that their direction does not reorder what stands around them. */
const isolated = (text: string) => `\u2068${text}\u2069`
const COLON: Record<Language, string> = { ar: ': ', zh: '：', en: ': ', fr: '\u202f: ', ru: ': ', es: ': ' }

function replies(book: Book): DraftPart[] {
  const { list, questions } = book.compilation
  const parts: DraftPart[] = [{ kind: 'heading', level: 1, text: book.say('replies') }]
  for (const section of list.sections) {
    const within = questions.filter(({ question }) => question.sectionId === section.id)
    if (within.length === 0) continue
    parts.push({ kind: 'heading', level: 2, text: phrase(section.title, book.language) })
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
      text: phrase(question.text, book.language),
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
  const said = words(book, reply)
  const choice = book.choice(compiled, reply.choice)
  return {
    kind: 'text',
    shownAs: statement.groupName ? phrase(statement.groupName, language) : book.delegation(statement.delegationId),
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

/** The author's own words, or what a stance without words means. */
function words(book: Book, { stance, groupId, blocks }: Pick<NamedReply, 'stance' | 'groupId' | 'blocks'>) {
  if (plainText(blocks).trim() !== '') return { blocks, original: true }
  const meant = {
    answered: null,
    no_position: book.say('no_position'),
    see_group: groupId ? book.say('see_statement', { group: book.group(groupId) }) : book.say('unnamed_see_group'),
  }[stance]
  return { blocks: meant === null ? [] : [{ kind: 'paragraph' as const, content: [{ text: meant }] }], original: false }
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
        blocks: unnamedWords(book, reply),
      }),
    ),
  ]
}

const unnamedWords = (book: Book, reply: UnnamedReply) => words(book, { ...reply, groupId: null }).blocks

function annexes(book: Book): DraftPart[] {
  const { list, questions, statements } = book.compilation
  const { language } = book
  const zone = list.deadlineZone ?? undefined
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, numbering: 'annex', text: book.say('annex_questions') },
    ...questions.map(({ question }): DraftPart => {
      const guidance = phrase(question.guidance, language)
      const choices = question.choices.map((choice) => phrase(choice.text, language))
      return {
        kind: 'item',
        label: `${question.number}.`,
        content: phrase(question.text, language),
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
          one.groupName ? phrase(one.groupName, language) : book.delegation(one.delegationId),
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

function answersSheet(book: Book): Sheet {
  const { list, questions } = book.compilation
  const section = (id: string) =>
    inLanguage(list.sections.find((one) => one.id === id)?.title ?? {}, book.language).text
  const rows = questions.flatMap((compiled) => {
    const { question } = compiled
    const about = [section(question.sectionId), question.number, inLanguage(question.text, book.language).text]
    return [
      ...book
        .ordered(compiled.named)
        .map(({ reply, statement }) => [
          ...about,
          book.delegation(statement.delegationId),
          book.groupOf(statement),
          LANGUAGES_NAMED[book.language][reply.language],
          book.choice(compiled, reply.choice),
          plainText(words(book, reply).blocks),
          book.say('attributed'),
          statement.version,
          statement.receivedLate ? book.say('yes') : book.say('no'),
        ]),
      ...(typeof compiled.unnamed === 'string' ? [] : compiled.unnamed).map((reply) => [
        ...about,
        null,
        null,
        null,
        null,
        plainText(unnamedWords(book, reply)),
        book.say('not_for_attribution'),
        null,
        null,
      ]),
    ]
  })
  return {
    name: book.say('answers'),
    columns: [
      { key: 'section', title: book.say('section'), width: 24 },
      { key: 'number', title: book.say('number'), width: 6 },
      { key: 'question', title: book.say('question'), width: 40 },
      { key: 'delegation', title: book.say('delegation'), width: 24 },
      { key: 'group', title: book.say('group'), width: 24 },
      { key: 'language', title: book.say('language'), width: 12 },
      { key: 'choice', title: book.say('choice'), width: 20 },
      { key: 'answer', title: book.say('answer'), width: 90 },
      { key: 'attribution', title: book.say('attribution'), width: 18 },
      { key: 'version', title: book.say('version'), width: 8 },
      { key: 'late', title: book.say('received_late'), width: 12 },
    ],
    rows,
  }
}

/** SN5 Those who replied by name. How many questions each answered is left out: it would count their unnamed replies. */
function delegationsSheet(book: Book): Sheet {
  const { statements, delegations, regions } = book.compilation
  const region = (id: string) => {
    const names = regions.find((one) => one.region === (delegations.get(id)?.region ?? null))?.names
    return names ? inLanguage(names, book.language).text : null
  }
  return {
    name: book.say('delegations'),
    columns: [
      { key: 'delegation', title: book.say('delegation'), width: 28 },
      { key: 'group', title: book.say('group'), width: 28 },
      { key: 'region', title: book.say('regional_group'), width: 28 },
      { key: 'received', title: book.say('received'), width: 22 },
      { key: 'version', title: book.say('version'), width: 8 },
      { key: 'late', title: book.say('received_late'), width: 12 },
      { key: 'letter', title: book.say('letter'), width: 8 },
      { key: 'except', title: book.say('except', { delegations: '' }).replace(/[\s:：]+$/u, ''), width: 24 },
      { key: 'joined', title: book.say('joined', { delegations: '' }).replace(/[\s:：]+$/u, ''), width: 24 },
      { key: 'aligned', title: book.say('aligned_states'), width: 24 },
    ],
    rows: book
      .inOrder(statements.values())
      .map((one) => [
        book.delegation(one.delegationId),
        book.groupOf(one),
        one.groupName ? null : region(one.delegationId),
        one.submittedAt,
        one.version,
        one.receivedLate ? book.say('yes') : book.say('no'),
        one.letter ? book.say('yes') : book.say('no'),
        book.delegations(one.excepted),
        book.delegations(one.joined),
        book.delegations(one.aligned),
      ]),
  }
}

function figuresSheet(book: Book): Sheet {
  const { compilation, language } = book
  const figures = ({ statements, groupStatements, states }: Count) => [
    statements,
    groupStatements,
    states.all,
    states.own,
    states.aligned,
    states.covered,
  ]
  return {
    name: book.say('figures'),
    columns: [
      { key: 'of', title: book.say('question'), width: 40 },
      { key: 'statements', title: book.say('statements'), width: 12 },
      { key: 'groupStatements', title: book.say('group'), width: 12 },
      { key: 'states', title: book.say('states'), width: 12 },
      { key: 'own', title: book.say('own_reply'), width: 12 },
      { key: 'aligned', title: book.say('aligned_states'), width: 12 },
      { key: 'covered', title: book.say('covered_states'), width: 12 },
    ],
    rows: [
      ...compilation.questions.map(({ question, count }) => [
        `${question.number}. ${inLanguage(question.text, language).text}`,
        ...figures(count),
      ]),
      [book.say('total'), ...figures(compilation.count)],
    ],
  }
}
