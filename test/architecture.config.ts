import { defineConfig } from 'vitest/config'

/** The architecture tests alone: no database. */
export default defineConfig({ test: { include: ['test/architecture*.test.ts'] } })
