import { expect, it } from 'vitest'
import { amountsIn, boundsIn, countedListings, pointIn, quotedIn, stateIn } from './sentence.ts'

const usd = (cents: number, about = false) => ({ cents, currency: 'USD', about })

it.each([
  ['about $1,000, or said to be for one', [usd(100_000, true)]],
  ['200.00 USD: the sale is over', [usd(20_000)]],
  ['Now $60 (was $100)', [usd(6_000), usd(10_000)]],
  ['12000 JPY', [{ cents: 12_000, currency: 'JPY', about: false }]],
  ['€90', [{ cents: 9_000, currency: 'EUR', about: false }]],
  ['iPhone 13, 128GB, score 85', []],
])('the amounts of %j', (sentence, amounts) => {
  expect(amountsIn(sentence)).toEqual(amounts)
})

it('whole numbers before a code are minor units where rows of imports write them so', () => {
  expect(amountsIn('20000 USD, active', 'minor')).toEqual([usd(20_000)])
  expect(amountsIn('200.00 USD', 'minor')).toEqual([usd(20_000)])
  expect(amountsIn('$200', 'minor')).toEqual([usd(20_000)])
})

it.each([
  ['10115, Berlin (52.53, 13.38)', { lat: 52.53, lon: 13.38 }],
  ['41.8,-88.3 (Illinois)', { lat: 41.8, lon: -88.3 }],
  ['no place', null],
])('the point of %j', (sentence, point) => {
  expect(pointIn(sentence)).toEqual(point)
})

it.each([
  ['20000 USD, active', 'active'],
  ['200.00 USD, not for sale (state gone)', 'gone'],
  ['not for sale', 'not-for-sale'],
  ['200.00 USD: the sale ended', null],
])('the state of %j', (sentence, state) => {
  expect(stateIn(sentence)).toBe(state)
})

it('listings are counted and listed, with titles, prices or both', () => {
  expect(countedListings('2 listings: $90, $1,200.50')).toEqual({
    count: 2,
    listings: [
      { title: null, amount: usd(9_000) },
      { title: null, amount: usd(120_050) },
    ],
    firstUrl: null,
  })
  expect(countedListings('2 listings: Desk, oak 20.00 USD, Chair 45.00 USD')?.listings).toEqual([
    { title: 'Desk, oak', amount: usd(2_000) },
    { title: 'Chair', amount: usd(4_500) },
  ])
  expect(countedListings('2 listings: Desk, Chair')?.listings.map(({ title }) => title)).toEqual([
    'Desk',
    'Chair',
  ])
  expect(countedListings('3 listings, the first at https://a.example/1')).toEqual({
    count: 3,
    listings: [],
    firstUrl: 'https://a.example/1',
  })
  expect(countedListings('rows refused')).toBeNull()
})

it('bounds of a search are those that its words name', () => {
  expect(boundsIn('sofa and grey, from 10.5 EUR, up to 20 EUR, on ebay')).toMatchObject({
    words: 'sofa and grey',
    from: { cents: 1_050, currency: 'EUR' },
    upTo: { cents: 2_000, currency: 'EUR' },
  })
  expect(boundsIn('up to 10 EUR (or left out with a note)')).toMatchObject({ words: '', from: null })
  expect(quotedIn('"A b", 90.00 EUR')).toEqual(['A b'])
})
