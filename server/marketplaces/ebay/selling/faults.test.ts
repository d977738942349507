import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Done, SellingProblem } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { editThere, fail, sell } from '../stand-in/actions.ts'
import type { Fault, FaultKind } from '../stand-in/faults.ts'
import { type EbayStandIn, startEbayStandIn } from '../stand-in/server.ts'
import { liveListings } from '../stand-in/world.ts'
import { asAmount, moneyOf } from './json.ts'
import { ebaySelling } from './selling.ts'
import { ad, post, type Seller, seller, value } from './test-kit.ts'

let site: EbayStandIn
let me: Seller
beforeAll(async () => {
  site = await startEbayStandIn()
})
beforeEach(() => {
  site.world.faults.splice(0)
  me = seller(site)
})
afterAll(async () => await site[Symbol.asyncDispose]())

let count = 0
const newSku = () => `DSF${++count}`

/** A step that is ready to be done, and whether it was done there. */
interface Ready {
  go(): Promise<Done<unknown> | SellingProblem>
  isDone(): boolean
}

/** Each step that changes something: the call by which it does, and how it is prepared. */
const changes: readonly [name: string, call: Pick<Fault, 'method' | 'path'>, ready: () => Promise<Ready>][] =
  [
    [
      'putItem',
      { method: 'PUT', path: '/inventory_item/' },
      async () => {
        const sku = newSku()
        return {
          go: () => ebaySelling.putItem(ad(sku), me.ctx),
          isDone: () => site.world.items.has(`${sku}|en-US`),
        }
      },
    ],
    [
      'putOffer, of a new one',
      { method: 'POST', path: '/offer$' },
      async () => {
        const sku = newSku()
        value(await ebaySelling.putItem(ad(sku), me.ctx))
        return {
          go: () => ebaySelling.putOffer(ad(sku), me.ctx),
          isDone: () => [...site.world.offers.values()].some((offer) => offer.sku === sku),
        }
      },
    ],
    [
      'putOffer, of one that is there',
      { method: 'PUT', path: '/offer/\\d+$' },
      async () => {
        const sku = newSku()
        await post(ad(sku), me.ctx)
        return {
          go: () => ebaySelling.putOffer(ad(sku, { priceCents: 4200 }), me.ctx),
          isDone: () => liveListings(site.world, sku)[0]!.priceCents === 4200,
        }
      },
    ],
    [
      'publish',
      { method: 'POST', path: '/publish$' },
      async () => {
        const sku = newSku()
        value(await ebaySelling.putItem(ad(sku), me.ctx))
        const { offerId } = value(await ebaySelling.putOffer(ad(sku), me.ctx))
        return {
          go: () => ebaySelling.publish(offerId, me.ctx),
          isDone: () => liveListings(site.world, sku).length === 1,
        }
      },
    ],
    [
      'revise',
      { method: 'POST', path: '/bulk_update' },
      async () => {
        const sku = newSku()
        const { offerId } = await post(ad(sku), me.ctx)
        const change = { sku, offerId, priceCents: 1234, currency: 'USD', quantity: 1 }
        return {
          go: () => ebaySelling.revise(change, me.ctx),
          isDone: () => liveListings(site.world, sku)[0]!.priceCents === 1234,
        }
      },
    ],
    [
      'end',
      { method: 'POST', path: '/withdraw$' },
      async () => {
        const sku = newSku()
        const { offerId } = await post(ad(sku), me.ctx)
        return {
          go: () => ebaySelling.end(offerId, me.ctx),
          isDone: () => liveListings(site.world, sku).length === 0,
        }
      },
    ],
    [
      'ship',
      { method: 'POST', path: '/shipping_fulfillment$' },
      async () => {
        const sku = newSku()
        await post(ad(sku), me.ctx)
        const order = sell(site.world, sku)
        const lineIds = (order.lineItems as { lineItemId: string }[]).map(({ lineItemId }) => lineItemId)
        const parcel = {
          orderId: String(order.orderId),
          lineIds,
          carrier: 'USPS',
          tracking: '1Z',
          shippedAt: new Date(),
        }
        return {
          go: () => ebaySelling.ship(parcel, me.ctx),
          isDone: () => site.world.shipments.has(parcel.orderId),
        }
      },
    ],
    [
      'offerToWatchers',
      { method: 'POST', path: '/send_offer' },
      async () => {
        const sku = newSku()
        const { listingId } = await post(ad(sku), me.ctx)
        editThere(site.world, sku, { watchers: 2 })
        return {
          go: () => ebaySelling.offerToWatchers(listingId, 10, '', me.ctx),
          isDone: () => site.world.listings.get(listingId)!.watchers === 0,
        }
      },
    ],
  ]

/** How long is waited for what never comes. */
const silenceMs = 1000

const unclear: readonly FaultKind[] = ['reset', 'silence', 'cut', 500, 502, 503]

describe.each(changes)('%s', (_, call, ready) => {
  it.each(unclear.flatMap((kind) => [[kind, 'before'] as const, [kind, 'after'] as const]))(
    'is unknown where the answer is %s, %s it was done, and can be done again after that',
    async (kind, when) => {
      const step = await ready()
      fail(site.world, { ...call, when, kind })
      if (kind === 'silence') me = seller(site, {}, silenceMs)
      const came = await step.go()
      expect(came).toMatchObject({
        outcome: 'unknown',
        reason: expect.stringMatching(/looks it up before anything else\.$/),
      })
      expect(step.isDone()).toBe(when === 'after')
      expect(me.ledger.at(-1)!.answer).toMatchObject({
        status: typeof kind === 'number' ? kind : null,
      })
      me = seller(site)
      await step.go()
      expect(step.isDone()).toBe(true)
    },
  )

  it('was not done where eBay asks to slow down, is busy, or refuses the token', async () => {
    const step = await ready()
    fail(site.world, { ...call, when: 'before', kind: 429, retryAfterS: 7 })
    expect(await step.go()).toMatchObject({ outcome: 'away', retryAfterMs: 7000, codes: ['2001'] })
    fail(site.world, { ...call, when: 'before', kind: 500, errorId: 25025 })
    expect(await step.go()).toMatchObject({ outcome: 'away', codes: ['25025'] })
    fail(site.world, { ...call, when: 'before', kind: 403, errorId: 1100 })
    expect(await step.go()).toMatchObject({ outcome: 'consent', codes: ['1100'] })
    expect(step.isDone()).toBe(false)
  })
})

const reads: readonly [name: string, path: string, go: () => Promise<Done<unknown> | SellingProblem>][] = [
  ['preflight', '/privilege', () => ebaySelling.preflight('EBAY_US', me.ctx)],
  [
    'suggestCategories',
    '/get_category_suggestions',
    () => ebaySelling.suggestCategories('EBAY_US', 'phone', me.ctx),
  ],
  ['categoryForm', '/get_item_aspects', () => ebaySelling.categoryForm('EBAY_US', '9355', me.ctx)],
  [
    'uploadPhoto',
    '/create_image',
    () => ebaySelling.uploadPhoto(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]), me.ctx),
  ],
  ['read', '/offer\\?sku', () => ebaySelling.read('DSREAD1', 'EBAY_US', me.ctx)],
  ['orders', '/order\\?', () => ebaySelling.orders(new Date(Date.now() - 1000), null, me.ctx)],
  ['bookings', '/transaction', () => ebaySelling.bookings(new Date(Date.now() - 1000), null, me.ctx)],
]

describe.each(reads)('%s', (_, path, go) => {
  it.each(['reset', 'silence', 'cut', 500, 503] as const)('is away where the answer is %s', async (kind) => {
    fail(site.world, { path, when: 'before', kind })
    if (kind === 'silence') me = seller(site, {}, silenceMs)
    expect(await go()).toMatchObject({ outcome: 'away' })
  })
})

describe('an empty answer', () => {
  it('is none of a question, and no number of what was made', async () => {
    fail(site.world, { path: '/order\\?', when: 'after', kind: 'empty' })
    expect(await ebaySelling.orders(new Date(0), null, me.ctx)).toMatchObject({ outcome: 'away' })
    const sku = newSku()
    value(await ebaySelling.putItem(ad(sku), me.ctx))
    fail(site.world, { method: 'POST', path: '/offer$', when: 'after', kind: 'empty' })
    expect(await ebaySelling.putOffer(ad(sku), me.ctx)).toMatchObject({ outcome: 'unknown' })
    const { offerId } = value(await ebaySelling.putOffer(ad(sku), me.ctx))
    fail(site.world, { path: '/publish$', when: 'after', kind: 'empty' })
    expect(await ebaySelling.publish(offerId, me.ctx)).toMatchObject({ outcome: 'unknown' })
    expect(value(await ebaySelling.publish(offerId, me.ctx)).listingId).toMatch(/^\d+$/)
    expect(liveListings(site.world, sku)).toHaveLength(1)
  })
})

it('is away, not unknown, where nothing was sent', async () => {
  await using gone = await startEbayStandIn()
  const { ctx } = seller(gone)
  await gone[Symbol.asyncDispose]()
  expect(await ebaySelling.publish('1', ctx)).toMatchObject({ outcome: 'away' })
  const { ctx: keyless } = seller(site, { options: {} })
  expect(await ebaySelling.putItem(ad(newSku()), keyless)).toMatchObject({
    outcome: 'away',
    reason: expect.stringContaining('keys'),
  })
})

const names = [
  ...[
    'offers',
    'offerId',
    'listingId',
    'listing',
    'status',
    'pricingSummary',
    'price',
    'value',
    'currency',
    'sku',
  ],
  ...[
    'orders',
    'orderId',
    'creationDate',
    'lineItems',
    'lineItemId',
    'quantity',
    'lineItemCost',
    'deliveryCost',
  ],
  ...['paymentSummary', 'refunds', 'amount', 'cancelStatus', 'cancelState', 'orderPaymentStatus', 'next'],
  ...[
    'transactions',
    'transactionId',
    'transactionType',
    'transactionDate',
    'orderLineItems',
    'marketplaceFees',
  ],
  ...['totalFeeAmount', 'errors', 'warnings', 'errorId', 'message', 'parameters', 'responses', 'statusCode'],
  ...[
    'aspects',
    'categorySuggestions',
    'category',
    'categoryTreeId',
    'programs',
    'sellingLimit',
    'locations',
  ],
  ...['feeSummaries', 'fees', 'fulfillments', 'eligibleItems', 'imageUrl', 'marketplaceId', 'shippingStep'],
]

/** An answer of eBay's, damaged: names that are read here, with anything in them. */
const anything: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1e300,
      '',
      'x',
      '12.34',
      '-5.00',
      '2026-11-30T00:00:00.000Z',
      'USD',
      'PAID',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  ),
})).value

it('takes any answer for what it says, or says that it could not be read: never an error of the program', async () => {
  const since = new Date('2026-11-01')
  const parcel = { orderId: '1', lineIds: ['2'], carrier: 'USPS', tracking: '1Z', shippedAt: since }
  const change = { sku: 'DS1', offerId: '1', priceCents: 1, currency: 'USD', quantity: 1 }
  const steps: ((ctx: SellingContext) => Promise<object>)[] = [
    (ctx) => ebaySelling.preflight('EBAY_US', ctx),
    (ctx) => ebaySelling.suggestCategories('EBAY_US', 'phone', ctx),
    (ctx) => ebaySelling.categoryForm('EBAY_US', '9355', ctx),
    (ctx) => ebaySelling.uploadPhoto(Uint8Array.from([0xff, 0xd8]), ctx),
    (ctx) => ebaySelling.putItem(ad('DS1'), ctx),
    (ctx) => ebaySelling.putOffer(ad('DS1'), ctx),
    (ctx) => ebaySelling.fees('1', ctx),
    (ctx) => ebaySelling.publish('1', ctx),
    (ctx) => ebaySelling.revise(change, ctx),
    (ctx) => ebaySelling.end('1', ctx),
    (ctx) => ebaySelling.read('DS1', 'EBAY_US', ctx),
    (ctx) => ebaySelling.orders(since, null, ctx),
    (ctx) => ebaySelling.bookings(since, null, ctx),
    (ctx) => ebaySelling.ship(parcel, ctx),
    (ctx) => ebaySelling.offerToWatchers('1', 10, '', ctx),
  ]
  const status = fc.constantFrom(200, 200, 200, 201, 204, 207, 302, 400, 401, 403, 404, 409, 429, 500)
  const answers = fc.array(
    fc.tuple(
      status,
      fc.oneof(
        anything.map((one) => JSON.stringify(one)),
        fc.string(),
      ),
    ),
    {
      ...{ minLength: 1, maxLength: 4 },
    },
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...steps), answers, async (step, given) => {
      let at = 0
      const { ctx } = seller(site, {
        fetch: async (url) => {
          const [status, text] = given[Math.min(at++, given.length - 1)]!
          const body = Buffer.from(text)
          return { ...{ status, headers: {}, url, body }, text: () => text, json: () => JSON.parse(text) }
        },
      })
      const came = await step(ctx)
      if ('outcome' in came) expect(came).toMatchObject({ reason: expect.stringMatching(/^\S.{9,}/s) })
      else expect(came).toMatchObject({ warnings: expect.any(Array) })
      expect(at).toBeLessThan(60)
    }),
    { numRuns: 1500 },
  )
}, 120_000)

it('writes and reads amounts in whole minor units, as each currency has them', () => {
  expect(asAmount(5, 'USD')).toEqual({ value: '0.05', currency: 'USD' })
  expect(asAmount(2500, 'JPY')).toEqual({ value: '2500', currency: 'JPY' })
  expect(moneyOf({ value: '-12.30', currency: 'EUR' })).toEqual({ cents: -1230, currency: 'EUR' })
  for (const wrong of [
    {},
    { value: 12.3, currency: 'EUR' },
    { value: '1,5', currency: 'EUR' },
    { value: '1', currency: 'eur' },
  ])
    expect(moneyOf(wrong)).toBeNull()
  fc.assert(
    fc.property(fc.nat(1e9), fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'), (cents, currency) => {
      expect(moneyOf(asAmount(cents, currency))).toEqual({ cents, currency })
    }),
  )
})
