import type { Citation } from '@consultation/shared/links.ts'
import { streams } from '@consultation/shared/live.ts'
import type { MeasureView } from '@consultation/shared/measures.ts'
import type { ReportView } from '@consultation/shared/reports.ts'
import { and, eq } from 'drizzle-orm'
import { consultationOf, open as openConsultation } from '../../consultations/consultations.ts'
import { asideOf, keyOf, setAside } from '../../links/links.ts'
import { add as addMeasure, measuresOf, move, publish as publishMeasure } from '../../measures/measures.ts'
import { handOver } from '../../records/records.ts'
import { addPart, begin, changePart, publish as publishReport, reportOf } from '../../reports/reports.ts'
import { begin as beginSummary, summariesOf, summaryOf } from '../../reports/summaries.ts'
import { sessions } from '../../sessions/tables.ts'
import { CONSULTATION_OFFICE } from '../data/list-texts.ts'
import { REFORM_2017 } from '../reference-data.ts'
import { blocksFrom } from '../sample-answers/prose.ts'
import { later } from '../sample-lists.ts'
import type { Actor, Stage } from '../stage.ts'
import { findingsNow, type Office } from './findings.ts'
import {
  MEASURES,
  OFFICES,
  REPORT_PARTS,
  REPORT_TITLE,
  type ReportPart,
  SET_ASIDE,
  SUMMARY_HEADING,
  SUMMARY_PARTS,
  SUMMARY_POINTS_IN_FRENCH,
  SUMMARY_TITLE,
  TRACKS,
} from './result-texts.ts'
import { citing, type Ids, type Said, saidSoFar } from './sources.ts'

/** The consultations of the other tracks. Opened before that of 2017, which then stands first. */
export async function openTracks(stage: Stage, staff: Actor, daysLater: number): Promise<void> {
  for (const { track, reference, description, milestones } of TRACKS) {
    if (await consultationWith(stage, staff, reference)) continue
    const title = REFORM_2017.tracks.find(({ id }) => id === track)?.title ?? {}
    await stage.does(staff, (w) =>
      openConsultation(w, {
        reference,
        title,
        track,
        description,
        office: CONSULTATION_OFFICE,
        milestones: milestones.map((one) => ({ ...one, on: later(one.on, daysLater), until: null })),
      }),
    )
  }
}

export async function consultationWith(stage: Stage, staff: Actor, reference: string) {
  return stage.reads(staff, async (tx) => {
    const { rows } = await tx.$client.query<{ id: string }>('select id from consultations where reference = $1', [
      reference,
    ])
    return rows[0] && consultationOf(tx, staff, rows[0].id)
  })
}

/** The measures of the action plan, and those of the other tracks that wait for them. */
export async function planMeasures(office: Office, daysLater: number): Promise<void> {
  const { stage, staff, consultationId } = office
  const known = await planOf(stage, staff, consultationId)
  const citations = await citationsIn(office)
  const idOf = new Map<number, string>()
  for (const { number, title, needs, findings, rests, steps, published } of MEASURES) {
    const { owner, due } = REFORM_2017.measures.find((one) => one.number === number)!
    const measure = {
      title,
      text: {},
      owner: OFFICES[owner] ?? {},
      track: 'management' as const,
      due: later(due, daysLater),
      needs: needs.flatMap((of) => idOf.get(of) ?? []),
      citations: await citations(findings, rests),
    }
    const there = known.find((one) => one.number === number)
    idOf.set(number, await stands(stage, staff, consultationId, there, measure, steps, published))
  }
  for (const { track, reference, measures } of TRACKS) {
    const { id: ofTrack } = (await consultationWith(stage, staff, reference))!
    const plan = await planOf(stage, staff, ofTrack)
    for (const [at, { title, due, needs, steps }] of measures.entries()) {
      const measure = {
        title,
        text: {},
        owner: CONSULTATION_OFFICE,
        track,
        due: later(due, daysLater),
        needs: needs.flatMap((of) => idOf.get(of) ?? []),
        citations: [],
      }
      await stands(stage, staff, ofTrack, plan[at], measure, steps, true)
    }
  }
}

type Steps = (typeof MEASURES)[number]['steps']

/** A measure in the state to which its steps lead, and open to delegations if it is to be. */
async function stands(
  stage: Stage,
  staff: Actor,
  consultationId: string,
  known: MeasureView | undefined,
  body: Parameters<typeof addMeasure>[2],
  steps: Steps,
  published: boolean,
): Promise<string> {
  const id = known?.id ?? (await stage.does(staff, (w) => addMeasure(w, consultationId, body)))
  const done = (known?.history.length ?? 1) - 1
  let from = known?.state ?? 'proposed'
  for (const { to, note } of steps.slice(done)) {
    await stage.does(staff, (w) => move(w, id, { from, to, note }))
    from = to
  }
  if (published && !known?.published) await stage.does(staff, (w) => publishMeasure(w, id))
  return id
}

const planOf = (stage: Stage, staff: Actor, consultationId: string) =>
  stage.reads(staff, (tx, now) => measuresOf(tx, staff, consultationId, now))

/** A finding is cited by the version that stands. */
async function citationsIn(office: Office) {
  const { stage, staff, consultationId } = office
  const published = await findingsNow(office)
  const ids: Ids = await saidSoFar(stage, staff, consultationId)
  return async (findings: readonly number[], rests: readonly Said[]): Promise<Citation[]> => [
    ...findings.map((number): Citation => {
      const id = published.find((one) => one.number === number)?.versionId
      if (!id) throw new Error(`Finding ${number} is not published.`)
      return { source: { kind: 'finding', id }, passage: null }
    }),
    ...(await citing(stage, staff, ids, rests)),
  ]
}

const inBoth = ({ texts }: Pick<ReportPart, 'texts'>) => ({ en: blocksFrom(texts.en), fr: blocksFrom(texts.fr) })

/** The session that took place is summed up: from the points that were handed over, with more on its second item; final. */
export async function sumUp(office: Office): Promise<void> {
  const { stage, staff, consultationId } = office
  const [held] = await stage.reads(staff, (tx) =>
    tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.consultationId, consultationId), eq(sessions.number, 1))),
  )
  const sessionId = held!.id
  if (held!.handedOverAt === null) await stage.does(staff, (w) => handOver(w, sessionId))
  const of = { kind: 'session', id: sessionId } as const
  let summary =
    (await theSummary(office)) ??
    (await stage.does(staff, (w) => beginSummary(w, consultationId, { title: SUMMARY_TITLE, of, pointsIn: 'en' })))
  if (summary.publishedAt !== null) return
  const { id } = summary
  const [first] = summary.paragraphs
  if (first?.kind === 'paragraph') {
    const texts = inBoth(SUMMARY_HEADING)
    const heading = { kind: 'heading' as const, texts, editorial: '', citations: [], before: first.id }
    summary = await stage.does(staff, (w) => addPart(w, id, heading))
  }
  for (const [at, french] of SUMMARY_POINTS_IN_FRENCH.entries()) {
    const { id, revision, texts, rests } = summary.paragraphs[at + 1]!
    if (texts.fr) continue
    const body = { texts: { ...texts, fr: blocksFrom(french) }, editorial: '', citations: citationsOf(rests) }
    await stage.does(staff, (w) => changePart(w, id, revision, body))
  }
  const citations = await citationsIn(office)
  for (const part of SUMMARY_PARTS.slice(summary.paragraphs.length - SUMMARY_POINTS_IN_FRENCH.length - 1)) {
    const { kind, editorial = '', rests = [] } = part
    const body = { kind, texts: inBoth(part), editorial, citations: await citations([], rests), before: null }
    summary = await stage.does(staff, (w) => addPart(w, id, body))
  }
  await stage.does(staff, (w) => publishReport(w, id, summary.revision))
}

const citationsOf = (rests: ReportView['paragraphs'][number]['rests']): Citation[] =>
  rests.map(({ thing: { kind, id }, passage }) => ({ source: { kind, id }, passage }))

async function theSummary({ stage, staff, consultationId }: Office): Promise<ReportView | null> {
  return stage.reads(staff, async (tx, now) => {
    const [line] = await summariesOf(tx, staff, consultationId)
    return line ? summaryOf(tx, staff, line.id, now) : null
  })
}

/** The outline, written by the Review Team and opened by staff. */
export async function outlineReport(office: Office): Promise<void> {
  const { stage, staff, irt, consultationId } = office
  const now = () => stage.reads(irt, (tx, at) => reportOf(tx, irt, consultationId, at))
  let report: ReportView = (await now()) ?? (await stage.does(irt, (w) => begin(w, consultationId, REPORT_TITLE)))
  if (report.publishedAt !== null) return
  const measures = await planOf(stage, staff, consultationId)
  const summed = (await theSummary(office))?.paragraphs ?? []
  const saidBy = await citationsIn(office)
  for (const part of REPORT_PARTS.slice(report.paragraphs.length)) {
    const citations: Citation[] = [
      ...(await saidBy(part.findings ?? [], part.rests ?? [])),
      ...(part.summary ?? []).map((number): Citation => {
        const { id } = summed.find((one) => one.number === number)!
        return { source: { kind: 'summary', id }, passage: null }
      }),
      ...(part.measures ?? []).map((number): Citation => {
        const { id } = measures.find((one) => one.number === number)!
        return { source: { kind: 'measure', id }, passage: null }
      }),
    ]
    const body = { kind: part.kind, texts: inBoth(part), editorial: part.editorial ?? '', citations, before: null }
    const { id } = report
    report = await stage.does(irt, (w) => addPart(w, id, body))
  }
  const { id, revision } = report
  await stage.does(staff, (w) => publishReport(w, id, revision))
}

/** What is taken up nowhere, with the reason. */
export async function putAside({ stage, staff, irt, consultationId }: Office): Promise<void> {
  const said = await citing(
    stage,
    staff,
    await saidSoFar(stage, staff, consultationId),
    SET_ASIDE.map((one) => one.said),
  )
  const refs = said.map(({ source }) => source)
  const aside = await stage.reads(staff, (tx) => asideOf(tx, refs))
  for (const [at, source] of refs.entries()) {
    if (aside.has(keyOf(source))) continue
    const reason = SET_ASIDE[at]!.reason
    await stage.does(irt, async (w) => {
      await setAside(w, consultationId, source, reason)
      await w.write(streams.consultation(consultationId), 'contribution.set_aside', source.id, reason)
    })
  }
}
