import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeExport, readExport } from '../../shared/exports.ts'
import { readList } from '../../shared/question-lists.ts'
import { type Line, median, percentile } from './measure.ts'
import type { Place } from './place.ts'
import { circulated, fill } from './writing.ts'

const ROUNDS = 3
const PARAGRAPHS = 2_400

type Used = { cpu: number; wall: number }

/** A whole fresh process, as an export is one: its wall time and, of it and its children, the processor time. */
function alone(work: 'docx' | 'bare-docx' | 'pdf', out: string): Promise<Used> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'file-process.ts'), work, String(PARAGRAPHS), out],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text
    })
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`${work} ended with ${code}`))
      resolve({ cpu: Number(said.trim()), wall: performance.now() - begun })
    })
  })
}

/** The full compilation as DOCX and PDF, and what others feel while it is being made. */
export async function fileLines(place: Place): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'consultation-files-'))
  try {
    const docx: Used[] = []
    const bare: Used[] = []
    const pdf: Used[] = []
    const office: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const one = {
        docx: await alone('docx', join(folder, 'ours.docx')),
        bare: await alone('bare-docx', join(folder, 'bare.docx')),
        pdf: await alone('pdf', join(folder, 'ours.pdf')),
        office: libreOffice(folder),
      }
      if (round === 0) continue
      docx.push(one.docx)
      bare.push(one.bare)
      pdf.push(one.pdf)
      if (one.office) office.push(one.office)
    }
    return [
      {
        name: 'Compilation of 2,400 paragraphs, DOCX',
        unit: 'ms CPU of a whole process',
        ours: median(docx.map((one) => one.cpu)),
        reference: { name: 'docx package, bare', value: median(bare.map((one) => one.cpu)) },
        goal: 1.5,
      },
      {
        name: 'Compilation of 2,400 paragraphs, PDF/UA-1',
        unit: 'ms wall',
        ours: median(pdf.map((one) => one.wall)),
        reference: office.length > 0 ? { name: 'LibreOffice from the same DOCX', value: median(office) } : null,
        goal: office.length > 0 ? 1 : 30_000,
      },
      await meanwhile(place),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Milliseconds, or undefined where LibreOffice is not installed. */
function libreOffice(folder: string): number | undefined {
  const begun = performance.now()
  try {
    execFileSync(
      'soffice',
      ['--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'office'), join(folder, 'ours.docx')],
      {
        stdio: 'ignore',
        env: { ...process.env, HOME: folder },
      },
    )
  } catch {
    return undefined
  }
  return performance.now() - begun
}

/** What delegates feel while staff export 2,535 answers as PDF, through the server as it is. */
async function meanwhile(place: Place): Promise<Line> {
  const list = await circulated(place)
  await fill(place, list, 1)
  const head = place.delegations[0]?.head
  const reading = async (until: () => boolean) => {
    const ms: number[] = []
    // As delegates read: one after the other, not a flood that fills both cores by itself.
    while (!until()) {
      ms.push((await head?.ask(readList, { params: { listId: list.id } }))?.ms ?? 0)
      await new Promise((done) => setTimeout(done, 5))
    }
    return percentile(ms, 0.99)
  }
  const times = (count: number) => {
    let left = count
    return () => left-- === 0
  }
  await reading(times(400))
  const quiet = await reading(times(400))
  let ready = false
  const making = exported(place, list.id).finally(() => {
    ready = true
  })
  const busy = await reading(() => ready)
  await making
  return {
    name: 'Request p99 while staff export 2,535 answers as PDF',
    unit: 'ms',
    ours: busy,
    reference: { name: 'ours without export', value: quiet },
    goal: 2,
  }
}

async function exported(place: Place, listId: string): Promise<void> {
  const { reply } = await place.staff.ask(makeExport, {
    params: { listId },
    body: { commandId: randomUUID(), format: 'pdf', language: 'en', filter: {} },
  })
  for (;;) {
    const { state } = (await place.staff.ask(readExport, { params: { exportId: reply.id } })).reply
    if (state === 'ready') return
    if (state === 'failed' || state === 'cancelled') throw new Error(`the export ${state}`)
    await new Promise((done) => setTimeout(done, 250))
  }
}
