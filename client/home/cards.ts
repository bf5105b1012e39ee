import type { HomeView } from '@consultation/shared/home.ts'
import type { MemberRole } from '@consultation/shared/rules/access.ts'
import { isOnes, type NextStep, nextStepOf } from '../next-step.ts'

type List = HomeView['lists'][number]
type Line = List['responses'][number]

/** One thing to do, with whose turn it is. `verb` names the button and the sentence. */
export type CardOf = {
  key: string
  verb: NextStep | 'answer' | 'reply'
  list: List
  response: Line | null
}

/** What awaits this person in the delegation: what only they can do stands before what colleagues have in hand. */
export function cardsOf(home: HomeView, role: MemberRole): CardOf[] {
  const cards = home.lists.flatMap((list): CardOf[] => {
    const threads: CardOf[] =
      list.openThreads > 0 ? [{ key: `${list.listId} threads`, verb: 'reply', list, response: null }] : []
    if (list.open === 'closed') return threads
    const open = list.responses.filter(({ state }) => state !== 'submitted')
    const own = open.map(
      (response): CardOf => ({
        key: response.responseId,
        verb: nextStepOf(response.state, role, true),
        list,
        response,
      }),
    )
    // What was said for a group leaves the State free to speak for itself.
    if (list.responses.every(({ capacity }) => capacity.kind !== 'national')) {
      const verb = role === 'reader' ? 'read' : 'answer'
      own.push({ key: list.listId, verb, list, response: null })
    }
    return [...threads, ...own]
  })
  return cards.sort((a, b) => Number(isToDo(b)) - Number(isToDo(a)))
}

/** Whether it is this person’s to do, and not only something to look at. */
export const isToDo = ({ verb }: CardOf) => verb === 'answer' || verb === 'reply' || isOnes(verb)

/** What was submitted and stands, the latest first. */
export function doneIn(home: HomeView): { list: List; response: Line }[] {
  return home.lists
    .flatMap((list) => list.responses.map((response) => ({ list, response })))
    .filter(({ response }) => response.submittedAt !== null && response.state === 'submitted')
    .sort((a, b) => (a.response.submittedAt! < b.response.submittedAt! ? 1 : -1))
}
