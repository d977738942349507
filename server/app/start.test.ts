import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { testApp, until } from '../../test/harness/app.ts'
import { testDatabase } from '../../test/harness/database.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { startGate } from '../../test/harness/gate.ts'
import { openTestApp } from '../../test/harness/open-app.ts'
import { ingest } from '../flows/ingest.ts'

/** Starts every role but the API on a new database, which is away for a moment after so many pieces were sent to it. */
async function startWithDropAfter(pieces: number, waitMs: number, awayMs: number) {
  await using database = await testDatabase({ empty: true })
  const url = new URL(database.connectionString)
  await using gate = await startGate(Number(url.port))
  url.port = String(gate.port)
  let isDropped = false
  let opened = Promise.resolve()
  gate.afterPieces(pieces, () => {
    isDropped = true
    opened = gate
      .shut()
      .then(() => sleep(awayMs))
      .then(() => gate.open())
  })
  try {
    await using started = await testApp({
      roles: ['worker', 'scheduler'],
      env: { DATABASE_URL: url.href, DATABASE_WAIT_MS: String(waitMs), DEAL_SCOUT_DEMO: 'on' },
    })
    gate.afterPieces(0, null)
    await opened
    // The last that a start does, or its first repetition: the demo is there whole.
    await until(async () => {
      const { rows } = await started.app.db.query<{ rules: number }>(
        'SELECT count(*)::int AS rules FROM rules',
      )
      return rows[0]!.rules === 4
    })
    return isDropped
  } finally {
    await opened
  }
}

describe('a worker', () => {
  it.each([1, 3, 6, 9, 12, 16, 24, 40, 60, 90, 130])(
    'whose database drops after %i pieces of its start, connecting, migrating or reading, waits and is started whole',
    async (pieces) => {
      expect(await startWithDropAfter(pieces, 20_000, 400)).toBe(true)
    },
  )

  it.each([9, 40])(
    'whose database stays away after %i pieces of its start gives up after DATABASE_WAIT_MS, in a sentence that says what to look at',
    async (pieces) => {
      await expect(startWithDropAfter(pieces, 300, 3_000)).rejects.toMatchObject({
        code: 'database-unreachable',
        message: expect.stringMatching(
          /^Cannot use the database at 127\.0\.0\.1:\d+\/t_\w+: .*DATABASE_WAIT_MS/,
        ),
      })
    },
  )
})

describe('DATABASE_MIGRATE', () => {
  const startOn = (connectionString: string, mode: string) =>
    testApp({
      roles: [],
      env: { DATABASE_URL: connectionString, DATABASE_MIGRATE: mode, DATABASE_WAIT_MS: '200' },
    })

  it.each(['off', 'wait'])(
    '%s: no process makes or changes a table, and each says what to do',
    async (mode) => {
      await using database = await testDatabase({ empty: true })
      await expect(startOn(database.connectionString, mode)).rejects.toMatchObject({
        code: 'database-not-migrated',
        message: expect.stringContaining('deal-scout migrate'),
      })
      const { rows } = await database.db.query(
        `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
      )
      expect(rows).toEqual([])
      await using _migrated = await startOn(database.connectionString, 'auto')
      await using started = await startOn(database.connectionString, mode)
      expect(started.app.owner).toBe(1)
    },
  )
})

it('a process that only answers has read the comparables before somebody looks at a listing', async () => {
  await using database = await testDatabase()
  const borrowed = { ...database, [Symbol.asyncDispose]: async () => {} }
  {
    await using writer = await openTestApp(borrowed)
    const sightings = Array.from({ length: 20 }, (_, n) => ({
      marketplace: 'shop',
      seen: seenListing({ title: `Road bike ${n}`, externalId: `${n}`, priceCents: 10_000 + n }),
      observedAtMs: Date.now(),
    }))
    await ingest(writer.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  }
  await using answering = await openTestApp(borrowed, { roles: ['api'] })
  await until(async () => answering.app.pipeline.valuer.size === 20)
})
