import { pino } from 'pino'
import { afterAll } from 'vitest'
import { readHere } from '../../../../test/harness/read-here.ts'
import { createFetch, type Fetch } from '../../../core/fetch.ts'
import type { AdToPost, Done, SellingAnswer, SellingCall, SellingProblem } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { appKeys } from '../stand-in/account.ts'
import { userToken } from '../stand-in/actions.ts'
import type { EbayStandIn } from '../stand-in/server.ts'
import { ebaySelling } from './selling.ts'

const realFetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => realFetch.close())

export interface Seller {
  ctx: SellingContext
  /** What was written down, in order; an answer that never came to be written is null. */
  ledger: { call: SellingCall; answer: SellingAnswer | null }[]
  logged: string[]
  cache: Map<string, string>
}

/** A person who connected their account at the stand-in, and how long their calls wait for an answer. */
export function seller(
  site: EbayStandIn,
  overrides: Partial<SellingContext> = {},
  timeoutMs = 20_000,
): Seller {
  const fetch: Fetch = (url, options) => realFetch(url, { ...options, timeoutMs })
  const ledger: Seller['ledger'] = []
  const logged: string[] = []
  const cache = new Map<string, string>()
  const ctx: SellingContext = {
    fetch,
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    clock: { now: () => new Date() },
    signal: new AbortController().signal,
    options: {
      EBAY_BASE_URL: site.baseUrl,
      ...{ EBAY_CLIENT_ID: appKeys.id, EBAY_CLIENT_SECRET: appKeys.secret, EBAY_DAILY_CALLS: 5000 },
    },
    settings: {},
    demo: false,
    read: (reader, ...args) => readHere(reader, args),
    cache: {
      get: async (key) => cache.get(key) ?? null,
      set: async (key, value) => void cache.set(key, value),
      delete: async (key) => void cache.delete(key),
    },
    spend: async () => true,
    accessToken: userToken(site.world),
    note: async (call) => {
      const row: Seller['ledger'][number] = { call, answer: null }
      ledger.push(row)
      return async (answer) => {
        row.answer = answer
      }
    },
    ...overrides,
  }
  return { ctx, ledger, logged, cache }
}

export const photoUrl = 'https://images.example/1.jpg'

export const ad = (sku: string, changes: Partial<AdToPost> = {}): AdToPost => ({
  ...{ sku, site: 'EBAY_US', title: 'Fairbyte Nova 5', description: 'A phone.\nScreen <cracked> & all.' },
  ...{ categoryId: '9355', conditionId: '3000', conditionNote: 'One scratch.' },
  specifics: { Brand: ['Fairbyte'], Model: ['Nova 5'], Color: ['Black', 'Blue'] },
  photoUrls: [photoUrl],
  ...{ quantity: 2, priceCents: 2500, currency: 'USD' },
  ...{ shippingPolicyId: '6000000001', paymentPolicyId: '6000000003', returnPolicyId: '6000000004' },
  ...{ locationId: 'home', weightGrams: null, bestOffer: null },
  ...changes,
})

/** What a step gave; fails the test where it gave nothing. */
export function value<T>(step: Done<T> | SellingProblem): T {
  if ('outcome' in step) throw new Error(`${step.outcome}: ${step.reason}`)
  return step.value
}

/** Puts an ad up, step by step. */
export async function post(
  one: AdToPost,
  ctx: SellingContext,
): Promise<{ offerId: string; listingId: string }> {
  value(await ebaySelling.putItem(one, ctx))
  const { offerId } = value(await ebaySelling.putOffer(one, ctx))
  const { listingId } = value(await ebaySelling.publish(offerId, ctx))
  return { offerId, listingId }
}
