import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givePoints, moderateIdea, movePhase, writeIdea } from '../../shared/board.ts'
import { giveStatement, inscribe, readSpeakingTime, setClock, setSpeakersList } from '../../shared/floor.ts'
import { addNote, handOverRecord, readRecord } from '../../shared/records.ts'
import { putPoints, signPoints } from '../../shared/retreats.ts'
import { mayInRoom, ROOM_COMMANDS, type RoomCommand, type RoomRole, type Standing } from '../../shared/rules/rooms.ts'
import {
  assignRoles,
  attend,
  directScreen,
  keepRecord,
  markAttendance,
  moveSession,
  readRoom,
  readSession,
  takeUpItem,
} from '../../shared/sessions.ts'
import { answerTemperature, askTemperature, moveTemperature } from '../../shared/temperatures.ts'
import { blocksOf } from '../../shared/text.ts'
import { openTopic, remark, resolveTopic } from '../../shared/topics.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import { giveRoles, openedSession } from '../support/sessions.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const command = () => ({ commandId: randomUUID() })

/** A session with one of each thing that a command is about. */
async function furnished(role: RoomRole | null) {
  const opened = await openedSession(app, { delegations: ['GHA', 'NOR', 'EGY'], observers: ['NOR'] })
  const { sessionId, itemId, chair, moderator, people } = opened
  const session = await chair.does(readSession, { params: { sessionId } })
  await giveRoles(session, chair, role === null ? [] : [{ who: moderator, role }])
  const [idea] = await app.sql<{ id: string }>(
    `insert into ideas (session_id, item_id, text, language, state, place)
     values ($1, $2, 'An idea', 'en', 'open', 1) returning id`,
    [sessionId, itemId],
  )
  const params = { itemId }
  const question = { en: 'Is this the way?' }
  const temperature = await chair.does(askTemperature, { params, body: { ...command(), question } })
  await chair.does(moveTemperature, {
    params: { temperatureId: temperature.id },
    body: { ...command(), from: 'prepared', to: 'open' },
  })
  const topic = await chair.does(openTopic, { params, body: { ...command(), title: 'A topic' } })
  await asBreakout(opened)
  const outsider = (await people.headGhana.me()).person.id
  return { ...opened, outsider, ideaId: idea!.id, temperatureId: temperature.id, topicId: topic.id }
}

/** A breakout group of a retreat, so that there is something to sign. */
async function asBreakout({ sessionId, consultationId }: { sessionId: string; consultationId: string }): Promise<void> {
  await app.sql(
    `with retreat as (
       insert into retreats (consultation_id, number, reference, title, note, place, zone, participant_ids, finding_ids,
         feedback_opens_at, feedback_closes_at, attribution_offered, feedback_open)
       values ($1::uuid, 1, 'R-' || $2::uuid, '{}', '{}', '', 'UTC', '{}', '{}', now(), now() + interval '1 day', '{attributed}', true) returning id),
     slot as (
       insert into retreat_slots (retreat_id, kind, title, starts_at, ends_at)
       select id, 'breakouts', '{}', now(), now() + interval '1 hour' from retreat returning id, retreat_id),
     place as (
       insert into retreat_sessions (session_id, retreat_id, slot_id, kind, number, finding_ids)
       select $2::uuid, retreat_id, id, 'breakouts', 1, '{}' from slot)
     insert into report_backs (session_id) values ($2::uuid)`,
    [consultationId, sessionId],
  )
}
type Furnished = Awaited<ReturnType<typeof furnished>>

/** Each command as a call that nothing but the caller's part in the room can forbid; what it then meets does not matter. */
const CALLS: Partial<
  Record<RoomCommand, (who: Person, at: Furnished) => Promise<{ status: number; body: { code?: string } }>>
> = {
  follow: (who, { sessionId }) => who.ask(readRoom, { params: { sessionId } }),
  attend: (who, { sessionId }) => who.ask(attend, { params: { sessionId }, body: command() }),
  'attendance.mark': (who, { sessionId, delegationIds }) =>
    who.ask(markAttendance, { params: { sessionId, delegationId: delegationIds.GHA! }, body: { present: true } }),
  'session.open': (who, { sessionId }) =>
    who.ask(moveSession, { params: { sessionId }, body: { ...command(), from: 'announced', to: 'open' } }),
  'session.close': (who, { sessionId }) =>
    who.ask(moveSession, { params: { sessionId }, body: { ...command(), from: 'announced', to: 'closed' } }),
  'session.hand_over': async (who, { sessionId, chair, outsider }) => {
    const { revision } = await chair.does(readSession, { params: { sessionId } })
    const roles = [{ personId: outsider, role: 'chair' as const }]
    return who.ask(assignRoles, { params: { sessionId }, ifMatch: revision, body: { roles } })
  },
  'item.take_up': (who, { sessionId }) =>
    who.ask(takeUpItem, { params: { sessionId }, body: { ...command(), from: randomUUID(), to: null } }),
  'screen.direct': (who, { sessionId }) => who.ask(directScreen, { params: { sessionId }, body: { show: 'item' } }),
  'record.keep': (who, { sessionId }) => who.ask(keepRecord, { params: { sessionId }, body: { kept: true } }),
  'speakers.inscribe': (who, { itemId }) =>
    who.ask(inscribe, { params: { itemId }, body: { ...command(), capacity: 'national' } }),
  'speakers.inscribe_other': (who, { itemId, delegationIds }) =>
    who.ask(inscribe, {
      params: { itemId },
      body: { ...command(), capacity: 'national', delegationId: delegationIds.EGY! },
    }),
  'speakers.run': (who, { itemId }) => who.ask(setSpeakersList, { params: { itemId }, body: { open: true } }),
  'clock.run': (who, { itemId }) =>
    who.ask(setClock, { params: { itemId }, body: { ...command(), revision: -1, to: 'start' } }),
  'speaking_time.read': (who, { sessionId }) => who.ask(readSpeakingTime, { params: { sessionId } }),
  'statement.give': (who, { itemId }) =>
    who.ask(giveStatement, {
      params: { itemId },
      body: { groupId: randomUUID(), language: 'en', blocks: blocksOf('Said.'), channel: 'writing' },
    }),
  'idea.write': (who, { itemId }) =>
    who.ask(writeIdea, { params: { itemId }, body: { ...command(), text: 'An idea', language: 'en' } }),
  'board.run': (who, { itemId }) =>
    who.ask(movePhase, { params: { itemId }, body: { ...command(), from: 'closed', to: 'discussing' } }),
  'idea.moderate': (who, { ideaId }) =>
    who.ask(moderateIdea, { params: { ideaId }, body: { ...command(), to: 'unpinned' } }),
  'points.give': (who, { itemId }) => who.ask(givePoints, { params: { itemId }, body: { revision: 99, points: {} } }),
  'temperature.run': (who, { itemId }) =>
    who.ask(askTemperature, { params: { itemId }, body: { ...command(), question: { en: 'And this?' } } }),
  'temperature.answer': (who, { temperatureId }) =>
    who.ask(answerTemperature, { params: { temperatureId }, body: { choice: 'undecided' } }),
  'topic.open': (who, { itemId }) =>
    who.ask(openTopic, { params: { itemId }, body: { ...command(), title: 'Another topic' } }),
  'remark.make': (who, { topicId }) =>
    who.ask(remark, { params: { topicId }, body: { ...command(), language: 'en', text: 'A remark.' } }),
  'topic.run': (who, { topicId }) => who.ask(resolveTopic, { params: { topicId }, body: { resolved: false } }),
  'note.write': (who, { itemId }) =>
    who.ask(addNote, { params: { itemId }, body: { ...command(), text: 'A point.', sources: [] } }),
  'record.read': (who, { sessionId }) => who.ask(readRecord, { params: { sessionId } }),
  'report.put': (who, { sessionId }) => who.ask(putPoints, { params: { sessionId }, body: command() }),
  'report.sign': (who, { sessionId }) =>
    who.ask(signPoints, { params: { sessionId }, body: { digest: '0'.repeat(64), dissents: false, note: '' } }),
  'record.hand_over': (who, { sessionId }) => who.ask(handOverRecord, { params: { sessionId }, body: command() }),
}
/** No call of its own: it is a stream that one may follow or not. */
const ELSEWHERE: RoomCommand[] = ['podium.follow']

const nobody = {
  roles: [],
  invitedAs: null,
  delegationId: null,
  speaks: false,
  staff: false,
  administrator: false,
  listens: false,
  readsAfterwards: false,
} as const
const standing = (more: Partial<Standing>): Standing => ({ ...nobody, screen: false, ...more })
const member = (invitedAs: Standing['invitedAs'], speaks = true) => standing({ invitedAs, speaks, delegationId: 'd' })

/** The podium answers in a topic too, as itself. */
const mayTry = (who: Standing, name: RoomCommand) =>
  mayInRoom(who, name) || (name === 'remark.make' && mayInRoom(who, 'topic.run'))

async function compare(at: Furnished, who: Person, name: string, as: Standing): Promise<void> {
  for (const [command, call] of Object.entries(CALLS) as [RoomCommand, NonNullable<(typeof CALLS)[RoomCommand]>][]) {
    const { status, body } = await call(who, at)
    expect([command, body?.code]).not.toEqual([command, 'unknown_field'])
    // Whom the session does not concern is told that there is none.
    const refusedForPart = status === 403 || status === 404
    expect({ name, command, refusedForPart }).toEqual({ name, command, refusedForPart: !mayTry(as, command) })
    expect(status).toBeLessThan(500)
  }
}

test('every command of the table is tried', () => {
  expect([...Object.keys(CALLS), ...ELSEWHERE].sort()).toEqual(Object.keys(ROOM_COMMANDS).sort())
})

test('RR1 holds cell by cell through HTTP, for those who sit in the room and those who do not', async () => {
  const at = await furnished('moderator')
  const { headGhana, drafterGhana, readerGhana, drafterNorway, headSenegal, administrator } = at.people
  await compare(at, at.chair, 'chair', standing({ roles: ['chair'], staff: true }))
  await compare(at, at.moderator, 'moderator', standing({ roles: ['moderator'], staff: true }))
  await compare(at, headGhana, 'head', member('delegate'))
  await compare(at, drafterGhana, 'drafter', member('delegate'))
  await compare(at, readerGhana, 'reader', member('delegate', false))
  await compare(at, drafterNorway, 'observer', member('observer'))
  await compare(at, headSenegal, 'uninvited', member(null))
  await compare(at, administrator, 'administrator', standing({ administrator: true }))
})

test.each(['rapporteur', 'note_taker', null] as const)('RR1 holds for staff whose part is: %s', async (role) => {
  const at = await furnished(role)
  await compare(at, at.moderator, String(role), standing({ roles: role === null ? [] : [role], staff: true }))
})
