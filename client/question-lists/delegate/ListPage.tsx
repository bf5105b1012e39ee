import { streams } from '@consultation/shared/live.ts'
import { acknowledgeList, type ListView, readList, sayInPreparation } from '@consultation/shared/question-lists.ts'
import { listGroupStatements, listResponses } from '@consultation/shared/responses.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { listThreads } from '@consultation/shared/threads.ts'
import { type ReactNode, Suspense, useEffect, useEffectEvent } from 'react'
import { DeadlineLine } from '../../DeadlineLine.tsx'
import { soonOf, useFollow } from '../../follow.ts'
import { useStream } from '../../live.ts'
import { useMe } from '../../me.tsx'
import { Link, useParams } from '../../navigation.tsx'
import { numbered } from '../../numbered.ts'
import { ThreadList } from '../../threads/ThreadList.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, renew, useCall, useRead, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { GroupStatements } from './GroupStatements.tsx'
import { Responses } from './Responses.tsx'
import './list.css'

/** Everything a delegation is told before the first box; then its responses, what groups said, and what was asked back. */
export function ListPage() {
  const t = useWords('answering')
  const { listId } = useParams('/lists/:listId')
  const { acting } = useMe()
  const list = useView(readList, { params: { listId } })
  useStream(
    streams.listAll(listId),
    () => {
      void refresh(readList, { listId })
      void refresh(listGroupStatements, { listId })
    },
    ({ kind }) => {
      if (kind === 'list.extended') announce(t('announce_extended'))
      if (kind === 'list.closed') announce(t('announce_closed'))
    },
  )
  useFollow(acting && streams.delegation(acting.delegationId), soonOf, () => {
    void refresh(readList, { listId })
    void refresh(listResponses, { listId })
    void refresh(listThreads, { listId })
    void refresh(listGroupStatements, { listId })
  })
  return (
    <div className="column list-page">
      <PageHead
        title={inLanguage(list.title, t.language).text}
        within={{ title: inLanguage(list.consultationTitle, t.language).text }}
        lead={<DeadlineLine list={list} />}
      />
      <Acknowledgement list={list} />
      <About list={list} />
      <Suspense fallback={<Skeleton />}>
        <Responses list={list} delegation={acting?.delegation ?? {}} />
      </Suspense>
      <Preparation list={list} />
      {list.audience === 'participants' && list.open === 'closed' && list.may.readAnswers && (
        <p>
          <Link to="/lists/:listId/answers" params={{ listId }}>
            {t('read_others')}
          </Link>
        </p>
      )}
      <ThreadList listId={listId} />
      <GroupStatements listId={listId} />
      <Questions list={list} />
    </div>
  )
}

/** The first opening is told to the Secretariat, and the delegation is told that it was. */
function Acknowledgement({ list }: { list: ListView }) {
  const t = useWords('answering')
  const { send, doing, refusal } = useCall(acknowledgeList)
  const params = { listId: list.id }
  const say = useEffectEvent(async () => {
    const reply = await send({ params, body: {} })
    if (reply) renew(readList, { params }, reply)
  })
  const needed = list.acknowledgedAt === null && list.state !== 'draft'
  useEffect(() => {
    if (needed) void say()
  }, [needed])
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (doing.status === 'done') {
    return (
      <Notice role="status">
        <p>{t('first_opening')}</p>
      </Notice>
    )
  }
  return null
}

function About({ list }: { list: ListView }) {
  const t = useWords('answering')
  const text = (of: Translated) => {
    const { text: words, language } = inLanguage(of, t.language)
    return words ? (
      <p className="prose" lang={language}>
        {words}
      </p>
    ) : null
  }
  const facts: [string, ReactNode][] = [
    [t('purpose'), text(list.purpose)],
    [t('outcome'), text(list.outcome)],
    [t('who_will_see'), t('visible_to', { audience: list.audience })],
    [
      t('attribution'),
      list.attributionOffered.length > 1
        ? t('offered_both')
        : t(list.attributionOffered[0] === 'attributed' ? 'offered_attributed' : 'offered_not'),
    ],
    [t('after_the_deadline'), t('late_rule', { rule: list.lateAnswers })],
    [t('contact'), text(list.contact)],
  ]
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="visually-hidden">
        {t('about_list')}
      </h2>
      {text(list.note)}
      {list.extendedFrom && (
        <p className="small">{t.rich('extended_from', { when: <When at={list.extendedFrom} /> })}</p>
      )}
      <dl className="list-facts">
        {facts.map(([term, fact]) =>
          fact === null ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ),
        )}
      </dl>
      {list.acknowledgedAt && (
        <p className="small quiet">{t.rich('opened_on', { when: <When at={list.acknowledgedAt} show="moment" /> })}</p>
      )}
    </section>
  )
}

/** Something the delegation may say of itself, and take back. */
function Preparation({ list }: { list: ListView }) {
  const t = useWords('answering')
  const { may } = useMe()
  const { send, status, refusal } = useCall(sayInPreparation)
  const params = { listId: list.id }
  const reading = useRead(listResponses, { params })
  const submitted = reading.status !== 'ready' || reading.view.responses.some(({ state }) => state === 'submitted')
  if (!may('list.say_in_preparation') || !list.may.answer || (submitted && !list.inPreparation)) return null
  async function say(inPreparation: boolean) {
    const reply = await send({ params, body: { inPreparation } })
    if (reply) renew(readList, { params }, reply)
  }
  return (
    <section aria-labelledby="preparation" className="preparation">
      <h2 id="preparation">{t('in_preparation')}</h2>
      <p>{t(list.inPreparation ? 'in_preparation_said' : 'in_preparation_text')}</p>
      <RefusalNotice refusal={refusal} />
      <Button busy={status === 'sending'} onClick={() => void say(!list.inPreparation)}>
        {t(list.inPreparation ? 'take_back_preparation' : 'say_preparation')}
      </Button>
    </section>
  )
}

function Questions({ list }: { list: ListView }) {
  const t = useWords('answering')
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questions')}</h2>
      {numbered(list).map(({ id, title, questions }) => (
        <section key={id} aria-labelledby={`section-${id}`} className="list-section">
          <h3 id={`section-${id}`}>
            <Name of={title} />
          </h3>
          <ol start={questions[0]?.number}>
            {questions.map((question) => {
              const { text, language } = inLanguage(question.text, t.language)
              return (
                <li key={question.id} lang={language}>
                  {text}
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </section>
  )
}
