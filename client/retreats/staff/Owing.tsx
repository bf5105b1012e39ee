import type { GroupView } from '@consultation/shared/retreats.ts'
import { Link } from '../../navigation.tsx'
import { Name } from '../../ui/Name.tsx'
import { useWords } from '../../words/index.ts'

/** Groups that met and have neither signed points nor said why; nothing where there are none. */
export function Owing({ groups }: { groups: readonly GroupView[] }) {
  const t = useWords('retreat')
  if (groups.length === 0) return null
  return (
    <>
      <p>{t('without_signed_points', { count: groups.length })}</p>
      <ul>
        {groups.map(({ sessionId, title }) => (
          <li key={sessionId}>
            <Link to="/sessions/:sessionId/room" params={{ sessionId }}>
              <Name of={title} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
