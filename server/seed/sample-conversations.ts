import type { Language } from '@consultation/shared/languages.ts'
import type { CastKey } from './cast.ts'

/** Composed for demonstration: what is said around the answers, inside a delegation and between it and staff. */

export type SampleComment = { iso3: string; question: number; by: CastKey; language: Language; text: string }

/** Seen by the delegation alone; the first of a question opens it, the others reply. */
export const SAMPLE_COMMENTS: readonly SampleComment[] = [
  {
    iso3: 'GHA',
    question: 3,
    by: 'drafterGhana',
    language: 'en',
    text: 'The last paragraph goes further than last year’s statement. Shall we keep “fewer opportunities to examine them”?',
  },
  {
    iso3: 'GHA',
    question: 3,
    by: 'headGhana',
    language: 'en',
    text: 'Keep it. It says nothing new, only more briefly.',
  },
  {
    iso3: 'GHA',
    question: 4,
    by: 'drafterGhana',
    language: 'en',
    text: 'The Ministry of Finance has been asked about the trial period. Reply expected on Thursday.',
  },
  {
    iso3: 'GHA',
    question: 9,
    by: 'readerGhana',
    language: 'en',
    text: 'Capital agrees with the three safeguards. Please keep the reference to training.',
  },
  {
    iso3: 'EGY',
    question: 6,
    by: 'drafterEgypt',
    language: 'ar',
    text: 'بانتظار ملاحظات الوزارة قبل صياغة الرد على هذا السؤال.',
  },
  {
    iso3: 'EGY',
    question: 5,
    by: 'headEgypt',
    language: 'ar',
    text: 'يرجى التأكد من أن صياغة الضمانة الأولى متسقة مع إجابتنا عن السؤال 4.',
  },
  {
    iso3: 'SEN',
    question: 13,
    by: 'drafterSenegal',
    language: 'fr',
    text: 'J’ai ajouté le délai de trois semaines, comme convenu à la réunion de lundi.',
  },
  {
    iso3: 'SEN',
    question: 13,
    by: 'headSenegal',
    language: 'fr',
    text: 'Très bien. Veiller à ce que les capitales soient mentionnées.',
  },
  {
    iso3: 'NOR',
    question: 12,
    by: 'drafterNorway',
    language: 'en',
    text: 'Suggest that this one is not for attribution. The rest may be attributed.',
  },
]

export type SampleClearanceNote = { iso3: string; by: CastKey; language: Language; text: string }

/** With which a head returned a response to the drafter. */
export const SAMPLE_CLEARANCE_NOTES: readonly SampleClearanceNote[] = [
  {
    iso3: 'GHA',
    by: 'headGhana',
    language: 'en',
    text: 'Good draft. Please shorten the answer to question 1, and say in question 5 that the figure itself is open to discussion. Back to me by noon.',
  },
  {
    iso3: 'SEN',
    by: 'headSenegal',
    language: 'fr',
    text: 'Bon projet. Merci de remplacer « il faut » par « il conviendrait » dans la réponse à la question 9 et de vérifier la terminologie budgétaire.',
  },
  {
    iso3: 'EGY',
    by: 'headEgypt',
    language: 'ar',
    text: 'مشروع جيد. يرجى اختصار الإجابة عن السؤال 2، وحذف أي إشارة إلى أرقام محددة في السؤال 5.',
  },
  {
    iso3: 'NOR',
    by: 'headNorway',
    language: 'en',
    text: 'Cleared in substance. Please make question 12 not for attribution before I submit.',
  },
]

export type SampleThread = {
  iso3: string
  question: number
  /** In order; a member of staff asks first. `replyTo` is the index of the message answered. */
  messages: { by: 'staff' | 'drafter' | 'head'; language: Language; text: string; replyTo?: number }[]
  resolved: boolean
}

/** Under submitted answers, between staff and the delegation. */
export const SAMPLE_THREADS: readonly SampleThread[] = [
  {
    iso3: 'NOR',
    question: 5,
    messages: [
      {
        by: 'staff',
        language: 'en',
        text: 'Thank you for this answer. When you speak of learning of a significant transfer when it is made, would a note to all delegations within five working days meet the purpose?',
      },
      {
        by: 'drafter',
        language: 'en',
        replyTo: 0,
        text: 'Yes. A short note within five working days would be sufficient. We had no particular amount in mind as the threshold for “significant”.',
      },
      {
        by: 'staff',
        language: 'en',
        replyTo: 1,
        text: 'Thank you, this is clear. We shall leave the threshold open in the compilation.',
      },
    ],
    resolved: true,
  },
  {
    iso3: 'SEN',
    question: 9,
    messages: [
      {
        by: 'staff',
        language: 'fr',
        text: 'Merci de cette réponse. Le service de soutien aux petits bureaux dont vous parlez devrait-il, selon vous, se trouver au Siège ou dans un centre régional ?',
      },
      {
        by: 'drafter',
        language: 'fr',
        replyTo: 0,
        text: 'Les deux sont envisageables. Notre délégation attache surtout de l’importance à la proximité des fuseaux horaires et à la possibilité de traiter les dossiers en français.',
      },
    ],
    resolved: false,
  },
  {
    iso3: 'KAZ',
    question: 8,
    messages: [
      {
        by: 'staff',
        language: 'ru',
        text: 'Благодарим за ответ. Следует ли публиковать предложенный показатель по каждой миссии в отдельности или достаточно средних данных по категориям товаров?',
      },
    ],
    resolved: false,
  },
]
