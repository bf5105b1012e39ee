import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { FastifyReply } from 'fastify'
import type { ExportDocument, ExportFormat } from './document.ts'

/** Told how far a file is, from 0 to 1. */
export type Progress = (fraction: number) => void

export type Order = { document: ExportDocument; format: ExportFormat }
export type Report = { progress: number } | { file: Uint8Array } | { failure: string }

type Options = { signal?: AbortSignal; onProgress?: Progress }

/** No document takes this long; what does is stuck, and would hold up those behind it. */
const TIME_LIMIT = 120_000

// One file at a time: the typesetter uses every core it finds, and the server needs one.
let turn: Promise<unknown> = Promise.resolve()

/**
 * Renders the document in a process of its own, which ends with the file. A thread would not do: the typesetter cannot be
 * stopped while it works, and keeps hundreds of megabytes when it is done. Rejects with the signal's reason when aborted.
 */
export function renderDocument(
  document: ExportDocument,
  format: ExportFormat,
  { signal, onProgress = () => undefined }: Options = {},
): Promise<Uint8Array> {
  const file = turn.then(() => inOwnProcess({ document, format }, signal, onProgress))
  turn = file.catch(() => undefined)
  return signal ? Promise.race([file, whenAborted(signal)]) : file
}

/** Aborts when whoever asked for the file has left. */
export function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  return gone.signal
}

/** Rejects at once for one who waits for a turn. */
const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

function inOwnProcess(order: Order, signal: AbortSignal | undefined, onProgress: Progress): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    // No environment: the settings hold secrets, and a file must not depend on them, nor on the machine's time zone.
    const child: ChildProcess = fork(new URL('render-worker.ts', import.meta.url), {
      execArgv: [],
      env: { TZ: 'UTC' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const end = (settle: () => void) => {
      clearTimeout(limit)
      signal?.removeEventListener('abort', abort)
      child.kill('SIGKILL')
      settle()
    }
    const abort = () => end(() => reject(signal?.reason))
    const limit = setTimeout(() => end(() => reject(new Error(`No ${order.format} in time`))), TIME_LIMIT)
    signal?.addEventListener('abort', abort, { once: true })
    child.on('spawn', () => yieldToServer(child))
    child.on('message', (report: Report) => {
      if ('progress' in report) onProgress(report.progress)
      else if ('file' in report) end(() => resolve(report.file))
      else end(() => reject(new Error(report.failure)))
    })
    child.on('error', (error) => end(() => reject(error)))
    child.on('exit', (code) => end(() => reject(new Error(`The ${order.format} writer ended with ${code}`))))
    try {
      child.send(order)
    } catch (error) {
      end(() => reject(error))
    }
  })
}

function yieldToServer({ pid }: ChildProcess) {
  try {
    if (pid) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where that is not allowed, the file is written at the server's own priority.
  }
}
