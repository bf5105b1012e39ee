import type { Language } from '@consultation/shared/languages.ts'

// What a compilation says about its replies, and about those it leaves out. Names stand after a colon, as in words.ts;
// so do most figures, which then need no plural.

const en = {
  compilation_reference: '{reference}, compilation',
  replied_by_name: 'Replied for attribution',
  own_reply: 'Own reply',
  aligned_states: 'Aligned',
  covered_states: 'Covered by a group',
  no_regional_group: 'No regional group',
  figures: 'Figures',
  question_count:
    'Replies for attribution: {statements, number} (on behalf of groups: {groups, number}). States: {states, number} (own reply: {own, number}; aligned: {aligned, number}; covered by a group: {covered, number}).',

  intro_extended: 'The deadline for replies, first set for {first}, was extended.',
  intro_open: 'The list was still open for replies.',
  intro_closed: 'The list was closed on {date}.',
  intro_named:
    'As at {date}, {statements, plural, one {# reply for attribution} other {# replies for attribution}} had been received, covering {states, plural, one {# State} other {# States}}. Replies and States are counted side by side: a reply on behalf of a group is one reply, and each State is counted once. Only replies for attribution enter into the figures.',
  intro_unnamed:
    'In addition, when the list was closed, {count, plural, one {# delegation} other {# delegations}} had replied not for attribution only. They enter into no other figure.',
  intro_unnamed_withheld:
    'Delegations that replied not for attribution only enter into no figure. Their number is given once the list is closed, and only if there are at least {threshold, number} of them.',

  unnamed_while_open: 'Replies not for attribution are reproduced only after the list has been closed.',
  unnamed_filtered:
    'Replies not for attribution are left out of the present file: the filter would narrow down who wrote them.',
  unnamed_few:
    'Replies to this question given not for attribution, if there are any, are not reproduced: fewer than {threshold, number} delegations could have written them.',
  no_named_replies: 'No reply for attribution to this question was received.',
  no_matching_replies: 'No reply to this question matches the filter.',
  unnamed_see_group: 'Refers to the statement of a group.',

  delivered_by: 'Delivered by: {delegation}',
  speaks_for: 'Speaking for: {delegations}',
  except: 'Except: {delegations}',
  joined: 'Joined by: {delegations}',
  aligned_with: 'Aligned with this statement: {delegations}',

  choice: 'Choice',
  choice_made: 'Choice: {choice}',
  choices: 'Replies by choice',
  choices_unnamed_withheld:
    'Choices made in replies not for attribution are counted only where each figure rests on at least {threshold, number} replies.',

  filter_in_force:
    'The present file contains only the replies that match the following filter. The figures in this introduction are those of the whole list.',
  filter_text: 'Text: {text}',
}

export type CompilationWord = keyof typeof en

const fr: Record<CompilationWord, string> = {
  compilation_reference: '{reference}, compilation',
  replied_by_name: 'Ont répondu avec attribution',
  own_reply: 'Réponse propre',
  aligned_states: 'Se sont associés',
  covered_states: 'Représentés par un groupe',
  no_regional_group: 'Sans groupe régional',
  figures: 'Chiffres',
  question_count:
    'Réponses avec attribution : {statements, number} (au nom de groupes : {groups, number}). États : {states, number} (réponse propre : {own, number} ; associés : {aligned, number} ; représentés par un groupe : {covered, number}).',

  intro_extended: 'La date limite de réponse, d’abord fixée au {first}, a été reportée.',
  intro_open: 'La liste restait ouverte aux réponses.',
  intro_closed: 'La liste a été close le {date}.',
  intro_named:
    'Au {date}, {statements, plural, one {# réponse avec attribution avait été reçue} other {# réponses avec attribution avaient été reçues}}, concernant {states, plural, one {# État} other {# États}}. Les réponses et les États sont comptés côte à côte : une réponse faite au nom d’un groupe compte pour une réponse, et chaque État n’est compté qu’une fois. Seules les réponses avec attribution entrent dans les chiffres.',
  intro_unnamed:
    'En outre, à la clôture de la liste, {count, plural, one {# délégation avait répondu} other {# délégations avaient répondu}} uniquement sans attribution. Elles n’entrent dans aucun autre chiffre.',
  intro_unnamed_withheld:
    'Les délégations ayant répondu uniquement sans attribution n’entrent dans aucun chiffre. Leur nombre n’est donné qu’après la clôture de la liste, et seulement si elles sont au moins {threshold, number}.',

  unnamed_while_open: 'Les réponses communiquées sans attribution ne sont reproduites qu’après la clôture de la liste.',
  unnamed_filtered:
    'Les réponses communiquées sans attribution ne figurent pas dans le présent fichier : le filtre permettrait d’en resserrer l’origine.',
  unnamed_few:
    'Les réponses à cette question communiquées sans attribution, s’il y en a, ne sont pas reproduites : moins de {threshold, number} délégations pourraient en être les auteurs.',
  no_named_replies: 'Aucune réponse avec attribution à cette question n’a été reçue.',
  no_matching_replies: 'Aucune réponse à cette question ne correspond au filtre.',
  unnamed_see_group: 'Renvoie à la déclaration d’un groupe.',

  delivered_by: 'Prononcée par : {delegation}',
  speaks_for: 'Au nom de : {delegations}',
  except: 'À l’exception de : {delegations}',
  joined: 'Avec l’adhésion de : {delegations}',
  aligned_with: 'Se sont associés à cette déclaration : {delegations}',

  choice: 'Choix',
  choice_made: 'Choix : {choice}',
  choices: 'Réponses par choix',
  choices_unnamed_withheld:
    'Les choix exprimés dans les réponses communiquées sans attribution ne sont comptés que lorsque chaque chiffre repose sur au moins {threshold, number} réponses.',

  filter_in_force:
    'Le présent fichier ne contient que les réponses correspondant au filtre ci-après. Les chiffres de la présente introduction sont ceux de la liste entière.',
  filter_text: 'Texte : {text}',
}

const es: Record<CompilationWord, string> = {
  compilation_reference: '{reference}, recopilación',
  replied_by_name: 'Respondieron con atribución',
  own_reply: 'Respuesta propia',
  aligned_states: 'Se sumaron',
  covered_states: 'Representados por un grupo',
  no_regional_group: 'Sin grupo regional',
  figures: 'Cifras',
  question_count:
    'Respuestas con atribución: {statements, number} (en nombre de grupos: {groups, number}). Estados: {states, number} (respuesta propia: {own, number}; se sumaron: {aligned, number}; representados por un grupo: {covered, number}).',

  intro_extended: 'Se prorrogó el plazo de respuesta, fijado inicialmente en: {first}.',
  intro_open: 'La lista seguía abierta a respuestas.',
  intro_closed: 'La lista se cerró el {date}.',
  intro_named:
    'Al {date} se {statements, plural, one {había recibido # respuesta con atribución} other {habían recibido # respuestas con atribución}}, que {statements, plural, one {abarca} other {abarcan}} {states, plural, one {# Estado} other {# Estados}}. Las respuestas y los Estados se cuentan en paralelo: una respuesta en nombre de un grupo cuenta como una respuesta, y cada Estado se cuenta una sola vez. En las cifras solo entran las respuestas con atribución.',
  intro_unnamed:
    'Además, al cerrarse la lista, {count, plural, one {# delegación había respondido} other {# delegaciones habían respondido}} únicamente sin atribución. No entran en ninguna otra cifra.',
  intro_unnamed_withheld:
    'Las delegaciones que respondieron únicamente sin atribución no entran en ninguna cifra. Su número se indica solo después del cierre de la lista y si son al menos {threshold, number}.',

  unnamed_while_open: 'Las respuestas sin atribución se reproducen únicamente después del cierre de la lista.',
  unnamed_filtered:
    'Las respuestas sin atribución no figuran en el presente archivo: el filtro permitiría acotar su origen.',
  unnamed_few:
    'Las respuestas a esta pregunta presentadas sin atribución, si las hay, no se reproducen: menos de {threshold, number} delegaciones podrían haberlas redactado.',
  no_named_replies: 'No se recibió ninguna respuesta con atribución a esta pregunta.',
  no_matching_replies: 'Ninguna respuesta a esta pregunta se ajusta al filtro.',
  unnamed_see_group: 'Se remite a la declaración de un grupo.',

  delivered_by: 'Pronunciada por: {delegation}',
  speaks_for: 'En nombre de: {delegations}',
  except: 'Con excepción de: {delegations}',
  joined: 'Con la adhesión de: {delegations}',
  aligned_with: 'Se sumaron a esta declaración: {delegations}',

  choice: 'Opción',
  choice_made: 'Opción: {choice}',
  choices: 'Respuestas por opción',
  choices_unnamed_withheld:
    'Las opciones elegidas en respuestas sin atribución se cuentan únicamente cuando cada cifra se basa en al menos {threshold, number} respuestas.',

  filter_in_force:
    'El presente archivo contiene únicamente las respuestas que se ajustan al filtro siguiente. Las cifras de esta introducción corresponden a la lista completa.',
  filter_text: 'Texto: {text}',
}

const ru: Record<CompilationWord, string> = {
  compilation_reference: '{reference}, подборка',
  replied_by_name: 'Ответили с указанием авторства',
  own_reply: 'Собственный ответ',
  aligned_states: 'Присоединились',
  covered_states: 'Представлены группой',
  no_regional_group: 'Вне региональных групп',
  figures: 'Показатели',
  question_count:
    'Ответы с указанием авторства: {statements, number} (от имени групп: {groups, number}). Государства: {states, number} (собственный ответ: {own, number}; присоединились: {aligned, number}; представлены группой: {covered, number}).',

  intro_extended: 'Срок представления ответов был продлен; первоначальный срок: {first}.',
  intro_open: 'Прием ответов продолжался.',
  intro_closed: 'Прием ответов закрыт: {date}.',
  intro_named:
    'По состоянию на {date} {statements, plural, one {получен # ответ} few {получено # ответа} many {получено # ответов} other {получено # ответа}} с указанием авторства; охвачено государств: {states, number}. Ответы и государства подсчитываются параллельно: ответ от имени группы считается одним ответом, а каждое государство учитывается один раз. В показатели входят только ответы с указанием авторства.',
  intro_unnamed:
    'Кроме того, на момент закрытия приема ответов только без указания авторства {count, plural, one {ответила # делегация} few {ответили # делегации} many {ответили # делегаций} other {ответили # делегации}}. В другие показатели они не входят.',
  intro_unnamed_withheld:
    'Делегации, ответившие только без указания авторства, не входят ни в один показатель. Их число приводится лишь после закрытия приема ответов и если их не менее {threshold, number}.',

  unnamed_while_open: 'Ответы без указания авторства воспроизводятся только после закрытия приема ответов.',
  unnamed_filtered:
    'Ответы без указания авторства в настоящий файл не включены: отбор сузил бы круг возможных авторов.',
  unnamed_few:
    'Ответы на этот вопрос, представленные без указания авторства, если такие имеются, не воспроизводятся: число делегаций, которые могли бы быть их авторами, меньше {threshold, number}.',
  no_named_replies: 'Ответов на этот вопрос с указанием авторства не получено.',
  no_matching_replies: 'Ответов на этот вопрос, соответствующих условиям отбора, нет.',
  unnamed_see_group: 'Содержит отсылку к заявлению группы.',

  delivered_by: 'С заявлением выступила делегация: {delegation}',
  speaks_for: 'От имени: {delegations}',
  except: 'За исключением: {delegations}',
  joined: 'Присоединились к группе: {delegations}',
  aligned_with: 'Присоединились к этому заявлению: {delegations}',

  choice: 'Вариант',
  choice_made: 'Выбранный вариант: {choice}',
  choices: 'Ответы по вариантам',
  choices_unnamed_withheld:
    'Варианты, выбранные в ответах без указания авторства, учитываются только тогда, когда каждый показатель опирается не менее чем на {threshold, number} ответов.',

  filter_in_force:
    'В настоящий файл включены только ответы, соответствующие указанным ниже условиям отбора. Показатели в настоящем введении относятся ко всему перечню.',
  filter_text: 'Текст: {text}',
}

const zh: Record<CompilationWord, string> = {
  compilation_reference: '{reference}，汇编',
  replied_by_name: '具名答复',
  own_reply: '自行答复',
  aligned_states: '表示赞同',
  covered_states: '由集团代表',
  no_regional_group: '不属于任何区域组',
  figures: '数据',
  question_count:
    '具名答复：{statements, number}份（代表集团：{groups, number}份）。国家：{states, number}个（自行答复：{own, number}个；表示赞同：{aligned, number}个；由集团代表：{covered, number}个）。',

  intro_extended: '答复截止时间已延长，原定截止时间为：{first}。',
  intro_open: '问题单仍可接受答复。',
  intro_closed: '问题单于{date}截止。',
  intro_named:
    '截至{date}，共收到具名答复{statements, number}份，涉及{states, number}个国家。答复数和国家数并列统计：代表集团提交的答复计为一份，每个国家只计算一次。统计数据仅包括具名答复。',
  intro_unnamed: '此外，问题单截止时，另有{count, number}个代表团仅作了不具名答复。这些代表团不计入其他任何数据。',
  intro_unnamed_withheld:
    '仅作不具名答复的代表团不计入任何数据。其数目只在问题单截止后且不少于{threshold, number}个时才予以说明。',

  unnamed_while_open: '不具名答复只在问题单截止后才予以转载。',
  unnamed_filtered: '本文件未收入不具名答复，因为筛选条件会缩小答复者的范围。',
  unnamed_few: '对本问题的不具名答复，如有，不予转载，因为可能作出此种答复的代表团少于{threshold, number}个。',
  no_named_replies: '未收到对本问题的具名答复。',
  no_matching_replies: '没有对本问题的答复符合筛选条件。',
  unnamed_see_group: '提及某一集团的声明。',

  delivered_by: '代表集团提交声明的代表团：{delegation}',
  speaks_for: '代表：{delegations}',
  except: '不包括：{delegations}',
  joined: '加入者：{delegations}',
  aligned_with: '赞同此声明者：{delegations}',

  choice: '选项',
  choice_made: '选项：{choice}',
  choices: '按选项分列的答复',
  choices_unnamed_withheld: '不具名答复所作的选择，只在每一数字均基于至少{threshold, number}份答复时才予以统计。',

  filter_in_force: '本文件仅收入符合以下筛选条件的答复。导言中的数据为整个问题单的数据。',
  filter_text: '文字：{text}',
}

const ar: Record<CompilationWord, string> = {
  compilation_reference: '{reference}، تجميع',
  replied_by_name: 'قدمت ردا مسندا',
  own_reply: 'رد خاص بها',
  aligned_states: 'أعلنت تأييدها',
  covered_states: 'تمثلها مجموعة',
  no_regional_group: 'خارج المجموعات الإقليمية',
  figures: 'الأرقام',
  question_count:
    'الردود المسندة: {statements, number} (باسم مجموعات: {groups, number}). الدول: {states, number} (رد خاص بها: {own, number}؛ أعلنت تأييدها: {aligned, number}؛ تمثلها مجموعة: {covered, number}).',

  intro_extended: 'مُدد الموعد النهائي لتقديم الردود، وكان محددا في الأصل على النحو التالي: {first}.',
  intro_open: 'كانت القائمة لا تزال مفتوحة لتقديم الردود.',
  intro_closed: 'أُغلقت القائمة في {date}.',
  intro_named:
    'حتى {date}، بلغ عدد الردود المسندة الواردة {statements, number}، وعدد الدول المشمولة بها {states, number}. وتُحسب الردود والدول جنبا إلى جنب: فالرد المقدم باسم مجموعة يُحسب ردا واحدا، وتُحسب كل دولة مرة واحدة. ولا تدخل في الأرقام سوى الردود المسندة.',
  intro_unnamed:
    'وبالإضافة إلى ذلك، بلغ عدد الوفود التي اقتصرت حتى إغلاق القائمة على ردود دون إسناد: {count, number}. ولا تدخل هذه الوفود في أي رقم آخر.',
  intro_unnamed_withheld:
    'لا تدخل في أي رقم الوفود التي اقتصرت على ردود دون إسناد. ولا يُذكر عددها إلا بعد إغلاق القائمة وإذا لم يقل عن {threshold, number}.',

  unnamed_while_open: 'لا تُستنسخ الردود المقدمة دون إسناد إلا بعد إغلاق القائمة.',
  unnamed_filtered: 'لا يتضمن هذا الملف الردود المقدمة دون إسناد، لأن التصفية من شأنها أن تضيق نطاق مقدميها.',
  unnamed_few:
    'لا تُستنسخ الردود المقدمة على هذا السؤال دون إسناد، إن وُجدت، لأن عدد الوفود التي يمكن أن تكون قد قدمتها يقل عن {threshold, number}.',
  no_named_replies: 'لم يرد أي رد مسند على هذا السؤال.',
  no_matching_replies: 'لا يوجد رد على هذا السؤال يطابق شروط التصفية.',
  unnamed_see_group: 'يحيل إلى بيان إحدى المجموعات.',

  delivered_by: 'ألقى البيان وفد: {delegation}',
  speaks_for: 'باسم: {delegations}',
  except: 'باستثناء: {delegations}',
  joined: 'بانضمام: {delegations}',
  aligned_with: 'الدول التي أعلنت تأييدها لهذا البيان: {delegations}',

  choice: 'الخيار',
  choice_made: 'الخيار: {choice}',
  choices: 'الردود حسب الخيار',
  choices_unnamed_withheld:
    'لا تُحتسب الخيارات الواردة في الردود المقدمة دون إسناد إلا إذا استند كل رقم إلى ما لا يقل عن {threshold, number} من الردود.',

  filter_in_force:
    'لا يتضمن هذا الملف سوى الردود المطابقة لشروط التصفية التالية. أما الأرقام الواردة في هذه المقدمة فتخص القائمة بأكملها.',
  filter_text: 'النص: {text}',
}

export const COMPILATION_WORDS: Record<Language, Record<CompilationWord, string>> = { ar, zh, en, fr, ru, es }
