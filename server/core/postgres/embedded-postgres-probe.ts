import { stat } from 'node:fs/promises'
import pg from 'pg'
import { roleName } from './embedded-postgres-cluster.ts'

const databaseName = 'deal_scout'

/** The password must be made of URL-safe characters. */
export function connectionStringFor(port: number, password: string): string {
  return `postgres://${roleName}:${password}@127.0.0.1:${port}/${databaseName}`
}

/**
 * `ours`: the server of this cluster answers there and has our database (made when absent: its maker may have
 * been killed in between). `full`: some PostgreSQL has no connection left, said before it asks for a password.
 * `refused`: some PostgreSQL does not take the password. `no`: nothing, something else, or not ready.
 */
export type Answer = 'ours' | 'full' | 'refused' | 'no'

/** Asks who answers on that port; throws only when our own server cannot make the database. */
export async function askServer(port: number, password: string, clusterDir: string): Promise<Answer> {
  const url = connectionStringFor(port, password)
  const first = await connect(url)
  if (first.client) return closing(first.client, (client) => serves(client, clusterDir))
  if (first.code === '53300') return 'full'
  if (first.code === '28P01') return 'refused'
  if (first.code !== '3D000') return 'no'
  const second = await connect(url.replace(/\w+$/, 'postgres'))
  if (!second.client) return 'no'
  return closing(second.client, async (client) => {
    if ((await serves(client, clusterDir)) === 'no') return 'no'
    await client.query(`CREATE DATABASE ${databaseName}`).catch((error: unknown) => {
      if (sqlState(error) !== '42P04') throw error
    })
    return 'ours'
  })
}

/** A copied data folder carries the password and port of the original: the folder itself decides. */
async function serves(client: pg.Client, clusterDir: string): Promise<'ours' | 'no'> {
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
  const served = await stat(rows[0]?.data_directory ?? '').catch(() => null)
  const ours = await stat(clusterDir)
  return served !== null && served.dev === ours.dev && served.ino === ours.ino ? 'ours' : 'no'
}

async function connect(url: string): Promise<{ client?: pg.Client; code?: string | undefined }> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 60_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return { client }
  } catch (error) {
    await client.end().catch(() => undefined)
    return { code: sqlState(error) }
  }
}

/** A server that went away meanwhile is `no`; what it complains of is thrown. */
async function closing(client: pg.Client, use: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  try {
    return await use(client)
  } catch (error) {
    // PostgreSQL's codes have five characters and never start with E, as Node's do; 57P… is its going down.
    if (/^(?!57P)[0-9A-DF-Z][0-9A-Z]{4}$/.test(sqlState(error) ?? '')) throw error
    return 'no'
  } finally {
    await client.end().catch(() => undefined)
  }
}

function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
