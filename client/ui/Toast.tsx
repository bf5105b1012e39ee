import { useEffect, useId, useSyncExternalStore } from 'react'
import { useHere } from '../navigation.tsx'
import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'

type Line = { text: string; undo?: () => void; at: number; until: number }
const USUAL_MS = 8_000
/** Who says something and then goes to another page means it to be read there. */
const CARRIED_MS = 1_000
/** What everyone sees can be taken back for so long. */
export const UNDO_MS = 30_000

let line: Line | null = null
/** The page's own place, and that of each open dialog above it: behind a dialog nothing can be read or pressed. */
let places: readonly string[] = []
const listeners = new Set<() => void>()
function tellAll() {
  for (const listener of listeners) listener()
}
function say(next: Line | null) {
  line = next
  tellAll()
}

/** Says at the foot of the page what was done; with `undo` for thirty seconds, and a way back. */
export function tell(text: string, undo?: () => void) {
  say({ text, ...(undo && { undo }), at: Date.now(), until: Date.now() + (undo ? UNDO_MS : USUAL_MS) })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toast() {
  const t = useWords()
  const place = useId()
  const now = useSyncExternalStore(subscribe, () => (places.at(-1) === place ? line : null))
  useEffect(() => {
    places = [...places, place]
    tellAll()
    return () => {
      places = places.filter((one) => one !== place)
      tellAll()
    }
  }, [place])
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => say(null), now.until - Date.now())
    return () => clearTimeout(timer)
  }, [now])
  const { pathname } = useHere()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going to another page ends it
  useEffect(() => {
    if (line && !line.undo && Date.now() - line.at > CARRIED_MS) say(null)
  }, [pathname])
  return (
    <div role="status">
      {now && (
        <div className="toast">
          <span>{now.text}</span>
          {now.undo && (
            <Button
              kind="quiet"
              onClick={() => {
                now.undo?.()
                say(null)
              }}
            >
              {t('undo')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => say(null)}>
            {t('close')}
          </Button>
        </div>
      )}
    </div>
  )
}
