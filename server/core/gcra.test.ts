import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noRedis, type RedisServer, redisPath, startRedis } from '../../test/harness/redis.ts'
import { type Limit, memoryLimiter, spacingUs, takeOne, takeOneLua } from './gcra.ts'

/** A bucket that holds the limit and is filled drop by drop: what the algorithm amounts to, in other terms. */
function bucket(limit: Limit) {
  const { intervalUs, spanUs } = spacingUs(limit)
  let levelUs = spanUs
  let lastUs = 0
  return (nowUs: number) => {
    levelUs = Math.min(spanUs, levelUs + nowUs - lastUs)
    lastUs = nowUs
    if (levelUs < intervalUs)
      return { isAdmitted: false, remaining: 0, waitMs: Math.ceil((intervalUs - levelUs) / 1000) }
    levelUs -= intervalUs
    return {
      isAdmitted: true,
      remaining: Math.floor(levelUs / intervalUs),
      waitMs: Math.ceil((spanUs - levelUs) / 1000),
    }
  }
}

const limits = fc.record({
  count: fc.integer({ min: 1, max: 50 }),
  windowMs: fc.integer({ min: 1, max: 60_000 }),
})
/** Times between requests, many of them at once. */
const gaps = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 100_000_000 })),
  { maxLength: 200 },
)
const startUs = 1_795_000_000_000_000

function times(between: readonly number[]): number[] {
  let atUs = startUs
  return between.map((gap) => (atUs += gap))
}

describe('a limit', () => {
  it('admits, leaves and asks to wait exactly as a bucket that is filled evenly', () => {
    fc.assert(
      fc.property(limits, gaps, (limit, between) => {
        const model = bucket(limit)
        let arrivalUs = 0
        for (const nowUs of times(between)) {
          const { arrivalUs: next, ...taken } = takeOne(arrivalUs, nowUs, limit)
          arrivalUs = next
          expect(taken).toEqual(model(nowUs))
        }
      }),
    )
  })

  it('admits the whole of it at once and not one more, and after the wait that it names one more', () => {
    fc.assert(
      fc.property(limits, (limit) => {
        let arrivalUs = 0
        const ask = (nowUs: number) => {
          const taken = takeOne(arrivalUs, nowUs, limit)
          arrivalUs = taken.arrivalUs
          return taken
        }
        for (let i = limit.count - 1; i >= 0; i--)
          expect(ask(startUs)).toMatchObject({ isAdmitted: true, remaining: i })
        const refused = ask(startUs)
        expect(refused.isAdmitted).toBe(false)
        expect(ask(startUs + refused.waitMs * 1000).isAdmitted).toBe(true)
      }),
    )
  })

  it('in no window admits more than the limit twice, however requests come', () => {
    fc.assert(
      fc.property(limits, gaps, (limit, between) => {
        let arrivalUs = 0
        const admitted = times(between).filter((nowUs) => {
          const taken = takeOne(arrivalUs, nowUs, limit)
          arrivalUs = taken.arrivalUs
          return taken.isAdmitted
        })
        const { spanUs } = spacingUs(limit)
        for (const from of admitted)
          expect(admitted.filter((at) => at >= from && at < from + spanUs).length).toBeLessThanOrEqual(
            2 * limit.count,
          )
      }),
    )
  })

  it('locks nobody out for longer than its window, whatever the clock did', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 0, max: startUs * 2 }), (limit, arrivalUs) => {
        expect(takeOne(arrivalUs, startUs, limit).waitMs).toBeLessThanOrEqual(
          Math.ceil(spacingUs(limit).spanUs / 1000),
        )
      }),
    )
  })
})

describe('in memory', () => {
  it('is bounded: of too many keys the one that was asked for longest ago is forgotten', async () => {
    const limiter = memoryLimiter({ keysMax: 3, nowMs: () => 5 })
    const once = { count: 1, windowMs: 60_000 }
    const ask = async (key: string) => (await limiter.take(key, once)).isAdmitted
    for (const key of ['a', 'b', 'c']) expect(await ask(key)).toBe(true)
    expect(await ask('a')).toBe(false)
    expect(await ask('d')).toBe(true)
    expect(await ask('a')).toBe(false)
    expect(await ask('b')).toBe(true)
  })
})

describe('in Redis', () => {
  let redis: RedisServer
  beforeAll(async () => {
    if (redisPath !== null) redis = await startRedis()
  })
  afterAll(() => redis?.[Symbol.asyncDispose]())

  it('the script counts as this process does, to the microsecond', async (context) => {
    context.skip(redisPath === null, noRedis)
    // With a time that the test gives instead of the server's, by which nothing ends meanwhile.
    const lua = takeOneLua
      .replace("redis.call('TIME')", '{ ARGV[3], ARGV[4] }')
      .replace('math.ceil((next - now) / 1000)', '600000')
    expect(lua).toContain('600000')
    expect(lua).toContain('ARGV[3]')
    let keys = 0
    await fc.assert(
      fc.asyncProperty(limits, gaps, async (limit, between) => {
        const key = `key ${keys++}`
        const { intervalUs, spanUs } = spacingUs(limit)
        let arrivalUs = 0
        const answers = times(between).map(async (nowUs) => {
          const time = [Math.floor(nowUs / 1e6), nowUs % 1e6]
          return redis.admin.eval(lua, 1, key, intervalUs, spanUs, ...time)
        })
        for (const [at, nowUs] of times(between).entries()) {
          const taken = takeOne(arrivalUs, nowUs, limit)
          arrivalUs = taken.arrivalUs
          const [isAdmitted, remaining, waitUs] = (await answers[at]) as [number, number, number]
          expect({ isAdmitted: isAdmitted === 1, remaining, waitMs: Math.ceil(waitUs / 1000) }).toEqual({
            isAdmitted: taken.isAdmitted,
            remaining: taken.remaining,
            waitMs: taken.waitMs,
          })
        }
      }),
      { numRuns: 50 },
    )
  })

  it('a key is gone once all of its limit is there again', async (context) => {
    context.skip(redisPath === null, noRedis)
    await redis.admin.eval(takeOneLua, 1, 'short', 10_000, 50_000)
    expect(await redis.admin.pttl('short')).toBeLessThanOrEqual(10)
    await new Promise((resolve) => setTimeout(resolve, 15))
    expect(await redis.admin.exists('short')).toBe(0)
  })
})
