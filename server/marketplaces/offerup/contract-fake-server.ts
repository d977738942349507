import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'text/html; charset=utf-8'
  const body = fixture('search.html')
  const results = sends(body, type)
  const item = sends(fixture('item.html'), type)
  const site = await startFakeServer(results)
  const become = moody(site, {
    ok: (request, response) =>
      request.url.pathname.startsWith('/item/detail/') ? item(request, response) : results(request, response),
    empty: sends(fixture('search-empty.html'), type),
    body,
    type,
  })
  await become('ok')
  const externalId = '00000002-1111-3222-8333-444455556666'
  const path = `item/detail/${externalId}`
  return {
    settings: { place: '85201' },
    options: { OFFERUP_TERMS_ACCEPTED: true, OFFERUP_BASE_URL: site.baseUrl },
    query: { all: ['desk'] },
    listing: { externalId, url: `https://offerup.com/${path}` },
    pageUrl: 'https://offerup.com/search?q=desk',
    mail: {
      from: 'no-reply@offerup.com',
      subject: 'New items for “desk”',
      sentAt: '2026-11-22T11:58:00Z',
      text: null,
      html: `<table><tr><td><a href="https://offerup.com/${path}?utm_source=email"><img src="https://images.offerup.com/one.jpg" alt="Oak desk"></a></td>
        <td>Oak desk<br><strong>$120</strong></td></tr></table>`,
    },
    links: {
      listings: [
        { url: `https://offerup.com/${path}?utm_source=x#top`, externalId },
        { url: `http://www.offerup.com/${path}/`, externalId },
        { url: `https://offerup.com/item/detail/${externalId.toUpperCase()}`, externalId },
        { url: 'https://offerup.com/item/detail/1234567890', externalId: '1234567890' },
      ],
      others: [
        'https://offerup.com/search?q=desk',
        'https://offerup.com/p/12345',
        `https://offerup.com.example/${path}`,
        `https://offerup.com:8443/${path}`,
        `https://offerup.com@evil.example/${path}`,
        `https://оfferup.com/${path}`,
        `javascript:location='https://offerup.com/${path}'`,
        `/${path}`,
      ],
    },
    secrets: [],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
