import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib'
import { z } from 'zod'

/** A reply as it goes out. */
export type Written = { payload: Buffer | Readable; length: number; gzipped: boolean }

/** What does not change of a reply, written once: the beginning of its JSON, and the same packed for whoever takes it so. */
type Beginning = { parts: readonly unknown[]; json: Buffer; packed: Promise<Buffer> | null; check: number }

/** Less than this is as quick sent as it is. */
const PACKED_FROM = 1_024
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const pack = promisify(deflateRaw)

export const takesGzip = (accepted: string | string[] | undefined) =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(accepted))

/**
 * Writes a view of which most does not change. That part went through the schema when it was first written, and is kept for as long
 * as somebody holds its objects: JSON and deflate both let what is written later follow what was written before.
 */
export function writerOf(
  reply: z.ZodType,
  kept: readonly string[],
): (result: object, gzip: boolean) => Promise<Written> {
  if (!(reply instanceof z.ZodObject)) throw new Error('only an object has parts to keep')
  const rest = reply.omit(Object.fromEntries(kept.map((name) => [name, true as const])) as Record<string, true>)
  const schemas = kept.map((name) => ({ name, schema: reply.shape[name] as z.ZodType }))
  const known = new WeakMap<object, Beginning>()

  const beginningOf = (result: object): Beginning => {
    const parts = kept.map((name): unknown => Reflect.get(result, name))
    const key = parts.find((part) => typeof part === 'object' && part !== null) as object | undefined
    const found = key && known.get(key)
    if (found?.parts.every((part, at) => part === parts[at])) return found
    const written = schemas.map(
      ({ name, schema }, at) => `${JSON.stringify(name)}:${JSON.stringify(schema.parse(parts[at]))}`,
    )
    const json = Buffer.from(`{${written.join(',')},`)
    const made: Beginning = { parts, json, packed: null, check: 0 }
    if (key) known.set(key, made)
    return made
  }

  return async (result, gzip) => {
    const beginning = beginningOf(result)
    const end = Buffer.from(JSON.stringify(rest.parse(result)).slice(1))
    const length = beginning.json.length + end.length
    if (!gzip || length < PACKED_FROM) return written([beginning.json, end], false)
    if (!beginning.packed) {
      beginning.check = crc32(beginning.json)
      // Up to a whole byte, and not closed; more effort takes three times as long and saves a twentieth.
      beginning.packed = pack(beginning.json, { level: 3, finishFlush: constants.Z_SYNC_FLUSH }).then((packed) =>
        Buffer.concat([GZIP_HEAD, packed]),
      )
    }
    const closing = Buffer.alloc(8)
    closing.writeUInt32LE(crc32(end, beginning.check), 0)
    closing.writeUInt32LE(length % 2 ** 32, 4)
    return written([await beginning.packed, ...deflated(end), closing], true)
  }
}

/** Packing takes longer than sending what is short as it is, in a block of its own. */
const SHORT = 16_384
function deflated(end: Buffer): Buffer[] {
  if (end.length > SHORT) return [deflateRawSync(end, { level: 1 })]
  const head = Buffer.from([1, 0, 0, 0, 0])
  head.writeUInt16LE(end.length, 1)
  head.writeUInt16LE(~end.length & 0xffff, 3)
  return [head, end]
}

/** Copied for each, what is long costs more than all else, and what is short less than a stream. */
const COPIED_MAX = 32_768
function written(pieces: Buffer[], gzipped: boolean): Written {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length <= COPIED_MAX) return { payload: Buffer.concat(pieces, length), length, gzipped }
  const payload = new Readable({ read() {} })
  for (const piece of pieces) payload.push(piece)
  payload.push(null)
  return { payload, length, gzipped }
}
