import type { words as en } from './en.ts'

export const words = {
  awaits: 'Ce qui attend la délégation – {delegation}',
  acting_for_one:
    'Vous agissez au nom de la délégation suivante : {delegation}. Vous êtes accrédité auprès de {count, plural, one {# délégation} many {# de délégations} other {# délégations}} ; le menu en haut de la page permet d’en changer.',
  to_do: 'À faire',
  card_title:
    '{count, plural, one {Répondre à # question} many {Répondre à # de questions} other {Répondre à # questions}} – {name} : {list}',
  by_when: 'Délai : {when}',
  was_due: 'Le délai était fixé au {when} ; ce qui est envoyé maintenant est marqué comme reçu tardivement.',
  drafted_of:
    '{filled, plural, one {# question rédigée sur {count}} many {# de questions rédigées sur {count}} other {# questions rédigées sur {count}}}',
  amended_version: 'une version modifiée est en préparation ; la version présentée fait foi dans l’intervalle',
  has_nobody: 'Pas encore commencée',
  has_drafters: 'Aux mains des rédacteurs',
  has_drafters_returned: 'Renvoyée aux rédacteurs avec une note',
  has_head: 'Aux mains du chef de délégation, pour approbation',
  has_head_cleared: 'Approuvée ; aux mains du chef de délégation, pour présentation',
  card_answer: 'Ouvrir la liste et répondre',
  card_reply: 'Répondre',
  reply_title:
    '{count, plural, one {Le Secrétariat pose une question sur l’une de vos réponses} many {Le Secrétariat pose des questions sur # de vos réponses} other {Le Secrétariat pose des questions sur # de vos réponses}}',
  nothing_awaits: 'Rien n’attend votre délégation pour le moment.',
  next_expected: 'Prochaine échéance : {what}, {when}.',
  coming: 'À venir',
  done: 'Ce qui a été fait',
  done_on: 'Présentée au nom de : {name}, le {when}.',
  receipt_number: 'Accusé de réception {reference}',
  open_submitted: 'Ouvrir ou préparer une version modifiée',
  announce_for_clearance: 'Une réponse a été transmise pour approbation.',
  announce_returned: 'Une réponse a été renvoyée aux rédacteurs.',
  announce_submitted: 'Une réponse a été présentée.',
  announce_asked: 'Le Secrétariat a demandé une précision.',
  announce_circulated: 'Une liste de questions a été distribuée.',
  see_what_became: 'Ce que sont devenus nos propos',
  announce_moved: 'Votre délégation a reçu une place dans un autre groupe de la retraite.',
} satisfies Record<keyof typeof en, string>
