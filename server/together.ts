/** Where many come, nobody notices so much, and a hundred come in it when a server is back. */
const PATIENCE_MS = 40

const moment = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/**
 * Asks for many at once what is asked for one by one. Who comes while an asking is under way is in the next, and only while
 * several come together does that one wait a moment for more: a person alone never waits. What is answered was asked after they came.
 */
export function together<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  let next: { keys: Set<Key>; answers: Promise<ReadonlyMap<Key, Answer>> } | null = null
  let underWay: Promise<unknown> | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let several = false
  const begin = () => {
    const keys = new Set<Key>()
    const answers = (async () => {
      if (underWay) await Promise.race([underWay, moment(PATIENCE_MS)])
      else await null
      const wait = several ? askedAt + PATIENCE_MS - performance.now() : 0
      if (wait > 0) await moment(wait)
      next = null
      askedAt = performance.now()
      several = keys.size > 1
      const asked = ask([...keys])
      const over = asked.then(
        () => undefined,
        () => undefined,
      )
      underWay = over
      void over.then(() => {
        if (underWay === over) underWay = null
      })
      return asked
    })()
    return { keys, answers }
  }
  return async (key) => {
    next ??= begin()
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
