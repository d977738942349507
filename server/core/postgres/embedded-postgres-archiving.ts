import { chmod, chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Where the server puts what it has written of its log, until it is taken from there. */
export const spoolOf = (dataDir: string): string => join(dataDir, 'postgres-wal')

export interface Archiving {
  dataDir: string
  connectionString: string
  /** As whom the server runs; null = as ourselves. */
  owner: { uid: number; gid: number } | null
  isOn: boolean
  /** A segment is closed after so long, however little is in it. */
  timeoutS: number
}

/**
 * Has the server keep every segment of its log, or not; what it was told stays with its files. `restart` where that takes
 * effect only once it is started again.
 */
export async function setArchiving(archiving: Archiving): Promise<'in effect' | 'restart'> {
  const { connectionString, isOn, timeoutS } = archiving
  const spool = spoolOf(archiving.dataDir)
  if (isOn) await makeSpool(spool, archiving.owner)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const wanted: Record<string, string> = isOn
      ? {
          archive_mode: 'on',
          archive_library: 'basic_archive',
          'basic_archive.archive_directory': spool,
          archive_timeout: String(timeoutS),
        }
      : { archive_mode: 'off' }
    const { rows } = await client.query<{ name: string; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
      [Object.keys(wanted)],
    )
    const is = new Map(rows.map(({ name, setting }) => [name, setting]))
    for (const [name, value] of Object.entries(wanted))
      if (is.get(name) !== value)
        await client.query(
          `ALTER SYSTEM SET ${name.split('.').map(pg.escapeIdentifier).join('.')} = ${pg.escapeLiteral(value)}`,
        )
    await client.query('SELECT pg_reload_conf()')
    return is.get('archive_mode') === wanted.archive_mode ? 'in effect' : 'restart'
  } finally {
    await client.end()
  }
}

async function makeSpool(spool: string, owner: Archiving['owner']): Promise<void> {
  await mkdir(spool, { recursive: true, mode: 0o700 })
  await chmod(spool, 0o700)
  if (owner) await chown(spool, owner.uid, owner.gid)
}
