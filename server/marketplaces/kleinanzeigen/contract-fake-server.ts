import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'text/html; charset=utf-8'
  const body = fixture('search.html')
  const results = sends(body, type)
  const ad = sends(fixture('detail.html'), type)
  const site = await startFakeServer(results)
  const become = moody(site, {
    ok: (request, response) =>
      request.url.pathname.startsWith('/s-anzeige/') ? ad(request, response) : results(request, response),
    empty: sends(fixture('search-empty.html'), type),
    body,
    type,
  })
  await become('ok')
  const externalId = '2900000001'
  const path = `s-anzeige/rennrad-stahlrahmen-56-cm/${externalId}-217-3331`
  return {
    settings: { category: '217', seller: 'anyone' },
    options: { KLEINANZEIGEN_TERMS_ACCEPTED: true, KLEINANZEIGEN_BASE_URL: site.baseUrl },
    query: { all: ['fahrrad'], currency: 'EUR' },
    listing: { externalId, url: `https://www.kleinanzeigen.de/${path}` },
    pageUrl: 'https://www.kleinanzeigen.de/s-fahrraeder/c217',
    mail: {
      from: 'noreply@kleinanzeigen.de',
      subject: 'Neue Anzeigen zu deiner Suche',
      sentAt: '2026-11-22T11:58:00Z',
      text: null,
      html: `<table><tr><td><img src="https://img.kleinanzeigen.de/api/v1/prod-ads/images/aa/one.jpg"></td>
          <td><a href="https://www.kleinanzeigen.de/${path}?utm_source=email">Rennrad, 54 cm</a><p>120 € VB</p></td></tr>
        <tr><td></td><td><a href="https://www.kleinanzeigen.de/s-anzeige/kinderrad/2900000009-217-1234">Kinderrad 20 Zoll</a>
          <p>Zu verschenken</p></td></tr></table>`,
    },
    links: {
      listings: [
        {
          url: `https://www.kleinanzeigen.de/${path}?utm_source=copyToPasteboard&utm_campaign=socialbuttons#x`,
          externalId,
        },
        { url: `http://kleinanzeigen.de/${path}/`, externalId },
        { url: `https://m.kleinanzeigen.de/s-anzeige/${externalId}`, externalId },
        { url: `https://www.ebay-kleinanzeigen.de/s-anzeige/x/${externalId}`, externalId },
      ],
      others: [
        'https://www.kleinanzeigen.de/s-fahrraeder/c217',
        'https://www.kleinanzeigen.de/s-bestandsliste.html?userId=21000001',
        `https://www.kleinanzeigen.de.example/${path}`,
        `https://www.kleinanzeigen.de:8443/${path}`,
        `https://www.kleinanzeigen.de@evil.example/${path}`,
        `https://user:pass@www.kleinanzeigen.de/${path}`,
        `https://www.kleinаnzeigen.de/${path}`,
        `javascript:location='https://www.kleinanzeigen.de/${path}'`,
        `/${path}`,
      ],
    },
    secrets: [],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
