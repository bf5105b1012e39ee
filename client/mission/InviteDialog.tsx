import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { inviteMember, listMembers } from '@consultation/shared/people.ts'
import { useMyZone } from '../me.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Select, TextInput } from '../ui/Field.tsx'
import { tell } from '../ui/Toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { refresh, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { MemberFields, type MemberValues } from './MemberFields.tsx'
import { endOf, startOf } from './period.ts'

type Values = MemberValues & { email: string; language: Language }

export function InviteDialog({ appointsHead, onClose }: { appointsHead: boolean; onClose: () => void }) {
  const t = useWords('mission')
  const zone = useMyZone()
  const { send, refusal, status } = useCall(inviteMember)
  const form = useForm<Values>(
    { email: '', language: t.language, role: 'drafter', title: '', standIn: false, from: '', until: '' },
    refusal,
  )
  return (
    <Dialog open wide title={t('invite')} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async ({ email, language, role, title, standIn, from, until }) => {
          const body = {
            email,
            language,
            role,
            title: title.trim() || null,
            standIn: role === 'head' && standIn,
            period: { from: from ? startOf(from, zone) : null, until: until ? endOf(until, zone) : null },
          }
          if (!(await send({ body }))) return
          tell(t('invited', { email }))
          onClose()
          await refresh(listMembers)
        })}
      >
        <ErrorSummary
          form={form}
          labels={{
            email: t('email'),
            role: t('role'),
            title: t('title'),
            period: t('period'),
            language: t('language_of_invitation'),
            standIn: t('is_stand_in'),
          }}
          refusal={refusal}
        />
        <TextInput
          label={t('email')}
          help={t('invite_help')}
          {...form.field('email')}
          type="email"
          dir="ltr"
          autoComplete="off"
        />
        <MemberFields form={form} appointsHead={appointsHead} />
        <Select<Language>
          label={t('language_of_invitation')}
          {...form.field('language')}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <Actions>
          <Button type="submit" kind="filled" busy={status === 'sending'}>
            {t('send_invitation')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
