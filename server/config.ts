import { z } from 'zod'
import { StartFailure } from './start-failure.ts'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be an address that begins with ${protocols.join(':// or ')}://`,
  })

/** Every setting there is. An unset one takes its default; a wrong one is named at start. */
const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people type; links in mails and the check of origins rest on it. */
  PUBLIC_URL: url('https?').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  /** Any PostgreSQL 15 or later; without it the embedded one. The user must own the database and have CREATEROLE. */
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  /** The role to work as, where somebody else makes it. */
  APP_DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().min(3).default('Consultation of Member States <no-reply@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** How many proxies in front may be believed about the sender’s address. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Marks every page and file as sample text. Set by the demo. */
  SAMPLE: flag.default(false),
})

export const settingNames = Object.keys(Settings.shape)

export type Config = Omit<z.infer<typeof Settings>, 'PUBLIC_URL'> & {
  publicUrl: string
  /** Exact origins from which commands and sockets are taken. */
  origins: readonly string[]
}

/** Reads the settings. Throws StartFailure naming every bad one. The only place that reads the environment. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // An empty variable means unset: that is how compose files leave one out.
  const given = Object.fromEntries(
    settingNames.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new StartFailure(`Wrong settings:\n  ${faults.join('\n  ')}`)
  }
  const { PUBLIC_URL, ...rest } = parsed.data
  return withAddress({ ...rest, publicUrl: '', origins: [] }, PUBLIC_URL, rest.PORT)
}

/** The settings for the port really taken, where 0 was asked for. */
export function withAddress(config: Config, publicUrl: string | undefined, port: number): Config {
  const local = `http://localhost:${port}`
  return publicUrl
    ? { ...config, publicUrl: new URL(publicUrl).origin, origins: [new URL(publicUrl).origin] }
    : { ...config, publicUrl: local, origins: [local, `http://127.0.0.1:${port}`] }
}
