import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES } from '@consultation/shared/languages.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { COMPILATION_SCHEMA_PATH, compilationSchema } from '../exports/json.ts'
import { languageOf } from '../http.ts'
import { docsPage, STYLE_PATH } from './docs-page.ts'
import { openApi } from './openapi.ts'

/** What a program, or who writes one, needs to know; open to everybody, for it says nothing about anybody. */
export function referenceRoutes(app: FastifyInstance): void {
  // Made when first asked for: most starts never need it.
  const description = once(() => JSON.stringify(openApi()))
  const style = once(() => readFileSync(join(import.meta.dirname, 'docs.css'), 'utf8'))
  const compilation = once(() => JSON.stringify(compilationSchema()))
  app.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(description()))
  app.get(COMPILATION_SCHEMA_PATH, (_request, reply) =>
    reply.type('application/schema+json; charset=utf-8').send(compilation()),
  )
  app.get('/api/docs', (request, reply) => reply.type('text/html; charset=utf-8').send(docsPage(wanted(request))))
  app.get(STYLE_PATH, (_request, reply) => reply.type('text/css; charset=utf-8').send(style()))
}

/** The language of the address, else the browser’s. */
function wanted(request: FastifyRequest) {
  const asked = new URL(request.url, 'http://localhost').searchParams.get('language')
  return LANGUAGES.find((language) => language === asked) ?? languageOf(request)
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
