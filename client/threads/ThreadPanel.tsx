import type { ReplyOf } from '@consultation/shared/contract.ts'
import { streams } from '@consultation/shared/live.ts'
import {
  listThreads,
  type MessageView,
  openThread,
  readThread,
  replyInThread,
  resolveThread,
  THREAD_DEPTH_MAX,
  type ThreadView,
} from '@consultation/shared/threads.ts'
import { useEffect, useId, useRef, useState } from 'react'
import { useFollow } from '../follow.ts'
import { useMe } from '../me.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { refresh, renew, useCall, useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './threads.css'

type Props =
  | { threadId: string; answerId?: undefined; onOpened?: undefined }
  /** Staff: no thread yet under this answer. `onOpened` is told of the thread that the first question made. */
  | { answerId: string; threadId?: undefined; onOpened?: (thread: ThreadView) => void }

/** The conversation under an answer, the same for the Secretariat and the delegation. */
export function ThreadPanel({ threadId, answerId, onOpened }: Props) {
  return threadId === undefined ? <NewThread answerId={answerId} onOpened={onOpened} /> : <Thread threadId={threadId} />
}

function Thread({ threadId }: { threadId: string }) {
  const reading = useRead(readThread, { params: { threadId } })
  switch (reading.status) {
    case 'loading':
      return <Skeleton lines={3} />
    case 'refused':
      return <RefusalNotice refusal={reading.refusal} />
    case 'ready':
      return <Conversation thread={reading.view} />
  }
}

/** A thread that is already there, with everything said in it. Follows what the other side says. */
export function Conversation({ thread }: { thread: ThreadView }) {
  const t = useWords('threads')
  const me = useMe()
  const params = { threadId: thread.id }
  const staff = me.office.includes('staff')
  useFollow(
    staff ? streams.listStaff(thread.listId) : me.acting && streams.delegation(me.acting.delegationId),
    (kind) => (kind.startsWith('thread.') ? 'now' : 'never'),
    () => void refresh(readThread, params),
    ({ kind, subject }) => {
      if (kind === 'thread.replied' && subject.includes(thread.id)) announce(t('new_message'))
    },
  )
  const [replyTo, setReplyTo] = useState<string | null>(null)
  const resolving = useCall(resolveThread)

  async function resolve(resolved: boolean) {
    const view = await resolving.send({ params, body: { resolved } })
    if (view) keep(view)
  }

  return (
    <div className="thread">
      <p className="thread-state">
        {thread.resolvedAt ? (
          <StateMark shape="done">
            {t.rich('resolved_on', { when: <When at={thread.resolvedAt} show="moment" /> })}
          </StateMark>
        ) : (
          <StateMark shape={thread.waitsFor === (staff ? 'secretariat' : 'delegation') ? 'attention' : 'handed'}>
            {t('waits_for', { side: thread.waitsFor })}
          </StateMark>
        )}
      </p>
      <Messages
        {...{ thread, replyTo, setReplyTo }}
        messages={thread.messages.filter((message) => message.replyTo === null)}
        depth={1}
      />
      <RefusalNotice refusal={resolving.refusal} />
      {thread.may.reply && replyTo === null && <Reply thread={thread} replyTo={null} />}
      {thread.may.resolve && (
        <div>
          <Button busy={resolving.status === 'sending'} onClick={() => void resolve(thread.resolvedAt === null)}>
            {t(thread.resolvedAt === null ? 'mark_resolved' : 'open_again')}
          </Button>
        </div>
      )}
    </div>
  )
}

function keep(view: ReplyOf<typeof readThread>) {
  renew(readThread, { params: { threadId: view.id } }, view)
  void refresh(listThreads, { listId: view.listId })
}

type MessagesProps = {
  thread: ThreadView
  messages: MessageView[]
  depth: number
  replyTo: string | null
  setReplyTo: (id: string | null) => void
}

function Messages({ thread, messages, depth, replyTo, setReplyTo }: MessagesProps) {
  const t = useWords('threads')
  if (messages.length === 0) return null
  return (
    <ol className="messages">
      {messages.map((message) => {
        const answers = thread.messages.filter((one) => one.replyTo === message.id)
        return (
          <li key={message.id}>
            <article className={message.mine ? 'message mine' : 'message'}>
              <p className="small">
                <strong>{t('side', { side: message.side })}</strong>
                {message.by && (
                  <>
                    {' · '}
                    <bdi>{message.by}</bdi>
                  </>
                )}{' '}
                <span className="quiet">
                  · <When at={message.at} show="moment" />
                </span>
              </p>
              <p className="message-text" dir="auto">
                {message.text}
              </p>
              {thread.may.reply && depth < THREAD_DEPTH_MAX && replyTo !== message.id && (
                <Button kind="quiet" onClick={() => setReplyTo(message.id)}>
                  {t('reply_to_this')}
                </Button>
              )}
              {replyTo === message.id && thread.may.reply && (
                <Reply thread={thread} replyTo={message.id} onDone={() => setReplyTo(null)} />
              )}
            </article>
            <Messages {...{ thread, replyTo, setReplyTo }} messages={answers} depth={depth + 1} />
          </li>
        )
      })}
    </ol>
  )
}

type ReplyProps = { thread: ThreadView; replyTo: string | null; onDone?: () => void }

function Reply({ thread, replyTo, onDone }: ReplyProps) {
  const t = useWords('threads')
  const { send, refusal, status } = useCall(replyInThread)
  return (
    <MessageForm
      label={t(replyTo ? 'your_reply_to_this' : 'your_reply')}
      action={t('send_reply')}
      busy={status === 'sending'}
      error={refusal ? t(refusal.errors[0]?.code ?? refusal.code) : undefined}
      onCancel={onDone}
      onSend={async (text) => {
        const view = await send({ params: { threadId: thread.id }, body: { text, replyTo } })
        if (!view) return false
        keep(view)
        onDone?.()
        return true
      }}
    />
  )
}

function NewThread({ answerId, onOpened }: { answerId: string; onOpened: ((thread: ThreadView) => void) | undefined }) {
  const t = useWords('threads')
  const { send, refusal, status } = useCall(openThread)
  return (
    <MessageForm
      label={t('ask_clarification')}
      help={t('ask_clarification_help')}
      action={t('send_question')}
      busy={status === 'sending'}
      error={refusal ? t(refusal.errors[0]?.code ?? refusal.code) : undefined}
      onSend={async (text) => {
        const view = await send({ params: { answerId }, body: { text } })
        if (!view) return false
        keep(view)
        onOpened?.(view)
        return true
      }}
    />
  )
}

type FormProps = {
  label: string
  help?: string
  action: string
  busy: boolean
  error: string | undefined
  onCancel?: (() => void) | undefined
  /** Whether it was taken; what was typed stays until it is. */
  onSend: (text: string) => Promise<boolean>
}

function MessageForm({ label, help, action, busy, error, onCancel, onSend }: FormProps) {
  const t = useWords('threads')
  const id = useId()
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const asked = onCancel !== undefined
  // Whoever pressed "reply" wants to type here.
  useEffect(() => {
    if (asked) form.current?.querySelector('textarea')?.focus()
  }, [asked])
  return (
    <form
      ref={form}
      className="stack message-form"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        if (!busy && (await onSend(text))) setText('')
      }}
    >
      <TextArea id={id} label={label} help={help} value={text} onChange={setText} rows={3} error={error} />
      <Actions>
        <Button type="submit" busy={busy}>
          {action}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('close')}
          </Button>
        )}
      </Actions>
    </form>
  )
}
