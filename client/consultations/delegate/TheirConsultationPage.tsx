import { readConsultation } from '@consultation/shared/consultations.ts'
import { listFindings } from '@consultation/shared/findings.ts'
import { streams } from '@consultation/shared/live.ts'
import { listMeasures } from '@consultation/shared/measures.ts'
import { listSummaries, readReport } from '@consultation/shared/reports.ts'
import { listRetreats } from '@consultation/shared/retreats.ts'
import { listSessions } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useFollow } from '../../follow.ts'
import { useStream } from '../../live.ts'
import { useMe } from '../../me.tsx'
import { Link, useParams } from '../../navigation.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { refresh, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../consultations.css'
import { FindingsPart } from '../FindingsPart.tsx'
import { ResultsPart } from '../ResultsPart.tsx'
import { SummariesPart } from '../SummariesPart.tsx'
import { TheirRetreats, TheirSessions } from './MeetingsParts.tsx'

/** A consultation as a delegation sees it: the lists addressed to it, where it is invited, and what was found. */
export function TheirConsultationPage() {
  const t = useWords('findings')
  const { consultationId } = useParams('/consultations/:consultationId')
  const consultation = useView(readConsultation, { params: { consultationId } })
  useStream(streams.consultationAll(consultationId), () => {
    void refresh(readConsultation, { consultationId })
    void refresh(listFindings, { consultationId })
    void refresh(listMeasures, { consultationId })
    void refresh(readReport, { consultationId })
    void refresh(listSummaries, { consultationId })
  })
  const { acting } = useMe()
  useFollow(
    acting && streams.delegation(acting.delegationId),
    (kind) => (/^(session|retreat)\./.test(kind) ? 'now' : 'never'),
    () => {
      void refresh(listSessions, { consultationId })
      void refresh(listRetreats, { consultationId })
    },
  )
  const { title, reference, lists, description } = consultation
  const said = inLanguage(description, t.language)
  return (
    <div className="column">
      <PageHead
        title={inLanguage(title, t.language).text}
        within={{
          title: t('nav_consultations'),
          link: (
            <>
              <Link to="/consultations">{t('nav_consultations')}</Link> · <bdi>{reference}</bdi>
            </>
          ),
        }}
      />
      <div className="sections">
        <section aria-labelledby="lists">
          <h2 id="lists">{t('lists_to_you')}</h2>
          {lists.length === 0 ? (
            <p className="quiet">{t('no_lists_to_you')}</p>
          ) : (
            <ol className="consultation-findings">
              {lists.map((list) => (
                <li key={list.id}>
                  {list.number}.{' '}
                  <Link to="/lists/:listId" params={{ listId: list.id }}>
                    <Name of={list.title} />
                  </Link>
                </li>
              ))}
            </ol>
          )}
        </section>
        <TheirSessions consultationId={consultationId} />
        <TheirRetreats consultationId={consultationId} />
        <FindingsPart consultationId={consultationId} />
        <SummariesPart consultationId={consultationId} />
        <ResultsPart consultationId={consultationId} />
        {said.text && (
          <section aria-labelledby="about">
            <h2 id="about">{t('about_consultation')}</h2>
            <div className="said" lang={said.language} dir="auto">
              {said.text.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </section>
        )}
      </div>
    </div>
  )
}
