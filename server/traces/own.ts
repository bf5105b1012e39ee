import type { Reference } from '@consultation/shared/links.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { outcomeOf } from '@consultation/shared/rules/traces.ts'
import type { Thing } from '@consultation/shared/things.ts'
import type { Became } from '@consultation/shared/traces.ts'
import { inOnePacket, planOnce, type Tx } from '../database/database.ts'
import { asideOf, keyOf } from '../links/links.ts'
import { inOrder } from '../links/results.ts'
import { Refused } from '../refused.ts'
import { type Edge, edgesFrom } from './edges.ts'
import { thingsAlong } from './traces.ts'

/** Idea, cluster, point, summary, finding, measure, paragraph: no way is longer but by merging. */
const STEPS_MAX = 6

// A version that was replaced is listed only where something rests on it, so it is told apart here. What a group said for the
// delegation is its own too, as far as whoever is spoken for may read it.
const SAID = {
  name: 'own-contributions',
  text: `select 'answer' as kind, c.id, c.current, false as "inOurName" from contribution_sources s
      join contributions c on c.id = s.contribution_id where s.delegation_id = $1
    union all
    select 'answer', c.id, c.current, true from submissions b join contribution_sources s on s.submission_id = b.id
      join contributions c on c.id = s.contribution_id
      where $1 = any (b.roster) and b.delegation_id <> $1 and s.attribution = 'attributed'
    union all
    select 'letter', s.letter_id, s.current, s.delegation_id <> $1 from submissions s
      where (s.delegation_id = $1 or $1 = any (s.roster)) and s.letter_id is not null
    union all
    select 'statement', t.id, t.replaced_by is null, s.delegation_id <> $1 from statement_sources s
      join statements t on t.id = s.statement_id join sessions n on n.id = s.session_id
      where (s.delegation_id = $1 or $1 = any (s.roster)) and not n.rehearsal
    union all
    select 'speaker', s.id, true, false from speakers s join sessions n on n.id = s.session_id
      where s.delegation_id = $1 and s.spoke_at is not null and n.mode = 'attributed' and not n.rehearsal
        and not exists (select from statement_sources t where t.item_id = s.item_id and t.delegation_id = s.delegation_id
          and t.group_id is not distinct from s.group_id)
    union all
    select 'idea', t.id, true, false from idea_sources s join ideas t on t.id = s.idea_id join sessions n on n.id = s.session_id
      where s.delegation_id = $1 and t.state = 'open' and not n.rehearsal
    union all
    select 'remark', s.remark_id, true, false from remark_sources s join sessions n on n.id = s.session_id
      where s.delegation_id = $1 and not n.rehearsal
    union all
    select 'feedback', s.feedback_id, s.current, s.delegation_id <> $1 from feedback_sources s
      where s.delegation_id = $1 or $1 = any (s.roster)`,
}
// CV2 It was said to the words that stood then.
const OWN_WORDS = {
  name: 'own-words-to-groups',
  text: `select s.feedback_id as "feedbackId", a.association, a.note, a.paragraphs, a.at, a.at < s.at as lapsed
    from feedback_associations a
    join feedback_sources s on s.retreat_id = a.retreat_id and s.finding_version_id = a.finding_version_id
      and s.group_id = a.group_id and s.current
    where a.delegation_id = $1 and a.withdrawn_at is null`,
}
type OwnWord = Omit<NonNullable<Became['ownWord']>, 'at'> & { feedbackId: string; at: Date }

/**
 * Everything the caller's delegation said, and groups in its name, with where it went: for itself alone, in its own contributions
 * that are not for attribution too. What others said is not here, but for words into which a room merged its own. Refuses: not_found.
 */
export async function becameOf(tx: Tx, caller: Caller, now: Date): Promise<Became[]> {
  if (caller.kind !== 'person' || !caller.acting) throw new Refused('not_found')
  const values = [caller.acting.delegationId]
  const [, { rows }, words] = await inOnePacket(tx.$client, () =>
    Promise.all([
      planOnce(tx),
      tx.$client.query<Reference & { current: boolean; inOurName: boolean }>({ ...SAID, values }),
      tx.$client.query<OwnWord>({ ...OWN_WORDS, values }),
    ]),
  )
  const ownWords = new Map(words.rows.map((word) => [word.feedbackId, word]))
  const edges = await edgesOnwards(tx, rows)
  const cited = new Set(edges.map(({ from }) => keyOf(from)))
  const said = [
    ...new Map(rows.filter((one) => one.current || cited.has(keyOf(one))).map((one) => [keyOf(one), one])).values(),
  ]
  const [things, aside] = await inOnePacket(tx.$client, () =>
    Promise.all([thingsAlong(tx, caller, said, edges, now, new Set()), asideOf(tx, said)]),
  )
  const after = Map.groupBy(edges, ({ from }) => keyOf(from))
  return said
    .flatMap((ref): Became[] => {
      const source = things.get(keyOf(ref))
      if (!source || !('place' in source)) return []
      const went = waysOn(ref, after, things)
      const setAside = aside.get(keyOf(ref))
      return [
        {
          source,
          inOurName: ref.inOurName,
          ownWord: ref.inOurName ? presentWord(ownWords.get(ref.id)) : null,
          outcome: outcomeOf({
            inSummary: went.some(({ thing }) => thing.kind === 'summary'),
            inResult: went.some(({ thing }) => ['finding', 'measure', 'paragraph'].includes(thing.kind)),
            ways: went.map(({ way }) => way),
            setAside: setAside !== undefined,
          }),
          went,
          setAside: setAside ? { reason: setAside.reason, at: setAside.at.toISOString() } : null,
        },
      ]
    })
    .sort((a, b) => byPlace(a.source).localeCompare(byPlace(b.source)))
}

function presentWord(word: OwnWord | undefined): Became['ownWord'] {
  if (!word) return null
  const { association, note, paragraphs, at, lapsed } = word
  return { association, note, paragraphs, at: at.toISOString(), lapsed }
}

/** All that can be reached, a level at a time. */
async function edgesOnwards(tx: Tx, refs: readonly Reference[]): Promise<Edge[]> {
  const edges: Edge[] = []
  const seen = new Set(refs.map(keyOf))
  let front: readonly Reference[] = refs
  for (let step = 0; step < STEPS_MAX && front.length > 0; step++) {
    const next = await edgesFrom(tx, front)
    edges.push(...next)
    front = [...new Map(next.map(({ to }) => [keyOf(to), to])).values()].filter((to) => !seen.has(keyOf(to)))
    for (const to of front) seen.add(keyOf(to))
  }
  return edges
}

/** Each thing it went into, by the shortest way, through what may be seen alone; of a finding the newest version. */
function waysOn(
  start: Reference,
  after: ReadonlyMap<string, Edge[]>,
  things: ReadonlyMap<string, Thing>,
): Became['went'] {
  const found = new Map<string, Became['went'][number]>()
  let front: { ref: Reference; through: Thing[] }[] = [{ ref: start, through: [] }]
  const seen = new Set([keyOf(start)])
  while (front.length > 0) {
    front = front.flatMap(({ ref, through }) =>
      (after.get(keyOf(ref)) ?? []).flatMap((edge) => {
        const thing = things.get(keyOf(edge.to))
        if (!thing || seen.has(keyOf(edge.to))) return []
        seen.add(keyOf(edge.to))
        found.set(keyOf(edge.to), { way: edge.way, thing, through })
        return [{ ref: edge.to, through: [...through, thing] }]
      }),
    )
  }
  const all = [...found.values()]
  return inOrder(all.filter(({ thing }) => !all.some((other) => replaces(other.thing, thing))))
}

const replaces = (other: Thing, thing: Thing) =>
  other.kind === 'finding' &&
  thing.kind === 'finding' &&
  other.findingId === thing.findingId &&
  other.version > thing.version

/** In the order in which things were said: lists by question, then sessions, then feedback. */
function byPlace({ place, kind, at, id }: Became['source']): string {
  const number = (value: number | null) => String(value ?? 0).padStart(4, '0')
  switch (place.kind) {
    case 'list':
      return `1 ${place.listId} ${number(place.question)} ${id}`
    case 'session':
      return `2 ${place.sessionId} ${place.itemId} ${at ?? ''} ${kind} ${id}`
    case 'finding':
      return `3 ${number(place.number)} ${number(place.version)} ${id}`
  }
}
