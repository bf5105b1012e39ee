import { bringClientUpToDate } from './bin/build-client.ts'
import { readConfig } from './config.ts'
import { start } from './start.ts'
import { StartFailure } from './start-failure.ts'

try {
  const config = readConfig(process.env)
  // While developing, the pages come from where they are written.
  if (!process.argv.includes('--without-pages')) bringClientUpToDate(console.log)
  const running = await start(config)
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
