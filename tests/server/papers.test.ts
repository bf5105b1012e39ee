import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { downloadExport, EXPORT_FORMATS, type ExportFormat, type Paper, readExport } from '../../shared/exports.ts'
import { associate, readConvergence, releaseConvergence, setPriorities } from '../../shared/feedback.ts'
import { withdrawFinding } from '../../shared/findings.ts'
import { LANGUAGES, type Language } from '../../shared/languages.ts'
import { publishMeasures } from '../../shared/measures.ts'
import {
  listResultPapers,
  listRetreatPapers,
  makeOwnPaper,
  makeResultPaper,
  makeRetreatPaper,
} from '../../shared/papers.ts'
import { bringToPlenary, closeSignatures, moveGroups } from '../../shared/retreats.ts'
import { blocksOf } from '../../shared/text.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type Breakouts, command, drafts, openedBreakouts, puts, signs } from '../support/breakouts.ts'
import type { CastMember } from '../support/cast.ts'
import { textIn } from '../support/exports.ts'
import { addedMeasure, addedParagraph, begunReport, citing } from '../support/results.ts'
import { gives, type OpenedRetreat, openedRetreat, revised, said } from '../support/retreats.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

type Wishes = { format?: ExportFormat; language?: Language }

/** A line may end between any two words of a page. */
const unbroken = (text: string) => text.replace(/\s+/g, ' ')

async function made(who: CastMember, exportId: string): Promise<Buffer> {
  await expect
    .poll(
      async () => {
        await app.jobs.settle()
        return (await who.does(readExport, { params: { exportId } })).state
      },
      { timeout: 60_000 },
    )
    .toBe('ready')
  return (await who.ask(downloadExport, { params: { exportId } })).raw
}
async function retreatPaper(
  { people: { staff }, retreatId }: OpenedRetreat,
  paper: Extract<Paper, 'findings' | 'convergence' | 'report_backs'>,
  { format = 'json', language = 'en' }: Wishes = {},
): Promise<string> {
  const body = { commandId: randomUUID(), paper, format, language }
  const { id } = await staff.does(makeRetreatPaper, { params: { retreatId }, body })
  return unbroken(textIn(format, await made(staff, id)))
}
async function resultPaper(
  { people: { staff }, consultationId }: OpenedRetreat,
  paper: Extract<Paper, 'action_plan' | 'report'>,
  { format = 'json', language = 'en' }: Wishes = {},
): Promise<string> {
  const body = { commandId: randomUUID(), paper, format, language }
  const { id } = await staff.does(makeResultPaper, { params: { consultationId }, body })
  return unbroken(textIn(format, await made(staff, id)))
}
const version = (retreat: OpenedRetreat) => retreat.findings[0]!.versionId
const ended = (retreat: OpenedRetreat) =>
  app.sql(
    "update retreats set state = 'closed', closed_at = now(), feedback_closes_at = now() - interval '1 minute' where id = $1",
    [retreat.retreatId],
  )

describe('the findings with what was said to them', () => {
  let retreat: OpenedRetreat
  beforeAll(async () => {
    retreat = await openedRetreat(app)
    const { headNorway, headGhana, headSenegal } = retreat.people
    await gives(headNorway, retreat, version(retreat), {
      stance: 'support_with_change',
      reason: blocksOf('The field should be named.'),
      proposals: [
        { paragraph: 1, language: 'en', was: 'The rules were made for Headquarters.', text: 'The rules suit few.' },
      ],
    })
    await gives(headGhana, retreat, version(retreat), { stance: 'concern', reason: blocksOf('=Too late for us.') })
    await gives(headSenegal, retreat, version(retreat), {
      stance: 'concern',
      reason: blocksOf('Une réserve sans nom.'),
      attribution: 'not_for_attribution',
    })
    await revised(retreat.people.staff, retreat.findings[0]!)
  })

  test.each(EXPORT_FORMATS)('are written as %s, version by version', async (format) => {
    const text = await retreatPaper(retreat, 'findings', { format })
    for (const words of [
      'Finding 1',
      'The field should be named.',
      'The rules suit few.',
      'Norway',
      'Too late for us.',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/consensus|majority|\bvotes?d?\b(?! )/i)
  })

  test.each(LANGUAGES)('can be had in %s, with no word left untold', async (language) => {
    const text = await retreatPaper(retreat, 'findings', { language })
    expect(text).toContain('The field should be named.')
    expect(text).not.toMatch(/undefined|\{[a-z]+\}|paper_/)
  })

  test.each(EXPORT_FORMATS)('leave no words without a name while more can come, as %s', async (format) => {
    const text = await retreatPaper(retreat, 'findings', { format })
    expect(text).not.toContain('sans nom')
    expect(text).not.toContain('Senegal')
  })

  test('leave words without a name once nothing can be added and enough gave some: in an order that says nothing', async () => {
    const { people } = retreat
    await ended(retreat)
    expect(await retreatPaper(retreat, 'findings')).not.toContain('sans nom')
    await app.sql(
      "update retreats set state = 'announced', closed_at = null, feedback_closes_at = now() + interval '1 hour' where id = $1",
      [retreat.retreatId],
    )
    const newest = await revised(people.staff, { ...retreat.findings[0]!, version: 2 })
    for (const [n, who] of [
      people.headNorway,
      people.headGhana,
      people.headEcuador,
      people.headChina,
      people.headKazakhstan,
    ].entries())
      await gives(who, retreat, newest.versionId, {
        stance: 'concern',
        reason: blocksOf(`Words of nobody ${n}`),
        attribution: 'not_for_attribution',
      })
    await ended(retreat)
    const text = await retreatPaper(retreat, 'findings')
    for (let n = 0; n < 5; n++) expect(text).toContain(`Words of nobody ${n}`)
    expect(text).not.toContain('Ecuador')
    expect(text).not.toContain('China')
    // One alone does not leave, though it was given to an earlier version.
    expect(text).not.toContain('sans nom')
  })
})

test('[M11] what 195 delegations said to thirty findings is one file, made by one call', async () => {
  const retreat = await openedRetreat(app, { findings: 30, delegations: 'all' })
  const states = await app.sql<{ id: string }>("select id from delegations where kind <> 'entity'")
  const rows = retreat.findings.flatMap(({ versionId }) =>
    states.map(({ id: delegationId }) => ({
      versionId,
      delegationId,
      groupId: null,
      roster: [],
      stance: 'concern' as const,
      named: true,
      at: new Date(),
    })),
  )
  await said(app, retreat, rows)
  const { sheets } = JSON.parse(await retreatPaper(retreat, 'findings'))
  expect(sheets[0].rows).toHaveLength(195 * 30)
}, 180_000)

describe('[C3] what a group said and its members to it', () => {
  let retreat: OpenedRetreat
  beforeAll(async () => {
    retreat = await openedRetreat(app)
    const { headEcuador, headEgypt, headSenegal, headGhana } = retreat.people
    const [g77] = await app.sql<{ id: string }>("select id from groups where key = 'g77'")
    const speaks = (revision: number, words: string) =>
      gives(
        headEcuador,
        retreat,
        version(retreat),
        {
          stance: 'concern',
          reason: blocksOf(words),
          groupId: g77!.id,
          excepted: [retreat.ids.FJI!],
          joined: [retreat.ids.NOR!],
        },
        revision,
      )
    const says = (
      who: CastMember,
      feedbackId: string,
      association: 'associates' | 'differs',
      note: string,
      paragraphs: number[] = [],
    ) =>
      who.does(associate, { params: { feedbackId }, body: { commandId: randomUUID(), association, note, paragraphs } })
    const first = await speaks(0, 'Earlier words.')
    await says(headGhana, first.id, 'differs', 'We differed from what was said then.')
    const { id } = await speaks(1, 'We speak for many.')
    await says(headEgypt, id, 'differs', 'We see it otherwise.', [1])
    await says(headSenegal, id, 'associates', '')
  })

  test.each(EXPORT_FORMATS)('stand in the file as %s, also of a finding that was withdrawn', async (format) => {
    const { staff } = retreat.people
    const text = await retreatPaper(retreat, 'findings', { format })
    for (const words of ['We speak for many.', 'Norway', 'Senegal', 'We see it otherwise.', 'dissociates itself: 2.'])
      expect(text).toContain(words)
    expect(text).not.toContain('Fiji')
    expect(text).not.toContain('Earlier words.')
    if (format !== 'csv') expect(text).toContain('Dissociations from paragraph 2: Egypt')
    if (format === 'docx' || format === 'pdf') {
      expect(text).toMatch(/The rules were made for Headquarters\.(\s|<[^>]+>)+Dissociations from paragraph 2: Egypt/)
      expect(text).toMatch(/We differed from what was said then\. \(said to earlier words of the group\)/)
      expect(text).not.toMatch(/We see it otherwise\. \(said to earlier/)
    }
    if (format === 'xlsx' || format === 'csv') expect(text).not.toContain('We differed from what was said then.')
    if (format !== EXPORT_FORMATS.at(-1)) return
    await staff.does(withdrawFinding, {
      params: { findingId: retreat.findings[0]!.findingId },
      body: { commandId: randomUUID() },
    })
    const after = await retreatPaper(retreat, 'findings', { format: 'docx' })
    expect(after).toContain('We speak for many.')
    expect(after).toContain('Withdrawn on')
  })
})

test('where views converge leaves the house as it was released, and not before', async () => {
  const retreat = await openedRetreat(app)
  const { people } = retreat
  for (const who of [people.headNorway, people.headGhana, people.headEcuador, people.headChina, people.headKazakhstan])
    await gives(who, retreat, version(retreat), { stance: 'support' })
  const before = JSON.parse(await retreatPaper(retreat, 'convergence'))
  expect(before.sheets[0].rows).toEqual([])
  await people.staff.does(releaseConvergence, {
    params: { retreatId: retreat.retreatId },
    body: { commandId: randomUUID(), versionIds: [version(retreat)] },
  })
  const shown = await people.headNorway.does(readConvergence, { params: { retreatId: retreat.retreatId } })
  expect(shown.findings[0]!.versions[0]!.figures).toMatchObject({ answered: 5 })
  for (const format of EXPORT_FORMATS) {
    const text = await retreatPaper(retreat, 'convergence', { format })
    expect(text).toContain('5')
    expect(text).not.toContain('Norway')
    expect(text).not.toMatch(/consensus|majority/i)
  }
})

describe('what became of it', () => {
  let retreat: OpenedRetreat
  beforeAll(async () => {
    retreat = await openedRetreat(app)
    const { staff, headSenegal, headNorway } = retreat.people
    const unnamed = await gives(headSenegal, retreat, version(retreat), {
      stance: 'concern',
      reason: blocksOf('Une réserve sans nom.'),
      attribution: 'not_for_attribution',
    })
    const named = await gives(headNorway, retreat, version(retreat), {
      stance: 'concern',
      reason: blocksOf('The field should be named.'),
    })
    const first = await addedMeasure(staff, retreat.consultationId, {
      citations: [citing('finding', version(retreat)), citing('feedback', unnamed.id), citing('feedback', named.id)],
    })
    await addedMeasure(staff, retreat.consultationId, { title: { en: '=2+3 train all' }, due: null, needs: [first.id] })
    const report = await begunReport(staff, retreat.consultationId)
    await addedParagraph(staff, report.id, 'Why now', { kind: 'heading' })
    await addedParagraph(staff, report.id, 'Managers shall manage.', {
      citations: [citing('measure', first.id), citing('feedback', unnamed.id)],
    })
    await addedParagraph(staff, report.id, 'The report follows the letter.', { editorial: 'It leads in.' })
  })

  test.each(EXPORT_FORMATS)(
    'the action plan as %s: what is to be done, by whom, by when, and what it answers',
    async (format) => {
      const text = await resultPaper(retreat, 'action_plan', { format })
      for (const words of ['Set out in one public table', 'Department of Management', '2+3 train all', 'Norway'])
        expect(text).toContain(words)
      expect(text).not.toContain('Senegal')
      if (format === 'csv') expect(text).not.toMatch(/[,"]=2/)
    },
  )

  test.each(EXPORT_FORMATS)('the report as %s: each paragraph with its sources', async (format) => {
    const text = await resultPaper(retreat, 'report', { format })
    for (const words of ['Why now', 'Managers shall manage.', 'It leads in.']) expect(text).toContain(words)
    expect(text).not.toContain('Senegal')
  })

  test.each(LANGUAGES)('both in %s, with no word left untold', async (language) => {
    for (const paper of ['action_plan', 'report'] as const)
      expect(await resultPaper(retreat, paper, { language })).not.toMatch(/undefined|\{[a-z]+\}|paper_/)
  })

  test('a measure that is not published says so', async () => {
    expect(await resultPaper(retreat, 'action_plan')).toContain('Not published')
    await retreat.people.staff.does(publishMeasures, {
      params: { consultationId: retreat.consultationId },
      body: { commandId: randomUUID() },
    })
    expect(await resultPaper(retreat, 'action_plan')).not.toContain('Not published')
  })

  test('files stand with who asked for them alone, each with its paper', async () => {
    const { staff, administrator } = retreat.people
    await resultPaper(retreat, 'report')
    const { exports } = await staff.does(listResultPapers, { params: { consultationId: retreat.consultationId } })
    expect(exports[0]).toMatchObject({ paper: 'report', consultationId: retreat.consultationId, listId: null })
    expect((await staff.does(listRetreatPapers, { params: { retreatId: retreat.retreatId } })).exports).toEqual([])
    expect(
      (await administrator.ask(listResultPapers, { params: { consultationId: retreat.consultationId } })).status,
    ).toBe(403)
  })
})

describe('[N8] what a delegation takes home to its capital', () => {
  let retreat: Breakouts
  const paperOf = async (who: CastMember, { format = 'json', language = 'en' }: Wishes = {}) => {
    const params = { retreatId: retreat.retreatId, format }
    return unbroken(textIn(format, (await who.ask(makeOwnPaper, { params, query: { language } })).raw))
  }
  beforeAll(async () => {
    retreat = await openedBreakouts(app)
    const { headEgypt, headEcuador, headNorway, headGhana, headChina, drafterEgypt, staff } = retreat.people
    const [g77] = await app.sql<{ id: string }>("select id from groups where key = 'g77'")
    const own = await gives(headEgypt, retreat, version(retreat), {
      stance: 'concern',
      reason: blocksOf('It reaches the Nile too late.'),
      attribution: 'not_for_attribution',
    })
    await gives(headNorway, retreat, version(retreat), { stance: 'concern', reason: blocksOf('Words of the fjords.') })
    const group = await gives(headEcuador, retreat, version(retreat), {
      stance: 'support',
      reason: blocksOf('We speak for many.'),
      groupId: g77!.id,
    })
    const says = (who: CastMember, note: string, paragraphs: number[]) =>
      who.does(associate, {
        params: { feedbackId: group.id },
        body: { commandId: randomUUID(), association: 'differs', note, paragraphs },
      })
    await says(headEgypt, 'Not the second.', [1])
    await says(headGhana, 'Nor Ghana.', [0])
    await gives(headEcuador, retreat, retreat.findings[1]!.versionId, {
      stance: 'support',
      reason: blocksOf('Quietly said for many.'),
      groupId: g77!.id,
      attribution: 'not_for_attribution',
    })
    await drafterEgypt.does(setPriorities, {
      params: { retreatId: retreat.retreatId },
      ifMatch: 0,
      body: { findingIds: [retreat.findings[1]!.findingId] },
    })
    await addedMeasure(staff, retreat.consultationId, { citations: [citing('feedback', own.id)] })
    await staff.does(publishMeasures, {
      params: { consultationId: retreat.consultationId },
      body: { commandId: randomUUID() },
    })
    const { chair, rapporteur, plenarySlotId } = retreat
    const third = retreat.groups[2]!
    await drafts(rapporteur, third, 2)
    const digest = (await puts(rapporteur, third)).digest!
    await signs(headEcuador, third, digest)
    await signs(headChina, third, digest, 'The second point goes too far.')
    const params = { sessionId: third.sessionId }
    await rapporteur.does(closeSignatures, { params, body: { ...command(), digest } })
    await chair.does(moveGroups, { params: { slotId: plenarySlotId }, body: { ...command(), to: 'open' } })
    await rapporteur.does(bringToPlenary, { params, body: command() })
  }, 60_000)

  test.each(EXPORT_FORMATS)(
    'is one file as %s: its own words, what became of them, what its groups brought back',
    async (format) => {
      const text = await paperOf(retreat.people.headEgypt, { format })
      for (const words of [
        'It reaches the Nile too late.',
        'Egypt (Not for attribution)',
        'Taken up',
        'We speak for many.',
        'In the name of the delegation: Group of 77 and China',
        'Quietly said for many.',
        'In the name of the delegation (Not for attribution)',
        'Point 2 of the group',
        'The second point goes too far.',
      ])
        expect(text).toContain(words)
      if (format === 'docx' || format === 'pdf' || format === 'json') expect(text).toContain('Not the second.')
      for (const others of ['Words of the fjords', 'Nor Ghana', 'Kazakhstan']) expect(text).not.toContain(others)
    },
  )

  test.each(LANGUAGES)('can be had in %s, with no word left untold', async (language) => {
    expect(await paperOf(retreat.people.headEgypt, { language })).not.toMatch(/undefined|\{[a-z]+\}|paper_|own_/)
  })

  test('holds nothing of who is not of the group, and is for nobody but who takes part', async () => {
    const { headNorway, staff, irt } = retreat.people
    const norway = await paperOf(headNorway)
    expect(norway).toContain('Words of the fjords.')
    for (const others of ['Nile', 'We speak for many', 'Quietly said', 'Point 2 of the group', 'goes too far', 'Egypt'])
      expect(norway).not.toContain(others)
    const params = { retreatId: retreat.retreatId, format: 'json' as const }
    const ask = async (who: CastMember) => (await who.ask(makeOwnPaper, { params, query: {} })).status
    expect([await ask(staff), await ask(irt)]).toEqual([403, 403])
    await app.sql('update retreats set participant_ids = array_remove(participant_ids, $2) where id = $1', [
      retreat.retreatId,
      retreat.ids.NOR,
    ])
    expect(await ask(headNorway)).toBe(404)
  })
})

test('no delegation, and not the Review Team, takes a paper out of the house', async () => {
  const retreat = await openedRetreat(app)
  for (const who of [retreat.people.headNorway, retreat.people.irt]) {
    const answer = await who.ask(makeRetreatPaper, {
      params: { retreatId: retreat.retreatId },
      body: { commandId: randomUUID(), paper: 'findings', format: 'json', language: 'en' },
    })
    expect(answer.status).toBe(403)
  }
})

test('a report that is not begun is no paper', async () => {
  const retreat = await openedRetreat(app)
  const answer = await retreat.people.staff.ask(makeResultPaper, {
    params: { consultationId: retreat.consultationId },
    body: { commandId: randomUUID(), paper: 'report', format: 'json', language: 'en' },
  })
  expect(answer.status).toBe(404)
})
