import { type ConsultationView, type Milestone, TRACKS } from '@consultation/shared/consultations.ts'
import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { useState } from 'react'
import type { RefusalError } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Select, TextInput } from '../ui/Field.tsx'
import { LanguageTabs } from '../ui/LanguageTabs.tsx'
import { tell } from '../ui/Toast.tsx'
import { TranslatedField } from '../ui/TranslatedField.tsx'
import { useForm } from '../ui/use-form.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { BesideSelect } from '../writing-languages.tsx'
import './consultations.css'
import { TRACK_WORD } from './tracks.ts'

export type ConsultationTexts = Pick<
  ConsultationView,
  'reference' | 'title' | 'track' | 'description' | 'office' | 'milestones'
>

type Props = {
  initial: ConsultationTexts
  refusal: RefusalError | null
  busy: boolean
  action: string
  onSubmit: (texts: ConsultationTexts) => unknown
}

const PARTIAL = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** What is said of a consultation, in the six languages, with its milestones. */
export function ConsultationForm({ initial, refusal, busy, action, onSubmit }: Props) {
  const t = useWords('staff')
  const form = useForm(initial, refusal)
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [beside, setBeside] = useState<Language | null>(null)
  const { values, set } = form
  const texts: Translated[] = [
    values.title,
    values.office,
    values.description,
    ...values.milestones.map((m) => m.label),
  ]
  const written = texts.filter((text) => LANGUAGES.some((one) => text[one]?.trim()))
  const missing = (one: Language) => written.filter((text) => !text[one]?.trim()).length

  return (
    <form
      className="stack"
      style={{ '--gap': 'var(--space-5)' } as React.CSSProperties}
      noValidate
      onSubmit={form.onSubmit((texts) => onSubmit(filled(texts)))}
    >
      <ErrorSummary
        form={form}
        refusal={refusal}
        labels={{
          reference: t('consultation_reference'),
          title: t('consultation_title'),
          description: t('consultation_description'),
          office: t('office_name'),
          milestones: t('milestones'),
        }}
      />
      <TextInput
        label={t('consultation_reference')}
        help={t('consultation_reference_help')}
        dir="ltr"
        {...form.field('reference')}
      />
      <Select
        label={t('track')}
        {...form.field('track')}
        options={TRACKS.map((track) => ({ value: track, label: t(TRACK_WORD[track]) }))}
      />
      <div className="stack" style={{ '--gap': 'var(--space-2)' } as React.CSSProperties}>
        <span className="field-label">{t('write_in')}</span>
        <LanguageTabs
          label={t('write_in')}
          value={language}
          onChange={setLanguage}
          note={(one) =>
            missing(one) > 0 ? t('texts_missing', { count: missing(one) }) : written.length > 0 && t('texts_complete')
          }
        />
        <BesideSelect value={beside} not={language} onChange={setBeside} />
      </div>
      <TranslatedField
        label={t('consultation_title')}
        id={form.field('title').id}
        error={form.field('title').error}
        value={values.title}
        onChange={(value) => set('title', value)}
        {...{ language, beside }}
      />
      <TranslatedField
        label={t('office_name')}
        optional
        value={values.office}
        onChange={(value) => set('office', value)}
        {...{ language, beside }}
      />
      <TranslatedField
        label={t('consultation_description')}
        optional
        lines
        value={values.description}
        onChange={(value) => set('description', value)}
        {...{ language, beside }}
      />
      <Milestones
        id={form.field('milestones').id}
        error={form.field('milestones').error}
        value={values.milestones}
        onChange={(value) => set('milestones', value)}
        {...{ language, beside }}
      />
      <Actions>
        <Button kind="filled" type="submit" busy={busy}>
          {action}
        </Button>
      </Actions>
    </form>
  )
}

type MilestonesProps = {
  id: string
  error: string | undefined
  value: Milestone[]
  onChange: (value: Milestone[]) => void
  language: Language
  beside: Language | null
}

function Milestones({ id, error, value, onChange, language, beside }: MilestonesProps) {
  const t = useWords('staff')
  const change = (at: number, changed: Partial<Milestone>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...changed } : one)))
  const wrong = (day: string | null) => (day && !PARTIAL.test(day) ? t('not_a_date') : undefined)

  function remove(at: number) {
    const before = value
    onChange(value.filter((_, index) => index !== at))
    tell(t('milestone_removed'), () => onChange(before))
  }

  return (
    <fieldset className="field" id={id} tabIndex={-1}>
      <legend>{t('milestones')}</legend>
      <p className="field-help">{t('milestones_help')}</p>
      {error && <p className="field-error">{error}</p>}
      {value.map((milestone, at) => (
        <div className="milestone" key={milestone.id}>
          <TranslatedField
            label={t('milestone_label', { number: at + 1 })}
            value={milestone.label}
            onChange={(label) => change(at, { label })}
            {...{ language, beside }}
          />
          <div className="milestone-days">
            <TextInput
              label={t('day_from')}
              dir="ltr"
              placeholder="2017-07"
              value={milestone.on}
              onChange={(on) => change(at, { on: on.trim() })}
              error={wrong(milestone.on)}
            />
            <TextInput
              label={t('day_until')}
              optional
              dir="ltr"
              value={milestone.until ?? ''}
              onChange={(until) => change(at, { until: until.trim() || null })}
              error={wrong(milestone.until)}
            />
            <Button kind="quiet" onClick={() => remove(at)}>
              {t('remove_it')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          onClick={() =>
            onChange([
              ...value,
              { id: crypto.randomUUID(), label: {}, on: new Date().toISOString().slice(0, 10), until: null },
            ])
          }
        >
          {t('add_milestone')}
        </Button>
      </div>
    </fieldset>
  )
}

/** Without what was left empty: a language in which nothing is written is not there. */
function filled(texts: ConsultationTexts): ConsultationTexts {
  const written = (text: Translated): Translated =>
    Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''))
  return {
    ...texts,
    title: written(texts.title),
    description: written(texts.description),
    office: written(texts.office),
    milestones: texts.milestones.map((milestone) => ({ ...milestone, label: written(milestone.label) })),
  }
}
