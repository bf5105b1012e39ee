import { type DeskFinding, type DeskView, readDesk } from '@consultation/shared/feedback.ts'
import { streams } from '@consultation/shared/live.ts'
import { PRIORITIES_MAX } from '@consultation/shared/rules/feedback.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams, useSearch } from '../navigation.tsx'
import { useGroups } from '../reference.ts'
import { announce } from '../ui/Announcer.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { isGiven, nationalOn } from './own.ts'
import { withinRetreat } from './within.tsx'
import './feedback.css'
import { isBegun } from './giving/use-draft.ts'
import { Priorities, usePriorities } from './Priorities.tsx'
import { STANCE } from './said.ts'
import { WindowLine } from './WindowLine.tsx'

/** The findings put to a retreat, with what the delegation said to each, and which of them matter most to it. */
export function DeskPage() {
  const t = useWords('feedback')
  const { retreatId } = useParams('/retreats/:retreatId/feedback')
  const desk = useView(readDesk, { params: { retreatId } })
  const again = () => void refresh(readDesk, { retreatId })
  useStream(desk.delegationId ? streams.delegation(desk.delegationId) : null, again)
  useStream(streams.consultationAll(desk.consultationId), again, ({ kind }) => {
    if (kind === 'finding.published') announce(t('finding_was_revised'))
  })
  const priorities = usePriorities(desk)
  const [{ show }, setSearch] = useSearch('show')
  const open = desk.findings.filter((one) => !isGiven(one) && !one.withdrawn)
  const shown = show === 'open' ? open : desk.findings
  const next = open[0]
  const writes = desk.may.give || desk.may.giveForGroup
  return (
    <div className="column">
      <PageHead
        title={t('feedback_title')}
        within={withinRetreat(desk, t.language)}
        lead={<WindowLine desk={desk} onTurn={again} />}
      >
        <LinkButton to="/retreats/:retreatId/convergence" params={{ retreatId }} kind="quiet">
          {t('to_convergence')}
        </LinkButton>
      </PageHead>
      {desk.window === 'open' && !writes && <p className="quiet">{t('you_read_only')}</p>}
      {desk.findings.length === 0 ? (
        <Empty>
          <p>{t('nothing_put')}</p>
        </Empty>
      ) : (
        <div className="sections">
          <section className="stack" aria-labelledby="findings">
            <h2 id="findings">{t('put_findings')}</h2>
            <div className="row">
              <p>{t('given_of', { given: desk.findings.filter(isGiven).length, count: desk.findings.length })}</p>
              {writes && next && (
                <LinkButton
                  kind="filled"
                  to="/retreats/:retreatId/feedback/:findingId"
                  params={{ retreatId, findingId: next.findingId }}
                >
                  {t('to_next_open', { number: next.number })}
                </LinkButton>
              )}
              {open.length > 0 && open.length < desk.findings.length && (
                <Button
                  kind="quiet"
                  aria-pressed={show === 'open'}
                  onClick={() => setSearch({ show: show === 'open' ? '' : 'open' })}
                >
                  {t('only_open')}
                </Button>
              )}
            </div>
            <ol className="desk">
              {shown.map((finding) => (
                <li key={finding.findingId}>
                  <Line desk={desk} finding={finding} priorities={priorities} />
                </li>
              ))}
            </ol>
          </section>
          <Priorities desk={desk} priorities={priorities} />
        </div>
      )}
    </div>
  )
}

type LineProps = { desk: DeskView; finding: DeskFinding; priorities: ReturnType<typeof usePriorities> }

function Line({ desk, finding, priorities }: LineProps) {
  const t = useWords('feedback')
  const place = priorities.order.indexOf(finding.findingId)
  const addable = desk.may.prioritize && place === -1 && priorities.order.length < PRIORITIES_MAX
  return (
    <>
      <h3 className="desk-title">
        <span className="quiet">{finding.number}.</span>{' '}
        <Link
          to="/retreats/:retreatId/feedback/:findingId"
          params={{ retreatId: desk.retreatId, findingId: finding.findingId }}
        >
          <Name of={finding.title} />
        </Link>
      </h3>
      <States desk={desk} finding={finding} />
      <p className="row small quiet">
        {place !== -1 && <span>{t('is_priority', { place: place + 1 })}</span>}
        {addable && (
          <Button
            kind="quiet"
            className="small"
            busy={priorities.busy}
            aria-label={t('matters_finding', { number: finding.number })}
            onClick={() => void priorities.set([...priorities.order, finding.findingId])}
          >
            {t('matters')}
          </Button>
        )}
      </p>
    </>
  )
}

/** What was said so far, at a glance: by the delegation, for a group, in its name, and what is begun here. */
function States({ desk, finding }: Omit<LineProps, 'priorities'>) {
  const t = useWords('feedback')
  const s = useWords('stances')
  const { person } = useMe()
  const { groupOf } = useGroups()
  const given = nationalOn(finding)
  const earlier = finding.own.find(({ versionId, groupId }) => versionId !== finding.versionId && groupId === null)
  const place = {
    retreatId: desk.retreatId,
    delegationId: desk.delegationId ?? '',
    findingId: finding.findingId,
    groupId: null,
  }
  const forGroups = finding.own.filter(({ groupId, versionId }) => groupId !== null && versionId === finding.versionId)
  const inOurName = finding.inOurName.filter(({ versionId }) => versionId === finding.versionId)
  return (
    <ul className="desk-states small">
      {finding.withdrawn && (
        <li>
          <StateMark shape="none">{t('finding_is_withdrawn')}</StateMark>
        </li>
      )}
      {given && (
        <li>
          <StateMark shape={STANCE[given.stance].shape}>
            {t('given_as', { stance: s(STANCE[given.stance].word) })}
          </StateMark>
        </li>
      )}
      {!given && earlier && (
        <li>
          <StateMark shape="attention">
            {t('given_on_earlier', { version: earlier.version, newest: finding.version })}
          </StateMark>
        </li>
      )}
      {!given && !earlier && !finding.withdrawn && desk.delegationId && (
        <li>
          <StateMark shape="empty">{t('not_given')}</StateMark>
        </li>
      )}
      {isBegun(person.id, place) && (
        <li>
          <StateMark shape="part">{t('begun_here')}</StateMark>
        </li>
      )}
      {forGroups.map(({ id, groupId, stance }) => (
        <li key={id}>
          <StateMark shape="covered">
            {t.rich('given_for_group', {
              group: <Name of={groupOf(groupId ?? '')?.names ?? {}} />,
              stance: s(STANCE[stance].word),
            })}
          </StateMark>
        </li>
      ))}
      {inOurName.map(({ id, groupId, stance, association }) => (
        <li key={id}>
          <StateMark shape="covered">
            {t.rich('group_said', {
              group: <Name of={groupOf(groupId ?? '')?.names ?? {}} />,
              stance: s(STANCE[stance].word),
              association: association ?? 'none',
            })}
          </StateMark>
        </li>
      ))}
    </ul>
  )
}
