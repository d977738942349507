import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { templateName } from '../test/harness/database-server.ts'
import { checkers } from './checkers.ts'
import { compareFacts, mistakenFacts, wantedFacts } from './compare.ts'
import type { Folder, Row } from './folder.ts'
import { pairOf } from './forms/clusters.ts'
import { writtenIds } from './own/ids.ts'
import { bareText, linkedWords } from './own/telegram.ts'
import { runFolder } from './runner.ts'
import { openShared, type Shared } from './world.ts'

/** Folders of each form with inputs of our own, of which the program reads the one right and the other cannot. */
const dir = mkdtempSync(join(tmpdir(), 'deal-scout-cases-'))
let shared: Shared
beforeAll(async () => {
  shared = await openShared({ url: inject('databaseUrl'), template: templateName })
})
afterAll(async () => {
  await shared?.[Symbol.asyncDispose]()
  rmSync(dir, { recursive: true })
})

interface Invented {
  name: string
  run: string
  inputs: Record<string, string | Buffer>
  note?: string
  /** A right row and what is got where something else was expected. */
  rows: Row[]
}

async function score({ name, inputs, ...expected }: Invented) {
  mkdirSync(join(dir, name), { recursive: true })
  writeFileSync(join(dir, name, 'expected.json'), JSON.stringify({ kind: name, sources: [], ...expected }))
  for (const [file, text] of Object.entries(inputs)) writeFileSync(join(dir, name, file), text)
  const { form, rows, right, wrong } = await runFolder(dir, name, shared)
  return { form, rows, right, wrong: wrong.map(({ row, got }) => ({ row, got })) }
}

const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
  <title>T</title><link>https://a.example/</link>
  <item><title>Oak bench</title><link>https://a.example/1</link><g:price>12.50 USD</g:price></item>
  <item><title>Elm stool</title><link>https://a.example/2</link><g:price>3.00 USD</g:price></item></channel></rss>`

describe('a folder of the form', () => {
  it('feed by link is right by entry', async () => {
    const invented = {
      name: 'a-feed',
      run: 'deal-scout parse feed feed.xml',
      // Of another ending than the run says.
      inputs: { 'other.rss': feed },
      rows: [
        { link: 'https://a.example/1', expected: { priceCents: 1250, currency: 'USD' } },
        { link: 'https://a.example/2', expected: '3.00 USD' },
        { link: 'https://a.example/2', expected: '3.10 USD' },
        { link: 'https://a.example/9', expected: { priceCents: 1 } },
      ],
    }
    expect(await score(invented)).toMatchObject({
      form: 'feed by link',
      right: 2,
      wrong: [{ got: { priceCents: 300 } }, { got: 'no such listing' }],
    })
  })

  it('feed as a whole is right by number, titles and prices', async () => {
    const expected = [
      '2 listings: Elm stool 3.00 USD, Oak bench 12.50 USD',
      '2 listings, the first at https://a.example/1',
      '2 listings: $12.50, $4',
      '3 listings: $12.50, $3',
      '2 listings, the first at https://a.example/2',
    ].map((sentence) => ({ expected: sentence }))
    const invented = { name: 'a-count', run: 'deal-scout parse feed feed.xml', inputs: { 'feed.xml': feed } }
    expect(await score({ ...invented, rows: expected })).toMatchObject({ right: 2, rows: 5 })
  })

  it('served feed is read under its content type', async () => {
    const text =
      '<rss version="2.0"><channel><title>T</title><item><title>Rote T\u00fcr</title><link>https://a.example/1</link><description>90.00 EUR</description></item></channel></rss>'
    const invented = {
      name: 'a-served',
      run: 'serve feed.xml on loopback as "content-type: text/xml; charset=ISO-8859-1"; sources add feed; scan',
      inputs: { 'feed.xml': Buffer.from(text, 'latin1') },
      rows: [{ expected: '"Rote T\u00fcr", 90.00 EUR (as declared)' }, { expected: '"Rote Tur"' }],
    }
    expect(await score(invented)).toMatchObject({ form: 'served feed', right: 1 })
  })

  it('import rows is right by id, whatever the file', async () => {
    const run = 'deal-scout import listings.csv --source case --currency EUR'
    const rows = [
      { id: '7', expected: { priceCents: 1990, currency: 'EUR' } },
      { id: '7', expected: '1990 EUR, active' },
      { id: '7', condition: 'new', expected: 'new' },
      { id: '7', expected: 1991 },
      { id: '8', expected: { priceCents: 1 } },
      { id: '8', expected: 'refused: no price' },
      { id: '7', location: 'Berlin', expected: { place: 'Berlin, Germany', lat: 52.52, lon: 13.41 } },
      { id: '7', location: 'Berlin', expected: '48.1,11.6 (Munich)' },
    ]
    const row = { id: '7', title: 'Lamp', price: '19.90', condition: 'new', location: 'Berlin, Germany' }
    const inputs = { 'rows.jsonl': `${JSON.stringify(row)}\n{"id":"8","title":"Desk","price":"much"}` }
    expect(await score({ name: 'a-import', run, inputs, rows })).toMatchObject({
      form: 'import rows',
      right: 5,
      wrong: [
        { got: { priceCents: 1990 } },
        { got: expect.stringContaining('row refused: price') },
        { got: { lat: expect.closeTo(52.5, 1) } },
      ],
    })
  })

  it('titles is right by what was understood', async () => {
    const rows = [
      { title: 'Canon EOS camera', field: 'kind', expected: 'the thing itself' },
      { title: 'Canon EOS camera', field: 'storageGb', expected: null },
      { title: 'Canon EOS camera', field: 'storageGb', expected: 64 },
    ]
    const inputs = { 'titles.txt': 'Canon EOS camera\n' }
    const run = 'GET /api/value?title=<line>, look at understood.<field>'
    expect(await score({ name: 'a-titles', run, inputs, rows })).toMatchObject({
      form: 'titles by field',
      right: 2,
    })
  })

  it('rule pairs is right by what fits; a refusal only where the note allows it', async () => {
    const pairs = [
      { id: 1, rule: { keywords: { all: ['bench'] } }, title: 'Oak bench' },
      { id: 2, rule: { query: 'bench -oak' }, title: 'Oak bench' },
      { id: 3, rule: { query: '"bench' }, title: 'Oak bench' },
      { id: 4, rule: { marketplaces: ['nowhere'] }, title: 'Oak bench' },
    ]
    const inputs = { 'pairs.jsonl': pairs.map((pair) => JSON.stringify(pair)).join('\n') }
    const rows = ['fits', 'does not fit', 'fits', 'fits'].map((expected, at) => ({ id: at + 1, expected }))
    const run =
      'import each title (POST /api/imports), then POST /api/rules/preview with the rule: does it fit?'
    const plain = { name: 'a-pairs', run, inputs, rows }
    expect(await score(plain)).toMatchObject({
      form: 'rule pairs',
      right: 2,
      wrong: [{ row: { id: 3 } }, { row: { id: 4 } }],
    })
    const noted = { ...plain, note: 'an error that says so would be right too; silently the opposite is not' }
    expect(await score(noted)).toMatchObject({ right: 3, wrong: [{ row: { id: 4 } }] })
    const swapped = rows.map(({ id, expected }) => ({
      id,
      expected: expected === 'fits' ? 'does not fit' : 'fits',
    }))
    expect(await score({ ...plain, rows: swapped })).toMatchObject({ right: 0 })
  })

  it('told by row is right by what each look told', async () => {
    const seen = [100, 100, 80].map((price) => ({ id: 'a', title: 'Brass trumpet', price, currency: 'USD' }))
    const inputs = { 'listings.jsonl': seen.map((one) => JSON.stringify(one)).join('\n') }
    const run = 'a rule for the word; import the rows one after the other; deal-scout inbox'
    const rows = [
      { row: 1, expected: 'told' },
      { row: 2, expected: 'nothing' },
      { row: 3, expected: 'Now $80 (was $100)' },
      { row: 3, expected: 'Now $80 (was $90)' },
      { row: 3, watch: '--below 70', expected: 'nothing' },
    ]
    expect(await score({ name: 'a-told', run, inputs, rows: rows.slice(0, 4) })).toMatchObject({
      form: 'told by row',
      right: 3,
    })
    // Followed, with a wish that is not met: the fall alone is told.
    expect(await score({ name: 'a-watched', run, inputs, rows: rows.slice(4) })).toMatchObject({ right: 0 })
  })

  it('cluster pairs is right by whether two listings are one thing', async () => {
    const text = 'Solid oak with six drawers and brass handles from a smoke free home pick up only'
    const row = (id: number, title: string) =>
      `case,${id},${title},90,USD,Reno,NV,${text},2026-11-0${id},https://m.example/${id}`
    const head = 'source,id,title,price,currency,city,state,description,posted,url'
    const inputs = {
      'listings.csv': [head, row(1, 'Oak dresser tall'), row(2, 'Oak dresser high')].join('\n'),
    }
    const run = 'deal-scout import listings.csv; deal-scout clusters list'
    const [one, other] = await Promise.all(
      ['one cluster', 'not in one cluster'].map((expected, at) =>
        score({ name: `a-cluster-${at}`, run, inputs, rows: [{ pair: 'tall/high', expected }] }),
      ),
    )
    expect([one!.form, one!.right + other!.right]).toEqual(['cluster pairs', 1])
  })

  it('that nobody knows is wrong in every row', async () => {
    const rows = [{ expected: 'something' }, { expected: 'else' }]
    expect(await score({ name: 'a-riddle', run: 'guess', inputs: {}, rows })).toMatchObject({
      form: null,
      right: 0,
      rows: 2,
    })
  })
})

it('every checker that is right in a folder of its own name has that name once', () => {
  const own = checkers.filter(({ form }) => form.includes('-')).map(({ form }) => form)
  expect(new Set(own).size).toBe(own.length)
  for (const name of own) {
    const folder = { base: name, name, rows: [{ expected: '' }], run: '' } as unknown as Folder
    expect(checkers.find(({ fits }) => fits(folder))?.form).toBe(name)
  }
})

describe('facts', () => {
  it.each<[unknown, object, boolean]>([
    [{ postedAt: '2026-11-03T09:00:00.000Z' }, { postedAt: '2026-11-03T10:00:00+01:00' }, true],
    [{ postedAt: '2026-11-03T09:00:00.000Z' }, { postedAt: '2026-11-03T10:00:00.000Z' }, false],
    [{ priceCents: null, currency: null }, {}, true],
    [{ priceCents: null, currency: null }, { priceCents: 800, currency: 'HUF' }, false],
    ['02139, Cambridge MA (42.36, -71.10)', { lat: 42.37, lon: -71.11 }, true],
    ['02139, Cambridge MA (42.36, -71.10)', { lat: 42.36, lon: -70.8 }, false],
    ['02139, Cambridge MA (42.36, -71.10)', { lat: null, lon: null }, false],
    ['5.00 USD, not for sale (state gone)', { priceCents: 500, currency: 'USD', state: 'gone' }, true],
    ['5.00 USD, not for sale (state gone)', { priceCents: 500, currency: 'USD' }, false],
    ['sold', { state: 'sold' }, true],
    ['sold', { state: 'active' }, false],
    ['for-parts', { condition: null }, false],
  ])('%j of %j: %s', (expected, has, right) => {
    const wanted = wantedFacts(expected)!
    expect(compareFacts(wanted, { ...has })).toMatchObject({ right })
    for (const mistaken of mistakenFacts(wanted))
      expect(compareFacts(wanted, mistaken)).toMatchObject({ right: false })
  })
})

it('a pair is two listings that differ in its values alone', () => {
  const listings = [
    'iPad 64GB silver',
    'iPad 256GB gold',
    'iPad 256GB silver',
    'Left fender',
    'Right fender',
  ].map((title) => ({ title }))
  expect(pairOf('64/256 GB', listings)).toEqual([listings[0], listings[2]])
  expect(pairOf('left/right', listings)).toEqual([listings[3], listings[4]])
  expect(pairOf('64 GB/256GB', listings)).toEqual([listings[0], listings[2]])
  expect(pairOf('volume 3/5', listings)).toBeNull()
})

it('ids are taken letter for letter', () => {
  const file = join(dir, 'ids.json')
  writeFileSync(file, '[{"id":9912140633506421,"title":"A"},{"id":"0012","seller_id":7,"title":"B"}]')
  expect(writtenIds(file)).toEqual(['9912140633506421', '0012'])
})

it.each([
  ['Phone a-shop.com and www.b.org', ['a-shop.com', 'www.b.org']],
  ['Call +1 555 123 4567 #cheap /start @somebody', ['@somebody', '#cheap', '/start', '+1 555 123 4567']],
  ['Desk 1.5 m, no.1, and/or 3/4, #1', []],
  ['Phone a-shop.\u2060com', []],
])('Telegram makes links of %j', (text, words) => {
  expect(linkedWords(text)).toEqual(words)
})

it('what is a link or code already is no bare text', () => {
  expect(bareText('<b>A &amp; b</b> <a href="https://x.example">c.com</a> <code>d.com</code>').trim()).toBe(
    'A & b',
  )
})
