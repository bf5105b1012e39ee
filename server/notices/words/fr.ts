import type { LetterWords } from '../letters.ts'

export const words: LetterWords = {
  letters: {
    invitation: {
      subject: 'Invitation à une consultation des États Membres',
      opening:
        'Vous êtes invité à travailler sur la plateforme par laquelle l’Organisation des Nations Unies consulte ses États Membres.',
      action:
        'Pour accepter, veuillez ouvrir ce lien dans les sept jours. Il ne sert qu’une fois et n’est destiné qu’à vous :',
    },
    password_reset: {
      subject: 'Nouveau mot de passe',
      opening:
        'Un nouveau mot de passe a été demandé pour cette adresse. Si la demande ne vient pas de vous, il n’y a rien à faire : votre mot de passe reste inchangé.',
      action: 'Pour choisir un nouveau mot de passe, veuillez ouvrir ce lien dans l’heure. Il ne sert qu’une fois :',
    },
    list_circulated: {
      subject: 'Liste de questions : {title}',
      opening: 'Le Secrétariat a adressé une liste de questions à votre délégation.',
      action: 'Pour lire les questions et y répondre :',
    },
    list_extended: {
      subject: 'Nouveau délai : {title}',
      opening: 'Le délai fixé pour cette liste de questions a été prolongé.',
      action: 'Pour lire les questions et y répondre :',
    },
    reminder: {
      subject: 'Rappel : {title}',
      opening: 'Le Secrétariat n’a pas encore reçu de réponse de votre délégation à cette liste de questions.',
      action: 'Pour lire les questions et y répondre :',
    },
    for_clearance: {
      subject: 'Pour approbation : {title}',
      opening: 'Une réponse de votre délégation vous est soumise pour approbation.',
      action: 'Pour la lire, l’approuver ou la renvoyer :',
    },
    returned: {
      subject: 'Renvoi : {title}',
      opening:
        'Une réponse de votre délégation a été renvoyée pour être retravaillée. La note qui l’accompagne se lit sur la plateforme.',
      action: 'Pour poursuivre :',
    },
    submitted: {
      subject: 'Réponse présentée : {title}',
      opening:
        'Une réponse de votre délégation a été présentée. L’accusé de réception est destiné aux dossiers de la mission.',
      action: 'Pour voir l’accusé de réception :',
    },
    amendment_begun: {
      subject: 'Modification : {title}',
      opening:
        'Votre délégation a commencé une version modifiée de sa réponse. Tant que celle-ci n’est pas présentée, la version antérieure fait foi.',
      action: 'Pour poursuivre :',
    },
    clarification_asked: {
      subject: 'Précision demandée : {title}',
      opening: 'Le Secrétariat a une question au sujet d’une réponse de votre délégation.',
      action: 'Pour la lire et y répondre :',
    },
    clarification_answered: {
      subject: 'Précision reçue : {title}',
      opening: 'Une demande de précision a reçu une réponse.',
      action: 'Pour lire la réponse :',
    },
    session_announced: {
      subject: 'Séance : {title}',
      opening:
        'Le Cabinet du Secrétaire général invite votre délégation à une séance. Le fichier joint l’inscrit dans votre agenda.',
      action: 'Pour consulter l’ordre du jour et entrer dans la salle à l’ouverture :',
    },
    session_changed: {
      subject: 'Séance modifiée : {title}',
      opening:
        'Une séance à laquelle votre délégation est invitée a été modifiée. Le fichier joint met votre agenda à jour.',
      action: 'Pour consulter la séance :',
    },
    session_cancelled: {
      subject: 'Séance annulée : {title}',
      opening:
        'Une séance à laquelle votre délégation était invitée n’aura pas lieu. Le fichier joint la retire de votre agenda.',
      action: 'Pour la consulter sur la plateforme :',
    },
    session_uninvited: {
      subject: 'Invitation retirée : {title}',
      opening:
        'Votre délégation n’est plus au nombre de celles qui sont invitées à cette séance. Le fichier joint la retire de votre agenda.',
      action: 'Pour voir ce qui attend votre délégation par ailleurs :',
    },
    session_group: {
      subject: 'Votre groupe : {title}',
      opening:
        'Le Cabinet du Secrétaire général a placé votre délégation dans ce groupe de la retraite. Le fichier joint l’inscrit dans votre agenda. Jusqu’au début de la réunion, votre délégation peut y renoncer.',
      action: 'Pour voir le groupe et, au besoin, y renoncer :',
    },
    retreat_announced: {
      subject: 'Retraite : {title}',
      opening:
        'Le Cabinet du Secrétaire général invite votre délégation à une retraite. Les constatations qui y seront examinées peuvent être lues à l’avance.',
      action: 'Pour lire les constatations et le programme :',
    },
    group_declined: {
      subject: 'Renonciation : {title}',
      opening: 'Une délégation ne participera pas au groupe dans lequel elle avait été placée. Sa place est libre.',
      action: 'Pour voir les groupes :',
    },
  },
  facts: {
    list: 'Liste :',
    reference: 'Référence :',
    deadline: 'Délai :',
    by: 'De la part de :',
    note: 'Note :',
    delegation: 'Délégation :',
    role: 'Fonction :',
    session: 'Séance :',
    begins: 'Début :',
    ends: 'Fin :',
    place: 'Lieu :',
    retreat: 'Retraite :',
    feedback_until: 'Avis jusqu’au :',
  },
  roles: {
    head: 'Chef de délégation',
    drafter: 'Rédacteur',
    reader: 'Lecteur',
    administrator: 'Administrateur',
    staff: 'Membre du Secrétariat',
    irt: 'Équipe d’examen interne',
  },
  closing: 'Ce message a été envoyé par la plateforme. Les réponses ne sont pas lues.',
}
