import { useSyncExternalStore } from 'react'

const hookOf = (query: string) => {
  const list = matchMedia(query)
  const subscribe = (listener: () => void) => {
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => list.matches)
}

/** Whether a table of many columns has room. Paper has: it gets the table, and nothing that would still have to be waited for. */
export const useWide = hookOf('(min-width: 60rem), print')

/** Whether it is as narrow as a phone. */
export const useNarrow = hookOf('screen and (width < 40rem)')
