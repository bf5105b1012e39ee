import type { Refusal } from '../../refusals.ts'

export const words = {
  signed_out: 'Votre session a pris fin. Veuillez vous reconnecter ; votre saisie est conservée.',
  wrong_credentials:
    'L’adresse électronique et le mot de passe ne correspondent pas. Veuillez vérifier l’une et l’autre et réessayer.',
  forbidden:
    'Votre rôle ne permet pas cette action. Veuillez vous adresser au chef de votre délégation ou au Secrétariat.',
  wrong_origin:
    'Cette demande ne provient pas de la plateforme elle-même. Veuillez ouvrir de nouveau la plateforme et réessayer.',
  not_acting_for:
    'Vous n’êtes pas, ou n’êtes plus, accrédité auprès de cette délégation. Veuillez choisir la délégation au nom de laquelle vous agissez.',
  not_found: 'Il n’y a rien à cette adresse, ou son contenu ne vous est pas accessible.',
  link_used: 'Ce lien a déjà été utilisé. Veuillez vous connecter ou en demander un nouveau.',
  link_expired: 'Ce lien n’est plus valable. Veuillez en demander un nouveau.',
  too_many_attempts: 'Les tentatives ont été trop nombreuses. Veuillez patienter quelques minutes avant de réessayer.',
  invalid: 'Cet élément ne peut être accepté en l’état. Veuillez le vérifier.',
  required: 'Veuillez remplir ce champ.',
  too_long: 'Le texte dépasse la longueur admise. Veuillez l’abréger.',
  too_short: 'Le texte est trop court. Un mot de passe compte au moins 15 caractères.',
  too_common:
    'Ce mot de passe est trop facile à deviner. Veuillez en choisir un autre, par exemple une suite de plusieurs mots.',
  not_an_email: 'Veuillez indiquer une adresse électronique complète, telle que nom@mission.example.',
  not_a_date: 'Veuillez indiquer une date qui existe.',
  unknown_field: 'Cet élément est inconnu de la plateforme. Veuillez recharger la page.',
  unreadable_characters:
    'Le texte contient des caractères invisibles ou illisibles. Veuillez les supprimer ou saisir de nouveau le passage.',
  direction_marks:
    'Le texte contient des signes cachés qui modifient le sens de lecture. Veuillez les supprimer ou saisir de nouveau le passage.',
  link_not_allowed:
    'Seuls les liens vers des pages Web et des adresses électroniques sont acceptés, sans nom d’utilisateur ni mot de passe. Veuillez corriger ou supprimer celui-ci.',
  mixed_scripts:
    'Un nom s’écrit dans un seul alphabet ; un mot de celui-ci mêle les lettres de plusieurs. Veuillez le saisir de nouveau.',
  too_large: 'L’envoi dépasse la taille admise. Veuillez le réduire ou le transmettre en plusieurs parties.',
  wrong_media_type: 'Ce type de fichier n’est pas accepté. Veuillez envoyer un fichier PDF ou Word (DOCX).',
  not_a_document:
    'Ce fichier n’a pu être ouvert comme document. Veuillez l’enregistrer de nouveau au format PDF ou DOCX et le joindre à nouveau.',
  key_reused: 'Cette demande a déjà été envoyée avec un autre contenu. Veuillez recharger la page avant de poursuivre.',
  changed_meanwhile:
    'Quelqu’un a modifié ce texte entre-temps. Le vôtre est conservé ; veuillez le comparer à la version actuelle.',
  precondition_required: 'La version que vous avez sous les yeux n’est pas connue. Veuillez recharger la page.',
  list_frozen: 'Cette liste a été distribuée et ne peut plus être modifiée.',
  list_not_circulated: 'Cette liste n’a pas encore été distribuée.',
  list_closed:
    'Cette liste est close, le délai étant échu. Si votre délégation souhaite encore répondre, veuillez vous adresser au Secrétariat.',
  language_missing:
    'La liste n’est pas encore complète dans toutes les langues choisies. Veuillez fournir les textes manquants.',
  no_addressees: 'Aucune délégation n’est encore destinataire. Veuillez en choisir au moins une.',
  no_questions: 'La liste ne contient encore aucune question. Veuillez en ajouter au moins une.',
  deadline_missing: 'Aucun délai n’est encore fixé. Veuillez indiquer la date, l’heure et le fuseau horaire.',
  deadline_past: 'Ce délai est déjà échu. Veuillez en fixer un autre.',
  not_for_clearance:
    'La réponse n’est pas soumise au chef de délégation. Veuillez d’abord la lui transmettre pour approbation.',
  cleared_text_changed:
    'Le texte a changé depuis son approbation. Veuillez examiner les modifications et l’approuver de nouveau.',
  already_submitted:
    'La réponse a déjà été présentée. Une version modifiée peut être établie jusqu’à l’expiration du délai.',
  nothing_to_submit:
    'La réponse est vide. Veuillez répondre à une question au moins, indiquer l’absence de position ou joindre une lettre.',
  not_in_list: 'Cette question ne figure pas dans la liste. Veuillez recharger la page.',
  not_speaker:
    'Votre délégation ne s’exprime pas actuellement au nom de ce groupe. Veuillez vous adresser au Secrétariat.',
  attribution_not_offered:
    'Cette liste ne prévoit pas ce mode d’attribution. Veuillez choisir l’un de ceux qui sont proposés.',
  choice_not_offered: 'Ce choix n’est pas de ceux que propose la question. Veuillez en retenir un autre.',
  already_invited: 'Cette personne a déjà été invitée ou est déjà membre.',
  last_head: 'Une délégation doit conserver au moins un chef. Veuillez d’abord en désigner un autre.',
  last_administrator: 'La plateforme doit conserver au moins un administrateur. Veuillez d’abord en inviter un autre.',
  not_ready: 'Le fichier est en cours de préparation. Il pourra être téléchargé dès qu’il sera prêt.',
  cancelled: 'L’opération a été annulée. Elle peut être relancée à tout moment.',
  session_not_open:
    'La séance n’est pas ouverte en ce moment. Des contributions écrites sont possibles avant et après.',
  session_begun: 'La séance a commencé ; ceci ne peut plus être modifié.',
  mode_only_stricter:
    'Des contributions ont été faites sous ce mode d’attribution. Il ne peut que devenir plus strict.',
  speakers_list_closed:
    'La liste des orateurs est close. Une motion d’ordre ou un droit de réponse peut encore être demandé.',
  already_inscribed: 'Votre délégation est déjà inscrite sur la liste des orateurs à ce titre.',
  floor_moved_on: 'La parole a été donnée entre-temps. Ce qui s’affiche est la situation actuelle.',
  too_late_to_undo:
    'Ceci ne peut être annulé que pendant trente secondes. La liste peut encore être modifiée à la main.',
  clock_moved_on: 'Le chronomètre a été modifié entre-temps. Veuillez le regarder de nouveau.',
  phase_moved_on: 'Le tableau est passé entre-temps à une autre phase. Celle qui s’affiche est l’actuelle.',
  phase_closed: 'Le tableau n’admet pas cela dans sa phase actuelle. Votre texte est conservé.',
  moved_meanwhile: 'Une autre personne l’a déplacé entre-temps. Il se trouve là où elle l’a mis.',
  ideas_used_up: 'Votre délégation a proposé autant d’idées que cette séance en admet d’une délégation.',
  points_exceeded: 'Cela dépasse les points dont dispose votre délégation, ou ceux qu’un groupe d’idées peut recevoir.',
  temperature_closed: 'Cette question n’est pas ouverte. La réponse donnée tant qu’elle l’était demeure.',
  needs_anonymous_intake: 'Dans cette séance, les idées sont recueillies sans nom. Veuillez recharger la page.',
  not_in_anonymous: 'Ce n’est pas possible dans une séance anonyme, car la délégation serait désignée.',
  credit_spent: 'Cette idée a déjà été recueillie, ou le droit de l’envoyer a été utilisé.',
  record_not_kept:
    'Aucune note n’est prise en ce moment. La présidence peut l’autoriser ; chacun le verra dans la salle.',
  reason_required: 'Veuillez indiquer le motif ; la personne qui a écrit ceci le lira.',
  finding_withdrawn: 'Cette constatation a été retirée et n’est plus publiée.',
  paragraphs_differ: 'Les langues n’ont pas toutes le même nombre de paragraphes.',
  nothing_changed: 'Rien n’a changé depuis la dernière version.',
  circular: 'Ces mesures s’attendraient les unes les autres en cercle. Retirez l’un de ces liens.',
  unfounded: 'Chaque paragraphe doit avoir une source, ou la raison pour laquelle il n’en a pas.',
  points_not_handed_over: 'Le rapporteur n’a pas encore transmis les points de cette séance.',
  rested_on: 'Un autre texte s’appuie dessus. Retirez-l’en d’abord.',
  slots_overlap: 'Cela empiéterait sur une autre partie du programme.',
  too_few_seats: 'Les groupes comptent moins de places qu’il n’y a de délégations à répartir.',
  choice_closed: 'Le choix d’un groupe est terminé. Le Secrétariat peut encore déplacer une délégation.',
  groups_not_told: 'Les groupes n’ont pas encore été annoncés.',
  too_many_points: 'Un groupe rapporte cinq points au plus. Il faut en retirer un ou en réunir deux.',
  no_points: 'Il n’y a encore aucun point à soumettre au groupe.',
  points_unlinked:
    'Chaque point renvoie à ce sur quoi il repose dans cette séance. L’un d’eux au moins n’a encore aucun lien.',
  points_not_put: 'Les points ne sont pas soumis à la signature du groupe en ce moment.',
  points_changed:
    'Les points ont été modifiés depuis que vous les avez lus. Ce qui s’affiche est leur état actuel ; veuillez les relire.',
  points_not_signed: 'Les points n’ont pas encore été signés par le groupe.',
  points_reported: 'Les points ont été portés en plénière et ne peuvent plus être modifiés.',
  reports_missing: 'Un groupe qui s’est réuni n’a ni points signés ni motif indiqué pour leur absence.',
  retreat_closed: 'La retraite est terminée.',
  retreat_not_announced: 'La retraite n’a pas encore été annoncée.',
  feedback_not_open:
    'Les avis ne peuvent pas encore être donnés. Ils pourront l’être à partir de l’heure indiquée ; votre texte est conservé.',
  feedback_closed:
    'Le délai pour donner un avis est passé. Votre texte est conservé ; veuillez vous adresser au Secrétariat si votre délégation souhaite encore en donner un.',
  version_superseded:
    'Une version plus récente de cette constatation a été publiée. Votre texte est conservé ; veuillez lire la nouvelle version et vous exprimer sur celle-ci.',
  paragraph_changed:
    'Ce paragraphe n’est pas rédigé ainsi dans la version que vous avez sous les yeux. Votre libellé est conservé ; veuillez le comparer au paragraphe actuel.',
  words_required:
    'Veuillez donner le motif, ou la modification que vous proposez : sans cela, cet avis ne peut être compris.',
  attribution_kept:
    'Votre délégation s’est déjà exprimée sur cette version, sous l’autre mode d’attribution. Celui-ci vaut aussi pour un nouveau texte : en changer montrerait de qui il vient.',
  not_put_to_retreat: 'Cette constatation n’est pas soumise à cette retraite. Veuillez recharger la page.',
  finding_has_feedback:
    'Des avis ont été donnés sur une constatation que vous enlevez. Elle reste soumise à la retraite ; retirez-la plutôt si elle ne tient plus.',
  not_in_our_name:
    'Cela n’a pas été dit au nom de votre délégation : il n’y a donc rien à quoi s’associer ni dont s’écarter.',
  busy: 'La plateforme est très sollicitée en ce moment. Veuillez réessayer sous peu ; votre saisie est conservée.',
  unavailable:
    'La plateforme est momentanément inaccessible. Veuillez vérifier votre connexion et réessayer ; votre saisie est conservée.',
  unexpected:
    'Une erreur s’est produite de notre côté ; elle a été enregistrée. Veuillez réessayer ; votre saisie est conservée.',
} satisfies Record<Refusal, string>
