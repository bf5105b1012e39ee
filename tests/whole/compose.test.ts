import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig, settingNames } from '../../server/config.ts'

const PROJECT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8')

// What we use of the Compose Specification; strict, so that a misspelt key does not pass for one.
const Health = z.strictObject({
  test: z.array(z.string()).min(2),
  interval: z.string(),
  timeout: z.string(),
  retries: z.int(),
  start_period: z.string(),
})
const Service = z.strictObject({
  image: z.string().optional(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  profiles: z.array(z.string()).optional(),
  restart: z.literal('unless-stopped'),
  init: z.boolean().optional(),
  shm_size: z.string().optional(),
  command: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  security_opt: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  healthcheck: Health,
})
const Compose = z.strictObject({
  name: z.string(),
  services: z.strictObject({ postgres: Service, app: Service, second: Service, balance: Service }),
  volumes: z.record(z.string(), z.null()),
})

const text = read('docker-compose.yml')
const compose = Compose.parse(parse(text, { merge: true }))
const { postgres, app, second, balance } = compose.services

describe('docker-compose.yml', () => {
  test('sets nothing for the platform that the platform does not know', () => {
    expect(Object.keys(app.environment).filter((name) => !settingNames.includes(name))).toEqual([])
    const asked = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '')
    expect(asked.filter((name) => ![...settingNames, 'POSTGRES_PASSWORD', 'BALANCED_PORT'].includes(name))).toEqual([])
  })

  test('gives the platform settings it starts with once the two that have no default are set', () => {
    const given = { POSTGRES_PASSWORD: 'letters', PUBLIC_URL: 'https://consultation.example.org' }
    const config = readConfig(filled(app.environment, given))
    expect(config.DATABASE_URL).toBe('postgres://consultation_admin:letters@postgres:5432/consultation')
    expect(config.publicUrl).toBe('https://consultation.example.org')
  })

  test.each(['POSTGRES_PASSWORD', 'PUBLIC_URL'])(
    'refuses to start without %s, and holds no secret of its own',
    (name) => {
      for (const [use] of text.matchAll(new RegExp(`\\$\\{${name}[^}]*\\}`, 'g'))) expect(use).toContain(':?')
      expect(() => filled(app.environment, {})).toThrow('set it to')
      expect(String(postgres.environment.POSTGRES_PASSWORD)).toMatch(/^\$\{POSTGRES_PASSWORD:\?/)
    },
  )

  test('has the platform wait for a healthy PostgreSQL, of the name, user and database that the address gives', () => {
    expect(app.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    const address = new URL(filled(app.environment, { POSTGRES_PASSWORD: 'x', PUBLIC_URL: 'x' }).DATABASE_URL ?? '')
    expect(Object.keys(compose.services)).toContain(address.hostname)
    expect(address.username).toBe(postgres.environment.POSTGRES_USER)
    expect(address.pathname).toBe(`/${postgres.environment.POSTGRES_DB}`)
    expect(postgres.healthcheck.test.join(' ')).toContain(
      `--username=${address.username} --dbname=${postgres.environment.POSTGRES_DB}`,
    )
  })

  test('asks the health of the port that the platform listens on, and opens it to this machine alone', () => {
    expect(app.healthcheck.test.join(' ')).toContain(`http://127.0.0.1:${app.environment.PORT}/api/health`)
    expect(app.ports).toEqual([`127.0.0.1:\${PORT:-3000}:${app.environment.PORT}`])
    expect(postgres.ports).toBeUndefined()
  })

  test('has a second server only where it is asked for, the same as the first, behind a proxy that holds nothing back', () => {
    const { profiles, depends_on, ports, ...same } = second
    expect(app).toMatchObject(same)
    expect({ profiles, ports }).toEqual({ profiles: ['two'], ports: [] })
    // Two that bring one database up to date at once would wait for each other.
    expect(Object.keys(depends_on ?? {})).toEqual(['app'])
    expect(balance.profiles).toEqual(['two'])
    const settings = balance.command?.at(-1) ?? ''
    expect(settings).toContain(`reverse_proxy app:${app.environment.PORT} second:${app.environment.PORT}`)
    expect(settings).toContain('flush_interval -1')
    expect(balance.ports).toEqual([`127.0.0.1:\${BALANCED_PORT:-8080}:8080`])
  })

  test('keeps what must outlive a container in volumes that it declares', () => {
    const used = [...postgres.volumes, ...app.volumes].map((volume) => volume.split(':'))
    expect(used.map(([name]) => name).sort()).toEqual(Object.keys(compose.volumes).sort())
    // From version 18 on the image keeps its data one folder higher than before.
    expect(used).toContainEqual(['database', '/var/lib/postgresql'])
    expect(used).toContainEqual(['data', String(app.environment.DATA_DIR)])
  })

  test('[30] [98] runs PostgreSQL with checksums, without contents in its log, and with nothing unsafe', () => {
    expect(postgres.environment.POSTGRES_INITDB_ARGS).toContain('--data-checksums')
    const settings = (postgres.command ?? []).filter((word) => word.includes('='))
    expect(settings).toContain('log_parameter_max_length=0')
    expect(settings).toContain('log_parameter_max_length_on_error=0')
    expect(settings.join(' ')).not.toMatch(/fsync|full_page_writes|synchronous_commit/)
  })
})

describe('server/Dockerfile', () => {
  const lines = read(app.build?.dockerfile ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const ignored = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

  test('is built where compose says and copies only what is there and is sent', () => {
    expect(existsSync(join(PROJECT, app.build?.context ?? '', 'package.json'))).toBe(true)
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1))
    expect(sources).toContain('migrations')
    expect(sources.filter((source) => !existsSync(join(PROJECT, source)))).toEqual([])
    expect(sources.filter((source) => ignored.some((pattern) => source.split('/')[0] === pattern))).toEqual([])
  })

  test('copies from stages that come before, the client from where the build puts it', () => {
    const stages: string[] = []
    for (const line of lines) {
      const from = line.match(/^COPY --from=(\S+)/)?.[1]
      if (from) expect(stages).toContain(from)
      const stage = line.match(/^FROM \S+ AS (\S+)/)?.[1]
      if (stage) stages.push(stage)
    }
    expect(lines).toContain('COPY --from=client /app/client/dist client/dist')
  })

  test('starts the platform as an ordinary user, on the major version of Node that the project pins', () => {
    const command = lines.find((line) => line.startsWith('CMD '))?.slice(4) ?? '[]'
    const program = z.array(z.string()).parse(JSON.parse(command)).at(-1) ?? ''
    expect(statSync(join(PROJECT, program)).isFile()).toBe(true)
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('FROM ')))
    const pinned = z.object({ dependencies: z.object({ node: z.string() }) }).parse(JSON.parse(read('package.json')))
    const major = pinned.dependencies.node.split('.')[0]
    const images = lines.flatMap((line) => line.match(/^FROM (node:\S+)/)?.[1] ?? [])
    expect(new Set(images)).toEqual(new Set([`node:${major}-bookworm-slim`]))
  })
})

/** What compose makes of the environment: ${NAME:-default} and ${NAME:?message}. */
function filled(environment: Record<string, string | number>, given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      String(value).replace(/\$\{([A-Z_]+):([-?])([^}]*)\}/g, (_, variable: string, kind: string, rest: string) => {
        const found = given[variable]
        if (found) return found
        if (kind === '?') throw new Error(rest)
        return rest
      }),
    ]),
  )
}
