import { REGIONAL_GROUPS, type RegionalGroup } from '@consultation/shared/people.ts'
import type { MonitorView } from '@consultation/shared/question-lists.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Name } from '../../ui/Name.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useWords } from '../../words/index.ts'
import { neighbour, PLACES, type Place } from './monitor.ts'
import { STANDING } from './standing.ts'

type Props = {
  places: Place[]
  regions: MonitorView['regions']
  selected: ReadonlySet<string>
  toggle: (ids: readonly string[], on: boolean) => void
  regionName: (region: RegionalGroup) => Translated
  onOpen: (delegationId: string) => void
}

/** A place for each delegation, by regional group and in protocol order. One stop for the Tab key; the arrows move within. */
export function PlacesGrid({ places, regions, selected, toggle, regionName, onOpen }: Props) {
  const t = useWords('staff')
  const whole = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const rows = [...REGIONAL_GROUPS, null]
    .map((region) => ({
      region,
      figures: regions.find((one) => one.region === region),
      places: places.filter(({ delegation }) => delegation.regionalGroup === region),
    }))
    .filter((row) => row.places.length > 0)
  const inOrder = rows.flatMap((row) => row.places)
  const reachable = inOrder.some(({ row }) => row.delegationId === active) ? active : inOrder[0]?.row.delegationId

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const options = [...(whole.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
    const at = options.findIndex((option) => option === event.target)
    const id = options[at]?.dataset.id
    if (!id) return
    const isRtl = document.documentElement.dir === 'rtl'
    const moves = {
      ArrowRight: isRtl ? 'previous' : 'next',
      ArrowLeft: isRtl ? 'next' : 'previous',
      ArrowDown: 'below',
      ArrowUp: 'above',
      Home: 'first',
      End: 'last',
    } as const
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen(id)
    } else if (event.key === ' ') {
      event.preventDefault()
      toggle([id], !selected.has(id))
    } else if (event.key in moves && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      const boxes = options.map((option) => {
        const { left, top } = option.getBoundingClientRect()
        return { start: left, line: Math.round(top) }
      })
      const next = options[neighbour(boxes, at, moves[event.key as keyof typeof moves])]
      setActive(next?.dataset.id ?? null)
      next?.focus()
    }
  }

  return (
    <>
      <ul className="legend" aria-label={t('legend')}>
        {PLACES.map((one) => (
          <li key={one}>
            <StateMark shape={STANDING[one].shape}>{t(STANDING[one].word)}</StateMark>
          </li>
        ))}
      </ul>
      <p className="small quiet no-print" id="grid-keys">
        {t('grid_keys')}
      </p>
      {places.length === 0 ? (
        <p className="empty">{t('no_places')}</p>
      ) : (
        <div
          ref={whole}
          role="listbox"
          aria-multiselectable="true"
          aria-label={t('places')}
          aria-describedby="grid-keys"
          tabIndex={-1}
          onKeyDown={press}
        >
          {rows.map(({ region, figures, places }) => {
            const id = `region-${region ?? 'none'}`
            return (
              // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox
              <div key={id} role="group" aria-labelledby={id} className="region">
                <p id={id} className="region-name">
                  <strong>{region ? <Name of={regionName(region)} /> : t('no_region')}</strong>{' '}
                  {figures && (
                    <span className="quiet small">
                      {t('submitted_of', { submitted: figures.submitted, asked: figures.asked })}
                    </span>
                  )}
                </p>
                <div className="places-grid" role="presentation">
                  {places.map(({ row, delegation, standing, name }) => (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's
                    <div
                      key={row.delegationId}
                      role="option"
                      data-id={row.delegationId}
                      aria-selected={selected.has(row.delegationId)}
                      aria-label={t('place_name', { state: name, standing: t(STANDING[standing].word) })}
                      tabIndex={row.delegationId === reachable ? 0 : -1}
                      className="place"
                      data-standing={standing}
                      title={name}
                      onFocus={() => setActive(row.delegationId)}
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey)
                          toggle([row.delegationId], !selected.has(row.delegationId))
                        else onOpen(row.delegationId)
                      }}
                    >
                      <StateMark shape={STANDING[standing].shape} bare>
                        {''}
                      </StateMark>
                      <span>{delegation.code}</span>
                    </div>
                  ))}
                </div>
              </div>
            )
          })}
        </div>
      )}
    </>
  )
}
