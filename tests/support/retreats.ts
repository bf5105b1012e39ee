import { randomUUID } from 'node:crypto'
import { type FeedbackBody, type FeedbackView, giveFeedback, readDesk } from '../../shared/feedback.ts'
import { changeFinding, publishFinding, readFinding } from '../../shared/findings.ts'
import type { Problem } from '../../shared/refusals.ts'
import type { Attribution } from '../../shared/rules/attribution.ts'
import { blocksOf, type TranslatedBlocks } from '../../shared/text.ts'
import type { Answer, TestApp } from './app.ts'
import { type CastMember, cast } from './cast.ts'
import { begun, findingBody, published } from './findings.ts'
import { delegationIds, openConsultation } from './lists.ts'

/** One State of the cast in each regional group, who speaks for the Group of 77, an observer, and States without anybody. */
const TAKING_PART = ['GHA', 'SEN', 'EGY', 'NOR', 'KAZ', 'CHN', 'ECU', 'VAT', 'POL', 'MEX', 'FJI']

type Wishes = {
  /** Findings put to it; two without it. */
  findings?: number
  /** ISO codes; those above without it, and `'all'` for everybody there is. */
  delegations?: readonly string[] | 'all'
  attributionOffered?: Attribution[]
  feedbackOpen?: boolean
  /** Hours from now. */
  opens?: number
  closes?: number
}
export type PutFinding = { findingId: string; versionId: string; version: number }
export type OpenedRetreat = {
  retreatId: string
  consultationId: string
  findings: PutFinding[]
  people: ReturnType<typeof cast>
  ids: Record<string, string>
}

export const PARAGRAPHS = ['Support reaches missions late.', 'The rules were made for Headquarters.']
const TEXTS: TranslatedBlocks = {
  en: blocksOf(PARAGRAPHS.join('\n')),
  fr: blocksOf('L’appui arrive tard aux missions.\nLes règles ont été faites pour le Siège.'),
}

/** A retreat that is announced, with findings published to it and its window open. */
export async function openedRetreat(app: TestApp, wishes: Wishes = {}): Promise<OpenedRetreat> {
  const { findings = 2, feedbackOpen = true, opens = -1, closes = 24 } = wishes
  const people = cast(app)
  const { id: consultationId } = await openConsultation(app)
  const put: PutFinding[] = []
  for (let number = 1; number <= findings; number++) {
    const draft = await begun(people.staff, consultationId, {
      title: { en: `Finding ${number}`, fr: `Constatation ${number}` },
      texts: TEXTS,
    })
    const { id, versions } = await published(people.staff, draft)
    put.push({ findingId: id, versionId: versions[0]!.id, version: 1 })
  }
  const { delegations = TAKING_PART } = wishes
  const participantIds = delegations === 'all' ? await delegationIds(app) : await delegationIds(app, [...delegations])
  const [retreat] = await app.sql<{ id: string }>(
    `insert into retreats (consultation_id, number, reference, title, note, place, zone, state, participant_ids, finding_ids,
       feedback_opens_at, feedback_closes_at, attribution_offered, feedback_open, announced_at)
     values ($1, 1, $2, '{"en":"Informal retreat","ar":"خلوة غير رسمية"}', '{}', 'Manhasset', 'America/New_York', 'announced', $3, $4,
       now() + $5 * interval '1 hour', now() + $6 * interval '1 hour', $7, $8, now()) returning id`,
    [
      consultationId,
      `MR/${consultationId.slice(0, 8)}/R1`,
      participantIds,
      put.map(({ findingId }) => findingId),
      opens,
      closes,
      wishes.attributionOffered ?? ['attributed', 'not_for_attribution'],
      feedbackOpen,
    ],
  )
  const codes = await app.sql<{ code: string; id: string }>('select code, id from delegations')
  return {
    retreatId: retreat!.id,
    consultationId,
    findings: put,
    people,
    ids: Object.fromEntries(codes.map(({ code, id }) => [code, id])),
  }
}

/** Publishes the next version of a finding, with its second paragraph changed. */
export async function revised(staff: CastMember, { findingId }: PutFinding): Promise<PutFinding> {
  const finding = await staff.does(readFinding, { params: { findingId } })
  const changed = await staff.does(changeFinding, {
    params: { findingId },
    ifMatch: finding.revision,
    body: findingBody({
      title: finding.draft!.title,
      texts: {
        en: blocksOf(`${PARAGRAPHS[0]}\nThe rules were made for Headquarters, version ${finding.version + 1}.`),
      },
      change: { en: 'The second paragraph.' },
    }),
  })
  const view = await staff.does(publishFinding, {
    params: { findingId },
    body: { commandId: randomUUID(), revision: changed.revision },
  })
  return { findingId, versionId: view.versions[0]!.id, version: view.version }
}

type Words = Partial<FeedbackBody> & { stance: FeedbackBody['stance'] }

/** What the call answers, at the revision named (0 for the first). */
export function tries(
  who: CastMember,
  { retreatId }: Pick<OpenedRetreat, 'retreatId'>,
  versionId: string,
  words: Words,
  revision = 0,
): Promise<Answer<FeedbackView & Problem>> {
  return who.ask(giveFeedback, {
    params: { retreatId, versionId },
    ifMatch: revision,
    body: { commandId: randomUUID(), language: who.who.language, attribution: 'attributed', ...words },
  })
}

export async function gives(...asked: Parameters<typeof tries>): Promise<FeedbackView> {
  const { status, body } = await tries(...asked)
  if (status !== 200) throw new Error(`feedback was refused: ${status} ${JSON.stringify(body)}`)
  return body
}

export const desk = (who: CastMember, { retreatId }: Pick<OpenedRetreat, 'retreatId'>) =>
  who.does(readDesk, { params: { retreatId } })

export type SaidRow = {
  versionId: string
  delegationId: string
  groupId: string | null
  roster: readonly string[]
  stance: FeedbackBody['stance']
  named: boolean
  at: Date
}

/** Many at once, past the doors: what a whole retreat said. */
export async function said(app: TestApp, retreat: OpenedRetreat, rows: readonly SaidRow[]): Promise<void> {
  const findingOf = new Map(
    (
      await app.sql<{ id: string; finding_id: string }>(
        'select id, finding_id from finding_versions where consultation_id = $1',
        [retreat.consultationId],
      )
    ).map((row) => [row.id, row.finding_id]),
  )
  const whole = rows.map((row) => ({
    ...row,
    id: randomUUID(),
    findingId: findingOf.get(row.versionId),
    retreatId: retreat.retreatId,
  }))
  const taken = `select * from jsonb_to_recordset($1::jsonb) as x ("id" uuid, "retreatId" uuid, "findingId" uuid, "versionId" uuid,
    "delegationId" uuid, "groupId" uuid, "roster" uuid[], "stance" feedback_stance, "named" boolean, "at" timestamptz)`
  await app.sql(
    `with x as (${taken})
     insert into feedback (id, retreat_id, finding_id, finding_version_id, stance, channel, language, reason, proposals, attribution, open)
     select "id", "retreatId", "findingId", "versionId", "stance", 'writing', 'en',
       '[{"kind":"paragraph","content":[{"text":"Because of what we see in the field."}]}]', '[]',
       (case when "named" then 'attributed' else 'not_for_attribution' end)::attribution, "named" from x`,
    [JSON.stringify(whole)],
  )
  await app.sql(
    `with x as (${taken})
     insert into feedback_sources (feedback_id, retreat_id, finding_version_id, delegation_id, group_id, roster, named, open, revision, at)
     select "id", "retreatId", "versionId", "delegationId", "groupId", "roster", "named", "named", 1, "at" from x`,
    [JSON.stringify(whole)],
  )
}
