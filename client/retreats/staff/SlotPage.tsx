import { formatDate } from '@consultation/shared/house-style.ts'
import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import {
  type GroupView,
  type RetreatView,
  readRetreat,
  removeGroup,
  type SlotView,
  tellGroups,
} from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { RefusalError } from '../../api.ts'
import { useFollow } from '../../follow.ts'
import { Link, useParams } from '../../navigation.tsx'
import { useDelegations } from '../../reference.ts'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, renew, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { inNumberOrder } from '../programme.ts'
import '../retreats.css'
import { SlotHours } from '../SlotHours.tsx'
import { AddGroups } from './AddGroups.tsx'
import { Assigning } from './Assigning.tsx'
import { slotStateOf, toldIn } from './assignment.ts'
import { DrawPart } from './DrawPart.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { Names } from './Names.tsx'
import { SLOT_STATE } from './RetreatPlanPage.tsx'

/** One part of the programme: its sessions, who is in which, and telling them. */
export function SlotPage() {
  const t = useWords('retreat')
  const { retreatId, slotId } = useParams('/retreats/:retreatId/slots/:slotId')
  const retreat = useView(readRetreat, { params: { retreatId } })
  const again = () => void refresh(readRetreat, { retreatId })
  useFollow(streams.retreatAll(retreatId), () => 'now', again)
  useFollow(streams.retreatStaff(retreatId), () => 'now', again)
  const [asked, setAsked] = useState<'add' | 'tell' | null>(null)
  const [editing, setEditing] = useState<GroupView | null>(null)
  const [removing, setRemoving] = useState<GroupView | null>(null)
  const slot = retreat.slots.find(({ id }) => id === slotId)
  if (!slot) throw new RefusalError({ code: 'not_found' })
  const groups = inNumberOrder(slot.sessions)
  const state = slotStateOf(slot)
  const [word, shape] = SLOT_STATE[state]
  const isBreakouts = slot.kind === 'breakouts'
  const ready = slot.may.tell && toldIn(retreat, slot).length > 0
  const untold = groups.length > 0 && (slot.may.tell || (retreat.state === 'draft' && slot.assignedAt === null))

  return (
    <div className="retreat">
      <PageHead
        title={inLanguage(slot.title, t.language).text}
        within={{
          title: inLanguage(retreat.title, t.language).text,
          link: (
            <Link to="/retreats/:retreatId" params={{ retreatId }}>
              <Name of={retreat.title} /> · <bdi>{retreat.reference}</bdi>
            </Link>
          ),
        }}
        lead={
          <>
            {formatDate(slot.startsAt, t.language, retreat.zone, { weekday: true })} ·{' '}
            <SlotHours of={slot} zone={retreat.zone} />
          </>
        }
      >
        <div className="row no-print">
          {state !== 'planned' && (
            <LinkButton to="/retreats/:retreatId/slots/:slotId/running" params={{ retreatId, slotId }}>
              {t(state === 'over' ? 'see_how_it_went' : 'follow_slot')}
            </LinkButton>
          )}
        </div>
      </PageHead>
      <div className="sections">
        <section className="stack" aria-labelledby="groups">
          <div className="head">
            <h2 id="groups">
              {t(isBreakouts ? 'groups_of_slot' : 'meeting_of_slot')}{' '}
              <span className="small">
                <StateMark shape={shape}>{t(word)}</StateMark>
              </span>
            </h2>
            {slot.may.change && (isBreakouts || groups.length === 0) && (
              <Button kind={groups.length === 0 ? 'filled' : 'plain'} onClick={() => setAsked('add')}>
                {t(isBreakouts ? 'add_groups' : 'add_meeting')}
              </Button>
            )}
          </div>
          {slot.assignedAt && (
            <p className="quiet">{t.rich('told_at', { when: <When at={slot.assignedAt} show="moment" /> })}</p>
          )}
          {groups.length === 0 ? (
            <Empty>
              <p>{t('no_groups_yet')}</p>
            </Empty>
          ) : (
            <ul className="group-cards">
              {groups.map((group) => (
                <GroupCard
                  key={group.sessionId}
                  retreat={retreat}
                  slot={slot}
                  group={group}
                  onEdit={() => setEditing(group)}
                  onRemove={() => setRemoving(group)}
                />
              ))}
            </ul>
          )}
        </section>
        <Declines slot={slot} />
        {groups.length > 0 && isBreakouts && slot.may.assign && <DrawPart retreat={retreat} slot={slot} />}
        {groups.length > 0 && isBreakouts && <Assigning key={slot.id} retreat={retreat} slot={slot} />}
        {groups.length > 0 && !isBreakouts && (
          <section className="stack" aria-labelledby="invited">
            <h2 id="invited">{t('who_is_invited')}</h2>
            {!slot.assignedAt && <p className="quiet">{t('invited_are_all')}</p>}
            <Names ids={toldIn(retreat, slot)} />
          </section>
        )}
        {untold && (
          <section className="stack" aria-labelledby="telling">
            <h2 id="telling">{t('tell_participants')}</h2>
            <p className="quiet">{t(isBreakouts ? 'tell_groups_means' : 'tell_meeting_means')}</p>
            {slot.may.tell ? (
              <Actions>
                <Button kind={ready ? 'filled' : 'plain'} onClick={() => setAsked('tell')}>
                  {t('tell_participants')}
                </Button>
              </Actions>
            ) : (
              <p>{t('told_after_announcing')}</p>
            )}
          </section>
        )}
      </div>
      {asked === 'add' && <AddGroups retreat={retreat} slot={slot} onClose={() => setAsked(null)} />}
      {asked === 'tell' && <Tell retreat={retreat} slot={slot} onClose={() => setAsked(null)} />}
      {editing && <GroupDialog retreat={retreat} group={editing} onClose={() => setEditing(null)} />}
      {removing && <RemoveGroup retreat={retreat} group={removing} onClose={() => setRemoving(null)} />}
    </div>
  )
}

type CardProps = {
  retreat: RetreatView
  slot: SlotView
  group: GroupView
  onEdit: () => void
  onRemove: () => void
}

function GroupCard({ retreat, slot, group, onEdit, onRemove }: CardProps) {
  const t = useWords('retreat')
  const planning = useWords('retreat-delegate')
  const title = inLanguage(group.title, t.language).text
  const discusses = retreat.findings.filter(({ findingId }) => group.findingIds.includes(findingId))
  const plenary = retreat.slots
    .flatMap(({ sessions }) => sessions)
    .find(({ sessionId }) => sessionId === group.reportsTo)
  const partOf = (role: 'moderator' | 'rapporteur') => group.roles.filter((one) => one.role === role)
  return (
    <li>
      <h3>
        {slot.kind === 'breakouts' && `${group.number}. `}
        <Link to="/sessions/:sessionId" params={{ sessionId: group.sessionId }}>
          <Name of={group.title} />
        </Link>
      </h3>
      <dl className="retreat-facts small">
        {(slot.kind === 'breakouts' || slot.assignedAt) && (
          <>
            <dt>{t('placed_here')}</dt>
            <dd>
              {group.seats === null
                ? t('count_of_delegations', { count: group.assigned?.length ?? 0 })
                : t('of_seats', { count: group.assigned?.length ?? 0, seats: group.seats })}
            </dd>
          </>
        )}
        {group.place && (
          <>
            <dt>{t('place_of_group')}</dt>
            <dd>
              <bdi>{group.place}</bdi>
            </dd>
          </>
        )}
        <dt>{planning('part_moderator')}</dt>
        <dd>{partOf('moderator').length === 0 ? t('nobody_yet') : <People of={partOf('moderator')} />}</dd>
        <dt>{planning('part_rapporteur')}</dt>
        <dd>
          {partOf('rapporteur').length === 0 ? (
            slot.kind === 'breakouts' ? (
              <StateMark shape="attention">{t('nobody_yet')}</StateMark>
            ) : (
              t('nobody_yet')
            )
          ) : (
            <People of={partOf('rapporteur')} />
          )}
        </dd>
        <dt>{t('languages_of_group')}</dt>
        <dd>
          {group.interpretation.length === 0
            ? planning('without_interpretation')
            : group.interpretation.map((language, at) => (
                <span key={language}>
                  {at > 0 && ' · '}
                  <bdi lang={language}>{LANGUAGE_NAMES[language]}</bdi>
                </span>
              ))}
        </dd>
        <dt>{t('discusses')}</dt>
        <dd>
          {discusses.length === 0
            ? t('discusses_none')
            : discusses.map(({ findingId, number, title: finding }, at) => (
                <span key={findingId}>
                  {at > 0 && ' · '}
                  {number}. <Name of={finding} />
                </span>
              ))}
        </dd>
        {slot.kind === 'breakouts' && (
          <>
            <dt>{t('reports_to')}</dt>
            <dd>{plenary ? <Name of={plenary.title} /> : t('reports_nowhere')}</dd>
          </>
        )}
      </dl>
      {slot.may.change && (
        <div className="row no-print">
          <Button kind="quiet" aria-label={t('edit_group_named', { group: title })} onClick={onEdit}>
            {t('edit_group')}
          </Button>
          <Button kind="quiet" aria-label={t('remove_group_named', { group: title })} onClick={onRemove}>
            {t('remove_group')}
          </Button>
        </div>
      )}
    </li>
  )
}

const People = ({ of }: { of: GroupView['roles'] }) =>
  of.map(({ personId, name }, at) => (
    <span key={personId}>
      {at > 0 && ' · '}
      <bdi>{name}</bdi>
    </span>
  ))

/** Who left a group it was told of, and what it said: somebody may want another place. */
function Declines({ slot }: { slot: SlotView }) {
  const t = useWords('retreat')
  const { nameOf } = useDelegations()
  const all = slot.sessions.flatMap(({ sessionId, title, declines }) =>
    (declines ?? []).map((one) => ({ ...one, sessionId, title })),
  )
  if (all.length === 0) return null
  return (
    <section className="stack" aria-labelledby="declines">
      <h2 id="declines">
        {t('declines_of_slot')} <span className="quiet">{t('count_of_delegations', { count: all.length })}</span>
      </h2>
      <ul className="group-list">
        {all.map(({ sessionId, delegationId, title, note, at }) => (
          <li key={`${sessionId} ${delegationId}`}>
            <p>
              <Name of={nameOf(delegationId)} />: <Name of={title} />{' '}
              <span className="small quiet">
                <When at={at} show="moment" />
              </span>
            </p>
            {note && (
              <p className="said" dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tell({ retreat, slot, onClose }: { retreat: RetreatView; slot: SlotView; onClose: () => void }) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(tellGroups)
  const count = toldIn(retreat, slot).length
  const unplaced = slot.unplaced?.length ?? 0
  const isBreakouts = slot.kind === 'breakouts'
  async function tellThem() {
    const reply = await send({ params: { slotId: slot.id } })
    if (!reply) return
    renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    tell(t('participants_are_told', { count }))
    onClose()
  }
  return (
    <AskOnceMore
      kind="filled"
      verb={t('tell_participants')}
      onSure={tellThem}
      leave={t('rather_later')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('telling_means', { count })}</p>
      <p className="quiet">{t(isBreakouts ? 'letter_of_group_says' : 'letter_of_meeting_says')}</p>
      {isBreakouts ? (
        inNumberOrder(slot.sessions).map(({ sessionId, number, title, assigned }) => (
          <Names
            key={sessionId}
            of={t('group_by_number', { number, group: inLanguage(title, t.language).text })}
            ids={(assigned ?? []).map(({ delegationId }) => delegationId)}
          />
        ))
      ) : (
        <Names of={t('who_is_told')} ids={toldIn(retreat, slot)} />
      )}
      {isBreakouts && unplaced > 0 && <p>{t('unplaced_are_not_told', { count: unplaced })}</p>}
    </AskOnceMore>
  )
}

function RemoveGroup({ retreat, group, onClose }: { retreat: RetreatView; group: GroupView; onClose: () => void }) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(removeGroup)
  async function remove() {
    const reply = await send({ params: { sessionId: group.sessionId } })
    if (!reply) return
    renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    onClose()
  }
  return (
    <AskOnceMore
      verb={t('remove_group')}
      onSure={remove}
      leave={t('keep_group')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>
        {t('remove_group_means', {
          group: inLanguage(group.title, t.language).text,
          count: group.assigned?.length ?? 0,
        })}
      </p>
    </AskOnceMore>
  )
}
