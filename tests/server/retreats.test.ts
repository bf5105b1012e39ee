import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFinding, withdrawFinding } from '../../shared/findings.ts'
import { readHome } from '../../shared/home.ts'
import { streams } from '../../shared/live.ts'
import {
  addBreakoutGroup,
  addRetreat,
  addSlot,
  announceRetreat,
  assignGroups,
  changeGroup,
  changeRetreat,
  changeSlot,
  chooseGroups,
  closeRetreat,
  declineGroup,
  drawGroups,
  type GroupBody,
  giveUpPoints,
  listRetreats,
  moveGroups,
  moveToGroup,
  previewGroups,
  type RetreatBody,
  type RetreatView,
  readPlaceInRetreat,
  readRetreat,
  removeGroup,
  removeSlot,
  tellGroups,
} from '../../shared/retreats.ts'
import { cancelSession, readRoom, readSession } from '../../shared/sessions.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  type Breakouts,
  command,
  groupIn,
  inHours,
  openedBreakouts,
  type Room,
  readOf,
  slotBody,
  slotOf,
} from '../support/breakouts.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { connect } from '../support/line.ts'
import { delegationIds, openConsultation } from '../support/lists.ts'
import { mailsTo } from '../support/mails.ts'
import { gives, openedRetreat } from '../support/retreats.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const retreatBody = async (wishes: Partial<RetreatBody> = {}): Promise<RetreatBody> => ({
  title: { en: 'Informal retreat on the initial findings', fr: 'Retraite officieuse sur les premières constatations' },
  note: {},
  place: 'Manhasset',
  zone: 'America/New_York',
  participantIds: await delegationIds(app, ['GHA', 'NOR', 'SEN']),
  findingIds: [],
  feedbackOpensAt: inHours(1),
  feedbackClosesAt: inHours(72),
  attributionOffered: ['attributed', 'not_for_attribution'],
  feedbackOpen: true,
  ...wishes,
})
const bodyOf = (view: RetreatView): RetreatBody => ({
  title: view.title,
  note: view.note,
  place: view.place,
  zone: view.zone,
  participantIds: view.participantIds!,
  findingIds: view.findings.map(({ findingId }) => findingId),
  feedbackOpensAt: view.feedbackOpensAt,
  feedbackClosesAt: view.feedbackClosesAt,
  attributionOffered: view.attributionOffered,
  feedbackOpen: view.feedbackOpen,
})
async function begun(wishes: Partial<RetreatBody> = {}, consultationId?: string): Promise<RetreatView> {
  const params = { consultationId: consultationId ?? (await openConsultation(app)).id }
  return people.staff.does(addRetreat, { params, body: { ...command(), ...(await retreatBody(wishes)) } })
}
const slot = (retreatId: string, kind: 'plenary' | 'breakouts', ...hours: Parameters<typeof slotBody>) =>
  people.staff.ask(addSlot, { params: { retreatId }, body: { ...command(), kind, ...slotBody(...hours) } })
const group = (slotId: string, wishes: Partial<GroupBody> = {}) =>
  people.staff.ask(addBreakoutGroup, {
    params: { slotId },
    body: { ...command(), title: { en: 'A group' }, mode: 'attributed' as const, ...wishes },
  })
const codeOf = ({ status, body }: { status: number; body: { code?: string; field?: string | undefined } }) =>
  body?.field === undefined ? [status, body?.code] : [status, body.code, body.field]
const letters = async (who: CastMember) => (await mailsTo(app, who.who.email)).map(({ subject }) => subject)

describe('a retreat is prepared', () => {
  test('as a draft of the staff, which nobody else is told of', async () => {
    const draft = await begun()
    expect(draft).toMatchObject({ state: 'draft', number: 1, slots: [], may: { manage: true, announce: true } })
    const params = { retreatId: draft.id }
    for (const who of [people.headGhana, people.irt, people.headKazakhstan]) {
      expect(codeOf(await who.ask(readRetreat, { params }))).toEqual([404, 'not_found'])
      const listed = await who.does(listRetreats, { params: { consultationId: draft.consultationId } })
      expect(listed).toEqual({ retreats: [], may: { add: false } })
    }
    expect(codeOf(await people.administrator.ask(readRetreat, { params }))).toEqual([403, 'forbidden'])
    const body = { ...command(), ...(await retreatBody()) }
    for (const who of [people.headGhana, people.irt, people.administrator])
      expect(codeOf(await who.ask(addRetreat, { params: { consultationId: draft.consultationId }, body }))).toEqual([
        403,
        'forbidden',
      ])
  })

  test('in one place, with words in one language at least, with delegations and findings that there are', async () => {
    const { id: consultationId } = await openConsultation(app)
    const other = (await openedRetreat(app, { findings: 1 })).findings[0]!.findingId
    const tries = async (wishes: Partial<RetreatBody>) =>
      codeOf(
        await people.staff.ask(addRetreat, {
          params: { consultationId },
          body: { ...command(), ...(await retreatBody(wishes)) },
        }),
      )
    const [ghana] = await delegationIds(app, ['GHA'])
    expect(await tries({ feedbackClosesAt: inHours(1) })).toEqual([400, 'invalid', 'feedbackClosesAt'])
    expect(await tries({ participantIds: [randomUUID()] })).toEqual([400, 'invalid', 'participantIds'])
    expect(await tries({ participantIds: [ghana!, ghana!] })).toEqual([400, 'invalid', 'participantIds'])
    expect(await tries({ findingIds: [other] })).toEqual([400, 'invalid', 'findingIds'])
    expect((await tries({ attributionOffered: [] }))[0]).toBe(400)
    expect(await tries({})).toEqual([200, undefined])
  })

  test('two of the staff at once: the second is shown what stands', async () => {
    const draft = await begun()
    const params = { retreatId: draft.id }
    const changed = await people.staff.does(changeRetreat, {
      params,
      ifMatch: draft.revision,
      body: { ...bodyOf(draft), place: 'Long Island' },
    })
    const late = await people.secondStaff.ask(changeRetreat, { params, ifMatch: draft.revision, body: bodyOf(draft) })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ code: 'changed_meanwhile', current: { place: 'Long Island' } })
    expect(changed.revision).toBe(draft.revision + 1)
  })
})

test('RT8 how feedback may be shown becomes stricter only, once some was given', async () => {
  const retreat = await openedRetreat(app, { feedbackOpen: false })
  const { retreatId } = retreat
  let view = await people.staff.does(readRetreat, { params: { retreatId } })
  const change = async (wishes: Partial<RetreatBody>) => {
    const answer = await people.staff.ask(changeRetreat, {
      params: { retreatId },
      ifMatch: view.revision,
      body: { ...bodyOf(view), ...wishes },
    })
    if (answer.status === 200) view = answer.body
    return codeOf(answer)
  }
  expect(await change({ feedbackOpen: true })).toEqual([200, undefined])
  expect(await change({ feedbackOpen: false })).toEqual([200, undefined])
  await gives(people.headNorway, retreat, retreat.findings[0]!.versionId, { stance: 'support' })
  expect(await change({ feedbackOpen: true })).toEqual([409, 'mode_only_stricter', 'feedbackOpen'])
  expect(await change({ attributionOffered: ['attributed'] })).toEqual([
    409,
    'mode_only_stricter',
    'attributionOffered',
  ])
  expect(await change({ attributionOffered: ['not_for_attribution'] })).toEqual([200, undefined])
  expect(await change({ attributionOffered: ['attributed', 'not_for_attribution'] })).toEqual([
    409,
    'mode_only_stricter',
    'attributionOffered',
  ])
})

test('a finding stays before the retreat once feedback on it was given, also withdrawn; others may go and come', async () => {
  const retreat = await openedRetreat(app)
  const { retreatId, findings } = retreat
  const [spokenTo, other] = findings.map(({ findingId }) => findingId) as [string, string]
  await gives(people.headNorway, retreat, findings[0]!.versionId, { stance: 'support' })
  const params = { retreatId }
  const put = async (findingIds: string[]) => {
    const view = await people.staff.does(readRetreat, { params })
    return codeOf(
      await people.staff.ask(changeRetreat, { params, ifMatch: view.revision, body: { ...bodyOf(view), findingIds } }),
    )
  }
  expect(await put([other])).toEqual([409, 'finding_has_feedback', 'findingIds'])
  expect(await put([spokenTo])).toEqual([200, undefined])
  expect(await put([other, spokenTo])).toEqual([200, undefined])
  await people.staff.does(withdrawFinding, { params: { findingId: spokenTo }, body: command() })
  const after = await people.staff.does(readRetreat, { params })
  expect(after.unpublished).toEqual([spokenTo])
  expect(await put([other])).toEqual([409, 'finding_has_feedback', 'findingIds'])
  expect(await put([other, spokenTo])).toEqual([200, undefined])
})

describe('it is announced', () => {
  test('once, to whoever takes part, by mail and at home, with the documents at hand', async () => {
    const { consultationId, findings } = await openedRetreat(app)
    await app.sql('update retreats set number = number + 10 where consultation_id = $1', [consultationId])
    const draft = await begun({ findingIds: findings.map(({ findingId }) => findingId) }, consultationId)
    await slot(draft.id, 'plenary', 30, 32)
    const params = { retreatId: draft.id }
    const before = (await letters(people.headGhana)).length
    const there = await people.staff.does(announceRetreat, { params, body: command() })
    expect(there).toMatchObject({ state: 'announced', may: { announce: false, close: true } })
    expect(codeOf(await people.staff.ask(announceRetreat, { params, body: command() }))).toEqual([
      409,
      'moved_meanwhile',
    ])
    const seen = await people.readerGhana.does(readRetreat, { params })
    expect(seen).toMatchObject({
      id: draft.id,
      participantIds: null,
      unpublished: null,
      findings: [{ number: 1, version: 1, languages: ['en', 'fr'] }, { number: 2 }],
      may: { manage: false, announce: false, close: false },
    })
    // What is circulated beforehand can be opened.
    const { findingId } = seen.findings[0]!
    const read = await people.readerGhana.does(readFinding, { params: { findingId } })
    expect(read.versions[0]).toMatchObject({ id: seen.findings[0]!.versionId, version: 1 })
    expect((await letters(people.headGhana)).length).toBe(before + 1)
    expect((await mailsTo(app, people.drafterNorway.who.email)).at(-1)!.text).toContain(`/retreats/${draft.id}`)
    const home = await people.headGhana.does(readHome)
    expect(home.retreats.find(({ id }) => id === draft.id)).toMatchObject({
      toRead: 2,
      reference: draft.reference,
      toChoose: [],
    })
    // Whoever does not take part is told of none.
    expect(codeOf(await people.headKazakhstan.ask(readRetreat, { params }))).toEqual([404, 'not_found'])
    expect((await people.headKazakhstan.does(readHome)).retreats.map(({ id }) => id)).not.toContain(draft.id)
    expect((await people.irt.does(readRetreat, { params })).participantIds).toHaveLength(3)
  })

  test('not without participants', async () => {
    const draft = await begun({ participantIds: [] })
    expect(
      codeOf(await people.staff.ask(announceRetreat, { params: { retreatId: draft.id }, body: command() })),
    ).toEqual([409, 'no_addressees', 'participantIds'])
  })

  test('who comes to it anew is told, who no longer takes part leaves its rooms and reads nothing more', async () => {
    const meeting = await openedBreakouts(app)
    const { retreatId, groups, plenary, ids } = meeting
    const view = await readOf(people.staff, meeting)
    const before = await letters(people.adviserOfTwo)
    const stream = streams.retreatAll(retreatId)
    const [gone, stays] = [
      await connect(await people.headSenegal.ready(), [stream]),
      await connect(await people.headGhana.ready(), [stream]),
    ]
    const participantIds = view.participantIds!.filter((id) => id !== ids.SEN && id !== ids.FJI)
    const without = await people.staff.does(changeRetreat, {
      params: { retreatId },
      ifMatch: view.revision,
      body: { ...bodyOf(view), participantIds },
    })
    expect(groupIn(without, groups[0]!.sessionId).assigned!.map((one) => one.delegationId)).toEqual([ids.GHA])
    expect(codeOf(await people.headSenegal.ask(readRetreat, { params: { retreatId } }))).toEqual([404, 'not_found'])
    for (const { sessionId } of [groups[0]!, plenary])
      expect(codeOf(await people.headSenegal.ask(readRoom, { params: { sessionId } }))).toEqual([404, 'not_found'])
    await people.staff.does(changeRetreat, {
      params: { retreatId },
      ifMatch: without.revision,
      body: { ...bodyOf(without), participantIds: [...participantIds, ids.FJI!] },
    })
    const fiji = await people.adviserOfTwo.actsFor('FJI')
    expect((await letters(fiji)).length).toBeGreaterThan(before.length)
    expect(groupIn(await readOf(fiji, meeting), plenary.sessionId)).toMatchObject({ own: 'placed' })
    // The line of who is gone is told no more than that: neither what changed then, nor what changes later.
    await gone.told((message) => message.type === 'refused' && message.stream === stream)
    await stays.told(() => stays.kinds().filter((kind) => kind === 'retreat.changed').length >= 2)
    const told = gone.messages.filter((message) => message.type === 'events' && message.stream === stream)
    expect(told).toEqual([])
    gone.close()
    stays.close()
  })
})

describe('the programme', () => {
  test('its parts follow one another, and nobody is to be in two places at once', async () => {
    const { id, consultationId } = await begun()
    expect((await slot(id, 'breakouts', 1, 3)).status).toBe(200)
    expect(codeOf(await slot(id, 'plenary', 2, 4))).toEqual([409, 'slots_overlap', 'endsAt'])
    expect(codeOf(await slot(id, 'plenary', 4, 4))).toEqual([400, 'invalid', 'endsAt'])
    const next = await slot(id, 'plenary', 3, 4)
    expect(next.status).toBe(200)
    expect(next.body.slots.map(({ kind }) => kind)).toEqual(['breakouts', 'plenary'])
    const hours = { startsAt: inHours(1), endsAt: inHours(4) }
    expect(next.body).toMatchObject(hours)
    const { retreats } = await people.staff.does(listRetreats, { params: { consultationId } })
    expect(retreats.find((one) => one.id === id)).toMatchObject({ ...hours, sessionIds: [] })
  })

  test('a part that is moved moves its sessions; one that is taken out takes them along', async () => {
    const meeting = await openedBreakouts(app, { upTo: 'told' })
    const { slotId, groups, plenarySlotId } = meeting
    const view = await readOf(people.staff, meeting)
    const before = await letters(people.headGhana)
    const later = await people.staff.does(changeSlot, {
      params: { slotId },
      ifMatch: view.revision,
      body: slotBody(2, 3.5),
    })
    expect(slotOf(later, slotId).sessions.map(({ endsAt }) => endsAt)).toEqual(groups.map(() => inHours(3.5)))
    expect(await letters(people.headGhana)).toHaveLength(before.length + 1)
    const stale = await people.staff.ask(changeSlot, {
      params: { slotId },
      ifMatch: view.revision,
      body: slotBody(2, 3),
    })
    expect(stale.status).toBe(409)
    const gone = await people.staff.does(removeSlot, { params: { slotId }, body: command() })
    expect(gone.slots.map(({ id }) => id)).toEqual([plenarySlotId])
    expect(await people.staff.does(readSession, { params: { sessionId: groups[0]!.sessionId } })).toMatchObject({
      state: 'cancelled',
    })
    expect(
      codeOf(await people.headGhana.ask(changeSlot, { params: { slotId }, ifMatch: 1, body: slotBody(2, 3) })),
    ).toEqual([403, 'forbidden'])
  })

  test('what has begun is not taken out, and its hours are a matter of extending', async () => {
    const meeting = await openedBreakouts(app)
    const { slotId, groups } = meeting
    const { revision } = await readOf(people.staff, meeting)
    const staff = people.staff
    expect(
      codeOf(await staff.ask(changeSlot, { params: { slotId }, ifMatch: revision, body: slotBody(1, 2) })),
    ).toEqual([409, 'session_begun'])
    expect(codeOf(await staff.ask(removeSlot, { params: { slotId }, body: command() }))).toEqual([409, 'session_begun'])
    const params = { sessionId: groups[0]!.sessionId }
    expect(codeOf(await staff.ask(removeGroup, { params, body: command() }))).toEqual([409, 'session_begun'])
  })

  test('a session of it is one like any other, with an agenda made of its findings', async () => {
    const { retreatId, findings } = await openedRetreat(app)
    const slotId = (await slot(retreatId, 'breakouts', 1, 3)).body.slots[0]!.id
    const rapporteur = (await people.irt.me()).person.id
    const added = await group(slotId, {
      findingIds: findings.map(({ findingId }) => findingId),
      interpretation: ['fr', 'es'],
      roles: [{ personId: rapporteur, role: 'rapporteur' }],
    })
    const [one] = slotOf(added.body, slotId).sessions
    expect(one).toMatchObject({
      number: 1,
      state: 'draft',
      interpretation: ['fr', 'es'],
      roles: [{ personId: rapporteur, name: people.irt.who.name, role: 'rapporteur' }],
      startsAt: inHours(1),
      phase: null,
      pointsSoFar: 0,
    })
    const params = { sessionId: one!.sessionId }
    const session = await people.staff.does(readSession, { params })
    expect(session.items.map(({ title }) => title.en)).toEqual(['Finding 1', 'Finding 2'])
    const { place } = await people.irt.does(readPlaceInRetreat, { params })
    expect(place).toMatchObject({ retreatId, kind: 'breakouts', number: 1, findings: [{ number: 1 }, { number: 2 }] })
    const gone = await people.staff.does(removeGroup, { params, body: command() })
    expect(slotOf(gone, slotId).sessions).toEqual([])
    expect((await people.staff.does(readPlaceInRetreat, { params })).place).toBeNull()
  })

  test('a group reports to a plenary of its own retreat, discusses its findings and has a seat for whoever is placed', async () => {
    const meeting = await openedBreakouts(app, { upTo: 'placed' })
    const { slotId, plenarySlotId, groups } = meeting
    const elsewhere = await openedRetreat(app, { findings: 1 })
    expect(codeOf(await group(plenarySlotId))).toEqual([409, 'moved_meanwhile'])
    expect(codeOf(await group(slotId, { reportsTo: groups[0]!.sessionId }))).toEqual([400, 'invalid', 'reportsTo'])
    const strange = { findingIds: [elsewhere.findings[0]!.findingId] }
    expect(codeOf(await group(slotId, strange))).toEqual([400, 'invalid', 'findingIds'])
    const { revision } = await readOf(people.staff, meeting)
    const changes = (seats: number | null) =>
      people.staff.ask(changeGroup, {
        params: { sessionId: groups[2]!.sessionId },
        ifMatch: revision,
        body: { seats, findingIds: [], reportsTo: null },
      })
    expect(codeOf(await changes(2))).toEqual([409, 'too_few_seats', 'seats'])
    expect(groupIn((await changes(3)).body, groups[2]!.sessionId)).toMatchObject({ seats: 3, reportsTo: null })
  })
})

describe('[M10] who goes where', () => {
  /** A slot of so many groups, before anybody is placed. */
  async function unplaced(count = 3, choiceUntil: string | null = null, seats: number | null = null) {
    const retreat = await openedRetreat(app)
    const slotId = (await slot(retreat.retreatId, 'breakouts', 1, 3, choiceUntil)).body.slots[0]!.id
    for (let at = 0; at < count; at++) await group(slotId, { title: { en: `Group ${at + 1}` }, seats })
    const sessionIds = slotOf(await readOf(people.staff, retreat), slotId).sessions.map(({ sessionId }) => sessionId)
    return { ...retreat, slotId, sessionIds }
  }
  const placedIn = (view: RetreatView, slotId: string) =>
    slotOf(view, slotId).sessions.map(({ assigned }) => assigned!.map(({ delegationId }) => delegationId).toSorted())
  const draws = (slotId: string, body: object) =>
    people.staff.ask(drawGroups, { params: { slotId }, body: { ...command(), by: 'mix', ...body } })

  test('by hand: each in one group, nobody from outside, no more than there are seats', async () => {
    const retreat = await unplaced(2, null, 2)
    const { slotId, sessionIds, ids } = retreat
    const tries = async (...groups: string[][]) =>
      people.staff.ask(assignGroups, {
        params: { slotId },
        ifMatch: (await readOf(people.staff, retreat)).revision,
        body: {
          groups: groups.map((codes, at) => ({
            sessionId: sessionIds[at]!,
            delegationIds: codes.map((code) => ids[code]!),
          })),
        },
      })
    expect(codeOf(await tries(['GHA', 'GHA']))).toEqual([400, 'invalid', 'groups.0'])
    expect(codeOf(await tries(['GHA'], ['GHA']))).toEqual([400, 'invalid', 'groups.1'])
    expect(codeOf(await tries(['GHA', 'BRA']))).toEqual([400, 'invalid', 'groups.0'])
    expect(codeOf(await tries(['GHA', 'NOR', 'SEN']))).toEqual([409, 'too_few_seats', 'groups.0'])
    const done = await tries(['GHA', 'NOR'], ['SEN'])
    expect(placedIn(done.body, slotId)).toEqual([[ids.GHA, ids.NOR].toSorted(), [ids.SEN]])
    expect(slotOf(done.body, slotId)).toMatchObject({ assignedBy: 'hand', seed: null, assignedAt: null })
    expect(slotOf(done.body, slotId).unplaced).toHaveLength(8)
    // Nobody knows a group before it is told.
    const seen = slotOf(await readOf(people.headGhana, retreat), slotId)
    expect(seen).toMatchObject({ assignedAt: null, assignedBy: null, choices: null, unplaced: null })
    expect(seen.sessions.map(({ own, assigned }) => [own, assigned])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(codeOf(await people.headGhana.ask(readRoom, { params: { sessionId: sessionIds[0]! } }))).toEqual([
      404,
      'not_found',
    ])
    // An empty place is one for whoever comes; an observer State comes as an observer.
    const vatican = await tries(['VAT'])
    expect(groupIn(vatican.body, sessionIds[0]!).assigned).toEqual([{ delegationId: ids.VAT, as: 'observer' }])
  })

  test('[RT4] by a mix of regional groups: sizes differ by one at most, and so do the regions', async () => {
    const { slotId } = await unplaced(3)
    const { body } = await draws(slotId, { by: 'mix' })
    const groups = placedIn(body, slotId)
    const sizes = groups.map((one) => one.length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    const regions = new Map(
      (
        await app.sql<{ id: string; region: string | null }>('select id, regional_group as region from delegations')
      ).map(({ id, region }) => [id, region]),
    )
    for (const region of new Set(groups.flat().map((id) => regions.get(id)))) {
      const counts = groups.map((one) => one.filter((id) => regions.get(id) === region).length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }
    expect(slotOf(body, slotId)).toMatchObject({ assignedBy: 'mix', seed: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  test('what was looked at is what is drawn, and anybody draws it again from the seed that is kept', async () => {
    const retreat = await unplaced(3)
    const { slotId } = retreat
    const looked = await people.staff.does(previewGroups, { params: { slotId }, query: { by: 'mix' } })
    const again = await people.staff.does(previewGroups, {
      params: { slotId },
      query: { by: 'mix', seed: looked.seed },
    })
    expect(again).toEqual(looked)
    expect(placedIn(await readOf(people.staff, retreat), slotId)).toEqual([[], [], []])
    const { body } = await draws(slotId, { by: 'mix', seed: looked.seed })
    expect(slotOf(body, slotId).seed).toBe(looked.seed)
    const shown = new Map(looked.groups.map(({ sessionId, delegationIds }) => [sessionId, delegationIds.toSorted()]))
    for (const one of slotOf(body, slotId).sessions)
      expect(one.assigned!.map(({ delegationId }) => delegationId).toSorted()).toEqual(shown.get(one.sessionId))
    // Another draw is another one.
    const other = await people.staff.does(previewGroups, { params: { slotId }, query: { by: 'mix' } })
    expect(other.seed).not.toBe(looked.seed)
    for (const who of [people.headGhana, people.irt])
      expect((await who.ask(previewGroups, { params: { slotId }, query: { by: 'mix' } })).status).toBe(403)
  })

  test('[RT5] [RT7] by choice: in one’s own order and until a set time, which others do not learn of', async () => {
    const retreat = await unplaced(3, inHours(0.5), 4)
    const { slotId, sessionIds, ids } = retreat
    const [first, second, third] = sessionIds as [string, string, string]
    const home = (await people.headNorway.does(readHome)).retreats.find(({ id }) => id === retreat.retreatId)
    expect(home?.toChoose.map((one) => one.slotId)).toEqual([slotId])
    const chooses = (who: CastMember, wish: string[]) =>
      who.ask(chooseGroups, { params: { slotId }, body: { sessionIds: wish } })
    expect((await chooses(people.headNorway, [third, first])).status).toBe(200)
    expect((await chooses(people.drafterGhana, [second])).status).toBe(200)
    const newer = await chooses(people.headGhana, [third])
    expect(slotOf(newer.body, slotId)).toMatchObject({ ownChoice: [third], choices: null, may: { choose: true } })
    expect(
      (await people.headNorway.does(readHome)).retreats.find(({ id }) => id === retreat.retreatId)?.toChoose,
    ).toEqual([])
    expect((await chooses(people.readerGhana, [second])).status).toBe(403)
    expect(codeOf(await chooses(people.headSenegal, [second, second]))).toEqual([400, 'invalid', 'sessionIds'])
    expect(codeOf(await chooses(people.headSenegal, [randomUUID()]))).toEqual([400, 'invalid', 'sessionIds'])
    const ownChoiceOf = async (who: CastMember) => slotOf(await readOf(who, retreat), slotId).ownChoice
    expect(await ownChoiceOf(people.headSenegal)).toBeNull()
    expect(await ownChoiceOf(people.staff)).toBeNull()
    // To leave the choice to the Secretariat is a choice too, and nothing that was not sent.
    expect((await chooses(people.headSenegal, [])).status).toBe(200)
    expect(await ownChoiceOf(people.headSenegal)).toEqual([])
    expect(
      (await people.headSenegal.does(readHome)).retreats.find(({ id }) => id === retreat.retreatId)?.toChoose,
    ).toEqual([])
    const { body } = await draws(slotId, { by: 'choice' })
    const inThird = groupIn(body, third).assigned!.map(({ delegationId }) => delegationId)
    expect(inThird).toEqual(expect.arrayContaining([ids.NOR, ids.GHA]))
    expect(placedIn(body, slotId).flat()).toHaveLength(11)
    expect(slotOf(body, slotId).choices).toHaveLength(3)
    await app.sql(`update retreat_slots set choice_until = now() - interval '1 second' where id = $1`, [slotId])
    expect(codeOf(await chooses(people.headGhana, [first]))).toEqual([409, 'choice_closed'])
  })

  test('where there are too few seats nobody is placed', async () => {
    const retreat = await unplaced(2, null, 5)
    expect(codeOf(await draws(retreat.slotId, { by: 'mix' }))).toEqual([409, 'too_few_seats'])
    expect(placedIn(await readOf(people.staff, retreat), retreat.slotId)).toEqual([[], []])
  })

  test('[M10] as in an earlier slot: the groups meet again, group by group', async () => {
    const meeting = await openedBreakouts(app)
    const { retreatId, slotId, ids } = meeting
    const again = (await slot(retreatId, 'breakouts', 6, 8)).body.slots.at(-1)!.id
    for (let at = 0; at < 3; at++) await group(again, { title: { en: `Group ${at + 1}, again` } })
    expect(codeOf(await draws(again, { by: 'earlier' }))).toEqual([400, 'invalid', 'earlierSlotId'])
    expect(codeOf(await draws(again, { by: 'earlier', earlierSlotId: again }))).toEqual([
      400,
      'invalid',
      'earlierSlotId',
    ])
    const { body } = await draws(again, { by: 'earlier', earlierSlotId: slotId })
    expect(placedIn(body, again)).toEqual(placedIn(body, slotId))
    expect(placedIn(body, again)[0]).toEqual([ids.GHA, ids.SEN].toSorted())
    expect(slotOf(body, again)).toMatchObject({ assignedBy: 'earlier', seed: null })
  })

  test('a group that was cancelled takes nobody, and who was in it is in none', async () => {
    const { slotId, sessionIds } = await unplaced(3)
    const cancels = (sessionId: string) =>
      people.staff.does(cancelSession, { params: { sessionId }, body: { ...command(), reason: '' } })
    await cancels(sessionIds[1]!)
    const { body } = await draws(slotId, { by: 'mix' })
    const cancelled = groupIn(body, sessionIds[1]!)
    expect(cancelled).toMatchObject({ state: 'cancelled', assigned: [], may: { choose: false } })
    expect(placedIn(body, slotId).flat()).toHaveLength(11)

    const meeting = await openedBreakouts(app, { upTo: 'told' })
    const [first, second] = meeting.groups as [Room, Room]
    await cancels(first.sessionId)
    const seen = await readOf(people.staff, meeting)
    expect(groupIn(seen, first.sessionId)).toMatchObject({ state: 'cancelled', assigned: [] })
    expect(slotOf(seen, meeting.slotId).unplaced).toContain(meeting.ids.GHA)
    expect(groupIn(await readOf(people.headGhana, meeting), first.sessionId)).toMatchObject({ own: null })
    const moved = { ...command(), delegationId: meeting.ids.GHA!, from: null, to: second.sessionId }
    await people.staff.does(moveToGroup, { params: { slotId: meeting.slotId }, body: moved })
    expect(groupIn(await readOf(people.headGhana, meeting), second.sessionId)).toMatchObject({ own: 'placed' })
  })
})

describe('[M10] people are told beforehand and may decline', () => {
  test('by mail with a file for the calendar, on their page and at home; once', async () => {
    const meeting = await openedBreakouts(app, { upTo: 'placed' })
    const { slotId, groups, retreatId, plenary } = meeting
    const before = await letters(people.headGhana)
    const told = await people.staff.does(tellGroups, { params: { slotId }, body: command() })
    expect(slotOf(told, slotId)).toMatchObject({ assignedAt: expect.any(String), may: { tell: false, assign: false } })
    expect(await letters(people.headGhana)).toHaveLength(before.length + 1)
    const [mail] = await app.sql<{ text: string; calendar: { method: string } }>(
      'select text, calendar from mails where "to" = $1 order by at desc, id limit 1',
      [people.headGhana.who.email],
    )
    expect(mail!.calendar.method).toBe('REQUEST')
    expect(mail!.text).toContain(`/sessions/${groups[0]!.sessionId}`)
    const view = await readOf(people.headGhana, meeting)
    expect(groupIn(view, groups[0]!.sessionId)).toMatchObject({
      own: 'placed',
      may: { enter: true, decline: true },
      assigned: null,
      present: null,
      phase: null,
      pointsSoFar: null,
    })
    expect(groupIn(view, groups[1]!.sessionId)).toMatchObject({ own: null, may: { enter: false, decline: false } })
    expect((await people.headGhana.does(readHome)).sessions.map(({ id }) => id)).toContain(groups[0]!.sessionId)
    expect(codeOf(await people.headGhana.ask(readRoom, { params: { sessionId: groups[1]!.sessionId } }))).toEqual([
      404,
      'not_found',
    ])
    expect(codeOf(await people.staff.ask(tellGroups, { params: { slotId }, body: command() }))).toEqual([
      409,
      'moved_meanwhile',
    ])
    expect(
      codeOf(await people.staff.ask(drawGroups, { params: { slotId }, body: { ...command(), by: 'mix' } })),
    ).toEqual([409, 'moved_meanwhile'])
    // The plenary takes everybody who takes part.
    const plenarySlot = { params: { slotId: meeting.plenarySlotId }, body: command() }
    const whole = groupIn(await people.staff.does(tellGroups, plenarySlot), plenary.sessionId)
    expect(whole.assigned).toHaveLength(11)
    expect(whole.assigned).toContainEqual({ delegationId: meeting.ids.VAT, as: 'observer' })
    expect(groupIn(await readOf(people.headGhana, { retreatId }), plenary.sessionId)).toMatchObject({
      own: 'placed',
      may: { decline: false },
    })
  })

  test('not before the retreat itself is announced, and not where nobody is placed', async () => {
    const { id } = await begun()
    const slotId = (await slot(id, 'breakouts', 1, 3)).body.slots[0]!.id
    await group(slotId)
    const tells = () => people.staff.ask(tellGroups, { params: { slotId }, body: command() })
    expect(codeOf(await tells())).toEqual([409, 'retreat_not_announced'])
    await people.staff.does(announceRetreat, { params: { retreatId: id }, body: command() })
    expect(codeOf(await tells())).toEqual([409, 'no_addressees'])
  })

  test('[RT6] declined with a note: the place is free, who leads is told, and other delegations learn nothing', async () => {
    const meeting = await openedBreakouts(app, { upTo: 'told' })
    const { groups, ids, slotId } = meeting
    const [{ sessionId }] = groups as [Breakouts['groups'][number]]
    const before = { staff: await letters(people.staff), ghana: await letters(people.headGhana) }
    const declines = (who: CastMember, id = sessionId) =>
      who.ask(declineGroup, { params: { sessionId: id }, body: { ...command(), note: 'Our delegation is too small.' } })
    expect((await declines(people.readerGhana)).status).toBe(403)
    expect(codeOf(await declines(people.headNorway))).toEqual([404, 'not_found'])
    const done = await declines(people.drafterGhana)
    expect(groupIn(done.body, sessionId)).toMatchObject({ own: 'declined', may: { enter: false, decline: false } })
    expect(codeOf(await declines(people.drafterGhana))).toEqual([404, 'not_found'])
    expect(codeOf(await declines(people.drafterGhana, meeting.plenary.sessionId))).toEqual([404, 'not_found'])
    const staff = groupIn(await readOf(people.staff, meeting), sessionId)
    expect(staff.assigned).toEqual([{ delegationId: ids.SEN, as: 'delegate' }])
    expect(staff.declines).toMatchObject([{ delegationId: ids.GHA, note: 'Our delegation is too small.' }])
    expect(slotOf(await readOf(people.staff, meeting), slotId).unplaced).toContain(ids.GHA)
    expect(await letters(people.staff)).toHaveLength(before.staff.length + 1)
    expect((await mailsTo(app, people.staff.who.email)).at(-1)!.text).toContain('Our delegation is too small.')
    // Its own calendar is told, too.
    expect(await letters(people.headGhana)).toHaveLength(before.ghana.length + 1)
    const seen = JSON.stringify(await readOf(people.headSenegal, meeting))
    expect(seen).not.toContain('too small')
    expect(seen).not.toContain(ids.GHA)
    // Whoever changed their mind is moved back by staff.
    const back = { delegationId: ids.GHA!, from: null, to: sessionId }
    await people.staff.does(moveToGroup, { params: { slotId }, body: { ...command(), ...back } })
    expect(groupIn(await readOf(people.headGhana, meeting), sessionId)).toMatchObject({ own: 'placed' })
  })

  test('[RT6] a group that has begun is not declined', async () => {
    const { groups } = await openedBreakouts(app)
    const declined = await people.headGhana.ask(declineGroup, {
      params: { sessionId: groups[0]!.sessionId },
      body: command(),
    })
    expect(codeOf(declined)).toEqual([409, 'session_begun'])
  })
})

describe('it is closed', () => {
  test('[N6] [RT3] once each group that met has signed points or said why not, and no room is open', async () => {
    const meeting = await openedBreakouts(app)
    const { retreatId, slotId, groups } = meeting
    const closes = () => people.staff.ask(closeRetreat, { params: { retreatId }, body: command() })
    expect(codeOf(await closes())).toEqual([409, 'session_begun'])
    await people.staff.does(moveGroups, { params: { slotId }, body: { ...command(), to: 'closed' } })
    for (const one of groups) {
      expect(codeOf(await closes())).toEqual([409, 'reports_missing', expect.stringContaining('/S')])
      await people.secondStaff.does(giveUpPoints, {
        params: { sessionId: one.sessionId },
        body: { ...command(), reason: 'The hour was too short.' },
      })
    }
    const closed = await closes()
    expect(closed.body).toMatchObject({ state: 'closed', may: { manage: false, announce: false, close: false } })
    expect(codeOf(await closes())).toEqual([409, 'retreat_closed'])
    // What was said there stays to be read; nothing of it changes any more.
    expect((await readOf(people.headGhana, meeting)).state).toBe('closed')
    expect(codeOf(await slot(retreatId, 'plenary', 10, 11))).toEqual([409, 'retreat_closed'])
    const { revision } = closed.body
    expect(
      codeOf(
        await people.staff.ask(changeRetreat, { params: { retreatId }, ifMatch: revision, body: bodyOf(closed.body) }),
      ),
    ).toEqual([409, 'retreat_closed'])
    const again = await people.secondStaff.ask(giveUpPoints, {
      params: { sessionId: groups[0]!.sessionId },
      body: { ...command(), reason: 'Another.' },
    })
    expect(codeOf(again)).toEqual([409, 'retreat_closed'])
  })

  test('a draft is not closed', async () => {
    const { id } = await begun()
    expect(codeOf(await people.staff.ask(closeRetreat, { params: { retreatId: id }, body: command() }))).toEqual([
      409,
      'moved_meanwhile',
    ])
  })
})

test('sent twice under one command a group is added once, and drawn once', async () => {
  const { retreatId } = await openedRetreat(app)
  const slotId = (await slot(retreatId, 'breakouts', 1, 3)).body.slots[0]!.id
  const sent = { params: { slotId }, body: { ...command(), title: { en: 'Once' }, mode: 'attributed' as const } }
  const [one, two] = await Promise.all([
    people.staff.ask(addBreakoutGroup, sent),
    people.staff.ask(addBreakoutGroup, sent),
  ])
  expect([one.status, two.status]).toEqual([200, 200])
  expect(slotOf(await readOf(people.staff, { retreatId }), slotId).sessions).toHaveLength(1)
})
