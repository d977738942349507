import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { canaryText, findCanaries } from '../../../test/harness/canaries.ts'
import {
  addThing,
  deskAnswer,
  goodKey,
  type StandIn,
  startStandIn,
} from '../../../test/harness/model-stand-in.ts'
import { addPerson } from '../../../test/harness/people.ts'
import type { Authorized, Right } from '../../core/actor.ts'
import { AppError } from '../../core/errors.ts'
import { createFetch } from '../../core/fetch.ts'
import type { Read } from '../../core/reader-pool.ts'
import { lastCall, takeCall, writeAgreement } from './ai-store.ts'
import { type Cost, capPassed, costOf } from './costs.ts'
import type { AiDeps } from './deps.ts'
import { askDescription, makeCall } from './describe.ts'
import { described } from './offers.ts'
import { tokensInAtMost, tokensOutMax } from './prompt.ts'
import { type AiCaps, type AiSetUp, priceOf, priceProblem, recipientOf } from './set-up.ts'

const clock = stubClock()
let model: StandIn
let test: TestApp
let anna: Authorized<Right>
let berta: Authorized<Right>
const fetch = createFetch({ userAgent: 'test', clock })
const { signal } = new AbortController()

beforeAll(async () => {
  model = await startStandIn()
  test = await testApp({ overrides: { clock } })
  anna = await addPerson(test.app.db, 'Anna')
  berta = await addPerson(test.app.db, 'Berta')
})
afterAll(async () => {
  await fetch.close()
  await test[Symbol.asyncDispose]()
  await model[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await test.app.db.query('TRUNCATE items, item_photos, ai_calls, ai_answers, ai_agreements CASCADE')
  clock.set('2026-11-22T12:00:00Z')
  Object.assign(model, { mood: 'ok', answer: () => deskAnswer, tokens: { in: 1_000, out: 200 }, delayMs: 0 })
  model.server.requests.length = 0
  for (const person of [anna, berta])
    await test.app.db.transaction((tx) => writeAgreement(tx, person, recipientOf(setUpWith()), clock.now()))
})

const noCaps: AiCaps = {
  ...{ personDayCents: 1e6, personMonthCents: 1e6, houseMonthCents: 1e6 },
  ...{ personDayTokens: 1e9, houseMonthTokens: 1e9 },
}
const setUpWith = (over: Partial<AiSetUp> = {}): AiSetUp => ({
  ...{ provider: 'compatible', baseUrl: `${model.server.baseUrl}/v1`, model: 'stand-in', key: goodKey },
  ...{ mayBePrivate: true, price: { inCents: 100, outCents: 500 }, caps: noCaps, timeoutMs: 5_000 },
  ...over,
})
const depsWith = (over: Partial<AiSetUp> = {}): AiDeps => ({
  ...{ db: test.app.db, clock, log: pino({ level: 'silent' }), fetch, setUp: setUpWith(over) },
  ...{ jobs: { send: async () => {} }, marketplaceNames: ['ebay'], languageOf: async () => 'en' },
  // The child that cuts photos down is tried elsewhere.
  readers: { read: (async (_: unknown, [jpeg]: [Uint8Array]) => jpeg) as unknown as Read },
  observe() {},
})

const describeOne = async (deps: AiDeps, person: Authorized<Right>, item: number) => {
  const callId = await askDescription(deps, person, item, {})
  if (callId !== null) await makeCall(deps, { userId: person, callId }, signal)
}
const refusal = async (asked: Promise<unknown>): Promise<AppError> => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}
const counted = async (): Promise<Cost> =>
  (
    await test.app.db.query<Cost>(
      `SELECT coalesce(sum(micro_cents), 0)::float8 AS "microCents", coalesce(sum(tokens), 0)::float8 AS tokens FROM ai_calls`,
    )
  ).rows[0]!

describe('caps', { timeout: 120_000 }, () => {
  it('are never passed, in whatever order and however many at once people ask', async () => {
    const reckoned = tokensInAtMost({
      ...{
        photos: [{ id: 1, sha256: '', version: '' }],
        languages: ['en'],
        facts: {},
        read: 'HERMAN MILLER',
      },
    })
    const tokens = fc.record({
      in: fc.integer({ min: 1, max: reckoned }),
      out: fc.integer({ min: 1, max: tokensOutMax }),
    })
    const wave = fc.array(fc.record({ isAnna: fc.boolean(), tokens, dies: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    let refused = 0
    let made = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(wave, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 3, max: 25 }),
        fc.integer({ min: 3, max: 30 }),
        async (waves, personDayCents, houseMonthCents) => {
          await test.app.db.query('TRUNCATE items, item_photos, ai_calls, ai_answers CASCADE')
          const caps = { ...noCaps, personDayCents, houseMonthCents }
          const deps = depsWith({ caps })
          for (const asked of waves) {
            await Promise.all(
              asked.map(async ({ isAnna, tokens: used, dies }) => {
                const person = isAnna ? anna : berta
                const item = await addThing(test.app.db, person, { jpegs: [Buffer.from('a photo')] })
                model.tokens = used
                try {
                  const callId = await askDescription(deps, person, item, {})
                  made++
                  if (dies) await test.app.db.transaction((tx) => takeCall(tx, person, callId!, soon()))
                  else await makeCall(deps, { userId: person, callId: callId! }, signal)
                } catch (error) {
                  if (!(error instanceof AppError)) throw error
                  expect(['ai-cap-reached', 'ai-cap-too-small']).toContain(error.code)
                  refused++
                }
              }),
            )
            const { rows } = await test.app.db.query<{ person: number; microCents: number }>(
              `SELECT user_id AS person, sum(micro_cents)::float8 AS "microCents" FROM ai_calls GROUP BY 1`,
            )
            for (const { microCents } of rows) expect(microCents).toBeLessThanOrEqual(personDayCents * 1e6)
            expect((await counted()).microCents).toBeLessThanOrEqual(houseMonthCents * 1e6)
          }
        },
      ),
      { numRuns: 25 },
    )
    expect(Math.min(refused, made)).toBeGreaterThan(20)
  })

  const soon = () => ({ at: clock.now(), leaseUntil: new Date(clock.now().getTime() + 60_000) })

  it('are passed by one call at the most where the provider counts more than a call is reckoned with', async () => {
    const deps = depsWith({ caps: { ...noCaps, personDayCents: 12 } })
    model.tokens = { in: 60_000, out: 4_000 }
    let count = 0
    for (; count < 10; count++) {
      const item = await addThing(test.app.db, anna)
      const asked = await describeOne(deps, anna, item).catch((error: unknown) => error)
      if (asked instanceof AppError) break
    }
    // The first is reckoned with 12,000 tokens, the second with what the first took.
    expect(count).toBe(1)
    expect((await counted()).microCents).toBe(8e6)
  })

  it('say when they end, and are over then', async () => {
    const item = await addThing(test.app.db, anna)
    await describeOne(depsWith(), anna, item)
    const next = await addThing(test.app.db, anna)
    const day = depsWith({ caps: { ...noCaps, personDayCents: 3 } })
    await test.app.db.query('UPDATE ai_calls SET micro_cents = 2900000')
    const today = await refusal(askDescription(day, anna, next, {}))
    expect(today).toMatchObject({ code: 'ai-cap-reached', status: 429, retryAfterS: 12 * 3600 })
    expect(today.message).toContain('2026-11-23 00:00 UTC')
    const month = depsWith({ caps: { ...noCaps, houseMonthCents: 4 } })
    const thisMonth = await refusal(askDescription(month, berta, await addThing(test.app.db, berta), {}))
    expect(thisMonth.message).toMatch(/all people here together .* 2026-12-01 00:00 UTC/)
    expect((await lastCall(test.app.db, anna, next))?.id).toBe(undefined)
    clock.set('2026-11-23T00:00:01Z')
    await describeOne(day, anna, next)
    expect((await described(day, anna, next)).offers.length).toBeGreaterThan(0)
    const never = await refusal(
      askDescription(
        depsWith({ caps: { ...noCaps, personDayCents: 1 } }),
        anna,
        await addThing(test.app.db, anna),
        {},
      ),
    )
    expect(never).toMatchObject({ code: 'ai-cap-too-small', status: 409 })
  })

  it('count tokens where the price is not known', async () => {
    const deps = depsWith({ price: null, caps: { ...noCaps, personDayCents: 0, personDayTokens: 17_000 } })
    await describeOne(deps, anna, await addThing(test.app.db, anna))
    expect(await counted()).toEqual({ microCents: 0, tokens: 1_200 })
    await test.app.db.query('UPDATE ai_calls SET tokens = 9000')
    const full = await refusal(askDescription(deps, anna, await addThing(test.app.db, anna), {}))
    expect(full.message).toContain('tokens that you may use in a day')
    // Of a model that costs nothing nothing is counted.
    const free = depsWith({
      price: { inCents: 0, outCents: 0 },
      caps: { ...noCaps, personDayCents: 0, personDayTokens: 0 },
    })
    await describeOne(free, anna, await addThing(test.app.db, anna))
  })
})

describe('a call', { timeout: 60_000 }, () => {
  it('whose process ended counts at its most, is not made again by itself, and holds up nothing for long', async () => {
    const deps = depsWith()
    const item = await addThing(test.app.db, anna)
    const callId = (await askDescription(deps, anna, item, {}))!
    const at = clock.now()
    const leaseUntil = new Date(at.getTime() + 60_000)
    await test.app.db.transaction((tx) => takeCall(tx, anna, callId, { at, leaseUntil }))
    // The process is gone; another one is handed the same job.
    await makeCall(deps, { userId: anna, callId }, signal)
    expect(model.server.requests).toHaveLength(0)
    expect(await askDescription(deps, anna, item, {})).toBe(callId)
    clock.advance(61_000)
    const again = await askDescription(deps, anna, item, {})
    expect(again).not.toBe(callId)
    await makeCall(deps, { userId: anna, callId: again! }, signal)
    const { rows } = await test.app.db.query(
      'SELECT outcome, micro_cents > 2000000 AS "isMost" FROM ai_calls ORDER BY id',
    )
    expect(rows).toEqual([
      { outcome: 'lost', isMost: true },
      { outcome: 'answered', isMost: false },
    ])
  })

  it('that nobody began costs nothing, and what was changed meanwhile is not sent', async () => {
    const deps = depsWith()
    const item = await addThing(test.app.db, anna)
    const callId = (await askDescription(deps, anna, item, {}))!
    await test.app.db.query('UPDATE item_photos SET sha256 = md5(sha256) WHERE item_id = $1', [item])
    await makeCall(deps, { userId: anna, callId }, signal)
    const second = (await askDescription(deps, anna, item, {}))!
    clock.advance(16 * 60_000)
    await makeCall(deps, { userId: anna, callId: second }, signal)
    const third = (await askDescription(deps, anna, item, {}))!
    await test.app.db.transaction((tx) => writeAgreement(tx, anna, null, clock.now()))
    await makeCall(deps, { userId: anna, callId: third }, signal)
    expect(model.server.requests).toHaveLength(0)
    const { rows } = await test.app.db.query('SELECT outcome, micro_cents AS cost FROM ai_calls ORDER BY id')
    expect(rows).toEqual(Array(3).fill({ outcome: 'not-sent', cost: 0 }))
  })

  it('that is called off is lost, and counts', async () => {
    model.delayMs = 2_000
    const deps = depsWith()
    const callId = (await askDescription(deps, anna, await addThing(test.app.db, anna), {}))!
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 300)
    await makeCall(deps, { userId: anna, callId }, stop.signal)
    const { rows } = await test.app.db.query('SELECT outcome FROM ai_calls')
    expect(rows).toEqual([{ outcome: 'lost' }])
    expect((await counted()).microCents).toBeGreaterThan(2e6)
  })
})

describe('the key', { timeout: 60_000 }, () => {
  it('is in nothing that is logged or stored, also where the provider repeats it', async () => {
    const key = canaryText()
    const lines: string[] = []
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
    const deps = { ...depsWith({ key }), log }
    await describeOne(deps, anna, await addThing(test.app.db, anna))
    expect(JSON.stringify(model.server.requests[0]!.headers)).toContain(key)
    const { rows } = await test.app.db.query<{ outcome: string }>('SELECT * FROM ai_calls')
    expect(rows).toMatchObject([{ outcome: 'key-refused', state: 'done' }])
    expect(lines.join('')).toContain('a model was asked in vain')
    const places = new Map([
      ['log', lines.join('')],
      ['rows', JSON.stringify(rows)],
    ])
    expect(findCanaries([{ name: 'AI_KEY', value: key }], places)).toEqual([])
  })
})

describe('prices', () => {
  it('are read of lines, the last one that names the model, to the millionth of a cent', () => {
    const lines = ['gpt-x=15/60', 'google/gem-2:free=0/0', 'gpt-x=2.5/10']
    expect(lines.map(priceProblem)).toEqual([null, null, null])
    expect(priceProblem('gpt-x 15')).toMatch(/MODEL=IN\/OUT/)
    expect(priceOf('gpt-x', lines)).toEqual({ inCents: 2.5, outCents: 10 })
    expect(priceOf('other', lines)).toBe(null)
    expect(costOf({ inCents: 2.5, outCents: 10 }, { tokensIn: 3, tokensOut: 1 })).toEqual({
      microCents: 18,
      tokens: 4,
    })
  })

  it('that would pass two caps wait for the one that lasts longer', () => {
    const nothing: Cost = { microCents: 0, tokens: 0 }
    const spent: Cost = { microCents: 5e6, tokens: 10 }
    const most: Cost = { microCents: 1e6, tokens: 10 }
    const caps = { ...noCaps, personDayCents: 5, houseMonthCents: 5 }
    const all = { personDay: spent, personMonth: spent, houseMonth: spent }
    const at = new Date('2026-12-15T23:00:00Z')
    expect(capPassed(caps, { spent: all, most, isPriced: true, at })).toEqual({
      ...{ cap: 'house-month-cents', endsAt: new Date('2027-01-01T00:00:00Z') },
    })
    const none = { personDay: nothing, personMonth: nothing, houseMonth: nothing }
    expect(capPassed(caps, { spent: none, most, isPriced: true, at })).toBe(null)
  })
})
