import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categories, conditions } from '../../model/listing-schema.ts'
import type { SearchQuery } from '../contract.ts'
import { startEbayFakeServer } from './fake-server.ts'
import ebay from './index.ts'
import { compiled, manyRows, world } from './test-kit.ts'

describe('the query', () => {
  it('pushes words, category, price and conditions and leaves the rest to us', () => {
    const query = compiled({
      all: ['Nova 12', '"Pro"'],
      any: ['blue', 'dark green'],
      none: ['case'],
      categories: ['phones'],
      conditions: ['new'],
      priceCentsMin: 5000,
      priceCentsMax: 30_050,
      place: { lat: 40.7, lon: -74, radiusKm: 40, postalCode: '11201', country: 'US' },
    })
    expect(query.request).toEqual({
      category_ids: '15032',
      fieldgroups: 'EXTENDED',
      filter:
        'buyingOptions:{FIXED_PRICE|AUCTION|BEST_OFFER},conditionIds:{1000|1500|1750},price:[50.00..300.50],priceCurrency:USD,itemLocationCountry:US',
      limit: '200',
      q: 'Nova 12 Pro',
      sort: 'newlyListed',
    })
    expect(query.pushed).toEqual(['all', 'categories', 'conditions', 'price'])
    expect(query.residual).toEqual(expect.arrayContaining(['all', 'any', 'none', 'place', 'categories']))
  })

  it('sends alternatives as eBay’s OR, each by its longest word', () => {
    expect(compiled({ any: ['aeron', 'steelcase leap', 'Aeron'] }).request.q).toBe('(Aeron, steelcase)')
    expect(compiled({ any: ['aeron'] }).request.q).toBe('aeron')
    expect(compiled({ any: ['aeron', '!!'] }).request.q).toBeUndefined()
  })

  it('drops whole words beyond 100 characters, never a part of one', () => {
    const words = Array.from({ length: 30 }, (_, i) => `wordnumber${i}`)
    const { request: sent, residual } = compiled({ all: words })
    expect(sent.q!.length).toBeLessThanOrEqual(100)
    expect(sent.q!.split(' ').every((word) => words.includes(word))).toBe(true)
    expect(residual).toContain('all')
  })

  it('keeps operators, quotes and wildcards of a person’s words away from eBay', () => {
    expect(compiled({ all: ['-leather', '(a,b)', 'ip*', '"x y"', 'levi’s', '27.5"'] }).request.q).toBe(
      'leather a b ip x y levi 27.5',
    )
  })

  it('leaves the price to us in another currency and when the bounds cross', () => {
    expect(compiled({ priceCentsMax: 100, currency: 'EUR' }).residual).toContain('price')
    expect(compiled({ priceCentsMin: 200, priceCentsMax: 100 }).request.filter).not.toContain('price')
    expect(compiled({ priceCentsMin: 200 }).request.filter).toContain('price:[2.00],priceCurrency:USD')
    expect(compiled({ priceCentsMax: 200 }).request.filter).toContain('price:[..2.00],')
  })

  it('searches worldwide when asked to, and in the language of the site’s country otherwise', () => {
    expect(compiled({}, { site: 'EBAY_DE' }).request.filter).toContain('itemLocationCountry:DE')
    expect(compiled({}, { site: 'EBAY_DE', domesticOnly: false }).request.filter).not.toContain(
      'itemLocation',
    )
  })

  it('never earns a refusal or a warning, whatever the rule says', async () => {
    await using site = await startEbayFakeServer(manyRows(3))
    const { ctx } = world(site.baseUrl)
    const term = fc.oneof(
      fc.string({ maxLength: 140 }),
      fc.constantFrom('sofa', 'levi’s 501', '(a, b)', 'c++'),
    )
    const terms = fc.array(term, { maxLength: 12 })
    const query: fc.Arbitrary<SearchQuery> = fc.record(
      {
        all: terms,
        any: terms,
        none: terms,
        categories: fc.subarray([...categories], { maxLength: 3 }),
        conditions: fc.subarray([...conditions]),
        currency: fc.constantFrom('USD', 'EUR', 'GBP'),
        priceCentsMin: fc.nat(1_000_000),
        priceCentsMax: fc.nat(1_000_000),
      },
      { requiredKeys: ['all', 'any', 'none', 'categories', 'conditions', 'currency'] },
    )
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom('EBAY_US', 'EBAY_FR', 'EBAY_GB'), async (wanted, chosen) => {
        const settings = { ...ctx.settings, site: chosen, postalCode: '11201' }
        const { request: sent, impossible } = ebay.compile(wanted, settings)
        const page = await ebay.search(sent, null, { ...ctx, settings })
        expect(site.complaints).toEqual([])
        expect(page.outcome).toBe(impossible === undefined ? 'ok' : 'parse-drift')
      }),
      { numRuns: 60 },
    )
  })

  it('says that eBay cannot be asked without a word, except for a category that is exactly ours', () => {
    expect(compiled({}).impossible).toMatch(/without a word/)
    expect(compiled({ categories: ['furniture'] }).impossible).toBeDefined()
    expect(compiled({ any: ['lamp', '!!'], priceCentsMax: 100 }).impossible).toBeDefined()
    expect(compiled({ categories: ['phones', 'tablets'] }).impossible).toBeDefined()
    expect(compiled({ categories: ['phones'] }, { site: 'EBAY_FR' }).impossible).toBeDefined()
    for (const query of [{ categories: ['phones' as const] }, { all: ['lamp'] }, { any: ['lamp'] }])
      expect(compiled(query)).not.toHaveProperty('impossible')
  })

  it('is the same request for the same query', () => {
    const query = { all: ['b', 'a'], conditions: ['good' as const, 'new' as const] }
    expect(JSON.stringify(compiled(query))).toBe(
      JSON.stringify(compiled({ ...query, conditions: ['new', 'good'] })),
    )
  })
})
