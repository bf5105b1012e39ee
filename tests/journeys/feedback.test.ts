import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { FEEDBACK_STANCES } from '../../shared/rules/feedback.ts'
import { expectSound, startSite, type Tab } from '../support/browser.ts'
import { picture, Stage } from '../support/journey.ts'
import { type OpenedRetreat, openedRetreat, revised, said } from '../support/retreats.ts'

// Several windows, and axe in each at every state.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open(startSite())
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

const press = (tab: Pick<Tab, 'getByRole'>, name: string) => tab.getByRole('button', { name, exact: true }).click()
const reasons = (tab: Tab) => tab.getByRole('textbox', { name: 'Reasons and remarks' })
const heading = (tab: Tab, name: string | RegExp) => tab.getByRole('heading', { name })

async function sound(tab: Tab, what: string) {
  await picture(tab, `feedback ${what}`)
  await expectSound(tab, what)
}

/** What every other Member State says to a version, by name: support in most, and enough of the rest in each regional group. */
async function othersSay(retreat: OpenedRetreat, versionId: string) {
  const members = await stage.site.sql<{ id: string }>(
    "select id from delegations where kind = 'member' and code not in ('GHA', 'ECU') order by regional_group, code",
  )
  const stanceOf = (at: number) => (at % 5 < 3 ? 'support' : FEEDBACK_STANCES[at % 6]!)
  const at = new Date(Date.now() - 60_000)
  const rows = members.map(({ id }, place) => ({
    versionId,
    delegationId: id,
    groupId: null,
    roster: [],
    stance: stanceOf(place),
    named: true,
    at,
  }))
  await said(stage.site, retreat, rows)
}

test('a drafter proposes other words, loses none when the finding is revised, and reads where views converge once staff show it', async () => {
  const retreat = await openedRetreat(stage.site, { delegations: 'all' })
  const [first, second] = retreat.findings
  await othersSay(retreat, first!.versionId)
  const { staff: office } = stage.people
  const base = `/retreats/${retreat.retreatId}`
  const [drafter, staff] = await Promise.all([
    stage.at('drafterGhana', `${base}/feedback`, { expected: [/answered 409$/] }),
    stage.at('staff', `${base}/feedback/${first!.findingId}?delegation=${retreat.ids.GHA}`),
  ])

  await drafter.getByText('Given on 0 of 2 findings.').waitFor()
  await sound(drafter, 'desk')
  await drafter.getByRole('link', { name: 'Go to finding 1' }).click()
  await heading(drafter, 'Feedback of Ghana').waitFor()
  // A concern without a reason is not sent; the error stands at its field.
  await drafter.getByRole('radio', { name: 'Concern' }).check()
  await press(drafter, 'Give it for Ghana')
  await drafter.getByRole('alert').getByRole('link', { name: 'Reasons and remarks' }).waitFor()
  await press(drafter, 'Propose other words for paragraph 2')
  const other = drafter.getByRole('textbox', { name: 'Other words for paragraph 2' })
  await other.fill('The rules were made for another time.')
  await drafter.locator('ins', { hasText: 'another' }).waitFor()
  await drafter.getByRole('radio', { name: 'Support with a change' }).check()
  await reasons(drafter).fill('Support has to reach the field in time.')
  await sound(drafter, 'writing')
  // What is typed outlives the page.
  await drafter.reload()
  expect(await drafter.getByRole('textbox', { name: 'Other words for paragraph 2' }).inputValue()).toBe(
    'The rules were made for another time.',
  )
  await press(drafter, 'Give it for Ghana')
  await drafter.getByText('It has been given').waitFor()
  await staff.getByRole('article', { name: 'Ghana' }).getByText('Support has to reach the field in time.').waitFor()
  await staff.getByRole('article', { name: 'Ghana' }).locator('ins', { hasText: 'another' }).waitFor()
  await sound(staff, 'as it comes in')

  // Written on while a new version is published: the page learns of it by the refusal, for its own news is held back here.
  await press(drafter, 'Change what was given')
  await reasons(drafter).fill('Support has to reach the field in time, and to stay.')
  const held = Promise.withResolvers<void>()
  await drafter.route('**/api/retreats/*/feedback', async (route) => {
    await held.promise
    await route.continue()
  })
  const next = await revised(office, first!)
  await othersSay(retreat, next.versionId)
  await press(drafter, 'Give it for Ghana')
  await drafter.getByRole('alert').waitFor()
  held.resolve()
  await heading(drafter, 'Version 2 has been published since you began').waitFor()
  await drafter.getByText('Support has to reach the field in time, and to stay.').first().waitFor()
  await sound(drafter, 'superseded')
  await press(drafter, 'Take my words to version 2')
  await drafter.getByText('Words you proposed are for a paragraph that reads differently now').waitFor()
  await press(drafter, 'Propose them here')
  await sound(drafter, 'taken over')
  await press(drafter, 'Give it for Ghana')
  await drafter.getByText('It has been given').waitFor()
  await staff.getByText('Support has to reach the field in time, and to stay.').waitFor()
  await drafter.unroute('**/api/retreats/*/feedback')

  // A group speaks in its name: beside its own words, and the head may go along.
  const { id: groupId } = (await stage.site.sql<{ id: string }>("select id from groups where key = 'g77'"))[0]!
  await stage.site.sql("update people set language = 'en' where email = $1", [stage.people.headEcuador.who.email])
  const speaking = `${base}/feedback/${first!.findingId}?for=${groupId}`
  const speaker = await stage.at('headEcuador', speaking, { expected: [/answered 409$/] })
  await heading(speaker, 'Feedback of Group of 77 and China').waitFor()
  await speaker.getByRole('radio', { name: /^Support(?! with)/ }).check()
  await speaker.locator('summary', { hasText: 'Members for whom it does not speak' }).click()
  await speaker.getByRole('checkbox', { name: 'Egypt' }).check()
  await speaker.locator('summary', { hasText: 'States that join the statement' }).click()
  await speaker.getByRole('checkbox', { name: 'Norway' }).check()
  await sound(speaker, 'for a group')
  await speaker.getByRole('button', { name: /^Give it for/ }).click()
  await speaker.getByText('It has been given').waitFor()
  const roster = await stage.site.sql<{ egypt: boolean; norway: boolean }>(
    `select $3::uuid = any (roster) as egypt, $4::uuid = any (roster) as norway from feedback_sources
     where finding_version_id = $1 and group_id = $2`,
    [next.versionId, groupId, retreat.ids.EGY, retreat.ids.NOR],
  )
  expect(roster).toEqual([{ egypt: false, norway: true }])
  const head = await stage.at('headGhana', `${base}/feedback/${first!.findingId}`)
  await head
    .getByRole('article', { name: /Group of 77/ })
    .getByText('Support', { exact: true })
    .waitFor()
  await press(head, 'Associate ourselves')
  await head.getByText('Your delegation has associated itself with these words.').waitFor()
  await sound(head, 'in our name')
  // It differs after all, from one paragraph: the finding says so right under it, to everybody, and in the reader's language.
  await press(head, 'Differ')
  const differing = head.getByRole('dialog')
  await differing.getByRole('textbox', { name: 'The reason' }).fill('Our capital has not looked at it.')
  await differing.getByRole('checkbox', { name: 'Paragraph 2' }).press('Space')
  // The group spoke openly, and so does who differs from it.
  await differing.getByText('All who take part in the retreat').waitFor()
  await sound(head, 'differing from a paragraph')
  await press(differing, 'Say that we differ')
  await head.getByText('Your delegation differs from these words.').waitFor()
  const reader = await stage.at('headNorway', `/finding-versions/${next.versionId}`)
  await reader
    .getByText('version 2.', { exact: false })
    .locator('xpath=following-sibling::ul[1]')
    .getByText('Dissociates itself from this paragraph: Ghana')
    .waitFor()
  await sound(reader, 'dissociated paragraph')

  // Two members at once: both stand beside each other.
  await press(drafter, 'Change what was given')
  await press(head, 'Change what was given')
  await reasons(head).fill('Words of the head.')
  await press(head, 'Give it for Ghana')
  await head.getByText('It has been given').waitFor()
  await heading(drafter, 'A colleague has given feedback meanwhile').waitFor()
  await drafter.getByText('Words of the head.').first().waitFor()
  await sound(drafter, 'meanwhile')
  await press(drafter, 'Leave what was given')
  await drafter.getByText('It has been given').waitFor()

  // Two speakers of one group at once, and no news between them: the later is refused, reads both, and decides with nothing lost.
  await stage.site.sql(`insert into group_speakers (group_id, delegation_id, "from") values ($1, $2, '2017-01-01')`, [
    groupId,
    retreat.ids.GHA,
  ])
  await press(speaker, 'Change what was given')
  await reasons(speaker).fill('Words of Ecuador for the group.')
  const silent = Promise.withResolvers<void>()
  const news = /\/versions\/[^/]+\/feedback\?/
  await speaker.route(news, async (route) => {
    await silent.promise
    await route.continue()
  })
  await head.goto(speaking)
  await press(head, 'Change what was given')
  await reasons(head).fill('Words of Ghana for the group.')
  await head.getByRole('button', { name: /^Give it for/ }).click()
  await head.getByText('It has been given').waitFor()
  await speaker.getByRole('button', { name: /^Give it for/ }).click()
  await speaker.getByRole('alert').waitFor()
  silent.resolve()
  await heading(speaker, 'Another speaker of the group has given feedback meanwhile').waitFor()
  await speaker.getByText('Words of Ghana for the group.').first().waitFor()
  await speaker.getByText('Words of Ecuador for the group.').first().waitFor()
  await sound(speaker, 'meanwhile for a group')
  await speaker.unroute(news)
  await press(speaker, 'Go on with mine')
  await speaker.getByRole('button', { name: /^Give it for/ }).click()
  await speaker.getByText('It has been given').waitFor()
  await head.getByText('Words of Ecuador for the group.').first().waitFor()

  // Nothing of the figures is shown to a delegation before staff have seen what they show.
  await drafter.goto(`${base}/convergence`)
  await drafter.getByText('Nothing has been shown yet.').waitFor()
  await staff.goto(`${base}/convergence`)
  await staff.getByRole('link', { name: '1. Finding 1' }).first().waitFor()
  await sound(staff, 'convergence')
  await staff.getByRole('link', { name: 'Show it to the participants' }).click()
  await staff.getByText('Will be shown', { exact: true }).waitFor()
  await sound(staff, 'preview')
  await press(staff, 'Show the figures of 1 version')
  await press(staff.getByRole('dialog'), 'Show them')
  await heading(staff, 'Where views converge').waitFor()

  await drafter.getByRole('link', { name: '1. Finding 1' }).first().waitFor()
  const figure = drafter.getByRole('figure').first()
  await press(figure, 'Show the table')
  await figure.getByRole('table').getByRole('columnheader', { name: 'Support', exact: true }).waitFor()
  await figure.getByRole('row', { name: /^1\. Finding 1/ }).waitFor()
  await sound(drafter, 'released')
  await drafter.getByRole('link', { name: '1. Finding 1' }).first().click()
  await heading(drafter, 'Version 2').waitFor()
  await drafter.getByText('Group of African States').first().waitFor()
  await drafter.getByText('Your State: Support with a change').first().waitFor()
  await sound(drafter, 'one finding')

  // What matters most: two, the second put first by the keyboard.
  await drafter.goto(`${base}/feedback`)
  await press(drafter, 'Finding 1: put it among those that matter most')
  await drafter.getByText('Matters most: place 1').waitFor()
  await press(drafter, 'Finding 2: put it among those that matter most')
  await drafter.getByRole('button', { name: 'Finding 2: one place up' }).press('Enter')
  await drafter.getByRole('button', { name: 'Finding 1: one place up' }).waitFor()
  await drafter.getByRole('listitem').filter({ hasText: 'Finding 2' }).getByText('Matters most: place 1').waitFor()
  expect(second).toBeDefined()

  // Home to the capital goes one file: what was said, what became of it, and nobody else's words.
  await drafter.goto(base)
  await drafter.getByRole('link', { name: 'Report to the capital' }).click()
  await heading(drafter, 'Report to the capital').waitFor()
  await drafter.getByRole('radio', { name: /JSON/ }).check()
  await sound(drafter, 'own paper')
  const [file] = await Promise.all([
    drafter.waitForEvent('download', { timeout: 60_000 }),
    press(drafter, 'Make the file'),
  ])
  const paper = await readFile(await file.path(), 'utf8')
  expect(paper).toContain('Words of the head.')
  expect(paper).toContain('Our capital has not looked at it.')
  expect(paper).not.toContain('Because of what we see in the field.')

  // What became of it holds the group's words too, with what the State says to them.
  await drafter.goto('/traces/own')
  const inName = drafter.getByRole('listitem').filter({ hasText: 'In your name' })
  await inName.getByText('Our capital has not looked at it.').waitFor()
  await sound(drafter, 'what became of it')
  stage.expectQuiet()
})

test('in Arabic on a phone the pages are mirrored, whole and in order', async () => {
  const retreat = await openedRetreat(stage.site, { delegations: 'all' })
  const [first] = retreat.findings
  await othersSay(retreat, first!.versionId)
  await stage.site.sql('update people set language = $1', ['ar'])
  const base = `/retreats/${retreat.retreatId}`
  const phone = { locale: 'ar', viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const }
  const delegate = await stage.at('headGhana', `${base}/feedback`, phone)
  await sound(delegate, 'phone desk')
  await delegate.goto(`${base}/feedback/${first!.findingId}`)
  await delegate.getByRole('radio').first().waitFor()
  await sound(delegate, 'phone writing')
  await delegate.goto(`${base}/own-paper`)
  await delegate.getByRole('radio').first().waitFor()
  await sound(delegate, 'phone own paper')
  const staff = await stage.at('staff', `${base}/convergence/${first!.findingId}?scale=share`, phone)
  await staff.locator('.bars-part').first().waitFor()
  // The bars begin where the writing begins.
  const begins = await staff.evaluate(() => {
    const part = document.querySelector('.bars-part rect')?.getBoundingClientRect()
    const frame = document.querySelector('.bars-bar')?.getBoundingClientRect()
    return part && frame ? frame.right - part.right : Number.NaN
  })
  expect(begins).toBeLessThan(40)
  await sound(staff, 'phone one finding')
  await staff.goto(`${base}/feedback`)
  await staff.getByRole('table').waitFor()
  await sound(staff, 'phone staff desk')
  stage.expectQuiet()
})
