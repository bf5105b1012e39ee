import type { Block, Run } from '@consultation/shared/text.ts'
/** A document of the editor, in the part of ProseMirror's JSON that our schema allows. */
export type ProseNode = {
  type: string
  text?: string
  marks?: {
    type: string
    attrs?: Record<string, unknown>
  }[]
  attrs?: Record<string, unknown>
  content?: ProseNode[]
}
/** What the editor shows for a text. Never empty: there is always a line to type on. */
export declare const proseOf: (blocks: Block[]) => ProseNode
/** The text as it is kept: empty lines around it are not part of it, so that an emptied editor is a blank answer. */
export declare function blocksFrom(document: ProseNode): Block[]
export declare const sameEmphasis: (a: Run, b: Run) => boolean
