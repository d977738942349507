import { type Db as BossDb, PgBoss } from 'pg-boss'
import type { Db, Sql } from './db.ts'
import { errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'

/** Of the job queue's tables. */
export const schema = 'jobs'

export function bossDb(sql: Sql): BossDb {
  return {
    async executeSql(text, values) {
      return sql.query(text, values as unknown[])
    },
  }
}

/** Makes the queue's tables, or brings them up to date, for those who may not. */
export async function makeJobTables(db: Db, log: Log): Promise<void> {
  const boss = new PgBoss({ db: bossDb(db), schema, supervise: false, schedule: false })
  boss.on('error', (error) => log.error({ err: error }, 'job queue error'))
  try {
    await alone(db, () => boss.start())
  } finally {
    await boss.stop({ graceful: false }).catch(() => {})
  }
}

/** Several processes may open a new database at once; pg-boss creates its schema before it takes its own lock. */
export function alone<T>(db: Db, run: () => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout job queue'))`)
    return run()
  })
}

/** An error of opening the queue; a setup error where the database's role may not make its tables. */
export function asJobTablesError(error: unknown): unknown {
  // PostgreSQL's "insufficient privilege".
  if ((error as { code?: unknown }).code !== '42501') return error
  return setupError(
    'job-tables-missing',
    `The tables of the job queue are missing or older than this program, and the role of DATABASE_URL may not make them (${errorMessage(error)}). Run "deal-scout migrate" of this version with DATABASE_MIGRATION_URL, and look whether the role has the rights of docs/security/database-roles.md.`,
    error,
  )
}
