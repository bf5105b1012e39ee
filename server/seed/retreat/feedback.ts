import { createHash } from 'node:crypto'
import type { FindingLine } from '@consultation/shared/findings.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { FeedbackStance } from '@consultation/shared/rules/feedback.ts'
import { blocksOf, paragraphsOf, runsText } from '@consultation/shared/text.ts'
import { eq } from 'drizzle-orm'
import { release } from '../../feedback/convergence.ts'
import { associate, give, setPriorities } from '../../feedback/feedback.ts'
import { convergenceReleases, feedbackAssociations, feedbackSources, type Proposal } from '../../feedback/tables.ts'
import { findingOf } from '../../findings/findings.ts'
import { readVersion } from '../../findings/versions.ts'
import { priorities } from '../../retreats/tables.ts'
import { GUESTS, RESPONDENTS } from '../cast.ts'
import { idOfGroup } from '../stage.ts'
import { ASSOCIATIONS, FEEDBACK_WORDS, GROUP_FEEDBACK } from './feedback-texts.ts'
import type { Retreat } from './retreat.ts'

/** Egypt has not yet spoken, so that its feedback can be given: the others draw their stance by lot. */
const SPEAKING = ['GHA', 'SEN', 'NOR', ...[...RESPONDENTS, ...GUESTS].map(({ iso3 }) => iso3)].filter(
  (iso3) => iso3 !== 'AUS' && iso3 !== 'VNM',
)

/** How many in a hundred take which stance, by finding and version: what was changed brings views nearer. */
const SHARES: readonly (readonly (readonly [FeedbackStance, number][])[])[] = [
  [
    [
      ['support', 46],
      ['support_with_change', 30],
      ['concern', 12],
      ['need_information', 6],
      ['awaiting_instructions', 6],
    ],
    [
      ['support', 80],
      ['support_with_change', 14],
      ['no_position', 6],
    ],
  ],
  [
    [
      ['support', 52],
      ['support_with_change', 16],
      ['concern', 16],
      ['need_information', 8],
      ['no_position', 8],
    ],
  ],
  [
    [
      ['support', 40],
      ['support_with_change', 24],
      ['concern', 22],
      ['need_information', 8],
      ['awaiting_instructions', 6],
    ],
    [
      ['support', 66],
      ['support_with_change', 22],
      ['concern', 6],
      ['no_position', 6],
    ],
  ],
  [
    [
      ['support', 58],
      ['support_with_change', 18],
      ['concern', 8],
      ['need_information', 8],
      ['no_position', 8],
    ],
  ],
  [
    [
      ['support', 24],
      ['support_with_change', 20],
      ['concern', 32],
      ['need_information', 16],
      ['awaiting_instructions', 8],
    ],
    [
      ['support', 34],
      ['support_with_change', 32],
      ['concern', 22],
      ['need_information', 6],
      ['awaiting_instructions', 6],
    ],
    [
      ['support', 52],
      ['support_with_change', 28],
      ['concern', 12],
      ['awaiting_instructions', 8],
    ],
  ],
  [
    [
      ['support', 54],
      ['support_with_change', 20],
      ['concern', 10],
      ['need_information', 10],
      ['no_position', 6],
    ],
  ],
]
/** Of a hundred who speak, so many speak to one finding, and so many again to its next version. */
const TURNOUT = 78
const UNNAMED = 14

/** The same for ever from the same words, and no pattern that could be taken for anybody's position. */
const lot = (...words: (string | number)[]) =>
  createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) % 100

function drawn(shares: readonly (readonly [FeedbackStance, number])[], number: number): FeedbackStance {
  let sum = 0
  for (const [stance, share] of shares) {
    sum += share
    if (number < sum) return stance
  }
  return 'support'
}

type Version = { line: FindingLine; versionId: string; texts: Awaited<ReturnType<typeof readVersion>>['texts'] }

/** What is said to the versions of that number: by States, by groups, and by their members. */
export async function speakTo(retreat: Retreat, version: number, lines: readonly FindingLine[]): Promise<void> {
  const { stage, staff, retreatId } = retreat
  const versions: Version[] = []
  for (const line of lines.filter((one) => one.version === version && one.versionId)) {
    const versionId = line.versionId!
    const { texts } = await stage.reads(staff, (tx) => readVersion(tx, staff, versionId))
    versions.push({ line, versionId, texts })
  }
  const given = await stage.reads(staff, (tx) =>
    tx.select().from(feedbackSources).where(eq(feedbackSources.retreatId, retreatId)),
  )
  const used = new Map<string, number>()
  const sittings = SPEAKING.map((iso3) => {
    const { language } = stage.headPerson(iso3)
    const said = versions.flatMap((one) => {
      const words = saidBy(iso3, language, one, used)
      return words ? [{ versionId: one.versionId, words }] : []
    })
    return { iso3, said }
  })
  // A delegation says what it has to say in one sitting.
  await stage.each(sittings, async ({ iso3, said }) => {
    const who = await stage.headOf(iso3)
    const own = given.filter(
      ({ delegationId, groupId }) => delegationId === who.acting?.delegationId && groupId === null,
    )
    const toGive = said.filter(({ versionId }) => own.every(({ findingVersionId }) => findingVersionId !== versionId))
    if (toGive.length === 0) return
    await stage.does(who, async (w) => {
      for (const { versionId, words } of toGive)
        await give(w, retreatId, versionId, 0, { commandId: who.personId, ...words })
    })
  })
  await groupsSpeak(retreat, versions, given)
}

/** What one delegation says to one version; null if it says nothing. Names are always given to what the report rests on. */
function saidBy(
  iso3: string,
  language: Language,
  { line: { number, version }, texts }: Version,
  used: Map<string, number>,
) {
  const cited = number === 4 && (iso3 === 'SEN' || iso3 === 'NOR')
  if (!cited && lot('turnout', iso3, number, version) >= TURNOUT) return null
  const wished = drawn(SHARES[number - 1]?.[version - 1] ?? [], lot('stance', iso3, number, version))
  const words = FEEDBACK_WORDS[language]
  const core =
    wished === 'concern'
      ? words.concern[number - 1]
      : wished === 'need_information'
        ? words.asks[number - 1]
        : undefined
  // Nobody repeats another's words: when all endings are taken, the delegation supports without any.
  const times = core === undefined ? 0 : (used.get(`${version} ${core}`) ?? 0)
  if (core !== undefined) used.set(`${version} ${core}`, times + 1)
  const stance = cited ? 'concern' : core !== undefined && times >= words.tails.length ? 'support' : wished
  const sentence = cited ? words.concern[number - 1] : core
  const proposals = stance === 'support_with_change' ? proposalIn(language, number, texts) : []
  const reason =
    stance === 'concern' || stance === 'need_information'
      ? [sentence, words.tails[cited ? 1 : times]].filter(Boolean).join(' ')
      : stance === 'support_with_change'
        ? (proposals.length > 0 ? words.change[lot('words', iso3, number) % 3] : words.change[1])!
        : ''
  return {
    groupId: null,
    stance,
    channel: (['writing', 'breakout', 'plenary', 'writing'] as const)[lot('channel', iso3, number, version) % 4]!,
    language,
    attribution:
      !cited && lot('name', iso3, number) < UNNAMED ? ('not_for_attribution' as const) : ('attributed' as const),
    reason: blocksOf(reason),
    proposals,
  }
}

/** Other words for one paragraph as it stands in the version; none where it no longer says what they are to replace. */
function proposalIn(language: Language, number: number, texts: Version['texts']): Proposal[] {
  const edit = FEEDBACK_WORDS[language].edits[number - 1]
  const paragraph = edit && paragraphsOf(texts[language] ?? [])[edit.paragraph]
  const was = paragraph && runsText(paragraph.content)
  if (!edit || !was?.includes(edit.from)) return []
  return [{ paragraph: edit.paragraph, language, was, text: was.replace(edit.from, edit.to) }]
}

type Given = (typeof feedbackSources.$inferSelect)[]

async function groupsSpeak(retreat: Retreat, versions: readonly Version[], given: Given): Promise<void> {
  const { stage, staff, retreatId } = retreat
  const at = (finding: number, version: number) =>
    versions.find(({ line }) => line.number === finding && line.version === version)
  for (const { group, iso3, language, finding, version, stance, text, proposes } of GROUP_FEEDBACK) {
    const spokenTo = at(finding, version)
    const groupId = await idOfGroup(stage, group)
    if (!spokenTo || given.some((one) => one.findingVersionId === spokenTo.versionId && one.groupId === groupId))
      continue
    const { versionId } = spokenTo
    const proposals = proposes ? proposalIn(language, finding, spokenTo.texts) : []
    const who = await stage.headOf(iso3)
    await stage.does(who, (w) =>
      give(w, retreatId, versionId, 0, {
        commandId: who.personId,
        groupId,
        stance,
        channel: 'writing',
        language,
        attribution: 'attributed',
        reason: blocksOf(text),
        proposals,
      }),
    )
  }
  const [words, said] = await stage.reads(staff, (tx) =>
    Promise.all([
      tx.select().from(feedbackSources).where(eq(feedbackSources.retreatId, retreatId)),
      tx.select().from(feedbackAssociations).where(eq(feedbackAssociations.retreatId, retreatId)),
    ]),
  )
  for (const { group, iso3, finding, version, association, note } of ASSOCIATIONS) {
    const groupId = await idOfGroup(stage, group)
    const versionId = at(finding, version)?.versionId
    const theirs = words.find((one) => one.findingVersionId === versionId && one.groupId === groupId && one.current)
    const who = await stage.headOf(iso3)
    const done = said.some(
      (one) =>
        one.findingVersionId === versionId && one.groupId === groupId && one.delegationId === who.acting?.delegationId,
    )
    if (theirs && !done) await stage.does(who, (w) => associate(w, theirs.feedbackId, association, note))
  }
}

/** The findings that matter most to some, in their own order. */
export async function sayWhatMatters(retreat: Retreat): Promise<void> {
  const { stage, staff, retreatId, findings } = retreat
  const known = await stage.reads(staff, (tx) =>
    tx.select().from(priorities).where(eq(priorities.retreatId, retreatId)),
  )
  const saying = SPEAKING.filter((one) => lot('matters', one) < 60)
  await stage.each(saying, async (iso3) => {
    const who = await stage.headOf(iso3)
    if (known.some(({ delegationId }) => delegationId === who.acting?.delegationId)) return
    const ids = findings
      .toSorted((a, b) => lot('order', iso3, a.number) - lot('order', iso3, b.number))
      .slice(0, 2 + (lot('many', iso3) % 3))
      .map(({ id }) => id)
    await stage.does(who, (w) => setPriorities(w, retreatId, 0, ids))
  })
}

/** Where views converge is given out once, version by version, as the rule for small numbers lets it. */
export async function giveOut(retreat: Retreat): Promise<void> {
  const { stage, staff, retreatId, findings } = retreat
  const [known] = await stage.reads(staff, (tx) =>
    tx.select().from(convergenceReleases).where(eq(convergenceReleases.retreatId, retreatId)).limit(1),
  )
  if (known) return
  const versionIds: string[] = []
  for (const { id } of findings) {
    const { versions } = await stage.reads(staff, (tx) => findingOf(tx, staff, id))
    versionIds.push(...versions.toReversed().map((one) => one.id))
  }
  await stage.does(staff, (w) => release(w, retreatId, versionIds))
}
