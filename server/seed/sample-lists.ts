import { randomUUID } from 'node:crypto'
import type { Milestone } from '@consultation/shared/consultations.ts'
import type { Deadline, ListBody } from '@consultation/shared/question-lists.ts'
import { dayIn, deadlineWarnings, instantOf, workingDaysBetween } from '@consultation/shared/rules/deadlines.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import type { ConsultationBody } from '../consultations/consultations.ts'
import {
  CONSULTATION_DESCRIPTION,
  CONSULTATION_OFFICE,
  CONSULTATION_REFERENCE,
  FOLLOW_UP_LIST,
  LIST_CONTACT,
  LIST_OUTCOME,
  LIST_PURPOSE,
  MILESTONE_LABELS,
  QUESTION_GUIDANCE,
} from './data/list-texts.ts'
import { REFORM_2017 } from './reference-data.ts'

/** The consultation of 2017 as staff would type it in: for the demonstration and the tests. */

type Consultation = Omit<ConsultationBody, 'track' | 'milestones'> & { track: 'management'; milestones: Milestone[] }

/** With the milestones where they stood, or as many days later. */
export function reformConsultation(daysLater = 0): Consultation {
  const { consultation, milestones } = REFORM_2017
  return {
    reference: CONSULTATION_REFERENCE,
    title: consultation.title,
    track: 'management',
    description: CONSULTATION_DESCRIPTION,
    office: CONSULTATION_OFFICE,
    milestones: milestones.map(({ id, on, from, to }) => ({
      id,
      label: MILESTONE_LABELS[id] ?? {},
      on: later(on ?? from ?? '2017', daysLater),
      until: to === undefined ? null : later(to, daysLater),
    })),
  }
}

/** So many days later; a month stays a month. */
export function later(day: string, days: number): string {
  const whole = day.length === 10 ? day : `${day}-15`.slice(0, 10)
  return new Date(Date.parse(`${whole}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, day.length)
}

type Circumstances = { deadline: Deadline | null; addresseeIds: string[] }

/** The thirteen questions in six sections. */
export function reformList({ deadline, addresseeIds }: Circumstances): ListBody {
  const { questionList, themes } = REFORM_2017
  return {
    title: questionList.title,
    note: questionList.note,
    purpose: LIST_PURPOSE,
    outcome: LIST_OUTCOME,
    contact: LIST_CONTACT,
    sections: questionList.sections.map((section) => ({
      id: randomUUID(),
      title: themes.find((theme) => theme.id === section.theme)?.title ?? {},
      questions: section.questions.map((question) => ({
        id: randomUUID(),
        kind: question.kind,
        text: question.text,
        guidance: QUESTION_GUIDANCE[question.number] ?? {},
        choices: question.choices ?? [],
      })),
    })),
    deadline,
    audience: 'participants',
    attributionOffered: ['attributed', 'not_for_attribution'],
    lateAnswers: 'marked',
    addresseeIds,
  }
}

/** A second, short list. */
export function followUpList({ deadline, addresseeIds }: Circumstances): ListBody {
  const { title, note, purpose, sections } = FOLLOW_UP_LIST
  return {
    title,
    note,
    purpose,
    outcome: LIST_OUTCOME,
    contact: LIST_CONTACT,
    sections: sections.map((section) => ({
      id: randomUUID(),
      title: section.title,
      questions: section.questions.map((question) => ({
        id: randomUUID(),
        kind: question.kind,
        text: question.text,
        guidance: question.guidance,
        choices: question.choices ?? [],
      })),
    })),
    deadline,
    audience: 'participants',
    attributionOffered: ['attributed', 'not_for_attribution'],
    lateAnswers: 'refused',
    addresseeIds,
  }
}

/** 6 p.m. in New York on the first day after so many working days of which nobody would be warned. */
export function deadlineIn(workingDays: number, now: Date): Deadline {
  for (let day = 1; ; day++) {
    const local = `${dayIn(new Date(now.getTime() + day * 86_400_000), NEW_YORK)}T18:00`
    const closesAt = instantOf(local, NEW_YORK)
    const fits = workingDaysBetween(now, closesAt) >= workingDays
    if (fits && deadlineWarnings(closesAt, now).every((warning) => warning === 'short')) {
      return { local, zone: NEW_YORK }
    }
  }
}

/** Lines added to a text in the languages that have it. */
export const withLine = (text: Translated, line: Translated): Translated =>
  Object.fromEntries(
    Object.entries(text).map(([language, words]) => [
      language,
      `${words}\n${line[language as keyof Translated] ?? ''}`.trim(),
    ]),
  )
