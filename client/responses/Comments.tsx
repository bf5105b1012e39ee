import {
  addComment,
  type CommentView,
  listComments,
  type ResponseView,
  removeComment,
} from '@consultation/shared/responses.ts'
import { useId, useState } from 'react'
import { useMe } from '../me.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { tell } from '../ui/Toast.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useCall, useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** Remarks inside the delegation, on one question or (null) on the whole. Nobody else ever sees them. */
export function Comments({ response, questionId }: { response: ResponseView; questionId: string | null }) {
  const t = useWords('answering')
  const id = useId()
  const { may } = useMe()
  const params = { responseId: response.id }
  const reading = useRead(listComments, { params })
  const comments =
    reading.status === 'ready' ? reading.view.comments.filter((one) => one.questionId === questionId) : []
  return (
    <section aria-labelledby={id} className="stack comments">
      <div>
        <h3 id={id}>{t('comments')}</h3>
        <p className="small quiet">{t('comments_private')}</p>
      </div>
      <RefusalNotice refusal={reading.status === 'refused' ? reading.refusal : null} />
      {comments.length > 0 && (
        <ul className="comment-list">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} responseId={response.id} />
          ))}
        </ul>
      )}
      {may('response.comment') && <NewComment responseId={response.id} questionId={questionId} />}
    </section>
  )
}

function Comment({ comment, responseId }: { comment: CommentView; responseId: string }) {
  const t = useWords('answering')
  const removing = useCall(removeComment)
  const adding = useCall(addComment)

  async function remove() {
    if (!(await removing.send({ params: { responseId, commentId: comment.id } }))) return
    const { questionId, text } = comment
    tell(t('comment_removed'), () => {
      void adding.send({ params: { responseId }, body: { questionId, text } }).then(again)
    })
    await again()
  }
  const again = () => refresh(listComments, { responseId })

  return (
    <li>
      <p className="small quiet">
        <bdi>{comment.by}</bdi> · <When at={comment.at} show="moment" />
      </p>
      <p className="comment-text" dir="auto">
        {comment.text}
      </p>
      <RefusalNotice refusal={removing.refusal} />
      {comment.mine && (
        <Button kind="quiet" busy={removing.status === 'sending'} onClick={() => void remove()}>
          {t('remove_comment')}
        </Button>
      )}
    </li>
  )
}

function NewComment({ responseId, questionId }: { responseId: string; questionId: string | null }) {
  const t = useWords('answering')
  const [text, setText] = useState('')
  const { send, refusal, status } = useCall(addComment)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        if (!(await send({ params: { responseId }, body: { questionId, text } }))) return
        setText('')
        await refresh(listComments, { responseId })
      }}
    >
      <TextArea
        label={t('new_comment')}
        value={text}
        onChange={setText}
        rows={2}
        error={refusal ? t(refusal.errors[0]?.code ?? refusal.code) : undefined}
      />
      <div>
        <Button type="submit" busy={status === 'sending'}>
          {t('add_comment')}
        </Button>
      </div>
    </form>
  )
}
