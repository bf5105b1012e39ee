import type { DeskFinding, FeedbackLine } from '@consultation/shared/feedback.ts'
import type { RetreatView, SlotView } from '@consultation/shared/retreats.ts'
import { NO_COLLECTIONS, type ReportBackView, type Seat, type SignatureView } from '@consultation/shared/room-view.ts'
import { ROOM_COMMANDS } from '@consultation/shared/rules/rooms.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { describe, expect, test } from 'vitest'
import { askedOf, isDone } from '../../client/retreats/delegate/asked.ts'
import {
  awaitsSignature,
  changedSince,
  ownReportOf,
  reportNow,
  reportsTo,
  shownSource,
} from '../../client/sessions/retreat/report.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [GROUP, PLENARY, GHANA, EGYPT, ITEM] = [id(1), id(2), id(3), id(4), id(5)]
const may = Object.fromEntries(Object.keys(ROOM_COMMANDS).map((name) => [name, true])) as RoomView['may']

const report = (number: number, more: Partial<ReportBackView> = {}): ReportBackView => ({
  id: id(100 + number),
  retreatId: id(9),
  reference: `MR-2017/S${number}`,
  title: { en: `Group ${number}` },
  number,
  state: 'reported',
  points: [],
  digest: null,
  putAt: null,
  signedAt: null,
  reason: '',
  reportsTo: PLENARY,
  speakerId: id(200 + number),
  signed: null,
  dissents: [],
  ...more,
})
const room = (more: Partial<RoomView>): RoomView => ({
  ...NO_COLLECTIONS,
  sessionId: GROUP,
  now: '2017-07-14T15:00:00.000Z',
  heads: {},
  roles: [],
  invitedAs: 'delegate',
  delegationId: GHANA,
  speaksFor: [],
  may,
  ...more,
})
const seat = (delegationId: string): Seat => ({ kind: 'delegation', delegationId })
const signature = (delegationId: string): SignatureView => ({
  id: delegationId,
  seat: seat(delegationId),
  dissents: false,
  note: '',
})

describe('a delegation is asked to sign', () => {
  const put = report(1, { id: GROUP, state: 'put', digest: 'a'.repeat(64) })

  test('once the points are put, until it has said something to them', () => {
    expect(awaitsSignature(room({ reportBacks: [put] }))).toBe(true)
    expect(awaitsSignature(room({ reportBacks: [put], signatures: [signature(EGYPT)] }))).toBe(true)
    expect(awaitsSignature(room({ reportBacks: [put], signatures: [signature(GHANA)] }))).toBe(false)
    expect(awaitsSignature(room({ reportBacks: [{ ...put, state: 'drafting' }] }))).toBe(false)
  })

  test('and nobody else is: not the podium, not who only reads', () => {
    expect(awaitsSignature(room({ reportBacks: [put], delegationId: null }))).toBe(false)
    expect(awaitsSignature(room({ reportBacks: [put], may: { ...may, 'report.sign': false } }))).toBe(false)
  })

  test('not to what other groups brought to this room', () => {
    const plenary = room({ sessionId: PLENARY, reportBacks: [report(1), report(2)] })
    expect(ownReportOf(plenary)).toBeNull()
    expect(awaitsSignature(plenary)).toBe(false)
  })
})

describe('the plenary is at the report', () => {
  const reports = [report(2), report(1), report(3, { state: 'signed' })]
  const speaker = (number: number, state: 'speaking' | 'spoken' | 'requested', spokeAt: string | null = null) => ({
    id: id(200 + number),
    itemId: ITEM,
    seat: { kind: 'report' as const, sessionId: id(100 + number), title: { en: `Group ${number}` } },
    capacity: 'report' as const,
    state,
    place: number,
    observer: false,
    movedFor: null,
    usedMs: 0,
    spokeAt,
  })
  const at = (...speakers: ReturnType<typeof speaker>[]) =>
    reportNow(room({ sessionId: PLENARY, reportBacks: reports, speakers }))?.number

  test('of who has the floor, else of who had it last, else of the first group', () => {
    expect(at()).toBe(1)
    expect(at(speaker(1, 'requested'), speaker(2, 'speaking'))).toBe(2)
    expect(at(speaker(1, 'spoken', '2017-07-14T15:00:00.000Z'), speaker(2, 'requested'))).toBe(1)
    expect(at(speaker(1, 'spoken', '2017-07-14T15:00:00.000Z'), speaker(2, 'spoken', '2017-07-14T15:10:00.000Z'))).toBe(
      2,
    )
  })

  test('and shows what was brought, in the order of the groups', () => {
    expect(reportsTo(room({ sessionId: PLENARY, reportBacks: reports })).map(({ number }) => number)).toEqual([1, 2])
    expect(reportNow(room({ sessionId: PLENARY, reportBacks: [] }))).toBeNull()
  })
})

test('what changed since the points were put before is marked, and nothing the first time', () => {
  const [one, two] = [
    { id: id(1), text: 'One' },
    { id: id(2), text: 'Two' },
  ]
  expect(changedSince(null, [one, two])).toEqual(new Set())
  expect(changedSince([one, two], [two, one])).toEqual(new Set())
  expect(changedSince([one, two], [{ ...one, text: 'One, but' }, two])).toEqual(new Set([one.id]))
  expect(changedSince([one], [one, two])).toEqual(new Set([two.id]))
})

describe('what a point rests on', () => {
  const view = room({
    ideas: [
      {
        id: id(1),
        itemId: ITEM,
        text: 'An idea',
        language: 'en',
        seat: { kind: 'withheld' },
        clusterId: null,
        mergedInto: null,
        pinned: false,
        place: 1,
      },
    ],
    clusters: [{ id: id(2), itemId: ITEM, name: 'A cluster', place: 1, points: null }],
  })

  test('is shown as far as the room shows it, and by whom only where it says so', () => {
    expect(shownSource(view, { kind: 'idea', id: id(1) })).toEqual({ seat: { kind: 'withheld' }, text: 'An idea' })
    expect(shownSource(view, { kind: 'cluster', id: id(2) })).toEqual({ seat: null, text: 'A cluster' })
  })

  test('is only named by its kind where the room does not show it', () => {
    expect(shownSource(view, { kind: 'idea', id: id(7) })).toBeNull()
    expect(shownSource(view, { kind: 'statement', id: id(7) })).toBeNull()
    expect(shownSource(view, { kind: 'answer', id: id(7) })).toBeNull()
  })
})

describe('a retreat asks of a delegation', () => {
  const none = {
    change: false,
    assign: false,
    tell: false,
    choose: false,
    open: false,
    close: false,
    extend: false,
    message: false,
    move: false,
  }
  const slot = (n: number, choiceUntil: string | null, ownChoice: string[] | null = null): SlotView => ({
    id: id(n),
    kind: 'breakouts',
    title: { en: `Part ${n}` },
    startsAt: '2017-07-14T14:00:00.000Z',
    endsAt: '2017-07-14T16:00:00.000Z',
    choiceUntil,
    assignedAt: null,
    assignedBy: null,
    seed: null,
    sessions: [],
    ownChoice,
    choices: null,
    unplaced: null,
    may: { ...none, choose: choiceUntil !== null },
  })
  const retreat = (now: string, slots: SlotView[], findings = 2): RetreatView => ({
    id: id(9),
    consultationId: id(8),
    number: 1,
    reference: 'MR-2017/R1',
    title: { en: 'Retreat' },
    place: '',
    zone: 'America/New_York',
    state: 'announced',
    startsAt: null,
    endsAt: null,
    feedbackOpensAt: '2017-07-10T13:00:00.000Z',
    feedbackClosesAt: '2017-07-21T22:00:00.000Z',
    consultationTitle: { en: 'Management reform' },
    note: {},
    attributionOffered: ['attributed'],
    feedbackOpen: true,
    participantIds: null,
    findings: Array.from({ length: findings }, (_, at) => ({
      findingId: id(20 + at),
      versionId: id(30 + at),
      version: 1,
      number: at + 1,
      track: 'management',
      title: { en: 'A finding' },
      languages: ['en' as const],
      publishedAt: '2017-07-01T13:00:00.000Z',
    })),
    unpublished: null,
    slots,
    announcedAt: null,
    closedAt: null,
    delegationId: GHANA,
    now,
    revision: 1,
    may: { manage: false, announce: false, close: false },
  })
  const kinds = (view: RetreatView, said: Parameters<typeof askedOf>[1] = null) =>
    askedOf(view, said).map((one) => (one.kind === 'choose' ? one.slotId : one.kind))

  test('to choose its groups, the soonest first, to read, and to give feedback', () => {
    const view = retreat('2017-07-05T12:00:00.000Z', [
      slot(1, '2017-07-08T22:00:00.000Z'),
      slot(2, '2017-07-07T22:00:00.000Z', [id(5)]),
      slot(3, null),
      slot(4, '2017-07-09T22:00:00.000Z', []),
    ])
    expect(kinds(view)).toEqual([id(2), id(1), id(4), 'read', 'feedback'])
    expect(askedOf(view, null)).toMatchObject([
      { given: 'wishes' },
      { given: 'nothing' },
      { given: 'left' },
      { findings: 2 },
      { window: 'before' },
    ])
  })

  test('nothing to read where nothing is published, and no feedback once its time is over', () => {
    expect(kinds(retreat('2017-07-14T12:00:00.000Z', [], 0))).toEqual(['feedback'])
    expect(askedOf(retreat('2017-07-14T12:00:00.000Z', []), null)).toMatchObject([{}, { window: 'open', spoken: null }])
    expect(kinds(retreat('2017-07-22T12:00:00.000Z', []))).toEqual([])
  })

  describe('and knows what was said', () => {
    const view = retreat('2017-07-14T12:00:00.000Z', [])
    const line = (versionId: string, groupId: string | null = null): FeedbackLine => ({
      id: id(60),
      versionId,
      version: 1,
      groupId,
      stance: 'support',
      attribution: 'attributed',
      at: '2017-07-12T12:00:00.000Z',
      revision: 1,
    })
    const finding = (n: number, own: FeedbackLine[], withdrawn = false): DeskFinding => ({
      findingId: id(20 + n),
      number: n,
      versionId: id(30 + n),
      version: 2,
      title: { en: 'A finding' },
      change: {},
      track: 'management',
      publishedAt: '2017-07-01T13:00:00.000Z',
      withdrawn,
      own,
      inOurName: [],
    })
    const spoken = (...findings: DeskFinding[]) => {
      const last = askedOf(view, { findings }).at(-1)
      return last?.kind === 'feedback' ? last.spoken : undefined
    }

    test('to each finding that stands, in its newest version, for the State itself', () => {
      expect(spoken(finding(1, []), finding(2, [line(id(32))]))).toEqual({ given: 1, count: 2 })
      expect(spoken(finding(1, [line(id(31), id(70))]), finding(2, [line(id(99))]))).toEqual({ given: 0, count: 2 })
      expect(spoken(finding(1, [line(id(31))]), finding(2, [], true))).toEqual({ given: 1, count: 1 })
    })

    test('with nothing left to say there is nothing left to read beforehand', () => {
      const all = { findings: [finding(1, [line(id(31))]), finding(2, [line(id(32))])] }
      expect(kinds(view, all)).toEqual(['feedback'])
      expect(kinds(view, { findings: [finding(1, [line(id(31))]), finding(2, [])] })).toEqual(['read', 'feedback'])
      expect([null, { given: 0, count: 0 }, { given: 1, count: 2 }, { given: 2, count: 2 }].map(isDone)).toEqual([
        false,
        false,
        false,
        true,
      ])
    })
  })
})
