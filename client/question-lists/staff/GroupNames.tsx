import { useGroups } from '../../reference.ts'
import { Name } from '../../ui/Name.tsx'

/** Several groups under one another, and one by one to who listens. */
export function GroupNames({ ids }: { ids: readonly string[] }) {
  const { groupOf } = useGroups()
  if (ids.length === 0) return null
  return (
    <ul className="place-groups">
      {ids.map((id) => (
        <li key={id}>
          <Name of={groupOf(id)?.names ?? {}} />
        </li>
      ))}
    </ul>
  )
}
