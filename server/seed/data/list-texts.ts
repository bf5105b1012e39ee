import type { Language } from '@consultation/shared/languages.ts'

/** What stands around the questions of 2017: composed for this product, in the six languages. Not texts of the United Nations. */

type InSix = Record<Language, string>

/** The platform’s own reference; never a document symbol. */
export const CONSULTATION_REFERENCE = 'MR-2017'

export const CONSULTATION_OFFICE: InSix = {
  ar: 'المكتب التنفيذي للأمين العام، مكتب رئيس الديوان',
  zh: '秘书长办公厅，办公厅主任办公室',
  en: 'Executive Office of the Secretary-General, Office of the Chef de Cabinet',
  fr: 'Cabinet du Secrétaire général, Bureau du Chef de Cabinet',
  ru: 'Канцелярия Генерального секретаря, секретариат руководителя Канцелярии',
  es: 'Oficina Ejecutiva del Secretario General, Oficina de la Jefatura de Gabinete',
}

export const CONSULTATION_DESCRIPTION: InSix = {
  ar: 'يجري رئيس الديوان، بدعم من فريق الاستعراض الداخلي المعني بإصلاح الإدارة، مشاورات واسعة مع الدول الأعضاء بشأن إصلاح الإدارة.\nوتشمل المشاورات قائمة أسئلة وجلسات غير رسمية لتبادل الأفكار ومعتكفا في منتصف تموز/يوليه بشأن النتائج الأولية للفريق، ويعقبها تقرير مفصل يقدم إلى الجمعية العامة في دورتها الثانية والسبعين.',
  zh: '办公厅主任在管理改革内部审查小组支持下，就管理改革与会员国广泛协商。\n协商包括一份问题清单、若干次非正式集思广益会议，以及7月中旬就小组初步结论举行的务虚会；之后将向大会第七十二届会议提交详细报告。',
  en: 'The Chef de Cabinet, supported by the Internal Review Team on management reform, consults the Member States widely on the reform of management.\nThe consultation comprises a list of questions, informal brainstorming sessions and a retreat in mid-July on the team’s initial findings; a detailed report to the General Assembly at its seventy-second session follows.',
  fr: 'Le Chef de Cabinet, avec l’appui de l’équipe d’examen interne chargée de la réforme de la gestion, consulte largement les États Membres sur cette réforme.\nLa consultation comprend une liste de questions, des séances informelles de réflexion et une retraite, à la mi-juillet, sur les premières constatations de l’équipe ; un rapport détaillé sera ensuite présenté à l’Assemblée générale à sa soixante-douzième session.',
  ru: 'Руководитель Канцелярии при поддержке Группы по внутреннему обзору по вопросам реформы системы управления проводит широкие консультации с государствами-членами.\nКонсультации включают перечень вопросов, неофициальные обсуждения и выездное совещание в середине июля по первоначальным выводам Группы; после этого Генеральной Ассамблее на ее семьдесят второй сессии будет представлен подробный доклад.',
  es: 'La Jefatura de Gabinete, con el apoyo del Equipo de Examen Interno sobre la reforma de la gestión, celebra amplias consultas con los Estados Miembros sobre esta reforma.\nLas consultas comprenden una lista de preguntas, sesiones oficiosas de intercambio de ideas y un retiro a mediados de julio sobre las conclusiones iniciales del Equipo; después se presentará un informe detallado a la Asamblea General en su septuagésimo segundo período de sesiones.',
}

/** Labels of the milestones in `management-reform-2017.json`, by their id. */
export const MILESTONE_LABELS: Record<string, InSix> = {
  'irt-appointed': {
    ar: 'تعيين فريق الاستعراض الداخلي المعني بإصلاح الإدارة',
    zh: '任命管理改革内部审查小组',
    en: 'Internal Review Team on management reform appointed',
    fr: 'Désignation de l’équipe d’examen interne chargée de la réforme de la gestion',
    ru: 'Создание Группы по внутреннему обзору по вопросам реформы системы управления',
    es: 'Designación del Equipo de Examen Interno sobre la reforma de la gestión',
  },
  'action-plan': {
    ar: 'خطة عمل بالتدابير الفورية',
    zh: '立即采取措施行动计划',
    en: 'Action plan of immediate measures',
    fr: 'Plan d’action relatif aux mesures immédiates',
    ru: 'План незамедлительных мер',
    es: 'Plan de acción sobre medidas inmediatas',
  },
  letter: {
    ar: 'رسالة إلى الممثلين الدائمين',
    zh: '致各常驻代表的信',
    en: 'Letter to the Permanent Representatives',
    fr: 'Lettre aux représentants permanents',
    ru: 'Письмо постоянным представителям',
    es: 'Carta a los Representantes Permanentes',
  },
  brainstorming: {
    ar: 'جلسات غير رسمية لتبادل الأفكار مع الدول الأعضاء',
    zh: '与会员国举行非正式集思广益会议',
    en: 'Informal brainstorming sessions with Member States',
    fr: 'Séances informelles de réflexion avec les États Membres',
    ru: 'Неофициальные обсуждения с государствами-членами',
    es: 'Sesiones oficiosas de intercambio de ideas con los Estados Miembros',
  },
  retreat: {
    ar: 'معتكف مع الدول الأعضاء بشأن الأفكار الأولية للفريق',
    zh: '与会员国就小组初步想法举行务虚会',
    en: 'Retreat with Member States on the team’s initial ideas',
    fr: 'Retraite avec les États Membres sur les premières idées de l’équipe',
    ru: 'Выездное совещание с государствами-членами по первоначальным идеям Группы',
    es: 'Retiro con los Estados Miembros sobre las ideas iniciales del Equipo',
  },
  'town-hall': {
    ar: 'لقاء عام مع الموظفين: ستة مجالات للتغيير',
    zh: '与工作人员举行全体会议：六个变革领域',
    en: 'Town hall with staff: six areas for change',
    fr: 'Assemblée du personnel : six axes de changement',
    ru: 'Общее собрание персонала: шесть направлений преобразований',
    es: 'Asamblea general con el personal: seis ámbitos de cambio',
  },
  report: {
    ar: 'التقرير المقدم إلى الجمعية العامة (A/72/492)',
    zh: '提交大会的报告（A/72/492）',
    en: 'Report to the General Assembly (A/72/492)',
    fr: 'Rapport à l’Assemblée générale (A/72/492)',
    ru: 'Доклад Генеральной Ассамблее (A/72/492)',
    es: 'Informe a la Asamblea General (A/72/492)',
  },
  briefing: {
    ar: 'إحاطة الأمين العام للدول الأعضاء',
    zh: '秘书长向会员国通报情况',
    en: 'Briefing of Member States by the Secretary-General',
    fr: 'Exposé du Secrétaire général aux États Membres',
    ru: 'Брифинг Генерального секретаря для государств-членов',
    es: 'Sesión informativa del Secretario General para los Estados Miembros',
  },
  'fifth-committee-1': {
    ar: 'عرض التقارير على اللجنة الخامسة',
    zh: '向第五委员会介绍报告',
    en: 'Reports introduced to the Fifth Committee',
    fr: 'Présentation des rapports à la Cinquième Commission',
    ru: 'Представление докладов Пятому комитету',
    es: 'Presentación de los informes a la Quinta Comisión',
  },
  resolution: {
    ar: 'موافقة الجمعية العامة على فترة ميزانية سنوية على أساس تجريبي (القرار 72/266 ألف)',
    zh: '大会核准试行年度预算期（第72/266 A号决议）',
    en: 'General Assembly approves an annual budget period on a trial basis (resolution 72/266 A)',
    fr: 'Approbation par l’Assemblée générale d’un cycle budgétaire annuel à titre expérimental (résolution 72/266 A)',
    ru: 'Утверждение Генеральной Ассамблеей годового бюджетного цикла на экспериментальной основе (резолюция 72/266 A)',
    es: 'Aprobación por la Asamblea General de un período presupuestario anual con carácter experimental (resolución 72/266 A)',
  },
  'second-report': {
    ar: 'التقرير الثاني، عن هيكل إداري جديد (A/72/492/Add.2)',
    zh: '关于新管理架构的第二份报告（A/72/492/Add.2）',
    en: 'Second report, on a new management architecture (A/72/492/Add.2)',
    fr: 'Deuxième rapport, sur une nouvelle architecture de gestion (A/72/492/Add.2)',
    ru: 'Второй доклад — о новой архитектуре управления (A/72/492/Add.2)',
    es: 'Segundo informe, sobre una nueva arquitectura de gestión (A/72/492/Add.2)',
  },
  'fifth-committee-2': {
    ar: 'عرض رئيس الديوان للتقرير الثاني على اللجنة الخامسة',
    zh: '办公厅主任向第五委员会介绍第二份报告',
    en: 'Second report introduced to the Fifth Committee by the Chef de Cabinet',
    fr: 'Présentation du deuxième rapport à la Cinquième Commission par le Chef de Cabinet',
    ru: 'Представление второго доклада Пятому комитету руководителем Канцелярии',
    es: 'Presentación del segundo informe a la Quinta Comisión por la Jefatura de Gabinete',
  },
}

/** What the list is for, in five lines. */
export const LIST_PURPOSE: InSix = {
  ar: 'تهدف هذه الأسئلة إلى التحضير للجلسات غير الرسمية لتبادل الأفكار بشأن إصلاح الإدارة.\nوهي تتناول ستة مجالات: الإجراءات، والميزانية، والموارد البشرية، وسلسلة الإمداد، وتفويض السلطة، والمساءلة.\nوللوفود أن تجيب عن الأسئلة كلها أو بعضها، أو أن ترسل رسالة بدلا من ذلك.\nوالأسئلة مفتوحة لا تستبق أي نتيجة.\nولا تخل الإجابات بالمواقف التي قد تتخذها الوفود في الجمعية العامة.',
  zh: '这些问题旨在为管理改革非正式集思广益会议作准备。\n问题涉及六个领域：程序、预算、人力资源、供应链、授权和问责制。\n各代表团可答复全部或部分问题，也可改为提交信函。\n问题均为开放式，不预断任何结果。\n答复不妨碍各代表团在大会可能采取的立场。',
  en: 'These questions prepare the informal brainstorming sessions on management reform.\nThey cover six areas: procedures, budget, human resources, supply chain, delegation of authority, and accountability.\nDelegations may answer all or some of them, or send a letter instead.\nThe questions are open and prejudge no outcome.\nAnswers are without prejudice to the positions that delegations may take in the General Assembly.',
  fr: 'Ces questions visent à préparer les séances informelles de réflexion sur la réforme de la gestion.\nElles portent sur six domaines : les procédures, le budget, les ressources humaines, la chaîne d’approvisionnement, la délégation de pouvoirs et la responsabilité.\nLes délégations peuvent répondre à tout ou partie des questions, ou adresser une lettre à la place.\nLes questions sont ouvertes et ne préjugent d’aucun résultat.\nLes réponses sont sans préjudice des positions que les délégations pourront prendre à l’Assemblée générale.',
  ru: 'Эти вопросы призваны помочь подготовиться к неофициальным обсуждениям по реформе системы управления.\nОни охватывают шесть областей: процедуры, бюджет, людские ресурсы, цепочку поставок, делегирование полномочий и подотчетность.\nДелегации могут ответить на все или некоторые вопросы либо направить вместо этого письмо.\nВопросы носят открытый характер и не предрешают результат.\nОтветы не наносят ущерба позициям, которые делегации могут занять в Генеральной Ассамблее.',
  es: 'Estas preguntas sirven para preparar las sesiones oficiosas de intercambio de ideas sobre la reforma de la gestión.\nAbarcan seis ámbitos: procedimientos, presupuesto, recursos humanos, cadena de suministro, delegación de autoridad y rendición de cuentas.\nLas delegaciones pueden responder a todas o a algunas de ellas, o enviar en su lugar una carta.\nLas preguntas son abiertas y no prejuzgan ningún resultado.\nLas respuestas se entienden sin perjuicio de las posiciones que las delegaciones puedan adoptar en la Asamblea General.',
}

/** What becomes of the answers and who sees them. */
export const LIST_OUTCOME: InSix = {
  ar: 'يقرأ الإجابات موظفو مكتب رئيس الديوان وأعضاء فريق الاستعراض الداخلي. وتجمع في وثيقة واحدة بحسب الأسئلة، تراعى فيها رغبة كل وفد في نسبة إجابته إليه أو عدم نسبتها، وتتاح للوفود بعد إغلاق القائمة.\nوتسترشد بها النتائج الأولية التي تعرض على المعتكف. والمسودات التي لم تقدم لا يراها إلا الوفد نفسه.',
  zh: '答复由办公厅主任办公室工作人员和内部审查小组成员阅读。答复将按问题汇编成一份文件，并尊重各代表团对是否注明来源的选择，在清单关闭后提供给各代表团。\n答复将供拟订提交务虚会的初步结论时参考。未提交的草稿只有代表团自己可以看到。',
  en: 'The answers are read by the staff of the Chef de Cabinet and by the Internal Review Team. They are compiled question by question, each delegation’s choice of attribution being respected, and the compilation is made available to delegations once the list is closed.\nThey inform the initial findings put to the retreat. Drafts that have not been submitted are seen by the delegation alone.',
  fr: 'Les réponses sont lues par les collaborateurs du Chef de Cabinet et par l’équipe d’examen interne. Elles sont compilées question par question, dans le respect du choix de chaque délégation en matière d’attribution, et la compilation est mise à la disposition des délégations après la clôture de la liste.\nElles éclairent les premières constatations présentées à la retraite. Les projets de réponse non soumis ne sont visibles que de la délégation.',
  ru: 'Ответы читают сотрудники руководителя Канцелярии и члены Группы по внутреннему обзору. Они сводятся воедино по вопросам с учетом пожеланий каждой делегации относительно указания источника; подборка предоставляется делегациям после закрытия перечня.\nОни учитываются при подготовке первоначальных выводов для выездного совещания. Непредставленные проекты видит только сама делегация.',
  es: 'Leen las respuestas el personal de la Jefatura de Gabinete y el Equipo de Examen Interno. Se recopilan pregunta por pregunta, respetando lo que cada delegación haya decidido sobre su atribución, y la recopilación se pone a disposición de las delegaciones una vez cerrada la lista.\nSirven de base a las conclusiones iniciales que se presentarán en el retiro. Los borradores no presentados solo los ve la propia delegación.',
}

export const LIST_CONTACT: InSix = {
  ar: 'مكتب رئيس الديوان، البريد الإلكتروني consultation@secretariat.example.org',
  zh: '办公厅主任办公室，电子邮件 consultation@secretariat.example.org',
  en: 'Office of the Chef de Cabinet, e-mail consultation@secretariat.example.org',
  fr: 'Bureau du Chef de Cabinet, courriel consultation@secretariat.example.org',
  ru: 'Секретариат руководителя Канцелярии, эл. почта consultation@secretariat.example.org',
  es: 'Oficina de la Jefatura de Gabinete, correo electrónico consultation@secretariat.example.org',
}

/** Guidance folded below each question, by its number. */
export const QUESTION_GUIDANCE: Record<number, InSix> = {
  1: {
    ar: 'يرجى ذكر إجراءات بعينها قدر الإمكان، مع بيان أثرها من واقع خبرة وفدكم. ولا حاجة إلى الإشارة إلى حالات فردية.',
    zh: '请尽可能指明具体程序，并根据贵代表团的经验说明其影响。无需提及个别案例。',
    en: 'Please name particular procedures where possible and say what effect your delegation has observed. Individual cases need not be mentioned.',
    fr: 'Prière d’indiquer si possible des procédures précises et les effets constatés par votre délégation. Il n’est pas nécessaire de mentionner des cas particuliers.',
    ru: 'Просьба по возможности назвать конкретные процедуры и указать, какие последствия наблюдала ваша делегация. Упоминать отдельные случаи не требуется.',
    es: 'Sírvase mencionar, en lo posible, procedimientos concretos y los efectos que haya observado su delegación. No es necesario citar casos particulares.',
  },
  2: {
    ar: 'المقصود هو التدابير التي لا تتطلب قرارا من الجمعية العامة. ويفيد ترتيبها بحسب الأولوية.',
    zh: '这里指无需大会作出决定的措施。如能按优先次序排列，将有所助益。',
    en: 'Measures that need no decision of the General Assembly are meant. An order of priority would be helpful.',
    fr: 'Il s’agit des mesures qui ne nécessitent pas de décision de l’Assemblée générale. Un ordre de priorité serait utile.',
    ru: 'Имеются в виду меры, не требующие решения Генеральной Ассамблеи. Было бы полезно указать порядок приоритетности.',
    es: 'Se trata de medidas que no requieren una decisión de la Asamblea General. Sería útil indicar un orden de prioridad.',
  },
  3: {
    ar: 'يمكن التمييز بين التخطيط، وإعداد الميزانية، واستعراضها، والإبلاغ عن الأداء.',
    zh: '可区分规划、编制预算、审查预算和报告执行情况等阶段。',
    en: 'Planning, preparation, review and performance reporting may be taken one by one.',
    fr: 'Il est possible de distinguer la planification, l’élaboration du budget, son examen et l’établissement de rapports sur l’exécution.',
    ru: 'Планирование, подготовку, рассмотрение бюджета и отчетность об исполнении можно рассмотреть по отдельности.',
    es: 'Se pueden distinguir la planificación, la preparación, el examen y la presentación de informes sobre la ejecución.',
  },
  4: {
    ar: 'يرجى اختيار ما يعبر عن رأي وفدكم، ثم تعليله. ويمكن الاكتفاء بالنص أو بالاختيار.',
    zh: '请选择最符合贵代表团意见的一项，然后说明理由。也可只作选择或只提供文字。',
    en: 'Please choose what comes closest to the view of your delegation and give reasons. Either the choice or the text alone is an answer.',
    fr: 'Prière de choisir l’option la plus proche de l’avis de votre délégation et d’en donner les raisons. Le choix seul ou le texte seul constitue une réponse.',
    ru: 'Просьба выбрать вариант, наиболее близкий к мнению вашей делегации, и обосновать его. Ответом считается и один только выбор, и один только текст.',
    es: 'Sírvase elegir la opción más cercana a la opinión de su delegación y exponer los motivos. La opción sola o el texto solo constituyen una respuesta.',
  },
  5: {
    ar: 'قد يكون من المفيد التمييز بين النقل داخل الأبواب والنقل فيما بينها، وذكر حدود مقترحة إن وجدت.',
    zh: '似宜区分款内调动和款间调动，并酌情提出建议的限额。',
    en: 'It may help to distinguish transfers within and between sections, and to mention ceilings if your delegation has any in mind.',
    fr: 'Il peut être utile de distinguer les virements à l’intérieur d’un chapitre et entre chapitres, et de mentionner, le cas échéant, des plafonds.',
    ru: 'Возможно, стоит различать перераспределение внутри разделов и между ними и указать предельные размеры, если они предлагаются.',
    es: 'Puede ser útil distinguir entre las transferencias dentro de una sección y entre secciones, y mencionar límites, si los hubiera.',
  },
  6: {
    ar: 'يرجى النظر في المراحل كلها، من الإعلان عن الوظيفة إلى وصول الموظف إلى مركز العمل.',
    zh: '请考虑从发布空缺通知到工作人员抵达工作地点的各个阶段。',
    en: 'Please consider all stages, from the vacancy notice to the arrival at the duty station.',
    fr: 'Prière de considérer toutes les étapes, de l’avis de vacance à l’arrivée dans le lieu d’affectation.',
    ru: 'Просьба рассмотреть все этапы — от объявления о вакансии до прибытия к месту службы.',
    es: 'Sírvase considerar todas las etapas, desde el anuncio de la vacante hasta la llegada al lugar de destino.',
  },
  7: {
    ar: 'يمكن التطرق إلى الحوافز، وفرص التعلم، ومعالجة ضعف الأداء، وأوضاع الموظفين المعينين محليا.',
    zh: '可涉及激励措施、学习机会、业绩不佳的处理以及当地征聘工作人员的情况。',
    en: 'Incentives, learning, the handling of under-performance and the situation of locally recruited staff may be addressed.',
    fr: 'Peuvent être abordés les mesures d’incitation, la formation, le traitement de l’insuffisance professionnelle et la situation du personnel recruté localement.',
    ru: 'Можно затронуть стимулы, обучение, работу с неудовлетворительными показателями и положение местных сотрудников.',
    es: 'Se pueden abordar los incentivos, la capacitación, el tratamiento del desempeño insuficiente y la situación del personal de contratación local.',
  },
  8: {
    ar: 'يشمل السؤال الشراء والنقل والتخزين. وترحب الأمانة العامة بالتجارب الوطنية ذات الصلة.',
    zh: '本问题涵盖采购、运输和仓储。欢迎介绍相关国家经验。',
    en: 'The question covers purchasing, transport and storage. Relevant national experience is welcome.',
    fr: 'La question porte sur l’achat, le transport et l’entreposage. Les expériences nationales pertinentes sont les bienvenues.',
    ru: 'Вопрос охватывает закупку, перевозку и хранение. Приветствуется соответствующий национальный опыт.',
    es: 'La pregunta abarca la compra, el transporte y el almacenamiento. Se agradecerán las experiencias nacionales pertinentes.',
  },
  9: {
    ar: 'يمكن الإشارة إلى القرارات المتعلقة بالموظفين أو الأموال أو السلع والخدمات، وإلى الضوابط السابقة واللاحقة.',
    zh: '可提及涉及人员、资金或货物和服务的决定，以及事前和事后控制。',
    en: 'Decisions about people, money or goods and services may be meant, and controls before or after the fact.',
    fr: 'Il peut s’agir de décisions concernant le personnel, les fonds ou les biens et services, ainsi que des contrôles a priori et a posteriori.',
    ru: 'Речь может идти о решениях, касающихся персонала, средств или товаров и услуг, а также о предварительном и последующем контроле.',
    es: 'Puede tratarse de decisiones sobre el personal, los fondos o los bienes y servicios, y de controles previos o posteriores.',
  },
  10: {
    ar: 'السؤال مفتوح ولا يفترض هيكلا بعينه.',
    zh: '本问题为开放式，不预设任何特定架构。',
    en: 'The question is open and supposes no particular structure.',
    fr: 'La question est ouverte et ne suppose aucune structure particulière.',
    ru: 'Вопрос носит открытый характер и не предполагает какой-либо конкретной структуры.',
    es: 'La pregunta es abierta y no presupone ninguna estructura en particular.',
  },
  11: {
    ar: 'يرجى بيان ما تحتاجه بعثة صغيرة مثلما تحتاجه بعثة كبيرة، وما يمكن الاستغناء عنه من التقارير الحالية.',
    zh: '请说明小型和大型代表团各有何需要，以及现有报告中哪些可以省去。',
    en: 'Please think of small missions as well as large ones, and of present reports that could be dropped.',
    fr: 'Prière de songer aux petites missions comme aux grandes, ainsi qu’aux rapports actuels qui pourraient être supprimés.',
    ru: 'Просьба учитывать потребности как малых, так и крупных представительств, а также указать, от каких нынешних докладов можно отказаться.',
    es: 'Sírvase tener en cuenta tanto a las misiones pequeñas como a las grandes, y los informes actuales de los que se podría prescindir.',
  },
  12: {
    ar: 'يرجى تناول المساءلة بوجه عام دون الإشارة إلى أشخاص أو قضايا.',
    zh: '请从总体上谈问责，不涉及个人或案件。',
    en: 'Please address accountability in general, without reference to persons or cases.',
    fr: 'Prière d’aborder la question de la responsabilité en général, sans mentionner de personnes ni d’affaires.',
    ru: 'Просьба рассматривать подотчетность в общем плане, не упоминая конкретных лиц и дел.',
    es: 'Sírvase abordar la rendición de cuentas en general, sin referirse a personas ni a casos.',
  },
  13: {
    ar: 'يمكن التطرق إلى المواعيد واللغات وأشكال الاجتماعات وإلى ما ينبغي تقديمه كتابة.',
    zh: '可涉及时间安排、语文、会议形式以及应以书面提供的内容。',
    en: 'Time, languages, forms of meeting and what should be given in writing may be addressed.',
    fr: 'Peuvent être abordés le calendrier, les langues, le format des réunions et ce qui devrait être communiqué par écrit.',
    ru: 'Можно затронуть сроки, языки, формы заседаний и то, что следует представлять в письменном виде.',
    es: 'Se pueden abordar los plazos, los idiomas, el formato de las reuniones y lo que debería facilitarse por escrito.',
  },
}

/** A second list, still in draft when the demo opens, to be edited and circulated. */
export const FOLLOW_UP_LIST: {
  title: InSix
  note: InSix
  purpose: InSix
  sections: {
    title: InSix
    questions: {
      kind: 'text' | 'choice-and-text'
      text: InSix
      guidance: InSix
      choices?: { id: string; text: InSix }[]
    }[]
  }[]
} = {
  title: {
    ar: 'أسئلة المتابعة',
    zh: '后续问题',
    en: 'Follow-up questions',
    fr: 'Questions complémentaires',
    ru: 'Дополнительные вопросы',
    es: 'Preguntas de seguimiento',
  },
  note: {
    ar: 'الإجابات طوعية ويمكن تقديمها بأي من اللغات الرسمية الست، باسم الوفد أو باسم مجموعة.',
    zh: '答复出于自愿，可使用六种正式语文中的任何一种，以本国名义或代表某一集团提出。',
    en: 'Replies are voluntary and may be given in any of the six official languages, on behalf of the delegation or of a group.',
    fr: 'Les réponses sont facultatives et peuvent être données dans l’une quelconque des six langues officielles, au nom de la délégation ou d’un groupe.',
    ru: 'Ответы представляются на добровольной основе на любом из шести официальных языков от имени делегации или группы.',
    es: 'Las respuestas son voluntarias y pueden darse en cualquiera de los seis idiomas oficiales, en nombre de la delegación o de un grupo.',
  },
  purpose: {
    ar: 'تستند هذه الأسئلة إلى الإجابات الواردة عن القائمة الأولى وإلى الجلسات غير الرسمية.\nوهي تحضر للمعتكف المقرر عقده في منتصف تموز/يوليه.',
    zh: '这些问题以对第一份清单的答复和非正式会议为基础。\n旨在为7月中旬的务虚会作准备。',
    en: 'These questions build on the answers to the first list and on the informal sessions.\nThey prepare the retreat in mid-July.',
    fr: 'Ces questions font suite aux réponses à la première liste et aux séances informelles.\nElles préparent la retraite de la mi-juillet.',
    ru: 'Эти вопросы основаны на ответах на первый перечень и на неофициальных обсуждениях.\nОни предназначены для подготовки выездного совещания в середине июля.',
    es: 'Estas preguntas parten de las respuestas a la primera lista y de las sesiones oficiosas.\nSirven para preparar el retiro de mediados de julio.',
  },
  sections: [
    {
      title: {
        ar: 'التحضير للمعتكف',
        zh: '务虚会的准备工作',
        en: 'Preparing the retreat',
        fr: 'Préparation de la retraite',
        ru: 'Подготовка выездного совещания',
        es: 'Preparación del retiro',
      },
      questions: [
        {
          kind: 'text',
          text: {
            ar: 'ما هي المسائل التي ترون أنها نضجت بما يكفي لبحثها في المعتكف، وما هي المسائل التي تحتاج إلى مزيد من العمل التحضيري؟',
            zh: '哪些问题已经成熟，可在务虚会上讨论？哪些问题还需进一步准备？',
            en: 'Which matters are ripe for discussion at the retreat, and which need further preparation?',
            fr: 'Quelles questions sont suffisamment mûres pour être examinées à la retraite, et lesquelles demandent un travail préparatoire supplémentaire ?',
            ru: 'Какие вопросы созрели для обсуждения на выездном совещании, а какие требуют дальнейшей подготовки?',
            es: '¿Qué cuestiones están suficientemente maduras para ser examinadas en el retiro y cuáles requieren más preparación?',
          },
          guidance: {
            ar: 'يرجى ذكر ثلاث مسائل على الأكثر في كل فئة.',
            zh: '每类请列举不超过三个问题。',
            en: 'Please name no more than three of each.',
            fr: 'Prière d’en citer trois au plus dans chaque catégorie.',
            ru: 'Просьба назвать не более трех вопросов в каждой категории.',
            es: 'Sírvase mencionar como máximo tres de cada tipo.',
          },
        },
        {
          kind: 'choice-and-text',
          text: {
            ar: 'ما هي الصيغة الأنسب لمتابعة التشاور بعد المعتكف؟',
            zh: '务虚会之后，哪种形式最适合继续协商？',
            en: 'Which form would best suit consultation after the retreat?',
            fr: 'Quelle forme conviendrait le mieux à la poursuite des consultations après la retraite ?',
            ru: 'Какая форма лучше всего подходит для продолжения консультаций после выездного совещания?',
            es: '¿Qué formato sería el más adecuado para continuar las consultas después del retiro?',
          },
          guidance: {
            ar: 'يمكن الاكتفاء بالاختيار.',
            zh: '可只作选择。',
            en: 'The choice alone is an answer.',
            fr: 'Le choix seul constitue une réponse.',
            ru: 'Ответом считается и один только выбор.',
            es: 'La opción sola constituye una respuesta.',
          },
          choices: [
            {
              id: 'written',
              text: {
                ar: 'قوائم أسئلة مكتوبة',
                zh: '书面问题清单',
                en: 'Written lists of questions',
                fr: 'Listes de questions écrites',
                ru: 'Письменные перечни вопросов',
                es: 'Listas de preguntas por escrito',
              },
            },
            {
              id: 'briefings',
              text: {
                ar: 'إحاطات دورية',
                zh: '定期通报会',
                en: 'Regular briefings',
                fr: 'Séances d’information régulières',
                ru: 'Регулярные брифинги',
                es: 'Sesiones informativas periódicas',
              },
            },
            {
              id: 'sessions',
              text: {
                ar: 'جلسات غير رسمية',
                zh: '非正式会议',
                en: 'Informal sessions',
                fr: 'Séances informelles',
                ru: 'Неофициальные обсуждения',
                es: 'Sesiones oficiosas',
              },
            },
          ],
        },
        {
          kind: 'text',
          text: {
            ar: 'ما هي المؤشرات التي تتيح لوفدكم تقدير ما إذا كانت التدابير الفورية قد حققت أثرها بعد عام؟',
            zh: '一年之后，贵代表团可根据哪些指标判断立即采取的措施是否取得成效？',
            en: 'By which indicators could your delegation judge, after one year, whether the immediate measures have had an effect?',
            fr: 'Quels indicateurs permettraient à votre délégation de juger, au bout d’un an, si les mesures immédiates ont produit leurs effets ?',
            ru: 'По каким показателям ваша делегация могла бы через год судить о том, дали ли незамедлительные меры результат?',
            es: '¿Con qué indicadores podría su delegación juzgar, al cabo de un año, si las medidas inmediatas han surtido efecto?',
          },
          guidance: {
            ar: 'يرجى تفضيل المؤشرات القليلة التي يسهل جمع بياناتها.',
            zh: '请优先考虑数量少、易于收集的指标。',
            en: 'A few indicators that are easy to collect are better than many.',
            fr: 'Mieux vaut quelques indicateurs faciles à établir qu’un grand nombre.',
            ru: 'Лучше несколько показателей, которые легко собирать, чем много.',
            es: 'Es preferible contar con pocos indicadores fáciles de reunir.',
          },
        },
      ],
    },
  ],
}
