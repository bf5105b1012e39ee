import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { giveStatement, inscribe, setSpeakersList } from '../../shared/floor.ts'
import { takeUpItem } from '../../shared/sessions.ts'
import { answerTemperature, askTemperature, moveTemperature } from '../../shared/temperatures.ts'
import { blocksOf } from '../../shared/text.ts'
import { expectAxeClean, startSite, type Tab } from '../support/browser.ts'
import { picture, Stage } from '../support/journey.ts'
import { openedSession } from '../support/sessions.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open(startSite())
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

const commandId = () => randomUUID()
const sound = async (tab: Tab, what: string) => {
  await expectAxeClean(tab, what)
  await picture(tab, `closing ${what}`, true)
}

test('before a session is closed its chair is told what ends with it; what was said stands in versions; the roll is called', async () => {
  const s = await openedSession(stage.site, { mode: 'attributed', items: 1 })
  const [ghana, norway] = [await stage.people.headGhana.ready(), await stage.people.headNorway.ready()]
  const params = { itemId: s.itemId }
  await s.chair.does(takeUpItem, {
    params: { sessionId: s.sessionId },
    body: { commandId: commandId(), from: null, to: s.itemId },
  })
  await s.chair.does(setSpeakersList, { params, body: { open: true } })
  await ghana.does(inscribe, { params, body: { commandId: commandId(), capacity: 'national' } })
  const give = (who: typeof ghana, words: string, channel: 'room' | 'writing') =>
    who.does(giveStatement, { params, body: { groupId: null, language: 'en', blocks: blocksOf(words), channel } })
  await give(ghana, 'To be delivered', 'room')
  for (const words of ['As it was first put', 'As it is put now']) await give(norway, words, 'writing')
  const question = await s.chair.does(askTemperature, {
    params,
    body: { commandId: commandId(), question: { en: 'Is this a way to go?' } },
  })
  await s.chair.does(moveTemperature, {
    params: { temperatureId: question.id },
    body: { commandId: commandId(), from: 'prepared', to: 'open' },
  })
  await norway.does(answerTemperature, { params: { temperatureId: question.id }, body: { choice: 'inclined' } })

  const room = `/sessions/${s.sessionId}/room`
  const desk = await stage.at('headNorway', room)
  await desk.getByText('As it is put now').waitFor()
  await desk.getByText('Earlier versions').click()
  await desk.getByText('As it was first put').waitFor()
  await sound(desk, 'versions')

  const chair = await stage.at('staff', room)
  await chair.getByText(/^\d delegations? present$/).click()
  await chair.getByRole('combobox', { name: 'Call the roll: mark as present' }).fill('Senegal')
  await chair.getByRole('option', { name: 'Senegal' }).click()
  await chair.getByRole('button', { name: 'Not present: Senegal' }).waitFor()
  await sound(chair, 'roll')
  await chair.getByRole('button', { name: 'Arrange the list' }).click()
  await chair.getByRole('button', { name: 'Confirm the place: Ghana' }).click()
  await chair.getByRole('button', { name: 'Confirm the place: Ghana' }).waitFor({ state: 'detached' })
  await chair.getByRole('button', { name: 'Done' }).click()
  await desk.getByText('Confirmed').waitFor()

  await chair.getByText('See first what others see').click()
  const asDelegate = await stage.besides(chair, `${room}?as=delegate`)
  await asDelegate.getByText('You see the room as a delegate sees it.').waitFor()
  expect(await asDelegate.getByRole('button', { name: 'Close the session' }).count()).toBe(0)
  expect(await asDelegate.getByText('To be delivered', { exact: true }).count()).toBe(0)
  await sound(asDelegate, 'as delegate')
  const hall = await stage.besides(chair, `/sessions/${s.sessionId}/screen?show=speakers`)
  await hall.getByText('Ghana').waitFor()

  await chair.getByRole('button', { name: 'Close the session' }).click()
  const dialog = chair.getByRole('dialog')
  for (const said of [
    '1 place on the list of speakers is still waited in: it lapses.',
    '1 statement was attached and not delivered: the room does not read it.',
    'Is this a way to go?',
  ])
    await dialog.getByText(said).waitFor()
  await sound(chair, 'dialog')
  await dialog.getByRole('button', { name: 'Close the session' }).click()
  await desk.getByText('Not released; no figures are given out').waitFor()
  stage.expectQuiet()
})
