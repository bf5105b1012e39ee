/**
 * Asks for many at once what is asked for one by one: whoever comes while an asking is under way waits for the next, with all
 * who do. What is answered was asked after they came, and a thousand who come in one moment cost a few trips.
 */
export function together<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  let next: { keys: Set<Key>; answers: Promise<ReadonlyMap<Key, Answer>> } | null = null
  let underWay: Promise<unknown> = Promise.resolve()
  return async (key) => {
    if (!next) {
      const keys = new Set<Key>()
      const answers = underWay.then(() => {
        next = null
        return ask([...keys])
      })
      next = { keys, answers }
      underWay = answers.catch(() => {})
    }
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
