import type { RecordView } from '@consultation/shared/records.ts'
import { type Block, inLanguage } from '@consultation/shared/text.ts'
import { RichText } from '../../ui/RichText.tsx'
import { useWords } from '../../words/index.ts'
import { listed } from '../listed.ts'
import { SeatName } from '../Seat.tsx'

/** What was said on an item, folded: speakers, statements, ideas by cluster, figures given out, open threads. */
export function ItemSaid({ of: one }: { of: RecordView['items'][number] }) {
  const t = useWords('record')
  const rooms = useWords('rooms')
  const { speakers, spoke, statements, clusters, ideas, temperatures, topics, remarks } = one
  const shown = ideas.filter(({ mergedInto }) => mergedInto === null)
  const loose = shown.filter(({ clusterId }) => !clusters.some(({ id }) => id === clusterId))
  const nothing =
    [speakers, statements, shown, temperatures, topics].every((all) => all.length === 0) && (spoke ?? 0) === 0
  if (nothing) return <p className="quiet">{t('nothing_said_yet')}</p>
  return (
    <details className="record-said">
      <summary>
        {t('what_was_said', {
          speakers: spoke ?? speakers.length,
          statements: statements.length,
          ideas: shown.length,
        })}
      </summary>
      <div className="stack">
        {speakers.length > 0 && (
          <>
            <h3>{t('speakers_of_item')}</h3>
            <ol className="record-list">
              {speakers.map(({ id, seat, capacity }) => (
                <li key={id}>
                  <SeatName seat={seat} /> <span className="quiet small">{rooms('capacity', { capacity })}</span>
                </li>
              ))}
            </ol>
          </>
        )}
        {statements.length > 0 && (
          <>
            <h3>{rooms('statements')}</h3>
            {statements.map(({ id, seat, channel, language, blocks, version, replaced }) => (
              <article key={id}>
                <h4>
                  <SeatName seat={seat} />{' '}
                  <span className="quiet small">
                    {rooms('channel', { channel })}
                    {replaced
                      ? ` · ${t('version_replaced', { number: version })}`
                      : version > 1 && ` · ${rooms('statement_version', { number: version })}`}
                  </span>
                </h4>
                <RichText blocks={blocks as Block[]} language={language} />
              </article>
            ))}
          </>
        )}
        {shown.length > 0 && (
          <>
            <h3>{t('ideas_of_item')}</h3>
            {clusters.map(({ id, name, points }) => (
              <div key={id}>
                <h4 dir="auto">
                  {name}{' '}
                  {points !== null && <span className="quiet small">{t('cluster_points', { count: points })}</span>}
                </h4>
                <Ideas ideas={shown.filter(({ clusterId }) => clusterId === id)} />
              </div>
            ))}
            <Ideas ideas={loose} />
          </>
        )}
        {temperatures.map(({ id, question, state, result }) => (
          <Figures key={id} question={inLanguage(question, t.language).text} state={state} result={result} />
        ))}
        {topics.length > 0 && (
          <>
            <h3>{t('threads_of_item')}</h3>
            {topics.map(({ id, title, resolvedAt }) => (
              <article key={id}>
                <h4 dir="auto">
                  {title} <span className="quiet small">{t(resolvedAt ? 'thread_settled' : 'thread_open')}</span>
                </h4>
                <ul className="record-list">
                  {remarks
                    .filter(({ topicId }) => topicId === id)
                    .map((remark) => (
                      <li key={remark.id}>
                        <span className="quiet">
                          <SeatName seat={remark.seat} />:
                        </span>{' '}
                        <span className="said" lang={remark.language} dir="auto">
                          {remark.text}
                        </span>
                      </li>
                    ))}
                </ul>
              </article>
            ))}
          </>
        )}
      </div>
    </details>
  )
}

function Ideas({ ideas }: { ideas: RecordView['items'][number]['ideas'] }) {
  if (ideas.length === 0) return null
  return (
    <ul className="record-list">
      {ideas.map(({ id, text, language, seat }) => (
        <li key={id}>
          <span className="said" lang={language} dir="auto">
            {text}
          </span>{' '}
          {seat.kind !== 'withheld' && (
            <span className="quiet small">
              <SeatName seat={seat} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

type Taken = Pick<RecordView['items'][number]['temperatures'][number], 'state' | 'result'>

/** Figures as they were given out, choices merged where few stood behind one of them. */
function Figures({ question, state, result }: { question: string } & Taken) {
  const t = useWords('temperature')
  return (
    <article>
      <h4 dir="auto">{question}</h4>
      {result ? (
        <>
          <p className="small quiet">
            {t('delegations_answered', { count: result.answered })} {t('not_a_vote')}
          </p>
          {result.all ? (
            <ul className="record-list">
              {result.all.map(({ choices, figure }) => (
                <li key={choices.join()}>
                  {listed(
                    choices.map((choice) => t('feeling', { choice })),
                    t.language,
                    'disjunction',
                  )}
                  : {figure}
                </li>
              ))}
            </ul>
          ) : (
            <p>{t('too_few_answered')}</p>
          )}
        </>
      ) : (
        <p className="quiet">{state === 'released' ? t('too_few_answered') : t('temperature_state', { state })}</p>
      )}
    </article>
  )
}
