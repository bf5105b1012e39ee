import { readConfig } from './config.ts'
import { start } from './start.ts'
import { StartFailure } from './start-failure.ts'

try {
  const running = await start(readConfig(process.env))
  console.log(`The platform is at ${running.address}`)
  if (running.firstLink)
    console.log(`Nobody is registered yet. This link, good once, makes the first administrator:\n${running.firstLink}`)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      running.stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
