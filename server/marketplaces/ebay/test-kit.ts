import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { readHere } from '../../../test/harness/read-here.ts'
import { createFetch, type Fetch } from '../../core/fetch.ts'
import type { CompiledQuery, MarketplaceContext, SearchPage, SearchQuery } from '../contract.ts'
import { startEbayFakeServer } from './fake-server.ts'
import ebay from './index.ts'

export const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')

export const searchAnswer: { itemSummaries: Record<string, unknown>[] } = JSON.parse(fixture('search'))
export const rows = searchAnswer.itemSummaries

/** Rows of as many different listings. */
export const manyRows = (count: number): unknown[] =>
  Array.from({ length: count }, (_, i) => {
    const id = String(800_000_000_000 + i)
    return {
      ...rows[0],
      itemId: `v1|${id}|0`,
      legacyItemId: id,
      itemWebUrl: `https://www.ebay.com/itm/${id}`,
    }
  })

const realFetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => realFetch.close())
/** Without the pause between calls, which only makes tests slow. */
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })

export const now = new Date('2026-11-22T03:00:00Z')

const noQuery: SearchQuery = { all: [], any: [], none: [], categories: [], conditions: [], currency: 'USD' }

export const compiled = (query: Partial<SearchQuery>, settings = {}): CompiledQuery =>
  ebay.compile({ ...noQuery, ...query }, settings)

export const request = compiled({ all: ['fairbyte nova'] }).request

export interface World {
  ctx: MarketplaceContext
  cache: Map<string, { value: string; expiresAt: Date }>
  /** Names of the budgets in the order of their calls. */
  spent: string[]
}

/** A context with the operator's keys that the fake server knows, at its address. */
export function world(base: string | undefined, overrides: Partial<MarketplaceContext> = {}): World {
  const cache: World['cache'] = new Map()
  const spent: string[] = []
  const ctx: MarketplaceContext = {
    fetch,
    log: pino({ level: 'silent' }),
    clock: { now: () => now },
    signal: new AbortController().signal,
    options: {
      EBAY_BASE_URL: base,
      EBAY_CLIENT_ID: 'id',
      EBAY_CLIENT_SECRET: 'secret',
      EBAY_DAILY_CALLS: 5000,
    },
    settings: { site: 'EBAY_US', domesticOnly: true, environment: 'production' },
    demo: false,
    read: (reader, ...args) => readHere(reader, args),
    cache: {
      get: async (key) => cache.get(key)?.value ?? null,
      set: async (key, value, expiresAt) => void cache.set(key, { value, expiresAt }),
      delete: async (key) => void cache.delete(key),
    },
    spend: async (budget) => {
      spent.push(budget)
      return true
    },
    ...overrides,
  }
  return { ctx, cache, spent }
}

/** The page that a search makes of one answer. */
export async function searchOnce(answer: unknown, status = 200): Promise<SearchPage> {
  await using site = await startEbayFakeServer([])
  site.answer('/buy/browse/v1/item_summary/search', status, answer)
  return await ebay.search(request, null, world(site.baseUrl).ctx)
}
