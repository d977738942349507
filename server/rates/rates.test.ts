import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { ingest } from '../flows/ingest.ts'
import { createRule } from '../rules/rules.ts'
import { rateCommands } from './commands.ts'
import { fetchRates, keepRates, type RateDeps } from './rates.ts'
import { ratesCheck } from './rates-check.ts'
import { ecbTable } from './test-kit.ts'

const clock = stubClock('2026-11-27T18:00:00Z')
let test: TestApp
let bank: FakeServer
let answer: { status: number; text: string }
let asked: string[] = []
const never = new AbortController().signal

beforeAll(async () => {
  test = await testApp({ roles: ['api', 'worker'], overrides: { clock } })
  bank = await startFakeServer(({ url }, response) => {
    asked.push(url.pathname)
    response.statusCode = answer.status
    response.end(answer.text)
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await bank[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await test.app.db.query('DELETE FROM exchange_rates')
  await test.app.db.query('DELETE FROM rules')
  await test.app.db.query('DELETE FROM listings')
  test.app.rates.rates.forget()
  asked = []
  answer = { status: 200, text: ecbTable({ '2026-11-27': { USD: '1.1', SEK: '11.55' } }) }
})

const deps = (): RateDeps => ({ ...test.app.rates, isFetched: true, ecbAddress: bank.baseUrl })
const shown = async () =>
  ((await test.call('GET', '/api/rates')).body as { items: { currency: string; perEuro: number }[] }).items

describe('rates', () => {
  it('are typed by day, the newest counts, and are taken back', async () => {
    expect(await shown()).toEqual([])
    expect((await test.call('PUT', '/api/rates/usd', { perEuro: 1.2, day: '2026-11-01' })).status).toBe(200)
    expect((await test.call('PUT', '/api/rates/USD', { perEuro: 1.1 })).status).toBe(200)
    expect(await shown()).toEqual([{ currency: 'USD', perEuro: 1.1, day: '2026-11-27', source: 'typed' }])
    expect((await test.call('DELETE', '/api/rates/USD')).status).toBe(200)
    expect(await shown()).toEqual([])
    expect((await test.call('DELETE', '/api/rates/USD')).status).toBe(404)
  })

  it.each([
    ['USD', { perEuro: 0 }],
    ['USD', { perEuro: -1 }],
    ['USD', { perEuro: 1e12 }],
    ['USD', { perEuro: '1.1' }],
    ['USD', { perEuro: 1.1, day: '2026-11-28' }],
    ['USD', { perEuro: 1.1, day: 'yesterday' }],
    ['EUR', { perEuro: 1.1 }],
    ['DOLLARS', { perEuro: 1.1 }],
  ])('that are none are refused: %s %j', async (currency, body) => {
    expect((await test.call('PUT', `/api/rates/${currency}`, body)).status).toBe(422)
    expect(await shown()).toEqual([])
  })

  it('are not fetched where the operator does not allow it', async () => {
    expect((await test.call('POST', '/api/rates/fetch', {})).body).toMatchObject({
      code: 'rates-not-allowed',
    })
    await keepRates({ ...deps(), isFetched: false }, never)
    expect(asked).toEqual([])
  })

  it('are fetched of 90 days first, then of the day, and not asked for where they are there', async () => {
    answer.text = ecbTable({ '2026-11-26': { USD: '1.09' }, '2026-11-25': { USD: '1.08' } })
    await keepRates(deps(), never)
    expect(await shown()).toMatchObject([{ currency: 'USD', perEuro: 1.09, day: '2026-11-26' }])
    answer.text = ecbTable({ '2026-11-27': { USD: '1.1' } })
    await keepRates(deps(), never)
    await keepRates(deps(), never)
    expect(asked.map((path) => path.split('/').at(-1))).toEqual([
      'eurofxref-hist-90d.xml',
      'eurofxref-daily.xml',
    ])
    expect(await shown()).toMatchObject([{ perEuro: 1.1, day: '2026-11-27' }])
  })

  it.each([
    ['refuses', { status: 403, text: 'no' }, /status 403/],
    ['has a page instead', { status: 200, text: '<html>soon back</html>' }, /no table/],
    [
      'breaks off',
      { status: 200, text: ecbTable({ '2026-11-27': { USD: '9.9' } }).slice(0, -30) },
      /cut off/,
    ],
  ])('of before stay where the bank %s, and it says so', async (_, failing, why) => {
    await test.call('PUT', '/api/rates/USD', { perEuro: 1.1, day: '2026-11-20' })
    answer = failing
    await expect(fetchRates(deps(), 'day')).rejects.toThrow(why)
    expect(await shown()).toMatchObject([{ perEuro: 1.1, day: '2026-11-20' }])
  })

  it('that were typed go before those fetched of the same day, and stay where those are too old', async () => {
    await test.call('PUT', '/api/rates/SEK', { perEuro: 12 })
    await fetchRates(deps(), 'day')
    expect(await shown()).toMatchObject([
      { currency: 'SEK', perEuro: 12, source: 'typed' },
      { currency: 'USD', perEuro: 1.1, source: 'ecb' },
    ])
    clock.advance(40 * 86_400_000)
    expect(await shown()).toMatchObject([{ currency: 'SEK', perEuro: 12 }])
    expect(await ratesCheck(deps()).run()).toMatchObject({ ok: false, detail: /40 days ago/ })
    clock.advance(-40 * 86_400_000)
    expect(await ratesCheck(deps()).run()).toMatchObject({ ok: true })
  })

  it('are shown, typed, taken back, fetched and imported by commands', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deal-scout-rates-'))
    const file = join(folder, 'eurofxref-hist.xml')
    writeFileSync(file, ecbTable({ '2026-11-24': { NOK: '11.8' } }))
    const said: string[] = []
    const run = async (...words: string[]) => {
      const program = new Command().exitOverride()
      rateCommands(
        program,
        (work) => work(deps(), { userId: 1, roles: ['owner'] }),
        () => ({ json: false, print: (_, text) => void said.push(text()) }),
      )
      await program.parseAsync(words, { from: 'user' })
      return said.at(-1)
    }
    try {
      expect(await run('rates')).toContain('There are no exchange rates.')
      expect(await run('rates', 'set', 'usd', '1.1')).toMatch(/USD +1\.1 +2026-11-27 +typed/)
      expect(await run('rates', 'import', file)).toBe('1 rates are new.')
      expect(await run('rates', 'import', file)).toBe('0 rates are new.')
      expect(await run('rates', 'fetch')).toBe('2 rates are new.')
      expect(await run('rates', 'fetch', '--history')).toBe('0 rates are new.')
      expect(asked.at(-1)).toBe('/stats/eurofxref/eurofxref-hist.xml')
      expect(await run('rates', 'remove', 'USD')).toMatch(/USD +1\.1 +2026-11-27 +ecb/)
      writeFileSync(file, 'USD;1.1')
      await expect(run('rates', 'import', file)).rejects.toThrow(/cannot be taken.*Save eurofxref-daily/)
      await expect(run('rates', 'import', join(folder, 'none.xml'))).rejects.toThrow(/cannot be read/)
      await expect(run('rates', 'set', 'USD', 'much')).rejects.toThrow()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a rule', () => {
  const sofa = { name: 'Sofa', keywords: { all: ['sofa'], any: [], none: [] }, priceCentsMax: 30_000 }
  const crowns = (externalId: string, priceCents: number) =>
    seenListing({ externalId, title: `Sofa ${externalId}`, priceCents, currency: 'SEK' })
  const take = (...seen: ReturnType<typeof seenListing>[]) =>
    ingest(test.app.pipeline, {
      sightings: seen.map((one) => ({ marketplace: 'shop', seen: one, observedAtMs: clock.now().getTime() })),
      ...{ sourceId: null, scanId: null, demo: false },
    })
  const matched = async () => {
    const { rows } = await test.app.db.query<{ title: string }>(
      'SELECT l.title FROM matches m JOIN listings l ON l.id = m.listing_id ORDER BY 1',
    )
    return rows.map(({ title }) => title)
  }
  const make = (over: object) => createRule(test.app.rules, 1 as never, ruleInput({ ...sofa, ...over }))

  it('for other currencies too is told of what costs less at the rate of the day, and says at which', async () => {
    await fetchRates(deps(), 'day')
    await make({ otherCurrencies: true })
    await take(crowns('cheap', 300_000), crowns('dear', 330_000))
    expect(await matched()).toEqual(['Sofa cheap'])
    const inbox = await until(async () => {
      const { body } = await test.call('GET', '/api/notifications')
      const [first] = (body as { items: { items: { exchanged: string; exchangedSaid: object }[] }[] }).items
      return first
    })
    expect(inbox!.items[0]!.exchanged).toBe('About $285.71 (1 USD = 10.5 SEK, 2026-11-27)')
    expect(inbox!.items[0]!.exchangedSaid).toMatchObject({ code: 'message-exchanged' })
  })

  it('that is not, or for whose currency there is no rate, is told of nothing in another one', async () => {
    await make({ otherCurrencies: true })
    await take(crowns('a', 10_000))
    await fetchRates(deps(), 'day')
    await make({})
    await take(crowns('b', 10_000))
    expect(await matched()).toEqual(['Sofa b'])
    const { rows } = await test.app.db.query<{ n: number }>('SELECT count(*)::int AS n FROM matches')
    expect(rows[0]!.n).toBe(1)
  })

  it('says before it is made that there are no rates, and finds what is there already once there are', async () => {
    const rule = { ...sofa, otherCurrencies: true }
    await take(crowns('old', 250_000))
    const preview = async () =>
      (await test.call('POST', '/api/rules/preview', rule)).body as unknown as {
        backtest?: { warnings: string[]; items: unknown[] }
        warnings?: string[]
      }
    const said = JSON.stringify(await preview())
    expect(said).toContain('There are no exchange rates for USD yet')
    await fetchRates(deps(), 'day')
    expect(JSON.stringify(await preview())).toContain('Sofa old')
    await make({ otherCurrencies: true })
    await until(async () => (await matched()).length === 1)
  })
})
