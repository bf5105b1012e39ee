import { randomUUID } from 'node:crypto'
import type { Language } from '@consultation/shared/languages.ts'
import { type EventKind, streams } from '@consultation/shared/live.ts'
import type { IdeaView, OwnIdeaView, SealedView } from '@consultation/shared/room-view.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { isSilent, takesClusters, takesIdeas } from '@consultation/shared/rules/board.ts'
import { mayInRoom } from '@consultation/shared/rules/rooms.ts'
import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { inTurn } from '../database/database.ts'
import { dayOf, groupsSpokenFor } from '../people/groups.ts'
import { Refused } from '../refused.ts'
import {
  atItem,
  contributed,
  type ItemRow,
  knownItem,
  type Look,
  rememberItem,
  type SessionRow,
} from '../sessions/room.ts'
import { seatFor } from '../sessions/seats.ts'
import type { AtOnce, Work } from '../work.ts'
import { drawnPlace } from './place.ts'
import { clusters, ideaSources, ideas } from './tables.ts'

export type IdeaRow = typeof ideas.$inferSelect
export type SourceRow = typeof ideaSources.$inferSelect
export type Card = { idea: IdeaRow; source: SourceRow | null }

type Written = { text: string; language: Language; groupId: string | null }

/** Before all have written, before a moderator, or for all to see. */
const stateOf = ({ phase }: Pick<ItemRow, 'phase'>, { prescreen }: Pick<SessionRow, 'prescreen'>) =>
  isSilent(phase) ? ('silent' as const) : prescreen ? ('waiting' as const) : ('open' as const)
/** The room reads the name of an open idea in an attributed session, and never else. */
const isNamed = (state: IdeaRow['state'], { mode }: Pick<SessionRow, 'mode'>) =>
  state === 'open' && mode === 'attributed'
const turnOf = (sessionId: string, delegationId: string) => `ideas ${sessionId} ${delegationId}`

// Everybody writes at once, and again and again: judged by what the last idea found there, in one trip. The statement confirms
// it, and that there is room for one more.
const WRITE = {
  name: 'write-idea',
  text: `with known as materialized (
      select as_known(room_facts($2) = $12 and own_ideas($3) < $11) as known
    ), idea as (
      insert into ideas (id, session_id, item_id, text, language, state, place)
      select $1, $3, $2, $5, $6, $7, $8 from known where known
    )
    insert into idea_sources (idea_id, session_id, delegation_id, group_id, named, at)
    select $1, $3, $4, $9, $10, now() from known where known`,
}

/** An idea in one trip, and what its delegation is shown of it; undefined for everything that `write` must judge. */
export function writing(
  caller: Caller,
  itemId: string,
  { text, language, groupId }: Written,
): (AtOnce & { view: OwnIdea }) | undefined {
  const there = knownItem(caller, itemId)
  if (!there) return undefined
  const { session, item, standing, facts } = there
  const { delegationId } = standing
  if (delegationId === null || !mayInRoom(standing, 'idea.write') || session.mode === 'anonymous') return undefined
  // Who may speak for a group is asked each time.
  if (!takesIdeas(item.phase) || groupId !== null) return undefined
  const state = stateOf(item, session)
  const id = randomUUID()
  const named = isNamed(state, session)
  const place = drawnPlace()
  const { id: sessionId, ideasOfOne } = session
  return {
    turns: [itemId, turnOf(sessionId, delegationId)],
    statement: {
      ...WRITE,
      values: [id, itemId, sessionId, delegationId, text, language, state, place, groupId, named, ideasOfOne, facts],
    },
    lines: [
      ...linesOf({ id, sessionId, text, state }, delegationId, 'idea.written', { before: null }),
      ...(state === 'silent' ? [countLine(sessionId, itemId)] : []),
    ],
    view: { id, itemId, text, language, groupId, state, reason: null },
  }
}

const countLine = (sessionId: string, itemId: string) => ({
  stream: streams.sessionAll(sessionId),
  kind: 'item.counted' as const,
  subject: itemId,
  onlyIf: { says: 'count_silent' as const, of: itemId },
})

/**
 * Writes an idea. While all write in silence it is told to nobody but its own delegation and the podium; the room hears only
 * that the shown count went up a step. Refuses: not_found, forbidden, session_not_open, phase_closed,
 * needs_anonymous_intake, not_speaker, ideas_used_up.
 */
export async function write(work: Work, itemId: string, { text, language, groupId }: Written): Promise<Card> {
  const at = await atItem(work, itemId, 'idea.write')
  const { session, item, standing } = at
  const { delegationId } = standing
  if (delegationId === null) throw new Refused('forbidden')
  if (session.mode === 'anonymous') throw new Refused('needs_anonymous_intake')
  if (!takesIdeas(item.phase)) throw new Refused('phase_closed')
  if (groupId !== null && !(await groupsSpokenFor(work.tx, delegationId, dayOf(work.now))).includes(groupId))
    throw new Refused('not_speaker', { field: 'groupId' })
  await refuseTooMany(work, session, delegationId)
  const state = stateOf(item, session)
  const id = randomUUID()
  const named = isNamed(state, session)
  await Promise.all([
    work.tx.insert(ideas).values({ id, sessionId: session.id, itemId, text, language, state, place: drawnPlace() }),
    work.tx
      .insert(ideaSources)
      .values({ ideaId: id, sessionId: session.id, delegationId, groupId, named, at: work.now }),
  ])
  await contributed(work, session)
  const card = await cardOf(work, id)
  await told(work, card, 'idea.written', { before: null })
  if (state === 'silent') await count(work, session, itemId)
  await rememberItem(work, at)
  return card
}

/** Counted in turn over the whole session, however many write at once. */
async function refuseTooMany(work: Work, session: SessionRow, delegationId: string): Promise<void> {
  const [, { rows }] = await Promise.all([
    inTurn(work, turnOf(session.id, delegationId)),
    work.client.query<{ written: number }>('select own_ideas($1) as written', [session.id]),
  ])
  if (rows[0]!.written >= session.ideasOfOne) throw new Refused('ideas_used_up')
}

async function count(work: Work, session: SessionRow, itemId: string): Promise<void> {
  const { rows } = await work.client.query<{ changed: boolean }>('select count_silent($1) as changed', [itemId])
  if (rows[0]?.changed) await work.write(streams.sessionAll(session.id), 'item.counted', itemId)
}

/**
 * Changes an idea of one's own that the room does not see yet; one that came back goes to a moderator again. Refuses:
 * not_found, forbidden, session_not_open, phase_closed.
 */
export async function change(
  work: Work,
  ideaId: string,
  { text, language }: { text: string; language: Language },
): Promise<Card> {
  const { session, item, card } = await own(work, ideaId)
  const { state } = card.idea
  if (state !== 'silent' && state !== 'waiting' && state !== 'returned') throw new Refused('phase_closed')
  const next = state === 'returned' ? stateOf(item, session) : state
  await work.tx
    .update(ideas)
    .set({ text, language, state: next, reason: state === 'returned' ? null : card.idea.reason })
    .where(eq(ideas.id, ideaId))
  await name(work, session, ideaId, next)
  const changed = await cardOf(work, ideaId)
  await told(work, changed, 'idea.changed', { before: state })
  if (state !== next && next === 'silent') await count(work, session, card.idea.itemId)
  return changed
}

/** Takes an idea of one's own back. Refuses: not_found, forbidden, session_not_open, phase_closed (hidden, or withdrawn). */
export async function withdraw(work: Work, ideaId: string): Promise<Card> {
  const { session, card } = await own(work, ideaId)
  const { state, itemId } = card.idea
  if (state === 'withdrawn' || state === 'hidden') throw new Refused('phase_closed')
  await work.tx.update(ideas).set({ state: 'withdrawn', clusterId: null }).where(eq(ideas.id, ideaId))
  await name(work, session, ideaId, 'withdrawn')
  const withdrawn = await cardOf(work, ideaId)
  await told(work, withdrawn, 'idea.withdrawn', { before: state })
  if (state === 'silent') await count(work, session, itemId)
  return withdrawn
}

async function own(work: Work, ideaId: string) {
  const known = await cardOf(work, ideaId)
  const { session, item, standing } = await atItem(work, known.idea.itemId, 'idea.write')
  const card = await cardOf(work, ideaId)
  if (card.source === null || card.source.delegationId !== standing.delegationId) throw new Refused('not_found')
  return { session, item, card }
}

/**
 * A moderator lets an idea through, returns or hides it with a reason for its author, shows it again, or pins it. Refuses:
 * not_found, forbidden, session_not_open, phase_closed, reason_required, moved_meanwhile.
 */
export async function moderate(
  work: Work,
  ideaId: string,
  to: 'open' | 'returned' | 'hidden' | 'pinned' | 'unpinned',
  reason: string,
): Promise<void> {
  const known = await cardOf(work, ideaId)
  const { session, item } = await atItem(work, known.idea.itemId, 'idea.moderate')
  // While all write in silence nothing is shown to the room.
  if (to === 'open' && isSilent(item.phase)) throw new Refused('phase_closed')
  const { idea } = await cardOf(work, ideaId)
  if ((to === 'returned' || to === 'hidden') && reason === '') throw new Refused('reason_required', { field: 'reason' })
  const fits = {
    open: ['waiting', 'hidden', 'returned'],
    returned: ['waiting'],
    hidden: ['open', 'waiting'],
    pinned: ['open'],
    unpinned: ['open'],
  }[to]
  if (!fits.includes(idea.state)) throw new Refused('moved_meanwhile')
  const set =
    to === 'pinned' || to === 'unpinned'
      ? { pinned: to === 'pinned' }
      : { state: to, reason: to === 'open' ? null : reason }
  await work.tx.update(ideas).set(set).where(eq(ideas.id, ideaId))
  const moderated = await cardOf(work, ideaId)
  await name(work, session, ideaId, moderated.idea.state)
  await told(work, moderated, 'idea.moderated', { before: idea.state, to, reason })
}

/**
 * Moves a card to a cluster or out of it, from where it was seen. Refuses: not_found, forbidden, session_not_open,
 * phase_closed, moved_meanwhile, invalid.
 */
export async function cluster(work: Work, ideaId: string, from: string | null, to: string | null): Promise<void> {
  const { idea, item } = await openCard(work, ideaId)
  if (idea.clusterId !== from) throw new Refused('moved_meanwhile')
  if (to !== null) await refuseElsewhere(work, to, item.id)
  await work.tx.update(ideas).set({ clusterId: to }).where(eq(ideas.id, ideaId))
  await told(work, await cardOf(work, ideaId), 'idea.clustered', { before: 'open', from, to })
}

/** Merges a card into another that then stands for both; null takes it out again. The same refusals. */
export async function merge(work: Work, ideaId: string, into: string | null): Promise<void> {
  const { idea, item } = await openCard(work, ideaId)
  if (into !== null) {
    const target = await cardOf(work, into)
    if (target.idea.itemId !== item.id || into === ideaId) throw new Refused('invalid', { field: 'into' })
    if (target.idea.state !== 'open' || target.idea.mergedInto !== null) throw new Refused('moved_meanwhile')
    // What was merged into this one goes along: a card stands for others, not for chains of them.
    const followers = await work.tx
      .update(ideas)
      .set({ mergedInto: into })
      .where(eq(ideas.mergedInto, ideaId))
      .returning({ id: ideas.id })
    for (const { id } of followers) await told(work, await cardOf(work, id), 'idea.merged', { before: 'open', into })
  } else if (idea.mergedInto === null) throw new Refused('moved_meanwhile')
  await work.tx.update(ideas).set({ mergedInto: into }).where(eq(ideas.id, ideaId))
  await told(work, await cardOf(work, ideaId), 'idea.merged', { before: 'open', into })
}

async function openCard(work: Work, ideaId: string) {
  const known = await cardOf(work, ideaId)
  const { item } = await atItem(work, known.idea.itemId, 'board.run')
  if (!takesClusters(item.phase)) throw new Refused('phase_closed')
  const { idea } = await cardOf(work, ideaId)
  if (idea.state !== 'open') throw new Refused('moved_meanwhile')
  return { idea, item }
}

async function refuseElsewhere(work: Work, clusterId: string, itemId: string): Promise<void> {
  const [row] = await work.tx.select().from(clusters).where(eq(clusters.id, clusterId))
  if (row?.itemId !== itemId) throw new Refused('invalid', { field: 'to' })
  if (row.mergedInto !== null) throw new Refused('moved_meanwhile')
}

async function name(work: Work, session: SessionRow, ideaId: string, state: IdeaRow['state']): Promise<void> {
  const named = isNamed(state, session)
  await work.tx
    .update(ideaSources)
    .set({ named })
    .where(and(eq(ideaSources.ideaId, ideaId), ne(ideaSources.named, named)))
}

/** Its own delegation and the podium always; the room only of what it sees or saw. */
async function told(
  work: Work,
  { idea, source }: Card,
  kind: EventKind,
  content: { before: string | null } & Record<string, unknown>,
): Promise<void> {
  for (const { stream, subject, content: said } of linesOf(idea, source?.delegationId ?? null, kind, content))
    await work.write(stream, kind, subject, said)
}

function linesOf(
  { id, sessionId, text, state }: Pick<IdeaRow, 'id' | 'sessionId' | 'text' | 'state'>,
  delegationId: string | null,
  kind: EventKind,
  content: { before: string | null } & Record<string, unknown>,
) {
  const said = { idea: id, text, state, ...content }
  const to = [
    ...(delegationId === null ? [] : [streams.sessionSeat(sessionId, delegationId)]),
    streams.sessionPodium(sessionId),
    ...(state === 'open' || content.before === 'open' ? [streams.sessionAll(sessionId)] : []),
  ]
  return to.map((stream) => ({ stream, kind, subject: id, content: said }))
}

/** A card and, as far as the caller may know, who wrote it. Refuses: not_found. */
async function cardOf({ tx }: Pick<Work, 'tx'>, ideaId: string): Promise<Card> {
  const [card] = await tx
    .select({ idea: ideas, source: ideaSources })
    .from(ideas)
    .leftJoin(ideaSources, eq(ideaSources.ideaId, ideas.id))
    .where(eq(ideas.id, ideaId))
  if (!card) throw new Refused('not_found')
  return card
}

// ── the doors out, one for each audience ──────────────────────────────────────────────────────

export const presentIdea = ({ idea, source }: Card, { session, seen }: Look): IdeaView => ({
  id: idea.id,
  itemId: idea.itemId,
  text: idea.text,
  language: idea.language,
  seat: seatFor(source, session.mode, seen),
  clusterId: idea.clusterId,
  mergedInto: idea.mergedInto,
  pinned: idea.pinned,
  place: idea.place,
})

export const presentSealed = (card: Card, look: Look): z.infer<typeof SealedView> => ({
  id: card.idea.id,
  ideaId: card.idea.id,
  itemId: card.idea.itemId,
  idea: presentIdea(card, look),
  state: card.idea.state,
  reason: card.idea.reason,
})

type OwnIdea = z.infer<typeof OwnIdeaView>

export const presentOwn = ({ idea, source }: Card): OwnIdea => ({
  id: idea.id,
  itemId: idea.itemId,
  text: idea.text,
  language: idea.language,
  groupId: source?.groupId ?? null,
  state: idea.state,
  reason: idea.reason,
})
