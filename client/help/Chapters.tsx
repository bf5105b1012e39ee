import { PageHead } from '../ui/PageHead.tsx'
import './help.css'

type Props = {
  title: string
  lead: string
  /** What the list of chapters is called. */
  contents: string
  /** In their order; `id` is the chapter's place in the address, `text` its paragraphs, a line each. */
  chapters: readonly { id: string; title: string; text: string }[]
}

/** Help for one public, on one page that prints. */
export function Chapters({ title, lead, contents, chapters }: Props) {
  return (
    <div className="column help">
      <PageHead title={title} lead={lead} />
      <nav aria-label={contents}>
        <ul>
          {chapters.map((chapter) => (
            <li key={chapter.id}>
              <a href={`#${chapter.id}`}>{chapter.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {chapters.map((chapter) => (
        <section key={chapter.id} aria-labelledby={chapter.id}>
          <h2 id={chapter.id}>{chapter.title}</h2>
          {chapter.text.split('\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  )
}
