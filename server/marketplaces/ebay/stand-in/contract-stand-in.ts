import type { SellingFakeServer } from '../../fake-server.ts'
import { appKeys } from './account.ts'
import { fail, sell, userToken } from './actions.ts'
import { startEbayStandIn } from './server.ts'
import { liveListings } from './world.ts'

export async function startSellingFakeServer(): Promise<SellingFakeServer> {
  const site = await startEbayStandIn()
  const { world } = site
  const accessToken = userToken(world)
  return {
    options: {
      EBAY_BASE_URL: site.baseUrl,
      ...{ EBAY_CLIENT_ID: appKeys.id, EBAY_CLIENT_SECRET: appKeys.secret },
    },
    accessToken,
    ad: {
      ...{ sku: 'DSCONTRACT1', site: 'EBAY_US', title: 'Fairbyte Nova 5', description: 'A phone.' },
      ...{ categoryId: '9355', conditionId: '3000', conditionNote: null },
      specifics: { Brand: ['Fairbyte'], Model: ['Nova 5'] },
      photoUrls: ['https://images.example/1.jpg'],
      ...{ quantity: 2, priceCents: 2500, currency: 'USD', weightGrams: null, bestOffer: null },
      ...{ shippingPolicyId: '6000000001', paymentPolicyId: '6000000003', returnPolicyId: '6000000004' },
      locationId: 'home',
    },
    live: (sku) => liveListings(world, sku).length,
    calls: () => world.calls.length,
    breakNextChange: (when) => {
      for (const method of ['PUT', 'POST']) fail(world, { method, when, kind: 'reset' })
    },
    become: (mood) => {
      world.faults.splice(0)
      if (mood === 'down') fail(world, { when: 'before', kind: 'reset', times: 1_000_000 })
    },
    sell: (sku) => String(sell(world, sku).orderId),
    secrets: [accessToken, appKeys.secret, 'Robin Fictional', 'Invented Street', 'buyer_one'],
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
