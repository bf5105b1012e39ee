import type { MonitorView } from '@consultation/shared/question-lists.ts'
import { useWords } from '../../words/index.ts'

/** The numbers on top. Statements and States stand side by side: they are not the same and neither is the other's sum. */
export function Figures({ count }: { count: MonitorView['count'] }) {
  const t = useWords('staff')
  const { asked, acknowledged, inPreparation, statements, groupStatements, states } = count
  return (
    <dl className="figures">
      <div>
        <dt>{t('figure_asked')}</dt>
        <dd>{t('plain_number', { count: asked })}</dd>
      </div>
      <div>
        <dt>{t('figure_acknowledged')}</dt>
        <dd>{t('plain_number', { count: acknowledged })}</dd>
      </div>
      <div>
        <dt>{t('figure_preparing')}</dt>
        <dd>{t('plain_number', { count: inPreparation })}</dd>
      </div>
      <div>
        <dt>{t('figure_statements')}</dt>
        <dd>
          {t('plain_number', { count: statements })}
          {groupStatements > 0 && <small>{t('of_groups', { count: groupStatements })}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('figure_states')}</dt>
        <dd>
          {t('plain_number', { count: states.all })}
          <small>{t('states_by_link', { own: states.own, aligned: states.aligned, covered: states.covered })}</small>
        </dd>
      </div>
    </dl>
  )
}
