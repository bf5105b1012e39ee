import type { Citation, LinkedKind, Passage } from '@consultation/shared/links.ts'
import { wordsOf } from '@consultation/shared/rules/findings.ts'
import { type Block, paragraphsOf, runsText } from '@consultation/shared/text.ts'
import { keyOf } from '../../links/links.ts'
import { sourcesOf } from '../../links/sources.ts'
import type { Actor, Stage } from '../stage.ts'

/** What is cited, by who said it and where: an answer by its question, feedback by its finding, the rest by its words. */
export type Said =
  | { kind: 'answer'; iso3: string; question: number; sentence?: number }
  | { kind: 'statement'; iso3: string; item: number; sentence?: number }
  | { kind: 'feedback'; iso3: string; finding: number }
  | { kind: 'idea' | 'cluster' | 'remark' | 'point'; words: string }

// Of answers and feedback the ones by name alone: nobody is asked to cite what nobody may name.
const SAID = `select 'answer ' || d.code || ' ' || q.number as key, c.id from contributions c
      join contribution_sources s on s.contribution_id = c.id join delegations d on d.id = s.delegation_id
      join submissions sub on sub.id = s.submission_id join questions q on q.id = c.question_id
      join question_lists l on l.id = c.list_id
      where l.consultation_id = $1 and c.current and c.attribution = 'attributed' and sub.group_id is null
    union all
    select 'statement ' || d.code || ' ' || n.number || '.' || i.number, t.id from statements t
      join statement_sources s on s.statement_id = t.id join delegations d on d.id = s.delegation_id
      join session_items i on i.id = t.item_id join sessions n on n.id = t.session_id where n.consultation_id = $1
    union all
    select 'idea ' || t.text, t.id from ideas t join sessions n on n.id = t.session_id where n.consultation_id = $1
    union all
    select 'cluster ' || t.name, t.id from clusters t join sessions n on n.id = t.session_id where n.consultation_id = $1
    union all
    select 'remark ' || t.text, t.id from remarks t join sessions n on n.id = t.session_id where n.consultation_id = $1
    union all
    select 'point ' || t.text, t.id from notes t join sessions n on n.id = t.session_id where n.consultation_id = $1
    union all
    select 'feedback ' || d.code || ' ' || v.number, t.id from feedback t
      join feedback_sources s on s.feedback_id = t.id join delegations d on d.id = s.delegation_id
      join finding_versions v on v.id = t.finding_version_id
      where v.consultation_id = $1 and t.current and t.attribution = 'attributed' and s.group_id is null
        and v.version = (select max(w.version) from finding_versions w where w.finding_id = v.finding_id)`

/** The session that has taken place is the first of the consultation. */
const keyFor = (said: Said): string => {
  switch (said.kind) {
    case 'answer':
      return `answer ${said.iso3} ${said.question}`
    case 'statement':
      return `statement ${said.iso3} 1.${said.item}`
    case 'feedback':
      return `feedback ${said.iso3} ${said.finding}`
    case 'idea':
    case 'cluster':
    case 'remark':
    case 'point':
      return `${said.kind} ${said.words}`
  }
}

/** What was said so far, by its key. */
export type Ids = ReadonlyMap<string, string>

export async function saidSoFar(stage: Stage, staff: Actor, consultationId: string): Promise<Ids> {
  const { rows } = await stage.reads(staff, (tx) =>
    tx.$client.query<{ key: string; id: string }>(SAID, [consultationId]),
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** As citations, with the passage that is meant where a sentence is named. */
export async function citing(stage: Stage, staff: Actor, ids: Ids, wanted: readonly Said[]): Promise<Citation[]> {
  const found = wanted.map((said) => {
    const id = ids.get(keyFor(said))
    if (!id) throw new Error(`Nothing was said that is called ${keyFor(said)}.`)
    return { said, ref: { kind: said.kind satisfies LinkedKind, id } }
  })
  const quoted = found.filter(({ said }) => 'sentence' in said).map(({ ref }) => ref)
  const sources = quoted.length > 0 ? await stage.reads(staff, (tx) => sourcesOf(tx, staff, quoted)) : new Map()
  return found.map(({ said, ref }) => ({
    source: ref,
    passage: 'sentence' in said ? sentence(sources.get(keyOf(ref))?.blocks ?? [], said.sentence ?? 0) : null,
  }))
}

/** The first sentence of a paragraph, counted from 0. */
function sentence(blocks: Block[], paragraph: number): Passage | null {
  const words = paragraphsOf(blocks)[paragraph]
  if (!words) return null
  const [first = ''] = /^.*?[.!?؟。](?=\s|$)/su.exec(runsText(words.content)) ?? []
  const passage = { paragraph, from: 0, to: first.length }
  return wordsOf(passage, blocks) === '' ? null : passage
}
