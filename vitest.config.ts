import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server', 'test', 'attack', 'cases', 'bench'].map((folder) => `${folder}/**/*.test.ts`),
    globalSetup: ['test/harness/global-setup.ts'],
    testTimeout: 60_000,
    // Real processes on a shared machine: one that was starved for seconds gets a second look; what is broken fails twice.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 60_000,
    // Files share one PostgreSQL server (each has its own database): more than a few at once only queue.
    maxWorkers: 3,
  },
})
