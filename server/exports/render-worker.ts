import type { ExportDocument, ExportFormat } from './document.ts'
import type { Order, Progress, Report } from './render.ts'

// Runs in a process of its own, for one document. Only the writer that is needed is loaded.

type Render = (document: ExportDocument, progress: Progress) => Promise<Uint8Array>

const WRITERS: Record<ExportFormat, () => Promise<Render>> = {
  docx: async () => (await import('./docx.ts')).renderDocx,
  pdf: async () => (await import('./pdf.ts')).renderPdf,
  xlsx: async () => (await import('./xlsx.ts')).renderXlsx,
  csv: async () => (await import('./csv.ts')).renderCsv,
  json: async () => (await import('./json.ts')).renderJson,
}

const tell = (report: Report) => process.send?.(report)

process.on('message', ({ document, format }: Order) => {
  const write = async () => {
    const render = await WRITERS[format]()
    tell({ file: await render(document, (fraction) => tell({ progress: fraction })) })
  }
  write().catch((error: unknown) =>
    tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
// The server is gone: nobody waits for the file.
process.on('disconnect', () => process.exit())
