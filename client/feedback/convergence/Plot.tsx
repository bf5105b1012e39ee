import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/index.ts'
import './plots.css'

/** A plot with its table: one press away on the screen, always there on paper. */
export function Plot({ title, plot, table }: { title: ReactNode; plot: ReactNode; table: ReactNode }) {
  const t = useWords('convergence')
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <figure className="plot" aria-labelledby={id}>
      <figcaption id={id} className="plot-title">
        {title}
      </figcaption>
      {plot}
      <Button
        kind="quiet"
        className="no-print"
        aria-expanded={shown}
        aria-controls={`${id}-table`}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'hide_table' : 'show_table')}
      </Button>
      <div id={`${id}-table`} className={shown ? undefined : 'on-paper'}>
        {table}
      </div>
    </figure>
  )
}
