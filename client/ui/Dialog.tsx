import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Toast } from './Toast.tsx'

type Props = {
  open: boolean
  title: ReactNode
  /** Escape or the browser's own closing. The dialog closes when `open` becomes false. */
  onClose: () => void
  wide?: boolean
  children: ReactNode
}

/** A native modal dialog: the browser keeps the focus inside and makes the page behind inert. */
export function Dialog({ open, title, onClose, wide = false, children }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    const before = document.activeElement
    element.showModal()
    return () => {
      element.close()
      // React has taken the dialog away by now, so that the browser could not give the focus back.
      const lost = document.activeElement === document.body || document.activeElement === null
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // A second Escape closes it whatever the page says.
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <Toast />
    </dialog>
  )
}

/** The buttons that end a dialog or a form, the next step first. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="actions">{children}</div>
