import { readConsultation } from '@consultation/shared/consultations.ts'
import { CONTRIBUTION_KINDS, listSources, type OfferedSource } from '@consultation/shared/links.ts'
import { streams } from '@consultation/shared/live.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Suspense, useState } from 'react'
import { KIND_OPTION } from '../kind-options.ts'
import { useStream } from '../live.ts'
import { Link, useParams, useSearch } from '../navigation.tsx'
import { keyOfThing, SaidAt, ThingLink, ThingMarks, ThingWords } from '../ThingShown.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Select, TextInput } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { refresh, useRead, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { SetAsideDialog } from './SetAsideDialog.tsx'
import './traces.css'

/** Contributions of which nobody has said yet what becomes: neither coded, cited nor set aside. */
export function UndecidedPage() {
  const t = useWords('results-staff')
  const citing = useWords('citing')
  useWords('traces')
  const { consultationId } = useParams('/consultations/:consultationId/undecided')
  const { title, lists } = useView(readConsultation, { params: { consultationId } })
  const [{ kind = '', list = '', q = '', after = '' }, setSearch] = useSearch('kind', 'list', 'q', 'after')
  const of = CONTRIBUTION_KINDS.find((one) => one === kind)
  const [chosen, setChosen] = useState<OfferedSource | null>(null)
  const reading = useRead(listSources, {
    params: { consultationId },
    query: {
      unused: 'yes',
      ...(of ? { kind: [of] } : {}),
      ...(list ? { list } : {}),
      ...(q ? { q } : {}),
      ...(after ? { cursor: after } : {}),
    },
  })
  const again = () => void refresh(listSources, { consultationId })
  useStream(streams.consultation(consultationId), again)
  return (
    <>
      <PageHead
        title={t('undecided_title')}
        lead={t('undecided_lead')}
        within={{
          title: inLanguage(title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={{ consultationId }}>
              <Name of={title} />
            </Link>
          ),
        }}
      />
      <search className="tabular-row undecided-filter">
        <Select
          label={t('look_in')}
          value={of ?? 'all'}
          onChange={(next) => setSearch({ kind: next === 'all' ? '' : next, after: '' })}
          options={[
            { value: 'all', label: citing('kind_all') },
            ...CONTRIBUTION_KINDS.map((one) => ({ value: one, label: citing(KIND_OPTION[one]) })),
          ]}
        />
        <Select
          label={t('from_list')}
          value={list || 'all'}
          onChange={(next) => setSearch({ list: next === 'all' ? '' : next, after: '' })}
          options={[
            { value: 'all', label: t('from_any_list') },
            ...lists
              .filter(({ state }) => state !== 'draft')
              .map((one) => ({ value: one.id, label: inLanguage(one.title, t.language).text })),
          ]}
        />
        <TextInput
          label={t('search_words')}
          type="search"
          value={q}
          onChange={(next) => setSearch({ q: next, after: '' })}
        />
      </search>
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {reading.status === 'loading' && <Skeleton />}
      {reading.status === 'ready' && reading.view.sources.length === 0 && (
        <Empty>
          <p>{t(of || list || q || after ? 'nothing_found' : 'all_decided')}</p>
        </Empty>
      )}
      {reading.status === 'ready' && reading.view.sources.length > 0 && (
        // Names of delegations are waited for here, and not by the page that is already there.
        <Suspense fallback={<Skeleton />}>
          <ul className="rests undecided">
            {reading.view.sources.map((source) => (
              <li key={keyOfThing(source)}>
                <div className="rests-text">
                  <p>
                    <ThingLink thing={source} /> <ThingMarks thing={source} />
                  </p>
                  <p className="small quiet">
                    <SaidAt source={source} />
                  </p>
                  <div className="clamped">
                    <ThingWords thing={source} />
                  </div>
                </div>
                <Button onClick={() => setChosen(source)}>{t('set_it_aside')}</Button>
              </li>
            ))}
          </ul>
          {reading.view.next !== null && (
            <Button onClick={() => setSearch({ after: reading.view.next ?? '' })}>{t('further_ones')}</Button>
          )}
          {after !== '' && (
            <Button kind="quiet" onClick={() => setSearch({ after: '' })}>
              {t('from_beginning')}
            </Button>
          )}
        </Suspense>
      )}
      {chosen && (
        <SetAsideDialog
          consultationId={consultationId}
          source={chosen}
          setAside={chosen.setAside}
          onClose={() => setChosen(null)}
          onDone={again}
        />
      )}
    </>
  )
}
