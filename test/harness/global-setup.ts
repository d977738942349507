import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { startDatabaseServer } from './database-server.ts'
import { noPgbouncer, type Pooler, pgbouncerPath, startPooler } from './pooler.ts'
import { noRedis, redisPath } from './redis.ts'
import { sharedWebVariable } from './shared-web.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server with the migrated template database `template`. */
    databaseUrl: string
    /** Where a PgBouncer before it listens, by which every program of the run goes; null = none does. */
    poolerPort: number | null
  }
}

/** Fewer than a program would open by itself, so that each transaction gets another. */
const pooledConnections = 6

const compileCache = fileURLToPath(new URL('../../node_modules/.cache/deal-scout-tests', import.meta.url))

/**
 * One embedded PostgreSQL for the whole run, with a migrated template that every test file clones. With
 * `TEST_POOLER=on` (`npm run test:pooler`) programs reach it through a PgBouncer in transaction mode.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (redisPath === null)
    process.stderr.write(`\n!! Limits and wake-ups by Redis are NOT tested: ${noRedis}\n\n`)
  // Workers are started later, with the environment of then.
  const sharedWeb = mkdtempSync(join(tmpdir(), 'deal-scout-web-'))
  process.env[sharedWebVariable] = sharedWeb
  // As whoever starts the program by its command has it: hundreds of programs are started here.
  process.env.NODE_COMPILE_CACHE ??= compileCache
  const server = await startDatabaseServer()
  let pooler: Pooler | null = null
  if (process.env.TEST_POOLER === 'on') {
    if (pgbouncerPath === null) throw new Error(noPgbouncer)
    pooler = await startPooler(server.url, pooledConnections)
  }
  project.provide('databaseUrl', server.url)
  project.provide('poolerPort', pooler?.port ?? null)
  return async () => {
    await pooler?.[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
    rmSync(sharedWeb, { recursive: true, force: true })
  }
}
