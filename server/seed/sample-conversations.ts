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
    iso3: 'EGY',
    question: 5,
    messages: [
      {
        by: 'staff',
        language: 'ar',
        text: 'شكرا على هذه الإجابة. فيما يخص إعلام الدول الأعضاء بأي نقل ذي شأن عند إجرائه، هل تفي بالغرض مذكرة ترسل إلى جميع الوفود في غضون خمسة أيام عمل؟',
      },
      {
        by: 'drafter',
        language: 'ar',
        replyTo: 0,
        text: 'نعم، تكفي مذكرة قصيرة في غضون خمسة أيام عمل. ولم نحدد مبلغا بعينه لما يعد نقلا ذا شأن.',
      },
    ],
    resolved: false,
  },
  {
    iso3: 'CMR',
    question: 9,
    messages: [
      {
        by: 'staff',
        language: 'fr',
        text: 'Merci de cette réponse. Le service de soutien aux petits bureaux dont vous parlez devrait-il, selon vous, se trouver au Siège ou dans un centre régional ?',
      },
      {
        by: 'head',
        language: 'fr',
        replyTo: 0,
        text: 'Les deux sont envisageables. Notre délégation attache surtout de l’importance à la proximité des fuseaux horaires et à la possibilité de traiter les dossiers en français.',
      },
      {
        by: 'staff',
        language: 'fr',
        replyTo: 1,
        text: 'Merci, votre réponse est claire. Nous la ferons figurer dans la compilation.',
      },
    ],
    resolved: true,
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
