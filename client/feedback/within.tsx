import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { Link } from '../navigation.tsx'
import { Name } from '../ui/Name.tsx'

type OfRetreat = { retreatId: string; title: Translated; reference: string }

/** The retreat a page belongs to, above its heading. */
export const withinRetreat = (
  { retreatId, title, reference }: OfRetreat,
  language: Parameters<typeof inLanguage>[1],
) => ({
  title: inLanguage(title, language).text,
  link: (
    <Link to="/retreats/:retreatId" params={{ retreatId }}>
      <Name of={title} /> · <bdi>{reference}</bdi>
    </Link>
  ),
})
