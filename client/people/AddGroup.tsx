import { addGroup, listGroups } from '@consultation/shared/people.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useDelegations } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Checkbox } from '../ui/Field.tsx'
import { LanguageTabs } from '../ui/LanguageTabs.tsx'
import { Name } from '../ui/Name.tsx'
import { tell } from '../ui/Toast.tsx'
import { TranslatedField } from '../ui/TranslatedField.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Props = { onClose: () => void; onAdded: (groupId: string) => void }

/** A group that the reference data does not have: its name, and who belongs to it. */
export function AddGroup({ onClose, onAdded }: Props) {
  const t = useWords('people')
  const { sorted } = useDelegations()
  const { send, status, refusal } = useCall(addGroup)
  const form = useForm<{ names: Translated; memberIds: string[] }>({ names: {}, memberIds: [] }, refusal)
  const [language, setLanguage] = useState(t.language)
  const { names, memberIds } = form.values
  const members = form.field('memberIds')

  async function add() {
    const written = Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ''))
    const reply = await send({ body: { names: written, memberIds } })
    if (!reply) return
    tell(t('group_added'))
    await refresh(listGroups)
    onAdded(reply.id)
    onClose()
  }

  return (
    <Dialog open wide title={t('add_group')} onClose={onClose}>
      <form className="stack" noValidate onSubmit={form.onSubmit(add)}>
        <ErrorSummary
          form={form}
          refusal={refusal}
          labels={{ names: t('group_name'), memberIds: t('group_members') }}
        />
        <LanguageTabs label={t('group_name')} value={language} onChange={setLanguage} />
        <TranslatedField
          label={t('group_name')}
          id={form.field('names').id}
          error={form.field('names').error}
          value={names}
          onChange={(value) => form.set('names', value)}
          language={language}
          beside={null}
        />
        <fieldset className="field" id={members.id} tabIndex={-1}>
          <legend>
            {t('group_members')} <span className="quiet">{t('members_number', { count: memberIds.length })}</span>
          </legend>
          {members.error && <p className="field-error">{members.error}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <ul className="group-choices" tabIndex={0} aria-label={t('group_members')}>
            {sorted.map(({ id, names }) => (
              <li key={id}>
                <Checkbox
                  label={<Name of={names} />}
                  checked={memberIds.includes(id)}
                  onChange={(checked) =>
                    form.set('memberIds', checked ? [...memberIds, id] : memberIds.filter((one) => one !== id))
                  }
                />
              </li>
            ))}
          </ul>
        </fieldset>
        <Actions>
          <Button kind="filled" type="submit" busy={status === 'sending'}>
            {t('add_group')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
