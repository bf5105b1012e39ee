import { formatDate } from '@consultation/shared/house-style.ts'
import { addGroupSpeaker, type GroupView, listGroups, removeGroupSpeaker } from '@consultation/shared/people.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { useState } from 'react'
import { useMe } from '../me.tsx'
import { useDelegations } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextInput } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { tell } from '../ui/Toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

export function Group({ group, day }: { group: GroupView; day: string }) {
  const t = useWords('people')
  const { may } = useMe()
  const { nameOf, sorted } = useDelegations()
  const removing = useCall(removeGroupSpeaker)
  const [naming, setNaming] = useState(false)
  const members = sorted.filter(({ id }) => group.memberIds.includes(id))
  const date = (on: string) => formatDate(on, t.language)

  async function remove(speakerId: string) {
    if (!(await removing.send({ params: { groupId: group.id, speakerId } }))) return
    tell(t('speaker_removed'))
    await refresh(listGroups)
  }

  return (
    <section className="stack group-shown" aria-labelledby="group">
      <h2 id="group">
        <Name of={group.names} />
      </h2>
      <div className="stack">
        <h3>{t('speaks_for_group')}</h3>
        {group.speakers.length === 0 ? (
          <p className="quiet">{t('nobody_speaks')}</p>
        ) : (
          <ul className="speakers">
            {group.speakers.map(({ id, delegationId, from, until }) => (
              <li key={id}>
                <span>
                  <Name of={nameOf(delegationId)} />{' '}
                  <span className="quiet">
                    {until
                      ? t('speaks_from_until', { from: date(from), until: date(until) })
                      : t('speaks_from', { from: date(from) })}
                  </span>
                </span>
                {may('group.manage') && (
                  <Button
                    kind="quiet"
                    aria-label={t('remove_speaker', { delegation: inLanguage(nameOf(delegationId), t.language).text })}
                    busy={removing.status === 'sending'}
                    onClick={() => void remove(id)}
                  >
                    {t('take_away')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <RefusalNotice refusal={removing.refusal} />
        {may('group.manage') && (
          <div>
            <Button onClick={() => setNaming(true)}>{t('name_speaker')}</Button>
          </div>
        )}
      </div>
      <div>
        <h3>{t('members_of_day', { day: date(day) })}</h3>
        {!group.complete && <p className="small quiet">{t('only_certain_members')}</p>}
        {members.length === 0 ? (
          <p className="quiet">{t('no_members_known')}</p>
        ) : (
          <ul className="group-members">
            {members.map(({ id, names }) => (
              <li key={id}>
                <Name of={names} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {naming && <NameSpeaker group={group} onClose={() => setNaming(false)} />}
    </section>
  )
}

/** Chairs rotate: who speaks is named from a day, and until another. */
function NameSpeaker({ group, onClose }: { group: GroupView; onClose: () => void }) {
  const t = useWords('people')
  const { sorted } = useDelegations()
  const { send, status, refusal } = useCall(addGroupSpeaker)
  const form = useForm<{ delegationId: string | null; from: string; until: string }>(
    { delegationId: null, from: dayIn(new Date(), NEW_YORK), until: '' },
    refusal,
  )
  const [incomplete, setIncomplete] = useState(false)
  const { id, value, onChange, error } = form.field('delegationId')
  return (
    <Dialog open title={t.rich('name_speaker_title', { group: <Name of={group.names} /> })} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async ({ delegationId, from, until }) => {
          if (!delegationId) return setIncomplete(true)
          const body = { delegationId, from, until: until || null }
          if (!(await send({ params: { groupId: group.id }, body }))) return
          tell(t('speaker_named'))
          await refresh(listGroups)
          onClose()
        })}
      >
        <ErrorSummary
          form={form}
          refusal={refusal}
          labels={{ delegationId: t('delegation_column'), from: t('speaker_from'), until: t('speaker_until') }}
        />
        <Combobox
          label={t('delegation_column')}
          {...{ id, value, onChange }}
          error={error ?? (incomplete && !value ? t('required') : undefined)}
          options={sorted.map((one) => ({ value: one.id, label: inLanguage(one.names, t.language).text }))}
        />
        <TextInput type="date" label={t('speaker_from')} {...form.field('from')} />
        <TextInput
          type="date"
          label={t('speaker_until')}
          optional
          help={t('speaker_until_help')}
          {...form.field('until')}
        />
        <Actions>
          <Button kind="filled" type="submit" busy={status === 'sending'}>
            {t('name_speaker')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
