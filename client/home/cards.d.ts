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
export declare function cardsOf(home: HomeView, role: MemberRole): CardOf[]
/** What was submitted and stands, the latest first. */
export declare function doneIn(home: HomeView): {
  list: List
  response: Line
}[]
