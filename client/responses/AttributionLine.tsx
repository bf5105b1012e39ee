import type { ListView } from '@consultation/shared/question-lists.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Field.tsx'
import { useWords } from '../words/index.ts'

type Props = {
  offered: readonly Attribution[]
  audience: ListView['audience']
  value: Attribution
  onChange: (value: Attribution) => void
}

/** How this answer will be shown, in one sentence; another way where the list offers one. */
export function AttributionLine({ offered, audience, value, onChange }: Props) {
  const t = useWords('answering')
  const [changing, setChanging] = useState(false)
  return (
    <div className="attribution">
      <p>
        {t(value === 'attributed' ? 'shown_with_name' : 'shown_without_name', { audience })}{' '}
        {offered.length > 1 && (
          <Button kind="quiet" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {t('change_attribution')}
          </Button>
        )}
      </p>
      {changing && (
        <RadioGroup
          label={t('attribution')}
          value={value}
          onChange={onChange}
          options={offered.map((one) => ({
            value: one,
            label: t(one === 'attributed' ? 'attributed' : 'not_for_attribution'),
            help: t(one === 'attributed' ? 'attributed_help' : 'not_for_attribution_help'),
          }))}
        />
      )}
    </div>
  )
}
