import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalIn } from '../../server/refusal-words.ts'
import { CONTRACTS } from '../../shared/index-of-contracts.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { REFUSAL_CODES } from '../../shared/refusals.ts'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const get = (url: string, headers = {}) => app.server.inject({ method: 'GET', url, headers })

test('the description of the API names every call of the contracts, with nothing it refers to missing', async () => {
  const answer = await get('/api/openapi.json')
  expect(answer.statusCode).toBe(200)
  const description = answer.json()
  expect(description.openapi).toMatch(/^3\.1\./)
  for (const { name, endpoint } of CONTRACTS) {
    const operation = description.paths[endpoint.path.replace(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()]
    expect(operation, name).toMatchObject({ operationId: name, summary: endpoint.summary })
    const places = operation.parameters
      .filter((one: { in?: string }) => one.in === 'path')
      .map((one: { name: string }) => one.name)
    expect(places, name).toEqual([...endpoint.path.matchAll(/:(\w+)/g)].map(([, place]) => place))
  }
  const refs = [...new Set([...answer.body.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? ''))]
  expect(refs.length).toBeGreaterThan(20)
  for (const path of refs) {
    const found = path.split('/').reduce((at: Record<string, never> | undefined, key) => at?.[key], description)
    expect(found, path).toBeDefined()
  }
  expect(answer.body).not.toMatch(/"\$ref":"(?!#\/components\/)/)
  const ids = Object.values(description.paths).flatMap((path) =>
    Object.values(path as object).map((one) => one.operationId),
  )
  expect(new Set(ids).size).toBe(CONTRACTS.length)
})

test('the readable reference lists every call and every refusal, and runs no script', async () => {
  const answer = await get('/api/docs')
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  for (const { name } of CONTRACTS) expect(answer.body).toContain(`id="${name}"`)
  for (const code of REFUSAL_CODES) expect(answer.body).toContain(`id="refusal-${code}"`)
  expect(answer.body).not.toMatch(/<script|<style| style=| on\w+=/)
  const ids = [...answer.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of answer.body.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  // What the page asks for comes from here, as its policy demands.
  expect(String(answer.headers['content-security-policy'])).toContain("default-src 'self'")
  const [, style] = answer.body.match(/<link rel="stylesheet" href="([^"]+)">/) ?? []
  expect((await get(style ?? '')).headers['content-type']).toBe('text/css; charset=utf-8')
})

test.each(LANGUAGES)('a refusal’s sentence stands in the reference in %s', async (language) => {
  const sentence = refusalIn(language, 'last_head')
  for (const answer of [
    await get('/api/docs', { 'accept-language': language }),
    await get(`/api/docs?language=${language}`),
  ]) {
    expect(answer.body).toContain(sentence.replaceAll("'", '&#39;'))
  }
})

test('the schema of a compilation is published where the file says', async () => {
  const answer = await get('/api/schemas/compilation.json')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ $id: '/api/schemas/compilation.json', type: 'object' })
})
