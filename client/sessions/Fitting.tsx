import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../words/index.ts'

type Line = { key: string; line: ReactNode }
type FittingProps = {
  lines: readonly Line[]
  numbered?: boolean
  inColumns?: boolean
  /** What the hall reads to its end: what there is no room for follows by itself. */
  turns?: boolean
}

/** Long enough to read what fits on a screen aloud. */
const TURN_MS = 20_000

/** As many lines as the hall can be shown whole; how many more there are is said, since nobody can scroll a screen. */
export function Fitting({ lines: all, numbered = false, inColumns = false, turns = false }: FittingProps) {
  const t = useWords('rooms')
  const list = useRef<HTMLOListElement & HTMLUListElement>(null)
  const [turned, setTurned] = useState(0)
  const from = turned < all.length ? turned : 0
  const lines = all.slice(from)
  const [fit, setFit] = useState(lines.length)
  const isWhole = from === 0 && fit >= all.length
  useEffect(() => {
    if (!turns || isWhole) return
    const timer = setTimeout(() => setTurned(from + fit < all.length ? from + fit : 0), TURN_MS)
    return () => clearTimeout(timer)
  }, [turns, isWhole, from, fit, all.length])
  useLayoutEffect(() => {
    const box = list.current
    if (!box) return
    const measure = () => {
      const { bottom } = box.getBoundingClientRect()
      const all = [...box.children]
      const whole = all.filter((line) => line.getBoundingClientRect().bottom <= bottom + 1).length
      // The first is shown even where it is longer than the screen: as many of its own lines as there is room for.
      setFit(Math.max(1, whole))
      const first = all[0]?.firstElementChild
      // What is cut keeps its whole height here, so that cutting does not undo its own reason.
      const tooLong = first ? first.scrollHeight > box.clientHeight : false
      if (first && tooLong) {
        const rows = Math.floor((box.clientHeight * 0.98) / Number.parseFloat(getComputedStyle(first).lineHeight))
        box.style.setProperty('--rows', String(Math.max(1, rows)))
      }
      box.classList.toggle('too-long', tooLong)
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    for (const line of box.children) watcher.observe(line)
    measure()
    return () => watcher.disconnect()
  })
  const List = numbered ? 'ol' : 'ul'
  return (
    <>
      <List
        ref={list}
        start={numbered ? from + 1 : undefined}
        className={inColumns ? 'screen-lines in-columns' : 'screen-lines'}
      >
        {lines.map(({ key, line }, at) => (
          <li key={key} className={at < fit ? undefined : 'unseen'} aria-hidden={at < fit ? undefined : true}>
            {line}
          </li>
        ))}
      </List>
      <p className="quiet">
        {turns && !isWhole
          ? t('these_of_all', { from: from + 1, to: Math.min(from + fit, all.length), count: all.length })
          : lines.length > fit && t('more_than_fit', { count: lines.length - fit })}
      </p>
    </>
  )
}
