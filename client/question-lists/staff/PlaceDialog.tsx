import type { ListView } from '@consultation/shared/question-lists.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { When } from '../../ui/When.tsx'
import { useWords } from '../../words/index.ts'
import { GroupNames } from './GroupNames.tsx'
import type { Place } from './monitor.ts'
import { STANDING } from './standing.ts'

type Props = {
  list: ListView
  place: Place
  selected: boolean
  onSelect: (on: boolean) => void
  onClose: () => void
}

/** One delegation: what it has told the Secretariat, and where to read it. */
export function PlaceDialog({ list, place: { row, delegation, standing }, selected, onSelect, onClose }: Props) {
  const t = useWords('staff')
  return (
    <Dialog open title={<Name of={delegation.names} />} onClose={onClose}>
      <div className="stack">
        <dl className="circulate-facts">
          <dt>{t('state_column')}</dt>
          <dd>
            <StateMark shape={STANDING[standing].shape}>{t(STANDING[standing].word)}</StateMark>
          </dd>
          <dt>{t('opened_at')}</dt>
          <dd>{row.acknowledgedAt ? <When at={row.acknowledgedAt} /> : t('not_yet_opened')}</dd>
          {row.inPreparation && !row.submissionId && (
            <>
              <dt>{t('figure_preparing')}</dt>
              <dd>{t('said_preparing')}</dd>
            </>
          )}
          {row.submittedAt && (
            <>
              <dt>{t('submitted_at')}</dt>
              <dd>
                <When at={row.submittedAt} />
                {row.receivedLate && <> · {t('arrived_late')}</>}
              </dd>
              <dt>{t('version_number')}</dt>
              <dd>{row.version}</dd>
            </>
          )}
          {row.alignedWith.length > 0 && (
            <>
              <dt>{t('aligned_with')}</dt>
              <dd>
                <GroupNames ids={row.alignedWith} />
              </dd>
            </>
          )}
          {row.coveredBy.length > 0 && (
            <>
              <dt>{t('covered_by')}</dt>
              <dd>
                <GroupNames ids={row.coveredBy} />
              </dd>
            </>
          )}
          {row.extendedTo && (
            <>
              <dt>{t('own_extension')}</dt>
              <dd>
                <When at={row.extendedTo} weekday />
              </dd>
            </>
          )}
        </dl>
        {!row.submissionId && (
          <Checkbox label={t('select_for_reminder')} checked={selected} onChange={(checked) => onSelect(checked)} />
        )}
        <Actions>
          {row.submissionId && (
            <>
              <LinkButton
                kind="filled"
                to="/lists/:listId/answers"
                params={{ listId: list.id }}
                search={{ delegation: row.delegationId }}
              >
                {t('read_its_answers')}
              </LinkButton>
              <LinkButton
                to="/lists/:listId/submissions/:submissionId"
                params={{ listId: list.id, submissionId: row.submissionId }}
              >
                {t('whole_submission')}
              </LinkButton>
            </>
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
