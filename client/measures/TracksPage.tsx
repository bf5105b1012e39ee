import type { ReplyOf } from '@consultation/shared/contract.ts'
import { formatPartialDay } from '@consultation/shared/house-style.ts'
import { streams } from '@consultation/shared/live.ts'
import { readTracks } from '@consultation/shared/measures.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import type { MeasureLine } from '@consultation/shared/things.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useSearch } from '../navigation.tsx'
import { TRACK } from '../thing-words.ts'
import { Empty } from '../ui/Empty.tsx'
import { Checkbox } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { StackingTable } from '../ui/Table.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { DueLine, MeasureLink, MeasureState } from './MeasureCard.tsx'
import './measures.css'
import { TracksLine } from './TracksLine.tsx'

export type TracksView = ReplyOf<typeof readTracks>

/** How the tracks link up: one line of time for all, then the same as a table. */
export function TracksPage() {
  const t = useWords('traces')
  const view = useView(readTracks, {})
  const [{ only = '' }, setSearch] = useSearch('only')
  const troubled = only === 'late'
  const tracks = view.tracks.filter(({ consultations }) => consultations.length > 0)
  const all = tracks.flatMap(({ consultations }) => consultations)
  const measures = new Map(all.flatMap((one) => one.measures).map((one) => [one.id, one]))
  const held = new Set(view.dependencies.filter(({ holdsUp }) => holdsUp).map(({ measureId }) => measureId))
  const late = [...measures.values()].filter((one) => one.late)
  return (
    <div className="tracks">
      <PageHead title={t('tracks_title')} lead={t('tracks_lead')} />
      {all.map(({ id }) => (
        <Follow key={id} consultationId={id} />
      ))}
      {all.length === 0 ? (
        <Empty>
          <p>{t('tracks_empty')}</p>
        </Empty>
      ) : (
        <>
          <p>{t('tracks_figures', { count: measures.size, late: late.length, held: held.size })}</p>
          <TracksLine view={view} />
          <div className="no-print">
            <Checkbox
              label={t('only_late')}
              checked={troubled}
              onChange={(checked) => setSearch({ only: checked ? 'late' : '' })}
            />
          </div>
          {tracks.map(({ track, consultations }) => (
            <section key={track} aria-labelledby={`track-${track}`}>
              <h2 id={`track-${track}`}>{t(TRACK[track])}</h2>
              {consultations.map((one) => (
                <ConsultationPart
                  key={one.id}
                  consultation={one}
                  view={view}
                  measures={measures}
                  isShown={(one) => !troubled || one.late || held.has(one.id)}
                  {...{ troubled }}
                />
              ))}
            </section>
          ))}
        </>
      )}
    </div>
  )
}

function Follow({ consultationId }: { consultationId: string }) {
  const { acting } = useMe()
  useStream(
    acting ? streams.consultationAll(consultationId) : streams.consultation(consultationId),
    () => void refresh(readTracks),
  )
  return null
}

type PartProps = {
  consultation: TracksView['tracks'][number]['consultations'][number]
  view: TracksView
  measures: ReadonlyMap<string, MeasureLine>
  isShown: (measure: MeasureLine) => boolean
  /** Only what is late or held up is shown. */
  troubled: boolean
}

function ConsultationPart({ consultation, view, measures, isShown, troubled }: PartProps) {
  const t = useWords('traces')
  const { id, title, reference, milestones } = consultation
  const shown = consultation.measures.filter(isShown)
  const needsOf = (measureId: string) =>
    view.dependencies
      .filter((one) => one.measureId === measureId)
      .flatMap(({ needs, holdsUp }) => {
        const line = measures.get(needs)
        return line ? [{ line, holdsUp }] : []
      })
  return (
    <div className="track-part">
      <h3>
        <Name of={title} /> <bdi className="quiet small">{reference}</bdi>
      </h3>
      <p className="no-print">
        <Link to="/consultations/:consultationId/measures" params={{ consultationId: id }}>
          {t('plan_title')}
        </Link>{' '}
        ·{' '}
        <Link to="/consultations/:consultationId/report" params={{ consultationId: id }}>
          {t('see_report')}
        </Link>
      </p>
      {milestones.length > 0 && !troubled && (
        <ul className="milestone-list" aria-label={t('track_milestones')}>
          {milestones.map(({ id, label, on, until }) => (
            <li key={id}>
              <span className="quiet">
                {until && until !== on
                  ? t('span_from_until', {
                      from: formatPartialDay(on, t.language),
                      until: formatPartialDay(until, t.language),
                    })
                  : formatPartialDay(on, t.language)}
              </span>{' '}
              <Name of={label} />
            </li>
          ))}
        </ul>
      )}
      {shown.length === 0 ? (
        <p className="quiet">{t(troubled ? 'none_late' : 'no_measures_there')}</p>
      ) : (
        <StackingTable
          caption={<span className="visually-hidden">{inLanguage(title, t.language).text}</span>}
          rows={shown}
          keyOf={(measure) => measure.id}
          columns={[
            {
              name: t('measure_label'),
              cell: (measure) => (
                <>
                  <MeasureLink measure={measure} here={id} />: <Name of={measure.title} />
                  <div className="small quiet">
                    <Name of={measure.owner} />
                  </div>
                </>
              ),
            },
            { name: t('due_label'), cell: (measure) => <DueLine measure={measure} /> },
            { name: t('state_label'), cell: ({ state }) => <MeasureState state={state} /> },
            {
              name: t('depends_on'),
              cell: (measure) =>
                needsOf(measure.id).map(({ line, holdsUp }) => (
                  <div key={line.id}>
                    <MeasureLink measure={line} here={id} />{' '}
                    {holdsUp && <StateMark shape="attention">{t('holds_it_up')}</StateMark>}
                  </div>
                )),
            },
          ]}
        />
      )}
    </div>
  )
}
