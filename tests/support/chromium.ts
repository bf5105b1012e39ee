import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Chromium without anything that phones home, shows a window, or needs a sandbox the test machine may lack. */
export const CHROMIUM_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** Where Chromium is: CHROMIUM first, then the places of Debian, Chrome, macOS and Playwright. */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM names ${named}, which is not a program.`)
  }
  const found = candidates().find(isProgram)
  if (found) return found
  throw new Error('The browser tests need Chromium: run "apt-get install chromium", or name its program in CHROMIUM.')
}

function candidates(): string[] {
  const onPath = (process.env.PATH ?? '')
    .split(':')
    .flatMap((folder) => [join(folder, 'chromium'), join(folder, 'chromium-browser'), join(folder, 'google-chrome')])
  return [
    '/usr/bin/chromium',
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...ofPlaywright(),
  ]
}

function ofPlaywright(): string[] {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright')
  if (!existsSync(cache)) return []
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((name) => [join(cache, name, 'chrome-linux/chrome'), join(cache, name, 'chrome-linux64/chrome')])
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
