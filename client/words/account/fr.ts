import type { words as en } from './en.ts'

export const words = {
  account_title: 'Paramètres du compte',
  you: 'Vos données',
  name: 'Nom',
  language: 'Langue',
  language_help: 'Pour ces pages et pour les messages qui vous sont adressés.',
  zone_help: 'Les délais sont indiqués à l’heure de New York et dans ce fuseau horaire.',
  save: 'Enregistrer',
  saved: 'Vos paramètres sont enregistrés.',
  change_password: 'Modifier le mot de passe',
  current_password: 'Mot de passe actuel',
  new_password: 'Nouveau mot de passe',
  new_password_help: 'Au moins 15 caractères. Vous resterez connecté ici et serez déconnecté partout ailleurs.',
  password_changed: 'Votre mot de passe est modifié. Vous avez été déconnecté de tout autre appareil.',
  where_signed_in: 'Où vous êtes connecté',
  devices_lead: 'Si vous ne reconnaissez pas un appareil, déconnectez-le et modifiez votre mot de passe.',
  device: 'Appareil',
  since: 'Depuis',
  last_seen: 'Dernière activité',
  this_device: 'cet appareil',
  end_sign_in: 'Déconnecter cet appareil',
  action: 'Action',
  sign_in_ended: 'L’appareil est déconnecté.',
  sign_out_everywhere: 'Se déconnecter partout',
  sign_out_everywhere_text:
    'Cet appareil sera déconnecté lui aussi. Les pages ouvertes ailleurs perdent aussitôt leur connexion ; les projets enregistrés restent à votre délégation.',
} satisfies Record<keyof typeof en, string>
