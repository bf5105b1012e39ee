import { paragraphLabel } from '@consultation/shared/house-style.ts'
import { directionOf, LANGUAGE_NAMES, type Language } from '@consultation/shared/languages.ts'
import {
  discardSummary,
  moveParagraph,
  type ReportParagraphView,
  type ReportView,
  removeParagraph,
} from '@consultation/shared/reports.ts'
import { inLanguage, isBlank, plainText } from '@consultation/shared/text.ts'
import { Suspense, useState } from 'react'
import { go } from '../navigation.tsx'
import { PapersLink } from '../PapersLink.tsx'
import { keyOfThing, ThingLink, ThingMarks } from '../ThingShown.tsx'
import { AskOnceMore } from '../ui/AskOnceMore.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LanguageTabs } from '../ui/LanguageTabs.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { RichText } from '../ui/RichText.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { tell } from '../ui/Toast.tsx'
import { When } from '../ui/When.tsx'
import { useCall } from '../use-call.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { ParagraphDialog } from './ParagraphDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import './reports.css'
import { SumsUp } from './SumsUp.tsx'
import { TitleDialog } from './TitleDialog.tsx'

type Doing =
  | { what: 'add'; kind: 'heading' | 'paragraph'; before: string | null }
  | { what: 'edit' | 'remove'; part: ReportParagraphView }
  | { what: 'publish' | 'title' | 'discard' }
  | null

type OutlineProps = {
  report: ReportView
  within: { title: string; link: React.ReactNode }
  again: () => void
}

/** The report or a summary for who writes it: each paragraph with what it rests on beside it. */
export function Outline({ report, within, again }: OutlineProps) {
  const t = useWords('results-staff')
  useWords('traces')
  const own = useLanguage()
  const [language, setLanguage] = useState<Language>(
    report.languages.find((one) => one === own) ?? report.languages[0] ?? own,
  )
  const [doing, setDoing] = useState<Doing>(null)
  const { paragraphs, may } = report
  const summary = report.kind === 'summary'
  const unfounded = paragraphs.filter((part) => part.unfounded)
  const done = () => {
    again()
    setDoing(null)
  }
  const missingIn = (one: Language) => paragraphs.filter((part) => isBlank(part.texts[one] ?? [])).length
  // What others have removed meanwhile stays open for who is writing it: the refusal then takes nothing away.
  const chosen =
    doing && 'part' in doing ? (paragraphs.find(({ id }) => id === doing.part.id) ?? doing.part) : undefined
  return (
    <>
      <PageHead
        title={inLanguage(report.title, t.language).text}
        within={within}
        lead={
          <>
            <bdi dir="ltr">{report.reference}</bdi> ·{' '}
            {report.publishedAt
              ? t.rich('read_since', { when: <When at={report.publishedAt} show="date" /> })
              : t('under_writing')}
            {report.of && (
              <>
                {' · '}
                <SumsUp of={report.of} />
              </>
            )}
          </>
        }
      >
        <div className="row no-print">
          <PapersLink of={summary ? { summaryId: report.id } : { consultationId: report.consultation.id }} />
          {may.write && <Button onClick={() => setDoing({ what: 'title' })}>{t('change_title')}</Button>}
          {may.discard && (
            <Button kind="quiet" onClick={() => setDoing({ what: 'discard' })}>
              {t('discard_summary')}
            </Button>
          )}
          {may.publish && (
            <Button kind="filled" onClick={() => setDoing({ what: 'publish' })}>
              {t(summary ? 'publish_summary' : 'publish_report')}
            </Button>
          )}
        </div>
      </PageHead>
      <LanguageTabs
        label={t('shown_in')}
        value={language}
        onChange={setLanguage}
        note={(one) =>
          !report.languages.includes(one)
            ? t('not_of_report')
            : missingIn(one) > 0
              ? t('parts_missing', { count: missingIn(one) })
              : t('parts_complete')
        }
      />
      <p className="report-state">
        {unfounded.length > 0 ? (
          <StateMark shape="attention">{t('unfounded_count', { count: unfounded.length })}</StateMark>
        ) : (
          paragraphs.length > 0 && <StateMark shape="done">{t('all_founded')}</StateMark>
        )}
      </p>
      {paragraphs.length === 0 && (
        <Empty>
          <p>{t(summary ? 'summary_empty' : 'report_empty')}</p>
        </Empty>
      )}
      <ol className="outline">
        {paragraphs.map((part, at) => (
          <OutlinePart
            key={part.id}
            part={part}
            language={language}
            mayWrite={may.write}
            above={paragraphs[at - 1]?.id ?? null}
            afterNext={at + 1 < paragraphs.length ? { before: paragraphs[at + 2]?.id ?? null } : null}
            setDoing={setDoing}
            again={again}
          />
        ))}
      </ol>
      {may.write && (
        <Actions>
          <Button
            kind={may.publish ? 'plain' : 'filled'}
            onClick={() => setDoing({ what: 'add', kind: 'paragraph', before: null })}
          >
            {t('add_paragraph')}
          </Button>
          <Button onClick={() => setDoing({ what: 'add', kind: 'heading', before: null })}>{t('add_heading')}</Button>
        </Actions>
      )}
      {/* Words that only a dialog needs are waited for there, not by the page. */}
      <Suspense>
        {doing?.what === 'add' && (
          <ParagraphDialog
            report={report}
            part={null}
            kind={doing.kind}
            before={doing.before}
            onClose={() => setDoing(null)}
            onDone={done}
          />
        )}
        {doing?.what === 'edit' && chosen && (
          <ParagraphDialog
            report={report}
            part={chosen}
            kind={chosen.kind}
            before={null}
            onClose={() => setDoing(null)}
            onDone={done}
          />
        )}
        {doing?.what === 'remove' && chosen && (
          <RemoveDialog part={chosen} language={language} onClose={() => setDoing(null)} onDone={done} />
        )}
        {doing?.what === 'publish' && <PublishDialog report={report} onClose={() => setDoing(null)} onDone={done} />}
        {doing?.what === 'discard' && <DiscardDialog summary={report} onClose={() => setDoing(null)} />}
        {doing?.what === 'title' && <TitleDialog report={report} onClose={() => setDoing(null)} onDone={done} />}
      </Suspense>
    </>
  )
}

type PartProps = {
  part: ReportParagraphView
  language: Language
  mayWrite: boolean
  /** The part before it; null where it is the first. */
  above: string | null
  /** Before which it stands once it has moved down by one; null where it is the last. */
  afterNext: { before: string | null } | null
  setDoing: (doing: Doing) => void
  again: () => void
}

function OutlinePart({ part, language, mayWrite, above, afterNext, setDoing, again }: PartProps) {
  const t = useWords('results-staff')
  const moving = useCall(moveParagraph)
  const blocks = part.texts[language] ?? []
  const what = part.number === null ? t('this_heading') : t('this_paragraph', { number: part.number })
  const named = (verb: string) => t('verb_part', { verb, what })
  async function move(before: string | null) {
    if (await moving.send({ params: { paragraphId: part.id }, body: { before } })) again()
  }
  return (
    <li id={`part-${part.id}`} className={part.kind === 'heading' ? 'outline-heading' : undefined}>
      <span className="report-number">{part.number !== null && paragraphLabel(part.number, language)}</span>
      <div className="outline-text">
        {isBlank(blocks) ? (
          <p className="quiet">{t('not_in_language', { language: LANGUAGE_NAMES[language] })}</p>
        ) : part.kind === 'heading' ? (
          <h2 lang={language} dir={directionOf(language)}>
            {plainText(blocks)}
          </h2>
        ) : (
          <RichText blocks={blocks} language={language} />
        )}
        {mayWrite && (
          <div className="row tight">
            <Button kind="quiet" aria-label={named(t('edit_it'))} onClick={() => setDoing({ what: 'edit', part })}>
              {t('edit_it')}
            </Button>
            {above !== null && (
              <Button kind="quiet" aria-label={named(t('part_up'))} onClick={() => void move(above)}>
                {t('part_up')}
              </Button>
            )}
            {afterNext && (
              <Button kind="quiet" aria-label={named(t('part_down'))} onClick={() => void move(afterNext.before)}>
                {t('part_down')}
              </Button>
            )}
            <Button
              kind="quiet"
              aria-label={named(t('add_before'))}
              onClick={() => setDoing({ what: 'add', kind: 'paragraph', before: part.id })}
            >
              {t('add_before')}
            </Button>
            <Button
              kind="quiet"
              aria-label={named(t('remove_part'))}
              onClick={() => setDoing({ what: 'remove', part })}
            >
              {t('remove_part')}
            </Button>
          </div>
        )}
        <RefusalNotice refusal={moving.refusal} />
      </div>
      {part.kind === 'paragraph' && (
        <aside className="outline-sources" aria-label={t('sources_of', { what })}>
          {part.unfounded && <StateMark shape="attention">{t('no_source_yet')}</StateMark>}
          {part.editorial && (
            <p className="small">
              <StateMark shape="none">{t('is_editorial')}</StateMark> {part.editorial}
            </p>
          )}
          <ul className="plain-list small">
            {part.rests.map(({ thing, passage }) => (
              <li key={`${keyOfThing(thing)} ${passage?.paragraph ?? ''}`}>
                <ThingLink thing={thing} /> <ThingMarks thing={thing} />
              </li>
            ))}
          </ul>
        </aside>
      )}
    </li>
  )
}

type RemoveProps = { part: ReportParagraphView; language: Language; onClose: () => void; onDone: () => void }

function RemoveDialog({ part, language, onClose, onDone }: RemoveProps) {
  const t = useWords('results-staff')
  const removing = useCall(removeParagraph)
  return (
    <AskOnceMore
      title={t('remove_title')}
      verb={t('remove_part')}
      onSure={async () => {
        if (!(await removing.send({ params: { paragraphId: part.id } }))) return
        tell(t('part_removed'))
        onDone()
      }}
      leave={t('let_be')}
      onLeave={onClose}
      call={removing}
    >
      <div className="clamped">
        <RichText blocks={part.texts[language] ?? []} language={language} />
      </div>
      <p>{t('remove_tells', { count: part.rests.length })}</p>
    </AskOnceMore>
  )
}

function DiscardDialog({ summary, onClose }: { summary: ReportView; onClose: () => void }) {
  const t = useWords('results-staff')
  const discarding = useCall(discardSummary)
  return (
    <AskOnceMore
      verb={t('discard_summary')}
      onSure={async () => {
        if (!(await discarding.send({ params: { summaryId: summary.id } }))) return
        tell(t('summary_discarded'))
        const { id: consultationId } = summary.consultation
        go({ to: '/consultations/:consultationId', params: { consultationId }, replace: true })
      }}
      leave={t('let_be')}
      onLeave={onClose}
      call={discarding}
    >
      <p>{inLanguage(summary.title, t.language).text}</p>
      <p>{t('discard_summary_tells')}</p>
    </AskOnceMore>
  )
}
