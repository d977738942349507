import { beforeAll, describe, expect, it } from 'vitest'
import { identityKey, isExact } from '../comps/exact.ts'
import { identityByTitle } from '../comps/identity.ts'
import { fitRows } from '../price-model/price-net.ts'
import { nowMs } from '../samples.ts'
import { type Appraiser, createAppraiser, type Priced, type ValueQuery } from './appraiser.ts'

const nouns = ['desk', 'shelf', 'stool', 'bench', 'cabinet', 'mirror', 'lamp', 'rug'] as const
const looks = ['oak', 'white', 'large', 'small', 'folding', 'corner', 'vintage'] as const

/** Made-up things without maker or model. */
const rows: Priced[] = Array.from({ length: 160 }, (_, i) => ({
  listingId: i + 1,
  title: `${looks[i % looks.length]} ${nouns[i % nouns.length]} ${i % 3 === 0 ? 'tidy' : 'plain'}`,
  category: 'furniture',
  condition: null,
  basis: 'asking',
  marketplace: 'test-market',
  siteCategory: 'furniture',
  attributes: { sellerKey: `s${i}` },
  priceCents: 3_000 + (i % nouns.length) * 2_000 + (i % 7) * 150,
  currency: 'USD',
  observedAtMs: nowMs - i * 1000,
}))
const asked = (title: string, over: Partial<ValueQuery> = {}): ValueQuery => ({
  title,
  category: 'furniture',
  condition: null,
  currency: 'USD',
  ...over,
})

describe('things without a name', () => {
  let appraiser: Appraiser
  beforeAll(async () => {
    appraiser = createAppraiser()
    for (const row of rows) appraiser.upsert(row)
    for (const currency of appraiser.due()) {
      const { rows: known, listingIds } = appraiser.snapshot(currency)
      await appraiser.adopt(
        currency,
        { listingIds, logPrices: known.logPrices.slice() },
        fitRows(known),
        nowMs,
      )
    }
  })

  it('have a value by what is called like them', () => {
    const found = appraiser.appraise(asked('oak desk'), nowMs)!
    expect(['namesake', 'alike']).toContain(found.strength)
    expect(appraiser.estimate(asked('oak desk'), nowMs)).not.toBeNull()
  })

  it('are unknown where nothing is called like them and only their title is told', () => {
    const title = 'ornamental harp stand with brass pedals, oak'
    expect(appraiser.estimate(asked(title), nowMs)).toBeNull()
  })

  it('have the range of others, hardly to be trusted, where the category or more is told', () => {
    const title = 'ornamental harp stand with brass pedals, oak'
    for (const over of [
      { isCategorySure: true },
      { siteCategory: 'furniture', marketplace: 'test-market' },
    ]) {
      const value = appraiser.estimate(asked(title, over), nowMs)
      expect(value).not.toBeNull()
      expect(value!.confidence).toBeLessThan(0.2)
    }
  })
})

describe('what is for a model', () => {
  const isSame = (one: string, other: string) =>
    isExact(identityKey(identityByTitle(one)), identityKey(identityByTitle(other)), 0)

  it('is the same thing only where it is the same piece', () => {
    expect(isSame('Samsung Galaxy S9 case', 'Samsung Galaxy S9 cases black')).toBe(true)
    expect(isSame('Samsung Galaxy S9 empty box', 'Samsung Galaxy S9 case')).toBe(false)
    expect(isSame('Samsung Galaxy S9 case', 'Samsung Galaxy S9')).toBe(false)
  })
})
