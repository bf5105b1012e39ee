import { formatNumber } from './house-style.ts'
import type { Language } from './languages.ts'

/**
 * The part of ICU MessageFormat that the catalogues use: `{name}`, `{n, number}`, plural, selectordinal, select, `#`,
 * `<tag>…</tag>` and apostrophe quoting. Ours, because the library's parser alone weighs 12 kB on a delegate's first page;
 * tests/whole/words compares every message of every language with intl-messageformat.
 */
export type Part =
  | string
  | { kind: 'value'; name: string }
  | { kind: 'number'; name: string }
  | { kind: 'plural' | 'selectordinal'; name: string; offset: number; options: Record<string, Part[]> }
  | { kind: 'select'; name: string; options: Record<string, Part[]> }
  | { kind: 'count' }
  | { kind: 'tag'; name: string; content: Part[] }

const parsed = new Map<string, Part[]>()

/** Refuses a mis-formed message with a SyntaxError that quotes it. */
export function parseMessage(text: string): Part[] {
  const known = parsed.get(text)
  if (known) return known
  const parts = new Parser(text).message()
  parsed.set(text, parts)
  return parts
}

class Parser {
  private at = 0
  private readonly text: string
  constructor(text: string) {
    this.text = text
  }

  message(inPlural = false, closing?: string): Part[] {
    const parts: Part[] = []
    let plain = ''
    const flush = () => {
      if (plain) parts.push(plain)
      plain = ''
    }
    for (;;) {
      const here = this.text[this.at]
      if (here === undefined) {
        if (closing) this.fail(`${closing} expected`)
        flush()
        return parts
      }
      if (closing && this.text.startsWith(closing, this.at)) {
        this.at += closing.length
        flush()
        return parts
      }
      const tag = here === '<' && /^<([a-z_]+)>/.exec(this.text.slice(this.at, this.at + 40))
      if (here === '{') {
        flush()
        parts.push(this.argument())
      } else if (tag) {
        flush()
        this.at += tag[0].length
        parts.push({ kind: 'tag', name: tag[1]!, content: this.message(inPlural, `</${tag[1]}>`) })
      } else if (here === '#' && inPlural) {
        flush()
        this.at++
        parts.push({ kind: 'count' })
      } else if (here === "'") plain += this.quoted(inPlural)
      else if (here === '}') this.fail('} without {')
      else {
        plain += here
        this.at++
      }
    }
  }

  // '' is an apostrophe; '{…' quotes up to the next lone apostrophe; any other apostrophe is itself.
  private quoted(inPlural: boolean): string {
    const next = this.text[++this.at]
    if (next === "'") {
      this.at++
      return "'"
    }
    if (next === undefined || !(inPlural ? '{}<>#' : '{}<>').includes(next)) return "'"
    let plain = ''
    for (;;) {
      const here = this.text[this.at++]
      if (here === undefined) return plain
      if (here !== "'") plain += here
      else if (this.text[this.at] === "'") {
        plain += "'"
        this.at++
      } else return plain
    }
  }

  private argument(): Part {
    this.at++
    const name = this.word()
    if (this.eat('}')) return { kind: 'value', name }
    this.expect(',')
    const kind = this.word()
    if (kind === 'number') {
      this.expect('}')
      return { kind, name }
    }
    if (kind !== 'plural' && kind !== 'selectordinal' && kind !== 'select') this.fail(`unknown kind ${kind}`)
    this.expect(',')
    let offset = 0
    if (kind !== 'select' && /^\s*offset:/.test(this.text.slice(this.at))) {
      this.expect('offset:')
      offset = Number(this.word())
    }
    const options: Record<string, Part[]> = {}
    while (!this.eat('}')) {
      const selector = this.word()
      this.expect('{')
      options[selector] = this.message(kind !== 'select', '}')
    }
    if (!options.other) this.fail('other is missing')
    return kind === 'select' ? { kind, name, options } : { kind, name, offset, options }
  }

  private word(): string {
    const found = /^\s*([=\w-]+)\s*/.exec(this.text.slice(this.at))
    if (!found) this.fail('a name expected')
    this.at += found[0].length
    return found[1]!
  }

  private eat(token: string): boolean {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\n') this.at++
    if (!this.text.startsWith(token, this.at)) return false
    this.at += token.length
    return true
  }

  private expect(token: string) {
    if (!this.eat(token)) this.fail(`${token} expected`)
  }

  private fail(why: string): never {
    throw new SyntaxError(`${why} at ${this.at} in: ${this.text}`)
  }
}

const rules = new Map<string, Intl.PluralRules>()

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const found = cache.get(key) ?? make()
  cache.set(key, found)
  return found
}

/**
 * The message as pieces in order: strings, the values as they were given, and what a tag's function made of its content.
 * A value that is missing throws: a sentence with a hole must not be signed.
 */
export function messagePieces<V>(
  message: string,
  values: Record<string, V | string | number | ((content: (V | string)[]) => V)>,
  language: Language,
): (V | string)[] {
  const render = (parts: Part[], count?: number): (V | string)[] =>
    parts.flatMap((part): (V | string)[] => {
      if (typeof part === 'string') return [part]
      if (part.kind === 'count') return [formatNumber(count ?? 0, language)]
      const value = values[part.name]
      if (value === undefined) throw new TypeError(`“${part.name}” is not given for: ${message}`)
      switch (part.kind) {
        case 'tag':
          return typeof value === 'function'
            ? [(value as (content: (V | string)[]) => V)(render(part.content, count))]
            : render(part.content, count)
        case 'value':
          return [typeof value === 'number' ? formatNumber(value, language) : (value as V | string)]
        case 'number':
          return [formatNumber(Number(value), language)]
        case 'select':
          return render(part.options[String(value)] ?? part.options.other!, count)
        default: {
          const type = part.kind === 'plural' ? 'cardinal' : 'ordinal'
          const counted = Number(value) - part.offset
          const category = kept(rules, `${language} ${type}`, () => new Intl.PluralRules(language, { type })).select(
            counted,
          )
          return render(part.options[`=${value}`] ?? part.options[category] ?? part.options.other!, counted)
        }
      }
    })
  return render(parseMessage(message))
}

export type Values = Record<string, string | number>

/** The message as one string, for mails, titles, labels and files. */
export const formatMessage = (message: string, values: Values, language: Language): string =>
  messagePieces<string>(message, values, language).join('')
