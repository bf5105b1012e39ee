import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const Lock = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
})

// npm leaves out what the registry did not have on the day, and then "npm ci" refuses everywhere.
test('package-lock.json names every optional package, so that "npm ci" works on systems other than the one it was made on', () => {
  const { packages } = Lock.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')),
  )
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !placesSeenFrom(path, name).some((place) => place in packages)),
  )
  expect(missing).toEqual([])
})

/** Where Node looks for a package, from inside another: its own node_modules and those above. */
function placesSeenFrom(path: string, name: string): string[] {
  const steps = path.split('/node_modules/')
  const folders = steps.map((_, index) => steps.slice(0, index + 1).join('/node_modules/'))
  return ['', ...folders.map((folder) => `${folder}/`)].map((folder) => `${folder}node_modules/${name}`)
}
