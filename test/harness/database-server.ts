import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { pino } from 'pino'
import { openDb } from '../../server/core/db.ts'
import { migrate } from '../../server/core/migrate.ts'
import { startEmbeddedPostgres } from '../../server/core/postgres/embedded-postgres.ts'

export const templateName = 'template'

const log = pino({ level: 'silent' })

/** A PostgreSQL server with a migrated template database. */
export interface DatabaseServer extends AsyncDisposable {
  /** Of a database in which others can be made. */
  url: string
  template: string
}

/**
 * In memory where there is room for the databases of all workers: what a shared disk takes for each commit would be a large
 * part of the time, and no test of these cuts the power.
 */
function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 6e9 && freemem() > 8e9 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** An embedded server that is gone afterwards. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const dataDir = mkdtempSync(join(roomyFolder(), 'deal-scout-test-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, log })
  await makeTemplate(server.connectionString, templateName)
  return {
    url: server.connectionString,
    template: templateName,
    async [Symbol.asyncDispose]() {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A server that runs already: the template is made there under this name, and dropped afterwards. */
export async function borrowDatabaseServer(url: string, template: string): Promise<DatabaseServer> {
  await makeTemplate(url, template)
  return {
    url,
    template,
    [Symbol.asyncDispose]: () => admin(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`),
  }
}

async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  await admin(serverUrl, `CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
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
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
