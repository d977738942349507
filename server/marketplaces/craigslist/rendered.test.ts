import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import craigslist from './index.ts'

const url = 'https://portland.craigslist.org/search/fuo?query=desk'
const card = (id: number, title: string, more: string) =>
  `<div data-pid="${id}" class="cl-search-result cl-search-view-mode-gallery" title="${title}"><div class="gallery-card">
   <a href="https://portland.craigslist.org/mlt/fuo/d/portland-a-desk/${id}.html" class="main"><img src="https://images.craigslist.org/0_a_${id}_300x300.jpg"></a>
   <a tabindex="0" href="https://portland.craigslist.org/mlt/fuo/d/portland-a-desk/${id}.html" class="cl-app-anchor text-only posting-title"><span class="label">${title}</span></a>
   <div class="meta"><span title="today">2h ago</span><span class="separator">·</span>Portland</div>${more}</div></div>`
const page = (cards: string) =>
  `<html><head><title>portland furniture - craigslist</title></head><body><div class="results">${cards}</div></body></html>`

describe('results that a browser has drawn', () => {
  it('are read with title, price and picture; what is not stated is left open', () => {
    const found = craigslist.readRendered!(
      page(
        card(7700000123, 'Oak desk', '<span class="priceinfo">$1,250</span>') +
          card(7700000124, 'Pine desk', '') +
          card(7700000125, 'Free desk', '<span class="priceinfo">$0</span>') +
          card(7700000126, 'Odd desk', '<span class="priceinfo">1.2.3</span>'),
      ),
      url,
    )
    expect(found).toMatchObject({ outcome: 'ok', complete: false, next: null })
    expect(
      found.listings.map(({ externalId, title, priceCents, currency }) => [
        externalId,
        title,
        priceCents,
        currency,
      ]),
    ).toEqual([
      ['7700000123', 'Oak desk', 125_000, 'USD'],
      ['7700000124', 'Pine desk', undefined, undefined],
      ['7700000125', 'Free desk', 0, 'USD'],
      ['7700000126', 'Odd desk', undefined, undefined],
    ])
    expect(found.listings[0]!.imageUrls).toEqual(['https://images.craigslist.org/0_a_7700000123_300x300.jpg'])
  })

  it('come beside those of the page itself, each once, and none that leads elsewhere', () => {
    const saved = readFileSync(new URL('./fixtures/search-old.html', import.meta.url), 'utf8')
    const alone = craigslist.readRendered!(saved, url)
    const [first] = alone.listings
    const again = card(Number(first!.externalId), first!.title, '')
    const foreign = card(7700000127, 'Desk', '').replaceAll('portland.craigslist.org', 'elsewhere.example')
    const both = craigslist.readRendered!(
      saved.replace('</body>', `${again}${card(7700000128, 'New desk', '')}${foreign}</body>`),
      url,
    )
    expect(both.listings.map(({ title }) => title)).toEqual([
      ...alone.listings.map(({ title }) => title),
      'New desk',
    ])
    expect(both.listings[0]).toEqual(first)
  })

  it('do not hold up who reads them, however they are nested', () => {
    const nested = `<div class="cl-search-result"><a class="posting-title" href="/mlt/fuo/d/x/7700000123.html">x</a><i class="priceinfo">$1</i>`
    const before = process.cpuUsage()
    for (const html of [
      page(nested.repeat(900)),
      page(nested.repeat(30_000)),
      page(card(7700000123, 'x', '').repeat(12_000)),
    ])
      craigslist.readRendered!(html, url)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(3000)
  })
})
