import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as access from '../../shared/rules/access.ts'

type Access = typeof access
type Caller = access.Caller

const person = (office: access.OfficeRole[], role?: access.MemberRole): Caller => ({
  kind: 'person',
  personId: 'p',
  signInId: 's',
  office,
  acting: role ? { delegationId: 'ghana', role, membershipId: 'm' } : null,
})
const CALLERS = {
  nobody: { kind: 'nobody' },
  screen: { kind: 'screen', screenId: 'c', sessionId: 'r' },
  signedIn: person([]),
  administrator: person(['administrator']),
  staff: person(['staff']),
  irt: person(['irt']),
  staffAndIrt: person(['staff', 'irt']),
  head: person([], 'head'),
  drafter: person([], 'drafter'),
  reader: person([], 'reader'),
} satisfies Record<string, Caller>

const ANYONE = 'nobody screen signedIn administrator staff irt head drafter reader'
const SIGNED_IN = 'signedIn administrator staff irt head drafter reader'
const MEMBERS = 'head drafter reader'
const READERS = 'staff irt'
const READERS_AND_MEMBERS = `${READERS} ${MEMBERS}`

/** Who may try what, written down a second time: a slip in the one table is not made in the other. */
const EXPECTED: Record<string, string> = {
  'sign_in.try': ANYONE,
  'invitation.accept': ANYONE,
  'health.read': ANYONE,
  'me.read': SIGNED_IN,
  'me.change': SIGNED_IN,
  'reference.read': `screen ${SIGNED_IN}`,
  'receipt.check': SIGNED_IN,
  'live.connect': SIGNED_IN,
  'people.read_all': 'administrator staff',
  'people.invite_office': 'administrator',
  'people.remove_office': 'administrator',
  'people.invite_head': 'administrator staff',
  'mission.read': MEMBERS,
  'mission.manage': 'head',
  'group.manage': 'staff',
  'outbox.read': 'administrator',
  'consultation.read': `administrator staff irt ${MEMBERS}`,
  'consultation.manage': 'staff',
  'list.read': `staff irt ${MEMBERS}`,
  'list.edit': 'staff',
  'list.circulate': 'staff',
  'list.extend': 'staff',
  'list.close': 'staff',
  'list.monitor': 'staff',
  'list.remind': 'staff',
  'list.acknowledge': MEMBERS,
  'list.say_in_preparation': 'head drafter',
  'response.read': MEMBERS,
  'response.draft': 'head drafter',
  'response.comment': 'head drafter',
  'response.return': 'head',
  'response.clear': 'head',
  'response.submit': 'head',
  'response.align': 'head',
  'submission.read': 'staff',
  'answer.read': `staff irt ${MEMBERS}`,
  'thread.read': `staff ${MEMBERS}`,
  'thread.open': 'staff',
  'thread.reply': 'staff head drafter',
  'thread.resolve': 'staff',
  'export.make': 'staff',
  'session.read': `administrator staff irt ${MEMBERS}`,
  'session.manage': 'administrator staff',
  'room.follow': `screen staff irt ${MEMBERS}`,
  'room.attend': MEMBERS,
  'room.speak': 'staff irt head drafter',
  'room.write': 'head drafter',
  'room.run': 'staff irt',
  'intake.try': ANYONE,
  'finding.read': READERS_AND_MEMBERS,
  'finding.write': READERS,
  'finding.publish': 'staff',
  'source.read': READERS,
  'retreat.read': READERS_AND_MEMBERS,
  'retreat.manage': 'staff',
  'retreat.take_part': 'head drafter',
  'retreat.call': 'staff irt head drafter',
  'feedback.read': READERS_AND_MEMBERS,
  'feedback.give': 'head drafter',
  'feedback.associate': 'head',
  'convergence.read': READERS_AND_MEMBERS,
  'convergence.release': 'staff',
  'measure.read': READERS_AND_MEMBERS,
  'measure.manage': 'staff',
  'report.read': READERS_AND_MEMBERS,
  'report.write': READERS,
  'report.publish': 'staff',
  'trace.read': READERS_AND_MEMBERS,
  'trace.own': MEMBERS,
  'trace.set_aside': READERS,
}

const FROM = new Date('2026-06-01T04:00:00Z')
const UNTIL = new Date('2026-06-15T04:00:00Z')
const after = (date: Date, ms: number) => new Date(date.getTime() + ms)

/** What a version of the rules says, and what it should say: how many answers differ. */
function faultsOf({ PERMISSIONS, may, holdsAt, isStaff, isIrt, isReader, actsFor }: Access): string[] {
  const permissions = Object.keys(PERMISSIONS) as access.Permission[]
  const answers = Object.entries(CALLERS).flatMap(([key, caller]): [string, boolean, boolean][] => [
    ...permissions.map((permission): [string, boolean, boolean] => [
      `${key} ${permission}`,
      may(caller, permission),
      (EXPECTED[permission] ?? '').split(' ').includes(key === 'staffAndIrt' ? 'staff' : key),
    ]),
    [`${key} is staff`, isStaff(caller), key === 'staff' || key === 'staffAndIrt'],
    [`${key} is of the Review Team alone`, isIrt(caller), key === 'irt'],
    [`${key} reads for the Secretariat`, isReader(caller), ['staff', 'irt', 'staffAndIrt'].includes(key)],
    [`${key} acts for Ghana`, actsFor(caller, 'ghana'), MEMBERS.split(' ').includes(key)],
    [`${key} acts for Norway`, actsFor(caller, 'norway'), false],
  ])
  const period = { from: FROM, until: UNTIL }
  const held: [string, boolean, boolean][] = [
    ['before it begins', holdsAt(period, after(FROM, -1)), false],
    ['when it begins', holdsAt(period, FROM), true],
    ['just before it ends', holdsAt(period, after(UNTIL, -1)), true],
    ['when it ends', holdsAt(period, UNTIL), false],
    ['without an end', holdsAt({ from: FROM, until: null }, after(UNTIL, 1e12)), true],
    ['without an end, before it begins', holdsAt({ from: FROM, until: null }, after(FROM, -1)), false],
  ]
  return [...answers, ...held].filter(([, said, right]) => said !== right).map(([name]) => name)
}

test('AC1 the policy table says what stands here, for each permission and each kind of caller', () => {
  expect(Object.keys(access.PERMISSIONS).filter((permission) => EXPECTED[permission] === undefined)).toEqual([])
  expect(faultsOf(access)).toEqual([])
})

const source = stripTypeScriptTypes(readFileSync(join(import.meta.dirname, '../../shared/rules/access.ts'), 'utf8'))

/** One word of the source for another, at each place where it stands. */
const EXCHANGED: [RegExp, string][] = [
  [/===/g, '!=='],
  [/!==/g, '==='],
  [/<=/g, '<'],
  [/<(?![=a-z])/g, '<='],
  [/&&/g, '||'],
  [/\|\|/g, '&&'],
  [/\?\? false/g, '?? true'],
  [/return true/g, 'return false'],
  [/return false/g, 'return true'],
  [/\.some\(/g, '.every('],
  [/if \((?=\S)/g, 'if (!'],
  [/if \((?=\S)/g, 'if (true || '],
  [/if \((?=\S)/g, 'if (false && '],
  [/(?<=\.)includes\(([^()]*)\)/g, 'includes("somebody else")'],
  [/: MEMBERS/g, ': WRITERS'],
  [/: WRITERS/g, ': MEMBERS'],
  [/anyone: true/g, 'signedIn: true'],
  [/signedIn: true/g, 'anyone: true'],
]
const exchanged = EXCHANGED.flatMap(([from, to]) =>
  [...source.matchAll(from)].map(({ 0: word, index }) => ({
    name: `${word} at ${source.slice(0, index).split('\n').length} becomes ${to}`,
    text: source.slice(0, index) + to + source.slice(index + word.length),
  })),
)

/** One cell of the table for its opposite: a role more or a role less. */
type Rule = { office?: readonly string[]; member?: readonly string[]; [other: string]: unknown }
const cells = Object.entries<Rule>(access.PERMISSIONS).flatMap(([permission, rule]) => {
  const row = new RegExp(`'${permission.replace('.', '\\.')}': \\{.*\\},`)
  const { office = [], member = [], ...rest } = rule
  const flip = (roles: readonly string[], role: string) =>
    roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]
  const flipped =
    'anyone' in rule || 'signedIn' in rule
      ? []
      : [
          ...access.OFFICE_ROLES.map((role) => ({ role, rule: { ...rest, member, office: flip(office, role) } })),
          ...access.MEMBER_ROLES.map((role) => ({ role, rule: { ...rest, office, member: flip(member, role) } })),
        ]
  return flipped.map(({ role, rule }) => ({
    name: `${permission} for ${role} is the opposite`,
    text: source.replace(row, `'${permission}': ${JSON.stringify(rule)},`),
  }))
})

test('[T17] of all versions of the rules with one thing changed, at least 95 in 100 are found out', async () => {
  const mutants = [...exchanged, ...cells]
  expect(cells.every(({ text }) => text !== source)).toBe(true)
  // The rules as they are, taken in the same way, are without fault.
  expect(faultsOf(await changedTo(source))).toEqual([])
  let found = 0
  const survivors: string[] = []
  for (const { name, text } of mutants) {
    const changed = await changedTo(text).catch(() => null)
    // One that does not even run proves nothing.
    if (!changed) continue
    if (isFoundOut(changed)) found++
    else survivors.push(name)
  }
  expect(found).toBeGreaterThan(200)
  expect(survivors.length / (found + survivors.length), survivors.join('\n')).toBeLessThanOrEqual(0.05)
})

const changedTo = (text: string): Promise<Access> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)

function isFoundOut(changed: Access): boolean {
  try {
    return faultsOf(changed).length > 0
  } catch {
    return true
  }
}
