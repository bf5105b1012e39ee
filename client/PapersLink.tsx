import { useMe } from './me.tsx'
import { LinkButton } from './ui/Button.tsx'
import { useWords } from './words/index.ts'

type Props = { of: { retreatId: string } | { consultationId: string } | { summaryId: string } }

/** To the papers of a retreat, of a consultation or of a summary, for who may take them out of the house. */
export function PapersLink({ of }: Props) {
  const t = useWords('papers')
  const { may } = useMe()
  if (!may('export.make')) return null
  if ('summaryId' in of)
    return (
      <LinkButton to="/summaries/:summaryId/papers" params={of}>
        {t('to_papers')}
      </LinkButton>
    )
  return 'retreatId' in of ? (
    <LinkButton to="/retreats/:retreatId/papers" params={of}>
      {t('to_papers')}
    </LinkButton>
  ) : (
    <LinkButton to="/consultations/:consultationId/papers" params={of}>
      {t('to_papers')}
    </LinkButton>
  )
}
