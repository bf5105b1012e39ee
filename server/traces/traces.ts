import type { ConsultationSummary } from '@consultation/shared/consultations.ts'
import { CONTRIBUTION_KINDS, type LinkedKind, type Reference, type SourceView } from '@consultation/shared/links.ts'
import { type Caller, may } from '@consultation/shared/rules/access.ts'
import { isTraceable } from '@consultation/shared/rules/traces.ts'
import type { Thing } from '@consultation/shared/things.ts'
import type { TraceStep, TraceView } from '@consultation/shared/traces.ts'
import type { z } from 'zod'
import { inOnePacket, planOnce, type Tx } from '../database/database.ts'
import { excerptOf } from '../links/excerpts.ts'
import { asideOf, keyOf } from '../links/links.ts'
import { inOrder, resultsOf } from '../links/results.ts'
import { sourcesOf } from '../links/sources.ts'
import { Refused } from '../refused.ts'
import { type Edge, edgesFrom, edgesTo } from './edges.ts'

/**
 * A thing with two steps each way, so that from a paragraph of the report to what was said is one reply. What the caller may not
 * see is left out with everything beyond it. Refuses: not_found.
 */
export async function traceOf(tx: Tx, caller: Caller, ref: Reference, now: Date): Promise<TraceView> {
  const [, back, on] = await inOnePacket(tx.$client, () =>
    Promise.all([planOnce(tx), edgesTo(tx, [ref]), edgesFrom(tx, [ref])]),
  )
  const behind = back.map(({ from }) => from)
  const ahead = on.map(({ to }) => to)
  const [further, beyond] = await inOnePacket(tx.$client, () =>
    Promise.all([edgesTo(tx, behind), edgesFrom(tx, ahead)]),
  )
  const edges = [...back, ...on, ...further, ...beyond]
  // Of a neighbour its beginning is shown, but where one of its passages is meant.
  const meant = edges.filter(({ passage }) => passage !== null).map(({ from }) => keyOf(from))
  const whole = new Set([keyOf(ref), ...meant])
  const [things, aside] = await inOnePacket(tx.$client, () =>
    Promise.all([thingsAlong(tx, caller, [ref], edges, now, whole), asideOf(tx, [ref])]),
  )
  const thing = things.get(keyOf(ref))
  if (!thing) throw new Refused('not_found')
  const setAside = aside.get(keyOf(ref))
  return {
    consultation: await consultationAround(tx, thing),
    thing,
    restsOn: stepsAlong(back, further, 'from', things, whole, ref),
    becameOf: newestOfEach(stepsAlong(on, beyond, 'to', things, whole, ref)),
    setAside: setAside ? { reason: setAside.reason, at: setAside.at.toISOString() } : null,
    may: { setAside: isContribution(thing) && may(caller, 'trace.set_aside') },
  }
}

/**
 * Everything the edges touch, as the caller may know it, as an excerpt where it is not wanted whole. TR4 Words without a name are
 * there only for who writes with them; but where the caller's own were merged into them in a room, it was shown that by the room.
 */
export async function thingsAlong(
  tx: Tx,
  caller: Caller,
  refs: readonly Reference[],
  edges: readonly Edge[],
  now: Date,
  whole: ReadonlySet<string>,
): Promise<Map<string, Thing>> {
  const all = [...refs, ...edges.flatMap(({ from, to }) => [from, to])]
  const [sources, results] = await Promise.all([
    sourcesOf(tx, caller, all.filter(isContribution), null, whole),
    resultsOf(tx, all, now),
  ])
  const things = new Map<string, Thing>(results)
  for (const [key, source] of sources) if (isTraceable(source.shownAs, caller)) things.set(key, source)
  for (const { way, from, to } of edges) {
    const shown = sources.get(keyOf(to))
    if (way === 'merged' && things.has(keyOf(from)) && shown) things.set(keyOf(to), shown)
  }
  return things
}

export const isContribution = ({ kind }: { kind: LinkedKind }): boolean =>
  (CONTRIBUTION_KINDS as readonly LinkedKind[]).includes(kind)

function stepsAlong(
  first: readonly Edge[],
  second: readonly Edge[],
  end: 'from' | 'to',
  things: ReadonlyMap<string, Thing>,
  whole: ReadonlySet<string>,
  start: Reference,
): TraceStep[] {
  const origin = end === 'from' ? 'to' : 'from'
  const after = Map.groupBy(second, (edge) => keyOf(edge[origin]))
  const stepTo = (edge: Edge) => {
    const thing = things.get(keyOf(edge[end]))
    if (!thing || keyOf(edge[end]) === keyOf(start)) return []
    const isCut = 'blocks' in thing && whole.has(keyOf(thing))
    const passage = end === 'from' ? edge.passage : null
    return [
      {
        way: edge.way,
        passage: edge.passage,
        thing: isCut ? { ...thing, blocks: excerptOf(thing.blocks, passage) } : thing,
      },
    ]
  }
  return inOrder(
    first.flatMap((edge) =>
      stepTo(edge).map((step) => ({
        ...step,
        beyond: inOrder((after.get(keyOf(edge[end])) ?? []).flatMap(stepTo)),
      })),
    ),
  )
}

/** One line for a finding, however many of its versions rest on it: the newest that does, or what is being written if none does. */
export function newestOfEach(steps: readonly TraceStep[]): TraceStep[] {
  const findingOf = ({ thing }: TraceStep) => (thing.kind === 'finding' ? thing.findingId : null)
  return steps.flatMap((step) => {
    const findingId = findingOf(step)
    if (findingId === null) return [step]
    const versions = steps.filter((one) => findingOf(one) === findingId)
    if (versions.some(({ thing }) => versionOf(thing) > versionOf(step.thing))) return []
    const beyond = new Map(versions.flatMap((one) => one.beyond).map((one) => [keyOf(one.thing), one]))
    // Several passages of one contribution in one version are one place where it went.
    return versions.find(({ thing }) => thing.id === step.thing.id) === step
      ? [{ ...step, beyond: [...beyond.values()] }]
      : []
  })
}
const versionOf = (thing: Thing) => (thing.kind === 'finding' ? thing.version : 0)

const AROUND = {
  name: 'trace-consultation',
  text: `select c.id, c.reference, c.title, c.track from consultations c where c.id = case $1::text
    when 'list' then (select l.consultation_id from question_lists l where l.id = $2)
    when 'session' then (select n.consultation_id from sessions n where n.id = $2)
    when 'finding' then (select v.consultation_id from finding_versions v where v.id = $2)
    else $2 end`,
}

async function consultationAround(tx: Tx, thing: Thing): Promise<z.infer<typeof ConsultationSummary>> {
  const values = isSource(thing) ? placeOf(thing) : ['consultation', thing.consultationId]
  const { rows } = await tx.$client.query<z.infer<typeof ConsultationSummary>>({ ...AROUND, values })
  if (!rows[0]) throw new Refused('not_found')
  return rows[0]
}

const isSource = (thing: Thing): thing is SourceView => 'place' in thing

function placeOf({ place }: SourceView): [string, string] {
  switch (place.kind) {
    case 'list':
      return [place.kind, place.listId]
    case 'session':
      return [place.kind, place.sessionId]
    case 'finding':
      return [place.kind, place.versionId]
  }
}
