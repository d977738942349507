import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { startEmbeddedPostgres } from '../server/core/postgres/embedded-postgres.ts'
import { keepRunning } from '../server/core/postgres/embedded-postgres-keeper.ts'
import { borrowDatabaseServer, type DatabaseServer } from '../test/harness/database-server.ts'
import { mountTmpfs } from '../test/harness/tmpfs.ts'
import { type HighlyAvailable, noPatroni, startHighlyAvailable } from './patroni.ts'

const template = 'template_of_faults'

export interface SmallDisk {
  /** No room is left, not even for a further segment of the write-ahead log. */
  fill(): Promise<void>
  free(): void
}

/** An embedded server on a disk of its own, which is started again when it crashed. */
export async function databaseOnSmallDisk(): Promise<DatabaseServer & { disk: SmallDisk }> {
  await using stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-disk-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  stack.defer(mountTmpfs(folder, '700m'))
  const options = { dataDir: folder, log: pino({ level: 'silent' }) }
  const kept = keepRunning(await startEmbeddedPostgres(options), options)
  stack.defer(() => kept.close())
  const server = stack.use(await borrowDatabaseServer(kept.connectionString, template))
  const hog = join(folder, 'hog')
  const moved = stack.move()
  return {
    ...{ url: server.url, template },
    disk: {
      async fill() {
        execFileSync('sh', ['-c', 'dd if=/dev/zero of="$1" bs=64k 2>/dev/null || true', 'sh', hog])
        await useUpTheLog(kept.connectionString)
      },
      free: () => rmSync(hog),
    },
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}

/** Until the server, which has no room for more of it, is gone. */
async function useUpTheLog(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  try {
    for (let turn = 0; turn < 200; turn++)
      await client.query(`SELECT pg_logical_emit_message(false, 'fill', repeat('x', 1000000))`)
  } catch {
    return
  } finally {
    await client.end().catch(() => {})
  }
  throw new Error('200 MB more were written to a disk that is full')
}

/** See startHighlyAvailable(). */
export async function databaseWithReplica(): Promise<DatabaseServer & { machines: HighlyAvailable }> {
  if (noPatroni !== null) throw new Error(`the failover needs Patroni: ${noPatroni}`)
  await using stack = new AsyncDisposableStack()
  const machines = stack.use(await startHighlyAvailable())
  const server = stack.use(await borrowDatabaseServer(machines.url, template))
  const moved = stack.move()
  return { url: server.url, template, machines, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
