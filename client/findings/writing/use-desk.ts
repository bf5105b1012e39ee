import type { FindingView } from '@consultation/shared/findings.ts'
import { canonical } from '@consultation/shared/text.ts'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { keptAt } from '../../kept.ts'
import { useMe } from '../../me.tsx'
import { citationsIn } from '../../RestsField.tsx'

export type Written = NonNullable<FindingView['draft']>
type Kept = { revision: number; written: Written }

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'revision' in value &&
  typeof value.revision === 'number' &&
  'written' in value &&
  typeof value.written === 'object' &&
  value.written !== null &&
  'rests' in value.written

const EMPTY: Written = { title: {}, track: 'management', themeId: null, texts: {}, change: {}, rests: [] }

/**
 * What is being written of a finding, kept on this device until it is saved: a refusal, a lost line or a closed tab costs no word.
 * While nothing was typed here, what others save is shown at once.
 */
export function useDesk(finding: FindingView) {
  const { person } = useMe()
  const stored = finding.draft ?? EMPTY
  const [place] = useState(() => keptAt(person.id, finding.id, 'finding'))
  const [begun] = useState(() => {
    const found = place.read()
    return isKept(found) && !sameAs(found.written, stored) ? found : null
  })
  const [typed, setTyped] = useState<Kept | null>(begun)
  const newest = useRef(begun)
  const [arrival, setArrival] = useState(0)
  const [seen, setSeen] = useState(finding.revision)
  // Somebody saved while nothing was typed here: the editor takes what arrived.
  if (!typed && seen !== finding.revision) {
    setSeen(finding.revision)
    setArrival((count) => count + 1)
  }
  const written = typed?.written ?? stored

  function keep(next: Kept | null) {
    newest.current = next
    setTyped(next)
    if (next) place.write(next)
    else place.remove()
  }

  // What is typed here has been saved after all: by this page as it was left, or word for word by somebody else.
  const settle = useEffectEvent(() => {
    if (newest.current && sameAs(newest.current.written, stored)) keep(null)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked whenever something was saved
  useEffect(() => settle(), [finding.revision])

  function change(part: Partial<Written>) {
    const now = newest.current ?? { revision: finding.revision, written: stored }
    const next = { revision: now.revision, written: { ...now.written, ...part } }
    if (canonical(next.written) !== canonical(now.written)) keep(next)
  }

  return {
    written,
    dirty: typed !== null,
    /** Somebody saved since what is typed here was begun. */
    behind: typed !== null && typed.revision !== finding.revision,
    restored: begun !== null && typed === begun,
    revision: typed?.revision ?? finding.revision,
    arrival,
    change,
    body: () => bodyOf(written),
    /** The server has what was sent: it is shown from now on, and what was typed meanwhile goes on from there. */
    saved(view: FindingView, sent: Written | null = null) {
      const now = newest.current
      if (now && sent && now.written !== sent) return keep({ revision: view.revision, written: now.written })
      keep(null)
      setSeen(view.revision)
      setArrival((count) => count + 1)
    },
  }
}

const bodyOf = ({ title, track, themeId, texts, change, rests }: Written) => ({
  title: trimmed(title),
  track,
  themeId,
  texts,
  change: trimmed(change),
  citations: citationsIn(rests),
})

const sameAs = (one: Written, other: Written) => canonical(bodyOf(one)) === canonical(bodyOf(other))

/** A language left empty has no text, rather than an empty one. */
const trimmed = (texts: Written['title']): Written['title'] =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.trim()))
