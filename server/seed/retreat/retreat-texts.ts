import type { Language } from '@consultation/shared/languages.ts'
import type { Translated } from '@consultation/shared/text.ts'

// The retreat of mid-July 2017 as it might have been: programme, groups and what is said there are composed for demonstration.
// Sample text, not the position of any State.

export const RETREAT: { title: Translated; note: Translated; place: string } = {
  title: {
    ar: 'معتكف غير رسمي بشأن النتائج الأولية للفريق، تموز/يوليه 2017',
    zh: '关于小组初步结论的非正式务虚会，2017年7月',
    en: 'Informal retreat on the initial findings of the team, July 2017',
    fr: 'Retraite informelle sur les premières constatations de l’équipe, juillet 2017',
    ru: 'Неофициальное выездное совещание по первоначальным выводам Группы, июль 2017 года',
    es: 'Retiro oficioso sobre las conclusiones iniciales del Equipo, julio de 2017',
  },
  note: {
    ar: 'عُقد المعتكف في منتصف تموز/يوليه 2017. بيان توضيحي: غُيّرت جميع التواريخ، والبرنامج وما يقال فيه نصوص نموذجية لا تعبر عن موقف أي دولة.\nيُنظر في النتائج الست واحدة بعد أخرى، في جلسات عامة وفي أفرقة مناقشة.',
    zh: '务虚会于2017年7月中旬举行。演示说明：所有日期均已调整，日程和发言均为示例文本，不代表任何国家的立场。\n六项结论在全体会议和分组讨论中逐项讨论。',
    en: 'The retreat was held in mid-July 2017. For demonstration: all dates have been moved; the programme and what is said in it are sample text, not the position of any State.\nThe six findings are taken up one by one, in plenary meetings and in breakout groups.',
    fr: 'La retraite s’est tenue à la mi-juillet 2017. À des fins de démonstration : toutes les dates ont été décalées ; le programme et les propos sont des textes d’exemple, qui n’expriment la position d’aucun État.\nLes six constatations sont examinées une à une, en plénière et en groupes de discussion.',
    ru: 'Совещание состоялось в середине июля 2017 года. Для демонстрации: все даты перенесены; программа и высказывания являются образцами текста и не отражают позицию какого-либо государства.\nШесть выводов рассматриваются поочередно на пленарных заседаниях и в дискуссионных группах.',
    es: 'El retiro se celebró a mediados de julio de 2017. Con fines de demostración: se han desplazado todas las fechas; el programa y lo que se dice son textos de muestra, que no reflejan la posición de ningún Estado.\nLas seis conclusiones se examinan una a una, en plenarias y en grupos de debate.',
  },
  place: 'Conference Building',
}

export const SLOTS = {
  opening: {
    ar: 'الجلسة العامة الافتتاحية: النتائج الست',
    zh: '开幕全体会议：六项结论',
    en: 'Opening plenary: the six findings',
    fr: 'Plénière d’ouverture : les six constatations',
    ru: 'Пленарное заседание, открытие: шесть выводов',
    es: 'Plenaria de apertura: las seis conclusiones',
  },
  first: {
    ar: 'أفرقة المناقشة، الجولة الأولى',
    zh: '分组讨论，第一轮',
    en: 'Breakout groups, first round',
    fr: 'Groupes de discussion, première série',
    ru: 'Дискуссионные группы, первый раунд',
    es: 'Grupos de debate, primera ronda',
  },
  reports: {
    ar: 'الجلسة العامة: ما عادت به الأفرقة',
    zh: '全体会议：各小组报告',
    en: 'Plenary: the groups report back',
    fr: 'Plénière : rapports des groupes',
    ru: 'Пленарное заседание: доклады групп',
    es: 'Plenaria: informes de los grupos',
  },
  second: {
    ar: 'أفرقة المناقشة، الجولة الثانية',
    zh: '分组讨论，第二轮',
    en: 'Breakout groups, second round',
    fr: 'Groupes de discussion, deuxième série',
    ru: 'Дискуссионные группы, второй раунд',
    es: 'Grupos de debate, segunda ronda',
  },
  third: {
    ar: 'أفرقة المناقشة، الجولة الثالثة، حسب الاختيار',
    zh: '分组讨论，第三轮，自选',
    en: 'Breakout groups, third round, by choice',
    fr: 'Groupes de discussion, troisième série, au choix',
    ru: 'Дискуссионные группы, третий раунд, по выбору',
    es: 'Grupos de debate, tercera ronda, a elección',
  },
  closing: {
    ar: 'الجلسة العامة الختامية',
    zh: '闭幕全体会议',
    en: 'Closing plenary',
    fr: 'Plénière de clôture',
    ru: 'Заключительное пленарное заседание',
    es: 'Plenaria de clausura',
  },
} as const satisfies Record<string, Translated>

export type SampleGroup = {
  title: Translated
  place: string
  seats: number | null
  /** Findings by their numbers. */
  findings: number[]
  rapporteur: 'irt' | 'secondStaff'
}

export const FIRST_GROUPS: readonly (SampleGroup & { ideas: Words[]; points: string[]; signing: Signing })[] = [
  {
    title: {
      ar: 'دعم البعثات والمكاتب',
      zh: '对特派团和办事处的支助',
      en: 'Support to missions and offices',
      fr: 'Appui aux missions et aux bureaux',
      ru: 'Поддержка миссий и отделений',
      es: 'Apoyo a las misiones y oficinas',
    },
    place: 'Conference Room A',
    seats: 60,
    findings: [1],
    rapporteur: 'irt',
    ideas: [
      { iso3: 'GHA', language: 'en', text: 'Measure the time from request to delivery for one kind of goods first.' },
      { iso3: 'CHN', language: 'zh', text: '为小额采购制定统一的简易程序。' },
      { iso3: 'FJI', language: 'en', text: 'One contact for small offices, in their own time zone.' },
    ],
    points: [
      'A shorter way for requests of low value was welcomed, with a report after the fact.',
      'The time from request to delivery should be measured before and after the change, so that its effect can be seen.',
      'Small offices asked for one point of contact in all administrative matters.',
    ],
    signing: { signs: ['GHA', 'CHN', 'FJI'], dissents: [] },
  },
  {
    title: {
      ar: 'الهياكل وتفويض السلطة',
      zh: '组织结构与授权',
      en: 'Structures and delegated authority',
      fr: 'Structures et délégation de pouvoirs',
      ru: 'Структуры и делегирование полномочий',
      es: 'Estructuras y delegación de autoridad',
    },
    place: 'Conference Room B',
    seats: 60,
    findings: [2, 6],
    rapporteur: 'secondStaff',
    ideas: [
      { iso3: 'NOR', language: 'en', text: 'Publish who may decide what, and who was asked before.' },
      { iso3: 'SEN', language: 'fr', text: 'Une étape à la fois, avec un bilan avant la suivante.' },
      { iso3: 'MEX', language: 'es', text: 'Un solo formato de informe para todas las delegaciones de autoridad.' },
    ],
    points: [
      'One public table should say who may decide what, in all official languages.',
      'Authority should be delegated step by step, each step being reviewed before the next.',
    ],
    signing: {
      signs: ['NOR', 'MEX'],
      dissents: [
        {
          iso3: 'SEN',
          note: 'Notre délégation souscrit au premier point. Sur le second, elle souhaite que le bilan soit présenté aux États Membres et non seulement établi.',
        },
      ],
    },
  },
  {
    title: {
      ar: 'الموظفون والأداء',
      zh: '人员与业绩',
      en: 'People and performance',
      fr: 'Le personnel et la performance',
      ru: 'Персонал и результаты работы',
      es: 'El personal y el desempeño',
    },
    place: 'Conference Room C',
    seats: 60,
    findings: [3],
    rapporteur: 'irt',
    ideas: [
      { iso3: 'EGY', language: 'ar', text: 'احتساب الخدمة في الميدان عند الترقية، وفق معايير معلنة.' },
      {
        iso3: 'KAZ',
        language: 'ru',
        text: 'Короткие обсуждения итогов работы каждый квартал вместо одного раза в год.',
      },
      { iso3: 'ETH', language: 'en', text: 'Careers for locally recruited staff, with posts open to them.' },
    ],
    points: [
      'Service in hardship duty stations should count, by criteria that are published beforehand.',
      'Short talks on results during the year were preferred to one long form at its end.',
    ],
    signing: { signs: ['EGY', 'KAZ', 'ETH'], dissents: [] },
  },
  {
    title: {
      ar: 'الموارد والميزانية والثقة',
      zh: '资源、预算与信任',
      en: 'Resources, budget and trust',
      fr: 'Ressources, budget et confiance',
      ru: 'Ресурсы, бюджет и доверие',
      es: 'Recursos, presupuesto y confianza',
    },
    place: 'Conference Room D',
    seats: 60,
    findings: [4, 5],
    rapporteur: 'secondStaff',
    ideas: [
      { iso3: 'ECU', language: 'es', text: 'Publicar los documentos a la vez en los seis idiomas.' },
      { iso3: 'IRL', language: 'en', text: 'Show the results of last year beside each request.' },
      { iso3: 'MAR', language: 'ar', text: 'جدول قصير بما تغير منذ الميزانية السابقة.' },
    ],
    points: [],
    signing: {
      reason: 'The group had four wordings before it and wished to consult capitals before signing any of them.',
    },
  },
]
type Words = { iso3: string; language: Language; text: string }
/** Who of the group signs its points or dissents from them; or why it has none. */
type Signing = { signs: string[]; dissents: { iso3: string; note: string }[] } | { reason: string }

/** The groups that meet now: how far each has come. */
export const SECOND_GROUPS: readonly (SampleGroup & { points: string[]; put: boolean })[] = [
  {
    title: {
      ar: 'طريق أقصر للطلبات الصغيرة',
      zh: '小额申请的简化流程',
      en: 'A shorter way for small requests',
      fr: 'Un parcours abrégé pour les petites demandes',
      ru: 'Более короткий путь для небольших заявок',
      es: 'Un trámite más corto para las solicitudes pequeñas',
    },
    place: 'Conference Room A',
    seats: 80,
    findings: [1, 3],
    rapporteur: 'irt',
    points: [
      'Up to a fixed value a request should need one signature, with a report each quarter.',
      'The value should be set by office, according to its means of control.',
    ],
    put: true,
  },
  {
    title: {
      ar: 'من يقرر ومن يشرح',
      zh: '谁决定，谁说明',
      en: 'Who decides, and who explains',
      fr: 'Qui décide, qui explique',
      ru: 'Кто решает и кто объясняет',
      es: 'Quién decide y quién explica',
    },
    place: 'Conference Room B',
    seats: 80,
    findings: [2, 6],
    rapporteur: 'secondStaff',
    points: ['The table of delegated authority should name functions, not persons.'],
    put: false,
  },
  {
    title: {
      ar: 'الميزانية والتقارير',
      zh: '预算与报告',
      en: 'Budget and reporting',
      fr: 'Budget et rapports',
      ru: 'Бюджет и отчетность',
      es: 'Presupuesto e informes',
    },
    place: 'Conference Room C',
    seats: 80,
    findings: [4, 5],
    rapporteur: 'irt',
    points: [],
    put: false,
  },
]

/** Written by whoever sits in the group and writes in the language. */
export const SECOND_IDEAS: readonly Omit<Words, 'iso3'>[] = [
  { language: 'en', text: 'Try it in three offices and look at the figures after six months.' },
  { language: 'fr', text: 'Un seuil unique serait plus simple qu’un seuil par bureau.' },
  { language: 'es', text: 'Explicar en una página qué cambia para los Estados Miembros.' },
  { language: 'ar', text: 'إتاحة الجدول باللغات الرسمية الست في وقت واحد.' },
  { language: 'ru', text: 'Сохранить нынешние сроки рассмотрения для сложных заявок.' },
  { language: 'en', text: 'Say beforehand which figure would show that it did not work.' },
  { language: 'zh', text: '每季度公布一次使用情况。' },
  { language: 'en', text: 'Keep the old way open for those who need it.' },
]
export const MESSAGE_TO_GROUPS =
  'Please settle your points, five at most, and put them to the group before the time is up.'
export const CALL_FOR_CHAIR = 'May we ask for an interpreter for Russian?'

/** To come: delegations say where they would like to go. */
export const THIRD_GROUPS: readonly SampleGroup[] = [
  {
    title: {
      ar: 'صياغة النتائج من 1 إلى 3',
      zh: '第1至第3项结论的措辞',
      en: 'Wording of findings 1 to 3',
      fr: 'Libellé des constatations 1 à 3',
      ru: 'Формулировки выводов 1–3',
      es: 'Redacción de las conclusiones 1 a 3',
    },
    place: 'Conference Room A',
    seats: 90,
    findings: [1, 2, 3],
    rapporteur: 'irt',
  },
  {
    title: {
      ar: 'صياغة النتائج من 4 إلى 6',
      zh: '第4至第6项结论的措辞',
      en: 'Wording of findings 4 to 6',
      fr: 'Libellé des constatations 4 à 6',
      ru: 'Формулировки выводов 4–6',
      es: 'Redacción de las conclusiones 4 a 6',
    },
    place: 'Conference Room B',
    seats: 90,
    findings: [4, 5, 6],
    rapporteur: 'secondStaff',
  },
  {
    title: {
      ar: 'ما الذي ينبغي أن يأتي أولا',
      zh: '哪些应当优先',
      en: 'What should come first',
      fr: 'Ce qui devrait venir en premier',
      ru: 'С чего следует начать',
      es: 'Qué debería ir primero',
    },
    place: 'Conference Room C',
    seats: 90,
    findings: [1, 5, 6],
    rapporteur: 'irt',
  },
]
/** Wishes by the numbers of the groups. */
export const CHOICES: readonly { iso3: string; groups: number[] }[] = [
  { iso3: 'NOR', groups: [2, 3] },
  { iso3: 'SEN', groups: [1, 2] },
  { iso3: 'ECU', groups: [2] },
  { iso3: 'CHN', groups: [3, 1] },
  { iso3: 'KAZ', groups: [1] },
  { iso3: 'MEX', groups: [3, 2] },
  { iso3: 'IRL', groups: [2, 1] },
  { iso3: 'CHE', groups: [3] },
  { iso3: 'JAM', groups: [1, 3] },
]
/** Left a group before it begins. */
export const DECLINED = { iso3: 'NZL', note: 'We are two and follow the plenary committee at that hour.' }

/** In the opening plenary. */
export const OPENING_SPEAKERS: readonly (Words & { group?: string; seconds: number })[] = [
  {
    iso3: 'ECU',
    group: 'g77',
    language: 'es',
    text: 'El Grupo agradece que las conclusiones se presenten antes de redactar el informe. Desea que se indique, para cada una, en qué aportaciones se apoya.',
    seconds: 263,
  },
  {
    iso3: 'NOR',
    language: 'en',
    text: 'Our delegation finds the six findings clear. It would welcome a word in each on how progress will be measured.',
    seconds: 142,
  },
  {
    iso3: 'SEN',
    language: 'fr',
    text: 'Notre délégation apprécie la brièveté des constatations. Elle souhaite savoir ce que deviendront les observations qui ne sont pas retenues.',
    seconds: 158,
  },
  {
    iso3: 'KAZ',
    language: 'ru',
    text: 'Наша делегация поддерживает обсуждение каждого вывода в отдельности и просит сохранять единые термины на всех языках.',
    seconds: 171,
  },
]
