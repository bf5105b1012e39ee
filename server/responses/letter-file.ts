import { constants, inflateRawSync } from 'node:zlib'
import type { LETTER_TYPES } from '@consultation/shared/responses.ts'
import { Refused } from '../refused.ts'

type LetterType = (typeof LETTER_TYPES)[number]

const EXTENSIONS: Record<LetterType, string> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}
/** `note.exe.pdf`: a name that wants to be opened as something else. */
const SECOND_ENDING = /\.(exe|scr|com|bat|cmd|ps1|vbs|js|mjs|jar|html?|xhtml|svg|xml|php|lnk|docm|dotm|zip)\.[^.]+$/i
const ENTRIES_MAX = 2_000
const UNPACKED_MAX = 100_000_000
/** Enough of a part to see its prologue and root; unpacked it cannot exceed four megabytes. */
const PEEK_BYTES = 4_096

/** A letter is what it says it is. Nothing is unpacked or run: it is kept and handed on. Refuses: not_a_document. */
export function mustBeDocument(name: string, type: LetterType, bytes: Buffer): void {
  const named = name.toLowerCase().endsWith(`.${EXTENSIONS[type]}`) && !SECOND_ENDING.test(name)
  if (!named) throw new Refused('not_a_document', { field: 'name' })
  const genuine = type === 'application/pdf' ? isPdf(bytes) : isDocx(bytes)
  if (!genuine) throw new Refused('not_a_document')
}

function isPdf(bytes: Buffer): boolean {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return false
  // Two things in one file: a web page in the first bytes, an archive at the end.
  if (/<(!doctype|html|script|svg|body)\b/i.test(bytes.toString('latin1', 0, 1_024))) return false
  if (bytes.subarray(-TAIL).includes(END_RECORD)) return false
  return /%%EOF\s*$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 1_024)).replaceAll('\0', ' '))
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** Readers of archives look no further back for the end record. */
const TAIL = 22 + 65_535
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1')

/** Where the end record of a zip archive stands whose comment reaches exactly to the end of the file. */
function endOfArchive(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - TAIL)
  for (let at = bytes.length - 22; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at
  }
  return null
}

type Entry = { name: string; method: number; packed: number; at: number }

function isDocx(bytes: Buffer): boolean {
  const entries = entriesOf(bytes)
  if (!entries) return false
  const types = entries.get('[Content_Types].xml')
  const text = entries.get('word/document.xml')
  if (!types || !text) return false
  const kinds = peek(bytes, types)
  const opening = peek(bytes, text)
  if (kinds === null || opening === null) return false
  // Definitions of one's own are how XML is made to read other files; Word writes none.
  if ([kinds, opening].some((part) => !part.trimStart().startsWith('<') || /<!(DOCTYPE|ENTITY)/i.test(part)))
    return false
  return /wordprocessingml/.test(kinds) && !/macroEnabled|vbaProject/i.test(kinds)
}

/** The archive's directory, read without unpacking; null for anything Word would not have written. */
function entriesOf(bytes: Buffer): Map<string, Entry> | null {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== LOCAL) return null
  const end = endOfArchive(bytes)
  if (end === null) return null
  const count = bytes.readUInt16LE(end + 10)
  const size = bytes.readUInt32LE(end + 12)
  const start = bytes.readUInt32LE(end + 16)
  const oneDisk = bytes.readUInt16LE(end + 4) === 0 && bytes.readUInt16LE(end + 6) === 0
  // Directory and end record must meet: nothing is hidden between, before or behind them.
  if (!oneDisk || count !== bytes.readUInt16LE(end + 8) || count > ENTRIES_MAX || start + size !== end) return null

  const entries = new Map<string, Entry>()
  let unpacked = 0
  let at = start
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return null
    const madeOn = bytes.readUInt8(at + 5)
    const flags = bytes.readUInt16LE(at + 8)
    const method = bytes.readUInt16LE(at + 10)
    const packed = bytes.readUInt32LE(at + 20)
    unpacked += bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const mode = bytes.readUInt32LE(at + 38) >>> 16
    const local = bytes.readUInt32LE(at + 42)
    if (next > end) return null
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const encrypted = (flags & 0b100_0001) !== 0
    const link = madeOn === 3 && (mode & 0o170000) === 0o120000
    if (encrypted || link || (method !== 0 && method !== 8) || unpacked > UNPACKED_MAX) return null
    if (!isPlainPath(name) || entries.has(name)) return null
    if (local + 30 + packed > start || bytes.readUInt32LE(local) !== LOCAL) return null
    entries.set(name, { name, method, packed, at: local })
    at = next
  }
  return at === end ? entries : null
}

const isPlainPath = (name: string) =>
  name.length > 0 &&
  !name.startsWith('/') &&
  !/[\\:\0]/.test(name) &&
  !name.split('/').includes('..') &&
  !/(^|\/)vbaProject\.bin$|\.(zip|jar|7z|rar|gz|exe|dll)$/i.test(name)

/** The first characters of a part; null if it does not unpack. */
function peek(bytes: Buffer, entry: Entry): string | null {
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  const packed = bytes.subarray(from, from + Math.min(entry.packed, PEEK_BYTES))
  if (entry.method === 0) return textIn(packed)
  try {
    return textIn(inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: PEEK_BYTES * 1_100 }))
  } catch {
    return null
  }
}

/** XML may be UTF-16; read as Latin it shows a zero after each letter. */
const textIn = (bytes: Buffer) =>
  bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
