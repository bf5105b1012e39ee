import { DelegationsChoice } from '../../DelegationsChoice.tsx'
import { useWords } from '../../words/index.ts'
import type { Editing } from './TextsPart.tsx'

/** To whom the list goes. */
export function AddresseesPart({ body, change }: Editing) {
  const t = useWords('staff')
  return (
    <section className="part" aria-labelledby="addressees">
      <h2 id="addressees" tabIndex={-1}>
        {t('part_addressees')}{' '}
        <span className="quiet">{t('delegations_count', { count: body.addresseeIds.length })}</span>
      </h2>
      <DelegationsChoice
        label={t('part_addressees')}
        chosen={body.addresseeIds}
        change={(how) => change((now) => ({ ...now, addresseeIds: how(now.addresseeIds) }))}
      />
    </section>
  )
}
