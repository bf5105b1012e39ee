import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movePhase, writeIdea } from '../../shared/board.ts'
import type { Endpoint } from '../../shared/contract.ts'
import {
  downloadExport,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportView,
  RESULT_PAPERS,
  RETREAT_PAPERS,
  readExport,
} from '../../shared/exports.ts'
import { listFeedback, releaseConvergence, setPriorities } from '../../shared/feedback.ts'
import { changeFinding, publishFinding, readFinding } from '../../shared/findings.ts'
import { giveFloor, giveStatement, inscribe, setSpeakersList } from '../../shared/floor.ts'
import { CONTRACTS } from '../../shared/index-of-contracts.ts'
import { setAside } from '../../shared/links.ts'
import { streams } from '../../shared/live.ts'
import { publishMeasures } from '../../shared/measures.ts'
import { makeResultPaper, makeRetreatPaper, makeSummaryPaper } from '../../shared/papers.ts'
import { addNote, exportRecord } from '../../shared/records.ts'
import { publishReport } from '../../shared/reports.ts'
import {
  bringToPlenary,
  callChair,
  chooseGroups,
  closeRetreat,
  closeSignatures,
  declineGroup,
  giveUpPoints,
  moveGroups,
  moveToGroup,
  tellGroups,
} from '../../shared/retreats.ts'
import { may } from '../../shared/rules/access.ts'
import { addScreen, attend } from '../../shared/sessions.ts'
import { blocksOf } from '../../shared/text.ts'
import { openTopic, remark } from '../../shared/topics.ts'
import { readOwnTraces, readTrace } from '../../shared/traces.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import {
  type Breakouts,
  command,
  openedBreakouts,
  puts,
  type Room,
  signs,
  tracesOfDelegation,
} from '../support/breakouts.ts'
import type { CastMember } from '../support/cast.ts'
import { textIn } from '../support/exports.ts'
import { findingBody } from '../support/findings.ts'
import { connect, type Line } from '../support/line.ts'
import { addedMeasure, addedParagraph, begunReport, begunSummary, citing } from '../support/results.ts'
import { gives } from '../support/retreats.ts'
import { screenAt } from '../support/sessions.ts'

/**
 * Norway says everything in this retreat without its name: where it wished to go and what it declined, an idea, a remark, a
 * statement, dissent, feedback, and what came to rest on these. After each step everybody else reads everything they may read,
 * and hears whatever is told: none of it says that it was Norway, and none of it says what is not for them yet.
 */
const SILENT = {
  wish: 'never in words',
  decline: 'Our experts cannot be in two places',
  call: 'The interpretation broke down',
  idea: 'Delegate what can be delegated',
  draft: 'The group would delegate more',
}
const OPEN = { statement: 'We said it in writing', remark: 'A remark without a name', dissent: 'Not what we discussed' }
const FEEDBACK = 'A concern told in confidence'

let app: TestApp
let m: Breakouts
let first: Room
let second: Room
let marks: string[]
const log: string[] = []
const lines: { who: string; line: Line }[] = []
const viewers: { name: string; who: Person; inRoom: boolean; may(permission: Endpoint['permission']): boolean }[] = []
const ids: Record<string, string> = {}
/** Words that nobody who looks may read yet. */
const notYet = new Set<string>(Object.values(SILENT))
/** Those that some never read: what is said in a room, who is not in it; what is told in confidence, other delegations. */
const neverFor = (name: string): string[] => [
  ...notYet,
  ...(name === 'of the Review Team' ? [] : [FEEDBACK]),
  ...(['in the room', 'screen of the room', 'of the Review Team'].includes(name)
    ? []
    : [SILENT.idea, OPEN.statement, OPEN.remark]),
]

/**
 * Who is in the room sees who speaks and who signs, in every mode; the Review Team knows who takes part in the retreat, and an
 * administrator, who plans sessions too, who is invited: these are looked at apart.
 */
const SEEN_IN_ROOM = new Set(['speakers', 'signatures'])
const KNOWN: Record<string, Record<string, ReadonlySet<string>>> = {
  'of the Review Team': { readRetreat: new Set(['participantIds']) },
  administrator: { readSession: new Set(['invited']) },
}
const without = (text: string, keys: ReadonlySet<string>): string =>
  JSON.stringify(
    JSON.parse(text, (key, value) => {
      if (keys.has(key)) return undefined
      if (typeof value !== 'object' || value === null) return value
      return keys.has(value.set) || keys.has(value.drop) ? null : value
    }),
  )
/** The same of frames; the id of a signature is the delegation’s. */
const framesOf = (line: Line, inRoom: boolean): string => {
  // That a stream is not one’s own is said with the name that was asked for.
  const told = line.messages.filter((message) => message.type !== 'refused')
  const events = told.map((message) =>
    message.type === 'events' && inRoom
      ? { ...message, events: message.events.filter(({ kind }) => !kind.startsWith('signature.')) }
      : message,
  )
  return inRoom ? without(JSON.stringify(events), SEEN_IN_ROOM) : JSON.stringify(events)
}
const found = (text: string, secrets: readonly string[]) => secrets.filter((secret) => text.includes(secret))

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'debug' }, { write: (line) => void log.push(line) })
  m = await openedBreakouts(app, {
    groups: [
      ['NOR', 'GHA', 'SEN', 'EGY', 'KAZ', 'ECU'],
      ['CHN', 'POL', 'MEX'],
    ],
    delegations: ['NOR', 'GHA', 'SEN', 'EGY', 'KAZ', 'ECU', 'CHN', 'POL', 'MEX'],
    mode: 'not_for_attribution',
    plenaryMode: 'not_for_attribution',
    upTo: 'placed',
  })
  ;[first, second] = m.groups as [Room, Room]
  marks = await tracesOfDelegation(app, 'NOR')
  const { headGhana, headChina, irt, adviserOfTwo, administrator } = m.people
  for (const [name, who, inRoom] of [
    ['in the room', headGhana, true],
    ['in another group', headChina, false],
    ['of the Review Team', irt, false],
    ['not of the retreat', await adviserOfTwo.actsFor('FJI'), false],
    ['administrator', administrator, false],
  ] as const) {
    const { person } = await who.me()
    const caller = {
      kind: 'person' as const,
      personId: person.id,
      signInId: 's',
      office: who.who.officeRoles,
      acting: who.actingFor ? { delegationId: who.actingFor, role: 'head' as const, membershipId: 'm' } : null,
    }
    viewers.push({ name, who, inRoom, may: (permission) => may(caller, permission) })
  }
  for (const [name, { sessionId }] of [
    ['screen of the room', first],
    ['screen of the plenary', m.plenary],
  ] as const) {
    const { path } = await m.chair.does(addScreen, { params: { sessionId }, body: command() })
    viewers.push({ name, who: screenAt(app, path), inRoom: true, may: () => true })
  }
  Object.assign(ids, {
    retreatId: m.retreatId,
    consultationId: m.consultationId,
    slotId: m.slotId,
    findingId: m.findings[0]!.findingId,
    versionId: m.findings[0]!.versionId,
  })
  for (const { name, who } of viewers) lines.push({ who: name, line: await connect(who) })
}, 60_000)
afterAll(async () => {
  for (const { line } of lines) line.close()
  await app.close()
})

const everyStream = () => [
  streams.retreatAll(m.retreatId),
  streams.retreatStaff(m.retreatId),
  streams.consultation(m.consultationId),
  streams.consultationAll(m.consultationId),
  streams.delegation(m.ids.NOR!),
  ...[first, second, m.plenary].flatMap(({ sessionId }) => [
    streams.sessionAll(sessionId),
    streams.sessionPodium(sessionId),
    streams.sessionSeat(sessionId, m.ids.NOR!),
  ]),
]

/** Everything that may be called by whoever looks, with the ids of things there are; not what tells which States there are. */
const ELSEWHERE = ['health', 'reference', 'people', 'sign-in', 'question-lists', 'responses', 'answers', 'threads']
const READS = CONTRACTS.filter(
  ({ domain, name, endpoint }) =>
    endpoint.method === 'GET' && !endpoint.file && !ELSEWHERE.includes(domain) && name !== 'listMails',
)
const asked: Record<string, number> = {}

/** After a step: pages, frames as they came, and frames told again to who was away. */
async function looks(step: string): Promise<void> {
  for (const { name, who, inRoom, may } of viewers) {
    const seen: [string, string][] = []
    for (const { name: call, endpoint } of READS) {
      if (!may(endpoint.permission)) continue
      const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, param = '']) => param)
      const rooms = names.includes('sessionId') ? [first, second, m.plenary] : [first]
      for (const { sessionId, itemId } of rooms) {
        const known: Record<string, string> = { ...ids, sessionId, itemId }
        const params = Object.fromEntries(names.map((param) => [param, known[param] ?? randomUUID()]))
        const { status, raw } = await who.ask(endpoint as Endpoint, { params })
        expect([call, status < 500]).toEqual([call, true])
        if (status !== 200) continue
        asked[name] = (asked[name] ?? 0) + 1
        seen.push([call, raw.toString()])
      }
    }
    for (const [call, text] of seen) {
      const known = inRoom && call === 'readRoom' ? SEEN_IN_ROOM : KNOWN[name]?.[call]
      const told = known ? without(text, known) : text
      expect({ step, name, call, marks: found(told, marks) }).toEqual({ step, name, call, marks: [] })
      expect({ step, name, call, words: found(told, neverFor(name)) }).toEqual({ step, name, call, words: [] })
    }
    // Who was away and is told again.
    const again = await connect(who)
    for (const stream of everyStream()) {
      again.send({ type: 'subscribe', stream, after: 0 })
      await again.told((x) => (x.type === 'subscribed' || x.type === 'refused') && x.stream === stream)
    }
    lines.push({ who: name, line: again })
  }
  for (const { who, line } of lines) {
    const text = framesOf(
      line,
      viewers.some(({ name, inRoom }) => name === who && inRoom),
    )
    expect({ step, who, marks: found(text, marks) }).toEqual({ step, who, marks: [] })
    expect({ step, who, words: found(text, neverFor(who)) }).toEqual({ step, who, words: [] })
  }
}

test('[P3] [AT2] no page and no frame says that it was Norway, nor what is not open yet', async () => {
  const { headNorway, drafterNorway, headGhana, headSenegal, headEcuador, headEgypt, headKazakhstan } = m.people
  const { chair, rapporteur } = m
  const at = { params: { itemId: first.itemId } }
  const inFirst = { params: { sessionId: first.sessionId } }
  const moves = (from: 'idle' | 'writing', to: 'writing' | 'revealed') =>
    chair.does(movePhase, { ...at, body: { ...command(), from, to } })

  // ── beforehand
  await app.sql("update retreat_slots set choice_until = now() + interval '1 hour' where id = $1", [m.slotId])
  await drafterNorway.does(chooseGroups, { params: { slotId: m.slotId }, body: { sessionIds: [second.sessionId] } })
  await headNorway.does(setPriorities, {
    params: { retreatId: m.retreatId },
    ifMatch: 0,
    body: { findingIds: [m.findings[1]!.findingId] },
  })
  await looks('wishes and priorities')
  for (const slotId of [m.slotId, m.plenarySlotId])
    await chair.does(tellGroups, { params: { slotId }, body: command() })
  await headNorway.does(declineGroup, { ...inFirst, body: { ...command(), note: SILENT.decline } })
  await looks('told and declined')
  await chair.does(moveToGroup, {
    params: { slotId: m.slotId },
    body: { ...command(), delegationId: m.ids.NOR!, from: null, to: first.sessionId },
  })

  // ── in the room
  await chair.does(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'open' } })
  await headNorway.does(attend, { ...inFirst, body: command() })
  await moves('idle', 'writing')
  const idea = await drafterNorway.does(writeIdea, { ...at, body: { ...command(), text: SILENT.idea, language: 'en' } })
  await headNorway.does(callChair, { ...inFirst, body: { ...command(), note: SILENT.call } })
  await looks('written in silence')
  await moves('writing', 'revealed')
  notYet.delete(SILENT.idea)
  const topic = await chair.does(openTopic, { ...at, body: { ...command(), title: 'A topic' } })
  const said = await headNorway.does(remark, {
    params: { topicId: topic.id },
    body: { ...command(), text: OPEN.remark, language: 'en' },
  })
  await headNorway.does(giveStatement, {
    ...at,
    body: { groupId: null, language: 'en', blocks: blocksOf(OPEN.statement), channel: 'writing' },
  })
  await chair.does(setSpeakersList, { ...at, body: { open: true } })
  await headNorway.does(inscribe, {
    ...at,
    body: { ...command(), capacity: 'national', groupId: null, delegationId: null },
  })
  await chair.does(giveFloor, { ...at, body: { ...command(), from: null, end: false } })
  Object.assign(ids, { ideaId: idea.id, topicId: topic.id, remarkId: said.id })
  await looks('revealed, said and spoken')

  // ── points of the group
  await rapporteur.does(addNote, {
    ...at,
    body: { ...command(), text: SILENT.draft, sources: [{ kind: 'idea', id: idea.id }] },
  })
  await looks('points being drafted')
  const { digest } = await puts(rapporteur, first)
  notYet.delete(SILENT.draft)
  await signs(headNorway, first, digest!, OPEN.dissent)
  for (const who of [headGhana, headSenegal, headEcuador, headEgypt, headKazakhstan]) await signs(who, first, digest!)
  await looks('signed and dissented from')
  await rapporteur.does(closeSignatures, { ...inFirst, body: { ...command(), digest: digest! } })
  await chair.does(moveGroups, { params: { slotId: m.plenarySlotId }, body: { ...command(), to: 'open' } })
  await rapporteur.does(bringToPlenary, { ...inFirst, body: command() })
  await looks('brought to the plenary')

  // ── feedback, and where views converge
  const [one] = m.findings as [Breakouts['findings'][number]]
  const sealed = await gives(headNorway, m, one.versionId, {
    stance: 'concern',
    attribution: 'not_for_attribution',
    channel: 'breakout',
    reason: blocksOf(FEEDBACK),
    proposals: [
      {
        paragraph: 1,
        language: 'en',
        was: 'The rules were made for Headquarters.',
        text: 'The rules were made for few.',
      },
    ],
  })
  Object.assign(ids, { feedbackId: sealed.id })
  await looks('feedback without a name')
  for (const who of [headGhana, headSenegal, headEcuador, headEgypt, headKazakhstan])
    await gives(who, m, one.versionId, { stance: 'support' })
  await chair.does(releaseConvergence, {
    params: { retreatId: m.retreatId },
    body: { ...command(), versionIds: [one.versionId] },
  })
  await looks('figures given out')
  // ── what became of it
  const cited = [citing('idea', idea.id), citing('remark', said.id), citing('feedback', sealed.id)]
  const finding = await chair.does(readFinding, { params: { findingId: one.findingId } })
  const changed = await chair.does(changeFinding, {
    params: { findingId: one.findingId },
    ifMatch: finding.revision,
    body: findingBody({
      title: finding.draft!.title,
      texts: { en: blocksOf('Support reaches missions late.\nThe rules were made for few.') },
      change: { en: 'The second paragraph.' },
      citations: cited,
    }),
  })
  await chair.does(publishFinding, {
    params: { findingId: one.findingId },
    body: { ...command(), revision: changed.revision },
  })
  const measure = await addedMeasure(chair, m.consultationId, { citations: cited })
  const report = await begunReport(chair, m.consultationId)
  const summary = await begunSummary(chair, m.consultationId, { of: { kind: 'session', id: first.sessionId } })
  const summed = await addedParagraph(chair, summary.id, 'It was said that authority belongs near the work.', {
    citations: cited,
  })
  const summedId = summed.paragraphs[0]!.id
  Object.assign(ids, { summaryId: summary.id })
  await looks('summed up in a draft')
  await chair.does(publishReport, {
    params: { reportId: summary.id },
    body: { ...command(), revision: summed.revision },
  })
  const { paragraphs } = await addedParagraph(chair, report.id, 'Authority belongs near the work.', {
    citations: [...cited, citing('summary', summedId)],
  })
  await chair.does(publishMeasures, { params: { consultationId: m.consultationId }, body: command() })
  const { revision } = await addedParagraph(chair, report.id, 'A word of the editor.', { editorial: 'To lead on.' })
  await chair.does(publishReport, { params: { reportId: report.id }, body: { ...command(), revision } })
  await chair.does(setAside, {
    params: { consultationId: m.consultationId },
    body: { ...command(), source: { kind: 'remark', id: said.id }, reason: 'It was said elsewhere too.' },
  })
  for (const [kind, id] of [
    ['idea', idea.id],
    ['feedback', sealed.id],
    ['remark', said.id],
    ['measure', measure.id],
    ['paragraph', paragraphs[0]!.id],
    ['summary', summedId],
    ['finding', one.versionId],
  ] as const) {
    for (const { name, who } of viewers) {
      const { raw } = await who.ask(readTrace, { params: { kind, id } })
      expect({ kind, name, marks: found(raw.toString(), marks) }).toEqual({ kind, name, marks: [] })
      expect({ kind, name, words: found(raw.toString(), neverFor(name)) }).toEqual({ kind, name, words: [] })
    }
  }
  Object.assign(ids, { kind: 'idea', id: idea.id, measureId: measure.id })
  await looks('taken up in findings, measures, a summary and the report')
  // Its own trace says all of it to Norway, and to nobody else.
  const own = await headNorway.does(readOwnTraces)
  expect(own.became.map(({ source }) => source.kind)).toEqual(expect.arrayContaining(['idea', 'remark', 'feedback']))

  // ── closed
  await chair.does(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'closed' } })
  await chair.does(moveGroups, { params: { slotId: m.plenarySlotId }, body: { ...command(), to: 'closed' } })
  await rapporteur.does(giveUpPoints, {
    params: { sessionId: second.sessionId },
    body: { ...command(), reason: 'The time was too short.' },
  })
  await app.sql("update retreats set feedback_closes_at = now() - interval '1 minute' where id = $1", [m.retreatId])
  await chair.does(closeRetreat, { params: { retreatId: m.retreatId }, body: command() })
  await looks('closed')

  // Each viewer was shown something, and the same search finds Norway where it may be known.
  for (const { name } of viewers) expect([name, asked[name]! > 5]).toEqual([name, true])
  const params = { retreatId: m.retreatId, versionId: one.versionId }
  expect(found((await chair.ask(listFeedback, { params })).raw.toString(), marks)).not.toEqual([])
}, 240_000)

test('[P3] nor does a mail, a line of the log, or a file of the record, the retreat, the plan, a summary or the report', async () => {
  const { chair, rapporteur } = m
  const mails = await app.sql<{ to: string; whole: string }>('select "to", mails::text as whole from mails')
  const staff = [chair, rapporteur].map(({ who }: CastMember) => who.email)
  for (const { to, whole } of mails)
    if (!staff.includes(to) && !marks.includes(to)) {
      expect({ to, marks: found(whole, marks) }).toEqual({ to, marks: [] })
      expect(found(whole, [...Object.values(SILENT), ...Object.values(OPEN), FEEDBACK])).toEqual([])
    }
  const logged = log.join('')
  expect(found(logged, [...marks, ...Object.values(SILENT), ...Object.values(OPEN), FEEDBACK])).toEqual([])
  for (const format of EXPORT_FORMATS) {
    const body = () => ({ ...command(), format, language: 'en' as const })
    const files: [string, () => Promise<ExportView>][] = [
      ...[first, m.plenary].map(({ sessionId, reference }): [string, () => Promise<ExportView>] => [
        reference,
        () => chair.does(exportRecord, { params: { sessionId }, body: body() }),
      ]),
      ...RETREAT_PAPERS.map((paper): [string, () => Promise<ExportView>] => [
        paper,
        () => chair.does(makeRetreatPaper, { params: { retreatId: m.retreatId }, body: { ...body(), paper } }),
      ]),
      ...RESULT_PAPERS.map((paper): [string, () => Promise<ExportView>] => [
        paper,
        () => chair.does(makeResultPaper, { params: { consultationId: m.consultationId }, body: { ...body(), paper } }),
      ]),
      [
        'summary',
        () =>
          chair.does(makeSummaryPaper, {
            params: { summaryId: ids.summaryId! },
            body: { ...body(), paper: 'summary' },
          }),
      ],
    ]
    for (const [file, make] of files) {
      const text = await fileText((await make()).id, format)
      expect({ format, file, marks: found(text, marks) }).toEqual({ format, file, marks: [] })
      expect(found(text, [SILENT.decline, SILENT.call])).toEqual([])
    }
  }
}, 240_000)

async function fileText(exportId: string, format: ExportFormat): Promise<string> {
  await expect
    .poll(
      async () => {
        await app.jobs.settle()
        return (await m.chair.does(readExport, { params: { exportId } })).state
      },
      { timeout: 60_000 },
    )
    .toBe('ready')
  return textIn(format, (await m.chair.ask(downloadExport, { params: { exportId } })).raw)
}
