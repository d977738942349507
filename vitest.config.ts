import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/harness/longest-first.ts'

export default defineConfig({
  test: {
    include: [
      'server',
      'web',
      'test',
      'attack',
      'cases',
      'bench',
      'load',
      'faults',
      'ops-checks',
      'extension',
    ].map((folder) => `${folder}/**/*.test.ts`),
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
