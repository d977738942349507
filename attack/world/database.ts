import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { startEmbeddedPostgres } from '../../server/core/postgres/embedded-postgres.ts'
import { dataFolder } from '../../test/harness/program.ts'

/** A server on which databases are made: one that was named, or an embedded one of our own. */
export interface DatabaseServer extends AsyncDisposable {
  create(): Promise<{ url: string; drop(): Promise<void> }>
}

export async function openDatabaseServer(named: string | null): Promise<DatabaseServer> {
  const folder = named === null ? dataFolder() : null
  const own =
    folder === null
      ? null
      : await startEmbeddedPostgres({ dataDir: folder.path, log: pino({ level: 'silent' }) })
  const serverUrl = named ?? own!.connectionString
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  return {
    async create() {
      const name = `deal_scout_attack_${randomBytes(6).toString('hex')}`
      await admin(`CREATE DATABASE ${name}`)
      const url = new URL(serverUrl)
      url.pathname = `/${name}`
      return { url: url.href, drop: () => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
    },
    async [Symbol.asyncDispose]() {
      await own?.close()
      folder?.[Symbol.dispose]()
    },
  }
}
