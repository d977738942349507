import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareProducts, idfFrom } from './products.ts'
import { type ProductSource, readProduct } from './reading.ts'

const seen = new Map(
  Object.entries({ camera: 400, digital: 300, black: 500, sony: 200, phone: 300, cable: 200, ddr3: 200 }),
)
const idf = idfFrom(
  (word: string) => seen.get(word) ?? 1,
  () => 5000,
)

const source = (title: string, more: Partial<ProductSource> = {}): ProductSource => ({
  title,
  description: null,
  brand: null,
  priceCents: null,
  currency: null,
  attributes: {},
  ...more,
})
const compare = (a: ProductSource | string, b: ProductSource | string) => {
  const read = (side: ProductSource | string) => readProduct(typeof side === 'string' ? source(side) : side)
  return compareProducts(read(a), read(b), idf)
}
const part = (name: string, a: ProductSource | string, b: ProductSource | string) => {
  const found = compare(a, b).parts.find((one) => one.name === name)
  return found && { weight: found.weight, sentence: found.sentence() }
}

describe('a title is read as', () => {
  it.each([
    ['Panasonic Lumix DMC-FZ50K camera', { codes: ['dmcfz50k'] }],
    ['Garmin mount 010-10823-03', { codes: ['0101082303'].map((code) => code.slice(1)) }],
    ['Case Logic DCB-309BLACK backpack', { codes: ['dcb309'], colours: ['black'] }],
    ['SSD 1TB', { tokens: ['ssd', '1tb'], codes: [] }],
    ['SSD 1024 gb', { tokens: ['ssd', '1tb'], codes: [] }],
    ['24" monitor, 1920x1080, 3-in-1, 8-port', { codes: [] }],
    ['Lens 18-55mm', { codes: [] }],
    ['iPhone 12 for $400', { numbers: [12] }],
    ['Rolodex 66451 files - ROL66451', { codes: ['66451'] }],
  ])('%s', (title, expected) => {
    expect(readProduct(source(title))).toMatchObject(expected)
  })
})

describe('the parts say', () => {
  it('that both name one model, however it is written', () => {
    expect(part('model', 'Panasonic DMC-FZ50 camera', 'dmcfz50 camera by Panasonic')).toMatchObject({
      sentence: 'Both name the model DMCFZ50',
    })
    expect(part('model', 'Nikon Coolpix S710 camera', 'Nikon COOLPIXS710BK')!.weight).toBeGreaterThan(1)
    const described = source('Cyber-shot camera', { description: 'This is the DSC-W150, boxed' })
    expect(part('model', 'Sony DSC-W150 camera', described)!.weight).toBeGreaterThan(2)
    const stated = source('Laptop tripod', { attributes: { 'Model number': 'TG-6660TR' } })
    expect(part('model', 'Targus tripod tg6660tr', stated)!.weight).toBeGreaterThan(4)
  })
  it('that a number which everybody uses is no model', () => {
    expect(part('model', 'Corsair DDR3 memory', 'Kingston DDR3 memory')?.weight ?? 0).toBeLessThan(1)
  })
  it('that other numbers of one numbering scheme are other models', () => {
    expect(part('model', 'Case 012-34567', 'Case 012-34599')).toEqual({
      weight: -5,
      sentence: 'They name different models: 1234567 and 1234599',
    })
    expect(part('model', 'Mouse M310 wireless', 'Mouse M325 wireless')!.weight).toBeLessThan(-2)
  })
  it('that versions of a model are one only in one colour', () => {
    expect(part('model', 'Sony red DSC-W150R', 'Sony gold DSC-W150N')!.weight).toBeLessThan(0)
    expect(part('model', 'Yamaha black RXV863BKA', 'Yamaha black RXV863BLA')!.weight).toBeGreaterThan(2)
  })
  it.each([
    ['size', 'USB drive 8 GB', 'USB drive 16GB', 'One says 8 GB, the other 16'],
    ['number', 'Windows 7 licence', 'Windows 10 licence', 'One says 7, the other 10'],
    ['number', 'Galaxy S8', 'Galaxy S9', 'One says s8, the other s9'],
    ['colour', 'White bike', 'Grüne Bike green', 'One is white, the other green'],
    ['variant', 'Phone Pro', 'Phone mini', 'One is “pro”, the other “mini”'],
    ['kind', 'Phone case', 'Phone charger', 'One is about a case, the other about a charger'],
    ['kind', 'Phone case', 'Phone', 'Only one is about a case'],
    ['imitation', 'Toner cartridge', 'Compatible toner cartridge', 'Only one of them is the original'],
  ])('%s against: %s and %s', (name, a, b, sentence) => {
    const found = part(name, a, b)
    expect(found?.sentence).toBe(sentence)
    expect(found!.weight).toBeLessThan(0)
  })
  it('nothing against sizes that are rounded or said once', () => {
    expect(part('size', 'Camera 14.7 MP', 'Camera 14 MP')).toBeUndefined()
    expect(part('size', 'TV 21.6 inch', 'TV 22"')).toBeUndefined()
    expect(part('size', 'TV 22"', 'TV')).toBeUndefined()
    expect(part('number', 'Screen 135', 'Screen 135 inches')).toBeUndefined()
  })
  it('what brands and prices are worth', () => {
    const at = (priceCents: number, currency: string) => source('Thing', { priceCents, currency })
    expect(part('price', at(10_000, 'USD'), at(30_000, 'USD'))).toMatchObject({
      sentence: 'One is 67 % cheaper',
    })
    expect(part('price', at(10_000, 'USD'), at(30_000, 'EUR'))).toBeUndefined()
    const by = (brand: string) => source('Thing', { brand })
    expect(part('brand', by('Sony'), by('Canon'))).toEqual({
      weight: -2.5,
      sentence: 'One is by sony, the other by canon',
    })
  })
})

describe('comparing products', () => {
  const text = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 60 }), words())
  const anySource = fc.record({
    title: text,
    description: fc.option(text),
    brand: fc.option(fc.constantFrom('Sony', 'Sonic', 'Canon', '')),
    priceCents: fc.option(fc.nat({ max: 1e7 })),
    currency: fc.option(fc.constantFrom('USD', 'EUR')),
    attributes: fc.dictionary(fc.constantFrom('model', 'mpn', 'size', '__proto__'), text, { maxKeys: 3 }),
  })
  it('does not depend on which comes first and always gives a number', () => {
    fc.assert(
      fc.property(anySource, anySource, (a, b) => {
        const forward = compare(a, b).logOdds
        expect(Number.isFinite(forward)).toBe(true)
        expect(compare(b, a).logOdds).toBeCloseTo(forward, 9)
      }),
    )
  })
  it('takes a product with a model number for itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('camera', 'lens', 'zoom', 'kit'), { maxLength: 6 }), (more) => {
        const title = `Sony DSC-W150 ${more.join(' ')}`
        expect(compare(title, title).logOdds).toBeGreaterThan(0)
      }),
    )
  })
})

function words() {
  const word = fc.constantFrom(
    'sony',
    'dsc-w150',
    'dscw150b',
    '64gb',
    '12',
    'black',
    'red',
    'case',
    'pro',
    '"',
    'f/2.8',
    '1/2',
  )
  return fc.array(word, { maxLength: 12 }).map((list) => list.join(' '))
}
