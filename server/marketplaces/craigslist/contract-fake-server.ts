import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'text/html; charset=utf-8'
  const body = fixture('search-new.html')
  const results = sends(body, type)
  const posting = sends(fixture('detail-new.html'), type)
  const site = await startFakeServer(results)
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
    pageUrl: 'https://portland.craigslist.org/search/fuo?query=desk',
    mail: {
      from: 'alerts@alerts.craigslist.org',
      subject: 'desk',
      sentAt: '2026-11-22T11:58:00Z',
      text: readFileSync(new URL('./mails/alert.txt', import.meta.url), 'utf8'),
      html: null,
    },
    links: {
      listings: [
        { url: `https://www.craigslist.org/view/d/a-desk/${externalId}?utm_source=x#top`, externalId },
        { url: `http://craigslist.org/view/d/a-desk/${externalId}/`, externalId },
        {
          url: 'https://portland.craigslist.org/mlt/fuo/d/portland-a-desk/7700000123.html?lang=es',
          externalId: '7700000123',
        },
        { url: 'http://sfbay.craigslist.org/fuo/7700000123.html', externalId: '7700000123' },
      ],
      others: [
        'https://portland.craigslist.org/search/fuo?query=desk',
        'https://www.craigslist.org/search/area/portland?cat=fua',
        `https://craigslist.org.example/view/d/a-desk/${externalId}`,
        `https://www.craigslist.org:8443/view/d/a-desk/${externalId}`,
        `https://craigslist.org@evil.example/view/d/a-desk/${externalId}`,
        `/view/d/a-desk/${externalId}`,
      ],
    },
    secrets: [],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
