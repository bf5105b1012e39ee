import { changeMembership, listMembers, type MembershipView, removeMember } from '@consultation/shared/people.ts'
import { useMyZone } from '../me.tsx'
import { AskOnceMore } from '../ui/AskOnceMore.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { tell } from '../ui/Toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { MemberFields, type MemberValues } from './MemberFields.tsx'
import { dayOf, endOf, lastDay, startOf } from './period.ts'

type Props = { member: MembershipView; onClose: () => void }

export function ChangeDialog({ member, appointsHead, onClose }: Props & { appointsHead: boolean }) {
  const t = useWords('mission')
  const zone = useMyZone()
  const { send, refusal, status } = useCall(changeMembership)
  const form = useForm<MemberValues>(
    {
      role: member.role,
      title: member.title ?? '',
      standIn: member.standIn,
      from: dayOf(member.from, zone),
      until: member.until ? lastDay(member.until, zone) : '',
    },
    refusal,
  )
  const name = member.personName || member.email
  return (
    <Dialog open wide title={t.rich('change_member', { name: <bdi>{name}</bdi> })} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async ({ role, title, standIn, from, until }) => {
          // A day that was not touched keeps its hour.
          const keepsFrom = from === dayOf(member.from, zone)
          const keepsUntil = member.until !== null && until === lastDay(member.until, zone)
          const body = {
            role,
            title: title.trim() || null,
            standIn: role === 'head' && standIn,
            period: {
              from: keepsFrom ? member.from : from ? startOf(from, zone) : null,
              until: keepsUntil ? member.until : until ? endOf(until, zone) : null,
            },
          }
          if (!(await send({ params: { membershipId: member.id }, body }))) return
          tell(t('member_changed', { name }))
          onClose()
          await refresh(listMembers)
        })}
      >
        <ErrorSummary
          form={form}
          labels={{ role: t('role'), title: t('title'), period: t('period'), standIn: t('is_stand_in') }}
          refusal={refusal}
        />
        <MemberFields form={form} appointsHead={appointsHead} />
        <Actions>
          <Button type="submit" kind="filled" busy={status === 'sending'}>
            {t('save_member')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}

/** Names what is lost and what stays. */
export function RemoveDialog({ member, onClose }: Props) {
  const t = useWords('mission')
  const { send, refusal, status } = useCall(removeMember)
  const name = member.personName || member.email
  return (
    <AskOnceMore
      title={t.rich('remove_member', { name: <bdi>{name}</bdi> })}
      verb={t('remove')}
      onSure={async () => {
        if (!(await send({ params: { membershipId: member.id } }))) return
        tell(t('member_removed', { name }))
        onClose()
        await refresh(listMembers)
      }}
      leave={t('close')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t(member.state === 'invited' ? 'remove_invited_text' : 'remove_text')}</p>
    </AskOnceMore>
  )
}
