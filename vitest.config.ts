import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/harness/longest-first.ts'

const tests = (folder: string) => `${folder}/**/*.test.ts`

/** Of what leaves nothing behind in its process: no clock, environment, connection or cache of another test's database. */
const leaveNothing = [
  ...(
    'captures channels clusters imports listings live mailbox model offers photos rates rules scoring sell sources ' +
    'summary trends views watches'
  )
    .split(' ')
    .map((slice) => `server/${slice}`),
  ...['web', 'bench', 'extension'],
].map(tests)

const all = [
  ...['server', 'web', 'test', 'attack', 'cases', 'bench', 'load', 'faults', 'ops-checks', 'extension'],
].map(tests)

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // In processes that the files before have warmed up: reading the program anew is a third of what these take.
        test: { name: 'units', include: leaveNothing, isolate: false },
      },
      {
        extends: true,
        // Each in a process of its own.
        test: { name: 'whole', include: all, exclude: ['**/node_modules/**', ...leaveNothing] },
      },
    ],
    globalSetup: ['test/harness/global-setup.ts'],
    // Notes what programs ask, where a release is recorded.
    setupFiles: process.env.RECORD_RELEASE_INTO === undefined ? [] : ['test/upgrade/recording.ts'],
    // Real processes on a machine that others may use: several times what they take on one that is not busy.
    testTimeout: 240_000,
    // One that was starved all the same gets a second look, and its file another one alone (test/run-again.ts).
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    // Files share one PostgreSQL server (each has its own database): more than a few at once only queue.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
})
