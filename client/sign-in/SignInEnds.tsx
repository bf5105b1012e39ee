import { readMe, watchSignIn } from '@consultation/shared/sign-in.ts'
import { useEffect, useState } from 'react'
import { call } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'
import { endingAt } from './ending.ts'

/** After a look that failed: the line is down, or the sign-in has ended and the page finds out by itself. */
const AGAIN_MS = 30_000

type Warning = { kind: 'idle' | 'absolute'; at: string }

/**
 * Two minutes before a sign-in ends it says so, once, and how to stay. It looks without prolonging; another tab that is used
 * takes the warning away here too.
 */
export function SignInEnds() {
  const t = useWords()
  const [warning, setWarning] = useState<Warning | null>(null)
  const [asked, ask] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after the sign-in was prolonged
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let looks = 0
    const look = async () => {
      clearTimeout(timer)
      const mine = ++looks
      const isLast = () => !over && mine === looks
      try {
        const { now, idleUntil, until } = await call(watchSignIn, { mayBeSignedOut: true })
        if (!isLast()) return
        const ends = { idleUntil: Date.parse(idleUntil), until: Date.parse(until) }
        const { warn, at, lookIn } = endingAt(ends, Date.parse(now))
        setWarning(warn && { kind: warn, at: new Date(at).toISOString() })
        timer = setTimeout(() => void look(), lookIn)
      } catch {
        if (!isLast()) return
        setWarning(null)
        timer = setTimeout(() => void look(), AGAIN_MS)
      }
    }
    void look()
    // A device that was asleep has not counted the minutes.
    const wake = () => {
      if (!document.hidden) void look()
    }
    document.addEventListener('visibilitychange', wake)
    return () => {
      over = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [asked])

  async function stay() {
    // Any call is use; this one is the lightest.
    await call(readMe, { mayBeSignedOut: true }).catch(() => undefined)
    ask((n) => n + 1)
  }

  return (
    <div role="status" className={warning ? 'connection' : undefined}>
      {warning && (
        <div>
          <p>
            {t.rich(warning.kind === 'idle' ? 'sign_in_ends_unused' : 'sign_in_ends', {
              when: <When at={warning.at} show="time" />,
            })}
          </p>
          {warning.kind === 'idle' && <Button onClick={() => void stay()}>{t('stay_signed_in')}</Button>}
        </div>
      )}
    </div>
  )
}
