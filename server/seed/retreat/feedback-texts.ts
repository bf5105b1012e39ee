import type { Language } from '@consultation/shared/languages.ts'

// What delegations say to the findings: composed for demonstration, drawn by lot over delegations, and no position of any State.

/** Words in place of others in one paragraph, as a proposal is written. */
type Edit = { paragraph: number; from: string; to: string }
/** By finding, from the first: why somebody is concerned, what somebody asks, and other words for a paragraph, of which there may be more rounds. */
export type FeedbackWords = { concern: string[]; asks: string[]; edits: Edit[]; tails: string[]; change: string[] }

export const FEEDBACK_WORDS: Record<Language, FeedbackWords> = {
  en: {
    concern: [
      'A shorter way must not mean that small requests are no longer looked at by anybody.',
      'One place for each task may move the work without making it quicker.',
      'What counts when posts are filled should be decided by Member States before it is applied.',
      'Fewer figures may leave out those that small delegations need most.',
      'A shorter cycle would bring more documents to the same desks each year.',
      'Delegation in writing is welcome; how it is withdrawn is not said.',
    ],
    asks: [
      'Which requests does the team regard as being of low value, and who would decide it?',
      'How many posts would be moved, and at what cost?',
      'How would results be assessed in offices whose work cannot be counted?',
      'Which figures would be dropped, and which would be kept?',
      'What would a shorter cycle mean for the calendar of the committees?',
      'To whom would the report be addressed, and how often?',
    ],
    edits: [
      {
        paragraph: 1,
        from: 'of low value and low risk',
        to: 'of low value and low risk, within a limit that Member States know',
      },
      {
        paragraph: 1,
        from: 'one place that answers for it',
        to: 'one place that answers for it and one that checks it',
      },
      {
        paragraph: 1,
        from: 'should count when posts are filled',
        to: 'should count, among other criteria, when posts are filled',
      },
      {
        paragraph: 1,
        from: 'fewer figures, the same for every programme',
        to: 'fewer and better explained figures, the same for every programme',
      },
      {
        paragraph: 2,
        from: 'each transfer should be reported with its reason',
        to: 'each transfer should be reported when it is made, with its reason',
      },
      {
        paragraph: 1,
        from: 'in writing, to a named function',
        to: 'in writing, for a limited time, to a named function',
      },
      { paragraph: 1, from: 'shorten the way', to: 'shorten the way, beginning with a few offices,' },
      {
        paragraph: 1,
        from: 'should have one place that answers for it',
        to: 'should have one place that answers for it, named in a public table',
      },
      {
        paragraph: 1,
        from: 'Assessments are made once a year',
        to: 'Assessments are made once a year, by one person alone,',
      },
      { paragraph: 1, from: 'published on fixed dates', to: 'published on fixed dates and in all official languages' },
      {
        paragraph: 2,
        from: 'should be reported with its reason',
        to: 'should be reported with its reason and its effect on results',
      },
      {
        paragraph: 1,
        from: 'with the report that goes with it',
        to: 'with the report that goes with it and the means to carry it out',
      },
      {
        paragraph: 0,
        from: 'Support reaches missions and offices late',
        to: 'Support often reaches missions and offices late',
      },
      {
        paragraph: 0,
        from: 'is divided among several departments',
        to: 'is divided among several departments and offices',
      },
      { paragraph: 0, from: 'are not well recognized', to: 'are not always well recognized' },
      { paragraph: 0, from: 'do not trust one another enough', to: 'could trust one another more' },
      {
        paragraph: 0,
        from: 'the budget process is long and hard to read',
        to: 'the budget process is long and, for small delegations, hard to read',
      },
      { paragraph: 0, from: 'Delegated authority is unclear', to: 'Delegated authority is not always clear' },
    ],
    tails: [
      '',
      'We would welcome a word on this in the report.',
      'We remain ready to discuss the wording.',
      'Our capital has been asked for its view.',
      'An example from one office would help.',
    ],
    change: [
      'The finding is right; the words could be more exact.',
      'We support the direction and propose one change.',
      '',
    ],
  },
  fr: {
    concern: [
      'Un parcours abrégé ne doit pas signifier que plus personne ne regarde les petites demandes.',
      'Confier chaque tâche à une seule entité peut déplacer le travail sans l’accélérer.',
      'Ce qui compte pour pourvoir les postes devrait être décidé par les États Membres avant d’être appliqué.',
      'Des chiffres moins nombreux pourraient omettre ceux dont les petites délégations ont le plus besoin.',
      'Un cycle plus court apporterait chaque année davantage de documents aux mêmes bureaux.',
      'La délégation par écrit est bienvenue ; il n’est pas dit comment elle est retirée.',
    ],
    asks: [
      'Quelles demandes l’équipe considère-t-elle de faible valeur, et qui en déciderait ?',
      'Combien de postes seraient déplacés, et à quel coût ?',
      'Comment évaluer les résultats de bureaux dont le travail ne se compte pas ?',
      'Quels chiffres seraient supprimés, et lesquels conservés ?',
      'Quelles seraient les conséquences d’un cycle plus court pour le calendrier des commissions ?',
      'À qui le compte rendu serait-il adressé, et à quelle fréquence ?',
    ],
    edits: [
      {
        paragraph: 1,
        from: 'dont la valeur et le risque sont faibles',
        to: 'dont la valeur et le risque sont faibles, dans une limite connue des États Membres',
      },
      {
        paragraph: 1,
        from: 'd’une seule entité qui en répond',
        to: 'd’une seule entité qui en répond, sous le contrôle d’une autre',
      },
      { paragraph: 1, from: 'devrait compter', to: 'devrait compter, parmi d’autres critères,' },
      { paragraph: 1, from: 'des chiffres moins nombreux', to: 'des chiffres moins nombreux et mieux expliqués' },
      {
        paragraph: 2,
        from: 'devrait être signalé avec son motif',
        to: 'devrait être signalé dès qu’il est effectué, avec son motif',
      },
      {
        paragraph: 1,
        from: 'par écrit, à une fonction désignée',
        to: 'par écrit, pour une durée limitée, à une fonction désignée',
      },
      { paragraph: 1, from: 'd’abréger le parcours', to: 'd’abréger, bureau par bureau, le parcours' },
      {
        paragraph: 1,
        from: 'd’une seule entité qui en répond',
        to: 'd’une seule entité qui en répond, indiquée dans un tableau public',
      },
      {
        paragraph: 1,
        from: 'Les évaluations ont lieu une fois par an',
        to: 'Les évaluations n’ont lieu qu’une fois par an',
      },
      { paragraph: 1, from: 'publiés à dates fixes', to: 'publiés à dates fixes, dans toutes les langues officielles' },
      {
        paragraph: 2,
        from: 'chaque transfert devrait être signalé avec son motif',
        to: 'chaque transfert devrait être signalé avec son motif et son effet',
      },
      {
        paragraph: 1,
        from: 'avec le compte rendu qui s’y rattache',
        to: 'avec le compte rendu et les moyens qui s’y rattachent',
      },
    ],
    tails: [
      '',
      'Une précision dans le rapport serait utile.',
      'Nous restons disposés à examiner le libellé.',
      'La capitale a été consultée.',
    ],
    change: [
      'La constatation est juste ; les termes pourraient être plus précis.',
      'Nous appuyons l’orientation et proposons une modification.',
      '',
    ],
  },
  es: {
    concern: [
      'Un trámite más corto no debe significar que ya nadie examine las solicitudes pequeñas.',
      'Una sola instancia para cada tarea puede trasladar el trabajo sin hacerlo más rápido.',
      'Lo que cuente al cubrir los puestos deberían decidirlo los Estados Miembros antes de que se aplique.',
      'Menos cifras podrían dejar fuera las que más necesitan las delegaciones pequeñas.',
      'Un ciclo más corto llevaría cada año más documentos a las mismas mesas.',
      'La delegación por escrito es bienvenida; no se dice cómo se retira.',
    ],
    asks: [
      '¿Qué solicitudes considera el equipo de escaso valor, y quién lo decidiría?',
      '¿Cuántos puestos se trasladarían y a qué costo?',
      '¿Cómo se evaluarían los resultados de oficinas cuyo trabajo no puede contarse?',
      '¿Qué cifras se suprimirían y cuáles se mantendrían?',
      '¿Qué supondría un ciclo más corto para el calendario de las comisiones?',
      '¿A quién se dirigiría el informe y con qué frecuencia?',
    ],
    edits: [
      {
        paragraph: 1,
        from: 'de escaso valor y bajo riesgo',
        to: 'de escaso valor y bajo riesgo, dentro de un límite conocido por los Estados Miembros',
      },
      {
        paragraph: 1,
        from: 'una sola instancia que responda de ella',
        to: 'una sola instancia que responda de ella y otra que la supervise',
      },
      { paragraph: 1, from: 'debería contar', to: 'debería contar, entre otros criterios,' },
      { paragraph: 1, from: 'menos cifras', to: 'menos cifras y mejor explicadas' },
      {
        paragraph: 2,
        from: 'debería comunicarse con su motivo',
        to: 'debería comunicarse en el momento en que se haga, con su motivo',
      },
      {
        paragraph: 1,
        from: 'por escrito, a una función determinada',
        to: 'por escrito, por un tiempo limitado, a una función determinada',
      },
      {
        paragraph: 1,
        from: 've margen para acortar el trámite',
        to: 've margen para acortar, oficina por oficina, el trámite',
      },
      {
        paragraph: 1,
        from: 'debería tener una sola instancia',
        to: 'debería tener una sola instancia, conocida por todos,',
      },
      {
        paragraph: 1,
        from: 'Las evaluaciones se hacen una vez al año',
        to: 'Las evaluaciones se hacen solo una vez al año',
      },
      {
        paragraph: 1,
        from: 'publicadas en fechas fijas',
        to: 'publicadas en fechas fijas y en todos los idiomas oficiales',
      },
      { paragraph: 2, from: 'debería comunicarse con su motivo', to: 'debería comunicarse con su motivo y su efecto' },
      { paragraph: 1, from: 'con el informe que la acompaña', to: 'con el informe y los medios que la acompañan' },
    ],
    tails: [
      '',
      'Agradeceríamos una precisión al respecto en el informe.',
      'Seguimos dispuestos a examinar la redacción.',
      'Se ha consultado a la capital.',
    ],
    change: [
      'La conclusión es acertada; los términos podrían ser más precisos.',
      'Apoyamos la orientación y proponemos un cambio.',
      '',
    ],
  },
  ar: {
    concern: [
      'ينبغي ألا يعني تقصير الطريق ألا ينظر أحد بعد ذلك في الطلبات الصغيرة.',
      'قد يؤدي تخصيص موضع واحد لكل مهمة إلى نقل العمل دون تسريعه.',
      'ما يُحتسب عند شغل الوظائف ينبغي أن تقرره الدول الأعضاء قبل تطبيقه.',
      'قد تُغفل الأرقام الأقل ما تحتاج إليه الوفود الصغيرة أكثر من غيره.',
      'من شأن دورة أقصر أن تضع وثائق أكثر كل سنة أمام الجهات نفسها.',
      'التفويض كتابةً محل ترحيب، لكن لم يُذكر كيف يُسحب.',
    ],
    asks: [
      'ما الطلبات التي يعدها الفريق قليلة القيمة، ومن يقرر ذلك؟',
      'كم وظيفة ستُنقل، وبأي تكلفة؟',
      'كيف ستُقيَّم النتائج في مكاتب لا يُقاس عملها بالأعداد؟',
      'ما الأرقام التي ستُحذف، وما التي ستبقى؟',
      'ما أثر دورة أقصر على جدول أعمال اللجان؟',
      'إلى من يوجَّه التقرير، وبأي وتيرة؟',
    ],
    edits: [
      { paragraph: 1, from: 'القليلة القيمة والمخاطر', to: 'القليلة القيمة والمخاطر، في حدود تعرفها الدول الأعضاء' },
      { paragraph: 1, from: 'موضع واحد يُسأل عنها', to: 'موضع واحد يُسأل عنها وآخر يراقبها' },
      { paragraph: 1, from: 'أن تُحتسب الخدمة', to: 'أن تُحتسب، ضمن معايير أخرى، الخدمة' },
      { paragraph: 1, from: 'أرقاما أقل', to: 'أرقاما أقل وأوضح شرحا' },
      { paragraph: 2, from: 'الإبلاغ عن كل نقل وسببه', to: 'الإبلاغ عن كل نقل وسببه عند إجرائه' },
      { paragraph: 1, from: 'كتابة إلى وظيفة مسماة', to: 'كتابة، لمدة محدودة، إلى وظيفة مسماة' },
    ],
    tails: ['', 'ونرحب بتوضيح ذلك في التقرير.', 'ونبقى على استعداد لمناقشة الصياغة.', 'وقد طُلب رأي العاصمة.'],
    change: ['النتيجة صائبة، ويمكن أن تكون العبارات أدق.', 'نؤيد الاتجاه ونقترح تعديلا واحدا.', ''],
  },
  ru: {
    concern: [
      'Более короткий путь не должен означать, что мелкие заявки больше никто не рассматривает.',
      'Одно подразделение на каждую задачу может переместить работу, не ускорив ее.',
      'Что учитывать при заполнении должностей, государства-члены должны решить до применения.',
      'При меньшем числе показателей могут исчезнуть те, которые больше всего нужны малым делегациям.',
      'Более короткий цикл ежегодно добавил бы документов тем же сотрудникам.',
      'Письменное делегирование приветствуется, но не сказано, как оно отзывается.',
    ],
    asks: [
      'Какие заявки Группа считает небольшими и кто это будет решать?',
      'Сколько должностей будет перемещено и во что это обойдется?',
      'Как оценивать результаты подразделений, работа которых не поддается подсчету?',
      'Какие показатели будут исключены, а какие сохранены?',
      'Что означал бы более короткий цикл для расписания комитетов?',
      'Кому и как часто будет представляться отчетность?',
    ],
    edits: [
      {
        paragraph: 1,
        from: 'с небольшой стоимостью и низким риском',
        to: 'с небольшой стоимостью и низким риском в пределах, известных государствам-членам',
      },
      {
        paragraph: 1,
        from: 'должно отвечать одно подразделение',
        to: 'должно отвечать одно подразделение, а проверять ее — другое',
      },
      { paragraph: 1, from: 'следует учитывать службу', to: 'следует среди прочего учитывать службу' },
      { paragraph: 1, from: 'меньшее число показателей', to: 'меньшее число более понятных показателей' },
      {
        paragraph: 2,
        from: 'следует сообщать с указанием причины',
        to: 'следует сообщать сразу и с указанием причины',
      },
      {
        paragraph: 1,
        from: 'письменно, определенной должности',
        to: 'письменно, на ограниченный срок, определенной должности',
      },
    ],
    tails: [
      '',
      'Просили бы пояснить это в докладе.',
      'Мы по-прежнему готовы обсуждать формулировки.',
      'Запрошено мнение столицы.',
    ],
    change: [
      'Вывод верен; формулировки могли бы быть точнее.',
      'Поддерживаем направление и предлагаем одну поправку.',
      '',
    ],
  },
  zh: {
    concern: [
      '简化流程不应意味着再也没有人审查小额申请。',
      '每项任务归一个部门，可能只是转移工作而不加快速度。',
      '填补职位时考虑什么，应先由会员国决定再适用。',
      '减少数字可能会去掉小代表团最需要的数字。',
      '较短的周期会使同样的人员每年面对更多文件。',
      '书面授权值得欢迎，但未说明如何收回。',
    ],
    asks: [
      '小组认为哪些申请属于小额，由谁决定？',
      '将调动多少职位，费用多少？',
      '对工作无法以数字衡量的办事处，如何评估成果？',
      '哪些数字会取消，哪些会保留？',
      '较短的周期对各委员会的日程有何影响？',
      '报告提交给谁，多久一次？',
    ],
    edits: [
      { paragraph: 1, from: '金额小、风险低的申请', to: '金额小、风险低并在会员国知晓的限额内的申请' },
      { paragraph: 1, from: '一个负责的部门', to: '一个负责的部门和另一个监督的部门' },
      { paragraph: 1, from: '考虑在艰苦工作地点的服务', to: '与其他标准一并考虑在艰苦工作地点的服务' },
      { paragraph: 1, from: '减少数字', to: '减少数字并加以说明' },
      { paragraph: 2, from: '应报告每次调拨及其理由', to: '应在调拨时即报告每次调拨及其理由' },
      { paragraph: 1, from: '以书面形式授予', to: '以书面形式在限定时间内授予' },
    ],
    tails: ['', '希望报告对此加以说明。', '我们愿继续讨论措辞。', '已请示国内。'],
    change: ['结论正确，措辞可更准确。', '我们支持这一方向，并提议一处修改。', ''],
  },
}

/** What groups say, by version: the words of a statement, not of their members. */
export const GROUP_FEEDBACK: readonly {
  group: string
  iso3: string
  language: Language
  finding: number
  version: number
  stance: 'support' | 'support_with_change' | 'concern' | 'need_information'
  text: string
  /** A proposal: the edit of the language above. */
  proposes?: true
}[] = [
  {
    group: 'g77',
    iso3: 'ECU',
    language: 'es',
    finding: 1,
    version: 1,
    stance: 'support_with_change',
    text: 'El Grupo comparte la conclusión y propone que se conozca el límite dentro del cual se acorta el trámite.',
    proposes: true,
  },
  {
    group: 'g77',
    iso3: 'ECU',
    language: 'es',
    finding: 1,
    version: 2,
    stance: 'support',
    text: 'El Grupo agradece que se mencionen el informe posterior y la medición del tiempo.',
  },
  {
    group: 'g77',
    iso3: 'ECU',
    language: 'es',
    finding: 5,
    version: 1,
    stance: 'need_information',
    text: 'El Grupo desea saber cuántos documentos se examinarían cada año y en qué plazos.',
  },
  {
    group: 'g77',
    iso3: 'ECU',
    language: 'es',
    finding: 5,
    version: 2,
    stance: 'support_with_change',
    text: 'El Grupo toma nota de las condiciones añadidas y propone que los traslados se comuniquen cuando se hagan.',
    proposes: true,
  },
  {
    group: 'g77',
    iso3: 'ECU',
    language: 'es',
    finding: 6,
    version: 1,
    stance: 'support',
    text: 'El Grupo considera que la delegación debe ir acompañada de una rendición de cuentas equivalente.',
  },
  {
    group: 'caricom',
    iso3: 'BRB',
    language: 'en',
    finding: 4,
    version: 1,
    stance: 'support_with_change',
    text: 'Fewer figures serve small missions, if each of them is explained.',
    proposes: true,
  },
]

/** A member's own word on what its group said to a version. */
export const ASSOCIATIONS: readonly {
  group: string
  iso3: string
  finding: number
  version: number
  association: 'associates' | 'differs'
  note: string
  /** From which it dissociates itself, by their place from nought. */
  paragraphs?: readonly number[]
}[] = [
  { group: 'g77', iso3: 'NPL', finding: 1, version: 1, association: 'associates', note: '' },
  { group: 'g77', iso3: 'PER', finding: 1, version: 1, association: 'associates', note: '' },
  { group: 'g77', iso3: 'NPL', finding: 1, version: 2, association: 'associates', note: '' },
  { group: 'g77', iso3: 'PER', finding: 5, version: 2, association: 'associates', note: '' },
  {
    group: 'g77',
    iso3: 'BWA',
    finding: 5,
    version: 2,
    association: 'differs',
    note: 'Our capital has not completed its examination of the second paragraph.',
    paragraphs: [1],
  },
  { group: 'g77', iso3: 'MOZ', finding: 6, version: 1, association: 'associates', note: '' },
  {
    group: 'caricom',
    iso3: 'DMA',
    finding: 4,
    version: 1,
    association: 'associates',
    note: 'Our mission has three members.',
  },
]
