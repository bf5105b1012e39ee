import { z } from 'zod'
import { ExportDocument } from './document.ts'
import type { Progress } from './render.ts'

/** Where the schema of the file is published; the file names it. */
export const COMPILATION_SCHEMA_PATH = '/api/schemas/compilation.json'

export const CompilationFile = z.strictObject({ $schema: z.literal(COMPILATION_SCHEMA_PATH), ...ExportDocument.shape })
export type CompilationFile = z.infer<typeof CompilationFile>

/** The schema as published (JSON Schema 2020-12). */
export const compilationSchema = () => ({
  $id: COMPILATION_SCHEMA_PATH,
  title: 'Compilation of replies',
  ...z.toJSONSchema(CompilationFile, { io: 'input' }),
})

/**
 * The tree itself. Parsing refuses what the schema does not name, so that nothing a builder left on an object goes out,
 * and puts the keys in the order of the schema.
 */
export async function renderJson(document: ExportDocument, progress: Progress = () => undefined): Promise<Uint8Array> {
  const file = CompilationFile.parse({ $schema: COMPILATION_SCHEMA_PATH, ...document })
  progress(0.5)
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}
