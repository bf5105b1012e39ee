import type { Language } from '@consultation/shared/languages.ts'
import { type Blocks, inLanguage, plainText, type Translated } from '@consultation/shared/text.ts'
import type { Compilation, CompiledQuestion, NamedReply, Statement, UnnamedReply } from './compilation.ts'
import type { Phrase } from './document.ts'
import { say } from './words.ts'

/** A compilation read in one language: its names and words, in the order of that language's alphabet. */
export class Book {
  readonly compilation: Compilation
  readonly language: Language
  private readonly collator: Intl.Collator
  private readonly places = new Map<string, number>()
  constructor(compilation: Compilation, language: Language) {
    this.compilation = compilation
    this.language = language
    this.collator = new Intl.Collator(language)
    const order = [...compilation.statements.values()].sort((a, b) => this.compare(a, b))
    for (const [place, { id }] of order.entries()) this.places.set(id, place)
  }

  say(word: Parameters<typeof say>[1], values: Record<string, string | number> = {}): string {
    return say(this.language, word, values)
  }
  /** In the document's language, or marked with the one it is in. */
  phrase(text: Translated): Phrase {
    const found = inLanguage(text, this.language)
    return found.language === this.language ? found.text : found
  }
  list(names: readonly string[]): string {
    return names.join(SEPARATORS[this.language])
  }
  delegation(id: string): string {
    return inLanguage(this.compilation.delegations.get(id)?.names ?? {}, this.language).text
  }
  delegations(ids: readonly string[]): string {
    return this.list(ids.map((id) => this.delegation(id)).sort(this.collator.compare))
  }
  group(id: string): string {
    return inLanguage(this.compilation.groups.get(id) ?? {}, this.language).text
  }
  groupOf({ groupName }: Statement): string | null {
    return groupName && inLanguage(groupName, this.language).text
  }
  /** Groups' statements before States, each in the order of the alphabet. */
  inOrder(statements: Iterable<Statement>): Statement[] {
    return [...statements].sort((a, b) => this.placeOf(a.id) - this.placeOf(b.id))
  }
  ordered(replies: readonly NamedReply[]): { reply: NamedReply; statement: Statement }[] {
    return replies
      .flatMap((reply) => {
        const statement = this.compilation.statements.get(reply.statementId)
        return statement ? [{ reply, statement }] : []
      })
      .sort((a, b) => this.placeOf(a.statement.id) - this.placeOf(b.statement.id))
  }
  choice({ question }: CompiledQuestion, id: string | null): string | null {
    const text = question.choices.find((choice) => choice.id === id)?.text
    return text ? inLanguage(text, this.language).text : null
  }
  /** The author's own words, or what a stance without words means. */
  words({ stance, groupId, blocks }: Pick<NamedReply, 'stance' | 'groupId' | 'blocks'>) {
    if (plainText(blocks).trim() !== '') return { blocks, original: true }
    const meant = {
      answered: null,
      no_position: this.say('no_position'),
      see_group: groupId ? this.say('see_statement', { group: this.group(groupId) }) : this.say('unnamed_see_group'),
    }[stance]
    return {
      blocks: meant === null ? [] : [{ kind: 'paragraph' as const, content: [{ text: meant }] }],
      original: false,
    }
  }
  unnamedWords(reply: UnnamedReply): Blocks {
    return this.words({ ...reply, groupId: null }).blocks
  }

  private placeOf(id: string): number {
    return this.places.get(id) ?? 0
  }
  private compare(a: Statement, b: Statement): number {
    const [groupA, groupB] = [this.groupOf(a), this.groupOf(b)]
    if ((groupA === null) !== (groupB === null)) return groupA === null ? 1 : -1
    return (
      this.collator.compare(groupA ?? this.delegation(a.delegationId), groupB ?? this.delegation(b.delegationId)) ||
      (a.id < b.id ? -1 : 1)
    )
  }
}

const SEPARATORS: Record<Language, string> = { ar: '، ', zh: '、', en: ', ', fr: ', ', ru: ', ', es: ', ' }
