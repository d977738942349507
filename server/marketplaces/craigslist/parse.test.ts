import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seenListingSchema } from '../../model/listing-schema.ts'
import craigslist from './index.ts'

const folder = new URL('./fixtures/', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const names = readdirSync(folder)

describe('a result page of the new layout', () => {
  const page = craigslist.parse(fixture('search-new.html'))
  const byTitle = (title: string) => page.listings.filter((listing) => listing.title === title)

  it('gives every row its token, title, price and place, skipping the links to hubs', () => {
    expect(page).toMatchObject({ outcome: 'ok', next: null, complete: true })
    expect(page).not.toHaveProperty('rejected')
    expect(page.listings).toHaveLength(7)
    expect(page.listings[0]).toMatchObject({
      externalId: 'aB3dE5fG7hJ9kL2mN4pQ6r',
      title: 'Blue velvet sectional & ottoman',
      url: 'https://www.craigslist.org/view/d/maple-harbor-blue-velvet-sectional/aB3dE5fG7hJ9kL2mN4pQ6r',
      priceCents: 28_000,
      currency: 'USD',
      location: 'Maple Harbor',
      siteCategory: 'furniture',
    })
    expect(byTitle('Walnut standing desk')[0]).toMatchObject({ priceCents: 115_000 })
    expect(byTitle('Lounge chair "Aalvik"')[0]).toMatchObject({ priceCents: 9550 })
  })

  it('tells "no price" from "free"', () => {
    expect(byTitle('Bookshelf, five shelves')[0]).toMatchObject({ priceCents: null })
    expect(byTitle('Curb alert: oak dresser')[0]).toMatchObject({ priceCents: 0 })
  })

  it('resolves relative links', () => {
    expect(byTitle('Pine bench')[0]?.url).toBe(
      'https://www.craigslist.org/view/d/fernvale-pine-bench/eF7hJ9kL2mN4pQ6rS8uV1w',
    )
  })

  it('takes coordinates and pictures from JSON-LD only under a title that both sides have once', () => {
    expect(page.listings[0]).toMatchObject({ lat: 45.512346, lon: -122.654321 })
    expect(page.listings[0]?.imageUrls).toHaveLength(2)
    // The list lacks two rows before this one: order alone would have given it another's place.
    expect(byTitle('Lounge chair "Aalvik"')[0]).toMatchObject({ lat: 45.8, lon: -122.4 })
    for (const bench of byTitle('Pine bench')) expect(bench).not.toHaveProperty('lat')
    expect(byTitle('Bookshelf, five shelves')[0]).not.toHaveProperty('lat')
  })

  it('reads the same rows without JSON-LD, or with a broken one', () => {
    const text = fixture('search-new.html')
    const start = text.indexOf('{"@context": "https://schema.org", "@type": "ItemList"')
    expect(start).toBeGreaterThan(0)
    const broken = craigslist.parse(`${text.slice(0, start)}{"itemListElement":[${text.slice(start + 40)}`)
    expect(broken.listings.map((l) => l.externalId)).toEqual(page.listings.map((l) => l.externalId))
    expect(broken.listings.every((l) => l.lat === undefined)).toBe(true)
  })
})

describe('a result page of the old layout', () => {
  it('takes ids, categories and the currency of the area from the links', () => {
    const page = craigslist.parse(fixture('search-old.html'))
    expect(page.outcome).toBe('ok')
    expect(page.listings).toMatchObject([
      { externalId: '7712345601', priceCents: 190_000, currency: 'CAD', siteCategory: 'bicycles' },
      { externalId: '7712345602', siteCategory: 'bicycle parts', location: 'Elmwood' },
      { externalId: '7712345603', priceCents: 3000 },
    ])
  })
})

describe('proof of emptiness', () => {
  const empty = fixture('search-empty.html')

  it('calls a page empty that names its site and whose list holds nothing but links to hubs', () => {
    expect(craigslist.parse(empty)).toEqual({ outcome: 'empty', listings: [], next: null, complete: true })
  })

  it.each([
    ['the list is missing', empty.replace(/<ol[\s\S]*<\/ol>/, '')],
    ['the page ends inside the list', empty.slice(0, empty.indexOf('</ol>'))],
    ['rows have another form', empty.replace('cl-static-hub-links', 'cl-result-2027')],
    ['the page names no site', '<html><body><ol class="cl-static-search-results"></ol></body></html>'],
    [
      'JSON-LD describes results',
      empty.replace(
        '</head>',
        '<script id="ld_searchpage_results">{"itemListElement":[{"item":{"name":"x"}}]}</script></head>',
      ),
    ],
    ['the answer is of another site', '<html><title>Welcome to nginx!</title><body>It works</body></html>'],
    ['nothing came', ''],
  ])('is an outage, never empty, when %s', (_, text) => {
    expect(craigslist.parse(text)).toMatchObject({ outcome: 'parse-drift', reason: expect.any(String) })
  })
})

describe('rows that cannot be read', () => {
  const text = fixture('search-new.html')

  it('are told one by one, and the page no longer counts as complete', () => {
    const page = craigslist.parse(
      text.replace(/href="[^"]*walnut[^"]*"/, 'href="https://evil.example/view/d/x"'),
    )
    expect(page).toMatchObject({
      outcome: 'ok',
      complete: false,
      rejected: [{ row: 1, reason: 'the link is not that of a posting' }],
    })
    expect(page.listings).toHaveLength(6)
  })

  it('make the page drift when they are more than half', () => {
    let left = 3
    const page = craigslist.parse(
      text.replaceAll(/href="[^"]*\/view\/d[^"]*"/g, (all) => (left-- > 0 ? all : '')),
    )
    expect(page).toMatchObject({
      outcome: 'parse-drift',
      reason: '4 of 7 results could not be read: no link',
    })
    expect(page.rejected).toHaveLength(4)
  })

  it('are missed neither behind a list that ends early nor in a damaged posting that speaks of removal', () => {
    expect(craigslist.parse(text.replace('<li class="cl-static-search-result"', '</ol>$&'))).toMatchObject({
      outcome: 'parse-drift',
    })
    const damaged = fixture('detail-new.html')
      .replace('id="titletextonly"', '')
      .replace('id="postingbody"', 'id="postingbody')
    expect(craigslist.parse(damaged).outcome).toBe('parse-drift')
  })

  it('do not hide that a page was cut off', () => {
    expect(craigslist.parse(text.slice(0, text.indexOf('Pine bench</div>')))).toMatchObject({
      outcome: 'parse-drift',
      reason: 'The result page was cut off before the end of its list.',
    })
  })
})

describe('refusals', () => {
  it('tells a block and a challenge apart', () => {
    expect(craigslist.parse(fixture('blocked.html')).outcome).toBe('blocked')
    expect(
      craigslist.parse('This IP has been automatically blocked.\nQuestions: blocks-b1@craigslist.org')
        .outcome,
    ).toBe('blocked')
    expect(craigslist.parse(fixture('challenge.html')).outcome).toBe('captcha')
  })

  it('are not seen in what sellers write', () => {
    const title = 'Walnut standing desk'
    const page = fixture('search-new.html').replaceAll(
      title,
      'Your request has been blocked: verify you are human',
    )
    expect(craigslist.parse(page).outcome).toBe('ok')
    expect(craigslist.parse(fixture('detail-new.html').replace('twice', 'h-captcha')).outcome).toBe('ok')
  })
})

describe('a posting', () => {
  it('in the new markup is read whole', () => {
    const page = craigslist.parse(fixture('detail-new.html'))
    expect(page).toMatchObject({ outcome: 'ok', complete: false })
    expect(page.listings).toEqual([
      {
        externalId: 'hJ1mN3pQ5rS7tU9vW2xY4z',
        title: 'Mirrorless camera kit [boxed] & two lenses',
        url: 'https://www.craigslist.org/view/d/maple-harbor-mirrorless-camera-kit/hJ1mN3pQ5rS7tU9vW2xY4z',
        priceCents: 64_000,
        currency: 'USD',
        description: expect.stringMatching(
          /^Bought last spring, used twice\.\nComes with:\n[\s\S]*body\n[\s\S]*two lenses\n[\s\S]*Price is < new & firm\.\n/,
        ),
        condition: 'like new',
        siteCategory: 'photo/video',
        brand: 'Lumora',
        location: 'Maple Harbor',
        lat: 45.5123,
        lon: -122.6587,
        postedAt: '2026-11-20T18:04:05-08:00',
        imageUrls: [1, 2, 3].map(
          (i) => `https://images.craigslist.org/00k0k_img${i}AAAABBBB_0CI0t2_600x450.jpg`,
        ),
        buyingFormat: 'classified',
        state: 'active',
        repostOf: '7755555555',
        attributes: {
          condition: 'like new',
          'make / manufacturer': 'Lumora',
          'model name / number': 'LX-7',
          features: 'delivery available',
          'for sale by': 'owner',
          updated: '2026-11-21T07:00:00-08:00',
          'post id': '7801234567',
        },
      },
    ])
    expect(page.listings[0]?.description).not.toMatch(/QR Code|\n{3}/)
  })

  it('in the old markup is read whole, its one picture from JSON-LD', () => {
    expect(craigslist.parse(fixture('detail-old.html')).listings).toMatchObject([
      {
        externalId: '7700000123',
        title: 'Hatchback, one owner',
        priceCents: 430_000,
        description: 'Runs well.\nNew brakes.',
        condition: 'good',
        siteCategory: 'cars & trucks',
        location: 'Maple Harbor',
        lat: 45.4,
        lon: -122.3,
        postedAt: '2025-03-01T09:30:00-08:00',
        imageUrls: ['https://images.craigslist.org/00a0a_oldAAAABBBB_0CI0t2_600x450.jpg'],
        attributes: {
          year: '2009',
          'make/model': 'tandara pico',
          odometer: '98400',
          'title status': 'clean',
          'for sale by': 'owner',
        },
      },
    ])
  })

  it('may lack price, text, pictures and facts', () => {
    const [listing] = craigslist.parse(fixture('detail-bare.html')).listings
    expect(listing).toMatchObject({
      externalId: '7700000456',
      title: 'Moving boxes',
      priceCents: null,
      imageUrls: [],
    })
    for (const absent of ['description', 'condition', 'location', 'lat', 'postedAt', 'repostOf'])
      expect(listing).not.toHaveProperty(absent)
  })

  it('that names no address is known by the address it was fetched from, else by its number', () => {
    const nameless = fixture('detail-old.html').replace(
      /<meta property="og:url"[^>]*>|<link rel="canonical"[^>]*>/g,
      '',
    )
    expect(craigslist.parse(nameless).outcome).toBe('parse-drift')
    const url = 'https://portland.craigslist.org/mlt/cto/d/x/7700000123.html'
    expect(craigslist.parse(nameless, `${url}?lang=en`).listings).toMatchObject([
      { externalId: '7700000123', url },
    ])
  })

  it('that was cut off inside its text is drift', () => {
    const text = fixture('detail-new.html')
    expect(craigslist.parse(text.slice(0, text.indexOf('Comes with'))).outcome).toBe('parse-drift')
    expect(craigslist.parse(text.slice(0, text.indexOf('<section id="postingbody"'))).outcome).toBe(
      'parse-drift',
    )
  })

  it('that is gone is no listing', () => {
    expect(craigslist.parse(fixture('gone.html'))).toMatchObject({
      outcome: 'empty',
      listings: [],
      complete: false,
      reason: 'Craigslist says: this posting has been deleted by its author.',
    })
  })
})

describe('a JSON answer', () => {
  it('of a search is decoded to ids, times, places, pictures and prices', () => {
    const page = craigslist.parse(fixture('answer-search.json'))
    expect(page).toMatchObject({ outcome: 'ok', complete: true })
    expect(page.listings).toMatchObject([
      {
        externalId: 'hJ1mN3pQ5rS7tU9vW2xY4z',
        url: 'https://www.craigslist.org/view/d/maple-harbor-mirrorless-camera-kit/hJ1mN3pQ5rS7tU9vW2xY4z',
        priceCents: 64_000,
        currency: 'USD',
        location: 'Maple Harbor',
        siteCategory: 'photo/video',
        lat: 45.5123,
        lon: -122.6587,
        postedAt: new Date((1_795_000_000 + 4005) * 1000).toISOString(),
        imageUrls: [1, 2].map(
          (i) => `https://images.craigslist.org/00k0k_img${i}AAAABBBB_0CI0t2_600x450.jpg`,
        ),
        attributes: { 'post id': '7801234567' },
      },
      { title: 'Tripod', priceCents: null, location: 'Old Town' },
      { title: 'Field camera', priceCents: 90_000, currency: 'CAD' },
    ])
  })

  it('is empty only when it says that there are no results', () => {
    const empty = fixture('answer-empty.json')
    expect(craigslist.parse(empty)).toMatchObject({ outcome: 'empty', complete: true })
    expect(craigslist.parse(empty.replace('"totalResultCount": 0', '"totalResultCount": 12')).outcome).toBe(
      'parse-drift',
    )
    expect(craigslist.parse('{"apiVersion":8,"data":{},"errors":[]}').outcome).toBe('parse-drift')
    expect(craigslist.parse(fixture('answer-search.json').slice(0, 900)).outcome).toBe('parse-drift')
  })

  it('that is an error is told as one', () => {
    const error = (message: string) => JSON.stringify({ apiVersion: 8, data: null, errors: [{ message }] })
    expect(craigslist.parse(error('request blocked')).outcome).toBe('blocked')
    expect(craigslist.parse(error('invalid area'))).toMatchObject({ outcome: 'parse-drift', listings: [] })
  })

  it('of rows or of a posting names the same posting as its page', () => {
    const [row] = craigslist.parse(fixture('answer-batch.json')).listings
    const [posting] = craigslist.parse(fixture('answer-posting.json')).listings
    const [page] = craigslist.parse(fixture('detail-new.html')).listings
    for (const listing of [row, posting])
      for (const key of ['externalId', 'url', 'title', 'priceCents', 'currency'] as const)
        expect(listing?.[key]).toEqual(page?.[key])
    expect(posting).toMatchObject({
      condition: 'like new',
      brand: 'Lumora',
      repostOf: '7755555555',
      siteCategory: 'photo/video',
      description: 'Bought last spring.\n\nFirm.',
    })
  })
})

describe('hostile input', () => {
  it('never makes parse throw, nor answer ok without listings, nor give a listing beyond the limits', () => {
    const pages = names.map(fixture)
    const junk = [
      '<',
      '>',
      '"',
      '</ol>',
      '<ol>',
      '\u0000',
      '{',
      ']',
      '<script>',
      '$',
      '&#x110000;',
      '\ud800',
      '-->',
      '',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 400 }), fc.constantFrom(...junk)), { maxLength: 6 }),
        fc.option(fc.nat()),
        (page, cuts, end) => {
          let text = page
          for (const [at, length, insert] of cuts) {
            const start = at % (text.length + 1)
            text = text.slice(0, start) + insert + text.slice(start + length)
          }
          if (end !== null) text = text.slice(0, end % (text.length + 1))
          const result = craigslist.parse(text)
          if (result.outcome === 'ok') expect(result.listings.length).toBeGreaterThan(0)
          if (result.outcome !== 'ok' && result.outcome !== 'empty') expect(result.reason).toBeTruthy()
          if (result.complete) expect(result.rejected ?? []).toEqual([])
          for (const listing of result.listings)
            expect(seenListingSchema.safeParse(listing).success).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('never makes parse throw on JSON of any shape', () => {
    const shape = fc.record({
      data: fc.oneof(
        fc.jsonValue(),
        fc.record({ items: fc.jsonValue(), decode: fc.jsonValue(), batch: fc.jsonValue() }),
      ),
      errors: fc.jsonValue(),
    })
    const row = fc.array(fc.oneof(fc.integer(), fc.string(), fc.array(fc.oneof(fc.integer(), fc.string()))))
    fc.assert(
      fc.property(fc.oneof(shape, fc.record({ data: fc.record({ items: fc.array(row) }) })), (answer) => {
        const result = craigslist.parse(JSON.stringify(answer))
        if (result.outcome === 'ok') expect(result.listings.length).toBeGreaterThan(0)
      }),
    )
  })

  it.each([
    ['nested without end', '<div>'.repeat(700_000)],
    ['nested behind feigned ends', '<b a=</b>'.repeat(400_000)],
    ['stray end tags between', '<div></p></b>'.repeat(200_000)],
    ['half-open tags', '<a b="'.repeat(500_000)],
    ['too large', `<ol class="cl-static-search-results">${'x'.repeat(5_000_000)}`],
    [
      'brackets that never close',
      `<span id="titletextonly">x</span><script>var imgList = ${'['.repeat(500_000)}</script>`,
    ],
    ['spaces', `<title>${' '.repeat(1_000_000)}x</title>`],
  ])('is answered in reasonable time: %s', (_, text) => {
    const started = performance.now()
    expect(craigslist.parse(text).outcome).toBe('parse-drift')
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

const real = new URL('../../../../shared/fixtures/craigslist/', import.meta.url)

describe.skipIf(!existsSync(real))('pages as the site sent them (skipped where they are absent)', () => {
  const read = (name: string) => craigslist.parse(readFileSync(new URL(name, real), 'utf8'))

  it('results of the new layout: every row, with its coordinates', () => {
    const page = read('search_www_subarea_mnh_apa_2026-07.html')
    expect(page).toMatchObject({ outcome: 'ok', complete: true })
    expect(page.listings).toHaveLength(153)
    expect(new Set(page.listings.map((listing) => listing.externalId)).size).toBe(153)
    expect(page.listings.filter((listing) => listing.lat !== undefined)).toHaveLength(153)
    expect(page.listings.every((listing) => listing.currency === 'USD' && listing.priceCents! > 0)).toBe(true)
  })

  it('results of the old layout', () => {
    const page = read('search_newyork_apa_trimmed_2026-06.html')
    expect(page).toMatchObject({ outcome: 'ok' })
    expect(page.listings).toHaveLength(6)
    expect(page.listings[5]).toMatchObject({
      externalId: '7942590473',
      priceCents: 147_500,
      location: 'Inwood / Wash Hts',
    })
  })

  it('a vehicle in the old markup', () => {
    const [listing] = read('detail_forsale_2022-12.html').listings
    expect(listing).toMatchObject({
      externalId: '7552653376',
      title: 'K5 Blazer (Square Body)',
      priceCents: 2_000_000,
      condition: 'good',
      siteCategory: 'cars & trucks',
      lat: 48.002769,
      lon: -122.085228,
      postedAt: '2022-11-01T20:07:31-07:00',
      attributes: { year: '1986', 'make/model': 'chevrolet k5 blazer', odometer: '123456' },
    })
    expect(listing?.imageUrls).toHaveLength(16)
    expect(listing?.description).toBe(
      'K5 Blazer Wheeler:Complete Overhaul\n\nRebuilt 350/350/205\n14bolt full float\nDana 44',
    )
  })

  it('a flat in the new markup', () => {
    const [listing] = read('detail_milwaukee_apa_2026-05.html').listings
    expect(listing).toMatchObject({
      externalId: '7936415355',
      priceCents: 132_500,
      location: 'Wauwatosa',
      postedAt: '2026-05-24T08:45:51-05:00',
      repostOf: '4832645238',
      attributes: { 'rent period': 'monthly' },
    })
    expect(listing?.imageUrls).toHaveLength(10)
  })

  it('JSON answers: the row of a search and its posting agree', () => {
    const [row] = read('sapi_search_full_cta_2026-10.transcribed.json').listings
    const [posting] = read('rapi_posting_cta_2026-10.transcribed.json').listings
    for (const key of [
      'externalId',
      'url',
      'title',
      'priceCents',
      'currency',
      'lat',
      'lon',
      'postedAt',
      'location',
    ] as const)
      expect(row?.[key]).toEqual(posting?.[key])
    expect(row?.attributes?.['post id']).toBe(posting?.attributes?.['post id'])
    expect(read('sapi_search_batch_cta_2026-10.transcribed.json').listings).toHaveLength(2)
  })
})
