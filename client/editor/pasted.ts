import type { Block, Run } from '@consultation/shared/text.ts'
import { linkAddress } from './link-address.ts'
import { sameEmphasis } from './prose.ts'

/** HTML as a tree of plain values: in the browser made of the parsed clipboard, in tests of a parsed file. */
export type Markup = string | { name: string; attributes: Record<string, string>; children: Markup[] }
type Element = Exclude<Markup, string>

type Emphasis = Omit<Run, 'text'>
/** A piece of pasted text in order; Word's lists are paragraphs that say in their style which level they stand on. */
type Piece = Block | { kind: 'item'; level: number; ordered: boolean; list: string; content: Run[] }

const DEPTH_MAX = 4
const DROPPED = new Set(
  'head style script title meta link xml object embed iframe img svg math video audio canvas button select textarea input template noscript'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 pre address article section header footer main aside figure figcaption center li dt dd tr table tbody thead tfoot ul ol dl blockquote hr body html form fieldset'.split(
    ' ',
  ),
)

/**
 * What a paste keeps: paragraphs, bold, italic, lists, quotations and links; everything else of it falls away. Word and
 * its like write lists as paragraphs with a level in their style (`mso-list:l0 level2 lfo1`): these become lists.
 */
export function blocksFromPasted(markup: Markup[]): Block[] {
  return nested(piecesIn(markup, {}, 0)).filter((block) => !isEmpty(block))
}

const isEmpty = (block: Block): boolean => block.kind === 'paragraph' && block.content.every((run) => !run.text.trim())

function piecesIn(nodes: Markup[], emphasis: Emphasis, depth: number): Piece[] {
  const pieces: Piece[] = []
  let runs: Run[] = []
  const flush = () => {
    const content = trimmed(runs)
    if (content.length > 0) pieces.push({ kind: 'paragraph', content })
    runs = []
  }
  const visit = (node: Markup, within: Emphasis) => {
    if (typeof node === 'string') {
      add(runs, node, within)
      return
    }
    // Word marks what belongs to its own fields, list numbers and comments.
    if (DROPPED.has(node.name) || node.name.includes(':') || isHidden(node)) {
      // <o:p> and <st1:place> only wrap words.
      if (node.name.includes(':')) for (const child of node.children) visit(child, within)
      return
    }
    if (node.name === 'br') return flush()
    if (BLOCKS.has(node.name) || holdsBlocks(node)) {
      flush()
      pieces.push(...piecesOf(node, emphasisOf(node, within), depth))
      return
    }
    const inner = emphasisOf(node, within)
    for (const child of node.children) visit(child, inner)
    // Cells of one row stay words apart.
    if (node.name === 'td' || node.name === 'th') add(runs, ' ', within)
  }
  for (const node of nodes) visit(node, emphasis)
  flush()
  return pieces
}

/** <b> around whole paragraphs, as text copied from some editors has it. */
const holdsBlocks = (node: Element): boolean =>
  !['td', 'th'].includes(node.name) &&
  node.children.some((child) => typeof child !== 'string' && (BLOCKS.has(child.name) || holdsBlocks(child)))

function piecesOf(node: Element, emphasis: Emphasis, depth: number): Piece[] {
  const item = wordItem(node)
  if (item) {
    const content = trimmed(runsOf(piecesIn(withoutMarker(node.children), emphasis, depth)))
    return content.length > 0 ? [{ kind: 'item', ...item, content }] : []
  }
  if ((node.name === 'ul' || node.name === 'ol') && depth < DEPTH_MAX) {
    const items = itemsOf(node, emphasis, depth)
    return items.length > 0 ? [{ kind: 'list', ordered: node.name === 'ol', items }] : []
  }
  const inner = piecesIn(node.children, emphasis, depth)
  if (node.name !== 'blockquote' || depth >= DEPTH_MAX) return inner
  const content = nested(inner)
  return content.length > 0 ? [{ kind: 'quotation', content }] : []
}

function itemsOf(list: Element, emphasis: Emphasis, depth: number): Block[][] {
  const items: Block[][] = []
  for (const child of list.children) {
    if (typeof child === 'string') continue
    const content = nested(
      child.name === 'ul' || child.name === 'ol'
        ? piecesOf(child, emphasis, depth + 1)
        : piecesIn(child.children, emphasisOf(child, emphasis), depth + 1),
    )
    if (content.length === 0) continue
    // A list directly in a list belongs to the item before it: so do Word and Outlook write them.
    if (child.name !== 'li' && items.length > 0) items.at(-1)!.push(...content)
    else items.push(content)
  }
  return items
}

const runsOf = (pieces: Piece[]): Run[] =>
  pieces.flatMap((piece) => (piece.kind === 'paragraph' || piece.kind === 'item' ? piece.content : []))

// --- emphasis -------------------------------------------------------------------------------------------------------

function emphasisOf({ name, attributes }: Element, within: Emphasis): Emphasis {
  const style = attributes.style ?? ''
  const weight = /(?<![\w-])font-weight:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase()
  const bold = weight ? weight === 'bold' || Number(weight) >= 600 : name === 'b' || name === 'strong' || within.bold
  const slant = /(?<![\w-])font-style:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase()
  const italic = slant ? slant === 'italic' || slant === 'oblique' : name === 'i' || name === 'em' || within.italic
  const link = (name === 'a' && attributes.href && linkAddress(attributes.href)) || within.link
  return { ...(bold && { bold: true as const }), ...(italic && { italic: true as const }), ...(link && { link }) }
}

const isHidden = ({ attributes }: Element) => /mso-hide:\s*all|display:\s*none/i.test(attributes.style ?? '')

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text may hold is what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

function add(runs: Run[], text: string, emphasis: Emphasis) {
  // Lines of the source are no lines of the text; a no-break space stays, French needs it.
  const clean = text.replace(/[ \t\r\n\f]+/g, ' ').replace(UNREADABLE, '')
  if (clean === '') return
  const before = runs.at(-1)
  if (clean === ' ' && (!before || before.text.endsWith(' '))) return
  if (before && sameEmphasis(before, emphasis as Run)) before.text += clean
  else runs.push({ text: clean, ...emphasis })
}

function trimmed(runs: Run[]): Run[] {
  const whole = runs.map((run) => ({ ...run, text: run.text.replace(/ {2,}/g, ' ') }))
  if (whole[0]) whole[0].text = whole[0].text.trimStart()
  const last = whole.at(-1)
  if (last) last.text = last.text.trimEnd()
  const kept = whole.filter((run) => run.text !== '')
  return kept.some((run) => run.text.trim() !== '') ? kept : []
}

// --- Word's lists ---------------------------------------------------------------------------------------------------

/** Level, list and kind of a Word list paragraph; null for any other paragraph. */
function wordItem(node: Element): { level: number; list: string; ordered: boolean } | null {
  const found = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(node.attributes.style ?? '')
  if (!found) return null
  const marker = markerOf(node)
  return { list: found[1]!, level: Number(found[2]), ordered: /^\s*\(?([\p{N}]+|[\p{L}]{1,5})[.)-]/u.test(marker) }
}

const isIgnored = (node: Element) => /mso-list:\s*ignore/i.test(node.attributes.style ?? '')

/** The number or bullet that Word writes out before the words. */
function markerOf(node: Markup): string {
  if (typeof node === 'string') return ''
  if (isIgnored(node)) return wordsOf(node)
  return node.children.map(markerOf).join('')
}

const wordsOf = (node: Markup): string => (typeof node === 'string' ? node : node.children.map(wordsOf).join(''))

const withoutMarker = (nodes: Markup[]): Markup[] =>
  nodes.flatMap((node): Markup[] => {
    if (typeof node === 'string') return [node]
    return isIgnored(node) ? [] : [{ ...node, children: withoutMarker(node.children) }]
  })

/** Paragraphs that say on which level of a list they stand, made into lists within lists. */
function nested(pieces: Piece[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!
    if (piece.kind !== 'item') {
      blocks.push(piece)
      at++
      continue
    }
    let end = at
    while (pieces[end]?.kind === 'item') end++
    blocks.push(...listsOf(pieces.slice(at, end) as Item[], 0))
    at = end
  }
  return blocks
}

type Item = Extract<Piece, { kind: 'item' }>

function listsOf(items: Item[], depth: number): Block[] {
  if (depth >= DEPTH_MAX) return items.map(({ content }) => ({ kind: 'paragraph', content }))
  const blocks: Block[] = []
  const top = Math.min(...items.map(({ level }) => level))
  for (let at = 0; at < items.length; ) {
    const first = items[at]!
    let end = at + 1
    while (items[end] && items[end]!.level > top) end++
    const inner = items.slice(first.level === top ? at + 1 : at, end)
    const item: Block[] = [
      ...(first.level === top ? [{ kind: 'paragraph' as const, content: first.content }] : []),
      ...(inner.length > 0 ? listsOf(inner, depth + 1) : []),
    ]
    const before = blocks.at(-1)
    const same = before?.kind === 'list' && before.ordered === first.ordered && items[at - 1]?.list === first.list
    if (same) before.items.push(item)
    else blocks.push({ kind: 'list', ordered: first.ordered, items: [item] })
    at = end
  }
  return blocks
}
