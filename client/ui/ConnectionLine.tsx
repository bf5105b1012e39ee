import { useEffect, useState } from 'react'
import { signInAgain } from '../api.ts'
import { type LiveState, useLiveState } from '../live.ts'
import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'

/** A line that comes back within this time troubles nobody. */
const PATIENCE_MS = 2_500

/** Appears only when something is wrong with the connection, and says what is safe. */
export function ConnectionLine() {
  const t = useWords()
  const state = useLiveState()
  const long = useStillLost(state)
  const clock = (at: Date) =>
    at.toLocaleTimeString(`${t.language}-u-nu-latn`, { hourCycle: 'h23', timeStyle: 'medium' })

  const line = () => {
    switch (state.status) {
      case 'idle':
      case 'joining':
      case 'live':
        return null
      case 'lost':
        if (!long) return null
        return <p>{state.lastAt ? t('reconnecting', { time: clock(state.lastAt) }) : t('connecting')}</p>
      case 'ended':
        if (state.why === 'signed_out') {
          return (
            <>
              <p>{t('signed_out_here')}</p>
              <Button onClick={() => void signInAgain()}>{t('sign_in_again')}</Button>
            </>
          )
        }
        return (
          <>
            <p>{t('connection_ended')}</p>
            <Button onClick={() => location.reload()}>{t('load_again')}</Button>
          </>
        )
    }
  }
  const shown = line()
  return (
    <div role="status" className={shown ? 'connection' : undefined}>
      {shown && <div>{shown}</div>}
    </div>
  )
}

function useStillLost(state: LiveState): boolean {
  const lost = state.status === 'lost'
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!lost) return
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [lost])
  return lost && long
}
