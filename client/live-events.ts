import { LIVE_EVENTS_PATH } from '@consultation/shared/live.ts'
import { actingFor, screenToken } from './api.ts'
import type { Said } from './live-line.ts'

/**
 * Server-sent events, read by fetch and not by EventSource, which can say neither for whom one acts nor which screen it is.
 * Gives the code with which the line ended.
 */
export async function readEvents({ follow }: Said, heard: (data: string) => void, stop: AbortSignal): Promise<number> {
  const query = new URLSearchParams([...follow].map(([stream, { seq }]) => ['follow', `${stream}@${seq ?? ''}`]))
  const screen = screenToken()
  const acting = actingFor()
  const headers = new Headers({ accept: 'text/event-stream' })
  if (screen !== null) headers.set('x-screen', screen)
  else if (acting !== null) headers.set('x-acting-for', acting)
  const response = await fetch(`${LIVE_EVENTS_PATH}?${query}`, { headers, signal: stop, cache: 'no-store' })
  let code = 1006
  if (!response.ok || !response.body) return code
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let rest = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) return code
    const blocks = (rest + value).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = block.split('\n')
      const data = lines.find((line) => line.startsWith('data: '))?.slice(6)
      if (data === undefined) continue
      if (lines.includes('event: closed')) code = Number(data)
      else heard(data)
    }
  }
}
