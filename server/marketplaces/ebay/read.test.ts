import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sellerKey } from '../../core/seller-key.ts'
import { seenListingSchema } from '../../model/listing-schema.ts'
import { startEbayFakeServer } from './fake-server.ts'
import ebay from './index.ts'
import { fixture, manyRows, request, rows, searchAnswer, searchOnce, world } from './test-kit.ts'

describe('a search', () => {
  it('tells everything a row shows, in our units', async () => {
    await using site = await startEbayFakeServer(rows)
    const page = await ebay.search(request, null, world(site.baseUrl).ctx)
    expect(page).toMatchObject({ outcome: 'ok', next: null, complete: true })
    expect(page.listings).toHaveLength(5)
    expect(page.listings[0]).toEqual({
      externalId: 'v1|900000000101|0',
      title: 'Fairbyte Nova 12 128GB Blue Unlocked',
      url: 'https://www.ebay.com/itm/900000000101',
      priceCents: 19_999,
      currency: 'USD',
      shippingCents: 695,
      condition: 'Used',
      siteCategory: 'Cell Phones & Accessories > Cell Phones & Smartphones',
      location: 'Brooklyn, New York, 112**, US',
      postedAt: '2026-10-05T17:43:03.000Z',
      imageUrls: [
        'https://i.ebayimg.com/images/g/PIC101AA/s-l1200.jpg',
        'https://i.ebayimg.com/thumbs/images/g/SECONDAA/s-l225.jpg',
      ],
      buyingFormat: 'best-offer',
      attributes: {
        conditionId: '3000',
        categoryId: '9355',
        sellerKey: sellerKey('Invented_Seller_77'),
        sellerFeedbackScore: '1000',
        sellerFeedbackPercentage: '99',
        epid: '23037860001',
      },
    })
  })

  it('makes one listing of a group’s variations, at the cheapest price', () => {
    const group = ebay.parse(fixture('search')).listings.filter((listing) => listing.variations)
    expect(group).toHaveLength(1)
    expect(group[0]).toMatchObject({ externalId: 'v1|900000000102|0', priceCents: 13_995 })
  })

  it('takes the bid of an auction, both amounts of a converted price, and no cost that eBay does not know', () => {
    const [, , auction, converted, bare] = ebay.parse(fixture('search')).listings
    expect(auction).toMatchObject({
      priceCents: 4100,
      buyingFormat: 'auction',
      bidCount: 7,
      endsAt: '2026-11-25T18:30:00.000Z',
      shippingCents: null,
    })
    expect(converted).toMatchObject({
      priceCents: 16_320,
      currency: 'USD',
      originalPriceCents: 15_000,
      originalCurrency: 'EUR',
      shippingCents: 2410,
    })
    expect(bare).not.toHaveProperty('condition')
    expect(bare).not.toHaveProperty('shippingCents')
    expect(bare).not.toHaveProperty('imageUrls')
  })

  it('keeps of the seller only rough figures', () => {
    expect(JSON.stringify([ebay.parse(fixture('search')), ebay.parse(fixture('item'))])).not.toContain(
      'invented_seller',
    )
  })

  it('takes no seller from what sellers write', () => {
    const item = JSON.parse(fixture('item'))
    item.seller = {}
    item.localizedAspects = [
      { name: 'sellerKey', value: sellerKey('somebody') },
      { name: 'conditionId', value: '1000' },
    ]
    expect(ebay.parse(JSON.stringify(item)).listings[0]?.attributes).toMatchObject({ conditionId: '3000' })
    expect(ebay.parse(JSON.stringify(item)).listings[0]?.attributes).not.toHaveProperty('sellerKey')
  })

  it('pages by multiples of the limit up to the end', async () => {
    await using site = await startEbayFakeServer(manyRows(450))
    const { ctx } = world(site.baseUrl)
    const ids = new Set<string>()
    const ends: boolean[] = []
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const page = await ebay.search(request, cursor, ctx)
      for (const { externalId } of page.listings) ids.add(externalId)
      ends.push(page.complete)
      cursor = page.next
    }
    expect(ids.size).toBe(450)
    expect(ends).toEqual([false, false, true])
    expect(site.complaints).toEqual([])
  })

  it('never asks beyond the 10,000 results that eBay shows', () => {
    const page = ebay.parse(
      JSON.stringify({ ...searchAnswer, total: 50_000, offset: 9800, limit: 200, next: 'https://x/' }),
    )
    expect(page).toMatchObject({ outcome: 'ok', next: null, complete: false })
  })

  it('sends no call for a cursor that eBay would refuse', async () => {
    await expect(ebay.search(request, '150', world(undefined).ctx)).rejects.toThrow(/multiple/)
    await expect(ebay.search(request, '10000', world(undefined).ctx)).rejects.toThrow(/multiple/)
  })

  it('is empty only when eBay counts zero', async () => {
    expect(ebay.parse(fixture('search-empty'))).toMatchObject({ outcome: 'empty', complete: true })
    expect(ebay.parse('{"limit":200,"offset":0}').outcome).toBe('parse-drift')
    expect(ebay.parse('{"total":12,"limit":200,"offset":0}').outcome).toBe('parse-drift')
    expect((await searchOnce({})).outcome).toBe('parse-drift')
  })

  it('uses no result of a search of which eBay ignored a part', async () => {
    const warnings = [{ errorId: 12002, domain: 'API_BROWSE', message: "The 'price' value is invalid." }]
    const page = await searchOnce({ ...searchAnswer, warnings })
    expect(page).toMatchObject({ outcome: 'parse-drift', listings: [], next: null, complete: false })
    expect(page.reason).toContain("12002: The 'price' value is invalid.")
  })

  it('says so when eBay searched for other words', () => {
    const page = ebay.parse(JSON.stringify({ ...searchAnswer, autoCorrections: { q: 'fair byte' } }))
    expect(page).toMatchObject({ outcome: 'ok', reason: expect.stringContaining('fair byte') })
  })

  it('reports rows that it cannot read, and is an outage when they are the most', () => {
    const broken = [{}, 7, { ...rows[0], itemWebUrl: 'javascript:alert(1)' }]
    const some = ebay.parse(JSON.stringify({ total: 9, itemSummaries: [...rows, ...broken] }))
    expect(some).toMatchObject({ outcome: 'ok' })
    expect(some.rejected?.map(({ row }) => row)).toEqual([6, 7, 8])
    const most = ebay.parse(JSON.stringify({ total: 5, itemSummaries: [...rows.slice(0, 2), ...broken] }))
    expect(most).toMatchObject({ outcome: 'parse-drift', listings: [] })
  })

  it('does not believe a listing whose price it cannot read', () => {
    const odd = { ...rows[0], price: { value: '1.234,50', currency: 'USD' } }
    const page = ebay.parse(JSON.stringify({ total: 1, itemSummaries: [odd] }))
    expect(page.listings[0]?.priceCents).toBeNull()
  })

  it.each([
    [400, 12515, 'parse-drift'],
    [400, 12023, 'parse-drift'],
    [409, 12019, 'parse-drift'],
    [403, 1100, 'auth-expired'],
    [500, 12000, 'unreachable'],
  ])('takes HTTP %i with error %i as %s and names it', async (status, errorId, outcome) => {
    const page = await searchOnce({ errors: [{ errorId, domain: 'API_BROWSE', message: 'why not' }] }, status)
    expect(page).toMatchObject({ outcome, listings: [] })
    expect(page.reason).toContain(`${errorId}: why not`)
  })

  it('is unreachable without an answer and drift without JSON', async () => {
    await using site = await startEbayFakeServer(rows)
    const { ctx } = world(site.baseUrl)
    await ebay.search(request, null, ctx)
    site.handle((_, response) => void response.end('<html>maintenance</html>'))
    expect((await ebay.search(request, null, ctx)).outcome).toBe('parse-drift')
    site.handle((_, response) => void response.destroy())
    expect((await ebay.search(request, null, ctx)).outcome).toBe('unreachable')
  })

  it('asks in the language, for the site and the place of the source', async () => {
    await using site = await startEbayFakeServer(rows)
    const settings = { site: 'EBAY_DE', postalCode: '10115' }
    await ebay.search(request, null, world(site.baseUrl, { settings }).ctx)
    expect(site.requests[1]?.headers).toMatchObject({
      'x-ebay-c-marketplace-id': 'EBAY_DE',
      'accept-language': 'de-DE',
      'x-ebay-c-enduserctx': 'contextualLocation=country%3DDE%2Czip%3D10115',
    })
  })
})

describe('reading', () => {
  it('never throws, never says ok without a listing, and every listing is acceptable', () => {
    const mutated = fc.tuple(
      fc.constantFrom('search', 'item', 'group', 'search-empty'),
      fc.nat(20_000),
      fc.nat(400),
      fc.string({ maxLength: 20 }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), mutated), (input) => {
        const text =
          typeof input === 'string'
            ? input
            : ((whole) => whole.slice(0, input[1]) + input[3] + whole.slice(input[1] + input[2]))(
                fixture(input[0]),
              )
        const page = ebay.parse(text)
        expect(page.outcome === 'ok').toBe(page.listings.length > 0)
        if (page.outcome !== 'ok' && page.outcome !== 'empty') expect(page.reason).toBeTruthy()
        for (const listing of page.listings) seenListingSchema.parse(listing)
      }),
      { numRuns: 300 },
    )
  })

  it('survives a field of any wrong type in a row', () => {
    const keys = Object.keys(rows[0]!)
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const page = ebay.parse(
          JSON.stringify({ total: 2, itemSummaries: [rows[1], { ...rows[0], [key]: value }] }),
        )
        expect(page.outcome).not.toBe('empty')
        for (const listing of page.listings) seenListingSchema.parse(listing)
      }),
    )
  })

  it('says what a saved error answer is', () => {
    const page = ebay.parse('{"errors":[{"errorId":1001,"domain":"OAuth","message":"Invalid access token"}]}')
    expect(page).toMatchObject({ outcome: 'auth-expired', reason: expect.stringContaining('1001') })
  })
})
