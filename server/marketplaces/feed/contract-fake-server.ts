import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'application/rss+xml'
  const body = readFileSync(new URL('./fixtures/rss.xml', import.meta.url), 'utf8')
  const site = await startFakeServer(sends(body, type))
  return {
    settings: { url: `${site.baseUrl}/furniture.rss`, currency: 'USD' },
    options: { FEED_ALLOW_PRIVATE_NETWORK: true },
    query: {},
    listing: null,
    secrets: [],
    become: moody(site, {
      ok: sends(body, type),
      empty: sends('<rss version="2.0"><channel><title>Furniture</title></channel></rss>', type),
      body,
      type,
    }),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
