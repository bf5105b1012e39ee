import { attend, type RoomView } from '@consultation/shared/sessions.ts'
import { useEffect, useRef } from 'react'
import { useCall } from '../use-call.ts'

/** Says once that the delegation is here, when the room is open and somebody who speaks for it looks at it. */
export function useAttendance(view: RoomView): void {
  const { send } = useCall(attend)
  const said = useRef(false)
  const isOpen = view.sessions[0]?.state === 'open'
  const { sessionId } = view
  const mayAttend = view.may.attend
  useEffect(() => {
    if (!isOpen || !mayAttend || said.current) return
    said.current = true
    void send({ params: { sessionId } })
  })
}
