import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { readSession, type SessionView, sessionCalendar } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useState } from 'react'
import { download, RefusalError } from '../api.ts'
import { useFollow } from '../follow.ts'
import { useMe } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { SessionHours } from '../SessionHours.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { tell } from '../ui/Toast.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './session.css'

// A delegate loads nothing of what only staff see.
const Arranging = lazy(async () => ({ default: (await import('./planning/Arranging.tsx')).Arranging }))

/** What is settled about a session: what it is, when, where, on what; and the way in. */
export function SessionPage() {
  const t = useWords('sessions')
  const rooms = useWords('rooms')
  const { sessionId } = useParams('/sessions/:sessionId')
  const session = useView(readSession, { params: { sessionId } })
  const { may } = useMe()
  useFollow(
    streams.sessionAll(sessionId),
    (kind) => (kind.startsWith('session.') ? 'now' : 'never'),
    () => void refresh(readSession, { sessionId }),
  )
  const { title, note, reference, state, place, link, interpretation, mode, items } = session
  const arranges = may('session.manage')
  const said = inLanguage(note, t.language)
  const lead = t('state_of_session', { state })

  return (
    <div className="column">
      <PageHead
        title={inLanguage(title, t.language).text}
        within={{
          title: reference,
          link: arranges ? (
            <Link to="/consultations/:consultationId" params={{ consultationId: session.consultationId }}>
              <bdi>{reference}</bdi>
            </Link>
          ) : (
            <bdi>{reference}</bdi>
          ),
        }}
        lead={lead}
      />
      <div className="sections">
        <section className="stack" aria-label={inLanguage(title, t.language).text}>
          {session.rehearsal && (
            <Notice kind="warning">
              <p>{rooms('rehearsal_sentence')}</p>
            </Notice>
          )}
          {said.text && (
            <div lang={said.language} dir="auto">
              {said.text.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          )}
          <dl className="session-facts">
            <dt>{t('when_is_it')}</dt>
            <dd>
              <SessionHours of={session} />
            </dd>
            {place && (
              <>
                <dt>{t('where_is_it')}</dt>
                <dd>
                  <bdi>{place}</bdi>
                </dd>
              </>
            )}
            {link && (
              <>
                <dt>{t('link_to_it')}</dt>
                <dd>
                  <a href={link} target="_blank" rel="noreferrer">
                    <bdi dir="ltr">{link}</bdi>
                  </a>
                </dd>
              </>
            )}
            <dt>{t('interpretation_of_it')}</dt>
            <dd>
              {interpretation.length === 0
                ? t('no_interpretation')
                : interpretation.map((one, at) => (
                    <span key={one}>
                      {at > 0 && ' · '}
                      <bdi lang={one}>{LANGUAGE_NAMES[one]}</bdi>
                    </span>
                  ))}
            </dd>
            <dt>{t('how_attributed')}</dt>
            <dd>{rooms('mode_sentence', { mode })}</dd>
          </dl>
          <WaysIn session={session} />
        </section>
        <section className="stack" aria-labelledby="agenda">
          <h2 id="agenda">{t('agenda_of_session')}</h2>
          <ol className="session-agenda">
            {items.map((item) => (
              <li key={item.id}>
                <p>
                  <Name of={item.title} />
                </p>
                {inLanguage(item.note, t.language).text && (
                  <p className="quiet">
                    <Name of={item.note} />
                  </p>
                )}
                <p className="small quiet">
                  {t('item_limits', { state: item.seconds.state / 60, group: item.seconds.group / 60 })}
                  {item.questionIds.length > 0 && <> {t('item_questions', { count: item.questionIds.length })}</>}
                </p>
              </li>
            ))}
          </ol>
          {session.observersAfter && <p className="small quiet">{t('observers_speak_after')}</p>}
        </section>
        {arranges && (
          <Suspense>
            <Arranging session={session} />
          </Suspense>
        )}
      </div>
    </div>
  )
}

/** One filled button: into the room while there is a meeting, to what was said once it is over. */
function WaysIn({ session }: { session: SessionView }) {
  const t = useWords('sessions')
  const { may, acting } = useMe()
  const [fetching, setFetching] = useState(false)
  const params = { sessionId: session.id }
  const { state } = session
  const over = state === 'closed'
  const takesPart = state === 'open' || over
  const onPodium = session.may.enter && may('room.run')

  async function fetchCalendar() {
    setFetching(true)
    try {
      await download(sessionCalendar, { params })
    } catch (error) {
      tell(t(error instanceof RefusalError ? error.code : 'unexpected'))
    } finally {
      setFetching(false)
    }
  }

  return (
    <Actions>
      {session.may.enter && (
        <LinkButton kind={over ? 'plain' : 'filled'} to="/sessions/:sessionId/room" params={params}>
          {t(over ? 'look_into_room' : 'enter_room')}
        </LinkButton>
      )}
      {takesPart && onPodium && (
        <LinkButton kind={over ? 'filled' : 'plain'} to="/sessions/:sessionId/record" params={params}>
          {t('read_record')}
        </LinkButton>
      )}
      {takesPart && acting && session.may.enter && may('room.write') && (
        <LinkButton kind={over ? 'filled' : 'plain'} to="/sessions/:sessionId/own-record" params={params}>
          {t('read_own_record')}
        </LinkButton>
      )}
      {(state === 'announced' || state === 'open') && (
        <Button busy={fetching} onClick={() => void fetchCalendar()}>
          {t('calendar_file')}
        </Button>
      )}
    </Actions>
  )
}
