import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Whoever writes files waits for processes of lower priority.
const LONGEST = [
  /journeys\/pages\./,
  /server\/(papers|records|exports|retreat-leaks|attribution)\./,
  /journeys\//,
  /faults\//,
]

/** What takes longest begins first: a clean checkout knows no durations, and a long file that begins last is waited for alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((kind) => kind.test(moduleId))
      return at === -1 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // Two cores are not busy with two of them: browsers and servers wait for one another.
    maxWorkers: 3,
    // Each file has a database and a server of its own; to load the server's code anew for each takes longer than many of them.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // A machine that others use too can starve one browser or one kill test; where nobody can run it again, it is tried twice.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default'],
  },
})
