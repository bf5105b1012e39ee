import { type HomeView, readHome } from '@consultation/shared/home.ts'
import { streams } from '@consultation/shared/live.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense } from 'react'
import { soonOf, useFollow } from '../follow.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link } from '../navigation.tsx'
import { announce } from '../ui/Announcer.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { Card } from './Card.tsx'
import { cardsOf, doneIn } from './cards.ts'
import { OnDay } from './OnDay.tsx'
import './home.css'

// Most days there is no session and no retreat: their cards and words come when there is one.
const RetreatCard = lazy(async () => ({ default: (await import('./RetreatCard.tsx')).RetreatCard }))
const SessionCard = lazy(async () => ({ default: (await import('./SessionCard.tsx')).SessionCard }))

/** What awaits the delegation, what is coming, what has been done; nothing else. */
export function HomePage() {
  const t = useWords('home')
  const { acting, memberships } = useMe()
  const home = useView(readHome, {})
  const again = () => void refresh(readHome)
  useFollow(acting && streams.delegation(acting.delegationId), soonOf, again, ({ kind }) => {
    if (kind === 'response.sent_for_clearance') announce(t('announce_for_clearance'))
    if (kind === 'response.returned') announce(t('announce_returned'))
    if (kind === 'response.submitted') announce(t('announce_submitted'))
    if (kind === 'thread.opened') announce(t('announce_asked'))
    if (kind === 'list.circulated') announce(t('announce_circulated'))
    if (kind === 'retreat.moved_to_group') announce(t('announce_moved'))
  })
  const cards = cardsOf(home, acting?.role ?? 'reader')
  const done = doneIn(home)
  const { sessions, retreats } = home
  const delegations = new Set(memberships.map(({ delegationId }) => delegationId)).size
  // What is happening now cannot wait; what is announced needs nothing yet.
  const open = sessions.filter(({ state }) => state === 'open')
  // Those of a retreat stand in its programme, where its groups are declined too.
  const inProgramme = new Set(retreats.flatMap(({ sessionIds }) => sessionIds))
  const announced = sessions.filter(({ id, state }) => state === 'announced' && !inProgramme.has(id))
  const choosing = retreats.filter(({ toChoose }) => toChoose.length > 0)
  const ahead = retreats.filter(({ toChoose }) => toChoose.length === 0)
  return (
    <div className="column home">
      <PageHead title={t('awaits', { delegation: inLanguage(acting?.delegation ?? {}, t.language).text })} />
      {delegations > 1 && acting && (
        <Notice>
          <p>{t.rich('acting_for_one', { delegation: <Name of={acting.delegation} />, count: delegations })}</p>
        </Notice>
      )}
      {sessions.map(({ id }) => (
        <FollowSession key={id} sessionId={id} again={again} />
      ))}
      {retreats.map(({ id }) => (
        <FollowRetreat key={id} retreatId={id} again={again} />
      ))}
      {home.lists.map(({ listId }) => (
        <FollowList key={listId} listId={listId} again={again} />
      ))}
      <section aria-labelledby="to-do">
        <h2 id="to-do" className="visually-hidden">
          {t('to_do')}
        </h2>
        {cards.length === 0 && sessions.length === 0 && retreats.length === 0 ? (
          <Nothing home={home} />
        ) : (
          <ul className="cards">
            <Suspense>
              {open.map((one, index) => (
                <SessionCard key={one.id} session={one} first={index === 0} />
              ))}
            </Suspense>
            {cards.map((card, index) => (
              <Card key={card.key} card={card} first={index === 0 && open.length === 0} />
            ))}
            <Suspense>
              {choosing.map((one, index) => (
                <RetreatCard
                  key={one.id}
                  retreat={one}
                  first={index === 0 && open.length === 0 && cards.length === 0}
                />
              ))}
              {ahead.map((one) => (
                <RetreatCard key={one.id} retreat={one} first={false} />
              ))}
              {announced.map((one) => (
                <SessionCard key={one.id} session={one} first={false} />
              ))}
            </Suspense>
          </ul>
        )}
      </section>
      {home.coming.length > 0 && (
        <section aria-labelledby="coming">
          <h2 id="coming">{t('coming')}</h2>
          <ul className="coming">
            {home.coming.map(({ label, on, consultationTitle }) => (
              <li key={`${on} ${inLanguage(label, t.language).text}`}>
                <span className="coming-day">
                  <OnDay on={on} />
                </span>
                <span>
                  <Name of={label} />
                  <span className="quiet small">
                    {' '}
                    · <Name of={consultationTitle} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {done.length > 0 && (
        <section aria-labelledby="done">
          <h2 id="done">{t('done')}</h2>
          <ul className="done-list">
            {done.map(({ list, response }) => (
              <li key={response.responseId}>
                <p>
                  <Link to="/lists/:listId" params={{ listId: list.listId }}>
                    <Name of={list.title} />
                  </Link>
                </p>
                <p className="quiet">
                  {t.rich('done_on', {
                    name: <Name of={response.groupName ?? acting?.delegation ?? {}} />,
                    when: response.submittedAt ? <When at={response.submittedAt} /> : '',
                  })}{' '}
                  <Link
                    to="/lists/:listId/response/:responseId/receipts/:version"
                    params={{
                      listId: list.listId,
                      responseId: response.responseId,
                      version: String(response.version),
                    }}
                  >
                    {t.rich('receipt_number', { reference: <bdi dir="ltr">{response.reference ?? ''}</bdi> })}
                  </Link>
                </p>
                {list.open !== 'closed' && (
                  <LinkButton
                    kind="quiet"
                    to="/lists/:listId/response/:responseId"
                    params={{ listId: list.listId, responseId: response.responseId }}
                  >
                    {t('open_submitted')}
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
          <p>
            <Link to="/traces/own">{t('see_what_became')}</Link>
          </p>
        </section>
      )}
    </div>
  )
}

/** A list moves by itself too: a deadline is extended, it is closed. */
function FollowList({ listId, again }: { listId: string; again: () => void }) {
  useStream(streams.listAll(listId), again)
  return null
}

/** Its programme and its groups are settled bit by bit. */
function FollowRetreat({ retreatId, again }: { retreatId: string; again: () => void }) {
  useStream(streams.retreatAll(retreatId), again)
  return null
}

/** It opens and closes by itself as well; what goes on inside it is not this page's. */
function FollowSession({ sessionId, again }: { sessionId: string; again: () => void }) {
  useFollow(streams.sessionAll(sessionId), (kind) => (kind.startsWith('session.') ? 'now' : 'never'), again)
  return null
}

/** Empty says when something is expected. */
function Nothing({ home }: { home: HomeView }) {
  const t = useWords('home')
  const next = home.coming[0]
  return (
    <Empty>
      <p>{t('nothing_awaits')}</p>
      {next && <p>{t.rich('next_expected', { what: <Name of={next.label} />, when: <OnDay on={next.on} /> })}</p>}
    </Empty>
  )
}
