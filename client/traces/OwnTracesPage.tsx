import { streams } from '@consultation/shared/live.ts'
import { OUTCOMES } from '@consultation/shared/rules/traces.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { type Became, readOwnTraces } from '@consultation/shared/traces.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useSearch } from '../navigation.tsx'
import { isSource, keyOfThing, SaidBy, ThingLink, ThingMarks, ThingWords } from '../ThingShown.tsx'
import { KIND_WORD, OUTCOME } from '../thing-words.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Select } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './traces.css'

/** Everything the delegation said, each with where it went: one list, that prints on two pages. */
export function OwnTracesPage() {
  const t = useWords('traces')
  const { acting } = useMe()
  const { became: all } = useView(readOwnTraces, {})
  const [{ only = '', list = '' }, setSearch] = useSearch('only', 'list')
  useStream(acting && streams.delegation(acting.delegationId), () => void refresh(readOwnTraces))
  const ofList = all.filter(({ source: { place } }) => place.kind === 'list' && place.listId === list)
  const place = ofList[0]?.source.place
  const became = place ? ofList : all
  const wanted = OUTCOMES.find((outcome) => outcome === only)
  const shown = became.filter(({ outcome }) => !wanted || outcome === wanted)
  const of = (outcome: (typeof OUTCOMES)[number]) => became.filter((one) => one.outcome === outcome).length
  return (
    <div className="column became">
      <PageHead
        title={t('became_title')}
        within={{ title: inLanguage(acting?.delegation ?? {}, t.language).text }}
        lead={t('became_lead')}
      />
      {became.length === 0 ? (
        <Empty>
          <p>{t('became_nothing')}</p>
        </Empty>
      ) : (
        <>
          {place && (
            <p className="no-print">
              {t.rich('became_of_list', { list: <Name of={place.title} /> })}{' '}
              <Link to="/traces/own">{t('became_whole')}</Link>
            </p>
          )}
          <div className="became-head">
            <p>
              {[
                t('became_figures', { count: became.length }),
                ...OUTCOMES.filter((outcome) => of(outcome) > 0).map((outcome) =>
                  t('became_so', { outcome: t(OUTCOME[outcome].word), count: of(outcome) }),
                ),
              ].join(t.language === 'zh' ? '' : ' ')}
            </p>
            <div className="row no-print">
              <Select
                label={t('show_only')}
                value={wanted ?? 'all'}
                onChange={(outcome) => setSearch({ only: outcome === 'all' ? '' : outcome })}
                options={[
                  { value: 'all', label: t('show_all') },
                  ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(OUTCOME[outcome].word) })),
                ]}
              />
              <Button onClick={() => print()}>{t('print_it')}</Button>
            </div>
          </div>
          {byPlace(shown).map(({ key, place, those }) => (
            <section key={key} aria-labelledby={key}>
              <h2 id={key}>
                <Name of={place.title} />
              </h2>
              <ul className="became-list">
                {those.map((one) => (
                  <Said key={keyOfThing(one.source)} became={one} />
                ))}
              </ul>
            </section>
          ))}
          {shown.length === 0 && <p className="quiet">{t('became_none_so')}</p>}
        </>
      )}
    </div>
  )
}

/** What was said in one list or one meeting stands together; feedback by its finding. */
function byPlace(became: readonly Became[]) {
  const groups = Map.groupBy(became, ({ source: { place } }) =>
    place.kind === 'list' ? place.listId : place.kind === 'session' ? place.sessionId : place.findingId,
  )
  return [...groups].flatMap(([key, those]) =>
    those[0] ? [{ key: `at-${key}`, place: those[0].source.place, those }] : [],
  )
}

function Said({ became: { source, inOurName, ownWord, outcome, went, setAside } }: { became: Became }) {
  const t = useWords('traces')
  const { place, kind } = source
  const { word, shape } = OUTCOME[outcome]
  return (
    <li>
      <div className="became-said">
        <p>
          <Link to="/traces/:kind/:id" params={{ kind, id: source.id }}>
            {place.kind === 'list' && place.question !== null && kind === 'answer'
              ? t('said_answer_to', { number: place.question })
              : place.kind === 'finding'
                ? t('said_feedback_on', { version: place.version })
                : t(KIND_WORD[kind])}
          </Link>{' '}
          <ThingMarks thing={source} />
        </p>
        {inOurName && (
          <p className="small">
            <StateMark shape="covered">{t('in_your_name')}</StateMark>{' '}
            <span className="quiet">
              <SaidBy source={source} />
            </span>
          </p>
        )}
        <div className="clamped">
          <ThingWords thing={source} />
        </div>
        {ownWord && <OwnWord word={ownWord} place={place} />}
      </div>
      <div className="became-went">
        <p>
          <StateMark shape={shape}>{t(word)}</StateMark>
        </p>
        {went.length > 0 && (
          <ul>
            {went.map(({ thing, through }) => (
              <li key={keyOfThing(thing)}>
                {isSource(thing) && thing.shownAs?.kind === 'withheld' ? (
                  t('merged_into_like')
                ) : (
                  <ThingLink thing={thing} />
                )}{' '}
                {through.length > 0 && <Through thing={through.at(-1)!} />} <ThingMarks thing={thing} />
              </li>
            ))}
          </ul>
        )}
        {setAside && (
          <p>
            {t.rich('set_aside_because', {
              reason: (
                <q className="said" dir="auto">
                  {setAside.reason}
                </q>
              ),
            })}
          </p>
        )}
      </div>
    </li>
  )
}

type OwnWordProps = { word: NonNullable<Became['ownWord']>; place: Became['source']['place'] }

/** What the delegation itself says to its group’s words: it stands beside them, and under the paragraphs it names. */
function OwnWord({ word: { association, note, paragraphs, lapsed }, place }: OwnWordProps) {
  const t = useWords('traces')
  const numbers = new Intl.ListFormat(t.language, { type: 'unit' })
  return (
    <p className="small">
      {t(association === 'associates' ? 'own_associated' : 'own_differs')}
      {note && (
        <>
          {' '}
          <q dir="auto">{note}</q>
        </>
      )}{' '}
      {place.kind === 'finding' &&
        paragraphs.length > 0 &&
        t.rich('own_dissociates', {
          paragraphs: numbers.format(paragraphs.map((at) => String(at + 1))),
          finding: t('finding_in_version', { number: place.number, version: place.version }),
          link: (words) => (
            <Link to="/finding-versions/:versionId" params={{ versionId: place.versionId }}>
              {words}
            </Link>
          ),
        })}
      {lapsed && <span className="quiet"> {t('own_word_lapsed')}</span>}
    </p>
  )
}

/** The last step before it, in short: what is reached through a finding is not reached at once. */
function Through({ thing }: { thing: Became['went'][number]['through'][number] }) {
  const t = useWords('traces')
  if (isSource(thing))
    return <span className="quiet small"> {t('through_kind', { what: t(KIND_WORD[thing.kind]) })}</span>
  if (thing.kind === 'finding' || thing.kind === 'measure')
    return (
      <span className="quiet small">
        {' '}
        {t(thing.kind === 'finding' ? 'through_finding' : 'through_measure', { number: thing.number })}
      </span>
    )
  if (thing.kind === 'summary') return <span className="quiet small"> {t('through_summary')}</span>
  return null
}
