import { mkdirSync } from 'node:fs'
import type { Config } from './config.ts'
import { type Db, openDb } from './core/db.ts'
import { startEmbeddedPostgres } from './core/embedded-postgres.ts'
import { keepRunning } from './core/embedded-postgres-keeper.ts'
import type { Log } from './core/log.ts'

export interface Database {
  db: Db
  /** It is the one in the data folder. */
  embedded: boolean
  close(): Promise<void>
}

/** Opens the configured database as it is, without migrating it: DATABASE_URL, else the one in the data folder. */
export async function openDatabase(config: Config, log: Log, applicationName: string): Promise<Database> {
  const { dataDir, databaseUrl } = config
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const server = databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir, log }) : null
  const kept = server && keepRunning(server, { dataDir, log })
  try {
    const db = await openDb({
      connectionString: () => kept?.connectionString ?? databaseUrl ?? '',
      poolSize: config.databasePoolSize,
      connectTimeoutMs: config.databaseConnectTimeoutMs,
      idleTimeoutMs: config.databaseIdleTimeoutMs,
      statementTimeoutMs: config.databaseStatementTimeoutMs,
      waitMs: config.databaseWaitMs,
      applicationName,
      log,
    })
    return {
      db,
      embedded: server !== null,
      async close() {
        await db.close()
        await kept?.close()
      },
    }
  } catch (error) {
    await kept?.close()
    throw error
  }
}
