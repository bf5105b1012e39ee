import type { ListView } from '@consultation/shared/question-lists.ts'
import { When } from './ui/When.tsx'
import { useWords } from './words/index.ts'

/** Until when the list takes responses, or since when it takes none or marks them as late. */
export function DeadlineLine({ list }: { list: ListView }) {
  const t = useWords('answering')
  if (!list.closesAt) return null
  const when = <When at={list.closesAt} weekday />
  switch (list.open) {
    case 'not_open':
    case 'open':
      return t.rich('answer_by', { when })
    case 'late':
      return t.rich('deadline_passed_late', { when })
    case 'closed':
      return list.closedAt
        ? t.rich('list_closed_on', { when: <When at={list.closedAt} /> })
        : t.rich('deadline_passed', { when })
  }
}
