import type { ListView } from '@consultation/shared/question-lists.ts'
import { type Capacity, listResponses, openResponse, type ResponseView } from '@consultation/shared/responses.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { Suspense, useState } from 'react'
import { useMe } from '../../me.tsx'
import { go, Link } from '../../navigation.tsx'
import { isOnes, type NextStep, nextStepOf, STEP_WORDS } from '../../next-step.ts'
import { useDelegations, useGroups } from '../../reference.ts'
import { StatePicker } from '../../StatePicker.tsx'
import { speakerOf } from '../../speaker.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { TextInput } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type MarkShape, StateMark } from '../../ui/StateMark.tsx'
import { useForm } from '../../ui/use-form.ts'
import { When } from '../../ui/When.tsx'
import { refresh, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Props = { list: ListView; delegation: Translated }

/** The delegation's responses with where each stands, and what else it may speak for. */
export function Responses({ list, delegation }: Props) {
  const t = useWords('answering')
  const { may, acting } = useMe()
  const params = { listId: list.id }
  const { responses, speaksFor } = useView(listResponses, { params })
  const opening = useCall(openResponse)
  const [adHoc, setAdHoc] = useState(false)
  const hasNational = responses.some(({ capacity }) => capacity.kind === 'national')
  const begun = responses.flatMap(({ capacity }) => (capacity.kind === 'group' ? [capacity.groupId] : []))
  const free = speaksFor.filter((id) => !begun.includes(id))
  const steps = responses.map(({ state }) => nextStepOf(state, acting?.role ?? 'reader', list.open !== 'closed'))
  const next = steps.findIndex(isOnes)
  const mayOpen = may('response.draft') && list.may.answer
  const name = inLanguage(delegation, t.language).text

  async function open(capacity: Capacity) {
    const response = await opening.send({ params, body: { capacity } })
    if (!response) return
    await refresh(listResponses, params)
    go({ to: '/lists/:listId/response/:responseId', params: { listId: list.id, responseId: response.id } })
  }

  return (
    <section aria-labelledby="responses" className="stack">
      <h2 id="responses">{t('our_responses')}</h2>
      {responses.length > 0 && (
        <ul className="responses">
          {responses.map((response, index) => (
            <ResponseLine
              key={response.id}
              step={steps[index] ?? 'read'}
              first={index === next}
              {...{ list, response, delegation }}
            />
          ))}
        </ul>
      )}
      {responses.length === 0 && !mayOpen && (
        <p className="quiet">{t(list.may.answer ? 'no_response_yet' : 'no_response_closed')}</p>
      )}
      <RefusalNotice refusal={adHoc ? null : opening.refusal} />
      {mayOpen && (
        <Actions>
          {!hasNational && (
            <Button
              kind={next < 0 ? 'filled' : 'plain'}
              busy={opening.status === 'sending'}
              onClick={() => void open({ kind: 'national' })}
            >
              {t('answer_for', { name })}
            </Button>
          )}
          {free.length > 0 && (
            <Suspense fallback={null}>
              <GroupButtons ids={free} open={open} busy={opening.status === 'sending'} />
            </Suspense>
          )}
          <Button kind="quiet" onClick={() => setAdHoc(true)}>
            {t('answer_with_others')}
          </Button>
        </Actions>
      )}
      {adHoc && <AdHocDialog opening={opening} open={open} onClose={() => setAdHoc(false)} />}
    </section>
  )
}

const STATES: Record<
  ResponseView['state'],
  { shape: MarkShape; word: 'standing_draft' | 'standing_for_clearance' | 'standing_cleared' | 'standing_submitted' }
> = {
  draft: { shape: 'part', word: 'standing_draft' },
  for_clearance: { shape: 'handed', word: 'standing_for_clearance' },
  cleared: { shape: 'done', word: 'standing_cleared' },
  submitted: { shape: 'done', word: 'standing_submitted' },
}

type LineProps = { list: ListView; response: ResponseView; delegation: Translated; step: NextStep; first: boolean }

function ResponseLine({ list, response, delegation, step, first }: LineProps) {
  const t = useWords('answering')
  const { shape, word } = STATES[response.state]
  const count = list.sections.flatMap(({ questions }) => questions).length
  const answered = response.answers.filter(({ filled }) => filled).length
  const place = { listId: list.id, responseId: response.id }
  const receipt = response.receipts.find(({ version }) => version === response.version)
  return (
    <li>
      <div>
        <h3>
          <Name of={speakerOf(response, delegation)} />
        </h3>
        <p>
          <StateMark shape={shape}>{t(word)}</StateMark>
        </p>
        {response.state !== 'submitted' && (
          <p className="small quiet">{t('questions_answered', { answered, count })}</p>
        )}
        {response.note && response.state === 'draft' && <p className="small">{t('returned_title')}</p>}
        {receipt && (
          <p className="small">
            <Link
              to="/lists/:listId/response/:responseId/receipts/:version"
              params={{ ...place, version: String(receipt.version) }}
            >
              {t('receipt')} <bdi dir="ltr">{receipt.reference}</bdi>
            </Link>{' '}
            <span className="quiet">
              · <When at={receipt.submittedAt} show="moment" /> ·{' '}
            </span>
            <Link to="/traces/own" search={{ list: list.id }}>
              {t('answers_became')}
            </Link>
          </p>
        )}
      </div>
      <LinkButton to="/lists/:listId/response/:responseId" params={place} kind={first ? 'filled' : 'plain'}>
        {t(STEP_WORDS[step])}
      </LinkButton>
    </li>
  )
}

type GroupProps = { ids: readonly string[]; open: (capacity: Capacity) => Promise<void>; busy: boolean }

function GroupButtons({ ids, open, busy }: GroupProps) {
  const t = useWords('answering')
  const { groupOf } = useGroups()
  return ids.map((groupId) => (
    <Button key={groupId} busy={busy} onClick={() => void open({ kind: 'group', groupId })}>
      {t('answer_for', { name: inLanguage(groupOf(groupId)?.names ?? {}, t.language).text })}
    </Button>
  ))
}

type AdHocProps = {
  opening: ReturnType<typeof useCall<typeof openResponse>>
  open: (capacity: Capacity) => Promise<void>
  onClose: () => void
}

/** States that answer together without being a group. */
function AdHocDialog({ opening, open, onClose }: AdHocProps) {
  const t = useWords('answering')
  const { acting } = useMe()
  const form = useForm({ name: '', memberIds: acting ? [acting.delegationId] : [] }, inCapacity(opening.refusal))
  return (
    <Dialog open wide title={t('answer_with_others')} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(({ name, memberIds }) => open({ kind: 'ad_hoc', name, memberIds }))}
      >
        <p>{t('ad_hoc_lead')}</p>
        <ErrorSummary
          form={form}
          labels={{ name: t('ad_hoc_name'), memberIds: t('ad_hoc_members') }}
          refusal={inCapacity(opening.refusal)}
        />
        <TextInput label={t('ad_hoc_name')} help={t('ad_hoc_name_help')} {...form.field('name')} dir="auto" />
        <Suspense fallback={<Skeleton />}>
          <Members {...form.field('memberIds')} />
        </Suspense>
        <Actions>
          <Button type="submit" kind="filled" busy={opening.status === 'sending'}>
            {t('begin_response')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}

/** The server names the fields of the capacity; here they are the form's own. */
function inCapacity(refusal: AdHocProps['opening']['refusal']): AdHocProps['opening']['refusal'] {
  for (const error of refusal?.errors ?? []) error.field = error.field.replace(/^(body\.)?capacity\./, '')
  return refusal
}

type MembersProps = { id: string; value: string[]; onChange: (ids: string[]) => void; error: string | undefined }

function Members({ id, value, onChange, error }: MembersProps) {
  const t = useWords('answering')
  const { sorted } = useDelegations()
  return (
    <StatePicker
      label={t('ad_hoc_members')}
      help={t('ad_hoc_members_help')}
      id={id}
      error={error}
      from={sorted}
      chosen={value}
      onChange={onChange}
    />
  )
}
