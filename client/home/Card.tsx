import type { ResponseState } from '@consultation/shared/rules/clearance.ts'
import { useMe } from '../me.tsx'
import { STEP_WORDS } from '../next-step.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'
import { type CardOf, isToDo } from './cards.ts'

const VERBS = { ...STEP_WORDS, answer: 'card_answer', reply: 'card_reply' } as const

/** One thing to do: what, by when at both clocks, how far it is and who has it; and one way to do it. */
export function Card({ card, first }: { card: CardOf; first: boolean }) {
  const t = useWords('home')
  const { acting } = useMe()
  const { list, response, verb } = card
  const speaker = response?.groupName ?? acting?.delegation ?? {}
  const title = verb === 'reply' ? t('reply_title', { count: list.openThreads }) : null
  const kind = first && isToDo(card) ? 'filled' : 'plain'
  const listId = list.listId
  return (
    <li className="card">
      <p className="small quiet">
        <Name of={list.consultationTitle} />
      </p>
      <h3>
        {title ??
          t.rich('card_title', { count: list.questions, list: <Name of={list.title} />, name: <Name of={speaker} /> })}
      </h3>
      {title && (
        <p>
          <Name of={list.title} />
        </p>
      )}
      {verb !== 'reply' && (
        <p className="card-deadline">
          {t.rich(list.open === 'late' ? 'was_due' : 'by_when', { when: <When at={list.closesAt} weekday /> })}
        </p>
      )}
      {verb !== 'reply' && <WhoHasIt state={response?.state ?? null} returned={response?.returned ?? false} />}
      {response && (
        <p className="small">
          {t('drafted_of', { filled: response.filled, count: list.questions })}
          {response.version > 0 && <> · {t('amended_version')}</>}
        </p>
      )}
      <div>
        {verb === 'reply' ? (
          <LinkButton kind={kind} to="/lists/:listId" params={{ listId }} hash="threads">
            {t('card_reply')}
          </LinkButton>
        ) : response ? (
          <LinkButton
            kind={kind}
            to="/lists/:listId/response/:responseId"
            params={{ listId, responseId: response.responseId }}
          >
            {t(VERBS[verb])}
          </LinkButton>
        ) : (
          <LinkButton kind={kind} to="/lists/:listId" params={{ listId }}>
            {t(VERBS[verb])}
          </LinkButton>
        )}
      </div>
    </li>
  )
}

function WhoHasIt({ state, returned }: { state: ResponseState | null; returned: boolean }) {
  const t = useWords('home')
  if (returned)
    return (
      <p>
        <StateMark shape="attention">{t('has_drafters_returned')}</StateMark>
      </p>
    )
  switch (state) {
    case null:
      return (
        <p>
          <StateMark shape="empty">{t('has_nobody')}</StateMark>
        </p>
      )
    case 'draft':
      return (
        <p>
          <StateMark shape="part">{t('has_drafters')}</StateMark>
        </p>
      )
    case 'for_clearance':
      return (
        <p>
          <StateMark shape="handed">{t('has_head')}</StateMark>
        </p>
      )
    case 'cleared':
      return (
        <p>
          <StateMark shape="full">{t('has_head_cleared')}</StateMark>
        </p>
      )
    case 'submitted':
      return null
  }
}
