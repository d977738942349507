import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { until } from '../../test/harness/app.ts'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import {
  defineJob,
  handles,
  type JobContext,
  type JobHandler,
  type Jobs,
  openJobs,
  TryAgainLater,
} from './jobs.ts'

const log = pino({ level: 'silent' })
const payload = z.object({ n: z.number() })
let database: TestDatabase
let count = 0
const open: Jobs[] = []

beforeAll(async () => {
  database = await testDatabase({ empty: true })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((jobs) => jobs.close()))
  await database.db.query('DELETE FROM jobs.job')
  await database.db.query('DELETE FROM jobs.schedule')
})
afterAll(() => database[Symbol.asyncDispose]())

/** A job kind of its own for each test: quick retries. */
function newJob(over: Parameters<typeof defineJob<{ n: number }>>[0] | object = {}) {
  return defineJob({
    name: `job-${++count}`,
    payload,
    retries: 2,
    retryDelayS: 1,
    retryDelayMaxS: 1,
    ...over,
  })
}

async function start(
  handlers: JobHandler[],
  options: { work?: boolean; supervise?: boolean } = {},
): Promise<Jobs> {
  const jobs = await openJobs({
    db: database.db,
    log,
    handlers,
    sends: [],
    supervise: options.supervise ?? false,
  })
  open.push(jobs)
  if (options.work ?? true) await jobs.work()
  return jobs
}

async function rows(name: string) {
  const { rows } = await database.db.query<{
    state: string
    data: object
    retry_count: number
    retry_limit: number
    start_after: Date
  }>('SELECT * FROM jobs.job WHERE name = $1 ORDER BY created_on', [name])
  return rows
}

describe('sending', () => {
  it('leaves nothing behind when its transaction rolls back, and commits with it otherwise', async () => {
    const job = newJob()
    const jobs = await start([handles(job, async () => {})], { work: false })
    const failing = database.db.transaction(async (tx) => {
      await jobs.send(job, { n: 1 }, { tx })
      await jobs.sendMany(job, [{ payload: { n: 2 } }], tx)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await rows(job.name)).toEqual([])
    await database.db.transaction((tx) => jobs.send(job, { n: 3 }, { tx }))
    expect((await rows(job.name)).map(({ data }) => data)).toEqual([{ n: 3 }])
  })

  it('adds one waiting job per key, any number without key, and a new one once the first is under way', async () => {
    const job = newJob()
    const gate = Promise.withResolvers<void>()
    const seen: number[] = []
    const jobs = await start(
      [
        handles(job, async ({ n }) => {
          seen.push(n)
          if (n === 1) await gate.promise
        }),
      ],
      { work: false },
    )
    await jobs.send(job, { n: 1 }, { key: 'a' })
    await jobs.send(job, { n: 2 }, { key: 'a' })
    await jobs.sendMany(job, [
      { payload: { n: 3 }, key: 'a' },
      { payload: { n: 4 }, key: 'a' },
    ])
    expect(await rows(job.name)).toHaveLength(1)
    await jobs.work()
    await until(async () => seen.includes(1))
    await jobs.send(job, { n: 5 }, { key: 'a' })
    await jobs.sendMany(job, [{ payload: { n: 6 }, key: 'a' }, { payload: { n: 7 } }, { payload: { n: 8 } }])
    expect((await jobs.counts()).find(({ name }) => name === job.name)).toMatchObject({
      waiting: 3,
      active: 1,
    })
    gate.resolve()
    await until(async () => seen.length === 4)
    expect(seen.toSorted()).toEqual([1, 5, 7, 8])
  })

  it('waits as long as asked', async () => {
    const job = newJob()
    const seen: number[] = []
    const jobs = await start([handles(job, async ({ n }) => void seen.push(n))])
    await jobs.send(job, { n: 1 }, { delayMs: 60_000 })
    await jobs.send(job, { n: 2 })
    await until(async () => seen.length > 0)
    expect(seen).toEqual([2])
  })
})

describe('failing', () => {
  it('is tried again with growing delays, then lies among the dead, from where it can be put back to work', async () => {
    const job = newJob({ retries: 1 })
    const attempts: number[] = []
    let broken = true
    const jobs = await start([
      handles(job, async (_, ctx) => {
        attempts.push(ctx.attempt)
        if (broken) throw new Error('the shop is shut')
      }),
    ])
    await jobs.send(job, { n: 1 })
    const dead = await until(async () => (await jobs.dead(10))[0])
    expect(attempts).toEqual([1, 2])
    expect(dead).toMatchObject({ name: job.name, payload: { n: 1 }, error: 'the shop is shut' })
    expect(dead.failedAt).toBeInstanceOf(Date)
    expect(await jobs.retryDead(['no-such-id', '00000000-0000-4000-8000-000000000000'])).toBe(0)
    broken = false
    expect(await jobs.retryDead([dead.id])).toBe(1)
    await until(async () => attempts.length === 3)
    expect(attempts).toEqual([1, 2, 1])
    expect(await jobs.dead(10)).toEqual([])
    expect(await jobs.retryDead()).toBe(0)
  })

  it('grows the delay with each try, up to the most', async () => {
    const job = newJob({ retries: 5, retryDelayS: 100, retryDelayMaxS: 300 })
    const jobs = await start([handles(job, async () => Promise.reject(new Error('no')))])
    await jobs.send(job, { n: 1 })
    const delays: number[] = []
    for (let tries = 0; tries < 3; tries++) {
      const row = await until(async () =>
        (await rows(job.name)).find(
          ({ state, start_after }) => state === 'retry' && start_after > new Date(),
        ),
      )
      delays.push((row.start_after.getTime() - Date.now()) / 1000)
      await database.db.query('UPDATE jobs.job SET start_after = now() WHERE name = $1', [job.name])
      await until(
        async () =>
          (await rows(job.name))[0]!.retry_count > tries && (await rows(job.name))[0]!.state === 'retry',
      )
    }
    expect(delays[0]).toBeGreaterThan(98)
    expect(delays[0]).toBeLessThan(201)
    expect(delays[1]).toBeGreaterThan(198)
    expect(delays[2]).toBeLessThan(301)
  })

  it('sends a payload that does not fit to the dead at once, and says what is wrong', async () => {
    const job = newJob()
    let handled = 0
    const jobs = await start([handles(job, async () => void handled++)])
    await jobs.send(job, { n: 'one' } as never)
    const dead = await until(async () => (await jobs.dead(10))[0])
    expect(dead.error).toMatch(/payload does not fit the job.*expected number.*\bn\b/s)
    expect((await rows(job.name))[0]).toMatchObject({ retry_count: 0, state: 'failed' })
    expect(handled).toBe(0)
  })

  it('puts off without using up a try, keeps the tries that are left, the payload and the key', async () => {
    const job = newJob({ retries: 3 })
    const attempts: number[] = []
    const jobs = await start([
      handles(job, async (_, ctx) => {
        attempts.push(ctx.attempt)
        if (attempts.length === 1) throw new Error('uses one up')
        if (attempts.length === 2) throw new TryAgainLater(120_000, 'the shop rests')
      }),
    ])
    await jobs.send(job, { n: 9 }, { key: 'k' })
    const later = await until(async () => (await rows(job.name)).find(({ retry_limit }) => retry_limit === 2))
    expect(later).toMatchObject({ data: { n: 9 }, state: 'created', retry_count: 0 })
    expect(later.start_after.getTime() - Date.now()).toBeGreaterThan(110_000)
    expect((await rows(job.name)).map(({ state }) => state).toSorted()).toEqual(['completed', 'created'])
    await jobs.send(job, { n: 10 }, { key: 'k' })
    expect(await rows(job.name)).toHaveLength(2)
  })

  it('aborts the signal of a try that takes too long, and tries again', async () => {
    const job = newJob({ timeoutS: 1 })
    const reasons: unknown[] = []
    let attempts = 0
    const jobs = await start([
      handles(job, async (_, ctx) => {
        if (++attempts > 1) return
        await once(ctx.signal, 'abort')
        reasons.push(ctx.signal.reason)
        throw new Error('stopped')
      }),
    ])
    await jobs.send(job, { n: 1 })
    await until(async () => attempts === 2)
    expect(reasons).toHaveLength(1)
  })
})

describe('starting', () => {
  it('refuses a job that nothing handles, and one that is handled twice', async () => {
    const job = newJob()
    const base = { db: database.db, log, supervise: false }
    await expect(openJobs({ ...base, handlers: [], sends: [job] })).rejects.toThrow(
      `"${job.name}" is sent but nothing handles it`,
    )
    const twice = [handles(job, async () => {}), handles(job, async () => {})]
    await expect(openJobs({ ...base, handlers: twice, sends: [] })).rejects.toThrow(
      `"${job.name}" has two handlers`,
    )
  })

  it('works from several processes at once on an empty database', async () => {
    const empty = await testDatabase({ empty: true })
    const job = newJob()
    const starts = [1, 2, 3].map(() =>
      openJobs({
        db: empty.db,
        log,
        handlers: [handles(job, async () => {})],
        sends: [job],
        supervise: true,
      }),
    )
    const settled = await Promise.allSettled(starts)
    for (const result of settled) if (result.status === 'fulfilled') await result.value.close()
    await empty[Symbol.asyncDispose]()
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  })

  it('takes over changed settings of a job that the database knows already', async () => {
    const job = newJob()
    await (await start([handles(job, async () => {})], { work: false })).close()
    const jobs = await start([handles({ ...job, retries: 7 }, async () => {})], { work: false })
    await jobs.send(job, { n: 1 })
    expect((await rows(job.name))[0]).toMatchObject({ retry_limit: 7 })
  })
})

describe('closing', () => {
  it('hands a job under way to another process at once, without using up a try', async () => {
    const job = newJob({ retries: 0 })
    const first: JobContext[] = []
    const one = await start([
      handles(job, async (_, ctx) => {
        first.push(ctx)
        await once(ctx.signal, 'abort')
        ctx.signal.throwIfAborted()
      }),
    ])
    await one.send(job, { n: 1 })
    await until(async () => first.length === 1)
    const closedAt = Date.now()
    await one.close()
    const second: number[] = []
    const two = await start([handles(job, async ({ n }) => void second.push(n))])
    await until(async () => second.length === 1)
    expect(Date.now() - closedAt).toBeLessThan(5000)
    expect(await two.dead(10)).toEqual([])
  })

  it('lets a job finish that ends soon', async () => {
    const job = newJob()
    const gate = Promise.withResolvers<void>()
    let running = false
    const jobs = await start([
      handles(job, async () => {
        running = true
        await gate.promise
      }),
    ])
    await jobs.send(job, { n: 1 })
    await until(async () => running)
    const closed = jobs.close()
    gate.resolve()
    await closed
    expect((await rows(job.name)).map(({ state }) => state)).toEqual(['completed'])
  })
})

describe('a process that dies', () => {
  it('loses no job: another goes on with it within 15 s', async () => {
    const job = newJob({ retries: 1 })
    const dir = mkdtempSync(join(tmpdir(), 'deal-scout-jobs-'))
    const script = join(dir, 'worker.ts')
    writeFileSync(script, workerScript(job.name))
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, DATABASE: database.connectionString },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const seen: number[] = []
      const jobs = await start([handles(job, async (_, ctx) => void seen.push(ctx.attempt))], { work: false })
      await jobs.send(job, { n: 1 })
      await once(child.stdout, 'data')
      child.kill('SIGKILL')
      const killedAt = Date.now()
      await jobs.work()
      await until(async () => seen.length > 0, 20_000)
      expect(Date.now() - killedAt).toBeLessThan(15_000)
      expect(seen).toEqual([2])
    } finally {
      child.kill('SIGKILL')
      rmSync(dir, { recursive: true, force: true })
    }
  })
})

/** A worker process that takes the job and never ends it. */
function workerScript(name: string): string {
  const core = (file: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, file)).href)
  return `
    import { openDb } from ${core('db.ts')}
    import { createLog } from ${core('log.ts')}
    import { defineJob, handles, openJobs } from ${core('jobs.ts')}
    const log = createLog({ level: 'silent', format: 'json', isTerminal: false, secrets: [] })
    const db = await openDb({ connectionString: process.env.DATABASE, poolSize: 3, connectTimeoutMs: 5000, idleTimeoutMs: 5000, statementTimeoutMs: 5000, waitMs: 5000, applicationName: 'child', log })
    const payload = { parse: (data) => data, safeParse: (data) => ({ success: true, data }) }
    const job = defineJob({ name: ${JSON.stringify(name)}, payload, retries: 1 })
    const jobs = await openJobs({ db, log, supervise: false, sends: [], handlers: [handles(job, async () => {
      process.stdout.write('taken')
      await new Promise(() => {})
    })] })
    await jobs.work()
  `
}

describe('schedules', () => {
  it('claims a tick once when two processes run the schedule, and forgets schedules that are gone', async () => {
    const job = newJob()
    const old = newJob()
    const handlers = [handles(job, async () => {}), handles(old, async () => {})]
    const setUp = await start(handlers, { work: false })
    await setUp.schedule([{ job: old, cron: '0 0 1 1 *', payload: {} }])
    await setUp.schedule([{ job, cron: '* * * * *', payload: { n: 1 } }])
    const { rows: schedules } = await database.db.query<{ name: string }>('SELECT name FROM jobs.schedule')
    expect(schedules).toEqual([{ name: job.name }])
    await Promise.all([
      start(handlers, { work: false, supervise: true }),
      start(handlers, { work: false, supervise: true }),
      start(handlers, { work: false, supervise: true }),
    ])
    await until(async () => (await rows(job.name)).length > 0)
    // The tick goes through an internal queue; by now that has nothing left.
    await until(async () => {
      const { rows } = await database.db.query(
        "SELECT 1 FROM jobs.job WHERE name LIKE '\\_\\_pgboss%' AND state < 'completed'",
      )
      return rows.length === 0
    })
    expect(await rows(job.name)).toHaveLength(1)
  })
})

describe("after the database's clock was set back", () => {
  const shift = `interval '2 days'`

  it('jobs wait for their delay from now on, and lost ones are taken over', async () => {
    const job = newJob()
    const handled: number[] = []
    const handler = handles(job, async ({ n }) => void handled.push(n))
    const jobs = await start([handler], { work: false })
    await jobs.send(job, { n: 1 })
    await jobs.send(job, { n: 2 }, { delayMs: 3_600_000 })
    await jobs.send(job, { n: 3 })
    await database.db.query(
      `UPDATE jobs.job SET state = 'active', started_on = now(), heartbeat_on = now() WHERE data->>'n' = '3'`,
    )
    // What a clock two days ahead wrote.
    await database.db.query(
      `UPDATE jobs.job SET created_on = created_on + ${shift}, start_after = start_after + ${shift},
         started_on = started_on + ${shift}, heartbeat_on = heartbeat_on + ${shift} WHERE name = $1`,
      [job.name],
    )
    await jobs.work()
    await until(async () => handled.includes(1))
    const later = (await rows(job.name)).find(({ data }) => (data as { n: number }).n === 2)!
    const waitMs = later.start_after.getTime() - Date.now()
    expect(waitMs).toBeGreaterThan(3_500_000)
    expect(waitMs).toBeLessThanOrEqual(3_600_000)
    const { rows: active } = await database.db.query<{ isPast: boolean }>(
      `SELECT heartbeat_on <= now() AS "isPast" FROM jobs.job WHERE data->>'n' = '3'`,
    )
    expect(active).toEqual([{ isPast: true }])
    expect(handled).toEqual([1])
  })

  it('schedules tick again', async () => {
    const job = newJob()
    const handlers = [handles(job, async () => {})]
    const setUp = await start(handlers, { work: false })
    await setUp.schedule([{ job, cron: '* * * * *', payload: { n: 1 } }])
    await database.db.query(`UPDATE jobs.version SET cron_on = now() + ${shift}`)
    await database.db.query(`UPDATE jobs.queue SET monitor_claim_on = now() + ${shift}`)
    await start(handlers, { work: false, supervise: true })
    await start(handlers)
    const { rows: marks } = await database.db.query(
      `SELECT FROM jobs.version WHERE cron_on > now() UNION ALL
       SELECT FROM jobs.queue WHERE monitor_claim_on > now()`,
    )
    expect(marks).toEqual([])
  })
})
