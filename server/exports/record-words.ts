import type { Language } from '@consultation/shared/languages.ts'

// What the record of a session says. Names and most figures stand after a colon, as in words.ts, and then need no plural.

const en = {
  record: 'Record of the session',
  record_own: 'What the delegation said in the session',
  record_status:
    'Working record of an informal session. Not an official record; without prejudice to the positions of delegations.',
  record_provisional: 'Provisional: the session was not closed when this file was made.',
  record_rehearsal: 'Rehearsal: nothing in this file was said by a delegation.',
  record_mode_attributed: 'Attributed: contributions carry the name of the delegation.',
  record_mode_not_for_attribution:
    'Not for attribution (Chatham House Rule): the record names nobody and has no list of participants.',
  record_mode_anonymous:
    'Anonymous: ideas were taken without a name. The record names nobody and has no list of participants.',
  record_attended: 'Delegations present: {delegations}',
  record_channels: 'Statements delivered: {room, number}. Statements in writing: {writing, number}.',
  record_speakers: 'Speakers',
  record_spoke: 'Delegations that spoke: {count, number}',
  record_statements: 'Statements',
  record_ideas: 'Ideas',
  record_unclustered: 'In no cluster',
  record_points: 'Points: {count, number}. Indicative, not a vote.',
  record_temperatures: 'Temperature of the room',
  record_indicative: 'Indicative, not a vote. Silence says nothing.',
  record_round: 'Round {number, number}',
  record_answered: 'Delegations that answered: {count, number}',
  record_no_figures:
    '{state, select, kept_back {Not released: no figures are given out.} released {Too few delegations answered: no figures are given.} other {No figures have been given out.}}',
  record_version:
    '{state, select, replaced {Version {number, number}, replaced since} other {Version {number, number}}}',
  record_figure: 'Delegations',
  record_choice:
    '{choice, select, strong_reservations {Strong reservations} reservations {Reservations} undecided {Undecided} inclined {Inclined to it} strongly_inclined {Strongly inclined to it} no_position {No position} other {Awaiting instructions}}',
  record_topics: 'Topics',
  record_topic_state: '{state, select, resolved {Resolved} other {Open}}',
  record_notes: 'Points recorded',
  record_rests_on: 'Sources: {sources}',
  record_source:
    '{kind, select, statement {Statement {number}} idea {Idea {number}} remark {Remark {number}} cluster {Cluster {number}} speaker {Speaker {number}} temperature {Temperature {number}} topic {Topic {number}} note {Point {number}} other {Reply to a list of questions}}',
  record_reply_to: 'In reply to: {source}',
  record_quotes: 'Quotes: {source}',
  record_podium: 'Podium',
  record_nothing: 'Nothing was said under this item.',
  record_in_writing: 'In writing',
  record_place:
    '{capacity, select, point_of_order {Point of order} right_of_reply {Right of reply} group {On behalf of a group} report {Report of a breakout group} other {National capacity}}',
  record_place_state:
    '{state, select, spoken {Spoke} withdrawn {Withdrawn} yielded {Yielded} speaking {Speaking} other {Inscribed}}',
  record_places: 'Places on the speakers list',
  record_idea_state:
    '{state, select, silent {Not yet shown} waiting {With a moderator} returned {Returned} hidden {Hidden} withdrawn {Withdrawn} other {Shown}}',
  record_phase:
    '{phase, select, writing {Writing in silence} revealed {Shown} clustering {Clustering} prioritising {Prioritising} discussing {Discussing} closed {Closed} other {Not begun}}',
  record_session: 'Session',
  record_mode: 'Attribution mode',
  record_item: 'Agenda item',
  record_board_phase: 'Phase of the board',
  record_kind: 'Kind',
  record_text: 'Text',
  record_belongs_to: 'Belongs to',
  record_id: 'Identifier',
  record_source_ids: 'Identifiers of sources',
}

export type RecordWord = keyof typeof en

const fr: Record<RecordWord, string> = {
  record: 'Compte rendu de la séance',
  record_own: 'Ce que la délégation a dit pendant la séance',
  record_status:
    'Compte rendu de travail d’une séance informelle. Ce n’est pas un compte rendu officiel ; sans préjudice de la position des délégations.',
  record_provisional: 'Provisoire : la séance n’était pas close lorsque ce fichier a été établi.',
  record_rehearsal: 'Répétition : rien dans ce fichier n’a été dit par une délégation.',
  record_mode_attributed: 'Avec attribution : les contributions portent le nom de la délégation.',
  record_mode_not_for_attribution:
    'Sans attribution (règle de Chatham House) : le compte rendu ne nomme personne et ne comporte pas de liste de participants.',
  record_mode_anonymous:
    'Anonyme : les idées ont été recueillies sans nom. Le compte rendu ne nomme personne et ne comporte pas de liste de participants.',
  record_attended: 'Délégations présentes : {delegations}',
  record_channels: 'Déclarations prononcées : {room, number}. Déclarations écrites : {writing, number}.',
  record_speakers: 'Orateurs',
  record_spoke: 'Délégations qui ont pris la parole : {count, number}',
  record_statements: 'Déclarations',
  record_ideas: 'Idées',
  record_unclustered: 'Hors des regroupements',
  record_points: 'Points : {count, number}. Indicatif ; ce n’est pas un vote.',
  record_temperatures: 'Température de la salle',
  record_indicative: 'Indicatif ; ce n’est pas un vote. Le silence ne dit rien.',
  record_round: 'Tour {number, number}',
  record_answered: 'Délégations qui ont répondu : {count, number}',
  record_no_figures:
    '{state, select, kept_back {Non communiqué : aucun chiffre n’est donné.} released {Trop peu de délégations ont répondu : aucun chiffre n’est donné.} other {Aucun chiffre n’a été communiqué.}}',
  record_version:
    '{state, select, replaced {Version {number, number}, remplacée depuis} other {Version {number, number}}}',
  record_figure: 'Délégations',
  record_choice:
    '{choice, select, strong_reservations {Fortes réserves} reservations {Réserves} undecided {Indécise} inclined {Plutôt favorable} strongly_inclined {Très favorable} no_position {Pas de position} other {En attente d’instructions}}',
  record_topics: 'Sujets',
  record_topic_state: '{state, select, resolved {Réglé} other {Ouvert}}',
  record_notes: 'Points consignés',
  record_rests_on: 'Sources : {sources}',
  record_source:
    '{kind, select, statement {Déclaration {number}} idea {Idée {number}} remark {Remarque {number}} cluster {Regroupement {number}} speaker {Orateur {number}} temperature {Température {number}} topic {Sujet {number}} note {Point {number}} other {Réponse à une liste de questions}}',
  record_reply_to: 'En réponse à : {source}',
  record_quotes: 'Cite : {source}',
  record_podium: 'Tribune',
  record_nothing: 'Rien n’a été dit au titre de ce point.',
  record_in_writing: 'Par écrit',
  record_place:
    '{capacity, select, point_of_order {Motion d’ordre} right_of_reply {Droit de réponse} group {Au nom d’un groupe} report {Rapport d’un groupe de discussion} other {À titre national}}',
  record_place_state:
    '{state, select, spoken {Intervention faite} withdrawn {Retirée} yielded {Tour cédé} speaking {Intervention en cours} other {Inscrite}}',
  record_places: 'Inscriptions sur la liste des orateurs',
  record_idea_state:
    '{state, select, silent {Pas encore montrée} waiting {Chez un modérateur} returned {Renvoyée} hidden {Masquée} withdrawn {Retirée} other {Montrée}}',
  record_phase:
    '{phase, select, writing {Écriture en silence} revealed {Présentation} clustering {Regroupement} prioritising {Priorités} discussing {Discussion} closed {Clos} other {Pas commencé}}',
  record_session: 'Séance',
  record_mode: 'Mode d’attribution',
  record_item: 'Point de l’ordre du jour',
  record_board_phase: 'Phase du tableau',
  record_kind: 'Nature',
  record_text: 'Texte',
  record_belongs_to: 'Se rattache à',
  record_id: 'Identifiant',
  record_source_ids: 'Identifiants des sources',
}

const es: Record<RecordWord, string> = {
  record: 'Acta de la sesión',
  record_own: 'Lo que la delegación dijo en la sesión',
  record_status:
    'Acta de trabajo de una sesión oficiosa. No es un acta oficial; sin perjuicio de la posición de las delegaciones.',
  record_provisional: 'Provisional: la sesión no había concluido cuando se preparó este archivo.',
  record_rehearsal: 'Ensayo: nada de lo que figura en este archivo fue dicho por una delegación.',
  record_mode_attributed: 'Con atribución: las contribuciones llevan el nombre de la delegación.',
  record_mode_not_for_attribution:
    'Sin atribución (regla de Chatham House): el acta no nombra a nadie ni contiene lista de participantes.',
  record_mode_anonymous:
    'Anónimo: las ideas se recibieron sin nombre. El acta no nombra a nadie ni contiene lista de participantes.',
  record_attended: 'Delegaciones presentes: {delegations}',
  record_channels: 'Declaraciones pronunciadas: {room, number}. Declaraciones por escrito: {writing, number}.',
  record_speakers: 'Oradores',
  record_spoke: 'Delegaciones que intervinieron: {count, number}',
  record_statements: 'Declaraciones',
  record_ideas: 'Ideas',
  record_unclustered: 'Fuera de los grupos de ideas',
  record_points: 'Puntos: {count, number}. Indicativo; no es una votación.',
  record_temperatures: 'Temperatura de la sala',
  record_indicative: 'Indicativo; no es una votación. El silencio no dice nada.',
  record_round: 'Ronda {number, number}',
  record_answered: 'Delegaciones que respondieron: {count, number}',
  record_no_figures:
    '{state, select, kept_back {No difundido: no se dan cifras.} released {Respondieron muy pocas delegaciones: no se dan cifras.} other {No se han dado cifras.}}',
  record_version:
    '{state, select, replaced {Versión {number, number}, sustituida después} other {Versión {number, number}}}',
  record_figure: 'Delegaciones',
  record_choice:
    '{choice, select, strong_reservations {Fuertes reservas} reservations {Reservas} undecided {Indecisa} inclined {Inclinada a favor} strongly_inclined {Muy inclinada a favor} no_position {Sin posición} other {En espera de instrucciones}}',
  record_topics: 'Asuntos',
  record_topic_state: '{state, select, resolved {Resuelto} other {Abierto}}',
  record_notes: 'Puntos consignados',
  record_rests_on: 'Fuentes: {sources}',
  record_source:
    '{kind, select, statement {Declaración {number}} idea {Idea {number}} remark {Observación {number}} cluster {Grupo de ideas {number}} speaker {Orador {number}} temperature {Temperatura {number}} topic {Asunto {number}} note {Punto {number}} other {Respuesta a una lista de preguntas}}',
  record_reply_to: 'En respuesta a: {source}',
  record_quotes: 'Cita: {source}',
  record_podium: 'Mesa',
  record_nothing: 'No se dijo nada en relación con este tema.',
  record_in_writing: 'Por escrito',
  record_place:
    '{capacity, select, point_of_order {Cuestión de orden} right_of_reply {Derecho a contestar} group {En nombre de un grupo} report {Informe de un grupo de debate} other {A título nacional}}',
  record_place_state:
    '{state, select, spoken {Intervino} withdrawn {Retirada} yielded {Turno cedido} speaking {En el uso de la palabra} other {Inscrita}}',
  record_places: 'Inscripciones en la lista de oradores',
  record_idea_state:
    '{state, select, silent {Aún no mostrada} waiting {Con un moderador} returned {Devuelta} hidden {Oculta} withdrawn {Retirada} other {Mostrada}}',
  record_phase:
    '{phase, select, writing {Escritura en silencio} revealed {Presentación} clustering {Agrupación} prioritising {Prioridades} discussing {Debate} closed {Cerrado} other {No iniciado}}',
  record_session: 'Sesión',
  record_mode: 'Modo de atribución',
  record_item: 'Tema del orden del día',
  record_board_phase: 'Fase del tablero',
  record_kind: 'Tipo',
  record_text: 'Texto',
  record_belongs_to: 'Pertenece a',
  record_id: 'Identificador',
  record_source_ids: 'Identificadores de las fuentes',
}

const ru: Record<RecordWord, string> = {
  record: 'Отчёт о заседании',
  record_own: 'Сказанное делегацией на заседании',
  record_status:
    'Рабочий отчёт о неофициальном заседании. Не является официальным отчётом; без ущерба для позиций делегаций.',
  record_provisional: 'Предварительный вариант: на момент подготовки файла заседание не было закрыто.',
  record_rehearsal: 'Репетиция: ничто в этом файле не было сказано какой-либо делегацией.',
  record_mode_attributed: 'С указанием авторства: выступления приводятся с названием делегации.',
  record_mode_not_for_attribution:
    'Без указания авторства (правило Чатем-Хауса): в отчёте никто не назван и нет списка участников.',
  record_mode_anonymous:
    'Анонимно: идеи принимались без указания авторства. В отчёте никто не назван и нет списка участников.',
  record_attended: 'Присутствовали делегации: {delegations}',
  record_channels: 'Устные заявления: {room, number}. Письменные заявления: {writing, number}.',
  record_speakers: 'Ораторы',
  record_spoke: 'Выступило делегаций: {count, number}',
  record_statements: 'Заявления',
  record_ideas: 'Идеи',
  record_unclustered: 'Вне групп идей',
  record_points: 'Баллы: {count, number}. Для ориентира; это не голосование.',
  record_temperatures: 'Настроение зала',
  record_indicative: 'Для ориентира; это не голосование. Молчание ничего не означает.',
  record_round: 'Раунд {number, number}',
  record_answered: 'Ответило делегаций: {count, number}',
  record_no_figures:
    '{state, select, kept_back {Не оглашено: цифры не приводятся.} released {Ответило слишком мало делегаций: цифры не приводятся.} other {Цифры не оглашены.}}',
  record_version:
    '{state, select, replaced {Редакция {number, number}, впоследствии заменена} other {Редакция {number, number}}}',
  record_figure: 'Делегации',
  record_choice:
    '{choice, select, strong_reservations {Серьёзные оговорки} reservations {Оговорки} undecided {Не определилась} inclined {Склоняется к поддержке} strongly_inclined {Решительно склоняется к поддержке} no_position {Позиции нет} other {В ожидании инструкций}}',
  record_topics: 'Темы',
  record_topic_state: '{state, select, resolved {Решено} other {Открыто}}',
  record_notes: 'Зафиксированные пункты',
  record_rests_on: 'Источники: {sources}',
  record_source:
    '{kind, select, statement {Заявление {number}} idea {Идея {number}} remark {Замечание {number}} cluster {Группа идей {number}} speaker {Выступление {number}} temperature {Настроение {number}} topic {Тема {number}} note {Пункт {number}} other {Ответ на перечень вопросов}}',
  record_reply_to: 'В ответ на: {source}',
  record_quotes: 'Цитирует: {source}',
  record_podium: 'Президиум',
  record_nothing: 'По этому пункту ничего не было сказано.',
  record_in_writing: 'В письменном виде',
  record_place:
    '{capacity, select, point_of_order {По порядку ведения} right_of_reply {Право на ответ} group {От имени группы} report {Доклад дискуссионной группы} other {В национальном качестве}}',
  record_place_state:
    '{state, select, spoken {Выступление состоялось} withdrawn {Запись снята} yielded {Очередь уступлена} speaking {Выступает} other {В списке}}',
  record_places: 'Места в списке ораторов',
  record_idea_state:
    '{state, select, silent {Пока не показана} waiting {У модератора} returned {Возвращена} hidden {Скрыта} withdrawn {Отозвана} other {Показана}}',
  record_phase:
    '{phase, select, writing {Запись в тишине} revealed {Показ} clustering {Группировка} prioritising {Приоритеты} discussing {Обсуждение} closed {Закрыто} other {Не начато}}',
  record_session: 'Заседание',
  record_mode: 'Режим указания авторства',
  record_item: 'Пункт повестки дня',
  record_board_phase: 'Этап работы с доской',
  record_kind: 'Вид',
  record_text: 'Текст',
  record_belongs_to: 'Относится к',
  record_id: 'Идентификатор',
  record_source_ids: 'Идентификаторы источников',
}

const zh: Record<RecordWord, string> = {
  record: '会议记录',
  record_own: '代表团在会上的发言',
  record_status: '非正式会议的工作记录。非正式纪要；不影响各代表团的立场。',
  record_provisional: '暂定：编制本文件时会议尚未结束。',
  record_rehearsal: '演练：本文件所载内容均非任何代表团所言。',
  record_mode_attributed: '具名：各项意见均注明代表团名称。',
  record_mode_not_for_attribution: '不具名（查塔姆大厦规则）：记录不提及任何名称，亦无与会者名单。',
  record_mode_anonymous: '匿名：想法匿名接收。记录不提及任何名称，亦无与会者名单。',
  record_attended: '出席的代表团：{delegations}',
  record_channels: '口头发言：{room, number}。书面发言：{writing, number}。',
  record_speakers: '发言者',
  record_spoke: '发言的代表团：{count, number}',
  record_statements: '发言',
  record_ideas: '想法',
  record_unclustered: '未归类',
  record_points: '分数：{count, number}。仅供参考，并非表决。',
  record_temperatures: '会场意向',
  record_indicative: '仅供参考，并非表决。沉默不代表任何意见。',
  record_round: '第{number, number}轮',
  record_answered: '作答的代表团：{count, number}',
  record_no_figures:
    '{state, select, kept_back {未公布：不提供数字。} released {作答的代表团过少：不提供数字。} other {尚未公布数字。}}',
  record_version: '{state, select, replaced {第{number, number}版，后已被替换} other {第{number, number}版}}',
  record_figure: '代表团',
  record_choice:
    '{choice, select, strong_reservations {强烈保留} reservations {保留} undecided {未定} inclined {倾向赞同} strongly_inclined {强烈倾向赞同} no_position {无立场} other {等待指示}}',
  record_topics: '议题',
  record_topic_state: '{state, select, resolved {已解决} other {未解决}}',
  record_notes: '记录要点',
  record_rests_on: '来源：{sources}',
  record_source:
    '{kind, select, statement {发言{number}} idea {想法{number}} remark {评论{number}} cluster {想法组{number}} speaker {发言者{number}} temperature {意向{number}} topic {议题{number}} note {要点{number}} other {对问题单的答复}}',
  record_reply_to: '回复：{source}',
  record_quotes: '引述：{source}',
  record_podium: '主席台',
  record_nothing: '该项目下没有发言。',
  record_in_writing: '书面',
  record_place:
    '{capacity, select, point_of_order {程序问题} right_of_reply {答辩权} group {代表集团} report {小组报告} other {以本国名义}}',
  record_place_state:
    '{state, select, spoken {已发言} withdrawn {已撤回} yielded {已让出} speaking {正在发言} other {已登记}}',
  record_places: '发言名单中的登记',
  record_idea_state:
    '{state, select, silent {尚未显示} waiting {待主持人处理} returned {已退回} hidden {已隐藏} withdrawn {已撤回} other {已显示}}',
  record_phase:
    '{phase, select, writing {静默书写} revealed {已显示} clustering {归类} prioritising {排序} discussing {讨论} closed {已结束} other {未开始}}',
  record_session: '会议',
  record_mode: '具名模式',
  record_item: '议程项目',
  record_board_phase: '看板阶段',
  record_kind: '类别',
  record_text: '文本',
  record_belongs_to: '所属',
  record_id: '标识',
  record_source_ids: '来源标识',
}

const ar: Record<RecordWord, string> = {
  record: 'سجل الجلسة',
  record_own: 'ما قاله الوفد في الجلسة',
  record_status: 'سجل عمل لجلسة غير رسمية. ليس محضرا رسميا؛ ودون مساس بمواقف الوفود.',
  record_provisional: 'مؤقت: لم تكن الجلسة قد اختتمت عند إعداد هذا الملف.',
  record_rehearsal: 'تجربة: لم يصدر أي شيء مما يرد في هذا الملف عن أي وفد.',
  record_mode_attributed: 'مع الإسناد: تحمل المساهمات اسم الوفد.',
  record_mode_not_for_attribution: 'دون إسناد (قاعدة تشاتام هاوس): لا يسمي السجل أحدا ولا يتضمن قائمة بالمشاركين.',
  record_mode_anonymous: 'مُغفل الهوية: تُلقيت الأفكار دون اسم. ولا يسمي السجل أحدا ولا يتضمن قائمة بالمشاركين.',
  record_attended: 'الوفود الحاضرة: {delegations}',
  record_channels: 'البيانات الملقاة: {room, number}. البيانات الخطية: {writing, number}.',
  record_speakers: 'المتكلمون',
  record_spoke: 'الوفود التي تكلمت: {count, number}',
  record_statements: 'البيانات',
  record_ideas: 'الأفكار',
  record_unclustered: 'خارج المجموعات',
  record_points: 'النقاط: {count, number}. للاستئناس وليس تصويتا.',
  record_temperatures: 'اتجاه القاعة',
  record_indicative: 'للاستئناس وليس تصويتا. والصمت لا يعني شيئا.',
  record_round: 'الجولة {number, number}',
  record_answered: 'الوفود التي أجابت: {count, number}',
  record_no_figures:
    '{state, select, kept_back {لم يُعلن: لا تُعطى أرقام.} released {أجاب عدد قليل جدا من الوفود: لا تُعطى أرقام.} other {لم تُعلن أرقام.}}',
  record_version:
    '{state, select, replaced {الصيغة {number, number}، حلت محلها صيغة أخرى} other {الصيغة {number, number}}}',
  record_figure: 'الوفود',
  record_choice:
    '{choice, select, strong_reservations {تحفظات شديدة} reservations {تحفظات} undecided {لم يتقرر} inclined {ميل إلى التأييد} strongly_inclined {ميل شديد إلى التأييد} no_position {لا موقف} other {في انتظار التعليمات}}',
  record_topics: 'المواضيع',
  record_topic_state: '{state, select, resolved {محسوم} other {مفتوح}}',
  record_notes: 'النقاط المسجلة',
  record_rests_on: 'المصادر: {sources}',
  record_source:
    '{kind, select, statement {البيان {number}} idea {الفكرة {number}} remark {الملاحظة {number}} cluster {مجموعة الأفكار {number}} speaker {المتكلم {number}} temperature {الاتجاه {number}} topic {الموضوع {number}} note {النقطة {number}} other {رد على قائمة أسئلة}}',
  record_reply_to: 'ردا على: {source}',
  record_quotes: 'اقتباس من: {source}',
  record_podium: 'المنصة',
  record_nothing: 'لم يُقل شيء في إطار هذا البند.',
  record_in_writing: 'خطيا',
  record_place:
    '{capacity, select, point_of_order {نقطة نظام} right_of_reply {حق الرد} group {باسم مجموعة} report {تقرير فريق مناقشة} other {بالصفة الوطنية}}',
  record_place_state:
    '{state, select, spoken {تكلم} withdrawn {سُحب} yielded {تنازل عن دوره} speaking {يتكلم} other {مسجل}}',
  record_places: 'الأدوار في قائمة المتكلمين',
  record_idea_state:
    '{state, select, silent {لم تُعرض بعد} waiting {لدى الميسر} returned {أُعيدت} hidden {أُخفيت} withdrawn {سُحبت} other {معروضة}}',
  record_phase:
    '{phase, select, writing {الكتابة في صمت} revealed {العرض} clustering {التجميع} prioritising {تحديد الأولويات} discussing {المناقشة} closed {مغلق} other {لم يبدأ}}',
  record_session: 'الجلسة',
  record_mode: 'نمط الإسناد',
  record_item: 'بند جدول الأعمال',
  record_board_phase: 'مرحلة اللوحة',
  record_kind: 'النوع',
  record_text: 'النص',
  record_belongs_to: 'تابع لـ',
  record_id: 'المعرّف',
  record_source_ids: 'معرّفات المصادر',
}

export const RECORD_WORDS: Record<Language, Record<RecordWord, string>> = { ar, zh, en, fr, ru, es }
