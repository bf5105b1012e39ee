import { type Html, html } from './html.ts'
import type { JsonSchema } from './json-schemas.ts'

const REFS = '#/components/schemas/'

/** A schema as somebody would write it down: types in the manner of TypeScript, limits beside them. */
export function notation(schema: JsonSchema, indent = ''): Html {
  if (schema.$ref) {
    const name = schema.$ref.replace(REFS, '')
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const either = schema.anyOf ?? schema.oneOf
  if (either) return joined(either as JsonSchema[], indent)
  if (schema.allOf) return joined(schema.allOf as JsonSchema[], indent, ' & ')
  if (schema.const !== undefined) return html`${JSON.stringify(schema.const)}`
  if (schema.enum) return html`${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}`
  if (Array.isArray(schema.type)) return html`${schema.type.join(' | ')}${limits(schema)}`
  switch (schema.type) {
    case 'object':
      return objectOf(schema, indent)
    case 'array':
      return html`${notation((schema.items ?? {}) as JsonSchema, indent)}[]${limits(schema)}`
    case undefined:
      return html`unknown`
    default:
      return html`${schema.type}${limits(schema)}`
  }
}

function joined(schemas: JsonSchema[], indent: string, sign = ' | '): Html {
  return html`${schemas.map((one, index) => html`${index > 0 && sign}${notation(one, indent)}`)}`
}

function objectOf(schema: JsonSchema, indent: string): Html {
  const inner = `${indent}  `
  const properties = Object.entries(schema.properties ?? {}) as [string, JsonSchema][]
  if (properties.length === 0) {
    const values = schema.additionalProperties
    if (typeof values !== 'object') return html`{}`
    return html`{ [key]: ${notation(values as JsonSchema, indent)} }`
  }
  const lines = properties.map(([name, value]) => {
    const optional = !schema.required?.includes(name)
    return html`${inner}${name}${optional && '?'}: ${notation(value, inner)}${byDefault(value)}\n`
  })
  return html`{\n${lines}${indent}}`
}

const byDefault = (schema: JsonSchema): Html | false =>
  schema.default !== undefined && html`<i> = ${JSON.stringify(schema.default)}</i>`

function limits(schema: JsonSchema): Html | false {
  const said = [
    schema.format,
    between(schema.minLength, schema.maxLength, 'characters'),
    between(schema.minItems, schema.maxItems, 'items'),
    between(schema.minimum, schema.maximum, ''),
  ].filter(Boolean)
  return said.length > 0 && html`<i> (${said.join(', ')})</i>`
}

function between(min: number | undefined, max: number | undefined, what: string): string {
  // Zod writes the largest safe integer where there is no limit.
  const [low, high] = [min, max].map((n) => (n === undefined || Math.abs(n) >= Number.MAX_SAFE_INTEGER ? undefined : n))
  if (low === undefined && high === undefined) return ''
  const range = low === undefined ? `at most ${high}` : high === undefined ? `at least ${low}` : `${low} to ${high}`
  return what ? `${range} ${what}` : range
}
