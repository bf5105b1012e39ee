import { randomUUID } from 'node:crypto'
import { deadlineIn, reformConsultation, reformList } from '../../server/seed/sample-lists.ts'
import { addConsultation, type ConsultationView } from '../../shared/consultations.ts'
import { addList, circulateList, type ListBody, type ListView } from '../../shared/question-lists.ts'
import type { TestApp } from './app.ts'
import { cast } from './cast.ts'

type Wishes = Partial<Omit<ListBody, 'addresseeIds'>> & {
  /** ISO codes of the delegations addressed; without it all States. */
  addressed?: string[]
  /** An open consultation to put it into; without it a new one. */
  consultationId?: string
}

/** A consultation of its own with the reference 'MR-' and a number. */
export async function openConsultation(app: TestApp): Promise<ConsultationView> {
  const [row] = await app.sql<{ count: number }>('select count(*)::int as count from consultations')
  const reference = `MR-${2017 + (row?.count ?? 0)}`
  return cast(app).staff.does(addConsultation, {
    body: { commandId: randomUUID(), ...reformConsultation(), reference },
  })
}

/** The thirteen questions of 2017 as a draft, made by staff through the HTTP door. */
export async function draftList(app: TestApp, wishes: Wishes = {}): Promise<ListView> {
  const { addressed, consultationId, ...changed } = wishes
  const body = {
    commandId: randomUUID(),
    ...reformList({ deadline: deadlineIn(15, new Date()), addresseeIds: await delegationIds(app, addressed) }),
    ...changed,
  }
  const params = { consultationId: consultationId ?? (await openConsultation(app)).id }
  return cast(app).staff.does(addList, { params, body })
}

/** The same, circulated, with a deadline 15 working days ahead. */
export async function circulatedList(app: TestApp, wishes: Wishes = {}): Promise<ListView> {
  const draft = await draftList(app, wishes)
  return cast(app).staff.does(circulateList, {
    params: { listId: draft.id },
    body: { commandId: randomUUID(), revision: draft.revision },
  })
}

/** Ids of the States with these codes, or of all States. */
export async function delegationIds(app: TestApp, codes?: string[]): Promise<string[]> {
  const rows = await app.sql<{ id: string }>(
    `select id from delegations where kind <> 'entity' and ($1::text[] is null or code = any ($1))
    order by protocol_order nulls last, code`,
    [codes ?? null],
  )
  if (codes && rows.length !== codes.length) throw new Error(`not all known: ${codes.join(', ')}`)
  return rows.map((row) => row.id)
}

/** Moves the deadline, and what is due at it, to so many seconds from now by the database’s clock; negative is past. */
export async function moveDeadline(app: TestApp, listId: string, seconds: number): Promise<Date> {
  const [row] = await app.sql<{ closesAt: Date }>(
    `update question_lists set closes_at = now() + make_interval(secs => $2) where id = $1 returning closes_at as "closesAt"`,
    [listId, seconds],
  )
  await app.sql(`update jobs set run_at = least(run_at, now() + make_interval(secs => $2)) where subject = $1`, [
    listId,
    seconds,
  ])
  return row!.closesAt
}

/** The same for the extension that one delegation has. */
export async function moveExtension(
  app: TestApp,
  listId: string,
  delegationId: string,
  seconds: number,
): Promise<void> {
  // Only staff give time: the trigger asks who, the owner of the tables too.
  await app.sql(
    `with staff as (select set_config('app.office', 'staff', true) as office)
    update addressees set extended_to = now() + make_interval(secs => $3) from staff
    where list_id = $1 and delegation_id = $2 and office = 'staff'`,
    [listId, delegationId, seconds],
  )
}
