import type { Language } from '@consultation/shared/languages.ts'

// What a delegation's own paper says, as in paper-words.ts.

const en = {
  paper_own: 'Report to the capital',
  own_about:
    'What the delegation said on the findings, what groups said in its name, what became of it, and what its breakout groups brought back. For the delegation’s own use.',
  own_sealed_note:
    'It holds words that were given not for attribution. They are marked; outside this file nobody is told whose they are.',
  own_delegation: 'Delegation: {delegation}',
  own_in_name: 'In the name of the delegation',
  own_not_for_attribution: 'Not for attribution',
  own_nothing: 'Nothing was said for the delegation on this finding.',
  own_outcome:
    '{outcome, select, taken_up {Taken up} cited {Cited in a summary} merged {Put together with others} coded {Under a theme} set_aside {Set aside} other {Not decided yet}}',
  own_became: 'What became of it: {outcome}',
  own_went: 'Where it went: {things}',
  own_reason: 'Reason: {reason}',
  own_merged: 'Merged with what others said alike',
  own_priorities: 'Findings that matter most to the delegation',
  own_no_groups: 'The delegation was placed in no breakout group.',
  own_became_column: 'What became of it',
  own_went_column: 'Where it went',
  own_reason_column: 'Reason',
}
export type OwnPaperWord = keyof typeof en

const fr: Record<OwnPaperWord, string> = {
  paper_own: 'Rapport à la capitale',
  own_about:
    'Ce que la délégation a dit sur les constatations, ce que des groupes ont dit en son nom, la suite donnée et ce que ses groupes de discussion ont rapporté. À l’usage de la délégation.',
  own_sealed_note:
    'Il contient des propos tenus sans attribution. Ils sont signalés ; hors de ce fichier, nul n’apprend de qui ils sont.',
  own_delegation: 'Délégation : {delegation}',
  own_in_name: 'Au nom de la délégation',
  own_not_for_attribution: 'Sans attribution',
  own_nothing: 'Rien n’a été dit pour la délégation sur cette constatation.',
  own_outcome:
    '{outcome, select, taken_up {Pris en compte} cited {Cité dans un résumé} merged {Réuni à d’autres} coded {Sous un thème} set_aside {Non retenu} other {Pas encore décidé}}',
  own_became: 'Suite donnée : {outcome}',
  own_went: 'Repris dans : {things}',
  own_reason: 'Motif : {reason}',
  own_merged: 'Réuni à ce que d’autres ont dit de semblable',
  own_priorities: 'Constatations qui importent le plus à la délégation',
  own_no_groups: 'La délégation n’a été placée dans aucun groupe de discussion.',
  own_became_column: 'Suite donnée',
  own_went_column: 'Repris dans',
  own_reason_column: 'Motif',
}

const es: Record<OwnPaperWord, string> = {
  paper_own: 'Informe a la capital',
  own_about:
    'Lo que dijo la delegación sobre las conclusiones, lo que dijeron grupos en su nombre, el curso que siguió y lo que aportaron sus grupos de debate. Para uso propio de la delegación.',
  own_sealed_note:
    'Contiene palabras presentadas sin atribución. Están señaladas; fuera de este archivo a nadie se le dice de quién son.',
  own_delegation: 'Delegación: {delegation}',
  own_in_name: 'En nombre de la delegación',
  own_not_for_attribution: 'Sin atribución',
  own_nothing: 'No se dijo nada por la delegación sobre esta conclusión.',
  own_outcome:
    '{outcome, select, taken_up {Recogido} cited {Citado en un resumen} merged {Reunido con otros} coded {En un tema} set_aside {No recogido} other {Aún sin decidir}}',
  own_became: 'Curso que siguió: {outcome}',
  own_went: 'Pasó a: {things}',
  own_reason: 'Motivo: {reason}',
  own_merged: 'Reunido con lo que otros dijeron en el mismo sentido',
  own_priorities: 'Conclusiones que más importan a la delegación',
  own_no_groups: 'La delegación no fue asignada a ningún grupo de debate.',
  own_became_column: 'Curso que siguió',
  own_went_column: 'Pasó a',
  own_reason_column: 'Motivo',
}

const ru: Record<OwnPaperWord, string> = {
  paper_own: 'Отчёт для столицы',
  own_about:
    'Что делегация сказала о выводах, что от её имени сказали группы, что с этим стало и что представили её дискуссионные группы. Для собственного пользования делегации.',
  own_sealed_note:
    'Содержит слова, сказанные без указания авторства. Они отмечены; за пределами этого файла никому не сообщается, чьи они.',
  own_delegation: 'Делегация: {delegation}',
  own_in_name: 'От имени делегации',
  own_not_for_attribution: 'Без указания авторства',
  own_nothing: 'По этому выводу за делегацию ничего не сказано.',
  own_outcome:
    '{outcome, select, taken_up {Учтено} cited {Приведено в резюме} merged {Объединено с другими} coded {Отнесено к теме} set_aside {Не учтено} other {Ещё не решено}}',
  own_became: 'Что с этим стало: {outcome}',
  own_went: 'Куда вошло: {things}',
  own_reason: 'Причина: {reason}',
  own_merged: 'Объединено со сходным, сказанным другими',
  own_priorities: 'Выводы, наиболее важные для делегации',
  own_no_groups: 'Делегация не была включена ни в одну дискуссионную группу.',
  own_became_column: 'Что с этим стало',
  own_went_column: 'Куда вошло',
  own_reason_column: 'Причина',
}

const zh: Record<OwnPaperWord, string> = {
  paper_own: '致首都的报告',
  own_about: '代表团对各项结论的意见、集团以其名义所说的内容、其去向，以及所在小组的报告。供代表团自用。',
  own_sealed_note: '本文件含有不具名提出的内容，均已标明；除本文件外，任何人都不会得知出自何方。',
  own_delegation: '代表团：{delegation}',
  own_in_name: '以代表团名义',
  own_not_for_attribution: '不具名',
  own_nothing: '未就此结论为代表团提出任何意见。',
  own_outcome:
    '{outcome, select, taken_up {已采纳} cited {已在摘要中引用} merged {已与其他内容合并} coded {已归入主题} set_aside {未采纳} other {尚未决定}}',
  own_became: '处理结果：{outcome}',
  own_went: '去向：{things}',
  own_reason: '理由：{reason}',
  own_merged: '已与他方的同类意见合并',
  own_priorities: '代表团最重视的结论',
  own_no_groups: '代表团未被编入任何小组。',
  own_became_column: '处理结果',
  own_went_column: '去向',
  own_reason_column: '理由',
}

const ar: Record<OwnPaperWord, string> = {
  paper_own: 'تقرير إلى العاصمة',
  own_about: 'ما قاله الوفد عن النتائج، وما قالته مجموعات باسمه، وما آل إليه، وما عادت به أفرقته. لاستعمال الوفد وحده.',
  own_sealed_note: 'يتضمن أقوالا أُبديت دون إسناد. وهي معلَّمة؛ ولا يُقال لأحد خارج هذا الملف لمن هي.',
  own_delegation: 'الوفد: {delegation}',
  own_in_name: 'باسم الوفد',
  own_not_for_attribution: 'دون إسناد',
  own_nothing: 'لم يُقل شيء عن الوفد بشأن هذه النتيجة.',
  own_outcome:
    '{outcome, select, taken_up {أُخذ به} cited {ورد في ملخص} merged {جُمع مع غيره} coded {أُدرج تحت موضوع} set_aside {لم يؤخذ به} other {لم يُبتّ فيه بعد}}',
  own_became: 'ما آل إليه: {outcome}',
  own_went: 'أين وصل: {things}',
  own_reason: 'السبب: {reason}',
  own_merged: 'دُمج مع ما قاله آخرون على نحو مماثل',
  own_priorities: 'النتائج الأهم لدى الوفد',
  own_no_groups: 'لم يوضع الوفد في أي فريق.',
  own_became_column: 'ما آل إليه',
  own_went_column: 'أين وصل',
  own_reason_column: 'السبب',
}

export const OWN_PAPER_WORDS: Record<Language, Record<OwnPaperWord, string>> = { ar, zh, en, fr, ru, es }
