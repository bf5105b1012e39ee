import type { Caller, MemberRole, OfficeRole } from '@consultation/shared/rules/access.ts'
import { type Asking, reading, type Tx } from '../database/database.ts'
import { type Parts, type Work, work } from '../work.ts'
import { CAST, type CastPerson, GUESTS, RESPONDENTS, respondentHead } from './cast.ts'

export type Actor = Extract<Caller, { kind: 'person' }>

/** Fewer than the pool has connections: pages are answered meanwhile. */
const AT_ONCE = 6

/** Those at work, without a browser. */
export class Stage {
  readonly parts: Parts
  private readonly actors = new Map<string, Promise<Actor>>()
  constructor(parts: Parts) {
    this.parts = parts
  }

  does<T>(who: Actor, action: (work: Work) => Promise<T>): Promise<T> {
    return work(this.parts, who, action)
  }

  reads<T>(who: Asking, action: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
    return reading(this.parts.database, who, action)
  }

  /** What many do at the same time, each for themselves. */
  async each<T>(all: readonly T[], action: (one: T) => Promise<unknown>): Promise<void> {
    const left = [...all]
    const hand = async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await action(one)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, hand))
  }

  caller({ email }: CastPerson): Promise<Actor> {
    const known = this.actors.get(email) ?? this.find(email)
    this.actors.set(email, known)
    return known
  }

  /** Who answers for a delegation: of the cast its drafter, of the others the head, who drafts alone. */
  drafterOf(iso3: string): Promise<Actor> {
    return this.caller(this.personOf(iso3))
  }

  headOf(iso3: string): Promise<Actor> {
    return this.caller(this.headPerson(iso3))
  }

  headPerson(iso3: string): CastPerson {
    const respondent = [...RESPONDENTS, ...GUESTS].find((one) => one.iso3 === iso3)
    const head = memberOf(iso3, 'head') ?? (respondent && respondentHead(respondent))
    if (!head) throw new Error(`Nobody heads ${iso3}.`)
    return head
  }

  /** Who answers for a delegation, as in the cast. */
  personOf(iso3: string): CastPerson {
    return memberOf(iso3, 'drafter') ?? this.headPerson(iso3)
  }

  private async find(email: string): Promise<Actor> {
    const found = await this.reads('system', (tx) =>
      tx.$client.query<{
        personId: string
        office: OfficeRole[]
        membershipId: string | null
        delegationId: string | null
        role: MemberRole | null
      }>(
        `select p.id as "personId", array(select o.role::text from office_roles o where o.person_id = p.id) as office,
          m.id as "membershipId", m.delegation_id as "delegationId", m.role
        from people p left join memberships m on m.person_id = p.id and m.removed_at is null where p.email = $1`,
        [email],
      ),
    )
    const [row] = found.rows
    if (!row) throw new Error(`Nobody has the address ${email}.`)
    const { personId, office, membershipId, delegationId, role } = row
    const acting = membershipId && delegationId && role ? { membershipId, delegationId, role } : null
    return { kind: 'person', personId, signInId: 'demonstration', office, acting }
  }
}

const memberOf = (iso3: string, role: MemberRole): CastPerson | undefined =>
  CAST.find(({ memberships }) => memberships.some((m) => m.iso3 === iso3 && m.role === role && !m.standIn))

export async function idOfGroup(stage: Stage, key: string): Promise<string> {
  const { rows } = await stage.reads('system', (tx) =>
    tx.$client.query<{ id: string }>('select id from groups where key = $1', [key]),
  )
  if (!rows[0]) throw new Error(`No group is called ${key}.`)
  return rows[0].id
}
