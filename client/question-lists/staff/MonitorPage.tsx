import { streams } from '@consultation/shared/live.ts'
import { REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import { type ListView, type MonitorRow, monitorList, readList } from '@consultation/shared/question-lists.ts'
import { canonical, fold, inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStream } from '../../live.ts'
import { go, Link, useParams, useSearch } from '../../navigation.tsx'
import { useDelegations, useGroups } from '../../reference.ts'
import { announce } from '../../ui/Announcer.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Select, TextInput } from '../../ui/Field.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { Figures } from './Figures.tsx'
import {
  type Change,
  changesBetween,
  type MonitorFilter,
  PLACES,
  type Place,
  passes,
  SORTS,
  type Sort,
  sorted,
  standingOf,
} from './monitor.ts'
import { withinOf } from './within.tsx'
import './monitor.css'
import { PlaceDialog } from './PlaceDialog.tsx'
import { PlacesGrid } from './PlacesGrid.tsx'
import { PlacesTable } from './PlacesTable.tsx'
import { RemindDialog } from './RemindDialog.tsx'
import { STANDING } from './standing.ts'

/** Following a list: who has opened it, who is preparing an answer, who has submitted. */
export function MonitorPage() {
  const { listId } = useParams('/lists/:listId')
  const list = useView(readList, { params: { listId } })
  const isDraft = list.state === 'draft'
  useEffect(() => {
    if (isDraft) go({ to: '/lists/:listId/edit', params: { listId }, replace: true })
  }, [isDraft, listId])
  return isDraft ? null : <Following list={list} />
}

function Following({ list }: { list: ListView }) {
  const t = useWords('staff')
  const listId = list.id
  const monitor = useView(monitorList, { params: { listId } })
  const { groups, groupOf, regionName } = useGroups()
  const places = usePlaces(monitor.rows)
  const [search, setSearch] = useSearch('state', 'region', 'group', 'text', 'view', 'sort')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<string | null>(null)
  const [asking, setAsking] = useState<'remind' | 'extend' | 'close' | null>(null)
  const latest = useNews(monitor.rows)

  useStream(streams.listStaff(listId), () => {
    void refresh(monitorList, { listId })
    void refresh(readList, { listId })
  })

  const filter: MonitorFilter = {
    state: [...PLACES, 'outstanding' as const].find((one) => one === search.state) ?? null,
    region: REGIONAL_GROUPS.find((one) => one === search.region) ?? null,
    members: search.group ? new Set(groupOf(search.group)?.memberIds ?? []) : null,
    text: fold(search.text ?? ''),
  }
  const sort: Sort = SORTS.find((one) => one === search.sort) ?? 'protocol'
  const asTable = search.view === 'table'
  const collator = useMemo(() => new Intl.Collator(t.language), [t.language])
  const fitting = sorted(
    places.filter((place) => passes(place, filter)),
    sort,
    collator,
  )
  const { shown, stale, renewView } = useKept(fitting, places, canonical([search, t.language]))
  const remindable = [...selected].filter((id) =>
    places.some((place) => place.row.delegationId === id && !place.row.submissionId),
  )
  const place = places.find(({ row }) => row.delegationId === opened)

  const toggle = (ids: readonly string[], on: boolean) =>
    setSelected((now) => {
      const next = new Set(now)
      for (const id of ids) {
        if (on) next.add(id)
        else next.delete(id)
      }
      return next
    })

  return (
    <>
      <PageHead
        title={inLanguage(list.title, t.language).text}
        within={withinOf(list, t.language)}
        lead={<HowItStands list={list} />}
      >
        <div className="row">
          {list.may.readAnswers && (
            <LinkButton
              to="/lists/:listId/answers"
              params={{ listId }}
              kind={remindable.length > 0 ? 'plain' : 'filled'}
            >
              {t('read_answers')}
            </LinkButton>
          )}
          {list.may.export && (
            <LinkButton to="/lists/:listId/exports" params={{ listId }}>
              {t('export_answers')}
            </LinkButton>
          )}
        </div>
      </PageHead>

      <Figures count={monitor.count} />
      {latest && <p className="small quiet monitor-latest">{sentenceOf(t, latest.changes, places)}</p>}

      <div className="monitor-tools no-print">
        <Select
          label={t('state_column')}
          value={filter.state ?? 'all'}
          onChange={(state) => setSearch({ state: state === 'all' ? undefined : state })}
          options={[
            { value: 'all', label: t('all_states') },
            { value: 'outstanding', label: t('outstanding') },
            ...PLACES.map((one) => ({ value: one, label: t(STANDING[one].word) })),
          ]}
        />
        <Select
          label={t('regional_group')}
          value={filter.region ?? 'all'}
          onChange={(region) => setSearch({ region: region === 'all' ? undefined : region })}
          options={[
            { value: 'all', label: t('all_regions') },
            ...REGIONAL_GROUPS.map((one) => ({ value: one, label: inLanguage(regionName(one), t.language).text })),
          ]}
        />
        <Select
          label={t('group_of_states')}
          value={search.group ?? ''}
          onChange={(group) => setSearch({ group: group || undefined })}
          options={[
            { value: '', label: t('all_groups') },
            ...groups
              .filter(({ kind, memberIds }) => kind !== 'regional' && memberIds.length > 0)
              .map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text })),
          ]}
        />
        <TextInput
          type="search"
          label={t('find_delegation')}
          dir="auto"
          value={search.text ?? ''}
          onChange={(text) => setSearch({ text })}
        />
        {asTable && (
          <Select
            label={t('sort_by')}
            value={sort}
            onChange={(chosen) => setSearch({ sort: chosen === 'protocol' ? undefined : chosen })}
            options={SORTS.map((one) => ({ value: one, label: t(SORT_WORD[one]) }))}
          />
        )}
        <fieldset className="monitor-view" aria-label={t('view_as')}>
          <Button aria-pressed={!asTable} onClick={() => setSearch({ view: undefined, sort: undefined })}>
            {t('as_grid')}
          </Button>
          <Button aria-pressed={asTable} onClick={() => setSearch({ view: 'table' })}>
            {t('as_table')}
          </Button>
        </fieldset>
      </div>

      <div className="monitor-selection no-print">
        <p role="status">
          {t('places_shown', { count: shown.length, all: places.length })}
          {selected.size > 0 && <> · {t('places_selected', { count: selected.size })}</>}
        </p>
        <Button
          kind="quiet"
          onClick={() =>
            toggle(
              shown.filter(({ row }) => !row.submissionId).map(({ row }) => row.delegationId),
              true,
            )
          }
        >
          {t('select_outstanding')}
        </Button>
        {selected.size > 0 && (
          <>
            <Button kind="quiet" onClick={() => setSelected(new Set())}>
              {t('select_none')}
            </Button>
            <Button kind={remindable.length > 0 ? 'filled' : 'plain'} onClick={() => setAsking('remind')}>
              {t('remind_count', { count: remindable.length })}
            </Button>
          </>
        )}
        {stale > 0 && (
          <Button kind="quiet" onClick={renewView}>
            {t('view_changed', { count: stale })}
          </Button>
        )}
      </div>

      {asTable ? (
        <PlacesTable places={shown} {...{ selected, toggle, regionName }} onOpen={setOpened} />
      ) : (
        <PlacesGrid places={shown} regions={monitor.regions} {...{ selected, toggle, regionName }} onOpen={setOpened} />
      )}

      <div className="row no-print monitor-more">
        {list.may.extend && <Button onClick={() => setAsking('extend')}>{t('extend')}</Button>}
        {list.may.close && (
          <Button kind="warning" onClick={() => setAsking('close')}>
            {t('close_list')}
          </Button>
        )}
        <Link to="/lists/:listId/preview" params={{ listId }}>
          {t('read_as_circulated')}
        </Link>
      </div>

      <RemindDialog
        list={list}
        open={asking === 'remind'}
        onClose={() => setAsking(null)}
        onDone={() => setSelected(new Set())}
        names={remindable.map((id) => places.find(({ row }) => row.delegationId === id)?.name ?? '')}
        ids={remindable}
      />
      <ExtendDialog list={list} open={asking === 'extend'} onClose={() => setAsking(null)} />
      <CloseDialog
        list={list}
        outstanding={places.filter(({ row }) => !row.submissionId).length}
        open={asking === 'close'}
        onClose={() => setAsking(null)}
      />
      {place && (
        <PlaceDialog
          list={list}
          place={place}
          selected={selected.has(place.row.delegationId)}
          onSelect={(on) => toggle([place.row.delegationId], on)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

const SORT_WORD = {
  protocol: 'sort_protocol',
  name: 'sort_name',
  state: 'sort_state',
  time: 'sort_time',
} as const satisfies Record<Sort, string>

/** When it went out and until when it is open, in one sentence. */
function HowItStands({ list }: { list: ListView }) {
  const t = useWords('staff')
  const count = list.addresseeIds?.length ?? 0
  const closesAt = list.closesAt && <When at={list.closesAt} weekday />
  switch (list.open) {
    case 'not_open':
    case 'open':
      return t.rich('stands_open', { count, when: closesAt })
    case 'late':
      return t.rich('stands_late', { count, when: closesAt })
    case 'closed':
      return t.rich('stands_closed', { count, when: <When at={list.closedAt ?? list.closesAt ?? ''} weekday /> })
  }
}

function usePlaces(rows: readonly MonitorRow[]): Place[] {
  const t = useWords('staff')
  const { delegationOf } = useDelegations()
  return useMemo(
    () =>
      rows.flatMap((row): Place[] => {
        const delegation = delegationOf(row.delegationId)
        if (!delegation) return []
        const name = inLanguage(delegation.names, t.language).text
        return [
          { row, delegation, standing: standingOf(row), name, folded: fold(`${name} ${delegation.names.en ?? ''}`) },
        ]
      }),
    [rows, delegationOf, t.language],
  )
}

/**
 * What a filter found stays where it is while one reads, however things move: only what each place says changes. How many
 * more or fewer would be found now is told.
 */
function useKept(fitting: readonly Place[], places: readonly Place[], key: string) {
  const ids = fitting.map(({ row }) => row.delegationId)
  const [kept, setKept] = useState({ key, ids })
  const current = kept.key === key ? kept : { key, ids }
  if (kept.key !== key) setKept(current)
  const byId = new Map(places.map((place) => [place.row.delegationId, place]))
  const stale =
    ids.filter((id) => !current.ids.includes(id)).length + current.ids.filter((id) => !ids.includes(id)).length
  return {
    shown: current.ids.flatMap((id) => byId.get(id) ?? []),
    stale: stale || (canonical(ids) === canonical(current.ids) ? 0 : 1),
    renewView: () => setKept({ key, ids }),
  }
}

/** What has come in since the page was opened: said politely, and the last of it shown. */
function useNews(rows: readonly MonitorRow[]): { changes: Change[] } | null {
  const t = useWords('staff')
  const before = useRef(rows)
  const places = usePlaces(rows)
  const [latest, setLatest] = useState<{ changes: Change[] } | null>(null)
  useEffect(() => {
    const changes = changesBetween(before.current, rows)
    before.current = rows
    if (changes.length === 0) return
    setLatest({ changes })
    announce(sentenceOf(t, changes, places))
  }, [rows, places, t])
  return latest
}

const NEWS = {
  submitted: 'news_submitted',
  amended: 'news_amended',
  acknowledged: 'news_acknowledged',
  preparing: 'news_preparing',
} as const

function sentenceOf(t: ReturnType<typeof useWords<'staff'>>, changes: readonly Change[], places: readonly Place[]) {
  const name = (id: string) => places.find(({ row }) => row.delegationId === id)?.name ?? ''
  return (Object.keys(NEWS) as (keyof typeof NEWS)[])
    .flatMap((what) => {
      const of = changes.filter((change) => change.what === what)
      if (of.length === 0) return []
      const names = of
        .slice(0, 3)
        .map(({ delegationId }) => name(delegationId))
        .join(t('list_comma'))
      return [t(NEWS[what], { names, more: of.length > 3 ? t('and_more', { count: of.length - 3 }) : '' })]
    })
    .join(' ')
}
