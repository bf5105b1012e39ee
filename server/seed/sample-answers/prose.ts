import type { Block, Run } from '@consultation/shared/text.ts'

export type SampleAnswer = {
  /** Number of the question in the list of 2017. */
  question: number
  blocks: Block[]
  /** Id of the choice where the question offers some. */
  choice?: string
}

export const sample = (question: number, text: string, choice?: string): SampleAnswer => ({
  question,
  blocks: blocksFrom(text),
  ...(choice && { choice }),
})

/**
 * Writes plain lines as blocks: a line is a paragraph, "- " and "1. " begin an item, "> " a quotation, **bold**, _italic_,
 * [label](address). Only for texts kept in this folder.
 */
export function blocksFrom(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n').map((part) => part.trim())) {
    if (line === '') continue
    const [, mark = '', words = line] = /^(- |\d+\. |> )(.*)$/.exec(line) ?? []
    const paragraph: Block = { kind: 'paragraph', content: runsFrom(words) }
    const last = blocks.at(-1)
    if (mark === '') blocks.push(paragraph)
    else if (mark === '> ') blocks.push({ kind: 'quotation', content: [paragraph] })
    else if (last?.kind === 'list' && last.ordered === (mark !== '- ')) last.items.push([paragraph])
    else blocks.push({ kind: 'list', ordered: mark !== '- ', items: [[paragraph]] })
  }
  return blocks
}

const MARKED = /\*\*(?<bold>[^*]+)\*\*|(?<=^|[\s(«“])_(?<italic>[^_]+)_|\[(?<label>[^\]]+)\]\((?<address>[^)]+)\)/g

function runsFrom(words: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const { index, 0: whole, groups = {} } of words.matchAll(MARKED)) {
    if (index > from) runs.push({ text: words.slice(from, index) })
    if (groups.bold) runs.push({ text: groups.bold, bold: true })
    else if (groups.italic) runs.push({ text: groups.italic, italic: true })
    else if (groups.label) runs.push({ text: groups.label, link: groups.address })
    from = index + whole.length
  }
  if (from < words.length) runs.push({ text: words.slice(from) })
  return runs
}
