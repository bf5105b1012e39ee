import { useState } from 'react'

/**
 * What somebody is changing, as it stood when they began. Pages follow what others do: without this, words typed over an older
 * text would be sent as if the newer one had been read. `newer` is what stands there by now, where that differs.
 */
export function useSeen<V extends { revision: number }>(now: V | null) {
  const [seen, setSeen] = useState(now)
  const newer = now && seen && now.revision !== seen.revision ? now : null
  return { revision: seen?.revision ?? 0, newer, goOn: () => setSeen(now) }
}
