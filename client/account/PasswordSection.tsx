import { changePassword, listSignIns } from '@consultation/shared/sign-in.ts'
import { useMe } from '../me.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { PasswordInput } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

export function PasswordSection() {
  const t = useWords('account')
  const { person } = useMe()
  const { send, refusal, status } = useCall(changePassword)
  const form = useForm({ current: '', replacement: '' }, refusal)
  return (
    <section aria-labelledby="change-password">
      <h2 id="change-password">{t('change_password')}</h2>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async (body) => {
          if (!(await send({ body }))) return
          form.set('current', '')
          form.set('replacement', '')
          await refresh(listSignIns)
        })}
      >
        <ErrorSummary
          form={form}
          labels={{ current: t('current_password'), replacement: t('new_password') }}
          refusal={refusal}
        />
        {status === 'done' && (
          <Notice kind="done" role="status">
            <p>{t('password_changed')}</p>
          </Notice>
        )}
        {/* For the password manager: which account the password belongs to. */}
        <input type="email" autoComplete="username" value={person.email} readOnly hidden />
        <PasswordInput label={t('current_password')} {...form.field('current')} autoComplete="current-password" />
        <PasswordInput
          label={t('new_password')}
          help={t('new_password_help')}
          {...form.field('replacement')}
          autoComplete="new-password"
        />
        <Actions>
          <Button type="submit" busy={status === 'sending'}>
            {t('change_password')}
          </Button>
        </Actions>
      </form>
    </section>
  )
}
