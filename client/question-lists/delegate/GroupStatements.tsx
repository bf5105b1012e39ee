import type { ReplyOf } from '@consultation/shared/contract.ts'
import { align, listGroupStatements, withdrawAlignment } from '@consultation/shared/responses.ts'
import { Suspense, useState } from 'react'
import { useDelegations } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { RadioGroup, TextArea } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { When } from '../../ui/When.tsx'
import { refresh, useCall, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Statement = ReplyOf<typeof listGroupStatements>['statements'][number]
type Extent = NonNullable<Statement['aligned']>['extent']
const EXTENT = { whole: 'aligned_whole', with_additions: 'aligned_with_additions', except: 'aligned_except' } as const

/** What groups submitted, and the delegation's own act of alignment: never deduced from membership. */
export function GroupStatements({ listId }: { listId: string }) {
  const t = useWords('answering')
  const reading = useRead(listGroupStatements, { params: { listId } })
  if (reading.status === 'loading') return null
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  const { statements } = reading.view
  if (statements.length === 0) return null
  return (
    <section aria-labelledby="group-statements" className="stack">
      <h2 id="group-statements">{t('group_statements')}</h2>
      <p className="quiet">{t('group_statements_lead')}</p>
      <ul className="responses">
        {statements.map((statement) => (
          <StatementLine key={statement.submissionId} listId={listId} statement={statement} />
        ))}
      </ul>
    </section>
  )
}

function StatementLine({ listId, statement }: { listId: string; statement: Statement }) {
  const t = useWords('answering')
  const [aligning, setAligning] = useState(false)
  const withdrawing = useCall(withdrawAlignment)
  const { aligned } = statement

  async function withdraw() {
    if (!(await withdrawing.send({ params: { submissionId: statement.submissionId } }))) return
    tell(t('alignment_withdrawn'))
    await refresh(listGroupStatements, { listId })
  }

  return (
    <li>
      <div>
        <h3>
          <Name of={statement.groupName} />
        </h3>
        <p className="small quiet">
          <Suspense fallback={null}>
            <Delivered by={statement.deliveredBy} at={statement.submittedAt} />
          </Suspense>
        </p>
        {statement.covers && !aligned && <p className="small">{t('covered_by_group')}</p>}
        {aligned && (
          <>
            <p>
              {t(EXTENT[aligned.extent])}{' '}
              <span className="quiet">
                · <When at={aligned.at} show="moment" />
              </span>
            </p>
            {aligned.note && <p dir="auto">{aligned.note}</p>}
          </>
        )}
        <RefusalNotice refusal={withdrawing.refusal} />
      </div>
      {statement.may.align && !aligned && <Button onClick={() => setAligning(true)}>{t('align')}</Button>}
      {statement.may.align && aligned && (
        <Button busy={withdrawing.status === 'sending'} onClick={() => void withdraw()}>
          {t('withdraw_alignment')}
        </Button>
      )}
      {aligning && <AlignDialog listId={listId} statement={statement} onClose={() => setAligning(false)} />}
    </li>
  )
}

function Delivered({ by, at }: { by: string; at: string }) {
  const t = useWords('answering')
  const { nameOf } = useDelegations()
  return t.rich('delivered_by', { name: <Name of={nameOf(by)} />, when: <When at={at} show="moment" /> })
}

type DialogProps = { listId: string; statement: Statement; onClose: () => void }

function AlignDialog({ listId, statement, onClose }: DialogProps) {
  const t = useWords('answering')
  const { send, refusal, status } = useCall(align)
  const form = useForm<{ extent: Extent; note: string }>({ extent: 'whole', note: '' }, refusal)
  return (
    <Dialog open title={t.rich('align_with', { group: <Name of={statement.groupName} /> })} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async (body) => {
          if (!(await send({ params: { submissionId: statement.submissionId }, body }))) return
          tell(t('now_aligned'))
          onClose()
          await refresh(listGroupStatements, { listId })
        })}
      >
        <p>{t('align_lead')}</p>
        <ErrorSummary form={form} labels={{ extent: t('extent'), note: t('align_note') }} refusal={refusal} />
        <RadioGroup
          label={t('extent')}
          {...form.field('extent')}
          options={(['whole', 'with_additions', 'except'] as const).map((value) => ({
            value,
            label: t(EXTENT[value]),
          }))}
        />
        {form.values.extent !== 'whole' && (
          <TextArea label={t('align_note')} help={t('align_note_help')} {...form.field('note')} rows={4} />
        )}
        <Actions>
          <Button type="submit" kind="filled" busy={status === 'sending'}>
            {t('align')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
