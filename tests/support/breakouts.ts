import { randomUUID } from 'node:crypto'
import { addNote } from '../../shared/records.ts'
import {
  addBreakoutGroup,
  addSlot,
  assignGroups,
  type GroupView,
  moveGroups,
  putPoints,
  type RetreatView,
  readRetreat,
  type SlotView,
  signPoints,
  tellGroups,
} from '../../shared/retreats.ts'
import type { AttributionMode, NoteView, ReportBackView } from '../../shared/room-view.ts'
import { readSession } from '../../shared/sessions.ts'
import type { Person, TestApp } from './app.ts'
import type { CastMember } from './cast.ts'
import { type OpenedRetreat, openedRetreat } from './retreats.ts'

/** On the minute, as people set times. */
export const inHours = (hours: number) =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * 3_600_000).toISOString()
export const command = () => ({ commandId: randomUUID() })

export const slotBody = (from: number, until: number, choiceUntil: string | null = null) => ({
  title: { en: `From ${from} to ${until}` },
  startsAt: inHours(from),
  endsAt: inHours(until),
  choiceUntil,
})

type Groups = {
  /** Who is in which group, by ISO code. */
  groups?: readonly (readonly string[])[]
  mode?: AttributionMode
  /** Of the plenary they report to. */
  plenaryMode?: AttributionMode
  rapporteur?: 'secondStaff' | 'irt'
  /** How far it is brought: the groups meet without it. */
  upTo?: 'placed' | 'told' | 'open'
}
type Wishes = Parameters<typeof openedRetreat>[1] & Groups
export type Room = { sessionId: string; itemId: string; reference: string }
export type Breakouts = OpenedRetreat & {
  slotId: string
  groups: Room[]
  plenarySlotId: string
  plenary: Room
  chair: CastMember
  rapporteur: CastMember
}

/** Three groups of two that meet, and the plenary after them, which is announced. */
export const openedBreakouts = async (app: TestApp, wishes: Wishes = {}): Promise<Breakouts> =>
  breakoutsIn(await openedRetreat(app, wishes), wishes)

/** The same in a retreat that there is. */
export async function breakoutsIn(retreat: OpenedRetreat, wishes: Groups = {}): Promise<Breakouts> {
  const {
    groups: placed = [
      ['GHA', 'SEN'],
      ['NOR', 'KAZ'],
      ['ECU', 'CHN', 'EGY'],
    ],
    mode = 'attributed',
    plenaryMode = 'attributed',
    rapporteur: reports = 'secondStaff',
    upTo = 'open',
  } = wishes
  const { retreatId, people, ids } = retreat
  const [chair, rapporteur] = [people.staff, people[reports]]
  const { personId } = { personId: (await rapporteur.me()).person.id }
  const params = { retreatId }
  await chair.does(addSlot, { params, body: { ...command(), kind: 'breakouts', ...slotBody(1, 3) } })
  let view = await chair.does(addSlot, { params, body: { ...command(), kind: 'plenary', ...slotBody(4, 5) } })
  const [slotId, plenarySlotId] = view.slots.map(({ id }) => id) as [string, string]
  const added = async (slot: string, body: object) => {
    view = await chair.does(addBreakoutGroup, {
      params: { slotId: slot },
      body: { ...command(), title: { en: 'A room' }, mode, findingIds: [retreat.findings[0]!.findingId], ...body },
    })
    return slotOf(view, slot).sessions.at(-1)!.sessionId
  }
  const plenaryId = await added(plenarySlotId, { mode: plenaryMode, title: { en: 'Plenary' } })
  const sessionIds: string[] = []
  for (const [at] of placed.entries())
    sessionIds.push(
      await added(slotId, {
        title: { en: `Group ${at + 1}` },
        reportsTo: plenaryId,
        roles: [{ personId, role: 'rapporteur' }],
      }),
    )
  await chair.does(assignGroups, {
    params: { slotId },
    ifMatch: view.revision,
    body: {
      groups: sessionIds.map((sessionId, at) => ({ sessionId, delegationIds: placed[at]!.map((code) => ids[code]!) })),
    },
  })
  if (upTo !== 'placed')
    for (const slot of [slotId, plenarySlotId])
      await chair.does(tellGroups, { params: { slotId: slot }, body: command() })
  if (upTo === 'open') await chair.does(moveGroups, { params: { slotId }, body: { ...command(), to: 'open' } })
  const roomOf = async (sessionId: string): Promise<Room> => {
    const { items, reference } = await chair.does(readSession, { params: { sessionId } })
    return { sessionId, itemId: items[0]!.id, reference }
  }
  return {
    ...retreat,
    slotId,
    plenarySlotId,
    groups: await Promise.all(sessionIds.map(roomOf)),
    plenary: await roomOf(plenaryId),
    chair,
    rapporteur,
  }
}

export const readOf = (who: Person, { retreatId }: Pick<OpenedRetreat, 'retreatId'>): Promise<RetreatView> =>
  who.does(readRetreat, { params: { retreatId } })

export function slotOf(view: RetreatView, slotId: string): SlotView {
  const slot = view.slots.find(({ id }) => id === slotId)
  if (!slot) throw new Error(`no slot ${slotId}`)
  return slot
}

export function groupIn(view: RetreatView, sessionId: string): GroupView {
  const group = view.slots.flatMap(({ sessions }) => sessions).find((one) => one.sessionId === sessionId)
  if (!group) throw new Error(`no session ${sessionId} in the programme`)
  return group
}

/** An idea on the group's board, past its phases: before anybody watches the room, who would not be told. */
export async function ideaIn(
  app: TestApp,
  { sessionId, itemId }: Room,
  text = 'An idea of the group',
): Promise<string> {
  const known = await app.sql<{ id: string }>('select id from ideas where session_id = $1 and text = $2', [
    sessionId,
    text,
  ])
  const [idea] =
    known.length > 0
      ? known
      : await app.sql<{ id: string }>(
          `insert into ideas (session_id, item_id, text, language, state, place) values ($1, $2, $3, 'en', 'open', 1) returning id`,
          [sessionId, itemId, text],
        )
  return idea!.id
}

/** The rapporteur writes so many points, each resting on an idea. */
export async function drafts(who: Person, room: Room, count: number): Promise<NoteView[]> {
  const source = { kind: 'idea' as const, id: await ideaIn(who.app, room) }
  const written: NoteView[] = []
  for (let at = 1; at <= count; at++)
    written.push(
      await who.does(addNote, {
        params: { itemId: room.itemId },
        body: { ...command(), text: `Point ${at} of the group`, sources: [source] },
      }),
    )
  return written
}

export const puts = (who: Person, { sessionId }: Room): Promise<ReportBackView> =>
  who.does(putPoints, { params: { sessionId }, body: command() })

/** Signs without words, dissents with some. */
export const signs = (who: Person, { sessionId }: Room, digest: string, note = '') =>
  who.ask(signPoints, { params: { sessionId }, body: { digest, dissents: note !== '', note } })

/** Whatever stands for a delegation: ids, names in every language, its people, and its code as a value. */
export async function tracesOfDelegation(app: TestApp, code: string): Promise<string[]> {
  const rows = await app.sql<{ trace: string }>(
    `with own as (select id, names, formal_names from delegations where code = $1)
     select id::text as trace from own
     union select jsonb_path_query(names, '$.*')#>>'{}' from own
     union select jsonb_path_query(formal_names, '$.*')#>>'{}' from own
     union select unnest(array[m.id::text, p.id::text, p.email, p.name])
       from memberships m join own on own.id = m.delegation_id join people p on p.id = m.person_id`,
    [code],
  )
  return [...rows.map(({ trace }) => trace), `"${code}"`]
}
