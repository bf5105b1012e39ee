import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFinding, changeFinding, publishFinding } from '../../shared/findings.ts'
import { publishMeasure } from '../../shared/measures.ts'
import {
  addParagraph,
  beginReport,
  changeParagraph,
  changeReport,
  moveParagraph,
  publishReport,
  readReport,
  removeParagraph,
} from '../../shared/reports.ts'
import { blocksOf } from '../../shared/text.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { circulatedList, openConsultation } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'
import {
  addedMeasure,
  addedParagraph,
  begunReport,
  citing,
  paragraphBody,
  publishedFinding,
} from '../support/results.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const opened = async () => (await openConsultation(app)).id
const command = () => ({ commandId: randomUUID() })

test('a consultation has one report, whoever begins it first', async () => {
  const { staff, irt } = people
  const consultationId = await opened()
  const report = await begunReport(irt, consultationId)
  expect(report).toMatchObject({ reference: expect.stringMatching(/^MR-\d+\/R$/), languages: ['en'], paragraphs: [] })
  const again = await staff.ask(beginReport, {
    params: { consultationId },
    body: { ...command(), title: { en: 'Another' } },
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'nothing_changed' } })
})

test('[C31] paragraphs are numbered through, whatever is moved, added or removed', async () => {
  const { staff } = people
  const report = await begunReport(staff, await opened())
  await addedParagraph(staff, report.id, 'I. Context', { kind: 'heading' })
  await addedParagraph(staff, report.id, 'First.')
  const two = await addedParagraph(staff, report.id, 'Second.')
  const [heading, first, second] = two.paragraphs
  expect(two.paragraphs.map(({ number }) => number)).toEqual([null, 1, 2])
  const between = await addedParagraph(staff, report.id, 'Between.', { before: second!.id })
  const order = (view: typeof two) => view.paragraphs.map(({ id, number }) => [id, number])
  const added = between.paragraphs.find(({ id }) => ![heading, first, second].some((one) => one!.id === id))!
  expect(order(between)).toEqual([
    [heading!.id, null],
    [first!.id, 1],
    [added.id, 2],
    [second!.id, 3],
  ])
  const moved = await staff.does(moveParagraph, {
    params: { paragraphId: second!.id },
    body: { ...command(), before: first!.id },
  })
  expect(order(moved).slice(0, 3)).toEqual([
    [heading!.id, null],
    [second!.id, 1],
    [first!.id, 2],
  ])
  await staff.does(removeParagraph, { params: { paragraphId: first!.id } })
  const { report: left } = await staff.does(readReport, { params: { consultationId: report.consultation.id } })
  expect(left?.paragraphs.map(({ number }) => number)).toEqual([null, 1, 2])
  const nowhere = await staff.ask(moveParagraph, {
    params: { paragraphId: second!.id },
    body: { ...command(), before: first!.id },
  })
  expect(nowhere).toMatchObject({ status: 400, body: { code: 'invalid', field: 'before' } })
})

test('[C24] a report is not published while a paragraph has neither a source nor an editorial reason', async () => {
  const { staff, irt } = people
  const consultationId = await opened()
  const report = await begunReport(staff, consultationId)
  const publish = (revision: number, who = staff) =>
    who.ask(publishReport, { params: { reportId: report.id }, body: { ...command(), revision } })
  expect(await publish(report.revision)).toMatchObject({ status: 400, body: { code: 'required' } })
  const drafted = await addedParagraph(staff, report.id, 'The Secretary-General will simplify procedures.')
  const [paragraph] = drafted.paragraphs
  expect(paragraph?.unfounded).toBe(true)
  expect(await publish(drafted.revision)).toMatchObject({
    status: 409,
    body: { code: 'unfounded', field: `paragraphs.${paragraph!.id}.editorial` },
  })
  const finding = await publishedFinding(staff, consultationId)
  const founded = await irt.does(changeParagraph, {
    params: { paragraphId: paragraph!.id },
    ifMatch: paragraph!.revision,
    body: paragraphBody('The Secretary-General will simplify procedures.', {
      citations: [citing('finding', finding.id)],
    }),
  })
  expect(founded).toMatchObject({
    unfounded: false,
    rests: [{ thing: { kind: 'finding', id: finding.id, version: 1 } }],
  })
  const led = await addedParagraph(staff, report.id, 'This section sets out what follows.', { editorial: 'Leads in.' })
  expect(await publish(drafted.revision)).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } })
  expect((await publish(led.revision, irt)).status).toBe(403)
  expect((await publish(led.revision)).status).toBe(200)
  // Published, it is held to the same: and by staff alone.
  const change = (who: typeof staff, more: Parameters<typeof paragraphBody>[1]) =>
    who.ask(changeParagraph, {
      params: { paragraphId: paragraph!.id },
      ifMatch: founded.revision,
      body: paragraphBody('The Secretary-General will simplify procedures at once.', more),
    })
  expect(await change(staff, {})).toMatchObject({ status: 409, body: { code: 'unfounded' } })
  expect((await change(irt, { editorial: 'Leads in.' })).status).toBe(403)
  expect((await change(staff, { editorial: 'Leads in.' })).status).toBe(200)
})

test('[C31] a report in two languages has each paragraph in both, or is not published', async () => {
  const { staff } = people
  const report = await begunReport(staff, await opened())
  const led = { editorial: 'Leads in.' }
  const one = await addedParagraph(staff, report.id, 'What follows.', led)
  const { revision } = await staff.does(changeReport, {
    params: { reportId: report.id },
    ifMatch: one.revision,
    body: { title: { en: 'Report', fr: 'Rapport' } },
  })
  const publish = (revision: number) =>
    staff.ask(publishReport, { params: { reportId: report.id }, body: { ...command(), revision } })
  const [paragraph] = one.paragraphs
  expect(await publish(revision)).toMatchObject({
    status: 409,
    body: { code: 'language_missing', field: `paragraphs.${paragraph!.id}.texts.fr` },
  })
  const uneven = await staff.ask(changeParagraph, {
    params: { paragraphId: paragraph!.id },
    ifMatch: paragraph!.revision,
    body: { ...paragraphBody('', led), texts: { en: blocksOf('What follows.'), fr: blocksOf('Ce qui\nsuit.') } },
  })
  expect(uneven).toMatchObject({ status: 409, body: { code: 'paragraphs_differ', field: 'texts.fr' } })
  await staff.does(changeParagraph, {
    params: { paragraphId: paragraph!.id },
    ifMatch: paragraph!.revision,
    body: { ...paragraphBody('', led), texts: { en: blocksOf('What follows.'), fr: blocksOf('Ce qui suit.') } },
  })
  expect((await publish(revision + 1)).status).toBe(200)
})

test('two who change one paragraph: the second is told, with the words as they are now', async () => {
  const { staff, irt } = people
  const report = await begunReport(staff, await opened())
  const { paragraphs } = await addedParagraph(staff, report.id, 'First words.')
  const params = { paragraphId: paragraphs[0]!.id }
  const ifMatch = paragraphs[0]!.revision
  await irt.does(changeParagraph, { params, ifMatch, body: paragraphBody('Second words.') })
  const late = await staff.ask(changeParagraph, { params, ifMatch, body: paragraphBody('Third words.') })
  expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } })
  expect(late.body.current).toMatchObject({ texts: { en: blocksOf('Second words.') } })
})

test('delegations read nothing of a report before it is published, then the text, and sources they may read alone', async () => {
  const { staff, headGhana } = people
  const consultationId = await opened()
  const params = { consultationId }
  const report = await begunReport(staff, consultationId)
  const [hidden, open] = [await addedMeasure(staff, consultationId), await addedMeasure(staff, consultationId)]
  await staff.does(publishMeasure, { params: { measureId: open.id }, body: command() })
  const { revision } = await addedParagraph(staff, report.id, 'Procedures will be simplified.', {
    citations: [citing('measure', hidden.id), citing('measure', open.id)],
  })
  expect((await headGhana.does(readReport, { params })).report).toBeNull()
  await staff.does(publishReport, { params: { reportId: report.id }, body: { ...command(), revision } })
  const seen = await headGhana.ask(readReport, { params })
  expect(seen.body.report?.paragraphs).toMatchObject([
    { number: 1, editorial: null, unfounded: null, rests: [{ thing: { kind: 'measure', id: open.id } }] },
  ])
  expect(seen.raw.toString()).not.toContain(hidden.id)
  expect(seen.body.report?.may).toEqual({ write: false, publish: false, discard: false })
})

test('a paragraph keeps resting on the version it cited, and says that a newer one is there', async () => {
  const { staff } = people
  const consultationId = await opened()
  const report = await begunReport(staff, consultationId)
  const body = {
    title: { en: 'Trust' },
    track: 'management' as const,
    themeId: null,
    texts: { en: blocksOf('Little.') },
  }
  const finding = await staff.does(addFinding, { params: { consultationId }, body: { ...command(), ...body } })
  const params = { findingId: finding.id }
  const one = await staff.does(publishFinding, { params, body: { ...command(), revision: finding.revision } })
  await addedParagraph(staff, report.id, 'Trust.', { citations: [citing('finding', one.versions[0]!.id)] })
  const next = await staff.does(changeFinding, {
    params,
    ifMatch: one.revision,
    body: { ...body, texts: { en: blocksOf('Very little.') }, change: { en: 'Made clearer.' } },
  })
  await staff.does(publishFinding, { params, body: { ...command(), revision: next.revision } })
  const { report: view } = await staff.does(readReport, { params: { consultationId } })
  expect(view?.paragraphs[0]?.rests).toMatchObject([{ thing: { kind: 'finding', version: 1, superseded: true } }])
})

test('what the Review Team could not read, and so could not list, it does not take away by changing the words', async () => {
  const { staff, irt, headGhana, headNorway } = people
  const list = await circulatedList(app, { audience: 'secretariat' })
  await submits(headGhana, await drafted(headGhana, list, { 1: 'Openly said.' }))
  const unnamed = answered('Sealed words.', { attribution: 'not_for_attribution' })
  await submits(headNorway, await drafted(headNorway, list, { 1: unnamed }))
  const [open, sealed] = await app.sql<{ id: string }>(
    'select id from contributions where list_id = $1 order by attribution',
    [list.id],
  )
  const report = await begunReport(staff, list.consultationId)
  const citations = [citing('answer', open!.id), citing('answer', sealed!.id)]
  const { paragraphs } = await addedParagraph(staff, report.id, 'Managers shall manage.', { citations })
  const params = { paragraphId: paragraphs[0]!.id }
  const params2 = { consultationId: list.consultationId }
  const restsFor = async (who: typeof staff) =>
    (await who.does(readReport, { params: params2 })).report!.paragraphs[0]!.rests.map(({ thing }) => thing.id)
  expect(await restsFor(irt)).toEqual([open!.id])
  // As the Review Team's page sends it: with what it was shown, then with nothing.
  for (const [revision, listed] of [
    [1, [citing('answer', open!.id)]],
    [2, []],
  ] as const)
    await irt.does(changeParagraph, {
      params,
      ifMatch: revision,
      body: paragraphBody('Better words.', { citations: [...listed] }),
    })
  expect(await restsFor(irt)).toEqual([])
  expect(await restsFor(staff)).toEqual([sealed!.id])
  await staff.does(changeParagraph, { params, ifMatch: 3, body: paragraphBody('Better words.') })
  expect(await restsFor(staff)).toEqual([])
})

test('a paragraph added to somebody else’s report, or to none, is refused', async () => {
  const { staff, headGhana } = people
  const refused = await staff.ask(addParagraph, {
    params: { reportId: randomUUID() },
    body: { ...command(), kind: 'paragraph', before: null, ...paragraphBody('Words.') },
  })
  expect(refused.status).toBe(404)
  const report = await begunReport(staff, await opened())
  const delegate = await headGhana.ask(addParagraph, {
    params: { reportId: report.id },
    body: { ...command(), kind: 'paragraph', before: null, ...paragraphBody('Words.') },
  })
  expect(delegate.status).toBe(403)
})

test('row-level security: of a report under writing a delegation’s role in the database sees nothing', async () => {
  const { staff, headGhana } = people
  const report = await begunReport(staff, await opened())
  const { revision } = await addedParagraph(staff, report.id, 'Words.', { editorial: 'Leads in.' })
  const role = new pg.Client({ connectionString: app.appUrl })
  await role.connect()
  const counted = async () => {
    await role.query('begin')
    await role.query(`select set_config('app.person', $1, true), set_config('app.delegation', $2, true)`, [
      (await headGhana.me()).person.id,
      await headGhana.delegationId(),
    ])
    const { rows } = await role.query<{ found: number }>(
      `select count(*)::int as found from reports where id = $1
        union all select count(*)::int from report_paragraphs where report_id = $1`,
      [report.id],
    )
    const changed = await role.query(`update report_paragraphs set editorial = '' where report_id = $1`, [report.id])
    await role.query('rollback')
    return [...rows.map(({ found }) => found), changed.rowCount]
  }
  expect(await counted()).toEqual([0, 0, 0])
  await staff.does(publishReport, { params: { reportId: report.id }, body: { ...command(), revision } })
  expect(await counted()).toEqual([1, 1, 0])
  await role.end()
})
