import { directionOf } from '@consultation/shared/languages.ts'
import { readList } from '@consultation/shared/question-lists.ts'
import { type AnswerBody, readSubmission, readSubmittedLetter } from '@consultation/shared/responses.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { AnswerShown } from '../AnswerShown.tsx'
import { download, RefusalError } from '../api.ts'
import { compare } from '../comparison.ts'
import { Link, useParams, useSearch } from '../navigation.tsx'
import { type NumberedQuestion, numbered } from '../numbered.ts'
import { useDelegations } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { tell } from '../ui/Toast.tsx'
import { When } from '../ui/When.tsx'
import { useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './reading.css'

/** One delegation’s response as it was submitted, whole; beside it what an earlier version said. */
export function SubmissionPage() {
  const t = useWords('reading')
  const { listId, submissionId } = useParams('/lists/:listId/submissions/:submissionId')
  const list = useView(readList, { params: { listId } })
  const submission = useView(readSubmission, { params: { submissionId } })
  const [{ against }, setSearch] = useSearch('against')
  const { receipt, versions, answers } = submission
  const { delegationOf, nameOf } = useDelegations()
  const name = inLanguage(
    receipt.capacity.kind === 'national' ? nameOf(receipt.delegationId) : (receipt.groupName ?? {}),
    t.language,
  ).text
  const others = versions.filter(({ id }) => id !== submissionId).sort((a, b) => b.version - a.version)
  const compared = others.find(({ id }) => id === against)

  return (
    <div className="column stack">
      <PageHead
        title={t('submission_of', { name })}
        within={{
          title: inLanguage(receipt.listTitle, t.language).text,
          link: (
            <>
              <Link to="/lists/:listId" params={{ listId }}>
                <Name of={receipt.listTitle} />
              </Link>{' '}
              ·{' '}
              <Link to="/lists/:listId/answers" params={{ listId }} search={{ delegation: receipt.delegationId }}>
                {t('reading_title')}
              </Link>
            </>
          ),
        }}
        lead={t.rich('submission_summary', {
          when: <When at={receipt.submittedAt} weekday />,
          signatory: <bdi>{receipt.signatory.name}</bdi>,
          version: receipt.version,
        })}
      />
      <p className="answer-marks">
        <span>
          {t('reference_is')} <bdi>{receipt.reference}</bdi>
        </span>
        {receipt.receivedLate && <StateMark shape="attention">{t('came_late')}</StateMark>}
        {!submission.current && <StateMark shape="none">{t('not_current')}</StateMark>}
      </p>
      {receipt.capacity.kind !== 'national' && (
        <p className="quiet">
          {t('speaks_for', {
            count: receipt.rosterIds.length,
            names: receipt.rosterIds
              .map((id) => inLanguage(delegationOf(id)?.names ?? {}, t.language).text)
              .join(t('comma')),
          })}
        </p>
      )}
      {receipt.letter && <Letter submissionId={submissionId} name={receipt.letter.name} bytes={receipt.letter.bytes} />}
      {others.length > 0 && (
        <Select
          label={t('compare_versions')}
          value={compared?.id ?? ''}
          onChange={(id) => setSearch({ against: id || undefined })}
          options={[
            { value: '', label: t('compare_nothing') },
            ...others.map(({ id, version }) => ({ value: id, label: t('version_n', { number: version }) })),
          ]}
        />
      )}
      {compared ? (
        <Compared sections={numbered(list)} answers={answers} against={compared.id} />
      ) : (
        <Answers sections={numbered(list)} answers={answers} />
      )}
    </div>
  )
}

type Answered = AnswerBody & { questionId: string }
type Shown = { sections: ReturnType<typeof numbered>; answers: readonly Answered[] }

function Answers({ sections, answers }: Shown) {
  const t = useWords('reading')
  if (answers.length === 0) return <p className="quiet">{t('letter_alone')}</p>
  return sections
    .flatMap(({ questions }) => questions)
    .map((question) => {
      const answer = answers.find(({ questionId }) => questionId === question.id)
      if (!answer) return null
      return (
        <section key={question.id} className="submission-answer stack">
          <QuestionHead question={question} answer={answer} />
          <AnswerShown answer={answer} question={question} />
        </section>
      )
    })
}

function QuestionHead({ question, answer }: { question: NumberedQuestion; answer: Answered | undefined }) {
  const t = useWords('reading')
  return (
    <>
      <h2 className="submission-question">
        {question.number}. <Name of={question.text} />
      </h2>
      {answer?.attribution === 'not_for_attribution' && (
        <p className="small quiet">
          <StateMark shape="full">{t('sealed')}</StateMark>
        </p>
      )}
    </>
  )
}

/** What this version changed in another: taken out struck through, put in underlined. */
function Compared({ sections, answers, against }: Shown & { against: string }) {
  const t = useWords('reading')
  const other = useView(readSubmission, { params: { submissionId: against } })
  const of = (all: readonly Answered[], id: string) => all.find(({ questionId }) => questionId === id)
  return sections
    .flatMap(({ questions }) => questions)
    .map((question) => {
      const [now, then] = [of(answers, question.id), of(other.answers, question.id)]
      if (!now && !then) return null
      const language = (now ?? then)?.language ?? 'en'
      const lines = compare(then?.blocks ?? [], now?.blocks ?? [], language)
      const changed = lines.some((line) => line.some(({ kind }) => kind !== 'same'))
      return (
        <section key={question.id} className="submission-answer stack">
          <QuestionHead question={question} answer={now} />
          {!now && <p className="quiet">{t('answer_left_out')}</p>}
          {!then && <p className="quiet">{t('answer_came_new')}</p>}
          {!changed && <p className="quiet">{t('answer_unchanged')}</p>}
          <div className="said" lang={language} dir={directionOf(language)}>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is drawn once and does not move
              <p key={at}>
                {line.map(({ kind, text }, part) => {
                  const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span'
                  // biome-ignore lint/suspicious/noArrayIndexKey: likewise
                  return <Tag key={part}>{text}</Tag>
                })}
              </p>
            ))}
          </div>
        </section>
      )
    })
}

function Letter({ submissionId, name, bytes }: { submissionId: string; name: string; bytes: number }) {
  const t = useWords('reading')
  const [busy, setBusy] = useState(false)

  async function fetchLetter() {
    setBusy(true)
    try {
      await download(readSubmittedLetter, { params: { submissionId } })
    } catch (error) {
      tell(t(error instanceof RefusalError ? error.code : 'unexpected'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <p className="row">
      <span>
        {t('letter_is')} <bdi>{name}</bdi> ({t('kilobytes', { count: Math.ceil(bytes / 1000) })})
      </span>
      <Button busy={busy} onClick={() => void fetchLetter()}>
        {t('fetch_letter')}
      </Button>
    </p>
  )
}
