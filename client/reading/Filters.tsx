import { LANGUAGE_NAMES, LANGUAGES } from '@consultation/shared/languages.ts'
import { REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { type RefObject, useEffect, useEffectEvent, useId, useState } from 'react'
import type { Filter, FilterSearch } from '../answer-filter.tsx'
import { useDelegations, useGroups } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Field, Select } from '../ui/Field.tsx'
import { useWords } from '../words/index.ts'

type Props = {
  list: ListView
  filter: Filter
  onChange: (change: FilterSearch) => void
  search: RefObject<HTMLInputElement | null>
  /** Whether the fields are shown where they are folded away: on a narrow window they would fill the first view. */
  unfolded: boolean
  unfold: (unfolded: boolean) => void
}

/** A pause in typing after which the words are looked for. */
const PAUSE_MS = 350

export function Filters({ list, filter, onChange, search, unfolded, unfold }: Props) {
  const t = useWords('reading')
  const id = useId()
  const { sorted } = useDelegations()
  const { groups, regionName } = useGroups()
  const [typed, setTyped] = useState(filter.text)
  const [sought, setSought] = useState(filter.text)
  // Changed from outside (Back, a link): the field follows.
  if (sought !== filter.text) {
    setSought(filter.text)
    setTyped(filter.text)
  }
  const look = useEffectEvent(() => {
    if (typed === filter.text) return
    setSought(typed)
    onChange({ text: typed || undefined })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further letter begins the pause anew
  useEffect(() => {
    const timer = setTimeout(look, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const addressed = sorted.filter(({ id }) => list.addresseeIds?.includes(id))
  const isSet = Boolean(filter.delegation || filter.region || filter.group || filter.language || filter.text)

  return (
    <search className="no-print">
      <Button className="filters-fold" aria-expanded={unfolded} aria-controls={id} onClick={() => unfold(!unfolded)}>
        {t('change_filter')}
      </Button>
      <div id={id} className={unfolded ? 'reading-filters unfolded' : 'reading-filters'}>
        <Combobox
          label={t('delegation_filter')}
          value={filter.delegation}
          onChange={(delegation) => onChange({ delegation: delegation ?? undefined })}
          options={addressed.map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text }))}
        />
        <Select
          label={t('region_filter')}
          value={filter.region ?? 'all'}
          onChange={(region) => onChange({ region: region === 'all' ? undefined : region })}
          options={[
            { value: 'all', label: t('any_region') },
            ...REGIONAL_GROUPS.map((one) => ({ value: one, label: inLanguage(regionName(one), t.language).text })),
          ]}
        />
        <Select
          label={t('group_filter')}
          value={filter.group ?? ''}
          onChange={(group) => onChange({ group: group || undefined })}
          options={[
            { value: '', label: t('any_group') },
            ...groups
              .filter(({ kind, memberIds }) => kind !== 'regional' && memberIds.length > 0)
              .map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text })),
          ]}
        />
        <Select
          label={t('language_filter')}
          value={filter.language ?? 'all'}
          onChange={(language) => onChange({ language: language === 'all' ? undefined : language })}
          options={[
            { value: 'all', label: t('any_language') },
            ...LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] })),
          ]}
        />
        <Field label={t('words_filter')}>
          {(wired) => (
            <input
              {...wired}
              ref={search}
              type="search"
              className="input"
              dir="auto"
              maxLength={200}
              aria-keyshortcuts="/"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {isSet && (
          <Button
            kind="quiet"
            onClick={() =>
              onChange({
                delegation: undefined,
                region: undefined,
                group: undefined,
                language: undefined,
                text: undefined,
              })
            }
          >
            {t('clear_filter')}
          </Button>
        )}
      </div>
    </search>
  )
}
