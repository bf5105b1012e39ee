import type { RetreatView } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useMe } from '../../me.tsx'
import { Link } from '../../navigation.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { When } from '../../ui/When.tsx'
import { useWords } from '../../words/index.ts'
import { type Asked, askedOf } from './asked.ts'

const CHOSEN = { nothing: 'asked_by', wishes: 'asked_chosen', left: 'asked_left' } as const

/** What the delegation has to do for the retreat, and by when: each leads to where it is done. */
export function AskedPart({ retreat }: { retreat: RetreatView }) {
  const t = useWords('retreat-delegate')
  const { acting } = useMe()
  const asked = askedOf(retreat)
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
      return (
        <StateMark shape="empty">
          {asked.window === 'open' ? (
            <Link to="/retreats/:retreatId/feedback" params={{ retreatId: retreat.id }}>
              {t('asked_feedback')}
            </Link>
          ) : (
            t('asked_feedback')
          )}
          <br />
          <span className="small">
            {asked.window === 'open'
              ? t.rich('asked_by', { when: <When at={asked.until} weekday /> })
              : t.rich('feedback_from_until', {
                  from: <When at={asked.from} />,
                  until: <When at={asked.until} weekday />,
                })}
          </span>
        </StateMark>
      )
  }
}
