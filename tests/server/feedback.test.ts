import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  associate,
  listFeedback,
  readConvergence,
  readDissociations,
  readUnheard,
  setPriorities,
  withdrawAssociation,
} from '../../shared/feedback.ts'
import { withdrawFinding } from '../../shared/findings.ts'
import { readHome } from '../../shared/home.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { listMeasures, publishMeasures } from '../../shared/measures.ts'
import { blocksOf } from '../../shared/text.ts'
import { readOwnTraces, readTrace } from '../../shared/traces.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { addedMeasure, citing } from '../support/results.ts'
import { desk, gives, type OpenedRetreat, openedRetreat, PARAGRAPHS, revised, tries } from '../support/retreats.ts'

let app: TestApp
let retreat: OpenedRetreat
let people: OpenedRetreat['people']
let groupId: string
beforeAll(async () => {
  app = await startApp()
  ;[{ id: groupId }] = (await app.sql<{ id: string }>("select id from groups where key = 'g77'")) as [{ id: string }]
})
afterAll(() => app.close())

async function opened(wishes: Parameters<typeof openedRetreat>[1] = {}): Promise<void> {
  retreat = await openedRetreat(app, wishes)
  people = retreat.people
}
const version = (number = 1) => retreat.findings[number - 1]!.versionId
const reason = blocksOf('It reaches the field too late.')
const listed = (who: OpenedRetreat['people']['staff'], query = {}, number = 1) =>
  who.does(listFeedback, { params: { retreatId: retreat.retreatId, versionId: version(number) }, query })
const converged = async (who: OpenedRetreat['people']['staff']) =>
  (await who.does(readConvergence, { params: { retreatId: retreat.retreatId } })).findings[0]!.versions[0]!
const dissociated = async (who: OpenedRetreat['people']['staff'], number = 1) =>
  (await who.does(readDissociations, { params: { versionId: version(number) } })).dissociated
const counts = async () =>
  (
    await app.sql<{ n: number }>('select count(*)::int as n from feedback where retreat_id = $1', [retreat.retreatId])
  )[0]!.n

describe('what a delegation says', () => {
  beforeAll(() => opened())

  test('is kept as it was given, and newer words take its place', async () => {
    const { headNorway, staff } = people
    const first = await gives(headNorway, retreat, version(), {
      stance: 'support_with_change',
      proposals: [{ paragraph: 1, language: 'en', was: PARAGRAPHS[1]!, text: 'The rules were made for another time.' }],
    })
    expect(first).toMatchObject({ revision: 1, concerns: 'own', stance: 'support_with_change' })
    const second = await gives(headNorway, retreat, version(), { stance: 'support' }, 1)
    expect(second.revision).toBe(2)
    expect((await desk(headNorway, retreat)).findings[0]!.own).toMatchObject([{ stance: 'support', revision: 2 }])
    expect((await listed(staff)).feedback.map(({ id }) => id)).toEqual([second.id])
    expect((await listed(headNorway, { ours: 'yes' })).feedback.map(({ id }) => id)).toEqual([second.id])
    expect((await listed(people.headGhana, { ours: 'yes' })).total).toBe(0)
    const kept = await app.sql<{ proposals: unknown[]; current: boolean }>(
      'select proposals, current from feedback where id = $1',
      [first.id],
    )
    expect(kept).toMatchObject([{ current: false, proposals: [{ text: 'The rules were made for another time.' }] }])
    await expect(app.sql('update feedback set stance = $2 where id = $1', [first.id, 'concern'])).rejects.toThrow()
    await expect(app.sql('delete from feedback where id = $1', [first.id])).rejects.toThrow()
  })

  test('two members at once: one is taken, the other is shown what stands and loses nothing', async () => {
    const { headGhana, drafterGhana } = people
    const answers = await Promise.all([
      tries(headGhana, retreat, version(), { stance: 'support' }),
      tries(drafterGhana, retreat, version(), { stance: 'concern', reason }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)!.body
    const taken = answers.find(({ status }) => status === 200)!.body
    expect(refused).toMatchObject({ code: 'changed_meanwhile', current: { id: taken.id, revision: 1 } })
    const again = await tries(drafterGhana, retreat, version(), { stance: 'concern', reason }, 1)
    expect(again.body.revision).toBe(2)
  })

  test('two speakers of one group at once: the group has one word, and the second is shown what stands and loses nothing', async () => {
    const { headEcuador, headKazakhstan, headEgypt, staff } = people
    await app.sql('insert into group_speakers (group_id, delegation_id, "from") values ($1, $2, $3)', [
      groupId,
      retreat.ids.KAZ,
      '2017-01-01',
    ])
    const words = { stance: 'support' as const, groupId, attribution: 'not_for_attribution' as const }
    const answers = await Promise.all([
      tries(headEcuador, retreat, version(), words),
      tries(headKazakhstan, retreat, version(), { ...words, stance: 'concern', reason }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const taken = answers.find(({ status }) => status === 200)!.body
    const late = answers[0]!.status === 409 ? headEcuador : headKazakhstan
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'changed_meanwhile',
      current: { id: taken.id, revision: 1, stance: taken.stance, shownAs: { kind: 'group', groupId } },
    })
    const [line] = (await desk(late, retreat)).findings[0]!.own.filter((one) => one.groupId === groupId)
    expect(line).toMatchObject({ id: taken.id, revision: 1 })
    const second = await gives(late, retreat, version(), { ...words, stance: 'no_position' }, 1)
    expect(second.revision).toBe(2)
    // FB6 holds for the group, whoever speaks for it.
    const named = await tries(late, retreat, version(), { ...words, attribution: 'attributed' }, 2)
    expect(named.body.code).toBe('attribution_kept')
    const standing = (await listed(staff)).feedback.filter(({ shownAs }) => shownAs.kind === 'group')
    expect(standing.map(({ id }) => id)).toEqual([second.id])
    expect((await desk(headEgypt, retreat)).findings[0]!.inOurName.map(({ id }) => id)).toEqual([second.id])
    await app.sql('delete from group_speakers where group_id = $1 and delegation_id = $2', [groupId, retreat.ids.KAZ])
    // Who speaks for it no longer puts nothing in the place of its words.
    expect((await tries(headKazakhstan, retreat, version(), words, 2)).body.code).toBe('not_speaker')
  })

  test('sent twice under one command it is given once', async () => {
    const { headKazakhstan } = people
    const words = { stance: 'support' as const, commandId: randomUUID() }
    const [one, other] = [
      await tries(headKazakhstan, retreat, version(), words),
      await tries(headKazakhstan, retreat, version(), words),
    ]
    expect(other.body.id).toBe(one.body.id)
  })

  test('a group’s statement and a State’s own stand side by side; its members read what is said in their name', async () => {
    const { headEcuador, headEgypt, headNorway } = people
    await gives(headEcuador, retreat, version(2), { stance: 'support', groupId })
    await gives(headEcuador, retreat, version(2), { stance: 'concern', reason })
    expect((await desk(headEcuador, retreat)).findings[1]!.own.map((one) => [one.groupId, one.stance])).toEqual([
      [null, 'concern'],
      [groupId, 'support'],
    ])
    const [inOurName] = (await desk(headEgypt, retreat)).findings[1]!.inOurName
    expect(inOurName).toMatchObject({ groupId, stance: 'support', association: null })
    expect((await desk(headNorway, retreat)).findings[1]!.inOurName).toEqual([])
  })

  test('a member goes along with its group’s words or differs with a reason; newer words are not gone along with', async () => {
    const { headEgypt, headEcuador, drafterEgypt, headNorway } = people
    const [inOurName] = (await desk(headEgypt, retreat)).findings[1]!.inOurName
    const params = { feedbackId: inOurName!.id }
    const say = (who: typeof headEgypt, association: 'associates' | 'differs', note = '') =>
      who.ask(associate, { params, body: { commandId: randomUUID(), association, note } })
    expect((await say(drafterEgypt, 'associates')).status).toBe(403)
    expect((await say(headEgypt, 'differs')).body).toMatchObject({ code: 'words_required', field: 'note' })
    expect((await say(headNorway, 'associates')).body.code).toBe('not_in_our_name')
    expect((await say(headEgypt, 'differs', 'We see it otherwise.')).status).toBe(200)
    const along = await say(headEgypt, 'associates')
    expect(along.body.associations).toMatchObject([{ association: 'associates', lapsed: false }])
    await gives(headEcuador, retreat, version(2), { stance: 'concern', reason, groupId }, 1)
    expect((await say(headEgypt, 'associates')).body.code).toBe('changed_meanwhile')
    const [now] = (await desk(headEgypt, retreat)).findings[1]!.inOurName
    expect(now).toMatchObject({ stance: 'concern', association: null })
    expect((await headEgypt.does(withdrawAssociation, { params: { feedbackId: now!.id } })).associations).toEqual([])
  })

  test('[C30] a member that differs names the paragraphs from which it dissociates itself, of those the version has', async () => {
    const { headEgypt, headEcuador, headNorway, staff } = people
    const [inOurName] = (await desk(headEgypt, retreat)).findings[1]!.inOurName
    const say = (association: 'associates' | 'differs', paragraphs: number[]) =>
      headEgypt.ask(associate, {
        params: { feedbackId: inOurName!.id },
        body: { commandId: randomUUID(), association, note: 'Not these.', paragraphs },
      })
    expect((await say('differs', [0, PARAGRAPHS.length])).body).toMatchObject({
      code: 'invalid',
      field: 'paragraphs.1',
    })
    expect((await say('differs', [1, 1])).body).toMatchObject({ code: 'invalid', field: 'paragraphs.1' })
    expect((await say('differs', [-1])).body).toMatchObject({ field: 'paragraphs.0' })
    expect((await say('associates', [0])).body).toMatchObject({ code: 'invalid', field: 'paragraphs' })
    expect((await say('differs', [1, 0])).body.associations).toMatchObject([{ note: 'Not these.', paragraphs: [0, 1] }])
    const byEgypt = { members: [{ delegationId: retreat.ids.EGY, sealed: false }], unnamed: 0 }
    for (const who of [staff, headEcuador, headNorway]) {
      const ofGroup = (await listed(who, {}, 2)).feedback.find(({ id }) => id === inOurName!.id)
      expect(ofGroup!.associations).toMatchObject([{ association: 'differs', paragraphs: [0, 1] }])
      expect(await dissociated(who, 2)).toEqual([0, 1].map((paragraph) => ({ paragraph, ...byEgypt })))
    }
    await headEgypt.does(withdrawAssociation, { params: { feedbackId: inOurName!.id } })
  })

  test('whoever has spoken to all findings is no longer asked to read them beforehand', async () => {
    const { headSenegal, headEcuador } = people
    const toRead = async (who: typeof headSenegal) =>
      (await who.does(readHome)).retreats.find(({ id }) => id === retreat.retreatId)?.toRead
    expect(await toRead(headSenegal)).toBe(2)
    for (const number of [1, 2]) {
      // What was said for a group is not its own word.
      expect([await toRead(headSenegal), await toRead(headEcuador)]).toEqual([2, 2])
      await gives(headSenegal, retreat, version(number), { stance: 'support' })
    }
    expect([await toRead(headSenegal), await toRead(headEcuador)]).toEqual([0, 2])
  })

  test('priorities are five findings put to the retreat, each once, in the delegation’s own order', async () => {
    const { headNorway, drafterNorway } = people
    const [one, two] = retreat.findings.map(({ findingId }) => findingId) as [string, string]
    const set = (who: typeof headNorway, findingIds: string[], revision: number) =>
      who.ask(setPriorities, { params: { retreatId: retreat.retreatId }, ifMatch: revision, body: { findingIds } })
    expect((await set(headNorway, [two, one], 0)).body).toEqual({ findingIds: [two, one], revision: 1 })
    expect((await set(drafterNorway, [one], 0)).body).toMatchObject({
      code: 'changed_meanwhile',
      current: { findingIds: [two, one], revision: 1 },
    })
    expect((await set(headNorway, [one, one], 1)).body).toMatchObject({ code: 'invalid', field: 'findingIds.1' })
    expect((await set(headNorway, [randomUUID()], 1)).body).toMatchObject({
      code: 'not_put_to_retreat',
      field: 'findingIds.0',
    })
    expect(
      (
        await set(
          headNorway,
          Array.from({ length: 6 }, () => randomUUID()),
          1,
        )
      ).body.code,
    ).toBe('too_long')
    expect((await desk(headNorway, retreat)).priorities).toEqual({ findingIds: [two, one], revision: 1 })
  })
})

describe('for whom a group speaks', () => {
  beforeAll(() => opened())

  test('[C3] a group speaks for its members but those it excepts, and for who joins it', async () => {
    const { headEcuador, headEgypt, headGhana, headNorway, staff } = people
    await opened()
    const { EGY, NOR, GHA } = retreat.ids as Record<string, string>
    const given = await gives(headEcuador, retreat, version(), {
      stance: 'support',
      groupId,
      excepted: [EGY!],
      joined: [NOR!],
    })
    expect(given.rosterIds).toContain(GHA)
    expect(given.rosterIds).toContain(NOR)
    expect(given.rosterIds).not.toContain(EGY)
    const inOurName = async (who: typeof headEgypt) => (await desk(who, retreat)).findings[0]!.inOurName
    expect(await inOurName(headEgypt)).toEqual([])
    expect(await inOurName(headNorway)).toMatchObject([{ groupId, stance: 'support' }])
    expect(await inOurName(headGhana)).toMatchObject([{ groupId, stance: 'support' }])
    const [{ taking }] = (await app.sql<{ taking: string[] }>(
      `select array_agg(d.id) as taking from retreats r join delegations d on d.id = any (r.participant_ids)
       where r.id = $1 and d.kind = 'member'`,
      [retreat.retreatId],
    )) as [{ taking: string[] }]
    const members = given.rosterIds.filter((id) => taking.includes(id))
    const counted = () => converged(staff)
    expect((await counted()).figures!.answered).toBe(members.length)
    // Who was excepted speaks for itself, and so may who joined.
    await gives(headEgypt, retreat, version(), { stance: 'concern', reason })
    expect(await counted()).toMatchObject({
      figures: { answered: members.length + 1 },
      by: { own: 1, association: 0, group: members.length },
    })
    const refusals: [Partial<Parameters<typeof tries>[3]>, string][] = [
      [{ excepted: [NOR!] }, 'excepted'],
      [{ joined: [randomUUID()] }, 'joined'],
      [{ groupId: null, excepted: [EGY!] }, 'excepted'],
      [{ groupId: null, joined: [NOR!] }, 'joined'],
    ]
    for (const [words, field] of refusals) {
      const { body } = await tries(headEcuador, retreat, version(2), { stance: 'support', groupId, ...words })
      expect(body).toMatchObject({ code: 'invalid', field })
    }
  })

  test('[C5] for whom a group spoke stays, whoever comes to the group or leaves it', async () => {
    const { headEcuador, headEgypt, headNorway, staff } = people
    await opened()
    const { ECU, EGY, NOR } = retreat.ids as Record<string, string>
    const [own] = await app.sql<{ id: string }>(
      `insert into groups (kind, names, complete) values ('other', '{"en":"A group of that day"}', true) returning id`,
    )
    const group = own!.id
    for (const member of [ECU, EGY])
      await app.sql('insert into group_members (group_id, delegation_id) values ($1, $2)', [group, member])
    await app.sql(`insert into group_speakers (group_id, delegation_id, "from") values ($1, $2, '2017-01-01')`, [
      group,
      ECU,
    ])
    const given = await gives(headEcuador, retreat, version(), { stance: 'support', groupId: group })
    expect(given.rosterIds.toSorted()).toEqual([ECU, EGY].toSorted())
    await app.sql('update group_members set delegation_id = $3 where group_id = $1 and delegation_id = $2', [
      group,
      EGY,
      NOR,
    ])
    expect((await converged(staff)).figures!.answered).toBe(2)
    expect((await listed(staff)).feedback[0]!.rosterIds.toSorted()).toEqual([ECU, EGY].toSorted())
    expect((await desk(headEgypt, retreat)).findings[0]!.inOurName).toHaveLength(1)
    expect((await desk(headNorway, retreat)).findings[0]!.inOurName).toEqual([])
    const again = await gives(headEcuador, retreat, version(), { stance: 'support', groupId: group }, 1)
    expect(again.rosterIds.toSorted()).toEqual([ECU, NOR].toSorted())
  })

  test('[C6] what a member took back of its word leaves the count and stays kept', async () => {
    const { headEcuador, headEgypt, staff } = people
    await opened()
    const { id } = await gives(headEcuador, retreat, version(), { stance: 'support', groupId })
    const by = async () => (await converged(staff)).by!
    const before = await by()
    const params = { feedbackId: id }
    await headEgypt.does(associate, { params, body: { commandId: randomUUID(), association: 'associates', note: '' } })
    expect(await by()).toEqual({ own: 0, association: 1, group: before.group - 1 })
    await headEgypt.does(withdrawAssociation, { params })
    expect(await by()).toEqual(before)
    const kept = await app.sql(
      'select association, withdrawn_at is not null as withdrawn from feedback_associations where retreat_id = $1',
      [retreat.retreatId],
    )
    expect(kept).toEqual([{ association: 'associates', withdrawn: true }])
  })

  test('[C7] an observer State speaks for a group whose chair it has, and for itself', async () => {
    await opened()
    const { headKazakhstan: chair, headEgypt } = people
    const { KAZ, EGY } = retreat.ids as Record<string, string>
    await app.sql("update delegations set kind = 'observer-state' where id = $1", [KAZ])
    await app.sql(`insert into group_speakers (group_id, delegation_id, "from") values ($1, $2, '2017-01-01')`, [
      groupId,
      KAZ,
    ])
    await gives(chair, retreat, version(), { stance: 'support' })
    expect((await desk(chair, retreat)).may).toMatchObject({ give: true, giveForGroup: true })
    const given = await gives(chair, retreat, version(), { stance: 'support', groupId })
    expect(given.rosterIds).toContain(EGY)
    expect((await desk(headEgypt, retreat)).findings[0]!.inOurName).toMatchObject([{ groupId, stance: 'support' }])
    await app.sql('delete from group_speakers where group_id = $1 and delegation_id = $2', [groupId, KAZ])
    await app.sql("update delegations set kind = 'member' where id = $1", [KAZ])
  })

  test('an observer State says what it thinks, under its name, and is counted in no figure of Member States', async () => {
    await opened({ delegations: ['VAT', 'PSE', 'ECU', 'NOR', 'POL'] })
    const { headKazakhstan: holySee, headSenegal: palestine, headEcuador, headNorway, staff } = people
    const { VAT, PSE } = retreat.ids as Record<string, string>
    const sits = (who: typeof staff, delegationId: string) =>
      app.sql(
        'update memberships set delegation_id = $1 where person_id = (select id from people where email = $2) returning delegation_id',
        [delegationId, who.who.email],
      )
    await sits(holySee, VAT!)
    await sits(palestine, PSE!)
    await gives(headNorway, retreat, version(), { stance: 'concern', reason })
    const { id } = await gives(headEcuador, retreat, version(), { stance: 'support', groupId })
    const findingIds = [retreat.findings[1]!.findingId]
    const prioritizes = (who: typeof staff) =>
      who.ask(setPriorities, { params: { retreatId: retreat.retreatId }, ifMatch: 0, body: { findingIds } })
    const before = await converged(staff)
    const unheard = () => staff.does(readUnheard, { params: { retreatId: retreat.retreatId, versionId: version() } })
    expect(await unheard()).toMatchObject({ silent: [retreat.ids.POL, VAT], covered: [retreat.ids.ECU, PSE] })

    expect((await desk(holySee, retreat)).may).toMatchObject({ give: true, associate: true, prioritize: true })
    await gives(holySee, retreat, version(), { stance: 'support' })
    expect((await prioritizes(holySee)).status).toBe(200)
    const differs = { association: 'differs' as const, note: 'We see it otherwise.' }
    await palestine.does(associate, { params: { feedbackId: id }, body: { commandId: randomUUID(), ...differs } })
    const { feedback } = await listed(headNorway)
    expect(feedback.map(({ shownAs }) => 'delegationId' in shownAs && shownAs.delegationId)).toContain(VAT)
    expect(feedback.find((one) => one.id === id)!.associations).toMatchObject([{ delegationId: PSE, ...differs }])
    expect(await unheard()).toMatchObject({ silent: [retreat.ids.POL], covered: [retreat.ids.ECU], unclear: [PSE] })

    // A priority of Norway's is counted, the Holy See's stands under its name alone.
    expect((await prioritizes(headNorway)).status).toBe(200)
    const { findings, states } = await staff.does(readConvergence, { params: { retreatId: retreat.retreatId } })
    expect([states, findings[1]!.priority]).toEqual([3, 1])
    const after = findings[0]!.versions[0]!
    expect([after.figures, after.by]).toEqual([before.figures, before.by])
    expect(after.statements).toEqual({ national: 2, group: 1, unnamed: 0 })
    const own = async (who: typeof staff) => (await converged(who)).own
    expect(await own(holySee)).toMatchObject({ stance: 'support', by: 'own' })
    await sits(holySee, retreat.ids.KAZ!)
    await sits(palestine, retreat.ids.SEN!)
  })

  test('[C27] a member follows what its group said in its name to where it went, without a name too; nobody else does', async () => {
    await opened()
    const { headEcuador, headEgypt, headGhana, headNorway, irt, staff } = people
    const { id } = await gives(headEcuador, retreat, version(), {
      stance: 'support',
      groupId,
      attribution: 'not_for_attribution',
      excepted: [retreat.ids.GHA!],
    })
    const { consultationId } = retreat
    const measure = await addedMeasure(staff, consultationId, { citations: [citing('feedback', id)] })
    await staff.does(publishMeasures, { params: { consultationId }, body: { commandId: randomUUID() } })
    const trace = (who: typeof staff) => who.ask(readTrace, { params: { kind: 'feedback', id } })
    for (const who of [headEcuador, headEgypt]) {
      const { body } = await trace(who)
      expect(body.thing).toMatchObject({ shownAs: { kind: 'group', groupId, sealed: true } })
      expect(body.becameOf.map(({ thing }) => thing.id)).toEqual([measure.id])
    }
    for (const who of [headGhana, headNorway]) {
      expect((await trace(who)).status).toBe(404)
      const { measures } = await who.does(listMeasures, { params: { consultationId } })
      expect(measures[0]!.rests).toEqual([])
    }
    expect((await trace(irt)).body.thing).toMatchObject({ shownAs: { kind: 'withheld' } })
  })

  test('[C27] a member’s list holds what its group said in its name, with where that went and what it says to it itself', async () => {
    const { headEcuador, headEgypt, headGhana } = people
    const { id } = (await desk(headEgypt, retreat)).findings[0]!.inOurName[0]!
    await headEgypt.does(associate, {
      params: { feedbackId: id },
      body: { commandId: randomUUID(), association: 'differs', note: 'Not the second.', paragraphs: [1] },
    })
    const said = async (who: typeof headEgypt) =>
      (await who.does(readOwnTraces)).became.find(({ source }) => source.id === id)
    expect(await said(headEgypt)).toMatchObject({
      source: { shownAs: { kind: 'group', groupId, sealed: true } },
      inOurName: true,
      ownWord: { association: 'differs', note: 'Not the second.', paragraphs: [1], lapsed: false },
      outcome: 'taken_up',
      went: [{ thing: { kind: 'measure' } }],
    })
    expect(await said(headEcuador)).toMatchObject({ inOurName: false, ownWord: null, outcome: 'taken_up' })
    expect(await said(headGhana)).toBeUndefined()
  })

  test('[C4] a State’s own and its group’s, given at once by two people and ten times over, are one of each', async () => {
    await opened()
    const { headEcuador, staff } = people
    const capacities = [null, groupId, null, groupId, null, groupId, null, groupId, null, groupId]
    const answers = await Promise.all(
      capacities.map((capacity) => tries(headEcuador, retreat, version(), { stance: 'support', groupId: capacity })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, ...Array(8).fill(409)])
    const rows = await app.sql<{ own: boolean }>(
      'select group_id is null as own from feedback_sources where retreat_id = $1 and current order by 1',
      [retreat.retreatId],
    )
    expect(rows).toEqual([{ own: false }, { own: true }])
    const { by, figures } = await converged(staff)
    expect(by).toMatchObject({ own: 1, association: 0 })
    expect(figures!.answered).toBe(by!.own + by!.group)
  })
})

describe('each refusal is clear, in six languages, names the field and keeps nothing half', () => {
  beforeAll(() => opened())

  type Refused = {
    who?: 'headNorway' | 'headGhana' | 'headEcuador'
    words: Parameters<typeof tries>[3]
    code: string
    field: string
  }
  const proposal = { paragraph: 1, language: 'en' as const, was: PARAGRAPHS[1]!, text: 'Other words.' }
  const cases: Record<string, Refused> = {
    'support with a change without one': {
      words: { stance: 'support_with_change' },
      code: 'words_required',
      field: 'proposals',
    },
    'a change that changes nothing': {
      words: { stance: 'support_with_change', proposals: [{ ...proposal, text: PARAGRAPHS[1]! }] },
      code: 'words_required',
      field: 'proposals',
    },
    'a concern without a reason': { words: { stance: 'concern' }, code: 'words_required', field: 'reason' },
    'a concern with a blank reason': {
      words: { stance: 'concern', reason: [{ kind: 'paragraph', content: [{ text: '   ' }] }] },
      code: 'words_required',
      field: 'reason',
    },
    'a question that asks nothing': { words: { stance: 'need_information' }, code: 'words_required', field: 'reason' },
    '100,000 characters': {
      words: { stance: 'concern', reason: blocksOf('x'.repeat(100_000)) },
      code: 'too_long',
      field: 'reason',
    },
    'a paragraph that reads otherwise now': {
      words: { stance: 'support_with_change', proposals: [{ ...proposal, was: 'The rules were made elsewhere.' }] },
      code: 'paragraph_changed',
      field: 'proposals.0.was',
    },
    'a paragraph that is not there': {
      words: { stance: 'support_with_change', proposals: [{ ...proposal, paragraph: 9 }] },
      code: 'paragraph_changed',
      field: 'proposals.0.was',
    },
    'two proposals for one paragraph': {
      words: { stance: 'support_with_change', proposals: [proposal, { ...proposal, text: 'Still other words.' }] },
      code: 'invalid',
      field: 'proposals.1.paragraph',
    },
    'other words beside plain support': {
      words: { stance: 'support', proposals: [proposal] },
      code: 'invalid',
      field: 'proposals',
    },
    'for a group it does not speak for': {
      who: 'headGhana',
      words: { stance: 'support', groupId: '00000000-0000-4000-8000-000000000000' },
      code: 'not_speaker',
      field: 'groupId',
    },
    'a stance that is none': { words: { stance: 'abstain' as 'support' }, code: 'invalid', field: 'stance' },
  }
  test.each(Object.entries(cases))('%s', async (_name, { who = 'headNorway', words, code, field }) => {
    const titles = new Set<string>()
    for (const language of LANGUAGES) {
      people[who].language = language
      const { status, body } = await tries(people[who], retreat, version(), words)
      expect([status >= 400 && status < 500, body.code, body.field?.startsWith(field)]).toEqual([true, code, true])
      titles.add(body.title)
    }
    people[who].language = 'en'
    expect(titles.size).toBe(6)
    expect(await counts()).toBe(0)
  })

  test('a delegation that does not take part is told of no retreat', async () => {
    await app.sql('update retreats set participant_ids = array_remove(participant_ids, $2) where id = $1', [
      retreat.retreatId,
      retreat.ids.SEN,
    ])
    expect((await tries(people.headSenegal, retreat, version(), { stance: 'support' })).body.code).toBe('not_found')
  })

  test('a finding that is not put to the retreat', async () => {
    const other = await openedRetreat(app)
    const { body } = await tries(people.headNorway, retreat, other.findings[0]!.versionId, { stance: 'support' })
    expect(body).toMatchObject({ code: 'not_put_to_retreat', field: 'versionId' })
  })

  test('an attribution that the retreat does not offer', async () => {
    await app.sql("update retreats set attribution_offered = '{attributed}' where id = $1", [retreat.retreatId])
    const { body } = await tries(people.headNorway, retreat, version(), {
      stance: 'support',
      attribution: 'not_for_attribution',
    })
    expect(body).toMatchObject({ code: 'attribution_not_offered', field: 'attribution' })
    await app.sql("update retreats set attribution_offered = '{attributed,not_for_attribution}' where id = $1", [
      retreat.retreatId,
    ])
  })

  test('before the window and after it, by the database’s clock', async () => {
    const move = (opens: string, closes: string) =>
      app.sql(
        'update retreats set feedback_opens_at = now() + $2::interval, feedback_closes_at = now() + $3::interval where id = $1',
        [retreat.retreatId, opens, closes],
      )
    await move('1 hour', '2 hours')
    expect((await tries(people.headNorway, retreat, version(), { stance: 'support' })).body.code).toBe(
      'feedback_not_open',
    )
    await move('-2 hours', '0 seconds')
    expect((await tries(people.headNorway, retreat, version(), { stance: 'support' })).body.code).toBe(
      'feedback_closed',
    )
    expect((await desk(people.headNorway, retreat)).window).toBe('after')
    await move('-2 hours', '1 hour')
    expect(await counts()).toBe(0)
  })

  test('a superseded version is refused with the newer one; a withdrawn finding takes none', async () => {
    const first = retreat.findings[0]!
    await gives(people.headNorway, retreat, first.versionId, { stance: 'concern', reason })
    const second = await revised(people.staff, first)
    const { body } = await tries(people.headNorway, retreat, first.versionId, { stance: 'support' }, 1)
    expect(body).toMatchObject({
      code: 'version_superseded',
      field: 'versionId',
      current: { versionId: second.versionId, version: 2 },
    })
    // What was changed on the page is proposed on a text that is another one now.
    const late = await tries(people.headNorway, retreat, second.versionId, {
      stance: 'support_with_change',
      proposals: [proposal],
    })
    expect(late.body).toMatchObject({
      code: 'paragraph_changed',
      current: 'The rules were made for Headquarters, version 2.',
    })
    const other = retreat.findings[1]!
    await people.staff.does(withdrawFinding, {
      params: { findingId: other.findingId },
      body: { commandId: randomUUID() },
    })
    expect((await tries(people.headNorway, retreat, other.versionId, { stance: 'support' })).body.code).toBe(
      'finding_withdrawn',
    )
    // What was said to the earlier version stands where it was said.
    expect((await listed(people.staff)).feedback).toMatchObject([{ stance: 'concern', version: 1 }])
  })
})

describe('what others read', () => {
  beforeAll(async () => {
    await opened()
    const { headNorway, headGhana, headChina, headEcuador } = people
    await gives(headNorway, retreat, version(), { stance: 'concern', reason })
    await gives(headGhana, retreat, version(), { stance: 'support', channel: 'plenary' })
    await gives(headChina, retreat, version(), { stance: 'support', attribution: 'not_for_attribution' })
    await gives(headEcuador, retreat, version(), { stance: 'support', groupId })
  })

  test('staff read all, the group first, then States in protocol order, and filter it', async () => {
    const { staff } = people
    const { feedback, total } = await listed(staff)
    expect(total).toBe(4)
    expect(feedback.map(({ shownAs }) => (shownAs.kind === 'withheld' ? null : shownAs.delegationId))).toEqual(
      ['ECU', 'CHN', 'GHA', 'NOR'].map((code) => retreat.ids[code]),
    )
    expect((await listed(staff, { stance: ['concern'] })).total).toBe(1)
    expect((await listed(staff, { region: ['african'] })).total).toBe(1)
    expect((await listed(staff, { channel: ['plenary'] })).total).toBe(1)
    expect((await listed(staff, { q: 'FIELD too' })).total).toBe(1)
    expect((await listed(staff, { group: groupId })).total).toBe(1)
    const page = await listed(staff, { limit: 3 })
    expect([page.feedback.length, page.next]).toEqual([3, '3'])
    expect((await listed(staff, { limit: 3, cursor: page.next! })).feedback.length).toBe(1)
  })

  test('delegations read what is open; where it is not, their own alone', async () => {
    expect((await listed(people.headSenegal)).total).toBe(3)
    await opened({ feedbackOpen: false })
    await gives(people.headNorway, retreat, version(), { stance: 'concern', reason })
    expect((await listed(people.headGhana)).total).toBe(0)
    expect((await listed(people.drafterNorway)).total).toBe(1)
    expect((await listed(people.irt)).feedback).toMatchObject([{ shownAs: { delegationId: retreat.ids.NOR } }])
  })
})

test('[C30] a dissociation from words without a name names nobody, and is a figure once nothing can be added and five made it', async () => {
  await opened({ feedbackOpen: false })
  const { staff, irt, headEcuador, headEgypt, headNorway } = people
  const group = await gives(headEcuador, retreat, version(), {
    stance: 'support',
    groupId,
    attribution: 'not_for_attribution',
  })
  await headEgypt.does(associate, {
    params: { feedbackId: group.id },
    body: { commandId: randomUUID(), association: 'differs', note: 'Not these.', paragraphs: [0, 1] },
  })
  // Four members dissociate themselves from the first paragraph, five from the second.
  const others = group.rosterIds.filter((id) => id !== retreat.ids.EGY && id !== retreat.ids.ECU).slice(0, 4)
  await app.sql(
    `insert into feedback_associations (retreat_id, finding_version_id, group_id, delegation_id, association, note, paragraphs, at)
     select $1, $2, $3, m.id, 'differs', 'Nor we.', case when m.place < 4 then '{0,1}' else '{1}' end::int[], now()
     from unnest($4::uuid[]) with ordinality m (id, place)`,
    [retreat.retreatId, version(), groupId, others],
  )
  const own = { members: [{ delegationId: retreat.ids.EGY, sealed: true }], unnamed: 0 }
  const forThose = async () => {
    expect((await dissociated(staff)).map(({ members, unnamed }) => [members.length, unnamed])).toEqual([
      [4, 0],
      [5, 0],
    ])
    expect((await dissociated(staff))[0]!.members.every(({ sealed }) => sealed)).toBe(true)
    expect(await dissociated(headEgypt)).toEqual([0, 1].map((paragraph) => ({ paragraph, ...own })))
    expect((await dissociated(headEcuador)).map(({ members }) => members.length)).toEqual([4, 5])
  }
  await forThose()
  for (const who of [headNorway, irt]) expect(await dissociated(who)).toEqual([])
  await app.sql("update retreats set state = 'closed', closed_at = now(), feedback_closes_at = now() where id = $1", [
    retreat.retreatId,
  ])
  await forThose()
  for (const who of [headNorway, irt])
    expect(await dissociated(who)).toEqual([{ paragraph: 1, members: [], unnamed: 5 }])
})

test('how feedback is attributed is chosen once for a version, either way', async () => {
  await opened()
  const { headNorway, headChina } = people
  await gives(headNorway, retreat, version(), { stance: 'support' })
  await gives(headChina, retreat, version(), { stance: 'support', attribution: 'not_for_attribution' })
  const sealed = await tries(
    headNorway,
    retreat,
    version(),
    { stance: 'support', attribution: 'not_for_attribution' },
    1,
  )
  expect(sealed.body).toMatchObject({ code: 'attribution_kept', field: 'attribution' })
  expect((await tries(headChina, retreat, version(), { stance: 'support' }, 1)).body.code).toBe('attribution_kept')
})
