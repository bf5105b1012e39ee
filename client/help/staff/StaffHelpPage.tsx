import { useWords } from '../../words/index.ts'
import { Chapters } from '../Chapters.tsx'

const CHAPTERS = [
  ['staff_help_prepare', 'staff_help_prepare_text'],
  ['staff_help_deadline', 'staff_help_deadline_text'],
  ['staff_help_circulate', 'staff_help_circulate_text'],
  ['staff_help_follow', 'staff_help_follow_text'],
  ['staff_help_read', 'staff_help_read_text'],
  ['staff_help_clarify', 'staff_help_clarify_text'],
  ['staff_help_sessions', 'staff_help_sessions_text'],
  ['staff_help_findings', 'staff_help_findings_text'],
  ['staff_help_retreat', 'staff_help_retreat_text'],
  ['staff_help_feedback', 'staff_help_feedback_text'],
  ['staff_help_results', 'staff_help_results_text'],
  ['staff_help_export', 'staff_help_export_text'],
  ['staff_help_unseen', 'staff_help_unseen_text'],
  ['staff_help_unnamed', 'staff_help_unnamed_text'],
  ['staff_help_people', 'staff_help_people_text'],
  ['staff_help_keys', 'staff_help_keys_text'],
] as const

/** What the Secretariat may want to know, on one page that prints. */
export function StaffHelpPage() {
  const t = useWords('staff-help')
  return (
    <Chapters
      title={t('staff_help_title')}
      lead={t('staff_help_lead')}
      contents={t('staff_help_contents')}
      chapters={CHAPTERS.map(([title, text]) => ({ id: title, title: t(title), text: t(text) }))}
    />
  )
}
