import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFeed } from './charset.ts'
import { readAnswer, readFeed } from './read.ts'

const rss = (items: string, root = 'version="2.0"') =>
  `<?xml version="1.0"?><rss ${root}><channel><title>t</title><link>https://x.example/</link>${items}</channel></rss>`
const read = (text: string, nowMs?: number) => readFeed(text, { url: 'https://x.example/feed', nowMs })
const google = 'version="2.0" xmlns:g="http://base.google.com/ns/1.0"'

describe('the charset of a feed', () => {
  const body = (declaration: string, title: string) =>
    `${declaration}<rss version="2.0"><channel><title>t</title><item><title>${title}</title><link>https://x.example/1</link></item></channel></rss>`
  const single = (text: string, table: Record<string, number>) =>
    Uint8Array.from([...text], (letter) => table[letter] ?? letter.charCodeAt(0))
  const western = { é: 0xe9, ü: 0xfc, '€': 0x80, '£': 0xa3 }
  const cyrillic = Object.fromEntries(
    [...'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'].map((letter, at) => [
      letter,
      0xc0 + at,
    ]),
  )
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const declared = (name: string) => `<?xml version="1.0" encoding="${name}"?>`

  it.each([
    ['nothing said, western bytes', single(body('', 'Bücher £5 é €'), western), 'text/xml', 'Bücher £5 é €', null],
    ['nothing said, Cyrillic bytes', single(body('', 'Письменный стол'), cyrillic), 'text/xml', 'Письменный стол', null],
    ['an odd name', single(body(declared('win-1251'), 'Стул'), cyrillic), undefined, 'Стул', null],
    ['a name with an old spelling', single(body(declared('Latin-1'), 'Bücher'), western), undefined, 'Bücher', null],
    ['UTF-8 declared, western bytes', single(body(declared('UTF-8'), 'Bücher €'), western), undefined, 'Bücher €', /declaration says utf-8/],
    ['western header, UTF-8 bytes', utf8(body(declared('utf-8'), 'Bücher €')), 'text/xml; charset=iso-8859-1', 'Bücher €', /header says windows-1252/],
    ['UTF-8 header, Cyrillic declaration', single(body(declared('windows-1251'), 'Стул'), cyrillic), 'text/xml; charset=utf-8', 'Стул', /header says utf-8/],
    ['western declaration, UTF-8 bytes', utf8(body(declared('iso-8859-15'), 'Größe')), undefined, 'Größe', /declaration says/],
    ['UTF-16 declared, single bytes', utf8(body(declared('utf-16'), 'Größe')), undefined, 'Größe', null],
    ['a name without its hyphen', single(body(declared('koi8r'), 'стул'), { с: 0xd3, т: 0xd4, у: 0xd5, л: 0xcc }), 'text/xml', 'стул', null],
    ['another name', single(body(declared('latin9'), '5 €'), { '€': 0xa4 }), 'text/xml', '5 €', null],
    ['a mark, another header', utf8(`\ufeff${body('', 'Größe')}`), 'text/xml; charset=windows-1252', 'Größe', null],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from(body('', 'Größe'), 'utf16le')), undefined, 'Größe', null],
    ['UTF-8 that is cut in one place', Uint8Array.from([...utf8(body('', 'Größe für Übü')), 0xc3]), undefined, 'Größe für Übü', null],
  ] as const)('%s', (_name, bytes, type, title, note) => {
    const page = readAnswer(bytes, type, {})
    expect(page.listings[0]?.title).toBe(title)
    if (note === null) expect(page.reason).toBeUndefined()
    else expect(page.reason).toMatch(note)
  }) // biome-ignore format: a table

  it('any UTF-8 is read as UTF-8, whatever single-byte charset is said', () => {
    const charset = fc.constantFrom('utf-8', 'iso-8859-1', 'windows-1251', 'koi8-r', 'cp1250', 'x-unknown')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), charset, charset, (text, header, declaration) => {
        const whole = `${declared(declaration)}<rss>${text}</rss>`
        expect(decodeFeed(utf8(whole), `text/xml; charset=${header}`).text).toBe(whole)
      }),
    )
  })
})

describe('entries that share an id', () => {
  const ids = (items: string) => read(rss(items)).listings.map(({ externalId }) => externalId)
  const item = (title: string, link: string, guid: string) =>
    `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid></item>`

  it('are told apart by their links, wherever they stand', () => {
    const both = [
      item('Vase $5', 'https://x.example/a', 'same'),
      item('Bowl $7', 'https://x.example/b', 'same'),
    ]
    expect(ids(both.join(''))).toEqual(['https://x.example/a', 'https://x.example/b'])
    expect(ids(both.reverse().join(''))).toEqual(['https://x.example/b', 'https://x.example/a'])
  })

  it('are told apart by their titles where the link is one, too', () => {
    const [vase, bowl] = ids(
      item('Vase $5', 'https://x.example/', 'n') + item('Bowl $7', 'https://x.example/', 'n'),
    )
    expect(vase).not.toBe(bowl)
    expect(
      ids('<item><title>A 5</title><link>/s</link></item><item><title>B 5</title><link>/s</link></item>'),
    ).toHaveLength(2)
  })

  it('have no id where it says nothing, however many there are', () => {
    expect(ids(item('Vase $5', 'https://x.example/a', '0'))).toEqual(['https://x.example/a'])
  })

  it('are one when all is equal, and named when they only differ in their price', () => {
    const twice = (price: string) =>
      `<item><title>Vase</title><link>https://x.example/a</link><g:price>${price}</g:price></item>`
    expect(read(rss(twice('5 EUR') + twice('5 EUR'), google))).toMatchObject({ listings: { length: 1 } })
    const page = read(rss(twice('5 EUR') + twice('6 EUR'), google))
    expect(page.listings).toMatchObject([{ priceCents: 500 }])
    expect(page.rejected).toEqual([{ row: 1, reason: expect.stringContaining('the first was taken') }])
  })
})

describe('the link of an entry', () => {
  const atom = (links: string, id = 'tag:x,1') =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>${id}</id><title>Vase $5</title>${links}</entry></feed>`
  const json = (item: object) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [item] })

  it.each([
    ['in RSS as an Atom link', rss('<item><title>V</title><atom:link rel="alternate" href="/v"/></item>', 'version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"')],
    ['in RSS as an attribute', rss('<item><title>V</title><link href="/v"/></item>')],
    ['in RSS as its id', rss('<item><title>V</title><guid>https://x.example/v</guid></item>')],
    ['in RSS as an id that says to be none', rss('<item><title>V</title><guid isPermaLink="false">https://x.example/v</guid></item>')],
    ["in a shop's namespace", rss('<item><title>V</title><g:link>https://x.example/v</g:link></item>', google)],
    ['in Atom behind the copy for machines', atom('<link rel="alternate" type="application/json" href="/v.json"/><link rel="alternate" type="text/html" href="/v"/>')],
    ['in Atom as itself only', atom('<link rel="self" href="/v"/>')],
    ['in Atom as its id', atom('', 'https://x.example/v')],
    ['in JSON as its id', json({ id: 'https://x.example/v', title: 'V' })],
    ['in JSON as link', json({ id: 1, link: '/v', title: 'V' })],
  ])('%s', (_name, text) => {
    expect(read(text).listings.map(({ url }) => url)).toEqual(['https://x.example/v'])
  }) // biome-ignore format: a table

  it('is missing where an entry has none, which is said', () => {
    const page = read(
      rss('<item><title>V</title><link>/v</link></item><item><title>W</title></item><item></item>'),
    )
    expect(page.outcome).toBe('parse-drift')
    expect(page.rejected).toHaveLength(2)
  })
})

describe('feeds that are written otherwise', () => {
  it.each([
    'http://www.w3.org/2005/Atom',
    'http://backend.userland.com/rss2',
    'http://base.google.com/ns/1.0',
  ])('RSS with %s as its default namespace', (namespace) => {
    const page = read(
      rss('<item><title>Vase $5</title><link>/v</link></item>', `version="2.0" xmlns="${namespace}"`),
    )
    expect(page.listings).toMatchObject([{ url: 'https://x.example/v', priceCents: 500 }])
  })

  it('a product feed whose entries have only the names of its own namespace', () => {
    const product = (n: number) =>
      `<item><p:id>${n}</p:id><p:title>Vase ${n}</p:title><p:link>https://x.example/${n}</p:link><p:description>Blue</p:description><p:price>${n}.50 EUR</p:price><p:condition>used</p:condition></item>`
    const page = read(rss(product(1) + product(2), 'xmlns:p="http://base.google.com/ns/1.0"'))
    expect(page.listings).toMatchObject([
      {
        title: 'Vase 1',
        url: 'https://x.example/1',
        priceCents: 150,
        description: 'Blue',
        condition: 'used',
      },
      { title: 'Vase 2', url: 'https://x.example/2', priceCents: 250 },
    ])
  })

  it('JSON Feed with numbers as ids beyond 2^53, without a version, and what is no entry', () => {
    const page = read(
      '{"items":[{"id":9007199254740993,"title":"A $5","url":"/a"},{"id":9007199254740992,"title":"B $6","url":"/a"},{"id":3,"title":"C","url":"/c","image":{"url":"/c.jpg"}},5]}',
    )
    expect(page.listings).toHaveLength(3)
    expect(page.listings[0]!.externalId).toMatch(/:9007199254740993$/)
    expect(page.listings[2]!.imageUrls).toEqual(['https://x.example/c.jpg'])
    expect(page.rejected).toEqual([{ row: 3, reason: 'The entry has no usable link.' }])
  })
})

describe('stock and sales of shops', () => {
  const now = Date.parse('2026-03-08T12:00:00Z')
  const product = (inside: string) =>
    read(
      rss(`<item><title>Vase</title><link>/v</link><g:price>80 EUR</g:price>${inside}</item>`, google),
      now,
    ).listings[0]!

  it.each([
    ['out of stock', 'gone'], ['out_of_stock', 'gone'], ['https://schema.org/OutOfStock', 'gone'], ['in stock', 'active'],
    ['Sold Out', 'sold'], ['discontinued', 'gone'], ['preorder', undefined],
  ])('%s is %s', (words, state) => {
    expect(product(`<g:availability>${words}</g:availability>`).state).toBe(state)
  }) // biome-ignore format: a table

  it.each([
    ['', 6000],
    ['2026-03-01T00:00+01:00/2026-03-31T00:00+01:00', 6000],
    ['2026-01-01T00:00Z/2026-02-01T00:00Z', 8000],
    ['2026-04-01T00:00Z/2026-05-01T00:00Z', 8000],
    ['soon', 8000],
  ])('a sale of %s costs %d', (dates, priceCents) => {
    const period = dates && `<g:sale_price_effective_date>${dates}</g:sale_price_effective_date>`
    expect(product(`<g:sale_price>60 EUR</g:sale_price>${period}`).priceCents).toBe(priceCents)
  })

  it('an empty sale price is none', () => {
    for (const empty of ['0', '0.00 EUR', '-', 'N/A'])
      expect(product(`<g:sale_price>${empty}</g:sale_price>`).priceCents).toBe(8000)
  })
})
