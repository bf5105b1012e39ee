import { readdirSync, readFileSync } from 'node:fs'

/** One line of the result: ours beside what it is compared with, in one run. */
export type Line = {
  name: string
  unit: string
  ours: number
  /** What it is compared with, and its figure; null where the goal is absolute. */
  reference: { name: string; value: number } | null
  /** Largest ratio, or largest figure without a reference. */
  goal: number
}

export const ratioOf = (line: Line) => (line.reference ? line.ours / line.reference.value : null)
export const isMet = (line: Line) => (ratioOf(line) ?? line.ours) <= line.goal

/** Processor time of a process with all its threads, in milliseconds; 0 when it is gone. */
function processorTime(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6)
      .reduce((sum, each) => sum + each, 0)
  } catch {
    return 0
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === parent
      } catch {
        return false
      }
    })
}

/**
 * Processor time of a server and of all of PostgreSQL while something runs, in milliseconds.
 * Connections must stay open: a process that ends takes its time with it.
 */
export class Processors {
  private readonly server: number
  private readonly postmaster: number
  constructor(server: number, postmaster: number) {
    this.server = server
    this.postmaster = postmaster
  }
  async during(action: () => Promise<void>): Promise<{ server: number; postgres: number }> {
    const before = this.now()
    await action()
    const after = this.now()
    return { server: after.server - before.server, postgres: after.postgres - before.postgres }
  }
  private now() {
    const backends = childrenOf(this.postmaster)
    return {
      server: processorTime(this.server),
      postgres: processorTime(this.postmaster) + backends.reduce((sum, pid) => sum + processorTime(pid), 0),
    }
  }
}

export const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
export const percentile = (values: number[], of: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? Number.NaN

/** Resident memory in megabytes. */
export const residentMemory = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]) / 1024

/** Does `count` things, so many at once, each on a lane of its own; fails when one fails. */
export async function atOnce(
  count: number,
  lanes: number,
  action: (index: number, lane: number) => Promise<void>,
): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (next < count) await action(next++, lane)
    }),
  )
}

/** Rounds of ours and of the reference by turns, the first thrown away; the medians. */
export async function interleaved(rounds: number, ours: () => Promise<number>, reference: () => Promise<number>) {
  const figures = { ours: [] as number[], reference: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await ours(), await reference()]
    if (round === 0) continue
    figures.ours.push(a)
    figures.reference.push(b)
  }
  return { ours: median(figures.ours), reference: median(figures.reference) }
}
