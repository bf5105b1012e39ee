import { type ConvergenceView, readConvergence } from '@consultation/shared/feedback.ts'
import { streams } from '@consultation/shared/live.ts'
import type { ReactNode } from 'react'
import { useFollow } from '../../follow.ts'
import { useSearch } from '../../navigation.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { RadioGroup } from '../../ui/Field.tsx'
import { refresh } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Scale } from './Bars.tsx'

/** Staff and the Review Team see figures as they come, everybody else when they are given out. */
export function useConvergenceLive(view: ConvergenceView) {
  const t = useWords('convergence')
  const again = () => void refresh(readConvergence, { retreatId: view.retreatId })
  useFollow(view.may.release ? streams.retreatStaff(view.retreatId) : null, () => 'now', again)
  useFollow(
    streams.retreatAll(view.retreatId),
    (kind) => (kind === 'convergence.released' ? 'now' : 'never'),
    again,
    ({ kind }) => {
      if (kind === 'convergence.released' && !view.may.release) announce(t('announce_released'))
    },
  )
}

/** In States, or for each row in hundredths of those with a position; it stands in the address. */
export function useScale(): [Scale, ReactNode] {
  const t = useWords('convergence')
  const [{ scale: asked }, setSearch] = useSearch('scale')
  const scale: Scale = asked === 'share' ? 'share' : 'states'
  return [
    scale,
    <div key="scale" className="no-print plot-scale">
      <RadioGroup
        label={t('scale_label')}
        value={scale}
        onChange={(next) => setSearch({ scale: next === 'share' ? 'share' : '' })}
        options={[
          { value: 'states', label: t('scale_states') },
          { value: 'share', label: t('scale_share') },
        ]}
      />
    </div>,
  ]
}
