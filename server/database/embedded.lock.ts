import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
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
  // Ours alone: who can open a file can lock it. And never opened a second time by this process: closing that would let the
  // lock go, as the kernel keeps it by process and file.
  if (!existsSync(lockFile)) makeEmpty(lockFile)
  accessSync(lockFile, constants.R_OK | constants.W_OK) // SQLite would not say what is wrong
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
  return {
    release() {
      if (lock.isOpen) lock.close()
    },
  }
}

function makeEmpty(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

function holder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'just starting'
  }
}
