import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCluster, clusterIdea, mergeIdea, movePhase, writeIdea } from '../../shared/board.ts'
import { readFindingVersion } from '../../shared/findings.ts'
import { type Citation, listSources, setAside, takeUpAgain } from '../../shared/links.ts'
import { listMeasures, publishMeasures } from '../../shared/measures.ts'
import { closeList } from '../../shared/question-lists.ts'
import { publishReport, readReport } from '../../shared/reports.ts'
import type { Attribution } from '../../shared/rules/attribution.ts'
import type { BoardPhase } from '../../shared/rules/board.ts'
import { type Block, plainText } from '../../shared/text.ts'
import type { Thing } from '../../shared/things.ts'
import { readOwnTraces, readTrace } from '../../shared/traces.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'
import { addedMeasure, addedParagraph, begunReport, citing, publishedFinding } from '../support/results.ts'
import { openedSession } from '../support/sessions.ts'

const command = () => ({ commandId: randomUUID() })

/** Who said what to one list, and what was made of it: each answer in a finding, that in a measure, both in a paragraph. */
async function carriedThrough(
  app: TestApp,
  said: { head: keyof ReturnType<typeof cast>; text: string; attribution: Attribution }[],
) {
  const people = cast(app)
  const { staff } = people
  const list = await circulatedList(app, { audience: 'participants' })
  for (const { head, text, attribution } of said) {
    const member = people[head]
    await submits(member, await drafted(member, list, { 1: answered(text, { attribution }) }))
  }
  await staff.does(closeList, { params: { listId: list.id }, body: command() })
  const rows = await app.sql<{ id: string; text: string }>(
    `select id, blocks -> 0 -> 'content' -> 0 ->> 'text' as text from contributions where list_id = $1`,
    [list.id],
  )
  const answers = new Map(rows.map(({ text, id }) => [text, id]))
  const { consultationId } = list
  const all = said.map(({ text }) => citing('answer', answers.get(text)!))
  const finding = await publishedFinding(staff, consultationId, all)
  const measure = await addedMeasure(staff, consultationId, { citations: [citing('finding', finding.id)] })
  await staff.does(publishMeasures, { params: { consultationId }, body: command() })
  const report = await begunReport(staff, consultationId)
  const { paragraphs, revision } = await addedParagraph(staff, report.id, 'What is done about it.', {
    citations: [citing('measure', measure.id), citing('finding', finding.id)],
  })
  await staff.does(publishReport, { params: { reportId: report.id }, body: { ...command(), revision } })
  return { people, list, consultationId, answers, finding, measure, paragraphId: paragraphs[0]!.id }
}
const kinds = (steps: readonly { thing: { kind: string } }[]) => steps.map(({ thing }) => thing.kind)

test('a neighbour is shown by its beginning, or by the passage that is meant, and whole where one follows it', async () => {
  const app = await startApp()
  const people = cast(app)
  const list = await circulatedList(app)
  const lines = ['First.', 'Second.', 'Third.', 'Fourth.', `Fifth, ${'at some length '.repeat(40)}.`]
  const response = await drafted(people.headGhana, list, {
    1: answered(lines.join('\n')),
    2: answered('Short.\nAnd whole.'),
  })
  await submits(people.headGhana, response)
  const rows = await app.sql<{ id: string }>(
    'select id from contributions where list_id = $1 order by jsonb_array_length(blocks) desc',
    [list.id],
  )
  const [long, short] = rows.map(({ id }) => id) as [string, string]
  const shown = (kind: 'finding' | 'answer', id: string) => people.staff.does(readTrace, { params: { kind, id } })
  const wordsOf = (thing: Thing) => ('blocks' in thing ? plainText(thing.blocks).split('\n') : [])
  const restsOn = async (...citations: Citation[]) => {
    const finding = await publishedFinding(people.staff, list.consultationId, citations)
    return (await shown('finding', finding.id)).restsOn.map(({ thing }) => wordsOf(thing))
  }
  const [beginning = []] = await restsOn(citing('answer', long))
  const words = beginning.join('\n')
  expect(words).toMatch(/^.{240,280}…$/s)
  expect(lines.join('\n')).toContain(words.slice(0, -1))
  expect(await restsOn(citing('answer', short))).toEqual([['Short.', 'And whole.']])
  expect(await restsOn(citing('answer', long, { paragraph: 4, from: 0, to: 5 }))).toEqual([['Fifth']])
  expect(wordsOf((await shown('answer', long)).thing)).toEqual(lines)
  await app.close()
})

test('what is kept as the beginning of a text is its words, however they are listed, quoted or set off', async () => {
  const app = await startApp()
  const said = (...texts: string[]): Block => ({ kind: 'paragraph', content: texts.map((text) => ({ text })) })
  const texts: Block[][] = [
    [],
    [said('No more than this.')],
    [
      {
        kind: 'paragraph',
        content: [{ text: 'Set ' }, { text: 'off', bold: true }, { text: '.', link: 'https://x.org' }],
      },
      said(),
      {
        kind: 'list',
        ordered: true,
        items: [[said('One,'), { kind: 'list', ordered: false, items: [[said('in it')]] }], [said('two.')]],
      },
      { kind: 'quotation', content: [said('Quoted,'), said('twice.')] },
      said('𝒜 نص 文本 '.repeat(60)),
      said('Beyond it.'),
    ],
  ]
  for (const blocks of texts) {
    const [row] = await app.sql<{ words: string }>('select beginning_of($1::jsonb) as words', [JSON.stringify(blocks)])
    expect(row?.words).toBe([...plainText(blocks)].slice(0, 401).join(''))
  }
  await app.close()
})

describe('a thread from the question to the report', () => {
  let app: TestApp
  let thread: Awaited<ReturnType<typeof carriedThrough>>
  beforeAll(async () => {
    app = await startApp()
    thread = await carriedThrough(app, [
      { head: 'headGhana', text: 'Simplify the forms.', attribution: 'attributed' },
      { head: 'headNorway', text: 'Sealed words.', attribution: 'not_for_attribution' },
    ])
  })
  afterAll(() => app.close())
  const traced = (who: CastMember, kind: Parameters<typeof citing>[0], id: string) =>
    who.ask(readTrace, { params: { kind, id } })

  test('from a paragraph to what was said it is two steps, in one reply', async () => {
    const { body } = await traced(thread.people.staff, 'paragraph', thread.paragraphId)
    expect(kinds(body.restsOn)).toEqual(['measure', 'finding'])
    const [measure, finding] = body.restsOn
    expect(kinds(measure!.beyond)).toEqual(['finding'])
    expect(kinds(finding!.beyond)).toEqual(['answer', 'answer'])
    expect(body.becameOf).toEqual([])
  })

  test('and from what was said to where it went', async () => {
    const { people, answers, paragraphId, measure } = thread
    const { body } = await traced(people.staff, 'answer', answers.get('Sealed words.')!)
    expect(body.thing).toMatchObject({ kind: 'answer', shownAs: { kind: 'delegation', sealed: true } })
    expect(kinds(body.becameOf)).toEqual(['finding'])
    expect(body.becameOf[0]!.beyond.map(({ thing }) => thing.id)).toEqual([paragraphId, measure.id])
    expect(body.may).toEqual({ setAside: true })
  })

  test('the Review Team reads sealed words and no name with them', async () => {
    const { people, answers, finding } = thread
    const sealed = await traced(people.irt, 'answer', answers.get('Sealed words.')!)
    expect(sealed.body.thing).toMatchObject({ shownAs: { kind: 'withheld' }, language: null, at: null })
    const { body } = await traced(people.irt, 'finding', finding.id)
    expect(kinds(body.restsOn)).toEqual(['answer', 'answer'])
  })

  test('[C27] each delegation reads where its own went, sealed or not, and nothing of another’s', async () => {
    const { people, answers, finding, measure, paragraphId } = thread
    for (const [head, mine, other] of [
      ['headGhana', 'Simplify the forms.', 'Sealed words.'],
      ['headNorway', 'Sealed words.', 'Simplify the forms.'],
    ] as const) {
      const { body, raw } = await people[head].ask(readOwnTraces)
      expect(body.became).toHaveLength(1)
      const [one] = body.became
      expect(one).toMatchObject({ source: { id: answers.get(mine) }, outcome: 'taken_up', setAside: null })
      expect(one!.went.map(({ thing }) => thing.id)).toEqual([paragraphId, measure.id, finding.id])
      expect(raw.toString()).not.toContain(answers.get(other))
    }
    const { body } = await people.headEgypt.ask(readOwnTraces)
    expect(body.became).toEqual([])
  })

  test('[C20] [P3] of a sealed answer others are shown nothing: no words, no id, no number', async () => {
    const { people, answers, finding, paragraphId, consultationId } = thread
    const { headEgypt } = people
    const sealedId = answers.get('Sealed words.')!
    expect((await traced(headEgypt, 'answer', sealedId)).status).toBe(404)
    const replies = [
      await traced(headEgypt, 'finding', finding.id),
      await traced(headEgypt, 'paragraph', paragraphId),
      await traced(headEgypt, 'answer', answers.get('Simplify the forms.')!),
      await headEgypt.ask(readFindingVersion, { params: { versionId: finding.id } }),
      await headEgypt.ask(listMeasures, { params: { consultationId } }),
      await headEgypt.ask(readReport, { params: { consultationId } }),
    ]
    for (const { raw, status } of replies) {
      expect(status).toBe(200)
      expect(raw.toString()).not.toContain(sealedId)
      expect(raw.toString()).not.toContain('Sealed words')
    }
    const { body } = await traced(headEgypt, 'finding', finding.id)
    expect(kinds(body.restsOn)).toEqual(['answer'])
    // The one thing by which it differs: its own author may.
    expect((await traced(people.headNorway, 'answer', sealedId)).status).toBe(200)
  })

  test('row-level security: a link from a sealed answer is not there for the role of another delegation', async () => {
    const { people, answers } = thread
    const role = new pg.Client({ connectionString: app.appUrl })
    await role.connect()
    const links = async (head: CastMember) => {
      await role.query('begin')
      await role.query(`select set_config('app.person', $1, true), set_config('app.delegation', $2, true)`, [
        (await head.me()).person.id,
        await head.delegationId(),
      ])
      const { rows } = await role.query<{ id: string }>(
        `select from_id as id from links where from_kind = 'answer' and to_kind = 'finding'`,
      )
      await role.query('rollback')
      return rows.map(({ id }) => id)
    }
    const [open, sealed] = [answers.get('Simplify the forms.')!, answers.get('Sealed words.')!]
    expect(await links(people.headEgypt)).toEqual([open])
    expect(await links(people.headGhana)).toEqual([open])
    expect((await links(people.headNorway)).sort()).toEqual([open, sealed].sort())
    await role.end()
  })
})

test('[P3] who of two said which sealed words changes no byte of what third parties are shown', async () => {
  const sealed = (first: 'headNorway' | 'headSenegal', second: 'headNorway' | 'headSenegal') => [
    { head: 'headGhana' as const, text: 'Simplify the forms.', attribution: 'attributed' as const },
    { head: first, text: 'Delegate further down.', attribution: 'not_for_attribution' as const },
    { head: second, text: 'Keep control at Headquarters.', attribution: 'not_for_attribution' as const },
  ]
  const shown = async (said: Parameters<typeof carriedThrough>[1]) => {
    const app = await startApp()
    try {
      const { people, finding, measure, paragraphId, answers, consultationId } = await carriedThrough(app, said)
      const replies = []
      for (const third of [people.headEgypt, people.irt]) {
        const params = { consultationId }
        for (const [kind, id] of [
          ['finding', finding.id],
          ['measure', measure.id],
          ['paragraph', paragraphId],
          ['answer', answers.get('Simplify the forms.')!],
        ] as const)
          replies.push(await third.ask(readTrace, { params: { kind, id } }))
        replies.push(await third.ask(listMeasures, { params }), await third.ask(readReport, { params }))
      }
      // The platform’s own ids and times are drawn anew in each; everything else must be the same, in the same order.
      const ids = new Map<string, string>()
      return replies.map(({ raw, status }) => {
        const said = raw
          .toString()
          .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
            if (!ids.has(id)) ids.set(id, `id-${ids.size}`)
            return ids.get(id)!
          })
          .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
        return `${status} ${said}`
      })
    } finally {
      await app.close()
    }
  }
  // Withheld ones stand in a drawn order: sorted, so that the draw is not taken for a difference.
  const settled = (replies: string[]) => replies.map((reply) => [...reply].sort().join(''))
  const [one, other] = [
    await shown(sealed('headNorway', 'headSenegal')),
    await shown(sealed('headSenegal', 'headNorway')),
  ]
  expect(settled(other)).toEqual(settled(one))
  const delegates = (replies: string[]) => replies.slice(0, 6)
  expect(delegates(other)).toEqual(delegates(one))
})

describe('set aside', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  test('[C25] what nobody decided is listed; set aside with a reason its delegation reads it, and nobody else', async () => {
    const people = cast(app)
    const { staff, irt, headGhana, headNorway } = people
    const list = await circulatedList(app, { audience: 'participants' })
    await submits(headGhana, await drafted(headGhana, list, { 1: 'Move the Headquarters.', 2: 'Train managers.' }))
    await staff.does(closeList, { params: { listId: list.id }, body: command() })
    const params = { consultationId: list.consultationId }
    const undecided = () => staff.does(listSources, { params, query: { unused: 'yes' } })
    const { sources } = await undecided()
    expect(sources).toHaveLength(2)
    const source = { kind: sources[0]!.kind, id: sources[0]!.id }
    const reason = 'Beyond what the Secretary-General may decide.'
    const own = async () => (await headGhana.does(readOwnTraces)).became.find((one) => one.source.id === source.id)
    expect(await own()).toMatchObject({ outcome: 'undecided', setAside: null })
    await irt.does(setAside, { params, body: { ...command(), source, reason } })
    expect((await undecided()).sources).toHaveLength(1)
    expect(await own()).toMatchObject({ outcome: 'set_aside', setAside: { reason } })
    const elsewhere = await headNorway.ask(readTrace, { params: source })
    expect(elsewhere).toMatchObject({ status: 200, body: { setAside: null, may: { setAside: false } } })
    expect((await headGhana.does(readTrace, { params: source })).setAside).toMatchObject({ reason })
    await staff.does(takeUpAgain, { params, body: { ...command(), source } })
    expect(await own()).toMatchObject({ outcome: 'undecided', setAside: null })
    expect((await headGhana.ask(setAside, { params, body: { ...command(), source, reason } })).status).toBe(403)
  })
})

describe('from the room', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  test('an idea is followed into what it was merged with, its cluster, and the finding that rests on that', async () => {
    const { itemId, consultationId, moderator, people, chair } = await openedSession(app)
    const { drafterGhana, drafterNorway } = people
    const phase = (from: BoardPhase, to: BoardPhase) =>
      moderator.does(movePhase, { params: { itemId }, body: { ...command(), from, to } })
    await phase('idle', 'writing')
    const write = (who: CastMember, text: string) =>
      who.does(writeIdea, { params: { itemId }, body: { ...command(), text, language: 'en', groupId: null } })
    const mine = await write(drafterGhana, 'One form for all.')
    const theirs = await write(drafterNorway, 'A single form.')
    await phase('writing', 'revealed')
    await phase('revealed', 'clustering')
    const cluster = await moderator.does(addCluster, {
      params: { itemId },
      body: { ...command(), name: 'Fewer forms' },
    })
    await moderator.does(mergeIdea, { params: { ideaId: mine.id }, body: { ...command(), into: theirs.id } })
    await moderator.does(clusterIdea, {
      params: { ideaId: theirs.id },
      body: { ...command(), from: null, to: cluster.id },
    })
    const finding = await publishedFinding(chair, consultationId, [citing('cluster', cluster.id)])
    const { became } = await drafterGhana.does(readOwnTraces)
    const one = became.find(({ source }) => source.id === mine.id)
    expect(one?.outcome).toBe('taken_up')
    expect(one?.went.map(({ thing, way }) => [thing.id, way])).toEqual([
      [finding.id, 'cited'],
      [cluster.id, 'clustered'],
      [theirs.id, 'merged'],
    ])
    const { restsOn } = await drafterGhana.does(readTrace, { params: { kind: 'finding', id: finding.id } })
    expect(kinds(restsOn)).toEqual(['cluster'])
    expect(restsOn[0]!.beyond.map(({ thing }) => thing.id)).toEqual([theirs.id])
    // Not in the room, it is told nothing of what the room made.
    const { headKazakhstan } = people
    const outside = await headKazakhstan.ask(readTrace, { params: { kind: 'cluster', id: cluster.id } })
    expect(outside.status).toBe(200)
    const { adviserOfTwo } = people
    await adviserOfTwo.actsFor('FJI')
    expect((await adviserOfTwo.ask(readTrace, { params: { kind: 'cluster', id: cluster.id } })).status).toBe(404)
    const elsewhere = await adviserOfTwo.does(readTrace, { params: { kind: 'finding', id: finding.id } })
    expect(elsewhere.restsOn).toEqual([])
  })
})
