import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { changeMe } from '@consultation/shared/sign-in.ts'
import { chooseLanguage, meIs, useMe, useMyZone } from '../me.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Select, TextInput } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useForm } from '../ui/use-form.ts'
import { ZoneSelect } from '../ui/ZoneSelect.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

export function SettingsSection() {
  const t = useWords('account')
  const { person } = useMe()
  const zone = useMyZone()
  const { send, refusal, status } = useCall(changeMe)
  const form = useForm({ name: person.name, timeZone: zone }, refusal)
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{t('you')}</h2>
      <form
        className="stack"
        noValidate
        onSubmit={form.onSubmit(async (body) => {
          const me = await send({ body })
          if (me) meIs(me)
        })}
      >
        <ErrorSummary form={form} labels={{ name: t('name'), timeZone: t('time_zone') }} refusal={refusal} />
        {status === 'done' && (
          <Notice kind="done" role="status">
            <p>{t('saved')}</p>
          </Notice>
        )}
        <p className="quiet">
          {t('email')}: <bdi dir="ltr">{person.email}</bdi>
        </p>
        <TextInput label={t('name')} {...form.field('name')} autoComplete="name" dir="auto" />
        <Select<Language>
          label={t('language')}
          help={t('language_help')}
          value={t.language}
          onChange={(language) => void chooseLanguage(language)}
          options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        />
        <ZoneSelect label={t('time_zone')} help={t('zone_help')} {...form.field('timeZone')} />
        <Actions>
          <Button type="submit" busy={status === 'sending'}>
            {t('save')}
          </Button>
        </Actions>
      </form>
    </section>
  )
}
