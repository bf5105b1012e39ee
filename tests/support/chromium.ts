import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

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

const PACKAGES = join(import.meta.dirname, '../../node_modules')

/**
 * Where Chromium is: CHROMIUM first, then the one that npm brought, then the places of Debian, Chrome, macOS and Playwright. That of
 * npm is the same on every machine, and without the windows of a whole browser it opens a person's first page in a third of the time.
 */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM names ${named}, which is not a program.`)
  }
  const found = ofNpm() ?? candidates().find(isProgram)
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

/**
 * Chromium from a package, with the few libraries that bare Debian lacks and the fonts of the exports; nothing but Node and npm
 * is needed. Unpacked once, and not where the package itself would: a folder that all users of the machine share.
 */
function ofNpm(): string | undefined {
  const source = join(PACKAGES, '@sparticuz/chromium')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(source)) return undefined
  const { version }: { version: string } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const home = join(PACKAGES, `.chromium-${version}`)
  const program = join(home, 'start')
  if (isProgram(program)) return starts(program)
  const unpacked = mkdtempSync(`${home}-`)
  try {
    const part = (name: string) => brotliDecompressSync(readFileSync(join(source, 'bin', name)))
    writeFileSync(join(unpacked, 'chromium'), part('chromium.br'), { mode: 0o755 })
    for (const name of ['al2023.tar.br', 'fonts.tar.br'])
      execFileSync('tar', ['--extract', '--no-same-owner', '--directory', unpacked], { input: part(name) })
    writeFileSync(
      join(unpacked, 'fonts.conf'),
      fontsIn([join(PACKAGES, '@expo-google-fonts'), join(home, 'fonts')], home),
    )
    writeFileSync(join(unpacked, 'start'), starting(home), { mode: 0o755 })
    // Whole or not at all: two workers may be at it.
    if (!isProgram(program)) renameSync(unpacked, home)
  } catch (error) {
    if (!isProgram(program)) throw error
  } finally {
    rmSync(unpacked, { recursive: true, force: true })
  }
  return starts(program)
}

/** Not where a library is missing. */
function starts(program: string): string | undefined {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return program
  } catch {
    return undefined
  }
}

const starting = (home: string) => `#!/bin/sh
export LD_LIBRARY_PATH='${home}/lib' FONTCONFIG_FILE='${home}/fonts.conf'
exec '${home}/chromium' "$@"
`

const fontsIn = (folders: string[], home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${home}/cache</cachedir>
</fontconfig>
`

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
