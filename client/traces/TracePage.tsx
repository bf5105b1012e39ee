import { LINKED_KINDS } from '@consultation/shared/links.ts'
import { streams } from '@consultation/shared/live.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import type { Thing } from '@consultation/shared/things.ts'
import { readTrace, type TraceStep } from '@consultation/shared/traces.ts'
import { lazy, Suspense, useState } from 'react'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { isSource, keyOfThing, SaidAt, SaidBy, ThingLink, ThingMarks, ThingWords } from '../ThingShown.tsx'
import { KIND_WORD, WAY_WORD } from '../thing-words.ts'
import { Button } from '../ui/Button.tsx'
import { NotFound } from '../ui/ErrorPages.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './traces.css'

// For the Secretariat alone, with words of its own.
const SetAside = lazy(async () => ({ default: (await import('./SetAsideDialog.tsx')).SetAsideDialog }))

/** One thing, what it rests on and what became of it: two steps each way, as far as the reader may know. */
export function TracePage() {
  const params = useParams('/traces/:kind/:id')
  const kind = LINKED_KINDS.find((one) => one === params.kind)
  return kind ? <Trace kind={kind} id={params.id} /> : <NotFound />
}

function Trace({ kind, id }: { kind: (typeof LINKED_KINDS)[number]; id: string }) {
  const t = useWords('traces')
  const { acting } = useMe()
  const trace = useView(readTrace, { params: { kind, id } })
  const { thing, consultation, restsOn, becameOf, setAside, may } = trace
  const [settingAside, setSettingAside] = useState(false)
  const again = () => void refresh(readTrace)
  useStream(acting ? streams.consultationAll(consultation.id) : streams.consultation(consultation.id), again)
  return (
    <div className="trace">
      <PageHead
        title={useTitle(thing)}
        within={{
          title: inLanguage(consultation.title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={{ consultationId: consultation.id }}>
              <Name of={consultation.title} />
            </Link>
          ),
        }}
        lead={isSource(thing) ? <SaidAt source={thing} /> : undefined}
      >
        <Opening thing={thing} />
      </PageHead>
      <div className="trace-words">
        <p className="row">
          {isSource(thing) && (
            <span>
              <SaidBy source={thing} />
              {thing.at && (
                <>
                  , <When at={thing.at} show="date" />
                </>
              )}
            </span>
          )}
          <ThingMarks thing={thing} />
        </p>
        <ThingWords thing={thing} />
        {!isSource(thing) && 'title' in thing && (
          <p className="said">
            <Name of={thing.title} />
          </p>
        )}
      </div>
      {setAside && (
        <Notice title={t('was_set_aside')}>
          <p className="said">{setAside.reason}</p>
          <p className="small quiet">
            <When at={setAside.at} show="date" />
          </p>
        </Notice>
      )}
      <div className="trace-ways">
        <section aria-labelledby="rests-on">
          <h2 id="rests-on">{t('what_it_rests_on')}</h2>
          <Steps steps={restsOn} empty={t(isSource(thing) ? 'is_first_said' : 'rests_unseen')} />
        </section>
        <section aria-labelledby="became-of">
          <h2 id="became-of">{t('what_became_of_it')}</h2>
          <Steps steps={becameOf} empty={t('became_nothing_yet')} />
        </section>
      </div>
      {may.setAside && isSource(thing) && (
        <div className="no-print">
          <Button onClick={() => setSettingAside(true)}>{t('decide_on_it')}</Button>
          {settingAside && (
            <Suspense>
              <SetAside
                consultationId={consultation.id}
                source={thing}
                setAside={setAside?.reason ?? null}
                onClose={() => setSettingAside(false)}
                onDone={again}
              />
            </Suspense>
          )}
        </div>
      )}
    </div>
  )
}

/** The heading names the window: plain words. */
function useTitle(thing: Thing): string {
  const t = useWords('traces')
  if (isSource(thing)) return t(KIND_WORD[thing.kind])
  switch (thing.kind) {
    case 'theme':
      return t('theme_number', { number: thing.number })
    case 'finding':
      return thing.version === 0
        ? t('finding_under_writing', { number: thing.number })
        : t('finding_in_version', { number: thing.number, version: thing.version })
    case 'measure':
      return t('measure_number', { number: thing.number })
    case 'paragraph':
      return thing.number === null ? t('heading_named') : t('paragraph_named', { number: thing.number })
    case 'summary':
      return thing.number === null ? t('summary_heading') : t('summary_paragraph', { number: thing.number })
  }
}

function Steps({ steps, empty }: { steps: readonly TraceStep[]; empty: string }) {
  const t = useWords('traces')
  if (steps.length === 0) return <p className="quiet">{empty}</p>
  return (
    <ul className="trace-steps">
      {steps.map(({ way, passage, thing, beyond }) => (
        <li key={`${way} ${keyOfThing(thing)} ${passage?.paragraph ?? ''}`}>
          <p>
            <span className="quiet small">{t(WAY_WORD[way])}</span> <ThingLink thing={thing} />{' '}
            <ThingMarks thing={thing} />
          </p>
          {isSource(thing) && (
            <p className="small quiet">
              <SaidAt source={thing} />
            </p>
          )}
          <div className="clamped">
            <ThingWords thing={thing} />
          </div>
          {beyond.length > 0 && (
            <ul>
              {beyond.map((next) => (
                <li key={`${next.way} ${keyOfThing(next.thing)} ${next.passage?.paragraph ?? ''}`}>
                  <p>
                    <span className="quiet small">{t(WAY_WORD[next.way])}</span> <ThingLink thing={next.thing} />{' '}
                    <ThingMarks thing={next.thing} />
                  </p>
                  <div className="clamped">
                    <ThingWords thing={next.thing} />
                  </div>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

/** To where it stands among what surrounds it. */
function Opening({ thing }: { thing: Thing }) {
  const t = useWords('traces')
  const { may } = useMe()
  if (isSource(thing)) {
    if (thing.place.kind === 'list')
      return (
        <Link
          to="/lists/:listId/answers"
          params={{ listId: thing.place.listId }}
          search={{ question: thing.place.questionId ?? '' }}
        >
          {t('open_there')}
        </Link>
      )
    if (thing.place.kind === 'session')
      return (
        <Link to="/sessions/:sessionId" params={{ sessionId: thing.place.sessionId }}>
          {t('open_there')}
        </Link>
      )
    return null
  }
  const { consultationId } = thing
  if (thing.kind === 'measure')
    return (
      <Link to="/consultations/:consultationId/measures" params={{ consultationId }} hash={`measure-${thing.id}`}>
        {t('open_there')}
      </Link>
    )
  if (thing.kind === 'finding' && thing.version > 0)
    return (
      <Link to="/finding-versions/:versionId" params={{ versionId: thing.id }}>
        {t('open_there')}
      </Link>
    )
  if (thing.kind === 'finding' && may('finding.write'))
    return (
      <Link to="/findings/:findingId" params={{ findingId: thing.findingId }}>
        {t('open_there')}
      </Link>
    )
  if (thing.kind === 'paragraph')
    return (
      <Link to="/consultations/:consultationId/report" params={{ consultationId }} hash={`part-${thing.id}`}>
        {t('open_there')}
      </Link>
    )
  if (thing.kind === 'summary')
    return (
      <Link to="/summaries/:summaryId" params={{ summaryId: thing.summaryId }} hash={`part-${thing.id}`}>
        {t('open_there')}
      </Link>
    )
  return null
}
