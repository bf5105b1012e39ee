import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyJournal } from '../../server/journal/verify.ts'
import { seedDemo } from '../../server/seed/demo.ts'
import { listAnswers } from '../../shared/answers.ts'
import { listConsultations, readConsultation } from '../../shared/consultations.ts'
import { readConvergence, readDesk, readDissociations } from '../../shared/feedback.ts'
import { listFindings, listThemes, readFindingVersion } from '../../shared/findings.ts'
import { readHome } from '../../shared/home.ts'
import { listMeasures, readTracks } from '../../shared/measures.ts'
import { type ListView, monitorList, readList } from '../../shared/question-lists.ts'
import { listSummaries, readReport, readSummary } from '../../shared/reports.ts'
import { readResponse } from '../../shared/responses.ts'
import { listRetreats, readRetreat } from '../../shared/retreats.ts'
import { deadlineWarnings } from '../../shared/rules/deadlines.ts'
import { listSessions, readRoom } from '../../shared/sessions.ts'
import { listThreads } from '../../shared/threads.ts'
import { readOwnTraces, readTrace } from '../../shared/traces.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { delegationIds } from '../support/lists.ts'

// On a machine that others use too.
const LOADING_MS = 240_000

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
beforeAll(async () => {
  app = await startApp({ SAMPLE: 'true' })
  people = cast(app)
  expect(await seedDemo(app.parts, app.ownerUrl)).toBe(true)
  const { staff } = people
  const { consultations } = await staff.does(listConsultations)
  expect(consultations.map(({ reference }) => reference)).toEqual(['MR-2017', 'WB-2017', 'DS-2017', 'PS-2017'])
  const consultation = await staff.does(readConsultation, { params: { consultationId: consultations[0]!.id } })
  expect(consultation.lists.map(({ number, state }) => [number, state])).toEqual([
    [1, 'circulated'],
    [2, 'draft'],
  ])
  expect(consultation.description.fr).toContain('toutes les dates ont été décalées')
  list = await staff.does(readList, { params: { listId: consultation.lists[0]!.id } })
}, LOADING_MS)
afterAll(() => app.close())

const home = async (member: CastMember) => {
  const { lists } = await member.does(readHome)
  return lists.find((one) => one.listId === list.id)
}
const contents = async () =>
  Object.fromEntries(
    await Promise.all(
      ['people', 'memberships', 'question_lists', 'responses', 'submissions', 'contributions', 'threads', 'messages']
        .concat(['comments', 'journal', 'mails', 'group_speakers', 'alignments', 'consultations'])
        .concat([
          'sessions',
          'session_items',
          'speakers',
          'statements',
          'ideas',
          'clusters',
          'points_given',
          'attendances',
          'temperature_answers',
          'remarks',
          'notes',
        ])
        .concat(['links', 'settings_aside', 'themes', 'findings', 'finding_versions', 'measures', 'measure_history'])
        .concat(['measure_dependencies', 'reports', 'report_paragraphs', 'retreats', 'retreat_slots'])
        .concat(['retreat_sessions', 'session_invited', 'group_choices', 'declines', 'room_messages', 'podium_calls'])
        .concat(['report_backs', 'signatures', 'priorities', 'feedback', 'feedback_sources', 'feedback_associations'])
        .concat(['convergence_releases'])
        .map(async (table) => [table, (await app.sql(`select count(*)::int as rows from ${table}`))[0]]),
    ),
  )

test('the deadline lies ahead on a day of which nobody is warned', () => {
  expect(deadlineWarnings(new Date(list.closesAt!), new Date())).toEqual([])
  expect(list.addresseeIds).toHaveLength(195)
  expect(list.sections.flatMap((section) => section.questions)).toHaveLength(13)
})

test('the four delegations stand at four stages', async () => {
  const { headGhana, drafterSenegal, headEgypt, drafterNorway } = people
  expect((await home(headGhana))?.responses).toMatchObject([{ state: 'for_clearance', filled: 9 }])
  expect((await home(drafterSenegal))?.responses).toMatchObject([{ state: 'draft', returned: true }])
  expect((await home(headEgypt))?.responses).toMatchObject([{ state: 'submitted', version: 1 }])
  expect(await home(drafterNorway)).toMatchObject({ responses: [], open: 'open' })
  expect((await home(drafterNorway))?.acknowledgedAt).toBeTruthy()
  expect((await drafterNorway.does(readHome)).coming.length).toBeGreaterThan(0)
})

test('staff find answers in six languages from every regional group, some without a name, and count every State once', async () => {
  const { staff } = people
  const monitor = await staff.does(monitorList, { params: { listId: list.id } })
  for (const region of monitor.regions.filter(({ region }) => region !== null)) {
    expect([region.region, region.submitted >= 5]).toEqual([region.region, true])
  }
  expect(monitor.count).toMatchObject({ asked: 195, groupStatements: 2 })
  expect(monitor.count.states.own).toBeGreaterThanOrEqual(28)
  expect(monitor.count.states.aligned).toBe(3)
  expect(monitor.count.inPreparation).toBeGreaterThan(3)
  const languages = new Set<string | null>()
  const attributions = new Set<string>()
  for (let cursor: string | undefined; ; ) {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) }
    const page = await staff.does(listAnswers, { params: { listId: list.id }, query })
    for (const answer of page.answers) {
      languages.add(answer.language)
      attributions.add(answer.attribution)
    }
    if (page.next === null) break
    cursor = page.next
  }
  expect([...languages].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
  expect([...attributions].sort()).toEqual(['attributed', 'not_for_attribution'])
})

test('Egypt has been asked for a clarification and has answered; the receipt stands in the journal', async () => {
  const { headEgypt, staff } = people
  const [egypt] = await delegationIds(app, ['EGY'])
  const { threads } = await staff.does(listThreads, { params: { listId: list.id } })
  expect(threads.find((thread) => thread.delegationId === egypt)?.messages).toHaveLength(2)
  const responseId = (await home(headEgypt))?.responses[0]?.responseId ?? ''
  const { receipts } = await headEgypt.does(readResponse, { params: { responseId } })
  const [line] = await app.sql('select from journal where stream = $1 and seq = $2 and hash = $3', [
    receipts[0]?.journal.stream,
    receipts[0]?.journal.seq,
    receipts[0]?.journal.hash,
  ])
  expect(line).toBeDefined()
})

test('one session has taken place, with its speakers, statements, ideas and points, and one is open and can be joined', async () => {
  const { staff, drafterGhana, headNorway } = people
  const params = { consultationId: list.consultationId }
  const { sessions } = await staff.does(listSessions, { params })
  const [held, open] = [1, 2]
    .map((one) => sessions.find(({ number }) => number === one)!)
    .map(({ id, state, mode }) => ({ params: { sessionId: id }, state, mode }))
  expect([held, open]).toMatchObject([
    { state: 'closed', mode: 'attributed' },
    { state: 'open', mode: 'not_for_attribution' },
  ])
  const record = await drafterGhana.does(readRoom, held)
  expect(record.speakers.map(({ state }) => state)).toEqual(Array(6).fill('spoken'))
  expect(record.speakers.every(({ usedMs }) => usedMs > 60_000)).toBe(true)
  expect(new Set(record.statements.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5)
  expect(record.ideas).toHaveLength(14)
  expect(record.clusters.map(({ points }) => (points ?? 0) > 0)).toEqual([true, true, true])
  expect(record.temperatures).toMatchObject([{ state: 'released' }])
  expect(record.temperatures[0]?.result?.all).not.toBeNull()
  expect(record.remarks.map(({ language }) => language).sort()).toEqual(['ar', 'en', 'fr'])
  expect((await staff.does(readRoom, held)).notes).toHaveLength(3)
  const room = await headNorway.does(readRoom, open)
  expect(room.temperatures).toMatchObject([{ state: 'open' }])
  expect(room.may).toMatchObject({ 'speakers.inscribe': true, 'idea.write': true })
  expect(room.items.find(({ id }) => id === room.sessions[0]?.currentItemId)).toMatchObject({
    listOpen: true,
    board: { phase: 'writing', silentCount: 5 },
  })
})

const retreatNow = async (who: CastMember) => {
  const { retreats } = await who.does(listRetreats, { params: { consultationId: list.consultationId } })
  expect(retreats.map(({ state }) => state)).toEqual(['announced'])
  return who.does(readRetreat, { params: { retreatId: retreats[0]!.id } })
}

test('the six findings are published in six languages, some twice or three times, and rest on what was said', async () => {
  const { irt, drafterGhana } = people
  const params = { consultationId: list.consultationId }
  const { findings } = await irt.does(listFindings, { params })
  expect(findings.map(({ number, version, state }) => [number, version, state])).toEqual([
    [1, 2, 'published'],
    [2, 1, 'changed'],
    [3, 2, 'published'],
    [4, 1, 'published'],
    [5, 3, 'published'],
    [6, 1, 'published'],
  ])
  expect(findings.every(({ languages }) => languages.length === 6)).toBe(true)
  for (const { versionId } of findings) {
    const version = { params: { versionId: versionId! } }
    const { rests } = await irt.does(readFindingVersion, version)
    expect(rests.length).toBeGreaterThan(3)
    expect(rests.some(({ passage }) => passage !== null)).toBe(true)
    expect((await drafterGhana.does(readFindingVersion, version)).rests).not.toEqual([])
  }
  const { themes } = await irt.does(listThemes, { params })
  expect(themes.map(({ passages }) => (passages ?? 0) > 2)).toEqual(Array(6).fill(true))
})

test('the retreat has a programme: groups that brought points back, groups that meet now, groups to be chosen', async () => {
  const { staff, headNorway } = people
  const { slots } = await retreatNow(staff)
  expect(slots.map(({ kind, sessions }) => [kind, ...sessions.map(({ state }) => state)])).toEqual([
    ['plenary', 'closed'],
    ['breakouts', 'closed', 'closed', 'closed', 'closed'],
    ['plenary', 'closed'],
    ['breakouts', 'open', 'open', 'open'],
    ['breakouts', 'draft', 'draft', 'draft'],
    ['plenary', 'announced'],
  ])
  const [, first, , second] = slots
  expect(first!.sessions.map(({ reportBack }) => reportBack?.state)).toEqual([
    'reported',
    'reported',
    'reported',
    'given_up',
  ])
  expect(first!.sessions.flatMap(({ assigned }) => assigned ?? [])).toHaveLength(195)
  expect(second!.sessions.map(({ reportBack }) => reportBack?.state)).toEqual(['put', 'drafting', 'drafting'])
  expect(second!.sessions.flatMap(({ calls }) => calls ?? [])).toHaveLength(1)
  expect(second!.sessions.flatMap(({ declines }) => declines ?? [])).toHaveLength(1)
  const own = await retreatNow(headNorway)
  const [reported] = own.slots[1]!.sessions.filter(({ number }) => number === 2)
  expect(reported?.reportBack?.dissents).toHaveLength(1)
  expect(own.slots[3]!.sessions.filter(({ own: stands }) => stands === 'placed')).toHaveLength(1)
  expect(own.slots[4]).toMatchObject({ may: { choose: true } })
  expect(own.slots[4]!.ownChoice).toHaveLength(2)
})

test('sixty delegations and two groups have said what they think of the findings, and figures are given out', async () => {
  const { staff, headEgypt, headSenegal } = people
  const { id: retreatId } = await retreatNow(staff)
  const [spoken] = await app.sql<{ states: number; groups: number; proposals: number; unnamed: number }>(
    `select count(distinct s.delegation_id)::int as states, count(distinct s.group_id)::int as groups,
       sum(jsonb_array_length(f.proposals))::int as proposals, count(*) filter (where not s.named)::int as unnamed
     from feedback_sources s join feedback f on f.id = s.feedback_id`,
  )
  expect(spoken!.states).toBeGreaterThanOrEqual(60)
  expect(spoken).toMatchObject({ groups: 2 })
  expect(spoken!.proposals).toBeGreaterThan(20)
  expect(spoken!.unnamed).toBeGreaterThan(10)
  // Egypt has yet to speak: whoever signs in as it finds the window open.
  const desk = await headEgypt.does(readDesk, { params: { retreatId } })
  expect(desk).toMatchObject({ window: 'open', may: { give: true } })
  expect(desk.findings.flatMap(({ own }) => own)).toEqual([])
  expect(desk.findings.flatMap(({ inOurName }) => inOurName).length).toBeGreaterThan(1)
  // A member that differs from its group says from which paragraph, and the finding says so under it.
  const [differing] = await app.sql<{ id: string }>(
    "select finding_version_id as id from feedback_associations where association = 'differs'",
  )
  const versionId = differing!.id
  const [botswana] = await delegationIds(app, ['BWA'])
  const { dissociated } = await staff.does(readDissociations, { params: { versionId } })
  expect(dissociated.flatMap(({ paragraph, members }) => members.map((one) => [paragraph, one.delegationId]))).toEqual([
    [1, botswana],
  ])
  const { basis, findings } = await headSenegal.does(readConvergence, { params: { retreatId } })
  expect(basis).toBe('released')
  for (const { versions } of findings) expect(versions[0]?.figures?.all).not.toBeNull()
  expect(findings.some(({ versions }) => versions.some(({ moves }) => moves !== null))).toBe(true)
})

test('measures stand at several states, one late and one held up; the tracks hang together; the report rests on them', async () => {
  const { staff, headSenegal } = people
  const params = { consultationId: list.consultationId }
  const { measures } = await staff.does(listMeasures, { params })
  expect(measures.map(({ state, published }) => [state, published])).toEqual([
    ['under_way', true],
    ['decided', true],
    ['proposed', true],
    ['proposed', false],
    ['done', true],
    ['under_way', true],
  ])
  expect(measures.filter(({ late }) => late).map(({ number }) => number)).toEqual([6])
  expect(measures[2]?.needs).toMatchObject([{ number: 2, holdsUp: true }])
  const { tracks, dependencies } = await headSenegal.does(readTracks)
  const shown = tracks.flatMap(({ track, consultations }) => consultations.map(() => track))
  expect(shown).toEqual(['peace-security', 'development', 'management', 'whistle-blowers'])
  expect(dependencies).toHaveLength(3)
  const { report } = await headSenegal.does(readReport, { params })
  expect(report?.publishedAt).not.toBeNull()
  const paragraphs = report!.paragraphs.filter(({ kind }) => kind === 'paragraph')
  expect(paragraphs.filter(({ rests }) => rests.length > 0)).toHaveLength(6)
})

test('the session that took place is summed up, from the points of its record, and the report rests on the summary', async () => {
  const { staff, headSenegal } = people
  const params = { consultationId: list.consultationId }
  const { summaries } = await headSenegal.does(listSummaries, { params })
  expect(summaries).toMatchObject([
    { state: 'final', of: { kind: 'session', title: { en: expect.stringContaining('brainstorming') } } },
  ])
  const summary = await staff.does(readSummary, { params: { summaryId: summaries[0]!.id } })
  expect(summary.languages).toEqual(['en', 'fr'])
  expect(summary.paragraphs.map(({ number, unfounded }) => [number, unfounded])).toEqual([
    [null, false],
    ...[1, 2, 3].map((number) => [number, false]),
    [null, false],
    [4, false],
    [5, false],
  ])
  // Two steps from the report to what was said, through the summary.
  const { report } = await headSenegal.does(readReport, { params })
  const resting = report!.paragraphs.filter(({ rests }) => rests.some(({ thing }) => thing.kind === 'summary'))
  expect(resting).toHaveLength(2)
  const trace = await headSenegal.does(readTrace, { params: { kind: 'paragraph', id: resting[1]!.id } })
  const through = trace.restsOn.find(({ thing }) => thing.kind === 'summary')
  expect(through?.beyond.map(({ thing }) => thing.kind)).toEqual(['statement', 'statement', 'statement'])
})

test('each of the four delegations is told what became of what it said', async () => {
  const outcomes = async (member: CastMember) => (await member.does(readOwnTraces)).became.map(({ outcome }) => outcome)
  expect(await outcomes(people.headEgypt)).toEqual(expect.arrayContaining(['taken_up', 'set_aside', 'undecided']))
  for (const member of [people.headGhana, people.headSenegal, people.headNorway])
    expect(await outcomes(member)).toEqual(expect.arrayContaining(['taken_up', 'set_aside']))
})

test('the journal of all this can be verified', async () => {
  const client = new pg.Client({ connectionString: app.ownerUrl })
  await client.connect()
  try {
    expect(await verifyJournal(client)).toMatchObject({ lines: expect.any(Number) })
  } finally {
    await client.end()
  }
})

test('a second run doubles nothing, also when the second list was discarded meanwhile', async () => {
  await app.sql(`delete from question_lists where state = 'draft'`)
  const before = await contents()
  expect(await seedDemo(app.parts, app.ownerUrl)).toBe(false)
  expect(await contents()).toEqual(before)
})

test('a run that was cut off is taken up where it was', async () => {
  // As if it had ended before its last act.
  await app.sql('update consultations set revision = 1')
  const before = await contents()
  expect(await seedDemo(app.parts, app.ownerUrl)).toBe(true)
  const { journal: _, question_lists: __, ...after } = await contents()
  expect(before).toMatchObject(after)
})
