import { resetPassword } from '@consultation/shared/sign-in.ts'
import { forgetMe } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { PasswordInput } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useForm } from '../ui/use-form.ts'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

export function ResetPage() {
  const t = useWords('sign-in')
  const { token } = useParams('/password-resets/:token')
  const { send, refusal, status } = useCall(resetPassword)
  const form = useForm({ password: '' }, refusal)
  return (
    <div className="narrow">
      <PageHead title={t('reset_title')} lead={t('reset_lead')} />
      {status === 'done' ? (
        <div className="stack">
          <Notice kind="done" role="status">
            <p>{t('password_is_set')}</p>
          </Notice>
          <Actions>
            <LinkButton to="/sign-in" kind="filled">
              {t('sign_in')}
            </LinkButton>
          </Actions>
        </div>
      ) : (
        <form
          className="stack"
          noValidate
          onSubmit={form.onSubmit(async (body) => {
            // Whoever was signed in here is so no longer.
            if (await send({ params: { token }, body })) forgetMe()
          })}
        >
          <ErrorSummary form={form} labels={{ password: t('choose_password') }} refusal={refusal} />
          <PasswordInput
            label={t('choose_password')}
            help={t('password_help')}
            {...form.field('password')}
            autoComplete="new-password"
          />
          <Actions>
            <Button type="submit" kind="filled" busy={status === 'sending'}>
              {t('set_password')}
            </Button>
          </Actions>
          {(refusal?.code === 'link_used' || refusal?.code === 'link_expired' || refusal?.code === 'not_found') && (
            <p>
              <Link to="/forgotten-password">{t('forgotten_title')}</Link>
            </p>
          )}
        </form>
      )}
    </div>
  )
}
