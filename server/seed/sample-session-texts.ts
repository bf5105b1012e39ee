import type { Language } from '@consultation/shared/languages.ts'
import type { Translated } from '@consultation/shared/text.ts'

// What is written and said in the two sessions of the demonstration. Sample text, not the position of any State.

export const HELD: {
  title: Translated
  note: Translated
  items: { title: Translated; questions: number[] }[]
} = {
  title: {
    ar: 'جلسة عصف ذهني غير رسمية: تفويض السلطة والمساءلة',
    zh: '非正式集思广益会议：权力下放与问责',
    en: 'Informal brainstorming: delegation of authority and accountability',
    fr: 'Séance informelle de réflexion : délégation de pouvoirs et responsabilité',
    ru: 'Неофициальное заседание: делегирование полномочий и подотчётность',
    es: 'Sesión informal de reflexión: delegación de autoridad y rendición de cuentas',
  },
  note: {
    ar: 'تستند المناقشة إلى الأسئلة 9 و11 و12 من قائمة الأسئلة.',
    zh: '讨论以问题清单第9、11和12题为基础。',
    en: 'The discussion rests on questions 9, 11 and 12 of the list.',
    fr: 'La discussion s’appuie sur les questions 9, 11 et 12 de la liste.',
    ru: 'Обсуждение опирается на вопросы 9, 11 и 12 перечня.',
    es: 'El debate se apoya en las preguntas 9, 11 y 12 de la lista.',
  },
  items: [
    {
      title: {
        ar: 'تقريب القرارات من مواقع التنفيذ',
        zh: '让决策更接近执行地点',
        en: 'Decisions closer to the point of delivery',
        fr: 'Rapprocher les décisions du terrain',
        ru: 'Решения ближе к месту исполнения',
        es: 'Decisiones más cerca del terreno',
      },
      questions: [9],
    },
    {
      title: {
        ar: 'ما الذي ينبغي أن تراه الدول الأعضاء',
        zh: '会员国应当看到什么',
        en: 'What Member States need to see',
        fr: 'Ce que les États Membres doivent pouvoir suivre',
        ru: 'Что должны видеть государства-члены',
        es: 'Lo que los Estados Miembros deben poder seguir',
      },
      questions: [11, 12],
    },
  ],
}

export const UNDER_WAY: typeof HELD = {
  title: {
    ar: 'جلسة عصف ذهني غير رسمية: التخطيط والميزانية',
    zh: '非正式集思广益会议：规划与预算',
    en: 'Informal brainstorming: planning and budget',
    fr: 'Séance informelle de réflexion : planification et budget',
    ru: 'Неофициальное заседание: планирование и бюджет',
    es: 'Sesión informal de reflexión: planificación y presupuesto',
  },
  note: {
    ar: 'ما يقال هنا لا ينسب إلى قائله خارج القاعة.',
    zh: '在此所言，会场之外不注明出处。',
    en: 'What is said here is attributed to nobody outside the room.',
    fr: 'Ce qui est dit ici n’est attribué à personne hors de la salle.',
    ru: 'Сказанное здесь никому не приписывается за пределами зала.',
    es: 'Lo que aquí se diga no se atribuye a nadie fuera de la sala.',
  },
  items: [
    {
      title: {
        ar: 'عملية ميزنة أقصر وأيسر فهما',
        zh: '更短、更易懂的预算流程',
        en: 'A budget process that is shorter and easier to follow',
        fr: 'Un processus budgétaire plus court et plus lisible',
        ru: 'Более короткий и понятный бюджетный процесс',
        es: 'Un proceso presupuestario más breve y más claro',
      },
      questions: [3, 4],
    },
    {
      title: {
        ar: 'نقل الموارد ضمن الميزانية',
        zh: '在预算范围内调拨资源',
        en: 'Moving resources within the budget',
        fr: 'Transférer des ressources au sein du budget',
        ru: 'Перемещение ресурсов внутри бюджета',
        es: 'Traslado de recursos dentro del presupuesto',
      },
      questions: [5],
    },
  ],
}

export type SampleIdea = { iso3: string; language: Language; text: string }

/** On the first item of the session held, with the cluster it was put into. */
export const HELD_IDEAS: readonly (SampleIdea & { cluster: number })[] = [
  { iso3: 'GHA', language: 'en', cluster: 0, text: 'One page that tells every manager what may be decided where.' },
  {
    iso3: 'GHA',
    language: 'en',
    cluster: 1,
    text: 'Delegate the recruitment for field posts first, and look at the results after a year.',
  },
  { iso3: 'NOR', language: 'en', cluster: 0, text: 'A register of all delegations, open to Member States.' },
  {
    iso3: 'NOR',
    language: 'en',
    cluster: 2,
    text: 'Whoever signs is the one who answers for it: no delegation without a name beside it.',
  },
  {
    iso3: 'SEN',
    language: 'fr',
    cluster: 1,
    text: 'Commencer par les achats de faible valeur, là où les retards coûtent le plus.',
  },
  {
    iso3: 'SEN',
    language: 'fr',
    cluster: 2,
    text: 'Former les responsables avant de leur déléguer des pouvoirs, et non après.',
  },
  {
    iso3: 'EGY',
    language: 'ar',
    cluster: 1,
    text: 'تفويض السلطة على مراحل، مع تقييم كل مرحلة قبل الانتقال إلى التالية.',
  },
  {
    iso3: 'EGY',
    language: 'ar',
    cluster: 2,
    text: 'مراعاة التوزيع الجغرافي العادل عند تفويض صلاحيات التعيين، وتقديم تقرير عن ذلك.',
  },
  {
    iso3: 'ECU',
    language: 'es',
    cluster: 2,
    text: 'Informar a los Estados Miembros de cada delegación de autoridad y de sus resultados.',
  },
  { iso3: 'CHN', language: 'zh', cluster: 2, text: '授权与问责同步：谁有权决定，谁就要说明结果。' },
  { iso3: 'CHN', language: 'zh', cluster: 1, text: '先在少数外地办事处试行，再根据经验推广。' },
  { iso3: 'KAZ', language: 'ru', cluster: 0, text: 'Единый электронный реестр полномочий на всех официальных языках.' },
  {
    iso3: 'MEX',
    language: 'es',
    cluster: 1,
    text: 'Medir el tiempo entre la solicitud y la decisión, antes y después de delegar.',
  },
  {
    iso3: 'FJI',
    language: 'en',
    cluster: 1,
    text: 'A shared service for what small field offices cannot do alone.',
  },
]

export const HELD_CLUSTERS = ['Rules that everybody can find', 'Step by step', 'Answering for results'] as const

/** Points by cluster: one budget of five for each delegation. */
export const HELD_POINTS: readonly { iso3: string; points: readonly [number, number, number] }[] = [
  { iso3: 'GHA', points: [1, 3, 1] },
  { iso3: 'NOR', points: [2, 0, 3] },
  { iso3: 'SEN', points: [0, 3, 2] },
  { iso3: 'EGY', points: [0, 2, 3] },
  { iso3: 'ECU', points: [1, 1, 3] },
  { iso3: 'CHN', points: [0, 3, 2] },
  { iso3: 'KAZ', points: [3, 1, 1] },
  { iso3: 'FJI', points: [1, 3, 0] },
]

/** Who spoke on which item, for how long; the words are those of the sample answers to the question. */
export const HELD_SPEAKERS: readonly {
  item: number
  iso3: string
  group?: string
  question: number
  /** Which of the sample answers, where two speak one language to one question. */
  variant?: number
  seconds: number
}[] = [
  { item: 0, iso3: 'ECU', group: 'g77', question: 9, seconds: 284 },
  { item: 0, iso3: 'GHA', question: 9, seconds: 171 },
  { item: 0, iso3: 'NOR', question: 9, variant: 1, seconds: 158 },
  { item: 0, iso3: 'KAZ', question: 9, seconds: 192 },
  { item: 1, iso3: 'SEN', question: 11, seconds: 176 },
  { item: 1, iso3: 'CHN', question: 11, seconds: 149 },
]

/** Could not attend, and put it in writing. */
export const HELD_IN_WRITING = { item: 1, iso3: 'EGY', question: 11 } as const

export const UNDER_WAY_IDEAS: readonly SampleIdea[] = [
  { iso3: 'NOR', language: 'en', text: 'One document instead of five, with the same tables every time.' },
  { iso3: 'SEN', language: 'fr', text: 'Un calendrier publié un an à l’avance, et tenu.' },
  { iso3: 'KAZ', language: 'ru', text: 'Показывать рядом то, что было обещано, и то, что сделано.' },
  { iso3: 'CHN', language: 'zh', text: '文件提前六周以全部正式语文印发。' },
  { iso3: 'ECU', language: 'es', text: 'Separar con claridad lo que cambia de lo que sigue igual.' },
  { iso3: 'MEX', language: 'es', text: 'Menos páginas, y los anexos en formato abierto.' },
]

/** Who waits for the floor in the session that is under way. */
export const UNDER_WAY_SPEAKERS: readonly { iso3: string; group?: string }[] = [
  { iso3: 'NOR' },
  { iso3: 'ECU', group: 'g77' },
  { iso3: 'SEN' },
  { iso3: 'CHN' },
]

export const HELD_TEMPERATURE: Translated = {
  ar: 'هل ينبغي البدء بالمكاتب الميدانية عند تفويض السلطة؟',
  zh: '权力下放是否应从外地办事处开始？',
  en: 'Should the delegation of authority begin with field offices?',
  fr: 'La délégation de pouvoirs devrait-elle commencer par les bureaux extérieurs ?',
  ru: 'Следует ли начать делегирование полномочий с полевых отделений?',
  es: '¿Debería comenzar la delegación de autoridad por las oficinas sobre el terreno?',
}

export const UNDER_WAY_TEMPERATURE: Translated = {
  ar: 'هل من شأن وثيقة واحدة للميزانية أن تيسر عمل وفدكم؟',
  zh: '一份合并的预算文件是否会方便贵代表团的工作？',
  en: 'Would one single budget document make the work of your delegation easier?',
  fr: 'Un document budgétaire unique faciliterait-il le travail de votre délégation ?',
  ru: 'Облегчил бы единый бюджетный документ работу вашей делегации?',
  es: '¿Facilitaría el trabajo de su delegación un único documento presupuestario?',
}

/** Said under the second cluster of the session held. */
export const HELD_TOPIC: { title: string; remarks: readonly SampleIdea[] } = {
  title: 'How long is one step?',
  remarks: [
    {
      iso3: 'SEN',
      language: 'fr',
      text: 'Un an par étape : assez pour voir un exercice entier, pas assez pour oublier le but.',
    },
    {
      iso3: 'NOR',
      language: 'en',
      text: 'A year works for procurement. For recruitment two may be needed, because posts are filled slowly.',
    },
    { iso3: 'EGY', language: 'ar', text: 'المهم أن يُعرض تقييم كل مرحلة على الدول الأعضاء قبل الانتقال إلى التالية.' },
  ],
}

/** The rapporteur’s points, one on each cluster. */
export const HELD_NOTES = [
  'Several speakers asked for one place where everybody can read which authority has been delegated to whom.',
  'Going step by step was widely supported, beginning with procurement of low value and recruitment for field posts; a year was mentioned as the length of a step.',
  'Delegation and reporting were seen as one: whoever decides also explains the result.',
] as const
