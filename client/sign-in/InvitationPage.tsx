import type { ReplyOf } from '@consultation/shared/contract.ts'
import { acceptInvitation, readInvitation } from '@consultation/shared/sign-in.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { forgetMe, meIs } from '../me.tsx'
import { goTo, Link, useParams } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { PasswordInput, TextInput } from '../ui/Field.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useForm } from '../ui/use-form.ts'
import { When } from '../ui/When.tsx'
import { useCall, useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

// Once accepted an invitation is gone: the page, drawn anew on the way out, does not ask for it again.
const accepted = new Set<string>()

export function InvitationPage() {
  const t = useWords('sign-in')
  const { token } = useParams('/invitations/:token')
  const reading = useRead(readInvitation, { params: { token } }, { enabled: !accepted.has(token) })
  switch (reading.status) {
    case 'loading':
      return <Skeleton />
    case 'refused':
      return (
        <div className="narrow stack">
          <PageHead title={t('invitation_gone')} lead={t(reading.refusal.code)} />
          <p>
            <Link to="/sign-in">{t('back_to_sign_in')}</Link>
          </p>
        </div>
      )
    case 'ready':
      return <Invitation token={token} invitation={reading.view} />
  }
}

type Props = { token: string; invitation: ReplyOf<typeof readInvitation> }

function Invitation({ token, invitation: { delegation, email, known, role, until } }: Props) {
  const t = useWords('sign-in')
  const { send, refusal, status } = useCall(acceptInvitation)
  const form = useForm({ name: '', email: '', password: '' }, refusal)
  return (
    <div className="narrow">
      <PageHead
        title={t('invitation_title')}
        lead={
          delegation
            ? t('invited_to_delegation', { delegation: inLanguage(delegation, t.language).text, role })
            : t('invited_to_office', { role })
        }
      />
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async ({ name, email: said, password }) => {
          const body = { password, ...(!known && { name }), ...(email === null && { email: said }) }
          const me = await send({ params: { token }, body })
          if (!me) return
          accepted.add(token)
          forgetMe()
          meIs(me)
          goTo('/', { replace: true })
        })}
      >
        {email !== null && (
          <p className="quiet">
            {t.rich('invitation_until', { email: <bdi dir="ltr">{email}</bdi>, when: <When at={until} /> })}
          </p>
        )}
        <ErrorSummary
          form={form}
          labels={{ email: t('email'), name: t('your_name'), password: known ? t('password') : t('choose_password') }}
          refusal={refusal}
        />
        {email === null ? (
          <TextInput label={t('email')} {...form.field('email')} type="email" dir="ltr" autoComplete="username" />
        ) : (
          // For the password manager: which account the password belongs to.
          <input type="email" autoComplete="username" value={email} readOnly hidden />
        )}
        {!known && (
          <TextInput
            label={t('your_name')}
            help={t('your_name_help')}
            {...form.field('name')}
            autoComplete="name"
            dir="auto"
          />
        )}
        <PasswordInput
          label={known ? t('password') : t('choose_password')}
          help={known ? t('known_password_help') : t('password_help')}
          {...form.field('password')}
          autoComplete={known ? 'current-password' : 'new-password'}
        />
        <Actions>
          <Button type="submit" kind="filled" busy={status === 'sending'}>
            {t('accept_invitation')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}
