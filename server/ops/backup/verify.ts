import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Db, openDb } from '../../core/db.ts'
import { badInput, setupError } from '../../core/errors.ts'
import { copyOut, createDatabase, dropDatabase, readOneMoment } from './copy-store.ts'
import { readManifest, verifiedFile } from './manifest.ts'
import { fill, type RestoreDeps, type RestoreOptions } from './restore.ts'
import { counter, nowhere } from './table-file.ts'

export interface Verified {
  tables: number
  rows: number
  seconds: number
}

/**
 * Restores a backup into a database of its own on the same server, copies every table out again and compares: what was read
 * back is, byte for byte, what was backed up. The database is dropped afterwards; that it held is noted beside the backup.
 */
export async function verify(
  { db, ...deps }: Omit<RestoreDeps, 'db'> & { db: Pick<Db, 'session' | 'connectionString'> },
  options: Pick<RestoreOptions, 'folder' | 'identities'>,
): Promise<Verified> {
  const startedAt = performance.now()
  const manifest = await readManifest(options.folder)
  const name = `deal_scout_verify_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  await db
    .session((session) => createDatabase(session, name))
    .catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== '42501') throw error
      throw setupError(
        'verify-may-not',
        'The role of DATABASE_URL may not make databases, so the backup cannot be tried here. Give it that right (ALTER ROLE … CREATEDB), or verify on another machine with this backup: deal-scout backup --verify FOLDER.',
        error,
      )
    })
  try {
    const url = new URL(db.connectionString)
    url.pathname = `/${name}`
    const scratch = await openDb({
      connectionString: url.href,
      ...{ poolSize: 2, connectTimeoutMs: 10_000, idleTimeoutMs: 1_000, statementTimeoutMs: 600_000 },
      ...{ waitMs: 10_000, applicationName: 'deal-scout backup verification', log: deps.log },
    })
    try {
      const { rows, jobsLeftOut } = await fill({ ...deps, db: scratch }, manifest, options)
      const tables = manifest.tables.filter((table) => jobsLeftOut === 0 || !table.name.startsWith('jobs.'))
      await scratch.session((session) =>
        session.transaction(async (tx) => {
          await readOneMoment(tx)
          for (const table of tables) {
            const { through, counted } = counter()
            await pipeline(await copyOut(tx, table), through, nowhere())
            if (counted().sha256 !== table.sha256)
              throw badInput(`${table.name} is another one after it was restored: the backup is no good.`)
          }
        }),
      )
      const verified = { tables: tables.length, rows }
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10
      await writeFile(
        join(options.folder, verifiedFile),
        `${JSON.stringify({ ...verified, seconds, release: deps.release })}\n`,
        { flush: true },
      )
      return { ...verified, seconds }
    } finally {
      await scratch.close()
    }
  } finally {
    await db.session((session) => dropDatabase(session, name))
  }
}
