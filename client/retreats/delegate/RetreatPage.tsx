import { readDesk } from '@consultation/shared/feedback.ts'
import { formatDate, zoneName } from '@consultation/shared/house-style.ts'
import { streams } from '@consultation/shared/live.ts'
import { type GroupView, type RetreatView, readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useFollow } from '../../follow.ts'
import { useMe } from '../../me.tsx'
import { useParams } from '../../navigation.tsx'
import { SessionHours } from '../../SessionHours.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { Findings } from '../Findings.tsx'
import { daysOf } from '../programme.ts'
import '../retreats.css'
import { AskedPart } from './AskedPart.tsx'
import { ChooseGroups } from './ChooseGroups.tsx'
import { DeclineGroup } from './DeclineGroup.tsx'
import { ProgrammeSlot } from './ProgrammeSlot.tsx'

/**
 * The retreat for a delegation: what is asked of it, its own day within the programme, and the documents beforehand. For the
 * Review Team: the whole programme, and the ways to what was said.
 */
export function RetreatPage() {
  const t = useWords('retreat-delegate')
  const { retreatId } = useParams('/retreats/:retreatId')
  const retreat = useView(readRetreat, { params: { retreatId } })
  const { acting } = useMe()
  const again = () => void refresh(readRetreat, { retreatId })
  const withFeedback = () => {
    again()
    void refresh(readDesk, { retreatId })
  }
  useFollow(
    streams.retreatAll(retreatId),
    () => 'now',
    again,
    ({ kind }) => {
      if (kind === 'retreat.groups_told') announce(t('groups_were_told'))
      if (kind === 'retreat.slot_extended') announce(t('time_was_changed'))
      if (kind === 'report_back.reported') announce(t('group_has_reported'))
    },
  )
  useFollow(
    acting && streams.delegation(acting.delegationId),
    (kind) => (/^(retreat|feedback)\./.test(kind) ? 'now' : 'never'),
    withFeedback,
    ({ kind }) => {
      if (kind === 'retreat.moved_to_group') announce(t('you_were_moved'))
    },
  )
  useFollow(
    streams.consultationAll(retreat.consultationId),
    (kind) => (kind.startsWith('finding.') ? 'now' : 'never'),
    withFeedback,
  )
  const [declining, setDeclining] = useState<GroupView | null>(null)
  const days = daysOf(retreat)
  const groups = retreat.slots.flatMap(({ sessions }) => sessions)
  // Now before later: what is open cannot wait.
  const open = groups.filter(({ state, may }) => state === 'open' && may.enter)
  const reads = retreat.delegationId === null
  const choosing = retreat.slots.filter(({ may }) => may.choose)

  return (
    <div className="column retreat">
      <PageHead
        title={inLanguage(retreat.title, t.language).text}
        within={{
          title: inLanguage(retreat.consultationTitle, t.language).text,
          link: (
            <>
              <Name of={retreat.consultationTitle} /> · <bdi>{retreat.reference}</bdi>
            </>
          ),
        }}
        lead={retreat.state === 'closed' ? t('retreat_is_over') : undefined}
      >
        {retreat.findings.length > 0 && (
          <div className="row no-print">
            <LinkButton kind={reads ? 'plain' : 'quiet'} to="/retreats/:retreatId/feedback" params={{ retreatId }}>
              {t('feedback_window')}
            </LinkButton>
            <LinkButton kind={reads ? 'plain' : 'quiet'} to="/retreats/:retreatId/convergence" params={{ retreatId }}>
              {t('to_converging_views')}
            </LinkButton>
            {!reads && (
              <LinkButton kind="quiet" to="/retreats/:retreatId/own-paper" params={{ retreatId }}>
                {t('to_own_paper')}
              </LinkButton>
            )}
          </div>
        )}
      </PageHead>
      {groups
        .filter(({ own, may }) => own === 'placed' || may.enter)
        .map(({ sessionId }) => (
          <FollowGroup key={sessionId} sessionId={sessionId} again={again} />
        ))}
      <div className="sections">
        {open.map(({ sessionId, title }, at) => (
          <Notice key={sessionId} title={t('meets_now', { group: inLanguage(title, t.language).text })}>
            <LinkButton kind={at === 0 ? 'filled' : 'plain'} to="/sessions/:sessionId/room" params={{ sessionId }}>
              {t('into_the_room')}
            </LinkButton>
          </Notice>
        ))}
        {!reads && <AskedPart retreat={retreat} />}
        {choosing.map((slot, at) => (
          <ChooseGroups key={slot.id} retreat={retreat} slot={slot} first={at === 0 && open.length === 0} />
        ))}
        <About retreat={retreat} />
        <section className="stack" aria-labelledby="programme">
          <div className="head">
            <h2 id="programme">{t('your_programme')}</h2>
            {days.length > 0 && (
              <Button kind="quiet" className="no-print" onClick={() => print()}>
                {t('print_programme')}
              </Button>
            )}
          </div>
          {days.length === 0 ? (
            <Empty>
              <p>{t('programme_to_come')}</p>
            </Empty>
          ) : (
            <p className="small quiet">
              {t('hours_in_zone', { zone: zoneName(retreat.zone, t.language, days[0]!.startsAt) })}
            </p>
          )}
          {days.map(({ day, startsAt, slots }) => (
            <div key={day} className="programme-day">
              <h3>{formatDate(startsAt, t.language, retreat.zone, { weekday: true })}</h3>
              <ol className="programme">
                {slots.map((slot) => (
                  <ProgrammeSlot key={slot.id} retreat={retreat} slot={slot} onDecline={setDeclining} />
                ))}
              </ol>
            </div>
          ))}
        </section>
        <section className="stack" aria-labelledby="documents">
          <h2 id="documents">{t('documents_beforehand')}</h2>
          {retreat.findings.length === 0 ? (
            <Empty>
              <p>{t('documents_to_come')}</p>
            </Empty>
          ) : (
            <Findings findings={retreat.findings} />
          )}
        </section>
      </div>
      {declining && <DeclineGroup retreatId={retreatId} group={declining} onClose={() => setDeclining(null)} />}
    </div>
  )
}

/** What it is for, when and where, and until when and how feedback counts. */
function About({ retreat }: { retreat: RetreatView }) {
  const t = useWords('retreat-delegate')
  const note = inLanguage(retreat.note, t.language)
  return (
    <section className="stack" aria-labelledby="facts">
      <h2 id="facts">{t('about_retreat')}</h2>
      {note.text && (
        <div lang={note.language} dir="auto">
          {note.text.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <dl className="retreat-facts">
        {retreat.startsAt && retreat.endsAt && (
          <>
            <dt>{t('retreat_dates')}</dt>
            <dd>
              <SessionHours of={{ startsAt: retreat.startsAt, endsAt: retreat.endsAt, zone: retreat.zone }} />
            </dd>
          </>
        )}
        {retreat.place && (
          <>
            <dt>{t('retreat_where')}</dt>
            <dd>
              <bdi>{retreat.place}</bdi>
            </dd>
          </>
        )}
        <dt>{t('feedback_window')}</dt>
        <dd>
          {t.rich('feedback_from_until', {
            from: <When at={retreat.feedbackOpensAt} weekday />,
            until: <When at={retreat.feedbackClosesAt} weekday />,
          })}
        </dd>
        <dt>{t('feedback_shown')}</dt>
        <dd>
          {t(
            retreat.attributionOffered.length === 2
              ? 'by_name_or_not'
              : retreat.attributionOffered[0] === 'attributed'
                ? 'by_name_only'
                : 'never_by_name',
          )}
        </dd>
      </dl>
    </section>
  )
}

/** A group opens, closes and is extended by itself; what goes on in it is not this page’s. */
function FollowGroup({ sessionId, again }: { sessionId: string; again: () => void }) {
  useFollow(streams.sessionAll(sessionId), (kind) => (kind.startsWith('session.') ? 'now' : 'never'), again)
  return null
}
