/** What was found lately, by name: so many, the one used last at the end. Nobody may believe it without asking. */
export class Remembered<Value> {
  private readonly found = new Map<string, { value: Value; at: number }>()
  private readonly most: number
  private readonly forMs: number

  constructor({ most, forMs = Number.POSITIVE_INFINITY }: { most: number; forMs?: number }) {
    this.most = most
    this.forMs = forMs
  }

  get(name: string): Value | undefined {
    const one = this.found.get(name)
    return one && performance.now() - one.at < this.forMs ? one.value : undefined
  }

  set(name: string, value: Value): void {
    this.found.delete(name)
    this.found.set(name, { value, at: performance.now() })
    if (this.found.size > this.most) for (const oldest of this.found.keys()) return this.forget(oldest)
  }

  forget(name: string): void {
    this.found.delete(name)
  }
}
