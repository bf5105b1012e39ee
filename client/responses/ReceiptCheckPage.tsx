import { checkReceipt } from '@consultation/shared/responses.ts'
import { useSearch } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextInput } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useForm } from '../ui/use-form.ts'
import { When } from '../ui/When.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** Whoever holds a receipt can ask whether it stands in the journal. */
export function ReceiptCheckPage() {
  const t = useWords('answering')
  const [{ reference }] = useSearch('reference')
  const { send, doing, status, refusal, forget } = useCall(checkReceipt)
  const form = useForm({ reference: reference ?? '', digest: '' }, refusal)
  return (
    <div className="column">
      <PageHead title={t('check_receipt')} lead={t('check_receipt_lead')} />
      <form
        className="stack"
        noValidate
        onChange={forget}
        onSubmit={form.onSubmit((typed) =>
          send({ body: { reference: typed.reference, digest: typed.digest.replace(/\s/g, '').toLowerCase() } }),
        )}
      >
        <ErrorSummary form={form} labels={{ reference: t('reference'), digest: t('digest') }} refusal={refusal} />
        {doing.status === 'done' && (
          <Notice kind={doing.reply.stands ? 'done' : 'warning'} role="status">
            <p>
              {doing.reply.stands
                ? t.rich('receipt_stands', {
                    when: doing.reply.submittedAt ? <When at={doing.reply.submittedAt} /> : '',
                  })
                : t('receipt_does_not_stand')}
            </p>
          </Notice>
        )}
        <TextInput label={t('reference')} {...form.field('reference')} dir="ltr" autoComplete="off" />
        <TextInput
          label={t('digest')}
          help={t('digest_help')}
          {...form.field('digest')}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
        <Actions>
          <Button type="submit" kind="filled" busy={status === 'sending'}>
            {t('check')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}
