import type { Language } from '@consultation/shared/languages.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { useWords } from '../../words/index.ts'

/** What a delegate who works in this language reads. What is missing in it is not made up from another: it is marked. */
export function ListShown({ list, language }: { list: ListView; language: Language }) {
  const t = useWords('staff')
  const numbers = new Map(
    list.sections.flatMap((section) => section.questions).map((question, index) => [question.id, index + 1]),
  )
  const shown = (text: Translated) => text[language]?.trim() ?? ''
  const missing = (
    <p className="preview-missing" lang={t.language} dir="auto">
      {t('missing_here')}
    </p>
  )
  const block = (text: Translated, needed: boolean) => {
    const words = shown(text)
    if (words) return words.split('\n').map((line) => <p key={line}>{line}</p>)
    return needed || Object.values(text).some((one) => one.trim()) ? missing : null
  }

  return (
    <div className="stack">
      <h2>{shown(list.title) || missing}</h2>
      <div className="said">
        {block(list.purpose, false)}
        {block(list.outcome, true)}
        {block(list.note, false)}
      </div>
      {list.sections.map((section) => (
        <section key={section.id}>
          <h3>{shown(section.title) || missing}</h3>
          {section.questions.map((question) => (
            <div key={question.id} className="preview-question stack">
              <div className="said">
                <p>
                  <strong>{numbers.get(question.id)}.</strong> {shown(question.text) || missing}
                </p>
              </div>
              {question.choices.length > 0 && (
                <ul className="said">
                  {question.choices.map((choice) => (
                    <li key={choice.id}>{shown(choice.text) || missing}</li>
                  ))}
                </ul>
              )}
              {block(question.guidance, false) && <div className="quiet">{block(question.guidance, false)}</div>}
            </div>
          ))}
        </section>
      ))}
      {block(list.contact, false) && <div className="said">{block(list.contact, false)}</div>}
    </div>
  )
}
