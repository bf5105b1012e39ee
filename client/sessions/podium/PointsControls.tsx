import { bringToPlenary, closeSignatures, giveUpPoints, putPoints } from '@consultation/shared/retreats.ts'
import type { ItemView, ReportBackView } from '@consultation/shared/room-view.ts'
import { POINTS_OF_A_GROUP } from '@consultation/shared/rules/retreats.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useState } from 'react'
import { useDelegations } from '../../reference.ts'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'
import './podium.css'

const ItemPoints = lazy(async () => ({ default: (await import('../record/ItemPoints.tsx')).ItemPoints }))

/** The rapporteur’s part: up to five points with what they rest on, put to the group, signed, and brought to the plenary. */
export function PointsControls({ room, report }: { room: Room; report: ReportBackView }) {
  const t = useWords('podium')
  const { view } = room
  const params = { sessionId: view.sessionId }
  const putting = useCall(putPoints)
  const ending = useCall(closeSignatures)
  const bringing = useCall(bringToPlenary)
  const [asked, setAsked] = useState<'give_up' | 'end' | null>(null)
  const session = view.sessions[0]!
  const count = view.notes.length
  const runs = view.may['report.put']
  const writable = session.state === 'open' || session.state === 'closed'
  // The step of the meeting is the moderator’s; for who only reports, this is the page’s next step.
  const filled = view.may['speakers.run'] ? 'plain' : 'filled'
  const own = (value: ReportBackView) => room.own([{ set: 'reportBacks', value }])
  const items = view.items.toSorted((a, b) => a.number - b.number)

  async function put() {
    const reply = await putting.send({ params, body: {} })
    if (reply) own(reply)
  }
  async function bring() {
    const reply = await bringing.send({ params, body: {} })
    if (!reply) return
    own(reply)
    tell(t('points_brought'))
  }

  if (!writable) return null
  return (
    <fieldset className="controls no-print" aria-label={t('points_of_rapporteur')}>
      <RefusalNotice refusal={putting.refusal ?? bringing.refusal} />
      {report.state !== 'reported' && (
        <>
          <p className="small">{t('points_so_far', { count, most: POINTS_OF_A_GROUP })}</p>
          {(report.state === 'put' || report.state === 'signed') && (
            <p className="small quiet">{t('change_takes_back')}</p>
          )}
          <details open={report.state === 'drafting'}>
            <summary>{t('write_points')}</summary>
            <Suspense fallback={<Skeleton />}>
              {items.map((item) => (
                <section key={item.id} className="points-of-item">
                  {items.length > 1 && (
                    <h4>
                      {item.number}. {inLanguage(item.title, t.language).text}
                    </h4>
                  )}
                  <ItemPoints
                    of={recordOf(view, item)}
                    heading={items.length > 1 ? 'h5' : 'h4'}
                    writable
                    full={count >= POINTS_OF_A_GROUP}
                    onChanged={() => {}}
                  />
                </section>
              ))}
            </Suspense>
          </details>
        </>
      )}
      <div className="row">
        {runs && report.state === 'drafting' && session.mode !== 'anonymous' && (
          <Button
            kind={count > 0 ? filled : 'plain'}
            busy={putting.status === 'sending' || count === 0 || count > POINTS_OF_A_GROUP}
            onClick={() => void put()}
          >
            {t('put_to_group')}
          </Button>
        )}
        {runs && report.state === 'put' && (
          <Button kind={view.signatures.length > 0 ? filled : 'plain'} onClick={() => setAsked('end')}>
            {t('end_signing')}
          </Button>
        )}
        {runs &&
          report.state === 'signed' &&
          (report.reportsTo ? (
            <Button kind={filled} busy={bringing.status === 'sending'} onClick={() => void bring()}>
              {t('bring_to_plenary')}
            </Button>
          ) : (
            <p className="quiet">{t('no_plenary_set')}</p>
          ))}
        {runs && (report.state === 'drafting' || report.state === 'put') && (
          <Button kind="quiet" onClick={() => setAsked('give_up')}>
            {t('end_without_points')}
          </Button>
        )}
      </div>
      {asked === 'end' && (
        <EndSigning
          room={room}
          report={report}
          ending={ending}
          onDone={(reply) => {
            own(reply)
            setAsked(null)
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'give_up' && (
        <GiveUp
          sessionId={view.sessionId}
          onDone={(reply) => {
            own(reply)
            setAsked(null)
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </fieldset>
  )
}

/** What a point can rest on is what the podium sees of the item. */
function recordOf(view: RoomView, item: ItemView) {
  const here = <T extends { itemId: string }>(all: readonly T[]) => all.filter(({ itemId }) => itemId === item.id)
  const topics = here(view.topics)
  return {
    item,
    speakers: here(view.speakers).filter(({ state }) => state === 'spoken' || state === 'speaking'),
    spoke: null,
    statements: here(view.statements),
    clusters: here(view.clusters),
    ideas: here(view.ideas),
    temperatures: here(view.temperatures),
    topics,
    remarks: view.remarks.filter(({ topicId }) => topics.some(({ id }) => id === topicId)),
    notes: here(view.notes),
  }
}

type EndProps = {
  room: Room
  report: ReportBackView
  ending: ReturnType<typeof useCall<typeof closeSignatures>>
  onDone: (reply: ReportBackView) => void
  onClose: () => void
}

/** Says who is there and has said nothing, before the signing ends: silence is not consent. */
function EndSigning({ room: { view }, report, ending, onDone, onClose }: EndProps) {
  const t = useWords('podium')
  const { nameOf } = useDelegations()
  const silent = view.attendances
    .filter(({ delegationId }) => !view.signatures.some(({ id }) => id === delegationId))
    .map(({ delegationId }) => inLanguage(nameOf(delegationId), t.language).text)
  async function end() {
    if (!report.digest) return
    const reply = await ending.send({ params: { sessionId: view.sessionId }, body: { digest: report.digest } })
    if (reply) onDone(reply)
  }
  return (
    <AskOnceMore
      kind="filled"
      verb={t('end_signing')}
      onSure={end}
      leave={t('leave_undone')}
      onLeave={onClose}
      call={ending}
    >
      <p>
        {t('signing_so_far', {
          signed: view.signatures.filter(({ dissents }) => !dissents).length,
          dissents: view.signatures.filter(({ dissents }) => dissents).length,
        })}
      </p>
      {silent.length > 0 && <p>{t('have_not_signed', { names: silent.join(t('between_names')) })}</p>}
      <p className="quiet">{t('end_signing_means')}</p>
    </AskOnceMore>
  )
}

type GiveUpProps = { sessionId: string; onDone: (reply: ReportBackView) => void; onClose: () => void }

function GiveUp({ sessionId, onDone, onClose }: GiveUpProps) {
  const t = useWords('podium')
  const { send, status, refusal } = useCall(giveUpPoints)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  async function giveUp() {
    setTried(true)
    if (reason.trim() === '') return
    const reply = await send({ params: { sessionId }, body: { reason } })
    if (reply) onDone(reply)
  }
  return (
    <AskOnceMore
      verb={t('end_without_points')}
      onSure={giveUp}
      leave={t('leave_undone')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('end_without_points_means')}</p>
      <TextArea
        label={t('reason_without_points')}
        error={tried && reason.trim() === '' ? t('required') : undefined}
        rows={3}
        maxLength={2_000}
        value={reason}
        onChange={setReason}
      />
    </AskOnceMore>
  )
}
