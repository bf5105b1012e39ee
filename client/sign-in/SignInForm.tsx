import { type MeView, signIn } from '@consultation/shared/sign-in.ts'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { PasswordInput, TextInput } from '../ui/Field.tsx'
import { useForm } from '../ui/use-form.ts'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Props = {
  /** The address, where it is not for the reader to choose. */
  email?: string
  onSignedIn: (me: MeView) => void
  children?: ReactNode
}

export function SignInForm({ email, onSignedIn, children }: Props) {
  const t = useWords()
  const { send, refusal, status } = useCall(signIn)
  const form = useForm({ email: email ?? '', password: '' }, refusal)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={form.onSubmit(async (body) => {
        const me = await send({ body })
        if (me) onSignedIn(me)
      })}
    >
      <ErrorSummary form={form} labels={{ email: t('email'), password: t('password') }} refusal={refusal} />
      {email === undefined ? (
        <TextInput label={t('email')} {...form.field('email')} type="email" dir="ltr" autoComplete="username" />
      ) : (
        <p>
          {t('email')}: <bdi dir="ltr">{email}</bdi>
          <input type="email" autoComplete="username" value={email} readOnly hidden />
        </p>
      )}
      <PasswordInput label={t('password')} {...form.field('password')} autoComplete="current-password" />
      <Actions>
        <Button type="submit" kind="filled" busy={status === 'sending'}>
          {t('sign_in')}
        </Button>
        {children}
      </Actions>
    </form>
  )
}
