import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

type Props = {
  label: ReactNode
  /** Where the visible label does not say what the menu is for. */
  name?: string
  note?: ReactNode
  /** Links and buttons, each in its own <li>. */
  children: ReactNode
}

/** A button that opens a short list of links and buttons; Escape or leaving it closes it. */
export function Menu({ label, name, note, children }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !whole.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  return (
    <div className="menu" ref={whole}>
      <button
        ref={button}
        type="button"
        className="button plain menu-button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: choosing by keyboard clicks too; this only closes */}
      <ul id={id} className="menu-list" hidden={!open} onClick={() => setOpen(false)}>
        {note && <li className="menu-note">{note}</li>}
        {children}
      </ul>
    </div>
  )
}
