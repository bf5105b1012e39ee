import { askPasswordReset } from '@consultation/shared/sign-in.ts'
import { Link } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextInput } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useForm } from '../ui/use-form.ts'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

export function ForgottenPage() {
  const t = useWords('sign-in')
  const { send, refusal, status } = useCall(askPasswordReset)
  const form = useForm({ email: '' }, refusal)
  return (
    <div className="narrow">
      <PageHead title={t('forgotten_title')} lead={t('forgotten_lead')} />
      <form className="stack" noValidate onSubmit={form.onSubmit((body) => send({ body }))}>
        <ErrorSummary form={form} labels={{ email: t('email') }} refusal={refusal} />
        {status === 'done' && (
          <Notice kind="done" role="status">
            <p>{t.rich('link_sent', { email: <bdi dir="ltr">{form.values.email}</bdi> })}</p>
          </Notice>
        )}
        <TextInput label={t('email')} {...form.field('email')} type="email" dir="ltr" autoComplete="username" />
        <Actions>
          <Button type="submit" kind="filled" busy={status === 'sending'}>
            {t('send_link')}
          </Button>
        </Actions>
      </form>
      <p className="after-form">
        <Link to="/sign-in">{t('back_to_sign_in')}</Link>
      </p>
    </div>
  )
}
