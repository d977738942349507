import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches, readAdQuery, readShopQuery } from './query.ts'

const ad = (query: string, text: string) => matches(readAdQuery(query), text)
const shop = (query: string, text: string) => matches(readShopQuery(query), text)

describe('the search words of the demo market', () => {
  it('mean in ads what they mean there: words, phrases, alternatives, exclusions', () => {
    expect(ad('', 'anything')).toBe(true)
    expect(ad('trek bike', 'Trek road bikes')).toBe(true)
    expect(ad('"road bike"', 'Trek road bike')).toBe(true)
    expect(ad('"road bike"', 'bike for the road')).toBe(false)
    expect(ad('(sofa|couch) -leather', 'Grey couch')).toBe(true)
    expect(ad('(sofa|couch) -leather', 'Leather couch')).toBe(false)
    expect(ad('sofa|"love seat"', 'a love seat')).toBe(true)
    expect(ad('-"for parts" iphone', 'iPhone for parts')).toBe(false)
  })

  it('mean in the shop all words, or one of those in brackets', () => {
    expect(shop('trek bike', 'Trek road bike')).toBe(true)
    expect(shop('trek sofa', 'Trek road bike')).toBe(false)
    expect(shop('(trek, sofa)', 'Trek road bike')).toBe(true)
  })

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (query, text) => {
        expect(typeof ad(query, text)).toBe('boolean')
        expect(typeof shop(query, text)).toBe('boolean')
      }),
    )
  })
})
