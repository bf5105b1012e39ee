import { formatNumber } from '@consultation/shared/house-style.ts'
import type { ReactNode } from 'react'
import { Table } from '../../ui/Table.tsx'
import { useWords } from '../../words/index.ts'
import { type BarRow, type Key, type Part, sorted, useNameOf } from './Bars.tsx'

type Props<K extends string> = {
  caption: ReactNode
  /** What the rows are. */
  of: string
  rows: (BarRow<K> & { more?: readonly ReactNode[] })[]
  keys: Key<K>
  more?: readonly string[]
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
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {columns.map((column) => (
            <th scope="col" className="number" key={column.keys.join()}>
              {nameOf(column.keys)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('with_position')}
          </th>
          {more.map((word) => (
            <th scope="col" className="number" key={word}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {row.figures === null ? (
              <td colSpan={Math.max(1, columns.length)}>{t('too_few_apart')}</td>
            ) : (
              columns.map((column) => {
                const part = sorted(row.figures ?? [], keys.order).find((one) => one.keys.join() === column.keys.join())
                return (
                  <td className="number" key={column.keys.join()}>
                    {part ? shown(part.figure) : ''}
                  </td>
                )
              })
            )}
            <td className="number">{shown(row.answered)}</td>
            {row.more?.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              <td className="number" key={at}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
