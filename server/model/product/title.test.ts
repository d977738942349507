import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apostropheSigns } from '../../core/text.ts'
import { readProductTitle, titleOfOnePiece } from './title.ts'

const read = readProductTitle
const textOf = (title: string) => read(title).words.map(({ text }) => text)
const some = { numRuns: 60 }
const inchSigns = [
  '"',
  "''",
  '”',
  '“',
  '″',
  '′′',
  '˝',
  'ʺ',
  '＂',
  ' "',
  ' ”',
  ' in',
  ' inch',
  '-inch',
  ' inches',
  'in',
]

describe('the size', () => {
  it.each([
    ['Samsung 43" TV', '43in'],
    ['Monitor (24”) 144Hz', '24in'],
    ['TV 32 in', '32in'],
    ['Bike 27.5″ wheels', '27.5in'],
    ['Pot 5 1/2" deep', '5.5in'],
    ['½" drill bit', '0.5in'],
    ['Surfboard 6\'2" fish', '6ft2in'],
    ['Surfboard 6′2″ fish', '6ft2in'],
    ["5' fiddle leaf fig", '5ft'],
    ['5ft shelf', '5ft'],
    ['Mirror 5 ft 4 in', '5ft4in'],
    ['Air Max EU44', 'eu 44'],
    ['Road bike 56 cm', '56cm'],
    ['Lens 50mm', '50mm'],
    ['29er hardtail', '29in'],
    ['King mattress, medium firm', 'king'],
    ['Twin XL bed frame', 'twin xl'],
    ['Cal King duvet', 'cal king'],
    ['Full size futon', 'full'],
    ['Queen LP, A Night at the Opera', null],
    ['Full suspension bike', null],
    ['Twin turbo kit', null],
    ['Nike hoodie size M', 'm'],
    ['Patagonia jacket XL', 'xl'],
    ['Rain jacket, x-large', 'xl'],
    ['Trek bike medium frame', 'm'],
    ['Sony Xperia L', null],
    ['Tesla Model S wheels', null],
    ['Xbox Series S', null],
    ['Large mirror', null],
    ['Ski boots size 26.5', '26.5'],
    ['Ring size 7', '7'],
    ['Jordan 1 US 9.5 shoes', 'us 9.5'],
    ['Boots EUR 42', 'eu 42'],
    ['Levi’s 501 W32 L34', '32x34'],
    ['Rain suit 3T', '3t'],
    ['"Fast 5" DVD', null],
    ['The “1975” poster', null],
    ["Songs of the 90's", null],
    ['2 in 1 laptop', null],
    ['60 in stock', null],
    ['Rower 26 cali', '26in'],
    ['Rower 20 cale', '20in'],
    ['Cykel 28 tum', '28in'],
  ])('of %s is %s', (title, size) => {
    expect(read(title).size).toBe(size)
  })
  it('in inches is the same whatever sign says it', () => {
    const figure = fc
      .tuple(fc.integer({ min: 4, max: 120 }), fc.constantFrom('', '.5', '.9'))
      .map((pair) => pair.join(''))
    fc.assert(
      fc.property(
        figure,
        fc.constantFrom(...inchSigns),
        fc.constantFrom('', ' led', ', black'),
        (value, sign, end) => {
          expect(read(`Panel ${value}${sign}${end}`).size).toBe(`${value}in`)
        },
      ),
      some,
    )
  })
  it('is no s of a possessive, whatever sign is put for its apostrophe', () => {
    const signs = [...apostropheSigns]
    expect(signs.length).toBeGreaterThan(10)
    const owners = fc.constantFrom('Men', 'Levi', 'Kid', 'Women', 'Lands’ End Boy', 'Carter')
    fc.assert(
      fc.property(owners, fc.constantFrom(...signs), fc.constantFrom('s', 'S'), (owner, sign, s) => {
        expect(read(`${owner}${sign}${s} jacket`).size).toBe(null)
        expect(read(`Shell ${owner}${sign}${s} jacket L`).size).toBe('l')
      }),
      some,
    )
  })
})

describe('memory and storage', () => {
  it.each([
    ['Laptop 16GB/512GB', 512, 16],
    ['Laptop 8GB RAM 256GB SSD', 256, 8],
    ['MacBook Air 8 GB 256 GB', 256, 8],
    ['Thinkpad, RAM 16GB, SSD 1TB', 1024, 16],
    ['Thinkpad i5 8GB RAM', 0, 8],
    ['Phone 8+128GB', 128, 0],
    ['RAM kit 2x16GB DDR4', 32, 32],
    ['RAM kit 2 x 8 GB DDR3', 16, 16],
    ['16GBx2 DDR5', 32, 32],
    ['4GB x 2 DDR3 laptop memory', 8, 8],
    ['4 x 4TB NAS drives', 16_384, 0],
    ['2x 64GB iPhone 8', 64, 0],
    ['Drive 1,5TB', 1536, 0],
    ['Drive 1.5 TB', 1536, 0],
    ['Disque dur 1 To', 1024, 0],
    ['Clé USB 128Go', 128, 0],
    ['Clé USB 128 Go', 128, 0],
    ['Sizes 8 To 10', 0, 0],
    ['iPhone X 64G', 64, 0],
    ['Phone 5G 128gb', 128, 0],
    ['Galaxy 4G LTE', 0, 0],
    ['Yarn 100g', 0, 0],
    ['GTX 1060 6GB', 6, 0],
  ])('of %s are %s and %s', (title, storageGb, ramGb) => {
    expect(read(title)).toMatchObject({ storageGb, ramGb })
  })
  it('are the same with a point, a comma and a gap', () => {
    const tenths = fc.integer({ min: 11, max: 89 }).filter((value) => value % 10 !== 0)
    fc.assert(
      fc.property(tenths, fc.constantFrom('TB', ' TB', 'tb', ' tb'), (value, unit) => {
        const [whole, rest] = [Math.floor(value / 10), value % 10]
        const byPoint = read(`Drive ${whole}.${rest}${unit}`).storageGb
        expect(byPoint).toBeCloseTo((value / 10) * 1024, 3)
        expect(read(`Drive ${whole},${rest}${unit}`).storageGb).toBe(byPoint)
      }),
      some,
    )
  })
  it('of a kit are those of all its pieces, however it is written', () => {
    const each = fc.constantFrom(4, 8, 16, 32)
    const ways = fc.constantFrom(
      (n: number, gb: number) => `${n}x${gb}GB`,
      (n: number, gb: number) => `${n} x ${gb}GB`,
      (n: number, gb: number) => `${n}x ${gb} GB`,
      (n: number, gb: number) => `${n}×${gb}GB`,
      (n: number, gb: number) => `${gb}GBx${n}`,
      (n: number, gb: number) => `${gb}GB x ${n}`,
      (n: number, gb: number) => `${gb}GB x${n}`,
    )
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), each, ways, (count, gb, way) => {
        expect(read(`Dimms ${way(count, gb)} DDR4`)).toMatchObject({
          storageGb: count * gb,
          quantity: { count: 1 },
        })
      }),
      some,
    )
  })
})

describe('a model is the same words written together, apart or with a hyphen', () => {
  it.each([
    [
      ['iPhone13', 'iPhone 13', 'i-phone 13', 'iphone-13', 'I Phone 13', 'iPhone™ 13', 'iPhone® 13'],
      ['iphone', '13'],
    ],
    [['PS5', 'PS 5', 'PS-5', 'ps5'], ['ps5']],
    [
      ['PlayStation5', 'Play Station 5', 'Play-Station 5'],
      ['playstation', '5'],
    ],
    [
      ['GoPro Hero9', 'Go Pro Hero 9', 'go-pro hero-9'],
      ['gopro', 'hero', '9'],
    ],
    [['S10', 'S 10', 's-10'], ['s10']],
    [
      ['GalaxyS10', 'Galaxy S10', 'galaxy-s10'],
      ['galaxy', 's10'],
    ],
    [
      ['S10+', 'S10 Plus', 'S 10 plus'],
      ['s10', 'plus'],
    ],
    [
      ['iPhone4s', 'iPhone 4s', 'iPhone 4 S'],
      ['iphone', '4s'],
    ],
    [
      ['iPhone13ProMax', 'iPhone 13 Pro Max', 'iphone 13 promax'],
      ['iphone', '13', 'pro', 'max'],
    ],
    [
      ['RTX3080Ti', 'RTX 3080 Ti', 'RTX-3080 Ti', 'RTX 3080Ti'],
      ['rtx', '3080', 'ti'],
    ],
    [
      ['WH-1000XM4', 'WH1000XM4', 'WH 1000 XM 4', 'WH-1000 XM4'],
      ['wh1000', 'xm4'],
    ],
    [['F-150', 'F150', 'F 150'], ['f150']],
    [['A4'], ['a4']],
    [['MP3', 'MP 3'], ['mp3']],
    [['4K', '4 K'], ['4k']],
    [['TV 55'], ['tv', '55']],
    [['set of 10'], ['set', 'of', '10']],
    [['size M 10'], ['size', 'm', '10']],
    [['Model X 2018'], ['model', 'x', '2018']],
  ])('%j', (spellings, expected) => {
    for (const title of spellings) expect(textOf(title)).toEqual(expected)
  })
  it('by rule, not by name', () => {
    const letters = (minLength: number, maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...'bkrtz'), minLength, maxLength })
    fc.assert(
      fc.property(letters(2, 2), fc.integer({ min: 2, max: 999 }), (name, number) => {
        const [first, ...rest] = [`${name}${number}`, `${name} ${number}`, `${name}-${number}`].map((model) =>
          textOf(`Acme ${model} case`),
        )
        for (const other of rest) expect(other).toEqual(first)
      }),
      some,
    )
    fc.assert(
      fc.property(letters(3, 3), fc.integer({ min: 2, max: 999 }), (name, number) => {
        expect(textOf(`Acme ${name}${number} case`)).toEqual(textOf(`Acme ${name} ${number} case`))
      }),
      some,
    )
  })
})

describe('pieces', () => {
  it.each([
    ['2x iPhone 13', 2, 'iphone 13'],
    ['2 x iPhone 13', 2, 'iphone 13'],
    ['iPhone 7 x2', 2, 'iphone 7'],
    ['set of 4 Galaxy S21', 4, 'galaxy s21'],
    ['Set of four chairs', 4, 'chairs'],
    ['pair of speakers', 2, 'speakers'],
    ['pair of nike shoes', 1, 'pair of nike shoes'],
    ['lot of 10 DVDs', 10, 'dvds'],
    ['6-pack socks', 6, 'socks'],
    ['Detox tea 2 bottles', 2, 'detox tea'],
    ['BMW X2', 1, 'bmw x2'],
    ['4x4 truck', 1, '4x4 truck'],
    ['10x zoom lens', 1, '10x zoom lens'],
    ['2 x 12in woofers', 1, '2 x 12in woofers'],
  ])('of %s are %s, one of which is %s', (title, count, one) => {
    const product = read(title)
    expect([product.quantity.count, titleOfOnePiece(product)]).toEqual([count, one])
  })
})

describe('what tells one of a row', () => {
  it.each([
    ['Left fender', [['side', 'left']]],
    ['fender RH', [['side', 'right']]],
    ['Passenger side mirror', [['seat', 'passenger']]],
    ['Available right now', []],
    ['Back to school desk', []],
    ['Atlas Vol. III', [['volume', '3']]],
    ['Atlas volume 03', [['volume', '3']]],
    ['Show season 4', [['season', '4']]],
    ['Comic #12', [['number', '12']]],
    ['Physics 3rd edition', [['edition', '3']]],
    ['Game Deluxe Edition', [['edition', 'deluxe']]],
  ])('%s', (title, marks) => {
    const found = read(title).marks.filter(({ kind }) => kind !== 'generation')
    expect(found.map(({ kind, value }) => [kind, value])).toEqual(marks)
  })
  it.each([
    ['iPhone 6 Plus', ['plus']],
    ['iPhone 13 Pro Max', ['pro', 'max']],
    ['iPhone 8 + charger', []],
    ['iPhone 8 plus charger', []],
    ['iPhone 6 + gold 16GB', ['plus']],
    ['Galaxy S8 (NOT A PLUS)', []],
    ['Galaxy S8 64gb Active', ['active']],
    ['Active wear', []],
    ['Max Mara coat', []],
    ['iPad mini 4', ['mini']],
  ])('the variants of %s', (title, variants) => {
    expect(read(title).variants).toEqual(variants)
  })
})

describe('reading', () => {
  it('takes any text, gives the same for it twice, and stays in bounds', () => {
    const word = fc.constantFrom(
      '2x16gb',
      '1,5tb',
      "men's",
      '6\'2"',
      '27”',
      'iphone13',
      '4',
      'x',
      'of',
      'set',
      'vol',
      '"',
      '½',
      '+',
      '#',
      'W32',
      'l34',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(word, { maxLength: 80 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(text, (title) => {
        const product = read(title)
        expect(read(title)).toEqual(product)
        expect(product.words.length).toBeLessThanOrEqual(60)
        expect(product.words.every((one) => one.text.length > 0 && one.text.length <= 40)).toBe(true)
        expect(Number.isFinite(product.storageGb) && product.storageGb >= 0).toBe(true)
        expect(product.quantity.count).toBeGreaterThanOrEqual(1)
      }),
    )
  })
  it('takes time in proportion to the text, whatever the text', () => {
    for (const part of ['"', "'", '5"', "6'", '1/2 ', '2x', 'a1', '-', '1,', '́', 'x 4tb '])
      expect(read(part.repeat(100_000)).words.length).toBeLessThanOrEqual(60)
  })
})
