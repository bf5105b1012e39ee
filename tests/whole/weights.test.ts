import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pageWeights } from '../support/weights.ts'

// `npm test` builds the client before the tests.
const dist = join(import.meta.dirname, '../../client/dist')
const weights = pageWeights(dist)
const total = (file: string) => weights.get(file)?.total ?? Number.NaN

test('a delegate’s first pages weigh at most 120 kB of script and style', () => {
  expect(total('sign-in/SignInPage.tsx')).toBeLessThanOrEqual(120_000)
  expect(total('home/HomePage.tsx')).toBeLessThanOrEqual(120_000)
})

test('the answer page weighs at most 200 kB before its editor', () => {
  expect(total('responses/AnswerPage.tsx')).toBeLessThanOrEqual(200_000)
})

test('a session’s room weighs at most 200 kB for a delegate, and the screen for the hall', () => {
  expect(total('sessions/RoomPage.tsx')).toBeLessThanOrEqual(200_000)
  expect(total('sessions/ScreenPage.tsx')).toBeLessThanOrEqual(200_000)
})

test('what only the podium does comes when it is needed, and to the podium only', () => {
  const podium = (file: string) => weights.get(file)?.parts.filter((part) => part.startsWith('sessions/podium/'))
  expect(podium('sessions/RoomPage.tsx')).toEqual([])
  expect(podium('sessions/ScreenPage.tsx')).toEqual([])
})

test('what is sent compressed is the file itself', () => {
  const compressed = globSync('**/*.{br,gz}', { cwd: dist })
  expect(compressed.length).toBeGreaterThan(0)
  for (const name of compressed) {
    const bytes = readFileSync(join(dist, name))
    const plain = name.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes)
    expect(plain.equals(readFileSync(join(dist, name.replace(/\.(br|gz)$/, '')))), name).toBe(true)
  }
})
