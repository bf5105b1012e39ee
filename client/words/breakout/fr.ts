import type { words as en } from './en.ts'

export const words = {
  group_of_slot: 'Groupe {number}',
  group_minutes_left:
    '{count, plural, one {# minute restante} many {# de minutes restantes} other {# minutes restantes}}',
  group_seconds_left:
    '{count, plural, one {# seconde restante} many {# de secondes restantes} other {# secondes restantes}}',
  group_time_over: 'Le temps est écoulé',
  group_until: 'jusqu’à',
  call_chair: 'Appeler la présidence',
  call_means:
    'La présidence de la retraite est informée que ce groupe appelle. Personne n’apprend qui, dans le groupe, l’a fait.',
  call_note: 'Objet de l’appel',
  chair_is_called: 'La présidence de la retraite a été appelée.',
  chair_says: 'De la présidence de la retraite,',
  chair_says_this: 'De la présidence de la retraite : {text}',
  earlier_messages:
    '{count, plural, one {# message antérieur} many {# de messages antérieurs} other {# messages antérieurs}}',
  findings_at_hand:
    '{count, plural, one {# constatation à portée de main} many {# de constatations à portée de main} other {# constatations à portée de main}}',
  points_put_to_you: 'Le rapporteur vous soumet les points de ce groupe',
  read_and_sign: 'Les lire et les signer',
  what_group_brings: 'Ce que ce groupe porte en plénière',
  points_being_drafted:
    'Le rapporteur rédige jusqu’à {most} points. Vous les lisez et les signez avant la fin du groupe.',
  points_put_to_group: 'Soumis au groupe pour signature',
  points_signed_at: 'Signés,',
  points_are_before_plenary: 'Portés en plénière',
  ended_without_points: 'Le groupe s’est terminé sans points signés, pour la raison suivante :',
  your_delegation_and_points: '{delegation} et ces points',
  signs_points: 'Signe',
  signs_points_help: 'Les points rapportent fidèlement ce que ce groupe a dit. Ce n’est pas y adhérer.',
  dissents_from_points: 'Fait consigner un dissentiment',
  dissents_from_points_help: 'Vos mots vont en plénière avec les points.',
  dissent_in_words: 'Le dissentiment dans vos mots',
  sign_points: 'Signer',
  note_dissent: 'Faire consigner le dissentiment',
  you_have_signed: '{delegation} : points signés.',
  dissent_is_noted: 'Le dissentiment a été consigné : {delegation}',
  say_otherwise: 'Modifier',
  leave_as_said: 'Laisser tel quel',
  signed_by_count:
    '{count, plural, one {Signé par # délégation} many {Signé par # de délégations} other {Signé par # délégations}}',
  dissents_in_words: 'Dissentiment :',
  dissents_count:
    '{count, plural, one {# délégation a fait consigner un dissentiment} many {# de délégations ont fait consigner un dissentiment} other {# délégations ont fait consigner un dissentiment}}',
  reports_of_groups: 'Ce que rapportent les groupes',
  report_of: 'Groupe {number} : {group}',
  is_being_reported: 'présenté en ce moment',
  report_on_screen: 'Afficher le rapport à l’écran de la plénière',
  no_report_yet: 'Aucun groupe n’a encore fait rapport.',
  group_time_changed_to: 'L’horaire de ce groupe a changé : fin à {time}.',
  chair_is_coming: 'La présidence de la retraite a entendu l’appel ({when}) et arrive.',
  said_is_taken_back:
    'Les points ont changé : la signature ou le dissentiment de la délégation ({delegation}) est retiré. Une fois les points soumis à nouveau, elle signe ou fait consigner un dissentiment une nouvelle fois.',
  point_is_changed: 'Modifié depuis la dernière présentation',
  point_rests_on:
    '{count, plural, one {Repose sur # contribution} many {Repose sur # de contributions} other {Repose sur # contributions}}',
  rests_on_kind:
    '{kind, select, idea {Idée} cluster {Groupe d’idées} statement {Déclaration} speaker {Intervention} remark {Remarque} other {Réponse à une liste de questions}}',
  moved_away: 'Votre délégation a changé de groupe',
  moved_to_group: 'Elle a désormais sa place dans le groupe {number} : {group}.',
  moved_nowhere: 'Elle n’a plus de place dans ce groupe. Le Secrétariat peut dire où elle va.',
  moved_keeps: 'Tout ce que votre délégation a écrit dans le groupe quitté y reste.',
  to_own_group: 'Aller au groupe',
  to_retreat: 'Au programme de la retraite',
  own_feedback_here: 'Avis de votre délégation sur les constatations',
  nobody_signs_here:
    'Les idées sont recueillies ici sans nom : personne ne peut donc signer. Le groupe se termine en disant pourquoi il ne porte pas de points signés.',
} satisfies Record<keyof typeof en, string>
