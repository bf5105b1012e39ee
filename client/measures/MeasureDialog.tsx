import { type ConsultationView, TRACKS } from '@consultation/shared/consultations.ts'
import type { Language } from '@consultation/shared/languages.ts'
import {
  addMeasure,
  changeMeasure,
  listMeasures,
  type MeasureBody,
  type MeasureView,
  readTracks,
} from '@consultation/shared/measures.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import type { MeasureLine, Rest } from '@consultation/shared/things.ts'
import { useState } from 'react'
import { citationsIn, RestsField } from '../RestsField.tsx'
import { TRACK } from '../thing-words.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Select, TextInput } from '../ui/Field.tsx'
import { LanguageTabs } from '../ui/LanguageTabs.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { tell } from '../ui/Toast.tsx'
import { TranslatedField } from '../ui/TranslatedField.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall, useRead } from '../use-call.ts'
import { useSeen } from '../use-seen.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { MeasureCard } from './MeasureCard.tsx'
import { writtenIn } from './written.ts'

type Props = {
  consultation: Pick<ConsultationView, 'id' | 'track'>
  /** Null: a new one. */
  measure: MeasureView | null
  onClose: () => void
  onDone: () => void
}

type Needed = Pick<MeasureLine, 'id' | 'number' | 'title' | 'track' | 'consultationId'>

/** A measure is written or changed: words in six languages, who and by when, what it waits for and what it answers. */
export function MeasureDialog({ consultation, measure, onClose, onDone }: Props) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  const adding = useCall(addMeasure)
  const changing = useCall(changeMeasure)
  const refusal = measure ? changing.refusal : adding.refusal
  const { revision, newer, goOn } = useSeen(measure)
  const [language, setLanguage] = useState<Language>(useLanguage())
  const form = useForm(
    {
      title: measure?.title ?? {},
      text: measure?.text ?? {},
      owner: measure?.owner ?? {},
      track: measure?.track ?? consultation.track,
      due: measure?.due ?? '',
      needs: (measure?.needs ?? []) as Needed[],
      rests: (measure?.rests ?? []) as Rest[],
    },
    refusal,
  )
  const { values, set } = form
  const beside = language === 'en' ? null : 'en'
  const restsError = form.errors.find(({ field }) => field.startsWith('citations'))

  async function save() {
    const body: MeasureBody = {
      title: writtenIn(values.title),
      text: writtenIn(values.text),
      owner: writtenIn(values.owner),
      track: values.track,
      due: values.due.trim() || null,
      needs: values.needs.map(({ id }) => id),
      citations: citationsIn(values.rests),
    }
    const kept = measure
      ? await changing.send({ params: { measureId: measure.id }, body, revision })
      : await adding.send({ params: { consultationId: consultation.id }, body })
    // Refused because others changed it: what they wrote is shown beside what was typed.
    if (!kept) return void refresh(listMeasures)
    tell(t(measure ? 'measure_kept' : 'measure_added'))
    onDone()
  }

  return (
    <Dialog
      open
      wide
      title={measure ? t('edit_title', { number: measure.number }) : t('add_measure')}
      onClose={onClose}
    >
      <form className="stack" noValidate onSubmit={form.onSubmit(save)}>
        <ErrorSummary
          form={form}
          refusal={refusal?.code === 'changed_meanwhile' && !newer ? null : refusal}
          labels={{
            title: t('measure_column'),
            text: t('text_label'),
            owner: t('owner_column'),
            due: t('due_column'),
            needs: t('needs_column'),
            citations: t('rests_on_these'),
          }}
        />
        {newer && (
          <Notice kind="warning" title={t('changed_by_others')} role="alert">
            <MeasureCard measure={newer} heading={false} />
            <Button onClick={goOn}>{t('go_on_with_mine')}</Button>
          </Notice>
        )}
        <LanguageTabs
          label={t('written_in')}
          value={language}
          onChange={setLanguage}
          note={(one) => (values.title[one]?.trim() ? t('has_words') : t('has_no_words'))}
        />
        <TranslatedField
          label={t('measure_column')}
          id={form.field('title').id}
          error={form.field('title').error}
          value={values.title}
          onChange={(value) => set('title', value)}
          {...{ language, beside }}
        />
        <TranslatedField
          label={t('text_label')}
          optional
          lines
          id={form.field('text').id}
          error={form.field('text').error}
          value={values.text}
          onChange={(value) => set('text', value)}
          {...{ language, beside }}
        />
        <TranslatedField
          label={t('owner_column')}
          optional
          id={form.field('owner').id}
          error={form.field('owner').error}
          value={values.owner}
          onChange={(value) => set('owner', value)}
          {...{ language, beside }}
        />
        <div className="tabular-row">
          <Select
            label={t('track_column')}
            {...form.field('track')}
            options={TRACKS.map((track) => ({ value: track, label: words(TRACK[track]) }))}
          />
          <TextInput
            label={t('due_column')}
            help={t('due_help')}
            optional
            dir="ltr"
            placeholder="2017-09-30"
            {...form.field('due')}
          />
        </div>
        <NeedsField
          measureId={measure?.id ?? null}
          value={values.needs}
          onChange={(needs) => set('needs', needs)}
          id={form.field('needs').id}
          error={form.field('needs').error}
        />
        {form.errors.some(({ code }) => code === 'circular') && <Ring ring={refusal?.current} />}
        <RestsField
          consultationId={consultation.id}
          value={values.rests}
          onChange={(rests) => set('rests', rests)}
          results={{ findings: true, summaries: true }}
          error={restsError && t(restsError.code)}
        />
        <Actions>
          <Button kind="filled" type="submit" busy={adding.status === 'sending' || changing.status === 'sending'}>
            {t('keep_measure')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('let_be')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

/** The ring that was refused, by its measures in turn. */
function Ring({ ring }: { ring: unknown }) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  const named = (Array.isArray(ring) ? ring : []) as MeasureLine[]
  return (
    <Notice kind="warning">
      <p>
        {named.map(({ id, number, title }, at) => (
          // The first closes the ring, and stands in it twice.
          <span key={`${id} ${at === 0 ? 'first' : ''}`}>
            {at > 0 && ` ${t('waits_for_next')} `}
            {words('measure_number', { number })} (<Name of={title} />)
          </span>
        ))}
      </p>
    </Notice>
  )
}

type NeedsProps = {
  measureId: string | null
  value: readonly Needed[]
  onChange: (needs: Needed[]) => void
  id: string
  error: string | undefined
}

/** Measures of any track that must be there before. */
function NeedsField({ measureId, value, onChange, id, error }: NeedsProps) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  const reading = useRead(readTracks, {})
  const all = reading.status === 'ready' ? reading.view.tracks.flatMap(({ consultations }) => consultations) : []
  const open = all
    .flatMap(({ measures }) => measures)
    .filter((one) => one.id !== measureId && !value.some((needed) => needed.id === one.id))
  const named = (one: Needed) =>
    t('measure_of_plan', {
      number: one.number,
      title: inLanguage(one.title, t.language).text,
      track: words(TRACK[one.track]),
    })
  return (
    <div className="stack">
      <Combobox
        key={value.length}
        id={id}
        label={t('needs_column')}
        help={t('needs_help')}
        {...(error ? { error } : {})}
        optional
        value={null}
        onChange={(chosen) => {
          const one = open.find((measure) => measure.id === chosen)
          if (one) onChange([...value, one])
        }}
        options={open.map((one) => ({ value: one.id, label: named(one) }))}
      />
      {value.length > 0 && (
        <ul className="rests" aria-label={t('needs_column')}>
          {value.map((one) => (
            <li key={one.id}>
              <span className="rests-text">{named(one)}</span>
              <Button kind="quiet" onClick={() => onChange(value.filter(({ id }) => id !== one.id))}>
                {t('take_out')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
