import { readDesk } from '@consultation/shared/feedback.ts'
import type { RetreatView } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useMe } from '../../me.tsx'
import { Link } from '../../navigation.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { When } from '../../ui/When.tsx'
import { useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { type Asked, askedOf, isDone } from './asked.ts'

const CHOSEN = { nothing: 'asked_by', wishes: 'asked_chosen', left: 'asked_left' } as const

/** What the delegation has to do for the retreat, and by when: each leads to where it is done. */
export function AskedPart({ retreat }: { retreat: RetreatView }) {
  const t = useWords('retreat-delegate')
  const { acting } = useMe()
  const desk = useRead(readDesk, { params: { retreatId: retreat.id } })
  const asked = askedOf(retreat, desk.status === 'ready' ? desk.view : null)
  if (asked.length === 0 || !acting) return null
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{t('asked_of', { delegation: inLanguage(acting.delegation, t.language).text })}</h2>
      <ul className="asked">
        {asked.map((one) => (
          <li key={one.kind === 'choose' ? one.slotId : one.kind}>
            <Line asked={one} retreat={retreat} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ asked, retreat }: { asked: Asked; retreat: RetreatView }) {
  const t = useWords('retreat-delegate')
  switch (asked.kind) {
    case 'choose': {
      const slot = retreat.slots.find(({ id }) => id === asked.slotId)
      const until = <When at={asked.until} weekday />
      return (
        <StateMark shape={asked.given === 'nothing' ? 'empty' : 'done'}>
          <a href={`#choose-${asked.slotId}`}>
            {t('choose_your_group', { slot: inLanguage(slot?.title ?? {}, t.language).text })}
          </a>
          <br />
          <span className="small">{t.rich(CHOSEN[asked.given], { when: until })}</span>
        </StateMark>
      )
    }
    case 'read':
      return (
        <StateMark shape="empty">
          <a href="#documents">{t('asked_read', { count: asked.findings })}</a>
        </StateMark>
      )
    case 'feedback':
      return <FeedbackLine asked={asked} retreatId={retreat.id} />
  }
}

/** What is still to be said, or that all is said and can be changed. */
function FeedbackLine({ asked, retreatId }: { asked: Asked & { kind: 'feedback' }; retreatId: string }) {
  const t = useWords('retreat-delegate')
  const { window, spoken } = asked
  const until = <When at={asked.until} weekday />
  if (window === 'before')
    return (
      <StateMark shape="empty">
        {t('asked_feedback')}
        <br />
        <span className="small">{t.rich('feedback_from_until', { from: <When at={asked.from} />, until })}</span>
      </StateMark>
    )
  const done = isDone(spoken)
  const begun = spoken !== null && spoken.given > 0
  return (
    <StateMark shape={done ? 'done' : begun ? 'part' : 'empty'}>
      <Link to="/retreats/:retreatId/feedback" params={{ retreatId }}>
        {t(done ? 'see_own_feedback' : 'asked_feedback')}
      </Link>
      <br />
      <span className="small">
        {done
          ? t.rich('asked_all_spoken', { when: until })
          : begun
            ? t.rich('asked_spoken_of', { ...spoken, when: until })
            : t.rich('asked_by', { when: until })}
      </span>
    </StateMark>
  )
}
