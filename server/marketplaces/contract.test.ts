import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { fieldsSchema } from '../core/fields.ts'
import { createReaderPool } from '../core/reader-pool.ts'
import { categories, conditions, seenListingSchema } from '../model/listing-schema.ts'
import { isOutage } from '../sources/scanning/cooldown.ts'
import { filtersOf as filteredBy } from '../sources/state/filters.ts'
import type {
  DetailsResult,
  Marketplace,
  MarketplaceContext,
  QueryFilter,
  SearchPage,
  SearchQuery,
} from './contract.ts'
import { queryFilters, termsClasses } from './contract.ts'
import {
  type MarketplaceFakeServer,
  type Mood,
  noQuery,
  type StartMarketplaceFakeServer,
  throttledMs,
} from './fake-server.ts'

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${import.meta.dirname}/${entry.name}/index.ts`))
  .map((entry) => entry.name)

const adapters = await Promise.all(
  folders.map(async (folder) => {
    const path = `${import.meta.dirname}/${folder}`
    const { default: marketplace } = (await import(`${path}/index.ts`)) as { default: Marketplace }
    const fakeServerPath = `${path}/contract-fake-server.ts`
    const start: StartMarketplaceFakeServer | null = existsSync(fakeServerPath)
      ? (await import(fakeServerPath)).startMarketplaceFakeServer
      : null
    const fixtures = existsSync(`${path}/fixtures`)
      ? readdirSync(`${path}/fixtures`).map((name) => readFileSync(`${path}/fixtures/${name}`, 'utf8'))
      : []
    return { folder, marketplace, start, fixtures }
  }),
)

const realFetch = createFetch({ userAgent: 'DealScout/test' })
const readers = createReaderPool({ log: pino({ level: 'silent' }) })
afterAll(async () => {
  await realFetch.close()
  await readers.close()
})
/** Without the pause between calls and with little patience, which only make tests slow. */
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0, timeoutMs: 300 })

const now = new Date('2026-11-22T12:00:00Z')

function contextFor(
  { settings, options }: Pick<MarketplaceFakeServer, 'settings' | 'options'>,
  overrides: Partial<MarketplaceContext> = {},
) {
  const logged: string[] = []
  const cache = new Map<string, string>()
  const ctx: MarketplaceContext = {
    fetch,
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    clock: { now: () => now },
    signal: new AbortController().signal,
    options,
    settings,
    demo: false,
    read: (reader, ...args) => readers.read(reader, args),
    cache: {
      get: async (key) => cache.get(key) ?? null,
      set: async (key, value) => void cache.set(key, value),
      delete: async (key) => void cache.delete(key),
    },
    spend: async () => true,
    ...overrides,
  }
  return { ctx, logged }
}

/** What holds for every page, whatever it was made of. */
function expectPage(page: SearchPage): void {
  if (page.outcome === 'ok') expect(page.listings).not.toEqual([])
  else expect(page.listings).toEqual([])
  if (isOutage(page.outcome)) {
    expect(page).toMatchObject({ next: null, complete: false })
    expectReason(page)
  }
  if (page.next !== null) expect(page.complete).toBe(false)
  for (const listing of page.listings) seenListingSchema.parse(listing)
  const ids = page.listings.map(({ externalId }) => externalId)
  expect(new Set(ids).size).toBe(ids.length)
}

/** A sentence a person can act on, not an exception's text. */
function expectReason({ reason }: Pick<SearchPage, 'reason'>): void {
  expect(reason).toMatch(/^\S.{10,}[.:)”]?\S$/s)
  expect(reason).not.toMatch(/\bundefined\b|\[object|Error:/)
}

const term = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('sofa', 'levi’s 501', '"road bike"', '27.5"', '(a, b)', '-x | y', 'c++', '日本'),
)
const terms = fc.array(term, { maxLength: 6 })
const cents = fc.oneof(fc.nat(2_000_000), fc.constantFrom(0, 1, 1e13))
const queries: fc.Arbitrary<SearchQuery> = fc.record(
  {
    all: terms,
    any: terms,
    none: terms,
    categories: fc.subarray([...categories], { maxLength: 3 }),
    conditions: fc.subarray([...conditions]),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'XXX'),
    priceCentsMin: cents,
    priceCentsMax: cents,
    place: fc.record(
      {
        lat: fc.double({ min: -90, max: 90, noNaN: true }),
        lon: fc.double({ min: -180, max: 180, noNaN: true }),
        radiusKm: fc.double({ min: 0.1, max: 20_000, noNaN: true }),
        postalCode: fc.constantFrom('94110', '11201-1234', 'K1A 0B1', ''),
        country: fc.constantFrom('US', 'CA', 'DE'),
      },
      { requiredKeys: ['lat', 'lon', 'radiusKm'] },
    ),
  },
  { requiredKeys: ['all', 'any', 'none', 'categories', 'conditions', 'currency'] },
)

function filtersOf(query: SearchQuery): QueryFilter[] {
  const lists = (['all', 'any', 'none', 'categories', 'conditions'] as const).filter(
    (name) => query[name].length > 0,
  )
  const priced = query.priceCentsMin !== undefined || query.priceCentsMax !== undefined
  return [...lists, ...(priced ? (['price'] as const) : []), ...(query.place ? (['place'] as const) : [])]
}

/** Any text, and pages of which a piece is missing, another, or everything after it. */
function damagedPages(pages: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pages)
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const damaged = fc.tuple(piece, share, fc.nat(200), fc.string()).map(([text, at, cut, put]) => {
    const start = Math.floor(at * text.length)
    return text.slice(0, start) + put + text.slice(start + cut)
  })
  const truncated = fc.tuple(piece, share).map(([text, at]) => text.slice(0, Math.floor(at * text.length)))
  return fc.oneof(fc.string({ unit: 'binary' }), fc.json(), truncated, damaged)
}

/** Cyrillic letters that nobody tells from these. */
const lookalikes: Readonly<Record<string, string>> = { a: '\u0430', e: '\u0435', o: '\u043e' }

/** Of processor, which other work on the machine does not lengthen; a second where its memory is not fought for. */
const hostileMsMax = 3000

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

it('adapters are found', () => {
  expect(folders.length).toBeGreaterThan(0)
})

describe.each(adapters)('$folder', ({ folder, marketplace, start, fixtures }) => {
  const fakeServer: StartMarketplaceFakeServer = async () => {
    if (!start) throw new Error(`server/marketplaces/${folder}/contract-fake-server.ts is missing`)
    return start()
  }

  it('describes itself by the rules of the house', () => {
    expect(marketplace.id).toBe(folder)
    expect(marketplace.name).not.toBe('')
    expect(URL.canParse(marketplace.homepage)).toBe(true)
    const { terms: declared, budget } = marketplace
    expect(termsClasses).toContain(declared.class)
    expect(URL.canParse(declared.url)).toBe(true)
    expect(declared.summary).toMatch(/^[A-Z].{30,}\.$/s)
    expect(budget.intervalMsMin).toBeGreaterThanOrEqual(300_000)
    expect(budget.hostGapMs).toBeGreaterThan(0)
    expect(Number.isInteger(budget.pagesMax) && budget.pagesMax >= 1 && budget.pagesMax <= 10).toBe(true)
    expect(marketplace.setUpMinutes).toBeGreaterThan(0)
    for (const option of marketplace.options) {
      expect(option.env).toMatch(/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/)
      expect(option.doc).toMatch(/^[A-Z].{20,}\.$/s)
    }
    const envs = marketplace.options.map(({ env }) => env)
    expect(new Set(envs).size).toBe(envs.length)
    const names = marketplace.fields.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const field of marketplace.fields) {
      expect(field.label).not.toBe('')
      expect(field.type === 'select').toBe(field.values !== undefined)
      expect(field.secret && field.target).toBeFalsy()
    }
  })

  it('is off until its terms are accepted, where it has no official way in', () => {
    const { class: termsClass, acceptOption } = marketplace.terms
    if (termsClass === 'unofficial') expect(acceptOption).toBeDefined()
    if (acceptOption === undefined) return
    const option = marketplace.options.find(({ env }) => env === acceptOption)
    expect(option).toMatchObject({ type: 'boolean', default: false })
  })

  it('has a fake server to prove itself against, whose settings its fields accept', async () => {
    await using site = await fakeServer()
    expect(fieldsSchema(marketplace.fields).parse(site.settings)).toMatchObject(site.settings)
    for (const env of Object.keys(site.options))
      expect(marketplace.options.map((option) => option.env)).toContain(env)
  })

  it('compiles any query: the same one always to the same plain request, without secrets, every filter accounted for', async () => {
    await using site = await fakeServer()
    const settings = deepFreeze({ ...fieldsSchema(marketplace.fields).parse(site.settings) })
    fc.assert(
      fc.property(queries, (query) => {
        const first = marketplace.compile(deepFreeze(query), settings)
        const text = JSON.stringify(first)
        expect(JSON.stringify(marketplace.compile(structuredClone(query), { ...settings }))).toBe(text)
        const { request, pushed, residual, impossible } = first
        expect(JSON.parse(JSON.stringify(request))).toEqual(request)
        expect(Object.values(request).every((value) => typeof value === 'string')).toBe(true)
        expect(Object.keys(request)).toEqual(Object.keys(request).toSorted())
        for (const secret of site.secrets) expect(JSON.stringify(request)).not.toContain(secret)
        for (const filter of filtersOf(query)) expect([...pushed, ...residual]).toContain(filter)
        for (const list of [pushed, residual]) expect(new Set(list).size).toBe(list.length)
        if (impossible !== undefined) expect(impossible).toMatch(/^\S.{20,}\.$/s)
      }),
      { numRuns: 300 },
    )
  })

  const compiled = (site: MarketplaceFakeServer) =>
    marketplace.compile({ ...noQuery, ...site.query }, fieldsSchema(marketplace.fields).parse(site.settings))
      .request

  async function searchIn(mood: Mood): Promise<SearchPage> {
    await using site = await fakeServer()
    await site.become(mood)
    const { ctx, logged } = contextFor(site)
    const page = await marketplace.search(compiled(site), null, ctx)
    expectPage(page)
    for (const secret of site.secrets) expect(`${page.reason}${logged.join('')}`).not.toContain(secret)
    return page
  }

  it('finds listings where there are some', async () => {
    expect((await searchIn('ok')).outcome).toBe('ok')
  })

  it('says "empty" only where the site proves it', async () => {
    await using site = await fakeServer()
    const { outcome } = await searchIn('empty')
    if (site.provesEmpty === false) expect(isOutage(outcome)).toBe(true)
    else expect(outcome).toBe('empty')
  })

  const outages = [
    ['blocked', { outcome: 'blocked' }],
    ['throttled', { outcome: 'rate-limited', retryAfterMs: throttledMs }],
    ['error', { outcome: 'unreachable' }],
    ['hang', { outcome: 'unreachable' }],
    ['cut', { outcome: 'unreachable' }],
    ['down', { outcome: 'unreachable' }],
    ['foreign', { outcome: 'parse-drift' }],
  ] as const
  it.each(outages)('a search says what puts it out: %s', async (mood, expected) => {
    expect(await searchIn(mood)).toMatchObject(expected)
  })

  it('takes a part of an answer neither for all of it nor for "empty"', async () => {
    const page = await searchIn('truncated')
    expect(page.outcome).not.toBe('empty')
    expect(page.complete).toBe(false)
  })

  it('asks nobody and soon ends when its signal has stopped', async () => {
    await using site = await fakeServer()
    await site.become('hang')
    const { ctx } = contextFor(site, { signal: AbortSignal.abort(new Error('stopped')) })
    const page = await marketplace.search(compiled(site), null, ctx).catch(() => null)
    if (page) expect(isOutage(page.outcome)).toBe(true)
  })

  it('names the daily budget of which its calls are spent, or spends none', async () => {
    await using site = await fakeServer()
    await site.become('ok')
    const spent = new Set<string>()
    const spend = async (budget: string, perDay: number) => {
      spent.add(`${budget} ${perDay}`)
      return true
    }
    await marketplace.search(compiled(site), null, contextFor(site, { spend }).ctx)
    const budget = marketplace.budget.callsPerDay?.(site.settings, site.options) ?? null
    // Tokens may have a budget of their own.
    if (budget === null) expect([...spent]).toEqual([])
    else expect([...spent]).toContain(`${budget.name} ${budget.perDay}`)
  })

  it('tells what the site filters by the settings that its form shows, and how to come by them in sentences', () => {
    expect(new Set(Object.values(filteredBy(marketplace))).size).toBeGreaterThan(0)
    expect(Object.keys(filteredBy(marketplace))).toEqual([...queryFilters])
    for (const step of marketplace.steps ?? []) expect(step).toMatch(/^[A-Z].{20,}\.$/s)
  })

  it('as a source of a demo that is not there, answers without throwing and reaches nobody', async () => {
    await using site = await fakeServer()
    const reached: string[] = []
    const guarded: Fetch = async (url, options) => {
      if (URL.canParse(url)) reached.push(url)
      return fetch(url, options)
    }
    const { ctx } = contextFor({ settings: {}, options: {} }, { demo: true, fetch: guarded })
    const page = await marketplace.search(compiled(site), null, ctx)
    expectPage(page)
    expect(isOutage(page.outcome)).toBe(true)
    expect(reached).toEqual([])
  })

  if (marketplace.details) {
    const detailsIn = async (mood: Mood): Promise<DetailsResult> => {
      await using site = await fakeServer()
      await site.become(mood)
      const { ctx, logged } = contextFor(site)
      const result = await marketplace.details!(site.listing!, ctx)
      if (result.outcome === 'ok')
        expect(seenListingSchema.parse(result.listing).externalId).toBe(site.listing!.externalId)
      else expect(result.listing).toBeUndefined()
      if (!['ok', 'gone', 'sold'].includes(result.outcome)) expectReason(result)
      for (const secret of site.secrets) expect(`${result.reason}${logged.join('')}`).not.toContain(secret)
      return result
    }

    it('reads a listing’s own page under its own id', async () => {
      expect((await detailsIn('ok')).outcome).toBe('ok')
    })

    it.each(outages)('a look at a listing’s own page says what puts it out: %s', async (mood, expected) => {
      expect(await detailsIn(mood)).toMatchObject(expected)
    })
  }

  const { identify } = marketplace
  if (identify) {
    it('knows its listings by their addresses, however these were copied, and takes nothing else for one', async () => {
      expect(marketplace.details ?? marketplace.readRendered).toBeDefined()
      await using site = await fakeServer()
      const { listings, others } = site.links!
      for (const { url, externalId } of [...listings, site.listing!]) {
        const found = identify(url)
        expect([url, found?.externalId]).toEqual([url, externalId])
        // At most the one part that names a variation.
        expect(found!.url).toMatch(/^https:\/\/[^?#\s]+(?:\?\w+=\w+)?$/)
        expect(identify(found!.url)).toEqual(found)
      }
      expect(others.length).toBeGreaterThan(0)
      for (const url of others) expect([url, identify(url)]).toEqual([url, null])
    })

    it('answers for any text, with an id and an address that can be stored', async () => {
      await using site = await fakeServer()
      const links = [...site.links!.listings.map(({ url }) => url), ...site.links!.others]
      const part = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('/', '?', '#', '@', ':', '%'),
      )
      const bent = fc
        .tuple(fc.constantFrom(...links), fc.nat(150), part)
        .map(([link, at, put]) => link.slice(0, at) + put + link.slice(at))
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), bent), (text) => {
          const found = identify(text)
          if (found === null) return
          expect(seenListingSchema.parse({ ...found, title: 'x' })).toMatchObject(found)
          expect(identify(found.url)).toEqual(found)
        }),
        { numRuns: 500 },
      )
    })
  }

  /** Asks for real, and notes whom. */
  const noting = () => {
    const hosts = new Set<string>()
    const noted: Fetch = async (url, options) => {
      if (URL.canParse(url)) hosts.add(new URL(url).hostname)
      return fetch(url, options)
    }
    return { hosts, noted }
  }

  it('asks the site and nobody else, whatever stands in an address that it is given', async () => {
    if (marketplace.terms.class === 'open-feed') return
    await using site = await fakeServer()
    await site.become('ok')
    const { hosts, noted } = noting()
    const { ctx } = contextFor(site, { fetch: noted })
    await marketplace.search(compiled(site), null, ctx)
    const path = site.listing ? new URL(site.listing.url).pathname : '/'
    for (const url of [
      `https://elsewhere.example${path}`,
      `https://user@elsewhere.example:8443${path}`,
      `javascript:alert(1)//${path}`,
      `https://${marketplace.homepage.split('/')[2]}.elsewhere.example${path}`,
      'nonsense',
    ]) {
      const result = await marketplace.details?.({ externalId: site.listing!.externalId, url }, ctx)
      if (result && result.outcome !== 'ok') expectReason(result)
    }
    expect([...hosts]).toEqual(['127.0.0.1'])
  })

  const { readRendered, readMail, mail } = marketplace
  it('reads mails only where it says whose, and where it knows its listings by their addresses', () => {
    expect(mail === undefined).toBe(readMail === undefined)
    if (readMail) expect(identify).toBeDefined()
  })
  /** What holds for what only a person has seen: it proves nothing beyond itself, and leads to the site alone. */
  function expectOwnCopy(page: SearchPage): void {
    expectPage(page)
    expect(page).toMatchObject({ complete: false, next: null })
    for (const { url, externalId } of page.listings)
      expect([url, marketplace.identify!(url)?.externalId]).toEqual([url, externalId])
  }

  /** A mail is somebody's word: pictures are looked at only where the site has them, which learns nothing from that. */
  function expectOwnMail(page: SearchPage): void {
    expectOwnCopy(page)
    expect(mail!.domains.length).toBeGreaterThan(0)
    for (const listing of page.listings) {
      expect(listing.stub).toBeUndefined()
      for (const image of listing.imageUrls ?? []) {
        const { hostname } = new URL(image)
        expect(mail!.imageHosts.some((own) => hostname === own || hostname.endsWith(`.${own}`))).toBe(true)
      }
    }
  }

  if (readRendered) {
    it('knows the hosts that are its site’s own, and takes none that only looks like one', () => {
      const { owns, homepage } = marketplace
      const host = new URL(homepage).hostname
      const domain = host.replace(/^www\./, '')
      expect(owns?.(host)).toBe(true)
      const lookalike = new URL(`https://${host.replace(/[aeo]/, (letter) => lookalikes[letter]!)}`).hostname
      expect(lookalike).toContain('xn--')
      for (const other of [
        ...['', '.', 'localhost', '127.0.0.1', lookalike, `${host}.elsewhere.example`, `${host}.`],
        ...[`not-${domain}`, `${domain}@elsewhere.example`, `elsewhere.example/${domain}`, `${host}:8443`],
      ])
        expect([other, owns?.(other)]).toEqual([other, false])
    })

    it('takes no link on a screen that leads elsewhere, and no amount that is none', async () => {
      await using site = await fakeServer()
      const url = site.pageUrl!
      const host = new URL(url).hostname
      const bendings: [RegExp, string][] = [
        [/(href=")(?:https?:\/\/[^/"]+)?\//g, `$1https://somebody:secret@${host}/`],
        [/(href=")(?:https?:\/\/[^/"]+)?\//g, `$1https://${host}.elsewhere.example/`],
        [
          /(href=")(?:https?:\/\/[^/"]+)?\//g,
          `$1https://${host.replace(/[aeo]/, (letter) => lookalikes[letter]!)}/`,
        ],
        [/(href=")(?:https?:\/\/[^/"]+)?\//g, `$1javascript:alert(1)//${host}/`],
        [/(href=")(?:https?:\/\/[^/"]+)?\//g, `$1https://${host}:8443/`],
        [/([$€£])\s?\d[\d.,]*/g, '$11.2.3'],
        [/([$€£])\s?\d[\d.,]*/g, '$1-'],
        [/([$€£])\s?\d[\d.,]*/g, '$11e300'],
        [/("(?:price|amount)\w*":\s*)"?\d[\d.,]*"?/gi, '$11e300'],
        [/("(?:price|amount)\w*":\s*)"?\d[\d.,]*"?/gi, '$1"1.2.3"'],
      ]
      for (const html of fixtures)
        for (const [what, by] of bendings) expectOwnCopy(readRendered(html.replace(what, by), url))
    })

    it('reads the page on a person’s screen: its own pages, any damage of them, never as all there is', async () => {
      await using site = await fakeServer()
      const url = site.pageUrl!
      const pages = fixtures.map((html) => readRendered(html, url))
      pages.forEach(expectOwnCopy)
      expect(pages.some(({ outcome }) => outcome === 'ok')).toBe(true)
      fc.assert(
        fc.property(damagedPages(fixtures), fc.constantFrom(url, 'https://example.com/x'), (html, address) =>
          expectOwnCopy(readRendered(html, address)),
        ),
        { numRuns: 200 },
      )
    })
  }

  if (readMail) {
    it('reads an alert mail of its site, any damage of it, and asks nobody', async () => {
      await using site = await fakeServer()
      const mail = site.mail!
      const page = readMail(mail)
      expectOwnMail(page)
      expect(page.outcome).toBe('ok')
      for (const { priceCents, currency } of page.listings)
        if (priceCents !== undefined) expect(currency === undefined || /^[A-Z]{3}$/.test(currency)).toBe(true)
      expectOwnMail(readMail({ ...mail, text: null, html: null }))
      fc.assert(
        fc.property(damagedPages([mail.text ?? '', mail.html ?? '']), (text) => {
          expectOwnMail(readMail({ ...mail, text: mail.text === null ? null : text }))
          expectOwnMail(readMail({ ...mail, html: mail.html === null ? null : text }))
        }),
        { numRuns: 200 },
      )
    })

    it('takes no link of a mail for a listing that only looks like one, in its HTML or its text', async () => {
      await using site = await fakeServer()
      for (const url of site.links!.others) {
        // Addresses that stand whole in a link of the site's own are unwrapped.
        if (/[?&](?:mpre|url|u|q)=/.test(url)) continue
        const html = `<table><tr><td><a href="${url}">A thing for sale</a></td><td>$5</td></tr></table>`
        for (const mail of [
          { text: null, html },
          { text: `A thing for sale\n$5\n${url}\n`, html: null },
        ])
          expect([url, readMail({ ...site.mail!, ...mail }).listings]).toEqual([url, []])
      }
    })

    it('is not held up by a mail that is made to hold it up', async () => {
      await using site = await fakeServer()
      const { url } = site.listing!
      for (const text of [
        '<div>'.repeat(400_000),
        `<a href="${url}">$5</a>`.repeat(40_000),
        `${url}\n`.repeat(40_000),
        `${'='.repeat(60)}\n`.repeat(30_000),
        `   - ${'('.repeat(900_000)}`,
        `${'https://'.repeat(200_000)}`,
        `${url}?u=${encodeURIComponent(`${url}?u=`).repeat(2000)}`,
        `$${'1,'.repeat(500_000)}`,
        ' -'.repeat(900_000),
      ]) {
        const startedAt = performance.now()
        expectOwnMail(readMail({ ...site.mail!, text, html: null }))
        expectOwnMail(readMail({ ...site.mail!, text: null, html: text }))
        expect([text.slice(0, 40), performance.now() - startedAt < hostileMsMax]).toEqual([
          text.slice(0, 40),
          true,
        ])
      }
    })
  }

  it('leads to its own listings alone, whatever addresses, prices and ids a page has, and takes no figure that is none', async () => {
    const host = new URL(marketplace.homepage).hostname
    const bends: ((page: string) => string)[] = [
      ...[
        'https://evil.example/x/12345678',
        `https://user:pass@${host}/x/12345678`,
        `https://${host}.evil.example/x/12345678`,
        `https://${host.replace('e', '\u0435')}/x/12345678`,
        'https://xn--80ak6aa92e.com/x/12345678',
        'javascript:alert(1)//12345678',
        `https://${host}:8443/x/12345678`,
      ].map((address) => (page: string) => page.replace(/https?:\/\/[^\s"'<>\\)]+/g, address)),
      ...['1.2.3', '€-', '1e300', '-5', ''].map(
        (price) => (page: string) => page.replace(/(?<=[">$ ])\d{1,4}(?:[.,]\d{2,3})?(?=["< ])/g, price),
      ),
      (page) => page.replace(/\d{8,}/g, (id) => id.repeat(1300).slice(0, 10_000)),
    ]
    for (const page of fixtures)
      for (const bend of bends) {
        const read = marketplace.parse(bend(page))
        expectPage(read)
        if (!identify) continue
        for (const { url, externalId } of read.listings) {
          const { hostname, port, username } = new URL(url)
          const isHome = hostname === host && port === '' && username === ''
          expect([url, isHome || identify(url)?.externalId === externalId]).toEqual([url, true])
        }
      }
  })

  it('is not held up by what is made to hold it up', async () => {
    await using site = await fakeServer()
    const piece = fixtures.toSorted((a, b) => b.length - a.length)[0]!
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const open = '{"a":'.repeat(10_000)
    for (const text of [
      '<div>'.repeat(1_600_000),
      '<a href="/x">'.repeat(600_000),
      `${piece.slice(0, piece.length / 2)}${'<div>'.repeat(1_600_000)}`,
      deep,
      `${open}1${'}'.repeat(10_000)}`,
      piece.replace(/\[/g, () => deep).slice(0, 8_000_000),
      `<script type="application/json" id="__NEXT_DATA__">${deep}</script>`,
      `<script id="__NEXT_DATA__" type="application/json" data-sjs>${open}`,
      piece.replace(/\d{8,}/g, (id) => id.repeat(1200).slice(0, 10_000)).slice(0, 8_000_000),
      'a'.repeat(8_000_000),
      // Nodes without a parent, and a listing that is linked without end.
      '<!---->'.repeat(560_000),
      `<a href="${site.listing?.url ?? '/x'}">$5</a>`.repeat(80_000),
      '"'.repeat(8_000_000),
      '\ufeff\0<![CDATA['.repeat(800_000),
    ]) {
      const before = process.cpuUsage()
      expectPage(marketplace.parse(text, site.pageUrl))
      if (readRendered) expectOwnCopy(readRendered(text, site.pageUrl!))
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000).toBeLessThan(hostileMsMax)
    }
  })

  describe('parse', () => {
    it('reads its own fixtures, some of which hold listings', () => {
      const pages = fixtures.map((text) => marketplace.parse(text))
      pages.forEach(expectPage)
      expect(pages.some(({ outcome }) => outcome === 'ok')).toBe(true)
    })

    it('never throws, never says "ok" without listings, and gives only listings that fit, for any text', () => {
      fc.assert(
        fc.property(
          damagedPages(fixtures),
          fc.constantFrom(undefined, 'https://example.com/x', 'nonsense'),
          (text, url) => expectPage(marketplace.parse(text, url)),
        ),
        { numRuns: 400 },
      )
    })
  })
})
