import { signPoints } from '@consultation/shared/retreats.ts'
import type { ReportBackView } from '@consultation/shared/room-view.ts'
import { POINTS_OF_A_GROUP } from '@consultation/shared/rules/retreats.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { lazy, Suspense, useEffect, useState } from 'react'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { RadioGroup, TextArea } from '../../ui/Field.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { SeatName, useSeatName } from '../Seat.tsx'
import { isText, useKept } from '../use-kept.ts'
import type { Room } from '../use-room.ts'
import { awaitsSignature, changedSince, ownReportOf, shownSource } from './report.ts'
import './retreat.css'

const PointsControls = lazy(async () => ({ default: (await import('../podium/PointsControls.tsx')).PointsControls }))

/** What the group brings back to the plenary: the points as they were put, and who signs or dissents. */
export function PointsPanel({ room }: { room: Room }) {
  const report = ownReportOf(room.view)
  if (!report) return null
  return <OwnPoints room={room} report={report} />
}

function OwnPoints({ room, report }: { room: Room; report: ReportBackView }) {
  const t = useWords('breakout')
  const { view } = room
  const writes = view.may['note.write']
  const changed = useChanged(report)
  return (
    <section id="points-of-group" tabIndex={-1} aria-labelledby="points-title" className="points-of-group">
      <h3 id="points-title">{t('what_group_brings')}</h3>
      <State report={report} signs={view.sessions[0]?.mode !== 'anonymous'} />
      <TakenBack view={view} />
      {report.points.length > 0 && <Points report={report} view={view} changed={changed} />}
      {writes && (
        <Suspense>
          <PointsControls room={room} report={report} />
        </Suspense>
      )}
      {report.state === 'put' && view.delegationId && view.may['report.sign'] && (
        <Sign key={report.digest} room={room} report={report} />
      )}
      <Signatures room={room} />
    </section>
  )
}

function State({ report, signs }: { report: ReportBackView; signs: boolean }) {
  const t = useWords('breakout')
  switch (report.state) {
    case 'drafting':
      return (
        <p className="quiet">
          {signs ? t('points_being_drafted', { most: POINTS_OF_A_GROUP }) : t('nobody_signs_here')}
        </p>
      )
    case 'put':
      return (
        <p>
          <StateMark shape="handed">{t('points_put_to_group')}</StateMark>
        </p>
      )
    case 'signed':
      return (
        <p>
          <StateMark shape="done">
            {t('points_signed_at')} {report.signedAt && <When at={report.signedAt} show="time" />}
          </StateMark>
        </p>
      )
    case 'reported':
      return (
        <p>
          <StateMark shape="done">{t('points_are_before_plenary')}</StateMark>
        </p>
      )
    case 'given_up':
      return (
        <>
          <p>
            <StateMark shape="none">{t('ended_without_points')}</StateMark>
          </p>
          <p className="said" dir="auto">
            {report.reason}
          </p>
        </>
      )
  }
}

/** The points as they were put before, as far as this page saw them: what has changed since is marked. */
function useChanged({ digest, points }: ReportBackView): ReadonlySet<string> {
  const [put, setPut] = useState({ digest, points, before: null as ReportBackView['points'] | null })
  if (digest !== null && digest !== put.digest)
    setPut({ digest, points, before: put.points.length > 0 ? put.points : null })
  return digest === put.digest ? changedSince(put.before, points) : NOTHING
}
const NOTHING: ReadonlySet<string> = new Set()

/** A signature given to other points than those there are now does not stand; whoever gave it is told, and not in passing. */
function TakenBack({ view }: { view: RoomView }) {
  const t = useWords('breakout')
  const seatName = useSeatName()
  const { delegationId } = view
  const given = view.signatures.some(({ id }) => id === delegationId)
  const [seen, setSeen] = useState({ given, taken: false })
  if (given !== seen.given) setSeen({ given, taken: seen.given })
  const text = delegationId
    ? t('said_is_taken_back', { delegation: seatName({ kind: 'delegation', delegationId }) })
    : ''
  useEffect(() => {
    if (seen.taken) announce(text)
  }, [seen.taken, text])
  if (!seen.taken || !text) return null
  return (
    <Notice kind="warning">
      <p>{text}</p>
    </Notice>
  )
}

/** What a point rests on, as far as this room shows it: whoever signs can look. */
function Points({ report, view, changed }: { report: ReportBackView; view: RoomView; changed: ReadonlySet<string> }) {
  const t = useWords('breakout')
  return (
    <ol className="group-points said">
      {report.points.map(({ id, text, sources }) => (
        <li key={id}>
          <p dir="auto">{text}</p>
          {changed.has(id) && (
            <p className="point-note">
              <StateMark shape="attention">{t('point_is_changed')}</StateMark>
            </p>
          )}
          {sources.length > 0 && (
            <details className="point-note">
              <summary>{t('point_rests_on', { count: sources.length })}</summary>
              <ul className="plain-list">
                {sources.map((source) => (
                  <RestsOn key={source.id} view={view} source={source} />
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

function RestsOn({ view, source }: { view: RoomView; source: ReportBackView['points'][number]['sources'][number] }) {
  const t = useWords('breakout')
  const seatName = useSeatName()
  const shown = shownSource(view, source)
  return (
    <li>
      <span className="quiet">
        {t('rests_on_kind', { kind: source.kind })}
        {shown?.seat && (
          <>
            , <bdi>{seatName(shown.seat)}</bdi>
          </>
        )}
      </span>
      {shown?.text && (
        <>
          {': '}
          <bdi>{shown.text}</bdi>
        </>
      )}
    </li>
  )
}

/** One answer of the delegation to the points as they stand; it can be changed until the signing ends. */
function Sign({ room, report }: { room: Room; report: ReportBackView }) {
  const t = useWords('breakout')
  const { view } = room
  const seatName = useSeatName()
  const signing = useCall(signPoints)
  // Also when the points change under the pen: the words are still there for those that are put next.
  const note = useKept(view.sessionId, 'dissent', '', isText)
  const given = view.signatures.find(({ id }) => id === view.delegationId)
  const [again, setAgain] = useState(false)
  const [choice, setChoice] = useState<'sign' | 'dissent' | null>(null)
  const [tried, setTried] = useState(false)
  const chosen = choice ?? (given ? (given.dissents ? 'dissent' : 'sign') : null)
  const delegation = view.delegationId ? seatName({ kind: 'delegation', delegationId: view.delegationId }) : ''
  const missing = chosen === 'dissent' && note.value.trim() === ''

  async function sign() {
    setTried(true)
    if (!chosen || missing || !report.digest) return
    const dissents = chosen === 'dissent'
    const reply = await signing.send({
      params: { sessionId: view.sessionId },
      body: { digest: report.digest, dissents, note: dissents ? note.value : '' },
    })
    if (!reply) return
    room.own([{ set: 'signatures', value: reply }])
    if (!dissents) note.forget()
    setAgain(false)
    setTried(false)
    tell(t(dissents ? 'dissent_is_noted' : 'you_have_signed', { delegation }))
  }

  if (given && !again)
    return (
      <div className="row">
        <p>
          <StateMark shape={given.dissents ? 'none' : 'done'}>
            {t(given.dissents ? 'dissent_is_noted' : 'you_have_signed', { delegation })}
          </StateMark>
        </p>
        <Button
          kind="quiet"
          onClick={() => {
            if (given.note) note.change(given.note)
            setAgain(true)
          }}
        >
          {t('say_otherwise')}
        </Button>
      </div>
    )
  return (
    <div className="stack sign-points">
      <RadioGroup
        label={t('your_delegation_and_points', { delegation })}
        error={tried && !chosen ? t('required') : undefined}
        value={chosen}
        onChange={setChoice}
        options={[
          { value: 'sign', label: t('signs_points'), help: t('signs_points_help') },
          { value: 'dissent', label: t('dissents_from_points'), help: t('dissents_from_points_help') },
        ]}
      />
      {chosen === 'dissent' && (
        <TextArea
          label={t('dissent_in_words')}
          error={tried && missing ? t('required') : undefined}
          rows={3}
          maxLength={2_000}
          value={note.value}
          onChange={note.change}
        />
      )}
      <RefusalNotice refusal={signing.refusal} />
      <Actions>
        <Button
          kind={awaitsSignature(view) ? 'filled' : 'plain'}
          busy={signing.status === 'sending'}
          onClick={() => void sign()}
        >
          {t(chosen === 'dissent' ? 'note_dissent' : 'sign_points')}
        </Button>
        {given && <Button onClick={() => setAgain(false)}>{t('leave_as_said')}</Button>}
      </Actions>
    </div>
  )
}

/** Who has signed and who dissents, as the room sees it. Silence is nothing. */
function Signatures({ room: { view } }: { room: Room }) {
  const t = useWords('breakout')
  const signed = view.signatures.filter(({ dissents }) => !dissents)
  const dissents = view.signatures.filter((one) => one.dissents)
  if (view.signatures.length === 0) return null
  return (
    <>
      {signed.length > 0 && (
        <details>
          <summary>{t('signed_by_count', { count: signed.length })}</summary>
          <ul className="plain-list">
            {signed.map(({ id, seat }) => (
              <li key={id}>
                <SeatName seat={seat} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {dissents.map(({ id, seat, note }) => (
        <blockquote key={id} className="dissent">
          <p className="small">
            {t('dissents_in_words')} <SeatName seat={seat} />
          </p>
          <p className="said" dir="auto">
            {note}
          </p>
        </blockquote>
      ))}
    </>
  )
}
