import type { ConsultationSummary } from '@consultation/shared/consultations.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import type { z } from 'zod'
import { Link } from '../navigation.tsx'
import { Name } from '../ui/Name.tsx'
import { useLanguage } from '../words/index.ts'

/** The consultation above the title of a page. */
export function useWithin({ id, title }: z.infer<typeof ConsultationSummary>) {
  return {
    title: inLanguage(title, useLanguage()).text,
    link: (
      <Link to="/consultations/:consultationId" params={{ consultationId: id }}>
        <Name of={title} />
      </Link>
    ),
  }
}
