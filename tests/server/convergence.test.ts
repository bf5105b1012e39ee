import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  associate,
  type ConvergenceView,
  listFeedback,
  previewRelease,
  readConvergence,
  readMoves,
  readUnheard,
  releaseConvergence,
} from '../../shared/feedback.ts'
import { readHome } from '../../shared/home.ts'
import { streams } from '../../shared/live.ts'
import {
  type Associated,
  MOVES,
  movesBetween,
  positionsOn,
  type Said,
  type State,
  tallyOf,
  tallyOfMoves,
  wholeFigures,
} from '../../shared/rules/convergence.ts'
import { ASSOCIATIONS, FEEDBACK_STANCES } from '../../shared/rules/feedback.ts'
import { blocksOf } from '../../shared/text.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { connect } from '../support/line.ts'
import {
  desk,
  gives,
  type OpenedRetreat,
  openedRetreat,
  type PutFinding,
  revised,
  type SaidRow,
  said,
} from '../support/retreats.ts'

let app: TestApp
let groups: { id: string; roster: string[] }[]
beforeAll(async () => {
  app = await startApp()
  groups = await app.sql<{ id: string; roster: string[] }>(
    `select g.id, array_agg(distinct m.delegation_id) as roster from groups g join group_members m on m.group_id = g.id
     where g.key in ('g77', 'nam', 'african') group by g.id order by g.id`,
  )
})
afterAll(() => app.close())

const converge = (who: OpenedRetreat['people']['staff'], { retreatId }: OpenedRetreat) =>
  who.does(readConvergence, { params: { retreatId } })
const releases = (retreat: OpenedRetreat, versionIds: string[]) =>
  retreat.people.staff.does(releaseConvergence, {
    params: { retreatId: retreat.retreatId },
    body: { commandId: randomUUID(), versionIds },
  })
type Participant = State & { kind: string }
const participantsOf = async (retreat: OpenedRetreat): Promise<Participant[]> =>
  app.sql<Participant>(
    `select d.id as "delegationId", d.regional_group as region, d.kind
     from retreats r join delegations d on d.id = any (r.participant_ids) where r.id = $1`,
    [retreat.retreatId],
  )
const membersOf = (all: readonly Participant[]): State[] => all.filter(({ kind }) => kind === 'member')
const statesOf = async (retreat: OpenedRetreat) => membersOf(await participantsOf(retreat))

const sorted = (figures: ConvergenceView['findings'][number]['versions'][number]['figures']) =>
  figures && { ...figures, parts: figures.parts.toSorted((a, b) => (String(a.regions) < String(b.regions) ? -1 : 1)) }

describe('the figures are those that the rules give, whatever was said', () => {
  let retreat: OpenedRetreat
  let versions: PutFinding[]
  let everybody: Participant[]
  let states: State[]
  beforeAll(async () => {
    retreat = await openedRetreat(app, { findings: 1, delegations: 'all' })
    const second = await revised(retreat.people.staff, retreat.findings[0]!)
    versions = [retreat.findings[0]!, second, await revised(retreat.people.staff, second)]
    // Those that are no Member States first, so that some of them are always among who speaks.
    everybody = (await participantsOf(retreat)).toSorted(
      (a, b) => Number(a.kind === 'member') - Number(b.kind === 'member'),
    )
    states = membersOf(everybody)
  }, 60_000)

  const time = fc.integer({ min: 0, max: 6 })
  const stance = fc.constantFrom(...FEEDBACK_STANCES)
  const place = fc.integer({ min: 0, max: 2 })

  test('of positions, of what moved, of who is counted by what, by name and by region', async () => {
    const member = fc.integer({ min: 0, max: everybody.length - 1 }).map((at) => everybody[at]!.delegationId)
    const national = fc.uniqueArray(
      fc.record({ version: place, delegationId: member, stance, named: fc.boolean(), at: time }),
      {
        selector: ({ version, delegationId }) => `${version} ${delegationId}`,
        minLength: 20,
        maxLength: 250,
      },
    )
    const spoken = fc.uniqueArray(
      fc.record({
        version: place,
        group: fc.integer({ min: 0, max: groups.length - 1 }),
        speaker: place,
        stance,
        named: fc.boolean(),
        at: time,
      }),
      // A group has one word, whoever of its speakers gave it.
      { selector: (one) => `${one.version} ${one.group}`, maxLength: 8 },
    )
    const words = fc.uniqueArray(
      fc.record({
        version: place,
        group: fc.integer({ min: 0, max: groups.length - 1 }),
        delegationId: member,
        association: fc.constantFrom(...ASSOCIATIONS),
        at: time,
      }),
      { selector: (one) => `${one.version} ${one.group} ${one.delegationId}`, maxLength: 60 },
    )
    const moment = (at: number) => new Date(Date.UTC(2017, 5, 1, 0, at))
    await fc.assert(
      fc.asyncProperty(national, spoken, words, async (ownWords, groupWords, ownToGroup) => {
        await clear()
        const rows: SaidRow[] = [
          ...ownWords.map((one) => ({
            ...one,
            versionId: versions[one.version]!.versionId,
            groupId: null,
            roster: [],
            at: moment(one.at),
          })),
          ...groupWords.map((one) => ({
            ...one,
            versionId: versions[one.version]!.versionId,
            delegationId: everybody[one.speaker]!.delegationId,
            groupId: groups[one.group]!.id,
            roster: groups[one.group]!.roster,
            at: moment(one.at),
          })),
        ]
        await said(app, retreat, rows)
        const associations: Associated[] = ownToGroup.map((one) => ({
          versionId: versions[one.version]!.versionId,
          delegationId: one.delegationId,
          groupId: groups[one.group]!.id,
          association: one.association,
          at: moment(one.at).getTime(),
        }))
        await app.sql(
          `insert into feedback_associations (retreat_id, finding_version_id, group_id, delegation_id, association, note, at)
           select $1, "versionId", "groupId", "delegationId", association, 'As we said.', to_timestamp(at / 1000.0)
           from jsonb_to_recordset($2::jsonb) as x ("versionId" uuid, "groupId" uuid, "delegationId" uuid, association association, at numeric)`,
          [retreat.retreatId, JSON.stringify(associations)],
        )
        for (const who of [retreat.people.staff, retreat.people.irt]) {
          const seen = rows.filter(({ named }) => named || who === retreat.people.staff)
          const shown = (await converge(who, retreat)).findings[0]!.versions.toReversed()
          const { moved } = await who.does(readMoves, {
            params: { retreatId: retreat.retreatId, findingId: versions[0]!.findingId },
          })
          // Lists by name hold everybody, figures the Member States alone.
          const named = versions.map(({ versionId }) =>
            positionsOn(
              everybody,
              asSaid(seen, versionId),
              associations.filter((one) => one.versionId === versionId),
            ),
          )
          const counted = new Set(states.map(({ delegationId }) => delegationId))
          const positions = named.map((of) => of.filter(({ delegationId }) => counted.has(delegationId)))
          for (const [at, view] of shown.entries()) {
            expect(sorted(view.figures)).toEqual(
              sorted(wholeFigures(tallyOf(states, positions[at]!), FEEDBACK_STANCES)),
            )
            const by = (link: string) => positions[at]!.filter((one) => one.by === link).length
            expect(view.by).toEqual({ own: by('own'), association: by('association'), group: by('group') })
            if (at === 0) continue
            const moves = movesBetween(positions[at - 1]!, positions[at]!)
            const plain = wholeFigures(tallyOfMoves(states, moves), MOVES)
            const { parts } = view.moves!
            expect({
              ...view.moves,
              parts: parts.toSorted((a, b) => (String(a.regions) < String(b.regions) ? -1 : 1)),
            }).toEqual({
              ...plain,
              parts: plain.parts.toSorted((a, b) => (String(a.regions) < String(b.regions) ? -1 : 1)),
            })
            const listed = moved.filter(({ toVersion }) => toVersion === at + 1)
            expect(listed.map((one) => [one.delegationId, one.move, one.from.by, one.to.by]).toSorted()).toEqual(
              movesBetween(named[at - 1]!, named[at]!)
                .map((one) => [one.delegationId, one.move, one.from.by, one.to.by])
                .toSorted(),
            )
          }
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  }, 180_000)

  const asSaid = (rows: readonly SaidRow[], versionId: string): Said[] =>
    rows.filter((one) => one.versionId === versionId).map((one) => ({ ...one, at: one.at.getTime() }))

  /** The tables keep what was given; only their owner can set that aside, here with the triggers off. */
  async function clear() {
    const owner = new pg.Client({ connectionString: app.ownerUrl })
    await owner.connect()
    for (const table of ['feedback_associations', 'feedback_sources', 'feedback']) {
      await owner.query(`alter table ${table} disable trigger user`)
      await owner.query(`delete from ${table} where retreat_id = $1`, [retreat.retreatId])
      await owner.query(`alter table ${table} enable trigger user`)
    }
    await owner.end()
  }
})

describe('what is given out', () => {
  let retreat: OpenedRetreat
  let second: PutFinding
  const spread = (states: State[], versionId: string, every: number): SaidRow[] =>
    states.flatMap(({ delegationId }, at) =>
      at % every === 0
        ? []
        : [
            {
              versionId,
              delegationId,
              groupId: null,
              roster: [],
              stance: FEEDBACK_STANCES[at % 4]!,
              named: at % 3 !== 0,
              at: new Date(),
            },
          ],
    )
  beforeAll(async () => {
    retreat = await openedRetreat(app, { findings: 1, delegations: 'all' })
    const states = await statesOf(retreat)
    await said(app, retreat, spread(states, retreat.findings[0]!.versionId, 7))
    second = await revised(retreat.people.staff, retreat.findings[0]!)
    await said(app, retreat, spread(states, second.versionId, 3))
  }, 60_000)

  test('nobody but staff and the Review Team see a figure before it is released; then all see the same', async () => {
    const { staff, headNorway, headGhana, irt } = retreat.people
    for (const who of [headNorway, headGhana]) {
      const { findings, basis, states } = await converge(who, retreat)
      expect([basis, states, findings[0]!.versions.map(({ figures }) => figures)]).toEqual([
        'released',
        null,
        [null, null],
      ])
    }
    expect((await converge(irt, retreat)).basis).toBe('named')
    const first = retreat.findings[0]!.versionId
    expect((await releases(retreat, [first])).outcomes).toEqual([{ versionId: first, outcome: 'released' }])
    const seen = await Promise.all(
      [headNorway, headGhana].map(async (who) => (await converge(who, retreat)).findings[0]!.versions[1]),
    )
    expect(seen[0]!.figures!.answered).toBeGreaterThan(100)
    expect(seen[0]!.figures).toEqual(seen[1]!.figures)
    // What those without a name add may follow once the named stand there; after that nothing is new.
    const again = [await releases(retreat, [first]), await releases(retreat, [first])]
    expect(again.at(-1)!.outcomes).toEqual([{ versionId: first, outcome: 'unchanged' }])
    expect((await converge(staff, retreat)).findings[0]!.versions[1]!.releasedAt).not.toBe(null)
  })

  test('figures stay as they were given out, and what comes after follows them', async () => {
    const { headNorway, headGhana, staff } = retreat.people
    const asked = { params: { retreatId: retreat.retreatId }, query: { version: [second.versionId] } }
    const [preview] = (await staff.does(previewRelease, asked)).previews
    expect(preview).toMatchObject({ versionId: second.versionId, outcome: 'released' })
    // Seen before it is given out, and seen by nobody else.
    expect((await converge(headNorway, retreat)).findings[0]!.versions[0]!.figures).toBe(null)
    expect((await headNorway.ask(previewRelease, asked)).status).toBe(403)
    expect((await releases(retreat, [second.versionId])).outcomes[0]!.outcome).toBe('released')
    const shown = (await converge(headNorway, retreat)).findings[0]!.versions[0]!
    const before = shown.figures
    expect([shown.figures, shown.moves]).toEqual([preview!.figures, preview!.moves])
    expect((await staff.does(previewRelease, asked)).previews[0]).toEqual({ ...preview, outcome: 'unchanged' })
    const [own] = (await desk(headGhana, retreat)).findings[0]!.own
    await gives(
      headGhana,
      retreat,
      second.versionId,
      { stance: 'no_position', attribution: own?.versionId === second.versionId ? own.attribution : 'attributed' },
      own?.versionId === second.versionId ? own.revision : 0,
    )
    expect((await converge(headNorway, retreat)).findings[0]!.versions[0]!.figures).toEqual(before)
    expect((await releases(retreat, [second.versionId])).outcomes[0]!.outcome).toBe('unchanged')
    const moved = (await converge(headGhana, retreat)).findings[0]!.versions[0]!.own
    expect(moved).toMatchObject({ stance: 'no_position', by: 'own' })
    const refused = await headGhana.ask(releaseConvergence, {
      params: { retreatId: retreat.retreatId },
      body: { commandId: randomUUID(), versionIds: [second.versionId] },
    })
    expect(refused.status).toBe(403)
    expect(
      (
        await staff.ask(releaseConvergence, {
          params: { retreatId: retreat.retreatId },
          body: { commandId: randomUUID(), versionIds: [randomUUID()] },
        })
      ).body,
    ).toMatchObject({
      code: 'not_put_to_retreat',
      field: 'versionIds.0',
    })
  })

  test('staff are told who has not been heard, who is covered alone and who awaits instructions; nobody else is', async () => {
    const other = await openedRetreat(app)
    const { headEcuador, headNorway, headEgypt, staff, irt } = other.people
    const { id: groupId } = (await app.sql<{ id: string }>("select id from groups where key = 'g77'"))[0]!
    const [{ versionId }] = other.findings as [PutFinding]
    await gives(headEcuador, other, versionId, { stance: 'support', groupId })
    await gives(headNorway, other, versionId, { stance: 'awaiting_instructions' })
    const [inOurName] = (await desk(headEgypt, other)).findings[0]!.inOurName
    await headEgypt.does(associate, {
      params: { feedbackId: inOurName!.id },
      body: { commandId: randomUUID(), association: 'differs', note: 'We see it otherwise.' },
    })
    const params = { retreatId: other.retreatId, versionId }
    const unheard = await staff.does(readUnheard, { params })
    const codes = (ids: string[]) =>
      Object.entries(other.ids)
        .flatMap(([code, id]) => (ids.includes(id) ? [code] : []))
        .toSorted()
    expect(codes(unheard.awaiting)).toEqual(['NOR'])
    expect(codes(unheard.unclear)).toEqual(['EGY'])
    expect(codes(unheard.covered)).toContain('GHA')
    expect(codes(unheard.silent)).toEqual(['KAZ', 'MEX', 'POL', 'VAT'])
    for (const who of [irt, headNorway]) expect((await who.ask(readUnheard, { params })).status).toBe(403)
    // Of what was put to another retreat everybody would seem silent.
    const elsewhere = (await openedRetreat(app)).findings[0]!.versionId
    const strange = await staff.ask(readUnheard, { params: { ...params, versionId: elsewhere } })
    expect(strange).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })
})

describe('who asked not to be named', () => {
  let retreat: OpenedRetreat
  const WORDS = 'Délégation de pouvoir d’abord'
  beforeAll(async () => {
    retreat = await openedRetreat(app, { findings: 2 })
  })
  const tracesOf = async (code: string): Promise<string[]> => {
    const [row] = await app.sql<{ id: string; names: Record<string, string>; formal_names: Record<string, string> }>(
      'select id, names, formal_names from delegations where code = $1',
      [code],
    )
    const persons = await app.sql<{ id: string; email: string; name: string }>(
      `select p.id, p.email, p.name from people p join memberships m on m.person_id = p.id
       join delegations d on d.id = m.delegation_id where d.code = $1`,
      [code],
    )
    return [
      row!.id,
      ...Object.values(row!.names),
      ...Object.values(row!.formal_names),
      ...persons.flatMap((one) => Object.values(one)),
      `"${code}"`,
    ]
  }

  test('leaves no trace for the Review Team, another delegation or on any line; the time and the language go with the name', async () => {
    const { headGhana, headNorway, headSenegal, irt, staff } = retreat.people
    const [one, two] = retreat.findings as [PutFinding, PutFinding]
    await Promise.all([irt.ready(), headGhana.ready(), staff.ready()])
    const lineOfTeam = await connect(irt, [
      streams.retreatAll(retreat.retreatId),
      streams.consultation(retreat.consultationId),
    ])
    const lineOfOther = await connect(headGhana, [streams.retreatAll(retreat.retreatId)])
    const lineOfStaff = await connect(staff, [streams.retreatStaff(retreat.retreatId)])
    const sealed = await gives(headSenegal, retreat, one.versionId, {
      stance: 'concern',
      attribution: 'not_for_attribution',
      channel: 'breakout',
      language: 'fr',
      reason: blocksOf(WORDS),
    })
    await lineOfStaff.told((m) => m.type === 'events' && m.events.some(({ subject }) => subject === sealed.id))
    await gives(headNorway, retreat, two.versionId, { stance: 'support' })
    await lineOfTeam.told((m) => m.type === 'events' && m.events.some(({ subject }) => subject === two.versionId))
    await lineOfOther.told((m) => m.type === 'events' && m.events.some(({ subject }) => subject === two.versionId))

    const traces = await tracesOf('SEN')
    const params = { retreatId: retreat.retreatId, versionId: one.versionId }
    const emitted: string[] = []
    for (const who of [irt, headGhana]) {
      const asked = await Promise.all([
        who.ask(listFeedback, { params }),
        who.ask(listFeedback, { params, query: { stance: ['concern'] } }),
        who.ask(readConvergence, { params }),
        who.ask(readMoves, { params: { retreatId: retreat.retreatId, findingId: one.findingId } }),
        who.ask(readHome),
      ])
      emitted.push(...asked.map(({ body, headers }) => JSON.stringify([body, headers])))
      for (const filter of [
        { region: ['african' as const] },
        { delegation: [retreat.ids.SEN!] },
        { channel: ['breakout' as const] },
      ])
        expect((await who.does(listFeedback, { params, query: filter })).total).toBe(0)
    }
    const frames = [lineOfTeam, lineOfOther].map(({ messages }) => JSON.stringify(messages))
    for (const text of [...emitted, ...frames]) expect(traces.filter((trace) => text.includes(trace))).toEqual([])
    // Not that it was given, nor when.
    for (const text of frames) expect([text.includes(sealed.id), text.includes(one.versionId)]).toEqual([false, false])

    const { feedback } = await irt.does(listFeedback, { params })
    expect(feedback).toMatchObject([
      { shownAs: { kind: 'withheld' }, language: null, channel: null, at: null, revision: null, stance: 'concern' },
    ])
    expect(JSON.stringify(feedback)).toContain(WORDS)
    expect((await headGhana.does(listFeedback, { params })).total).toBe(0)
    expect((await converge(irt, retreat)).findings[0]!.versions[0]).toMatchObject({
      figures: { answered: 0 },
      statements: { unnamed: 1, national: 0 },
    })
    // The same search finds it where it may be known.
    expect(traces.some((trace) => JSON.stringify(feedback).includes(trace))).toBe(false)
    const known = JSON.stringify(await staff.does(listFeedback, { params }))
    expect(traces.some((trace) => known.includes(trace))).toBe(true)
    for (const line of [lineOfTeam, lineOfOther, lineOfStaff]) line.close()
  }, 60_000)

  test('nobody but staff follows the stream of what is given', async () => {
    const { irt, headGhana } = retreat.people
    for (const who of [irt, headGhana]) {
      const line = await connect(who)
      line.send({ type: 'subscribe', stream: streams.retreatStaff(retreat.retreatId), after: null })
      expect(await line.told((m) => m.type === 'refused')).toMatchObject({ code: 'not_found' })
      line.close()
    }
  })

  test('a group’s own association does not name a group that asked not to be named', async () => {
    const { headEcuador, headEgypt, headGhana, irt } = retreat.people
    const { id: groupId } = (await app.sql<{ id: string }>("select id from groups where key = 'g77'"))[0]!
    const two = retreat.findings[1]!
    await gives(headEcuador, retreat, two.versionId, {
      stance: 'concern',
      groupId,
      attribution: 'not_for_attribution',
      reason: blocksOf('It comes too late.'),
    })
    const [inOurName] = (await desk(headEgypt, retreat)).findings[1]!.inOurName
    await headEgypt.does(associate, {
      params: { feedbackId: inOurName!.id },
      body: { commandId: randomUUID(), association: 'associates' },
    })
    const params = { retreatId: retreat.retreatId, versionId: two.versionId }
    const seen = JSON.stringify(await irt.does(listFeedback, { params }))
    for (const trace of [groupId, retreat.ids.ECU!, retreat.ids.EGY!]) expect(seen).not.toContain(trace)
    expect((await irt.does(listFeedback, { params, query: { group: groupId } })).total).toBe(0)
    // Ghana is a member: it reads what was said in its name, and not who else went along.
    const [inTheirName] = (await headGhana.does(listFeedback, { params, query: { group: groupId } })).feedback
    expect(inTheirName).toMatchObject({ concerns: 'in_our_name', associations: [] })
  })

  test('PostgreSQL itself shows raw statements no more, and lets nobody write for another', async () => {
    const { headSenegal, headGhana, irt } = retreat.people
    const [one] = retreat.findings as [PutFinding]
    const client = new pg.Client({ connectionString: app.appUrl })
    await client.connect()
    const as = async <Row extends object>(
      person: string,
      delegation: string,
      office: string,
      text: string,
      values: unknown[] = [],
    ) => {
      await client.query('begin')
      try {
        await client.query(
          "select set_config('app.person', $1, true), set_config('app.delegation', $2, true), set_config('app.office', $3, true)",
          [person, delegation, office],
        )
        return (await client.query<Row>(text, values)).rows
      } finally {
        await client.query('rollback')
      }
    }
    const senegal = await headSenegal.delegationId()
    const ghana = await headGhana.delegationId()
    const team = (await irt.me()).person.id
    const [sealed] = await app.sql<{ id: string }>(
      'select feedback_id as id from feedback_sources where delegation_id = $1 and finding_version_id = $2',
      [senegal, one.versionId],
    )
    for (const [person, delegation, office] of [
      [team, '', 'irt'],
      [randomUUID(), ghana, ''],
      [randomUUID(), '', 'administrator'],
      ['', '', ''],
    ] as const) {
      expect(
        await as(person, delegation, office, 'select * from feedback_sources where delegation_id = $1 and not named', [
          senegal,
        ]),
      ).toEqual([])
      expect(
        await as(person, delegation, office, 'select * from journal where stream = $1', [
          streams.retreatStaff(retreat.retreatId),
        ]),
      ).toEqual([])
      expect(
        await as(person, delegation, office, 'select * from streams where name = $1', [
          streams.retreatStaff(retreat.retreatId),
        ]),
      ).toEqual([])
      if (office !== 'irt')
        expect(await as(person, delegation, office, 'select id from feedback where id = $1', [sealed!.id])).toEqual([])
    }
    const rejected = (text: string, values: unknown[]) =>
      expect(as(randomUUID(), ghana, '', text, values)).rejects.toThrow()
    // To own another’s words, or to speak as another.
    await rejected(
      'insert into feedback_sources (feedback_id, retreat_id, finding_version_id, delegation_id, roster, named, open, revision, at) values ($1, $2, $3, $4, $5, false, false, 1, now())',
      [sealed!.id, retreat.retreatId, one.versionId, ghana, []],
    )
    await rejected(
      'insert into feedback_sources (feedback_id, retreat_id, finding_version_id, delegation_id, roster, named, open, revision, at) values ($1, $2, $3, $4, $5, false, false, 2, now())',
      [randomUUID(), retreat.retreatId, one.versionId, senegal, []],
    )
    await rejected(
      'insert into feedback_associations (retreat_id, finding_version_id, group_id, delegation_id, association, note, at) select $1, $2, id, $3, $4, $5, now() from groups limit 1',
      [retreat.retreatId, one.versionId, senegal, 'differs', 'x'],
    )
    await rejected(
      'insert into convergence_releases (retreat_id, finding_version_id, number, figures, at) values ($1, $2, 1, $3, now())',
      [retreat.retreatId, one.versionId, '{}'],
    )
    expect(
      await as(
        randomUUID(),
        ghana,
        '',
        'update feedback_sources set current = false where feedback_id = $1 returning feedback_id',
        [sealed!.id],
      ),
    ).toEqual([])
    expect(
      await as(randomUUID(), ghana, '', 'update feedback set current = false where id = $1 returning id', [sealed!.id]),
    ).toEqual([])
    expect(await as(randomUUID(), ghana, '', 'select * from priorities where delegation_id <> $1', [ghana])).toEqual([])
    await client.end()
  })
})
