import { formatPartialDay } from '@consultation/shared/house-style.ts'
import type { MeasureView } from '@consultation/shared/measures.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import type { MeasureLine } from '@consultation/shared/things.ts'
import type { ReactNode } from 'react'
import { Link } from '../navigation.tsx'
import { isSource, keyOfThing, SaidAt, ThingLink, ThingMarks } from '../ThingShown.tsx'
import { STATE, TRACK } from '../thing-words.ts'
import { Name } from '../ui/Name.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'

/** By when, as far as it is known, and late in words. */
export function DueLine({ measure: { due, late } }: { measure: Pick<MeasureLine, 'due' | 'late'> }) {
  const t = useWords('traces')
  if (due === null) return <span className="quiet">{t('no_date')}</span>
  return (
    <>
      <time dateTime={due}>{formatPartialDay(due, t.language)}</time>
      {late && (
        <>
          {' '}
          <StateMark shape="attention">{t('is_late')}</StateMark>
        </>
      )}
    </>
  )
}

export function MeasureState({ state }: { state: MeasureLine['state'] }) {
  const t = useWords('traces')
  return <StateMark shape={STATE[state].shape}>{t(STATE[state].word)}</StateMark>
}

/** A measure of this plan by its number, of another by its title too. */
export function MeasureLink({ measure, here }: { measure: MeasureLine; here: string }) {
  const t = useWords('traces')
  return (
    <Link
      to="/consultations/:consultationId/measures"
      params={{ consultationId: measure.consultationId }}
      hash={`measure-${measure.id}`}
    >
      {measure.consultationId === here
        ? t('measure_number', { number: measure.number })
        : t.rich('measure_of_track', {
            number: measure.number,
            track: t(TRACK[measure.track]),
            title: <Name of={measure.title} />,
          })}
    </Link>
  )
}

/** Everything there is to read of one measure. `children`: what may be done with it. */
export function MeasureCard({
  measure,
  heading = true,
  children,
}: {
  measure: MeasureView
  heading?: boolean
  children?: ReactNode
}) {
  const t = useWords('traces')
  const text = inLanguage(measure.text, t.language)
  return (
    <article className="measure-card" id={heading ? `measure-${measure.id}` : undefined}>
      {heading && (
        <h2 className="measure-title">
          {t.rich('measure_named', { number: measure.number, title: <Name of={measure.title} /> })}
        </h2>
      )}
      <p className="row">
        <MeasureState state={measure.state} />
        {!measure.published && <StateMark shape="empty">{t('not_published')}</StateMark>}
      </p>
      <dl className="measure-facts">
        <dt>{t('owner_label')}</dt>
        <dd>
          {inLanguage(measure.owner, t.language).text === '' ? (
            <span className="quiet">{t('no_owner')}</span>
          ) : (
            <Name of={measure.owner} />
          )}
        </dd>
        <dt>{t('due_label')}</dt>
        <dd>
          <DueLine measure={measure} />
        </dd>
        <dt>{t('track_label')}</dt>
        <dd>{t(TRACK[measure.track])}</dd>
      </dl>
      {text.text && (
        <div className="said" lang={text.language} dir="auto">
          {text.text.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <Depends measure={measure} />
      {measure.rests.length > 0 && (
        <div>
          <h3>{t('what_it_answers')}</h3>
          <ul className="plain-list">
            {measure.rests.map(({ thing, passage }) => (
              <li key={`${keyOfThing(thing)} ${passage?.paragraph ?? ''}`}>
                <ThingLink thing={thing} /> <ThingMarks thing={thing} />
                {isSource(thing) && (
                  <span className="small quiet">
                    {' '}
                    <SaidAt source={thing} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>{t('state_history', { count: measure.history.length })}</summary>
        <ol className="plain-list" reversed>
          {measure.history.map(({ state, note, at }) => (
            <li key={`${at} ${state}`}>
              <MeasureState state={state} /> · <When at={at} show="date" />
              {inLanguage(note, t.language).text && (
                <p className="said">
                  <Name of={note} />
                </p>
              )}
            </li>
          ))}
        </ol>
      </details>
      <p className="no-print">
        <Link to="/traces/:kind/:id" params={{ kind: 'measure', id: measure.id }}>
          {t('follow_it')}
        </Link>
      </p>
      {children}
    </article>
  )
}

function Depends({ measure }: { measure: MeasureView }) {
  const t = useWords('traces')
  const { needs, neededBy, consultationId } = measure
  if (needs.length === 0 && neededBy.length === 0) return null
  return (
    <dl className="measure-facts">
      {needs.length > 0 && (
        <>
          <dt>{t('depends_on')}</dt>
          <dd>
            <ul className="plain-list">
              {needs.map((one) => (
                <li key={one.id}>
                  <MeasureLink measure={one} here={consultationId} /> <MeasureState state={one.state} />{' '}
                  {one.holdsUp && <StateMark shape="attention">{t('holds_it_up')}</StateMark>}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {neededBy.length > 0 && (
        <>
          <dt>{t('depended_on_by')}</dt>
          <dd>
            <ul className="plain-list">
              {neededBy.map((one) => (
                <li key={one.id}>
                  <MeasureLink measure={one} here={consultationId} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}
