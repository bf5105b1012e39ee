import { cancelExport, downloadExport, type ExportFormat, type ExportView } from '@consultation/shared/exports.ts'
import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import { useState } from 'react'
import { download, RefusalError } from './api.ts'
import './exports/exports.css'
import { Button } from './ui/Button.tsx'
import { RefusalNotice } from './ui/Notice.tsx'
import { Progress } from './ui/Progress.tsx'
import { StateMark } from './ui/StateMark.tsx'
import { tell } from './ui/Toast.tsx'
import { When } from './ui/When.tsx'
import { useCall } from './use-call.ts'
import { useWords } from './words/index.ts'

export const FORMAT = {
  docx: ['format_docx', 'format_docx_help'],
  pdf: ['format_pdf', 'format_pdf_help'],
  xlsx: ['format_xlsx', 'format_xlsx_help'],
  csv: ['format_csv', 'format_csv_help'],
  json: ['format_json', 'format_json_help'],
} as const satisfies Record<ExportFormat, readonly [string, string]>

type Props = {
  of: ExportView
  /** Where there are files of several kinds. */
  name?: string
  onChanged: () => unknown
}

/** One file that was asked for: how far it is, and what can be done with it. */
export function ExportLine({ of: one, name, onChanged }: Props) {
  const t = useWords('reading')
  const cancelling = useCall(cancelExport)
  const [fetching, setFetching] = useState(false)
  const params = { exportId: one.id }

  async function fetchFile() {
    setFetching(true)
    try {
      await download(downloadExport, { params })
    } catch (error) {
      tell(t(error instanceof RefusalError ? error.code : 'unexpected'))
    } finally {
      setFetching(false)
    }
  }

  async function cancel() {
    if (await cancelling.send({ params })) await onChanged()
  }

  const line = () => {
    switch (one.state) {
      case 'waiting':
      case 'running':
        return (
          <>
            <Progress
              label={t(one.state === 'waiting' ? 'file_waits' : 'file_under_way')}
              done={one.state === 'waiting' ? null : one.progress}
              of={1}
            />
            <Button busy={cancelling.status === 'sending'} onClick={() => void cancel()}>
              {t('cancel_file')}
            </Button>
          </>
        )
      case 'ready':
        return (
          <>
            <span className="export-state">
              <StateMark shape="done">
                <bdi>{one.fileName}</bdi>
              </StateMark>
              <span className="quiet small">
                {one.bytes !== null && <>{t('kilobytes', { count: Math.ceil(one.bytes / 1000) })} · </>}
                {t.rich('kept_until', { when: <When at={one.until} show="moment" /> })}
              </span>
            </span>
            <Button busy={fetching} onClick={() => void fetchFile()}>
              {t('download_file')}
            </Button>
            <Button kind="quiet" busy={cancelling.status === 'sending'} onClick={() => void cancel()}>
              {t('delete_file')}
            </Button>
          </>
        )
      case 'failed':
        return (
          <StateMark shape="attention">{t('file_failed_because', { why: t(one.failure ?? 'unexpected') })}</StateMark>
        )
      case 'cancelled':
        return <StateMark shape="none">{t('file_cancelled')}</StateMark>
    }
  }

  return (
    <li className="export-line">
      <p>
        {name && <strong>{name} · </strong>}
        {t(FORMAT[one.format][0])}, <bdi lang={one.language}>{LANGUAGE_NAMES[one.language]}</bdi>{' '}
        <span className="quiet small">
          · <When at={one.askedAt} show="moment" />
        </span>
      </p>
      <div className="row">{line()}</div>
      <RefusalNotice refusal={cancelling.refusal} />
    </li>
  )
}
