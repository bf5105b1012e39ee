import type { QueryOf } from '@consultation/shared/contract.ts'
import {
  type CONTRIBUTION_KINDS,
  type LinkedKind,
  type listSources,
  type OfferedSource,
  RESULT_KINDS,
  type Reference,
} from '@consultation/shared/links.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { type Block, fold, plainText } from '@consultation/shared/text.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { likeOf } from '../responses/answers.ts'
import { asideOf, keyOf, usesOf } from './links.ts'
import { sourcesOf } from './sources.ts'

type Asked = QueryOf<typeof listSources>
type Kind = (typeof CONTRIBUTION_KINDS)[number]
/** Where one stands: kinds in their order, then where it was said, then drawn, so that no order says who was first. */
type Place = { kind: Kind; rank: number; part: number; piece: number; id: string }
type Found = Place & { text: string | null; blocks: Block[] | null }

/** What there is to cite, a page at a time. Refuses: invalid (the cursor). */
export async function search(tx: Tx, caller: Caller, consultationId: string, asked: Asked) {
  const places = await placesOf(tx, consultationId, asked)
  const page = places.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    sources: await offered(tx, caller, page, consultationId),
    next: last && places.length > asked.limit ? cursorAfter(last) : null,
  }
}

async function offered(tx: Tx, caller: Caller, page: readonly Place[], consultationId: string) {
  const refs: Reference[] = page.map(({ kind, id }) => ({ kind, id }))
  const [sources, uses, aside] = await Promise.all([
    sourcesOf(tx, caller, refs, consultationId),
    refs.length > 0 ? usesOf(tx, refs) : [],
    asideOf(tx, refs),
  ])
  const usesBy = Map.groupBy(uses, ({ fromKind: kind, fromId: id }) => keyOf({ kind, id }))
  return refs.flatMap((ref): OfferedSource[] => {
    const source = sources.get(keyOf(ref))
    if (!source) return []
    const used = usesBy.get(keyOf(ref)) ?? []
    return [
      {
        ...source,
        themeIds: [...new Set(used.filter(({ toKind }) => toKind === 'theme').map(({ toId }) => toId))],
        cited: used.some(
          ({ toKind }) => toKind !== 'theme' && (RESULT_KINDS as readonly LinkedKind[]).includes(toKind),
        ),
        setAside: aside.get(keyOf(ref))?.reason ?? null,
      },
    ]
  })
}

// Row-level security leaves out what the caller may not read. A blank answer says nothing that could be cited (SN9).
const PLACES = {
  name: 'source-places',
  text: `with places as (
    select 'answer' as kind, 0 as rank, l.number as part, q.number as piece, c.id, null::text as text, null::jsonb as blocks
      from contributions c join question_lists l on l.id = c.list_id join questions q on q.id = c.question_id
      where l.consultation_id = $1 and c.current and c.search_text <> '' and ($3::text is null or c.search_text like $3)
        and ($4::uuid is null or l.id = $4) and ($5::uuid is null or q.id = $5) and $6::uuid is null
    union all
    select 'letter', 1, l.number, 0, s.letter_id, t.name, null
      from submissions s join question_lists l on l.id = s.list_id join letters t on t.id = s.letter_id
      where l.consultation_id = $1 and s.current and ($4::uuid is null or l.id = $4) and $5::uuid is null and $6::uuid is null
    union all
    select 'statement', 2, n.number, i.number, t.id, null, t.blocks
      from statements t join session_items i on i.id = t.item_id join sessions n on n.id = t.session_id
      where n.consultation_id = $1 and not n.rehearsal and t.open and t.replaced_by is null
        and $4::uuid is null and $5::uuid is null and ($6::uuid is null or n.id = $6)
    union all
    select 'speaker', 3, n.number, i.number, t.id, '', null
      from speakers t join session_items i on i.id = t.item_id join sessions n on n.id = t.session_id
      where n.consultation_id = $1 and not n.rehearsal and t.state = 'spoken' and n.mode = 'attributed' and t.delegation_id is not null
        and $4::uuid is null and $5::uuid is null and ($6::uuid is null or n.id = $6)
    union all
    select 'idea', 4, n.number, i.number, t.id, t.text, null
      from ideas t join session_items i on i.id = t.item_id join sessions n on n.id = t.session_id
      where n.consultation_id = $1 and not n.rehearsal and t.state = 'open'
        and $4::uuid is null and $5::uuid is null and ($6::uuid is null or n.id = $6)
    union all
    select 'cluster', 5, n.number, i.number, t.id, t.name, null
      from clusters t join session_items i on i.id = t.item_id join sessions n on n.id = t.session_id
      where n.consultation_id = $1 and not n.rehearsal and t.merged_into is null
        and $4::uuid is null and $5::uuid is null and ($6::uuid is null or n.id = $6)
    union all
    select 'remark', 6, n.number, i.number, t.id, t.text, null
      from remarks t join topics p on p.id = t.topic_id join session_items i on i.id = p.item_id
      join sessions n on n.id = t.session_id
      where n.consultation_id = $1 and not n.rehearsal
        and $4::uuid is null and $5::uuid is null and ($6::uuid is null or n.id = $6)
    union all
    select 'point', 7, n.number, i.number, t.id, t.text, null
      from notes t join session_items i on i.id = t.item_id join sessions n on n.id = t.session_id
      where n.consultation_id = $1 and not n.rehearsal
        and $4::uuid is null and $5::uuid is null and ($6::uuid is null or n.id = $6)
    union all
    select 'feedback', 8, v.number, v.version, t.id, null, t.reason
      from feedback t join finding_versions v on v.id = t.finding_version_id
      where v.consultation_id = $1 and t.current and $4::uuid is null and $5::uuid is null and $6::uuid is null)
  select kind, rank, part, piece, id,
    case when $3::text is not null then text end as text, case when $3::text is not null then blocks end as blocks
  from places p
  where (cardinality($2::text[]) = 0 or kind = any ($2))
    and ($7::uuid is null or exists (select from links x
      where x.from_kind = p.kind::linked_kind and x.from_id = p.id and x.to_kind = 'theme' and x.to_id = $7))
    and (not $8 or not exists (select from links x where x.from_kind = p.kind::linked_kind and x.from_id = p.id)
      and not exists (select from settings_aside a
        where a.from_kind = p.kind::linked_kind and a.from_id = p.id and a.withdrawn_at is null))
    and ($9::int[] is null or (rank, part, piece, id) > ($9[1], $9[2], $9[3], $10::uuid))
  order by rank, part, piece, id
  limit $11`,
}

async function placesOf(tx: Tx, consultationId: string, asked: Asked): Promise<Found[]> {
  const like = likeOf(asked.q)
  const cursor = asked.cursor === undefined ? null : cursorIn(asked.cursor)
  const { rows } = await tx.$client.query<Found>({
    ...PLACES,
    values: [
      consultationId,
      asked.kind,
      like,
      asked.list ?? null,
      asked.question ?? null,
      asked.session ?? null,
      asked.theme ?? null,
      asked.unused === 'yes',
      cursor && [cursor.rank, cursor.part, cursor.piece],
      cursor?.id,
      like === null ? asked.limit + 1 : null,
    ],
  })
  if (like === null) return rows
  // Answers keep their words folded; what was said in rooms is folded here.
  const words = fold(asked.q ?? '')
  return rows.filter(
    ({ text, blocks }) => (text === null && blocks === null) || fold(text ?? plainText(blocks ?? [])).includes(words),
  )
}

const cursorAfter = ({ rank, part, piece, id }: Place) =>
  Buffer.from(JSON.stringify([rank, part, piece, id])).toString('base64url')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function cursorIn(text: string): Omit<Place, 'kind'> {
  try {
    const [rank, part, piece, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const numbers = [rank, part, piece].every((one) => Number.isInteger(one) && Math.abs(one) < 1_000_000)
    if (numbers && typeof id === 'string' && UUID.test(id)) return { rank, part, piece, id }
  } catch {
    // not one of ours
  }
  throw new Refused('invalid', { field: 'cursor' })
}
