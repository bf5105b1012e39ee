import * as answers from '@consultation/shared/answers.ts'
import * as consultations from '@consultation/shared/consultations.ts'
import * as exports from '@consultation/shared/exports.ts'
import * as health from '@consultation/shared/health.ts'
import * as home from '@consultation/shared/home.ts'
import * as languages from '@consultation/shared/languages.ts'
import * as notices from '@consultation/shared/notices.ts'
import * as people from '@consultation/shared/people.ts'
import * as questionLists from '@consultation/shared/question-lists.ts'
import * as refusals from '@consultation/shared/refusals.ts'
import * as responses from '@consultation/shared/responses.ts'
import * as signIn from '@consultation/shared/sign-in.ts'
import * as text from '@consultation/shared/text.ts'
import * as threads from '@consultation/shared/threads.ts'
import { z } from 'zod'

export type JsonSchema = z.core.JSONSchema.BaseSchema
type Io = 'input' | 'output'

// What has a name in the contracts has it in the reference too, and stands there once.
const MODULES = [
  ...[languages, text, refusals, people, consultations, questionLists, responses, answers, threads, exports],
  ...[home, health, notices, signIn],
]
const names = z.registry<{ id: string }>()
const taken = new Set<string>()
for (const [name, schema] of MODULES.flatMap((module) => Object.entries<unknown>(module))) {
  if (!(schema instanceof z.ZodType) || taken.has(name) || names.has(schema)) continue
  taken.add(name)
  names.add(schema, { id: name })
}

/** JSON Schema 2020-12 of contracts, with what is named collected apart; `refs` is the prefix under which it will stand. */
export class Schemas {
  readonly named: Record<string, JsonSchema> = {}
  private readonly refs: string
  constructor(refs: string) {
    this.refs = refs
  }

  of(schema: z.ZodType, io: Io): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, {
      io,
      metadata: names,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => tidy(zodSchema, jsonSchema, io),
    })
    const places = new Map<string, string>()
    for (const name of Object.keys($defs))
      places.set(`#/$defs/${name}`, this.refs + this.nameFor(name, $defs[name], io))
    for (const [name, definition] of Object.entries($defs)) {
      const place = places.get(`#/$defs/${name}`)?.slice(this.refs.length) ?? name
      this.named[place] = moved(definition, places)
    }
    const id = names.get(schema)?.id
    const here = moved(root, places)
    if (id === undefined || '$ref' in here) return here
    const name = this.nameFor(id, root, io)
    const { id: _id, ...definition } = here
    this.named[name] = definition
    return { $ref: this.refs + name }
  }

  /** What is sent can differ from what is answered: before defaults, with room for what is trimmed. */
  private nameFor(name: string, definition: unknown, io: Io): string {
    const before = this.seen.get(name)
    const text = JSON.stringify(definition)
    if (before === undefined || before === text) {
      this.seen.set(name, text)
      return name
    }
    return io === 'input' ? `${name}Sent` : `${name}Answered`
  }
  private readonly seen = new Map<string, string>()
}

function moved<T>(schema: T, places: Map<string, string>): T {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' ? (places.get(value) ?? value) : value,
  )
}

/** Says what Zod leaves out: what a normalised text looks like; and leaves out what only repeats the format. */
function tidy(schema: z.core.$ZodType, json: JsonSchema, io: Io): void {
  if (json.format === 'uuid' || json.format === 'date-time' || json.format === 'date') delete json.pattern
  delete json.id
  const { def } = schema._zod
  if (io === 'output' && isPipe(def) && def.out._zod.def.type === 'transform') {
    const { $schema: _, ...before } = z.toJSONSchema(def.in, { io: 'input', unrepresentable: 'any' })
    Object.assign(json, before)
  }
}

const isPipe = (def: z.core.$ZodTypeDef): def is z.core.$ZodPipeDef => def.type === 'pipe'
