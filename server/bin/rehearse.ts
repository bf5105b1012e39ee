// `npm run rehearse`: a session with simulated delegations, to be chaired by whoever wants to try it. The demonstration runs beside it.
import { parseArgs } from 'node:util'
import { beginRehearsal, play } from '../seed/rehearsal.ts'

const { values } = parseArgs({
  options: {
    /** Where the demonstration is. */
    at: { type: 'string', default: `http://localhost:${process.env.PORT ?? 3000}` },
    seats: { type: 'string', default: '12' },
  },
})

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())

try {
  const rehearsal = await beginRehearsal(values.at, Math.max(1, Number(values.seats) || 12))
  const { email, password } = rehearsal.chair.who
  console.log(
    [
      '',
      `${rehearsal.seats.length} simulated delegations are in the room: ${values.at}/sessions/${rehearsal.sessionId}/room`,
      `Sign in as staff (${email}, ${password}) and chair it: open the list, take an item up, open the board for silent writing.`,
      'They write, ask for the floor, give points and answer as the room goes on. Ctrl-C ends it.',
      '',
    ].join('\n'),
  )
  await play(rehearsal, stop.signal)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
