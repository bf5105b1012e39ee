import { inLanguage } from '@consultation/shared/text.ts'
import type { ReactNode } from 'react'
import { useDelegations } from '../../reference.ts'
import { useWords } from '../../words/index.ts'

type Props = { ids: readonly string[] /** Said before the number of them. */; of?: ReactNode }

/** Some delegations by name, folded under how many they are. */
export function Names({ ids, of }: Props) {
  const t = useWords('retreat')
  const comma = useWords('staff')('list_comma')
  const { sorted } = useDelegations()
  const names = sorted.filter(({ id }) => ids.includes(id)).map(({ names }) => inLanguage(names, t.language).text)
  return (
    <details>
      <summary>
        {of} <span className={of ? 'quiet' : undefined}>{t('count_of_delegations', { count: ids.length })}</span>
      </summary>
      <p>{names.join(comma)}</p>
    </details>
  )
}
