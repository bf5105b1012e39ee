import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartFailure } from '../start-failure.ts'

/**
 * Takes the data folder for this process alone. The operating system lets go of it when the process ends, in whatever way.
 * Refuses (StartFailure) when another process has it.
 */
export function lockFolder(home: string): { release(): void } {
  const holderFile = join(home, 'process')
  // Node has no lock on files of its own; SQLite takes one from the kernel, on every system, and kill -9 cannot leave it behind.
  const lockFile = join(home, 'lock')
  closeSync(openSync(lockFile, 'a', 0o600)) // ours alone: who can open a file can lock it
  const lock = new DatabaseSync(lockFile)
  try {
    lock.exec('pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if (!(error instanceof Error) || !/locked/.test(error.message)) throw error
    throw new StartFailure(
      `Another copy of the platform is already running on this data folder (process ${holder(holderFile)}).`,
    )
  }
  writeFileSync(holderFile, String(process.pid))
  return { release: () => lock.close() }
}

function holder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'just starting'
  }
}
