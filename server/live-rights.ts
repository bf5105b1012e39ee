import type { StreamName } from '@consultation/shared/live.ts'
import { actsFor, type Caller, may } from '@consultation/shared/rules/access.ts'
import type { Database } from './database/database.ts'
import { mayFollowRetreat } from './feedback/desk.ts'
import { mayFollowList } from './question-lists/question-lists.ts'
import { mayFollowSession } from './sessions/room.ts'

/** Whether this caller may be told of what happens in the stream, in one trip; asked at subscription and whenever rights change. */
export async function mayFollow(database: Database, caller: Caller, stream: StreamName): Promise<boolean> {
  const [kind, id = ''] = stream.split(':')
  // A plenary screen knows its room, and of that what all are told.
  if (caller.kind === 'screen') return kind === 'session' && mayFollowSession(database, caller, stream)
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
      return mayFollowSession(database, caller, stream)
    case 'retreat':
      return mayFollowRetreat(database, caller, stream)
    default:
      return false
  }
}
