import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { openDb } from '../../server/core/db.ts'
import { startEmbeddedPostgres } from '../../server/core/embedded-postgres.ts'
import { migrate } from '../../server/core/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server with the migrated template database `template`. */
    databaseUrl: string
  }
}

/** One embedded PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = pino({ level: 'silent' })
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-test-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, log })
  const admin = new pg.Client({ connectionString: server.connectionString })
  await admin.connect()
  await admin.query('CREATE DATABASE template')
  await admin.end()
  const url = new URL(server.connectionString)
  url.pathname = '/template'
  const db = await openDb({
    connectionString: url.href,
    poolSize: 2,
    connectTimeoutMs: 10_000,
    idleTimeoutMs: 1000,
    statementTimeoutMs: 60_000,
    waitMs: 10_000,
    applicationName: 'test-setup',
    log,
  })
  await migrate(db, fileURLToPath(new URL('../../migrations', import.meta.url)), log)
  await db.close()
  project.provide('databaseUrl', server.connectionString)
  return async () => {
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
