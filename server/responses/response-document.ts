import { formatDateTime } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { SubmissionView } from '@consultation/shared/responses.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { inArray } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { composeDocument, type DraftPart, type ExportDocument, type Phrase } from '../exports/document.ts'
import { originalLanguage, say } from '../exports/words.ts'
import { groupNames } from '../people/groups.ts'
import { delegations } from '../people/tables.ts'
import { type NumberedQuestion, questionsOf } from '../question-lists/loaded.ts'
import type { LoadedSubmission } from './submission.ts'

const COLON: Record<Language, string> = { ar: ': ', zh: '：', en: ': ', fr: '\u202f: ', ru: ': ', es: ': ' }
const SEPARATOR: Record<Language, string> = { ar: '، ', zh: '、', en: ', ', fr: ', ', ru: ', ', es: ', ' }

type Made = LoadedSubmission & { language: Language; sample: boolean }
type Answer = SubmissionView['answers'][number]

/** The response as it was submitted, with its receipt: for the mission's file. */
export async function responseDocument(tx: Tx, made: Made): Promise<ExportDocument> {
  const { row, view, list, language, sample } = made
  const { receipt } = view
  const concerned = [row.delegationId, ...row.roster, ...row.excepted, ...row.joined]
  const named = await tx.select().from(delegations).where(inArray(delegations.id, concerned))
  const delegationBy = new Map(named.map((delegation) => [delegation.id, delegation]))
  const namesOf = (ids: readonly string[]) =>
    ids
      .map((id) => inLanguage(delegationBy.get(id)?.names ?? {}, language).text)
      .sort(new Intl.Collator(language).compare)
      .join(SEPARATOR[language])
  const groups = await groupNames(tx)
  const answerTo = new Map(view.answers.map((answer) => [answer.questionId, answer]))
  const questions = questionsOf(list)
  const sections = list.sections
    .map((section) => ({
      title: phrase(section.title, language),
      answered: questions.filter((question) => question.sectionId === section.id && answerTo.has(question.id)),
    }))
    .filter((section) => section.answered.length > 0)
  return composeDocument({
    language,
    title: phrase(list.title, language),
    subtitle: opened(phrase(delegationBy.get(row.delegationId)?.formalNames ?? {}, language)),
    reference: receipt.reference,
    status: say(language, 'status_response'),
    handling: 'unclassified',
    office: inLanguage(list.consultation.office, language).text,
    date: receipt.submittedAt,
    ...(sample ? { banner: say(language, 'sample_banner') } : {}),
    parts: [
      ...receiptParts(view, language),
      ...spokenFor(row, namesOf, language).map(sentence),
      ...sections.flatMap((section): DraftPart[] => [
        { kind: 'heading', level: 1, text: section.title },
        ...section.answered.flatMap((question) => answerParts(question, answerTo.get(question.id)!, groups, language)),
      ]),
    ],
    sheets: [],
  })
}

function receiptParts({ receipt }: SubmissionView, language: Language): DraftPart[] {
  const { signatory, groupName, letter } = receipt
  const facts: [string, string][] = [
    [say(language, 'reference'), receipt.reference],
    [say(language, 'received'), formatDateTime(receipt.submittedAt, language)],
    ...(receipt.receivedLate
      ? ([[say(language, 'status'), say(language, 'received_late')]] as [string, string][])
      : []),
    [say(language, 'version'), String(receipt.version)],
    [say(language, 'signatory'), [signatory.name, signatory.title].filter(Boolean).join(', ')],
    ...(groupName ? ([[say(language, 'group'), inLanguage(groupName, language).text]] as [string, string][]) : []),
    ...(letter
      ? ([[say(language, 'letter'), `${letter.name} (SHA-256: ${letter.digest})`]] as [string, string][])
      : []),
    [`${say(language, 'digest')} (SHA-256)`, receipt.digest],
  ]
  return [
    { kind: 'heading', level: 1, text: say(language, 'receipt'), numbering: 'none' },
    ...facts.map(
      ([name, value]): DraftPart => ({
        kind: 'paragraph',
        numbered: false,
        content: [{ text: `${name}${COLON[language]}`, bold: true }, { text: value }],
      }),
    ),
  ]
}

/** Statements "except X, joined by Y" say so; States named one by one are named. */
function spokenFor(
  { capacity, roster, excepted, joined }: LoadedSubmission['row'],
  namesOf: (ids: readonly string[]) => string,
  language: Language,
): string[] {
  return [
    ...(capacity.kind === 'ad_hoc' ? [say(language, 'speaks_for', { delegations: namesOf(roster) })] : []),
    ...(excepted.length > 0 ? [say(language, 'except', { delegations: namesOf(excepted) })] : []),
    ...(joined.length > 0 ? [say(language, 'joined', { delegations: namesOf(joined) })] : []),
  ]
}

function answerParts(
  question: NumberedQuestion,
  answer: Answer,
  groups: ReadonlyMap<string, Translated>,
  language: Language,
): DraftPart[] {
  const choice = question.choices.find((one) => one.id === answer.choice)
  const said: DraftPart[] = []
  if (answer.stance === 'no_position') said.push(sentence(say(language, 'no_position')))
  if (answer.stance === 'see_group') {
    const group = inLanguage(groups.get(answer.groupId ?? '') ?? {}, language).text
    said.push(sentence(say(language, 'see_statement', { group })))
  }
  if (choice) said.push({ kind: 'paragraph', numbered: false, ...worded(choice.text, language, true) })
  const notes = [
    ...(answer.language === language ? [] : [originalLanguage(language, answer.language)]),
    ...(answer.attribution === 'attributed' ? [] : [say(language, 'not_for_attribution')]),
  ]
  return [
    {
      kind: 'heading',
      level: 2,
      text: phrase(question.text, language),
      numbering: { label: `${question.number}.` },
      listed: false,
    },
    ...said,
    { kind: 'text', blocks: answer.blocks, language: answer.language, notes },
  ]
}

/** An official name begins with its article; a line of its own begins with a capital. */
function opened({ text, language }: { text: string; language: Language }): Phrase {
  return { text: text.charAt(0).toLocaleUpperCase(language) + text.slice(1), language }
}

const sentence = (text: string): DraftPart => ({ kind: 'paragraph', numbered: false, content: text })

function worded(text: Translated, language: Language, bold: boolean) {
  const found = inLanguage(text, language)
  return { content: [{ text: found.text, ...(bold ? { bold: true as const } : {}) }], language: found.language }
}

const phrase = (text: Translated, language: Language) => inLanguage(text, language)
