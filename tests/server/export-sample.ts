import { formatDate, formatDateTime, NEW_YORK } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Block } from '@consultation/shared/text.ts'
import { composeDocument, type DraftPart, type ExportDocument, type Sheet } from '../../server/exports/document.ts'
import { originalLanguage, say } from '../../server/exports/words.ts'

// A compilation built as the export's builder does it, from a fixed set of replies in six languages.

const NAMES = {
  CN: {
    ar: 'الصين',
    zh: '中国',
    en: 'China',
    fr: 'Chine',
    ru: 'Китай',
    es: 'China',
  },
  CI: {
    ar: 'كوت ديفوار',
    zh: '科特迪瓦',
    en: 'Côte d’Ivoire',
    fr: 'Côte d’Ivoire',
    ru: 'Кот-д’Ивуар',
    es: 'Côte d’Ivoire',
  },
  HR: {
    ar: 'كرواتيا',
    zh: '克罗地亚',
    en: 'Croatia',
    fr: 'Croatie',
    ru: 'Хорватия',
    es: 'Croacia',
  },
  EG: {
    ar: 'مصر',
    zh: '埃及',
    en: 'Egypt',
    fr: 'Égypte',
    ru: 'Египет',
    es: 'Egipto',
  },
  MX: {
    ar: 'المكسيك',
    zh: '墨西哥',
    en: 'Mexico',
    fr: 'Mexique',
    ru: 'Мексика',
    es: 'México',
  },
  RU: {
    ar: 'الاتحاد الروسي',
    zh: '俄罗斯联邦',
    en: 'Russian Federation',
    fr: 'Fédération de Russie',
    ru: 'Российская Федерация',
    es: 'Federación de Rusia',
  },
  TR: {
    ar: 'تركيا',
    zh: '土耳其',
    en: 'Türkiye',
    fr: 'Türkiye',
    ru: 'Турция',
    es: 'Türkiye',
  },
  TM: {
    ar: 'تركمانستان',
    zh: '土库曼斯坦',
    en: 'Turkmenistan',
    fr: 'Turkménistan',
    ru: 'Туркменистан',
    es: 'Turkmenistán',
  },
} satisfies Record<string, Record<Language, string>>

const LIST_TITLE: Record<Language, string> = {
  ar: 'أسئلة لتيسير جلسات تبادل الأفكار غير الرسمية بشأن إصلاح الإدارة',
  en: 'Questions to facilitate the informal brainstorming sessions on management reform',
  es: 'Preguntas para facilitar las sesiones oficiosas de intercambio de ideas sobre la reforma de la gestión',
  fr: 'Questions destinées à faciliter les séances informelles de réflexion sur la réforme de la gestion',
  ru: 'Вопросы для облегчения неофициальных обсуждений по реформе системы управления',
  zh: '供管理改革非正式集思广益会议使用的问题',
}

const SECTIONS: { title: Record<Language, string>; questions: { number: number; text: Record<Language, string> }[] }[] =
  [
    {
      title: {
        ar: 'الإجراءات وتقديم الخدمات',
        en: 'Procedures and service delivery',
        es: 'Procedimientos y prestación de servicios',
        fr: 'Procédures et prestation de services',
        ru: 'Процедуры и предоставление услуг',
        zh: '程序和服务提供',
      },
      questions: [
        {
          number: 1,
          text: {
            ar: 'ما هي، في رأي وفدكم، الإجراءات الإدارية في الأمانة العامة التي تؤخر تنفيذ الولايات أكثر من غيرها، وأيها ينبغي تبسيطه أولا؟',
            en: 'Which administrative procedures of the Secretariat, in the view of your delegation, most delay the delivery of mandates, and which should be simplified first?',
            es: 'A juicio de su delegación, ¿qué procedimientos administrativos de la Secretaría retrasan más la ejecución de los mandatos y cuáles habría que simplificar primero?',
            fr: 'Selon votre délégation, quelles procédures administratives du Secrétariat retardent le plus l’exécution des mandats, et lesquelles faudrait-il simplifier en premier ?',
            ru: 'Какие административные процедуры Секретариата, по мнению вашей делегации, больше всего задерживают осуществление мандатов и какие из них следует упростить в первую очередь?',
            zh: '贵代表团认为，秘书处的哪些行政程序最妨碍任务的及时执行？应首先简化哪些程序？',
          },
        },
        {
          number: 2,
          text: {
            ar: 'ما هي التدابير الفورية التي تندرج ضمن السلطة الحالية للأمين العام والتي تعود بأكبر فائدة على من تخدمهم المنظمة؟',
            en: 'Which immediate measures, within the existing authority of the Secretary-General, would make the greatest difference to those whom the Organization serves?',
            es: '¿Qué medidas inmediatas, dentro de las facultades actuales del Secretario General, serían más útiles para las personas a las que sirve la Organización?',
            fr: 'Parmi les mesures que le Secrétaire général peut prendre dès maintenant en vertu de ses pouvoirs actuels, lesquelles seraient les plus utiles à celles et ceux que l’Organisation sert ?',
            ru: 'Какие незамедлительные меры в рамках нынешних полномочий Генерального секретаря принесли бы наибольшую пользу тем, кому служит Организация?',
            zh: '在秘书长现有权限内，哪些立即采取的措施能为本组织服务的对象带来最大改善？',
          },
        },
      ],
    },
    {
      title: {
        ar: 'الميزانية والشؤون المالية',
        en: 'Budget and finance',
        es: 'Presupuesto y finanzas',
        fr: 'Budget et finances',
        ru: 'Бюджет и финансы',
        zh: '预算和财务',
      },
      questions: [
        {
          number: 3,
          text: {
            ar: 'كيف يمكن تقصير عملية التخطيط والميزنة وجعلها أيسر فهما، مع الحفاظ الكامل على دور الدول الأعضاء في كل مرحلة من مراحلها؟',
            en: 'How could the planning and budget process be shortened and made easier to follow, while the role of Member States is fully kept at each of its stages?',
            es: '¿Cómo se podría abreviar el proceso de planificación y presupuestación y hacerlo más fácil de seguir, manteniendo plenamente la función de los Estados Miembros en cada una de sus etapas?',
            fr: 'Comment raccourcir le processus de planification et de budgétisation et le rendre plus clair, tout en préservant pleinement le rôle des États Membres à chaque étape ?',
            ru: 'Как можно сократить процесс планирования и составления бюджета и сделать его более понятным, полностью сохранив роль государств-членов на каждом его этапе?',
            zh: '如何缩短规划和预算流程并使之更加清楚易懂，同时充分保留会员国在每个阶段的作用？',
          },
        },
        {
          number: 4,
          text: {
            ar: 'ما هي مزايا ومخاطر الانتقال من ميزانية برنامجية لفترة سنتين إلى ميزانية برنامجية سنوية؟',
            en: 'What would be the advantages and the risks of moving from a two-year to a one-year programme budget?',
            es: '¿Qué ventajas y riesgos tendría pasar de un presupuesto por programas bienal a uno anual?',
            fr: 'Quels seraient les avantages et les risques du passage d’un budget-programme biennal à un budget-programme annuel ?',
            ru: 'Каковы преимущества и риски перехода от двухгодичного к годовому бюджету по программам?',
            zh: '从两年期方案预算改为年度方案预算有哪些好处和风险？',
          },
        },
      ],
    },
  ]

type State = keyof typeof NAMES
type Reply = { state: State; language: Language; blocks: Block[]; attributed: boolean; notes?: 'late' }

const said = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })

/** The first answer in each language, also what the extracted text of a PDF is compared with. */
export const WORDS: Record<Language, string> = {
  en: 'Delegated authority must be matched by accountability: results, not procedures, should be “what is measured” (see A/72/492).',
  fr: 'La délégation de pouvoir doit s’accompagner d’une obligation de rendre compte : c’est l’œuvre commune qui importe.',
  es: 'La delegación de autoridad debe ir acompañada de rendición de cuentas; ¿cómo se medirán los resultados el próximo año?',
  ru: 'Делегирование полномочий должно сопровождаться подотчётностью; объём отчётности следует сократить.',
  zh: '授权必须与问责相匹配，应当简化程序，提高透明度和可预测性。',
  ar: 'يجب أن يقترن تفويض السلطة بالمساءلة، وأن تبسط الإجراءات في عام 2017.',
}

const REPLIES: Record<number, Reply[]> = {
  1: [
    {
      state: 'CI',
      language: 'fr',
      attributed: true,
      blocks: [
        said(WORDS.fr),
        {
          kind: 'list',
          ordered: true,
          items: [
            [said('Recrutement : le délai moyen devrait être ramené à 120 jours.')],
            [
              said('Achats :'),
              {
                kind: 'list',
                ordered: false,
                items: [[said('des seuils plus élevés ;')], [said('un contrôle a posteriori.')]],
              },
            ],
          ],
        },
      ],
    },
    { state: 'EG', language: 'ar', attributed: true, blocks: [said(WORDS.ar)] },
    { state: 'CN', language: 'zh', attributed: true, blocks: [said(WORDS.zh)] },
    {
      state: 'MX',
      language: 'es',
      attributed: true,
      blocks: [said(WORDS.es), { kind: 'quotation', content: [said('Una Organización más cercana a quienes sirve.')] }],
    },
    { state: 'RU', language: 'ru', attributed: true, blocks: [said(WORDS.ru)], notes: 'late' },
    {
      state: 'HR',
      language: 'en',
      attributed: true,
      blocks: [
        {
          kind: 'paragraph',
          content: [
            { text: WORDS.en },
            { text: ' The full statement', link: 'https://example.org/statement?a=1&b=2' },
            { text: ' is public; ' },
            { text: 'one rule', bold: true },
            { text: ' and ' },
            { text: 'one form', italic: true },
            { text: ' are enough.' },
          ],
        },
      ],
    },
    {
      state: 'TM',
      language: 'en',
      attributed: false,
      blocks: [said('The number of approvals for travel could be halved.')],
    },
    {
      state: 'TR',
      language: 'ar',
      attributed: false,
      blocks: [said('ينبغي مراجعة البند ST/SGB/2007/6 قبل نهاية العام.')],
    },
  ],
  2: [{ state: 'TR', language: 'en', attributed: true, blocks: [said('No position at this stage.')] }],
}

export const CIRCULATED = '2017-05-31T14:00:00Z'
export const DEADLINE = '2017-06-23T22:00:00Z'
export const RELEASED = '2017-06-30T16:00:00Z'

/** The compilation in one language; with a banner as the demonstration has it. */
export function sampleDocument(language: Language, banner = true): ExportDocument {
  const alphabet = new Intl.Collator(language)
  const named = (replies: Reply[]) =>
    replies
      .filter((reply) => reply.attributed)
      .toSorted((a, b) => alphabet.compare(NAMES[a.state][language], NAMES[b.state][language]))
  const questions = SECTIONS.flatMap((section) => section.questions)
  const parts: DraftPart[] = [
    { kind: 'contents' },
    { kind: 'pageBreak' },
    {
      kind: 'note',
      title: say(language, 'note_by_office'),
      paragraphs: [
        say(language, 'note_as_received'),
        say(language, 'note_not_for_attribution'),
        say(language, 'note_without_prejudice'),
      ],
    },
    { kind: 'heading', level: 1, text: say(language, 'introduction') },
    {
      kind: 'paragraph',
      content: say(language, 'intro_circulated', {
        date: formatDate(CIRCULATED, language, NEW_YORK),
        questions: questions.length,
        addressed: 193,
        deadline: formatDateTime(DEADLINE, language, NEW_YORK),
      }),
    },
    {
      kind: 'paragraph',
      content: say(language, 'intro_replied', {
        date: formatDate(RELEASED, language, NEW_YORK),
        statements: 8,
        states: 8,
      }),
    },
    { kind: 'paragraph', content: say(language, 'intro_limits') },
    {
      kind: 'table',
      caption: say(language, 'coverage'),
      columns: [
        { title: say(language, 'regional_group'), width: 3 },
        { title: say(language, 'addressed'), align: 'end' },
        { title: say(language, 'replied'), align: 'end' },
      ],
      rows: [
        ['A', 54, 12],
        ['B', 139, 1_240],
        [say(language, 'total'), 193, 1_252],
      ],
      total: true,
    },
    { kind: 'paragraph', content: say(language, 'coverage_withheld', { threshold: 5 }) },
    { kind: 'heading', level: 1, text: say(language, 'replies') },
  ]
  for (const section of SECTIONS) {
    parts.push({ kind: 'heading', level: 2, text: section.title[language] })
    for (const question of section.questions) {
      const replies = REPLIES[question.number] ?? []
      parts.push({
        kind: 'heading',
        level: 3,
        numbering: { label: `${question.number}.` },
        text: question.text[language],
      })
      if (replies.length === 0) parts.push({ kind: 'paragraph', numbered: false, content: say(language, 'no_replies') })
      for (const reply of named(replies)) {
        parts.push({
          kind: 'text',
          shownAs: NAMES[reply.state][language],
          notes: [
            originalLanguage(language, reply.language),
            ...(reply.notes === 'late' ? [say(language, 'received_late')] : []),
          ],
          language: reply.language,
          blocks: reply.blocks,
        })
      }
      const withheld = replies.filter((reply) => !reply.attributed)
      if (withheld.length > 0) {
        parts.push({
          kind: 'heading',
          level: 4,
          numbering: 'none',
          text: say(language, 'replies_not_for_attribution'),
        })
        withheld.forEach((reply, drawn) => {
          parts.push({
            kind: 'text',
            shownAs: say(language, 'reply_number', { number: drawn + 1 }),
            language: reply.language,
            blocks: reply.blocks,
          })
        })
      }
    }
  }
  parts.push({ kind: 'pageBreak' })
  parts.push({ kind: 'heading', level: 1, numbering: 'annex', text: say(language, 'annex_questions') })
  for (const question of questions)
    parts.push({
      kind: 'item',
      label: `${question.number}.`,
      content: question.text[language],
      below: [say(language, 'guidance')],
    })
  parts.push({ kind: 'heading', level: 1, numbering: 'annex', text: say(language, 'annex_replies') })
  parts.push({ kind: 'paragraph', numbered: false, content: say(language, 'annex_replies_note') })
  parts.push({
    kind: 'table',
    columns: [{ title: say(language, 'delegation'), width: 2 }, { title: say(language, 'received') }],
    rows: named(REPLIES[1] ?? []).map((reply) => [
      NAMES[reply.state][language],
      formatDate(DEADLINE, language, NEW_YORK),
    ]),
  })
  const answers: Sheet = {
    name: say(language, 'answers'),
    columns: [
      { key: 'question', title: say(language, 'question'), width: 10 },
      { key: 'delegation', title: say(language, 'delegation'), width: 24 },
      { key: 'language', title: say(language, 'language'), width: 12 },
      { key: 'answer', title: say(language, 'answer'), width: 90 },
    ],
    rows: named(REPLIES[1] ?? []).map((reply) => [
      1,
      NAMES[reply.state][language],
      reply.language,
      WORDS[reply.language],
    ]),
  }
  return composeDocument({
    language,
    title: LIST_TITLE[language],
    subtitle: say(language, 'compilation'),
    reference: say(language, 'compilation_reference', { reference: 'MR-2017/Q1' }),
    status: say(language, 'status_compilation'),
    handling: 'unclassified',
    office: 'Executive Office of the Secretary-General',
    date: RELEASED,
    ...(banner && { banner: say(language, 'sample_banner') }),
    release: { number: 3, chainHead: '9f2c7b1e5a0d4c88b6e3f1a27d905c4e8ab1736f20d95e4c71b83a6f0e2d9c15' },
    parts,
    sheets: [answers],
  })
}
