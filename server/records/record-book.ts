import { formatNumber } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { OwnRecordView, RecordView } from '@consultation/shared/records.ts'
import type { RemarkView, Seat, StatementView, TopicView } from '@consultation/shared/room-view.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { eq } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import type { Phrase } from '../exports/document.ts'
import { say } from '../exports/words.ts'
import { groupNames } from '../people/groups.ts'
import { delegations, groups } from '../people/tables.ts'

export type Kind = 'statement' | 'idea' | 'remark' | 'cluster' | 'speaker' | 'temperature' | 'topic' | 'note' | 'answer'
export type Item = RecordView['items'][number]
type Word = Parameters<typeof say>[1]

const SEPARATORS: Record<Language, string> = { ar: '، ', zh: '、', en: ', ', fr: ', ', ru: ', ', es: ', ' }
const BETWEEN = ' / '

export type Names = {
  delegations: ReadonlyMap<string, Translated>
  groups: ReadonlyMap<string, Translated>
  regions: ReadonlyMap<string, Translated>
  office: Translated
}

/** The names that a record can need. */
export async function namesFor(tx: Tx, consultationId: string): Promise<Names> {
  const [named, ofGroups, ofRegions, consultation] = await Promise.all([
    tx.select({ id: delegations.id, names: delegations.names }).from(delegations),
    groupNames(tx),
    tx.select({ region: groups.key, names: groups.names }).from(groups).where(eq(groups.kind, 'regional')),
    tx.select({ office: consultations.office }).from(consultations).where(eq(consultations.id, consultationId)),
  ])
  return {
    delegations: new Map(named.map(({ id, names }) => [id, names])),
    groups: ofGroups,
    regions: new Map(ofRegions.flatMap(({ region, names }) => (region ? [[region, names]] : []))),
    office: consultation[0]?.office ?? {},
  }
}

/** A record read in one language: its names, its words, and the numbers by which one part of it refers to another. */
export class RecordBook {
  readonly language: Language
  readonly names: Names
  private readonly numbers = new Map<string, { kind: Kind; number: number }>()
  private readonly collator: Intl.Collator

  constructor(names: Names, language: Language) {
    this.names = names
    this.language = language
    this.collator = new Intl.Collator(language)
  }

  say(word: Word, values: Record<string, string | number> = {}): string {
    return say(this.language, word, values)
  }
  /** In the document's language, or marked with the one it is in. */
  phrase(text: Translated): Phrase {
    const found = inLanguage(text, this.language)
    return found.language === this.language ? found.text : found
  }
  plain(text: Translated): string {
    return inLanguage(text, this.language).text
  }

  /** Counted through the whole record, kind by kind, in the order in which it tells of them. */
  count(kind: Kind, ids: Iterable<string>): void {
    let number = [...this.numbers.values()].filter((known) => known.kind === kind).length
    for (const id of ids) this.numbers.set(id, { kind, number: ++number })
  }
  label(id: string, otherwise: Kind): string {
    const { kind, number } = this.numbers.get(id) ?? { kind: otherwise, number: 0 }
    return this.say('record_source', { kind, number: formatNumber(number, this.language) })
  }
  number(id: string): string {
    return formatNumber(this.numbers.get(id)?.number ?? 0, this.language)
  }
  /** Those that the record shows; what was hidden or withdrawn since is not referred to. */
  labels(sources: readonly { kind: Kind; id: string }[]): string[] {
    return sources
      .filter(({ kind, id }) => kind === 'answer' || this.numbers.has(id))
      .map(({ kind, id }) => this.label(id, kind))
  }
  isTold(id: string): boolean {
    return this.numbers.has(id)
  }
  list(names: readonly string[]): string {
    return names.join(SEPARATORS[this.language])
  }

  delegation(id: string): string {
    return this.plain(this.names.delegations.get(id) ?? {})
  }
  delegations(ids: readonly string[]): string {
    return this.list(ids.map((id) => this.delegation(id)).sort(this.collator.compare))
  }
  /** Null where nobody is named. */
  seat(seat: Seat): string | null {
    switch (seat.kind) {
      case 'withheld':
        return null
      case 'podium':
        return this.say('record_podium')
      case 'delegation':
        return this.delegation(seat.delegationId)
      case 'group':
        return this.plain(this.names.groups.get(seat.groupId) ?? {})
      case 'report':
        return this.plain(seat.title)
    }
  }
  regions(regions: readonly (string | null)[]): string {
    return regions
      .map((region) => (region ? this.plain(this.names.regions.get(region) ?? {}) : this.say('no_regional_group')))
      .join(BETWEEN)
  }
  choices(choices: readonly string[]): string {
    return choices.map((choice) => this.say('record_choice', { choice })).join(BETWEEN)
  }
  mode({ mode }: RecordView['session']): string {
    return this.say(`record_mode_${mode}`)
  }
  item({ item }: RecordView['items'][number] | OwnRecordView['items'][number]): string {
    return this.plain(item.title)
  }
}

/** Clusters with their ideas, what was merged behind what stands for it; last those in none. */
export function ideasByCluster({ clusters, ideas }: Item) {
  const under = (clusterId: string | null) =>
    ideas
      .filter((idea) => idea.clusterId === clusterId && idea.mergedInto === null)
      .flatMap((idea) => [idea, ...ideas.filter(({ mergedInto }) => mergedInto === idea.id)])
  return [...clusters.map((cluster) => ({ cluster, ideas: under(cluster.id) })), { cluster: null, ideas: under(null) }]
}

export const remarksUnder = ({ remarks }: Item, { id }: TopicView): RemarkView[] =>
  remarks.filter(({ topicId }) => topicId === id)

export const topicState = (book: RecordBook, { resolvedAt }: TopicView): string =>
  book.say('record_topic_state', { state: resolvedAt ? 'resolved' : 'open' })

/** Said only of what has more than one. */
export const versionOf = (book: RecordBook, { version, replaced }: StatementView): string[] =>
  version > 1 || replaced
    ? [book.say('record_version', { number: version, state: replaced ? 'replaced' : 'standing' })]
    : []
