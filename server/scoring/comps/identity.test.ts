import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnownMaker } from '../price-model/features.ts'
import { identityKey, isExact } from './exact.ts'
import { comparisonTitle, type Identity, type IdentitySubject, readIdentity } from './identity.ts'

const read = (subject: IdentitySubject | string) =>
  readIdentity(typeof subject === 'string' ? { title: subject } : subject, isKnownMaker)

/** Title or listing → what is read as the field. */
type Case = [IdentitySubject | string, unknown]
const fields: [keyof Identity, Case[]][] = [
  [
    'brand',
    [
      ['Apple iPhone 8 64GB', 'apple'],
      ['iPhone 8 64GB', 'apple'],
      ['SAMSUNG galaxy s10', 'samsung'],
      ['Bag by Louis Vuitton, brown', 'louis vuitton'],
      ['LOUIS   VUITTON speedy', 'louis vuitton'],
      ['The North Face jacket', 'the north face'],
      ['Hermès scarf, silk', 'hermes'],
      ['Hermès Tuch aus Seide', 'hermes'],
      ['Victoria’s Secret robe', 'victoria s secret'],
      ['gap in my collection', null],
      ['Vélo Giant taille M', 'giant'],
      ['Kinderwagen Bugaboo Fox', 'bugaboo'],
      ['Ｓａｍｓｕｎｇ テレビ', 'samsung'],
      ['ソニー ヘッドホン', null],
      ['стол из дуба', null],
      [{ title: 'Fox 3', brand: 'Bugaboo' }, 'bugaboo'],
      [{ title: 'Nice Sony radio', brand: 'Tivoli Audio' }, 'tivoli audio'],
      [{ title: 'Sony radio', brand: 'Unbranded' }, 'sony'],
      [{ title: 'Sony radio', brand: 'N/A' }, 'sony'],
      [{ title: 'Sony radio', brand: '' }, 'sony'],
      [{ title: 'old truck', attributes: { make: 'Toyota' } }, 'toyota'],
      [{ title: 'old truck', attributes: { Make: 'unknown' } }, null],
      [{ title: 'スニーカー', brand: 'ナイキ' }, 'ナイキ'],
    ],
  ],
  [
    'model',
    [
      ['iPhone 12 mini 64GB', 'iphone 12'],
      ['AirPods Pro 2', 'airpod pro 2'],
      ['Apple iPhone 8 64GB', 'iphone 8'],
      ['Samsung Galaxy S10 128GB', 'galaxy s10'],
      ['Samsung Galaxy S10+ 128GB', 'galaxy s10'],
      ['Louis Vuitton Speedy 30 bag', 'speedy 30'],
      ['Adidas Ultra Boost 21', 'ultraboost 21'],
      ['The North Face Nuptse jacket', 'nuptse jacket'],
      ['Trek Marlin', 'marlin'],
      ['Trek', null],
      ['some old thing', null],
      [{ title: 'Speedy', brand: 'Louis Vuitton' }, null],
      [{ title: 'phone', attributes: { Model: 'Galaxy S10' } }, 'galaxy s10'],
      [{ title: 'Trek Marlin', attributes: { model: 'Marlin 7 Gen 2' } }, 'marlin 7 gen 2'],
      [{ title: 'Trek Marlin', attributes: { model: 'Does not apply' } }, 'marlin'],
      [{ title: 'iPad', attributes: { 'Product Line': 'iPad Air' } }, 'ipad air'],
      // What names the year and the maker only, or a series beside the model, is no model.
      [{ title: '2006 Honda Civic', attributes: { item: '2006 Honda' } }, 'civic'],
      [{ title: '2006 Honda Civic', attributes: { item: '2006 honda civic' } }, 'civic'],
      ['2009 BMW 3 Series 328i Convertible', '328i'],
      ['2009 BMW 328i Convertible', '328i'],
      ['BMW 5 series', '5'],
    ],
  ],
  [
    'generation',
    [
      ['iPad 6th generation', '6'],
      ['iPad (6th Gen)', '6'],
      ['Kindle Paperwhite gen 3', '3'],
      ['Canon 5D Mark IV', 'iv'],
      ['Canon 5D mk 3', '3'],
      ['Canon 5D mk3', '3'],
      ['MacBook Air M1', 'm1'],
      ['MacBook Pro M2 2022', 'm2'],
      ['Sony RX100 III', 'iii'],
      ['Apple Watch Series 5', '5'],
      ['Trek Marlin 7', null],
      ['2nd hand sofa', null],
      ['vier Stühle', null],
    ],
  ],
  [
    'size',
    [
      ['Nike hoodie size M', 'm'],
      ['Nike hoodie sz 10', '10'],
      ['Jeans gr 38', '38'],
      ['Vestido talla 40', '40'],
      ['Vélo Giant taille L', 'l'],
      ['Road bike 56cm', '56cm'],
      ['Road bike 56 cm carbon', '56cm'],
      ['Samsung 55 inch TV', '55in'],
      ['Samsung 55in TV', '55in'],
      ['Queen bed frame', 'queen'],
      ['XL rain jacket', 'xl'],
      ['M for murder dvd', null],
      ['wooden table', null],
      [{ title: 'hoodie', attributes: { Size: 'Medium' } }, 'medium'],
      [{ title: 'bike 56cm', attributes: { 'Frame Size': '58' } }, '58'],
      [{ title: 'Schuhe', attributes: { Größe: '42' } }, '42'],
    ],
  ],
  [
    'storageGb',
    [
      ['iPhone 8 64GB', 64],
      ['iPhone 8 64 gb', 64],
      ['Laptop 8GB RAM 256GB SSD', 256],
      ['Drive 2TB', 2048],
      ['iPhone 8', 0],
      ['iPhone ６４ＧＢ', 64],
      [{ title: 'iPhone', attributes: { 'Storage Capacity': '128 GB' } }, 128],
      [{ title: 'iPhone', attributes: { storage: '1 TB' } }, 1024],
      [{ title: 'iPhone 64GB', attributes: { storage: '128 GB' } }, 64],
      [{ title: 'tank', attributes: { capacity: 'large' } }, 0],
    ],
  ],
  [
    'year',
    [
      ['2019 Trek Slash', 2019],
      ['Toyota Corolla 1998 manual', 1998],
      ['Mac from 1949', 0],
      ['Room 3019', 0],
      ['bike', 0],
      [{ title: 'Corolla', attributes: { year: '2011' } }, 2011],
      [{ title: 'Fahrrad', attributes: { Jahr: '2015' } }, 2015],
      [{ title: 'Corolla', attributes: { 'Model Year': 'about 2011' } }, 2011],
    ],
  ],
  [
    'material',
    [
      ['Oak dining table', 'oak'],
      ['Aluminum frame', 'aluminium'],
      ['Alloy wheels', 'aluminium'],
      ['leather sofa', 'leather'],
      ['Sterling ring', 'silver'],
      ['table', null],
      [{ title: 'sofa', attributes: { Material: 'Velvet' } }, 'velvet'],
      [{ title: 'leather sofa', attributes: { material: 'suede' } }, 'leather'],
      [{ title: 'leather sofa', attributes: { 'Frame Material': 'Carbon fibre' } }, 'carbon'],
    ],
  ],
  [
    'quantity',
    [
      ['lot of 3 iPhones', 3],
      ['Lot of twelve', 12],
      ['lot 5 games', 5],
      ['set of four chairs', 4],
      ['2x iPhone 7', 2],
      ['iPhone 7 x2', 2],
      ['pair of speakers', 2],
      ['3 pack socks', 3],
      ['6pcs mugs', 6],
      ['six pieces of china', 6],
      ['box of 24 pencils', 24],
      ['iPhone 12', 1],
      ['4x4 truck', 1],
      ['', 1],
    ],
  ],
]

describe.each(fields)('the %s', (field, cases) => {
  it.each(cases)('of %j is %j', (subject, expected) => {
    expect(read(subject)[field]).toBe(expected)
  })
})

describe('reading', () => {
  it('takes any text and any attributes without failing, and stays in bounds', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 })
    fc.assert(
      fc.property(
        text,
        fc.option(text, { nil: null }),
        fc.dictionary(text, text, { maxKeys: 8 }),
        (title, brand, attributes) => {
          const found = readIdentity({ title, brand, attributes }, isKnownMaker)
          expect(found.tokens.length).toBeLessThanOrEqual(20)
          expect(found.quantity).toBeGreaterThanOrEqual(1)
          expect(Number.isInteger(found.storageGb)).toBe(true)
          expect(found.year === 0 || (found.year >= 1950 && found.year < 2050)).toBe(true)
          expect(comparisonTitle({ title, brand, attributes }).length).toBeLessThanOrEqual(
            Math.max(240, title.length),
          )
        },
      ),
    )
  })

  it('does not take names that objects have by themselves for something that was said', () => {
    const found = read({
      title: 'constructor __proto__ toString',
      attributes: JSON.parse('{"__proto__":"x","constructor":"y"}'),
    })
    expect(found).toMatchObject({ brand: null, model: null, size: null, material: null, quantity: 1 })
  })

  it('reads ten thousand words in a moment', () => {
    const startedAt = performance.now()
    read({ title: 'very long words indeed '.repeat(10_000), brand: 'x'.repeat(100_000) })
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})

describe('the title for comparison', () => {
  it.each([
    [{ title: 'Galaxy S10', brand: 'Samsung' }, 'Samsung Galaxy S10'],
    [{ title: 'Samsung Galaxy S10', brand: 'SAMSUNG' }, 'Samsung Galaxy S10'],
    [{ title: 'Galaxy S10', attributes: { storage: '128 GB' } }, 'Galaxy S10 128gb'],
    [{ title: 'Galaxy S10 64GB', attributes: { storage: '128 GB' } }, 'Galaxy S10 64GB'],
    [{ title: 'Corolla', attributes: { make: 'Toyota', year: '2011' } }, 'Toyota Corolla 2011'],
    [{ title: 'Galaxy S10', brand: 'N/A' }, 'Galaxy S10'],
    [{ title: 'nothing more' }, 'nothing more'],
  ] satisfies [IdentitySubject, string][])(
    'of %j is %j: what only the attributes tell is added',
    (subject, expected) => {
      expect(comparisonTitle(subject)).toBe(expected)
    },
  )

  it('a long title loses its own tail, not the facts', () => {
    const title = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
    expect(comparisonTitle({ title, brand: 'Samsung', attributes: { storage: '128 GB' } })).toMatch(
      /^Samsung word0 .*128gb$/,
    )
  })
})

describe('the very same thing', () => {
  const key = (subject: IdentitySubject | string) => identityKey(read(subject))
  const rows: [IdentitySubject, IdentitySubject, boolean][] = [
    [
      { title: '2007 Toyota Prius hybrid', attributes: { item: '2007 Toyota', size: 'compact' } },
      { title: '2008 Toyota Prius', attributes: { item: '2008 toyota prius' } },
      true,
    ],
    [
      { title: 'LOW MILES BMW 335i 2008', attributes: { item: '2008 bmw 3 series 335i' } },
      { title: '2008 BMW 335i coupe' },
      true,
    ],
    [
      { title: '2009 BMW 3 Series 328i' },
      { title: '2008 BMW 335i', attributes: { item: '2008 bmw 3 series 335i' } },
      false,
    ],
    [{ title: '2007 Toyota Prius' }, { title: '2003 Toyota Prius' }, false],
  ]
  it.each(rows)('%j and %j: %s', (one, other, same) => {
    expect(isExact(key(one), key(other), 0)).toBe(same)
  })
})
