import { apply, type Change, COLLECTION_NAMES, type Collections } from '@consultation/shared/room-view.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'

export type News = { stream: string; seq: number; changes: readonly Change[] }

/** A reading that takes longer than this many messages is asked for again rather than caught up by hand. */
const KEPT = 2_000

/**
 * A room as this device knows it: a reading, and the messages since. A message the reading has already is passed over; one
 * that came while a new reading was on its way is applied to it. Knows neither the line nor the page.
 */
export class RoomStore {
  private view: RoomView | null = null
  private recent: News[] = []
  private readonly watchers = new Set<() => void>()
  /** The server’s clock less this device’s, in milliseconds. */
  private offset = 0

  readonly viewNow = () => this.view
  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** A reading; `askedAt` and `heardAt` are this device’s clock, whatever it shows. */
  take(view: RoomView, askedAt: number, heardAt: number): void {
    this.offset = Date.parse(view.now) - (askedAt + heardAt) / 2
    this.view = view
    const since = this.recent
    this.recent = []
    for (const news of since) this.merge(news)
    this.tell()
  }

  hear(news: readonly News[]): void {
    for (const one of news) this.merge(one)
    this.tell()
  }

  /** What a command gave back about this delegation’s own things: shown before the line tells it. */
  own(changes: readonly Change[]): void {
    if (!this.view) return
    this.view = { ...this.view, ...apply(this.view, changes) }
    this.tell()
  }

  /** Milliseconds since 1970 by the server’s clock. */
  readonly now = () => Date.now() + this.offset

  private merge(news: News): void {
    this.recent.push(news)
    if (this.recent.length > KEPT) this.recent.shift()
    const { view } = this
    if (!view || news.seq <= (view.heads[news.stream] ?? 0)) return
    this.view = {
      ...view,
      ...(apply(collectionsOf(view), news.changes) satisfies Collections),
      heads: { ...view.heads, [news.stream]: news.seq },
    }
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher()
  }
}

const collectionsOf = (view: RoomView): Collections =>
  Object.fromEntries(COLLECTION_NAMES.map((name) => [name, view[name]])) as Collections
