import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { connectionStringFor } from '../../server/core/postgres/embedded-postgres-probe.ts'
import { dataFolder, run, startServer } from '../harness/program.ts'
import { startS3 } from '../harness/s3.ts'
import { until } from '../harness/until.ts'

const seconds = 5
const key = Buffer.alloc(32, 5).toString('base64')

/** A program on the embedded database of this folder, which keeps its log at the place. */
async function program(dataDir: string, env: Record<string, string>) {
  return startServer({
    timeoutMs: 230_000,
    env: {
      ...{ DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off', LEARN_FIRST: 'off' },
      ...{ DEAL_SCOUT_SECRET_KEYS: key, BACKUP_PITR: 'on', BACKUP_PITR_SECONDS: String(seconds) },
      ...env,
    },
  })
}

async function connect(dataDir: string): Promise<pg.Client> {
  const port = Number(readFileSync(join(dataDir, 'postgres-port'), 'utf8'))
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  const client = new pg.Client({ connectionString: connectionStringFor(port, password) })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Copies of the files of a database that are there. */
const copiesIn = (place: string) =>
  existsSync(join(place, 'pitr'))
    ? readdirSync(join(place, 'pitr')).filter((name) => name.endsWith('.json')).length
    : 0

const restored = (dataDir: string, place: string, args: string[], env: Record<string, string> = {}) =>
  run(['restore', place, '--pitr', '--json', ...args], {
    env: { DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_SECRET_KEYS: key, ...env },
  })

describe('all but the last minute', () => {
  it('is there after the machine is lost in the middle of writing (kill -9 of everything, its disk gone); and any moment before', async () => {
    using from = dataFolder()
    using into = dataFolder()
    const place = mkdtempSync(join(tmpdir(), 'deal-scout-archive-'))
    try {
      const running = await program(from.path, { BACKUP_FOLDER: place })
      const client = await connect(from.path)
      await client.query(
        'CREATE TABLE written (n int PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())',
      )
      await until(async () => copiesIn(place) > 0, 30_000)
      const insert = (n: number) => client.query('INSERT INTO written (n) VALUES ($1)', [n])
      for (let n = 0; n < 100; n++) await insert(n)
      // A moment is named to the millisecond, and the last row may be of the same one.
      await sleep(20)
      const middle = (await client.query<{ at: Date }>('SELECT clock_timestamp() AS at')).rows[0]!.at
      await sleep(1_100)
      let last = 100
      const endsAt = performance.now() + 3 * seconds * 1_000
      for (; performance.now() < endsAt; last++) {
        await insert(last)
        await sleep(20)
      }
      const killedAt = Date.now()
      const server = from.databasePid()!
      process.kill(-running.child.pid!, 'SIGKILL')
      process.kill(server, 'SIGQUIT')
      await running.ended
      rmSync(from.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })

      // As late as possible.
      const all = await restored(into.path, place, [])
      expect([all.code, all.stderr]).toEqual([0, ''])
      const again = await program(into.path, { BACKUP_FOLDER: place })
      const found = await connect(into.path)
      const { rows } = await found.query<{ n: number; count: number; at: Date }>(
        'SELECT max(n) AS n, count(*)::int AS count, max(at) AS at FROM written',
      )
      const lostS = (killedAt - rows[0]!.at.getTime()) / 1_000
      process.stdout.write(
        `lost ${last - 1 - rows[0]!.n} of ${last} rows, the last ${lostS.toFixed(1)} s, with segments of ${seconds} s\n`,
      )
      // Every one up to the last, without a hole.
      expect(rows[0]!.count).toBe(rows[0]!.n + 1)
      expect(rows[0]!.n).toBeGreaterThan(100)
      expect(lostS).toBeLessThan(60)
      // It goes on from there, on a line of its own, and makes a copy of that.
      await until(async () => copiesIn(place) > 1, 30_000)
      await found.end()
      again.child.kill('SIGTERM')
      await again.ended

      const refused = await restored(into.path, place, ['--to-time', middle.toISOString()])
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('restore-would-replace')])
      const earlier = await restored(into.path, place, ['--to-time', middle.toISOString(), '--replace'])
      expect([earlier.code, earlier.stderr]).toEqual([0, ''])
      expect(existsSync(JSON.parse(earlier.stdout).setAside)).toBe(true)
      await using third = await program(into.path, { BACKUP_FOLDER: place })
      const before = await connect(into.path)
      expect((await before.query('SELECT max(n) AS n, count(*)::int AS count FROM written')).rows).toEqual([
        { n: 99, count: 100 },
      ])
      await before.end()
      third.child.kill('SIGTERM')
      await third.ended
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })

  it('goes into a bucket, encrypted; what was written last arrives when the program ends in order; another key, a missing part and a running program are refused', async () => {
    using from = dataFolder()
    using into = dataFolder()
    await using s3 = await startS3()
    const identity = await generateIdentity()
    const keyFile = join(into.path, 'key.txt')
    const otherFile = join(into.path, 'other.txt')
    writeFileSync(keyFile, `${identity}\n`)
    writeFileSync(otherFile, `${await generateIdentity()}\n`)
    const env = {
      ...s3.env,
      BACKUP_S3_URL: 's3://backups/scout',
      BACKUP_RECIPIENTS: await identityToRecipient(identity),
    }
    const place = 's3://backups/scout'
    await using running = await program(from.path, env)
    const client = await connect(from.path)
    await client.query('CREATE TABLE written (n int)')
    const doctor = await until(async () => {
      const told = await run(['doctor', '--json'], {
        env: { DEAL_SCOUT_DATA: from.path, DEAL_SCOUT_SECRET_KEYS: key, BACKUP_PITR: 'on', ...env },
      })
      const checks = JSON.parse(told.stdout) as { name: string; ok: boolean; detail: string }[]
      const archive = checks.find(({ name }) => name === 'archive')!
      return archive.ok ? archive : null
    }, 30_000)
    expect(doctor.detail).toMatch(/^everything but the last minute is in s3:\/\//)
    const busy = await restored(from.path, place, ['--identity', keyFile, '--replace'], env)
    expect([busy.code, busy.stderr]).toEqual([1, expect.stringContaining('restore-in-use')])
    await client.query('INSERT INTO written VALUES (42)')
    await client.end()
    running.child.kill('SIGTERM')
    await running.ended

    const closed = await restored(into.path, place, ['--identity', otherFile], env)
    expect([closed.code, closed.stderr]).toEqual([2, expect.stringContaining('does not open')])
    expect(existsSync(join(into.path, 'postgres'))).toBe(false)
    const done = await restored(into.path, place, ['--identity', keyFile], env)
    expect([done.code, done.stderr]).toEqual([0, ''])
    await using again = await program(into.path, env)
    const found = await connect(into.path)
    expect((await found.query('SELECT n FROM written')).rows).toEqual([{ n: 42 }])
    await found.end()
    again.child.kill('SIGTERM')
    await again.ended
  })
})
