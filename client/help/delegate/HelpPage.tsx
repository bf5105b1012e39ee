import { useWords } from '../../words/index.ts'
import { Chapters } from '../Chapters.tsx'

const CHAPTERS = [
  ['help_first', 'help_first_text'],
  ['help_writing', 'help_writing_text'],
  ['help_together', 'help_together_text'],
  ['help_clearing', 'help_clearing_text'],
  ['help_group', 'help_group_text'],
  ['help_sessions', 'help_sessions_text'],
  ['help_findings', 'help_findings_text'],
  ['help_retreat', 'help_retreat_text'],
  ['help_breakout', 'help_breakout_text'],
  ['help_feedback', 'help_feedback_text'],
  ['help_results', 'help_results_text'],
  ['help_late', 'help_late_text'],
  ['help_attribution', 'help_attribution_text'],
  ['help_privacy', 'help_privacy_text'],
  ['help_keyboard', 'help_keyboard_text'],
] as const

/** What a delegate may want to know, on one page that prints. */
export function HelpPage() {
  const t = useWords('help-delegate')
  return (
    <Chapters
      title={t('help_title')}
      lead={t('help_lead')}
      contents={t('help_contents')}
      chapters={CHAPTERS.map(([title, text]) => ({ id: title, title: t(title), text: t(text) }))}
    />
  )
}
