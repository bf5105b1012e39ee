// `npm test`: types, style, the client’s build, then every test. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const only = process.argv.slice(2)
let passed = 0
let failed = 0

function step(name: string, command: string, args: string[]): boolean {
  const begun = Date.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
  if (status === 0) passed++
  else failed++
  return status === 0
}

// A pattern after `npm test` is for whoever works on one thing: the checks of the whole are left out.
if (only.length === 0) {
  step('types', bin('tsc'), ['--build'])
  step('style', bin('biome'), ['ci', '--error-on-warnings', '.'])
}
step('build of the client', bin('vite'), ['build', 'client', '--logLevel', 'warn'])

const folder = mkdtempSync(join(tmpdir(), 'consultation-report-'))
const reportFile = join(folder, 'report.json')
spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...only], {
  cwd: root,
  stdio: 'inherit',
})
try {
  const report: Report = JSON.parse(readFileSync(reportFile, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  // A file that could not even be loaded holds no test that failed.
  failed += report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
} catch {
  console.log('FAILED: the tests did not run to their end')
  failed++
}
rmSync(folder, { recursive: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
