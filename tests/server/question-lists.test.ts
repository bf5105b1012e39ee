import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followable } from '../../server/live-rights.ts'
import { deadlineIn, reformList } from '../../server/seed/sample-lists.ts'
import { readConsultation } from '../../shared/consultations.ts'
import { type StreamName, streams } from '../../shared/live.ts'
import {
  acknowledgeList,
  addList,
  changeList,
  circulateList,
  discardList,
  type ListView,
  monitorList,
  readList,
  remind,
  sayInPreparation,
} from '../../shared/question-lists.ts'
import type { Caller } from '../../shared/rules/access.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList, delegationIds, draftList, openConsultation } from '../support/lists.ts'
import { drafted, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const read = (reader: CastMember, list: { id: string }) => reader.does(readList, { params: { listId: list.id } })
const codeOf = async (asked: Promise<{ status: number; body: { code: string; field?: string } }>) => {
  const { status, body } = await asked
  return body.field === undefined ? [status, body.code] : [status, body.code, body.field]
}
/** What staff send to keep a list as it is. */
const bodyOf = (list: ListView) => ({
  title: list.title,
  note: list.note,
  purpose: list.purpose,
  outcome: list.outcome,
  contact: list.contact,
  sections: list.sections,
  deadline: list.deadline,
  audience: list.audience,
  attributionOffered: list.attributionOffered,
  lateAnswers: list.lateAnswers,
  addresseeIds: list.addresseeIds ?? [],
})
const circulation = (list: ListView, more: { withoutLanguages?: ListView['languages'] } = {}) => ({
  params: { listId: list.id },
  body: { commandId: randomUUID(), revision: list.revision, ...more },
})

describe('a list in preparation', () => {
  test('is seen by staff alone; a delegation cannot tell it from one that does not exist', async () => {
    const draft = await draftList(app)
    expect((await read(people.secondStaff, draft)).state).toBe('draft')
    for (const key of ['headGhana', 'drafterNorway'] as const) {
      const refused = await people[key].ask(readList, { params: { listId: draft.id } })
      const unknown = await people[key].ask(readList, { params: { listId: randomUUID() } })
      expect([refused.status, refused.body]).toEqual([404, unknown.body])
    }
  })

  test('has thirteen questions in six sections and six languages, and is given the next number', async () => {
    const { id: consultationId } = await openConsultation(app)
    const drafts = await Promise.all([1, 2, 3].map(() => draftList(app, { consultationId })))
    expect(drafts.map((list) => list.number).sort()).toEqual([1, 2, 3])
    const list = drafts.find(({ number }) => number === 1)
    expect(list!.sections).toHaveLength(6)
    expect(list!.sections.flatMap((section) => section.questions)).toHaveLength(13)
    expect([...list!.languages].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    expect(list!.reference).toMatch(/^MR-\d+\/Q1$/)
  })

  test('is changed as a whole, on top of what was seen; whoever comes second is shown what the first wrote', async () => {
    const draft = await draftList(app)
    const params = { listId: draft.id }
    const title = { ...draft.title, en: 'Questions on management' }
    const changed = await people.staff.does(changeList, {
      params,
      ifMatch: draft.revision,
      body: { ...bodyOf(draft), title },
    })
    expect([changed.title.en, changed.revision]).toEqual(['Questions on management', draft.revision + 1])
    const second = await people.secondStaff.ask(changeList, { params, ifMatch: draft.revision, body: bodyOf(draft) })
    expect([second.status, second.body.code]).toEqual([409, 'changed_meanwhile'])
    expect(second.body.current).toEqual(changed)
    expect(await codeOf(people.staff.ask(changeList, { params, body: bodyOf(draft) }))).toEqual([
      428,
      'precondition_required',
      'if-match',
    ])
  })

  test('can be discarded, and then is gone', async () => {
    const draft = await draftList(app)
    await people.staff.does(discardList, { params: { listId: draft.id } })
    expect(await codeOf(people.staff.ask(readList, { params: { listId: draft.id } }))).toEqual([404, 'not_found'])
  })

  test('[P8] names a delegation that is none, a day that is none, and a question that stands twice', async () => {
    const { id: consultationId } = await openConsultation(app)
    const good = reformList({ deadline: deadlineIn(15, new Date()), addresseeIds: await delegationIds(app, ['GHA']) })
    const add = (changed: object) =>
      codeOf(
        people.staff.ask(addList, {
          params: { consultationId },
          body: { commandId: randomUUID(), ...good, ...changed },
        }),
      )
    expect(await add({ addresseeIds: [...good.addresseeIds, randomUUID()] })).toEqual([
      400,
      'invalid',
      'addresseeIds.1',
    ])
    expect(await add({ deadline: { local: '2027-06-31T18:00', zone: 'America/New_York' } })).toEqual([
      400,
      'not_a_date',
      'deadline.local',
    ])
    expect(await add({ deadline: { local: '2027-06-30T18:00', zone: 'Mars/Olympus' } })).toEqual([
      400,
      'invalid',
      'deadline.zone',
    ])
    const [first, ...rest] = good.sections
    const [question] = first!.questions
    expect(await add({ sections: [{ ...first!, questions: [question!, question!] }, ...rest] })).toEqual([
      400,
      'invalid',
      'sections.0.questions.1.id',
    ])
    const circulated = await circulatedList(app, { consultationId })
    expect(await add({ sections: circulated.sections })).toEqual([400, 'invalid', 'sections.0.questions.0.id'])
  })

  test('a second of the same command is done once', async () => {
    const { id: consultationId } = await openConsultation(app)
    const body = { commandId: randomUUID(), ...reformList({ deadline: null, addresseeIds: [] }) }
    const asked = { params: { consultationId }, body }
    const [one, two] = await Promise.all([people.staff.does(addList, asked), people.staff.does(addList, asked)])
    expect(two.id).toBe(one.id)
    const { lists } = await people.staff.does(readConsultation, { params: { consultationId } })
    expect(lists).toHaveLength(1)
  })
})

describe('circulation', () => {
  const refused = async (wishes: Parameters<typeof draftList>[1], more = {}) => {
    const draft = await draftList(app, { addressed: ['GHA', 'NOR'], ...wishes })
    return codeOf(people.staff.ask(circulateList, circulation(draft, more)))
  }

  test('asks for questions, a deadline ahead and somebody to ask', async () => {
    const sections = reformList({ deadline: null, addresseeIds: [] }).sections
    expect(await refused({ sections: [] })).toEqual([409, 'no_questions', 'sections'])
    expect(await refused({ sections: [sections[0]!, { ...sections[1]!, questions: [] }] })).toEqual([
      409,
      'no_questions',
      'sections.1.questions',
    ])
    expect(await refused({ deadline: null })).toEqual([409, 'deadline_missing', 'deadline'])
    const past = { local: '2017-06-23T18:00', zone: 'America/New_York' }
    expect(await refused({ deadline: past })).toEqual([409, 'deadline_past', 'deadline'])
    expect(await refused({ addressed: [] })).toEqual([409, 'no_addressees', 'addresseeIds'])
  })

  test('asks for every text in six languages and names the first that is missing', async () => {
    const { sections } = reformList({ deadline: null, addresseeIds: [] })
    const without = (language: 'ar' | 'zh') => {
      const changed = structuredClone(sections)
      delete changed[1]!.questions[1]!.text[language]
      return changed
    }
    expect(await refused({ sections: without('ar') })).toEqual([
      409,
      'language_missing',
      'sections.1.questions.1.text.ar',
    ])
    expect(await refused({ sections: without('ar') }, { withoutLanguages: ['zh'] })).toEqual([
      409,
      'language_missing',
      'sections.1.questions.1.text.ar',
    ])
    expect(await refused({ contact: { en: 'Write to us' } })).toEqual([409, 'language_missing', 'contact.ar'])
    expect(await refused({ outcome: {} })).toEqual([409, 'language_missing', 'outcome.ar'])
    const draft = await draftList(app, { addressed: ['GHA'], sections: without('zh') })
    expect(draft.languages).not.toContain('zh')
    const list = await people.staff.does(circulateList, circulation(draft, { withoutLanguages: ['zh'] }))
    expect([...list.languages].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru'])
  })

  test('asks for at least two choices where there is a choice', async () => {
    const { sections } = reformList({ deadline: null, addresseeIds: [] })
    const changed = structuredClone(sections)
    changed[1]!.questions[1]!.choices.length = 1
    expect(changed[1]!.questions[1]!.kind).toBe('choice-and-text')
    expect(await refused({ sections: changed })).toEqual([400, 'required', 'sections.1.questions.1.choices'])
  })

  test('circulates what was checked and nothing else', async () => {
    const draft = await draftList(app, { addressed: ['GHA'] })
    await people.secondStaff.does(changeList, {
      params: { listId: draft.id },
      ifMatch: draft.revision,
      body: { ...bodyOf(draft), contact: {} },
    })
    const stale = await people.staff.ask(circulateList, circulation(draft))
    expect([stale.status, stale.body.code]).toEqual([409, 'changed_meanwhile'])
    expect(stale.body.current).toMatchObject({ contact: {} })
  })

  test('is done once, by whomever and however often it is asked', async () => {
    const draft = await draftList(app, { addressed: ['GHA'] })
    const asked = circulation(draft)
    const [one, two, other] = await Promise.all([
      people.staff.ask(circulateList, asked),
      people.staff.ask(circulateList, asked),
      people.secondStaff.ask(circulateList, circulation(draft)),
    ])
    const results = [one, two, other].map(({ status, body }) => (status === 200 ? 'done' : body.code))
    expect(results.filter((result) => result !== 'done').every((result) => result === 'list_frozen')).toBe(true)
    expect(one.body).toEqual(two.body)
    expect(await kindsIn(streams.listAll(draft.id))).toEqual(['list.circulated'])
  })

  test('[C9] a delegate sees what becomes of the answers, who sees them and which attribution is offered', async () => {
    const list = await circulatedList(app, { audience: 'secretariat', attributionOffered: ['attributed'] })
    const seen = await read(people.drafterEgypt, list)
    expect(seen).toMatchObject({ audience: 'secretariat', attributionOffered: ['attributed'], outcome: list.outcome })
    expect(seen.outcome.ar).toBeTruthy()
    expect(seen).toMatchObject({ open: 'open', addresseeIds: null, may: { answer: true, edit: false, extend: false } })
    expect((await read(people.headEgypt, list)).may.answer).toBe(true)
    expect((await read(people.readerGhana, list)).may.answer).toBe(false)
  })

  test('reaches the addressed alone: nobody else can tell that there is such a list', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'SEN'] })
    expect((await read(people.drafterGhana, list)).id).toBe(list.id)
    const params = { listId: list.id }
    const { drafterNorway } = people
    for (const refusal of [
      await drafterNorway.ask(readList, { params }),
      await drafterNorway.ask(acknowledgeList, { params, body: {} }),
      await drafterNorway.ask(sayInPreparation, { params, body: { inPreparation: true } }),
    ]) {
      expect([refusal.status, refusal.body.code]).toEqual([404, 'not_found'])
    }
  })

  test('is told by mail to heads and drafters of the addressed, in their language, with a link and no more', async () => {
    await app.sql('delete from mails')
    const list = await circulatedList(app, { addressed: ['GHA', 'EGY'] })
    const mails = await app.sql<{ to: string; language: string; text: string }>(
      'select "to", language, text from mails',
    )
    expect(new Set(mails.map((mail) => mail.to))).toEqual(
      new Set(
        [people.headGhana, people.drafterGhana, people.secondDrafterGhana, people.standInGhana]
          .concat([people.headEgypt, people.drafterEgypt])
          .map((member) => member.who.email),
      ),
    )
    const arabic = mails.find((mail) => mail.to === people.headEgypt.who.email)
    expect(arabic).toMatchObject({ language: 'ar' })
    expect(arabic?.text).toContain(`/lists/${list.id}`)
  })

  test('stands once in the journal of the addressed, of staff and of the consultation', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    expect(await kindsIn(streams.listAll(list.id))).toEqual(['list.circulated'])
    expect(await kindsIn(streams.listStaff(list.id))).toEqual(['list.begun', 'list.circulated'])
    expect(await kindsIn(streams.consultation(list.consultationId))).toEqual(['consultation.opened', 'list.circulated'])
  })
})

const kindsIn = async (stream: string) =>
  (await app.sql<{ kind: string }>('select kind from journal where stream = $1 order by seq', [stream])).map(
    (row) => row.kind,
  )

describe('a circulated list is frozen', () => {
  test('at the door: it is neither changed nor discarded', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const params = { listId: list.id }
    const change = people.staff.ask(changeList, { params, ifMatch: list.revision, body: bodyOf(list) })
    expect(await codeOf(change)).toEqual([409, 'list_frozen'])
    expect(await codeOf(people.staff.ask(discardList, { params }))).toEqual([409, 'list_frozen'])
    expect(await codeOf(people.staff.ask(circulateList, circulation(list)))).toEqual([409, 'list_frozen'])
  })

  test('and in the database, for the role the platform works as: only deadline and state change', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const draft = await draftList(app, { addressed: ['GHA'] })
    const [ghana, norway] = await delegationIds(app, ['GHA', 'NOR'])
    const client = new pg.Client({ connectionString: app.appUrl })
    await client.connect()
    const attempt = async (text: string, values: unknown[] = [], office = 'staff', delegation = '') => {
      await client.query('begin')
      await client.query(
        `select set_config('app.office', $1, true), set_config('app.delegation', $2, true), set_config('app.person', '', true)`,
        [office, delegation],
      )
      const outcome = await client.query(text, values).then(
        (result) => `${result.rowCount} changed`,
        (error: Error & { code?: string }) => error.code,
      )
      await client.query('rollback')
      return outcome
    }
    const denied = '42501'
    try {
      // Beside each refusal the same on a draft, or by the right side, which goes through.
      const title = `update question_lists set title = '{"en": "Other"}' where id = $1`
      expect([await attempt(title, [list.id]), await attempt(title, [draft.id])]).toEqual([denied, '1 changed'])
      for (const change of [
        `sections = '[]'`,
        `attribution_offered = '{attributed}'`,
        `audience = 'secretariat'`,
        `late_answers = 'refused'`,
        `addressee_ids = '{}'`,
        `languages = '{}'`,
        'circulated_at = now()',
        `first_closes_at = now()`,
        `state = 'draft'`,
      ]) {
        const outcome = await attempt(`update question_lists set ${change} where id = $1`, [list.id])
        expect([change, outcome]).toEqual([change, denied])
      }
      expect(await attempt('update question_lists set closes_at = now() where id = $1', [list.id])).toBe('1 changed')
      const gone = 'delete from question_lists where id = $1'
      expect([await attempt(gone, [list.id]), await attempt(gone, [draft.id])]).toEqual([denied, '1 changed'])
      const add = `insert into questions (id, list_id, number, choices) values (gen_random_uuid(), $1, 99, '{}')`
      expect([await attempt(add, [list.id]), await attempt(add, [draft.id])]).toEqual([denied, '1 changed'])
      const address = 'insert into addressees (list_id, delegation_id) values ($1, $2)'
      expect(await attempt(address, [list.id, norway])).toBe(denied)
      expect(await attempt(address, [draft.id, norway])).toBe('1 changed')
      expect(await attempt(address, [draft.id, norway], '', norway)).toBe(denied)
      expect(await attempt('update questions set number = 20 where list_id = $1', [list.id])).toBe(denied)
      expect(await attempt('delete from questions where list_id = $1', [list.id])).toBe(denied)
      expect(await attempt('delete from addressees where list_id = $1', [list.id])).toBe(denied)

      const opened = 'update addressees set acknowledged_at = now() where list_id = $1'
      expect([await attempt(opened, [list.id]), await attempt(opened, [list.id], '', ghana)]).toEqual([
        denied,
        '1 changed',
      ])
      const time = `update addressees set extended_to = now() + interval '1 day' where list_id = $1`
      expect([await attempt(time, [list.id], '', ghana), await attempt(time, [list.id])]).toEqual([denied, '1 changed'])
      expect(await attempt(opened, [list.id], '', norway)).toBe('0 changed')
      expect(await attempt(`update question_lists set closes_at = now()`, [], '', ghana)).toBe('0 changed')
    } finally {
      await client.end()
    }
  })
})

describe('what a delegation tells the Secretariat', () => {
  const rowOf = async (list: ListView, iso3: string) => {
    const [delegationId] = await delegationIds(app, [iso3])
    const { rows } = await people.staff.does(monitorList, { params: { listId: list.id } })
    return rows.find((row) => row.delegationId === delegationId)
  }

  test('the first opening is told, once, and the delegation sees that it was', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
    const params = { listId: list.id }
    expect((await rowOf(list, 'GHA'))?.acknowledgedAt).toBeNull()
    const both = await Promise.all([
      people.readerGhana.does(acknowledgeList, { params, body: {} }),
      people.drafterGhana.does(acknowledgeList, { params, body: {} }),
    ])
    const [first] = both.map((seen) => seen.acknowledgedAt)
    expect(first).toBeTruthy()
    await people.headGhana.does(acknowledgeList, { params, body: {} })
    expect((await read(people.headGhana, list)).acknowledgedAt).toBe(first)
    expect((await rowOf(list, 'GHA'))?.acknowledgedAt).toBe(first)
    expect((await rowOf(list, 'NOR'))?.acknowledgedAt).toBeNull()
    expect((await kindsIn(streams.listStaff(list.id))).filter((kind) => kind === 'list.acknowledged')).toHaveLength(1)
    expect((await read(people.drafterNorway, list)).acknowledgedAt).toBeNull()
    expect((await people.staff.ask(acknowledgeList, { params, body: {} })).status).toBe(403)
  })

  test('that an answer is in preparation is said by whoever may draft, and can be taken back', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
    const say = (inPreparation: boolean) => ({ params: { listId: list.id }, body: { inPreparation } })
    expect((await people.readerGhana.ask(sayInPreparation, say(true))).status).toBe(403)
    const said = await people.drafterGhana.does(sayInPreparation, say(true))
    expect(said.inPreparation).toBe(true)
    expect(said.acknowledgedAt).toBeTruthy()
    await people.drafterGhana.does(sayInPreparation, say(true))
    expect(await rowOf(list, 'GHA')).toMatchObject({ inPreparation: true })
    expect((await people.headGhana.does(sayInPreparation, say(false))).inPreparation).toBe(false)
    expect(await rowOf(list, 'GHA')).toMatchObject({ inPreparation: false })
    const told = (await kindsIn(streams.listStaff(list.id))).filter((kind) => kind.startsWith('list.preparation'))
    expect(told).toEqual(['list.preparation_said', 'list.preparation_taken_back'])
  })
})

describe('the monitor', () => {
  test('[P2] learns nothing of a draft: not that it exists, its length or its time', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
    const watch = async () => {
      const monitor = await people.staff.ask(monitorList, { params: { listId: list.id } })
      const page = await people.staff.ask(readList, { params: { listId: list.id } })
      const consultation = await people.staff.ask(readConsultation, {
        params: { consultationId: list.consultationId },
      })
      return [monitor, page, consultation].map(({ raw }) => raw.toString())
    }
    const before = await watch()
    await drafted(people.drafterGhana, list, { 1: 'Fewer forms.', 2: 'Shorter time limits.' })
    expect(await watch()).toEqual(before)
  })

  test('shows submissions by regional group, with statements and States side by side', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'SEN', 'NOR', 'EGY'] })
    await people.drafterSenegal.does(sayInPreparation, { params: { listId: list.id }, body: { inPreparation: true } })
    await submits(people.headGhana, await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' }))
    const monitor = await people.staff.does(monitorList, { params: { listId: list.id } })
    expect(monitor.count).toEqual({
      asked: 4,
      acknowledged: 1,
      inPreparation: 1,
      statements: 1,
      groupStatements: 0,
      states: { own: 1, aligned: 0, covered: 0, all: 1 },
    })
    expect(monitor.regions).toEqual([
      { region: 'african', asked: 3, acknowledged: 1, inPreparation: 1, submitted: 1 },
      { region: 'weog', asked: 1, acknowledged: 0, inPreparation: 0, submitted: 0 },
    ])
    const [ghana] = await delegationIds(app, ['GHA'])
    expect(monitor.rows.find((row) => row.delegationId === ghana)).toMatchObject({ version: 1, receivedLate: false })
    // Protocol order, as the grid shows it.
    expect(monitor.rows.map((row) => row.delegationId)).toEqual(await delegationIds(app, ['GHA', 'SEN', 'NOR', 'EGY']))
  })

  test('[C4] a State with a group’s statement and an answer of its own counts once, as own answer', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'ECU', 'NOR'] })
    const [g77] = await app.sql<{ id: string }>(`select id from groups where key = 'g77'`)
    const statement = await drafted(
      people.drafterEcuador,
      list,
      { 3: 'The Group attaches importance to it.' },
      { kind: 'group', groupId: g77!.id },
    )
    await submits(people.headEcuador, statement)
    await submits(people.headGhana, await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' }))
    const { count, rows } = await people.staff.does(monitorList, { params: { listId: list.id } })
    expect(count).toMatchObject({ statements: 2, groupStatements: 1 })
    expect(count.states).toEqual({ own: 1, aligned: 0, covered: 133, all: 134 })
    const [ghana, ecuador, norway] = await Promise.all(
      ['GHA', 'ECU', 'NOR'].map(async (code) => {
        const [id] = await delegationIds(app, [code])
        return rows.find((row) => row.delegationId === id)
      }),
    )
    expect(ghana?.coveredBy).toEqual([g77!.id])
    // Delivering the group's statement is no answer of its own.
    expect(ecuador).toMatchObject({ submissionId: null, coveredBy: [g77!.id] })
    expect(norway?.coveredBy).toEqual([])
  })

  test('is for staff alone', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    for (const key of ['headGhana', 'readerNorway', 'administrator'] as const) {
      const refused = await people[key].ask(monitorList, { params: { listId: list.id } })
      expect([key, refused.status]).toEqual([key, 403])
    }
  })
})

describe('reminders', () => {
  test('go to those of the chosen that have not submitted', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'EGY'] })
    await submits(people.headGhana, await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' }))
    await app.sql('delete from mails')
    const chosen = await delegationIds(app, ['GHA', 'NOR', 'SEN'])
    const asked = { params: { listId: list.id }, body: { commandId: randomUUID(), delegationIds: chosen } }
    expect(await people.staff.does(remind, asked)).toEqual({ reminded: 1 })
    expect(await people.staff.does(remind, asked)).toEqual({ reminded: 1 })
    const mails = await app.sql<{ to: string }>('select "to" from mails')
    expect(mails.map((mail) => mail.to).sort()).toEqual(
      [people.headNorway.who.email, people.drafterNorway.who.email].sort(),
    )
    expect(await kindsIn(streams.listStaff(list.id))).toContain('list.reminded')
  })
})

describe('who may follow which stream', () => {
  test('each stream is followed by those it addresses', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const draft = await draftList(app, { addressed: ['GHA'] })
    const [ghana, norway] = await delegationIds(app, ['GHA', 'NOR'])
    const person = (office: ('staff' | 'administrator' | 'irt')[], delegationId?: string): Caller => ({
      kind: 'person',
      personId: 'a7c7ed0c-0000-4000-8000-000000000001',
      signInId: 's',
      office,
      acting: delegationId ? { delegationId, role: 'reader', membershipId: 'm' } : null,
    })
    const callers = {
      nobody: { kind: 'nobody' } as Caller,
      administrator: person(['administrator']),
      staff: person(['staff']),
      reviewer: person(['irt']),
      ghana: person([], ghana),
      norway: person([], norway),
    }
    const cases: [StreamName, (keyof typeof callers)[]][] = [
      ['people', ['administrator']],
      [streams.consultation(list.consultationId), ['staff', 'reviewer']],
      [streams.consultationAll(list.consultationId), ['administrator', 'staff', 'reviewer', 'ghana', 'norway']],
      [streams.listAll(list.id), ['staff', 'reviewer', 'ghana']],
      [streams.listAll(draft.id), ['staff', 'reviewer']],
      [streams.listStaff(list.id), ['staff']],
      [streams.delegation(ghana!), ['ghana']],
      [streams.person('a7c7ed0c-0000-4000-8000-000000000002'), []],
    ]
    for (const [stream, expected] of cases) {
      const followers = []
      for (const [name, caller] of Object.entries(callers)) {
        const follows = (await followable(app.parts.database, caller, [stream])).has(stream)
        if (follows) followers.push(name)
      }
      expect([stream, followers]).toEqual([stream, expected])
    }
  })
})
