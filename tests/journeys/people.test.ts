import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Tab } from '../support/browser.ts'
import { picture, type SiteApart, Stage, startSiteApart } from '../support/journey.ts'

vi.setConfig({ testTimeout: 120_000 })

let site: SiteApart
let stage: Stage

beforeAll(async () => {
  site = await startSiteApart()
  stage = await Stage.open(Promise.resolve(site))
})
afterAll(() => stage?.close())

const PASSWORD = 'a long walk beside the quiet river'

test('From the first link to a mission at work, and out again at once', async () => {
  // As on a fresh machine: nobody is there, and the start prints a link.
  await site.sql('delete from office_roles')
  await site.kill()
  const link = await site.revive()
  const administrator = await stage.stranger()
  await administrator.goto(link ?? '')
  await administrator.getByText('You are invited to work on this platform as administrator.').waitFor()
  await administrator.getByLabel('E-mail address').fill('first@secretariat.example.org')
  await accepts(administrator, 'First administrator')
  await administrator.getByRole('heading', { level: 1, name: 'People and access' }).waitFor()
  await administrator.locator('[aria-current=page]', { hasText: 'People and access' }).waitFor()
  await picture(administrator, 'people-administrator')

  await administrator.getByRole('button', { name: 'Invite to the office' }).click()
  const toOffice = administrator.getByRole('dialog', { name: 'Invite to the office' })
  await toOffice.getByLabel('E-mail address').fill('staff@secretariat.example.org')
  await toOffice.getByRole('button', { name: 'Send the invitation' }).click()
  await toOffice.waitFor({ state: 'detached' })

  const staff = await invited(administrator, 'staff@secretariat.example.org', 'Member of the staff')
  await staff.getByRole('heading', { level: 1, name: 'Consultations' }).waitFor()
  await staff.getByRole('link', { name: 'People and access' }).click()
  await staff.getByLabel('Find a delegation or a person').fill('Botswana')
  await staff.getByRole('button', { name: 'Invite the head: Botswana' }).click()
  const toHead = staff.getByRole('dialog', { name: 'Invite the head of delegation: Botswana' })
  await toHead.getByLabel('E-mail address').fill('head@mission.example.org')
  await toHead.getByRole('button', { name: 'Send the invitation' }).click()
  await staff.getByRole('button', { name: 'Invite again: Botswana' }).waitFor()

  const head = await invited(administrator, 'head@mission.example.org', 'Head of delegation, Mission of Botswana')
  await head.getByRole('heading', { name: 'What awaits Botswana' }).waitFor()
  await staff.reload()
  await staff.getByRole('row', { name: /Botswana.*Has a head.*head@mission/ }).waitFor()

  await head.getByRole('link', { name: 'Your mission' }).click()
  const today = new Date().toISOString().slice(0, 10)
  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await invites(head, 'drafter@mission.example.org', async () => {})
  await invites(head, 'standin@mission.example.org', async (dialog) => {
    await dialog.getByRole('radio', { name: /^Head of delegation/ }).check()
    await dialog.getByRole('checkbox', { name: /^Stands in for the head/ }).check()
    await dialog.getByLabel(/^Title/).fill('Chargé d’affaires a.i.')
    await dialog.getByLabel(/^First day/).fill(today)
    await dialog.getByLabel(/^Last day/).fill(nextWeek)
  })
  await head.getByRole('row', { name: /standin@mission.*Stand-in head.*Invited/ }).waitFor()
  await picture(head, 'mission')

  const [drafter, standIn] = await Promise.all([
    invited(administrator, 'drafter@mission.example.org', 'Drafter, Mission of Botswana'),
    invited(
      await stage.besides(administrator, '/outbox'),
      'standin@mission.example.org',
      'Chargé d’affaires, Botswana',
    ),
  ])
  await standIn.getByRole('link', { name: 'Your mission' }).click()
  await standIn.getByRole('button', { name: 'Invite a colleague' }).click()
  // Only the head makes another a head: whoever stands in is not offered what would be refused.
  const colleague = standIn.getByRole('dialog', { name: 'Invite a colleague' })
  await expect.poll(() => colleague.getByRole('radio').count()).toBe(2)
  expect(await colleague.getByRole('radio', { name: /^Head of delegation/ }).count()).toBe(0)
  await colleague.getByRole('button', { name: 'Close' }).click()
  await drafter.getByRole('link', { name: 'Your mission' }).click()
  await drafter.getByText('The head of delegation invites, changes and removes members.').waitFor()

  // The head's page saw them come; the drafter's is open when the head takes the access away.
  await head.getByRole('row', { name: /^Drafter, Mission of Botswana.*Active/ }).waitFor()
  await head.getByRole('button', { name: 'Remove Drafter, Mission of Botswana' }).click()
  const removal = head.getByRole('dialog', { name: 'Remove Drafter, Mission of Botswana?' })
  await removal.getByRole('button', { name: 'Remove' }).click()
  await removal.waitFor({ state: 'detached' })
  await drafter.locator('.connection').waitFor()
  await picture(drafter, 'removed')
  expect((await drafter.request.get('/api/mission/members')).status()).toBeGreaterThanOrEqual(401)

  // A link works once.
  const late = await stage.stranger({ expected: [/answered (404|410)$/] })
  await late.goto(link ?? '')
  await late.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor()
  stage.expectQuiet()
})

async function accepts(tab: Tab, name: string) {
  await tab.getByLabel('Your name').fill(name)
  await tab.getByLabel('Choose a password').fill(PASSWORD)
  await tab.getByRole('button', { name: 'Accept the invitation' }).click()
  await tab.locator('.menu-button').waitFor()
}

/** Somebody opens the link that an administrator found in the outbox and handed on. */
async function invited(administrator: Tab, email: string, name: string): Promise<Tab> {
  let link: string | undefined
  // Until it is settled that no mail server will carry the letter, its link is not shown.
  await expect
    .poll(async () => {
      await administrator.goto('/outbox')
      const letter = administrator.getByRole('listitem').filter({ hasText: email }).first()
      await letter.locator('summary').click()
      link = (await letter.innerText()).match(/http:\S+\/invitations\/[\w-]+/)?.[0]
      return link
    })
    .toBeDefined()
  const tab = await stage.stranger({ expected: [/answered (401|403)$/, /^WebSocket/] })
  await tab.goto(link ?? '')
  await accepts(tab, name)
  return tab
}

async function invites(head: Tab, email: string, choose: (dialog: ReturnType<Tab['getByRole']>) => Promise<void>) {
  await head.getByRole('button', { name: 'Invite a colleague' }).click()
  const dialog = head.getByRole('dialog', { name: 'Invite a colleague' })
  await dialog.getByLabel('E-mail address').fill(email)
  await choose(dialog)
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await dialog.waitFor({ state: 'detached' })
}
