import type { StreamName } from '@consultation/shared/live.ts'
import { actsFor, type Caller, may } from '@consultation/shared/rules/access.ts'
import type { Database } from './database/database.ts'
import { mayFollowRetreat } from './feedback/desk.ts'
import { mayFollowList } from './question-lists/question-lists.ts'
import { audienceIn, roomOf, type Seen } from './sessions/room.ts'

/** Of these streams those of which this caller may be told; asked at subscription and whenever rights change. One trip for each room. */
export async function followable(
  database: Database,
  caller: Caller,
  streams: readonly StreamName[],
): Promise<Set<StreamName>> {
  const audiences = new Map<string, Promise<(seen: Seen) => boolean>>()
  const inRoom = async (stream: StreamName) => {
    const room = roomOf(stream)
    if (!room) return false
    const audience = audiences.get(room.sessionId) ?? audienceIn(database, caller, room.sessionId)
    audiences.set(room.sessionId, audience)
    return (await audience)(room.seen)
  }
  const allowed = await Promise.all(streams.map((stream) => mayFollow(database, caller, stream, inRoom)))
  return new Set(streams.filter((_, at) => allowed[at]))
}

async function mayFollow(
  database: Database,
  caller: Caller,
  stream: StreamName,
  inRoom: (stream: StreamName) => Promise<boolean>,
): Promise<boolean> {
  const [kind, id = ''] = stream.split(':')
  // A plenary screen knows its room, and of that what all are told.
  if (caller.kind === 'screen') return kind === 'session' && inRoom(stream)
  if (caller.kind !== 'person') return false
  switch (kind) {
    case 'people':
      return caller.office.includes('administrator')
    case 'consultation':
      // What is being written of findings is for who writes; what is published every delegation is told.
      return may(caller, stream.endsWith(':all') ? 'consultation.read' : 'source.read')
    case 'person':
      return caller.personId === id
    case 'delegation':
      return actsFor(caller, id)
    case 'list':
      return mayFollowList(database, caller, stream)
    case 'session':
      return inRoom(stream)
    case 'retreat':
      return mayFollowRetreat(database, caller, stream)
    default:
      return false
  }
}
