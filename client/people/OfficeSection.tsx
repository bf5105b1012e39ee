import type { ReplyOf } from '@consultation/shared/contract.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { inviteOffice, listOffice, removeOffice } from '@consultation/shared/people.ts'
import type { OfficeRole } from '@consultation/shared/rules/access.ts'
import { useState } from 'react'
import { useMe } from '../me.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { RadioGroup, TextInput } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Table } from '../ui/Table.tsx'
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
      <Table caption={t('office_shown', { count: members.length })}>
        <thead>
          <tr>
            <th scope="col">{t('person_column')}</th>
            <th scope="col">{t('role_column')}</th>
            <th scope="col">{t('head_state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('what_to_do')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={`${member.email} ${member.role}`}>
              <th scope="row">
                {member.personName && <bdi>{member.personName}</bdi>}{' '}
                <span className="quiet">
                  <bdi>{member.email}</bdi>
                </span>
                {member.personId === person.id && <span className="quiet"> ({t('yourself')})</span>}
              </th>
              <td>{t('office_role', { role: member.role })}</td>
              <td>
                <StateMark shape={member.state === 'active' ? 'done' : 'part'}>
                  {t('member_state', { state: member.state })}
                </StateMark>
              </td>
              <td className="number">
                {may.remove && member.personId !== null && (
                  <Button
                    kind="quiet"
                    aria-label={t('remove_person', { person: member.personName || member.email })}
                    onClick={() => setRemoving(member)}
                  >
                    {t('take_away')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
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
    <Dialog open title={t('remove_person', { person })} onClose={onClose}>
      <div className="stack">
        <p>{t('remove_office_text', { role })}</p>
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button
            kind="warning"
            busy={status === 'sending'}
            onClick={async () => {
              if (!personId || !(await send({ params: { personId, role } }))) return
              tell(t('removed_from_office', { person }))
              await refresh(listOffice)
              onClose()
            }}
          >
            {t('take_away')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
