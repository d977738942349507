import { readFileSync } from 'node:fs'
import { startStandIn } from '../../../test/harness/stand-in.ts'
import { type MarketplaceStandIn, moody, sends } from '../stand-in.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceStandIn(): Promise<MarketplaceStandIn> {
  const type = 'text/html; charset=utf-8'
  const body = fixture('search-new.html')
  const results = sends(body, type)
  const posting = sends(fixture('detail-new.html'), type)
  const site = await startStandIn(results)
  const become = moody(site, {
    ok: (request, response) =>
      request.url.pathname.startsWith('/view/') ? posting(request, response) : results(request, response),
    empty: sends(fixture('search-empty.html'), type),
    body,
    type,
  })
  await become('ok')
  const externalId = 'hJ1mN3pQ5rS7tU9vW2xY4z'
  return {
    settings: { area: 'portland', category: 'sss' },
    options: { CRAIGSLIST_TERMS_ACCEPTED: true, CRAIGSLIST_BASE_URL: site.baseUrl },
    query: { all: ['desk'] },
    listing: {
      externalId,
      url: `https://www.craigslist.org/view/d/maple-harbor-mirrorless-camera-kit/${externalId}`,
    },
    secrets: [],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
