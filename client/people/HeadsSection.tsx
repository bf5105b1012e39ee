import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { type DelegationView, inviteHead, listHeads } from '@consultation/shared/people.ts'
import { fold, inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useMe } from '../me.tsx'
import { useSearch } from '../navigation.tsx'
import { useDelegations } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Select, TextInput } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { type MarkShape, StateMark } from '../ui/StateMark.tsx'
import { StackingTable } from '../ui/Table.tsx'
import { tell } from '../ui/Toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { HEAD_STATES, type HeadState, headState } from './heads.ts'

const STATE = {
  active: { word: 'head_active', shape: 'done' },
  invited: { word: 'head_invited', shape: 'part' },
  none: { word: 'head_none', shape: 'empty' },
} as const satisfies Record<HeadState, { word: string; shape: MarkShape }>

/** Each delegation with its head: the one person whom the office appoints, and nobody else. */
export function HeadsSection() {
  const t = useWords('people')
  const { office } = useMe()
  const { heads } = useView(listHeads, {})
  const { sorted } = useDelegations()
  const [{ head, text }, setSearch] = useSearch('head', 'text')
  const [inviting, setInviting] = useState<DelegationView | null>(null)
  const rows = sorted.map((delegation) => {
    const its = heads.filter(({ delegationId }) => delegationId === delegation.id)
    return { delegation, heads: its, state: headState(its) }
  })
  const wanted = fold(text ?? '')
  const shown = rows.filter(
    ({ delegation, heads, state }) =>
      (!head || state === head) &&
      (fold(inLanguage(delegation.names, t.language).text).includes(wanted) ||
        delegation.code.toLowerCase() === wanted ||
        heads.some(({ personName, email }) => fold(`${personName} ${email}`).includes(wanted))),
  )
  const withHead = rows.filter(({ state }) => state === 'active').length

  return (
    <section aria-labelledby="heads" className="stack">
      <h2 id="heads">{t('heads')}</h2>
      <p>{t('heads_lead', { count: withHead, all: rows.length })}</p>
      <div className="people-tools no-print">
        <Select
          label={t('head_state')}
          value={HEAD_STATES.find((one) => one === head) ?? 'all'}
          onChange={(state) => setSearch({ head: state === 'all' ? undefined : state })}
          options={[
            { value: 'all', label: t('any_head_state') },
            ...HEAD_STATES.map((one) => ({ value: one, label: t(STATE[one].word) })),
          ]}
        />
        <TextInput
          type="search"
          label={t('find_head')}
          dir="auto"
          value={text ?? ''}
          onChange={(text) => setSearch({ text })}
        />
      </div>
      {shown.length === 0 ? (
        <p className="empty">{t('no_matches')}</p>
      ) : (
        <StackingTable
          caption={t('heads_shown', { count: shown.length })}
          rows={shown}
          keyOf={({ delegation }) => delegation.id}
          columns={[
            { name: t('delegation_column'), cell: ({ delegation }) => <Name of={delegation.names} /> },
            {
              name: t('head_state'),
              cell: ({ state }) => <StateMark shape={STATE[state].shape}>{t(STATE[state].word)}</StateMark>,
            },
            {
              name: t('head_column'),
              cell: ({ heads }) =>
                heads.map((one) => (
                  <span key={`${one.email} ${one.state}`} className="head-person">
                    {one.personName && <bdi>{one.personName}</bdi>}{' '}
                    <span className="quiet">
                      <bdi>{one.email}</bdi>
                      {one.state !== 'active' && <> · {t('member_state', { state: one.state })}</>}
                    </span>
                  </span>
                )),
            },
            {
              name: t('what_to_do'),
              unseen: true,
              number: true,
              cell: ({ delegation, state }) =>
                (state !== 'active' || office.includes('administrator')) && (
                  <Button
                    kind="quiet"
                    aria-label={t(state === 'invited' ? 'invite_again_of' : 'invite_head_of', {
                      delegation: inLanguage(delegation.names, t.language).text,
                    })}
                    onClick={() => setInviting(delegation)}
                  >
                    {t(state === 'invited' ? 'invite_again' : 'invite_head')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {inviting && <Invite delegation={inviting} onClose={() => setInviting(null)} />}
    </section>
  )
}

function Invite({ delegation, onClose }: { delegation: DelegationView; onClose: () => void }) {
  const t = useWords('people')
  const { send, status, refusal } = useCall(inviteHead)
  const form = useForm<{ email: string; language: Language }>({ email: '', language: t.language }, refusal)
  return (
    <Dialog open title={t.rich('invite_head_title', { delegation: <Name of={delegation.names} /> })} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async (body) => {
          if (!(await send({ params: { delegationId: delegation.id }, body }))) return
          tell(t('invitation_on_its_way', { email: body.email }))
          await refresh(listHeads)
          onClose()
        })}
      >
        <p>{t('invite_head_text')}</p>
        <ErrorSummary form={form} refusal={refusal} labels={{ email: t('email'), language: t('letter_language') }} />
        <TextInput label={t('email')} type="email" dir="ltr" autoComplete="off" {...form.field('email')} />
        <LanguageOfLetter {...form.field('language')} />
        <Actions>
          <Button kind="filled" type="submit" busy={status === 'sending'}>
            {t('send_the_invitation')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}

type LetterProps = { value: Language; onChange: (language: Language) => void }

export function LanguageOfLetter({ value, onChange }: LetterProps) {
  const t = useWords('people')
  return (
    <Select
      label={t('letter_language')}
      value={value}
      onChange={onChange}
      options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
    />
  )
}
