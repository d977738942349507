import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictions } from './contradictions.ts'
import { readProductTitle } from './title.ts'

const between = (a: string, b: string) =>
  contradictions(readProductTitle(a), readProductTitle(b)).map(({ kind }) => kind)

describe('two titles contradict each other', () => {
  it.each([
    ['model', 'iPhone XR 64gb', 'iPhone X 64gb'],
    ['model', 'iPhone 4s', 'iPhone 4'],
    ['model', 'Nikon D3300 kit', 'Nikon D5300 kit'],
    ['model', 'PS5', 'PS 4'],
    ['model', 'Xbox One S', 'Xbox One X'],
    ['model', 'RTX3070', 'RTX 3080'],
    ['variant', 'iPhone 6', 'iPhone 6 Plus'],
    ['variant', 'Galaxy S8', 'Galaxy S8 Active'],
    ['variant', 'Galaxy S8 plus', 'Galaxy S8 64gb active'],
    ['variant', 'iPad', 'iPad mini'],
    ['variant', 'iPhone 12 Pro', 'iPhone 12 Pro Max'],
    ['variant', 'Galaxy S20', 'Galaxy S20 FE'],
    ['storage', 'iPad Air 4 64GB', 'iPad Air 4 256GB'],
    ['storage', 'Laptop 16GB/512GB', 'Laptop 16GB/256GB'],
    ['memory', 'Laptop 8GB RAM 256GB SSD', 'Laptop 16GB RAM 256GB SSD'],
    ['size', '55" TV', '65 inch TV'],
    ['size', 'Queen bed', 'King bed'],
    ['size', 'Jacket mens L', 'Jacket mens M'],
    ['size', 'Boots size 9', 'Boots size 9.5'],
    ['size', '8x10 rug', '5 x 8 rug'],
    ['size', 'Desk 1.6m x 0.8m', 'Desk 1.6m x 1m'],
    ['size', '8mph scooter', '4 mph scooter'],
    ['size', '3 drawer dresser', '5-drawer dresser'],
    ['size', '12-18 months top', '18-24 months top'],
    ['side', 'Left fender', 'Right fender'],
    ['side', 'Scheinwerfer links', 'Scheinwerfer rechts'],
    ['end', 'Stoßdämpfer vorne', 'Stoßdämpfer hinten'],
    ['side', 'Left fender', 'Left and right fenders'],
    ['seat', 'Driver side door', 'Passenger side door'],
    ['volume', 'Atlas vol. 3', 'Atlas volume V'],
    ['season', 'Show season 1', 'Show season 2'],
    ['edition', 'Physics 3rd edition', 'Physics 4th ed'],
    ['generation', 'Kindle 7th gen', 'Kindle 8th generation'],
    ['trim', '2006 Civic LX', '2006 Civic EX'],
    ['year', '2016 Bronson', '2017 Bronson'],
    ['quantity', 'set of 4 chairs', 'set of 6 chairs'],
    ['quantity', '2x iPhone 13', 'iPhone 13'],
    ['quantity', 'pair of Acme speakers', 'Acme speaker'],
  ])('in their %s: %s, %s', (kind, one, other) => {
    expect(between(one, other)).toContain(kind)
    expect(between(other, one)).toContain(kind)
  })
})

describe('two titles do not contradict each other', () => {
  it.each([
    ['iPhone 12', 'iPhone 12 64GB'],
    ['Galaxy S8', 'Samsung Galaxy S8 unlocked'],
    ['iPhone', 'iPhone X'],
    ['iPhone13 128gb', 'iPhone 13 128 GB'],
    ['Flask .5l', 'Flask 0.5l'],
    ['Acme watch with extra links', 'Acme watch for the right wrist'],
    ['Galaxy S8 (not a plus)', 'Galaxy S8'],
    ['500GB drive', '512 GB drive'],
    ['1TB drive', '1000 GB drive'],
    ['TV 21.6 inch', 'TV 22"'],
    ['Screen 135', 'Screen 135 inches'],
    ['MAZDA 3 hatch $6995', 'MAZDA3 hatch 73K MILES'],
    ['2012 BMW 128i', 'BMW 128i (1 series)'],
    ['Car 61,000 miles', 'Car 62000 miles'],
    ['Clean 2002 2.5 sport X-type $3500', 'Clean 2002 2.5 X-type $2500'],
    ['set of 4 chairs', 'Dining chairs'],
    ['6 piece bedroom set', 'Bedroom furniture'],
    ['Atlas Vol. II', 'Atlas volume 2'],
    ['Canon 5D Mark IV', 'Canon 5D mk4'],
    ['Jacket L', 'Large jacket'],
    ['Nice sofa', 'Sofa, like new'],
  ])('%s, %s', (one, other) => {
    expect(between(one, other)).toEqual([])
    expect(between(other, one)).toEqual([])
  })
  it('where they are equal, whatever they say', () => {
    const word = fc.constantFrom(
      'iphone',
      '6',
      'plus',
      '64gb',
      '2x',
      'left',
      'vol',
      '3',
      '2016',
      'size',
      'm',
      '8x10',
      'pair',
      'of',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (list) => {
        const title = list.join(' ')
        expect(between(title, title)).toEqual([])
        expect(between(title, title.toUpperCase())).toEqual([])
      }),
    )
  })
  it('by a price', () => {
    const [a, b] = ['Acme lamp 450', 'Acme lamp 400'].map((title) => readProductTitle(title))
    expect(contradictions(a!, b!)).toHaveLength(1)
    expect(contradictions(a!, b!, ['450', '400'])).toEqual([])
  })
})

it('whatever is said comes from both, whichever is first', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const kinds = between(one, other)
      expect(between(other, one).toSorted()).toEqual(kinds.toSorted())
    }),
  )
})
