import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { beginReport, readReport } from '@consultation/shared/reports.ts'
import { useState } from 'react'
import { useStream } from '../live.ts'
import { useParams } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { TextInput } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { Outline } from './Outline.tsx'
import { useWithin } from './use-within.tsx'

/** The outline of the report for who writes it: each paragraph with what it rests on beside it. */
export function WriteReportPage() {
  const t = useWords('results-staff')
  const { consultationId } = useParams('/consultations/:consultationId/report')
  const { consultation, report } = useView(readReport, { params: { consultationId } })
  const again = () => void refresh(readReport)
  useStream(streams.consultation(consultationId), again)
  const within = useWithin(consultation)
  if (!report)
    return (
      <>
        <PageHead title={t('report_written')} within={within} />
        <Begin consultationId={consultationId} onDone={again} />
      </>
    )
  return <Outline report={report} within={within} again={again} />
}

function Begin({ consultationId, onDone }: { consultationId: string; onDone: () => void }) {
  const t = useWords('results-staff')
  const beginning = useCall(beginReport)
  const [title, setTitle] = useState('')
  return (
    <div className="column stack">
      <Empty>
        <p>{t('report_not_begun')}</p>
      </Empty>
      <RefusalNotice refusal={beginning.refusal} />
      <TextInput
        label={t('report_title_in', { language: LANGUAGE_NAMES[t.language] })}
        value={title}
        onChange={setTitle}
      />
      <Actions>
        <Button
          kind="filled"
          busy={beginning.status === 'sending' || title.trim() === ''}
          onClick={async () => {
            if (await beginning.send({ params: { consultationId }, body: { title: { [t.language]: title } } })) onDone()
          }}
        >
          {t('begin_report')}
        </Button>
      </Actions>
    </div>
  )
}
