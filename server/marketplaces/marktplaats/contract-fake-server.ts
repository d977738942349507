import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'application/json'
  const body = fixture('search.json')
  const results = sends(body, type)
  const ad = sends(fixture('ad.html'), 'text/html; charset=utf-8')
  const site = await startFakeServer(results)
  const become = moody(site, {
    ok: (request, response) =>
      request.url.pathname.startsWith('/v/') ? ad(request, response) : results(request, response),
    empty: sends(fixture('search-empty.json'), type),
    body,
    type,
  })
  await become('ok')
  const externalId = 'm2400000003'
  const path = `v/fietsen-en-brommers/elektrische-fietsen/${externalId}-sparta-elektrische-fiets-53-cm`
  return {
    settings: { site: 'nl', category: '445' },
    options: { MARKTPLAATS_TERMS_ACCEPTED: true, MARKTPLAATS_BASE_URL: site.baseUrl },
    query: { all: ['fiets'], currency: 'EUR' },
    listing: { externalId, url: `https://www.marktplaats.nl/${path}` },
    pageUrl: 'https://www.marktplaats.nl/q/fiets/',
    mail: {
      from: 'noreply@marktplaats.nl',
      subject: 'Nieuw voor je zoekopdracht',
      sentAt: '2026-11-22T11:58:00Z',
      text: null,
      html: `<div><a href="https://www.marktplaats.nl/${path}?utm_source=mail"><h3>Omafiets, 28 inch</h3>
        <img src="//images.marktplaats.com/api/v1/one.jpg"></a><span>€ 95,00</span></div>
        <div><a href="https://link.marktplaats.nl/m2400000009"><h3>Kinderfiets</h3></a><span>Bieden</span></div>`,
    },
    links: {
      listings: [
        { url: `https://www.marktplaats.nl/${path}?correlationId=1#x`, externalId },
        { url: `http://marktplaats.nl/${path}/`, externalId },
        { url: `https://link.marktplaats.nl/${externalId}?utm_source=android_social`, externalId },
        { url: `https://www.2dehands.be/${path}`, externalId },
        {
          url: 'https://www.2ememain.be/v/velos-velomoteurs/velos-femmes/m2300000001-velo',
          externalId: 'm2300000001',
        },
      ],
      others: [
        'https://www.marktplaats.nl/q/fiets/',
        'https://www.marktplaats.nl/u/voornaam/90000001/',
        `https://www.marktplaats.nl.example/${path}`,
        `https://www.marktplaats.nl:8443/${path}`,
        `https://www.marktplaats.nl@evil.example/${path}`,
        `https://www.mаrktplaats.nl/${path}`,
        `javascript:location='https://www.marktplaats.nl/${path}'`,
        `/${path}`,
      ],
    },
    secrets: [],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
