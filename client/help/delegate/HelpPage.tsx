import { PageHead } from '../../ui/PageHead.tsx'
import { useWords } from '../../words/index.ts'
import './help.css'

const CHAPTERS = [
  ['help_first', 'help_first_text'],
  ['help_writing', 'help_writing_text'],
  ['help_together', 'help_together_text'],
  ['help_clearing', 'help_clearing_text'],
  ['help_group', 'help_group_text'],
  ['help_sessions', 'help_sessions_text'],
  ['help_late', 'help_late_text'],
  ['help_attribution', 'help_attribution_text'],
  ['help_privacy', 'help_privacy_text'],
  ['help_keyboard', 'help_keyboard_text'],
] as const

/** What a delegate may want to know, on one page that prints. */
export function HelpPage() {
  const t = useWords('help-delegate')
  return (
    <div className="column help">
      <PageHead title={t('help_title')} lead={t('help_lead')} />
      <nav aria-label={t('help_contents')}>
        <ul>
          {CHAPTERS.map(([title]) => (
            <li key={title}>
              <a href={`#${title}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {CHAPTERS.map(([title, text]) => (
        <section key={title} aria-labelledby={title}>
          <h2 id={title}>{t(title)}</h2>
          {t(text)
            .split('\n')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </section>
      ))}
    </div>
  )
}
