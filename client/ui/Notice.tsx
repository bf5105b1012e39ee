import type { ReactNode } from 'react'
import type { RefusalError } from '../api.ts'
import { useWords } from '../words/index.ts'

type Props = { kind?: 'plain' | 'warning' | 'done'; title?: ReactNode; children?: ReactNode; role?: 'status' | 'alert' }

/** Something to know, said in the page. With `role` it is read out when it appears. */
export function Notice({ kind = 'plain', title, children, role }: Props) {
  return (
    <div className={`notice ${kind}`} role={role}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  )
}

/** Why a command was refused, where there is no form whose fields could say it. */
export function RefusalNotice({ refusal, children }: { refusal: RefusalError | null; children?: ReactNode }) {
  const t = useWords()
  if (!refusal) return null
  return (
    <Notice kind="warning" role="alert">
      <p>{t(refusal.code)}</p>
      {children}
    </Notice>
  )
}
