import type { ListView } from '@consultation/shared/question-lists.ts'
import { isFilled, type ResponseView, readResponse, submitResponse } from '@consultation/shared/responses.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Suspense, useState } from 'react'
import { AnswerShown } from '../AnswerShown.tsx'
import { useMe } from '../me.tsx'
import { go, Link, useParams } from '../navigation.tsx'
import { numbered } from '../numbered.ts'
import { type Changes, Roster } from '../Roster.tsx'
import { speakerOf } from '../speaker.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextInput } from '../ui/Field.tsx'
import { Notice, RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { tell } from '../ui/Toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { useClearing } from './NextStep.tsx'
import { sizeIn } from './size.ts'
import { useResponse } from './use-response.ts'
import './submission.css'

/** Exactly what goes, to whom it will be visible and how it is attributed; what is shown here is what is submitted. */
export function SubmissionPage() {
  const t = useWords('answering')
  const { listId, responseId } = useParams('/lists/:listId/response/:responseId/submission')
  const { list, response, delegation } = useResponse(listId, responseId)
  // What was read is what is sent: a colleague's change does not slip in under the reader's eyes.
  const [seen, setSeen] = useState(response)
  const place = { listId, responseId }
  const name = inLanguage(speakerOf(response, delegation), t.language).text
  const title = t('submit_for', { name })
  const within = { title: inLanguage(list.title, t.language).text, link: <BackToDraft place={place} /> }
  if (!response.may.submit) {
    return (
      <div className="column">
        <PageHead title={title} within={within} />
        <Notice>
          <p>{t(response.state === 'submitted' ? 'submitted_already' : 'head_submits')}</p>
        </Notice>
      </div>
    )
  }
  return (
    <div className="column submission">
      <PageHead title={title} within={within} lead={t('submission_lead')} />
      {seen.digest !== response.digest && (
        <Notice kind="warning" role="alert">
          <p>{t('text_changed')}</p>
          <Button onClick={() => setSeen(response)}>{t('show_new_text')}</Button>
        </Notice>
      )}
      <Visibility list={list} />
      <What list={list} response={seen} />
      <Signing list={list} response={seen} name={name} key={seen.digest} />
    </div>
  )
}

function BackToDraft({ place }: { place: { listId: string; responseId: string } }) {
  const t = useWords('answering')
  return (
    <Link to="/lists/:listId/response/:responseId" params={place}>
      {t('back_to_response')}
    </Link>
  )
}

function Visibility({ list }: { list: ListView }) {
  const t = useWords('answering')
  return (
    <Notice title={t('who_will_see')}>
      <p>{t('visible_to', { audience: list.audience })}</p>
      {list.open === 'late' && <p>{t('will_be_late')}</p>}
    </Notice>
  )
}

function What({ list, response }: { list: ListView; response: ResponseView }) {
  const t = useWords('answering')
  const answers = new Map(response.answers.map((answer) => [answer.questionId, answer]))
  const questions = numbered(list).flatMap((section) => section.questions)
  const going = questions.filter(({ id }) => {
    const answer = answers.get(id)
    return answer && isFilled(answer)
  })
  const open = questions.filter((question) => !going.includes(question))
  return (
    <section aria-labelledby="what" className="stack">
      <h2 id="what">{t('what_goes')}</h2>
      {response.letter && (
        <p>
          {t('letter')}: <bdi>{response.letter.name}</bdi>{' '}
          <span className="quiet">({sizeIn(response.letter.bytes, t.language)})</span>
        </p>
      )}
      {going.length === 0 && !response.letter && (
        <Notice kind="warning">
          <p>{t('nothing_to_submit')}</p>
        </Notice>
      )}
      {going.map((question) => {
        const answer = answers.get(question.id)!
        return (
          <article key={question.id} className="goes" aria-labelledby={`goes-${question.id}`}>
            <h3 id={`goes-${question.id}`}>
              <span className="quiet">{question.number}.</span> {inLanguage(question.text, t.language).text}
            </h3>
            <AnswerShown answer={answer} question={question} />
            <p className="small goes-how">
              {t(answer.attribution === 'attributed' ? 'shown_with_name' : 'shown_without_name', {
                audience: list.audience,
              })}
            </p>
          </article>
        )
      })}
      {open.length > 0 && (
        <div>
          <h3>{t('unanswered', { count: open.length })}</h3>
          <ul className="unanswered">
            {open.map((question) => (
              <li key={question.id}>
                <Link
                  to="/lists/:listId/response/:responseId"
                  params={{ listId: list.id, responseId: response.id }}
                  search={{ question: question.id }}
                >
                  {question.number}. {inLanguage(question.text, t.language).text}
                </Link>
              </li>
            ))}
          </ul>
          <p className="small quiet">{t('part_answers_welcome')}</p>
        </div>
      )}
    </section>
  )
}

function Signing({ list, response, name }: { list: ListView; response: ResponseView; name: string }) {
  const t = useWords('answering')
  const { person, acting } = useMe()
  const { send, refusal, status } = useCall(submitResponse)
  const clearing = useClearing(response)
  const form = useForm({ name: person.name, title: acting?.title ?? '' }, refusal)
  const [changes, setChanges] = useState<Changes>({ excepted: response.excepted, joined: response.joined })
  const place = { listId: list.id, responseId: response.id }

  async function submit({ name: signatory, title }: { name: string; title: string }) {
    const receipt = await send({
      params: { responseId: response.id },
      body: {
        digest: response.digest,
        signatory: { name: signatory, title: title.trim() || null },
        ...(response.capacity.kind !== 'national' && changes),
      },
    })
    await refresh(readResponse, { responseId: response.id })
    if (!receipt) return
    go({
      to: '/lists/:listId/response/:responseId/receipts/:version',
      params: { ...place, version: String(receipt.version) },
    })
  }

  return (
    <form className="stack" noValidate onSubmit={form.onSubmit(submit)}>
      {response.capacity.kind !== 'national' && (
        <Suspense fallback={<Skeleton />}>
          <Roster capacity={response.capacity} changes={changes} onChange={setChanges} />
        </Suspense>
      )}
      <h2>{t('signatory')}</h2>
      <ErrorSummary
        form={form}
        labels={{ name: t('signatory_name'), title: t('signatory_title'), signatory: t('signatory') }}
        refusal={refusal}
      />
      <TextInput label={t('signatory_name')} {...form.field('name')} autoComplete="name" dir="auto" />
      <TextInput
        label={t('signatory_title')}
        help={t('signatory_title_help')}
        optional
        {...form.field('title')}
        autoComplete="organization-title"
        dir="auto"
      />
      <p className="small quiet">
        {t.rich('digest_of_text', {
          digest: (
            <code className="digest" dir="ltr">
              {response.digest}
            </code>
          ),
        })}
      </p>
      <RefusalNotice refusal={clearing.refusal} />
      <Actions>
        <Button type="submit" kind="filled" busy={status === 'sending'}>
          {response.state === 'cleared' ? t('submit_for', { name }) : t('clear_and_submit_for', { name })}
        </Button>
        {response.may.clear && response.state !== 'cleared' && (
          <Button
            busy={clearing.busy}
            onClick={async () => {
              if (!(await clearing.clear(response.digest))) return
              tell(t('cleared_not_submitted'))
              go({ to: '/lists/:listId/response/:responseId', params: place })
            }}
          >
            {t('clear_only')}
          </Button>
        )}
        <LinkButton to="/lists/:listId/response/:responseId" params={place} kind="quiet">
          {t('back_to_response')}
        </LinkButton>
      </Actions>
    </form>
  )
}
