import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts'
import { pageWeights } from '../support/weights.ts'
import type { Line } from './measure.ts'
import type { Place } from './place.ts'

const root = join(import.meta.dirname, '../..')
/** A poor line: 400 kbit/s down, 300 ms there and back. */
const LINE = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 300 }
const ROUNDS = 3

/** What a delegate’s first pages weigh, and how soon the first is usable on a poor line. */
export async function pageLines(place: Place): Promise<Line[]> {
  if (!existsSync(join(root, 'client/dist/.vite/manifest.json')))
    execFileSync(join(root, 'node_modules/.bin/vite'), ['build', 'client'], { cwd: root })
  const weights = pageWeights(join(root, 'client/dist'))
  const weight = (file: string) => (weights.get(file)?.total ?? Number.NaN) / 1000
  return [
    {
      name: 'First page (sign-in), script and style compressed',
      unit: 'kB',
      ours: weight('sign-in/SignInPage.tsx'),
      reference: null,
      goal: 120,
    },
    { name: 'Home of a delegate, the same', unit: 'kB', ours: weight('home/HomePage.tsx'), reference: null, goal: 120 },
    {
      name: 'Answer page before the editor, the same',
      unit: 'kB',
      ours: weight('responses/AnswerPage.tsx'),
      reference: null,
      goal: 200,
    },
    {
      name: 'A session’s room for a delegate, the same',
      unit: 'kB',
      ours: weight('sessions/RoomPage.tsx'),
      reference: null,
      goal: 200,
    },
    {
      name: 'First page usable at 400 kbit/s and 300 ms',
      unit: 'ms',
      ours: await usable(place),
      reference: null,
      goal: 5_000,
    },
  ]
}

/** From the address typed to a field that takes text, nothing cached; the median. */
async function usable(place: Place): Promise<number> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS })
  const figures: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', LINE)
      const begun = performance.now()
      await page.goto(place.http.origin, { waitUntil: 'commit' })
      await page.locator('input[type=password]').fill('usable')
      figures.push(performance.now() - begun)
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return figures.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}
