import { REGIONAL_GROUPS, type RegionalGroup } from '@consultation/shared/people.ts'
import {
  FEEDBACK_CHANNELS,
  FEEDBACK_STANCES,
  type FeedbackChannel,
  type FeedbackStance,
} from '@consultation/shared/rules/feedback.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { useSearch } from '../../navigation.tsx'
import { useDelegations, useGroups } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Checkbox, Select, TextInput } from '../../ui/Field.tsx'
import { useWords } from '../../words/index.ts'
import { CHANNEL, STANCE } from '../said.ts'

export type Filter = {
  stance: FeedbackStance | null
  region: RegionalGroup | null
  group: string | null
  delegation: string | null
  channel: FeedbackChannel | null
  proposals: boolean
  words: string
}
type Change = Partial<Record<'stance' | 'region' | 'group' | 'delegation' | 'channel' | 'proposals' | 'words', string>>

/** The filter in the address. What makes no sense there is as if it were not. */
export function useFeedbackFilter(): { filter: Filter; change: (change: Change) => void } {
  const [search, change] = useSearch('stance', 'region', 'group', 'delegation', 'channel', 'proposals', 'words')
  const { delegationOf } = useDelegations()
  const { groupOf } = useGroups()
  return {
    filter: {
      stance: FEEDBACK_STANCES.find((one) => one === search.stance) ?? null,
      region: REGIONAL_GROUPS.find((one) => one === search.region) ?? null,
      group: groupOf(search.group ?? '')?.id ?? null,
      delegation: delegationOf(search.delegation ?? '')?.id ?? null,
      channel: FEEDBACK_CHANNELS.find((one) => one === search.channel) ?? null,
      proposals: search.proposals === 'yes',
      words: (search.words ?? '').slice(0, 200),
    },
    change,
  }
}

/** As the call takes it. */
export const queryOf = ({ stance, region, group, delegation, channel, proposals, words }: Filter) => ({
  stance: stance ? [stance] : [],
  region: region ? [region] : [],
  ...(group && { group }),
  delegation: delegation ? [delegation] : [],
  channel: channel ? [channel] : [],
  ...(proposals && { proposals: 'yes' as const }),
  ...(words.trim() && { q: words.trim() }),
})

/** A pause in typing after which the words are looked for. */
const PAUSE_MS = 350

export function FeedbackFilters({ filter, onChange }: { filter: Filter; onChange: (change: Change) => void }) {
  const t = useWords('convergence')
  const s = useWords('stances')
  const id = useId()
  const { sorted } = useDelegations()
  const { groups, regionName } = useGroups()
  const [unfolded, setUnfolded] = useState(false)
  const [typed, setTyped] = useState(filter.words)
  const [sought, setSought] = useState(filter.words)
  // Changed from outside (Back, a link): the field follows.
  if (sought !== filter.words) {
    setSought(filter.words)
    setTyped(filter.words)
  }
  const look = useEffectEvent(() => {
    if (typed === filter.words) return
    setSought(typed)
    onChange({ words: typed })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further letter begins the pause anew
  useEffect(() => {
    const timer = setTimeout(look, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const isSet = Object.values(filter).some(Boolean)
  return (
    <search className="no-print">
      <Button aria-expanded={unfolded} aria-controls={id} onClick={() => setUnfolded(!unfolded)}>
        {t('filter_feedback')}
      </Button>
      <div id={id} hidden={!unfolded} className="feedback-filters">
        <Select
          label={t('stance_filter')}
          value={filter.stance ?? 'all'}
          onChange={(stance) => onChange({ stance: stance === 'all' ? '' : stance })}
          options={[
            { value: 'all', label: t('any_of_these') },
            ...FEEDBACK_STANCES.map((value) => ({ value, label: s(STANCE[value].word) })),
          ]}
        />
        <Select
          label={t('regions_column')}
          value={filter.region ?? 'all'}
          onChange={(region) => onChange({ region: region === 'all' ? '' : region })}
          options={[
            { value: 'all', label: t('any_of_these') },
            ...REGIONAL_GROUPS.map((value) => ({ value, label: inLanguage(regionName(value), t.language).text })),
          ]}
        />
        <Select
          label={t('spoken_for_group')}
          value={filter.group ?? ''}
          onChange={(group) => onChange({ group })}
          options={[
            { value: '', label: t('any_of_these') },
            ...groups
              .filter(({ kind, memberIds }) => kind !== 'regional' && memberIds.length > 0)
              .map((one) => ({ value: one.id, label: inLanguage(one.names, t.language).text })),
          ]}
        />
        <Combobox
          label={t('which_state')}
          value={filter.delegation}
          onChange={(delegation) => onChange({ delegation: delegation ?? '' })}
          options={sorted.map((one) => ({ value: one.id, label: inLanguage(one.names, t.language).text }))}
        />
        <Select
          label={t('channel_filter')}
          value={filter.channel ?? 'all'}
          onChange={(channel) => onChange({ channel: channel === 'all' ? '' : channel })}
          options={[
            { value: 'all', label: t('any_of_these') },
            ...FEEDBACK_CHANNELS.map((value) => ({ value, label: s(CHANNEL[value]) })),
          ]}
        />
        <TextInput
          type="search"
          label={t('with_these_words')}
          maxLength={200}
          dir="auto"
          value={typed}
          onChange={setTyped}
        />
        <Checkbox
          label={t('only_proposals')}
          checked={filter.proposals}
          onChange={(on) => onChange({ proposals: on ? 'yes' : '' })}
        />
        {isSet && (
          <Button
            kind="quiet"
            onClick={() =>
              onChange({ stance: '', region: '', group: '', delegation: '', channel: '', proposals: '', words: '' })
            }
          >
            {t('no_filter')}
          </Button>
        )}
      </div>
    </search>
  )
}
