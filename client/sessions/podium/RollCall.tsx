import { markAttendance } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useDelegations } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'

/** Who is there: those whose device said so, and those whom the podium called. */
export function RollCall({ room: { view } }: { room: Room }) {
  const t = useWords('podium')
  const { sorted, nameOf } = useDelegations()
  const marking = useCall(markAttendance)
  const mayMark = view.may['attendance.mark'] && view.sessions[0]?.state === 'open'
  const named = (id: string) => inLanguage(nameOf(id), t.language).text
  const mark = (delegationId: string, present: boolean) =>
    void marking.send({ params: { sessionId: view.sessionId, delegationId }, body: { present } })
  const there = view.attendances
    .map(({ delegationId }) => ({ delegationId, name: named(delegationId) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, t.language))
  return (
    <details>
      <summary>{t('present_count', { count: there.length })}</summary>
      <div className="stack">
        <RefusalNotice refusal={marking.refusal} />
        {mayMark && (
          <Combobox
            label={t('mark_present')}
            value={null}
            onChange={(id) => id && mark(id, true)}
            options={sorted
              .filter(({ id }) => !there.some(({ delegationId }) => delegationId === id))
              .map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text }))}
          />
        )}
        <ul className="plain-list">
          {there.map(({ delegationId, name }) => (
            <li key={delegationId}>
              <bdi>{name}</bdi>{' '}
              {mayMark && (
                <Button
                  kind="quiet"
                  aria-label={t('mark_absent_of', { delegation: name })}
                  onClick={() => mark(delegationId, false)}
                >
                  {t('mark_absent')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
