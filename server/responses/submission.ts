import { randomUUID } from 'node:crypto'
import type { BodyOf } from '@consultation/shared/contract.ts'
import { type EventKind, streams } from '@consultation/shared/live.ts'
import type { AUDIENCES } from '@consultation/shared/question-lists.ts'
import {
  type Capacity,
  isFilled,
  type ReceiptView,
  type SubmissionView,
  type submitResponse,
} from '@consultation/shared/responses.ts'
import { type Caller, isStaff, MEMBER_ROLES } from '@consultation/shared/rules/access.ts'
import { mayMove } from '@consultation/shared/rules/clearance.ts'
import { type Circulation, dayIn, windowAt } from '@consultation/shared/rules/deadlines.ts'
import { rosterOf } from '@consultation/shared/rules/numbers.ts'
import { fold, plainText, type Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { digestOf } from '../journal/journal.ts'
import { tell } from '../notices/notices.ts'
import { groupNames, rosterOn } from '../people/groups.ts'
import { type LoadedList, listOf, questionsOf, referenceOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { mustBeAbleToSpeak, mustBeDelegations } from './drafts.ts'
import {
  actingOf,
  capacityOf,
  type DraftAnswerRow,
  digestOfResponse,
  groupNameOf,
  type LetterRow,
  personOf,
  presentReceipt,
  type ResponseRow,
  receiptsOf,
  type SubmissionRow,
  saidIn,
  takesResponses,
} from './responses.ts'
import { contributionSources, contributions, submissions } from './tables.ts'

type Held = Circulation &
  Pick<ResponseRow, 'capacityKind' | 'groupId' | 'adHocName' | 'adHocMembers' | 'state' | 'version' | 'letterId'> & {
    listId: string
    number: number
    title: Translated
    audience: (typeof AUDIENCES)[number]
    consultationReference: string
    consultationTitle: Translated
    code: string
  }

// The response and the delegation's place on the list are held, so that two submissions of one delegation stand one after the other.
const HOLD = {
  name: 'hold-response',
  text: `select r.list_id as "listId", r.capacity_kind as "capacityKind", r.group_id as "groupId", r.ad_hoc_name as "adHocName",
      r.ad_hoc_members as "adHocMembers", r.state, r.version, r.letter_id as "letterId", l.number, l.title, l.audience,
      l.circulated_at as "circulatedAt", l.closed_at as "closedAt", l.closes_at as "closesAt", l.late_answers as "lateAnswers",
      a.extended_to as "extendedTo", c.reference as "consultationReference", c.title as "consultationTitle", d.code
    from responses r
    join question_lists l on l.id = r.list_id
    join consultations c on c.id = l.consultation_id
    join addressees a on a.list_id = r.list_id and a.delegation_id = r.delegation_id
    join delegations d on d.id = r.delegation_id
    where r.id = $1 and r.delegation_id = $2
    for update of r, a`,
}

type Text = {
  firstReference: string | null
  others: number
  letterName: string | null
  letterType: LetterRow['type']
  letterSize: number
  letterDigest: string
  letterAttachedAt: Date
} & DraftAnswerRow

// A statement of its own: only what is read after the lock is what the lock holds.
const READ = {
  name: 'text-of-response',
  text: `select e.*, d.question_id as "questionId", d.stance, d.group_id as "groupId", d.choice, d.language, d.attribution,
      d.blocks
    from (
      select (select s.reference from submissions s where s.response_id = $1 and s.version = 1) as "firstReference",
        (select count(distinct s.response_id)::integer from submissions s
          where s.list_id = $2 and s.delegation_id = $3 and s.response_id <> $1) as others,
        t.name as "letterName", t.type as "letterType", t.size as "letterSize", t.digest as "letterDigest",
        t.attached_at as "letterAttachedAt"
      from (values (1)) one left join letters t on t.id = $4
    ) e
    left join (draft_answers d join questions q on q.id = d.question_id) on d.response_id = $1
    order by q.number`,
}

// The words go from the draft to the record inside the database; only what search needs is worked out here.
const RECORD = {
  name: 'record-submission',
  text: `with older as (
      update submissions set current = false where response_id = $2 and current returning id
    ), retired as (
      update contributions c set current = false from contribution_sources o
      where o.contribution_id = c.id and o.submission_id in (select id from older)
    ), envelope as (
      insert into submissions (id, response_id, list_id, delegation_id, capacity, group_id, group_name, roster, excepted, joined,
        version, reference, submitted_at, received_late, digest, signatory_name, signatory_title, letter_id, answered,
        no_position, see_group, current)
      values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8::uuid[], $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, true)
    ), words as (
      select k.id, k.search_text, d.*, d.attribution = 'attributed' and $25 as open_to_all,
        case when d.attribution = 'attributed' then $8::uuid[] else '{}' end as open_to
      from unnest($22::uuid[], $23::uuid[], $24::text[]) k (id, question_id, search_text)
      join draft_answers d on d.response_id = $2 and d.question_id = k.question_id
    ), said as (
      insert into contributions (id, list_id, question_id, stance, group_id, choice, language, attribution, blocks, search_text,
        current, published, open_to)
      select id, list_id, question_id, stance, group_id, choice, language, attribution, blocks, search_text, true,
        open_to_all, open_to
      from words
    ), sources as (
      insert into contribution_sources (contribution_id, submission_id, delegation_id, attribution, published, open_to)
      select id, $1, $4, attribution, open_to_all, open_to from words
    ), letter as (
      update letters set submitted = true where id = $18 and not submitted
    )
    update responses set state = 'submitted', version = $11, revision = revision + 1, note_text = null, note_by = null,
      note_at = null, cleared_at = coalesce(cleared_at, $13), cleared_by = coalesce(cleared_by, $26), cleared_digest = $15
    where id = $2`,
}

const CLOSED_AT = { name: 'list-closed-at', text: 'select closed_at as "closedAt" from question_lists where id = $1' }

/**
 * Submits to the Secretariat exactly the text with this digest; a head who submits a draft clears it by doing so.
 * Refuses: not_found, already_submitted, list_closed, cleared_text_changed, nothing_to_submit, not_speaker, invalid.
 */
export async function submit(
  work: Work,
  responseId: string,
  body: BodyOf<typeof submitResponse>,
): Promise<ReceiptView> {
  const { delegationId, role } = actingOf(work.caller)
  const held = await hold(work, responseId)
  if (held.state === 'submitted') throw new Refused('already_submitted')
  if (!mayMove(held.state, 'submit', role)) throw new Refused('forbidden')
  const window = windowAt(held, work.now)
  if (!takesResponses(window)) throw new Refused('list_closed')

  const capacity = capacityOf(held)
  const text = await read(work, responseId, held, delegationId)
  const digest = digestOfResponse(responseId, capacity, text.answers, text.letter?.digest ?? null)
  if (digest !== body.digest) throw new Refused('cleared_text_changed')
  if (text.answers.length === 0 && !text.letter) throw new Refused('nothing_to_submit')

  const version = held.version + 1
  const counted = (stance: DraftAnswerRow['stance']) => text.answers.filter((answer) => answer.stance === stance).length
  const row: SubmissionRow = {
    id: randomUUID(),
    responseId,
    listId: held.listId,
    delegationId,
    capacity,
    groupId: held.groupId,
    groupName: groupNameOf(capacity, held.groupId ? await groupNames(work.tx) : new Map()),
    ...(await rosterAt(work, delegationId, capacity, body)),
    version,
    reference:
      version === 1
        ? `${held.consultationReference}/Q${held.number}/${held.code}/${text.others + 1}`
        : `${text.firstReference} Rev.${version - 1}`,
    submittedAt: work.now,
    receivedLate: window === 'late',
    digest,
    signatoryName: body.signatory.name,
    signatoryTitle: body.signatory.title,
    letterId: text.letter?.id ?? null,
    answered: counted('answered'),
    noPosition: counted('no_position'),
    seeGroup: counted('see_group'),
    current: true,
  }
  // One who is late by an extension of its own finds the others' answers open already.
  const published = held.closedAt !== null && held.audience === 'participants'
  await record(work, row, text.answers, published)
  await mustStillBeOpen(work, held)
  await tell(
    work,
    { delegationId, roles: MEMBER_ROLES },
    {
      kind: 'submitted',
      link: `/lists/${held.listId}`,
      facts: { list: held.title, by: row.signatoryName, reference: row.reference },
    },
  )
  const content = journalled(row)
  const place = await work.place(streams.delegation(delegationId), SUBMITTED, row.id, content)
  await work.write(streams.listStaff(held.listId), SUBMITTED, row.id, content)
  const list = {
    reference: referenceOf(held.consultationReference, held.number),
    title: held.title,
    consultationTitle: held.consultationTitle,
  }
  return presentReceipt(row, text.letter, list, place)
}

const SUBMITTED: EventKind = 'response.submitted'

/** What the journal vouches for, in the delegation's stream and in the Secretariat's alike. */
export const journalled = (
  row: Pick<
    SubmissionRow,
    'reference' | 'version' | 'digest' | 'roster' | 'receivedLate' | 'submittedAt' | 'signatoryName' | 'signatoryTitle'
  >,
) => ({
  reference: row.reference,
  version: row.version,
  digest: row.digest,
  roster: row.roster,
  receivedLate: row.receivedLate,
  submittedAt: row.submittedAt.toISOString(),
  signatory: { name: row.signatoryName, title: row.signatoryTitle },
})

async function hold(work: Work, responseId: string): Promise<Held> {
  const { rows } = await work.client.query<Held>({
    ...HOLD,
    values: [responseId, actingOf(work.caller).delegationId],
  })
  const [held] = rows
  if (!held) throw new Refused('not_found')
  return held
}

async function read(
  work: Work,
  responseId: string,
  held: Held,
  delegationId: string,
): Promise<{ answers: DraftAnswerRow[]; letter: LetterRow | null; firstReference: string | null; others: number }> {
  const { rows } = await work.client.query<Text>({
    ...READ,
    values: [responseId, held.listId, delegationId, held.letterId],
  })
  const first = rows[0]!
  return {
    answers: rows.filter((row) => row.questionId !== null && isFilled(row)),
    letter:
      held.letterId === null || first.letterName === null
        ? null
        : {
            id: held.letterId,
            delegationId,
            name: first.letterName,
            type: first.letterType,
            size: first.letterSize,
            digest: first.letterDigest,
            attachedAt: first.letterAttachedAt,
            submitted: true,
          },
    firstReference: first.firstReference,
    others: first.others,
  }
}

/** For whom it speaks at this moment (NU3). Refuses: not_speaker, invalid. */
async function rosterAt(
  work: Work,
  delegationId: string,
  capacity: Capacity,
  { excepted, joined }: { excepted: string[]; joined: string[] },
): Promise<Pick<SubmissionRow, 'roster' | 'excepted' | 'joined'>> {
  const qualified = excepted.length > 0 || joined.length > 0
  if (capacity.kind !== 'group') {
    if (qualified) throw new Refused('invalid', { field: excepted.length > 0 ? 'excepted' : 'joined' })
    return { roster: capacity.kind === 'ad_hoc' ? capacity.memberIds : [], excepted: [], joined: [] }
  }
  await mustBeAbleToSpeak(work.tx, delegationId, capacity, work.now)
  const members = await rosterOn(work.tx, capacity.groupId, dayIn(work.now, NEW_YORK))
  if (excepted.some((id) => !members.includes(id))) throw new Refused('invalid', { field: 'excepted' })
  await mustBeDelegations(work.tx, joined, 'joined')
  return { roster: rosterOf(members, excepted, joined), excepted, joined }
}

async function record(work: Work, row: SubmissionRow, answers: DraftAnswerRow[], published: boolean): Promise<void> {
  await work.client.query({
    ...RECORD,
    values: [
      row.id,
      row.responseId,
      row.listId,
      row.delegationId,
      JSON.stringify(row.capacity),
      row.groupId,
      row.groupName && JSON.stringify(row.groupName),
      row.roster,
      row.excepted,
      row.joined,
      row.version,
      row.reference,
      row.submittedAt,
      row.receivedLate,
      row.digest,
      row.signatoryName,
      row.signatoryTitle,
      row.letterId,
      row.answered,
      row.noPosition,
      row.seeGroup,
      answers.map(() => randomUUID()),
      answers.map((answer) => answer.questionId),
      answers.map((answer) => fold(plainText(answer.blocks))),
      published,
      personOf(work.caller),
    ],
  })
}

/** Whoever closes a list waits for what is being recorded under it; what comes a moment later finds it closed. */
async function mustStillBeOpen(work: Work, held: Held): Promise<void> {
  if (held.closedAt !== null) return
  const { rows } = await work.client.query<{ closedAt: Date | null }>({ ...CLOSED_AT, values: [held.listId] })
  if (rows[0]?.closedAt) throw new Refused('list_closed')
}

/** A submitted version of the caller's own response. Refuses: not_found. */
export async function versionOf(tx: Tx, caller: Caller, responseId: string, version: number): Promise<SubmissionRow> {
  const [row] = await tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.responseId, responseId),
        eq(submissions.version, version),
        eq(submissions.delegationId, actingOf(caller).delegationId),
      ),
    )
  if (!row) throw new Refused('not_found')
  return row
}

/** A submitted version, for staff. Refuses: not_found. */
export async function submissionOf(tx: Tx, caller: Caller, submissionId: string): Promise<SubmissionRow> {
  const [row] = await tx.select().from(submissions).where(eq(submissions.id, submissionId))
  if (!row || !isStaff(caller)) throw new Refused('not_found')
  return row
}

/** The newest version of every response to a list, for staff. */
export function currentSubmissions(tx: Tx, listId: string): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.listId, listId), eq(submissions.current, true)))
}

export type LoadedSubmission = { row: SubmissionRow; view: SubmissionView; list: LoadedList }

/** The version as it was submitted, with the line of the journal that this viewer can read. */
export async function presentSubmission(
  tx: Tx,
  caller: Caller,
  row: SubmissionRow,
  now: Date,
): Promise<LoadedSubmission> {
  const list = await listOf(tx, caller, row.listId, now)
  const own = caller.kind === 'person' && caller.acting?.delegationId === row.delegationId
  const stream = own ? streams.delegation(row.delegationId) : streams.listStaff(row.listId)
  const receipts = await receiptsOf(tx, [row], list, stream)
  const said = await tx
    .select({ contribution: contributions })
    .from(contributions)
    .innerJoin(contributionSources, eq(contributionSources.contributionId, contributions.id))
    .where(eq(contributionSources.submissionId, row.id))
  const versions = await tx
    .select({ id: submissions.id, version: submissions.version, submittedAt: submissions.submittedAt })
    .from(submissions)
    .where(eq(submissions.responseId, row.responseId))
    .orderBy(submissions.version)
  const contributionTo = new Map(said.map(({ contribution }) => [contribution.questionId, contribution]))
  return {
    row,
    list,
    view: {
      id: row.id,
      receipt: receipts.get(row.id)!,
      current: row.current,
      versions: versions.map((one) => ({ ...one, submittedAt: one.submittedAt.toISOString() })),
      answers: questionsOf(list).flatMap((question) => {
        const answer = contributionTo.get(question.id)
        return answer ? [saidIn(answer)] : []
      }),
    },
  }
}

type Found = {
  reference: string
  version: number
  digest: string
  roster: string[]
  received_late: boolean
  submitted_at: string
  signatory_name: string
  signatory_title: string | null
  journal_digest: string
}

/** Whether the journal vouches for a receipt; whose it is and what it says is not told. */
export async function check(
  tx: Tx,
  reference: string,
  digest: string,
): Promise<{ stands: boolean; submittedAt: string | null }> {
  const { rows } = await tx.execute<Found>(sql`select * from journalled_submission(${reference}, ${digest})`)
  const [found] = rows
  if (!found) return { stands: false, submittedAt: null }
  const submittedAt = new Date(found.submitted_at)
  const content = journalled({
    reference: found.reference,
    version: found.version,
    digest: found.digest,
    roster: found.roster,
    receivedLate: found.received_late,
    submittedAt,
    signatoryName: found.signatory_name,
    signatoryTitle: found.signatory_title,
  })
  const stands = digestOf(content) === found.journal_digest
  return { stands, submittedAt: stands ? submittedAt.toISOString() : null }
}
