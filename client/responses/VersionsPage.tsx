import { directionOf } from '@consultation/shared/languages.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { type AnswerBody, readVersion, type SubmissionView } from '@consultation/shared/responses.ts'
import { canonical, inLanguage } from '@consultation/shared/text.ts'
import { useMemo } from 'react'
import { AnswerShown } from '../AnswerShown.tsx'
import { compare, onlyFormChanged } from '../comparison.ts'
import { Link, useParams, useSearch } from '../navigation.tsx'
import { type NumberedQuestion, numbered } from '../numbered.ts'
import { Select } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { When } from '../ui/When.tsx'
import { useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { Downloads } from './ReceiptPage.tsx'
import { useResponse } from './use-response.ts'
import './submission.css'

/** Every version that was submitted, and what one changed in another. */
export function VersionsPage() {
  const t = useWords('answering')
  const { listId, responseId } = useParams('/lists/:listId/response/:responseId/versions')
  const { list, response } = useResponse(listId, responseId)
  const [{ from, to }, setSearch] = useSearch('from', 'to')
  const versions = response.receipts.map(({ version }) => version).sort((a, b) => a - b)
  const latest = versions.at(-1)
  const shown = versions.find((version) => String(version) === to) ?? latest
  const against = versions.find((version) => String(version) === from && version !== shown)
  const place = { listId, responseId }
  const named = (version: number) => t('version_named', { version, rev: version - 1 })
  return (
    <div className="column stack">
      <PageHead
        title={t('versions')}
        within={{
          title: inLanguage(list.title, t.language).text,
          link: (
            <Link to="/lists/:listId/response/:responseId" params={place}>
              {t('back_to_response')}
            </Link>
          ),
        }}
        lead={t('versions_lead')}
      />
      {shown === undefined ? (
        <p className="empty">{t('no_versions')}</p>
      ) : (
        <>
          <ul className="versions">
            {response.receipts.map((receipt) => (
              <li key={receipt.version}>
                <Link
                  to="/lists/:listId/response/:responseId/receipts/:version"
                  params={{ ...place, version: String(receipt.version) }}
                >
                  {named(receipt.version)}
                </Link>{' '}
                <span className="quiet">
                  <When at={receipt.submittedAt} show="moment" /> · <bdi>{receipt.signatory.name}</bdi>
                </span>
              </li>
            ))}
          </ul>
          <div className="compare-choice no-print">
            <Select
              label={t('show_version')}
              value={String(shown)}
              onChange={(next) => setSearch({ to: next })}
              options={versions.map((version) => ({ value: String(version), label: named(version) }))}
            />
            {versions.length > 1 && (
              <Select
                label={t('compare_with')}
                value={against === undefined ? '' : String(against)}
                onChange={(next) => setSearch({ from: next })}
                options={[
                  { value: '', label: t('compare_with_none') },
                  ...versions
                    .filter((version) => version !== shown)
                    .map((version) => ({ value: String(version), label: named(version) })),
                ]}
              />
            )}
          </div>
          <Downloads responseId={responseId} version={shown} />
          {against === undefined ? (
            <Whole list={list} responseId={responseId} version={shown} />
          ) : (
            <Compared list={list} responseId={responseId} before={against} after={shown} />
          )}
        </>
      )}
    </div>
  )
}

const answersIn = (view: SubmissionView) => new Map(view.answers.map((answer) => [answer.questionId, answer]))

function Whole({ list, responseId, version }: { list: ListView; responseId: string; version: number }) {
  const answers = answersIn(useView(readVersion, { params: { responseId, version } }))
  return numbered(list)
    .flatMap((section) => section.questions)
    .filter(({ id }) => answers.has(id))
    .map((question) => (
      <article key={question.id} className="goes">
        <Question question={question} />
        <AnswerShown answer={answers.get(question.id) ?? null} question={question} />
      </article>
    ))
}

function Question({ question }: { question: NumberedQuestion }) {
  return (
    <h2 className="compare-question">
      <span className="quiet">{question.number}.</span> <Name of={question.text} />
    </h2>
  )
}

type ComparedProps = { list: ListView; responseId: string; before: number; after: number }

function Compared({ list, responseId, before, after }: ComparedProps) {
  const t = useWords('answering')
  const old = answersIn(useView(readVersion, { params: { responseId, version: before } }))
  const now = answersIn(useView(readVersion, { params: { responseId, version: after } }))
  const changed = numbered(list)
    .flatMap((section) => section.questions)
    .filter(({ id }) => canonical(old.get(id) ?? null) !== canonical(now.get(id) ?? null))
  if (changed.length === 0) return <p className="empty">{t('versions_equal')}</p>
  return (
    <>
      <p className="small">
        {t.rich('comparison_legend', {
          added: <ins className="added">{t('added_text')}</ins>,
          removed: <del className="removed">{t('removed_text')}</del>,
        })}
      </p>
      {changed.map((question) => (
        <article key={question.id} className="goes">
          <Question question={question} />
          <Difference question={question} before={old.get(question.id)} after={now.get(question.id)} />
        </article>
      ))}
    </>
  )
}

type Side = AnswerBody | undefined

function Difference({ question, before, after }: { question: NumberedQuestion; before: Side; after: Side }) {
  const t = useWords('answering')
  const [old, now] = [before?.blocks ?? [], after?.blocks ?? []]
  const language = after?.language ?? before?.language ?? t.language
  const lines = useMemo(() => compare(old, now, language), [old, now, language])
  const choiceOf = (side: Side) => question.choices.find(({ id }) => id === side?.choice)?.text
  return (
    <div className="stack">
      {!before && <p className="small quiet">{t('answer_added')}</p>}
      {!after && <p className="small quiet">{t('answer_removed')}</p>}
      {before && after && before.stance !== after.stance && (
        <Turn before={t(STANCE[before.stance])} after={t(STANCE[after.stance])} />
      )}
      {before?.choice !== after?.choice && (
        <Turn
          before={inLanguage(choiceOf(before) ?? {}, t.language).text}
          after={inLanguage(choiceOf(after) ?? {}, t.language).text}
        />
      )}
      {before && after && before.attribution !== after.attribution && (
        <Turn before={t(ATTRIBUTION[before.attribution])} after={t(ATTRIBUTION[after.attribution])} />
      )}
      <div className="said" lang={language} dir={directionOf(language)}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two fixed texts are compared, their lines do not move
          <p key={at}>
            {line.map(({ kind, text }, piece) => {
              const key = `${piece} ${kind}`
              if (kind === 'added')
                return (
                  <ins key={key} className="added">
                    {text}
                  </ins>
                )
              if (kind === 'removed')
                return (
                  <del key={key} className="removed">
                    {text}
                  </del>
                )
              return <span key={key}>{text}</span>
            })}
          </p>
        ))}
      </div>
      {onlyFormChanged(old, now) && <p className="small quiet">{t('form_changed')}</p>}
    </div>
  )
}

const STANCE = {
  answered: 'stance_answered',
  no_position: 'stance_no_position',
  see_group: 'stance_see_group',
} as const
const ATTRIBUTION = { attributed: 'attributed', not_for_attribution: 'not_for_attribution' } as const

const Turn = ({ before, after }: { before: string; after: string }) => (
  <p>
    {before && <del className="removed">{before}</del>} {after && <ins className="added">{after}</ins>}
  </p>
)
