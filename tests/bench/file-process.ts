// One file in a process of its own: prints the processor time it took, in milliseconds.
import { writeFileSync } from 'node:fs'
import { renderDocx } from '../../server/exports/docx.ts'
import { renderPdf } from '../../server/exports/pdf.ts'
import { bareDocx, sampleCompilation, textsOf } from './compilation.ts'

const [work, paragraphs = '0', out = ''] = process.argv.slice(2)
const document = sampleCompilation(Number(paragraphs))
const made =
  work === 'docx'
    ? await renderDocx(document)
    : work === 'pdf'
      ? await renderPdf(document)
      : await bareDocx(textsOf(document))
writeFileSync(out, made)
const { user, system } = process.cpuUsage()
console.log((user + system) / 1000)
