import { directionOf, type Language } from '@consultation/shared/languages.ts'
import type { Block, Run } from '@consultation/shared/text.ts'
import { createElement, Fragment, type ReactNode } from 'react'

/** What somebody said, as they said it: serif, in its own language and direction. */
export function RichText({ blocks, language }: { blocks: Block[]; language: Language }) {
  return (
    <div className="said" lang={language} dir={directionOf(language)}>
      <Blocks blocks={blocks} />
    </div>
  )
}

// A text is immutable where it is shown, so that a part's place is its name.
function Blocks({ blocks }: { blocks: Block[] }) {
  return inOrder(blocks.map(drawn))
}

const inOrder = (parts: ReactNode[]) => createElement(Fragment, null, ...parts)

function drawn(block: Block): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inOrder(block.content.map(emphasised))}</p>
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
          {inOrder(
            block.items.map((item) => (
              // biome-ignore lint/correctness/useJsxKeyInIterable: they are handed on as children in order
              <li>
                <Blocks blocks={item} />
              </li>
            )),
          )}
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
