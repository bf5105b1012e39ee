import { type ReactNode, useId } from 'react'

type Props = { caption: ReactNode; children: ReactNode; className?: string }

/** A table that scrolls by itself where it is too wide. Column heads are <th scope="col">, the first cell of a row <th scope="row">. */
export function Table({ caption, children, className = '' }: Props) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: it groups nothing that a form would send
    <div className="table-frame" role="group" aria-labelledby={id} tabIndex={0}>
      <table className={`table ${className}`.trim()}>
        <caption id={id}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}
