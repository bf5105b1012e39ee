import { listOffice } from '@consultation/shared/people.ts'
import { ROOM_ROLES, type RoomRole } from '@consultation/shared/rules/rooms.ts'
import { assignRoles, readSession, type SessionView } from '@consultation/shared/sessions.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Table } from '../../ui/Table.tsx'
import { renew, useCall, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

export const ROLE = {
  chair: 'role_chair',
  moderator: 'role_moderator',
  rapporteur: 'role_rapporteur',
  note_taker: 'role_note_taker',
} as const satisfies Record<RoomRole, string>

type Part = { personId: string; role: RoomRole }

/** Who chairs, moderates, reports and takes notes. Only the chair or an administrator hands over the chair. */
export function Roles({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useWords('planning')
  const office = useRead(listOffice, {})
  const { send, status, refusal } = useCall(assignRoles)
  const [parts, setParts] = useState<Part[]>(session.roles.map(({ personId, role }) => ({ personId, role })))
  const params = { sessionId: session.id }
  const has = (personId: string, role: RoomRole) =>
    parts.some((part) => part.personId === personId && part.role === role)

  const give = (personId: string, role: RoomRole, given: boolean) =>
    setParts((now) => [
      ...now.filter((part) => part.role !== role || (role !== 'chair' && part.personId !== personId)),
      ...(given ? [{ personId, role }] : []),
    ])

  async function save() {
    const theirs = refusal?.code === 'changed_meanwhile' ? (refusal.current as SessionView) : null
    const reply = await send({ params, body: { roles: parts }, revision: theirs?.revision ?? session.revision })
    if (!reply) return
    renew(readSession, { params }, reply)
    onClose()
  }

  /** The staff and the Review Team of today, and whoever has a part from before. */
  const people = new Map(session.roles.map(({ personId, name }) => [personId, name]))
  if (office.status === 'ready')
    for (const { personId, personName, role } of office.view.members)
      if (personId && role !== 'administrator') people.set(personId, personName)

  return (
    <Dialog open wide title={t('give_out_parts')} onClose={onClose}>
      <div className="stack">
        <p className="quiet">{t(session.may.handOver ? 'parts_help' : 'parts_help_no_chair')}</p>
        {office.status === 'loading' ? (
          <Skeleton />
        ) : (
          <Table caption={<span className="visually-hidden">{t('parts_in_room')}</span>}>
            <thead>
              <tr>
                <th scope="col">{t('part_person_column')}</th>
                {ROOM_ROLES.map((role) => (
                  <th key={role} scope="col">
                    {t(ROLE[role])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...people].map(([personId, name]) => (
                <tr key={personId}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  {ROOM_ROLES.map((role) => (
                    <td key={role}>
                      <label className="choice">
                        <input
                          type={role === 'chair' ? 'radio' : 'checkbox'}
                          name={role}
                          checked={has(personId, role)}
                          disabled={role === 'chair' && !session.may.handOver}
                          onChange={(event) => give(personId, role, event.target.checked)}
                        />
                        <span className="visually-hidden">{t('person_as', { name, role: t(ROLE[role]) })}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        <RefusalNotice refusal={office.status === 'refused' ? office.refusal : refusal} />
        <Actions>
          <Button kind="filled" busy={status === 'sending'} onClick={() => void save()}>
            {t('save_session')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
