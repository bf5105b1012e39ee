import type { Language } from '@consultation/shared/languages.ts'
import type { MeasureState } from '@consultation/shared/rules/measures.ts'
import { answer, cluster, ideaOf, remark, statement } from './rests.ts'
import { FIRST_GROUPS } from './retreat-texts.ts'
import type { Said } from './sources.ts'

// What is made of the consultation, and the other tracks of the reform. Composed for demonstration: sample text, not a decision
// and not a position of anybody.

export type InSix = Record<Language, string>
type Step = { to: MeasureState; note: InSix }

export const OFFICES: Record<string, InSix> = {
  'Office of Human Resources Management': {
    ar: 'مكتب إدارة الموارد البشرية',
    zh: '人力资源管理厅',
    en: 'Office of Human Resources Management',
    fr: 'Bureau de la gestion des ressources humaines',
    ru: 'Управление людских ресурсов',
    es: 'Oficina de Gestión de Recursos Humanos',
  },
  'Department of Management': {
    ar: 'إدارة الشؤون الإدارية',
    zh: '管理事务部',
    en: 'Department of Management',
    fr: 'Département de la gestion',
    ru: 'Департамент по вопросам управления',
    es: 'Departamento de Gestión',
  },
  'Department of Field Support': {
    ar: 'إدارة الدعم الميداني',
    zh: '外勤支助部',
    en: 'Department of Field Support',
    fr: 'Département de l’appui aux missions',
    ru: 'Департамент полевой поддержки',
    es: 'Departamento de Apoyo a las Actividades sobre el Terreno',
  },
  'Executive Office of the Secretary-General': {
    ar: 'المكتب التنفيذي للأمين العام',
    zh: '秘书长办公厅',
    en: 'Executive Office of the Secretary-General',
    fr: 'Cabinet du Secrétaire général',
    ru: 'Канцелярия Генерального секретаря',
    es: 'Oficina Ejecutiva del Secretario General',
  },
  'Ethics Office': {
    ar: 'مكتب الأخلاقيات',
    zh: '道德操守办公室',
    en: 'Ethics Office',
    fr: 'Bureau de la déontologie',
    ru: 'Бюро по вопросам этики',
    es: 'Oficina de Ética',
  },
}

const DECIDED: InSix = {
  ar: 'تقرر التدبير في إطار الصلاحيات القائمة.',
  zh: '已在现有权限内决定采取该措施。',
  en: 'Decided within the existing authority.',
  fr: 'Décidée dans le cadre des pouvoirs existants.',
  ru: 'Решение принято в рамках существующих полномочий.',
  es: 'Decidida en el marco de las atribuciones existentes.',
}

export type SampleMeasure = {
  /** Number in the data of 2017, which has owner and day. */
  number: number
  title: InSix
  /** Measures it waits for, by their numbers. */
  needs: number[]
  /** Findings it answers, by their numbers, and what was said besides. */
  findings: number[]
  rests: Said[]
  steps: Step[]
  published: boolean
}

export const MEASURES: readonly SampleMeasure[] = [
  {
    number: 1,
    title: {
      ar: 'إلغاء الخطوات التي تطيل شغل الوظائف ولا تزيد الجودة، ونشر متوسط الوقت لكل مكتب كل ثلاثة أشهر',
      zh: '取消填补职位过程中费时而不提高质量的步骤；每季度公布各办事处平均用时',
      en: 'Remove steps from the filling of posts that add time and no quality; publish the average time per office each quarter',
      fr: 'Supprimer, dans le pourvoi des postes, les étapes qui prennent du temps sans améliorer la qualité ; publier chaque trimestre le délai moyen par bureau',
      ru: 'Исключить при заполнении должностей этапы, которые отнимают время, не повышая качества; ежеквартально публиковать средний срок по каждому подразделению',
      es: 'Eliminar de la cobertura de puestos las etapas que añaden tiempo y no calidad; publicar cada trimestre el tiempo medio por oficina',
    },
    needs: [],
    findings: [1, 3],
    rests: [answer('MAR', 6, 0)],
    steps: [
      { to: 'decided', note: DECIDED },
      {
        to: 'under_way',
        note: {
          ar: 'نُشرت أرقام أول ثلاثة مكاتب.',
          zh: '已公布首批三个办事处的数字。',
          en: 'The figures of the first three offices have been published.',
          fr: 'Les chiffres des trois premiers bureaux ont été publiés.',
          ru: 'Опубликованы данные первых трех подразделений.',
          es: 'Se han publicado las cifras de las tres primeras oficinas.',
        },
      },
    ],
    published: true,
  },
  {
    number: 2,
    title: {
      ar: 'بيان من يجوز له أن يقرر ماذا في جدول علني واحد، وسحب التفويضات المتداخلة',
      zh: '以一份公开总表列明谁可决定何事，并撤销重叠的授权',
      en: 'Set out in one public table who may decide what, and withdraw delegations that overlap',
      fr: 'Indiquer dans un seul tableau public qui peut décider de quoi, et retirer les délégations qui se chevauchent',
      ru: 'Изложить в единой открытой таблице, кто что вправе решать, и отозвать дублирующие полномочия',
      es: 'Exponer en un único cuadro público quién puede decidir qué, y retirar las delegaciones que se superponen',
    },
    needs: [],
    findings: [2, 6],
    rests: [ideaOf('NOR'), cluster(0)],
    steps: [{ to: 'decided', note: DECIDED }],
    published: true,
  },
  {
    number: 3,
    title: {
      ar: 'السماح لرؤساء البعثات بالموافقة على المشتريات والأسفار القليلة القيمة دون الرجوع إلى المقر، مع تقرير لاحق',
      zh: '让特派团团长无须请示总部即可批准小额采购和差旅，事后报告',
      en: 'Let heads of mission approve low-value purchases and travel without reference to Headquarters, with a report after the fact',
      fr: 'Permettre aux chefs de mission d’approuver les achats de faible valeur et les voyages sans en référer au Siège, avec un compte rendu a posteriori',
      ru: 'Разрешить главам миссий утверждать мелкие закупки и поездки без обращения в Центральные учреждения с последующей отчетностью',
      es: 'Permitir a los jefes de misión aprobar compras de escaso valor y viajes sin consultar a la Sede, con un informe posterior',
    },
    needs: [2],
    findings: [1],
    rests: [ideaOf('SEN'), answer('EGY', 9, 1)],
    steps: [],
    published: true,
  },
  {
    number: 4,
    title: {
      ar: 'الاستعاضة عن التعليمات الإدارية المتكررة بأدلة قصيرة بلغة واضحة وسحب القديم منها',
      zh: '以通俗简短的指南取代重复的行政指示，并废止旧文本',
      en: 'Replace repeated administrative instructions by short guides in plain language and retire the old ones',
      fr: 'Remplacer les instructions administratives répétées par de courts guides en langage clair et abroger les anciennes',
      ru: 'Заменить повторяющиеся административные инструкции краткими руководствами на понятном языке и отменить старые',
      es: 'Sustituir las instrucciones administrativas repetidas por guías breves en lenguaje claro y retirar las antiguas',
    },
    needs: [2],
    findings: [1],
    rests: [],
    steps: [],
    // One that staff have not opened yet.
    published: false,
  },
  {
    number: 5,
    title: {
      ar: 'إطلاع الدول الأعضاء كل شهر على التقدم في هذه التدابير، مدعوما بالأرقام',
      zh: '每月以数字向会员国通报这些措施的进展',
      en: 'Brief Member States every month on the progress of these measures, with figures',
      fr: 'Informer chaque mois les États Membres, chiffres à l’appui, de l’avancement de ces mesures',
      ru: 'Ежемесячно информировать государства-члены о ходе осуществления этих мер с приведением данных',
      es: 'Informar cada mes a los Estados Miembros, con cifras, de los avances de estas medidas',
    },
    needs: [],
    findings: [4],
    rests: [statement('SEN', 2)],
    steps: [
      { to: 'decided', note: DECIDED },
      {
        to: 'done',
        note: {
          ar: 'عُقدت الإحاطة الأولى، وتليها إحاطة كل شهر.',
          zh: '已举行首次通报会，此后每月一次。',
          en: 'The first briefing has been held; one follows each month.',
          fr: 'La première réunion d’information a eu lieu ; une autre suivra chaque mois.',
          ru: 'Проведен первый брифинг; далее они будут ежемесячными.',
          es: 'Se ha celebrado la primera sesión informativa; habrá una cada mes.',
        },
      },
    ],
    published: true,
  },
  {
    number: 6,
    title: {
      ar: 'توسيع الحماية من الانتقام لتشمل الخبراء الاستشاريين وفرادى المتعاقدين، بناء على مشورة الفريق العامل',
      zh: '根据工作组意见，将防范报复的保护扩大到顾问和个体订约人',
      en: 'Extend protection against retaliation to consultants and individual contractors, on the advice of the working group',
      fr: 'Étendre la protection contre les représailles aux consultants et aux vacataires, sur l’avis du groupe de travail',
      ru: 'Распространить защиту от преследований на консультантов и индивидуальных подрядчиков с учетом мнения рабочей группы',
      es: 'Extender la protección contra las represalias a los consultores y contratistas particulares, con el asesoramiento del grupo de trabajo',
    },
    needs: [],
    findings: [6],
    rests: [],
    steps: [
      { to: 'decided', note: DECIDED },
      {
        to: 'under_way',
        note: {
          ar: 'يُنتظر تقرير الفريق العامل.',
          zh: '正等待工作组报告。',
          en: 'The report of the working group is awaited.',
          fr: 'Le rapport du groupe de travail est attendu.',
          ru: 'Ожидается доклад рабочей группы.',
          es: 'Se espera el informe del grupo de trabajo.',
        },
      },
    ],
    published: true,
  },
]

/** Another track with its own consultation: milestones from the letter, one measure that waits for the management track. */
export type SampleTrack = {
  track: 'peace-security' | 'development' | 'whistle-blowers'
  reference: string
  description: InSix
  /** As known in 2017: a day, a month or a year. */
  milestones: { id: string; on: string; label: InSix }[]
  measures: { title: InSix; due: string; needs: number[]; steps: Step[] }[]
}

const SEVENTY_SECOND: InSix = {
  ar: 'الدورة الثانية والسبعون للجمعية العامة',
  zh: '大会第七十二届会议',
  en: 'Seventy-second session of the General Assembly',
  fr: 'Soixante-douzième session de l’Assemblée générale',
  ru: 'Семьдесят вторая сессия Генеральной Ассамблеи',
  es: 'Septuagésimo segundo período de sesiones de la Asamblea General',
}

export const TRACKS: readonly SampleTrack[] = [
  {
    track: 'peace-security',
    reference: 'PS-2017',
    description: {
      ar: 'مسار مواز للإصلاح. نصوص نموذجية لا تعبر عن موقف أي دولة، وقد غُيّرت التواريخ.',
      zh: '改革的平行轨道。示例文本，不代表任何国家的立场；日期已调整。',
      en: 'A parallel track of the reform. Sample text, not the position of any State; dates have been moved.',
      fr: 'Un volet parallèle de la réforme. Texte d’exemple, qui n’exprime la position d’aucun État ; les dates ont été décalées.',
      ru: 'Параллельное направление реформы. Образец текста, не отражающий позицию какого-либо государства; даты перенесены.',
      es: 'Una vía paralela de la reforma. Texto de muestra, que no refleja la posición de ningún Estado; se han desplazado las fechas.',
    },
    milestones: [
      {
        id: 'options',
        on: '2017-06',
        label: {
          ar: 'نظر الأمين العام في الخيارات الأولية',
          zh: '秘书长审查初步备选方案',
          en: 'Preliminary options reviewed by the Secretary-General',
          fr: 'Examen des premières options par le Secrétaire général',
          ru: 'Рассмотрение предварительных вариантов Генеральным секретарем',
          es: 'Examen de las opciones preliminares por el Secretario General',
        },
      },
      {
        id: 'proposal',
        on: '2017-10',
        label: {
          ar: `مقترح مفصل إلى الجمعية العامة (${SEVENTY_SECOND.ar})`,
          zh: `向大会提交详细提案（${SEVENTY_SECOND.zh}）`,
          en: `Detailed proposal to the General Assembly (${SEVENTY_SECOND.en})`,
          fr: `Proposition détaillée à l’Assemblée générale (${SEVENTY_SECOND.fr})`,
          ru: `Подробное предложение Генеральной Ассамблее (${SEVENTY_SECOND.ru})`,
          es: `Propuesta detallada a la Asamblea General (${SEVENTY_SECOND.es})`,
        },
      },
    ],
    measures: [
      {
        title: {
          ar: 'عرض الخيارات الأولية في ورقة واحدة قصيرة',
          zh: '以一份简短文件列出初步备选方案',
          en: 'Set out the preliminary options in one short paper',
          fr: 'Exposer les premières options dans un seul document succinct',
          ru: 'Изложить предварительные варианты в одном кратком документе',
          es: 'Exponer las opciones preliminares en un único documento breve',
        },
        due: '2017-06-30',
        needs: [],
        steps: [{ to: 'done', note: DECIDED }],
      },
      {
        title: {
          ar: 'مواءمة خطة دعم البعثات الجديدة مع الصلاحيات المفوضة إلى رؤسائها',
          zh: '使新特派团的支助计划与授予其团长的权限相一致',
          en: 'Align the support plan of new missions with the authority delegated to their heads',
          fr: 'Aligner le plan d’appui des nouvelles missions sur les pouvoirs délégués à leurs chefs',
          ru: 'Согласовать план поддержки новых миссий с полномочиями, делегированными их главам',
          es: 'Ajustar el plan de apoyo de las nuevas misiones a la autoridad delegada en sus jefes',
        },
        due: '2017-09-15',
        needs: [3],
        steps: [{ to: 'decided', note: DECIDED }],
      },
    ],
  },
  {
    track: 'development',
    reference: 'DS-2017',
    description: {
      ar: 'مسار مواز للإصلاح. نصوص نموذجية لا تعبر عن موقف أي دولة، وقد غُيّرت التواريخ.',
      zh: '改革的平行轨道。示例文本，不代表任何国家的立场；日期已调整。',
      en: 'A parallel track of the reform. Sample text, not the position of any State; dates have been moved.',
      fr: 'Un volet parallèle de la réforme. Texte d’exemple, qui n’exprime la position d’aucun État ; les dates ont été décalées.',
      ru: 'Параллельное направление реформы. Образец текста, не отражающий позицию какого-либо государства; даты перенесены.',
      es: 'Una vía paralela de la reforma. Texto de muestra, que no refleja la posición de ningún Estado; se han desplazado las fechas.',
    },
    milestones: [
      {
        id: 'first-report',
        on: '2017-06',
        label: {
          ar: 'التقرير الأول',
          zh: '第一份报告',
          en: 'First report',
          fr: 'Premier rapport',
          ru: 'Первый доклад',
          es: 'Primer informe',
        },
      },
      {
        id: 'second-report',
        on: '2017-12',
        label: {
          ar: 'التقرير الثاني، في أواخر العام',
          zh: '第二份报告，年底',
          en: 'Second report, towards the end of the year',
          fr: 'Deuxième rapport, vers la fin de l’année',
          ru: 'Второй доклад, ближе к концу года',
          es: 'Segundo informe, hacia finales de año',
        },
      },
    ],
    measures: [
      {
        title: {
          ar: 'رصد المهام الإدارية المشتركة للمكاتب في البلد الواحد',
          zh: '梳理同一国家各办事处的共同行政职能',
          en: 'Map the administrative functions that offices in one country share',
          fr: 'Recenser les fonctions administratives communes aux bureaux d’un même pays',
          ru: 'Определить общие административные функции отделений в одной стране',
          es: 'Catalogar las funciones administrativas que comparten las oficinas de un mismo país',
        },
        due: '2017-08-31',
        needs: [2],
        steps: [
          { to: 'decided', note: DECIDED },
          {
            to: 'under_way',
            note: {
              ar: 'بدأ العمل في خمسة بلدان.',
              zh: '已在五个国家开始。',
              en: 'Begun in five countries.',
              fr: 'Commencée dans cinq pays.',
              ru: 'Начато в пяти странах.',
              es: 'Iniciada en cinco países.',
            },
          },
        ],
      },
    ],
  },
  {
    track: 'whistle-blowers',
    reference: 'WB-2017',
    description: {
      ar: 'عمل مشترك بين المسارات. نصوص نموذجية لا تعبر عن موقف أي دولة، وقد غُيّرت التواريخ.',
      zh: '跨轨道工作。示例文本，不代表任何国家的立场；日期已调整。',
      en: 'Work across the tracks. Sample text, not the position of any State; dates have been moved.',
      fr: 'Travaux transversaux. Texte d’exemple, qui n’exprime la position d’aucun État ; les dates ont été décalées.',
      ru: 'Сквозная работа. Образец текста, не отражающий позицию какого-либо государства; даты перенесены.',
      es: 'Labor transversal. Texto de muestra, que no refleja la posición de ningún Estado; se han desplazado las fechas.',
    },
    milestones: [
      {
        id: 'recommendations',
        on: '2017-06-30',
        label: {
          ar: 'توصيات بشأن شمول الخبراء الاستشاريين وفرادى المتعاقدين',
          zh: '关于涵盖顾问和个体订约人的建议',
          en: 'Recommendations on covering consultants and individual contractors',
          fr: 'Recommandations concernant les consultants et les vacataires',
          ru: 'Рекомендации по охвату консультантов и индивидуальных подрядчиков',
          es: 'Recomendaciones sobre la inclusión de consultores y contratistas particulares',
        },
      },
    ],
    measures: [],
  },
]

/** The report is in the languages of its title; each line of a text is one paragraph of it. */
type InTwo = { en: string; fr: string }
export const REPORT_TITLE: InTwo = {
  en: 'Outline of the report to the General Assembly on management reform (sample text)',
  fr: 'Plan du rapport à l’Assemblée générale sur la réforme de la gestion (texte d’exemple)',
}
export type ReportPart = {
  kind: 'heading' | 'paragraph'
  texts: InTwo
  /** Why it rests on nothing. */
  editorial?: string
  findings?: number[]
  measures?: number[]
  /** Paragraphs of the summary, by their number. */
  summary?: number[]
  rests?: Said[]
}

/** The summary of the session that took place; its points become the first paragraphs, with these words in French. */
export const SUMMARY_TITLE: InTwo = {
  en: 'Summary of the informal brainstorming on delegation of authority and accountability (sample text)',
  fr: 'Résumé de la séance informelle sur la délégation de pouvoirs et la responsabilité (texte d’exemple)',
}
export const SUMMARY_HEADING: ReportPart = {
  kind: 'heading',
  texts: { en: 'Decisions closer to the point of delivery', fr: 'Rapprocher les décisions du terrain' },
}
export const SUMMARY_POINTS_IN_FRENCH: readonly string[] = [
  'Plusieurs oratrices et orateurs ont demandé qu’il y ait un endroit où chacun puisse lire quels pouvoirs ont été délégués, et à qui.',
  'L’idée d’avancer par étapes a été largement appuyée, en commençant par les achats de faible valeur et par le recrutement pour les postes hors Siège ; un an a été évoqué comme durée d’une étape.',
  'La délégation et le compte rendu ont été considérés comme un tout : qui décide explique aussi le résultat.',
]
/** What follows them: of the second item, on which no points were written down. */
export const SUMMARY_PARTS: readonly ReportPart[] = [
  {
    kind: 'heading',
    texts: { en: 'What Member States need to see', fr: 'Ce que les États Membres doivent pouvoir suivre' },
  },
  {
    kind: 'paragraph',
    texts: {
      en: 'Two delegations spoke and one wrote afterwards. They asked that figures be comparable from one year to the next, and that it be said what has become of the comments of Member States.',
      fr: 'Deux délégations ont pris la parole et une s’est exprimée ensuite par écrit. Elles ont demandé que les chiffres soient comparables d’une année à l’autre et qu’il soit indiqué ce qu’il est advenu des observations des États Membres.',
    },
    rests: [statement('SEN', 2), statement('CHN', 2), statement('EGY', 2)],
  },
  {
    kind: 'paragraph',
    texts: {
      en: 'The session closed without conclusions. What was said is available to the Review Team and to the retreat.',
      fr: 'La séance s’est achevée sans conclusions. Ce qui a été dit est à la disposition de l’équipe d’examen et de la retraite.',
    },
    editorial: 'Says how the session ended.',
  },
]

export const REPORT_PARTS: readonly ReportPart[] = [
  { kind: 'heading', texts: { en: 'How the report came about', fr: 'Genèse du rapport' } },
  {
    kind: 'paragraph',
    texts: {
      en: 'This outline is sample text for demonstration. It is not a document of the United Nations and not the position of any State.',
      fr: 'Ce plan est un texte d’exemple, établi à des fins de démonstration. Ce n’est pas un document des Nations Unies et il n’exprime la position d’aucun État.',
    },
    editorial: 'Says what the document is.',
  },
  {
    kind: 'paragraph',
    texts: {
      en: 'Member States were consulted in three ways: by a list of questions, in informal sessions, and in a retreat on the initial findings of the Review Team.',
      fr: 'Les États Membres ont été consultés de trois manières : par une liste de questions, lors de séances informelles et pendant une retraite consacrée aux premières constatations de l’équipe d’examen.',
    },
    editorial: 'Describes the procedure; it rests on the programme, not on what was said.',
  },
  { kind: 'heading', texts: { en: 'What was found', fr: 'Ce qui a été constaté' } },
  {
    kind: 'paragraph',
    texts: {
      en: 'Support reaches missions and offices late. The way of small requests should be shortened, with a report after the fact and with the time measured before and after.',
      fr: 'L’appui parvient tard aux missions et aux bureaux. Le parcours des petites demandes devrait être abrégé, avec un compte rendu a posteriori et une mesure des délais avant et après.',
    },
    findings: [1],
    rests: [answer('EGY', 1, 0), answer('CMR', 1, 0), ideaOf('FJI')],
  },
  {
    kind: 'paragraph',
    texts: {
      en: 'Responsibility for administration is divided. Each task should have one place that answers for it, and delegated authority should be written down where everybody can read it.',
      fr: 'La responsabilité de l’administration est partagée. Chaque tâche devrait relever d’une seule entité qui en répond, et les pouvoirs délégués devraient être consignés là où chacun peut les lire.',
    },
    findings: [2, 6],
    summary: [1, 3],
    rests: [statement('NOR', 1), cluster(0), { kind: 'point', words: FIRST_GROUPS[1]?.points[0] ?? '' }],
  },
  {
    kind: 'paragraph',
    texts: {
      en: 'Several years lie between the outline of a programme and its evaluation. A shorter cycle could be tried for a limited time and then be reviewed, each stage of the examination by Member States being kept.',
      fr: 'Plusieurs années séparent l’esquisse d’un programme de son évaluation. Un cycle plus court pourrait être essayé pour une durée limitée puis réexaminé, chaque étape de l’examen par les États Membres étant maintenue.',
    },
    findings: [5],
    rests: [answer('EGY', 3, 0)],
  },
  { kind: 'heading', texts: { en: 'What is being done already', fr: 'Ce qui est déjà entrepris' } },
  {
    kind: 'paragraph',
    texts: {
      en: 'The time taken to fill posts is published office by office, and steps that add time and no quality are being removed.',
      fr: 'Le délai nécessaire pour pourvoir les postes est publié bureau par bureau, et les étapes qui prennent du temps sans améliorer la qualité sont supprimées.',
    },
    measures: [1],
    findings: [3],
  },
  {
    kind: 'paragraph',
    texts: {
      en: 'One public table will say who may decide what. Once it stands, heads of mission approve purchases of low value without reference to Headquarters.',
      fr: 'Un seul tableau public indiquera qui peut décider de quoi. Une fois qu’il existera, les chefs de mission approuveront les achats de faible valeur sans en référer au Siège.',
    },
    measures: [2, 3],
    rests: [ideaOf('SEN')],
  },
  { kind: 'heading', texts: { en: 'What remains open', fr: 'Ce qui reste ouvert' } },
  {
    kind: 'paragraph',
    texts: {
      en: 'How trust grows was seen in different ways. Delegations asked for fewer figures on fixed dates and for a written reply on what has become of their comments.',
      fr: 'La manière de renforcer la confiance a été vue diversement. Des délégations ont demandé des chiffres moins nombreux, à dates fixes, et une réponse écrite sur la suite donnée à leurs observations.',
    },
    findings: [4],
    summary: [4],
    rests: [
      { kind: 'feedback', iso3: 'SEN', finding: 4 },
      { kind: 'feedback', iso3: 'NOR', finding: 4 },
      statement('SEN', 2),
    ],
  },
]

/** Read and taken up nowhere, with what its delegation is told. */
export const SET_ASIDE: readonly { said: Said; reason: string }[] = [
  {
    said: answer('EGY', 2),
    reason:
      'Belongs to the action plan of the office concerned, to which it was passed on; the report does not go into single offices.',
  },
  {
    said: remark(1),
    reason:
      'How long a step lasts is settled when the measure is carried out; the report names the steps and not their length.',
  },
  {
    said: remark(0),
    reason:
      'How long a step lasts is settled when the measure is carried out; the report names the steps and not their length.',
  },
  {
    said: ideaOf('GHA', 1),
    reason:
      'The order in which authority is delegated is left to the General Assembly; the report describes the steps without ranking them.',
  },
]
