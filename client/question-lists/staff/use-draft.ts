import { changeList, type ListBody, type ListView, readList } from '@consultation/shared/question-lists.ts'
import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import { call, RefusalError } from '../../api.ts'
import { renew } from '../../use-call.ts'
import { bodyOf, type Clash, clean, merge, same } from './merge.ts'

/** A pause in typing after which the list is saved. */
const PAUSE_MS = 1_200

export type Saving =
  | { status: 'saved'; at: Date | null }
  | { status: 'waiting' }
  | { status: 'saving' }
  | { status: 'refused'; refusal: RefusalError }

/**
 * A list being written. It saves itself; what a colleague changed meanwhile is brought together with it, and what both
 * changed is kept in both wordings until somebody chooses.
 */
export function useDraft(list: ListView) {
  const [body, setBody] = useState<ListBody>(() => bodyOf(list))
  const [clashes, setClashes] = useState<Clash[]>([])
  const [saving, setSaving] = useState<Saving>({ status: 'saved', at: null })
  /** How often something of a colleague's came into the list. */
  const [joined, join] = useReducer((count: number) => count + 1, 0)
  // What the server has, and the revision that says so; the one truth for a save that is under way.
  const saved = useRef({ body: bodyOf(list), revision: list.revision })
  const current = useRef(body)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const under = useRef<Promise<boolean> | null>(null)

  const dirty = () => !same(clean(current.current), saved.current.body)

  function put(next: ListBody) {
    current.current = next
    setBody(next)
  }

  function change(how: (body: ListBody) => ListBody) {
    put(how(current.current))
    clearTimeout(timer.current)
    if (!dirty()) return setSaving((now) => (now.status === 'waiting' ? { status: 'saved', at: null } : now))
    setSaving({ status: 'waiting' })
    timer.current = setTimeout(() => void save(), PAUSE_MS)
  }

  /** Takes in what a colleague saved. */
  function takeIn(theirs: ListView) {
    if (theirs.revision <= saved.current.revision) return
    const [base, others] = [saved.current.body, bodyOf(theirs)]
    saved.current = { body: others, revision: theirs.revision }
    if (same(clean(current.current), base)) {
      put(others)
    } else {
      const merged = merge(base, current.current, others)
      put(merged.body)
      if (merged.clashes.length > 0) {
        setClashes((now) => [
          ...now.filter(({ path }) => !merged.clashes.some((one) => one.path === path)),
          ...merged.clashes,
        ])
      }
    }
    join()
  }

  /** Saves what there is, after what is being saved. True when the server has it all. */
  async function save(): Promise<boolean> {
    clearTimeout(timer.current)
    if (under.current) await under.current
    if (!dirty()) return true
    under.current = send().finally(() => {
      under.current = null
    })
    return under.current
  }

  async function send(): Promise<boolean> {
    setSaving({ status: 'saving' })
    const sent = clean(current.current)
    try {
      const reply = await call(changeList, {
        params: { listId: list.id },
        body: sent,
        revision: saved.current.revision,
      })
      saved.current = { body: bodyOf(reply), revision: reply.revision }
      renew(readList, { params: { listId: list.id } }, reply)
      if (dirty()) {
        setSaving({ status: 'waiting' })
        timer.current = setTimeout(() => void save(), PAUSE_MS)
      } else setSaving({ status: 'saved', at: new Date() })
      return true
    } catch (error) {
      const refusal = error instanceof RefusalError ? error : new RefusalError({ code: 'unexpected' })
      if (refusal.code === 'changed_meanwhile' && refusal.current) {
        takeIn(refusal.current as ListView)
        return send()
      }
      setSaving({ status: 'refused', refusal })
      // The line or the server is away for a while: what is here is tried again until it is taken.
      if (['unavailable', 'busy'].includes(refusal.code)) timer.current = setTimeout(() => void save(), 5_000)
      return false
    }
  }

  const met = useEffectEvent(takeIn)
  useEffect(() => met(list), [list])

  const unsaved = useEffectEvent(dirty)
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  const leave = useEffectEvent(() => {
    if (dirty()) void save()
  })
  useEffect(() => () => leave(), [])

  return {
    body,
    change,
    save,
    saving,
    clashes,
    joined,
    settle: (clash: Clash, take: 'mine' | 'theirs') => {
      setClashes((now) => now.filter((one) => one !== clash))
      if (take === 'theirs') change(clash.take)
    },
  }
}

export type Draft = ReturnType<typeof useDraft>
