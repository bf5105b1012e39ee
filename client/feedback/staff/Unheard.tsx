import { readUnheard } from '@consultation/shared/feedback.ts'
import { REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import { useDelegations, useGroups } from '../../reference.ts'
import { Name } from '../../ui/Name.tsx'
import type { MarkShape } from '../../ui/StateMark.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

const KINDS = [
  { kind: 'silent', word: 'unheard_silent', shape: 'empty' },
  { kind: 'awaiting', word: 'unheard_awaiting', shape: 'part' },
  { kind: 'covered', word: 'unheard_covered', shape: 'covered' },
  { kind: 'unclear', word: 'unheard_unclear', shape: 'attention' },
] as const satisfies { kind: string; word: string; shape: MarkShape }[]

/** Who has not been heard on a version, by regional group: for staff, so that nobody is forgotten. */
export function Unheard({ retreatId, versionId }: { retreatId: string; versionId: string }) {
  const t = useWords('convergence')
  const unheard = useView(readUnheard, { params: { retreatId, versionId } })
  const { inProtocolOrder, nameOf } = useDelegations()
  const { regionName } = useGroups()
  const count = KINDS.reduce((sum, { kind }) => sum + unheard[kind].length, 0)
  const regionOf = new Map(inProtocolOrder.map(({ id, regionalGroup }) => [id, regionalGroup]))
  const regions = [...REGIONAL_GROUPS, null].flatMap((region) => {
    const kinds = KINDS.map(({ kind, word, shape }) => ({
      kind,
      word,
      shape,
      ids: unheard[kind].filter((id) => (regionOf.get(id) ?? null) === region),
    })).filter(({ ids }) => ids.length > 0)
    return kinds.length > 0 ? [{ region, kinds }] : []
  })
  return (
    <section className="stack unheard" aria-labelledby="unheard">
      <h2 id="unheard">{t('unheard_title', { count })}</h2>
      <p className="small quiet">{t('unheard_lead')}</p>
      {regions.map(({ region, kinds }) => (
        <details key={region ?? 'none'}>
          <summary>
            {region ? <Name of={regionName(region)} /> : t('outside_regions')}{' '}
            <span className="quiet">
              {t('unheard_count', { count: kinds.reduce((sum, { ids }) => sum + ids.length, 0) })}
            </span>
          </summary>
          {kinds.map(({ kind, word, shape, ids }) => (
            <div key={kind}>
              <p className="small">
                <StateMark shape={shape}>{t(word, { count: ids.length })}</StateMark>
              </p>
              <ul className="unheard-names">
                {ids.map((id) => (
                  <li key={id}>
                    <Name of={nameOf(id)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      ))}
    </section>
  )
}
