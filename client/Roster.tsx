import type { Capacity } from '@consultation/shared/responses.ts'
import { rosterOf } from '@consultation/shared/rules/numbers.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useDelegations, useGroups } from './reference.ts'
import { StatePicker } from './StatePicker.tsx'
import { useWords } from './words/index.ts'

export type Changes = { excepted: string[]; joined: string[] }
type Props = {
  capacity: Capacity
  changes: Changes
  onChange: (changes: Changes) => void
  /** Of the heading, in the page it stands in. */
  level?: 2 | 3
  /** Where an error summary leads: `<id>-excepted`, `<id>-joined`. */
  id?: string
  errors?: { excepted?: string | undefined; joined?: string | undefined }
}

/** For whom a group's statement speaks today: its members, but those excepted, and those who join. */
export function Roster({ capacity, changes, onChange, level = 2, id = 'roster', errors }: Props) {
  const t = useWords('answering')
  const { groupOf } = useGroups()
  const members = membersOf(capacity, (id) => groupOf(id)?.memberIds ?? [])
  const { excepted, joined } = changes
  const { sorted } = useDelegations()
  const roster = new Set(rosterOf(members, excepted, joined))
  const within = new Set(members)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className="stack">
      <Heading id={id}>{t('roster')}</Heading>
      <p>{t('roster_lead', { count: roster.size })}</p>
      <details>
        <summary>{t('roster_names')}</summary>
        <ul className="names">
          {sorted
            .filter(({ id }) => roster.has(id))
            .map(({ id, names }) => (
              <li key={id}>{inLanguage(names, t.language).text}</li>
            ))}
        </ul>
      </details>
      <StatePicker
        id={`${id}-excepted`}
        error={errors?.excepted}
        label={t('excepted')}
        help={t('excepted_help')}
        from={sorted.filter(({ id }) => within.has(id))}
        chosen={excepted}
        onChange={(next) => onChange({ excepted: next, joined })}
      />
      <StatePicker
        id={`${id}-joined`}
        error={errors?.joined}
        label={t('joined')}
        help={t('joined_help')}
        from={sorted.filter(({ id }) => !within.has(id))}
        chosen={joined}
        onChange={(next) => onChange({ excepted, joined: next })}
      />
    </section>
  )
}

function membersOf(capacity: Capacity, ofGroup: (id: string) => readonly string[]): readonly string[] {
  switch (capacity.kind) {
    case 'national':
      return []
    case 'group':
      return ofGroup(capacity.groupId)
    case 'ad_hoc':
      return capacity.memberIds
  }
}
