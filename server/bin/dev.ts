// `npm run dev`: the server, started again whenever its files change, and the pages, replaced while one looks at them.
import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { startEmbeddedPostgres } from '../database/embedded.ts'
import { prepareDatabase } from '../database/roles.ts'
import { StartFailure } from '../start-failure.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = 'http://localhost:5173'
const DATABASE = 'consultation'

const children: ChildProcess[] = []
let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>> | null = null
let stopping: Promise<never> | null = null
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    await Promise.all(children.map(ended))
    await postgres?.stop().catch(console.error)
    process.exit(code)
  })()
  return stopping
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

function run(args: string[], env: Record<string, string>): void {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
  child.once('exit', (code) => void stop(code ?? 1))
  children.push(child)
}

try {
  const config = readConfig({ DATA_DIR: '.data/dev', ...process.env })
  // PostgreSQL stays up while the server comes and goes.
  postgres = config.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: resolve(config.DATA_DIR), log: console.log })
  if (postgres) await prepareDatabase(postgres.adminUrl, DATABASE)
  const databaseUrl = config.DATABASE_URL ?? withDatabase(postgres!.adminUrl)
  const shown = { PUBLIC_URL: process.env.PUBLIC_URL || PAGES, PORT: String(config.PORT) }
  run(
    [
      '--watch',
      '--watch-preserve-output',
      '--disable-warning=ExperimentalWarning',
      'server/main.ts',
      '--without-pages',
    ],
    {
      DATABASE_URL: databaseUrl,
      ...shown,
    },
  )
  run([join(ROOT, 'node_modules/vite/bin/vite.js'), 'client', '--strictPort'], shown)
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  await stop(1)
}

function withDatabase(adminUrl: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${DATABASE}`
  return url.href
}
