import { CAST, type CastKey, type CastPerson, castPerson } from '../../server/seed/cast.ts'
import type { Endpoint, ReplyOf, Sent } from '../../shared/contract.ts'
import type { Problem } from '../../shared/refusals.ts'
import { type MeView, signIn } from '../../shared/sign-in.ts'
import { type Answer, Person, type TestApp } from './app.ts'

/**
 * The people of server/seed/cast.ts, at their browsers.
 *
 *   const { staff, drafterGhana, headNorway, adviserOfTwo } = cast(app)
 *   await drafterGhana.does(readHome)                    // signs in at the first call, once
 *   drafterGhana.actingFor                               // its only delegation, after the first call or `ready()`
 *   await adviserOfTwo.actsFor('FJI')                    // who has two chooses
 *   const socket = open((await staff.ready()).cookie)    // when the cookie is needed before a call
 *   const tab = await drafterGhana.secondTab()           // the same cookie in another tab
 *   const phone = drafterGhana.otherDevice()             // the same person, signed in apart
 */
export function cast(app: TestApp): Record<CastKey, CastMember> {
  return Object.fromEntries(CAST.map(({ key }) => [key, new CastMember(app, key as CastKey)])) as Record<
    CastKey,
    CastMember
  >
}

export class CastMember extends Person {
  readonly key: CastKey
  readonly who: CastPerson
  private signedIn: Promise<MeView> | null = null

  constructor(app: TestApp, key: CastKey) {
    super(app)
    this.key = key
    this.who = castPerson(key)
    this.language = this.who.language
  }

  /** Signs in if that has not been done. */
  async ready(): Promise<this> {
    await this.me()
    return this
  }

  /** What the sign-in answered. */
  me(): Promise<MeView> {
    this.signedIn ??= this.begin()
    return this.signedIn
  }

  async delegationId(): Promise<string> {
    await this.ready()
    if (this.actingFor === null) throw new Error(`${this.key} acts for no delegation yet`)
    return this.actingFor
  }

  /** Chooses among several delegations, by ISO code. */
  async actsFor(iso3: string): Promise<this> {
    await this.ready()
    this.actingFor = await delegationId(this.app, iso3)
    return this
  }

  /** The same sign-in in another tab, which may act for another delegation. */
  async secondTab(): Promise<CastMember> {
    const tab = new CastMember(this.app, this.key)
    tab.signedIn = this.me()
    await tab.signedIn
    tab.cookie = this.cookie
    tab.actingFor = this.actingFor
    return tab
  }

  /** The same person with a sign-in of its own. */
  otherDevice(): CastMember {
    return new CastMember(this.app, this.key)
  }

  override async ask<E extends Endpoint>(
    endpoint: E,
    sent: Partial<Sent<E>> & {
      ifMatch?: number
      file?: { type: string; content: Buffer }
      headers?: Record<string, string>
    } = {},
  ): Promise<Answer<ReplyOf<E> & Problem>> {
    await this.me()
    return super.ask(endpoint, sent)
  }

  private async begin(): Promise<MeView> {
    const answer = await super.ask(signIn, { body: { email: this.who.email, password: this.who.password } })
    if (answer.status !== 200) throw new Error(`${this.key} cannot sign in: ${JSON.stringify(answer.body)}`)
    const only = new Set(answer.body.memberships.map((membership) => membership.delegationId))
    if (only.size === 1) this.actingFor ??= [...only][0] ?? null
    return answer.body
  }
}

export async function delegationId(app: TestApp, iso3: string): Promise<string> {
  const [row] = await app.sql<{ id: string }>('select id from delegations where code = $1', [iso3])
  if (!row) throw new Error(`no delegation ${iso3}`)
  return row.id
}
