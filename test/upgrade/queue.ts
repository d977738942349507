import { pino } from 'pino'
import { openDb } from '../../server/core/db.ts'
import { makeJobTables } from '../../server/core/job-tables.ts'

/** Makes the job queue's tables, which a start makes. */
export async function makeQueue(connectionString: string): Promise<void> {
  const log = pino({ level: 'silent' })
  const db = await openDb({
    ...{ connectionString, poolSize: 2, connectTimeoutMs: 10_000, idleTimeoutMs: 1000 },
    ...{ statementTimeoutMs: 60_000, waitMs: 10_000, applicationName: 'test-setup', log },
  })
  await makeJobTables(db, log).finally(() => db.close())
}
