import { type ConsultationView, readConsultation } from '@consultation/shared/consultations.ts'
import { listFindings } from '@consultation/shared/findings.ts'
import { LANGUAGES } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { listMeasures } from '@consultation/shared/measures.ts'
import { addList } from '@consultation/shared/question-lists.ts'
import { listSummaries, readReport } from '@consultation/shared/reports.ts'
import { listRetreats } from '@consultation/shared/retreats.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'
import { listSessions } from '@consultation/shared/sessions.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { type CSSProperties, useState } from 'react'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { go, Link, useParams } from '../navigation.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextInput } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { type MarkShape, StateMark } from '../ui/StateMark.tsx'
import { StackingTable } from '../ui/Table.tsx'
import { useForm } from '../ui/use-form.ts'
import { When } from '../ui/When.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './consultations.css'
import { FindingsPart } from './FindingsPart.tsx'
import { ResultsPart } from './ResultsPart.tsx'
import { RetreatsPart } from './RetreatsPart.tsx'
import { SessionsPart } from './SessionsPart.tsx'
import { SummariesPart } from './SummariesPart.tsx'
import { type Moment, Timeline } from './Timeline.tsx'
import { TRACK_WORD } from './tracks.ts'

/** A consultation: where it stands in time, and its question lists each with the one figure that matters. */
export function ConsultationPage() {
  const t = useWords('staff')
  const { consultationId } = useParams('/consultations/:consultationId')
  const consultation = useView(readConsultation, { params: { consultationId } })
  const [beginning, setBeginning] = useState(false)
  useStream(streams.consultation(consultationId), () => {
    void refresh(readConsultation, { consultationId })
    void refresh(listSessions, { consultationId })
    void refresh(listFindings, { consultationId })
    void refresh(listMeasures, { consultationId })
    void refresh(readReport, { consultationId })
    void refresh(listSummaries, { consultationId })
    void refresh(listRetreats, { consultationId })
  })
  const { title, track, reference, description, lists, may } = consultation
  const said = inLanguage(description, t.language)

  return (
    <>
      <PageHead
        title={inLanguage(title, t.language).text}
        within={{
          title: t('nav_consultations'),
          link: (
            <>
              <Link to="/consultations">{t('nav_consultations')}</Link> · <bdi>{reference}</bdi> ·{' '}
              {t(TRACK_WORD[track])}
            </>
          ),
        }}
      >
        {may.edit && (
          <LinkButton to="/consultations/:consultationId/edit" params={{ consultationId }}>
            {t('edit_consultation')}
          </LinkButton>
        )}
      </PageHead>
      <Timeline moments={momentsOf(consultation, (title) => deadlineLabel(t, title))} now={new Date()} />
      <div className="sections">
        <section aria-labelledby="lists">
          <div className="head">
            <h2 id="lists">{t('question_lists')}</h2>
            {may.addList && (
              <Button kind={lists.length === 0 ? 'filled' : 'plain'} onClick={() => setBeginning(true)}>
                {t('begin_list')}
              </Button>
            )}
          </div>
          {lists.length === 0 ? (
            <Empty>
              <p>{t('no_lists')}</p>
            </Empty>
          ) : (
            <Lists lists={lists} />
          )}
        </section>
        <SessionsPart consultationId={consultationId} />
        <RetreatsPart consultationId={consultationId} />
        <FindingsPart consultationId={consultationId} />
        <SummariesPart consultationId={consultationId} />
        <ResultsPart consultationId={consultationId} />
        {said.text && (
          <section aria-labelledby="description">
            <h2 id="description">{t('consultation_description')}</h2>
            <div className="said consultation-description" lang={said.language} dir="auto">
              {said.text.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <p className="quiet small">
              <Name of={consultation.office} />
            </p>
          </section>
        )}
      </div>
      <BeginList consultationId={consultationId} open={beginning} onClose={() => setBeginning(false)} />
    </>
  )
}

/** The milestones, and the deadlines of the lists among them. */
function momentsOf({ milestones, lists }: ConsultationView, label: (title: Translated) => Translated): Moment[] {
  const deadlines = lists.flatMap(({ id, state, title, closesAt }) =>
    closesAt && state !== 'draft'
      ? [{ id, label: label(title), on: dayIn(new Date(closesAt), NEW_YORK), until: null }]
      : [],
  )
  return [...milestones, ...deadlines]
}

const deadlineLabel = (t: ReturnType<typeof useWords<'staff'>>, title: Translated): Translated => ({
  [t.language]: t('list_due_mark', { list: inLanguage(title, t.language).text }),
})

const STATE = {
  draft: { word: 'list_draft', shape: 'part' },
  circulated: { word: 'list_circulated', shape: 'handed' },
  closed: { word: 'list_closed_state', shape: 'done' },
} as const satisfies Record<string, { word: string; shape: MarkShape }>

function Lists({ lists }: { lists: ConsultationView['lists'] }) {
  const t = useWords('staff')
  const { may } = useMe()
  const circulated = may('list.monitor') ? '/lists/:listId' : '/lists/:listId/answers'
  return (
    <StackingTable
      caption={<span className="visually-hidden">{t('question_lists')}</span>}
      rows={lists}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('list_column'),
          cell: ({ id, number, title, state }) => (
            <>
              {number}.{' '}
              <Link to={state === 'draft' ? '/lists/:listId/edit' : circulated} params={{ listId: id }}>
                <Name of={inLanguage(title, t.language).text ? title : { [t.language]: t('untitled_list') }} />
              </Link>
            </>
          ),
        },
        {
          name: t('state_column'),
          cell: ({ state }) => <StateMark shape={STATE[state].shape}>{t(STATE[state].word)}</StateMark>,
        },
        {
          name: t('answers_due'),
          cell: ({ closesAt }) =>
            closesAt ? <When at={closesAt} weekday /> : <span className="quiet">{t('not_set')}</span>,
        },
        {
          name: t('submitted_of_asked'),
          cell: ({ figures }) =>
            figures && (
              <span className="lists-figure">
                {t('submitted_of', { submitted: figures.submitted, asked: figures.asked })}
                <span
                  className="lists-bar"
                  aria-hidden="true"
                  style={{ '--part': `${(figures.submitted / Math.max(figures.asked, 1)) * 100}%` } as CSSProperties}
                >
                  <span />
                </span>
              </span>
            ),
        },
      ]}
    />
  )
}

function BeginList({ consultationId, open, onClose }: { consultationId: string; open: boolean; onClose: () => void }) {
  const t = useWords('staff')
  const { send, status, refusal } = useCall(addList)
  const form = useForm({ title: '' }, refusal)

  async function begin({ title }: { title: string }) {
    const reply = await send({
      params: { consultationId },
      body: {
        title: title.trim() ? { [t.language]: title.trim() } : {},
        sections: [],
        deadline: null,
        audience: 'secretariat',
        attributionOffered: ['attributed', 'not_for_attribution'],
        lateAnswers: 'marked',
        addresseeIds: [],
      },
    })
    if (!reply) return
    void refresh(readConsultation, { consultationId })
    go({ to: '/lists/:listId/edit', params: { listId: reply.id }, search: { in: t.language } })
  }

  return (
    <Dialog open={open} title={t('begin_list')} onClose={onClose}>
      <form className="stack" onSubmit={form.onSubmit(begin)} noValidate>
        <ErrorSummary form={form} labels={{ title: t('list_title') }} refusal={refusal} />
        <TextInput label={t('list_title')} help={t('begin_list_help')} {...form.field('title')} />
        <p className="quiet small">{t('begin_list_six', { count: LANGUAGES.length })}</p>
        <Actions>
          <Button kind="filled" type="submit" busy={status === 'sending'}>
            {t('begin_list')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
