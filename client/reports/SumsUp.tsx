import type { ReportView } from '@consultation/shared/reports.ts'
import { Name } from '../ui/Name.tsx'
import { useWords } from '../words/index.ts'

/** Of what a summary is, as far as the reader may know of it. */
export function SumsUp({ of: { kind, title } }: { of: NonNullable<ReportView['of']> }) {
  const t = useWords('traces')
  switch (kind) {
    case 'consultation':
      return t('sums_up_consultation')
    case 'list':
      return title ? t.rich('sums_up_list', { title: <Name of={title} /> }) : t('sums_up_a_list')
    case 'session':
      return title ? t.rich('sums_up_session', { title: <Name of={title} /> }) : t('sums_up_a_session')
  }
}
