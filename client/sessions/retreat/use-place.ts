import { type PlaceInRetreat, readPlaceInRetreat } from '@consultation/shared/retreats.ts'
import { useRead } from '../../use-call.ts'

/** Where this session stands in a retreat; null in a session of none, and until that is known. */
export function usePlace(sessionId: string): PlaceInRetreat | null {
  const reading = useRead(readPlaceInRetreat, { params: { sessionId } })
  return reading.status === 'ready' ? reading.view.place : null
}
