import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callChair, declineGroup, messageGroups, moveToGroup } from '../../shared/retreats.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type Breakouts, command, drafts, openedBreakouts, puts, type Room, signs } from '../support/breakouts.ts'
import type { CastMember } from '../support/cast.ts'

// The policy of the application is out of the game here: raw SQL, as the role the server works as.
let app: TestApp
let role: pg.Client
let m: Breakouts
let first: Room
let second: Room

beforeAll(async () => {
  app = await startApp()
  m = await openedBreakouts(app, { mode: 'not_for_attribution', upTo: 'told' })
  ;[first, second] = m.groups as [Room, Room]
  const { headGhana, headSenegal, headNorway } = m.people
  // Told already: what was wished for before stays written down.
  await app.sql(
    'insert into group_choices (slot_id, delegation_id, session_ids, at) select $1, unnest($2::uuid[]), $3, now()',
    [m.slotId, [m.ids.GHA, m.ids.NOR], [first.sessionId]],
  )
  await headGhana.does(declineGroup, { params: { sessionId: first.sessionId }, body: { ...command(), note: 'No.' } })
  const back = { ...command(), delegationId: m.ids.GHA!, from: null, to: first.sessionId }
  await m.chair.does(moveToGroup, { params: { slotId: m.slotId }, body: back })
  await app.sql("update sessions set state = 'open', record_kept = true, opened_at = now() where id = any ($1)", [
    m.groups.map(({ sessionId }) => sessionId),
  ])
  await m.chair.does(messageGroups, { params: { slotId: m.slotId }, body: { ...command(), text: 'To all' } })
  await headGhana.does(callChair, { params: { sessionId: first.sessionId }, body: command() })
  await drafts(m.rapporteur, first, 1)
  const { digest } = await puts(m.rapporteur, first)
  for (const who of [headGhana, headSenegal]) await signs(who, first, digest!)
  await headNorway.ready()
  role = new pg.Client({ connectionString: app.appUrl })
  await role.connect()
})
afterAll(async () => {
  await role?.end()
  await app.close()
})

/** What comes back, or why it is refused. */
async function as(who: CastMember, text: string, values: unknown[] = []): Promise<Record<string, unknown>[] | string> {
  await role.query('begin')
  try {
    await role.query(
      "select set_config('app.person', $1, true), set_config('app.delegation', $2, true), set_config('app.office', $3, true)",
      [(await who.me()).person.id, who.actingFor ?? '', who.who.officeRoles.join(',')],
    )
    const { rows, rowCount, command: done } = await role.query(text, values)
    return done === 'SELECT' ? rows : [{ count: rowCount }]
  } catch (error) {
    return error instanceof pg.DatabaseError ? String(error.code) : 'unknown'
  } finally {
    await role.query('rollback')
  }
}
const NOT_PERMITTED = '42501'

describe('[P3] [T10] with the application’s policy out of the way', () => {
  test('wishes and what was declined are rows for the delegation itself and for staff', async () => {
    const { headGhana, headNorway, headSenegal, irt } = m.people
    const wishes = 'select delegation_id as id from group_choices order by 1'
    expect(await as(headGhana, wishes)).toEqual([{ id: m.ids.GHA }])
    expect(await as(headNorway, wishes)).toEqual([{ id: m.ids.NOR }])
    expect(await as(m.chair, wishes)).toHaveLength(2)
    const declined = 'select note from declines'
    expect(await as(headGhana, declined)).toEqual([{ note: 'No.' }])
    for (const who of [headNorway, headSenegal, irt]) {
      expect(await as(who, declined)).toEqual([])
      if (who !== headNorway) expect(await as(who, wishes)).toEqual([])
    }
  })

  test.each(['room_messages', 'podium_calls', 'signatures', 'report_backs'])(
    '%s of a group are rows for who is in it',
    async (table) => {
      const of = `select session_id as id from ${table} where session_id = $1`
      const here = await as(m.people.headSenegal, of, [first.sessionId])
      expect(here.length).toBeGreaterThan(0)
      expect(await as(m.people.headNorway, of, [first.sessionId])).toEqual([])
      // The Review Team has no part in a room where names are sealed.
      expect(await as(m.people.irt, of, [first.sessionId])).toEqual([])
      expect(await as(await m.people.adviserOfTwo.actsFor('ECU'), of, [first.sessionId])).toEqual([])
    },
  )

  test('nobody writes for another, in another’s room, or what staff write', async () => {
    const { headGhana, headNorway } = m.people
    const refused: [CastMember, string, unknown[]][] = [
      [
        headGhana,
        'insert into group_choices (slot_id, delegation_id, session_ids, at) values ($1, $2, $3, now())',
        [m.slotId, m.ids.SEN, []],
      ],
      [
        headGhana,
        'insert into declines (session_id, delegation_id, note, at) values ($1, $2, $3, now())',
        [first.sessionId, m.ids.SEN, ''],
      ],
      [
        headGhana,
        'insert into room_messages (session_id, text, at) values ($1, $2, now())',
        [first.sessionId, 'As if by the chair'],
      ],
      [
        headNorway,
        'insert into podium_calls (session_id, retreat_id, note, at) values ($1, $2, $3, now())',
        [first.sessionId, m.retreatId, ''],
      ],
      [
        headNorway,
        "insert into signatures (session_id, delegation_id, digest, dissents, note, by, at) values ($1, $2, '', false, '', $3, now())",
        [first.sessionId, m.ids.NOR, (await headNorway.me()).person.id],
      ],
      [
        headGhana,
        "insert into signatures (session_id, delegation_id, digest, dissents, note, by, at) values ($1, $2, '', false, '', $3, now())",
        [second.sessionId, m.ids.NOR, (await headGhana.me()).person.id],
      ],
    ]
    for (const [who, text, values] of refused)
      expect([text, await as(who, text, values)]).toEqual([text, NOT_PERMITTED])
    // What is not one's own to change is not there to be changed.
    for (const text of [
      "update report_backs set state = 'signed'",
      "update retreats set title = '{}'",
      'update retreat_slots set ends_at = now()',
      'update retreat_sessions set seats = 1',
      'update podium_calls set answered_at = now()',
      "update room_messages set text = ''",
      'delete from signatures where delegation_id <> app_delegation()',
      'delete from session_invited',
    ])
      expect([text, await as(headGhana, text)]).toEqual([text, [{ count: 0 }]])
  })

  test('a summary of a group is rows for who writes until it is final; then for all, but for what it rests on without a name', async () => {
    const { headGhana, headNorway, irt, adviserOfTwo } = m.people
    const outsider = await adviserOfTwo.actsFor('ECU')
    const [summary] = await app.sql<{ id: string }>(
      `insert into reports (consultation_id, kind, number, session_id, reference, title)
        values ($1, 'summary', 1, $2, 'A summary', '{"en": "A summary"}') returning id`,
      [m.consultationId, first.sessionId],
    )
    const [part] = await app.sql<{ id: string }>(
      `insert into report_paragraphs (report_id, consultation_id, kind, place, texts) values ($1, $2, 'paragraph', 1, '{}') returning id`,
      [summary!.id, m.consultationId],
    )
    await app.sql(
      `insert into links (consultation_id, from_kind, from_id, to_kind, to_id, by, at)
        select $1, 'point', n.id, 'summary', $2, n.by, n.at from notes n where n.session_id = $3`,
      [m.consultationId, part!.id, first.sessionId],
    )
    const rows = [
      "select id from reports where kind = 'summary'",
      'select id from report_paragraphs',
      "select id from links where to_kind = 'summary'",
    ]
    const seen = async (who: CastMember) => {
      const counted: number[] = []
      for (const text of rows) counted.push((await as(who, text)).length)
      return counted
    }
    for (const who of [m.chair, irt]) expect(await seen(who)).toEqual([1, 1, 1])
    for (const who of [headGhana, headNorway, outsider]) expect(await seen(who)).toEqual([0, 0, 0])
    const publishing = 'update reports set published_at = now()'
    expect(await as(headGhana, publishing)).toEqual([{ count: 0 }])
    const begins =
      "insert into reports (consultation_id, kind, number, reference, title) values ($1, 'summary', 2, 'B', '{}')"
    expect(await as(headGhana, begins, [m.consultationId])).toBe(NOT_PERMITTED)
    // Of one thing, and the report of none.
    const [list] = await app.sql<{ id: string }>('select id from question_lists limit 1')
    const ofTwo = 'update reports set list_id = coalesce($2, gen_random_uuid()) where id = $1'
    expect(await as(m.chair, ofTwo, [summary!.id, list?.id ?? null])).toBe('23514')
    await app.sql(publishing)
    for (const who of [headNorway, outsider]) expect(await seen(who)).toEqual([1, 1, 0])
    await app.sql('delete from links where to_id = $1', [part!.id])
    await app.sql('delete from report_paragraphs')
    await app.sql('delete from reports')
  })

  test('the functions that see further ask who asks', async () => {
    const { headGhana, headNorway, adviserOfTwo } = m.people
    const outsider = await adviserOfTwo.actsFor('ECU')
    await app.sql("update report_backs set state = 'signed' where session_id = $1", [first.sessionId])
    const inscribes = 'select inscribe_report($1, $2, now()) as place'
    for (const who of [headGhana, headNorway])
      expect(await as(who, inscribes, [first.sessionId, m.plenary.itemId])).toEqual([{ place: null }])
    const places = await as(m.rapporteur, inscribes, [first.sessionId, m.plenary.itemId])
    expect(places).toEqual([{ place: expect.any(String) }])
    await app.sql("update report_backs set digest = 'another' where session_id = $1", [first.sessionId])
    expect(await as(headGhana, 'select take_signatures_back($1)', [first.sessionId])).toEqual([])
    expect(await as(m.rapporteur, 'select take_signatures_back($1)', [first.sessionId])).toHaveLength(2)
    expect(await as(headNorway, 'select session_id from reports_in($1)', [first.sessionId])).toEqual([])
    expect(await as(headNorway, 'select leave_group($1) as leads', [first.sessionId])).toEqual([{ leads: null }])
    const programme = 'select session_id from retreat_programme($1)'
    expect(await as(headGhana, programme, [m.retreatId])).toHaveLength(4)
    await app.sql('update retreats set participant_ids = array_remove(participant_ids, $2) where id = $1', [
      m.retreatId,
      m.ids.ECU,
    ])
    expect(await as(outsider, programme, [m.retreatId])).toEqual([])
  })
})
