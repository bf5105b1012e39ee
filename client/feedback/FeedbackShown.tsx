import type { FeedbackView } from '@consultation/shared/feedback.ts'
import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import { blocksOf, isBlank } from '@consultation/shared/text.ts'
import type { ReactNode } from 'react'
import { Difference } from '../Difference.tsx'
import { useDelegations, useGroups } from '../reference.ts'
import { Name } from '../ui/Name.tsx'
import { RichText } from '../ui/RichText.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'
import './feedback.css'
import { CHANNEL, STANCE } from './said.ts'

type Props = {
  feedback: Pick<FeedbackView, 'id' | 'reason' | 'proposals'> & { stance: FeedbackView['stance'] | null } & Partial<
      Pick<FeedbackView, 'shownAs' | 'channel' | 'language' | 'at' | 'rosterIds' | 'associations'>
    >
  /** Above it, where the name does not say it. */
  title?: ReactNode
  /** Of the heading, in the page it stands in. */
  level?: 3 | 4
  children?: ReactNode
}

/** What was said to a finding, to be read: by whom as far as it is told, the stance, the reason, and other words as a difference. */
export function FeedbackShown({ feedback, title, level = 3, children }: Props) {
  const t = useWords('stances')
  const { stance, shownAs, channel, language, at, reason, proposals } = feedback
  const Heading = level === 3 ? 'h3' : 'h4'
  const id = `said-${feedback.id}`
  return (
    <article className="said-to" aria-labelledby={id}>
      <Heading id={id}>{title ?? (shownAs && <Speaker of={shownAs} />)}</Heading>
      <p className="row small quiet">
        {stance && (
          <StateMark shape={STANCE[stance].shape}>
            <strong>{t(STANCE[stance].word)}</strong>
          </StateMark>
        )}
        {channel && <span>{t(CHANNEL[channel])}</span>}
        {language && !isBlank(reason) && <bdi lang={language}>{LANGUAGE_NAMES[language]}</bdi>}
        {at && (
          <span>
            <When at={at} show="moment" />
          </span>
        )}
        {shownAs && 'sealed' in shownAs && shownAs.sealed && <StateMark shape="full">{t('said_sealed')}</StateMark>}
      </p>
      {!isBlank(reason) && <RichText blocks={reason} language={language ?? t.language} />}
      {proposals.map((one) => (
        <div key={`${one.language} ${one.paragraph}`} className="proposal">
          <p className="small">
            <strong>{t('proposed_on', { number: one.paragraph + 1 })}</strong>{' '}
            {one.text.trim() === '' && <span className="quiet">{t('proposed_out')}</span>}
          </p>
          <Difference
            before={blocksOf(one.was)}
            after={blocksOf(one.text)}
            language={one.language ?? language ?? t.language}
          />
        </div>
      ))}
      <Roster feedback={feedback} />
      {children}
    </article>
  )
}

function Speaker({ of }: { of: FeedbackView['shownAs'] }) {
  const t = useWords('stances')
  const { nameOf } = useDelegations()
  const { groupOf } = useGroups()
  switch (of.kind) {
    case 'delegation':
      return <Name of={nameOf(of.delegationId)} />
    case 'group':
      return (
        <>
          <Name of={of.groupId ? (groupOf(of.groupId)?.names ?? {}) : { en: of.groupName ?? '' }} />{' '}
          <span className="quiet small">
            {t.rich('said_for_group_by', { delegation: <Name of={nameOf(of.delegationId)} /> })}
          </span>
        </>
      )
    case 'withheld':
      return t('said_without_name')
  }
}

/** For whom a group spoke that day, and what its members said to it. */
function Roster({ feedback: { rosterIds = [], associations = [] } }: Pick<Props, 'feedback'>) {
  const t = useWords('stances')
  const { nameOf } = useDelegations()
  if (rosterIds.length === 0) return null
  const numbers = new Intl.ListFormat(t.language, { type: 'unit' })
  return (
    <>
      <details className="small">
        <summary>{t('spoke_for', { count: rosterIds.length })}</summary>
        <p>
          {rosterIds.map((id, at) => (
            <span key={id}>
              {at > 0 && ' · '}
              <Name of={nameOf(id)} />
            </span>
          ))}
        </p>
      </details>
      {associations.length > 0 && (
        <ul className="associations small">
          {associations.map(({ delegationId, association, note, paragraphs, lapsed }) => (
            <li key={delegationId}>
              {t.rich(association === 'associates' ? 'member_associates' : 'member_differs', {
                delegation: <Name of={nameOf(delegationId)} />,
              })}
              {note && (
                <>
                  {' '}
                  <q dir="auto">{note}</q>
                </>
              )}
              {paragraphs.length > 0 && (
                <> {t('member_dissociates', { paragraphs: numbers.format(paragraphs.map((at) => String(at + 1))) })}</>
              )}
              {lapsed && <span className="quiet"> {t('association_lapsed')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
