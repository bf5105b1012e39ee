import { paragraphLabel } from '@consultation/shared/house-style.ts'
import { directionOf, LANGUAGE_NAMES, type Language } from '@consultation/shared/languages.ts'
import type { ReportParagraphView, ReportView } from '@consultation/shared/reports.ts'
import { plainText } from '@consultation/shared/text.ts'
import { Link, useSearch } from '../navigation.tsx'
import { isSource, keyOfThing, SaidAt, ThingLink, ThingMarks, ThingWords } from '../ThingShown.tsx'
import { Select } from '../ui/Field.tsx'
import { RichText } from '../ui/RichText.tsx'
import { useWords } from '../words/index.ts'
import './reports.css'

/** Numbered paragraphs, each of which opens what it rests on. */
export function ReportText({ report }: { report: ReportView }) {
  const t = useWords('traces')
  const [{ read = '' }, setSearch] = useSearch('read')
  const { kind, languages, paragraphs } = report
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
        <Part key={part.id} part={part} of={kind} language={language} />
      ))}
    </>
  )
}

type PartProps = { part: ReportParagraphView; of: ReportView['kind']; language: Language }

function Part({ part, of, language }: PartProps) {
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
      dir={directionOf(language)}
      aria-label={t(of === 'summary' ? 'summary_paragraph' : 'paragraph_named', { number: part.number ?? 0 })}
    >
      <span className="report-number" aria-hidden="true">
        {part.number !== null && paragraphLabel(part.number, language)}
      </span>
      <div>
        <RichText blocks={blocks} language={language} />
        {part.rests.length > 0 && (
          <details className="no-print" dir={directionOf(t.language)}>
            <summary>{t('its_sources', { count: part.rests.length })}</summary>
            <ul className="report-sources">
              {part.rests.map(({ thing, passage }) => (
                <li key={`${keyOfThing(thing)} ${passage?.paragraph ?? ''}`}>
                  <ThingLink thing={thing} /> <ThingMarks thing={thing} />
                  {isSource(thing) && (
                    <p className="small quiet">
                      <SaidAt source={thing} />
                    </p>
                  )}
                  <div className="clamped">
                    <ThingWords thing={thing} passage={passage} />
                  </div>
                </li>
              ))}
            </ul>
            <p className="small">
              <Link to="/traces/:kind/:id" params={{ kind: of === 'summary' ? 'summary' : 'paragraph', id: part.id }}>
                {t('follow_paragraph')}
              </Link>
            </p>
          </details>
        )}
      </div>
    </section>
  )
}
