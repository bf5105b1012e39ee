import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageWeights } from '../support/weights.ts'

// `npm test` builds the client before the tests.
const weights = pageWeights(join(import.meta.dirname, '../../client/dist'))
const total = (file: string) => weights.get(file)?.total ?? Number.NaN

test('a delegate’s first pages weigh at most 120 kB of script and style', () => {
  expect(total('sign-in/SignInPage.tsx')).toBeLessThanOrEqual(120_000)
  expect(total('home/HomePage.tsx')).toBeLessThanOrEqual(120_000)
})

test('the answer page weighs at most 200 kB before its editor', () => {
  expect(total('responses/AnswerPage.tsx')).toBeLessThanOrEqual(200_000)
})
