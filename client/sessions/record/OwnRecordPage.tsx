import { exportOwnRecord, type OwnRecordView, readOwnRecord } from '@consultation/shared/records.ts'
import { type Block, inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { download, RefusalError } from '../../api.ts'
import { useMe } from '../../me.tsx'
import { Link, useParams } from '../../navigation.tsx'
import { SessionHours } from '../../SessionHours.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { RichText } from '../../ui/RichText.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import './record.css'

/** What the delegation said, for its own file: one page that prints. */
export function OwnRecordPage() {
  const t = useWords('sessions')
  const rooms = useWords('rooms')
  const { sessionId } = useParams('/sessions/:sessionId/own-record')
  const { session, provisional, items } = useView(readOwnRecord, { params: { sessionId } })
  const { acting } = useMe()
  const [fetching, setFetching] = useState(false)
  const delegation = inLanguage(acting?.delegation ?? {}, t.language).text
  const said = items.filter((one) => !isSilent(one))

  async function fetchFile(format: 'docx' | 'pdf') {
    setFetching(true)
    try {
      await download(exportOwnRecord, { params: { sessionId, format }, query: { language: t.language } })
    } catch (error) {
      tell(t(error instanceof RefusalError ? error.code : 'unexpected'))
    } finally {
      setFetching(false)
    }
  }

  return (
    <div className="column">
      <PageHead
        title={t('own_record_of', { delegation })}
        within={{
          title: inLanguage(session.title, t.language).text,
          link: (
            <Link to="/sessions/:sessionId" params={{ sessionId }}>
              <Name of={session.title} /> · <bdi>{session.reference}</bdi>
            </Link>
          ),
        }}
        lead={<SessionHours of={session} />}
      />
      <div className="sections">
        <section className="stack" aria-label={t('own_record_for_whom')}>
          <p>{t('own_record_for_whom')}</p>
          {provisional && (
            <Notice>
              <p>{t('own_record_provisional')}</p>
            </Notice>
          )}
          {session.mode === 'anonymous' && <p>{t('own_record_anonymous')}</p>}
          <Actions>
            <Button kind="filled" className="no-print" onClick={() => print()}>
              {t('print_own_record')}
            </Button>
            <Button className="no-print" busy={fetching} onClick={() => void fetchFile('docx')}>
              {t('own_record_docx')}
            </Button>
            <Button className="no-print" busy={fetching} onClick={() => void fetchFile('pdf')}>
              {t('own_record_pdf')}
            </Button>
          </Actions>
        </section>
        {said.length === 0 && <p>{t('own_record_empty')}</p>}
        {said.map(({ item, places, statements, ideas, topics, remarks }) => (
          <section key={item.id} className="stack" aria-labelledby={`item-${item.id}`}>
            <h2 id={`item-${item.id}`}>
              {item.number}. <Name of={item.title} />
            </h2>
            {places.map(({ id, capacity, state }) => (
              <p key={id}>
                {t('own_place', { state })} <span className="quiet">{rooms('capacity', { capacity })}</span>
              </p>
            ))}
            {statements.length > 0 && <h3>{rooms('statements')}</h3>}
            {statements.map(({ id, channel, language, blocks }) => (
              <article key={id}>
                <p className="small quiet">{rooms('channel', { channel })}</p>
                <RichText blocks={blocks as Block[]} language={language} />
              </article>
            ))}
            {ideas.length > 0 && <h3>{t('own_ideas')}</h3>}
            {ideas.length > 0 && (
              <ul className="record-list">
                {ideas.map(({ id, text, language, reason }) => (
                  <li key={id}>
                    <span className="said" lang={language} dir="auto">
                      {text}
                    </span>
                    {reason && <span className="quiet small"> {t('own_idea_hidden', { reason })}</span>}
                  </li>
                ))}
              </ul>
            )}
            {topics.length > 0 && <h3>{t('own_remarks')}</h3>}
            {topics.map(({ id, title }) => (
              <article key={id}>
                <p className="quiet" dir="auto">
                  {title}
                </p>
                <ul className="record-list">
                  {remarks
                    .filter(({ topicId }) => topicId === id)
                    .map((remark) => (
                      <li key={remark.id} className="said" lang={remark.language} dir="auto">
                        {remark.text}
                      </li>
                    ))}
                </ul>
              </article>
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

const isSilent = ({ places, statements, ideas, remarks }: OwnRecordView['items'][number]) =>
  [places, statements, ideas, remarks].every((all) => all.length === 0)
