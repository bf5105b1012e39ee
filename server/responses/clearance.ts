import { type EventKind, streams } from '@consultation/shared/live.ts'
import { isFilled } from '@consultation/shared/responses.ts'
import type { MemberRole } from '@consultation/shared/rules/access.ts'
import { MOVES, mayMove, type ResponseMove } from '@consultation/shared/rules/clearance.ts'
import { and, eq, sql } from 'drizzle-orm'
import { tell } from '../notices/notices.ts'
import { nameOf } from '../people/people.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import {
  capacityOf,
  digestOfResponse,
  draftAnswersOf,
  type LoadedResponse,
  lettersOf,
  personOf,
  presentResponse,
  responseOf,
  takesResponses,
} from './responses.ts'
import { letters, responses, submissions } from './tables.ts'

type SimpleMove = 'send_for_clearance' | 'take_back' | 'amend' | 'drop_amendment'

/** A clearance is for one text: without it nothing of one may stay. */
export const UNCLEARED = { clearedAt: null, clearedBy: null, clearedDigest: null }
const NO_NOTE = { noteText: null, noteBy: null, noteAt: null }
/** Moves that make sense only while the Secretariat still takes responses. */
const NEEDS_OPEN_LIST: readonly ResponseMove[] = ['send_for_clearance', 'clear', 'amend']

/** Refuses: not_found, already_submitted, not_for_clearance, list_closed, nothing_to_submit, changed_meanwhile. */
export async function move(work: Work, responseId: string, wanted: SimpleMove): Promise<LoadedResponse> {
  const response = await mustMove(work, responseId, wanted)
  switch (wanted) {
    case 'send_for_clearance': {
      if ((await textOf(work, response)).empty) throw new Refused('nothing_to_submit')
      const sent = await change(work, response, wanted, NO_NOTE)
      await tellMembers(work, response, 'for_clearance', ['head'])
      return journalled(work, sent, 'response.sent_for_clearance')
    }
    case 'take_back':
      return journalled(work, await change(work, response, wanted, UNCLEARED), 'response.taken_back')
    case 'amend': {
      const begun = await change(work, response, wanted, { ...UNCLEARED, ...NO_NOTE })
      await tellMembers(work, response, 'amendment_begun', ['head', 'drafter'])
      return journalled(work, begun, 'response.amendment_begun')
    }
    case 'drop_amendment': {
      await restoreSubmitted(work, response)
      const letterId = await submittedLetter(work, response)
      const dropped = await change(work, response, wanted, { ...UNCLEARED, ...NO_NOTE, letterId })
      if (response.letterId !== letterId) await removeUnsent(work, response.letterId)
      return journalled(work, dropped, 'response.amendment_dropped')
    }
  }
}

/** The head gives the response back to the drafters. Refuses: not_found, already_submitted, not_for_clearance. */
export async function giveBack(work: Work, responseId: string, note: string): Promise<LoadedResponse> {
  const response = await mustMove(work, responseId, 'return')
  const returned = await change(work, response, 'return', {
    ...UNCLEARED,
    noteText: note,
    noteBy: personOf(work.caller),
    noteAt: work.now,
  })
  // The note itself stays here: a mail passes through others' hands.
  await tellMembers(work, response, 'returned', ['drafter'])
  return journalled(work, returned, 'response.returned')
}

/** Clears exactly the text that was read. Refuses: as above, and cleared_text_changed, nothing_to_submit. */
export async function clear(work: Work, responseId: string, digest: string): Promise<LoadedResponse> {
  const response = await mustMove(work, responseId, 'clear')
  const text = await textOf(work, response)
  if (text.digest !== digest) throw new Refused('cleared_text_changed')
  if (text.empty) throw new Refused('nothing_to_submit')
  const cleared = await change(work, response, 'clear', {
    ...NO_NOTE,
    clearedAt: work.now,
    clearedBy: personOf(work.caller),
    clearedDigest: digest,
  })
  return journalled(work, cleared, 'response.cleared', { digest })
}

/** The response, locked, if this move may be made of it now. */
async function mustMove(work: Work, responseId: string, wanted: ResponseMove): Promise<LoadedResponse> {
  const response = await responseOf(work.tx, work.caller, responseId, work.now, 'update')
  const { by }: { by: readonly MemberRole[] } = MOVES[wanted]
  if (!by.includes(response.acting.role)) throw new Refused('forbidden')
  if (!mayMove(response.state, wanted, response.acting.role)) throw await whyNot(work, response, wanted)
  if (wanted === 'drop_amendment' && response.version === 0) throw new Refused('invalid', { field: 'move' })
  if (NEEDS_OPEN_LIST.includes(wanted) && !takesResponses(response.list.window)) throw new Refused('list_closed')
  return response
}

async function whyNot(work: Work, response: LoadedResponse, wanted: ResponseMove): Promise<Refused> {
  if (response.state === 'submitted') return new Refused('already_submitted')
  if (wanted === 'take_back' || wanted === 'return') return new Refused('not_for_clearance')
  return new Refused('changed_meanwhile', { current: await presentResponse(work.tx, response) })
}

async function change(
  work: Work,
  response: LoadedResponse,
  made: ResponseMove,
  also: Partial<typeof responses.$inferInsert>,
): Promise<LoadedResponse> {
  const [row] = await work.tx
    .update(responses)
    .set({ ...also, state: MOVES[made].to, revision: sql`${responses.revision} + 1` })
    .where(eq(responses.id, response.id))
    .returning()
  return { ...response, ...row! }
}

async function journalled(
  work: Work,
  response: LoadedResponse,
  kind: EventKind,
  also: Record<string, unknown> = {},
): Promise<LoadedResponse> {
  const content = { response: response.id, revision: response.revision, ...also }
  await work.write(streams.delegation(response.delegationId), kind, response.id, content)
  return response
}

async function textOf(work: Work, response: LoadedResponse): Promise<{ digest: string; empty: boolean }> {
  const answers = (await draftAnswersOf(work.tx, response.list, [response.id])).get(response.id) ?? []
  const letter = (await lettersOf(work.tx, [response.letterId])).get(response.letterId ?? '')
  return {
    digest: digestOfResponse(response.id, capacityOf(response), answers, letter?.digest ?? null),
    empty: !letter && !answers.some(isFilled),
  }
}

async function tellMembers(
  work: Work,
  response: LoadedResponse,
  kind: 'for_clearance' | 'returned' | 'amendment_begun',
  roles: readonly MemberRole[],
): Promise<void> {
  await tell(
    work,
    { delegationId: response.delegationId, roles },
    {
      kind,
      link: `/lists/${response.listId}`,
      facts: { list: response.list.title, by: await nameOf(work.tx, personOf(work.caller)) },
    },
  )
}

/** The draft becomes again what was submitted; the words of the dropped amendment stay among the earlier wordings. */
async function restoreSubmitted(work: Work, response: LoadedResponse): Promise<void> {
  await work.client.query(
    `insert into draft_wordings (response_id, question_id, delegation_id, stance, group_id, choice, language, attribution,
       blocks, revision, edited_by, edited_at)
     select response_id, question_id, delegation_id, stance, group_id, choice, language, attribution, blocks, revision,
       edited_by, edited_at from draft_answers where response_id = $1 on conflict do nothing`,
    [response.id],
  )
  await work.client.query(
    `update draft_answers d set stance = coalesce(was.stance, 'answered'), group_id = was.group_id, choice = was.choice,
       language = coalesce(was.language, d.language), attribution = coalesce(was.attribution, d.attribution),
       blocks = coalesce(was.blocks, '[]'), revision = d.revision + 1, edited_by = $2, edited_at = now()
     from draft_answers asked left join (
       select c.* from submissions s join contribution_sources o on o.submission_id = s.id
       join contributions c on c.id = o.contribution_id where s.response_id = $1 and s.current
     ) was on was.question_id = asked.question_id
     where asked.response_id = $1 and d.response_id = $1 and d.question_id = asked.question_id`,
    [response.id, personOf(work.caller)],
  )
}

async function submittedLetter(work: Work, response: LoadedResponse): Promise<string | null> {
  const [row] = await work.tx
    .select({ letterId: submissions.letterId })
    .from(submissions)
    .where(and(eq(submissions.responseId, response.id), eq(submissions.current, true)))
  return row?.letterId ?? null
}

/** A letter that was never part of a submission goes when it is replaced or taken off. */
export async function removeUnsent(work: Work, letterId: string | null): Promise<void> {
  if (letterId === null) return
  await work.tx.delete(letters).where(and(eq(letters.id, letterId), eq(letters.submitted, false)))
}
