import { DelegationsChoice } from '../../DelegationsChoice.tsx'
import { useDelegations } from '../../reference.ts'
import { Checkbox } from '../../ui/Field.tsx'
import { useWords } from '../../words/index.ts'
import type { Plan } from './plan.ts'

type Props = {
  id: string
  error: string | undefined
  invited: Plan['invited']
  change: (invited: Plan['invited']) => void
}

/** Who is invited. Those that are no Member State take part as observers, unless staff say otherwise. */
export function InvitedPart({ id, error, invited, change }: Props) {
  const t = useWords('planning')
  const { delegationOf } = useDelegations()
  const as = new Map(invited.map((one) => [one.delegationId, one.as]))
  const isMember = (delegationId: string) => delegationOf(delegationId)?.kind === 'member'
  const others = invited.filter(({ delegationId }) => !isMember(delegationId))
  const observe = others.every((one) => one.as === 'observer')
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t('session_guests')} <span className="quiet">{t('guests_count', { count: invited.length })}</span>
      </h2>
      {error && <p className="field-error">{error}</p>}
      <DelegationsChoice
        label={t('session_guests')}
        chosen={invited.map(({ delegationId }) => delegationId)}
        change={(how) =>
          change(
            how(invited.map(({ delegationId }) => delegationId)).map((delegationId) => ({
              delegationId,
              as: as.get(delegationId) ?? (isMember(delegationId) || !observe ? 'delegate' : 'observer'),
            })),
          )
        }
      />
      {others.length > 0 && (
        <Checkbox
          label={t('observers_observe', { count: others.length })}
          help={t('observers_observe_help')}
          checked={observe}
          onChange={(checked) =>
            change(
              invited.map((one) =>
                isMember(one.delegationId) ? one : { ...one, as: checked ? 'observer' : 'delegate' },
              ),
            )
          }
        />
      )}
    </section>
  )
}
