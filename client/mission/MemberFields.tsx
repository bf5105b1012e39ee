import type { MemberRole } from '@consultation/shared/rules/access.ts'
import { Checkbox, RadioGroup, TextInput } from '../ui/Field.tsx'
import type { useForm } from '../ui/use-form.ts'
import { useWords } from '../words/index.ts'

export type MemberValues = { role: MemberRole; title: string; standIn: boolean; from: string; until: string }
type Form<V extends MemberValues> = Pick<ReturnType<typeof useForm<V>>, 'values' | 'set' | 'field' | 'errors' | 'id'>

type Props = {
  form: Form<MemberValues>
  /** Only a head makes another a head, or lets somebody stand in. */
  appointsHead: boolean
}

/** What a member may do, under which title, and for how long. */
export function MemberFields({ form, appointsHead }: Props) {
  const t = useWords('mission')
  const { values } = form
  const error = form.errors.find(({ field }) => field.startsWith('period'))
  return (
    <>
      <RadioGroup
        label={t('role')}
        {...form.field('role')}
        options={[
          ...(appointsHead ? [{ value: 'head' as const, label: t('role_head'), help: t('head_may') }] : []),
          { value: 'drafter', label: t('role_drafter'), help: t('drafter_may') },
          { value: 'reader', label: t('role_reader'), help: t('reader_may') },
        ]}
      />
      {values.role === 'head' && (
        <Checkbox
          label={t('is_stand_in')}
          help={t('stand_in_may')}
          checked={values.standIn}
          onChange={(standIn) => form.set('standIn', standIn)}
        />
      )}
      <TextInput label={t('title')} help={t('title_help')} optional {...form.field('title')} dir="auto" />
      <fieldset className="period">
        <legend className="field-label">{t('period')}</legend>
        <p className="field-help">{t('period_help')}</p>
        <div className="date-time" id={`${form.id}-period`} tabIndex={-1}>
          <TextInput label={t('from_day')} optional={!values.standIn} type="date" {...form.field('from')} />
          <TextInput
            label={t('until_day')}
            optional={!values.standIn}
            type="date"
            {...form.field('until')}
            error={error && (error.code === 'invalid' ? t('period_order') : t(error.code))}
          />
        </div>
      </fieldset>
    </>
  )
}
