import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { type Db, openDb } from '../../server/core/db.ts'
import { templateName } from './database-server.ts'

export interface TestDatabase extends AsyncDisposable {
  connectionString: string
  db: Db
}

/** A new database on a server with a migrated template: a clone of that, or an empty one. */
export async function cloneDatabase(
  serverUrl: string,
  options: { empty?: boolean; template?: string } = {},
): Promise<TestDatabase> {
  const { empty = false, template = templateName } = options
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    try {
      // Cloning a template refuses while another clone of it is under way.
      await client.query('SELECT pg_advisory_lock(1)')
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await admin(`CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${template}`}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const db = await openDb({
    connectionString: url.href,
    poolSize: 6,
    connectTimeoutMs: 10_000,
    idleTimeoutMs: 10_000,
    statementTimeoutMs: 60_000,
    waitMs: 10_000,
    applicationName: 'test',
    log: pino({ level: 'silent' }),
  })
  return {
    connectionString: url.href,
    db,
    async [Symbol.asyncDispose]() {
      await db.close()
      await admin(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
