import type { FindingConvergence, MoveFigures, StanceFigures } from '@consultation/shared/feedback.ts'
import { type Leaning, leaningOf, type MOVES, type Region } from '@consultation/shared/rules/convergence.ts'
import { FEEDBACK_STANCES, type FeedbackStance } from '@consultation/shared/rules/feedback.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useGroups } from '../../reference.ts'
import { useWords } from '../../words/index.ts'
import { STANCE } from '../said.ts'
import type { BarRow, Key } from './Bars.tsx'
import { LEANING, MOVE, MOVE_FILL, STANCE_FILL } from './kinds.ts'

export function useStanceKeys(): Key<FeedbackStance> {
  const s = useWords('stances')
  return { order: FEEDBACK_STANCES, name: (key) => s(STANCE[key].word), fills: STANCE_FILL }
}

type Move = (typeof MOVES)[number]
/** From nearer to support to farther from it. */
const MOVE_ORDER: readonly Move[] = ['towards', 'taken', 'same', 'opened', 'away']

export function useMoveKeys(): Key<Move> {
  const t = useWords('convergence')
  return { order: MOVE_ORDER, name: (key) => t(MOVE[key]), fills: MOVE_FILL }
}

/** Regional groups by the names the Organization gives them; those shown together in one sentence. */
export function useRegionsName(): (regions: readonly Region[]) => string {
  const t = useWords('convergence')
  const { regionName } = useGroups()
  const list = new Intl.ListFormat(t.language, { type: 'conjunction' })
  return (regions) =>
    list.format(
      regions.map((region) => (region ? inLanguage(regionName(region), t.language).text : t('outside_regions'))),
    )
}

/** All States first, then each regional group, or those that are shown together. */
export function useRegionRows(): <K extends string>(figures: {
  answered: number
  all: { keys: K[]; figure: number }[] | null
  parts: { regions: Region[]; answered: number; figures: { keys: K[]; figure: number }[] | null }[]
}) => BarRow<K>[] {
  const t = useWords('convergence')
  const regionsName = useRegionsName()
  return ({ answered, all, parts }) => [
    { id: 'all', label: t('every_state'), answered, figures: all },
    ...parts.map(({ regions, answered: heard, figures }) => ({
      id: regions.join() || 'none',
      label: regionsName(regions),
      answered: heard,
      figures,
    })),
  ]
}

/** Which groups lean where: the sentence that says how a finding divides. */
export function useLeanings(): (figures: StanceFigures) => { leaning: Leaning; sentence: string }[] {
  const t = useWords('convergence')
  const regionsName = useRegionsName()
  return ({ parts }) => {
    const by = Map.groupBy(parts, ({ figures }) => (figures ? leaningOf(figures) : null))
    return (['supports', 'divided', 'concerned', 'open'] as const).flatMap((leaning) => {
      const those = by.get(leaning) ?? []
      if (those.length === 0) return []
      return [{ leaning, sentence: t(LEANING[leaning], { groups: regionsName(those.flatMap((one) => one.regions)) }) }]
    })
  }
}

/** What moved since the version before, in a line. */
export function useMovedLine(): (moves: MoveFigures | null) => string | null {
  const t = useWords('convergence')
  return (moves) => {
    if (!moves?.all) return null
    const of = (wanted: readonly Move[]) => {
      const parts = moves.all?.filter(({ keys }) => keys.every((key) => wanted.includes(key))) ?? []
      const told = parts.reduce((sum, { keys }) => sum + keys.length, 0)
      return told === wanted.length ? parts.reduce((sum, { figure }) => sum + figure, 0) : null
    }
    const [towards, away] = [of(['towards']), of(['away'])]
    return towards === null || away === null ? null : t('moved_line', { towards, away, count: moves.answered })
  }
}

export const newestOf = (finding: FindingConvergence) => finding.versions[0]
