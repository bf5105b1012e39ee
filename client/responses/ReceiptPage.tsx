import { formatDateTime, NEW_YORK } from '@consultation/shared/house-style.ts'
import { downloadVersion, type ReceiptView } from '@consultation/shared/responses.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { type ReactNode, Suspense, useState } from 'react'
import { download, RefusalError } from '../api.ts'
import { useMyZone } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { useDelegations } from '../reference.ts'
import { speakerOf } from '../speaker.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { NotFound } from '../ui/ErrorPages.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { tell } from '../ui/Toast.tsx'
import { useWords } from '../words/index.ts'
import { sizeIn } from './size.ts'
import { useResponse } from './use-response.ts'
import './submission.css'

/** One page for the mission's file. */
export function ReceiptPage() {
  const t = useWords('answering')
  const params = useParams('/lists/:listId/response/:responseId/receipts/:version')
  const { response, delegation } = useResponse(params.listId, params.responseId)
  const receipt = response.receipts.find(({ version }) => String(version) === params.version)
  if (!receipt) return <NotFound />
  const speaker = speakerOf(receipt, delegation)
  const place = { listId: params.listId, responseId: params.responseId }
  return (
    <div className="column receipt">
      <PageHead
        title={t('receipt')}
        within={{
          title: inLanguage(receipt.listTitle, t.language).text,
          link: (
            <Link to="/lists/:listId" params={{ listId: params.listId }}>
              <Name of={receipt.listTitle} />
            </Link>
          ),
        }}
        lead={t.rich('submitted_sentence', {
          name: <Name of={speaker} />,
          when: formatDateTime(receipt.submittedAt, t.language, NEW_YORK),
        })}
      />
      {receipt.receivedLate && (
        <Notice kind="warning">
          <p>{t('received_late')}</p>
        </Notice>
      )}
      <Facts receipt={receipt} speaker={speaker} />
      {receipt.rosterIds.length > 0 && (
        <Suspense fallback={null}>
          <RosterNames ids={receipt.rosterIds} />
        </Suspense>
      )}
      <p className="small quiet">{t('receipt_note')}</p>
      <div className="no-print stack">
        <Downloads responseId={response.id} version={receipt.version} />
        <Actions>
          <Button onClick={() => print()}>{t('print_receipt')}</Button>
          <LinkButton to="/lists/:listId/response/:responseId/versions" params={place}>
            {t('versions')}
          </LinkButton>
          <LinkButton to="/receipt-check" search={{ reference: receipt.reference }}>
            {t('check_receipt')}
          </LinkButton>
        </Actions>
        <p>
          <Link to="/">{t('back_home')}</Link>
        </p>
      </div>
    </div>
  )
}

function Facts({ receipt, speaker }: { receipt: ReceiptView; speaker: Translated }) {
  const t = useWords('answering')
  const zone = useMyZone()
  const { answered, noPosition, seeGroup } = receipt.answers
  return (
    <dl className="facts">
      <Fact term={t('reference')}>
        <bdi dir="ltr">{receipt.reference}</bdi>
      </Fact>
      <Fact term={t('version')}>{t('version_named', { version: receipt.version, rev: receipt.version - 1 })}</Fact>
      <Fact term={t('on_behalf_of')}>
        <Name of={speaker} />
      </Fact>
      <Fact term={t('submitted_to')}>
        <Name of={receipt.consultationTitle} /> · <Name of={receipt.listTitle} />
      </Fact>
      <Fact term={t('received_at')}>
        {formatDateTime(receipt.submittedAt, t.language, NEW_YORK, { weekday: true })}
        <br />
        {zone !== NEW_YORK && (
          <>
            {formatDateTime(receipt.submittedAt, t.language, zone, { weekday: true })}
            <br />
          </>
        )}
        <bdi dir="ltr">{receipt.submittedAt}</bdi>
      </Fact>
      <Fact term={t('signed_by')}>
        <bdi>{receipt.signatory.name}</bdi>
        {receipt.signatory.title && (
          <>
            <br />
            <bdi>{receipt.signatory.title}</bdi>
          </>
        )}
      </Fact>
      <Fact term={t('contents')}>
        {t('contents_counted', { answered, no_position: noPosition, see_group: seeGroup })}
        {receipt.letter && (
          <>
            <br />
            {t('letter')}: <bdi>{receipt.letter.name}</bdi> ({sizeIn(receipt.letter.bytes, t.language)})
          </>
        )}
      </Fact>
      <Fact term={t('digest')}>
        <code className="digest" dir="ltr">
          {receipt.digest}
        </code>
      </Fact>
      <Fact term={t('journal_entry')}>
        <bdi dir="ltr">{receipt.journal.seq}</bdi>
        <br />
        <code className="digest" dir="ltr">
          {receipt.journal.hash}
        </code>
      </Fact>
    </dl>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

function RosterNames({ ids }: { ids: readonly string[] }) {
  const t = useWords('answering')
  const { sorted } = useDelegations()
  const roster = sorted.filter(({ id }) => ids.includes(id))
  return (
    <section aria-labelledby="receipt-roster">
      <h2 id="receipt-roster">{t('roster_of_day', { count: roster.length })}</h2>
      <p className="small">
        {roster.map(({ id, names }, index) => (
          <span key={id}>
            {index > 0 && ' · '}
            <Name of={names} />
          </span>
        ))}
      </p>
    </section>
  )
}

/** The response as submitted, for the mission's file. */
export function Downloads({ responseId, version }: { responseId: string; version: number }) {
  const t = useWords('answering')
  const [busy, setBusy] = useState(false)
  async function fetchFile(format: 'docx' | 'pdf') {
    setBusy(true)
    try {
      await download(downloadVersion, { params: { responseId, version }, query: { format, language: t.language } })
    } catch (error) {
      tell(t(error instanceof RefusalError ? error.code : 'unexpected'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Actions>
      <Button busy={busy} onClick={() => void fetchFile('pdf')}>
        {t('download_pdf')}
      </Button>
      <Button busy={busy} onClick={() => void fetchFile('docx')}>
        {t('download_docx')}
      </Button>
    </Actions>
  )
}
