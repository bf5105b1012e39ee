import { LANGUAGES } from '@consultation/shared/languages.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { delegations, groupMembers, groupSpeakers, groups, memberships, officeRoles, people } from '../people/tables.ts'
import type { CastPerson } from './cast.ts'
import { GROUPS, type GroupRecord, STATES, type StateRecord } from './reference-data.ts'

// Any number no other program takes: one server loads, the others wait.
const LOADING = 0x73656564
const DAY_MS = 86_400_000

/** Takes part in consultations in its own right and belongs to no regional group (resolution 65/276). */
const EUROPEAN_UNION = { code: 'EUE', group: 'eu', since: '2011-05-03' }

/** Loads States and groups into an installation that has none; does nothing in one that has. */
export async function seedReference(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (tx) => {
    const [some] = await tx.select({ id: delegations.id }).from(delegations).limit(1)
    if (some) return
    const entities = GROUPS.filter((group) => group.id === EUROPEAN_UNION.group).map(entityOf)
    const made = await tx
      .insert(delegations)
      .values([...STATES.map(delegationOf), ...entities])
      .returning({ id: delegations.id, code: delegations.code })
    const delegationIds = new Map(made.map(({ id, code }) => [code, id]))
    const madeGroups = await tx.insert(groups).values(GROUPS.map(groupOf)).returning({ id: groups.id, key: groups.key })
    const groupIds = new Map(madeGroups.map(({ id, key }) => [key, id]))
    await tx.insert(groupMembers).values(
      GROUPS.flatMap((group) =>
        periodsOf(group).map(({ iso3, from, until }) => ({
          groupId: known(groupIds, group.id),
          delegationId: known(delegationIds, iso3),
          from,
          until,
        })),
      ),
    )
    await tx.insert(groupSpeakers).values({
      groupId: known(groupIds, EUROPEAN_UNION.group),
      delegationId: known(delegationIds, EUROPEAN_UNION.code),
      from: EUROPEAN_UNION.since,
    })
  })
}

/**
 * Loads people with their memberships, offices and the groups they speak for; whoever is already there stays untouched.
 * Each password is hashed by `hash`: a check reads the cost from the hash, so that tests may hand in a cheap one.
 */
export async function seedCast(
  ownerUrl: string,
  cast: readonly CastPerson[],
  hash: (password: string) => Promise<string>,
): Promise<void> {
  await asOwner(ownerUrl, async (tx) => {
    const already = new Set((await tx.select({ email: people.email }).from(people)).map(({ email }) => email))
    const missing = cast.filter(({ email }) => !already.has(email))
    if (missing.length === 0) return
    const delegationIds = new Map(
      (await tx.select({ id: delegations.id, code: delegations.code }).from(delegations)).map((d) => [d.code, d.id]),
    )
    const groupIds = new Map(
      (await tx.select({ id: groups.id, key: groups.key }).from(groups)).map((g) => [g.key, g.id]),
    )
    const hashes = await Promise.all(missing.map(({ password }) => hash(password)))
    const made = await tx
      .insert(people)
      .values(
        missing.map(({ email, name, language, timeZone }, i) => ({
          email,
          name,
          language,
          timeZone,
          passwordHash: hashes[i] ?? null,
        })),
      )
      .returning({ id: people.id, email: people.email })
    const personIds = new Map(made.map(({ id, email }) => [email, id]))
    const now = Date.now()
    const at = (day: number) => new Date(now + day * DAY_MS)
    const offices = missing.flatMap(({ email, officeRoles }) =>
      officeRoles.map((role) => ({ personId: known(personIds, email), role })),
    )
    if (offices.length > 0) await tx.insert(officeRoles).values(offices)
    const members = missing.flatMap((person) =>
      person.memberships.map(({ iso3, role, title, standIn }) => ({
        delegationId: known(delegationIds, iso3),
        personId: known(personIds, person.email),
        role,
        title: title ?? null,
        from: at(standIn?.fromDay ?? -30),
        until: standIn ? at(standIn.untilDay) : null,
        standIn: standIn !== undefined,
      })),
    )
    if (members.length > 0) await tx.insert(memberships).values(members)
    const speakers = missing.flatMap(({ memberships, speaksFor = [] }) =>
      memberships.flatMap(({ iso3 }) =>
        speaksFor.map((key) => ({
          groupId: known(groupIds, key),
          delegationId: known(delegationIds, iso3),
          from: at(-30).toISOString().slice(0, 10),
        })),
      ),
    )
    if (speakers.length > 0) await tx.insert(groupSpeakers).values(speakers)
  })
}

async function asOwner(ownerUrl: string, action: (tx: NodePgDatabase) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await drizzle(client, { casing: 'snake_case' }).transaction(async (tx) => {
      await tx.execute(`select pg_advisory_xact_lock(${LOADING})`)
      await action(tx)
    })
  } finally {
    await client.end()
  }
}

function delegationOf(state: StateRecord): typeof delegations.$inferInsert {
  return {
    code: state.iso3,
    kind: state.status,
    ...namesOf(state),
    formerNames: (state.formerNames ?? []).map((former) => ({ until: former.until, ...namesOf(former) })),
    regionalGroup: state.regionalGroup,
    protocolOrder: state.protocolOrder ?? null,
  }
}

function namesOf({ names }: Pick<StateRecord, 'names'>): { names: Translated; formalNames: Translated } {
  const each = (form: 'short' | 'formal'): Translated =>
    Object.fromEntries(LANGUAGES.map((language) => [language, names[language][form]]))
  return { names: each('short'), formalNames: each('formal') }
}

const entityOf = ({ names }: GroupRecord): typeof delegations.$inferInsert => ({
  code: EUROPEAN_UNION.code,
  kind: 'entity',
  names,
  formalNames: names,
})

const groupOf = ({ id, kind, names, membersComplete }: GroupRecord): typeof groups.$inferInsert => ({
  key: id,
  kind,
  names,
  complete: membersComplete,
})

/** From the members of now and what changed: who belonged from when, until when. A window counts from its end. */
function periodsOf(group: GroupRecord): { iso3: string; from: string | null; until: string | null }[] {
  const changes = group.changes ?? []
  const joined = new Map(changes.flatMap((c) => (c.change === 'joined' ? [[c.iso3, c.on ?? c.to ?? null]] : [])))
  return [
    ...group.members.map((iso3) => ({ iso3, from: joined.get(iso3) ?? null, until: null })),
    ...changes.flatMap((c) => (c.change === 'left' ? [{ iso3: c.iso3, from: null, until: c.on ?? c.to ?? null }] : [])),
  ]
}

function known(ids: ReadonlyMap<string | null, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`The reference data knows no ${key}.`)
  return id
}
