import type { RegionalGroup } from '@consultation/shared/people.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { Name } from '../../ui/Name.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { useWords } from '../../words/index.ts'
import { GroupNames } from './GroupNames.tsx'
import type { Place } from './monitor.ts'
import { STANDING } from './standing.ts'

type Props = {
  places: Place[]
  selected: ReadonlySet<string>
  toggle: (ids: readonly string[], on: boolean) => void
  regionName: (region: RegionalGroup) => Translated
  onOpen: (delegationId: string) => void
}

/** The same as the grid, line by line. */
export function PlacesTable({ places, selected, toggle, regionName, onOpen }: Props) {
  const t = useWords('staff')
  const all = places.length > 0 && places.every(({ row }) => selected.has(row.delegationId))
  if (places.length === 0) return <p className="empty">{t('no_places')}</p>
  return (
    <Table caption={<span className="visually-hidden">{t('places')}</span>} className="places-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            <input
              type="checkbox"
              aria-label={t('select_all_shown')}
              checked={all}
              onChange={(event) =>
                toggle(
                  places.map(({ row }) => row.delegationId),
                  event.target.checked,
                )
              }
            />
          </th>
          <th scope="col">{t('delegation_name')}</th>
          <th scope="col">{t('regional_group')}</th>
          <th scope="col">{t('state_column')}</th>
          <th scope="col">{t('opened_at')}</th>
          <th scope="col">{t('submitted_at')}</th>
          <th scope="col" className="number">
            {t('version_number')}
          </th>
          <th scope="col">{t('covered_by')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ row, delegation, standing, name }) => (
          <tr key={row.delegationId}>
            <td className="number">
              <input
                type="checkbox"
                aria-label={t('select_place', { state: name })}
                checked={selected.has(row.delegationId)}
                onChange={(event) => toggle([row.delegationId], event.target.checked)}
              />
            </td>
            <th scope="row">
              <button type="button" className="as-link" onClick={() => onOpen(row.delegationId)}>
                <Name of={delegation.names} />
              </button>
            </th>
            <td>{delegation.regionalGroup && <Name of={regionName(delegation.regionalGroup)} />}</td>
            <td>
              <StateMark shape={STANDING[standing].shape}>{t(STANDING[standing].word)}</StateMark>
            </td>
            <td>{row.acknowledgedAt && <When at={row.acknowledgedAt} show="moment" />}</td>
            <td>{row.submittedAt && <When at={row.submittedAt} show="moment" />}</td>
            <td className="number">{row.version}</td>
            <td>
              <GroupNames ids={[...new Set([...row.alignedWith, ...row.coveredBy])]} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
