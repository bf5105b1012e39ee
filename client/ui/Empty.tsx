import type { ReactNode } from 'react'

/** Nothing here yet: a sentence that says why, or when something is expected. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>
