import { formatDate } from '@consultation/shared/house-style.ts'
import { streams } from '@consultation/shared/live.ts'
import { listMembers, type MembershipView } from '@consultation/shared/people.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useFollow } from '../follow.ts'
import { useMe, useMyZone } from '../me.tsx'
import { Button } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { StackingTable } from '../ui/Table.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { ChangeDialog, RemoveDialog } from './MemberDialogs.tsx'
import { lastDay } from './period.ts'
import './mission.css'

type Doing = { what: 'invite' } | { what: 'change' | 'remove'; member: MembershipView } | null

/** Who belongs to the mission, what each may do and until when. */
export function MissionPage() {
  const t = useWords('mission')
  const { acting } = useMe()
  const { members, may } = useView(listMembers, {})
  const [doing, setDoing] = useState<Doing>(null)
  useFollow(
    acting && streams.delegation(acting.delegationId),
    (kind) => (kind.startsWith('person.') ? 'now' : 'never'),
    () => void refresh(listMembers),
  )
  const close = () => setDoing(null)
  const actionsOf = (member: MembershipView) => {
    const name = <span className="visually-hidden"> {member.personName || member.email}</span>
    const { change, remove } = member.may
    if (!change && !remove) return null
    return (
      <span className="member-actions">
        {change && (
          <Button kind="quiet" onClick={() => setDoing({ what: 'change', member })}>
            {t('change')}
            {name}
          </Button>
        )}
        {remove && (
          <Button kind="quiet" onClick={() => setDoing({ what: 'remove', member })}>
            {t('remove')}
            {name}
          </Button>
        )}
      </span>
    )
  }
  return (
    <div className="mission">
      <PageHead
        title={t('mission_of', { delegation: inLanguage(acting?.delegation ?? {}, t.language).text })}
        lead={t('mission_lead')}
      >
        {may.invite && (
          <Button kind="filled" onClick={() => setDoing({ what: 'invite' })}>
            {t('invite')}
          </Button>
        )}
      </PageHead>
      <StackingTable
        caption={t('members_counted', { count: members.length })}
        rows={members}
        keyOf={({ id }) => id}
        columns={[
          { name: t('member'), cell: (member) => <MemberName member={member} /> },
          {
            name: t('role'),
            cell: ({ role, standIn, title }) => (
              <>
                {t(standIn ? 'role_stand_in' : ROLES[role])}
                {title && (
                  <>
                    <br />
                    <bdi className="quiet">{title}</bdi>
                  </>
                )}
              </>
            ),
          },
          { name: t('period'), cell: (member) => <PeriodOf member={member} /> },
          {
            name: t('state'),
            cell: ({ state }) => <StateMark shape={STATES[state].shape}>{t(STATES[state].word)}</StateMark>,
          },
          ...(may.invite ? [{ name: t('actions'), unseen: true, cell: actionsOf }] : []),
        ]}
      />
      {!may.invite && <p className="quiet">{t('head_manages')}</p>}
      <Roles />
      {doing?.what === 'invite' && <InviteDialog appointsHead={may.appointHead} onClose={close} />}
      {doing?.what === 'change' && (
        <ChangeDialog member={doing.member} appointsHead={may.appointHead} onClose={close} />
      )}
      {doing?.what === 'remove' && <RemoveDialog member={doing.member} onClose={close} />}
    </div>
  )
}

export const ROLES = { head: 'role_head', drafter: 'role_drafter', reader: 'role_reader' } as const
const STATES = {
  invited: { shape: 'part', word: 'state_invited' },
  active: { shape: 'done', word: 'state_active' },
  coming: { shape: 'empty', word: 'state_coming' },
  ended: { shape: 'none', word: 'state_ended' },
} as const

function PeriodOf({ member }: { member: MembershipView }) {
  const t = useWords('mission')
  const zone = useMyZone()
  const from = <When at={member.from} show="date" />
  // A period ends with the first moment after its last day.
  if (member.until) return t.rich('from_until', { from, until: formatDate(lastDay(member.until, zone), t.language) })
  return t.rich('member_since', { from })
}

function Roles() {
  const t = useWords('mission')
  return (
    <section aria-labelledby="roles" className="column mission-roles">
      <h2 id="roles">{t('who_may_what')}</h2>
      <dl>
        <dt>{t('role_head')}</dt>
        <dd>{t('head_may')}</dd>
        <dt>{t('role_stand_in')}</dt>
        <dd>{t('stand_in_may')}</dd>
        <dt>{t('role_drafter')}</dt>
        <dd>{t('drafter_may')}</dd>
        <dt>{t('role_reader')}</dt>
        <dd>{t('reader_may')}</dd>
      </dl>
    </section>
  )
}

/** Whoever has not accepted yet is known by the address alone. */
function MemberName({ member: { personName, email } }: { member: MembershipView }) {
  const address = <bdi dir="ltr">{email}</bdi>
  if (personName === '' || personName === email) return address
  return (
    <>
      <bdi>{personName}</bdi>
      <br />
      <span className="quiet small">{address}</span>
    </>
  )
}
