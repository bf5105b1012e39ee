import { TRACKS } from '@consultation/shared/consultations.ts'
import type { ReplyOf } from '@consultation/shared/contract.ts'
import type { readTracks } from '@consultation/shared/measures.ts'
import { isHeldUp } from '@consultation/shared/rules/measures.ts'
import { allConsultations, presentSummary } from '../consultations/consultations.ts'
import type { Tx } from '../database/database.ts'
import { dayOf } from '../people/groups.ts'
import { linesOf } from './measures.ts'
import { measureDependencies, measures } from './tables.ts'

/** How the tracks link up: what row-level security leaves of the measures, and of what depends on what where both are left. */
export async function tracksOf(tx: Tx, now: Date): Promise<ReplyOf<typeof readTracks>> {
  const today = dayOf(now)
  const consultations = await allConsultations(tx)
  const ids = await tx.select({ id: measures.id }).from(measures)
  const lines = await linesOf(
    tx,
    ids.map(({ id }) => id),
    now,
  )
  const dependencies = await tx.select().from(measureDependencies)
  return {
    today,
    tracks: TRACKS.map((track) => ({
      track,
      consultations: consultations
        .filter((one) => one.track === track)
        .sort((a, b) => a.reference.localeCompare(b.reference))
        .map((one) => ({
          ...presentSummary(one),
          milestones: one.milestones,
          measures: [...lines.values()]
            .filter(({ consultationId }) => consultationId === one.id)
            .sort((a, b) => a.number - b.number),
        })),
    })),
    dependencies: dependencies.flatMap(({ measureId, needs }) => {
      const [waiting, needed] = [lines.get(measureId), lines.get(needs)]
      return waiting && needed ? [{ measureId, needs, holdsUp: isHeldUp(waiting, needed, today) }] : []
    }),
  }
}
