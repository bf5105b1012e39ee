import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { addNote } from '../../shared/records.ts'
import {
  answerCall,
  bringToPlenary,
  changeSlot,
  closeSignatures,
  extendGroups,
  giveUpPoints,
  messageGroups,
  moveGroups,
  moveToGroup,
  tellGroups,
} from '../../shared/retreats.ts'
import { addScreen, readSession } from '../../shared/sessions.ts'
import {
  type Breakouts,
  command,
  drafts,
  groupIn,
  ideaIn,
  inHours,
  openedBreakouts,
  puts,
  type Room,
  readOf,
  signs,
  slotOf,
} from '../support/breakouts.ts'
import { startSite, type Tab } from '../support/browser.ts'
import { expectStateSound, pattern, Stage, wordsOf } from '../support/journey.ts'
import { gives } from '../support/retreats.ts'
import { giveRoles } from '../support/sessions.ts'

// Five windows, and axe in each at every state.
vi.setConfig({ testTimeout: 420_000, hookTimeout: 120_000 })

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'ar' }
const HALL = { viewport: { width: 1920, height: 1080 } }
const GROUPS = [
  ['GHA', 'EGY'],
  ['NOR', 'KAZ'],
  ['ECU', 'CHN', 'SEN'],
]

let stage: Stage
let ar: (key: string) => string
/** The moderator’s language. */
let fr: Record<string, string>
beforeAll(async () => {
  stage = await Stage.open(startSite())
  const words: Record<string, string> = {
    ...(await wordsOf('breakout', 'ar')),
    ...(await wordsOf('rooms', 'ar')),
    ...(await wordsOf('retreat-delegate', 'ar')),
    ...(await wordsOf('common', 'ar')),
    ...(await wordsOf('refusals', 'ar')),
  }
  ar = (key) => words[key] ?? ''
  fr = await wordsOf('podium', 'fr')
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

const roomOf = ({ sessionId }: { sessionId: string }) => `/sessions/${sessionId}/room`
const press = (tab: Pick<Tab, 'getByRole'>, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: true }).click()
const dialogOf = (tab: Tab) => tab.getByRole('dialog')
/** What is read out to who does not see the page. */
const isRead = (tab: Tab, words: string | RegExp) =>
  tab.locator('[aria-live="polite"], [role="status"]').filter({ hasText: words }).first().waitFor({ state: 'attached' })

const sound = (tabs: Record<string, Tab>, what: string) => expectStateSound('breakout', tabs, what)

/** Groups that meet; the first has a moderator, and a rapporteur of the Review Team. */
async function meeting(wishes: Parameters<typeof openedBreakouts>[1] = {}): Promise<Breakouts> {
  const m = await openedBreakouts(stage.site, { rapporteur: 'irt', groups: GROUPS, ...wishes })
  const { sessionId } = m.groups[0]!
  await giveRoles(await m.chair.does(readSession, { params: { sessionId } }), m.chair, [
    { who: stage.people.secondStaff, role: 'moderator' },
    { who: m.rapporteur, role: 'rapporteur' },
  ])
  return m
}

test('[M10] points are put to a group, signed, dissented from, changed, and signed again', async () => {
  const m = await meeting()
  const [group] = m.groups as [Breakouts['groups'][number]]
  await ideaIn(stage.site, group, 'Delegate procurement to missions')
  const room = roomOf(group)
  const desk = await stage.at('headGhana', room)
  const phone = await stage.at('headEgypt', room, PHONE)
  // A point without a source is refused.
  const pen = await stage.at('irt', room, { expected: [/put answered 409$/] })
  const moderator = await stage.at('secondStaff', room)
  const tabs = { desk, phone, pen, moderator }
  for (const tab of [desk, phone, pen, moderator]) await tab.locator('.group-time').waitFor()
  await sound(tabs, 'begins')

  // The chair is called: everybody in the group sees it, nobody who called, and that one is coming.
  await press(desk, 'Call the chair')
  await dialogOf(desk).getByRole('textbox').fill('We need an interpreter.')
  await sound({ desk }, 'call')
  await press(dialogOf(desk), 'Call the chair')
  await phone.getByText(ar('chair_is_called')).first().waitFor()
  await pen.getByText('The chair of the retreat has been called.').first().waitFor()
  expect(await phone.getByRole('button', { name: ar('call_chair') }).count()).toBe(0)
  const [call] = groupIn(await readOf(m.chair, m), group.sessionId).calls!
  expect(call).toMatchObject({ note: 'We need an interpreter.' })
  await m.chair.does(answerCall, { params: { callId: call!.id }, body: command() })
  for (const tab of [desk, pen]) await tab.getByText('The chair of the retreat heard the call').first().waitFor()
  await phone
    .getByText(pattern(ar('chair_is_coming')))
    .first()
    .waitFor()
  await isRead(desk, 'heard the call at')

  // All groups are told something, and are given more time: each clock at once.
  const message = 'Please bring three points to the plenary.'
  await m.chair.does(messageGroups, { params: { slotId: m.slotId }, body: { ...command(), text: message } })
  for (const tab of Object.values(tabs)) await tab.locator('.retreat-message', { hasText: message }).waitFor()
  await isRead(desk, message)
  const ends = phone.locator('.group-time time')
  const before = await ends.getAttribute('datetime')
  await m.chair.does(extendGroups, {
    params: { slotId: m.slotId },
    body: { ...command(), from: slotOf(await readOf(m.chair, m), m.slotId).endsAt, endsAt: inHours(3.5) },
  })
  for (const tab of Object.values(tabs))
    await expect.poll(() => tab.locator('.group-time time').getAttribute('datetime')).not.toBe(before)
  await sound({ desk, phone }, 'message')

  // The rapporteur writes; a point without a source is not put.
  const points = pen.getByRole('group', { name: 'Points of the group' })
  await press(points, 'Add a point to item 1')
  await points.getByLabel('Text of the point', { exact: true }).fill('Missions buy what they need themselves.')
  await press(points, 'Save the point')
  await press(points, 'Put the points to the group')
  await points.getByRole('alert').waitFor()
  await sound({ pen }, 'point without a source')
  await press(points, 'Edit point 1')
  await points.getByText('What it rests on', { exact: true }).click()
  await points.getByRole('checkbox', { name: /Delegate procurement/ }).check()
  await press(points, 'Save the point')
  await drafts(m.rapporteur, group, 1)
  await points.getByText('Point 1 of the group').waitFor()
  await press(points, 'Put the points to the group')

  // On the phone it is the next thing to do, under the thumb; dissent without words is none.
  const brought = desk.locator('#points-of-group')
  await isRead(desk, 'The rapporteur has put the points of this group to you')
  await phone.getByRole('button', { name: ar('read_and_sign_points') }).click()
  const ownPoints = phone.locator('#points-of-group')
  await ownPoints.getByText('Missions buy what they need themselves.').waitFor()
  await sound({ phone }, 'put')
  await ownPoints.getByRole('radio', { name: ar('dissents_from_points') }).check()
  await press(ownPoints, ar('note_dissent'))
  await ownPoints.getByText(ar('required')).waitFor()
  await ownPoints.getByRole('textbox').fill('لا نوافق على النقطة الأولى.')
  await press(ownPoints, ar('note_dissent'))
  await ownPoints
    .getByText(pattern(ar('dissent_is_noted')))
    .first()
    .waitFor()
  await brought.getByText('لا نوافق على النقطة الأولى.').waitFor()

  // By keyboard alone: from the notice at the top to the points, and signed there.
  await desk.getByRole('link', { name: 'Read and sign them' }).focus()
  await desk.keyboard.press('Enter')
  await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('points-of-group')
  await brought.getByText('Rests on 1 contribution').first().waitFor()
  await desk.keyboard.press('Tab')
  await desk.keyboard.press('Enter')
  await brought.getByText('Delegate procurement to missions').waitFor()
  await brought.getByRole('radio', { name: /^Signs/ }).focus()
  await desk.keyboard.press('Space')
  await desk.keyboard.press('Tab')
  await desk.keyboard.press('Enter')
  await brought.getByText('Ghana has signed.').first().waitFor()
  await pen.locator('#points-of-group').getByText('Signed by 1 delegation').waitFor()
  await sound({ desk, phone, pen }, 'signed and dissented')

  // A changed point takes both back, and both are told so.
  await points.getByText('Write the points', { exact: true }).click()
  await press(points, 'Edit point 1')
  await points.getByLabel('Text of the point', { exact: true }).fill('Missions buy what they need, within limits.')
  await press(points, 'Save the point')
  await brought.getByText('the dissent of Ghana was taken back', { exact: false }).waitFor()
  await isRead(desk, 'the dissent of Ghana was taken back')
  await ownPoints.getByText(pattern(ar('said_is_taken_back'))).waitFor()
  expect(await brought.getByText('Signed by').count()).toBe(0)
  await sound({ desk, phone }, 'taken back')
  await press(points, 'Put the points to the group')
  await brought.getByText('Changed since the points were put last').waitFor()
  await brought.getByRole('radio', { name: /^Signs/ }).check()
  await press(brought, 'Sign')
  await brought.getByText('Ghana has signed.').first().waitFor()
  expect(await brought.getByText('was taken back', { exact: false }).count()).toBe(0)
  // The words of a dissent are still there for who dissents again.
  await ownPoints.getByRole('radio', { name: ar('dissents_from_points') }).check()
  expect(await ownPoints.getByRole('textbox').inputValue()).toBe('لا نوافق على النقطة الأولى.')
  await ownPoints.getByRole('radio', { name: ar('signs_points') }).check()
  await press(ownPoints, ar('sign_points'))
  await ownPoints
    .getByText(pattern(ar('you_have_signed')))
    .first()
    .waitFor()
  await sound({ desk, phone }, 'signed again')

  // The moderator ends the signing, and the points go to the plenary.
  const ending = moderator.getByRole('group', { name: fr.points_of_rapporteur ?? '' })
  await press(ending, fr.end_signing ?? '')
  await dialogOf(moderator).getByText(pattern(fr.signing_so_far)).waitFor()
  await sound({ moderator }, 'ending')
  await press(dialogOf(moderator), fr.end_signing ?? '')
  await brought.getByText(/^Signed,/).waitFor()
  await press(points, 'Bring the points to the plenary')
  await brought.getByText('Brought to the plenary').waitFor()
  await ownPoints.getByText(ar('points_are_before_plenary')).waitFor()
  await sound({ phone, pen, moderator }, 'reported')
  stage.expectQuiet()
})

test('[M10] a delegation is told of the retreat, says by keyboard where it would like to go, and is told its group', async () => {
  const m = await meeting({ upTo: 'placed' })
  const { slotId, retreatId } = m
  const slot = slotOf(await readOf(m.chair, m), slotId)
  await m.chair.does(changeSlot, {
    params: { slotId },
    ifMatch: (await readOf(m.chair, m)).revision,
    body: {
      title: { en: 'Breakout groups' },
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      choiceUntil: inHours(0.75),
    },
  })
  const desk = await stage.at('headGhana', '/')
  const phone = await stage.at('headEgypt', '/', PHONE)
  const card = desk.getByRole('listitem').filter({ hasText: 'Informal retreat' })
  await card.getByText('Choose a group by').waitFor()
  await phone.getByText(pattern(ar('retreat_card_choose'))).waitFor()
  await sound({ desk, phone }, 'home')
  await card.getByRole('link', { name: 'Choose a group' }).click()
  await desk.getByRole('heading', { level: 2, name: 'What is asked of Ghana' }).waitFor()
  const colleague = await stage.at('drafterGhana', `/retreats/${retreatId}`)

  const part = desk.getByRole('region', { name: /^Choose a group/ })
  await part.getByRole('button', { name: 'Wish 1: Group 3' }).focus()
  await desk.keyboard.press('Enter')
  await isRead(desk, 'Group 3: wish 1 of 1')
  // Only what is in the order has a place in it.
  const unranked = part.locator('.group-list > li > p:first-child')
  await expect.poll(() => unranked.allInnerTexts()).toEqual(['Group 1', 'Group 2'])
  await part.getByRole('button', { name: 'Wish 2: Group 2' }).focus()
  await desk.keyboard.press('Enter')
  await part.getByRole('button', { name: 'Move up: Group 2' }).focus()
  await desk.keyboard.press('Enter')
  await isRead(desk, 'Group 2: wish 1 of 2')
  await expect
    .poll(() => desk.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Move up: Group 2')
  await sound({ desk }, 'choosing')
  await part.getByRole('button', { name: 'Send our wishes' }).focus()
  await desk.keyboard.press('Enter')
  await desk.getByText('The wishes of your delegation have been sent.').first().waitFor()
  expect(slotOf(await readOf(stage.people.headGhana, m), slotId).ownChoice).toEqual([
    m.groups[1]!.sessionId,
    m.groups[2]!.sessionId,
  ])
  // A colleague sees it, and the others do not.
  await colleague.getByText('Received. It can be changed until', { exact: false }).waitFor()
  await expect.poll(() => colleague.locator('.wishes li').allInnerTexts()).toHaveLength(2)
  await phone.goto(`/retreats/${retreatId}`)
  await phone.getByText(pattern(ar('choose_until'))).waitFor()
  expect(await phone.locator('.wishes li').count()).toBe(0)
  await sound({ phone, colleague }, 'asked')

  await m.chair.does(tellGroups, { params: { slotId }, body: command() })
  await desk.getByText('Your group: 1. Group 1').waitFor()
  await phone.getByText(pattern(ar('your_group'))).waitFor()
  await isRead(desk, 'The groups of the retreat have been announced.')
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: /^Calendar file/ }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.ics$/)
  await m.chair.does(moveGroups, { params: { slotId }, body: { ...command(), to: 'open' } })
  await desk.getByText('Meeting now: Group 1').waitFor()
  await sound({ desk, phone }, 'told')
  await desk.getByRole('link', { name: 'Enter the room' }).first().click()
  await desk.locator('.group-time').waitFor()
  stage.expectQuiet()
})

test('[M10] whoever is moved while the groups meet is shown where to, and a group without points says why', async () => {
  const m = await meeting()
  const [first, second] = m.groups as [Breakouts['groups'][number], Breakouts['groups'][number]]
  // The old room is shut to it.
  const phone = await stage.at('headEgypt', roomOf(first), { ...PHONE, expected: [/room answered 404$/] })
  await phone.locator('.group-time').waitFor()
  await m.chair.does(moveToGroup, {
    params: { slotId: m.slotId },
    body: { ...command(), delegationId: m.ids.EGY!, from: first.sessionId, to: second.sessionId },
  })
  await phone.getByRole('heading', { level: 1, name: ar('moved_away') }).waitFor()
  await phone.getByText(pattern(ar('moved_to_group'))).waitFor()
  await sound({ phone }, 'moved')
  await phone.getByRole('link', { name: ar('to_own_group') }).click()
  await phone.waitForURL(`**${roomOf(second)}`)
  await phone.locator('.group-time').waitFor()

  const pen = await stage.at('irt', roomOf(second))
  const points = pen.getByRole('group', { name: 'Points of the group' })
  await press(points, 'End without points')
  await press(dialogOf(pen), 'End without points')
  await dialogOf(pen).getByText('Please fill this in.').waitFor()
  await dialogOf(pen).getByRole('textbox').fill('Views were too far apart.')
  await press(dialogOf(pen), 'End without points')
  await phone.getByText(ar('ended_without_points')).waitFor()
  await phone.getByText('Views were too far apart.').waitFor()
  await sound({ phone, pen }, 'without points')
  stage.expectQuiet()
})

test('[M10] what groups bring back has its slot in the plenary, and is read from the back of the hall', async () => {
  const m = await meeting()
  const [first] = m.groups as [Breakouts['groups'][number]]
  const texts = [
    'Missions need authority over small purchases, with reporting after the fact rather than approval before it.',
    'Recruitment takes too long: delegations would like a ceiling in days, and to be told where it is not kept.',
    'Services should be measured by who receives them.',
  ]
  await ideaIn(stage.site, first)
  const source = await ideaIn(stage.site, first, 'Who receives a service says how good it is')
  for (const text of texts)
    await m.rapporteur.does(addNote, {
      params: { itemId: first.itemId },
      body: { ...command(), text, sources: [{ kind: 'idea', id: source }] },
    })
  const { digest } = await puts(m.rapporteur, first)
  await signs(stage.people.headGhana, first, digest!)
  await signs(stage.people.headEgypt, first, digest!, 'We would not name a ceiling.')
  await m.chair.does(moveGroups, { params: { slotId: m.plenarySlotId }, body: { ...command(), to: 'open' } })
  const { path } = await m.chair.does(addScreen, {
    params: { sessionId: m.plenary.sessionId },
    body: command(),
  })
  const hall = await stage.stranger(HALL)
  await hall.goto(path)
  const chair = await stage.at('staff', roomOf(m.plenary))
  const phone = await stage.at('headEgypt', roomOf(m.plenary), PHONE)
  const params = { sessionId: first.sessionId }
  await m.rapporteur.does(closeSignatures, { params, body: { ...command(), digest: digest! } })
  await m.rapporteur.does(bringToPlenary, { params, body: command() })
  const floor = chair.locator('.floor')
  await floor.getByText('Report of a breakout group').waitFor()
  await chair.getByRole('heading', { name: 'What the groups bring back' }).waitFor()
  await phone.getByText(ar('reports_of_groups')).waitFor()
  await press(chair, 'Show the report on the plenary screen')
  await hall.getByText(texts[2]!).waitFor()
  await hall.getByText('1 delegation notes dissent').waitFor()
  const smallest = await hall.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.screen-report *')]
        .filter((one) => one.textContent)
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ),
  )
  // Four hundredths of the height, as everything on this screen.
  expect(smallest).toBeGreaterThanOrEqual(43)
  await sound({ chair, phone, hall }, 'plenary')
  stage.expectQuiet()
})

test('a delegation finds its meetings with the consultation, and is told when it has said all; the Review Team finds its rooms', async () => {
  const m = await meeting()
  const { headGhana, headEgypt } = stage.people
  const [first, second, third] = m.groups as [Room, Room, Room]
  const desk = await stage.at('headGhana', `/consultations/${m.consultationId}`)
  const phone = await stage.at('headEgypt', `/consultations/${m.consultationId}`, PHONE)
  // Its group and the plenary stand under the retreat, and not among the other sessions: so they do for staff.
  const meetings = desk.getByRole('region', { name: 'Retreat' })
  await meetings.getByRole('link', { name: 'Group 1' }).waitFor()
  await meetings.getByText('The session is open now.').waitFor()
  expect(await meetings.getByRole('link').allInnerTexts()).toEqual(['Informal retreat', 'Group 1', 'Plenary'])
  await desk.getByText('Your delegation has not been invited to a session of this consultation.').waitFor()
  await sound({ desk, phone }, 'consultation')
  const staff = await stage.at('staff', `/consultations/${m.consultationId}`)
  const within = staff.getByText('4 sessions of the retreat')
  await within.press('Enter')
  await staff.getByRole('link', { name: 'Group 3' }).waitFor()
  expect(await staff.getByRole('region', { name: 'Sessions' }).getByRole('link', { name: 'Group 3' }).count()).toBe(0)
  await sound({ staff }, 'consultation of staff')
  await meetings.getByRole('link', { name: 'Informal retreat' }).click()

  // What is asked follows what was said.
  const asked = desk.getByRole('region', { name: 'What is asked of Ghana' })
  await asked.getByRole('link', { name: 'Give feedback on the findings' }).waitFor()
  await gives(headGhana, m, m.findings[0]!.versionId, { stance: 'support' })
  await asked.getByText(/^1 of 2 findings spoken to\./).waitFor()
  await gives(headGhana, m, m.findings[1]!.versionId, { stance: 'support' })
  await asked.getByText(/^Your delegation has spoken to all findings\. What it said can be changed until/).waitFor()
  for (const { versionId } of m.findings) await gives(headEgypt, m, versionId, { stance: 'support' })
  await phone.goto(`/retreats/${m.retreatId}`)
  await phone.getByText(pattern(ar('asked_all_spoken'))).waitFor()
  // Nor does the first page ask anybody to read what it has spoken to.
  const home = await stage.at('headGhana', '/')
  // The tests before this one had retreats of their own.
  const card = home.getByRole('listitem').filter({ has: home.locator(`a[href$="/retreats/${m.retreatId}"]`) })
  await card.getByRole('link', { name: 'Informal retreat' }).waitFor()
  expect(await card.getByText('beforehand', { exact: false }).count()).toBe(0)

  // Every group, and the way into those in which it has a part; of no delegation anything is said.
  const irt = await stage.at('irt', `/retreats/${m.retreatId}`)
  await irt.getByText('Meeting now: Group 1').waitFor()
  const ways = irt.getByRole('list').getByRole('link', { name: 'Enter the room' })
  await expect.poll(() => ways.count()).toBe(3)
  expect(await irt.getByText('Your delegation', { exact: false }).count()).toBe(0)
  for (const name of ['Feedback on the findings', 'Where views converge'])
    await irt.getByRole('link', { name }).waitFor()
  await sound({ desk, phone, irt }, 'retreat')

  // Why a group ended without points is read where it was placed, once it has ended.
  for (const { sessionId } of [first, second, third])
    await m.rapporteur.does(giveUpPoints, {
      params: { sessionId },
      body: { ...command(), reason: 'Views were too far apart.' },
    })
  await m.chair.does(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'closed' } })
  await desk.getByText('The group ended without points. It gave this reason:').waitFor()
  expect(await desk.getByText('Views were too far apart.').count()).toBe(1)
  await phone.getByText(ar('group_without_points')).waitFor()
  await expect.poll(() => irt.getByText('Views were too far apart.').count()).toBe(3)
  await sound({ desk, phone, irt }, 'ended')
  await irt.getByRole('link', { name: 'Where views converge' }).click()
  await irt.getByRole('heading', { level: 1, name: 'Where views converge' }).waitFor()
  stage.expectQuiet()
})
