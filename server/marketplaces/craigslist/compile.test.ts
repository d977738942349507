import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import { conditions } from '../../model/listing-schema.ts'
import type { SearchQuery } from '../contract.ts'
import { areaTable } from './area-table.ts'
import { areaByHost, areaCurrency, nearestArea } from './areas.ts'
import { searchAddress } from './compile.ts'
import craigslist from './index.ts'

const nothing: SearchQuery = { all: [], any: [], none: [], categories: [], conditions: [], currency: 'USD' }

const compile = (query: Partial<SearchQuery>, settings: FieldValues = { area: 'sfbay' }) =>
  craigslist.compile({ ...nothing, ...query }, settings)

describe('the area of a source', () => {
  it.each([
    ['sfbay', 'sfbay'],
    [' SFBay.craigslist.org ', 'sfbay'],
    ['https://sfbay.craigslist.org/search/fua', 'sfbay'],
    ['https://www.craigslist.org/search/area/newyork?cat=sss', 'newyork'],
    ['San Francisco Bay Area', 'sfbay'],
    ['someplacenew', 'someplacenew'],
  ])('is understood as people write it: %s', (area, host) => {
    expect(compile({}, { area }).request.area).toBe(host)
  })

  it.each([
    ['94110', 'sfbay'],
    ['10001', 'newyork'],
    ['Detroit, MI', 'detroit'],
    ['Tacoma, WA', 'seattle'],
  ])('is the nearest one to the place of the source: %s', (place, host) => {
    expect(compile({}, { place }).request.area).toBe(host)
  })

  it.each([
    [{}, 'area'],
    [{ area: 'not an area!' }, 'area'],
    [{ area: 'https://evil.example/?x' }, 'area'],
    [{ place: 'Xyzzyville Nowhere' }, 'place'],
    [{ area: 'sfbay', category: 'furniture' }, 'category'],
  ])('that is missing or nonsense is refused by field: %j', (settings, field) => {
    const refusal = (() => {
      try {
        return compile({}, settings)
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'bad-input', fields: { [field]: expect.any(String) } })
  })

  it('stays on the right side of a border', () => {
    expect(nearestArea(42.33, -83.05, 'US').host).toBe('detroit')
    expect(nearestArea(42.3, -83.02, 'CA').host).toBe('windsor')
  })
})

describe('the table of areas', () => {
  it('has each hostname once, on Earth, with a currency', () => {
    expect(new Set(areaTable.map(([host]) => host)).size).toBe(areaTable.length)
    expect(areaTable.length).toBeGreaterThan(500)
    for (const [host, lat, lon, country] of areaTable) {
      expect(host).toMatch(/^[a-z]+$/)
      expect(Math.abs(lat)).toBeLessThan(72)
      expect(Math.abs(lon)).toBeLessThan(180)
      expect(country).toMatch(/^[A-Z]{2}$/)
      expect(areaCurrency(host)).toMatch(/^[A-Z]{3}$/)
    }
    expect(areaByHost('sfbay')).toMatchObject({ country: 'US', name: 'San Francisco Bay Area' })
    expect([areaCurrency('toronto'), areaCurrency('paris'), areaCurrency('nowhere')]).toEqual([
      'CAD',
      'EUR',
      undefined,
    ])
  })

  it('finds every area from its own middle', () => {
    for (const [host, lat, lon, country] of areaTable) expect(nearestArea(lat, lon, country).host).toBe(host)
  })
})

describe('a compiled query', () => {
  it('without filters asks for everything for sale, newest first', () => {
    expect(compile({})).toEqual({
      request: { area: 'sfbay', cat: 'sss', sort: 'date' },
      pushed: [],
      residual: [],
    })
  })

  it('writes words, phrases, alternatives and exclusions in the site’s syntax', () => {
    expect(
      compile({ all: ['sectional', 'west elm'], any: ['blue', 'navy blue'], none: ['leather'] }),
    ).toMatchObject({
      request: { query: 'sectional "west elm" (blue|"navy blue") -leather' },
      pushed: ['all', 'any', 'none'],
      residual: ['all', 'any', 'none'],
    })
    expect(compile({ any: ['ps5', 'xbox'] })).toMatchObject({
      request: { query: 'ps5|xbox' },
      pushed: ['any'],
      residual: [],
    })
    expect(compile({ all: ['couch'] })).toMatchObject({ pushed: ['all'], residual: [] })
  })

  it('keeps what the syntax cannot say for us', () => {
    expect(compile({ any: ['|', 'xbox'], all: ['"'], none: ['-'] })).toMatchObject({
      pushed: [],
      residual: ['all', 'any', 'none'],
    })
    expect(compile({ any: ['|', 'xbox'] }).request).not.toHaveProperty('query')
    const many = compile({ any: Array.from({ length: 200 }, (_, i) => `word${i}`), all: ['couch'] })
    expect(many).toMatchObject({ request: { query: 'couch' }, pushed: ['all'], residual: ['any'] })
  })

  it('lets no term become an operator', () => {
    const { request } = compile({ all: ['-(a|b)*', '--x'], none: ['"y'] })
    expect(request.query).toBe('"a b" x -y')
  })

  it('rounds prices outwards, and only in the area’s own currency', () => {
    expect(compile({ priceCentsMin: 1050, priceCentsMax: 29_999 })).toMatchObject({
      request: { min_price: '10', max_price: '300' },
      pushed: ['price'],
      residual: ['price'],
    })
    expect(compile({ priceCentsMax: 30_000 })).toMatchObject({ pushed: ['price'], residual: [] })
    for (const area of ['toronto', 'unheardof'])
      expect(compile({ priceCentsMax: 30_000 }, { area })).toMatchObject({ pushed: [], residual: ['price'] })
    expect(compile({ priceCentsMax: 30_000, currency: 'JPY' }, { area: 'tokyo' }).request.max_price).toBe(
      '30000',
    )
  })

  it('never asks for less than was wanted', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (min, more) => {
        const { request } = compile({ priceCentsMin: min, priceCentsMax: min + more })
        expect(Number(request.min_price) * 100).toBeLessThanOrEqual(min)
        expect(Number(request.max_price) * 100).toBeGreaterThanOrEqual(min + more)
      }),
    )
  })

  it('pushes a place by its US postal code, in whole miles that cover the radius', () => {
    const place = { lat: 37.75, lon: -122.41, radiusKm: 40, postalCode: '94110', country: 'US' }
    expect(compile({ place })).toMatchObject({
      request: { postal: '94110', search_distance: '25' },
      pushed: ['place'],
      residual: ['place'],
    })
    const { postalCode: _, ...bare } = place
    for (const other of [
      bare,
      { ...place, country: 'CA', postalCode: 'M5V 2T6' },
      { ...place, country: 'DE', postalCode: '10115' },
    ])
      expect(compile({ place: other })).toMatchObject({ pushed: [], residual: ['place'] })
  })

  it('maps conditions, the last two of which the site lumps together', () => {
    expect(compile({ conditions: ['good', 'new'] })).toMatchObject({
      request: { condition: '10,40' },
      pushed: ['conditions'],
      residual: [],
    })
    expect(compile({ conditions: ['poor', 'for-parts'] })).toMatchObject({
      request: { condition: '50,60' },
      pushed: ['conditions'],
      residual: ['conditions'],
    })
    expect(compile({ conditions: [...conditions] }).request.condition).toBe('10,20,30,40,50,60')
  })

  it('narrows to one category where the site has it, and never beyond the source’s own', () => {
    expect(compile({ categories: ['furniture'] })).toMatchObject({
      request: { cat: 'fua' },
      pushed: ['categories'],
      residual: [],
    })
    expect(compile({ categories: ['shoes'] })).toMatchObject({
      request: { cat: 'cla' },
      residual: ['categories'],
    })
    for (const categories of [['tablets'], ['furniture', 'home']] satisfies SearchQuery['categories'][])
      expect(compile({ categories })).toMatchObject({
        request: { cat: 'sss' },
        pushed: [],
        residual: ['categories'],
      })
    expect(compile({ categories: ['furniture'] }, { area: 'sfbay', category: 'zip' })).toMatchObject({
      request: { cat: 'zip' },
      residual: ['categories'],
    })
  })

  it('is the same text for the same query, and becomes one address', () => {
    const settings = { area: 'sfbay', seller: 'owner', withPhotos: true }
    const { request } = compile(
      { all: ['couch'], conditions: ['new', 'good'], priceCentsMax: 30_000 },
      settings,
    )
    expect(Object.keys(request)).toEqual(Object.keys(request).toSorted())
    expect(searchAddress(request, 'https://www.craigslist.org')).toBe(
      'https://www.craigslist.org/search/area/sfbay?cat=sss&hasPic=1&max_price=300&purveyor=owner&query=couch&sort=date&condition=10&condition=40',
    )
  })
})

it('tells the area of a listing by its address', () => {
  const areaOf = (url: string) => craigslist.areaOf!(url)
  expect(areaOf('https://boston.craigslist.org/gbs/fuo/d/desk/7700000001.html')).toMatchObject({
    country: 'US',
  })
  expect(areaOf('https://www.craigslist.org/view/d/desk/7700000001')).toBeNull()
  expect(areaOf('https://nowhere.example/boston')).toBeNull()
})
