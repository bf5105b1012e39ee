// Starts a program of ours on the project's own Node, installing first what package-lock.json names.
// Runs on whatever Node the machine has (20.19 or later), so it is plain JavaScript with no dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SERVER_FLAGS } from './flags.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const pinnedNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

if (!installed()) {
  console.log('Installing the packages named in package-lock.json (once, a minute or so) ...')
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.error) console.error(`npm, which comes with Node, could not be run: ${npm.error.message}`)
  if (npm.status !== 0) process.exit(npm.status ?? 1)
  if (!existsSync(pinnedNode)) {
    console.error('The package "node" did not bring its program. Run "npm rebuild node" and try again.')
    process.exit(1)
  }
}

const [program, ...args] = process.argv.slice(2)
const flags = program.startsWith('server/') ? SERVER_FLAGS : ['--disable-warning=ExperimentalWarning']
const child = spawn(pinnedNode, [...flags, join(root, program), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    // What Node made of our TypeScript is kept for the next start.
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  },
})
// The terminal sends Ctrl-C to the whole group; the child decides when it is done, we wait for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
}
child.on('error', (error) => {
  console.error(`The project's own Node could not be run: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))

/** npm's own record of what it installed, written last, holds all that the lock file asks of every machine. */
function installed() {
  try {
    const here = packagesIn('node_modules/.package-lock.json')
    return (
      existsSync(pinnedNode) &&
      Object.entries(packagesIn('package-lock.json')).every(
        ([path, { version, optional }]) =>
          optional || !path.includes('node_modules/') || (path in here && here[path].version === version),
      )
    )
  } catch {
    return false // never installed, or cut off
  }
}

function packagesIn(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
}
