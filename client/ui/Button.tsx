import type { ComponentProps } from 'react'
import { Link, type LinkProps } from '../navigation.tsx'
import type { Path } from '../routes.ts'

/** `filled` is the page's next step: one on a page. `warning` names what is lost. */
export type ButtonKind = 'filled' | 'plain' | 'quiet' | 'warning'

const classOf = (kind: ButtonKind, more = '') => `button ${kind} ${more}`.trim()

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  kind?: ButtonKind
  /** What it started is under way: it keeps its place and its focus, and does nothing a second time. */
  busy?: boolean
}

export function Button({ kind = 'plain', busy = false, type = 'button', className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(kind, className)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

/** Goes somewhere, and looks like the next step. */
export function LinkButton<P extends Path>({
  kind = 'plain',
  className,
  ...rest
}: LinkProps<P> & { kind?: ButtonKind }) {
  const place: LinkProps<P> = { ...(rest as LinkProps<P>), className: classOf(kind, className) }
  return Link(place)
}
