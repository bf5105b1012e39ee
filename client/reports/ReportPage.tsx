import { paragraphLabel } from '@consultation/shared/house-style.ts'
import { LANGUAGE_NAMES, type Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { type ReportParagraphView, type ReportView, readReport } from '@consultation/shared/reports.ts'
import { inLanguage, plainText } from '@consultation/shared/text.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams, useSearch } from '../navigation.tsx'
import { isSource, keyOfThing, SaidAt, ThingLink, ThingMarks, ThingWords } from '../ThingShown.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Select } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { RichText } from '../ui/RichText.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './reports.css'

/** The report to be read: numbered paragraphs, each of which opens what it rests on. */
export function ReportPage() {
  const t = useWords('traces')
  const { acting } = useMe()
  const { consultationId } = useParams('/consultations/:consultationId/report')
  const { consultation, report } = useView(readReport, { params: { consultationId } })
  useStream(
    acting ? streams.consultationAll(consultationId) : streams.consultation(consultationId),
    () => void refresh(readReport),
  )
  const within = {
    title: inLanguage(consultation.title, t.language).text,
    link: (
      <Link to="/consultations/:consultationId" params={{ consultationId: consultation.id }}>
        <Name of={consultation.title} />
      </Link>
    ),
  }
  if (!report)
    return (
      <div className="column">
        <PageHead title={t('report_title')} within={within} />
        <Empty>
          <p>{t('report_not_published')}</p>
        </Empty>
      </div>
    )
  return (
    <div className="column report">
      <PageHead
        title={inLanguage(report.title, t.language).text}
        within={within}
        lead={
          <>
            <bdi dir="ltr">{report.reference}</bdi>
            {report.publishedAt && (
              <>
                {' · '}
                {t.rich('published_on', { when: <When at={report.publishedAt} show="date" /> })}
              </>
            )}
          </>
        }
      />
      <p className="quiet small">{t('report_status')}</p>
      <ReportText report={report} />
      <p className="no-print">
        <Link to="/consultations/:consultationId/measures" params={{ consultationId }}>
          {t('plan_title')}
        </Link>{' '}
        · <Link to="/tracks">{t('see_tracks')}</Link>
      </p>
    </div>
  )
}

function ReportText({ report }: { report: ReportView }) {
  const t = useWords('traces')
  const [{ read = '' }, setSearch] = useSearch('read')
  const { languages, paragraphs } = report
  const language: Language | undefined =
    languages.find((one) => one === read) ?? languages.find((one) => one === t.language) ?? languages[0]
  if (!language) return null
  return (
    <>
      {languages.length > 1 && (
        <div className="no-print">
          <Select
            label={t('report_read_in')}
            value={language}
            onChange={(chosen) => setSearch({ read: chosen })}
            options={languages.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
          />
        </div>
      )}
      {paragraphs.map((part) => (
        <Part key={part.id} part={part} language={language} />
      ))}
    </>
  )
}

function Part({ part, language }: { part: ReportParagraphView; language: Language }) {
  const t = useWords('traces')
  const blocks = part.texts[language] ?? []
  if (part.kind === 'heading')
    return (
      <h2 id={`part-${part.id}`} className="report-heading" lang={language} dir="auto">
        {plainText(blocks)}
      </h2>
    )
  return (
    <section
      id={`part-${part.id}`}
      className="report-paragraph"
      aria-label={t('paragraph_named', { number: part.number ?? 0 })}
    >
      <span className="report-number" aria-hidden="true">
        {part.number !== null && paragraphLabel(part.number, language)}
      </span>
      <div>
        <RichText blocks={blocks} language={language} />
        {part.rests.length > 0 && (
          <details className="no-print">
            <summary>{t('its_sources', { count: part.rests.length })}</summary>
            <ul className="report-sources">
              {part.rests.map(({ thing, passage }) => (
                <li key={`${keyOfThing(thing)} ${passage?.paragraph ?? ''}`}>
                  <ThingLink thing={thing} /> <ThingMarks thing={thing} />
                  {isSource(thing) && (
                    <>
                      <p className="small quiet">
                        <SaidAt source={thing} />
                      </p>
                      <div className="clamped">
                        <ThingWords thing={thing} passage={passage} />
                      </div>
                    </>
                  )}
                </li>
              ))}
            </ul>
            <p className="small">
              <Link to="/traces/:kind/:id" params={{ kind: 'paragraph', id: part.id }}>
                {t('follow_paragraph')}
              </Link>
            </p>
          </details>
        )}
      </div>
    </section>
  )
}
