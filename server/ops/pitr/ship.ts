import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import type { Log } from '../../core/log.ts'
import { spoolOf } from '../../core/postgres/embedded-postgres-archiving.ts'
import { writeTableFile } from '../backup/table-file.ts'
import { type ArchivePlace, refusePlain } from './archive-place.ts'

export interface PitrDeps {
  db: Db
  clock: Clock
  log: Log
  dataDir: string
  release: string
  place: ArchivePlace
  /** Of age; none = readable by whoever has the files. */
  recipients: readonly string[]
  baseEveryHours: number
  keptDays: number
}

/** What waits in the data folder to be sent, packed and encrypted: where the place is away, it takes little room. */
export const outboxOf = (dataDir: string): string => join(dataDir, 'pitr-outbox')

const isOfLog = /^(?:[0-9A-F]{24}|[0-9A-F]{8}\.history)$/

/** Packs what the server has put down and sends it, the oldest first; returns how many files arrived. */
export async function ship(deps: Omit<PitrDeps, 'db' | 'clock'>): Promise<number> {
  const { dataDir, place, recipients } = deps
  refusePlain(place, recipients)
  const [spool, outbox] = [spoolOf(dataDir), outboxOf(dataDir)]
  await mkdir(outbox, { recursive: true, mode: 0o700 })
  for (const name of await namesIn(spool)) {
    if (!isOfLog.test(name)) continue
    await packInto(outbox, join(spool, name), name, recipients)
    await rm(join(spool, name))
  }
  let sent = 0
  for (const name of await namesIn(outbox)) {
    if (name.endsWith('.part')) continue
    await place.put(`wal/${name}`, join(outbox, name))
    await rm(join(outbox, name))
    sent++
  }
  return sent
}

async function packInto(
  outbox: string,
  from: string,
  name: string,
  recipients: readonly string[],
): Promise<void> {
  const packed = `${name}.zst${recipients.length > 0 ? '.age' : ''}`
  const part = join(outbox, `${packed}.part`)
  await rm(part, { force: true })
  await writeTableFile(part, createReadStream(from), recipients)
  await rename(part, join(outbox, packed))
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.toSorted()
}

/** Since when the oldest of what is not at its place yet waits; null = nothing does. */
export async function waitsSince(dataDir: string): Promise<Date | null> {
  const times: number[] = []
  for (const folder of [spoolOf(dataDir), outboxOf(dataDir)])
    for (const name of await namesIn(folder)) {
      const found = await stat(join(folder, name)).catch(() => null)
      if (found?.isFile()) times.push(found.mtimeMs)
    }
  return times.length === 0 ? null : new Date(Math.min(...times))
}
