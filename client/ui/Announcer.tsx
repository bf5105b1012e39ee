import { useSyncExternalStore } from 'react'

// What happens while somebody reads is told once every few seconds, all of it together, and never interrupts.
const GATHER_MS = 5_000
let waiting: string[] = []
let said = ''
let gathering = false
const listeners = new Set<() => void>()

/** Says it politely to a screen reader. The sentence is already worded. */
export function announce(sentence: string) {
  if (!waiting.includes(sentence)) waiting.push(sentence)
  if (gathering) return
  gathering = true
  setTimeout(() => {
    gathering = false
    said = waiting.join(' ')
    waiting = []
    for (const listener of listeners) listener()
  }, GATHER_MS)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Announcer() {
  const now = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="visually-hidden no-print" role="log" aria-live="polite">
      {now}
    </div>
  )
}
