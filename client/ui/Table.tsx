import { type ReactNode, useId } from 'react'

type Props = { caption: ReactNode; children: ReactNode; className?: string; role?: 'table' }

/** A table that scrolls by itself where it is too wide. Column heads are <th scope="col">, the first cell of a row <th scope="row">. */
export function Table({ caption, children, className = '', role }: Props) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: it groups nothing that a form would send
    <div className="table-frame" role="group" aria-labelledby={id} tabIndex={0}>
      <table className={`table ${className}`.trim()} role={role}>
        <caption id={id}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

// Said aloud: laid out as blocks, a table is none to some browsers.
const ROLE = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  columnHead: 'columnheader',
  rowHead: 'rowheader',
  cell: 'cell',
} as const

export type Column<Row> = {
  name: string
  /** The name is for whoever hears the table: what stands below says it to the eye. */
  unseen?: boolean
  number?: boolean
  cell: (row: Row) => ReactNode
}

type StackingProps<Row> = {
  caption: ReactNode
  /** The first names its row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  className?: string
}

/** A table whose rows are cards on a phone: each cell beside the name of its column, and none that has nothing in it. */
export function StackingTable<Row>({ caption, columns, rows, keyOf, className = '' }: StackingProps<Row>) {
  const [first, ...rest] = columns
  const align = (column?: Column<Row>) => (column?.number ? 'number' : undefined)
  return (
    <Table caption={caption} className={`stacking ${className}`.trim()} role={ROLE.table}>
      <thead role={ROLE.group}>
        <tr role={ROLE.row}>
          {columns.map((column) => (
            <th key={column.name} role={ROLE.columnHead} scope="col" className={align(column)}>
              {column.unseen ? <span className="visually-hidden">{column.name}</span> : column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={ROLE.group}>
        {rows.map((row) => (
          <tr key={keyOf(row)} role={ROLE.row}>
            <th role={ROLE.rowHead} scope="row" className={align(first)}>
              {first?.cell(row)}
            </th>
            {rest.map((column) => (
              <td
                key={column.name}
                role={ROLE.cell}
                className={align(column)}
                data-column={column.unseen ? undefined : column.name}
              >
                <div>{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
