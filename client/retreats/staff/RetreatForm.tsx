import { listFindings } from '@consultation/shared/findings.ts'
import { ATTRIBUTIONS } from '@consultation/shared/rules/attribution.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { type ReactNode, Suspense, useMemo } from 'react'
import type { RefusalError } from '../../api.ts'
import { DelegationsChoice } from '../../DelegationsChoice.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateTimeField } from '../../ui/DateTimeField.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Checkbox, TextInput } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ZoneSelect } from '../../ui/ZoneSelect.tsx'
import { useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { useWritingLanguages, WritingLanguagesChoice } from '../../writing-languages.tsx'
import { moved } from '../programme.ts'
import { inFields, type Plan } from './plan.ts'

const OFFERED = {
  attributed: 'offer_by_name',
  not_for_attribution: 'offer_without_name',
} as const

type Props = {
  consultationId: string
  initial: Plan
  refusal: RefusalError | null
  busy: boolean
  submit: string
  onSubmit: (plan: Plan) => void
  /** Between the form and its button. */
  children?: ReactNode
}

/** Everything that is settled about a retreat beside its programme. Nothing typed is lost by a refusal. */
export function RetreatForm({ consultationId, initial, refusal, busy, submit, onSubmit, children }: Props) {
  const t = useWords('retreat')
  const staff = useWords('staff')
  const writing = useWritingLanguages()
  const { language, beside } = writing
  const asked = useMemo(() => refusal && inFields(refusal), [refusal])
  const form = useForm(initial, asked)
  const { values, set } = form
  const labels = {
    title: staff('retreat_title'),
    note: t('retreat_note'),
    place: staff('retreat_place'),
    zone: t('retreat_zone'),
    opens: t('feedback_opens'),
    closes: t('feedback_closes'),
    attributionOffered: t('how_feedback_is_given'),
    feedbackOpen: t('feedback_open'),
    participantIds: t('participants'),
    findingIds: t('findings_put'),
  }

  return (
    <form className="stack" onSubmit={form.onSubmit(onSubmit)} noValidate>
      <ErrorSummary form={form} labels={labels} refusal={asked} />
      <div className="retreat-languages">
        <WritingLanguagesChoice of={writing} note={(one) => (values.title[one]?.trim() ? '✓' : null)} />
      </div>
      <div className="sections">
        <section className="stack" aria-labelledby="retreat-what">
          <h2 id="retreat-what">{t('what_and_where')}</h2>
          <TranslatedField
            id={`${form.id}-title`}
            label={labels.title}
            error={form.field('title').error}
            {...{ language, beside, value: values.title, onChange: (title) => set('title', title) }}
          />
          <TranslatedField
            id={`${form.id}-note`}
            label={labels.note}
            help={t('retreat_note_help')}
            optional
            lines
            error={form.field('note').error}
            {...{ language, beside, value: values.note, onChange: (note) => set('note', note) }}
          />
          <TextInput label={labels.place} optional dir="auto" {...form.field('place')} />
          <ZoneSelect label={labels.zone} value={values.zone} onChange={(zone) => set('zone', zone)} />
        </section>
        <section className="stack" aria-labelledby="retreat-feedback">
          <h2 id="retreat-feedback">{t('feedback_on_findings')}</h2>
          <DateTimeField
            id={`${form.id}-opens`}
            label={labels.opens}
            error={form.field('opens').error}
            value={values.opens}
            onChange={(opens) => set('opens', opens)}
          />
          <DateTimeField
            id={`${form.id}-closes`}
            label={labels.closes}
            error={form.field('closes').error}
            value={values.closes}
            onChange={(closes) => set('closes', closes)}
          />
          <fieldset className="field" id={`${form.id}-attributionOffered`} tabIndex={-1}>
            <legend>{labels.attributionOffered}</legend>
            {form.field('attributionOffered').error && (
              <p className="field-error">{form.field('attributionOffered').error}</p>
            )}
            {ATTRIBUTIONS.map((one) => (
              <Checkbox
                key={one}
                label={t(OFFERED[one])}
                checked={values.attributionOffered.includes(one)}
                onChange={(checked) =>
                  set(
                    'attributionOffered',
                    ATTRIBUTIONS.filter((other) =>
                      other === one ? checked : values.attributionOffered.includes(other),
                    ),
                  )
                }
              />
            ))}
          </fieldset>
          <Checkbox
            label={labels.feedbackOpen}
            help={t('feedback_open_help')}
            checked={values.feedbackOpen}
            onChange={(checked) => set('feedbackOpen', checked)}
          />
        </section>
        <section className="stack" aria-labelledby={`${form.id}-findingIds`}>
          <h2 id={`${form.id}-findingIds`} tabIndex={-1}>
            {labels.findingIds}{' '}
            <span className="quiet">{t('findings_chosen', { count: values.findingIds.length })}</span>
          </h2>
          <Suspense fallback={<Skeleton />}>
            <FindingsChoice
              consultationId={consultationId}
              chosen={values.findingIds}
              onChange={(findingIds) => set('findingIds', findingIds)}
            />
          </Suspense>
        </section>
        <section className="stack" aria-labelledby={`${form.id}-participantIds`}>
          <h2 id={`${form.id}-participantIds`} tabIndex={-1}>
            {labels.participantIds}{' '}
            <span className="quiet">{t('count_of_delegations', { count: values.participantIds.length })}</span>
          </h2>
          {form.field('participantIds').error && <p className="field-error">{form.field('participantIds').error}</p>}
          <DelegationsChoice
            label={labels.participantIds}
            chosen={values.participantIds}
            change={(how) => set('participantIds', how(values.participantIds))}
          />
        </section>
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

type FindingsProps = { consultationId: string; chosen: readonly string[]; onChange: (ids: string[]) => void }

/** Which findings are put to the retreat, in the order in which they are discussed. */
function FindingsChoice({ consultationId, chosen, onChange }: FindingsProps) {
  const t = useWords('retreat')
  const staff = useWords('staff')
  const { findings } = useView(listFindings, { params: { consultationId } })
  if (findings.length === 0) return <p className="quiet">{t('no_findings_yet_here')}</p>
  const titleOf = (id: string) => inLanguage(findings.find((one) => one.id === id)?.title ?? {}, t.language).text
  const left = findings.filter(({ id, state }) => !chosen.includes(id) && state !== 'withdrawn')
  return (
    <>
      <ol className="wishes">
        {chosen.map((id, at) => {
          const one = findings.find((finding) => finding.id === id)
          return (
            <li key={id}>
              <span>
                {one && t('finding_by_number', { number: one.number })} {titleOf(id)}
                {one?.version === 0 && <span className="small quiet"> · {t('not_published_yet')}</span>}
              </span>
              <span className="row">
                <Button
                  kind="quiet"
                  aria-label={staff('move_up', { name: titleOf(id) })}
                  busy={at === 0}
                  onClick={() => onChange(moved(chosen, id, -1))}
                >
                  ↑
                </Button>
                <Button
                  kind="quiet"
                  aria-label={staff('move_down', { name: titleOf(id) })}
                  busy={at === chosen.length - 1}
                  onClick={() => onChange(moved(chosen, id, 1))}
                >
                  ↓
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('take_finding_out', { name: titleOf(id) })}
                  onClick={() => onChange(chosen.filter((one) => one !== id))}
                >
                  ×
                </Button>
              </span>
            </li>
          )
        })}
      </ol>
      {left.length > 0 && (
        <>
          <div>
            <Button onClick={() => onChange([...chosen, ...left.map(({ id }) => id)])}>
              {t('put_all_findings', { count: left.length })}
            </Button>
          </div>
          <fieldset className="field">
            <legend>{t('further_findings')}</legend>
            {left.map(({ id, number, title }) => (
              <Checkbox
                key={id}
                label={
                  <>
                    {t('finding_by_number', { number })} <Name of={title} />
                  </>
                }
                checked={false}
                onChange={() => onChange([...chosen, id])}
              />
            ))}
          </fieldset>
        </>
      )}
    </>
  )
}
