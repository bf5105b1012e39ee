import { type Clock, leftOf, stageOf } from '@consultation/shared/rules/floor.ts'
import { useEffect, useState } from 'react'
import { useWords } from '../words/index.ts'
import './clock.css'

/** Minutes and seconds; a minus sign once the time is over. */
export function inMinutes(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000)
  const sign = ms < 0 && seconds > 0 ? '−' : ''
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Draws anew each second, by the server’s clock. */
export function useTicking(now: () => number, running: boolean): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    setAt(now())
    if (!running) return
    const timer = setInterval(() => setAt(now()), 250)
    return () => clearInterval(timer)
  }, [now, running])
  return at
}

/** The time that is left, the same on every device; that it runs out is said in words and by pattern, not by colour alone. */
export function ClockFace({ clock, now }: { clock: Clock; now: () => number }) {
  const t = useWords('rooms')
  const at = useTicking(now, clock.startedAt !== null)
  if (clock.limitMs === 0) return null
  const stage = stageOf(clock, at)
  return (
    <div className={`clock ${stage}`} role="timer" aria-label={t('time_left')}>
      <span className="clock-time" dir="ltr">
        {inMinutes(leftOf(clock, at))}
      </span>
      <span className="clock-stage small">
        {clock.startedAt === null
          ? t('clock_stopped')
          : stage === 'running_well'
            ? t('time_left')
            : stage === 'ending'
              ? t('time_ending')
              : t('time_over')}
      </span>
    </div>
  )
}
