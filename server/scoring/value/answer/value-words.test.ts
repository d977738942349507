import { describe, expect, it } from 'vitest'
import type { Condition, PriceBasis } from '../../../model/listing-schema.ts'
import { readIdentity } from '../../comps/identity.ts'
import { isKnownMaker } from '../../price-model/features.ts'
import { adjustmentText, confidenceWords, saleRatioSentence, understoodSentence } from './value-words.ts'

const side = (title: string, condition: Condition | null = 'good', basis: PriceBasis = 'asking') => ({
  identity: readIdentity({ title }, isKnownMaker),
  condition,
  basis,
})

describe('why a comp is not the same', () => {
  const phone = 'Apple iPhone 8 256GB'
  it.each([
    [
      side('Apple iPhone 8 128GB'),
      side(phone, 'fair'),
      17,
      '128 GB instead of 256 GB; good instead of fair; with other details +17 %',
    ],
    [
      side('Samsung Galaxy S10 256GB'),
      side(phone),
      -8,
      'samsung instead of apple; galaxy s10 instead of iphone 8; with other details −8 %',
    ],
    [side('Apple iPhone 8 case'), side(phone), 900, 'iphone 8 instead of'],
    [side(phone), side(phone), 0, 'none'],
    [side(phone), side(phone), 4, 'other details: +4 %'],
    [side(phone, null), side(phone), 4, 'other details: +4 %'],
    [side(phone, 'good', 'sold'), side(phone), 25, 'sold, not asked; with other details +25 %'],
    [side('2 pack Apple iPhone 8 256GB'), side(phone), -50, '2 pieces instead of one piece'],
    [side('Apple iPhone 8 2TB'), side(phone), 0, '2 TB instead of 256 GB; with other details no change'],
  ] as const)('learned %#', (comp, subject, percent, expected) => {
    const text = adjustmentText(comp, subject, percent, true)
    if (expected.startsWith('iphone 8 instead of'))
      expect(text).toContain('an accessory instead of the thing itself')
    else expect(text).toContain(expected)
  })

  it.each([
    [
      side('Apple iPhone 8 128GB'),
      side(phone, 'fair'),
      -15,
      'good instead of fair: −15 %; not adjusted for 128 GB instead of 256 GB',
    ],
    [side('Apple iPhone 8 128GB'), side(phone), 0, 'not adjusted for 128 GB instead of 256 GB'],
    [side(phone, null), side(phone, 'fair'), -15, 'an unknown condition counted as good: −15 %'],
    [side(phone, null), side(phone), 0, 'none'],
  ] as const)('not learned %#', (comp, subject, percent, expected) => {
    expect(adjustmentText(comp, subject, percent, false)).toBe(expected)
  })
})

describe('words', () => {
  it('for confidence only weaken as it falls', () => {
    const seen = [...new Set(Array.from({ length: 101 }, (_, i) => confidenceWords(i / 100)))]
    expect(seen).toEqual(['little more than a guess', 'a rough guide', 'fairly sure', 'quite sure'])
  })

  it('for the gap between sales and asking prices', () => {
    expect(saleRatioSentence(0.88).sentence).toBe('Such things sell for about 12 % less than is asked.')
    expect(saleRatioSentence(1.05).sentence).toBe('Such things sell for about 5 % more than is asked.')
    expect(saleRatioSentence(1.002).sentence).toBe('Such things sell for about what is asked.')
  })

  it.each([
    [
      'Apple iPhone 8 64GB',
      'like-new',
      'phones',
      'apple iphone 8, 64 GB, in like new condition, under phones.',
    ],
    ['2019 Trek Marlin 7 carbon 56cm', null, 'bikes', 'trek marlin 7, 2019, size 56cm, carbon, under bikes.'],
    [
      'Lot of 3 iPhone 7 cracked',
      'for-parts',
      null,
      'apple iphone 7, 3 pieces, broken or for parts, a lot, for parts, its category is unknown.',
    ],
    ['', null, null, 'no maker recognised, its category is unknown.'],
  ] as const)('%s is understood in words', (title, condition, category, expected) => {
    expect(understoodSentence(readIdentity({ title }, isKnownMaker), condition, category).sentence).toBe(
      expected,
    )
  })
})
