import { streams } from '@consultation/shared/live.ts'
import { readList } from '@consultation/shared/question-lists.ts'
import { listComments, readAnswerHistory, readResponse } from '@consultation/shared/responses.ts'
import { listThreads } from '@consultation/shared/threads.ts'
import { useEffect, useEffectEvent } from 'react'
import { live } from '../live.ts'
import { useMe } from '../me.tsx'
import { refresh, useView } from '../use-call.ts'
import { type Desk, deskOf } from './desk.ts'

/** The list and one of the delegation's responses to it, kept current by what colleagues do. */
export function useResponse(listId: string, responseId: string) {
  const { person, acting } = useMe()
  const list = useView(readList, { params: { listId } })
  const response = useView(readResponse, { params: { responseId } })
  useFollowed(listId, responseId, deskOf(responseId, person.id), acting?.delegationId ?? null)
  return { list, response, delegation: acting?.delegation ?? {}, person, acting }
}

/** Fetches what changed and only that: one's own saves come back as events too, and one types every second. */
function useFollowed(listId: string, responseId: string, desk: Desk, delegationId: string | null) {
  const onEvent = useEffectEvent((kind: string, subject: string) => {
    if (kind.startsWith('comment.')) return void refresh(listComments, { responseId })
    if (kind.startsWith('thread.')) return void refresh(listThreads, { listId })
    if (kind.startsWith('list.')) return void refresh(readList, { listId })
    // A submission goes by an id of its own: it may be this one.
    if (kind === 'response.submitted') return void refresh(readResponse, { responseId })
    if (!kind.startsWith('response.') || !subject.startsWith(responseId)) return
    if (kind === 'response.edited') {
      if (desk.isEcho(subject)) return
      void refresh(readAnswerHistory, { responseId, questionId: subject.slice(responseId.length + 1) })
    }
    void refresh(readResponse, { responseId })
  })
  const onGap = useEffectEvent(() => {
    desk.forgetEchoes()
    for (const endpoint of [readResponse, listComments]) void refresh(endpoint, { responseId })
    void refresh(readList, { listId })
    void refresh(listThreads, { listId })
  })
  useEffect(() => {
    const followed = [streams.listAll(listId), ...(delegationId ? [streams.delegation(delegationId)] : [])]
    const leave = followed.map((stream) =>
      live.subscribe(stream, { onGap: () => onGap(), onEvent: ({ kind, subject }) => onEvent(kind, subject) }),
    )
    return () => {
      for (const end of leave) end()
    }
  }, [listId, delegationId])
}
