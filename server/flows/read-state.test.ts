import { expect, it } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { openTestApp } from '../../test/harness/open-app.ts'
import type { Db, Tx } from '../core/db.ts'
import { countJobs } from '../core/job-store.ts'
import { queueFigures } from '../notify/ledger-store.ts'
import { deliveryCounts } from '../notify/store.ts'

const finished = 5_000

/** As many ended deliveries and done jobs as some weeks leave, and a few that wait. */
async function fill(db: Db, userId: number): Promise<void> {
  await db.query(
    `INSERT INTO notifications (user_id, dedupe_key, kind, message, demo, created_at)
     SELECT $1, n, 'new-match', '{}', false, now() FROM generate_series(1, $2::int) n`,
    [userId, finished],
  )
  await db.query(
    `INSERT INTO deliveries (notification_id, user_id, channel, state, created_at, due_at, finished_at)
     SELECT id, $1, 'email', CASE WHEN id % 3 = 0 THEN 'dead' ELSE 'sent' END, now(), now(), now() FROM notifications`,
    [userId],
  )
  await db.query(
    `INSERT INTO deliveries (notification_id, user_id, channel, state, created_at, due_at)
     SELECT id, $1, 'ntfy', (ARRAY['pending', 'retry', 'leased', 'held'])[1 + row_number() OVER () % 4],
            now() - interval '1 hour', now()
     FROM (SELECT id FROM notifications LIMIT 8) n`,
    [userId],
  )
  // Queues of which nothing waits, as most people's are.
  await db.query(
    `INSERT INTO users (id, name, role) OVERRIDING SYSTEM VALUE SELECT n, 'p' || n, 'owner' FROM generate_series(1001, 6000) n`,
  )
  await db.query(
    `INSERT INTO channel_queues (user_id, channel, failures, next_at)
     SELECT n, 'email', 0, NULL::timestamptz FROM generate_series(1001, 6000) n
     UNION ALL SELECT $1, 'ntfy', 2, now() UNION ALL SELECT 1001, 'ntfy', 1, NULL`,
    [userId],
  )
  await db.query(
    `INSERT INTO jobs.job (name, state, completed_on)
     SELECT 'rescore', 'completed', now() FROM generate_series(1, $1::int)`,
    [finished],
  )
  await db.query(`INSERT INTO jobs.job (name, state) VALUES ('rescore', 'created'), ('rescore', 'failed')`)
  await db.query('ANALYZE')
}

/** Rows of tables that this transaction has read so far. */
async function rowsRead(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ read: number }>(
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables`,
  )
  return rows[0]!.read
}

it('of the ledger and the jobs only what waits is read, whatever has ended', async () => {
  await using test = await testApp()
  await fill(test.app.db, test.app.owner)
  await test.app.db.transaction(async (tx) => {
    // What the connection read before may not be handed in yet.
    const before = await rowsRead(tx)
    expect(await deliveryCounts(tx)).toEqual(
      expect.arrayContaining(
        ['pending', 'retry', 'leased', 'held'].map((state) => ({ channel: 'ntfy', state, count: 2 })),
      ),
    )
    expect(await queueFigures(tx, new Date())).toEqual([
      { channel: 'ntfy', blocked: 2, ageSeconds: expect.closeTo(3600, -2) },
    ])
    expect(await countJobs(tx, ['rescore', 'other'])).toEqual([
      { name: 'rescore', waiting: 1, active: 0, failed: 1 },
      { name: 'other', waiting: 0, active: 0, failed: 0 },
    ])
    expect((await rowsRead(tx)) - before).toBeLessThan(100)
    await tx.query('SELECT count(*) FROM deliveries WHERE reason IS NULL')
    expect((await rowsRead(tx)) - before).toBeGreaterThanOrEqual(finished)
  })
})

it('is counted by the scheduler alone; other processes answer while the tables cannot be read', async () => {
  await using first = await testApp({ roles: ['api', 'scheduler'] })
  const onSameData = { ...first.database, [Symbol.asyncDispose]: async () => {} }
  await using second = await openTestApp(onSameData, { roles: ['api'] })
  const scrape = async (address: string | null) =>
    (await fetch(`${address}/metrics`, { signal: AbortSignal.timeout(10_000) })).text()
  expect(await scrape(first.address)).toMatch(/^deal_scout_jobs\{job="rescore",state="waiting"\} \d+$/m)
  await first.app.db.transaction(async (tx) => {
    await tx.query('LOCK deliveries, channel_queues, sources, part_pages, jobs.job IN ACCESS EXCLUSIVE MODE')
    const text = await scrape(second.address)
    expect(text).toContain('deal_scout_database_up 1')
    expect(text).not.toMatch(/^deal_scout_(?:jobs|deliveries|delivery_queue\w*|source_\w+)\{/m)
  })
})
