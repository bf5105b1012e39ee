import { type ReactNode, useEffect, useRef } from 'react'
import type { RefusalError } from '../api.ts'
import { Button } from './Button.tsx'
import { Actions, Dialog } from './Dialog.tsx'
import { RefusalNotice } from './Notice.tsx'

type Props = {
  open?: boolean
  /** What it does, unless the question needs more words. */
  title?: ReactNode
  /** `filled` where nothing is lost, and many will read it. */
  kind?: 'warning' | 'filled'
  /** What the button does, in the words that led here. */
  verb: ReactNode
  onSure: () => Promise<unknown>
  /** What the other button leaves as it is. */
  leave: ReactNode
  onLeave: () => void
  call: { status: string; refusal: RefusalError | null }
  /** What is lost, or who reads it. */
  children: ReactNode
}

/** Asks once more before what cannot be taken back. Where something is lost, Enter alone leaves it be. */
export function AskOnceMore({
  open = true,
  kind = 'warning',
  verb,
  title = verb,
  onSure,
  leave,
  onLeave,
  call: { status, refusal },
  children,
}: Props) {
  const sure = useRef<HTMLButtonElement>(null)
  const rather = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The browser gave the focus to the first that takes it. A reason to be written comes before either button.
    if (open && kind === 'warning' && document.activeElement === sure.current) rather.current?.focus()
  }, [open, kind])
  return (
    <Dialog open={open} title={title} onClose={onLeave}>
      <div className="stack">
        {children}
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button ref={sure} kind={kind} busy={status === 'sending'} onClick={() => void onSure()}>
            {verb}
          </Button>
          <Button ref={rather} onClick={onLeave}>
            {leave}
          </Button>
        </Actions>
      </div>
    </Dialog>
  )
}
