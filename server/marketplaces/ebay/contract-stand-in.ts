import { readFileSync } from 'node:fs'
import { type MarketplaceStandIn, moody, sends } from '../stand-in.ts'
import { startEbayStandIn } from './stand-in.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')

export async function startMarketplaceStandIn(): Promise<MarketplaceStandIn> {
  const type = 'application/json'
  const body = fixture('search')
  const site = await startEbayStandIn((JSON.parse(body) as { itemSummaries: unknown[] }).itemSummaries)
  const item = JSON.parse(fixture('item')) as { itemId: string; itemWebUrl: string }
  site.answer(`/buy/browse/v1/item/${encodeURIComponent(item.itemId)}`, 200, item)
  return {
    settings: { site: 'EBAY_US', clientId: 'id', clientSecret: 'secret' },
    options: { EBAY_BASE_URL: site.baseUrl, EBAY_DAILY_CALLS: 5000 },
    query: { all: ['fairbyte nova'] },
    listing: { externalId: item.itemId, url: item.itemWebUrl },
    secrets: ['secret', Buffer.from('id:secret').toString('base64')],
    become: moody(site, {
      ok: site.asEbay,
      empty: sends(fixture('search-empty'), type),
      body,
      type,
      isSignIn: (path) => path.endsWith('/oauth2/token'),
    }),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
