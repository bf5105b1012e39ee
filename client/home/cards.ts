import type { HomeView } from '@consultation/shared/home.ts'
import type { MemberRole } from '@consultation/shared/rules/access.ts'

type List = HomeView['lists'][number]
type Line = List['responses'][number]

/** One thing to do, with whose turn it is. `verb` names the button and the sentence. */
export type CardOf = {
  key: string
  verb: 'answer' | 'go_on' | 'clear' | 'submit' | 'wait_for_head' | 'reply' | 'read'
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
      (response): CardOf => ({ key: response.responseId, verb: verbOf(response, role), list, response }),
    )
    if (list.responses.length === 0) {
      const verb = role === 'reader' ? 'read' : 'answer'
      return [...threads, { key: list.listId, verb, list, response: null }]
    }
    return [...threads, ...own]
  })
  return cards.sort((a, b) => Number(isWaiting(a)) - Number(isWaiting(b)))
}

const isWaiting = ({ verb }: CardOf) => verb === 'wait_for_head' || verb === 'read'

function verbOf(response: Line, role: MemberRole): CardOf['verb'] {
  if (role === 'reader') return 'read'
  switch (response.state) {
    case 'draft':
      return 'go_on'
    case 'for_clearance':
      return role === 'head' ? 'clear' : 'wait_for_head'
    case 'cleared':
      return role === 'head' ? 'submit' : 'wait_for_head'
    case 'submitted':
      return 'read'
  }
}

/** What was submitted and stands, the latest first. */
export function doneIn(home: HomeView): { list: List; response: Line }[] {
  return home.lists
    .flatMap((list) => list.responses.map((response) => ({ list, response })))
    .filter(({ response }) => response.submittedAt !== null && response.state === 'submitted')
    .sort((a, b) => (a.response.submittedAt! < b.response.submittedAt! ? 1 : -1))
}
