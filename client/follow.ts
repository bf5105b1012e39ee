import type { EventKind, LiveEvent, StreamName } from '@consultation/shared/live.ts'
import { useEffect, useEffectEvent } from 'react'
import { live } from './live.ts'

/** How soon what is shown has to follow an event. */
export type Soon = 'now' | 'later' | 'never'
const DELAYS = { now: 250, later: 10_000 } as const

/** A colleague who types makes an event every second: what only counts answers can wait. */
export const soonOf = (kind: EventKind): Soon => {
  if (kind === 'response.edited') return 'later'
  return kind.startsWith('comment.') ? 'never' : 'now'
}

/** Like `useStream`, for a page that is not fetched afresh for each event: `refresh` is called as soon as `soon` says. */
export function useFollow(
  stream: StreamName | null,
  soon: (kind: EventKind) => Soon,
  refresh: () => void,
  onEvent: (event: LiveEvent) => void = () => {},
) {
  const renew = useEffectEvent(refresh)
  const tell = useEffectEvent(onEvent)
  const judge = useEffectEvent(soon)
  useEffect(() => {
    if (!stream) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let due = Number.POSITIVE_INFINITY
    const plan = (delay: number) => {
      const at = Date.now() + delay
      if (at >= due) return
      clearTimeout(timer)
      due = at
      timer = setTimeout(() => {
        due = Number.POSITIVE_INFINITY
        renew()
      }, delay)
    }
    const leave = live.subscribe(stream, {
      onGap: () => plan(DELAYS.now),
      onEvent: (event) => {
        tell(event)
        const wanted = judge(event.kind)
        if (wanted !== 'never') plan(DELAYS[wanted])
      },
    })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [stream])
}
