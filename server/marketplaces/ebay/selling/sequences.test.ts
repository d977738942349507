import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AdToPost, BookingThere, SellingProblem } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { deleteOfferThere, editThere, endThere, fail, refund, sell } from '../stand-in/actions.ts'
import type { Fault, FaultKind } from '../stand-in/faults.ts'
import { type EbayStandIn, startEbayStandIn } from '../stand-in/server.ts'
import { liveListings } from '../stand-in/world.ts'
import { ebaySelling } from './selling.ts'
import { ad, type Seller, seller } from './test-kit.ts'

/** The process ends: nothing more of it is sent. */
class Crash extends Error {}

/** Does what the contract asks of its callers: what is not known is read before anything else is done. */
async function putUp(one: AdToPost, ctx: SellingContext): Promise<SellingProblem | null> {
  const there = await ebaySelling.read(one.sku, one.site, ctx)
  if ('outcome' in there) return there
  if (there.value?.state === 'live') return null
  const item = await ebaySelling.putItem(one, ctx)
  if ('outcome' in item) return item
  const offer = await ebaySelling.putOffer(one, ctx)
  if ('outcome' in offer) return offer
  const listing = await ebaySelling.publish(offer.value.offerId, ctx)
  return 'outcome' in listing ? listing : null
}

async function takeDown(one: AdToPost, ctx: SellingContext): Promise<SellingProblem | null> {
  const there = await ebaySelling.read(one.sku, one.site, ctx)
  if ('outcome' in there) return there
  if (there.value?.state !== 'live') return null
  const ended = await ebaySelling.end(there.value.offerId, ctx)
  return 'outcome' in ended ? ended : null
}

async function reprice(one: AdToPost, ctx: SellingContext): Promise<SellingProblem | null> {
  const there = await ebaySelling.read(one.sku, one.site, ctx)
  if ('outcome' in there) return there
  if (there.value?.state !== 'live') return null
  const { offerId } = there.value
  const change = { sku: one.sku, offerId, priceCents: one.priceCents, currency: one.currency, quantity: 3 }
  const revised = await ebaySelling.revise(change, ctx)
  return 'outcome' in revised ? revised : null
}

type Deed =
  | { does: 'up' | 'down' | 'reprice'; cents: number; crashAfter: number | null }
  | { does: 'sold' | 'edited there' | 'ended there' | 'deleted there' | 'refund' }
  | { does: 'fault'; fault: Fault }

const sku = fc.constantFrom('DSP1', 'DSP2')
const fault: fc.Arbitrary<Fault> = fc
  .record({
    path: fc.constantFrom(
      '',
      '/inventory_item/',
      '/offer\\?',
      '/offer$',
      '/offer/\\d+$',
      '/publish',
      '/withdraw',
      '/bulk_update',
    ),
    when: fc.constantFrom<Fault['when'][]>('before', 'after'),
    kind: fc.constantFrom<FaultKind[]>('reset', 'cut', 'empty', 'warnings', 'part', 429, 500, 503),
    times: fc.integer({ min: 1, max: 2 }),
    skip: fc.integer({ min: 0, max: 2 }),
  })
  // Whoever is told to slow down was not served: eBay never says it afterwards.
  .map((one): Fault => (one.kind === 429 ? { ...one, when: 'before' } : one))

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('up', 'up', 'down', 'reprice'),
      cents: fc.integer({ min: 1, max: 99_999 }),
      crashAfter: fc.option(fc.nat(8)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('sold', 'edited there', 'ended there', 'deleted there', 'refund'),
    }),
  },
  { weight: 2, arbitrary: fault.map((one) => ({ does: 'fault' as const, fault: one })) },
)

/** A seller whose process ends after so many calls, before the answer of the last can be written down. */
function crashing(me: Seller, after: number | null): SellingContext {
  let left = after ?? Number.POSITIVE_INFINITY
  return {
    ...me.ctx,
    note: async (call) => {
      const answered = await me.ctx.note(call)
      return async (answer) => {
        if (left-- <= 0) throw new Crash()
        await answered(answer)
      }
    },
  }
}

async function run(site: EbayStandIn, me: Seller, on: string, one: Deed): Promise<void> {
  const { world } = site
  const live = liveListings(world, on)[0]
  switch (one.does) {
    case 'fault':
      return fail(world, one.fault)
    case 'sold':
      return live === undefined ? undefined : void sell(world, on, { shippingCents: 499, taxCents: 77 })
    case 'edited there':
      return live === undefined ? undefined : editThere(world, on, { priceCents: 777, quantity: 2 })
    case 'ended there':
      return live === undefined ? undefined : endThere(world, on)
    case 'deleted there':
      return deleteOfferThere(world, on)
    case 'refund': {
      const [order] = world.orders.values()
      return order === undefined ? undefined : refund(world, String(order.orderId), 150, { creditCents: 20 })
    }
    default: {
      const own = ad(on, { priceCents: one.cents, quantity: 3 })
      const does = { up: putUp, down: takeDown, reprice }[one.does]
      const before = shape(site, on)
      try {
        const problem = await does(own, crashing(me, one.crashAfter))
        if (problem === null) return expectDone(site, on, one.does, one.cents, live !== undefined)
        // What was not done clearly has not changed what buyers see.
        if (problem.outcome !== 'unknown') expect(shape(site, on)).toBe(before)
      } catch (error) {
        if (!(error instanceof Crash)) throw error
      }
    }
  }
}

/** What buyers see of a SKU. */
const shape = ({ world }: EbayStandIn, on: string) =>
  JSON.stringify(
    liveListings(world, on).map(({ listingId, priceCents, quantity }) => [listingId, priceCents, quantity]),
  )

function expectDone(site: EbayStandIn, on: string, does: string, cents: number, wasLive: boolean): void {
  const live = liveListings(site.world, on)
  if (does === 'up') expect(live).toHaveLength(1)
  if (does === 'down') expect(live).toHaveLength(0)
  if (does === 'reprice' && wasLive) expect(live[0]).toMatchObject({ priceCents: cents, quantity: 3 })
}

it('never two live listings of one SKU, no change that is not written down, and no cent lost, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(sku, deed), { minLength: 3, maxLength: 14 }), async (deeds) => {
      await using site = await startEbayStandIn()
      const me = seller(site)
      for (const [on, one] of deeds) {
        await run(site, me, on, one)
        for (const each of ['DSP1', 'DSP2'])
          expect(liveListings(site.world, each).length).toBeLessThanOrEqual(1)
      }
      // Every call that reached eBay stands in the ledger, with the path that it had.
      const noted = me.ledger.map(({ call }) => `${call.method} ${call.path}`)
      expect(site.world.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(noted)
      site.world.faults.splice(0)
      for (const each of ['DSP1', 'DSP2']) {
        expect(await putUp(ad(each), me.ctx)).toBeNull()
        expect(liveListings(site.world, each)).toHaveLength(1)
      }
      await expectBooks(site, me)
    }),
    { numRuns: 40 },
  )
}, 240_000)

/** The rows of money are what eBay has booked, to the cent, and the orders read twice are the same. */
async function expectBooks(site: EbayStandIn, { ctx }: Seller): Promise<void> {
  const since = new Date(Date.now() - 86_400_000)
  const books = await ebaySelling.bookings(since, null, ctx)
  if ('outcome' in books) throw new Error(books.reason)
  const net = books.value.bookings.reduce(
    (sum: number, { cents, isIn }: BookingThere) => sum + (isIn ? cents : -cents),
    0,
  )
  const booked = site.world.transactions.reduce((sum, { amount, bookingEntry }) => {
    const cents = Number((amount as { value: string }).value.replace('.', ''))
    return sum + (bookingEntry === 'CREDIT' ? cents : -cents)
  }, 0)
  expect(net).toBe(booked)
  const read = async () => {
    const page = await ebaySelling.orders(since, null, ctx)
    if ('outcome' in page) throw new Error(page.reason)
    return page.value.orders
  }
  const orders = await read()
  expect(await read()).toEqual(orders)
  expect(orders.length).toBe(site.world.orders.size)
}
