import type { words as en } from './en.ts'

export const words = {
  questions_to_us: 'Questions du Secrétariat',
  questions_to_us_lead:
    'Elles portent sur des réponses présentées par votre délégation. Ce qui est écrit ici est lu par votre délégation et par le Secrétariat.',
  under_question: 'Question {number}',
  waits_for:
    '{side, select, secretariat {En attente du Secrétariat} delegation {En attente de la délégation} other {Rien n’est attendu}}',
  resolved_on: 'Réglé le {when}',
  side: '{side, select, secretariat {Secrétariat} other {Délégation}}',
  reply_to_this: 'Répondre à ce message',
  your_reply: 'Votre réponse',
  your_reply_to_this: 'Votre réponse à ce message',
  send_reply: 'Envoyer la réponse',
  mark_resolved: 'Marquer comme réglé',
  open_again: 'Rouvrir',
  new_message: 'Un nouveau message est arrivé dans l’échange.',
  ask_clarification: 'Demander une précision',
  ask_clarification_help: 'La délégation en est informée aussitôt et peut répondre ici.',
  send_question: 'Envoyer la question',
} satisfies Record<keyof typeof en, string>
