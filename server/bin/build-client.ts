import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '../start-failure.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = join(ROOT, 'client/dist/index.html')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')
const SOURCES = ['client/**/*.{ts,tsx,css,html,svg}', 'shared/**/*.ts', 'package-lock.json']

/** Builds the pages where they are missing or older than what they are made of. Refuses with StartFailure. */
export function bringClientUpToDate(say: (line: string) => void): void {
  if (isUpToDate()) return
  // Installed for running only, as in the image: the pages came with it.
  if (!existsSync(VITE)) {
    if (existsSync(BUILT)) return
    throw new StartFailure('The pages are not built and the tool that builds them is not installed: run "npm ci".')
  }
  say('Building the pages ...')
  const built = spawnSync(process.execPath, [VITE, 'build', 'client', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (built.signal) throw new StartFailure('Stopped.')
  if (built.status !== 0) throw new StartFailure(`The pages could not be built:\n${built.stderr}`)
}

function isUpToDate(): boolean {
  if (!existsSync(BUILT)) return false
  const builtAt = statSync(BUILT).mtimeMs
  return globSync(SOURCES, { cwd: ROOT, exclude: ['client/dist/**', '**/node_modules/**'] }).every(
    (file) => statSync(join(ROOT, file)).mtimeMs <= builtAt,
  )
}
