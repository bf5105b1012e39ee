import { LANGUAGE_NAMES, LANGUAGES } from '@consultation/shared/languages.ts'
import { SESSION_PRESETS, type SessionView } from '@consultation/shared/sessions.ts'
import { type ReactNode, useMemo } from 'react'
import type { RefusalError } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { DateTimeField } from '../../ui/DateTimeField.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Checkbox, RadioGroup, TextInput } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { useForm } from '../../ui/use-form.ts'
import { type KeyOf, useWords, type Words } from '../../words/index.ts'
import { useWritingLanguages, WritingLanguagesChoice } from '../../writing-languages.tsx'
import { AgendaPart } from './AgendaPart.tsx'
import { InvitedPart } from './InvitedPart.tsx'
import { inFields, modesFor, type Plan, withPreset } from './plan.ts'
import './planning.css'

const PRESET = {
  brainstorm: ['preset_brainstorm', 'preset_brainstorm_help'],
  review: ['preset_review', 'preset_review_help'],
  town_hall: ['preset_town_hall', 'preset_town_hall_help'],
} as const
export const MODE = {
  attributed: 'mode_attributed',
  not_for_attribution: 'mode_not_for_attribution',
  anonymous: 'mode_anonymous',
} as const

/** What each field is called, for the summary of mistakes and for what a colleague changed. */
export const labelsOf = (t: Words<KeyOf<'planning'>>) => ({
  title: t('session_title'),
  note: t('session_note'),
  preset: t('session_preset'),
  mode: t('session_mode'),
  starts: t('session_begins'),
  duration: t('session_minutes'),
  place: t('session_place'),
  link: t('session_link'),
  interpretation: t('session_interpretation'),
  items: t('session_items'),
  observersAfter: t('observers_after'),
  prescreen: t('prescreen'),
  ideasOfOne: t('ideas_of_one'),
  rehearsal: t('is_rehearsal'),
  invited: t('session_guests'),
})

type Props = {
  consultationId: string
  /** As it stands; null while it is being scheduled. */
  session: SessionView | null
  initial: Plan
  refusal: RefusalError | null
  busy: boolean
  submit: string
  onSubmit: (plan: Plan) => void
  /** What stands in the way of saving, above the form. */
  notice?: ReactNode
  /** Between the form and its buttons. */
  children?: ReactNode
}

/** Everything that is settled about a session beforehand. Nothing typed is lost by a refusal. */
export function SessionForm({
  consultationId,
  session,
  initial,
  refusal,
  busy,
  submit,
  onSubmit,
  notice,
  children,
}: Props) {
  const t = useWords('planning')
  const rooms = useWords('rooms')
  const writing = useWritingLanguages()
  const { language, beside } = writing
  const asked = useMemo(() => refusal && inFields(refusal), [refusal])
  const form = useForm(initial, asked)
  const { values, set } = form
  const error = (name: string) => {
    const found = form.errors.find(({ field }) => field === name || field.startsWith(`${name}.`))
    return found && t(found.code)
  }
  /** Set while people act upon it: the agenda, the hour and who is invited. */
  const frozen = session?.state === 'open'
  const labels = labelsOf(t)

  function choosePreset(preset: Plan['preset']) {
    const next = withPreset(values, preset)
    for (const name of ['preset', 'mode', 'prescreen', 'ideasOfOne', 'items'] as const) set(name, next[name])
  }

  return (
    <form className="stack" onSubmit={form.onSubmit(onSubmit)} noValidate>
      <ErrorSummary form={form} labels={labels} refusal={asked} />
      {notice}
      {frozen && (
        <Notice>
          <p>{t('session_open_frozen')}</p>
        </Notice>
      )}
      <div className="plan-languages">
        <WritingLanguagesChoice of={writing} />
      </div>
      <div className="sections">
        <section className="stack" aria-labelledby="plan-what">
          <h2 id="plan-what">{t('plan_what')}</h2>
          <fieldset className="stack plain-set" disabled={frozen}>
            <TranslatedField
              id={`${form.id}-title`}
              label={labels.title}
              error={error('title')}
              {...{ language, beside, value: values.title, onChange: (title) => set('title', title) }}
            />
            <RadioGroup
              label={t('session_preset')}
              help={t('session_preset_help')}
              value={values.preset}
              onChange={choosePreset}
              options={SESSION_PRESETS.map((value) => ({
                value,
                label: t(PRESET[value][0]),
                help: t(PRESET[value][1]),
              }))}
            />
          </fieldset>
          <TranslatedField
            id={`${form.id}-note`}
            label={labels.note}
            help={t('session_note_help')}
            optional
            lines
            error={error('note')}
            {...{ language, beside, value: values.note, onChange: (note) => set('note', note) }}
          />
          <RadioGroup
            id={`${form.id}-mode`}
            label={labels.mode}
            help={t(session?.hasContributions ? 'mode_bound' : 'mode_until')}
            error={error('mode')}
            value={values.mode}
            onChange={(mode) => set('mode', mode)}
            options={modesFor(session).map((mode) => ({
              value: mode,
              label: t(MODE[mode]),
              help: rooms('mode_sentence', { mode }),
            }))}
          />
        </section>
        <section className="stack" aria-labelledby="plan-when">
          <h2 id="plan-when">{t('plan_when')}</h2>
          <fieldset className="stack plain-set" disabled={frozen}>
            <DateTimeField
              id={`${form.id}-starts`}
              label={labels.starts}
              error={error('starts')}
              value={values.starts}
              onChange={(starts) => set('starts', starts)}
            />
            <div className="plan-number">
              <TextInput type="number" min={15} step={15} label={labels.duration} {...form.field('duration')} />
            </div>
          </fieldset>
          <TextInput label={labels.place} optional dir="auto" {...form.field('place')} />
          <TextInput
            type="url"
            dir="ltr"
            inputMode="url"
            label={labels.link}
            help={t('session_link_help')}
            optional
            {...form.field('link')}
          />
          <fieldset className="field">
            <legend>{t('session_interpretation')}</legend>
            <div className="row">
              {LANGUAGES.map((one) => (
                <Checkbox
                  key={one}
                  label={<bdi lang={one}>{LANGUAGE_NAMES[one]}</bdi>}
                  checked={values.interpretation.includes(one)}
                  onChange={(checked) =>
                    set(
                      'interpretation',
                      LANGUAGES.filter((other) => (other === one ? checked : values.interpretation.includes(other))),
                    )
                  }
                />
              ))}
            </div>
          </fieldset>
        </section>
        <AgendaPart
          id={`${form.id}-items`}
          {...{ consultationId, language, beside, error, frozen }}
          preset={values.preset}
          items={values.items}
          change={(items) => set('items', items)}
        />
        <section className="stack" aria-labelledby="plan-how">
          <h2 id="plan-how">{t('plan_how')}</h2>
          <fieldset className="stack plain-set" disabled={frozen}>
            <Checkbox
              label={t('observers_after')}
              checked={values.observersAfter}
              onChange={(checked) => set('observersAfter', checked)}
            />
            <Checkbox
              label={t('is_rehearsal')}
              help={t('is_rehearsal_help')}
              checked={values.rehearsal}
              onChange={(checked) => set('rehearsal', checked)}
            />
          </fieldset>
          <Checkbox
            label={t('prescreen')}
            help={t('prescreen_help')}
            checked={values.prescreen}
            onChange={(checked) => set('prescreen', checked)}
          />
          <div className="plan-number">
            <TextInput type="number" min={1} max={100} label={labels.ideasOfOne} {...form.field('ideasOfOne')} />
          </div>
        </section>
        <InvitedPart
          id={`${form.id}-invited`}
          error={error('invited')}
          invited={values.invited}
          change={(invited) => set('invited', invited)}
        />
        <section className="stack">
          {children}
          <Actions>
            <Button kind="filled" type="submit" busy={busy}>
              {submit}
            </Button>
          </Actions>
        </section>
      </div>
    </form>
  )
}
