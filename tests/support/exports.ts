import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { AnswerFilter } from '../../shared/answers.ts'
import { downloadExport, type ExportFormat, type ExportView, makeExport, readExport } from '../../shared/exports.ts'
import type { Language } from '../../shared/languages.ts'
import type { Person, TestApp } from './app.ts'

type Wishes = { language?: Language; filter?: Partial<AnswerFilter> }

/** Asks for a file and waits until it is made, or has failed. */
export async function exported(
  app: TestApp,
  person: Person,
  listId: string,
  format: ExportFormat,
  { language = 'en', filter = {} }: Wishes = {},
): Promise<ExportView> {
  const asked = await person.does(makeExport, {
    params: { listId },
    body: { commandId: randomUUID(), format, language, filter },
  })
  for (;;) {
    await app.jobs.settle()
    const view = await person.does(readExport, { params: { exportId: asked.id } })
    if (view.state !== 'waiting' && view.state !== 'running') return view
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** The finished file itself. */
export async function fileOf(
  app: TestApp,
  person: Person,
  listId: string,
  format: ExportFormat,
  wishes: Wishes = {},
): Promise<{ name: string; bytes: Buffer }> {
  const view = await exported(app, person, listId, format, wishes)
  const { status, raw, headers } = await person.ask(downloadExport, { params: { exportId: view.id } })
  if (status !== 200) throw new Error(`${format} answered ${status}, ${view.state}, ${view.failure}`)
  return { name: String(headers['content-disposition']), bytes: raw }
}

const PDF_TEXT = join(import.meta.dirname, 'pdf-text.ts')

/** Everything a file says, metadata and the names of its parts too, as one text. */
export function textIn(format: ExportFormat, bytes: Uint8Array): string {
  switch (format) {
    case 'docx':
    case 'xlsx':
      return Object.entries(unzipSync(bytes))
        .map(([path, part]) => `${path}\n${strFromU8(part)}`)
        .join('\n')
    case 'pdf': {
      const read = execFileSync(process.execPath, [PDF_TEXT], { input: bytes, encoding: 'utf8', maxBuffer: 2 ** 26 })
      return `${Buffer.from(bytes).toString('latin1')}\n${read}`
    }
    case 'csv':
    case 'json':
      return strFromU8(bytes)
  }
}
