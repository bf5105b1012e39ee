import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readConsultation } from '../../shared/consultations.ts'
import { NEW_YORK } from '../../shared/house-style.ts'
import { assignGroups, changeRetreat, changeSlot, chooseGroups, readRetreat } from '../../shared/retreats.ts'
import { wallTime } from '../../shared/rules/deadlines.ts'
import { blocksOf } from '../../shared/text.ts'
import { inHours, openedBreakouts, slotBody } from '../support/breakouts.ts'
import { expectSound, startSite, type Tab } from '../support/browser.ts'
import { begun, published } from '../support/findings.ts'
import { pattern, picture, Stage, wordsOf } from '../support/journey.ts'
import { openConsultation } from '../support/lists.ts'

// Seven windows, and axe in each at every state.
vi.setConfig({ testTimeout: 420_000, hookTimeout: 120_000 })

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'ar' }

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open(startSite())
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

const press = (tab: Pick<Tab, 'getByRole'>, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: true }).click()
const dialogOf = (tab: Tab) => tab.getByRole('dialog')

/** The page as it is now is in order, and is photographed where pictures are wanted. */
async function sound(tab: Tab, what: string) {
  await picture(tab, `retreat ${what}`)
  await expectSound(tab, what)
}

/** So many minutes from now, as staff type it at the place of the retreat. */
function fill(minutes: number): { day: string; time: string } {
  const [day = '', time = ''] = wallTime(new Date(Date.now() + minutes * 60_000), NEW_YORK).split('T')
  return { day, time: time.slice(0, 5) }
}
async function fillTime(place: Pick<Tab, 'getByRole'>, legend: string, minutes: number) {
  const group = place.getByRole('group', { name: legend })
  const { day, time } = fill(minutes)
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Time', { exact: true }).fill(time)
}

/** Presses Tab until what has the focus is called that. */
async function tabTo(tab: Tab, name: string) {
  for (let stop = 0; stop < 100; stop++) {
    await tab.keyboard.press('Tab')
    const at = await tab.evaluate(() => {
      const element = document.activeElement
      const words = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent
      return (words ?? '').trim()
    })
    if (at === name) return
  }
  throw new Error(`Tab never came to ${name}`)
}

const DAY = 1_440
const PARTICIPANTS = ['China', 'Ecuador', 'Egypt', 'Fiji', 'Ghana', 'Kazakhstan', 'Norway', 'Senegal']
const POINTS = ['Decisions should be taken closer to delivery.', 'Support should be measured by what arrives.']
const IDEA = 'Let those decide who deliver.'
const DISSENT = 'لا نتفق مع النقطة الثانية.'
const TOGETHER = ['Egypt', 'Ghana', 'Norway']

/** A consultation with two findings published, and one that is not. */
async function withFindings() {
  const { staff, irt } = stage.people
  const { id: consultationId } = await openConsultation(stage.site)
  for (const [title, arabic] of [
    ['Services are slow and do not respond to need', 'الخدمات بطيئة ولا تستجيب للحاجة'],
    ['Decisions are taken far from delivery', 'القرارات تُتخذ بعيدا عن التنفيذ'],
  ]) {
    const draft = await begun(irt, consultationId, {
      title: { en: title!, ar: arabic! },
      texts: { en: blocksOf('Support reaches missions late.'), ar: blocksOf('يصل الدعم إلى البعثات متأخرا.') },
    })
    await published(staff, draft)
  }
  return staff.does(readConsultation, { params: { consultationId } })
}

test('[M10] a retreat from its first plan to its last report', async () => {
  const { id: consultationId } = await withFindings()
  const ar: Record<string, string> = {
    ...(await wordsOf('retreat-delegate', 'ar')),
    ...(await wordsOf('breakout', 'ar')),
  }
  const fr: Record<string, string> = { ...(await wordsOf('podium', 'fr')), ...(await wordsOf('record', 'fr')) }

  // Staff prepare it. Nothing filled in: what is missing is said, and nothing typed is lost.
  const staff = await stage.at('staff', `/consultations/${consultationId}`)
  await staff.getByText('No retreat has been prepared yet.').waitFor()
  await staff.getByRole('link', { name: 'Prepare a retreat' }).click()
  await staff.getByRole('heading', { level: 1, name: 'Prepare a retreat' }).waitFor()
  await staff.getByLabel('Place', { exact: false }).first().fill('Glen Cove')
  await press(staff, 'Save')
  await staff.getByRole('alert').getByText('There are 3 things to correct').waitFor()
  await sound(staff, 'form refused')
  await staff.getByRole('textbox', { name: 'Title', exact: true }).fill('Informal retreat on management reform')
  await fillTime(staff, 'Feedback opens', -DAY)
  await fillTime(staff, 'Feedback closes', 5 * DAY)
  await press(staff, 'Add all 2 findings')
  for (const name of PARTICIPANTS) {
    await staff.getByLabel('Find a delegation').fill(name)
    await staff.getByRole('checkbox', { name, exact: true }).check()
  }
  await press(staff, 'Save')
  await staff.getByRole('heading', { level: 1, name: 'Informal retreat on management reform' }).waitFor()
  await sound(staff, 'empty programme')

  // The programme: groups first, then the plenary to which they report, which begins where they end.
  await press(staff, 'Add a part')
  const adding = dialogOf(staff)
  await adding.getByRole('radio', { name: /^Breakout groups/ }).check()
  await adding.getByRole('textbox', { name: 'Title of this part' }).fill('Groups')
  await fillTime(adding, 'Begins', 5)
  await adding.getByLabel('Duration in minutes').fill('60')
  await sound(staff, 'adding a part')
  await press(adding, 'Save this part')
  await press(staff, 'Add a part')
  await adding.getByRole('textbox', { name: 'Title of this part' }).fill('Back in plenary')
  await press(adding, 'Save this part')
  await staff.getByRole('link', { name: 'Back in plenary', exact: true }).waitFor()

  await staff.getByRole('link', { name: 'Groups', exact: true }).click()
  await staff.getByText('There is no group here yet.').waitFor()
  await press(staff, 'Add groups')
  await adding.getByLabel('Number of groups').fill('2')
  await adding.getByRole('textbox', { name: 'Title', exact: true }).fill('Group')
  await adding.getByLabel('Attribution').selectOption('Attributed')
  await adding.getByRole('checkbox', { name: 'Français' }).check()
  await adding.getByRole('combobox', { name: /^Moderator/ }).fill('Internal Review')
  await staff.keyboard.press('Enter')
  await adding.getByRole('combobox', { name: /^Rapporteur/ }).fill('Second')
  await staff.keyboard.press('Enter')
  await sound(staff, 'adding groups')
  await press(adding, 'Add groups')
  await staff.getByText('2 groups have been added.').waitFor()

  // A mix of regional groups, looked at with its balance before it is kept, taken back, and kept.
  await press(staff, 'Mix the regional groups')
  const preview = dialogOf(staff)
  await preview.getByRole('table', { name: 'Regional groups in each group' }).waitFor()
  await sound(staff, 'preview of a mix')
  await press(preview, 'Draw anew')
  await press(preview, 'Keep these groups')
  await staff.getByText('The groups have been put together.').waitFor()
  await press(staff, 'Undo')
  await staff.getByRole('region', { name: 'Without a place 8' }).waitFor()
  await press(staff, 'Mix the regional groups')
  await press(preview, 'Keep these groups')
  await staff.getByRole('region', { name: 'Without a place 0' }).waitFor()
  await sound(staff, 'groups put together')

  // By hand and by keyboard: three that shall meet go into group 1.
  await staff.getByLabel('Find a delegation').focus()
  for (const name of TOGETHER) {
    await tabTo(staff, name)
    await staff.keyboard.press('Space')
  }
  await staff.keyboard.press('1')
  await staff.getByText('3 delegations moved: 1. Group 1').waitFor()
  for (const name of TOGETHER)
    await staff
      .getByRole('region', { name: /^1\. Group 1/ })
      .getByText(name, { exact: true })
      .waitFor()

  // Who is told what is seen first; before the retreat is announced nobody can be told of a group.
  await staff.getByText('Participants can be told once the retreat has been announced.').waitFor()
  const phone = await stage.at('headEgypt', '/', PHONE)
  await staff.getByRole('link', { name: /^Informal retreat on management reform/ }).click()
  await press(staff, 'Announce the retreat')
  await dialogOf(staff).getByText('Who is told').click()
  await dialogOf(staff).getByText('China, Ecuador, Egypt, Fiji, Ghana, Kazakhstan, Norway, Senegal').waitFor()
  await sound(staff, 'announcing')
  await press(dialogOf(staff), 'Announce the retreat')
  await staff.getByText('The retreat has been announced.').waitFor()
  await sound(staff, 'announced')
  await phone.getByRole('link', { name: 'Informal retreat on management reform' }).first().waitFor()
  await sound(phone, 'home of a participant')

  await staff.getByRole('link', { name: 'Groups', exact: true }).click()
  await press(staff, 'Tell the participants')
  await dialogOf(staff).getByText('8 delegations are told by e-mail').waitFor()
  await sound(staff, 'telling the groups')
  await press(dialogOf(staff), 'Tell the participants')
  await staff.getByText('8 delegations have been told.').waitFor()
  await staff.getByRole('link', { name: /^Informal retreat on management reform/ }).click()
  await staff.getByRole('link', { name: 'Back in plenary', exact: true }).click()
  await press(staff, 'Tell the participants')
  await press(dialogOf(staff), 'Tell the participants')
  // That it was told may still stand there from the first time.
  await dialogOf(staff).waitFor({ state: 'detached' })
  await staff.getByText('8 delegations have been told.').waitFor()
  await sound(staff, 'a plenary told')

  // The delegate finds the group; another declines it with a note, and staff see who and why, and give it another place.
  await phone.getByRole('link', { name: 'Informal retreat on management reform' }).first().click()
  await phone.getByText(pattern(ar.your_group)).waitFor()
  await sound(phone, 'programme of a participant')
  const desk = await stage.at('headNorway', '/')
  await desk.getByRole('link', { name: 'Informal retreat on management reform' }).first().click()
  await press(desk, /^Decline this group/)
  await dialogOf(desk)
    .getByLabel(/^A note to the Secretariat/)
    .fill('The second group would suit us better.')
  await press(dialogOf(desk), 'Decline this group')
  await desk.getByText('Your delegation has declined: Group 1').first().waitFor()
  await sound(desk, 'declined')

  await staff.getByRole('link', { name: /^Informal retreat on management reform/ }).click()
  await staff.getByText('1 declined').waitFor()
  await staff.getByRole('link', { name: 'Groups', exact: true }).click()
  await staff.getByText('The second group would suit us better.').waitFor()
  await sound(staff, 'who declined')
  await staff.getByRole('checkbox', { name: 'Norway' }).check()
  await staff.getByLabel('Move to').selectOption('2. Group 2')
  await press(staff, 'Move 1')
  await staff
    .getByRole('region', { name: /^2\. Group 2/ })
    .getByText('Norway', { exact: true })
    .waitFor()
  await desk.getByText('Your group: 2. Group 2').waitFor()

  // On the day: all groups are opened, and everybody is in their room.
  const retreatId = new URL(staff.url()).pathname.split('/')[2] ?? ''
  const { slots } = await stage.people.staff.does(readRetreat, { params: { retreatId } })
  const roomOf = (number: number) => `/sessions/${slots[0]!.sessions[number - 1]!.sessionId}/room`
  await staff.getByRole('link', { name: 'Follow and lead' }).click()
  await staff.getByRole('heading', { level: 2, name: '1. Group 1' }).waitFor()
  await sound(staff, 'running page before')
  await press(staff, 'Open all groups')
  await staff.getByText('All groups are open.').waitFor()
  // One after the other: five pages that begin at once starve one another on two cores.
  const ghana = await stage.at('headGhana', roomOf(1))
  const reporter = await stage.at('secondStaff', roomOf(1), { locale: 'fr' })
  const moderator = await stage.at('irt', roomOf(1))
  await desk.goto(roomOf(2))
  await phone.goto(roomOf(1))
  await moderator.getByText('Group 1').first().waitFor()
  await sound(ghana, 'room of a group')
  await sound(moderator, 'room for who moderates')
  await sound(phone, 'room on a phone')

  // One group calls, all are given more time and are told something.
  await press(desk, 'Call the chair')
  await dialogOf(desk).getByRole('textbox').fill('We need five minutes more on the second finding.')
  await press(dialogOf(desk), 'Call the chair')
  await staff.getByText('We need five minutes more on the second finding.').waitFor()
  await sound(staff, 'running page with a call')
  const ends = (tab: Tab) => tab.getByRole('timer').innerText()
  const before = await Promise.all([ghana, desk].map(ends))
  await press(staff, '+10 min')
  await dialogOf(staff).getByText('Back in plenary').waitFor()
  await sound(staff, 'what follows would begin later')
  await press(dialogOf(staff), 'Give 10 minutes more, and begin what follows later')
  await staff.getByText('All groups have 10 minutes more.').waitFor()
  await expect.poll(async () => (await ends(ghana)) !== before[0] && (await ends(desk)) !== before[1]).toBe(true)
  await press(staff, 'Answered: Group 2')
  await expect.poll(() => staff.getByText('We need five minutes more').count()).toBe(0)
  await press(staff, 'Message to all groups')
  await dialogOf(staff).getByLabel('Message', { exact: true }).fill('Coffee is served outside at eleven.')
  await sound(staff, 'message to all')
  await press(dialogOf(staff), 'Send to all groups')
  for (const tab of [ghana, desk, phone, moderator, reporter])
    await tab.getByText('Coffee is served outside at eleven.').first().waitFor()
  await press(staff, 'Move a delegation')
  await dialogOf(staff).getByRole('combobox', { name: 'Delegation' }).fill('Senegal')
  await staff.keyboard.press('Enter')
  const sits = (
    await dialogOf(staff)
      .getByText(/^Now in:/)
      .innerText()
  ).includes('Group 1')
  await dialogOf(staff)
    .getByLabel('Move to')
    .selectOption(sits ? '2. Group 2' : '1. Group 1')
  await sound(staff, 'moving one')
  await press(dialogOf(staff), 'Move it')
  await staff.getByText(/^Senegal is now in/).waitFor()
  await press(staff, 'Undo')
  await expect.poll(() => staff.getByText(/^Senegal is now in/).count()).toBe(0)

  // The member of the Review Team who moderates opens the board; two write, and all see it.
  await press(moderator, 'Take up item 1')
  await press(moderator, 'Open for silent writing')
  await ghana.getByLabel(/^Your idea/).fill(IDEA)
  await press(ghana, 'Write the idea')
  await ghana.getByText('The idea has been written.').first().waitFor()
  await staff.getByText('silent writing').waitFor()
  await press(moderator, 'Reveal the ideas')
  await phone.getByText(IDEA).first().waitFor()

  // The rapporteur, who works in French, drafts points and puts them to the group; one signs, one dissents.
  for (const text of POINTS) {
    await press(reporter, (fr.add_point_to ?? '').replace('{number}', '1'))
    await reporter.getByLabel(fr.point_text ?? '', { exact: true }).fill(text)
    await reporter.getByText('Sur quoi il repose').click()
    await reporter.getByRole('checkbox', { name: IDEA }).check()
    await press(reporter, fr.save_point ?? '')
    await reporter.getByText(text).first().waitFor()
  }
  await sound(reporter, 'points drafted')
  await press(reporter, fr.put_to_group ?? '')
  await ghana.getByText('The rapporteur has put the points of this group to you').waitFor()
  await ghana.getByRole('radio', { name: /^Signs/ }).check()
  await sound(ghana, 'points to sign')
  await press(ghana, 'Sign')
  await ghana.getByText('Ghana has signed.').first().waitFor()
  await phone.getByRole('radio', { name: pattern(ar.dissents_from_points) }).check()
  await phone.getByLabel(ar.dissent_in_words ?? '').fill(DISSENT)
  await sound(phone, 'dissent')
  await press(phone, ar.note_dissent ?? '')
  await reporter.getByText(DISSENT).waitFor()
  await staff.getByText('put to the group (2)').waitFor()
  await sound(staff, 'running page with points')
  await press(reporter, fr.end_signing ?? '')
  await sound(reporter, 'ending the signing')
  await press(dialogOf(reporter), fr.end_signing ?? '')
  await staff.getByText('signed (2)').waitFor()

  // Group 2 has nothing to bring and says why; then all are closed, and nothing is lost.
  await press(staff, 'Close all groups')
  await dialogOf(staff).getByText('1 group has neither signed points nor said why:').waitFor()
  await sound(staff, 'closing all')
  await press(dialogOf(staff), 'Not yet')
  await reporter.goto(roomOf(2))
  await press(reporter, fr.end_without_points ?? '')
  await dialogOf(reporter).getByRole('textbox').fill('Le groupe n’est pas parvenu à des points communs.')
  await press(dialogOf(reporter), fr.end_without_points ?? '')
  await staff.getByText('ended without points').waitFor()
  await press(staff, 'Close all groups')
  await press(dialogOf(staff), 'Close all groups')
  await staff.getByText('Ended').first().waitFor()
  await ghana.getByText(POINTS[0]!).first().waitFor()
  await sound(staff, 'running page after')

  // Back in plenary: the group has its place on the list of speakers, and its points are at hand there.
  await staff.getByRole('link', { name: /^Informal retreat on management reform/ }).click()
  await staff.getByRole('link', { name: 'Follow and lead Back in plenary' }).click()
  await press(staff, 'Open the meeting')
  await staff.getByText('The meeting is open.').waitFor()
  await sound(staff, 'plenary running')
  const plenary = `/sessions/${slots[1]!.sessions[0]!.sessionId}/room`
  await ghana.goto(plenary)
  await phone.goto(plenary)
  await press(staff, 'Bring to the plenary: Group 1')
  await staff.getByText('On the plenary’s list of speakers: Group 1').waitFor()
  await ghana.getByRole('heading', { name: 'What the groups bring back' }).waitFor()
  await ghana.getByText(POINTS[0]!).first().waitFor()
  await phone.getByText(POINTS[1]!).first().waitFor()
  await sound(ghana, 'plenary with a report')
  await sound(phone, 'plenary with a report on a phone')

  // The retreat ends; its programme stands as it was.
  await press(staff, 'Close the meeting')
  await press(dialogOf(staff), 'Close the meeting')
  await staff.getByText('Ended').first().waitFor()
  await staff.getByRole('link', { name: /^Informal retreat on management reform/ }).click()
  await press(staff, 'End the retreat')
  await sound(staff, 'ending')
  await press(dialogOf(staff), 'End the retreat')
  await staff.getByText('· Ended').waitFor()
  await sound(staff, 'ended')
  await ghana.goto(`/retreats/${retreatId}`)
  await ghana.getByText('What this group brought back: Group 1').click()
  await ghana.getByText(DISSENT).waitFor()
  await sound(ghana, 'a participant after')
  stage.expectQuiet()
})

test('groups by choice, drawn, moved and taken back by keyboard, and later the same again; two who plan at once lose nothing', async () => {
  const m = await openedBreakouts(stage.site, { groups: [[], [], []], upTo: 'placed' })
  const { retreatId, people, ids } = m
  await people.staff.does(changeSlot, {
    params: { slotId: m.slotId },
    ifMatch: (await people.staff.does(readRetreat, { params: { retreatId } })).revision,
    body: slotBody(1, 3, inHours(0.5)),
  })
  for (const [who, wish] of [
    [people.headGhana, [1, 0]],
    [people.headNorway, [1]],
    [people.headEgypt, [2]],
  ] as const)
    await who.does(chooseGroups, {
      params: { slotId: m.slotId },
      body: { sessionIds: wish.map((at) => m.groups[at]!.sessionId) },
    })

  // What was chosen is looked at before it is kept: how many got what they wished for, by keyboard alone.
  const staff = await stage.at('staff', `/retreats/${retreatId}/slots/${m.slotId}`, { expected: [/answered 409$/] })
  await staff.getByText(/^Delegations that have sent wishes: 3/).waitFor()
  await tabTo(staff, 'By what delegations chose')
  await staff.keyboard.press('Enter')
  const preview = dialogOf(staff)
  await preview.getByText('Wish 1: 3 delegations').waitFor()
  await tabTo(staff, 'Keep these groups')
  await staff.keyboard.press('Enter')
  await staff.getByText('The groups have been put together.').waitFor()
  await staff.getByText(/^Put together by what delegations chose/).waitFor()
  const inGroup = async (number: number) =>
    (await staff.getByRole('region', { name: new RegExp(`^${number}\\. Group ${number}`) }).innerText()).split('\n')
  expect(await inGroup(2)).toEqual(expect.arrayContaining(['Ghana', 'Norway']))
  await sound(staff, 'groups by choice')

  // A colleague moves somebody meanwhile: it is seen at once, and what was chosen on this page is still chosen.
  await staff.getByRole('checkbox', { name: 'Norway' }).check()
  const now = await people.secondStaff.does(readRetreat, { params: { retreatId } })
  const slot = now.slots.find(({ id }) => id === m.slotId)!
  await people.secondStaff.does(assignGroups, {
    params: { slotId: m.slotId },
    ifMatch: now.revision,
    body: {
      groups: slot.sessions.map(({ sessionId, number, assigned }) => ({
        sessionId,
        delegationIds: [
          ...(assigned ?? []).map(({ delegationId }) => delegationId).filter((id) => id !== ids.GHA),
          ...(number === 1 ? [ids.GHA!] : []),
        ],
      })),
    },
  })
  await expect.poll(() => inGroup(1)).toContain('Ghana')
  expect(await staff.getByRole('checkbox', { name: 'Norway' }).isChecked()).toBe(true)
  await staff.getByRole('checkbox', { name: 'Norway' }).focus()
  await staff.keyboard.press('3')
  await expect.poll(() => inGroup(3)).toContain('Norway')
  // The toast is the last stop of the page.
  await tabTo(staff, 'Undo')
  await staff.keyboard.press('Enter')
  await expect.poll(() => inGroup(2)).toContain('Norway')
  expect(await inGroup(1)).toContain('Ghana')

  // A later part takes the same groups over, by number.
  await staff.goto(`/retreats/${retreatId}`)
  await press(staff, 'Add a part')
  await dialogOf(staff)
    .getByRole('radio', { name: /^Breakout groups/ })
    .check()
  await dialogOf(staff).getByRole('textbox', { name: 'Title of this part' }).fill('The same groups again')
  await press(dialogOf(staff), 'Save this part')
  await staff.getByRole('link', { name: 'The same groups again', exact: true }).click()
  await press(staff, 'Add groups')
  await dialogOf(staff).getByLabel('Number of groups').fill('3')
  await dialogOf(staff).getByRole('textbox', { name: 'Title', exact: true }).fill('Group')
  await press(dialogOf(staff), 'Add groups')
  await staff.getByText('3 groups have been added.').waitFor()
  await press(staff, 'As in that part')
  await dialogOf(staff).getByRole('table').waitFor()
  await press(dialogOf(staff), 'Keep these groups')
  await staff.getByText('Put together as in an earlier part.').waitFor()
  expect(await inGroup(2)).toContain('Norway')

  // Two who edit the retreat at once: the second is told, and keeps what was typed.
  await staff.goto(`/retreats/${retreatId}/edit`)
  await staff.getByRole('textbox', { name: 'Place' }).fill('Manhasset, New York')
  const before = await people.secondStaff.does(readRetreat, { params: { retreatId } })
  await people.secondStaff.does(changeRetreat, {
    params: { retreatId },
    ifMatch: before.revision,
    body: {
      title: { en: 'Informal retreat, second day' },
      zone: before.zone,
      participantIds: before.participantIds ?? [],
      feedbackOpensAt: before.feedbackOpensAt,
      feedbackClosesAt: before.feedbackClosesAt,
      attributionOffered: before.attributionOffered,
    },
  })
  await press(staff, 'Save')
  await staff.getByText('A colleague has changed this retreat meanwhile').waitFor()
  expect(await staff.getByRole('textbox', { name: 'Place' }).inputValue()).toBe('Manhasset, New York')
  await sound(staff, 'changed meanwhile')
  await press(staff, 'Take the other version')
  await expect
    .poll(() => staff.getByRole('textbox', { name: 'Title', exact: true }).inputValue())
    .toBe('Informal retreat, second day')
  await staff.getByRole('textbox', { name: 'Place' }).fill('Manhasset, New York')
  await press(staff, 'Save')
  await staff.getByText('The retreat has been saved.').waitFor()
  await staff.getByText('Manhasset, New York').waitFor()
  stage.expectQuiet()
})

test('[M10] on the day also in Arabic on a phone: every page of the staff', async () => {
  const m = await openedBreakouts(stage.site)
  const ar = { ...(await wordsOf('retreat', 'ar')), ...(await wordsOf('staff', 'ar')) } as Record<string, string>
  await stage.site.sql("update people set language = 'ar' where email = $1", [m.people.secondStaff.who.email])
  const staff = await stage.at('secondStaff', `/retreats/${m.retreatId}/slots/${m.slotId}/running`, PHONE)
  await staff
    .getByText(ar.group_meets ?? '', { exact: true })
    .first()
    .waitFor()
  await sound(staff, 'running page in Arabic')
  await press(staff, ar.message_all ?? '')
  await sound(staff, 'message in Arabic')
  await staff.keyboard.press('Escape')
  await press(staff, ar.move_delegation ?? '')
  await sound(staff, 'moving in Arabic')
  await staff.goto(`/retreats/${m.retreatId}`)
  await staff.getByText(ar.slot_meeting ?? '').waitFor()
  await sound(staff, 'plan in Arabic')
  await staff.goto(`/retreats/${m.retreatId}/slots/${m.slotId}`)
  await staff.getByText(ar.assign_hint_told ?? '').waitFor()
  await sound(staff, 'groups in Arabic')
  await staff.goto(`/retreats/${m.retreatId}/edit`)
  await staff.getByText(ar.changes_of_retreat_are_told ?? '').waitFor()
  await sound(staff, 'form in Arabic')
  stage.expectQuiet()
})
