import { streams } from '@consultation/shared/live.ts'
import { handOverRecord, type RecordView, readRecord } from '@consultation/shared/records.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useFollow } from '../../follow.ts'
import { useMe } from '../../me.tsx'
import { Link, useParams } from '../../navigation.tsx'
import { useDelegations } from '../../reference.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, renew, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { ItemPoints } from './ItemPoints.tsx'
import { ItemSaid } from './ItemSaid.tsx'
import './record.css'
import { RecordFiles } from './RecordFiles.tsx'

/** The rapporteur's record while it grows: per item the points with what each rests on, and what was said. */
export function RecordPage() {
  const t = useWords('record')
  const { may: mayWrite } = useMe()
  const { sessionId } = useParams('/sessions/:sessionId/record')
  const record = useView(readRecord, { params: { sessionId } })
  const again = () => void refresh(readRecord, { sessionId })
  useFollow(streams.sessionPodium(sessionId), (kind) => (kind.startsWith('note.') ? 'now' : 'later'), again)
  useFollow(streams.sessionAll(sessionId), (kind) => (kind.startsWith('session.') ? 'now' : 'later'), again)
  const [handing, setHanding] = useState(false)
  const { session, provisional, handedOverAt, items, may } = record
  const params = { sessionId }
  const writable = handedOverAt === null && (session.state === 'open' || session.state === 'closed')

  return (
    <div className="column">
      <PageHead
        title={t('record_title')}
        within={{
          title: inLanguage(session.title, t.language).text,
          link: (
            <Link to="/sessions/:sessionId" params={params}>
              <Name of={session.title} /> · <bdi>{session.reference}</bdi>
            </Link>
          ),
        }}
      >
        <LinkButton to="/sessions/:sessionId/room" params={params}>
          {t('to_the_room')}
        </LinkButton>
      </PageHead>
      <div className="record-mark">
        {handedOverAt ? (
          <Notice kind="done">
            <p>{t.rich('handed_over_at', { when: <When at={handedOverAt} /> })}</p>
            {mayWrite('report.write') && !session.rehearsal && (
              <p className="no-print">
                <Link
                  to="/consultations/:consultationId/summaries/new"
                  params={{ consultationId: session.consultationId }}
                  search={{ session: sessionId }}
                >
                  {t('write_summary')}
                </Link>
              </p>
            )}
          </Notice>
        ) : (
          provisional && (
            <Notice title={t('provisional')}>
              <p>{t('provisional_until')}</p>
            </Notice>
          )
        )}
      </div>
      <div className="sections">
        <Present record={record} />
        {items.map((one) => (
          <section key={one.item.id} className="stack record-item" aria-labelledby={`item-${one.item.id}`}>
            <h2 id={`item-${one.item.id}`}>
              {one.item.number}. <Name of={one.item.title} />
            </h2>
            <ItemPoints of={one} writable={writable} onChanged={again} />
            <ItemSaid of={one} />
          </section>
        ))}
        {may.export && <RecordFiles sessionId={sessionId} provisional={provisional} />}
        {may.handOver && !handedOverAt && (
          <section className="stack no-print" aria-labelledby="hand-over">
            <h2 id="hand-over">{t('hand_over')}</h2>
            <p className="quiet">{t('hand_over_means')}</p>
            <Actions>
              <Button onClick={() => setHanding(true)}>{t('hand_over')}</Button>
            </Actions>
          </section>
        )}
      </div>
      <HandOver record={record} open={handing} onClose={() => setHanding(false)} />
    </div>
  )
}

/** Who was there and by which way statements came, as far as the mode lets it be said. */
function Present({ record }: { record: RecordView }) {
  const t = useWords('record')
  const comma = useWords('staff')('list_comma')
  const { nameOf } = useDelegations()
  const { attended, channels, session } = record
  return (
    <section className="stack" aria-labelledby="present">
      <h2 id="present">{t('present')}</h2>
      {session.state === 'open' && <p>{t(session.recordKept ? 'notes_are_taken' : 'notes_are_not_taken')}</p>}
      {attended === null ? (
        <p>{t('attendance_confidential')}</p>
      ) : (
        <details>
          <summary>{t('attended_count', { count: attended.length })}</summary>
          <p>
            {attended
              .map((id) => inLanguage(nameOf(id), t.language).text)
              .toSorted(new Intl.Collator(t.language).compare)
              .join(comma)}
          </p>
        </details>
      )}
      {channels && <p>{t('by_channel', { room: channels.room, writing: channels.writing })}</p>}
    </section>
  )
}

function HandOver({ record, open, onClose }: { record: RecordView; open: boolean; onClose: () => void }) {
  const t = useWords('record')
  const { send, status, refusal } = useCall(handOverRecord)
  const params = { sessionId: record.session.id }
  const count = record.items.reduce((sum, { notes }) => sum + notes.length, 0)
  async function handOver() {
    const reply = await send({ params })
    if (!reply) return
    renew(readRecord, { params }, reply)
    onClose()
  }
  return (
    <Dialog open={open} title={t('hand_over')} onClose={onClose}>
      <div className="stack">
        <p>{t('hand_over_count', { count })}</p>
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="filled" busy={status === 'sending'} onClick={() => void handOver()}>
            {t('hand_over')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
