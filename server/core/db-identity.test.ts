import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { openDb } from './db.ts'
import { createIdentityWatch, type DatabaseIdentity } from './db-identity.ts'
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts'

const log = pino({ level: 'silent' })
const one: DatabaseIdentity = { system: '1', timeline: '00000001', database: '5', written: 100n }

/** What is said of connections that are made one after the other. */
function said(...found: (Partial<DatabaseIdentity> | null)[]): boolean[] {
  const watch = createIdentityWatch()
  return found.map((over) => watch.begin()(over && { ...one, ...over }))
}

describe('connections one after the other', () => {
  it.each([
    ['other files', { system: '2' }],
    ['another timeline', { timeline: '00000002' }],
    ['a database made anew', { database: '6' }],
    ['an earlier state', { written: 99n }],
  ])('lead to another database where they lead to %s, which is said once', (_, over) => {
    expect(said({}, {}, over, over)).toEqual([false, false, true, false])
  })

  it('lead to the same one while it only writes, or does not say', () => {
    expect(said({}, { written: 200n }, null, { written: 200n })).toEqual(
      Array.from({ length: 4 }, () => false),
    )
  })
})

it('answers that overtake one another are no earlier state, and one that several meet is said once', () => {
  const watch = createIdentityWatch()
  watch.begin()(one)
  const [slow, fast] = [watch.begin(), watch.begin()]
  expect([fast({ ...one, written: 300n }), slow({ ...one, written: 200n })]).toEqual([false, false])
  const both = [watch.begin(), watch.begin()]
  expect(both.map((answer, n) => answer({ ...one, written: 10n + BigInt(n) }))).toEqual([true, false])
})

it('a server that was restored to another timeline is noticed before anything is asked of it, one that was only restarted is not', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-identity-'))
  chmodSync(dataDir, 0o711)
  let server = await startEmbeddedPostgres({ dataDir, log })
  const db = await openDb({
    connectionString: () => server.connectionString,
    ...{ poolSize: 2, connectTimeoutMs: 10_000, idleTimeoutMs: 10_000, statementTimeoutMs: 10_000 },
    ...{ waitMs: 20_000, applicationName: 'test', log },
  })
  try {
    const replaced: string[] = []
    let asked = 'before'
    db.onReplaced(() => replaced.push(asked))
    const ask = () =>
      db.outlast(async () => {
        await db.query('SELECT 1')
        asked = 'after'
      })
    const restart = async () => {
      await server.close()
      server = await startEmbeddedPostgres({ dataDir, log })
      asked = 'before'
      await ask()
    }
    await ask()
    await restart()
    expect(replaced).toEqual([])
    // Recovery to the end of what is there, as a restore from an archive does it.
    writeFileSync(join(dataDir, 'postgres/recovery.signal'), '', { mode: 0o644 })
    appendFileSync(join(dataDir, 'postgres/postgresql.auto.conf'), "restore_command = 'false'\n")
    await restart()
    expect(replaced).toEqual(['before'])
  } finally {
    await db.close()
    await server.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
})
