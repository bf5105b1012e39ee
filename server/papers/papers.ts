import type { Paper } from '@consultation/shared/exports.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { consultationOf } from '../consultations/consultations.ts'
import { reading, type Tx } from '../database/database.ts'
import type { ExportDocument } from '../exports/document.ts'
import type { Documents } from '../exports/exports.ts'
import { releasedConvergenceOf } from '../feedback/convergence.ts'
import { prioritiesOf } from '../feedback/desk.ts'
import { feedbackOf } from '../feedback/reading.ts'
import { newestVersions } from '../findings/findings.ts'
import { versionsOf } from '../findings/versions.ts'
import { measuresOf } from '../measures/measures.ts'
import { namesFor } from '../records/record-book.ts'
import { Refused } from '../refused.ts'
import { reportOf } from '../reports/reports.ts'
import { summaryOf } from '../reports/summaries.ts'
import { partIn, presentRetreat, type RetreatRow, retreatOf } from '../retreats/reading.ts'
import { becameOf } from '../traces/own.ts'
import { actionPlanPaper } from './action-plan-paper.ts'
import { convergencePaper } from './convergence-paper.ts'
import { findingsPaper, type VersionWithFeedback } from './findings-paper.ts'
import { ownPaper } from './own-paper.ts'
import { type Made, PaperBook } from './paper-book.ts'
import { reportBacksPaper } from './report-backs-paper.ts'
import { reportPaper } from './report-paper.ts'

type Asked = { tx: Tx; caller: Caller; ofId: string; at: Date; language: Language; sample: boolean }
type Maker = (asked: Asked) => Promise<ExportDocument>

const MAKERS: Record<Paper, Maker> = {
  findings: (asked) =>
    ofRetreat(asked, async (made, retreat) =>
      findingsPaper(made, {
        reference: retreat.reference,
        title: retreat.title,
        zone: retreat.zone,
        provisional: retreat.feedbackClosesAt > asked.at,
        closed: retreat.state === 'closed' && retreat.feedbackClosesAt <= asked.at,
        findings: await saidToEach(asked, retreat),
      }),
    ),
  convergence: (asked) =>
    ofRetreat(asked, async (made, { id, zone }) =>
      convergencePaper(made, { ...(await releasedConvergenceOf(asked.tx, id, asked.at)), zone }),
    ),
  report_backs: (asked) =>
    ofRetreat(asked, async (made, retreat) =>
      reportBacksPaper(made, await presentRetreat(asked.tx, asked.caller, retreat, asked.at)),
    ),
  action_plan: async (asked) => {
    const consultation = await consultationOf(asked.tx, asked.caller, asked.ofId)
    const measures = await measuresOf(asked.tx, asked.caller, consultation.id, asked.at)
    return actionPlanPaper(await madeFor(asked, consultation.id), { consultation, measures })
  },
  report: async (asked) => {
    const report = await reportOf(asked.tx, asked.caller, asked.ofId, asked.at)
    if (!report) throw new Refused('not_found')
    return reportPaper(await madeFor(asked, asked.ofId), report)
  },
  summary: async (asked) => {
    const summary = await summaryOf(asked.tx, asked.caller, asked.ofId, asked.at)
    return reportPaper(await madeFor(asked, summary.consultation.id), summary)
  },
}

/** A paper as whoever asked for it may read it when it is made. Refuses: not_found. */
export const paperFor: Documents['paper'] = (parts, caller, paper, ofId, language) =>
  reading(parts.database, caller, (tx, at) =>
    MAKERS[paper]({ tx, caller, ofId, at, language, sample: parts.config.SAMPLE }),
  )

/** What a delegation takes home from a retreat. Refuses: not_found, also to who does not take part. */
export async function ownPaperOf(asked: Asked): Promise<ExportDocument> {
  const { tx, caller, at } = asked
  return ofRetreat(asked, async (made, retreat) => {
    const delegationId = partIn(caller, retreat)
    if (delegationId === null) throw new Refused('not_found')
    const [view, said, became, own] = await Promise.all([
      presentRetreat(tx, caller, retreat, at),
      saidToEach(asked, retreat),
      becameOf(tx, caller, at),
      prioritiesOf(tx, retreat.id, delegationId),
    ])
    return ownPaper(made, {
      retreat: view,
      delegationId,
      findings: said.map((versions) =>
        versions.map((version) => ({
          ...version,
          feedback: version.feedback.filter(({ concerns }) => concerns !== 'other'),
        })),
      ),
      became: new Map(became.map((one) => [one.source.id, one])),
      priorities: own?.findingIds ?? [],
    })
  })
}

async function ofRetreat(asked: Asked, make: (made: Made, retreat: RetreatRow) => Promise<ExportDocument>) {
  const retreat = await retreatOf(asked.tx, asked.caller, asked.ofId)
  return make(await madeFor(asked, retreat.consultationId), retreat)
}

async function madeFor({ tx, at, language, sample }: Asked, consultationId: string): Promise<Made> {
  return { book: new PaperBook(await namesFor(tx, consultationId), language), at, sample }
}

/** The findings put to the retreat, in its order; of each the version published last first. */
async function saidToEach({ tx, caller }: Asked, retreat: RetreatRow): Promise<VersionWithFeedback[][]> {
  const published = new Set((await newestVersions(tx, retreat.consultationId)).map(({ findingId }) => findingId))
  const found: VersionWithFeedback[][] = []
  for (const findingId of retreat.findingIds.filter((id) => published.has(id))) {
    const versions: VersionWithFeedback[] = []
    for (const version of await versionsOf(tx, findingId)) {
      const { id, number, title, texts, change, publishedAt, withdrawnAt } = version
      const feedback = await feedbackOf(tx, caller, retreat.id, id)
      versions.push({
        id,
        findingId,
        number,
        version: version.version,
        title,
        texts,
        change,
        publishedAt: publishedAt.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
        feedback,
      })
    }
    found.push(versions)
  }
  return found
}
