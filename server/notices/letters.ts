import { formatDateTime } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { formatMessage } from '@consultation/shared/message.ts'
import type { MemberRole, OfficeRole } from '@consultation/shared/rules/access.ts'
import { SAMPLE_MARK } from '@consultation/shared/sample-mark.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { words as ar } from './words/ar.ts'
import { words as en } from './words/en.ts'
import { words as es } from './words/es.ts'
import { words as fr } from './words/fr.ts'
import { words as ru } from './words/ru.ts'
import { words as zh } from './words/zh.ts'

export const LETTER_KINDS = [
  'invitation',
  'password_reset',
  'list_circulated',
  'list_extended',
  'reminder',
  'for_clearance',
  'returned',
  'submitted',
  'amendment_begun',
  'clarification_asked',
  'clarification_answered',
  'session_announced',
  'session_changed',
  'session_cancelled',
  'session_uninvited',
  'session_group',
  'retreat_announced',
  'group_declined',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** What a letter says; never a word of an answer, a comment or a note for clearance: mails pass through many hands. */
export type Letter = {
  kind: LetterKind
  /** A path of the client, e.g. `/lists/<id>`. */
  link: string
  facts: {
    list?: Translated
    deadline?: { at: string; zone: string }
    session?: { title: Translated; startsAt: string; endsAt: string; zone: string; place: string }
    retreat?: { title: Translated; place: string; feedbackUntil: { at: string; zone: string } }
    by?: string
    note?: string
    reference?: string
    delegation?: Translated
    role?: MemberRole | OfficeRole
  }
}

export type LetterWords = {
  letters: Record<LetterKind, { subject: string; opening: string; action: string }>
  /** Labels of the lines that say which list, until when and so on. */
  facts: Record<
    | 'list'
    | 'reference'
    | 'deadline'
    | 'by'
    | 'note'
    | 'delegation'
    | 'role'
    | 'session'
    | 'begins'
    | 'ends'
    | 'place'
    | 'retreat'
    | 'feedback_until',
    string
  >
  roles: Record<MemberRole | OfficeRole, string>
  closing: string
}

const WORDS: Record<Language, LetterWords> = { ar, zh, en, fr, ru, es }

/** What one delegation says to itself, about work that nobody else may know of. */
const WITHIN_DELEGATION: readonly LetterKind[] = ['for_clearance', 'returned', 'amendment_begun']
export const isWithinDelegation = (kind: LetterKind): boolean => WITHIN_DELEGATION.includes(kind)

/** The secret of a one-time link is needed until the mail is out, and not a moment longer. */
export const ONE_TIME_LINK = '(/(?:invitations|password-resets)/)[A-Za-z0-9_-]+'
export const withoutOneTimeLink = (text: string): string => text.replace(new RegExp(ONE_TIME_LINK, 'g'), '$1…')

type Reader = { language: Language; timeZone: string | null }

/** The letter as text, in the reader’s language, with times in their zone and in New York’s. */
export function writeLetter(
  letter: Letter,
  { language, timeZone }: Reader,
  { publicUrl, SAMPLE }: { publicUrl: string; SAMPLE: boolean },
): { subject: string; text: string } {
  const words = WORDS[language]
  const { subject, opening, action } = words.letters[letter.kind]
  const { list, session, retreat, deadline, by, note, reference, delegation, role } = letter.facts
  const inZones = (at: string, ...zones: string[]) =>
    [...new Set(zones)].map((zone) => formatDateTime(at, language, zone, { weekday: true })).join('; ')
  // People meet by the clock on the wall there.
  const atPlace = (at: string) => (session ? inZones(at, session.zone, timeZone ?? session.zone) : '')
  const facts = [
    delegation && `${words.facts.delegation} ${inLanguage(delegation, language).text}`,
    role && `${words.facts.role} ${words.roles[role]}`,
    list && `${words.facts.list} ${inLanguage(list, language).text}`,
    session && `${words.facts.session} ${inLanguage(session.title, language).text}`,
    retreat && `${words.facts.retreat} ${inLanguage(retreat.title, language).text}`,
    reference && `${words.facts.reference} ${reference}`,
    deadline && `${words.facts.deadline} ${inZones(deadline.at, timeZone ?? deadline.zone, NEW_YORK)}`,
    session && `${words.facts.begins} ${atPlace(session.startsAt)}`,
    session && `${words.facts.ends} ${atPlace(session.endsAt)}`,
    (session?.place || retreat?.place) && `${words.facts.place} ${session?.place || retreat?.place}`,
    retreat &&
      `${words.facts.feedback_until} ${inZones(retreat.feedbackUntil.at, timeZone ?? retreat.feedbackUntil.zone, retreat.feedbackUntil.zone)}`,
    by && `${words.facts.by} ${by}`,
    note && !isWithinDelegation(letter.kind) && `${words.facts.note}\n${note}`,
  ].filter(Boolean)
  const title = inLanguage(list ?? session?.title ?? retreat?.title ?? {}, language).text
  const paragraphs = [
    SAMPLE && SAMPLE_MARK[language],
    opening,
    facts.join('\n'),
    `${action}\n${new URL(letter.link, publicUrl).href}`,
    words.closing,
  ]
  return {
    subject: formatMessage(subject, { title }, language),
    text: paragraphs.filter(Boolean).join('\n\n'),
  }
}
