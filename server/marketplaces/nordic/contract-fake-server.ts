import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'application/json'
  const body = fixture('search.json')
  const results = sends(body, type)
  const site = await startFakeServer(results)
  const externalId = 'se-20000001'
  const path = 'recommerce/forsale/item/20000001'
  return {
    settings: { country: 'se', category: '0.78', confirmed: false },
    options: { NORDIC_TERMS_ACCEPTED: true, NORDIC_BASE_URL: site.baseUrl },
    query: { all: ['skrivbord'], currency: 'SEK' },
    listing: { externalId, url: `https://www.blocket.se/${path}` },
    pageUrl: 'https://www.blocket.se/recommerce/forsale/search?q=skrivbord',
    links: {
      listings: [
        { url: `https://www.blocket.se/${path}?utm_source=share#x`, externalId },
        { url: `http://blocket.se/${path}/`, externalId },
        { url: `https://www.finn.no/${path}`, externalId: 'no-20000001' },
        { url: `https://www.tori.fi/${path}`, externalId: 'fi-20000001' },
        { url: `https://www.dba.dk/${path}`, externalId: 'dk-20000001' },
        { url: 'https://dba.dk/20000001', externalId: 'dk-20000001' },
      ],
      others: [
        'https://www.blocket.se/recommerce/forsale/search?q=skrivbord',
        'https://www.blocket.se/20000001',
        'https://www.finn.no/realestate/homes/ad.html?finnkode=20000001',
        `https://www.blocket.se.example/${path}`,
        `https://www.blocket.se:8443/${path}`,
        `https://www.blocket.se@evil.example/${path}`,
        `https://user:pass@www.finn.no/${path}`,
        `https://www.blосket.se/${path}`,
        `javascript:location='https://www.blocket.se/${path}'`,
        `/${path}`,
      ],
    },
    secrets: [],
    become: moody(site, {
      ok: results,
      empty: sends(fixture('search-empty.json'), type),
      body,
      type,
    }),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
