import { directionOf, type Language } from '@consultation/shared/languages.ts'
import type { Block, Run } from '@consultation/shared/text.ts'
import { Fragment, type ReactNode } from 'react'

/** What somebody said, as they said it: serif, in its own language and direction. */
export function RichText({ blocks, language }: { blocks: Block[]; language: Language }) {
  return (
    <div className="said" lang={language} dir={directionOf(language)}>
      <Blocks blocks={blocks} />
    </div>
  )
}

// A text is immutable where it is shown, so that a block's place is its name.
const Blocks = ({ blocks }: { blocks: Block[] }) =>
  blocks.map((block, i) => <Fragment key={i}>{drawn(block)}</Fragment>)

function drawn(block: Block): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {block.content.map((run, i) => (
            <Fragment key={i}>{emphasised(run)}</Fragment>
          ))}
        </p>
      )
    case 'quotation':
      return (
        <blockquote>
          <Blocks blocks={block.content} />
        </blockquote>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, i) => (
            <li key={i}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      )
    }
  }
}

function emphasised(run: Run): ReactNode {
  let text: ReactNode = run.text
  if (run.bold) text = <strong>{text}</strong>
  if (run.italic) text = <em>{text}</em>
  return run.link ? (
    <a href={run.link} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  ) : (
    text
  )
}
