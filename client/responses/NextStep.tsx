import type { ListView } from '@consultation/shared/question-lists.ts'
import {
  clearResponse,
  moveResponse,
  type ResponseView,
  readResponse,
  returnResponse,
} from '@consultation/shared/responses.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { useRef, useState } from 'react'
import { go, Link } from '../navigation.tsx'
import { AskOnceMore } from '../ui/AskOnceMore.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Notice, RefusalNotice } from '../ui/Notice.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { tell } from '../ui/Toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { When } from '../ui/When.tsx'
import { refresh, renew, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import type { Desk } from './desk.ts'

type Props = { list: ListView; response: ResponseView; desk: Desk; speaker: Translated }

/** Where the response stands, what touching it now would do, and the one next step. */
export function NextStep({ list, response, desk, speaker }: Props) {
  const t = useWords('answering')
  const { may } = response
  const params = { responseId: response.id }
  const place = { listId: list.id, responseId: response.id }
  const moving = useCall(moveResponse)
  const here = useRef<HTMLElement>(null)
  const [returning, setReturning] = useState(false)
  const [dropping, setDropping] = useState(false)
  const [finishing, setFinishing] = useState(false)
  const name = inLanguage(speaker, t.language).text
  const trouble = desk.troubled().length > 0

  async function move(to: 'send_for_clearance' | 'take_back' | 'amend' | 'drop_amendment', said: string) {
    await desk.flush()
    const reply = await moving.send({ params, body: { move: to } })
    if (!reply) return
    if (to === 'drop_amendment') desk.forget()
    renew(readResponse, { params }, reply)
    tell(said)
    // The button that was pressed is gone: where the response now stands takes its focus.
    here.current?.focus({ preventScroll: true })
  }

  /** What was typed a moment ago belongs to what is read there. */
  async function review() {
    setFinishing(true)
    await desk.flush()
    await refresh(readResponse, params)
    setFinishing(false)
    if (desk.troubled().length === 0) go({ to: '/lists/:listId/response/:responseId/submission', params: place })
  }

  return (
    <section ref={here} className="answer-next" id="next-step" tabIndex={-1} aria-label={t('next_step')}>
      <Standing response={response} />
      <Actions>
        {may.submit && (
          <Button kind="filled" busy={finishing} onClick={() => void review()}>
            {response.state === 'cleared' ? t('submit_for', { name }) : t('clear_and_submit_for', { name })}
          </Button>
        )}
        {may.sendForClearance && response.state === 'draft' && !may.submit && (
          <Button
            kind="filled"
            busy={moving.status === 'sending'}
            onClick={() => void move('send_for_clearance', t('sent_for_clearance'))}
          >
            {t('send_for_clearance')}
          </Button>
        )}
        {may.return && (response.state === 'for_clearance' || response.state === 'cleared') && (
          <Button onClick={() => setReturning(true)}>{t('return_with_note')}</Button>
        )}
        {may.takeBack && (
          <Button busy={moving.status === 'sending'} onClick={() => void move('take_back', t('taken_back'))}>
            {t('take_back')}
          </Button>
        )}
        {may.amend && (
          <Button
            kind="filled"
            busy={moving.status === 'sending'}
            onClick={() => void move('amend', t('amendment_begun'))}
          >
            {t('prepare_amended')}
          </Button>
        )}
        {may.dropAmendment && (
          <Button kind="warning" onClick={() => setDropping(true)}>
            {t('drop_amendment')}
          </Button>
        )}
        {response.version > 0 && (
          <p>
            <Link
              to="/lists/:listId/response/:responseId/receipts/:version"
              params={{ ...place, version: String(response.version) }}
            >
              {t('to_receipt')}
            </Link>
          </p>
        )}
      </Actions>
      {response.note && response.state === 'draft' && (
        <Notice kind="warning" title={t('returned_title')}>
          <p className="small quiet">
            <bdi>{response.note.by}</bdi> · <When at={response.note.at} show="moment" />
          </p>
          <p className="comment-text" dir="auto">
            {response.note.text}
          </p>
        </Notice>
      )}
      <RefusalNotice refusal={moving.refusal} />
      {trouble && (may.submit || may.sendForClearance) && <p className="small">{t('settle_first')}</p>}
      {list.open === 'late' && may.submit && <p className="small">{t('will_be_late')}</p>}
      {returning && <ReturnDialog response={response} onClose={() => setReturning(false)} />}
      <AskOnceMore
        open={dropping}
        verb={t('drop_amendment')}
        onSure={() => {
          setDropping(false)
          return move('drop_amendment', t('amendment_dropped'))
        }}
        leave={t('close')}
        onLeave={() => setDropping(false)}
        call={{ status: moving.status, refusal: null }}
      >
        <p>{t('drop_amendment_text', { version: response.version })}</p>
      </AskOnceMore>
    </section>
  )
}

const STANDING = {
  draft: { shape: 'part', word: 'standing_draft' },
  for_clearance: { shape: 'handed', word: 'standing_for_clearance' },
  cleared: { shape: 'done', word: 'standing_cleared' },
  submitted: { shape: 'done', word: 'standing_submitted' },
} as const

function Standing({ response }: { response: ResponseView }) {
  const t = useWords('answering')
  const { shape, word } = STANDING[response.state]
  const amending = response.version > 0 && response.state !== 'submitted'
  return (
    <div>
      <p className="standing">
        <StateMark shape={shape}>{t(word)}</StateMark>
      </p>
      {response.clearedBy && response.clearedAt && response.state === 'cleared' && (
        <p className="small quiet">
          <bdi>{response.clearedBy}</bdi> · <When at={response.clearedAt} show="moment" />
        </p>
      )}
      {amending && <p className="small">{t('amending', { version: response.version })}</p>}
      {response.may.edit && response.state === 'for_clearance' && <p className="small">{t('editing_takes_back')}</p>}
      {response.may.edit && response.state === 'cleared' && <p className="small">{t('editing_voids')}</p>}
    </div>
  )
}

function ReturnDialog({ response, onClose }: { response: ResponseView; onClose: () => void }) {
  const t = useWords('answering')
  const params = { responseId: response.id }
  const { send, refusal, status } = useCall(returnResponse)
  const form = useForm({ note: '' }, refusal)
  return (
    <Dialog open title={t('return_with_note')} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async (body) => {
          const reply = await send({ params, body })
          if (!reply) return
          renew(readResponse, { params }, reply)
          tell(t('returned_to_drafters'))
          onClose()
        })}
      >
        <ErrorSummary form={form} labels={{ note: t('note_to_drafters') }} refusal={refusal} />
        <TextArea label={t('note_to_drafters')} help={t('note_private')} {...form.field('note')} rows={5} />
        <Actions>
          <Button type="submit" kind="filled" busy={status === 'sending'}>
            {t('return_to_drafters')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}

/** The head clears without submitting: another of the mission, or another day, submits. */
export function useClearing(response: ResponseView) {
  const clearing = useCall(clearResponse)
  const params = { responseId: response.id }
  async function clear(digest: string) {
    const reply = await clearing.send({ params, body: { digest } })
    if (reply) renew(readResponse, { params }, reply)
    return reply !== null
  }
  return { clear, refusal: clearing.refusal, busy: clearing.status === 'sending' }
}
