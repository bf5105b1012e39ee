import { listGroups, REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { useState } from 'react'
import { useMe } from '../me.tsx'
import { Link, useSearch } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { AddGroup } from './AddGroup.tsx'
import { Group } from './Group.tsx'
import './people.css'

const isDay = (text: string | undefined) =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''))

/** The groups that speak together: who belonged to each on a day, and who spoke for it. */
export function GroupsPage() {
  const t = useWords('people')
  const { may } = useMe()
  const [{ on, group }, setSearch] = useSearch('on', 'group')
  const day = isDay(on) ? on : undefined
  const { groups } = useView(listGroups, { query: day ? { on: day } : {} })
  const [adding, setAdding] = useState(false)
  const today = dayIn(new Date(), NEW_YORK)
  const ordered = [...groups].sort((a, b) => rank(a) - rank(b))
  const shown = groups.find(({ id }) => id === group) ?? ordered[0]

  return (
    <>
      <PageHead title={t('nav_groups')} lead={t('groups_lead')}>
        {may('group.manage') && <Button onClick={() => setAdding(true)}>{t('add_group')}</Button>}
      </PageHead>
      <div className="people-tools no-print">
        <TextInput
          type="date"
          label={t('members_on')}
          value={day ?? today}
          onChange={(chosen) => setSearch({ on: isDay(chosen) && chosen !== today ? chosen : undefined })}
        />
      </div>
      <div className="groups">
        <nav aria-label={t('nav_groups')}>
          <ul>
            {ordered.map(({ id, names, memberIds, complete }) => (
              <li key={id}>
                <Link
                  to="/groups"
                  search={{ group: id, on: day }}
                  {...(id === shown?.id && { 'aria-current': 'true' as const })}
                >
                  <Name of={names} />{' '}
                  {(complete || memberIds.length > 0) && (
                    <span className="quiet">
                      {t(complete ? 'members_number' : 'members_certain', { count: memberIds.length })}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {shown && <Group key={shown.id} group={shown} day={day ?? today} />}
      </div>
      {adding && <AddGroup onClose={() => setAdding(false)} onAdded={(id) => setSearch({ group: id })} />}
    </>
  )
}

/** The regional groups in the Organization's order, then the others as they come. */
const rank = ({ key }: { key: string | null }) => {
  const at = REGIONAL_GROUPS.findIndex((region) => region === key)
  return at < 0 ? REGIONAL_GROUPS.length : at
}
