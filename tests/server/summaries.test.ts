import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { movePhase, writeIdea } from '../../shared/board.ts'
import { downloadExport, EXPORT_FORMATS, readExport } from '../../shared/exports.ts'
import { readFinding, readFindingVersion } from '../../shared/findings.ts'
import { streams } from '../../shared/live.ts'
import { publishMeasure, readMeasure } from '../../shared/measures.ts'
import { listSummaryPapers, makeSummaryPaper } from '../../shared/papers.ts'
import { closeList } from '../../shared/question-lists.ts'
import { addNote, handOverRecord } from '../../shared/records.ts'
import {
  addParagraph,
  beginSummary,
  changeParagraph,
  discardSummary,
  listSummaries,
  moveParagraph,
  publishReport,
  type ReportView,
  readReport,
  readSummary,
  removeParagraph,
} from '../../shared/reports.ts'
import { keepRecord, moveSession, readSession } from '../../shared/sessions.ts'
import { blocksOf } from '../../shared/text.ts'
import { readOwnTraces, readTrace } from '../../shared/traces.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { textIn } from '../support/exports.ts'
import { connect } from '../support/line.ts'
import { circulatedList, openConsultation } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'
import {
  addedMeasure,
  addedParagraph,
  begunReport,
  begunSummary,
  citing,
  paragraphBody,
  publishedFinding,
} from '../support/results.ts'
import { giveRoles, openedSession } from '../support/sessions.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const command = () => ({ commandId: randomUUID() })
const publishes = (who: Person, { id, revision }: Pick<ReportView, 'id' | 'revision'>) =>
  who.ask(publishReport, { params: { reportId: id }, body: { ...command(), revision } })
const published = (who: Person, { id, revision }: Pick<ReportView, 'id' | 'revision'>) =>
  who.does(publishReport, { params: { reportId: id }, body: { ...command(), revision } })
const linesFor = async (who: Person, consultationId: string) =>
  (await who.does(listSummaries, { params: { consultationId } })).summaries
const traced = (who: Person, kind: Parameters<typeof citing>[0], id: string) =>
  who.ask(readTrace, { params: { kind, id } })

/** A closed list with one answer by name and one without. */
async function answeredList() {
  const { staff, headGhana, headNorway } = people
  const list = await circulatedList(app, { audience: 'participants' })
  await submits(headGhana, await drafted(headGhana, list, { 1: 'Simplify the forms.' }))
  const sealed = answered('Sealed words.', { attribution: 'not_for_attribution' })
  await submits(headNorway, await drafted(headNorway, list, { 1: sealed }))
  await staff.does(closeList, { params: { listId: list.id }, body: command() })
  const [open, unnamed] = await app.sql<{ id: string }>(
    'select id from contributions where list_id = $1 order by attribution',
    [list.id],
  )
  return { list, consultationId: list.consultationId, openId: open!.id, sealedId: unnamed!.id }
}

/** A closed session under the Chatham House Rule with two points at its first item and one at its second, each on an idea. */
async function reportedSession(handedOver = true) {
  const s = await openedSession(app, { mode: 'not_for_attribution' })
  const { chair, moderator, sessionId, itemId } = s
  const params = { params: { sessionId } }
  await giveRoles(await chair.does(readSession, params), chair, [
    { who: moderator, role: 'moderator' },
    { who: moderator, role: 'rapporteur' },
  ])
  await chair.does(keepRecord, { ...params, body: { kept: true } })
  await chair.does(movePhase, { params: { itemId }, body: { ...command(), from: 'idle', to: 'writing' } })
  const ghana = await s.people.headGhana.ready()
  const idea = await ghana.does(writeIdea, {
    params: { itemId },
    body: { ...command(), text: 'Delegate what can be delegated.', language: 'en' },
  })
  await chair.does(movePhase, { params: { itemId }, body: { ...command(), from: 'writing', to: 'revealed' } })
  const points = [
    [itemId, 'Authority was asked to lie near the work.', [{ kind: 'idea' as const, id: idea.id }]],
    [itemId, 'Forms were found too long.', []],
    [s.itemIds[1]!, 'Training was called for.', []],
  ] as const
  for (const [at, text, sources] of points)
    await moderator.does(addNote, { params: { itemId: at }, body: { ...command(), text, sources: [...sources] } })
  await chair.does(moveSession, { ...params, body: { ...command(), from: 'open', to: 'closed' } })
  if (handedOver) await moderator.does(handOverRecord, { ...params, body: command() })
  return { ...s, ideaId: idea.id }
}

describe('beginning one', () => {
  test('there are several, numbered through, each of one thing; they leave the report alone', async () => {
    const { staff, irt } = people
    const { list, consultationId } = await answeredList()
    const first = await begunSummary(irt, consultationId, { of: { kind: 'list', id: list.id } })
    expect(first).toMatchObject({
      kind: 'summary',
      state: 'draft',
      reference: expect.stringMatching(/\/S1$/),
      of: { kind: 'list', id: list.id, title: list.title },
      paragraphs: [],
      may: { write: true, publish: false, discard: true },
    })
    const both = await Promise.all([begunSummary(staff, consultationId), begunSummary(irt, consultationId)])
    expect(both.map(({ reference }) => reference.slice(-2)).sort()).toEqual(['S2', 'S3'])
    expect(both[0]!.of).toEqual({ kind: 'consultation', id: null, title: null })
    expect((await staff.does(readReport, { params: { consultationId } })).report).toBeNull()
    const report = await begunReport(staff, consultationId)
    expect(await linesFor(staff, consultationId)).toHaveLength(3)
    expect((await staff.ask(readSummary, { params: { summaryId: report.id } })).status).toBe(404)
  })

  test('[P8] what is not there, not circulated, of another consultation or a rehearsal is none to sum up', async () => {
    const { staff } = people
    const consultationId = (await openConsultation(app)).id
    const elsewhere = await circulatedList(app)
    const rehearsed = await openedSession(app, { consultationId, rehearsal: true })
    const announced = await openedSession(app, { consultationId, upTo: 'announced' })
    for (const of of [
      { kind: 'list', id: randomUUID() },
      { kind: 'list', id: elsewhere.id },
      { kind: 'session', id: rehearsed.sessionId },
      { kind: 'session', id: announced.sessionId },
    ] as const) {
      const refused = await staff.ask(beginSummary, {
        params: { consultationId },
        body: { ...command(), title: { en: 'Title' }, of, pointsIn: null },
      })
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', field: 'of.id' } })
    }
    const untitled = await staff.ask(beginSummary, {
      params: { consultationId },
      body: { ...command(), title: {}, of: { kind: 'consultation' }, pointsIn: null },
    })
    expect(untitled.status).toBe(400)
    expect(await linesFor(staff, consultationId)).toEqual([])
  })

  test('the points of a record become its first paragraphs in one step, with their sources and under their items', async () => {
    const { consultationId, sessionId, ideaId } = await reportedSession()
    const summary = await begunSummary(people.staff, consultationId, {
      of: { kind: 'session', id: sessionId },
      pointsIn: 'en',
    })
    expect(summary.paragraphs).toMatchObject([
      { kind: 'heading', number: null, texts: { en: blocksOf('Agenda item 1') } },
      {
        number: 1,
        texts: { en: blocksOf('Authority was asked to lie near the work.') },
        rests: [{ thing: { kind: 'idea', id: ideaId } }, { thing: { kind: 'point' } }],
        unfounded: false,
      },
      { number: 2, rests: [{ thing: { kind: 'point' } }] },
      { kind: 'heading', texts: { en: blocksOf('Agenda item 2') } },
      { number: 3, texts: { en: blocksOf('Training was called for.') } },
    ])
    // Who said it in the sealed room is said to nobody here, and the Review Team may take the points as well.
    expect(summary.paragraphs[1]!.rests[0]!.thing).toMatchObject({ shownAs: { kind: 'withheld' } })
    const again = await begunSummary(people.irt, consultationId, {
      of: { kind: 'session', id: sessionId },
      pointsIn: 'en',
    })
    expect(again.paragraphs).toHaveLength(5)
  })

  test('points that are still the rapporteur’s, or in a language the title does not have, are not taken', async () => {
    const { consultationId, sessionId } = await reportedSession(false)
    const begins = (of: { kind: 'session'; id: string } | { kind: 'consultation' }, pointsIn: 'en' | 'fr') =>
      people.staff.ask(beginSummary, {
        params: { consultationId },
        body: { ...command(), title: { en: 'Title' }, of, pointsIn },
      })
    const session = { kind: 'session', id: sessionId } as const
    expect(await begins(session, 'en')).toMatchObject({ status: 409, body: { code: 'points_not_handed_over' } })
    for (const refused of [await begins(session, 'fr'), await begins({ kind: 'consultation' }, 'en')])
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', field: 'pointsIn' } })
    expect(await linesFor(people.staff, consultationId)).toEqual([])
  })

  test('a draft can be discarded; what is final, or what something rests on, stays', async () => {
    const { staff } = people
    const { consultationId, openId } = await answeredList()
    const discards = (summaryId: string) => staff.ask(discardSummary, { params: { summaryId } })
    const draft = await begunSummary(staff, consultationId)
    const { paragraphs } = await addedParagraph(staff, draft.id, 'Forms.', { citations: [citing('answer', openId)] })
    const report = await begunReport(staff, consultationId)
    const rested = await addedParagraph(staff, report.id, 'Forms will be shorter.', {
      citations: [citing('summary', paragraphs[0]!.id)],
    })
    expect(await discards(draft.id)).toMatchObject({ status: 409, body: { code: 'rested_on' } })
    const removed = await staff.ask(removeParagraph, { params: { paragraphId: paragraphs[0]!.id } })
    expect(removed).toMatchObject({ status: 409, body: { code: 'rested_on' } })
    await staff.does(removeParagraph, { params: { paragraphId: rested.paragraphs[0]!.id } })
    expect((await discards(report.id)).status).toBe(404)
    expect((await discards(draft.id)).status).toBe(200)
    expect(await linesFor(staff, consultationId)).toEqual([])
    expect((await traced(staff, 'answer', openId)).body.becameOf).toEqual([])
    const final = await begunSummary(staff, consultationId)
    const { revision } = await addedParagraph(staff, final.id, 'What follows.', { editorial: 'Leads in.' })
    await published(staff, { id: final.id, revision })
    expect(await discards(final.id)).toMatchObject({ status: 409, body: { code: 'nothing_changed' } })
  })
})

describe('writing one', () => {
  test('[C24] [C31] it is final only when each paragraph has its source or reason; then staff alone change it', async () => {
    const { staff, irt } = people
    const { consultationId, openId } = await answeredList()
    const summary = await begunSummary(irt, consultationId)
    const drafted = await addedParagraph(irt, summary.id, 'Forms were found too long.')
    const [paragraph] = drafted.paragraphs
    const params = { paragraphId: paragraph!.id }
    expect(await publishes(staff, drafted)).toMatchObject({
      status: 409,
      body: { code: 'unfounded', field: `paragraphs.${paragraph!.id}.editorial` },
    })
    await irt.does(changeParagraph, {
      params,
      ifMatch: paragraph!.revision,
      body: paragraphBody('Forms were found too long.', {
        citations: [citing('answer', openId, { paragraph: 0, from: 0, to: 8 })],
      }),
    })
    const { revision } = await irt.does(readSummary, { params: { summaryId: summary.id } })
    expect((await publishes(irt, { id: summary.id, revision })).status).toBe(403)
    const final = await published(staff, { id: summary.id, revision })
    expect(final).toMatchObject({ state: 'final', may: { write: true, publish: false, discard: false } })
    expect(final.paragraphs[0]!.rests).toMatchObject([{ passage: { from: 0, to: 8 }, thing: { id: openId } }])
    const change = (who: Person, more: Parameters<typeof paragraphBody>[1]) =>
      who.ask(changeParagraph, { params, ifMatch: 2, body: paragraphBody('Better words.', more) })
    expect((await change(irt, { editorial: 'Leads in.' })).status).toBe(403)
    expect(await change(staff, {})).toMatchObject({ status: 409, body: { code: 'unfounded' } })
    expect((await change(staff, { citations: [citing('answer', openId)] })).status).toBe(200)
  })

  test('[RP6] it rests on what was said: not on findings, measures, other summaries or itself', async () => {
    const { staff } = people
    const { consultationId, openId } = await answeredList()
    const finding = await publishedFinding(staff, consultationId)
    const summary = await begunSummary(staff, consultationId)
    const { paragraphs } = await addedParagraph(staff, summary.id, 'One.', { citations: [citing('answer', openId)] })
    for (const [kind, id] of [
      ['finding', finding.id],
      ['summary', paragraphs[0]!.id],
    ] as const) {
      const refused = await staff.ask(addParagraph, {
        params: { reportId: summary.id },
        body: {
          ...command(),
          kind: 'paragraph',
          before: null,
          ...paragraphBody('Two.', { citations: [citing('answer', openId), citing(kind, id)] }),
        },
      })
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', field: 'citations.1' } })
    }
  })

  test('the report rests on paragraphs of summaries by that name alone, and not on their headings', async () => {
    const { staff } = people
    const { consultationId, openId } = await answeredList()
    const summary = await begunSummary(staff, consultationId)
    await addedParagraph(staff, summary.id, 'I. Views', { kind: 'heading' })
    const { paragraphs } = await addedParagraph(staff, summary.id, 'Forms.', { citations: [citing('answer', openId)] })
    const [heading, paragraph] = paragraphs
    const report = await begunReport(staff, consultationId)
    const adds = (kind: 'summary' | 'paragraph', id: string) =>
      staff.ask(addParagraph, {
        params: { reportId: report.id },
        body: {
          ...command(),
          kind: 'paragraph',
          before: null,
          ...paragraphBody('Forms will be shorter.', { citations: [citing(kind, id)] }),
        },
      })
    for (const refused of [
      await adds('paragraph', paragraph!.id),
      await adds('summary', heading!.id),
      await adds('summary', randomUUID()),
    ])
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', field: 'citations.0' } })
    const { body } = await adds('summary', paragraph!.id)
    expect(body.paragraphs[0]!.rests).toMatchObject([
      {
        thing: { kind: 'summary', id: paragraph!.id, summaryId: summary.id, number: 1, title: summary.title },
      },
    ])
    const own = body.paragraphs[0]!.id
    expect(await adds('summary', own)).toMatchObject({ status: 400 })
  })

  test('[C27] [FI6] a finding and a measure rest on one too, and say so to a delegation once it is final', async () => {
    const { staff, irt, headGhana } = people
    const { consultationId, openId } = await answeredList()
    const summary = await begunSummary(staff, consultationId)
    const { paragraphs } = await addedParagraph(staff, summary.id, 'Forms.', { citations: [citing('answer', openId)] })
    const { id } = paragraphs[0]!
    const citations = [citing('summary', id), citing('answer', openId)]
    const finding = await publishedFinding(staff, consultationId, citations)
    const { id: measureId } = await addedMeasure(staff, consultationId, { citations: [citing('summary', id)] })
    await staff.does(publishMeasure, { params: { measureId }, body: command() })
    const named = { kind: 'summary', id, summaryId: summary.id, number: 1, title: summary.title }
    const { draft } = await irt.does(readFinding, { params: { findingId: finding.findingId } })
    expect(draft?.rests).toMatchObject([{ thing: named }, { thing: { kind: 'answer', id: openId } }])
    const seenBy = async (who: Person) => {
      const { rests } = await who.does(readFindingVersion, { params: { versionId: finding.id } })
      const measure = await who.does(readMeasure, { params: { measureId } })
      return [rests, measure.rests].map((some) => some.map(({ thing }) => thing.kind))
    }
    const all = [['summary', 'answer'], ['summary']]
    expect([await seenBy(staff), await seenBy(irt), await seenBy(headGhana)]).toEqual([all, all, [['answer'], []]])
    await published(staff, await staff.does(readSummary, { params: { summaryId: summary.id } }))
    expect(await seenBy(headGhana)).toEqual(all)
    const { became } = await headGhana.does(readOwnTraces, {})
    const own = became.find(({ source }) => source.id === openId)
    expect(own?.outcome).toBe('taken_up')
    expect(own?.went.map(({ thing }) => thing.kind).sort()).toEqual(['finding', 'measure', 'summary'])
    for (const kind of ['measure', 'paragraph', 'finding', 'theme'] as const)
      await expect(publishedFinding(staff, consultationId, [citing(kind, randomUUID())])).rejects.toThrow('citations.0')
  })

  test('two who move paragraphs of two summaries do not meet', async () => {
    const { staff } = people
    const consultationId = (await openConsultation(app)).id
    const [one, other] = [await begunSummary(staff, consultationId), await begunSummary(staff, consultationId)]
    const led = { editorial: 'Leads in.' }
    const { paragraphs } = await addedParagraph(staff, one.id, 'A.', led)
    const { paragraphs: others } = await addedParagraph(staff, other.id, 'B.', led)
    const moved = await staff.ask(moveParagraph, {
      params: { paragraphId: paragraphs[0]!.id },
      body: { ...command(), before: others[0]!.id },
    })
    expect(moved).toMatchObject({ status: 400, body: { code: 'invalid', field: 'before' } })
  })
})

describe('a thread from what was said through a summary to the report', () => {
  let thread: Awaited<ReturnType<typeof carried>>
  async function carried() {
    const { staff } = people
    const said = await answeredList()
    const { consultationId, openId, sealedId, list } = said
    const summary = await begunSummary(staff, consultationId, { of: { kind: 'list', id: list.id } })
    const { paragraphs, revision } = await addedParagraph(staff, summary.id, 'Forms were found too long.', {
      citations: [citing('answer', openId), citing('answer', sealedId)],
    })
    const report = await begunReport(staff, consultationId)
    const reported = await addedParagraph(staff, report.id, 'Forms will be shorter.', {
      citations: [citing('summary', paragraphs[0]!.id)],
    })
    const led = await addedParagraph(staff, report.id, 'What follows.', { editorial: 'Leads in.' })
    return {
      ...said,
      summary: { id: summary.id, revision },
      summed: paragraphs[0]!.id,
      report: { id: report.id, revision: led.revision },
      reported: reported.paragraphs[0]!.id,
    }
  }
  beforeEach(async () => {
    thread = await carried()
  })
  const kinds = (steps: readonly { thing: { kind: string } }[]) => steps.map(({ thing }) => thing.kind)

  test('from a paragraph of the report to its sources it is two steps in one reply, and back', async () => {
    const { staff } = people
    const back = (await traced(staff, 'paragraph', thread.reported)).body
    expect(kinds(back.restsOn)).toEqual(['summary'])
    expect(back.restsOn[0]!.beyond.map(({ thing }) => thing.id).sort()).toEqual([thread.openId, thread.sealedId].sort())
    const on = (await traced(staff, 'answer', thread.openId)).body
    expect(on.becameOf).toMatchObject([
      { way: 'cited', thing: { kind: 'summary', id: thread.summed }, beyond: [{ thing: { id: thread.reported } }] },
    ])
    const between = (await traced(staff, 'summary', thread.summed)).body
    expect([kinds(between.restsOn), kinds(between.becameOf)]).toEqual([['answer', 'answer'], ['paragraph']])
    expect((await traced(staff, 'summary', thread.reported)).status).toBe(404)
    expect((await traced(staff, 'paragraph', thread.summed)).status).toBe(404)
  })

  test('[C27] of a draft a delegation is told nothing; cited in a final summary, taken up once the report rests on it', async () => {
    const { staff, headGhana, headNorway } = people
    const ownOf = async (who: CastMember, id: string) =>
      (await who.does(readOwnTraces)).became.find(({ source }) => source.id === id)!
    const both = [
      [headGhana, thread.openId],
      [headNorway, thread.sealedId],
    ] as const
    for (const [who, id] of both) expect(await ownOf(who, id)).toMatchObject({ outcome: 'undecided', went: [] })
    await published(staff, thread.summary)
    for (const [who, id] of both)
      expect(await ownOf(who, id)).toMatchObject({
        outcome: 'cited',
        went: [{ way: 'cited', thing: { kind: 'summary', id: thread.summed, number: 1 }, through: [] }],
      })
    await published(staff, thread.report)
    for (const [who, id] of both)
      expect(await ownOf(who, id)).toMatchObject({
        outcome: 'taken_up',
        went: [
          { thing: { kind: 'paragraph', id: thread.reported }, through: [{ kind: 'summary' }] },
          { thing: { kind: 'summary' } },
        ],
      })
  })

  test('[P3] [C20] the report published, a draft beneath it shows nothing; final, no sealed source, in either direction', async () => {
    const { staff, headEgypt, headGhana } = people
    await published(staff, thread.report)
    const hidden = await traced(headEgypt, 'paragraph', thread.reported)
    expect(hidden.body.restsOn).toEqual([])
    expect(hidden.raw.toString()).not.toContain(thread.summed)
    for (const id of [thread.summed, thread.summary.id]) {
      expect((await traced(headEgypt, 'summary', id)).status).toBe(404)
      expect((await headEgypt.ask(readSummary, { params: { summaryId: id } })).status).toBe(404)
    }
    expect(await linesFor(headEgypt, thread.consultationId)).toEqual([])
    await published(staff, thread.summary)
    const params = { consultationId: thread.consultationId }
    for (const who of [headEgypt, headGhana]) {
      const replies = [
        await traced(who, 'paragraph', thread.reported),
        await traced(who, 'summary', thread.summed),
        await who.ask(readSummary, { params: { summaryId: thread.summary.id } }),
        await who.ask(listSummaries, { params }),
        await who.ask(readReport, { params }),
      ]
      for (const { raw, status } of replies) {
        expect(status).toBe(200)
        expect(raw.toString()).not.toContain(thread.sealedId)
        expect(raw.toString()).not.toContain('Sealed words')
      }
      const { body } = await traced(who, 'paragraph', thread.reported)
      expect(body.restsOn).toMatchObject([{ thing: { id: thread.summed }, beyond: [{ thing: { id: thread.openId } }] }])
      expect((await traced(who, 'answer', thread.sealedId)).status).toBe(404)
    }
    const seen = await headEgypt.does(readSummary, { params: { summaryId: thread.summary.id } })
    expect(seen.may).toEqual({ write: false, publish: false, discard: false })
    expect(seen.paragraphs).toMatchObject([{ editorial: null, unfounded: null }])
  })

  test('row-level security: of a draft summary a delegation’s role sees no row and no link, and changes nothing', async () => {
    const { staff, headGhana } = people
    const role = new pg.Client({ connectionString: app.appUrl })
    await role.connect()
    const seen = async () => {
      await role.query('begin')
      await role.query(`select set_config('app.person', $1, true), set_config('app.delegation', $2, true)`, [
        (await headGhana.me()).person.id,
        await headGhana.delegationId(),
      ])
      const { rows } = await role.query<{ found: number }>(
        `select count(*)::int as found from reports where id = $1
          union all select count(*)::int from report_paragraphs where report_id = $1
          union all select count(*)::int from links where to_kind = 'summary' and to_id = $2`,
        [thread.summary.id, thread.summed],
      )
      const changes = [
        await role.query(`update report_paragraphs set editorial = 'x' where report_id = $1`, [thread.summary.id]),
        await role.query(`update reports set published_at = now() where id = $1`, [thread.summary.id]),
        await role.query(`delete from links where to_id = $1`, [thread.summed]),
      ]
      await role.query('rollback')
      return [...rows.map(({ found }) => found), ...changes.map(({ rowCount }) => rowCount)]
    }
    expect(await seen()).toEqual([0, 0, 0, 0, 0, 0])
    await published(staff, thread.summary)
    // Its own answer, of the two: the other is not for attribution.
    expect(await seen()).toEqual([1, 1, 1, 0, 0, 0])
    await role.end()
  })

  test('who follows is told: of a draft nobody but who writes, of what is final everybody', async () => {
    const { staff, headEgypt } = people
    const line = await connect(headEgypt)
    try {
      const stream = streams.consultationAll(thread.consultationId)
      line.send({ type: 'subscribe', stream, after: null })
      await line.told((message) => message.type === 'subscribed')
      line.send({ type: 'subscribe', stream: streams.consultation(thread.consultationId), after: null })
      await line.told((message) => message.type === 'refused')
      const { revision } = await addedParagraph(staff, thread.summary.id, 'More.', { editorial: 'Leads on.' })
      await published(staff, { id: thread.summary.id, revision })
      await line.told((message) => message.type === 'events' && message.stream === stream)
      const told = line.messages.flatMap((message) => (message.type === 'events' ? message.events : []))
      expect(told.map(({ kind, subject }) => [kind, subject])).toEqual([['summary.published', thread.summary.id]])
    } finally {
      line.close()
    }
  })

  test('[P3] [P5] as a file it says what the page says, in each format, and no name that was withheld', async () => {
    const { staff, headGhana } = people
    const params = { summaryId: thread.summary.id }
    const refused = await headGhana.ask(makeSummaryPaper, {
      params,
      body: { ...command(), paper: 'summary', format: 'pdf', language: 'en' },
    })
    expect(refused.status).toBe(403)
    const norway = ['Norway', 'Sealed words', thread.sealedId]
    for (const format of EXPORT_FORMATS) {
      const { id } = await staff.does(makeSummaryPaper, {
        params,
        body: { ...command(), paper: 'summary', format, language: 'en' },
      })
      const ready = async () => {
        await app.jobs.settle()
        return (await staff.does(readExport, { params: { exportId: id } })).state
      }
      await expect.poll(ready, { timeout: 60_000 }).toBe('ready')
      const text = await textIn(format, (await staff.ask(downloadExport, { params: { exportId: id } })).raw)
      expect([format, text.replaceAll(/\s+/g, ' ').includes('Forms were found too long.')]).toEqual([format, true])
      expect(norway.filter((one) => text.includes(one))).toEqual([])
    }
    const { exports } = await staff.does(listSummaryPapers, { params })
    expect(exports.map(({ paper }) => paper)).toEqual(EXPORT_FORMATS.map(() => 'summary'))
  }, 120_000)
})

test('a session that a delegation was not in is summed up for it without being named', async () => {
  const { staff, adviserOfTwo, headGhana } = people
  const { consultationId, sessionId, session } = await reportedSession()
  const { id } = await begunSummary(staff, consultationId, { of: { kind: 'session', id: sessionId }, pointsIn: 'en' })
  const { revision } = await staff.does(readSummary, { params: { summaryId: id } })
  await published(staff, { id, revision })
  const inside = await headGhana.does(readSummary, { params: { summaryId: id } })
  expect(inside.of).toEqual({ kind: 'session', id: sessionId, title: session.title })
  const outside = await (await adviserOfTwo.actsFor('FJI')).ask(readSummary, { params: { summaryId: id } })
  expect(outside.body.of).toEqual({ kind: 'session', id: null, title: null })
  expect(outside.raw.toString()).not.toContain(sessionId)
  // What was written in the sealed room has no name, and its point is the record's: neither is traced for a delegation.
  expect(outside.body.paragraphs.flatMap(({ rests }) => rests)).toEqual([])
})
