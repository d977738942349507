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
      request.url.pathname.startsWith('/marketplace/item/')
        ? item(request, response)
        : results(request, response),
    empty: sends(fixture('search-empty.html'), type),
    body,
    type,
  })
  await become('ok')
  const externalId = '700000000000001'
  const path = `marketplace/item/${externalId}/`
  return {
    settings: { city: 'houston', currency: 'USD' },
    options: { FACEBOOK_TERMS_ACCEPTED: true, FACEBOOK_BASE_URL: site.baseUrl },
    query: { all: ['drone'] },
    listing: { externalId, url: `https://www.facebook.com/${path}` },
    provesEmpty: false,
    pageUrl: 'https://www.facebook.com/marketplace/houston/search/?query=drone',
    mail: {
      from: 'notification@facebookmail.com',
      subject: 'New listings for “drone”',
      sentAt: '2026-11-22T11:58:00Z',
      text: null,
      html: `<table><tr><td><a href="https://www.facebook.com/marketplace/?ref=email">Marketplace</a></td></tr>
        <tr><td><a href="https://www.facebook.com/n/?u=${encodeURIComponent(`https://www.facebook.com/${path}?ref=saved_search`)}"><img src="https://scontent.xx.fbcdn.net/v/one.jpg" alt="Folding drone"></a>
          <a href="https://www.facebook.com/${path}?ref=saved_search"><b>$85</b><br><span>Folding drone</span></a></td></tr>
        <tr><td><a href="https://m.facebook.com/marketplace/item/900000000009/">Racing drone with goggles</a><span>$240</span>
          <img src="https://pixel.example/seen.gif"></td></tr></table>`,
    },
    links: {
      listings: [
        { url: `https://www.facebook.com/${path}?ref=search&referral_code=null#x`, externalId },
        { url: `http://facebook.com/marketplace/item/${externalId}`, externalId },
        { url: `https://m.facebook.com/${path}`, externalId },
        { url: `https://web.facebook.com/marketplace/houston/item/${externalId}/`, externalId },
        { url: `https://de-de.facebook.com/${path}`, externalId },
        { url: `https://www.facebook.com/commerce/listing/${externalId}/`, externalId },
        { url: `https://fb.com/${path}`, externalId },
      ],
      others: [
        'https://www.facebook.com/marketplace/houston/search/?query=drone',
        'https://www.facebook.com/share/1AbCdEfGhi/',
        'https://www.facebook.com/groups/123456789/',
        `https://www.facebook.com.example/${path}`,
        `https://evilfacebook.com/${path}`,
        `https://www.facebook.com:8443/${path}`,
        `https://www.facebook.com@evil.example/${path}`,
        `https://user:pass@www.facebook.com/${path}`,
        `https://www.fаcebook.com/${path}`,
        `https://l.facebook.com/l.php?u=https://www.facebook.com/${path}`,
        `javascript:location='https://www.facebook.com/${path}'`,
        `/${path}`,
      ],
    },
    secrets: [],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
