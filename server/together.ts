/** Nobody notices so much, and a hundred come in it when a server is back. */
const PATIENCE_MS = 40

/**
 * Asks for many at once what is asked for one by one: after an asking the next waits a moment for who else comes, and when it has
 * been quiet not at all. What is answered was asked after they came.
 */
export function together<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  let next: { keys: Set<Key>; answers: Promise<ReadonlyMap<Key, Answer>> } | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  const begin = () => {
    const keys = new Set<Key>()
    const wait = askedAt + PATIENCE_MS - performance.now()
    const answers = (async () => {
      if (wait > 0) await new Promise((done) => setTimeout(done, wait))
      else await null
      next = null
      askedAt = performance.now()
      return ask([...keys])
    })()
    return { keys, answers }
  }
  return async (key) => {
    next ??= begin()
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
