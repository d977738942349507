import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPlace } from '../../core/places.ts'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import facebook from '../../marketplaces/facebook/index.ts'
import kleinanzeigen from '../../marketplaces/kleinanzeigen/index.ts'
import offerup from '../../marketplaces/offerup/index.ts'
import { ruleInputSchema } from '../../model/rule-schema.ts'
import { parseQuery } from '../query/query.ts'
import { matchesQuery } from '../query/query-meaning.ts'
import { testAtOnce } from '../query/regex-answers.ts'
import { readWords } from '../query/terms.ts'
import { csvColumns } from './csv.ts'
import { detectFormat, type ImportFormat, importFormats, importReaders } from './formats.ts'
import { type Imported, UnreadableImport } from './imported.ts'
import { readSearchUrl } from './search-url.ts'

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const sites = [craigslist, ebay, facebook, kleinanzeigen, offerup]
const context = { knowsPlace: (text: string) => findPlace(text) !== null, currency: 'USD', sites }
const read = (format: ImportFormat, text: string): Imported => importReaders[format](text, context)
const files = [
  ['ai-marketplace-monitor', 'ai-marketplace-monitor.toml'],
  ['changedetection', 'changedetection.json'],
  ['distill', 'distill.json'],
  ['fredy', 'fredy.json'],
  ['csv', 'rules.csv'],
] as const

describe.each(files)('a file of %s', (format, name) => {
  it('is recognised by its content and gives rules that are valid', () => {
    const text = fixture(name)
    expect(detectFormat(text)).toBe(format)
    const { rules } = read(format, text)
    expect(rules.length).toBeGreaterThan(0)
    for (const { rule } of rules) {
      const checked = ruleInputSchema.safeParse(rule)
      expect([rule, checked.error?.issues]).toEqual([rule, undefined])
      if (checked.data?.query) parseQuery(checked.data.query)
    }
  })
})

describe('ai-marketplace-monitor', () => {
  const { rules, notes } = read('ai-marketplace-monitor', fixture('ai-marketplace-monitor.toml'))
  const [gopro, lamp] = rules

  it('carries over words, prices, places, condition and sellers', () => {
    expect(gopro!.rule).toEqual({
      name: 'gopro',
      query: '((("Go Pro" OR gopro) (11 OR 12)) OR "osmo action") NOT (HERO4 OR case)',
      currency: 'USD',
      priceCentsMin: 10_000,
      priceCentsMax: 30_000,
      places: [
        { place: 'Oakland, CA', radiusKm: 40.2 },
        { place: 'San Francisco, CA', radiusKm: 40 },
      ],
      conditions: ['new', 'excellent', 'good'],
      handover: 'local',
      sellersNot: ['Shady Sam'],
    })
    expect(lamp!.rule).toMatchObject({
      name: 'desk lamp',
      query: 'desk lamp',
      places: [{ place: 'fresno', radiusKm: 32.2 }],
      handover: 'ships',
      enabled: false,
      priceCentsMax: 4_000,
    })
  })

  it('means by the words what the tool means, whole words aside', () => {
    const fits = (title: string) =>
      matchesQuery(parseQuery(gopro!.rule.query as string), readWords(title), () => false)
    expect(['GoPro 11', 'Go Pro hero 12', 'DJI Osmo Action'].map(fits)).toEqual([true, true, true])
    expect(['GoPro 10', 'gopro 11 with case', 'HERO4 gopro 12', 'action osmo'].map(fits)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it.each([
    ['max_prise = 300', { max_prise: 'is not known; did you mean max_price?' }],
    ["keyword = 'desk'", { keyword: 'is not known; did you mean keywords?' }],
    ["max_price = 'abc'", { max_price: expect.stringMatching(/^"abc" is no amount/) }],
    ["condition = ['used_godd']", { condition: expect.stringMatching(/there are new, used_like_new/) }],
    ["delivery_method = 'post'", { delivery_method: expect.stringMatching(/there are local_pick_up/) }],
    ["search_city = 'fresno'\nradius = '2O'", { radius: expect.stringMatching(/cannot be read/) }],
    ["antikeywords = ['(broken AND']", { antikeywords: expect.stringMatching(/cannot be read/) }],
  ])('makes no rule of an item that says %s', (line, problems) => {
    const { rules } = read('ai-marketplace-monitor', `[item.desk]\nsearch_phrases = 'desk'\n${line}\n`)
    expect(rules[0]!.problems).toEqual(problems)
  })

  it('names settings that it does not have, and refuses a misspelt section', () => {
    const { rules } = read('ai-marketplace-monitor', "[item.desk]\nsearch_phrases = 'desk'\nfuzziness = 3\n")
    expect(rules[0]!.problems).toBeUndefined()
    expect(rules[0]!.notes).toContain('Not known here and not carried over: "fuzziness".')
    expect(() =>
      read(
        'ai-marketplace-monitor',
        "[item.desk]\nsearch_phrases = 'desk'\n[marketplce.facebook]\nradius = 5",
      ),
    ).toThrow(/\[marketplce\] \(did you mean \[marketplace\]\?\)/)
  })

  it('says what it cannot carry over', () => {
    expect(gopro!.notes).toEqual([
      'What counts are its keywords; the search phrases (Go Pro Hero, gopro) only asked the site.',
      'Where sellers must be (oakland, alameda) was not carried over: distance decides here.',
      "The AI's rating of 4 was not carried over: a least deal score is what comes closest.",
      'Meant for the AI and not carried over: description.',
      'When to search (search_interval) was not carried over: sources have their own interval.',
      'Whom it notified (me) was not carried over: you are notified.',
      'It looks on every marketplace, not on facebook alone.',
    ])
    expect(lamp!.notes).toEqual(
      expect.arrayContaining([
        'Of its currencies only USD was taken: amounts are not converted here.',
        'The region "usa" was not carried over: the rule looks everywhere.',
        'The city "1122334455" is not known here: give the rule a place.',
        'The radius 20 was taken as miles.',
      ]),
    )
    expect(notes).toHaveLength(3)
    expect(notes[0]).toMatch(/^Users and their notification settings were not carried over/)
  })
})

describe('changedetection.io', () => {
  const { rules, notes } = read('changedetection', fixture('changedetection.json'))

  it('makes rules of watched searches, with what triggers', () => {
    expect(rules.map(({ rule }) => rule)).toEqual([
      {
        name: 'Aeron',
        query: expect.any(String),
        priceCentsMin: 10_000,
        priceCentsMax: 45_050,
        currency: 'USD',
        places: [{ place: '94110', radiusKm: 80.5 }],
        conditions: ['like-new', 'excellent', 'good', 'fair', 'poor'],
      },
      {
        name: 'Search on Craigslist',
        query: 'sofa OR couch',
        priceCentsMax: 30_000,
        currency: 'USD',
        places: [{ place: '94612', radiusKm: 16.1 }],
        enabled: false,
      },
    ])
    const fits = (title: string) =>
      matchesQuery(
        parseQuery(rules[0]!.rule.query as string),
        readWords(title),
        testAtOnce({ title, description: null }),
      )
    expect(fits('Herman Miller Aeron size B')).toBe(true)
    expect(fits('Herman Miller Embody PostureFit')).toBe(true)
    expect(fits('Herman Miller Aeron')).toBe(false)
    expect(fits('Herman Miller Mirra size B')).toBe(false)
    expect(fits('Herman Miller Aeron parts size B')).toBe(false)
    expect(fits('Herman Miller Aeron replica size B')).toBe(false)
  })

  it('says what it cannot carry over, and which watch became no rule', () => {
    expect(rules[0]!.notes).toEqual([
      'Only "Buy It Now" cannot be asked for.',
      'Text that must not be there is looked for in each listing, no longer in the whole page.',
      'Its tags (Office) were not carried over.',
      'Not carried over: text to ignore, selectors, notification addresses.',
      'It looks on every marketplace, not on eBay alone.',
    ])
    expect(rules[1]!.notes).toContain(
      'It notified below 250; the highest price of its address counts instead.',
    )
    expect(notes).toEqual([
      'watch "A product" became no rule: "https://shop.example.com/product/42" is no search on a site whose addresses are read here.',
    ])
  })

  it('takes one watch.json and the answer of its API too', () => {
    const watch = { uuid: 'u1', url: 'https://www.ebay.de/sch/i.html?_nkw=leica&_udhi=900', title: 'Leica' }
    for (const file of [watch, { u1: watch }]) {
      const text = JSON.stringify(file)
      expect(detectFormat(text)).toBe('changedetection')
      expect(read('changedetection', text).rules[0]!.rule).toEqual({
        name: 'Leica',
        keywords: { all: ['leica'] },
        priceCentsMax: 90_000,
        currency: 'EUR',
      })
    }
  })
})

describe('Distill', () => {
  it('makes rules of monitored searches', () => {
    const { rules, notes } = read('distill', fixture('distill.json'))
    expect(rules.map(({ rule }) => rule)).toEqual([
      {
        name: 'Bikes on Marketplace',
        keywords: { all: ['gravel', 'bike'] },
        priceCentsMin: 20_000,
        priceCentsMax: 90_000,
        currency: 'USD',
        conditions: ['like-new', 'excellent', 'good'],
        handover: 'local',
      },
      {
        name: 'Search on OfferUp',
        keywords: { all: ['kayak'] },
        priceCentsMin: 5_000,
        priceCentsMax: 40_000,
        currency: 'USD',
        conditions: ['like-new', 'excellent', 'good', 'fair', 'poor'],
        enabled: false,
      },
    ])
    expect(rules[0]!.notes).toEqual([
      'The city "oakland" is Facebook\'s own name: give the rule a place.',
      'The radius of 40 km was not carried over: it has no place.',
      'Its tags (bikes) were not carried over.',
      'Its selections on the page were not carried over: listings are read whole.',
      'It looks on every marketplace, not on Facebook Marketplace alone.',
    ])
    expect(notes).toHaveLength(1)
  })
})

describe('Fredy', () => {
  it('makes one rule for each search of a job that differs', () => {
    const { rules, notes } = read('fredy', fixture('fredy.json'))
    const [flat, , bike] = rules
    expect(rules.map(({ rule }) => rule.name)).toEqual([
      'Flat in Berlin',
      'Flat in Berlin (Kleinanzeigen)',
      'Cargo bike',
    ])
    expect(flat!.rule).toEqual({
      name: 'Flat in Berlin',
      categories: ['housing'],
      priceCentsMax: 110_000,
      currency: 'EUR',
      places: [{ place: 'berlin, Germany', radiusKm: null }],
      query: 'NOT (swap OR "Tausch Wohnung")',
    })
    expect(flat!.notes).toEqual([
      'The number of rooms (2.0-) was not carried over.',
      'The size (50.0-) was not carried over.',
      'The least number of rooms (2) was not carried over.',
      'The least size (50) was not carried over.',
      'The area drawn on the map was not carried over: give the rule a place.',
      'It notified by telegram: choose channels here.',
      'It looks on every marketplace that has such listings.',
    ])
    expect(bike!.rule).toEqual({
      name: 'Cargo bike',
      keywords: { all: ['lastenrad'] },
      priceCentsMin: 50_000,
      priceCentsMax: 200_000,
      currency: 'EUR',
      places: [{ place: 'berlin, Germany', radiusKm: 50 }],
      enabled: false,
    })
    expect(notes).toHaveLength(1)
  })

  it('takes the jobs of its older configuration too', () => {
    const url = 'https://www.immowelt.de/liste/muenchen/wohnungen/mieten?pma=1500'
    const text = JSON.stringify({ jobs: { flat: { provider: { immowelt: { url } }, blacklist: [] } } })
    expect(detectFormat(text)).toBe('fredy')
    expect(read('fredy', text).rules[0]!.rule).toEqual({
      name: 'flat',
      categories: ['housing'],
      priceCentsMax: 150_000,
      currency: 'EUR',
    })
  })
})

describe('a CSV table', () => {
  it('becomes one rule for each row', () => {
    const { rules, notes } = read('csv', fixture('rules.csv'))
    expect(rules.map(({ rule }) => rule)).toEqual([
      {
        name: 'Desk',
        keywords: { all: ['desk'], any: ['oak', 'pine'], none: ['toy'] },
        priceCentsMin: 5_000,
        priceCentsMax: 120_050,
        currency: 'USD',
        place: 'Oakland, CA',
        radiusKm: 25,
        conditions: ['good', 'like-new'],
        sellersNot: ['scrooge'],
        discountPctMin: 20,
        enabled: true,
      },
      {
        name: '(sofa OR couch) -leather',
        query: '(sofa OR couch) -leather',
        priceCentsMax: 30_000,
        currency: 'USD',
        enabled: false,
      },
      {
        name: 'Jacket',
        keywords: { all: ['wool', 'coat'] },
        priceCentsMax: 5_000,
        currency: 'EUR',
        conditions: ['new', 'like-new'],
      },
    ])
    expect(notes).toEqual([])
  })

  it('takes amounts that name no currency in that of the person', () => {
    const { rules } = importReaders.csv('name,all,max_price\nDesk,desk,50', { ...context, currency: 'JPY' })
    expect(rules[0]!.rule).toMatchObject({ currency: 'JPY', priceCentsMax: 50 })
  })

  it.each([
    ['name,al,max_price\nDesk,desk,50', /"al" \(did you mean all\?\)\. Rename them or take them out/],
    ['name,all,max_prize\nDesk,desk,50', /"max_prize" \(did you mean max_price\?\)/],
    ['name,all,colour\nDesk,desk,red', /columns that are not known: "colour"\./],
    ['name,all,Max price,max_price\nDesk,desk,50,60', /the column max_price twice/],
    ['name,all,\nDesk,desk,50', /cells in column 3, which has no name/],
    ['name,all\nDesk,desk,oak', /more cells than columns in line 2: put quotes around a cell/],
  ])('is refused with what to do where a cell has no place in it: %j', (text, problem) => {
    expect(() => read('csv', text)).toThrow(problem)
  })

  it('leaves out rows without a cell, and says which', () => {
    const { rules, notes } = read('csv', 'name,all\nDesk,desk\n,\n" ",\nLamp,lamp\n')
    expect(rules.map(({ where }) => where)).toEqual(['row 2', 'row 5'])
    expect(notes).toEqual(['Empty and left out: row 3, row 4.'])
  })

  it('makes no rule of a row in which a cell cannot be read', () => {
    const { rules } = read(
      'csv',
      'all,max_price,enabled,min_score,url\ndesk,6OO,maybe,many,https://example.com/x\nlamp,600,no,80,\n',
    )
    expect(Object.keys(rules[0]!.problems ?? {})).toEqual(['url', 'max_price', 'enabled', 'min_score'])
    expect(rules[0]!.problems?.max_price).toBe('"6OO" cannot be read; leave the cell empty for none')
    expect(rules[1]!.problems).toBeUndefined()
  })

  it('has the columns that docs/import-rules.md names', () => {
    const page = readFileSync(new URL('../../../docs/import-rules.md', import.meta.url), 'utf8')
    const table = page.split('\n## A table\n')[1]!
    const named = [...table.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name!)
    expect(named).toEqual(Object.keys(csvColumns))
  })

  it('is read with commas and tabs, a mark at its start and Windows line ends', () => {
    for (const sign of [',', '\t', ';']) {
      const { rules } = read('csv', `\ufeffname${sign}max_price\r\nA${sign}5\r\n"B${sign}C"${sign}6\r\n`)
      expect(rules.map(({ rule }) => [rule.name, rule.priceCentsMax])).toEqual([
        ['A', 500],
        [sign === '\t' ? 'B C' : `B${sign}C`, 600],
      ])
    }
  })
})

describe('addresses of searches', () => {
  const everywhere = { knowsPlace: () => true, currency: 'USD', sites }

  it('lose a place that is not known here, with a note', () => {
    const address = 'https://www.ebay.co.uk/sch/i.html?_nkw=desk&_stpos=ZZ99+9ZZ'
    expect(readSearchUrl(address, context)).toEqual({
      site: 'eBay',
      fields: { keywords: { all: ['desk'] }, currency: 'GBP' },
      notes: ['The place "ZZ99 9ZZ" is not known here: give the rule a place.'],
    })
  })

  it.each([
    [
      'https://www.ebay.co.uk/sch/i.html?_nkw=%22mid+century%22+desk&_sadis=10&_stpos=SW1A',
      'eBay',
      {
        keywords: { all: ['mid century', 'desk'] },
        currency: 'GBP',
        places: [{ place: 'SW1A', radiusKm: 16.1 }],
      },
    ],
    [
      'https://www.ebay.com/sch/i.html?_nkw=((broken&_udhi=abc',
      'eBay',
      { keywords: { all: ['broken'] }, currency: 'USD' },
    ],
    [
      'https://www.ebay.com/sch/i.html?_nkw=a1&_udlo=50&_udhi=10',
      'eBay',
      { keywords: { all: ['a1'] }, currency: 'USD', priceCentsMin: 1_000, priceCentsMax: 5_000 },
    ],
    [
      'https://vancouver.craigslist.org/search/van/bia?query=trek&condition=10&condition=20',
      'Craigslist',
      { keywords: { all: ['trek'] }, currency: 'USD', conditions: ['new', 'like-new'] },
    ],
    [
      'https://www.kleinanzeigen.de/s-fahrrad/k0',
      'Kleinanzeigen',
      { keywords: { all: ['fahrrad'] }, currency: 'EUR' },
    ],
    [
      'https://www.kleinanzeigen.de/s-suchanfrage.html?keywords=rennrad&maxPrice=400&radius=20&locationStr=K%C3%B6ln',
      'Kleinanzeigen',
      {
        keywords: { all: ['rennrad'] },
        currency: 'EUR',
        priceCentsMax: 40_000,
        places: [{ place: 'Köln, Germany', radiusKm: 20 }],
      },
    ],
    [
      'https://www.kleinanzeigen.de/s-preis:40:250/rennrad/k0',
      'Kleinanzeigen',
      { keywords: { all: ['rennrad'] }, currency: 'EUR', priceCentsMin: 4_000, priceCentsMax: 25_000 },
    ],
    [
      'https://www.kleinanzeigen.de/s-preis:30:/seite:3/werkbank/k0',
      'Kleinanzeigen',
      { keywords: { all: ['werkbank'] }, currency: 'EUR', priceCentsMin: 3_000 },
    ],
    [
      'https://www.ebay.de/sch/i.html?_nkw=a1&_udlo=2.000&_udhi=2500%2C50',
      'eBay',
      { keywords: { all: ['a1'] }, currency: 'EUR', priceCentsMin: 200_000, priceCentsMax: 250_050 },
    ],
    [
      'https://www.vinted.fr/catalog?search_text=manteau&price_from=10&currency=EUR',
      'Vinted',
      { keywords: { all: ['manteau'] }, currency: 'EUR', priceCentsMin: 1_000 },
    ],
  ])('are read: %s', (address, site, fields) => {
    expect(readSearchUrl(address, everywhere)).toMatchObject({ site, fields })
    expect(readSearchUrl(address, everywhere)!.fields).toEqual(fields)
  })

  it('leave out a price limit that is no amount, and say so', () => {
    const read = readSearchUrl('https://www.ebay.de/sch/i.html?_nkw=a1&_udhi=1.2.3', everywhere)!
    expect(read.fields).not.toHaveProperty('priceCentsMax')
    expect(read.notes.join(' ')).toContain('"1.2.3" was not carried over')
  })

  it('take no postal code of another country for one of the USA', () => {
    for (const address of [
      'https://www.ebay.de/sch/i.html?_nkw=tisch&_stpos=10115&_sadis=50',
      'https://www.kleinanzeigen.de/s-suchanfrage.html?keywords=tisch&locationStr=10115&radius=50',
    ])
      expect(readSearchUrl(address, everywhere)).toEqual({
        site: expect.any(String),
        fields: { keywords: { all: ['tisch'] }, currency: 'EUR' },
        notes: ['The postal code 10115 was not carried over: give the rule a place.'],
      })
  })

  it.each([
    'https://www.ebay.com/itm/123',
    'https://example.com/sch/i.html?_nkw=desk',
    'https://notebay.com/sch/i.html?_nkw=desk',
    'https://ebay.com.evil.example/sch?_nkw=desk',
    'https://sfbay.craigslist.org/eby/fuo/d/sofa/123.html',
    'https://www.facebook.com/groups/1',
    'javascript:alert(1)',
    'desk',
    '',
  ])('are none: %s', (address) => {
    expect(readSearchUrl(address, everywhere)).toBeNull()
  })

  it('never throw', () => {
    const hosts = [
      'www.ebay.com',
      'x.craigslist.org',
      'facebook.com',
      'offerup.com',
      'www.kleinanzeigen.de',
      'vinted.fr',
      'www.immowelt.de',
      'www.immobilienscout24.de',
    ]
    const part = fc.oneof(
      fc.webPath(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/search', '/s-x/k0', '/marketplace/x/search', '/catalog', '/Suche/a/b', '%ff'),
    )
    const query = fc.dictionary(
      fc.constantFrom(
        '_nkw',
        'query',
        'q',
        'search_text',
        'price',
        '_udlo',
        'max_price',
        'radius',
        'postal',
        '_stpos',
        'condition',
        'itemCondition',
        'LH_ItemCondition',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...hosts), part, query, (host, path, parameters) => {
        const found = readSearchUrl(`https://${host}${path}?${new URLSearchParams(parameters)}`, everywhere)
        expect(found === null || found.notes.every((note) => note.endsWith('.'))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('hostile files', () => {
  it('of any text and any JSON give rules or say in a sentence why not', () => {
    const names = [
      'watching',
      'data',
      'jobs',
      'provider',
      'uri',
      'url',
      'config',
      'name',
      'item',
      'tags',
      'blacklist',
      '__proto__',
      'constructor',
      'trigger_text',
      'settings',
    ]
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('https://www.ebay.com/sch/i.html?_nkw=desk', 'x', 1, null, true, '/[/'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
      ),
    }))
    const text = fc.oneof(
      value.map((one) => JSON.stringify(one)),
      fc.string({ unit: 'binary' }),
      fc.string().map((one) => `[item.a]\nkeywords = ${JSON.stringify(one)}`),
      fc.string().map((one) => `name,all\n${one}`),
    )
    fc.assert(
      fc.property(text, fc.option(fc.constantFrom(...importFormats), { nil: undefined }), (text, format) => {
        try {
          const { rules, notes } = read(format ?? detectFormat(text), text)
          for (const note of [...notes, ...rules.flatMap((one) => one.notes)]) expect(note).toMatch(/[.…]$/)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableImport)
        }
      }),
      { numRuns: 1_500 },
    )
  })

  it('that are deep, long or odd are refused quickly', () => {
    const start = performance.now()
    const odd: [ImportFormat, string][] = [
      ['deal-scout', '['.repeat(1_000_000)],
      ['deal-scout', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
      ['ai-marketplace-monitor', `a = ${'['.repeat(100_000)}`],
      ['ai-marketplace-monitor', `[a.${'b.'.repeat(100_000)}c]`],
      ['ai-marketplace-monitor', '[item.x'],
      ['csv', `name\n"${'x'.repeat(1_000_000)}`],
      ['csv', 'a,b\n1,2'],
      ['csv', ''],
      ['distill', '{"data": []}'],
      ['changedetection', '{"watching": {}}'],
      ['fredy', '{"jobs": 3}'],
    ]
    for (const [format, text] of odd) expect(() => read(format, text)).toThrow(UnreadableImport)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
