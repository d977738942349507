import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

/** A stand-in of the site on this machine, which can be had in every mood that sites have. */
export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'text/html; charset=utf-8'
  const body = fixture('search.html')
  const results = sends(body, type)
  const item = sends(fixture('item.html'), type)
  const site = await startFakeServer(results)
  const become = moody(site, {
    ok: (request, response) =>
      request.url.pathname.includes('/d/') ? item(request, response) : results(request, response),
    empty: sends(fixture('search-empty.html'), type),
    body,
    type,
  })
  await become('ok')
  const externalId = '10000001'
  const path = `iad/kaufen-und-verkaufen/d/schreibtisch-eiche-${externalId}`
  return {
    settings: { category: 'wohnen-haushalt-gastronomie-5387' },
    options: { WILLHABEN_TERMS_ACCEPTED: true, WILLHABEN_BASE_URL: site.baseUrl },
    query: { all: ['schreibtisch'], currency: 'EUR' },
    listing: { externalId, url: `https://www.willhaben.at/${path}` },
    pageUrl: 'https://www.willhaben.at/iad/kaufen-und-verkaufen/marktplatz?keyword=schreibtisch',
    links: {
      listings: [
        { url: `https://www.willhaben.at/${path}?utm_source=share#top`, externalId },
        { url: `http://willhaben.at/${path}/`, externalId },
        { url: `https://www.willhaben.at/iad/object?adId=${externalId}&utm_source=x`, externalId },
      ],
      others: [
        'https://www.willhaben.at/iad/kaufen-und-verkaufen/marktplatz?keyword=schreibtisch',
        'https://www.willhaben.at/iad/object?adId=x',
        `https://www.willhaben.at.example/${path}`,
        `https://www.willhaben.at:8443/${path}`,
        `https://www.willhaben.at@evil.example/${path}`,
        `https://user:pass@www.willhaben.at/${path}`,
        `javascript:location='https://www.willhaben.at/${path}'`,
        `/${path}`,
      ],
    },
    secrets: [],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
