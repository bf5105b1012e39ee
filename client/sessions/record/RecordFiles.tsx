import { EXPORT_FORMATS, type ExportFormat } from '@consultation/shared/exports.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { exportRecord, listRecordExports } from '@consultation/shared/records.ts'
import { useState } from 'react'
import { ExportLine, FORMAT } from '../../ExportLine.tsx'
import { useStream } from '../../live.ts'
import { useMe } from '../../me.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup, Select } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { refresh, useCall, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

/** The record as a file, at any moment. Those asked for stand below with how far they are. */
export function RecordFiles({ sessionId, provisional }: { sessionId: string; provisional: boolean }) {
  const t = useWords('record')
  const reading = useWords('reading')
  const { person } = useMe()
  const [format, setFormat] = useState<ExportFormat>('docx')
  const [language, setLanguage] = useState<Language>(t.language)
  const files = useRead(listRecordExports, { params: { sessionId } })
  const making = useCall(exportRecord)
  useStream(
    streams.person(person.id),
    () => void refresh(listRecordExports),
    ({ kind }) => {
      if (kind === 'export.ready') announce(reading('file_is_ready'))
      if (kind === 'export.failed') announce(reading('file_failed'))
    },
  )
  async function make() {
    const reply = await making.send({ params: { sessionId }, body: { format, language } })
    if (reply) await refresh(listRecordExports)
  }
  return (
    <section className="stack no-print" aria-labelledby="record-files">
      <h2 id="record-files">{t('record_as_file')}</h2>
      {provisional && <p className="quiet">{t('file_is_provisional')}</p>}
      <RadioGroup
        label={reading('file_format')}
        value={format}
        onChange={setFormat}
        options={EXPORT_FORMATS.map((value) => ({ value, label: reading(FORMAT[value][0]) }))}
      />
      <Select
        label={reading('file_language')}
        value={language}
        onChange={setLanguage}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <RefusalNotice refusal={making.refusal} />
      <div>
        <Button busy={making.status === 'sending'} onClick={() => void make()}>
          {reading('make_file')}
        </Button>
      </div>
      {files.status === 'ready' && files.view.exports.length > 0 && (
        <ul className="export-list">
          {files.view.exports.map((one) => (
            <ExportLine key={one.id} of={one} onChanged={() => refresh(listRecordExports)} />
          ))}
        </ul>
      )}
    </section>
  )
}
