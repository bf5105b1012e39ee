import type { DeskView } from '@consultation/shared/feedback.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A countdown earlier than this only worries. */
const SOON = 48 * HOUR

/** From when until when feedback is taken, by the platform’s clock; near the end how long that is. */
export function WindowLine({ desk, onTurn }: { desk: DeskView; onTurn: () => void }) {
  const t = useWords('stances')
  const left = useLeft(desk, onTurn)
  switch (desk.window) {
    case 'before':
      return t.rich('window_before', { when: <When at={desk.opensAt} weekday /> })
    case 'after':
      return t.rich('window_after', { when: <When at={desk.closesAt} weekday /> })
    case 'open':
      return (
        <>
          {t.rich('window_open', { when: <When at={desk.closesAt} weekday /> })}{' '}
          {left < SOON && (
            <strong>
              {left < HOUR
                ? t('window_minutes', { count: Math.max(1, Math.ceil(left / MINUTE)) })
                : t('window_hours', { count: Math.floor(left / HOUR) })}
            </strong>
          )}
        </>
      )
  }
}

/** Until the window opens or closes. The device’s clock may be wrong: only its pace is used. */
function useLeft({ window, opensAt, closesAt, now }: DeskView, onTurn: () => void): number {
  const turnsAt = Date.parse(window === 'before' ? opensAt : closesAt)
  const [read, setRead] = useState({ now, passed: 0 })
  const turn = useEffectEvent(onTurn)
  useEffect(() => {
    const from = performance.now()
    const look = () => {
      const passed = performance.now() - from
      setRead({ now, passed })
      if (window !== 'after' && turnsAt - Date.parse(now) - passed <= 0) turn()
    }
    const untilTurn = turnsAt - Date.parse(now)
    const ticking = setInterval(look, MINUTE / 2)
    // Longer than this a timer cannot wait, and no page stays open.
    const turning = untilTurn > 0 && untilTurn < 20 * 24 * HOUR ? setTimeout(look, untilTurn + 200) : undefined
    return () => {
      clearInterval(ticking)
      clearTimeout(turning)
    }
  }, [now, turnsAt, window])
  return turnsAt - Date.parse(now) - (read.now === now ? read.passed : 0)
}
