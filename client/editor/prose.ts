import type { Block, Run } from '@consultation/shared/text.ts'

/** A document of the editor, in the part of ProseMirror's JSON that our schema allows. */
export type ProseNode = {
  type: string
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  attrs?: Record<string, unknown>
  content?: ProseNode[]
}

/** Lists and quotations within one another, at most so deep (shared/text.ts); what lies deeper becomes paragraphs. */
const DEPTH_MAX = 4

/** What the editor shows for a text. Never empty: there is always a line to type on. */
export const proseOf = (blocks: Block[]): ProseNode => ({ type: 'doc', content: nodesOf(blocks) })

const nodesOf = (blocks: Block[]): ProseNode[] =>
  blocks.length > 0 ? blocks.map(nodeOf) : [{ type: 'paragraph', content: [] }]

function nodeOf(block: Block): ProseNode {
  switch (block.kind) {
    case 'paragraph':
      return { type: 'paragraph', content: block.content.filter((run) => run.text !== '').map(textOf) }
    case 'quotation':
      return { type: 'blockquote', content: nodesOf(block.content) }
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        content: block.items.map((item) => ({ type: 'listItem', content: itemOf(nodesOf(item)) })),
      }
  }
}

/** The editor's items begin with a paragraph. */
const itemOf = (nodes: ProseNode[]): ProseNode[] =>
  nodes[0]?.type === 'paragraph' ? nodes : [{ type: 'paragraph', content: [] }, ...nodes]

function textOf(run: Run): ProseNode {
  const marks = [
    ...(run.link ? [{ type: 'link', attrs: { href: run.link } }] : []),
    ...(run.bold ? [{ type: 'bold' }] : []),
    ...(run.italic ? [{ type: 'italic' }] : []),
  ]
  return { type: 'text', text: run.text, ...(marks.length > 0 && { marks }) }
}

/** The text as it is kept: empty lines around it are not part of it, so that an emptied editor is a blank answer. */
export function blocksFrom(document: ProseNode): Block[] {
  const blocks = blocksIn(document.content ?? [], 0)
  const isEmpty = (block: Block | undefined) => block?.kind === 'paragraph' && block.content.length === 0
  while (isEmpty(blocks.at(-1))) blocks.pop()
  while (isEmpty(blocks[0])) blocks.shift()
  return blocks
}

function blocksIn(nodes: ProseNode[], depth: number): Block[] {
  return nodes.flatMap((node): Block[] => {
    const inner = node.content ?? []
    if (node.type === 'paragraph') return [{ kind: 'paragraph', content: runsIn(inner) }]
    if (depth >= DEPTH_MAX) return blocksIn(inner, depth)
    if (node.type === 'blockquote') return [{ kind: 'quotation', content: blocksIn(inner, depth + 1) }]
    if (node.type === 'bulletList' || node.type === 'orderedList') {
      const items = inner.map((item) => blocksIn(item.content ?? [], depth + 1))
      return [{ kind: 'list', ordered: node.type === 'orderedList', items }]
    }
    return blocksIn(inner, depth)
  })
}

function runsIn(nodes: ProseNode[]): Run[] {
  const runs: Run[] = []
  for (const { text = '', marks = [] } of nodes) {
    if (text === '') continue
    const link = marks.find(({ type }) => type === 'link')?.attrs?.href
    const run: Run = {
      text,
      ...(marks.some(({ type }) => type === 'bold') && { bold: true as const }),
      ...(marks.some(({ type }) => type === 'italic') && { italic: true as const }),
      ...(typeof link === 'string' && { link }),
    }
    const before = runs.at(-1)
    if (before && sameEmphasis(before, run)) before.text += text
    else runs.push(run)
  }
  return runs
}

export const sameEmphasis = (a: Run, b: Run) => a.bold === b.bold && a.italic === b.italic && a.link === b.link
