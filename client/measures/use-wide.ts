import { useSyncExternalStore } from 'react'

// Paper has room: it gets the table, and nothing that would still have to be waited for while it prints.
const WIDE = matchMedia('(min-width: 60rem), print')

const subscribe = (listener: () => void) => {
  WIDE.addEventListener('change', listener)
  return () => WIDE.removeEventListener('change', listener)
}

/** Whether a table of many columns has room. */
export const useWide = () => useSyncExternalStore(subscribe, () => WIDE.matches)
