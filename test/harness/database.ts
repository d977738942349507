import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { type Db, openDb } from '../../server/core/db.ts'

export interface TestDatabase extends AsyncDisposable {
  connectionString: string
  db: Db
}

/** A new database for this test file: a clone of the migrated template, or an empty one. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: inject('databaseUrl') })
    await client.connect()
    try {
      // Cloning a template refuses while another clone of it is under way.
      await client.query('SELECT pg_advisory_lock(1)')
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await admin(`CREATE DATABASE ${name}${options.empty ? '' : ' TEMPLATE template'}`)
  const url = new URL(inject('databaseUrl'))
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
