import type { words as en } from './en.ts'

export const words = {
  sign_in_lead: 'Les travaux de votre délégation sur les questions distribuées aux États Membres.',
  sign_in_title: 'Connexion',
  forgotten_link: 'Je ne me souviens plus de mon mot de passe',
  no_account: 'Les comptes sont ouverts sur invitation du chef de votre délégation ou du Secrétariat.',
  forgotten_title: 'Nouveau mot de passe',
  forgotten_lead:
    'Indiquez votre adresse électronique. Si elle correspond à un compte, vous recevrez un lien permettant de définir un nouveau mot de passe.',
  send_link: 'Envoyer le lien',
  link_sent:
    'Si {email} correspond à un compte, le lien est en route. Il ne peut servir qu’une fois et pendant une courte durée.',
  back_to_sign_in: 'Retour à la page de connexion',
  reset_title: 'Définir un nouveau mot de passe',
  reset_lead: 'Il vous sera ensuite demandé pour vous connecter, sur chaque appareil.',
  set_password: 'Définir le mot de passe',
  password_is_set: 'Votre nouveau mot de passe est défini. Vous pouvez à présent vous connecter.',
  invitation_title: 'Invitation',
  invited_to_delegation:
    'Vous êtes invité à rejoindre la délégation suivante : {delegation}, en qualité de {role, select, head {chef de délégation} drafter {rédacteur} other {lecteur}}.',
  invited_to_office:
    'Vous êtes invité à travailler sur cette plateforme en qualité {role, select, administrator {d’administrateur} irt {de membre de l’Équipe d’examen interne} other {de membre du Secrétariat}}.',
  invitation_until: 'Cette invitation est destinée à {email} et peut être acceptée jusqu’au {when}.',
  your_name: 'Votre nom',
  your_name_help: 'Tel que vos collègues et le Secrétariat le connaissent.',
  password_help: 'Au moins 15 caractères. Une suite de plusieurs mots est facile à retenir et difficile à deviner.',
  known_password_help: 'Cette adresse correspond déjà à un compte. Veuillez en indiquer le mot de passe.',
  choose_password: 'Choisissez un mot de passe',
  accept_invitation: 'Accepter l’invitation',
  invitation_gone: 'Cette invitation ne peut être utilisée',
} satisfies Record<keyof typeof en, string>
