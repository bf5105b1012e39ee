import type { Language } from '@consultation/shared/languages.ts'

type InSix = Record<Language, string>

/** A text in place of another paragraph, in each language, with what is said of the change. */
export type Revision = { paragraph: number; texts: InSix; change: InSix }
export type FindingTexts = {
  /** Id in the data of 2017, from which title and first sentence are. */
  id: string
  /** One line, one paragraph. */
  texts: InSix
  /** The versions after the first. */
  revisions: Revision[]
}

// The sentences are composed for demonstration: sample text, not what the Review Team wrote.

export const FINDING_TEXTS: readonly FindingTexts[] = [
  {
    id: 'service-delivery',
    texts: {
      ar: `يصل الدعم متأخرا إلى البعثات والمكاتب، وقد وُضعت القواعد لمنظمة كان معظم عملها في المقر، بينما يعمل معظم الموظفين اليوم في الميدان.
      تمر الطلبات الصغيرة والكبيرة بالعدد نفسه من الخطوات. ويرى الفريق أن بالإمكان تقصير الطريق أمام الطلبات القليلة القيمة والمخاطر.`,
      zh: `支助迟迟不能到达特派团和办事处；规则是为主要在总部工作的组织制定的，而如今大多数工作人员在外地服务。
      大小申请经过同样多的步骤。小组认为，对金额小、风险低的申请可以缩短流程。`,
      en: `Support reaches missions and offices late, and the rules were made for an organization that worked mostly at Headquarters, while most staff now serve in the field.
      Small and large requests pass through the same number of steps. The team sees room to shorten the way for those of low value and low risk.`,
      fr: `L’appui parvient tard aux missions et aux bureaux, et les règles ont été faites pour une organisation qui travaillait surtout au Siège, alors que la plupart du personnel sert désormais sur le terrain.
      Petites et grandes demandes franchissent le même nombre d’étapes. L’équipe estime possible d’abréger le parcours de celles dont la valeur et le risque sont faibles.`,
      ru: `Поддержка поступает в миссии и отделения с опозданием, а правила создавались для организации, работавшей главным образом в Центральных учреждениях, тогда как большинство сотрудников теперь служат на местах.
      Мелкие и крупные заявки проходят одинаковое число этапов. Группа считает возможным сократить путь заявок с небольшой стоимостью и низким риском.`,
      es: `El apoyo llega tarde a las misiones y oficinas, y las normas se hicieron para una organización que trabajaba sobre todo en la Sede, mientras que la mayoría del personal presta hoy servicio sobre el terreno.
      Las solicitudes pequeñas y grandes pasan por el mismo número de etapas. El equipo ve margen para acortar el trámite de las de escaso valor y bajo riesgo.`,
    },
    revisions: [
      {
        paragraph: 1,
        texts: {
          ar: 'تمر الطلبات الصغيرة والكبيرة بالعدد نفسه من الخطوات. ويرى الفريق أن بالإمكان تقصير الطريق أمام الطلبات القليلة القيمة والمخاطر، على أن يقدَّم تقرير لاحق وأن يُقاس الوقت قبل التغيير وبعده.',
          zh: '大小申请经过同样多的步骤。小组认为，对金额小、风险低的申请可以缩短流程，但事后须提交报告，并在改变前后测量所需时间。',
          en: 'Small and large requests pass through the same number of steps. The team sees room to shorten the way for those of low value and low risk, with a report after the fact and with the time measured before and after the change.',
          fr: 'Petites et grandes demandes franchissent le même nombre d’étapes. L’équipe estime possible d’abréger le parcours de celles dont la valeur et le risque sont faibles, avec un compte rendu a posteriori et une mesure des délais avant et après le changement.',
          ru: 'Мелкие и крупные заявки проходят одинаковое число этапов. Группа считает возможным сократить путь заявок с небольшой стоимостью и низким риском при условии последующей отчетности и измерения сроков до и после изменения.',
          es: 'Las solicitudes pequeñas y grandes pasan por el mismo número de etapas. El equipo ve margen para acortar el trámite de las de escaso valor y bajo riesgo, con un informe posterior y midiendo el tiempo antes y después del cambio.',
        },
        change: {
          ar: 'أضيف إلى الفقرة الثانية التقرير اللاحق وقياس الوقت، بناء على طلب عدة وفود.',
          zh: '应若干代表团要求，第二段增加了事后报告和时间测量。',
          en: 'The second paragraph names the report after the fact and the measuring of time, which several delegations asked for.',
          fr: 'Le deuxième paragraphe mentionne le compte rendu a posteriori et la mesure des délais, demandés par plusieurs délégations.',
          ru: 'По просьбе ряда делегаций во втором пункте упомянуты последующая отчетность и измерение сроков.',
          es: 'El segundo párrafo menciona el informe posterior y la medición del tiempo, solicitados por varias delegaciones.',
        },
      },
    ],
  },
  {
    id: 'fragmentation',
    texts: {
      ar: `تتوزع المسؤولية عن الإدارة بين عدة إدارات، فلا تُفصل السياسات والعمليات والرقابة بعضها عن بعض فصلا واضحا، ولا أحد يُسأل عن الكل.
      قد يمر طلب من الميدان بثلاث إدارات قبل البت فيه. ويرى الفريق أن يكون لكل مهمة موضع واحد يُسأل عنها.`,
      zh: `行政责任分散在若干部门，政策、业务和监督没有明确分开，没有人对整体负责。
      外地的一项申请在作出决定之前可能要经过三个部门。小组认为，每项任务都应有一个负责的部门。`,
      en: `Responsibility for administration is divided among several departments, so that policy, operations and oversight are not clearly apart and nobody answers for the whole.
      A request from the field may meet three departments before it is decided. The team considers that each task should have one place that answers for it.`,
      fr: `La responsabilité de l’administration est partagée entre plusieurs départements, si bien que politique, opérations et contrôle ne sont pas nettement séparés et que personne ne répond de l’ensemble.
      Une demande venue du terrain peut traverser trois départements avant d’être tranchée. L’équipe considère que chaque tâche devrait relever d’une seule entité qui en répond.`,
      ru: `Ответственность за административную работу разделена между несколькими департаментами, поэтому политика, оперативная деятельность и надзор четко не разграничены и за целое никто не отвечает.
      Заявка с места может пройти через три департамента, прежде чем по ней примут решение. По мнению Группы, за каждую задачу должно отвечать одно подразделение.`,
      es: `La responsabilidad de la administración está repartida entre varios departamentos, de modo que las políticas, las operaciones y la supervisión no están claramente separadas y nadie responde del conjunto.
      Una solicitud procedente del terreno puede pasar por tres departamentos antes de que se decida. El equipo considera que cada tarea debería tener una sola instancia que responda de ella.`,
    },
    revisions: [],
  },
  {
    id: 'performance',
    texts: {
      ar: `قلما يُكافأ العمل الجيد، وقلما تترتب على العمل الضعيف عواقب، ولا تحظى الخدمة في مراكز العمل الشاقة ولا المسار الوظيفي للموظفين المعينين محليا بالتقدير الكافي.
      تُجرى التقييمات مرة في السنة ولا تقول إلا القليل عن النتائج. ويرى الفريق أن تُحتسب الخدمة في مراكز العمل الشاقة عند شغل الوظائف.`,
      zh: `工作出色很少得到奖励，工作不力很少有后果；在艰苦工作地点的服务和当地征聘人员的职业发展没有得到充分认可。
      考绩每年一次，很少说明成果。小组认为，填补职位时应考虑在艰苦工作地点的服务。`,
      en: `Good work is little rewarded and poor work has few consequences; service in hardship duty stations and the careers of locally recruited staff are not well recognized.
      Assessments are made once a year and say little about results. The team considers that service in hardship duty stations should count when posts are filled.`,
      fr: `Le bon travail est peu récompensé et le mauvais a peu de conséquences ; le service dans les lieux d’affectation difficiles et la carrière du personnel recruté localement sont mal reconnus.
      Les évaluations ont lieu une fois par an et disent peu des résultats. L’équipe considère que le service dans les lieux d’affectation difficiles devrait compter lorsque les postes sont pourvus.`,
      ru: `Хорошая работа мало поощряется, а плохая редко влечет последствия; служба в трудных местах и карьера сотрудников, набранных на местной основе, недостаточно признаются.
      Аттестация проводится раз в год и мало говорит о результатах. По мнению Группы, при заполнении должностей следует учитывать службу в трудных местах.`,
      es: `El buen trabajo se recompensa poco y el deficiente tiene pocas consecuencias; el servicio en lugares de destino difíciles y las carreras del personal de contratación local no se reconocen lo suficiente.
      Las evaluaciones se hacen una vez al año y dicen poco de los resultados. El equipo considera que el servicio en lugares de destino difíciles debería contar cuando se cubren los puestos.`,
    },
    revisions: [
      {
        paragraph: 1,
        texts: {
          ar: 'تُجرى التقييمات مرة في السنة ولا تقول إلا القليل عن النتائج. ويرى الفريق أن تُحتسب الخدمة في مراكز العمل الشاقة عند شغل الوظائف، إلى جانب التمثيل الجغرافي والتكافؤ بين الجنسين.',
          zh: '考绩每年一次，很少说明成果。小组认为，填补职位时除地域代表性和性别均等外，还应考虑在艰苦工作地点的服务。',
          en: 'Assessments are made once a year and say little about results. The team considers that service in hardship duty stations should count when posts are filled, beside geographical representation and gender parity.',
          fr: 'Les évaluations ont lieu une fois par an et disent peu des résultats. L’équipe considère que le service dans les lieux d’affectation difficiles devrait compter lorsque les postes sont pourvus, à côté de la représentation géographique et de la parité des sexes.',
          ru: 'Аттестация проводится раз в год и мало говорит о результатах. По мнению Группы, при заполнении должностей наряду с географической представленностью и гендерным паритетом следует учитывать службу в трудных местах.',
          es: 'Las evaluaciones se hacen una vez al año y dicen poco de los resultados. El equipo considera que el servicio en lugares de destino difíciles debería contar cuando se cubren los puestos, junto con la representación geográfica y la paridad de género.',
        },
        change: {
          ar: 'ذُكر التمثيل الجغرافي والتكافؤ بين الجنسين في الفقرة الثانية.',
          zh: '第二段提及了地域代表性和性别均等。',
          en: 'Geographical representation and gender parity are named in the second paragraph.',
          fr: 'La représentation géographique et la parité des sexes sont mentionnées au deuxième paragraphe.',
          ru: 'Во втором пункте упомянуты географическая представленность и гендерный паритет.',
          es: 'En el segundo párrafo se mencionan la representación geográfica y la paridad de género.',
        },
      },
    ],
  },
  {
    id: 'trust',
    texts: {
      ar: `لا تثق الدول الأعضاء والأمانة العامة إحداهما بالأخرى ثقة كافية، مما يؤدي إلى مزيد من الرقابة على التفاصيل وإلى مجال أضيق للإدارة.
      تأتي التقارير متأخرة وبأشكال كثيرة. ويرى الفريق أن أرقاما أقل، موحدة لجميع البرامج وتُنشر في مواعيد ثابتة، تساعد الجانبين.`,
      zh: `会员国与秘书处之间信任不足，导致对细节的控制更多、管理的余地更小。
      报告来得晚，形式多样。小组认为，减少数字、所有方案使用同样的数字并按固定日期公布，对双方都有帮助。`,
      en: `Member States and the Secretariat do not trust one another enough, which leads to more control of detail and less room to manage.
      Reports come late and in many forms. The team considers that fewer figures, the same for every programme and published on fixed dates, would help both sides.`,
      fr: `Les États Membres et le Secrétariat ne se font pas assez confiance, ce qui conduit à contrôler davantage les détails et à laisser moins de marge pour gérer.
      Les rapports arrivent tard et sous de nombreuses formes. L’équipe considère que des chiffres moins nombreux, les mêmes pour chaque programme et publiés à dates fixes, aideraient les deux parties.`,
      ru: `Государства-члены и Секретариат недостаточно доверяют друг другу, что ведет к усилению контроля за деталями и сужает возможности управления.
      Доклады поступают поздно и в разных формах. По мнению Группы, обеим сторонам помогло бы меньшее число показателей, единых для всех программ и публикуемых в установленные сроки.`,
      es: `Los Estados Miembros y la Secretaría no confían lo suficiente unos en otra, lo que lleva a más control de los detalles y a menos margen de gestión.
      Los informes llegan tarde y en muchas formas. El equipo considera que menos cifras, las mismas para cada programa y publicadas en fechas fijas, ayudarían a ambas partes.`,
    },
    revisions: [],
  },
  {
    id: 'resources-mandates',
    texts: {
      ar: `تُسند الولايات دون الموارد اللازمة لها، وعملية الميزانية طويلة وعسيرة القراءة، ولا يمكن نقل الموارد حين تتغير الاحتياجات.
      تفصل عدة سنوات بين أول مخطط للبرنامج وتقييمه. ويرى الفريق أن دورة أقصر تتيح أن تسترشد الميزانية التالية بالنتائج.
      وحيثما أتيح نقل الموارد ضمن الميزانية المعتمدة، ينبغي الإبلاغ عن كل نقل وسببه.`,
      zh: `任务下达时没有所需资源，预算流程冗长难读，需要变化时资源不能调拨。
      从方案的最初大纲到评价相隔数年。小组认为，较短的周期可使下一个预算以成果为依据。
      凡可在核定预算内调拨资源的，应报告每次调拨及其理由。`,
      en: `Mandates are given without the resources they need, the budget process is long and hard to read, and resources cannot be moved when needs change.
      Several years lie between the first outline of a programme and its evaluation. The team considers that a shorter cycle would let results guide the next budget.
      Where resources may be moved within an approved budget, each transfer should be reported with its reason.`,
      fr: `Des mandats sont confiés sans les ressources nécessaires, le processus budgétaire est long et difficile à lire, et les ressources ne peuvent être déplacées lorsque les besoins changent.
      Plusieurs années séparent la première esquisse d’un programme de son évaluation. L’équipe considère qu’un cycle plus court permettrait aux résultats d’éclairer le budget suivant.
      Lorsque des ressources peuvent être déplacées au sein d’un budget approuvé, chaque transfert devrait être signalé avec son motif.`,
      ru: `Мандаты даются без необходимых ресурсов, бюджетный процесс длителен и труден для понимания, а ресурсы нельзя переместить при изменении потребностей.
      Между первым наброском программы и ее оценкой проходит несколько лет. По мнению Группы, более короткий цикл позволил бы учитывать результаты в следующем бюджете.
      Там, где ресурсы могут перемещаться в пределах утвержденного бюджета, о каждом перемещении следует сообщать с указанием причины.`,
      es: `Se confieren mandatos sin los recursos necesarios, el proceso presupuestario es largo y difícil de leer, y los recursos no pueden trasladarse cuando cambian las necesidades.
      Entre el primer esbozo de un programa y su evaluación transcurren varios años. El equipo considera que un ciclo más corto permitiría que los resultados orientaran el presupuesto siguiente.
      Cuando los recursos puedan trasladarse dentro de un presupuesto aprobado, cada traslado debería comunicarse con su motivo.`,
    },
    revisions: [
      {
        paragraph: 1,
        texts: {
          ar: 'تفصل عدة سنوات بين أول مخطط للبرنامج وتقييمه. ويرى الفريق أن دورة أقصر تتيح أن تسترشد الميزانية التالية بالنتائج، شريطة أن تصدر الوثائق في وقتها وأن تُحفظ كل مرحلة من مراحل نظر الدول الأعضاء فيها.',
          zh: '从方案的最初大纲到评价相隔数年。小组认为，较短的周期可使下一个预算以成果为依据，条件是文件按时印发，并保留会员国审议的每个阶段。',
          en: 'Several years lie between the first outline of a programme and its evaluation. The team considers that a shorter cycle would let results guide the next budget, provided that documents are issued in time and that each stage of the examination by Member States is kept.',
          fr: 'Plusieurs années séparent la première esquisse d’un programme de son évaluation. L’équipe considère qu’un cycle plus court permettrait aux résultats d’éclairer le budget suivant, à condition que les documents paraissent à temps et que chaque étape de l’examen par les États Membres soit maintenue.',
          ru: 'Между первым наброском программы и ее оценкой проходит несколько лет. По мнению Группы, более короткий цикл позволил бы учитывать результаты в следующем бюджете при условии своевременного выпуска документов и сохранения каждого этапа рассмотрения государствами-членами.',
          es: 'Entre el primer esbozo de un programa y su evaluación transcurren varios años. El equipo considera que un ciclo más corto permitiría que los resultados orientaran el presupuesto siguiente, siempre que los documentos se publiquen a tiempo y se mantenga cada etapa del examen por los Estados Miembros.',
        },
        change: {
          ar: 'ربطت الفقرة الثانية الدورة الأقصر بصدور الوثائق في وقتها وبحفظ مراحل نظر الدول الأعضاء.',
          zh: '第二段将较短周期与文件按时印发和保留会员国审议阶段联系起来。',
          en: 'The second paragraph ties the shorter cycle to documents in time and to the stages of examination by Member States.',
          fr: 'Le deuxième paragraphe lie le cycle plus court à la parution des documents en temps voulu et aux étapes de l’examen par les États Membres.',
          ru: 'Во втором пункте более короткий цикл увязан со своевременным выпуском документов и этапами рассмотрения государствами-членами.',
          es: 'El segundo párrafo vincula el ciclo más corto a la publicación puntual de los documentos y a las etapas del examen por los Estados Miembros.',
        },
      },
      {
        paragraph: 1,
        texts: {
          ar: 'تفصل عدة سنوات بين أول مخطط للبرنامج وتقييمه. ويرى الفريق أن دورة أقصر يمكن أن تُجرَّب أولا لفترة محدودة وأن تُراجَع، شريطة أن تصدر الوثائق في وقتها وأن تُحفظ كل مرحلة من مراحل نظر الدول الأعضاء فيها.',
          zh: '从方案的最初大纲到评价相隔数年。小组认为，较短的周期可先在有限时间内试行并加以审查，条件是文件按时印发，并保留会员国审议的每个阶段。',
          en: 'Several years lie between the first outline of a programme and its evaluation. The team considers that a shorter cycle could first be tried for a limited time and reviewed, provided that documents are issued in time and that each stage of the examination by Member States is kept.',
          fr: 'Plusieurs années séparent la première esquisse d’un programme de son évaluation. L’équipe considère qu’un cycle plus court pourrait d’abord être essayé pour une durée limitée et réexaminé, à condition que les documents paraissent à temps et que chaque étape de l’examen par les États Membres soit maintenue.',
          ru: 'Между первым наброском программы и ее оценкой проходит несколько лет. По мнению Группы, более короткий цикл можно было бы сначала опробовать в течение ограниченного времени и проанализировать при условии своевременного выпуска документов и сохранения каждого этапа рассмотрения государствами-членами.',
          es: 'Entre el primer esbozo de un programa y su evaluación transcurren varios años. El equipo considera que un ciclo más corto podría probarse primero durante un tiempo limitado y revisarse, siempre que los documentos se publiquen a tiempo y se mantenga cada etapa del examen por los Estados Miembros.',
        },
        change: {
          ar: 'تتحدث الفقرة الثانية الآن عن تجربة محدودة المدة تعقبها مراجعة.',
          zh: '第二段现在提到有限期的试行及随后的审查。',
          en: 'The second paragraph now speaks of a trial for a limited time, followed by a review.',
          fr: 'Le deuxième paragraphe parle désormais d’un essai de durée limitée, suivi d’un réexamen.',
          ru: 'Во втором пункте теперь говорится об ограниченном по времени опыте с последующим анализом.',
          es: 'El segundo párrafo habla ahora de una prueba de duración limitada, seguida de una revisión.',
        },
      },
    ],
  },
  {
    id: 'transparency',
    texts: {
      ar: `السلطة المفوضة غير واضحة، والتقارير لا تُظهر النتائج إلى جانب الموارد، والمديرون لا يُساءلون على نحو متسق.
      كثيرا ما لا يكون من يقرر هو من يشرح النتيجة. ويرى الفريق أن تُفوَّض السلطة كتابة إلى وظيفة مسماة، مع التقرير المقترن بها.`,
      zh: `授权不明确，报告没有将成果与资源对照，管理人员没有始终被问责。
      作决定的人往往不是说明结果的人。小组认为，授权应以书面形式授予指明的职位，并附以相应的报告。`,
      en: `Delegated authority is unclear, reporting does not show results against resources, and managers are not consistently held to account.
      Whoever decides is often not the one who explains the result. The team considers that authority should be delegated in writing, to a named function, with the report that goes with it.`,
      fr: `Les pouvoirs délégués sont mal définis, les rapports ne montrent pas les résultats au regard des ressources, et les responsables ne sont pas systématiquement tenus de rendre compte.
      Celui qui décide n’est souvent pas celui qui explique le résultat. L’équipe considère que les pouvoirs devraient être délégués par écrit, à une fonction désignée, avec le compte rendu qui s’y rattache.`,
      ru: `Делегированные полномочия неясны, отчетность не показывает результаты в сопоставлении с ресурсами, и руководители не всегда несут ответственность.
      Тот, кто решает, зачастую не тот, кто объясняет результат. По мнению Группы, полномочия следует делегировать письменно, определенной должности, вместе с соответствующей отчетностью.`,
      es: `La autoridad delegada no es clara, los informes no muestran los resultados frente a los recursos y no siempre se exige a los directivos que rindan cuentas.
      Quien decide no suele ser quien explica el resultado. El equipo considera que la autoridad debería delegarse por escrito, a una función determinada, con el informe que la acompaña.`,
    },
    revisions: [],
  },
]

/** Being written and not published: what the Review Team thinks of saying next in the second finding. */
export const FINDING_UNDER_WRITING: { id: string } & Revision = {
  id: 'fragmentation',
  paragraph: 1,
  texts: {
    ar: 'قد يمر طلب من الميدان بثلاث إدارات قبل البت فيه. ويرى الفريق أن يكون لكل مهمة موضع واحد يُسأل عنها، معلن في جدول واحد يطّلع عليه الجميع.',
    zh: '外地的一项申请在作出决定之前可能要经过三个部门。小组认为，每项任务都应有一个负责的部门，并在一份人人可查的总表中公布。',
    en: 'A request from the field may meet three departments before it is decided. The team considers that each task should have one place that answers for it, published in one table that everybody can read.',
    fr: 'Une demande venue du terrain peut traverser trois départements avant d’être tranchée. L’équipe considère que chaque tâche devrait relever d’une seule entité qui en répond, indiquée dans un tableau unique accessible à tous.',
    ru: 'Заявка с места может пройти через три департамента, прежде чем по ней примут решение. По мнению Группы, за каждую задачу должно отвечать одно подразделение, указанное в единой доступной всем таблице.',
    es: 'Una solicitud procedente del terreno puede pasar por tres departamentos antes de que se decida. El equipo considera que cada tarea debería tener una sola instancia que responda de ella, publicada en un cuadro único que todos puedan consultar.',
  },
  change: {
    ar: 'أضيف الجدول الواحد الذي اقترحته عدة أفرقة مناقشة.',
    zh: '增加了若干分组提议的总表。',
    en: 'Adds the one table that breakout groups proposed.',
    fr: 'Ajoute le tableau unique proposé par des groupes de discussion.',
    ru: 'Добавлена единая таблица, предложенная дискуссионными группами.',
    es: 'Añade el cuadro único propuesto por los grupos de debate.',
  },
}
