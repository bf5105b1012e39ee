import { readConsultation } from '@consultation/shared/consultations.ts'
import { addFinding, type FindingLine, listFindings, listThemes } from '@consultation/shared/findings.ts'
import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useStream } from '../live.ts'
import { go, Link, useParams } from '../navigation.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './findings.css'
import { STATE } from './state.ts'

/** The findings of a consultation: all for who writes them, those published for everybody else. */
export function FindingsPage() {
  const t = useWords('findings')
  const { consultationId } = useParams('/consultations/:consultationId/findings')
  const params = { consultationId }
  const consultation = useView(readConsultation, { params })
  const { findings, may } = useView(listFindings, { params })
  const { themes } = useView(listThemes, { params })
  const beginning = useCall(addFinding)
  useStream(
    may.write ? streams.consultation(consultationId) : streams.consultationAll(consultationId),
    () => {
      void refresh(listFindings, params)
      void refresh(listThemes, params)
    },
    ({ kind }) => {
      if (kind === 'finding.published') announce(t('announce_published'))
    },
  )
  const themeOf = new Map(themes.map((theme) => [theme.id, theme]))

  async function begin() {
    const reply = await beginning.send({
      params,
      body: { title: {}, track: consultation.track, themeId: null, texts: {} },
    })
    if (!reply) return
    void refresh(listFindings, params)
    go({ to: '/findings/:findingId', params: { findingId: reply.id } })
  }

  return (
    <div className="column">
      <PageHead
        title={t('findings_title')}
        within={{
          title: inLanguage(consultation.title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={params}>
              <Name of={consultation.title} />
            </Link>
          ),
        }}
        lead={may.write ? undefined : t('findings_lead')}
      >
        {may.write && (
          <div className="row">
            <Button kind="filled" busy={beginning.status === 'sending'} onClick={() => void begin()}>
              {t('begin_finding')}
            </Button>
            <LinkButton to="/consultations/:consultationId/themes" params={params}>
              {t('themes_and_coding')}
            </LinkButton>
          </div>
        )}
      </PageHead>
      <RefusalNotice refusal={beginning.refusal} />
      {findings.length === 0 ? (
        <Empty>
          <p>{t(may.write ? 'no_findings_yet' : 'none_published')}</p>
        </Empty>
      ) : (
        <ol className="findings">
          {findings.map((finding) => (
            <li key={finding.id}>
              <Line finding={finding} writes={may.write} theme={themeOf.get(finding.themeId ?? '')} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

type LineProps = { finding: FindingLine; writes: boolean; theme: { title: FindingLine['title'] } | undefined }

function Line({ finding, writes, theme }: LineProps) {
  const t = useWords('findings')
  const title = inLanguage(finding.title, t.language).text ? (
    <Name of={finding.title} />
  ) : (
    t('untitled_finding', { number: finding.number })
  )
  return (
    <>
      <h2 className="finding-title">
        <span className="quiet">{finding.number}.</span>{' '}
        {writes ? (
          <Link to="/findings/:findingId" params={{ findingId: finding.id }}>
            {title}
          </Link>
        ) : (
          <Link to="/finding-versions/:versionId" params={{ versionId: finding.versionId ?? '' }}>
            {title}
          </Link>
        )}
      </h2>
      <p className="finding-facts-line small quiet">
        {(writes || finding.state === 'withdrawn') && (
          <StateMark shape={STATE[finding.state].shape}>{t(STATE[finding.state].word)}</StateMark>
        )}
        {theme && <Name of={theme.title} />}
        {finding.versionId && finding.publishedAt && <Published finding={finding} link={writes} />}
        {finding.languages.length > 0 && <span>{finding.languages.map((one) => LANGUAGE_NAMES[one]).join(' · ')}</span>}
      </p>
      {!writes && finding.version > 1 && inLanguage(finding.change, t.language).text && (
        <p className="small">
          {t('what_changed')} <Name of={finding.change} />
        </p>
      )}
    </>
  )
}

function Published({ finding: { version, versionId, publishedAt }, link }: { finding: FindingLine; link: boolean }) {
  const t = useWords('findings')
  const said = t.rich('version_of', { number: version, when: <When at={publishedAt ?? ''} show="date" /> })
  if (!link) return <span>{said}</span>
  return (
    <Link to="/finding-versions/:versionId" params={{ versionId: versionId ?? '' }}>
      {said}
    </Link>
  )
}
