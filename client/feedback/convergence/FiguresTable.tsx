import { formatNumber } from '@consultation/shared/house-style.ts'
import type { ReactNode } from 'react'
import { type Column, StackingTable } from '../../ui/Table.tsx'
import { useWords } from '../../words/index.ts'
import { type BarRow, type Key, type Part, sorted, useNameOf } from './Bars.tsx'

type Props<K extends string> = {
  caption: ReactNode
  /** What the rows are. */
  of: string
  rows: BarRow<K>[]
  keys: Key<K>
  more?: readonly Column<BarRow<K>>[]
}

/** The figures of a plot. What was put together has a column of its own; an empty cell belongs to another column of its row. */
export function FiguresTable<K extends string>({ caption, of, rows, keys, more = [] }: Props<K>) {
  const t = useWords('convergence')
  const nameOf = useNameOf(keys)
  const sets = new Map<string, Part<K>>()
  for (const { figures } of rows)
    for (const part of sorted(figures ?? [], keys.order)) sets.set(part.keys.join(), { keys: part.keys, figure: 0 })
  const columns = sorted([...sets.values()], keys.order)
  const shown = (figure: number) => formatNumber(figure, t.language)
  return (
    <StackingTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: of,
          cell: ({ label, figures }) => (
            <>
              {label}
              {figures === null && <div className="small quiet">{t('too_few_apart')}</div>}
            </>
          ),
        },
        ...columns.map((column) => ({
          name: nameOf(column.keys),
          number: true,
          cell: ({ figures }: BarRow<K>) => {
            const part = sorted(figures ?? [], keys.order).find((one) => one.keys.join() === column.keys.join())
            return part && shown(part.figure)
          },
        })),
        { name: t('with_position'), number: true, cell: ({ answered }) => shown(answered) },
        ...more,
      ]}
    />
  )
}
