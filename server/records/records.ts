import { streams } from '@consultation/shared/live.ts'
import type { OwnRecordView, RecordView } from '@consultation/shared/records.ts'
import type { Collections, ItemView, NoteView, SpeakerView } from '@consultation/shared/room-view.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { THRESHOLD } from '@consultation/shared/rules/numbers.ts'
import { mayInRoom } from '@consultation/shared/rules/rooms.ts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { standingClusters } from '../board/clusters.ts'
import { boardPart } from '../board/part.ts'
import type { Tx } from '../database/database.ts'
import { floorPart } from '../floor/part.ts'
import { statementsIn } from '../floor/statements.ts'
import { Refused } from '../refused.ts'
import { ownOf } from '../sessions/own.ts'
import { presentHead, sessionPart } from '../sessions/part.ts'
import { entered, type Look } from '../sessions/room.ts'
import { attendances, sessions } from '../sessions/tables.ts'
import { temperaturePart } from '../temperatures/temperatures.ts'
import { remarkSources } from '../topics/tables.ts'
import { topicPart } from '../topics/topics.ts'
import type { Work } from '../work.ts'
import { notesIn } from './notes.ts'

const PARTS = [sessionPart, floorPart, boardPart, temperaturePart, topicPart]
const OWN = PARTS.flatMap((part) => part.own ?? [])

/** The room as an audience is shown it: the record says nothing that was not said there, and names nobody who was not named. */
async function roomFor(tx: Tx, look: Look): Promise<Partial<Collections>> {
  const shown = await Promise.all(PARTS.map((part) => part.whole(tx, look)))
  return Object.assign({}, ...shown)
}

const of = <T extends { itemId: string }>(things: readonly T[] | undefined, itemId: string): T[] =>
  (things ?? []).filter((thing) => thing.itemId === itemId)

const inPlace = <T extends { place: number }>(things: readonly T[]): T[] => things.toSorted((a, b) => a.place - b.place)

/** The record as it stands, for the podium. Refuses: not_found, forbidden. */
export async function recordOf(tx: Tx, caller: Caller, sessionId: string): Promise<RecordView> {
  const { session, standing } = await entered(tx, caller, sessionId, 'record.read')
  const look: Look = { session, seen: { kind: 'all' } }
  const named = session.mode === 'attributed'
  const [room, points, standsFor, there] = await Promise.all([
    roomFor(tx, look),
    notesIn(tx, { session, seen: { kind: 'podium' } }),
    standingClusters(tx, sessionId),
    named
      ? tx
          .select({ delegationId: attendances.delegationId })
          .from(attendances)
          .where(eq(attendances.sessionId, sessionId))
          .orderBy(asc(attendances.delegationId))
      : null,
  ])
  // A cluster that was merged is told of by the one that stands for it, and so is what rests on it.
  const notes = points.map((point) => ({ ...point, sources: withStanding(point.sources, standsFor) }))
  const given = room.statements ?? []
  const written = given.filter(({ channel }) => channel === 'writing').length
  // What a point rests on stands beside what has taken its place since.
  const cited = notes.flatMap(({ sources }) => sources.flatMap(({ kind, id }) => (kind === 'statement' ? [id] : [])))
  const statements = [...given, ...(await statementsIn(tx, look, cited, { replaced: true })).filter(isReplaced)]
  return {
    session: presentHead(session),
    provisional: session.state !== 'closed',
    handedOverAt: session.handedOverAt?.toISOString() ?? null,
    attended: there?.map(({ delegationId }) => delegationId) ?? null,
    items: (room.items ?? []).map((item) => ({
      item,
      ...spokeAt(of(room.speakers, item.id), named),
      statements: of(statements, item.id),
      clusters: inPlace(of(room.clusters, item.id)),
      ideas: inPlace(of(room.ideas, item.id)),
      temperatures: of(room.temperatures, item.id),
      ...talkAt(room, item),
      notes: of(notes, item.id),
    })),
    channels: named ? { room: given.length - written, writing: written } : null,
    may: {
      handOver: session.state === 'closed' && session.handedOverAt === null && mayInRoom(standing, 'record.hand_over'),
      export: true,
    },
  }
}

type Sources = NoteView['sources']

function withStanding(sources: Sources, standsFor: (id: string) => string): Sources {
  const found = sources.map(({ kind, id }) => ({ kind, id: kind === 'cluster' ? standsFor(id) : id }))
  return found.filter((one, at) => found.findIndex(({ kind, id }) => kind === one.kind && id === one.id) === at)
}

const isReplaced = ({ replaced }: { replaced: boolean }) => replaced

/** Who spoke, in the order in which they did; where names are sealed how many, if they are not too few to be that. */
function spokeAt(speakers: readonly SpeakerView[], named: boolean): { speakers: SpeakerView[]; spoke: number | null } {
  const spoken = speakers
    .filter(({ state }) => state === 'spoken')
    .toSorted((a, b) => (a.spokeAt ?? '').localeCompare(b.spokeAt ?? ''))
  const delegations = new Set(spoken.flatMap(({ seat }) => ('delegationId' in seat ? [seat.delegationId] : []))).size
  return named
    ? { speakers: spoken, spoke: delegations }
    : { speakers: [], spoke: delegations >= THRESHOLD ? delegations : null }
}

function talkAt({ topics, remarks }: Partial<Collections>, item: ItemView) {
  const here = of(topics, item.id)
  const ids = new Set(here.map(({ id }) => id))
  return { topics: here, remarks: inPlace((remarks ?? []).filter(({ topicId }) => ids.has(topicId))) }
}

/** What the caller's delegation said, for itself alone. Refuses: not_found, forbidden. */
export async function ownRecordOf(tx: Tx, caller: Caller, sessionId: string): Promise<OwnRecordView> {
  const { session, standing } = await entered(tx, caller, sessionId, 'statement.give')
  const { delegationId } = standing
  if (delegationId === null) throw new Refused('forbidden')
  const seen = { kind: 'seat', delegationId } as const
  const [all, own, said] = await Promise.all([
    roomFor(tx, { session, seen: { kind: 'all' } }),
    ownOf(tx, OWN, { session, seen }),
    tx
      .select({ id: remarkSources.remarkId })
      .from(remarkSources)
      .where(and(eq(remarkSources.sessionId, sessionId), eq(remarkSources.delegationId, delegationId))),
  ])
  const mine = new Set(said.map(({ id }) => id))
  return {
    session: presentHead(session),
    provisional: session.state !== 'closed',
    delegationId,
    items: (all.items ?? []).map((item) => {
      const talk = talkAt(all, item)
      const remarks = talk.remarks
        .filter(({ id }) => mine.has(id))
        .map((remark) => ({ ...remark, seat: { kind: 'delegation' as const, delegationId } }))
      return {
        item,
        places: of(all.speakers, item.id).filter(
          ({ seat }) => 'delegationId' in seat && seat.delegationId === delegationId,
        ),
        statements: of(own.ownStatements, item.id),
        ideas: of(own.ownIdeas, item.id),
        topics: talk.topics.filter(({ id }) => remarks.some(({ topicId }) => topicId === id)),
        remarks,
      }
    }),
  }
}

/** Hands the points over: from then on they stand as they are. Refuses: not_found, forbidden, session_not_open, moved_meanwhile. */
export async function handOver(work: Work, sessionId: string): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, 'record.hand_over')
  if (session.state !== 'closed') throw new Refused('session_not_open')
  const [handed] = await work.tx
    .update(sessions)
    .set({ handedOverAt: work.now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.handedOverAt)))
    .returning({ id: sessions.id })
  if (!handed) throw new Refused('moved_meanwhile')
  await work.write(streams.sessionPodium(sessionId), 'session.handed_over', sessionId)
}
