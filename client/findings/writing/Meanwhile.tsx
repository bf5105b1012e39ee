import type { FindingView } from '@consultation/shared/findings.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '@consultation/shared/languages.ts'
import { canonical } from '@consultation/shared/text.ts'
import { Difference } from '../../Difference.tsx'
import { citationsIn } from '../../RestsField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/index.ts'
import type { Written } from './use-desk.ts'

type Props = {
  theirs: FindingView
  mine: Written
  onMine: (revision: number) => void
  onTheirs: (view: FindingView) => void
}

const citedIn = ({ rests }: Written) => canonical(citationsIn(rests))

/** Two wrote at once: what is typed here is kept until somebody says which of the two stands. */
export function Meanwhile({ theirs, mine, onMine, onTheirs }: Props) {
  const t = useWords('findings-writing')
  const citing = useWords('citing')
  const saved = theirs.draft
  if (!saved) return null
  const differs = (key: keyof Written) => canonical(saved[key]) !== canonical(mine[key])
  const languages = LANGUAGES.filter((one) => canonical(saved.texts[one] ?? []) !== canonical(mine.texts[one] ?? []))
  const parts = [
    differs('title') && t('title_of_finding'),
    ...languages.map((one) => t('text_in', { language: LANGUAGE_NAMES[one] })),
    differs('themeId') && t('theme_of_finding'),
    differs('track') && t('track_of_finding'),
    differs('change') && t('change_of_version'),
    citedIn(saved) !== citedIn(mine) && citing('cites'),
  ].filter(Boolean)
  return (
    <Notice kind="warning" title={t('two_wrote')} role="alert">
      <p>{t('two_wrote_help', { parts: parts.join(', ') || '—' })}</p>
      {languages.map((one) => (
        <details key={one}>
          <summary>{t('mine_against_theirs', { language: LANGUAGE_NAMES[one] })}</summary>
          <Difference before={saved.texts[one] ?? []} after={mine.texts[one] ?? []} language={one} />
        </details>
      ))}
      <Actions>
        <Button onClick={() => onMine(theirs.revision)}>{t('mine_stands')}</Button>
        <Button onClick={() => onTheirs(theirs)}>{t('theirs_stands')}</Button>
      </Actions>
    </Notice>
  )
}
