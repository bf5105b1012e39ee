import { useState } from 'react'
import { keptAt } from '../kept.ts'
import { useMe } from '../me.tsx'

/**
 * What is being typed in a room, kept on this device until it is sent: a refusal, a lost line or a closed tab costs no word.
 * `forget` after the server has it.
 */
export function useKept<T>(sessionId: string, place: string, empty: T, fits: (value: unknown) => value is T) {
  const { person } = useMe()
  const [kept] = useState(() => keptAt(person.id, sessionId, place))
  const [value, setValue] = useState<T>(() => {
    const found = kept.read()
    return fits(found) ? found : empty
  })
  return {
    value,
    change(next: T) {
      setValue(next)
      kept.write(next)
    },
    forget() {
      setValue(empty)
      kept.remove()
    },
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string'
