import type { DelegationView, RegionalGroup } from '@consultation/shared/people.ts'
import type { GroupView } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useGroups } from '../../reference.ts'
import { Name } from '../../ui/Name.tsx'
import { Table } from '../../ui/Table.tsx'
import { useWords } from '../../words/index.ts'
import { balanceOf, type Placement } from './assignment.ts'

type Props = {
  placement: Placement
  groups: readonly Pick<GroupView, 'sessionId' | 'number' | 'title' | 'seats'>[]
  people: readonly Pick<DelegationView, 'id' | 'regionalGroup'>[]
  regions: readonly (RegionalGroup | null)[]
}

/** How the regional groups mix, group by group. */
export function Balance({ placement, groups, people, regions }: Props) {
  const t = useWords('retreat')
  const { regionName } = useGroups()
  const rows = balanceOf(
    placement,
    people.map(({ id, regionalGroup }) => ({ id, region: regionalGroup })),
    regions,
  )
  return (
    <Table caption={t('mix_of_groups')}>
      <thead>
        <tr>
          <th scope="col">{t('group_column')}</th>
          {regions.map((region) => (
            <th key={region ?? ''} scope="col" className="number">
              {region ? inLanguage(regionName(region), t.language).text : t('of_no_region')}
            </th>
          ))}
          <th scope="col" className="number">
            {t('all_column')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ sessionId, number, title, seats }) => {
          const row = rows.find((one) => one.sessionId === sessionId)
          return (
            <tr key={sessionId}>
              <th scope="row">
                {number}. <Name of={title} />
              </th>
              {regions.map((region, at) => (
                <td key={region ?? ''} className="number">
                  {row?.of[at] ?? 0}
                </td>
              ))}
              <td className="number">
                {seats === null ? (row?.all ?? 0) : t('of_seats', { count: row?.all ?? 0, seats })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
