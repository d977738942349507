import { existsSync, readdirSync } from 'node:fs'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { readHere } from '../../test/harness/read-here.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import type { Done, SellingCall, SellingProblem } from '../model/selling.ts'
import type { Marketplace } from './contract.ts'
import type { SellingFakeServer, StartSellingFakeServer } from './fake-server.ts'
import type { MarketplaceSelling, SellingContext } from './selling-contract.ts'

const here = import.meta.dirname
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${here}/${entry.name}/index.ts`))
  .map((entry) => entry.name)
const all = await Promise.all(
  folders.map(async (folder) => ({
    folder,
    marketplace: ((await import(`${here}/${folder}/index.ts`)) as { default: Marketplace }).default,
  })),
)
const sellers = all.filter(({ marketplace }) => marketplace.selling !== undefined)

const realFetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => realFetch.close())
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0, timeoutMs: 20_000 })

function contextFor({ options, accessToken }: SellingFakeServer, note?: SellingContext['note']) {
  const logged: string[] = []
  const ledger: SellingCall[] = []
  const cache = new Map<string, string>()
  const ctx: SellingContext = {
    ...{ fetch, options, accessToken, settings: {}, demo: false },
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    clock: { now: () => new Date() },
    signal: new AbortController().signal,
    read: (reader, ...args) => readHere(reader, args),
    cache: {
      get: async (key) => cache.get(key) ?? null,
      set: async (key, value) => void cache.set(key, value),
      delete: async (key) => void cache.delete(key),
    },
    spend: async () => true,
    note:
      note ??
      (async (call) => {
        ledger.push(call)
        return async (answer) => void logged.push(JSON.stringify(answer))
      }),
  }
  return { ctx, ledger, logged }
}

function given<T>(step: Done<T> | SellingProblem): T {
  if ('outcome' in step) throw new Error(`${step.outcome}: ${step.reason}`)
  return step.value
}

/** As the contract says: what is not known is read first. */
async function putUp({ ad }: SellingFakeServer, selling: MarketplaceSelling, ctx: SellingContext) {
  given(await selling.putItem(ad, ctx))
  const { offerId } = given(await selling.putOffer(ad, ctx))
  return { offerId, ...given(await selling.publish(offerId, ctx)) }
}

function expectProblem(step: Done<unknown> | SellingProblem, outcome: SellingProblem['outcome']): void {
  expect(step).toMatchObject({ outcome, reason: expect.stringMatching(/^\S.{10,}[.!?)]$/s) })
  expect(JSON.stringify(step)).not.toMatch(/\bundefined\b|\[object|Error:/)
}

it('some marketplace can be posted to by its API', () => {
  expect(sellers.length).toBeGreaterThan(0)
})

describe.each(sellers)('$folder, where one posts by its API', ({ folder, marketplace }) => {
  const selling = marketplace.selling!
  const start = async () => {
    const path = `${here}/${folder}/stand-in/contract-stand-in.ts`
    const module = (await import(path)) as { startSellingFakeServer: StartSellingFakeServer }
    return module.startSellingFakeServer()
  }

  it('says which consents it needs, for accounts that can be connected, and which sites there are', () => {
    expect(marketplace.accounts).toBeDefined()
    expect(selling.scopes.length).toBeGreaterThan(0)
    const ids = selling.sites.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { name, currency } of selling.sites) {
      expect(name).not.toBe('')
      expect(Intl.supportedValuesOf('currency')).toContain(currency)
    }
  })

  it('has one live listing of a SKU however often it is posted, shows it as it stands, and ends it however often', async () => {
    await using site = await start()
    const { ctx } = contextFor(site)
    const { ad } = site
    expect(given(await selling.read(ad.sku, ad.site, ctx))).toBeNull()
    const first = await putUp(site, selling, ctx)
    expect(await putUp(site, selling, ctx)).toEqual(first)
    expect(site.live(ad.sku)).toBe(1)
    expect(given(await selling.read(ad.sku, ad.site, ctx))).toMatchObject({
      ...{ state: 'live', offerId: first.offerId, listingId: first.listingId, url: first.url },
      ...{ priceCents: ad.priceCents, currency: ad.currency, quantity: ad.quantity },
    })
    given(await selling.end(first.offerId, ctx))
    given(await selling.end(first.offerId, ctx))
    expect(site.live(ad.sku)).toBe(0)
    expect(given(await selling.read(ad.sku, ad.site, ctx))?.state).not.toBe('live')
  })

  it('notes each call before it is sent, and sends none that could not be noted', async () => {
    await using site = await start()
    const { ctx, ledger } = contextFor(site)
    await putUp(site, selling, ctx)
    expect(ledger.length).toBe(site.calls())
    for (const { path } of ledger) expect(path).toMatch(/^\//)
    const blind = contextFor(site, () => Promise.reject(new Error('not now')))
    for (const go of [
      () => selling.putItem(site.ad, blind.ctx),
      () => selling.publish('1', blind.ctx),
      () => selling.end('1', blind.ctx),
      () => selling.orders(new Date(0), null, blind.ctx),
    ])
      await expect(go()).rejects.toThrow('not now')
    expect(ledger.length).toBe(site.calls())
  })

  it.each(['before', 'after'] as const)(
    'says of a change whose answer never came, broken off %s it was done, that it may have been',
    async (when) => {
      await using site = await start()
      const { ctx } = contextFor(site)
      const { ad } = site
      site.breakNextChange(when)
      expectProblem(await selling.putItem(ad, ctx), 'unknown')
      site.become('ok')
      given(await selling.putItem(ad, ctx))
      const { offerId } = given(await selling.putOffer(ad, ctx))
      site.breakNextChange(when)
      expectProblem(await selling.publish(offerId, ctx), 'unknown')
      site.become('ok')
      // Read back, it is clear.
      expect(given(await selling.read(ad.sku, ad.site, ctx))?.state).toBe(when === 'after' ? 'live' : 'draft')
      given(await selling.publish(offerId, ctx))
      expect(site.live(ad.sku)).toBe(1)
    },
  )

  it('is away, in a sentence, where a question has no answer', async () => {
    await using site = await start()
    const { ctx } = contextFor(site)
    site.become('down')
    const { ad } = site
    const since = new Date(Date.now() - 1000)
    for (const go of [
      () => selling.preflight(ad.site, ctx),
      () => selling.suggestCategories(ad.site, ad.title, ctx),
      () => selling.categoryForm(ad.site, ad.categoryId, ctx),
      () => selling.fees('1', ctx),
      () => selling.read(ad.sku, ad.site, ctx),
      () => selling.orders(since, null, ctx),
      () => selling.bookings(since, null, ctx),
    ])
      expectProblem(await go(), 'away')
  })

  it('refuses a site and a place in a list that there are not, and asks nobody', async () => {
    await using site = await start()
    const { ctx } = contextFor(site)
    expectProblem(await selling.preflight('NOWHERE', ctx), 'refused')
    expectProblem(await selling.read(site.ad.sku, 'NOWHERE', ctx), 'refused')
    expectProblem(await selling.orders(new Date(), 'x', ctx), 'refused')
    expectProblem(await selling.bookings(new Date(), 'x', ctx), 'refused')
    expect(site.calls()).toBe(0)
  })

  it('tells an order and what was booked of it, the same each time, and keeps who bought out of logs and ledger', async () => {
    await using site = await start()
    const { ctx, ledger, logged } = contextFor(site)
    const { ad } = site
    await putUp(site, selling, ctx)
    const orderId = site.sell(ad.sku)
    const since = new Date(Date.now() - 3_600_000)
    const read = async () => given(await selling.orders(since, null, ctx))
    const page = await read()
    expect(page).toMatchObject({
      orders: [{ orderId, lines: [{ sku: ad.sku, priceCents: ad.priceCents }] }],
      next: null,
    })
    expect(await read()).toEqual(page)
    const { bookings } = given(await selling.bookings(since, null, ctx))
    expect(bookings[0]).toMatchObject({ orderId, kind: 'sale', isIn: true, cents: ad.priceCents })
    for (const { cents } of bookings) expect(cents).toBeGreaterThanOrEqual(0)
    expect(new Set(bookings.map(({ id }) => id)).size).toBe(bookings.length)
    const written = JSON.stringify(ledger) + logged.join('')
    for (const secret of site.secrets) expect(written).not.toContain(secret)
  })

  it('calls nobody once it was called off', async () => {
    await using site = await start()
    const { ctx } = contextFor(site)
    const off = { ...ctx, signal: AbortSignal.abort() }
    expect(await selling.publish('1', off)).toMatchObject({ outcome: 'away' })
    expect(site.calls()).toBe(0)
  })
})
