import { readConsultation } from '@consultation/shared/consultations.ts'
import type { BodyOf } from '@consultation/shared/contract.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { beginSummary, listSummaries } from '@consultation/shared/reports.ts'
import { listSessions } from '@consultation/shared/sessions.ts'
import { inLanguage, LINE_MAX } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { go, useParams, useSearch } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { Checkbox, Select, TextInput } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './reports.css'
import { useWithin } from './use-within.tsx'

type Of = BodyOf<typeof beginSummary>['of']
type Subject = { value: string; of: Of; label: string; title: string; points: boolean }

/** What is to be summed up, under which title; of a session with the points that its rapporteur has handed over. */
export function BeginSummaryPage() {
  const t = useWords('results-staff')
  const begins = useWords('traces')('begin_summary')
  const params = useParams('/consultations/:consultationId/summaries/new')
  const consultation = useView(readConsultation, { params })
  const { sessions } = useView(listSessions, { params })
  const [{ session = '' }] = useSearch('session')
  const { send, status, refusal } = useCall(beginSummary)
  const worded = (title: Parameters<typeof inLanguage>[0]) => inLanguage(title, t.language).text
  const subjects: Subject[] = [
    {
      value: 'all',
      of: { kind: 'consultation' },
      label: t('sum_up_all'),
      title: worded(consultation.title),
      points: false,
    },
    ...consultation.lists
      .filter(({ state }) => state !== 'draft')
      .map(({ id, title }) => ({
        value: id,
        of: { kind: 'list' as const, id },
        label: t('sum_up_list', { title: worded(title) }),
        title: worded(title),
        points: false,
      })),
    ...sessions
      .filter(({ state, rehearsal }) => (state === 'open' || state === 'closed') && !rehearsal)
      .map(({ id, title, state }) => ({
        value: id,
        of: { kind: 'session' as const, id },
        label: t('sum_up_session', { title: worded(title) }),
        title: worded(title),
        points: state === 'closed',
      })),
  ]
  const [chosen, setChosen] = useState(session)
  const subject = subjects.find(({ value }) => value === chosen) ?? subjects[0]!
  // Until somebody words it otherwise it is called as what it sums up.
  const [typed, setTyped] = useState<string | null>(null)
  const [language, setLanguage] = useState<Language>(t.language)
  // Who comes from a record comes for its points.
  const [points, setPoints] = useState(session !== '')
  const title = typed ?? subject.title

  async function begin() {
    const reply = await send({
      params,
      body: {
        title: { [language]: title.trim() },
        of: subject.of,
        pointsIn: subject.points && points ? language : null,
      },
    })
    if (!reply) return
    void refresh(listSummaries, params)
    go({ to: '/summaries/:summaryId', params: { summaryId: reply.id }, replace: true })
  }
  return (
    <div className="column">
      <PageHead title={begins} within={useWithin(consultation)} lead={t('begin_summary_lead')} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <RefusalNotice refusal={refusal} />
        <Select
          label={t('sum_up')}
          value={subject.value}
          onChange={setChosen}
          options={subjects.map(({ value, label }) => ({ value, label }))}
        />
        <Select
          label={t('summary_language')}
          help={t('summary_language_help')}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
        />
        <TextInput label={t('summary_title_label')} maxLength={LINE_MAX} value={title} onChange={setTyped} />
        {subject.points && (
          <Checkbox label={t('take_points')} help={t('take_points_help')} checked={points} onChange={setPoints} />
        )}
        <Actions>
          <Button kind="filled" type="submit" busy={status === 'sending' || title.trim() === ''}>
            {begins}
          </Button>
        </Actions>
      </form>
    </div>
  )
}
