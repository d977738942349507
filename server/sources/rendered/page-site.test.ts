import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadAllAdapters } from '../../app/adapters.ts'
import { addressInPage, captureSites, listingAt, siteOfPage } from './page-site.ts'

const { marketplaces } = await loadAllAdapters()
const siteOf = (address: string) => siteOfPage(marketplaces, address)?.id ?? null

describe('whose a page is', () => {
  it.each([
    ['https://www.facebook.com/marketplace/houston/search?query=bike', 'facebook'],
    ['https://m.facebook.com/marketplace/item/700000000000001/', 'facebook'],
    ['https://www.kleinanzeigen.de/s-fahrraeder/c217', 'kleinanzeigen'],
    ['https://www.2dehands.be/l/fietsen-en-brommers/', 'marktplaats'],
    ['http://offerup.com/search?q=desk', 'offerup'],
    ['https://portland.craigslist.org/search/fuo?query=desk', 'craigslist'],
  ])('is told by the host alone: %s', (address, id) => {
    expect(siteOf(address)).toBe(id)
  })

  it.each([
    ['javascript:alert(1)//www.facebook.com/'],
    ['data:text/html,<a href="https://www.facebook.com/">'],
    ['file:///home/me/www.facebook.com/page.html'],
    ['https://me:secret@www.facebook.com/marketplace/'],
    ['https://www.facebook.com:8443/marketplace/'],
    ['https://www.facebook.com.elsewhere.example/'],
    ['https://elsewhere.example/www.facebook.com'],
    ['https://www.fаcebook.com/marketplace/'],
    ['https://xn--fcebook-8va.com/marketplace/'],
    ['https://www.facebook.com./'],
    ['https://127.0.0.1/'],
    ['www.facebook.com'],
    [''],
    [`https://www.facebook.com/${'x'.repeat(5000)}`],
  ])('is nobody’s where the address only looks like one: %s', (address) => {
    expect(siteOf(address)).toBeNull()
    expect(listingAt(marketplaces, address)).toBeNull()
  })

  it('is answered for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        expect([null, ...marketplaces.keys()]).toContain(siteOf(text))
        addressInPage(text)
      }),
    )
  })

  it('is told with the sites that there are, by a host name', () => {
    const { items, site } = captureSites(marketplaces, 'www.facebook.com')
    expect(items.map(({ id }) => id)).toEqual(
      [...marketplaces.values()].filter(({ readRendered }) => readRendered).map(({ id }) => id),
    )
    expect(site?.id).toBe('facebook')
    for (const host of ['elsewhere.example', '', 'a b', 'www.facebook.com/..', undefined])
      expect([host, captureSites(marketplaces, host).site?.id ?? null]).toEqual([
        host,
        host === 'www.facebook.com/..' ? 'facebook' : null,
      ])
  })
})

describe('where a saved page is from', () => {
  it.each([
    [
      '<!doctype html>\n<!-- saved from url=(0044)https://www.facebook.com/marketplace/item/7/ -->\n<html>',
      'https://www.facebook.com/marketplace/item/7/',
    ],
    [
      '<head><link href="https://offerup.com/search?q=a&amp;b=c" rel="canonical"></head>',
      'https://offerup.com/search?q=a&b=c',
    ],
    [
      "<meta property='og:url' content='https://www.kleinanzeigen.de/s-anzeige/x/1'>",
      'https://www.kleinanzeigen.de/s-anzeige/x/1',
    ],
    ['<link rel="stylesheet" href="https://offerup.com/a.css">', null],
    ['<html><body>Nothing</body>', null],
  ])('is read from what browsers and the page say: %s', (html, address) => {
    expect(addressInPage(html)).toBe(address)
  })

  it('is looked for in a bounded time', () => {
    const before = process.cpuUsage()
    for (const piece of [
      '<link ',
      '<meta property="og:url" ',
      '<!-- saved from url=(',
      '<link rel=canonical',
    ])
      addressInPage(piece.repeat(8_000_000 / piece.length))
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(1000)
  })
})
