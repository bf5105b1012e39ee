import { formatDateTime } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { SubmissionView } from '@consultation/shared/responses.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { eq } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { composeDocument, type DraftPart, type ExportDocument, type Phrase } from '../exports/document.ts'
import { originalLanguage, say } from '../exports/words.ts'
import { groupNames } from '../people/groups.ts'
import { delegations } from '../people/tables.ts'
import { type LoadedList, type NumberedQuestion, questionsOf } from '../question-lists/loaded.ts'

type Made = { view: SubmissionView; list: LoadedList; language: Language; sample: boolean }
type Answer = SubmissionView['answers'][number]

/** The response as it was submitted, with its receipt: for the mission's file. */
export async function responseDocument(tx: Tx, { view, list, language, sample }: Made): Promise<ExportDocument> {
  const { receipt } = view
  const [delegation] = await tx.select().from(delegations).where(eq(delegations.id, receipt.delegationId))
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
    subtitle: phrase(delegation?.formalNames ?? {}, language),
    reference: receipt.reference,
    status: say(language, 'status_response'),
    handling: 'unclassified',
    office: inLanguage(list.consultation.office, language).text,
    date: receipt.submittedAt,
    ...(sample ? { banner: say(language, 'sample_banner') } : {}),
    parts: [
      ...receiptParts(view, language),
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
        content: [{ text: `${name}: `, bold: true }, { text: value }],
      }),
    ),
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

const sentence = (text: string): DraftPart => ({ kind: 'paragraph', numbered: false, content: text })

function worded(text: Translated, language: Language, bold: boolean) {
  const found = inLanguage(text, language)
  return { content: [{ text: found.text, ...(bold ? { bold: true as const } : {}) }], language: found.language }
}

const phrase = (text: Translated, language: Language): Phrase => inLanguage(text, language)
