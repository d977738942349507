import { readFileSync } from 'node:fs'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'
import { startEbayFakeServer } from './fake-server.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'application/json'
  const body = fixture('search')
  const site = await startEbayFakeServer((JSON.parse(body) as { itemSummaries: unknown[] }).itemSummaries)
  const item = JSON.parse(fixture('item')) as { itemId: string; itemWebUrl: string }
  site.answer(`/buy/browse/v1/item/${encodeURIComponent(item.itemId)}`, 200, item)
  return {
    settings: { site: 'EBAY_US', clientId: 'id', clientSecret: 'secret' },
    options: { EBAY_BASE_URL: site.baseUrl, EBAY_DAILY_CALLS: 5000 },
    query: { all: ['fairbyte nova'] },
    listing: { externalId: item.itemId, url: item.itemWebUrl },
    mail: {
      from: 'ebay@ebay.com',
      subject: 'New results for “nova 12”',
      sentAt: '2026-11-22T11:58:00Z',
      text: null,
      html: `<table><tr><td><a href="https://rover.ebay.com/rover/1/711?mpre=${encodeURIComponent('https://www.ebay.com/itm/900000000101?hash=x')}"><img src="https://i.ebayimg.com/images/g/one.jpg" alt="Fairbyte Nova 12 128 GB"></a></td>
        <td><a href="https://www.ebay.com/itm/900000000101?mkevt=1">Fairbyte Nova 12 128 GB</a><div>$245.00</div><div>Buy It Now</div></td></tr></table>`,
    },
    links: {
      listings: [
        'https://www.ebay.com/itm/900000000101?hash=item36ba161c21:g:PICAA&amdata=enc%3AAQAIAAAA',
        'https://www.ebay.com/itm/Fairbyte-Nova-12/900000000101?var=0&_trkparms=x#viTabs_0',
        'http://ebay.co.uk/itm/900000000101/',
        'https://m.ebay.de/itm/Fairbyte-Nova/900000000101',
        'https://www.ebay.ca/i/900000000101',
        'https://cafr.ebay.ca/itm/900000000101',
        'http://cgi.ebay.com/ws/eBayISAPI.dll?ViewItem&item=900000000101&ssPageName=x',
        'http://cgi.ebay.com/Fairbyte-Nova_W0QQitemZ900000000101QQcmdZViewItem',
        'https://www.ebay.com/p/12345?iid=900000000101',
      ]
        .map((url) => ({ url, externalId: item.itemId }))
        .concat(
          [
            'https://www.ebay.com/itm/900000000101?var=500000000007',
            'https://www.ebay.de/itm/Fairbyte-Nova-12/900000000101?hash=item36ba161c21&var=500000000007#x',
            'http://m.ebay.co.uk/itm/900000000101?_trkparms=x&var=500000000007',
            'https://www.ebay.com/p/12345?iid=900000000101&var=500000000007',
          ].map((url) => ({ url, externalId: 'v1|900000000101|500000000007' })),
        ),
      others: [
        'https://www.ebay.com/p/900000000101',
        'https://www.ebay.com/p/12345?iid=x',
        'https://www.ebay.com/sch/i.html?_nkw=900000000101',
        'https://www.ebay.com/usr/900000000101',
        'https://ebay.us/m/AbCdEf',
        'https://www.ebay.com.example/itm/900000000101',
        'https://notebay.com/itm/900000000101',
        'https://www.ebay.com:8443/itm/900000000101',
        'https://www.ebay.com@evil.example/itm/900000000101',
        'ftp://www.ebay.com/itm/900000000101',
      ],
    },
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
