import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reading } from '../../server/database/database.ts'
import { groupsOf, groupsSpokenFor, rosterOn } from '../../server/people/groups.ts'
import { firstAdministratorLink } from '../../server/people/invitations.ts'
import type { Endpoint } from '../../shared/contract.ts'
import { readHome } from '../../shared/home.ts'
import {
  addGroup,
  addGroupSpeaker,
  changeMembership,
  inviteHead,
  inviteMember,
  inviteOffice,
  listDelegations,
  listGroups,
  listHeads,
  listMembers,
  listOffice,
  removeGroupSpeaker,
  removeMember,
  removeOffice,
} from '../../shared/people.ts'
import type { MemberRole } from '../../shared/rules/access.ts'
import { acceptInvitation, askPasswordReset, changeMe, readInvitation, readMe, signIn } from '../../shared/sign-in.ts'
import { Person, startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast, delegationId } from '../support/cast.ts'
import { closing, connect } from '../support/line.ts'
import { mailsTo, tokenSentTo } from '../support/mails.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const GOOD = 'brass kettle on a slow flame'
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const somebody = () => new Person(app)
let count = 0
const address = (who = 'colleague') => `${who}.${++count}@mission.example.org`

type Wishes = {
  role?: MemberRole
  standIn?: boolean
  title?: string
  language?: 'en' | 'ru'
  from?: string
  until?: string
}
const invite = (
  head: Person,
  email: string,
  { role = 'drafter', standIn, title, language, from, until }: Wishes = {},
) =>
  head.ask(inviteMember, {
    body: {
      commandId: randomUUID(),
      email,
      role,
      ...(standIn === undefined ? {} : { standIn }),
      ...(title === undefined ? {} : { title }),
      ...(language === undefined ? {} : { language }),
      period: { from: from ?? null, until: until ?? null },
    },
  })
const accept = (token: string, body: { name?: string; email?: string; password: string }, person = somebody()) =>
  person.ask(acceptInvitation, { params: { token }, body })
const read = (token: string) => somebody().ask(readInvitation, { params: { token } })

/** A new person in a delegation, by way of an invitation; signed in. */
async function joined(head: Person, wishes: Wishes = {}): Promise<Person & { email: string }> {
  const email = address(wishes.role)
  const invited = await invite(head, email, wishes)
  expect(invited.status).toBe(200)
  const person = somebody()
  const answer = await accept(await tokenSentTo(app, email), { name: `Member ${count}`, password: GOOD }, person)
  expect(answer.status).toBe(200)
  person.actingFor = head.actingFor
  return Object.assign(person, { email })
}
const membershipOf = async (head: Person, email: string) => {
  const { members } = await head.does(listMembers)
  const found = members.find((member) => member.email === email)
  if (!found) throw new Error(`${email} is no member`)
  return found
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

test('[T81] who is invited takes no name that mixes alphabets within a word, and is told which field is wrong', async () => {
  const { headGhana } = people
  const email = address()
  await invite(headGhana, email)
  const token = await tokenSentTo(app, email)
  const refused = await accept(token, { name: 'Dr\u0430fter of the mission', password: GOOD })
  expect(refused).toMatchObject({ status: 400, body: { code: 'mixed_scripts', field: 'name' } })
  const taken = somebody()
  expect((await accept(token, { name: 'Drafter of the mission', password: GOOD }, taken)).status).toBe(200)
  expect((await taken.ask(changeMe, { body: { name: 'Dr\u0430fter' } })).body).toMatchObject({
    code: 'mixed_scripts',
    field: 'name',
  })
})

test('a head invites a colleague by a one-time link, in the colleague’s language; of the link only a digest is kept', async () => {
  const { headGhana } = people
  const email = address()
  const invited = await invite(headGhana, email, { role: 'drafter', title: 'Counsellor', language: 'ru' })
  expect(invited.body).toMatchObject({ email, personName: '', role: 'drafter', title: 'Counsellor', state: 'invited' })
  const [mail] = await mailsTo(app, email)
  expect(mail).toMatchObject({ language: 'ru', subject: 'Приглашение к консультациям с государствами-членами' })
  expect(mail?.text).toContain('Делегация: Гана')
  expect(mail?.text).toContain('Роль: Составитель')
  expect(mail?.text).toContain(`От кого: ${headGhana.who.name}`)
  const token = await tokenSentTo(app, email)
  expect(JSON.stringify(invited.body)).not.toContain(token)
  const [row] = await app.sql('select * from invitations where token_digest = $1', [digest(token)])
  expect(JSON.stringify(row)).not.toContain(token)
  expect((await read(token)).body).toEqual({
    email,
    language: 'ru',
    delegation: expect.objectContaining({ en: 'Ghana', ru: 'Гана' }),
    role: 'drafter',
    known: false,
    until: expect.any(String),
  })
  const colleague = somebody()
  const me = await accept(token, { name: 'Counsellor, Mission of Ghana', password: GOOD }, colleague)
  expect(me.body).toMatchObject({
    person: { email, name: 'Counsellor, Mission of Ghana', language: 'ru' },
    memberships: [{ role: 'drafter', title: 'Counsellor' }],
  })
  expect((await colleague.ask(readHome)).status).toBe(200)
  expect(await membershipOf(headGhana, email)).toMatchObject({
    state: 'active',
    personName: 'Counsellor, Mission of Ghana',
  })
})

test('the same command invites once', async () => {
  const { headGhana } = people
  const body = { commandId: randomUUID(), email: address(), role: 'reader' as const }
  const answers = await Promise.all([0, 1, 2].map(() => headGhana.does(inviteMember, { body })))
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  expect(await mailsTo(app, body.email)).toHaveLength(1)
})

test('[T65c] a link that was used, ran out, was replaced, was cancelled or never was says so and opens nothing', async () => {
  const { headGhana } = people
  const attempt = { name: 'Somebody else', password: GOOD }
  const used = address()
  await invite(headGhana, used)
  const usedToken = await tokenSentTo(app, used)
  const twice = await Promise.all([accept(usedToken, attempt), accept(usedToken, attempt)])
  expect(twice.map(({ status }) => status).sort()).toEqual([
    200,
    expect.toSatisfy((status) => status === 409 || status === 410),
  ])
  expect((await accept(usedToken, attempt)).body.code).toBe('link_used')
  expect((await read(usedToken)).body.code).toBe('link_used')

  const late = address()
  await invite(headGhana, late)
  const lateToken = await tokenSentTo(app, late)
  await app.sql("update invitations set expires_at = now() - interval '1 second' where email = $1", [late])
  expect((await accept(lateToken, attempt)).body.code).toBe('link_expired')

  const again = address()
  await invite(headGhana, again, { role: 'reader' })
  const earlier = await tokenSentTo(app, again)
  await invite(headGhana, again, { role: 'drafter' })
  const later = await tokenSentTo(app, again)
  expect((await accept(earlier, attempt)).body.code).toBe('link_expired')
  expect((await read(later)).body).toMatchObject({ role: 'drafter' })
  expect((await headGhana.does(listMembers)).members.filter(({ email }) => email === again)).toHaveLength(1)

  const { id } = await membershipOf(headGhana, again)
  await headGhana.does(removeMember, { params: { membershipId: id } })
  expect((await accept(later, attempt)).body.code).toBe('link_expired')
  expect((await accept('x'.repeat(43), attempt)).body.code).toBe('link_expired')
  expect((await read('x'.repeat(43))).body.code).toBe('link_expired')
  expect((await read('short')).body.code).toBe('not_found')
  expect(await app.sql('select 1 from people where email = any($1)', [[late, again]])).toEqual([])
})

test('[T65c] a reset is no way around an invitation: who has not accepted has no account', async () => {
  const { headGhana } = people
  const email = address()
  await invite(headGhana, email)
  await somebody().does(askPasswordReset, { body: { email } })
  await app.jobs.settle()
  expect(await mailsTo(app, email)).toHaveLength(1)
})

test('[T65c] a known address accepts with its own password, which an invitation never sets', async () => {
  const { headGhana, headNorway, readerNorway } = people
  const { email, password } = readerNorway.who
  await invite(headGhana, email)
  const token = await tokenSentTo(app, email)
  expect((await read(token)).body.known).toBe(true)
  const stranger = await accept(token, { name: 'Another name', password: GOOD })
  expect(stranger.body.code).toBe('wrong_credentials')
  expect(stranger.headers['set-cookie']).toBeUndefined()
  const person = somebody()
  const me = await accept(token, { name: 'Another name', password }, person)
  expect(me.body.person.name).toBe(readerNorway.who.name)
  expect(me.body.memberships.map((one) => one.delegation.en).sort()).toEqual(['Ghana', 'Norway'])
  expect((await somebody().ask(signIn, { body: { email, password } })).status).toBe(200)
  // Two accreditations: each tab says for which it acts.
  expect((await person.ask(listMembers)).body.code).toBe('forbidden')
  person.actingFor = await headNorway.delegationId()
  expect((await person.ask(listMembers)).status).toBe(200)
  await headGhana.does(removeMember, { params: { membershipId: (await membershipOf(headGhana, email)).id } })
})

test('a guess at a known account by way of an invitation is counted like any other', async () => {
  const { headGhana, drafterNorway } = people
  await invite(headGhana, drafterNorway.who.email)
  const token = await tokenSentTo(app, drafterNorway.who.email)
  for (let guess = 0; guess < 10; guess++) expect((await accept(token, { password: GOOD })).status).toBe(401)
  expect((await accept(token, { password: drafterNorway.who.password })).body.code).toBe('too_many_attempts')
  await app.sql('delete from throttles')
})

test('what is missing or weak in an acceptance is named, and the link stays good', async () => {
  const { headGhana } = people
  const email = address('boat.builder')
  await invite(headGhana, email)
  const token = await tokenSentTo(app, email)
  expect((await accept(token, { password: GOOD })).body).toMatchObject({ code: 'required', field: 'name' })
  expect((await accept(token, { name: 'X', password: 'short' })).body).toMatchObject({
    code: 'too_short',
    field: 'password',
  })
  expect((await accept(token, { name: 'X', password: 'boat.builder 2017' })).body).toMatchObject({
    code: 'too_common',
    field: 'password',
  })
  expect((await accept(token, { name: 'Boat builder', password: GOOD })).status).toBe(200)
})

test('who is a member already is not invited again, except to stand in for the head', async () => {
  const { headGhana } = people
  const { email } = await joined(headGhana)
  const password = GOOD
  expect((await invite(headGhana, email, { role: 'reader' })).body).toMatchObject({
    code: 'already_invited',
    field: 'email',
  })
  const stand = { role: 'head' as const, standIn: true, title: 'Chargé d’affaires a.i.' }
  expect((await invite(headGhana, email, stand)).body).toMatchObject({ code: 'required', field: 'period.until' })
  expect((await invite(headGhana, email, { ...stand, role: 'drafter', until: inDays(3) })).body).toMatchObject({
    code: 'invalid',
    field: 'role',
  })
  expect((await invite(headGhana, email, { ...stand, until: inDays(-1) })).body).toMatchObject({
    code: 'invalid',
    field: 'period.until',
  })
  expect((await invite(headGhana, email, { ...stand, from: inDays(5), until: inDays(3) })).body).toMatchObject({
    code: 'invalid',
    field: 'period.until',
  })
  expect((await invite(headGhana, email, { ...stand, until: inDays(3) })).status).toBe(200)
  const tab = somebody()
  await accept(await tokenSentTo(app, email), { password }, tab)
  tab.actingFor = headGhana.actingFor
  // Head for the period, but for making heads, and afterwards the drafter of before.
  expect((await tab.does(listMembers)).may).toEqual({ invite: true, appointHead: false })
  expect((await headGhana.does(listMembers)).may).toEqual({ invite: true, appointHead: true })
  await app.sql(
    "update memberships set \"from\" = now() - interval '2 days', until = now() - interval '1 second' where stand_in and title = $1 and person_id = (select id from people where email = $2)",
    [stand.title, email],
  )
  expect((await tab.does(listMembers)).may).toEqual({ invite: false, appointHead: false })
  expect((await tab.does(readMe)).memberships).toMatchObject([{ role: 'drafter' }])
})

test('a period that has not begun, or is over, gives no access', async () => {
  const { headNorway } = people
  const person = await joined(headNorway, { role: 'reader', from: inDays(2) })
  expect((await membershipOf(headNorway, person.email)).state).toBe('coming')
  expect((await person.ask(listMembers)).body.code).toBe('not_acting_for')
  const change = (period: { from: string | null; until: string | null }) =>
    membershipOf(headNorway, person.email).then(({ id }) =>
      headNorway.does(changeMembership, { params: { membershipId: id }, body: { period } }),
    )
  expect((await change({ from: inDays(-1), until: null })).state).toBe('active')
  expect((await person.ask(listMembers)).status).toBe(200)
  await app.sql("update memberships set until = now() - interval '1 second' where id = $1", [
    (await membershipOf(headNorway, person.email)).id,
  ])
  expect((await person.ask(listMembers)).body.code).toBe('not_acting_for')
  expect((await membershipOf(headNorway, person.email)).state).toBe('ended')
})

test('a drafter, a reader, another delegation and the office manage no members; members see each other', async () => {
  const { headGhana, drafterGhana, readerGhana, headNorway, drafterNorway, staff, administrator } = people
  const membership = await membershipOf(headGhana, drafterGhana.who.email)
  const params = { membershipId: membership.id }
  for (const person of [drafterGhana, readerGhana, staff, administrator]) {
    expect((await invite(person, address())).body.code).toBe('forbidden')
    expect((await person.ask(changeMembership, { params, body: { role: 'head' } })).body.code).toBe('forbidden')
    expect((await person.ask(removeMember, { params })).body.code).toBe('forbidden')
  }
  // To another head it is as if there were no such member.
  const unknown = { membershipId: randomUUID() }
  for (const [call, body] of [
    [changeMembership, { role: 'reader' as const }],
    [removeMember, undefined],
  ] as [Endpoint, unknown][]) {
    const other = await headNorway.ask(call, { params, ...(body ? { body } : {}) } as never)
    const none = await headNorway.ask(call, { params: unknown, ...(body ? { body } : {}) } as never)
    expect([other.status, other.body]).toEqual([none.status, none.body])
    expect(other.status).toBe(404)
  }
  const seen = await readerGhana.does(listMembers)
  expect(seen.members.map(({ email }) => email)).toContain(headGhana.who.email)
  expect(seen.members.every(({ may }) => !may.change && !may.remove)).toBe(true)
  expect((await drafterNorway.does(listMembers)).members.map(({ email }) => email)).not.toContain(headGhana.who.email)
  expect((await membershipOf(headGhana, drafterGhana.who.email)).state).toBe('active')
})

test('a delegation keeps a head: the last one is neither removed nor made anything else, a stand-in does not count', async () => {
  const { headSenegal } = people
  const own = await membershipOf(headSenegal, headSenegal.who.email)
  const params = { membershipId: own.id }
  await joined(headSenegal, { role: 'head', standIn: true, until: inDays(9) })
  expect((await headSenegal.ask(removeMember, { params })).body.code).toBe('last_head')
  expect((await headSenegal.ask(changeMembership, { params, body: { role: 'drafter' } })).body.code).toBe('last_head')
  expect(
    (await headSenegal.ask(changeMembership, { params, body: { standIn: true, period: { until: inDays(3) } } })).body
      .code,
  ).toBe('last_head')
  const period = { from: inDays(2), until: null }
  expect((await headSenegal.ask(changeMembership, { params, body: { period } })).body.code).toBe('last_head')
  expect(await membershipOf(headSenegal, headSenegal.who.email)).toEqual(own)
  // With another head beside, it goes.
  const second = await joined(headSenegal, { role: 'head' })
  expect(
    (await headSenegal.ask(changeMembership, { params, body: { role: 'drafter', title: 'Minister' } })).body,
  ).toMatchObject({
    role: 'drafter',
    title: 'Minister',
  })
  expect((await headSenegal.ask(changeMembership, { params, body: { role: 'head' } })).body.code).toBe('forbidden')
  expect((await second.does(changeMembership, { params, body: { role: 'head' } })).role).toBe('head')
})

test('two heads who remove each other at once leave one', async () => {
  const { headChina } = people
  const second = await joined(headChina, { role: 'head' })
  const [first, other] = [
    await membershipOf(headChina, headChina.who.email),
    await membershipOf(headChina, second.email),
  ]
  const answers = await Promise.all([
    headChina.ask(removeMember, { params: { membershipId: other.id } }),
    second.ask(removeMember, { params: { membershipId: first.id } }),
  ])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const heads = await app.sql(
    "select 1 from memberships where delegation_id = $1 and role = 'head' and removed_at is null",
    [await delegationId(app, 'CHN')],
  )
  expect(heads).toHaveLength(1)
})

test('[T46] who is removed loses access and sockets within two seconds and hears nothing later; the record stays', async () => {
  const { headGhana } = people
  const person = await joined(headGhana, { role: 'drafter' })
  const stream = `delegation:${await headGhana.delegationId()}` as const
  const line = await connect(person, [stream])
  const { id } = await membershipOf(headGhana, person.email)
  const from = Date.now()
  await headGhana.does(removeMember, { params: { membershipId: id } })
  expect(await closing(line, from)).toEqual({ code: 4403, after: expect.toSatisfy((ms: number) => ms < 2_000) })
  expect((await person.ask(readHome)).body.code).toBe('not_acting_for')
  expect((await person.does(readMe)).memberships).toEqual([])
  const heard = line.kinds().length
  await joined(headGhana, { role: 'reader' })
  expect(line.kinds()).toHaveLength(heard)
  expect((await headGhana.does(listMembers)).members.map(({ email }) => email)).not.toContain(person.email)
  const [row] = await app.sql('select removed_at from memberships where id = $1', [id])
  expect(row?.removed_at).toBeInstanceOf(Date)
})

test('[T46] a changed role counts at once, on the socket too', async () => {
  const { headNorway } = people
  const person = await joined(headNorway, { role: 'drafter' })
  const line = await connect(person)
  const { id } = await membershipOf(headNorway, person.email)
  await headNorway.does(changeMembership, { params: { membershipId: id }, body: { role: 'reader' } })
  await line.told((m) => m.type === 'events' && m.events.some((event) => event.kind === 'person.changed'))
  expect((await person.does(readMe)).memberships).toMatchObject([{ role: 'reader' }])
  line.close()
})

test('staff invite the first head of a delegation, and nobody once there is one; a wrong address is put right', async () => {
  const { staff, administrator, headGhana } = people
  const params = { delegationId: await delegationId(app, 'PRY') }
  const head = (person: CastMember, email: string, to = params) =>
    person.ask(inviteHead, { params: to, body: { commandId: randomUUID(), email, language: 'es' } })
  const [wrong, right] = [address('wrong'), address('right')]
  expect((await head(staff, wrong)).status).toBe(200)
  expect((await head(staff, right)).status).toBe(200)
  expect((await read(await tokenSentTo(app, wrong))).body.code).toBe('link_expired')
  const before = await staff.does(listHeads)
  expect(before.heads.filter((one) => one.delegationId === params.delegationId)).toEqual([
    { delegationId: params.delegationId, personName: '', email: right, state: 'invited' },
  ])
  await accept(await tokenSentTo(app, right), { name: 'Head of delegation, Mission of Paraguay', password: GOOD })
  const after = await staff.does(listHeads)
  expect(after.heads.filter((one) => one.delegationId === params.delegationId)).toMatchObject([
    { personName: 'Head of delegation, Mission of Paraguay', state: 'active' },
  ])
  expect((await head(staff, right)).body.code).toBe('already_invited')
  expect((await head(staff, address())).body.code).toBe('forbidden')
  // An administrator can help a mission whose head is gone.
  expect((await head(administrator, address())).status).toBe(200)
  expect((await head(headGhana, address())).body.code).toBe('forbidden')
  expect((await head(staff, address(), { delegationId: randomUUID() })).body.code).toBe('not_found')
})

test('the office sees of missions their heads, and nobody else', async () => {
  const { staff, drafterGhana } = people
  const { heads } = await staff.does(listHeads)
  expect(heads.map(({ email }) => email)).not.toContain(drafterGhana.who.email)
  expect((await drafterGhana.ask(listHeads)).body.code).toBe('forbidden')
  expect((await staff.ask(listMembers)).body.code).toBe('forbidden')
})

test('an administrator invites the office; staff see it and invite nobody', async () => {
  const { administrator, staff, headGhana } = people
  const email = address('officer')
  const ask = (person: Person, to = email, role: 'staff' | 'administrator' = 'staff') =>
    person.ask(inviteOffice, { body: { commandId: randomUUID(), email: to, role } })
  expect((await ask(staff)).body.code).toBe('forbidden')
  expect((await ask(headGhana)).body.code).toBe('forbidden')
  expect((await ask(administrator)).body).toMatchObject({
    personId: null,
    personName: '',
    email,
    role: 'staff',
    state: 'invited',
  })
  const officer = somebody()
  const me = await accept(await tokenSentTo(app, email), { name: 'Third officer', password: GOOD }, officer)
  expect(me.body).toMatchObject({ office: ['staff'], memberships: [] })
  expect((await ask(administrator)).body).toMatchObject({ code: 'already_invited', field: 'email' })
  const seen = await staff.does(listOffice)
  expect(seen.may).toEqual({ invite: false, remove: false })
  const member = seen.members.find((one) => one.email === email)
  expect(member).toMatchObject({ personName: 'Third officer', state: 'active' })
  // Taken away, it is gone at once, the socket’s right to listen with it.
  const line = await connect(officer)
  const params = { personId: member?.personId ?? '', role: 'staff' as const }
  expect((await staff.ask(removeOffice, { params })).body.code).toBe('forbidden')
  await administrator.does(removeOffice, { params })
  expect((await officer.ask(listHeads)).body.code).toBe('forbidden')
  expect((await administrator.ask(removeOffice, { params })).body.code).toBe('not_found')
  line.close()
})

test('the platform keeps an administrator', async () => {
  const { administrator } = people
  const { person } = await administrator.me()
  const params = { personId: person.id, role: 'administrator' as const }
  const refused = await administrator.ask(removeOffice, { params })
  expect([refused.status, refused.body.code]).toEqual([409, 'last_administrator'])
  expect((await administrator.ask(listOffice)).status).toBe(200)
})

test('an empty installation gets one link at a time that makes the first administrator, who says the address', async () => {
  expect(await firstAdministratorLink(app.parts)).toBeNull()
  const roles = await app.sql("delete from office_roles where role = 'administrator' returning person_id as id")
  const [earlier, link] = [await firstAdministratorLink(app.parts), await firstAdministratorLink(app.parts)]
  expect(link).toMatch(/^http:\/\/consultation\.test\/invitations\/[\w-]{43}$/)
  const tokenIn = (text: string | null) => text?.split('/').at(-1) ?? ''
  expect((await read(tokenIn(earlier))).body.code).toBe('link_expired')
  expect((await read(tokenIn(link))).body).toMatchObject({
    email: null,
    role: 'administrator',
    delegation: null,
    known: false,
  })
  const body = { name: 'First administrator', password: GOOD }
  expect((await accept(tokenIn(link), body)).body).toMatchObject({ code: 'required', field: 'email' })
  const first = somebody()
  const me = await accept(tokenIn(link), { ...body, email: 'First@Secretariat.example.org' }, first)
  expect(me.body).toMatchObject({ office: ['administrator'], person: { email: 'first@secretariat.example.org' } })
  expect(await firstAdministratorLink(app.parts)).toBeNull()
  expect((await first.ask(listOffice)).status).toBe(200)
  await app.sql("insert into office_roles (person_id, role) values ($1, 'administrator')", [roles[0]?.id])
})

test('delegations come in protocol order, the observers after the Members', async () => {
  const { drafterGhana, staff } = people
  const { delegations } = await drafterGhana.does(listDelegations)
  const states = delegations.filter(({ kind }) => kind === 'member')
  expect(states).toHaveLength(193)
  expect(states.map(({ protocolOrder }) => protocolOrder)).toEqual(Array.from({ length: 193 }, (_, index) => index + 1))
  expect(delegations.slice(193).every(({ kind }) => kind !== 'member')).toBe(true)
  // Who has joined the platform is for the office to see.
  const joinedOnes = (all: typeof delegations) => all.filter(({ hasMembers }) => hasMembers).map(({ code }) => code)
  expect(joinedOnes(delegations)).toEqual(['GHA'])
  expect(joinedOnes((await staff.does(listDelegations)).delegations)).toContain('NOR')
  expect((await somebody().ask(listDelegations)).body.code).toBe('signed_out')
})

test('a group has the members of the day asked for', async () => {
  const { drafterGhana } = people
  const union = async (on: string) => {
    const { groups } = await drafterGhana.does(listGroups, { query: { on } })
    return groups.find(({ key }) => key === 'eu')?.memberIds ?? []
  }
  const kingdom = await delegationId(app, 'GBR')
  expect(await union('2017-05-31')).toContain(kingdom)
  expect(await union('2017-05-31')).toHaveLength(28)
  expect(await union('2020-02-01')).not.toContain(kingdom)
  expect((await drafterGhana.ask(listGroups, { query: { on: 'yesterday' } as never })).body).toMatchObject({
    field: 'on',
  })
})

test('staff add a group; its members are delegations, and the command adds it once', async () => {
  const { staff, administrator, headGhana } = people
  const memberIds = [await delegationId(app, 'FJI'), await delegationId(app, 'TUV'), await delegationId(app, 'FJI')]
  const body = { commandId: randomUUID(), names: { en: 'Friends of the lagoon' }, memberIds }
  for (const person of [administrator, headGhana])
    expect((await person.ask(addGroup, { body })).body.code).toBe('forbidden')
  const added = await staff.does(addGroup, { body })
  expect(added).toMatchObject({ key: null, kind: 'other', complete: true, names: body.names, speakers: [] })
  expect(added.memberIds).toEqual(memberIds.slice(0, 2))
  expect(await staff.does(addGroup, { body })).toEqual(added)
  const wrong = { ...body, commandId: randomUUID(), memberIds: [...memberIds, randomUUID()] }
  expect((await staff.ask(addGroup, { body: wrong })).body).toMatchObject({ code: 'invalid', field: 'memberIds.3' })
  expect((await staff.ask(addGroup, { body: { ...wrong, memberIds, names: {} } })).body).toMatchObject({
    code: 'required',
    field: 'names',
  })
})

test('who speaks for a group does so from a day and until another; rosters and rights follow the day', async () => {
  const { staff } = people
  const { groups } = await staff.does(listGroups)
  const group = groups.find(({ key }) => key === 'g77')
  if (!group) throw new Error('the Group of 77 is missing')
  const [egypt, kenya] = [await delegationId(app, 'EGY'), await delegationId(app, 'KEN')]
  const params = { groupId: group.id }
  const body = { commandId: randomUUID(), delegationId: kenya, from: '2018-01-01', until: '2019-01-01' }
  const view = await staff.does(addGroupSpeaker, { params, body })
  const right = (day: string) => reading(app.parts.database, 'system', (tx) => groupsSpokenFor(tx, kenya, day))
  // Over by today, and so not among the speakers that are shown.
  expect(view.speakers.map((one) => one.delegationId)).not.toContain(kenya)
  expect([
    await right('2017-12-31'),
    await right('2018-01-01'),
    await right('2018-12-31'),
    await right('2019-01-01'),
  ]).toEqual([[], [group.id], [group.id], []])
  const open = await staff.does(addGroupSpeaker, { params, body: { ...body, commandId: randomUUID(), until: null } })
  const speaker = open.speakers.find((one) => one.delegationId === kenya)
  expect(speaker).toMatchObject({ from: '2018-01-01', until: null })
  const foreign = { groupId: groups.find(({ key }) => key === 'eu')?.id ?? '', speakerId: speaker?.id ?? '' }
  expect((await staff.ask(removeGroupSpeaker, { params: foreign })).body.code).toBe('not_found')
  const less = await staff.does(removeGroupSpeaker, { params: { ...params, speakerId: speaker?.id ?? '' } })
  expect(less.speakers.map((one) => one.delegationId)).not.toContain(kenya)
  const wrong = { ...body, commandId: randomUUID(), until: '2018-01-01' }
  expect((await staff.ask(addGroupSpeaker, { params, body: wrong })).body).toMatchObject({
    code: 'invalid',
    field: 'until',
  })
  const nobody = { ...body, commandId: randomUUID(), delegationId: randomUUID() }
  expect((await staff.ask(addGroupSpeaker, { params, body: nobody })).body).toMatchObject({
    code: 'invalid',
    field: 'delegationId',
  })
  const nowhere = { groupId: randomUUID() }
  expect(
    (await staff.ask(addGroupSpeaker, { params: nowhere, body: { ...body, commandId: randomUUID() } })).body.code,
  ).toBe('not_found')
  await reading(app.parts.database, 'system', async (tx) => {
    expect(await rosterOn(tx, group.id, '2017-05-31')).toContain(egypt)
    expect(await groupsOf(tx, egypt, '2017-05-31')).toContain(group.id)
  })
})
