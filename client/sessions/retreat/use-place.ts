import { type PlaceInRetreat, readPlaceInRetreat } from '@consultation/shared/retreats.ts'
import { useState } from 'react'
import { useRead } from '../../use-call.ts'

/**
 * Where this session stands in a retreat; null in a session of none, and until that is known. Whoever is no longer let in is told
 * where the room stood: one that is moved has to find the way.
 */
export function usePlace(sessionId: string): PlaceInRetreat | null {
  const reading = useRead(readPlaceInRetreat, { params: { sessionId } })
  const read = reading.status === 'ready' ? reading.view.place : null
  const [known, setKnown] = useState(read)
  if (read !== null && read !== known) setKnown(read)
  return read ?? known
}
