import { formatDate, zoneName } from '@consultation/shared/house-style.ts'
import { streams } from '@consultation/shared/live.ts'
import {
  announceRetreat,
  closeRetreat,
  type RetreatView,
  readRetreat,
  type SlotView,
} from '@consultation/shared/retreats.ts'
import { isAnswered } from '@consultation/shared/rules/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useFollow } from '../../follow.ts'
import { Link, useParams } from '../../navigation.tsx'
import { PapersLink } from '../../PapersLink.tsx'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { type MarkShape, StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, renew, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { Findings } from '../Findings.tsx'
import { GroupFacts } from '../GroupFacts.tsx'
import { daysOf, inNumberOrder } from '../programme.ts'
import '../retreats.css'
import { SlotHours } from '../SlotHours.tsx'
import { placedIn, slotStateOf } from './assignment.ts'
import { Names } from './Names.tsx'
import { Owing } from './Owing.tsx'
import { SlotDialog } from './SlotDialog.tsx'

export const SLOT_STATE = {
  planned: ['slot_planned', 'part'],
  told: ['slot_told', 'handed'],
  meeting: ['slot_meeting', 'full'],
  over: ['slot_over', 'done'],
} as const satisfies Record<string, readonly [string, MarkShape]>

/** The retreat as staff plan it: what is settled, and the programme by day. */
export function RetreatPlanPage() {
  const t = useWords('retreat')
  const staff = useWords('staff')
  const planning = useWords('retreat-delegate')
  const { retreatId } = useParams('/retreats/:retreatId')
  const retreat = useView(readRetreat, { params: { retreatId } })
  const again = () => void refresh(readRetreat, { retreatId })
  useFollow(streams.retreatAll(retreatId), () => 'now', again)
  useFollow(streams.retreatStaff(retreatId), () => 'now', again)
  const [asked, setAsked] = useState<'announce' | 'close' | 'slot' | null>(null)
  const [editing, setEditing] = useState<SlotView | null>(null)
  const { may } = retreat
  const days = daysOf(retreat)
  const note = inLanguage(retreat.note, t.language)
  const participants = retreat.participantIds?.length ?? 0

  return (
    <div className="retreat">
      <PageHead
        title={inLanguage(retreat.title, t.language).text}
        within={{
          title: inLanguage(retreat.consultationTitle, t.language).text,
          link: (
            <>
              <Link to="/consultations/:consultationId" params={{ consultationId: retreat.consultationId }}>
                <Name of={retreat.consultationTitle} />
              </Link>{' '}
              · <bdi>{retreat.reference}</bdi> · {staff('state_of_retreat', { state: retreat.state })}
            </>
          ),
        }}
      >
        <div className="row no-print">
          <PapersLink of={{ retreatId }} />
          {may.manage && (
            <LinkButton to="/retreats/:retreatId/edit" params={{ retreatId }}>
              {t('edit_retreat')}
            </LinkButton>
          )}
        </div>
      </PageHead>
      <div className="sections">
        <section className="stack" aria-label={t('what_and_where')}>
          {note.text && (
            <p lang={note.language} dir="auto">
              {note.text}
            </p>
          )}
          <dl className="retreat-facts">
            {retreat.place && (
              <>
                <dt>{staff('retreat_place')}</dt>
                <dd>
                  <bdi>{retreat.place}</bdi>
                </dd>
              </>
            )}
            <dt>{t('participants')}</dt>
            <dd>{participants === 0 ? t('nobody_takes_part') : <Names ids={retreat.participantIds ?? []} />}</dd>
            <dt>{t('feedback_on_findings')}</dt>
            <dd>
              {t.rich('feedback_window_staff', {
                from: <When at={retreat.feedbackOpensAt} />,
                until: <When at={retreat.feedbackClosesAt} />,
              })}
              <p className="row no-print">
                <Link to="/retreats/:retreatId/feedback" params={{ retreatId }}>
                  {t('see_feedback')}
                </Link>
                <Link to="/retreats/:retreatId/convergence" params={{ retreatId }}>
                  {t('see_convergence')}
                </Link>
              </p>
            </dd>
          </dl>
          {may.announce && (
            <>
              <p className="quiet">{t('retreat_not_told_yet')}</p>
              <Actions>
                <Button kind={days.length > 0 ? 'filled' : 'plain'} onClick={() => setAsked('announce')}>
                  {t('announce_retreat')}
                </Button>
              </Actions>
            </>
          )}
        </section>
        <section className="stack" aria-labelledby="programme">
          <div className="head">
            <h2 id="programme">{t('programme_of_retreat')}</h2>
            <div className="row no-print">
              {may.manage && (
                <Button kind={days.length === 0 ? 'filled' : 'plain'} onClick={() => setAsked('slot')}>
                  {t('add_slot')}
                </Button>
              )}
              {days.length > 0 && (
                <Button kind="quiet" onClick={() => print()}>
                  {t('print_plan')}
                </Button>
              )}
            </div>
          </div>
          {days.length === 0 ? (
            <Empty>
              <p>{t('programme_is_empty')}</p>
            </Empty>
          ) : (
            <>
              <p className="small quiet">
                {planning('hours_in_zone', { zone: zoneName(retreat.zone, t.language, days[0]!.startsAt) })}
              </p>
              {days.map(({ day, startsAt, slots }) => (
                <div key={day} className="programme-day">
                  <h3>{formatDate(startsAt, t.language, retreat.zone, { weekday: true })}</h3>
                  <ol className="programme">
                    {slots.map((slot) => (
                      <SlotLine key={slot.id} retreat={retreat} slot={slot} onEdit={() => setEditing(slot)} />
                    ))}
                  </ol>
                </div>
              ))}
            </>
          )}
        </section>
        <section className="stack" aria-labelledby="put">
          <h2 id="put">
            {t('findings_put')}{' '}
            <span className="quiet">{t('findings_chosen', { count: retreat.findings.length })}</span>
          </h2>
          {(retreat.unpublished?.length ?? 0) > 0 && (
            <Notice kind="warning">
              <p>{t('findings_unpublished', { count: retreat.unpublished?.length ?? 0 })}</p>
            </Notice>
          )}
          {retreat.findings.length === 0 ? (
            <Empty>
              <p>{t('no_findings_put')}</p>
            </Empty>
          ) : (
            <Findings findings={retreat.findings} />
          )}
        </section>
        {may.close && (
          <section className="stack no-print" aria-labelledby="ending">
            <h2 id="ending">{t('end_of_retreat')}</h2>
            <p className="quiet">{t('close_retreat_means')}</p>
            <Actions>
              <Button kind="warning" onClick={() => setAsked('close')}>
                {t('close_retreat')}
              </Button>
            </Actions>
          </section>
        )}
      </div>
      <Announce retreat={retreat} open={asked === 'announce'} onClose={() => setAsked(null)} />
      <Close retreat={retreat} open={asked === 'close'} onClose={() => setAsked(null)} />
      {asked === 'slot' && <SlotDialog retreat={retreat} slot={null} onClose={() => setAsked(null)} />}
      {editing && <SlotDialog retreat={retreat} slot={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function SlotLine({ retreat, slot, onEdit }: { retreat: RetreatView; slot: SlotView; onEdit: () => void }) {
  const t = useWords('retreat')
  const state = slotStateOf(slot)
  const params = { retreatId: retreat.id, slotId: slot.id }
  const title = inLanguage(slot.title, t.language).text
  const declines = slot.sessions.reduce((sum, one) => sum + (one.declines?.length ?? 0), 0)
  const calls = slot.sessions.reduce((sum, one) => sum + (one.calls?.length ?? 0), 0)
  const [word, shape] = SLOT_STATE[state]
  return (
    <li className="slot">
      <SlotHours of={slot} zone={retreat.zone} />
      <div className="slot-what">
        <h4>
          <Link to="/retreats/:retreatId/slots/:slotId" params={params}>
            {title}
          </Link>
        </h4>
        <p className="small no-print">
          <StateMark shape={shape}>{t(word)}</StateMark>
          {slot.kind === 'breakouts' && (
            <>
              {' · '}
              {t('groups_count', { count: slot.sessions.length })}
            </>
          )}
          {(slot.kind === 'breakouts' || state !== 'planned') && (
            <>
              {' · '}
              {t('delegations_placed', { count: placedIn(slot) })}
            </>
          )}
          {(slot.unplaced?.length ?? 0) > 0 && <> · {t('unplaced_count', { count: slot.unplaced?.length ?? 0 })}</>}
          {declines > 0 && <> · {t('declined_count', { count: declines })}</>}
          {calls > 0 && (
            <>
              {' · '}
              <StateMark shape="attention">{t('calls_count', { count: calls })}</StateMark>
            </>
          )}
        </p>
        {slot.kind === 'breakouts' && slot.sessions.length > 0 && (
          <ol className="small slot-groups no-print">
            {inNumberOrder(slot.sessions).map((one) => (
              <li key={one.sessionId}>
                <Name of={one.title} />
                {one.place && (
                  <>
                    {' · '}
                    <bdi>{one.place}</bdi>
                  </>
                )}
              </li>
            ))}
          </ol>
        )}
        <ul className="group-list on-paper">
          {inNumberOrder(slot.sessions).map((one) => (
            <li key={one.sessionId}>
              {slot.kind === 'breakouts' && (
                <p>
                  {one.number}. <Name of={one.title} />
                </p>
              )}
              <GroupFacts group={one} findings={retreat.findings} />
            </li>
          ))}
        </ul>
        <div className="row no-print">
          {(state === 'told' || state === 'meeting' || state === 'over') && (
            <LinkButton
              kind={state === 'meeting' && !retreat.may.announce ? 'filled' : 'plain'}
              to="/retreats/:retreatId/slots/:slotId/running"
              params={params}
            >
              {t(state === 'over' ? 'see_how_it_went' : 'follow_slot')}
              <span className="visually-hidden"> {title}</span>
            </LinkButton>
          )}
          {state === 'planned' && (
            <LinkButton to="/retreats/:retreatId/slots/:slotId" params={params}>
              {t('prepare_slot')}
              <span className="visually-hidden"> {title}</span>
            </LinkButton>
          )}
          {slot.may.change && (
            <Button kind="quiet" onClick={onEdit}>
              {t('edit_slot')}
              <span className="visually-hidden"> {title}</span>
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}

type Asked = { retreat: RetreatView; open: boolean; onClose: () => void }

function Announce({ retreat, open, onClose }: Asked) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(announceRetreat)
  const params = { retreatId: retreat.id }
  async function announce() {
    const reply = await send({ params })
    if (!reply) return
    renew(readRetreat, { params }, reply)
    tell(t('retreat_is_announced'))
    onClose()
  }
  return (
    <AskOnceMore
      open={open}
      kind="filled"
      verb={t('announce_retreat')}
      onSure={announce}
      leave={t('rather_later')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('announce_retreat_means', { count: retreat.participantIds?.length ?? 0 })}</p>
      <p className="quiet">{t('invitation_says')}</p>
      <Names ids={retreat.participantIds ?? []} of={t('who_is_told')} />
      {(retreat.unpublished?.length ?? 0) > 0 && (
        <p>{t('findings_unpublished', { count: retreat.unpublished?.length ?? 0 })}</p>
      )}
    </AskOnceMore>
  )
}

function Close({ retreat, open, onClose }: Asked) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(closeRetreat)
  const params = { retreatId: retreat.id }
  async function close() {
    const reply = await send({ params })
    if (!reply) return
    renew(readRetreat, { params }, reply)
    onClose()
  }
  const owing = retreat.slots
    .flatMap(({ sessions }) => sessions)
    .filter(({ state, reportBack }) => state === 'closed' && reportBack && !isAnswered(reportBack.state))
  return (
    <AskOnceMore
      open={open}
      verb={t('close_retreat')}
      onSure={close}
      leave={t('rather_later')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('close_retreat_means')}</p>
      <Owing groups={owing} />
    </AskOnceMore>
  )
}
