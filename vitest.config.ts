import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/harness/longest-first.ts'

const tests = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.ts`)

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // Each in a process that the one before has warmed up: reading the program anew is a third of what these take.
        test: { name: 'units', include: tests('server', 'web', 'bench', 'extension'), isolate: false },
      },
      {
        extends: true,
        // They start programs and browsers of their own, and hold each other up more than that.
        test: { name: 'whole', include: tests('test', 'attack', 'cases', 'load', 'faults', 'ops-checks') },
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
