import { createHash } from 'node:crypto'
import type { FindingLine } from '@consultation/shared/findings.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { FEEDBACK_STANCES, type FeedbackStance } from '@consultation/shared/rules/feedback.ts'
import { blocksOf, paragraphsOf, runsText } from '@consultation/shared/text.ts'
import { eq } from 'drizzle-orm'
import { release } from '../../feedback/convergence.ts'
import { associate, give, setPriorities } from '../../feedback/feedback.ts'
import { convergenceReleases, feedbackAssociations, feedbackSources, type Proposal } from '../../feedback/tables.ts'
import { findingOf } from '../../findings/findings.ts'
import { versionOf } from '../../findings/versions.ts'
import { priorities } from '../../retreats/tables.ts'
import { GUESTS, RESPONDENTS } from '../cast.ts'
import { STATES } from '../reference-data.ts'
import { idOfGroup } from '../stage.ts'
import { ASSOCIATIONS, FEEDBACK_WORDS, GROUP_FEEDBACK } from './feedback-texts.ts'
import { FINDING_TEXTS } from './finding-texts.ts'
import type { Retreat } from './retreat.ts'

/**
 * Stances are drawn by lot. Egypt has not spoken yet, so that it can; those who speak through their group alone do not speak
 * themselves, and two are silent.
 */
const SPEAKING = ['GHA', 'SEN', 'NOR', ...[...RESPONDENTS, ...GUESTS].map(({ iso3 }) => iso3)].filter(
  (iso3) => iso3 !== 'AUS' && iso3 !== 'VNM' && ASSOCIATIONS.every((one) => one.iso3 !== iso3),
)

/**
 * How many in a hundred take which stance, by finding and version: what was changed brings views nearer. From version to version
 * as many stay undecided, and many more move than could be found by comparing figures.
 */
const UNDECIDED = { need_information: 8, no_position: 8, awaiting_instructions: 8 }
const SHARES: readonly (readonly Share[])[] = [
  [
    { support: 28, support_with_change: 26, concern: 22, ...UNDECIDED },
    { support: 48, support_with_change: 20, concern: 8, ...UNDECIDED },
  ],
  [{ support: 28, support_with_change: 24, concern: 24, ...UNDECIDED }],
  [
    { support: 20, support_with_change: 22, concern: 34, ...UNDECIDED },
    { support: 40, support_with_change: 26, concern: 10, ...UNDECIDED },
  ],
  [{ support: 36, support_with_change: 26, concern: 14, ...UNDECIDED }],
  [
    { support: 14, support_with_change: 16, concern: 46, ...UNDECIDED },
    { support: 22, support_with_change: 22, concern: 32, ...UNDECIDED },
    { support: 28, support_with_change: 28, concern: 20, ...UNDECIDED },
  ],
  [{ support: 38, support_with_change: 26, concern: 12, ...UNDECIDED }],
]
type Share = Partial<Record<FeedbackStance, number>>
/** So many in a hundred speak to a finding; to its next version they speak again. */
const TURNOUT = 96
/** And so many without a name, where they are: on the others everybody speaks by name, and figures can be given out in full. */
const UNNAMED = 14
const UNNAMED_ON = [2, 4]

/** The same for ever from the same words, and no pattern that could be taken for anybody's position. */
const lot = (...words: (string | number)[]) =>
  (createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) % 10_000) / 100

const speaksTo = (iso3: string, finding: number) => isCited(iso3, finding) || lot('turnout', iso3, finding) < TURNOUT
/** Their feedback is what a paragraph of the report rests on. */
const isCited = (iso3: string, finding: number) => finding === 4 && (iso3 === 'SEN' || iso3 === 'NOR')

/** From 0 to 100, where a delegation stands among those of its region who speak to the finding: by lot, the same for all versions. */
function placesFor(finding: number): Map<string, number> {
  const speakers = SPEAKING.filter((iso3) => speaksTo(iso3, finding))
  const inRegions = Map.groupBy(speakers, (iso3) => STATES.find((state) => state.iso3 === iso3)?.regionalGroup ?? null)
  return new Map(
    [...inRegions.values()].flatMap((some) =>
      some
        .toSorted((a, b) => lot('stance', a, finding) - lot('stance', b, finding))
        .map((iso3, at) => [iso3, (100 * (at + 0.5)) / some.length] as const),
    ),
  )
}

function stanceAt(place: number, share: Share): FeedbackStance {
  let sum = 0
  for (const stance of FEEDBACK_STANCES) {
    sum += share[stance] ?? 0
    if (place < sum) return stance
  }
  return 'support'
}

type Version = {
  line: FindingLine
  places: Map<string, number>
  versionId: string
  texts: Awaited<ReturnType<typeof versionOf>>['texts']
}

/** What is said to the versions of that number: by States, by groups, and by their members. */
export async function speakTo(retreat: Retreat, version: number, lines: readonly FindingLine[]): Promise<void> {
  const { stage, staff, retreatId } = retreat
  const versions: Version[] = []
  for (const line of lines.filter((one) => one.version === version && one.versionId)) {
    const versionId = line.versionId!
    const { texts } = await stage.reads(staff, (tx) => versionOf(tx, versionId))
    versions.push({ line, places: placesFor(line.number), versionId, texts })
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

/** What one delegation says to one version; null if it says nothing. */
function saidBy(
  iso3: string,
  language: Language,
  { line: { number, version }, places, texts }: Version,
  used: Map<string, number>,
) {
  const place = places.get(iso3)
  if (place === undefined) return null
  const cited = isCited(iso3, number)
  const wished = stanceAt(place, SHARES[number - 1]?.[version - 1] ?? {})
  const words = FEEDBACK_WORDS[language]
  const core =
    wished === 'concern'
      ? words.concern[number - 1]
      : wished === 'need_information'
        ? words.asks[number - 1]
        : undefined
  // Nobody repeats another's words, nor its own of the version before: when all endings are taken, it supports without any.
  const times = core === undefined ? 0 : (used.get(`${version} ${core}`) ?? 0)
  if (core !== undefined) used.set(`${version} ${core}`, times + 1)
  const stance = cited ? 'concern' : core !== undefined && times >= words.tails.length ? 'support' : wished
  const sentence = cited ? words.concern[number - 1] : core
  const proposed = `${version} ${number} ${language} proposal`
  const timesProposed = used.get(proposed) ?? 0
  if (stance === 'support_with_change') used.set(proposed, timesProposed + 1)
  const proposals = stance === 'support_with_change' ? proposalIn(language, number, texts, timesProposed) : []
  const reason =
    stance === 'concern' || stance === 'need_information'
      ? [sentence, words.tails[cited ? 1 : (times + version - 1) % words.tails.length]].filter(Boolean).join(' ')
      : stance === 'support_with_change'
        ? (proposals.length > 0
            ? words.change[(timesProposed + number + version) % words.change.length]
            : words.change[1])!
        : ''
  return {
    groupId: null,
    excepted: [],
    joined: [],
    stance,
    channel: (['writing', 'breakout', 'plenary', 'writing'] as const)[
      Math.floor(lot('channel', iso3, number, version)) % 4
    ]!,
    language,
    attribution:
      !cited && UNNAMED_ON.includes(number) && lot('name', iso3, number) < UNNAMED
        ? ('not_for_attribution' as const)
        : ('attributed' as const),
    reason: blocksOf(reason),
    proposals,
  }
}

/** Other words for one paragraph as it stands in the version; none where it no longer says what they are to replace. */
function proposalIn(language: Language, number: number, texts: Version['texts'], round = 0): Proposal[] {
  const paragraphs = paragraphsOf(texts[language] ?? []).map(({ content }) => runsText(content))
  const edits = FEEDBACK_WORDS[language].edits.filter((_, at) => at % FINDING_TEXTS.length === number - 1)
  const fitting = edits.filter(({ paragraph, from }) => paragraphs[paragraph]?.includes(from))
  const edit = fitting[round % fitting.length]
  if (!edit) return []
  const was = paragraphs[edit.paragraph]!
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
        excepted: [],
        joined: [],
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
  for (const { group, iso3, finding, version, association, note, paragraphs } of ASSOCIATIONS) {
    const groupId = await idOfGroup(stage, group)
    const versionId = at(finding, version)?.versionId
    const theirs = words.find((one) => one.findingVersionId === versionId && one.groupId === groupId && one.current)
    const who = await stage.headOf(iso3)
    const done = said.some(
      (one) =>
        one.findingVersionId === versionId && one.groupId === groupId && one.delegationId === who.acting?.delegationId,
    )
    if (theirs && !done) await stage.does(who, (w) => associate(w, theirs.feedbackId, association, note, paragraphs))
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
      .slice(0, 2 + (Math.floor(lot('many', iso3)) % 3))
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
  const versions = await Promise.all(
    findings.map(({ id }) => stage.reads(staff, async (tx) => (await findingOf(tx, staff, id)).versions)),
  )
  // What stands first: the figures of one version may be too close to those of another to be given out beside them.
  const [newest = [], ...earlier] = [0, 1, 2].map((back) => versions.flatMap((of) => of[back]?.id ?? []))
  // And what stands once more: what moved can be told beside the figures of the version before.
  await stage.does(staff, (w) => release(w, retreatId, [...newest, ...earlier.flat(), ...newest]))
}
