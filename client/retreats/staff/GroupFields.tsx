import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { RetreatView } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Checkbox, Select } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { useWords } from '../../words/index.ts'

type Discusses = { retreat: RetreatView; chosen: readonly string[]; onChange: (ids: string[]) => void }

/** Which of the findings put to the retreat a group discusses, in their order there. */
export function DiscussesField({ retreat, chosen, onChange }: Discusses) {
  const t = useWords('retreat')
  if (retreat.findings.length === 0) return <p className="quiet">{t('no_findings_put')}</p>
  return (
    <fieldset className="field">
      <legend>{t('findings_it_discusses')}</legend>
      {retreat.findings.map(({ findingId, number, title }) => (
        <Checkbox
          key={findingId}
          label={
            <>
              {number}. <Name of={title} />
            </>
          }
          checked={chosen.includes(findingId)}
          onChange={(checked) =>
            onChange(
              retreat.findings
                .map((one) => one.findingId)
                .filter((id) => (id === findingId ? checked : chosen.includes(id))),
            )
          }
        />
      ))}
    </fieldset>
  )
}

type Reports = { retreat: RetreatView; value: string | null; onChange: (sessionId: string | null) => void }

/** The plenary to which a group’s points come back. */
export function ReportsToField({ retreat, value, onChange }: Reports) {
  const t = useWords('retreat')
  const plenaries = retreat.slots.filter(({ kind }) => kind === 'plenary').flatMap(({ sessions }) => sessions)
  return (
    <Select
      label={t('reports_to')}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      options={[
        { value: '', label: t('reports_nowhere') },
        ...plenaries.map(({ sessionId, title }) => ({ value: sessionId, label: inLanguage(title, t.language).text })),
      ]}
    />
  )
}

export function LanguagesField({
  value,
  onChange,
}: {
  value: readonly Language[]
  onChange: (to: Language[]) => void
}) {
  const t = useWords('retreat')
  return (
    <fieldset className="field">
      <legend>{t('languages_of_group')}</legend>
      <div className="languages-choice">
        {LANGUAGES.map((one) => (
          <Checkbox
            key={one}
            label={<bdi lang={one}>{LANGUAGE_NAMES[one]}</bdi>}
            checked={value.includes(one)}
            onChange={(checked) =>
              onChange(LANGUAGES.filter((other) => (other === one ? checked : value.includes(other))))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
