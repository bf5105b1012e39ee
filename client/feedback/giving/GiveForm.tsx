import type { DeskView } from '@consultation/shared/feedback.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '@consultation/shared/languages.ts'
import { FEEDBACK_CHANNELS, FEEDBACK_STANCES, takesProposals } from '@consultation/shared/rules/feedback.ts'
import type { TranslatedBlocks } from '@consultation/shared/text.ts'
import { lazy, Suspense, useId } from 'react'
import type { RefusalError } from '../../api.ts'
import { Roster } from '../../Roster.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { RadioGroup, Select } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { nameIn } from '../../ui/use-form.ts'
import { useWords } from '../../words/index.ts'
import { CHANNEL, STANCE } from '../said.ts'
import type { Draft } from './draft.ts'
import { Unplaced } from './Unplaced.tsx'

const Editor = lazy(async () => ({ default: (await import('../../editor/Editor.tsx')).Editor }))

const HELP = {
  support: 'help_support',
  support_with_change: 'help_support_with_change',
  concern: 'help_concern',
  need_information: 'help_need_information',
  no_position: 'help_no_position',
  awaiting_instructions: 'help_awaiting_instructions',
} as const

type Props = {
  desk: DeskView
  groupId: string | null
  draft: Draft
  texts: TranslatedBlocks
  arrival: number
  /** Chosen once for a version. */
  attributionKept: boolean
  refusal: RefusalError | null
  busy: boolean
  speaker: string
  onChange: (draft: Draft) => void
  onReplace: (draft: Draft) => void
  onGive: () => void
  onDrop: (() => void) | null
}

export function GiveForm({ desk, groupId, draft, texts, arrival, attributionKept, refusal, ...rest }: Props) {
  const { busy, speaker, onChange, onReplace, onGive, onDrop } = rest
  const t = useWords('feedback')
  const s = useWords('stances')
  const a = useWords('answering')
  const id = useId()
  const labels: Record<string, string> = {
    stance: t('stance_label'),
    reason: t('reason_label'),
    proposals: t('proposals_label'),
    unplaced: t('proposals_label'),
    attribution: t('attribution_label'),
    excepted: a('excepted'),
    joined: a('joined'),
  }
  const errors = (refusal?.errors ?? []).filter(({ field }) => nameIn(field) in labels)
  const errorAt = (name: string) => {
    const found = errors.find(({ field }) => nameIn(field) === name)
    return found && t(found.code)
  }
  const idle = draft.proposals.length > 0 && draft.stance !== null && !takesProposals(draft.stance)
  return (
    <div className="stack give-form">
      {errors.length > 0 ? (
        <ErrorSummary form={{ id, errors }} labels={labels} refusal={refusal} />
      ) : (
        <RefusalNotice refusal={refusal} />
      )}
      <RadioGroup
        id={`${id}-stance`}
        label={t('stance_label')}
        value={draft.stance}
        error={errorAt('stance')}
        onChange={(stance) => onChange({ ...draft, stance })}
        options={FEEDBACK_STANCES.map((value) => ({ value, label: s(STANCE[value].word), help: t(HELP[value]) }))}
      />
      {draft.unplaced.length > 0 && (
        <Unplaced
          id={`${id}-unplaced`}
          draft={draft}
          texts={texts}
          error={errorAt('unplaced') ? t('place_them_first') : undefined}
          onChange={onReplace}
        />
      )}
      {draft.proposals.length > 0 && (
        <p id={`${id}-proposals`} tabIndex={-1} className="small">
          {t(idle ? 'proposals_idle' : 'proposals_count', { count: draft.proposals.length })}{' '}
          {errorAt('proposals') && <span className="field-error">{errorAt('proposals')}</span>}
        </p>
      )}
      <div className="field" id={`${id}-reason`} tabIndex={-1}>
        <p className="field-label">{t('reason_label')}</p>
        {errorAt('reason') && <p className="field-error">{errorAt('reason')}</p>}
        <Suspense fallback={<Skeleton lines={4} />}>
          <Editor
            id="reason"
            label={t('reason_label')}
            blocks={draft.reason}
            arrival={arrival}
            language={draft.language}
            onChange={(reason) => onChange({ ...draft, reason })}
          />
        </Suspense>
      </div>
      <div className="give-fields">
        <Select
          label={t('reason_language')}
          value={draft.language}
          onChange={(language) => onChange({ ...draft, language })}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <Select
          label={t('channel_label')}
          value={draft.channel}
          onChange={(channel) => onChange({ ...draft, channel })}
          options={FEEDBACK_CHANNELS.map((value) => ({ value, label: s(CHANNEL[value]) }))}
        />
      </div>
      {attributionKept || desk.attributionOffered.length === 1 ? (
        <p className="small">
          {t(draft.attribution === 'attributed' ? 'shown_by_name' : 'shown_unnamed', {
            open: desk.openToAll ? 'yes' : 'no',
          })}{' '}
          {attributionKept && t('attribution_stays')}
        </p>
      ) : (
        <RadioGroup
          id={`${id}-attribution`}
          label={t('attribution_label')}
          value={draft.attribution}
          error={errorAt('attribution')}
          onChange={(attribution) => onChange({ ...draft, attribution })}
          options={desk.attributionOffered.map((value) => ({
            value,
            label: t(value === 'attributed' ? 'by_name' : 'without_name'),
            help: t(value === 'attributed' ? 'shown_by_name' : 'shown_unnamed', {
              open: desk.openToAll ? 'yes' : 'no',
            }),
          }))}
        />
      )}
      {groupId !== null && (
        <Roster
          id={id}
          level={3}
          capacity={{ kind: 'group', groupId }}
          changes={draft}
          errors={{ excepted: errorAt('excepted'), joined: errorAt('joined') }}
          onChange={({ excepted, joined }) => onChange({ ...draft, excepted, joined })}
        />
      )}
      <p className="small quiet">{t('kept_until_given')}</p>
      <Actions>
        <Button kind="filled" busy={busy} onClick={onGive}>
          {t('give_for', { name: speaker })}
        </Button>
        {onDrop && (
          <Button kind="quiet" onClick={onDrop}>
            {t('drop_draft')}
          </Button>
        )}
      </Actions>
    </div>
  )
}
