import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'application/hal+json'
  const body = fixture('search.json')
  const results = sends(body, type)
  const item = sends(fixture('item.json'), type)
  const site = await startFakeServer(results)
  const become = moody(site, {
    ok: (request, response) =>
      /\/listings\/\d+$/.test(request.url.pathname) ? item(request, response) : results(request, response),
    empty: sends(fixture('search-empty.json'), type),
    body,
    type,
  })
  await become('ok')
  const externalId = '91000001'
  const path = `item/${externalId}-maple-one-blue`
  const token = 'secret-token-of-a-person'
  return {
    settings: { which: 'used', category: 'electric-guitars', currency: 'USD', region: 'US_CON', token },
    options: { REVERB_BASE_URL: site.baseUrl },
    query: { all: ['maple'] },
    listing: { externalId, url: `https://reverb.com/${path}` },
    mail: {
      from: 'info@reverb.com',
      subject: 'New in your feed',
      sentAt: '2026-11-22T11:58:00Z',
      text: null,
      html: `<div><a href="https://click.reverb.com/x?url=${encodeURIComponent(`https://reverb.com/${path}`)}">Maple One semi-hollow guitar</a><p>US $450.00</p></div>`,
    },
    links: {
      listings: [
        { url: `https://reverb.com/${path}?utm_source=share#x`, externalId },
        { url: `http://www.reverb.com/${path}/`, externalId },
        { url: `https://reverb.com/de/${path}`, externalId },
        { url: `https://reverb.com/item/${externalId}`, externalId },
      ],
      others: [
        'https://reverb.com/marketplace?query=maple',
        'https://reverb.com/p/maple-one',
        `https://reverb.com.example/${path}`,
        `https://reverb.com:8443/${path}`,
        `https://reverb.com@evil.example/${path}`,
        `javascript:location='https://reverb.com/${path}'`,
        `/${path}`,
      ],
    },
    secrets: [token],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
