import { describe, expect, it } from 'vitest'
import { type EbayFakeServer, startEbayFakeServer } from './fake-server.ts'
import ebay from './index.ts'
import { fixture, world } from './test-kit.ts'

describe('details', () => {
  const item = JSON.parse(fixture('item'))
  const path = '/buy/browse/v1/item/v1%7C900000000101%7C0'
  const listing = { externalId: 'v1|900000000101|0', url: 'https://www.ebay.com/itm/900000000101' }
  const ask = async (prepare: (site: EbayFakeServer) => void, wanted = listing) => {
    await using site = await startEbayFakeServer([])
    prepare(site)
    return { ...(await ebay.details!(wanted, world(site.baseUrl).ctx)), requests: site.requests }
  }

  it('reads description, item specifics and brand, under the id of the search', async () => {
    const result = await ask((site) => site.answer(path, 200, item))
    expect(result.outcome).toBe('ok')
    expect(result.listing).toMatchObject({
      externalId: listing.externalId,
      state: 'active',
      brand: 'Fairbyte',
      description: 'Works well.\n\nOne scratch <1 cm> on the back.\nComes with cable & case.',
      siteCategory: 'Cell Phones & Accessories > Cell Phones & Smartphones',
      attributes: { 'Storage Capacity': '128 GB', conditionDescription: 'Light wear on the frame.' },
    })
  })

  it('asks for the group when the listing has variations', async () => {
    const result = await ask(
      (site) =>
        site.answer(
          '/buy/browse/v1/item/get_items_by_item_group?item_group_id=900000000102',
          200,
          JSON.parse(fixture('group')),
        ),
      { externalId: 'v1|900000000102|0', url: 'https://www.ebay.com/itm/900000000102' },
    )
    expect(result).toMatchObject({
      outcome: 'ok',
      listing: {
        externalId: 'v1|900000000102|0',
        title: 'Fairbyte Nova 11 - 64GB - 128GB - All Colors - Good',
        priceCents: 13_995,
        variations: true,
        description: 'Refurbished by us.',
        brand: 'Fairbyte',
      },
    })
    expect(result.listing?.attributes).toMatchObject({ Brand: 'Fairbyte' })
    expect(result.listing?.attributes).not.toHaveProperty('Storage Capacity')
  })

  it('reads a variation as a listing of its own: its title, price and address', async () => {
    const asked = { externalId: 'v1|900000000102|500000000007', url: '' }
    const answer = {
      ...item,
      itemId: asked.externalId,
      legacyItemId: '900000000102',
      title: 'Fairbyte Nova 11 128GB Red',
      itemWebUrl: 'https://www.ebay.com/itm/900000000102?var=500000000007&hash=x',
      price: { value: '249.00', currency: 'USD' },
      primaryItemGroup: { itemGroupId: '900000000102', itemGroupTitle: 'Fairbyte Nova 11 - All Colors' },
    }
    const at = `/buy/browse/v1/item/${encodeURIComponent(asked.externalId)}`
    const result = await ask((site) => site.answer(at, 200, answer), asked)
    expect(result).toMatchObject({
      outcome: 'ok',
      listing: {
        externalId: asked.externalId,
        title: 'Fairbyte Nova 11 128GB Red',
        priceCents: 24_900,
        url: 'https://www.ebay.com/itm/900000000102?var=500000000007',
      },
    })
    expect(result.listing).not.toHaveProperty('variations')
    const other = { ...answer, itemId: 'v1|900000000102|500000000008' }
    expect((await ask((site) => site.answer(at, 200, other), asked)).outcome).toBe('parse-drift')
    expect((await ask(() => {}, asked)).outcome).toBe('gone')
    const soldOut = [{ estimatedAvailabilityStatus: 'OUT_OF_STOCK', estimatedSoldQuantity: 3 }]
    const gone = { ...answer, estimatedAvailabilities: soldOut }
    expect((await ask((site) => site.answer(at, 200, gone), asked)).outcome).toBe('sold')
  })

  it('is gone when eBay finds neither item nor group', async () => {
    expect((await ask(() => {})).outcome).toBe('gone')
  })

  it('is not gone because eBay is ill, slow or refuses us', async () => {
    expect((await ask((site) => site.answer(path, 500, {}))).outcome).toBe('unreachable')
    expect((await ask((site) => site.answer(path, 429, {}))).outcome).toBe('rate-limited')
    expect((await ask((site) => site.answer(path, 200, { nonsense: true }))).outcome).toBe('parse-drift')
    const editing = { errors: [{ errorId: 11004, message: 'not available' }] }
    expect((await ask((site) => site.answer(path, 400, editing))).outcome).toBe('unreachable')
  })

  it('tells a sale from an end', async () => {
    const availability = (estimatedAvailabilityStatus: string, estimatedSoldQuantity: number) => ({
      ...item,
      estimatedAvailabilities: [{ estimatedAvailabilityStatus, estimatedSoldQuantity }],
    })
    const outcome = async (body: unknown) => (await ask((site) => site.answer(path, 200, body))).outcome
    expect(await outcome(availability('OUT_OF_STOCK', 1))).toBe('sold')
    expect(await outcome(availability('OUT_OF_STOCK', 0))).toBe('gone')
    expect(await outcome(availability('IN_STOCK', 5))).toBe('ok')
    expect(await outcome({ ...item, itemEndDate: '2026-11-20T00:00:00.000Z' })).toBe('gone')
    expect(await outcome({ ...item, itemEndDate: '2026-11-24T00:00:00.000Z' })).toBe('ok')
    const auction = {
      ...item,
      buyingOptions: ['AUCTION'],
      itemEndDate: '2026-11-20T00:00:00.000Z',
      bidCount: 3,
    }
    expect(await outcome(auction)).toBe('sold')
    expect(await outcome({ ...auction, reservePriceMet: false })).toBe('gone')
  })
})
