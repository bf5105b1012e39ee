import type { FindingBody, FindingLine } from '@consultation/shared/findings.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { LANGUAGES } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { Block, Translated, TranslatedBlocks } from '@consultation/shared/text.ts'
import { add, change, findingOf, findingsIn, publish } from '../../findings/findings.ts'
import { addTheme, themesIn } from '../../findings/themes.ts'
import { link, linksTo } from '../../links/links.ts'
import { castPerson } from '../cast.ts'
import { REFORM_2017 } from '../reference-data.ts'
import { blocksFrom } from '../sample-answers/prose.ts'
import type { Actor, Stage } from '../stage.ts'
import { FINDING_TEXTS, FINDING_UNDER_WRITING, type FindingTexts, type Revision } from './finding-texts.ts'
import { CODED, RESTS } from './rests.ts'
import { citing, saidSoFar } from './sources.ts'

/** The consultation while its findings are written, and by whom. */
export type Office = { stage: Stage; staff: Actor; irt: Actor; consultationId: string }

export async function officeOf(stage: Stage, staff: Actor, consultationId: string): Promise<Office> {
  return { stage, staff, irt: await stage.caller(castPerson('irt')), consultationId }
}

/** The themes of 2017, with passages under each. */
export async function codeThemes({ stage, staff, irt, consultationId }: Office): Promise<void> {
  const ids = await saidSoFar(stage, staff, consultationId)
  const known = await stage.reads(irt, (tx) => themesIn(tx, consultationId))
  for (const { id, title } of REFORM_2017.themes) {
    const theme =
      known.find(({ title: { en } }) => en === title.en) ??
      (await stage.does(irt, (w) => addTheme(w, consultationId, title)))
    const to = { kind: 'theme', id: theme.id } as const
    if ((await stage.reads(irt, (tx) => linksTo(tx, [to]))).length > 0) continue
    const passages = await citing(stage, staff, ids, CODED[id] ?? [])
    await stage.does(irt, async (w) => {
      for (const passage of passages) {
        await link(w, consultationId, to, passage)
        await w.write(streams.consultation(consultationId), 'link.added', theme.id, passage)
      }
    })
  }
}

export const findingsNow = ({ stage, staff, consultationId }: Office): Promise<FindingLine[]> =>
  stage.reads(staff, (tx) => findingsIn(tx, staff, consultationId))

/** Each as it was published first. */
export async function publishFindings(office: Office): Promise<FindingLine[]> {
  const { stage, staff, irt, consultationId } = office
  const ids = await saidSoFar(stage, staff, consultationId)
  const themes = await stage.reads(irt, (tx) => themesIn(tx, consultationId))
  const begun = await findingsNow(office)
  for (const [at, written] of FINDING_TEXTS.entries()) {
    const { title, themes: about } = dataOf(written.id)
    const theme = REFORM_2017.themes.find(({ id }) => id === about[0])
    const there = begun.find(({ number }) => number === at + 1)
    if (there && there.version > 0) continue
    const id = there?.id ?? (await begin())
    const { row } = await stage.reads(staff, (tx) => findingOf(tx, staff, id))
    await stage.does(staff, (w) => publish(w, id, row?.revision ?? 0))

    async function begin(): Promise<string> {
      const body: FindingBody = {
        title,
        track: 'management',
        themeId: themes.find((one) => one.title.en === theme?.title.en)?.id ?? null,
        texts: inBlocks(written.texts),
        change: {},
        citations: await citing(stage, staff, ids, RESTS[written.id] ?? []),
      }
      return (await stage.does(irt, (w) => add(w, consultationId, body))).id
    }
  }
  return findingsNow(office)
}

/** The revisions that lead from one version to the next: what was said in the retreat is taken up. */
export async function publishVersion(office: Office, version: number): Promise<FindingLine[]> {
  const known = await findingsNow(office)
  for (const written of FINDING_TEXTS) {
    const revision = written.revisions[version - 2]
    const finding = known.find(({ number }) => number === numberOf(written))
    if (!revision || !finding || finding.version !== version - 1) continue
    await revise(office, finding.id, revision)
    const { row } = await office.stage.reads(office.staff, (tx) => findingOf(tx, office.staff, finding.id))
    await office.stage.does(office.staff, (w) => publish(w, finding.id, row?.revision ?? 0))
  }
  return findingsNow(office)
}

/** What the Review Team goes on writing and nobody else has read yet. */
export async function writeOn(office: Office): Promise<void> {
  const finding = (await findingsNow(office)).find(
    ({ number }) => FINDING_TEXTS[number - 1]?.id === FINDING_UNDER_WRITING.id,
  )
  if (finding?.state === 'published') await revise(office, finding.id, FINDING_UNDER_WRITING)
}

async function revise({ stage, irt }: Office, findingId: string, { paragraph, texts, change: said }: Revision) {
  const { row, citations } = await stage.reads(irt, async (tx) => ({
    row: (await findingOf(tx, irt, findingId)).row!,
    citations: (await linksTo(tx, [{ kind: 'finding', id: findingId }])).map(({ fromKind, fromId, passage }) => ({
      source: { kind: fromKind, id: fromId },
      passage,
    })),
  }))
  // Cut off between writing and publishing: it is written already.
  if (row.revision !== row.publishedRevision) return
  const body: FindingBody = {
    title: row.title,
    track: row.track,
    themeId: row.themeId,
    texts: Object.fromEntries(
      LANGUAGES.map((language) => [language, replaced(row.texts[language] ?? [], paragraph, texts[language])]),
    ),
    change: said satisfies Translated,
    citations,
  }
  await stage.does(irt, (w) => change(w, findingId, row.revision, body))
}

const replaced = (blocks: Block[], paragraph: number, words: string): Block[] =>
  blocks.map((block, at) => (at === paragraph ? { kind: 'paragraph', content: [{ text: words }] } : block))

const numberOf = (written: FindingTexts) => FINDING_TEXTS.indexOf(written) + 1

const inBlocks = (texts: Record<Language, string>): TranslatedBlocks =>
  Object.fromEntries(LANGUAGES.map((language) => [language, blocksFrom(texts[language])]))

function dataOf(id: string) {
  const found = REFORM_2017.findings.find((one) => one.id === id)
  if (!found) throw new Error(`The data knows no finding ${id}.`)
  return found
}
