import type { words as english } from './en.ts'

export const words: Record<keyof typeof english, string> = {
  papers_title: 'Documentos en archivo',
  papers_lead:
    'Cada documento dice lo que la plataforma muestra cuando se elabora, sin el nombre de quien pidió no ser nombrado.',
  which_paper: 'Qué documento',
  paper_findings: 'Conclusiones y opiniones recibidas',
  paper_findings_help:
    'Cada versión tal como se publicó, lo que se dijo de ella y los cambios propuestos. Lo dicho sin atribución solo figura una vez cerrado el retiro, sin nombre.',
  paper_convergence: 'Dónde convergen las opiniones',
  paper_convergence_help: 'Las cifras que se han difundido, y ninguna otra.',
  paper_report_backs: 'Lo que trajeron los grupos',
  paper_report_backs_help:
    'Los puntos firmados, los disentimientos en sus propias palabras o la razón por la que un grupo no tiene ninguno.',
  paper_action_plan: 'Plan de acción',
  paper_action_plan_help:
    'Las medidas con sus responsables, fechas, estado y aquello a lo que responden; las no publicadas están marcadas.',
  paper_report: 'Informe a la Asamblea General',
  paper_report_help: 'El esquema, cada párrafo con aquello en lo que se basa.',
  paper_summary: 'Resumen',
  paper_summary_help: 'El resumen, cada párrafo con aquello en que se basa.',
  no_papers: 'No ha pedido ningún documento en esta sesión. Los archivos se conservan una hora y solo para usted.',
  to_papers: 'Documentos en archivo',
  own_paper_title: 'Informe a la capital',
  own_paper_lead:
    'Un archivo con lo que dijo su delegación sobre las conclusiones de este retiro, lo que dijeron grupos en su nombre, el curso que siguió y lo que trajeron sus grupos de debate. De los demás contiene solo lo que se muestra a su delegación. Lo presentado sin atribución está señalado.',
}
