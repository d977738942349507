import pg from 'pg'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { noRedis, type RedisServer, redisPath, startRedis } from '../../test/harness/redis.ts'
import { type Db, openDb } from './db.ts'
import { openRedis } from './redis.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let redis: RedisServer
/** Hears what the database itself sends. */
let listener: pg.Client
const byDatabase: string[] = []
const undo: (() => unknown)[] = []

beforeAll(async () => {
  database = await testDatabase({ empty: true })
  listener = new pg.Client({ connectionString: database.connectionString })
  await listener.connect()
  await listener.query('LISTEN news')
  listener.on('notification', ({ channel }) => byDatabase.push(channel))
})
beforeEach(async (context) => {
  context.skip(redisPath === null, noRedis)
  redis = await startRedis()
  undo.push(() => redis[Symbol.asyncDispose]())
  byDatabase.length = 0
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})
afterAll(async () => {
  await listener?.end()
  await database?.[Symbol.asyncDispose]()
})

/** A process of its own, by what it hears. */
async function open(): Promise<{ db: Db; heard: () => number; isAway: () => boolean }> {
  const bus = await openRedis({ url: redis.url, log })
  const db = await openDb({
    connectionString: database.connectionString,
    ...{ poolSize: 2, connectTimeoutMs: 5000, idleTimeoutMs: 5000, statementTimeoutMs: 5000 },
    ...{ waitMs: 5000, applicationName: 'test', bus, log },
  })
  undo.push(async () => {
    await db.close()
    await bus.close()
  })
  let heard = 0
  const listening = await db.listen('news', () => heard++)
  undo.push(() => listening.close())
  // Both ways call back once they listen.
  await expect.poll(() => heard).toBe(2)
  heard = 0
  return { db, heard: () => heard, isAway: () => bus.isAway() }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 150))

describe('with Redis, whoever listens is woken', () => {
  it('in all processes once a transaction has committed, and never by one that has not; the database sends nothing', async () => {
    const [one, other] = [await open(), await open()]
    const failing = one.db.transaction(async (tx) => {
      await tx.notify('news')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await one.db.transaction(async (tx) => {
      await tx.notify('news')
      await settle()
      expect([one.heard(), other.heard()]).toEqual([0, 0])
    })
    await expect.poll(() => [one.heard(), other.heard()]).toEqual([1, 1])
    await one.db.notify('news')
    await expect.poll(() => [one.heard(), other.heard()]).toEqual([2, 2])
    await settle()
    expect(byDatabase).toEqual([])
    expect([one.heard(), other.heard()]).toEqual([2, 2])
  })

  it('by the database while Redis is away, whether that is known already or found out by the notice itself', async () => {
    const [one, other] = [await open(), await open()]
    await redis.admin.call('CLIENT', 'PAUSE', '1500', 'ALL')
    expect(one.isAway()).toBe(false)
    await one.db.transaction((tx) => tx.notify('news'))
    await expect.poll(() => [one.heard(), other.heard()]).toEqual([1, 1])
    expect(one.isAway()).toBe(true)
    await one.db.transaction((tx) => tx.notify('news'))
    await one.db.notify('news')
    await expect.poll(() => [one.heard(), other.heard()]).toEqual([3, 3])
    expect(byDatabase).toEqual(['news', 'news', 'news'])
  })

  it('again after Redis was killed and came back, and at once by its return, since something may have been missed', async () => {
    const [one, other] = [await open(), await open()]
    await redis.kill()
    await one.db.notify('news')
    await expect.poll(() => other.heard()).toBe(1)
    await redis.start()
    await expect.poll(() => one.isAway(), { timeout: 10_000 }).toBe(false)
    await expect.poll(() => other.heard(), { timeout: 10_000 }).toBe(2)
    byDatabase.length = 0
    await one.db.notify('news')
    await expect.poll(() => other.heard()).toBe(3)
    expect(byDatabase).toEqual([])
  })

  it('also by a process that ends right after its commit', async () => {
    const other = await open()
    const bus = await openRedis({ url: redis.url, log })
    const db = await openDb({
      connectionString: database.connectionString,
      ...{ poolSize: 2, connectTimeoutMs: 5000, idleTimeoutMs: 5000, statementTimeoutMs: 5000 },
      ...{ waitMs: 5000, applicationName: 'test', bus, log },
    })
    await db.transaction((tx) => tx.notify('news'))
    await db.close()
    await bus.close()
    await expect.poll(() => other.heard()).toBe(1)
  })
})
