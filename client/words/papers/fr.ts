import type { words as english } from './en.ts'

export const words: Record<keyof typeof english, string> = {
  papers_title: 'Documents à télécharger',
  papers_lead:
    'Chaque document dit ce que la plateforme montre au moment où il est établi, sans le nom de quiconque a demandé à ne pas être nommé.',
  which_paper: 'Quel document',
  paper_findings: 'Constatations et avis reçus',
  paper_findings_help:
    'Chaque version telle que publiée, ce qui en a été dit et les modifications proposées. Ce qui a été donné sans attribution n’y figure qu’une fois la retraite close, sans nom.',
  paper_convergence: 'Points de convergence',
  paper_convergence_help: 'Les chiffres qui ont été communiqués, et aucun autre.',
  paper_report_backs: 'Ce que les groupes ont rapporté',
  paper_report_backs_help:
    'Les points signés, les dissentiments dans leurs propres termes, ou la raison pour laquelle un groupe n’en a pas.',
  paper_action_plan: 'Plan d’action',
  paper_action_plan_help:
    'Les mesures avec leurs responsables, les dates, l’état et ce à quoi elles répondent ; celles qui ne sont pas publiées sont signalées.',
  paper_report: 'Rapport à l’Assemblée générale',
  paper_report_help: 'Le plan, chaque paragraphe avec ce sur quoi il repose.',
  paper_summary: 'Résumé',
  paper_summary_help: 'Le résumé, chaque paragraphe avec ce sur quoi il repose.',
  no_papers:
    'Vous n’avez demandé aucun document depuis cette connexion. Les fichiers sont conservés une heure et pour vous seul.',
  to_papers: 'Documents à télécharger',
  own_paper_title: 'Rapport à la capitale',
  own_paper_lead:
    'Un fichier réunissant ce que votre délégation a dit sur les constatations de cette retraite, ce que des groupes ont dit en son nom, la suite donnée et ce que ses groupes de discussion ont rapporté. Des autres, il ne contient que ce qui est montré à votre délégation. Ce qui a été donné sans attribution est signalé.',
}
