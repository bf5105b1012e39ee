import { type ReactNode, useId } from 'react'

/** How far something long is; `done` null where nobody knows. Put its cancel button beside it. */
export function Progress({ label, done, of }: { label: ReactNode; done: number | null; of: number }) {
  const id = useId()
  return (
    <div className="progress">
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} max={of} {...(done === null ? {} : { value: done })} />
    </div>
  )
}
