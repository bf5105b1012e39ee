import { CREDITS_AT_ONCE, drawCredits, takeIn } from '@consultation/shared/board.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { isRefusal, type Problem } from '@consultation/shared/refusals.ts'
import { perform, RefusalError } from '../../api.ts'

/*
 * Writing without a name. The right to write is drawn while signed in, some at a time and before anything is written; the
 * idea is sent later, on its own, without a cookie and without a word of who sends it. The server cannot put the two together.
 */
const nameOf = (sessionId: string) => `credits ${sessionId}`

function keptCredits(sessionId: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(sessionId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

const keep = (sessionId: string, credits: readonly string[]) =>
  sessionStorage.setItem(nameOf(sessionId), JSON.stringify(credits))

async function draw(sessionId: string): Promise<void> {
  const { credits } = await perform(drawCredits, { params: { sessionId }, body: { count: CREDITS_AT_ONCE } })
  keep(sessionId, [...keptCredits(sessionId), ...credits])
}

const waited = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const between = (least: number, most: number) => least + Math.random() * (most - least)

/**
 * Keeps some rights ahead while the page is open: the first when it opens, others at moments drawn by lot. When one is drawn
 * says nothing of when an idea is sent. Gives a way to stop.
 */
export function drawAhead(sessionId: string): () => void {
  let over = false
  const goOn = async () => {
    while (!over) {
      if (keptCredits(sessionId).length < CREDITS_AT_ONCE) await draw(sessionId).catch(() => undefined)
      await waited(between(30_000, 120_000))
    }
  }
  void goOn()
  return () => {
    over = true
  }
}

/** Sends one idea. A repetition after a lost line uses the same right and is taken in once. */
export async function sendUnnamed(
  sessionId: string,
  idea: { itemId: string; text: string; language: Language },
): Promise<void> {
  if (keptCredits(sessionId).length === 0) {
    await draw(sessionId)
    // Not in the same breath: the two must not stand side by side in the database's count of transactions.
    await waited(between(2_000, 8_000))
  }
  const [credit, ...others] = keptCredits(sessionId)
  if (!credit) throw new RefusalError({ code: 'ideas_used_up' })
  let response: Response
  try {
    response = await fetch(takeIn.path, {
      method: takeIn.method,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ credit, ...idea }),
    })
  } catch {
    throw new RefusalError({ code: 'unavailable' })
  }
  if (response.ok) return keep(sessionId, others)
  const problem = (await response.json().catch(() => null)) as Problem | null
  const refusal = new RefusalError(
    problem && isRefusal(problem.code) ? problem : { code: response.status >= 502 ? 'unavailable' : 'unexpected' },
  )
  // Used by another tab: the next one is tried.
  if (refusal.code === 'credit_spent') {
    keep(sessionId, others)
    return sendUnnamed(sessionId, idea)
  }
  throw refusal
}
