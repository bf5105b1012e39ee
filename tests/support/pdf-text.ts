import { buffer } from 'node:stream/consumers'
import { textOfPdf } from './pdf.ts'

// For whoever cannot wait for a promise: a PDF on standard input, what it says on standard output.
process.stdout.write(await textOfPdf(await buffer(process.stdin)))
