import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { stubClock } from '../../../test/harness/app.ts'
import type { Sql } from '../../core/db.ts'
import type { Learn } from '../price-model/learn.ts'
import { fitRows } from '../price-model/price-net.ts'
import { lawRows, nowMs } from '../samples.ts'
import { createValuer, type Observation, type Valued, type Valuer, type ValuerDeps } from './valuer.ts'

const clock = stubClock(new Date(nowMs))
const sql = null as unknown as Sql
const learnHere: Learn = async (rows) => fitRows(rows)
const open: Valuer[] = []
afterEach(async () => {
  for (const valuer of open.splice(0)) await valuer.close()
  clock.set(new Date(nowMs))
})

function make(change: Partial<ValuerDeps> = {}): Valuer {
  const valuer = createValuer({
    clock,
    log: pino({ level: 'silent' }),
    capacity: 10_000,
    learn: learnHere,
    observationsSince: async () => ({ mark: '1' }),
    ...change,
  })
  open.push(valuer)
  return valuer
}

const observations = (count: number, change: Partial<Observation> = {}): Observation[] =>
  lawRows(count).map((row) => ({ ...row, demo: false, usable: true, ...change }))

const phone: Valued = {
  title: 'quillon p3 64GB boxed',
  brand: 'quillon',
  category: 'phones',
  condition: 'good',
  currency: 'USD',
  demo: false,
}

/** A table of observations with the number of the change that wrote each. */
function table() {
  const rows: { change: number; observation: Observation }[] = []
  const marks: (string | null)[] = []
  let change = 0
  return {
    marks,
    write: (list: Observation[]) => {
      change++
      for (const observation of list) rows.push({ change, observation })
    },
    since: async (
      _: Sql,
      { mark, except }: { mark: string | null; except: readonly string[] },
      take: (list: Observation[]) => Promise<void>,
    ) => {
      marks.push(mark)
      const found = rows.filter(
        ({ change }) => change > Number(mark ?? 0) && !except.includes(String(change)),
      )
      for (let at = 0; at < found.length; at += 50) {
        await take(found.slice(at, at + 50).map(({ observation }) => observation))
        await new Promise(setImmediate)
      }
      return { mark: String(change) }
    },
  }
}

describe('catching up', () => {
  it('takes everything at first, then only what was written since, at most every five seconds', async () => {
    const stored = table()
    const valuer = make({ observationsSince: stored.since })
    stored.write(observations(120))
    await valuer.catchUp(sql)
    expect(valuer.size).toBe(120)
    stored.write(observations(130))
    await valuer.catchUp(sql)
    expect(valuer.size).toBe(120)
    clock.advance(5000)
    await valuer.catchUp(sql)
    expect(valuer.size).toBe(130)
    expect(stored.marks).toEqual([null, '1'])
  })

  it('reads no more what a transaction wrote of which all was observed, unless everything was forgotten', async () => {
    const stored = table()
    const valuer = make({ observationsSince: stored.since })
    const next = async () => {
      clock.advance(5000)
      await valuer.catchUp(sql)
      return valuer.size
    }
    stored.write(observations(10))
    expect(await next()).toBe(10)
    stored.write(observations(20))
    valuer.observedAll('2')
    // Nothing was observed here, so that what is read can be told from what is not.
    expect(await next()).toBe(10)
    stored.write(observations(30))
    expect(await next()).toBe(30)
    stored.write(observations(40))
    valuer.observedAll('4')
    valuer.forget()
    expect(await next()).toBe(40)
  })

  it('a clock that was set back does not stop it', async () => {
    const stored = table()
    const valuer = make({ observationsSince: stored.since })
    await valuer.catchUp(sql)
    clock.advance(-3_600_000)
    stored.write(observations(10))
    await valuer.catchUp(sql)
    expect(valuer.size).toBe(10)
  })

  it('whoever comes during the first fill waits for it', async () => {
    const stored = table()
    stored.write(observations(200))
    const valuer = make({ observationsSince: stored.since })
    const first = valuer.catchUp(sql)
    await valuer.catchUp(sql)
    expect(valuer.size).toBe(200)
    await first
    expect(stored.marks).toEqual([null])
  })

  it('lets others have their turn, and what is observed meanwhile is not replaced by what was read before', async () => {
    const stored = table()
    const old = observations(4_000)
    stored.write(old)
    const valuer = make({
      observationsSince: async (_, __, take) => {
        await take(old)
        return { mark: '1' }
      },
    })
    let turns = 0
    const last = old.at(-1)!
    const filling = valuer.catchUp(sql)
    const others = async () => {
      while (valuer.size < old.length - 1) {
        await new Promise(setImmediate)
        if (++turns === 1) valuer.observe({ ...last, priceCents: null })
      }
    }
    await Promise.all([filling, others()])
    expect(turns).toBeGreaterThan(1)
    expect(valuer.size).toBe(old.length - 1)
  })

  it('a fill that fails tells its caller; the next one fills', async () => {
    const stored = table()
    stored.write(observations(60))
    let calls = 0
    const valuer = make({
      observationsSince: async (...args) => {
        if (++calls === 1) throw new Error('the connection broke')
        return stored.since(...args)
      },
    })
    const first = valuer.catchUp(sql)
    const second = valuer.catchUp(sql)
    await expect(first).rejects.toThrow('the connection broke')
    await second
    expect(valuer.size).toBe(60)
  })
})

describe('observations', () => {
  it('count at once, and no more when they lose price, currency or permission', () => {
    const valuer = make()
    const list = observations(30)
    for (const each of list) valuer.observe(each)
    expect(valuer.size).toBe(30)
    expect(valuer.estimate(phone)).not.toBeNull()
    const [a, b, c] = list as [Observation, Observation, Observation]
    valuer.observe({ ...a, priceCents: null })
    valuer.observe({ ...b, currency: null })
    valuer.observe({ ...c, usable: false })
    expect(valuer.size).toBe(27)
  })

  it('of the demo are evidence for the demo only, and are forgotten with it', () => {
    const valuer = make()
    for (const each of observations(30, { demo: true })) valuer.observe(each)
    expect(valuer.estimate(phone)).toBeNull()
    expect(valuer.appraise(phone)).toBeNull()
    expect(valuer.holdings('phones', false)).toEqual([])
    expect(valuer.estimate({ ...phone, demo: true })).not.toBeNull()
    expect(valuer.holdings('phones', true)).toEqual([{ currency: 'USD', count: 30, inCategory: 30 }])
    valuer.forgetDemo()
    expect(valuer.estimate({ ...phone, demo: true })).toBeNull()
    expect(valuer.size).toBe(0)
  })

  it('without a currency nothing can be compared', () => {
    const valuer = make()
    for (const each of observations(30)) valuer.observe(each)
    expect(valuer.estimate({ ...phone, currency: null })).toBeNull()
    expect(valuer.appraise({ ...phone, currency: null })).toBeNull()
  })
})

describe('learning', () => {
  it('starts by itself, is used once settled, and again after a fifth more', async () => {
    const sizes: number[] = []
    const valuer = make({
      learn: async (rows) => {
        sizes.push(rows.folds.length)
        return fitRows(rows)
      },
    })
    for (const each of observations(300)) valuer.observe(each)
    expect(valuer.appraise(phone)!.learned).toBe(false)
    await valuer.settled()
    expect(valuer.appraise(phone)!.learned).toBe(true)
    for (const each of observations(420)) valuer.observe(each)
    await valuer.settled()
    expect(sizes).toEqual([300, 420])
  })

  it('that fails leaves the comps standing for themselves and cools down before it is tried again', async () => {
    let calls = 0
    const valuer = make({
      learn: async (rows) => {
        if (++calls === 1) throw new Error('no memory')
        return fitRows(rows)
      },
    })
    const list = observations(100)
    for (const each of list) valuer.observe(each)
    await valuer.settled()
    for (const each of list) valuer.observe(each)
    await valuer.settled()
    expect(calls).toBe(1)
    expect(valuer.appraise(phone)!.learned).toBe(false)
    clock.advance(60_000)
    valuer.observe(list[0]!)
    await valuer.settled()
    expect(calls).toBe(2)
    expect(valuer.appraise(phone)!.learned).toBe(true)
  })

  it('under way ends when it is closed, and nothing starts after', async () => {
    let started = 0
    const valuer = make({
      learn: (_, signal) =>
        new Promise((_, reject) => {
          started++
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    for (const each of observations(100)) valuer.observe(each)
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    expect(started).toBe(1)
    await valuer.close()
    for (const each of observations(300)) valuer.observe(each)
    await valuer.settled()
    expect(started).toBe(1)
  })

  it('of a demo that is forgotten meanwhile harms nobody', async () => {
    const valuer = make()
    for (const each of observations(100, { demo: true })) valuer.observe(each)
    valuer.forgetDemo()
    await valuer.settled()
    expect(valuer.size).toBe(0)
    expect(valuer.estimate({ ...phone, demo: true })).toBeNull()
  })
})
