import { formatDate, formatDateTime } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { THRESHOLD } from '@consultation/shared/rules/numbers.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import type { Book } from './compilation-book.ts'
import type { DraftPart } from './document.ts'
import { LANGUAGES_NAMED } from './words.ts'

/** Who was asked, how many answered, and of what the figures speak. */
export function introduction(book: Book): DraftPart[] {
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
        one.names ? book.phrase(one.names) : book.say('no_regional_group'),
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
            book.list(
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
          [book.say('language'), book.list(filter.language.map((one) => LANGUAGES_NAMED[language][one]))] satisfies [
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
