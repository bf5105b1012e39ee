import type { Markup } from './pasted.ts'
import { quietStyles, STYLE } from './quiet-styles.ts'

type Policy = { createHTML(html: string): string }
type TrustedTypes = { createPolicy(name: string, rules: Policy): Policy }
let policy: Policy | null = null

/** A document made this way runs nothing and loads nothing; only plain values are taken out of it. */
export function markupOf(html: string): Markup[] {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('consultation-paste', { createHTML: (text) => text }) ?? null
  const quiet = quietStyles(html)
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(quiet) : quiet, 'text/html')
  return [...parsed.body.childNodes].flatMap(plainOf)
}

function plainOf(node: Node): Markup[] {
  if (node instanceof Text) return [node.data]
  if (!(node instanceof Element)) return []
  return [
    {
      name: node.localName,
      attributes: Object.fromEntries(
        [...node.attributes].map(({ name, value }) => [name === STYLE ? 'style' : name, value]),
      ),
      children: [...node.childNodes].flatMap(plainOf),
    },
  ]
}
