import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { type Db, openDb } from '../../server/core/db.ts'
import { templateName } from './database-server.ts'

export interface TestDatabase extends AsyncDisposable {
  connectionString: string
  /** What a program is told of it: its address, or that of the pooler which the run goes through. */
  env: Record<string, string>
  db: Db
}

/** A new database on a server with a migrated template: a clone of that, or an empty one. */
export async function cloneDatabase(
  serverUrl: string,
  options: { empty?: boolean; template?: string; through?: ((address: string) => string) | null } = {},
): Promise<TestDatabase> {
  const { empty = false, template = templateName, through = null } = options
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
    env:
      through === null
        ? { DATABASE_URL: url.href }
        : {
            DATABASE_URL: through(url.href),
            DATABASE_DIRECT_URL: url.href,
            DATABASE_PREPARE: 'off',
          },
    db,
    async [Symbol.asyncDispose]() {
      await db.close()
      await admin(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
