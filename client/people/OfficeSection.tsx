import type { ReplyOf } from '@consultation/shared/contract.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { inviteOffice, listOffice, removeOffice } from '@consultation/shared/people.ts'
import type { OfficeRole } from '@consultation/shared/rules/access.ts'
import { useState } from 'react'
import { useMe } from '../me.tsx'
import { AskOnceMore } from '../ui/AskOnceMore.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { RadioGroup, TextInput } from '../ui/Field.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { StackingTable } from '../ui/Table.tsx'
import { tell } from '../ui/Toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { LanguageOfLetter } from './HeadsSection.tsx'

type OfficeMember = ReplyOf<typeof listOffice>['members'][number]

/** The administrators, the staff and the Review Team; an administrator invites and removes them. */
export function OfficeSection() {
  const t = useWords('people')
  const { person } = useMe()
  const { members, may } = useView(listOffice, {})
  const [inviting, setInviting] = useState(false)
  const [removing, setRemoving] = useState<OfficeMember | null>(null)
  return (
    <section aria-labelledby="office" className="stack">
      <div className="row spread">
        <h2 id="office">{t('office')}</h2>
        {may.invite && <Button onClick={() => setInviting(true)}>{t('invite_to_office')}</Button>}
      </div>
      <StackingTable
        caption={t('office_shown', { count: members.length })}
        rows={members}
        keyOf={({ email, role }) => `${email} ${role}`}
        columns={[
          {
            name: t('person_column'),
            cell: ({ personId, personName, email }) => (
              <>
                {personName && <bdi>{personName}</bdi>}{' '}
                <span className="quiet">
                  <bdi>{email}</bdi>
                </span>
                {personId === person.id && <span className="quiet"> ({t('yourself')})</span>}
              </>
            ),
          },
          { name: t('role_column'), cell: ({ role }) => t('office_role', { role }) },
          {
            name: t('head_state'),
            cell: ({ state }) => (
              <StateMark shape={state === 'active' ? 'done' : 'part'}>{t('member_state', { state })}</StateMark>
            ),
          },
          {
            name: t('what_to_do'),
            unseen: true,
            number: true,
            cell: (member) =>
              may.remove &&
              member.personId !== null && (
                <Button
                  kind="quiet"
                  aria-label={t('remove_person', { person: member.personName || member.email })}
                  onClick={() => setRemoving(member)}
                >
                  {t('take_away')}
                </Button>
              ),
          },
        ]}
      />
      {inviting && <Invite onClose={() => setInviting(false)} />}
      {removing && <Remove member={removing} onClose={() => setRemoving(null)} />}
    </section>
  )
}

function Invite({ onClose }: { onClose: () => void }) {
  const t = useWords('people')
  const { send, status, refusal } = useCall(inviteOffice)
  const form = useForm<{ email: string; role: OfficeRole; language: Language }>(
    { email: '', role: 'staff', language: t.language },
    refusal,
  )
  return (
    <Dialog open title={t('invite_to_office')} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async (body) => {
          if (!(await send({ body }))) return
          tell(t('invitation_on_its_way', { email: body.email }))
          await refresh(listOffice)
          onClose()
        })}
      >
        <ErrorSummary form={form} refusal={refusal} labels={{ email: t('email'), role: t('role_column') }} />
        <TextInput label={t('email')} type="email" dir="ltr" autoComplete="off" {...form.field('email')} />
        <RadioGroup
          label={t('role_column')}
          {...form.field('role')}
          options={[
            { value: 'staff', label: t('office_role', { role: 'staff' }), help: t('role_staff_help') },
            { value: 'irt', label: t('office_role', { role: 'irt' }), help: t('role_irt_help') },
            {
              value: 'administrator',
              label: t('office_role', { role: 'administrator' }),
              help: t('role_administrator_help'),
            },
          ]}
        />
        <LanguageOfLetter {...form.field('language')} />
        <Actions>
          <Button kind="filled" type="submit" busy={status === 'sending'}>
            {t('send_the_invitation')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function Remove({ member, onClose }: { member: OfficeMember; onClose: () => void }) {
  const t = useWords('people')
  const { send, status, refusal } = useCall(removeOffice)
  const { personId, role } = member
  const person = member.personName || member.email
  return (
    <AskOnceMore
      title={t('remove_person', { person })}
      verb={t('take_away')}
      onSure={async () => {
        if (!personId || !(await send({ params: { personId, role } }))) return
        tell(t('removed_from_office', { person }))
        await refresh(listOffice)
        onClose()
      }}
      leave={t('close')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('remove_office_text', { role })}</p>
    </AskOnceMore>
  )
}
