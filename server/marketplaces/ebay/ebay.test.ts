import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fieldsSchema } from '../../core/fields.ts'
import { startEbayFakeServer } from './fake-server.ts'
import ebay from './index.ts'
import { compiled, rows, world } from './test-kit.ts'

it('declares fields whose defaults make a valid source', () => {
  expect(fieldsSchema(ebay.fields).parse({})).toMatchObject({ site: 'EBAY_US', environment: 'production' })
})

const shared = new URL('../../../../shared/', import.meta.url)
const spec = new URL('specs/buy_browse_v1_oas3.json.gz', shared)
describe('against eBay’s own specification and saved answers (skipped where they are absent)', () => {
  it.skipIf(!existsSync(spec))('sends only parameters that the specification names', async () => {
    const { paths } = JSON.parse(gunzipSync(readFileSync(spec)).toString()) as {
      paths: Record<string, { get?: { parameters: { name: string; in: string }[] } }>
    }
    const named = (path: string) =>
      paths[path]!.get!.parameters.flatMap((parameter) => (parameter.in === 'query' ? parameter.name : []))
    await using site = await startEbayFakeServer(rows)
    const { ctx } = world(site.baseUrl)
    const full = compiled({ all: ['nova'], categories: ['phones'], conditions: ['new'], priceCentsMax: 9 })
    await ebay.search(full.request, '200', ctx)
    await ebay.details!({ externalId: 'v1|900000000101|0', url: '' }, ctx)
    const sent = site.requests.filter(({ method }) => method === 'GET').map(({ url }) => url)
    expect(sent).toHaveLength(3)
    for (const { pathname, searchParams } of sent) {
      const path = pathname.replace('/buy/browse/v1', '').replace(/v1%7C.*/, '{item_id}')
      for (const name of searchParams.keys()) expect(named(path)).toContain(name)
    }
  })

  const answers = new URL('fixtures/ebay/', shared)
  it.skipIf(!existsSync(answers))('reads every real row', () => {
    const real = (name: string): string => readFileSync(new URL(name, answers), 'utf8')
    const page = ebay.parse(real('browse_search_iphone_best_match_12.json'))
    expect(page).toMatchObject({ outcome: 'ok', next: '12', complete: false })
    expect(page.listings).toHaveLength(12)
    expect(page.rejected).toBeUndefined()
    expect(page.listings.filter((listing) => listing.variations)).toHaveLength(11)
    expect(page.listings.every(({ url }) => /^https:\/\/www\.ebay\.com\/itm\/\d+$/.test(url))).toBe(true)
    const old = ebay.parse(real('fs2_search-success-response.json'))
    expect(old).toMatchObject({ outcome: 'ok', next: null, complete: true })
    expect(ebay.parse(real('fs2_search-empty-response.json')).outcome).toBe('empty')
    expect(ebay.parse(real('fs2_get-item-unauthorized-error-response.json')).outcome).toBe('auth-expired')
    for (const n of ['1', '2', '3-no-aspects'])
      expect(
        ebay.parse(real(`fs2_get-item-${n}-success-response.json`)).listings[0]?.description,
      ).toBeTruthy()
  })
})
