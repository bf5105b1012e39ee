import { useSyncExternalStore } from 'react'

const WIDE = matchMedia('(min-width: 60rem)')

const subscribe = (listener: () => void) => {
  WIDE.addEventListener('change', listener)
  return () => WIDE.removeEventListener('change', listener)
}

/** Whether a table of many columns has room. */
export const useWide = () => useSyncExternalStore(subscribe, () => WIDE.matches)
