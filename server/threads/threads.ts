import { streams } from '@consultation/shared/live.ts'
import { actsFor, type Caller, isStaff, may } from '@consultation/shared/rules/access.ts'
import { type MessageView, THREAD_DEPTH_MAX, type ThreadView } from '@consultation/shared/threads.ts'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { tell } from '../notices/notices.ts'
import { namesOf, officeWith } from '../people/people.ts'
import { type LoadedList, listOf, questionsOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'
import { contributionSources, contributions, submissions } from '../responses/tables.ts'
import type { Work } from '../work.ts'
import { messages, type side, threads } from './tables.ts'

type Side = (typeof side.enumValues)[number]
type ThreadRow = typeof threads.$inferSelect
type MessageRow = typeof messages.$inferSelect
export type LoadedThread = ThreadRow & {
  list: LoadedList
  answerId: string | null
  messages: MessageRow[]
  names: ReadonlyMap<string, string>
}

/**
 * Asks for a clarification of an answer, in the thread there is for that question of that response or in a new one. It is
 * between staff and the author's delegation, also where the answer is not for attribution. Refuses: not_found.
 */
export async function open(work: Work, answerId: string, text: string): Promise<LoadedThread> {
  const [answer] = await work.tx
    .select({
      listId: submissions.listId,
      responseId: submissions.responseId,
      questionId: contributions.questionId,
      delegationId: submissions.delegationId,
    })
    .from(contributions)
    .innerJoin(contributionSources, eq(contributionSources.contributionId, contributions.id))
    .innerJoin(submissions, eq(submissions.id, contributionSources.submissionId))
    .where(eq(contributions.id, answerId))
  if (!answer || !isStaff(work.caller)) throw new Refused('not_found')
  const [begun] = await work.tx
    .insert(threads)
    .values({ ...answer, openedAt: work.now, lastSide: 'secretariat' })
    .onConflictDoNothing()
    .returning()
  const thread = begun ?? (await lockedFor(work.tx, answer.responseId, answer.questionId))
  return speak(work, thread, 'secretariat', { text, replyTo: null, begins: begun !== undefined })
}

async function lockedFor(tx: Tx, responseId: string, questionId: string): Promise<ThreadRow> {
  const [thread] = await tx
    .select()
    .from(threads)
    .where(and(eq(threads.responseId, responseId), eq(threads.questionId, questionId)))
    .for('update')
  if (!thread) throw new Refused('not_found')
  return thread
}

/**
 * Replies to the whole or to one message of the thread. A reply to a resolved thread opens it again, from either side:
 * whether a matter is settled is not for one side alone to say. Refuses: not_found, invalid.
 */
export async function reply(
  work: Work,
  threadId: string,
  { text, replyTo }: { text: string; replyTo: string | null },
): Promise<LoadedThread> {
  const thread = await held(work, threadId)
  return speak(work, thread, sideOf(work.caller, thread), { text, replyTo, begins: false })
}

/** Marks a thread resolved, or opens it again; one resolved already keeps its time. Refuses: not_found. */
export async function resolve(work: Work, threadId: string, resolved: boolean): Promise<LoadedThread> {
  const thread = await held(work, threadId)
  const already = (thread.resolvedAt !== null) === resolved
  if (!already) {
    await work.tx
      .update(threads)
      .set({ resolvedAt: resolved ? work.now : null })
      .where(eq(threads.id, threadId))
  }
  await journalled(work, thread, resolved ? 'thread.resolved' : 'thread.reopened', { resolved })
  return threadOf(work.tx, work.caller, threadId, work.now)
}

/** A thread of the caller's own delegation, or any for staff. Refuses: not_found. */
export async function threadOf(tx: Tx, caller: Caller, threadId: string, now: Date): Promise<LoadedThread> {
  const [row] = await tx.select().from(threads).where(eq(threads.id, threadId))
  if (!row || !concerns(caller, row)) throw new Refused('not_found')
  const list = await listOf(tx, caller, row.listId, now)
  const [thread] = await loaded(tx, list, [row])
  if (!thread) throw new Refused('not_found')
  return thread
}

/** Those under answers to a list: all for staff, its own for a delegation; by question, then as they were opened. */
export async function threadsOf(tx: Tx, caller: Caller, listId: string, now: Date): Promise<LoadedThread[]> {
  const list = await listOf(tx, caller, listId, now)
  const rows = await tx.select().from(threads).where(eq(threads.listId, listId)).orderBy(asc(threads.openedAt))
  const places = new Map(questionsOf(list).map(({ id, number }) => [id, number]))
  const place = ({ questionId }: ThreadRow) => places.get(questionId) ?? 0
  const mine = rows.filter((row) => concerns(caller, row)).sort((a, b) => place(a) - place(b))
  return loaded(tx, list, mine)
}

const concerns = (caller: Caller, thread: ThreadRow) => isStaff(caller) || actsFor(caller, thread.delegationId)

async function held(work: Work, threadId: string): Promise<ThreadRow> {
  const [row] = await work.tx.select().from(threads).where(eq(threads.id, threadId)).for('update')
  if (!row || !concerns(work.caller, row)) throw new Refused('not_found')
  return row
}

/** Whoever acts for the delegation speaks for it, whatever else they are. */
const sideOf = (caller: Caller, thread: ThreadRow): Side =>
  actsFor(caller, thread.delegationId) ? 'delegation' : 'secretariat'

type Spoken = { text: string; replyTo: string | null; begins: boolean }

async function speak(
  work: Work,
  thread: ThreadRow,
  from: Side,
  { text, replyTo, begins }: Spoken,
): Promise<LoadedThread> {
  if (work.caller.kind !== 'person') throw new Refused('signed_out')
  const { id: threadId, delegationId } = thread
  const before = await work.tx.select().from(messages).where(eq(messages.threadId, threadId)).orderBy(asc(messages.at))
  const [message] = await work.tx
    .insert(messages)
    .values({
      threadId,
      delegationId,
      replyTo: placeIn(before, replyTo),
      side: from,
      personId: work.caller.personId,
      text,
      at: work.now,
    })
    .returning()
  await work.tx.update(threads).set({ resolvedAt: null, lastSide: from }).where(eq(threads.id, threadId))
  const spoken = await threadOf(work.tx, work.caller, threadId, work.now)
  // A mail when the word passes to the other side, not for every sentence.
  if (begins || thread.resolvedAt !== null || thread.lastSide !== from) await tellOtherSide(work, spoken, from, before)
  await journalled(work, thread, begins ? 'thread.opened' : 'thread.replied', { message: message?.id, text })
  return spoken
}

/** Replies to replies, three deep: one to the deepest stands beside it. */
function placeIn(before: readonly MessageRow[], replyTo: string | null): string | null {
  if (replyTo === null) return null
  const above: string[] = []
  for (let id: string | null = replyTo; id !== null; ) {
    const message = before.find((one) => one.id === id)
    if (!message) throw new Refused('invalid', { field: 'replyTo' })
    above.push(id)
    id = message.replyTo
  }
  return (above.length < THREAD_DEPTH_MAX ? replyTo : above[above.length - THREAD_DEPTH_MAX + 1]) ?? null
}

/** That there is a word, and where; never the word itself. */
async function tellOtherSide(work: Work, thread: LoadedThread, from: Side, before: readonly MessageRow[]) {
  const staff = await officeWith(work.tx, 'staff')
  const asked = before.filter(({ side }) => side === 'secretariat').map(({ personId }) => personId)
  await tell(
    work,
    from === 'secretariat'
      ? { delegationId: thread.delegationId, roles: ['head', 'drafter'] }
      : { people: staff.filter((personId) => asked.includes(personId)) },
    {
      kind: from === 'secretariat' ? 'clarification_asked' : 'clarification_answered',
      link: `/lists/${thread.listId}`,
      facts: { list: thread.list.title, reference: thread.list.reference },
    },
  )
}

/** For the delegation and for staff; nobody else learns that there is a thread. */
async function journalled(
  work: Work,
  { id, delegationId, listId }: ThreadRow,
  kind: 'thread.opened' | 'thread.replied' | 'thread.resolved' | 'thread.reopened',
  content: Record<string, unknown>,
): Promise<void> {
  await work.write(streams.delegation(delegationId), kind, id, { thread: id, ...content })
  await work.write(streams.listStaff(listId), kind, id, { thread: id, ...content })
}

async function loaded(tx: Tx, list: LoadedList, rows: ThreadRow[]): Promise<LoadedThread[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const said = await tx.select().from(messages).where(inArray(messages.threadId, ids)).orderBy(asc(messages.at))
  const names = await namesOf(
    tx,
    said.map(({ personId }) => personId),
  )
  const answers = await tx
    .select({
      id: contributions.id,
      responseId: submissions.responseId,
      questionId: contributions.questionId,
    })
    .from(submissions)
    .innerJoin(contributionSources, eq(contributionSources.submissionId, submissions.id))
    .innerJoin(contributions, eq(contributions.id, contributionSources.contributionId))
    .where(
      and(
        eq(submissions.current, true),
        eq(submissions.listId, list.id),
        inArray(
          submissions.responseId,
          rows.map(({ responseId }) => responseId),
        ),
      ),
    )
  const messagesOf = Map.groupBy(said, ({ threadId }) => threadId)
  const answerTo = new Map(answers.map((one) => [`${one.responseId} ${one.questionId}`, one.id]))
  return rows.map((row) => ({
    ...row,
    list,
    names,
    answerId: answerTo.get(`${row.responseId} ${row.questionId}`) ?? null,
    messages: messagesOf.get(row.id) ?? [],
  }))
}

/** The one door out for a thread. */
export function presentThread(thread: LoadedThread, viewer: Caller): ThreadView {
  const question = questionsOf(thread.list).find(({ id }) => id === thread.questionId)
  const own = sideOf(viewer, thread)
  return {
    id: thread.id,
    listId: thread.listId,
    questionId: thread.questionId,
    answerId: thread.answerId,
    responseId: thread.responseId,
    delegationId: thread.delegationId,
    questionText: question?.text ?? {},
    questionNumber: question?.number ?? 0,
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    waitsFor: waitsFor(thread),
    messages: thread.messages.map((message) => presentMessage(message, thread.names, viewer, own)),
    may: {
      reply: may(viewer, 'thread.reply'),
      resolve: may(viewer, 'thread.resolve'),
    },
  }
}

const waitsFor = ({ resolvedAt, lastSide }: ThreadRow): ThreadView['waitsFor'] => {
  if (resolvedAt !== null) return 'nobody'
  return lastSide === 'secretariat' ? 'delegation' : 'secretariat'
}

/** A person is named to their own side only: the office speaks to the delegation, and the delegation to the office. */
function presentMessage(
  message: MessageRow,
  names: ReadonlyMap<string, string>,
  viewer: Caller,
  own: Side,
): MessageView {
  return {
    id: message.id,
    replyTo: message.replyTo,
    side: message.side,
    by: message.side === own ? (names.get(message.personId) ?? null) : null,
    mine: viewer.kind === 'person' && viewer.personId === message.personId,
    text: message.text,
    at: message.at.toISOString(),
  }
}
