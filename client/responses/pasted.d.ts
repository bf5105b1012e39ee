import type { Block } from '@consultation/shared/text.ts'
/** HTML as a tree of plain values: in the browser made of the parsed clipboard, in tests of a parsed file. */
export type Markup =
  | string
  | {
      name: string
      attributes: Record<string, string>
      children: Markup[]
    }
/**
 * What a paste keeps: paragraphs, bold, italic, lists, quotations and links; everything else of it falls away. Word and
 * its like write lists as paragraphs with a level in their style (`mso-list:l0 level2 lfo1`): these become lists.
 */
export declare function blocksFromPasted(markup: Markup[]): Block[]
