import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '@consultation/shared/contract.ts'
import { CONTRACTS } from '@consultation/shared/index-of-contracts.ts'
import { LANGUAGES } from '@consultation/shared/languages.ts'
import { Problem, REFUSALS } from '@consultation/shared/refusals.ts'
import { PERMISSIONS } from '@consultation/shared/rules/access.ts'
import { z } from 'zod'
import { type JsonSchema, Schemas } from './json-schemas.ts'

const REFS = '#/components/schemas/'
const { version }: { version: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
)

type Operation = Record<string, unknown> & { operationId: string }
export type OpenApi = {
  openapi: string
  info: Record<string, string>
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema>; [other: string]: unknown }
  [other: string]: unknown
}

/** The API as its contracts have it, in OpenAPI 3.1. */
export function openApi(): OpenApi {
  const schemas = new Schemas(REFS)
  const paths: OpenApi['paths'] = {}
  for (const { domain, name, endpoint } of CONTRACTS) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][endpoint.method.toLowerCase()] = operationOf(domain, name, endpoint, schemas)
  }
  const problem = schemas.of(Problem, 'output')
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Consultation of Member States',
      version,
      description: [
        'Every call the pages themselves make, and no other.',
        'A command carries an Origin of the platform (or Sec-Fetch-Site: same-origin), and its JSON is named application/json.',
        'A body with a commandId is carried out once: sent again it gets the first answer.',
        'What two people may edit has a revision: it comes as ETag and goes back as If-Match.',
        'A refusal is a problem (RFC 9457) with a code; its sentence is in the language of Accept-Language.',
        'News come over one websocket at /api/live.',
      ].join(' '),
      license: 'Apache-2.0',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(CONTRACTS.map(({ domain }) => domain))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...schemas.named },
      securitySchemes: {
        signIn: { type: 'apiKey', in: 'cookie', name: '__Host-sign-in', description: 'Set by POST /api/sign-in.' },
      },
      parameters: {
        actingFor: {
          name: 'x-acting-for',
          in: 'header',
          description: 'The delegation a tab acts for; needed by who belongs to more than one.',
          schema: { type: 'string', format: 'uuid' },
        },
        language: {
          name: 'accept-language',
          in: 'header',
          description: 'Language of refusals.',
          schema: { type: 'string', enum: [...LANGUAGES] },
        },
        revision: {
          name: 'if-match',
          in: 'header',
          required: true,
          description: 'The revision that was seen, in quotation marks.',
          schema: { type: 'string', pattern: '^"[0-9]+"$' },
        },
      },
      responses: {
        Refused: {
          description: `Refused. Codes: ${Object.entries(REFUSALS)
            .map(([code, status]) => `${code} (${status})`)
            .join(', ')}.`,
          content: { 'application/problem+json': { schema: problem } },
        },
      },
    },
  }
}

/** Whether a call is open to who is not signed in. */
export const isOpen = ({ permission }: Endpoint): boolean => 'anyone' in PERMISSIONS[permission]

function operationOf(domain: string, name: string, endpoint: Endpoint, schemas: Schemas): Operation {
  const { params, query, body, upload, precondition, permission, summary, file, reply } = endpoint
  const content = upload
    ? Object.fromEntries(upload.types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
    : body && { 'application/json': { schema: schemas.of(body, 'input') } }
  return {
    operationId: name,
    tags: [domain],
    summary,
    'x-permission': permission,
    security: isOpen(endpoint) ? [] : [{ signIn: [] }],
    parameters: [
      ...parametersOf('path', params, schemas),
      ...parametersOf('query', query, schemas),
      ...(isOpen(endpoint) ? [] : [{ $ref: '#/components/parameters/actingFor' }]),
      ...(precondition ? [{ $ref: '#/components/parameters/revision' }] : []),
      { $ref: '#/components/parameters/language' },
    ],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: {
        description: file ? 'The file.' : 'Done.',
        content: file
          ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
          : { 'application/json': { schema: schemas.of(reply, 'output') } },
      },
      '4XX': { $ref: '#/components/responses/Refused' },
      '5XX': { $ref: '#/components/responses/Refused' },
    },
  }
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined, schemas: Schemas) {
  if (!(schema instanceof z.ZodObject)) return []
  const { required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries<z.ZodType>(schema.shape).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: schemas.of(part, 'input'),
  }))
}
