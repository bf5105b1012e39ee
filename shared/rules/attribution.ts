import { type Caller, isStaff } from './access.ts'

/** How a contribution may be shown. `anonymous` belongs to sessions, where no link is ever stored. */
export const ATTRIBUTIONS = ['attributed', 'not_for_attribution'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** Who spoke, as far as this viewer may know. */
export type ShownAs =
  | { kind: 'delegation'; delegationId: string; sealed: boolean }
  | { kind: 'group'; groupId: string | null; groupName: string | null; delegationId: string; sealed: boolean }
  | { kind: 'withheld' }

export type Author = { delegationId: string; groupId: string | null; groupName: string | null }
/** Where a contribution goes: to a person, or out of the house (an export, a mail, a screen). */
export type Viewer = Caller | { kind: 'public' }

/**
 * AT1 Attributed: the name is shown to whoever may read the contribution.
 * AT2 Not for attribution: staff who moderate see it (marked as sealed), and the author itself; nobody else.
 * AT3 Nothing that leaves the house names an author who asked not to be named, whoever makes it.
 */
export function shownAs(author: Author, attribution: Attribution | 'anonymous', viewer: Viewer): ShownAs {
  // AT6 Anonymous: there is no author to show, to anybody.
  if (attribution === 'anonymous') return { kind: 'withheld' }
  const sealed = attribution === 'not_for_attribution'
  const own = viewer.kind === 'person' && viewer.acting?.delegationId === author.delegationId
  if (sealed && (viewer.kind === 'public' || !(own || isStaff(viewer)))) return { kind: 'withheld' }
  return author.groupId !== null || author.groupName !== null
    ? { kind: 'group', ...author, sealed }
    : { kind: 'delegation', delegationId: author.delegationId, sealed }
}

/** AT4 A mode can only become stricter. */
export const mayBecome = (from: Attribution, to: Attribution) => from === to || to === 'not_for_attribution'

/** AT5 Language, order, time, version and region are withheld together with the name: each can name a State. */
export const withholdsTraces = (shown: ShownAs) => shown.kind === 'withheld'
