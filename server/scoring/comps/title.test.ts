import { describe, expect, it } from 'vitest'
import { formatMoney } from '../../core/money.ts'
import { readTitle, titleTraits, tokenFactor } from './title.ts'

const { accessory, broken, wanted, lot, service, part, fake } = titleTraits

describe('a title is read as', () => {
  const rows: [string, string[], number, number, number][] = [
    [
      'Apple iPhone 8 Plus - 64 GB (unlocked)',
      ['apple', 'iphone', '8', 'plus', '64gb', 'unlocked'],
      0,
      0,
      64,
    ],
    ['Samsung S10+ 1TB', ['samsung', 's10', 'plus', '1tb'], 0, 0, 1024],
    ['8GB RAM 256GB SSD laptop', ['8gb', 'ram', '256gb', 'ssd', 'laptop'], 0, 0, 256],
    ['2019 Trek Slash 27.5', ['2019', 'trek', 'slash', '27.5'], 0, 2019, 0],
    ['Two dining chairs', ['two', 'dining', 'chair'], 0, 0, 0],
    ['iPhone X case', ['iphone', 'x', 'case'], accessory, 0, 0],
    ['Case and charger for iPhone X', ['case', 'charger', 'iphone', 'x'], accessory, 0, 0],
    ['iPhone X with case', ['iphone', 'x', 'case'], 0, 0, 0],
    ['PS4 box only', ['ps4', 'box'], accessory, 0, 0],
    ['iPhone 7 for parts or repair', ['iphone', '7', 'part', 'repair'], broken, 0, 0],
    ['Kindle - doesn’t work', ['kindle', 'doesnt', 'work'], broken, 0, 0],
    ['iPhone repair', ['iphone', 'repair'], service, 0, 0],
    ['WTB Switch', ['wtb', 'switch'], wanted, 0, 0],
    ['We buy iPhones', ['we', 'buy', 'iphone'], wanted, 0, 0],
    ['Lot of 12 Gameboy games', ['lot', '12', 'gameboy', 'game'], lot, 0, 0],
    ['Set of 4 chairs', ['set', '4', 'chair'], 0, 0, 0],
    ['Subaru WRX wheels', ['subaru', 'wrx', 'wheel'], part, 0, 0],
    ['iPhone X 256gb clone', ['iphone', 'x', '256gb', 'clone'], fake, 0, 256],
    ['Lot of 5 iPhone cases', ['lot', '5', 'iphone', 'case'], lot | accessory, 0, 0],
    ['', [], 0, 0, 0],
  ]
  it.each(rows)('%s', (title, tokens, traits, year, storageGb) => {
    expect(readTitle(title)).toMatchObject({ tokens, traits, year, storageGb })
  })

  it('model numbers weigh more than words, and praise less', () => {
    expect(tokenFactor('s10')).toBeGreaterThan(tokenFactor('samsung'))
    expect(tokenFactor('2019')).toBeGreaterThan(tokenFactor('samsung'))
    expect(tokenFactor('excellent')).toBeLessThan(tokenFactor('samsung'))
  })
})

describe('money', () => {
  const rows: [number, string, string][] = [
    [120_000, 'USD', '$1,200'],
    [950, 'USD', '$9.50'],
    [500, 'JPY', '¥500'],
    [1500, 'KWD', 'KWD\u00a01.500'],
    [1250, 'not a currency', '12.50 not a currency'],
  ]
  it.each(rows)('%d minor units of %s are %s', (cents, currency, text) => {
    expect(formatMoney(cents, currency)).toBe(text)
  })
})
