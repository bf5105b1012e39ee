import type { Seat, SpeakerView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useDelegations, useGroups } from '../reference.ts'
import { useWords } from '../words/index.ts'

/** Who speaks, as far as it may be shown. Waits for the names (Suspense). */
export function useSeatName(): (seat: Seat) => string {
  const t = useWords('rooms')
  const { nameOf } = useDelegations()
  const { groupOf } = useGroups()
  const named = (id: string) => inLanguage(nameOf(id), t.language).text
  return (seat) => {
    switch (seat.kind) {
      case 'delegation':
        return named(seat.delegationId)
      case 'group':
        return t('for_group', {
          delegation: named(seat.delegationId),
          group: inLanguage(groupOf(seat.groupId)?.names ?? {}, t.language).text,
        })
      case 'podium':
        return t('the_podium')
      case 'report':
        return inLanguage(seat.title, t.language).text
      case 'withheld':
        return t('a_delegation')
    }
  }
}

export function SeatName({ seat }: { seat: Seat }) {
  return <>{useSeatName()(seat)}</>
}

/** In which capacity, where the seat does not say it already. */
export function CapacityMark({ speaker }: { speaker: SpeakerView }) {
  const t = useWords('rooms')
  if (speaker.capacity === 'national' || speaker.capacity === 'group') return null
  return <span className="small floor-capacity">{t('capacity', { capacity: speaker.capacity })}</span>
}
