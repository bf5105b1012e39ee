import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import type { FindingPut, GroupView } from '@consultation/shared/retreats.ts'
import type { RoomRole } from '@consultation/shared/rules/rooms.ts'
import { useWords } from '../words/index.ts'
import { Findings } from './Findings.tsx'

const PART = {
  chair: 'part_chair',
  moderator: 'part_moderator',
  rapporteur: 'part_rapporteur',
  note_taker: 'part_note_taker',
} as const satisfies Record<RoomRole, string>

/** Where a group meets, in which languages, who leads it and what it discusses. */
export function GroupFacts({ group, findings }: { group: GroupView; findings: readonly FindingPut[] }) {
  const t = useWords('retreat-delegate')
  const own = findings.filter(({ findingId }) => group.findingIds.includes(findingId))
  return (
    <>
      <p className="small">
        {group.place && (
          <>
            <bdi>{group.place}</bdi>
            {' · '}
          </>
        )}
        {group.interpretation.length === 0
          ? t('without_interpretation')
          : group.interpretation.map((language, at) => (
              <span key={language}>
                {at > 0 && ' · '}
                <bdi lang={language}>{LANGUAGE_NAMES[language]}</bdi>
              </span>
            ))}
      </p>
      {group.roles
        .filter(({ role }) => role !== 'note_taker')
        .map(({ personId, name, role }) => (
          <p key={`${personId} ${role}`} className="small">
            {t(PART[role])}: <bdi>{name}</bdi>
          </p>
        ))}
      {own.length > 0 && <Findings findings={own} brief />}
    </>
  )
}
