import { changingAtOnce, transaction } from '../database/database.ts'
import type { Parts } from '../work.ts'

/** What can be done later. Runs at least once: doing it twice must do it once. */
export type JobKind = {
  kind: string
  run(parts: Parts, subject: string, signal: AbortSignal): Promise<void>
  /** Takes seconds of a processor: it waits for its like, and nothing else waits for it. */
  heavy?: true
}

const LOOK_MS = 1_000
/** A job that was taken and has not been heard of for this time is taken again: its server is gone. */
const LEASE_SECONDS = 30
const RENEW_MS = 10_000
const ATTEMPTS_MAX = 8
const AT_ONCE = 4
const HEAVY_AT_ONCE = 2

const TAKE = {
  name: 'take-job',
  text: `update jobs set locked_until = now() + make_interval(secs => $1), attempts = attempts + 1
    where id = (select id from jobs where run_at <= now() and (locked_until is null or locked_until < now())
      and kind = any($2::text[]) order by run_at limit 1 for update skip locked)
    returning id, kind, subject, attempts`,
}
type Taken = { id: string; kind: string; subject: string; attempts: number }

/** The queue in PostgreSQL. Several servers share it: a row is taken with SKIP LOCKED and leased. */
export class Jobs {
  private readonly parts: Parts
  private readonly kinds: Map<string, JobKind>
  private readonly stopping = new AbortController()
  private readonly running = new Map<Promise<void>, JobKind>()
  private timer: NodeJS.Timeout | null = null
  private looking: Promise<unknown> = Promise.resolve()
  private atIt = false

  constructor(parts: Parts, kinds: JobKind[]) {
    this.parts = parts
    this.kinds = new Map(kinds.map((kind) => [kind.kind, kind]))
  }

  start(): void {
    this.timer = setInterval(() => {
      if (!this.atIt) this.look().catch((error: unknown) => this.parts.log.warn({ err: error }, 'jobs'))
    }, LOOK_MS)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    this.stopping.abort()
    await this.looking.catch(() => {})
    await Promise.allSettled(this.running.keys())
  }

  /** Takes what is due as far as there is room, and says how many; the rest waits for the next look. One look at a time. */
  look(): Promise<number> {
    const look = this.looking.catch(() => {}).then(() => this.takeDue())
    this.looking = look
    return look
  }

  /** For tests: does everything that is due now and waits for it. */
  async settle(): Promise<void> {
    for (;;) {
      // A look that begins while something runs may find no room; one that takes something may be full before it took all.
      const idle = this.running.size === 0
      const taken = await this.look()
      if (idle && taken === 0) return
      await Promise.allSettled(this.running.keys())
    }
  }

  private async takeDue(): Promise<number> {
    this.atIt = true
    let taken = 0
    try {
      while (!this.stopping.signal.aborted) {
        const job = await this.take()
        if (!job) break
        taken++
        const run = this.run(job).finally(() => this.running.delete(run))
        this.running.set(run, this.kinds.get(job.kind)!)
      }
      return taken
    } finally {
      this.atIt = false
    }
  }

  /** Kinds there is room for. One that only a newer server knows is left to it. */
  private wanted(): string[] {
    const running = [...this.running.values()]
    const room = {
      heavy: running.filter(({ heavy }) => heavy).length < HEAVY_AT_ONCE,
      light: running.filter(({ heavy }) => !heavy).length < AT_ONCE,
    }
    return [...this.kinds.values()].filter(({ heavy }) => (heavy ? room.heavy : room.light)).map(({ kind }) => kind)
  }

  private async take(): Promise<Taken | undefined> {
    const kinds = this.wanted()
    if (kinds.length === 0) return undefined
    const { rows } = await changingAtOnce<Taken>(this.parts.database, {
      asking: 'system',
      turns: [],
      statement: { ...TAKE, values: [LEASE_SECONDS, kinds] },
      closing() {},
    })
    return rows[0]
  }

  private async run(job: Taken): Promise<void> {
    const lease = setInterval(
      () =>
        void this.say('update jobs set locked_until = now() + make_interval(secs => $2) where id = $1', [
          job.id,
          LEASE_SECONDS,
        ]),
      RENEW_MS,
    )
    try {
      // Counted when it is taken, so that one that ends its server every time comes to an end as well.
      if (job.attempts > ATTEMPTS_MAX) throw new Error('tried too often')
      await this.kinds.get(job.kind)!.run(this.parts, job.subject, this.stopping.signal)
      await this.say('delete from jobs where id = $1', [job.id])
    } catch (error) {
      if (this.stopping.signal.aborted) {
        await this.say('update jobs set locked_until = null, attempts = attempts - 1 where id = $1', [job.id])
        return
      }
      this.parts.log.error({ err: error, job: job.kind }, 'a job failed')
      if (job.attempts >= ATTEMPTS_MAX) await this.say('delete from jobs where id = $1', [job.id])
      else
        await this.say(
          'update jobs set locked_until = null, run_at = now() + make_interval(secs => $2) where id = $1',
          [job.id, 2 ** job.attempts],
        )
    } finally {
      clearInterval(lease)
    }
  }

  private async say(text: string, values: unknown[]): Promise<void> {
    await transaction(this.parts.database, 'system', 'begin', (_tx, client) => client.query(text, values)).catch(
      (error) => this.parts.log.warn({ err: error }, 'jobs'),
    )
  }
}
