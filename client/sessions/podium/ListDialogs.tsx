import { importSpeakers, readSpeakingTime, setSpeakersList, speakersFile } from '@consultation/shared/floor.ts'
import type { ItemView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { type ChangeEvent, useState } from 'react'
import { download, RefusalError } from '../../api.ts'
import { useDelegations, useGroups } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextInput } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Table } from '../../ui/Table.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { inMinutes } from '../Clock.tsx'
import type { Room } from '../use-room.ts'

type Props = { room: Room; item: ItemView; onClose: () => void }

/** The list as a table for a spreadsheet, one taken in from there, and the time that speakers have. */
export function ListDialog({ room, item, onClose }: Props) {
  const t = useWords('podium')
  const importing = useCall(importSpeakers)
  const limiting = useCall(setSpeakersList)
  const [csv, setCsv] = useState('')
  const [state, setState] = useState(String(item.limits.state / 60))
  const [group, setGroup] = useState(String(item.limits.group / 60))
  const [refused, setRefused] = useState<RefusalError | null>(null)
  const params = { itemId: item.id }
  const seconds = (minutes: string) => Math.round(Number(minutes.replace(',', '.')) * 60)
  const [, line, column] = importing.refusal?.field?.split('.') ?? []
  const limitAt = (field: 'state' | 'group') =>
    limiting.refusal?.field === `limits.${field}` ? t('minutes_as_number') : undefined
  const atField = limitAt('state') ?? limitAt('group')

  async function take() {
    const reply = await importing.send({ params, body: { csv } })
    if (!reply) return
    setCsv('')
    tell(t('speakers_taken_in', { added: reply.added, known: reply.known }))
  }
  async function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? []
    if (file) setCsv(await file.text())
    // The same file can be chosen again once it has been mended.
    currentTarget.value = ''
  }
  async function limit() {
    const limits = { state: seconds(state), group: seconds(group) }
    if (await limiting.send({ params, body: { open: item.listOpen, limits } })) tell(t('limits_are_set'))
  }
  return (
    <Dialog open title={t('list_and_times')} onClose={onClose} wide>
      <div className="stack">
        <RefusalNotice refusal={atField ? null : limiting.refusal} />
        <div className="controls-fields alike">
          <TextInput
            label={t('minutes_for_state')}
            error={limitAt('state')}
            inputMode="decimal"
            value={state}
            onChange={setState}
          />
          <TextInput
            label={t('minutes_for_group')}
            error={limitAt('group')}
            inputMode="decimal"
            value={group}
            onChange={setGroup}
          />
        </div>
        <div>
          <Button busy={limiting.status === 'sending'} onClick={() => void limit()}>
            {t('set_limits')}
          </Button>
        </div>
        {room.view.sessions[0]?.mode === 'attributed' && (
          <div>
            <RefusalNotice refusal={refused} />
            <Button
              kind="quiet"
              onClick={() =>
                void download(speakersFile, { params }).catch((error: unknown) =>
                  setRefused(error instanceof RefusalError ? error : new RefusalError({ code: 'unexpected' })),
                )
              }
            >
              {t('list_as_table')}
            </Button>
          </div>
        )}
        <RefusalNotice refusal={importing.refusal}>
          {line && <p>{column ? t('at_line_and_column', { line, column }) : t('at_line', { line })}</p>}
        </RefusalNotice>
        <TextArea
          label={t('take_in_list')}
          help={t('take_in_list_help')}
          rows={5}
          dir="ltr"
          value={csv}
          onChange={setCsv}
        />
        <div className="row">
          <label className="button plain">
            {t('choose_a_file')}
            <input type="file" className="visually-hidden" accept=".csv,text/csv,text/plain" onChange={choose} />
          </label>
          <Button busy={importing.status === 'sending'} onClick={() => csv.trim() !== '' && void take()}>
            {t('take_in')}
          </Button>
        </div>
        <Actions>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}

/** Time spoken over the sessions of the consultation, and who of those invited was never heard: for the chair, to call on them. */
export function SpeakingTimeDialog({ room, onClose }: Omit<Props, 'item'>) {
  const t = useWords('podium')
  const times = useRead(readSpeakingTime, { params: { sessionId: room.view.sessionId } })
  const { nameOf } = useDelegations()
  const { regionName } = useGroups()
  const named = (id: string) => inLanguage(nameOf(id), t.language).text
  return (
    <Dialog open title={t('who_has_spoken')} onClose={onClose} wide>
      <div className="stack">
        <p className="quiet">{t('who_has_spoken_help')}</p>
        {times.status === 'loading' && <Skeleton lines={4} />}
        {times.status === 'refused' && <RefusalNotice refusal={times.refusal} />}
        {times.status === 'ready' && (
          <>
            <Table caption={t('by_regional_group')}>
              <thead>
                <tr>
                  <th scope="col">{t('regional_group_column')}</th>
                  <th scope="col" className="number">
                    {t('interventions_column')}
                  </th>
                  <th scope="col" className="number">
                    {t('time_column')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {times.view.regions.map(({ region, interventions, ms }) => (
                  <tr key={region ?? ''}>
                    <th scope="row">
                      {region ? inLanguage(regionName(region), t.language).text : t('outside_regional_groups')}
                    </th>
                    <td className="number">{interventions}</td>
                    <td className="number">{inMinutes(ms)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
            <Table caption={t('by_delegation')}>
              <thead>
                <tr>
                  <th scope="col">{t('delegation_label')}</th>
                  <th scope="col" className="number">
                    {t('interventions_column')}
                  </th>
                  <th scope="col" className="number">
                    {t('time_column')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {times.view.delegations.map(({ delegationId, interventions, ms }) => (
                  <tr key={delegationId}>
                    <th scope="row">{named(delegationId)}</th>
                    <td className="number">{interventions}</td>
                    <td className="number">{inMinutes(ms)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
            {times.view.notYetHeard.length > 0 && (
              <details>
                <summary>{t('not_yet_heard', { count: times.view.notYetHeard.length })}</summary>
                <p>{times.view.notYetHeard.map(named).join(t('between_names'))}</p>
              </details>
            )}
          </>
        )}
        <Actions>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
