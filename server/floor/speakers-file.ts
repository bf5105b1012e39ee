import { streams } from '@consultation/shared/live.ts'
import {
  ASKED_CAPACITIES,
  type AskedCapacity,
  inOrder,
  isWaiting,
  SPEAKER_STATES,
} from '@consultation/shared/rules/floor.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { parse } from 'csv-parse/sync'
import { inArray } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { neutralized } from '../exports/csv.ts'
import type { FileReply } from '../http.ts'
import { delegations, groups } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import { atItem, type ItemRow, type SessionRow } from '../sessions/room.ts'
import type { Work } from '../work.ts'
import { inscribe, speakersAt } from './speakers.ts'

const COLUMNS = ['place', 'code', 'delegation', 'capacity', 'group', 'state', 'seconds'] as const
/** A list of speakers is hundreds of lines, not thousands. */
const LINES_MAX = 500

const quoted = (text: string) => `"${neutralized(text).replaceAll('"', '""')}"`

/**
 * The list as a table that opens right in Excel: who has spoken or left, then those who wait in their order. Where names are
 * sealed no list of who was there leaves the room. Refuses: forbidden.
 */
export async function speakersFile(tx: Tx, session: SessionRow, item: ItemRow): Promise<FileReply> {
  if (session.mode !== 'attributed') throw new Refused('forbidden')
  const here = await speakersAt(tx, item.id)
  const waiting = inOrder(here, session.observersAfter)
  const others = here
    .filter((one) => !waiting.includes(one))
    .sort((a, b) => (a.spokeAt?.getTime() ?? Infinity) - (b.spokeAt?.getTime() ?? Infinity))
  const rows = [...others, ...waiting]
  const names = await namesFor(tx, rows)
  const lines = rows.map((row) => [
    waiting.includes(row) ? String(waiting.indexOf(row) + 1) : '',
    row.delegationId ? names.code(row.delegationId) : '',
    row.delegationId ? names.delegation(row.delegationId) : inLanguage(row.report?.title ?? {}, 'en').text,
    row.capacity,
    row.groupId ? names.group(row.groupId) : '',
    row.state,
    String(Math.round(row.usedMs / 1_000)),
  ])
  const text = [[...COLUMNS], ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')
  return {
    name: `${session.reference.replaceAll('/', '-')}-${item.number}-speakers.csv`,
    type: 'text/csv; charset=utf-8',
    // The mark by which Excel knows the encoding.
    content: Buffer.from(`\ufeff${text}\r\n`),
  }
}

async function namesFor(tx: Tx, rows: readonly { delegationId: string | null; groupId: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ delegationId }) => delegationId ?? []))]
  const groupIds = [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))]
  const known = ids.length > 0 ? await tx.select().from(delegations).where(inArray(delegations.id, ids)) : []
  const knownGroups = groupIds.length > 0 ? await tx.select().from(groups).where(inArray(groups.id, groupIds)) : []
  const byId = new Map(known.map((one) => [one.id, one]))
  const groupById = new Map(knownGroups.map((one) => [one.id, one]))
  return {
    code: (id: string) => byId.get(id)?.code ?? '',
    delegation: (id: string) => inLanguage(byId.get(id)?.names ?? {}, 'en').text,
    group: (id: string) => groupById.get(id)?.key ?? inLanguage(groupById.get(id)?.names ?? {}, 'en').text,
  }
}

/** Which column holds what inscribing takes exception to. */
const COLUMN_OF: Record<string, string> = { delegationId: 'code', groupId: 'group' }

type Line = { field: string; code: string; capacity: AskedCapacity; group: string }

/**
 * Takes a list in: columns `code`, `capacity` (national where there is none) and `group`, in any order, others passed over.
 * All lines or none; but a line of a list taken out whose `state` says that it waits no longer asks for nothing. Who stands on
 * the list already stays. Refuses: invalid, and what inscribing refuses, with the line and the field at fault: `csv.2.code`.
 */
export async function importSpeakers(
  work: Work,
  itemId: string,
  csv: string,
): Promise<{ added: number; known: number }> {
  const { session } = await atItem(work, itemId, 'speakers.inscribe_other')
  const lines = read(csv)
  const rows = await work.tx.select({ id: delegations.id, code: delegations.code }).from(delegations)
  const byCode = new Map(rows.map(({ id, code }) => [code, id]))
  const groupRows = await work.tx.select().from(groups)
  let added = 0
  for (const { field, ...line } of lines) {
    const delegationId = byCode.get(line.code)
    const groupId = line.group
      ? (groupRows.find(({ key, names }) => key === line.group || Object.values(names).includes(line.group))?.id ??
        null)
      : null
    if (!delegationId) throw new Refused('invalid', { field: `${field}.code` })
    if (line.group !== '' && groupId === null) throw new Refused('invalid', { field: `${field}.group` })
    try {
      await inscribe(work, itemId, { capacity: line.capacity, groupId, delegationId })
      added++
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.code === 'already_inscribed') continue
      const column = COLUMN_OF[error.detail.field ?? '']
      throw new Refused(error.code, { field: column ? `${field}.${column}` : field })
    }
  }
  const taken = { added, known: lines.length - added }
  // Also when all of them stood there already: that it was taken in is on record.
  await work.write(streams.sessionPodium(session.id), 'item.changed', itemId, taken)
  return taken
}

function read(csv: string): Line[] {
  let records: Record<string, string>[]
  try {
    records = parse(csv, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      trim: true,
      to: LINES_MAX + 1,
      relax_column_count: true,
      delimiter: delimiterOf(csv),
    })
  } catch {
    throw new Refused('invalid', { field: 'csv' })
  }
  if (records.length === 0 || records.length > LINES_MAX) throw new Refused('invalid', { field: 'csv' })
  return records.flatMap((record, at) => {
    const field = `csv.${at + 1}`
    const state = SPEAKER_STATES.find((one) => one === record.state)
    if (state !== undefined && !isWaiting(state)) return []
    // A group's report comes onto the list with its signed points, not by a file.
    if (record.capacity === 'report') return []
    const capacity = ASKED_CAPACITIES.find((one) => one === (record.capacity || (record.group ? 'group' : 'national')))
    if (!record.code) throw new Refused('invalid', { field: `${field}.code` })
    if (!capacity) throw new Refused('invalid', { field: `${field}.capacity` })
    return [{ field, code: record.code.toUpperCase(), capacity, group: record.group ?? '' }]
  })
}

/** As the first line has it: in a file set to semicolons a comma is part of a name. */
function delimiterOf(csv: string): string {
  const [header = ''] = csv.split('\n', 1)
  return [';', '\t'].find((sign) => header.includes(sign)) ?? ','
}
