import { type DelegationView, REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import { fold, inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import './delegations-choice.css'
import { useDelegations, useGroups } from './reference.ts'
import { Button } from './ui/Button.tsx'
import { Checkbox, Select, TextInput } from './ui/Field.tsx'
import { Name } from './ui/Name.tsx'
import { useWords } from './words/index.ts'

type Props = {
  /** What the list of names is called. */
  label: string
  chosen: readonly string[]
  /** Is given what is chosen now and says what shall be: two changes at once are both made. */
  change: (how: (now: readonly string[]) => string[]) => void
}

/** Some of the delegations: all, by group, or one by one; always with who is left out. */
export function DelegationsChoice({ label, chosen: ids, change }: Props) {
  const t = useWords('staff')
  const { sorted } = useDelegations()
  const { groups } = useGroups()
  const [group, setGroup] = useState('')
  const [sought, setSought] = useState('')
  const chosen = new Set(ids)
  const states = sorted.filter(({ kind }) => kind !== 'entity')
  const members = sorted.filter(({ kind }) => kind === 'member')
  const left = states.filter(({ id }) => !chosen.has(id))
  const picked = groups.find(({ id }) => id === group)
  const shown = sorted.filter((one) => fits(one, sought, t.language))
  // A regional group is who belongs to it; its roster in the reference data is the same.
  const ordered = [...groups].sort((a, b) => rank(a.key) - rank(b.key))

  const setIds = (how: (ids: Set<string>) => void) =>
    change((now) => {
      const next = new Set(now)
      how(next)
      // In one order, so that choosing the same again is no change.
      return sorted.map(({ id }) => id).filter((id) => next.has(id))
    })
  const add = (ids: readonly string[]) => setIds((now) => ids.forEach((id) => void now.add(id)))
  const takeOut = (ids: readonly string[]) => setIds((now) => ids.forEach((id) => void now.delete(id)))
  const isWhole = left.length === 0

  return (
    <>
      <div className="row">
        <Button onClick={() => add(members.map(({ id }) => id))}>{t('address_members')}</Button>
        <Button onClick={() => add(states.map(({ id }) => id))}>{t('address_all')}</Button>
        <Button kind="quiet" onClick={() => takeOut(sorted.map(({ id }) => id))}>
          {t('address_none')}
        </Button>
      </div>
      <div className="add-many">
        <Select
          label={t('by_group')}
          value={group}
          onChange={setGroup}
          options={[
            { value: '', label: t('pick_group') },
            ...ordered
              .filter(({ memberIds }) => memberIds.length > 0)
              .map(({ id, names, memberIds, complete }) => ({
                value: id,
                label: t(complete ? 'group_and_count' : 'group_and_certain', {
                  group: inLanguage(names, t.language).text,
                  count: memberIds.length,
                }),
              })),
          ]}
        />
        <div className="row">
          <Button onClick={() => picked && add(picked.memberIds)}>{t('add_group_members')}</Button>
          <Button kind="quiet" onClick={() => picked && takeOut(picked.memberIds)}>
            {t('take_out_group_members')}
          </Button>
        </div>
      </div>
      {picked && !picked.complete && <p className="small quiet">{t('roster_incomplete')}</p>}
      <TextInput type="search" label={t('find_delegation')} value={sought} onChange={setSought} dir="auto" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className="addressees" tabIndex={0} aria-label={label}>
        {shown.map((one) => (
          <li key={one.id}>
            <Checkbox
              label={<Name of={one.names} />}
              checked={chosen.has(one.id)}
              onChange={(checked) => (checked ? add([one.id]) : takeOut([one.id]))}
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="quiet">{t('no_matches')}</p>}
      <p role="status">
        {isWhole
          ? t('nobody_left_out', { count: chosen.size })
          : chosen.size === 0
            ? t('nobody_addressed')
            : t('left_out', {
                count: left.length,
                names: left
                  .slice(0, 12)
                  .map(({ names }) => inLanguage(names, t.language).text)
                  .join(t('list_comma')),
                more: left.length > 12 ? t('and_more', { count: left.length - 12 }) : '',
              })}
      </p>
    </>
  )
}

const rank = (key: string | null) => {
  const at = REGIONAL_GROUPS.findIndex((region) => region === key)
  return at < 0 ? REGIONAL_GROUPS.length : at
}

/** Found by its name in the reader's language, in English, or by its code. */
export function fits(
  { names, code }: Pick<DelegationView, 'names' | 'code'>,
  sought: string,
  language: keyof DelegationView['names'],
): boolean {
  const wanted = fold(sought)
  return (
    wanted === '' ||
    fold(inLanguage(names, language).text).includes(wanted) ||
    fold(names.en ?? '').includes(wanted) ||
    code.toLowerCase() === wanted
  )
}
