import { formatNumber } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { IntlMessageFormat } from 'intl-messageformat'
import { COMPILATION_WORDS, type CompilationWord } from './compilation-words.ts'
import { OWN_PAPER_WORDS, type OwnPaperWord } from './own-paper-words.ts'
import { PAPER_WORDS, type PaperWord } from './paper-words.ts'
import { RECORD_WORDS, type RecordWord } from './record-words.ts'

// The fixed wording of exports. No sentence is built around the name of a State or group: names are inflected in Russian
// and carry an article in French, so they stand after a colon.

const en = {
  contents: 'Contents',
  page_of: 'Page {page} of {pages}',
  reference: 'Reference',
  office: 'Responsible office',
  date: 'Date',
  status: 'Status',
  handling: 'Handling',
  unclassified: 'Unclassified',
  confidential: 'Confidential',
  strictly_confidential: 'Strictly confidential',
  release: 'Release',
  chain_head: 'Journal at the time of release',
  about: 'About',
  title: 'Title',
  note: 'Note',
  continued: '{title} (continued, {part})',
  sample_banner: 'Sample text, not the position of any State',

  compilation: 'Compilation of replies',
  status_compilation:
    'Compilation of replies as received. Not a record; without prejudice to the positions of delegations.',
  response: 'Response as submitted',
  status_response: 'Copy of the response as submitted. Not a document of the United Nations.',
  receipt: 'Receipt',
  signatory: 'Signatory',
  version: 'Version',
  digest: 'Digest',

  note_by_office: 'Note by the responsible office',
  note_as_received:
    'The present compilation reproduces the replies to the list of questions as received, in the language of submission and without editing. Within each question, replies appear in the alphabetical order of the delegations in English.',
  note_not_for_attribution:
    'Replies given not for attribution appear at the end of each question, without the name or the language of submission of their authors and in an order drawn at random, which differs from one question to the next.',
  note_without_prejudice:
    'The compilation is not a record. It is without prejudice to the positions of delegations and does not imply any view of the Secretariat on their content.',

  introduction: 'Introduction',
  intro_circulated:
    'The list of questions was circulated on {date}. It contained {questions, plural, one {# question} other {# questions}} and was addressed to {addressed, plural, one {# delegation} other {# delegations}}. The deadline for replies was {deadline}.',
  intro_replied:
    'As at {date}, {statements, plural, one {# reply} other {# replies}} had been received, covering {states, plural, one {# State} other {# States}}. Replies and States are counted side by side: a reply on behalf of a group is one reply, and each State is counted once.',
  intro_late:
    '{count, plural, one {# reply was received after the deadline and is marked accordingly.} other {# replies were received after the deadline and are marked accordingly.}}',
  intro_limits: 'The figures describe those who replied. They are not a measure of support for any proposal.',
  coverage: 'Coverage by regional group',
  coverage_withheld:
    'Figures resting on fewer than {threshold, plural, one {# delegation} other {# delegations}} are not shown.',
  regional_group: 'Regional group',
  addressed: 'Addressed',
  replied: 'Replied',
  statements: 'Replies',
  states: 'States',
  total: 'Total',

  replies: 'Replies',
  replies_not_for_attribution: 'Replies not for attribution',
  reply_not_for_attribution: 'Reply not for attribution',
  reply_number: 'Reply {number}',
  question_number: 'Question {number}',
  no_replies: 'No reply to this question was received.',
  no_position: 'No position at this stage.',
  see_statement: 'See the statement of: {group}',
  see_letter: 'Replied by letter.',
  on_behalf_of: 'On behalf of: {group}',
  original: 'Original: {language}',
  translation: 'Unofficial translation; original: {language}',
  received_late: 'Received after the deadline',
  amended: 'Rev.{number}',

  annex_questions: 'Questions as circulated',
  annex_replies: 'List of written replies',
  annex_replies_note: 'The list names only those delegations that replied for attribution.',
  guidance: 'Guidance',

  answers: 'Answers',
  delegations: 'Delegations',
  section: 'Section',
  number: 'No.',
  question: 'Question',
  delegation: 'Delegation',
  group: 'Group',
  language: 'Language',
  answer: 'Answer',
  attribution: 'Attribution',
  attributed: 'Attributed',
  not_for_attribution: 'Not for attribution',
  anonymous: 'Anonymous',
  received: 'Received',
  letter: 'Letter',
  yes: 'Yes',
  no: 'No',
}

export type ExportWord = keyof typeof en

const fr: Record<ExportWord, string> = {
  contents: 'Table des matières',
  page_of: 'Page {page} sur {pages}',
  reference: 'Référence',
  office: 'Bureau responsable',
  date: 'Date',
  status: 'Statut',
  handling: 'Classification',
  unclassified: 'Non classifié',
  confidential: 'Confidentiel',
  strictly_confidential: 'Strictement confidentiel',
  release: 'Édition',
  chain_head: 'Journal au moment de l’édition',
  about: 'À propos',
  title: 'Titre',
  note: 'Note',
  continued: '{title} (suite, {part})',
  sample_banner: 'Texte d’exemple, ne reflétant la position d’aucun État',

  compilation: 'Compilation des réponses',
  status_compilation:
    'Compilation des réponses telles que reçues. Ne constitue pas un compte rendu ; sans préjudice des positions des délégations.',
  response: 'Réponse telle que présentée',
  status_response:
    'Copie de la réponse telle que présentée. N’est pas un document de l’Organisation des Nations Unies.',
  receipt: 'Accusé de réception',
  signatory: 'Signataire',
  version: 'Version',
  digest: 'Empreinte',

  note_by_office: 'Note du bureau responsable',
  note_as_received:
    'La présente compilation reproduit les réponses à la liste de questions telles qu’elles ont été reçues, dans la langue de présentation et sans modification rédactionnelle. Pour chaque question, les réponses sont présentées dans l’ordre alphabétique français des délégations.',
  note_not_for_attribution:
    'Les réponses communiquées sans attribution figurent à la fin de chaque question, sans le nom de leurs auteurs ni la langue de présentation et dans un ordre tiré au sort, qui diffère d’une question à l’autre.',
  note_without_prejudice:
    'La compilation ne constitue pas un compte rendu. Elle est sans préjudice des positions des délégations et n’implique aucune prise de position du Secrétariat sur leur contenu.',

  introduction: 'Introduction',
  intro_circulated:
    'La liste de questions a été distribuée le {date}. Elle comportait {questions, plural, one {# question} other {# questions}} et a été adressée à {addressed, plural, one {# délégation} other {# délégations}}. Date limite de réponse : {deadline}.',
  intro_replied:
    'Au {date}, {statements, plural, one {# réponse avait été reçue} other {# réponses avaient été reçues}}, concernant {states, plural, one {# État} other {# États}}. Les réponses et les États sont comptés côte à côte : une réponse faite au nom d’un groupe compte pour une réponse, et chaque État n’est compté qu’une fois.',
  intro_late:
    '{count, plural, one {# réponse a été reçue après la date limite et porte une mention à cet effet.} other {# réponses ont été reçues après la date limite et portent une mention à cet effet.}}',
  intro_limits: 'Les chiffres décrivent l’ensemble des réponses reçues. Ils ne mesurent l’appui à aucune proposition.',
  coverage: 'Réponses par groupe régional',
  coverage_withheld:
    'Les chiffres reposant sur moins de {threshold, plural, one {# délégation} other {# délégations}} ne sont pas indiqués.',
  regional_group: 'Groupe régional',
  addressed: 'Destinataires',
  replied: 'Ont répondu',
  statements: 'Réponses',
  states: 'États',
  total: 'Total',

  replies: 'Réponses',
  replies_not_for_attribution: 'Réponses communiquées sans attribution',
  reply_not_for_attribution: 'Réponse communiquée sans attribution',
  reply_number: 'Réponse {number}',
  question_number: 'Question {number}',
  no_replies: 'Aucune réponse à cette question n’a été reçue.',
  no_position: 'Pas de position à ce stade.',
  see_statement: 'Voir la déclaration du groupe suivant : {group}',
  see_letter: 'Réponse par lettre.',
  on_behalf_of: 'Au nom du groupe suivant : {group}',
  original: 'Original : {language}',
  translation: 'Traduction non officielle ; original : {language}',
  received_late: 'Reçue après la date limite',
  amended: 'Rev.{number}',

  annex_questions: 'Questions telles que distribuées',
  annex_replies: 'Liste des réponses écrites',
  annex_replies_note: 'Seules figurent dans la liste les délégations dont les réponses peuvent leur être attribuées.',
  guidance: 'Indications',

  answers: 'Réponses',
  delegations: 'Délégations',
  section: 'Section',
  number: 'Nº',
  question: 'Question',
  delegation: 'Délégation',
  group: 'Groupe',
  language: 'Langue',
  answer: 'Réponse',
  attribution: 'Attribution',
  attributed: 'Attribuée',
  not_for_attribution: 'Sans attribution',
  anonymous: 'Anonyme',
  received: 'Reçue le',
  letter: 'Lettre',
  yes: 'Oui',
  no: 'Non',
}

const es: Record<ExportWord, string> = {
  contents: 'Índice',
  page_of: 'Página {page} de {pages}',
  reference: 'Referencia',
  office: 'Oficina responsable',
  date: 'Fecha',
  status: 'Carácter',
  handling: 'Clasificación',
  unclassified: 'No clasificado',
  confidential: 'Confidencial',
  strictly_confidential: 'Estrictamente confidencial',
  release: 'Edición',
  chain_head: 'Registro en el momento de la edición',
  about: 'Acerca del documento',
  title: 'Título',
  note: 'Nota',
  continued: '{title} (continuación, {part})',
  sample_banner: 'Texto de muestra; no refleja la posición de ningún Estado',

  compilation: 'Recopilación de respuestas',
  status_compilation:
    'Recopilación de las respuestas tal como se recibieron. No constituye un acta; sin perjuicio de las posiciones de las delegaciones.',
  response: 'Respuesta tal como se presentó',
  status_response: 'Copia de la respuesta tal como se presentó. No es un documento de las Naciones Unidas.',
  receipt: 'Acuse de recibo',
  signatory: 'Firmante',
  version: 'Versión',
  digest: 'Huella digital',

  note_by_office: 'Nota de la oficina responsable',
  note_as_received:
    'En la presente recopilación se reproducen las respuestas a la lista de preguntas tal como se recibieron, en el idioma en que se presentaron y sin revisión editorial. En cada pregunta, las respuestas figuran en el orden alfabético español de las delegaciones.',
  note_not_for_attribution:
    'Las respuestas presentadas sin atribución figuran al final de cada pregunta, sin el nombre de sus autores ni el idioma en que se presentaron y en un orden determinado por sorteo, que varía de una pregunta a otra.',
  note_without_prejudice:
    'La recopilación no constituye un acta. Se entiende sin perjuicio de las posiciones de las delegaciones y no implica opinión alguna de la Secretaría sobre su contenido.',

  introduction: 'Introducción',
  intro_circulated:
    'La lista de preguntas se distribuyó el {date}. Contenía {questions, plural, one {# pregunta} other {# preguntas}} y se dirigió a {addressed, plural, one {# delegación} other {# delegaciones}}. Plazo para responder: {deadline}.',
  intro_replied:
    'Al {date} se {statements, plural, one {había recibido # respuesta} other {habían recibido # respuestas}}, relativas a {states, plural, one {# Estado} other {# Estados}}. Las respuestas y los Estados se cuentan en paralelo: una respuesta en nombre de un grupo es una sola respuesta y cada Estado se cuenta una sola vez.',
  intro_late:
    '{count, plural, one {# respuesta se recibió después del plazo y así se indica.} other {# respuestas se recibieron después del plazo y así se indica.}}',
  intro_limits: 'Las cifras describen a quienes respondieron. No miden el apoyo a ninguna propuesta.',
  coverage: 'Respuestas por grupo regional',
  coverage_withheld:
    'No se indican las cifras basadas en menos de {threshold, plural, one {# delegación} other {# delegaciones}}.',
  regional_group: 'Grupo regional',
  addressed: 'Destinatarias',
  replied: 'Respondieron',
  statements: 'Respuestas',
  states: 'Estados',
  total: 'Total',

  replies: 'Respuestas',
  replies_not_for_attribution: 'Respuestas sin atribución',
  reply_not_for_attribution: 'Respuesta sin atribución',
  reply_number: 'Respuesta {number}',
  question_number: 'Pregunta {number}',
  no_replies: 'No se recibió ninguna respuesta a esta pregunta.',
  no_position: 'Sin posición en esta etapa.',
  see_statement: 'Véase la declaración del grupo siguiente: {group}',
  see_letter: 'Respuesta por carta.',
  on_behalf_of: 'En nombre del grupo siguiente: {group}',
  original: 'Original: {language}',
  translation: 'Traducción no oficial; original: {language}',
  received_late: 'Recibida después del plazo',
  amended: 'Rev.{number}',

  annex_questions: 'Preguntas tal como se distribuyeron',
  annex_replies: 'Lista de respuestas escritas',
  annex_replies_note: 'En la lista figuran únicamente las delegaciones que respondieron con atribución.',
  guidance: 'Orientaciones',

  answers: 'Respuestas',
  delegations: 'Delegaciones',
  section: 'Sección',
  number: 'Núm.',
  question: 'Pregunta',
  delegation: 'Delegación',
  group: 'Grupo',
  language: 'Idioma',
  answer: 'Respuesta',
  attribution: 'Atribución',
  attributed: 'Con atribución',
  not_for_attribution: 'Sin atribución',
  anonymous: 'Anónima',
  received: 'Recibida',
  letter: 'Carta',
  yes: 'Sí',
  no: 'No',
}

const ru: Record<ExportWord, string> = {
  contents: 'Содержание',
  page_of: 'Стр. {page} из {pages}',
  reference: 'Обозначение',
  office: 'Ответственное подразделение',
  date: 'Дата',
  status: 'Статус',
  handling: 'Гриф',
  unclassified: 'Без грифа',
  confidential: 'Конфиденциально',
  strictly_confidential: 'Строго конфиденциально',
  release: 'Выпуск',
  chain_head: 'Журнал на момент выпуска',
  about: 'О документе',
  title: 'Название',
  note: 'Примечание',
  continued: '{title} (продолжение, {part})',
  sample_banner: 'Образец текста, не отражающий позицию какого-либо государства',

  compilation: 'Подборка ответов',
  status_compilation:
    'Подборка ответов в том виде, в котором они были получены. Не является отчётом; без ущерба для позиций делегаций.',
  response: 'Ответ в представленном виде',
  status_response: 'Копия ответа в представленном виде. Не является документом Организации Объединённых Наций.',
  receipt: 'Подтверждение получения',
  signatory: 'Подписал(а)',
  version: 'Редакция',
  digest: 'Контрольная сумма',

  note_by_office: 'Записка ответственного подразделения',
  note_as_received:
    'В настоящей подборке воспроизводятся ответы на перечень вопросов в том виде, в котором они были получены, на языке представления и без редактирования. По каждому вопросу ответы приводятся в порядке русского алфавита.',
  note_not_for_attribution:
    'Ответы, представленные без указания авторства, приводятся в конце каждого вопроса без названия делегации и языка представления, в порядке, определённом жребием отдельно для каждого вопроса.',
  note_without_prejudice:
    'Подборка не является отчётом. Она не наносит ущерба позициям делегаций и не означает выражения Секретариатом какого-либо мнения относительно содержания ответов.',

  introduction: 'Введение',
  intro_circulated:
    'Перечень вопросов был распространён {date}. Он содержал {questions, plural, one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}} и был направлен {addressed, plural, one {# делегации} few {# делегациям} many {# делегациям} other {# делегации}}. Срок представления ответов: {deadline}.',
  intro_replied:
    'По состоянию на {date} {statements, plural, one {получен # ответ} few {получено # ответа} many {получено # ответов} other {получено # ответа}}; число охваченных государств: {states, number}. Ответы и государства подсчитываются параллельно: ответ от имени группы считается одним ответом, а каждое государство учитывается один раз.',
  intro_late:
    '{count, plural, one {# ответ получен по истечении срока, что отмечено в тексте.} few {# ответа получены по истечении срока, что отмечено в тексте.} many {# ответов получены по истечении срока, что отмечено в тексте.} other {# ответа получены по истечении срока, что отмечено в тексте.}}',
  intro_limits:
    'Эти данные относятся к тем, кто представил ответы. Они не являются показателем поддержки какого-либо предложения.',
  coverage: 'Ответы по региональным группам',
  coverage_withheld:
    'Данные, основанные на ответах менее чем {threshold, plural, one {# делегации} few {# делегаций} many {# делегаций} other {# делегации}}, не приводятся.',
  regional_group: 'Региональная группа',
  addressed: 'Адресаты',
  replied: 'Ответили',
  statements: 'Ответы',
  states: 'Государства',
  total: 'Всего',

  replies: 'Ответы',
  replies_not_for_attribution: 'Ответы без указания авторства',
  reply_not_for_attribution: 'Ответ без указания авторства',
  reply_number: 'Ответ {number}',
  question_number: 'Вопрос {number}',
  no_replies: 'Ответов на этот вопрос не поступило.',
  no_position: 'На данном этапе позиции нет.',
  see_statement: 'См. заявление группы: {group}',
  see_letter: 'Ответ представлен письмом.',
  on_behalf_of: 'От имени группы: {group}',
  original: 'Язык оригинала: {language}',
  translation: 'Неофициальный перевод; язык оригинала: {language}',
  received_late: 'Получено по истечении срока',
  amended: 'Rev.{number}',

  annex_questions: 'Вопросы в том виде, в котором они были распространены',
  annex_replies: 'Перечень письменных ответов',
  annex_replies_note: 'В перечень включены только делегации, представившие ответы с указанием авторства.',
  guidance: 'Пояснения',

  answers: 'Ответы',
  delegations: 'Делегации',
  section: 'Раздел',
  number: '№',
  question: 'Вопрос',
  delegation: 'Делегация',
  group: 'Группа',
  language: 'Язык',
  answer: 'Ответ',
  attribution: 'Авторство',
  attributed: 'С указанием авторства',
  not_for_attribution: 'Без указания авторства',
  anonymous: 'Анонимно',
  received: 'Получено',
  letter: 'Письмо',
  yes: 'Да',
  no: 'Нет',
}

const zh: Record<ExportWord, string> = {
  contents: '目录',
  page_of: '第{page}页，共{pages}页',
  reference: '编号',
  office: '负责部门',
  date: '日期',
  status: '性质',
  handling: '密级',
  unclassified: '非机密',
  confidential: '机密',
  strictly_confidential: '绝密',
  release: '版次',
  chain_head: '发布时的日志',
  about: '说明',
  title: '标题',
  note: '备注',
  continued: '{title}（续{part}）',
  sample_banner: '示例文本，不代表任何国家的立场',

  compilation: '答复汇编',
  status_compilation: '所收答复汇编，按原文照录。非正式记录；不影响各代表团的立场。',
  response: '所提交的答复',
  status_response: '所提交答复的副本。非联合国文件。',
  receipt: '收讫回执',
  signatory: '签署人',
  version: '版本',
  digest: '摘要值',

  note_by_office: '负责部门的说明',
  note_as_received:
    '本汇编按收到时的原样、以提交时所用语文转载对问题单的答复，未经编辑。每个问题之下的答复按代表团中文名称排序。',
  note_not_for_attribution:
    '不具名的答复列于每个问题之末，不注明提交者名称和提交语文，次序以抽签方式决定，各题次序不同。',
  note_without_prejudice: '本汇编不是正式记录，不影响各代表团的立场，也不意味着秘书处对答复内容持有任何看法。',

  introduction: '导言',
  intro_circulated:
    '问题单于{date}分发，共有{questions, plural, other {#个问题}}，发给{addressed, plural, other {#个代表团}}。答复截止时间为{deadline}。',
  intro_replied:
    '截至{date}，共收到{statements, plural, other {#份答复}}，涵盖{states, plural, other {#个国家}}。答复与国家分别计数：以集团名义作出的答复计为一份答复，每个国家只计一次。',
  intro_late: '{count, plural, other {#份答复在截止时间之后收到，文中已予注明。}}',
  intro_limits: '上述数字仅反映作出答复者的情况，不用于衡量对任何提案的支持程度。',
  coverage: '各区域组答复情况',
  coverage_withheld: '少于{threshold, plural, other {#个代表团}}的数字不予显示。',
  regional_group: '区域组',
  addressed: '发送对象',
  replied: '已答复',
  statements: '答复',
  states: '国家',
  total: '共计',

  replies: '答复',
  replies_not_for_attribution: '不具名答复',
  reply_not_for_attribution: '不具名答复',
  reply_number: '答复{number}',
  question_number: '问题{number}',
  no_replies: '未收到对本问题的答复。',
  no_position: '现阶段没有立场。',
  see_statement: '见以下集团的声明：{group}',
  see_letter: '以信函答复。',
  on_behalf_of: '代表以下集团：{group}',
  original: '原文：{language}',
  translation: '非正式译文；原文：{language}',
  received_late: '截止时间之后收到',
  amended: 'Rev.{number}',

  annex_questions: '所分发的问题',
  annex_replies: '书面答复一览表',
  annex_replies_note: '一览表仅列出具名答复的代表团。',
  guidance: '说明',

  answers: '答复',
  delegations: '代表团',
  section: '章节',
  number: '序号',
  question: '问题',
  delegation: '代表团',
  group: '集团',
  language: '语文',
  answer: '答复',
  attribution: '具名方式',
  attributed: '具名',
  not_for_attribution: '不具名',
  anonymous: '匿名',
  received: '收到日期',
  letter: '信函',
  yes: '是',
  no: '否',
}

const ar: Record<ExportWord, string> = {
  contents: 'المحتويات',
  page_of: 'الصفحة {page} من {pages}',
  reference: 'المرجع',
  office: 'المكتب المسؤول',
  date: 'التاريخ',
  status: 'الصفة',
  handling: 'درجة السرية',
  unclassified: 'غير سري',
  confidential: 'سري',
  strictly_confidential: 'سري للغاية',
  release: 'الإصدار',
  chain_head: 'السجل وقت الإصدار',
  about: 'عن هذه الوثيقة',
  title: 'العنوان',
  note: 'ملاحظة',
  continued: '{title} (تابع، {part})',
  sample_banner: 'نص نموذجي لا يعبر عن موقف أي دولة',

  compilation: 'تجميع للردود',
  status_compilation: 'تجميع للردود كما وردت. لا يشكل محضرا؛ ودون مساس بمواقف الوفود.',
  response: 'الرد كما قُدم',
  status_response: 'نسخة من الرد كما قُدم. ليست وثيقة من وثائق الأمم المتحدة.',
  receipt: 'إشعار بالاستلام',
  signatory: 'الموقِّع',
  version: 'الصيغة',
  digest: 'البصمة الرقمية',

  note_by_office: 'مذكرة من المكتب المسؤول',
  note_as_received:
    'يستنسخ هذا التجميع الردود على قائمة الأسئلة كما وردت، باللغة التي قُدمت بها ودون تحرير. وترد الردود في إطار كل سؤال حسب الترتيب الأبجدي العربي لأسماء الوفود.',
  note_not_for_attribution:
    'ترد الردود المقدمة دون إسناد في نهاية كل سؤال، دون ذكر أسماء مقدميها أو اللغة التي قُدمت بها، وبترتيب يُحدد بالقرعة ويختلف من سؤال إلى آخر.',
  note_without_prejudice:
    'لا يشكل هذا التجميع محضرا. وهو لا يمس مواقف الوفود ولا ينطوي على أي رأي للأمانة العامة بشأن مضمونها.',

  introduction: 'مقدمة',
  intro_circulated:
    'عُممت قائمة الأسئلة في {date}. وتضمنت {questions, plural, zero {# سؤال} one {سؤالا واحدا} two {سؤالين} few {# أسئلة} many {# سؤالا} other {# سؤال}} ووُجهت إلى {addressed, plural, zero {# وفد} one {وفد واحد} two {وفدين} few {# وفود} many {# وفدا} other {# وفد}}. والموعد النهائي لتقديم الردود: {deadline}.',
  intro_replied:
    'حتى {date}، ورد {statements, plural, zero {# رد} one {رد واحد} two {ردان} few {# ردود} many {# ردا} other {# رد}} تشمل {states, plural, zero {# دولة} one {دولة واحدة} two {دولتين} few {# دول} many {# دولة} other {# دولة}}. وتُحسب الردود والدول جنبا إلى جنب: فالرد المقدم باسم مجموعة يُحسب ردا واحدا، وتُحسب كل دولة مرة واحدة.',
  intro_late:
    '{count, plural, zero {لم يرد أي رد بعد الموعد النهائي.} one {ورد رد واحد بعد الموعد النهائي، وأشير إلى ذلك في موضعه.} two {ورد ردان بعد الموعد النهائي، وأشير إلى ذلك في موضعه.} few {وردت # ردود بعد الموعد النهائي، وأشير إلى ذلك في موضعه.} many {ورد # ردا بعد الموعد النهائي، وأشير إلى ذلك في موضعه.} other {ورد # رد بعد الموعد النهائي، وأشير إلى ذلك في موضعه.}}',
  intro_limits: 'تصف هذه الأرقام الجهات التي قدمت ردودا، ولا تشكل مقياسا لتأييد أي مقترح.',
  coverage: 'الردود حسب المجموعات الإقليمية',
  coverage_withheld:
    'لا تُعرض الأرقام المستندة إلى أقل من {threshold, plural, zero {# وفد} one {وفد واحد} two {وفدين} few {# وفود} many {# وفدا} other {# وفد}}.',
  regional_group: 'المجموعة الإقليمية',
  addressed: 'الموجه إليها',
  replied: 'قدمت ردا',
  statements: 'الردود',
  states: 'الدول',
  total: 'المجموع',

  replies: 'الردود',
  replies_not_for_attribution: 'ردود دون إسناد',
  reply_not_for_attribution: 'رد دون إسناد',
  reply_number: 'الرد {number}',
  question_number: 'السؤال {number}',
  no_replies: 'لم يرد أي رد على هذا السؤال.',
  no_position: 'لا موقف في هذه المرحلة.',
  see_statement: 'انظر بيان المجموعة التالية: {group}',
  see_letter: 'قُدم الرد برسالة.',
  on_behalf_of: 'باسم المجموعة التالية: {group}',
  original: 'الأصل: {language}',
  translation: 'ترجمة غير رسمية؛ الأصل: {language}',
  received_late: 'ورد بعد الموعد النهائي',
  amended: 'Rev.{number}',

  annex_questions: 'الأسئلة كما عُممت',
  annex_replies: 'قائمة الردود الخطية',
  annex_replies_note: 'لا تتضمن القائمة سوى الوفود التي قدمت ردودا تُسند إليها.',
  guidance: 'إرشادات',

  answers: 'الردود',
  delegations: 'الوفود',
  section: 'الفرع',
  number: 'الرقم',
  question: 'السؤال',
  delegation: 'الوفد',
  group: 'المجموعة',
  language: 'اللغة',
  answer: 'الرد',
  attribution: 'الإسناد',
  attributed: 'مسند',
  not_for_attribution: 'دون إسناد',
  anonymous: 'مُغفل الهوية',
  received: 'تاريخ الورود',
  letter: 'رسالة',
  yes: 'نعم',
  no: 'لا',
}

type Words = Record<ExportWord | CompilationWord | RecordWord | PaperWord | OwnPaperWord, string>
export const EXPORT_WORDS: Record<Language, Words> = {
  ar: { ...ar, ...COMPILATION_WORDS.ar, ...RECORD_WORDS.ar, ...PAPER_WORDS.ar, ...OWN_PAPER_WORDS.ar },
  zh: { ...zh, ...COMPILATION_WORDS.zh, ...RECORD_WORDS.zh, ...PAPER_WORDS.zh, ...OWN_PAPER_WORDS.zh },
  en: { ...en, ...COMPILATION_WORDS.en, ...RECORD_WORDS.en, ...PAPER_WORDS.en, ...OWN_PAPER_WORDS.en },
  fr: { ...fr, ...COMPILATION_WORDS.fr, ...RECORD_WORDS.fr, ...PAPER_WORDS.fr, ...OWN_PAPER_WORDS.fr },
  ru: { ...ru, ...COMPILATION_WORDS.ru, ...RECORD_WORDS.ru, ...PAPER_WORDS.ru, ...OWN_PAPER_WORDS.ru },
  es: { ...es, ...COMPILATION_WORDS.es, ...RECORD_WORDS.es, ...PAPER_WORDS.es, ...OWN_PAPER_WORDS.es },
}

/** The six languages by name, in each of them. */
export const LANGUAGES_NAMED: Record<Language, Record<Language, string>> = {
  en: { ar: 'Arabic', zh: 'Chinese', en: 'English', fr: 'French', ru: 'Russian', es: 'Spanish' },
  fr: { ar: 'arabe', zh: 'chinois', en: 'anglais', fr: 'français', ru: 'russe', es: 'espagnol' },
  es: { ar: 'árabe', zh: 'chino', en: 'inglés', fr: 'francés', ru: 'ruso', es: 'español' },
  ru: { ar: 'арабский', zh: 'китайский', en: 'английский', fr: 'французский', ru: 'русский', es: 'испанский' },
  zh: { ar: '阿拉伯文', zh: '中文', en: '英文', fr: '法文', ru: '俄文', es: '西班牙文' },
  ar: { ar: 'بالعربية', zh: 'بالصينية', en: 'بالإنكليزية', fr: 'بالفرنسية', ru: 'بالروسية', es: 'بالإسبانية' },
}

/** Numbers inside a sentence in the house style, which `Intl` spells otherwise in four of the six languages. */
class HouseNumbers extends Intl.NumberFormat {
  private readonly language: Language
  constructor(language: Language) {
    super(language)
    this.language = language
  }
  override format(value: number | bigint): string {
    return formatNumber(Number(value), this.language)
  }
}

/** French sets a narrow space, at which no line breaks, before these signs. */
const spaced = (text: string, language: Language) => (language === 'fr' ? text.replace(/ (?=[;:?!])/g, '\u202f') : text)

const messages = new Map<string, IntlMessageFormat>()

/** A fixed phrase with its values filled in: numbers take their plural form. */
export function say(language: Language, word: keyof Words, values: Record<string, string | number> = {}): string {
  const key = `${language} ${word}`
  let message = messages.get(key)
  if (!message) {
    message = new IntlMessageFormat(spaced(EXPORT_WORDS[language][word], language), language, undefined, {
      formatters: {
        getNumberFormat: () => new HouseNumbers(language),
        getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
        getPluralRules: (...options) => new Intl.PluralRules(...options),
      },
    })
    messages.set(key, message)
  }
  return String(message.format(values))
}

/** Original: Arabic, Язык оригинала: арабский. */
export const originalLanguage = (language: Language, of: Language): string =>
  say(language, 'original', { language: LANGUAGES_NAMED[language][of] })
