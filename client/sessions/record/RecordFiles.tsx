import { exportRecord, listRecordExports } from '@consultation/shared/records.ts'
import { FileList, FileRequest } from '../../FileRequest.tsx'
import { refresh, useCall, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

/** The record as a file, at any moment. Those asked for stand below with how far they are. */
export function RecordFiles({ sessionId, provisional }: { sessionId: string; provisional: boolean }) {
  const t = useWords('record')
  const files = useRead(listRecordExports, { params: { sessionId } })
  const making = useCall(exportRecord)
  const again = () => refresh(listRecordExports)
  return (
    <section className="stack no-print" aria-labelledby="record-files">
      <h2 id="record-files">{t('record_as_file')}</h2>
      {provisional && <p className="quiet">{t('file_is_provisional')}</p>}
      <FileRequest
        making={making}
        onMake={async (wished) => {
          if (await making.send({ params: { sessionId }, body: wished })) await again()
        }}
      />
      <FileList exports={files.status === 'ready' ? files.view.exports : []} onChanged={again} />
    </section>
  )
}
