import { type ReactNode, useEffect } from 'react'
import { announceArrival } from '../navigation.tsx'
import { useWords } from '../words/index.ts'

type Props = {
  title: string
  /** The consultation (or other whole) the page belongs to: above the heading, and in the window's title after it. */
  within?: { title: string; link?: ReactNode }
  lead?: ReactNode
  /** Beside the heading: the page's actions. */
  children?: ReactNode
}

/** The heading of a page: one on each page. It names the window and takes the focus when the page is arrived at. */
export function PageHead({ title, within, lead, children }: Props) {
  const t = useWords()
  const whole = within?.title ?? t('platform')
  useEffect(() => {
    document.title = title === whole ? title : `${title} · ${whole}`
  }, [title, whole])
  return (
    <div className="head">
      <div>
        {within && <p className="head-within quiet">{within.link ?? within.title}</p>}
        <h1 tabIndex={-1} ref={announceArrival}>
          {title}
        </h1>
        {lead && <p className="head-lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}
