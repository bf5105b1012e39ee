import type { words as en } from './en.ts'

export const words = {
  ideas: 'Idées',
  phase_sentence:
    '{phase, select, idle {Le tableau n’est pas ouvert.} writing {Chacun écrit en silence. Personne d’autre ne voit ce que vous écrivez avant que la tribune ne le révèle.} revealed {Les idées sont révélées, dans un ordre tiré au sort.} clustering {La tribune regroupe les idées.} prioritising {Chaque délégation attribue ses points.} discussing {Les groupes d’idées sont examinés.} other {Le tableau est clos.}}',
  ideas_written:
    '{exact, select, yes {{count, plural, one {# idée est écrite.} many {# idées sont écrites.} other {# idées sont écrites.}}} other {{count, plural, =0 {Moins de cinq idées sont écrites.} one {Au moins # idée est écrite.} many {Au moins # idées sont écrites.} other {Au moins # idées sont écrites.}}}}',
  ideas_in_cluster: '{count, plural, one {# idée} many {# idées} other {# idées}}',
  points_of_cluster:
    '{count, plural, one {# point, à titre indicatif} many {# points, à titre indicatif} other {# points, à titre indicatif}}',
  not_in_cluster: 'Hors groupe',
  all_ideas: 'Toutes les idées',
  no_ideas: 'Aucune idée sur ce tableau.',
  pinned: 'Épinglée par la tribune',
  yours: 'Écrite par votre délégation',
  merged_here:
    '{count, plural, one {# autre idée est réunie ici} many {# autres idées sont réunies ici} other {# autres idées sont réunies ici}}',
  idea_taken_in: 'L’idée a été recueillie sans nom. Elle paraîtra avec d’autres, dans un ordre tiré au sort.',
  idea_written: 'L’idée a été écrite.',
  your_idea_silent: 'Votre idée (personne d’autre ne la voit encore)',
  your_idea: 'Votre idée',
  idea_unnamed_help:
    'Envoyée sans votre nom ni votre connexion. Elle ne peut plus être modifiée ni retirée, car personne ne sait de qui elle est.',
  idea_too_long: '{count, plural, one {# caractère de trop} many {# caractères de trop} other {# caractères de trop}}',
  idea_language: 'Langue de l’idée',
  idea_for: 'Écrite au nom de',
  idea_national: 'La délégation',
  write_idea: 'Écrire l’idée',
  your_ideas:
    '{count, plural, one {Idée de votre délégation que la salle ne voit pas} many {# idées de votre délégation que la salle ne voit pas} other {# idées de votre délégation que la salle ne voit pas}}',
  own_state:
    '{state, select, silent {Pas encore révélée} waiting {Auprès d’un modérateur} returned {Renvoyée} hidden {Masquée par la tribune} other {Affichée}}',
  reason_given: 'Motif : {reason}',
  change_idea: 'Modifier',
  withdraw_idea: 'Retirer',
  save_idea: 'Enregistrer',
  leave_idea: 'Laisser tel quel',
  idea_withdrawn: 'L’idée a été retirée.',
  too_few_gave_points: 'Aucune somme n’est montrée : moins de cinq délégations ont attribué des points.',
  nothing_to_prioritise: 'Aucun groupe d’idées auquel attribuer des points.',
  your_points: 'Points de votre délégation',
  points_explained:
    '{budget, plural, one {# point} many {# points} other {# points}} pour toute la délégation, au plus {cap, number} pour un groupe. Ils indiquent par où commencer la discussion ; ce n’est pas un vote. Les sommes paraissent une fois la phase close.',
  points_left: '{count, plural, one {Il reste # point} many {Il reste # points} other {Il reste # points}}',
  one_point_less: 'Un point de moins : {cluster}',
  one_point_more: 'Un point de plus : {cluster}',
  give_points: 'Attribuer ces points',
  leave_points: 'Comme avant',
  points_given: 'Les points de votre délégation sont attribués. Ils peuvent être modifiés jusqu’à la fin de la phase.',
} satisfies Record<keyof typeof en, string>
