import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import craigslist from '../../marketplaces/craigslist/index.ts'
import { categories } from '../../model/listing-schema.ts'
import { siteCodesOf } from '../../model/site-codes.ts'
import { categoryOf, normalizeCategory } from './category.ts'

describe('normalizeCategory', () => {
  it.each([
    ['Apple iPhone 13 128GB unlocked', 'phones'],
    ['Samsung Galaxy S21 with case and charger', 'phones'],
    ['iPhone 11 64gb + free leather case', 'phones'],
    ['iPhone 11 for parts', 'phones'],
    ['iPhone 8 Plus, new battery', 'phones'],
    ['iPad Air 64GB', 'tablets'],
    ['ThinkPad T480 laptop', 'computers'],
    ['Canon EOS 60D camera body', 'cameras'],
    ['Bose bluetooth speaker', 'audio'],
    ['55 inch smart TV', 'tv-video'],
    ['Nintendo Switch console', 'games'],
    ['Sectional sofa, grey', 'furniture'],
    ['TV stand', 'furniture'],
    ['Coffee table', 'furniture'],
    ['Coffee maker', 'appliances'],
    ['Persian area rug', 'home'],
    ['Lawn mower', 'garden'],
    ['DeWalt cordless drill', 'tools'],
    ['Trek mountain bike 29er', 'bikes'],
    ['2009 Honda Civic EX sedan', 'cars'],
    ['Honda dirt bike 125cc', 'motorcycles'],
    ['Exercise bike', 'sports'],
    ['Set of 4 winter tires', 'vehicle-parts'],
    ['Tandem kayak', 'boats-rv'],
    ['Winter jacket', 'clothing'],
    ['Ladies tops, three of them', 'clothing'],
    ['Silk top', 'clothing'],
    // Praise, not a garment.
    ['Dining table, top quality', 'furniture'],
    ['Laptop in top condition', 'computers'],
    ['Electric bike *top seller*', 'bikes'],
    ['Akustikgitarre, guitar, top Zustand', 'instruments'],
    ['Running shoes size 9', 'shoes'],
    ['Leather handbag', 'bags'],
    ['14k gold necklace', 'jewelry'],
    ['Seiko automatic watch', 'watches'],
    ['Eyeshadow palette', 'beauty'],
    ['Lego castle', 'toys'],
    ['Baby stroller', 'baby'],
    ['Dog crate, large', 'pets'],
    ['Calculus textbook', 'books'],
    ['Jazz vinyl records', 'music'],
    ['Acoustic guitar', 'instruments'],
    ['Pokemon trading card', 'collectibles'],
    ['Two concert tickets', 'tickets'],
    ['Blåhaj', 'other'],
    ['', 'other'],
  ] as const)('files the title %j under %s', (title, category) => {
    expect(normalizeCategory(title)).toBe(category)
  })

  it.each([
    'iPhone 11 case',
    'Leather case for iPhone 12',
    'Galaxy S21 screen protector',
    'MacBook Pro charger',
    'iPad Air keyboard case',
    'OtterBox Defender iPhone 6 Plus/6s Plus',
    'iPhone 7/6/5 screen replacement',
  ])('files %j, which is for a device and not a device, under electronics', (title) => {
    expect(normalizeCategory(title)).toBe('electronics')
    expect(normalizeCategory(title, 'cell phones')).toBe('electronics')
  })

  it.each([
    ['Home & Garden / Garden & Patio / Lawnmowers & Trimmers', 'garden'],
    ['Women/Jewelry/Necklaces', 'jewelry'],
    ['Women/Shoes/Boots', 'shoes'],
    ['Women/Dresses/Other', 'clothing'],
    ['Kids/Girls 2T-5T/Shoes', 'baby'],
    ['Baby & Kids Stuff / Toys', 'toys'],
    ['Sports, Leisure & Travel / Golf Equipment / Bags', 'sports'],
    ['Electronics/Video Games & Consoles/Games', 'games'],
    ['Electronics/Cell Phones & Accessories/Cases, Covers & Skins', 'electronics'],
    ['Cell Phones & Accessories > Cell Phones & Smartphones', 'phones'],
    ['bicycle/enduro', 'bikes'],
    ['photo/video', 'cameras'],
    ['trailers', 'vehicle-parts'],
  ] as const)('reads the site category %j as %s', (path, category) => {
    expect(normalizeCategory('x', path)).toBe(category)
  })

  it.each([
    ['fua', 'furniture'],
    ['mob', 'phones'],
    ['bik', 'bikes'],
    ['cto', 'cars'],
    ['zip', 'free'],
    ['pho', 'cameras'],
    ['hhh', 'housing'],
  ] as const)('reads the site category %j, which is a code, as %s', (code, category) => {
    expect(normalizeCategory('x', code)).not.toBe(category)
    expect(normalizeCategory('x', code, siteCodesOf([craigslist]))).toBe(category)
  })

  it('lets the title refine a department and not overrule a precise category', () => {
    expect(normalizeCategory('Bose headphones', 'Electronics')).toBe('audio')
    expect(normalizeCategory('Mystery box', 'Electronics')).toBe('electronics')
    expect(normalizeCategory('Guitar shaped coffee table', 'furniture')).toBe('furniture')
    expect(normalizeCategory('Surfboard 6 ft', 'cell phones')).toBe('sports')
  })

  it('says what decided', () => {
    expect(categoryOf('Oak desk', 'furniture').from).toBe('site')
    expect(categoryOf('Oak desk').from).toBe('title')
    expect(categoryOf('Oak desk', 'F/1056').from).toBe('title')
    expect(categoryOf('?').from).toBeNull()
  })

  it('answers one of our categories for any title and any path', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.string(), { nil: undefined }),
        (title, path) => {
          expect(categories).toContain(normalizeCategory(title, path))
        },
      ),
    )
    expect(categories).toContain(normalizeCategory('a '.repeat(1_000_000), '/'.repeat(1_000_000)))
    expect(normalizeCategory('constructor __proto__ toString', '__proto__/constructor')).toBe('other')
  })
})
