import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrationsDir } from '../server/app/installed.ts'
import { openDb } from '../server/core/db.ts'
import { startEmbeddedPostgres } from '../server/core/postgres/embedded-postgres.ts'
import { backUp } from '../server/ops/backup/back-up.ts'
import { restore } from '../server/ops/backup/restore.ts'
import { openBenchApp } from './lib-app.ts'
import { percentile } from './lib-statistics.ts'
import { fillStock } from './lib-stock.ts'

/**
 * Backs up `--listings N` (200,000), and restores into an embedded server of its own; beside it what a page of deals takes, asked
 * for one after the other by HTTP, before and while the backup is made.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const listings = args.includes('--listings') ? Number(args[args.indexOf('--listings') + 1]) : 200_000
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(folder, 0o711)
  const app = await openBenchApp(join(folder, 'from'), {
    env: { DEAL_SCOUT_PORT: '0', RATE_LIMIT_READ: '0', SHED_EVENT_LOOP_DELAY_MS: '0' },
  })
  try {
    await app.openQueue(false)
    await fillStock(app, listings)
    const address = (await app.start(['api']))!
    const ask = async () => {
      const startedAt = performance.now()
      const answer = await fetch(`${address}/api/deals?sort=newest&limit=50`)
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`a page was answered ${answer.status}`)
      return performance.now() - startedAt
    }
    const askUntil = async (isOver: () => boolean) => {
      const waits: number[] = []
      while (!isOver()) waits.push(await ask())
      return waits
    }
    await askUntil(timer(2_000))
    const before = await askUntil(timer(5_000))
    let isOver = false
    const during = askUntil(() => isOver)
    const startedAt = performance.now()
    const { path, manifest, bytes } = await backUp(app.backups, {
      folder: join(folder, 'to'),
      recipients: [],
    })
    const backupS = secondsSince(startedAt)
    isOver = true
    const waits = await during
    return {
      ...{ listings, rows: manifest.tables.reduce((sum, one) => sum + one.rows, 0) },
      ...{ megabytes: Math.round(bytes / 1e6), backupS },
      pageP50Ms: { before: percentile(before, 50), during: percentile(waits, 50) },
      pageP95Ms: { before: percentile(before, 95), during: percentile(waits, 95) },
      restoreS: await restoreInto(join(folder, 'into'), path, app),
    }
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function restoreInto(
  dataDir: string,
  path: string,
  { log }: Awaited<ReturnType<typeof openBenchApp>>,
): Promise<number> {
  const startedAt = performance.now()
  mkdirSync(dataDir, { mode: 0o711 })
  const server = await startEmbeddedPostgres({ dataDir, log })
  try {
    const db = await openDb({
      connectionString: server.connectionString,
      ...{ poolSize: 2, connectTimeoutMs: 10_000, idleTimeoutMs: 1_000, statementTimeoutMs: 600_000 },
      ...{ waitMs: 10_000, applicationName: 'bench restore', log },
    })
    try {
      await restore(
        { db, log, migrationsDir, release: '0.1.0' },
        { folder: path, identities: [], replace: false },
      )
    } finally {
      await db.close()
    }
  } finally {
    await server.close()
  }
  return secondsSince(startedAt)
}

function timer(ms: number): () => boolean {
  const until = performance.now() + ms
  return () => performance.now() >= until
}

const secondsSince = (startedAt: number) => Math.round((performance.now() - startedAt) / 100) / 10
