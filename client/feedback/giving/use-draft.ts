import { useState } from 'react'
import { keptAt } from '../../kept.ts'
import { useMe } from '../../me.tsx'
import { type Draft, isDraft } from './draft.ts'

type Place = { retreatId: string; delegationId: string; findingId: string; groupId: string | null }

const placeOf = (personId: string, { retreatId, delegationId, findingId, groupId }: Place) =>
  keptAt(personId, `${retreatId} ${delegationId}`, `feedback ${findingId} ${groupId ?? 'own'}`)

/** What is being written, kept on this device letter by letter: a refusal, a lost line or a closed tab costs no word. */
export function useDraft(place: Place) {
  const { person } = useMe()
  const [kept] = useState(() => placeOf(person.id, place))
  const [draft, setDraft] = useState<Draft | null>(() => {
    const found = kept.read()
    return isDraft(found) ? found : null
  })
  /** Grows when the words were replaced by some that were not typed here. */
  const [arrival, setArrival] = useState(0)
  return {
    draft,
    arrival,
    change(next: Draft) {
      setDraft(next)
      kept.write(next)
    },
    replace(next: Draft | null) {
      setDraft(next)
      setArrival((now) => now + 1)
      if (next) kept.write(next)
      else kept.remove()
    },
  }
}

/** Whether words to this finding lie on this device. */
export const isBegun = (personId: string, place: Place) => isDraft(placeOf(personId, place).read())
