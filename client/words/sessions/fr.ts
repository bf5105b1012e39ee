export const words = {
  hours: '{date}, {from}-{until} ({zone})',
  state_of_session:
    '{state, select, draft {En préparation ; personne n’en a encore été informé.} announced {Annoncée.} open {La séance est ouverte en ce moment.} closed {La séance est terminée.} other {La séance a été annulée.}}',
  when_is_it: 'Date et heure',
  where_is_it: 'Lieu',
  link_to_it: 'Lien',
  interpretation_of_it: 'Interprétation',
  no_interpretation: 'Aucune interprétation n’est assurée.',
  how_attributed: 'Attribution',
  agenda_of_session: 'Ordre du jour',
  item_limits: 'Temps de parole en minutes : {group} au nom d’un groupe, {state} à titre national.',
  item_questions:
    '{count, plural, one {# question distribuée est à disposition.} many {# questions distribuées sont à disposition.} other {# questions distribuées sont à disposition.}}',
  observers_speak_after: 'Les observateurs prennent la parole après les États Membres.',
  look_into_room: 'Consulter la salle',
  enter_room: 'Entrer dans la salle',
  read_record: 'Compte rendu',
  read_own_record: 'Ce que votre délégation a dit',
  calendar_file: 'Fichier d’agenda',
  session_open_now: 'La séance est ouverte en ce moment',
  see_session: 'Voir la séance',
  own_record_of: 'Ce qu’a dit : {delegation}',
  own_record_for_whom:
    'Ce relevé est destiné à votre seule délégation. Il la nomme même là où le compte rendu de la séance ne nomme personne.',
  own_record_provisional: 'Provisoire : la séance n’est pas encore close.',
  own_record_anonymous:
    'Dans cette séance, les idées ont été recueillies sans nom. Rien ne les relie à votre délégation ; elles ne peuvent donc pas figurer ici.',
  print_own_record: 'Imprimer',
  own_record_docx: 'Au format Word',
  own_record_pdf: 'Au format PDF',
  own_record_empty: 'Votre délégation n’a rien dit ni écrit pendant cette séance.',
  own_place:
    '{state, select, spoken {A pris la parole.} speaking {A la parole.} withdrawn {S’est retirée de la liste des orateurs.} yielded {A renoncé à sa place sur la liste des orateurs.} other {Inscrite sur la liste des orateurs.}}',
  own_ideas: 'Idées',
  own_idea_hidden: 'Masquée par la tribune : {reason}',
  own_remarks: 'Dans les fils de discussion',
}
