import { directionOf, type Language } from '@consultation/shared/languages.ts'
import { type Block, type Paragraph, paragraphsOf, type Run } from '@consultation/shared/text.ts'
import { createElement, Fragment, type ReactNode } from 'react'

type Props = {
  blocks: Block[]
  language: Language
  /** What the platform says under a paragraph, by its place from nought. */
  under?: (place: number) => ReactNode
}

/** What somebody said, as they said it: serif, in its own language and direction. */
export function RichText({ blocks, language, under }: Props) {
  const places = new Map(paragraphsOf(blocks).map((paragraph, place) => [paragraph, place]))
  return (
    <div className="said" lang={language} dir={directionOf(language)}>
      <Blocks blocks={blocks} under={under && ((paragraph) => under(places.get(paragraph)!))} />
    </div>
  )
}

type Under = ((paragraph: Paragraph) => ReactNode) | undefined

// A text is immutable where it is shown, so that a part's place is its name.
function Blocks({ blocks, under }: { blocks: Block[]; under: Under }) {
  return inOrder(blocks.map((block) => drawn(block, under)))
}

const inOrder = (parts: ReactNode[]) => createElement(Fragment, null, ...parts)

function drawn(block: Block, under: Under): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <>
          <p>{inOrder(block.content.map(emphasised))}</p>
          {under?.(block)}
        </>
      )
    case 'quotation':
      return (
        <blockquote>
          <Blocks blocks={block.content} under={under} />
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
                <Blocks blocks={item} under={under} />
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
