import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Capture } from './server.ts'
import { serverOf } from './settings.ts'
import { badgeOf, price, remarksOf, type Say, summaryOf } from './summary.ts'

/** As the browser says it. */
const sayIn = (language: string): Say => {
  const texts = JSON.parse(
    readFileSync(new URL(`../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
  ) as Record<string, { message: string }>
  return (name, ...given) =>
    texts[name]!.message.replace(/\$P(\d)\$/g, (_, at: string) => given[Number(at) - 1] ?? '')
}

const listing = {
  id: 1,
  title: 'x',
  url: 'https://a.example/',
  state: 'active' as const,
  isNew: true,
  priceCents: 100,
  currency: 'USD',
  value: null,
  belowValuePct: null,
  rules: [],
}
const capture: Capture = {
  outcome: 'ok',
  reason: null,
  marketplace: null,
  counts: { read: 12, added: 3, changed: 0, unchanged: 9, leftOut: 2 },
  leftOut: [],
  isMatched: true,
  rules: [{ id: 1, name: 'Road bike', listings: 2 }],
  below: { listings: 1, best: { id: 7, pct: 38 } },
  listings: [listing, { ...listing, rules: [{ id: 1, name: 'Road bike' }] }],
  sites: [],
}

describe('what was read, in one line', () => {
  it.each([
    ['en', '12 listings read, 2 match Road bike, 1 is 38 % below its value'],
    ['de', '12 Anzeigen gelesen, 2 passen zu Road bike, 1 ist 38 % unter ihrem Wert'],
  ])('in %s', (language, line) => {
    expect(summaryOf(capture, sayIn(language)).join(', ')).toBe(line)
  })

  it('says one as one, and nothing of what there is not', () => {
    const one: Capture = {
      ...capture,
      counts: { ...capture.counts, read: 1, added: 0, leftOut: 0 },
      rules: [{ id: 1, name: 'Road bike', listings: 1 }],
      below: { listings: 0, best: null },
    }
    expect(summaryOf(one, sayIn('en'))).toEqual(['1 listing read', '1 matches Road bike'])
    expect(remarksOf(one, sayIn('en'))).toEqual([])
    expect(remarksOf({ ...capture, isMatched: false }, sayIn('en'))).toHaveLength(3)
  })

  it('has on the button what matches, else what was read', () => {
    expect(badgeOf(capture)).toBe('1')
    expect(badgeOf({ ...capture, listings: [listing] })).toBe('12')
    expect(badgeOf({ ...capture, counts: { ...capture.counts, read: 0 }, listings: [] })).toBe('')
  })
})

describe('amounts', () => {
  it.each([
    [12_345, 'USD', 'en', '$123.45'],
    [12_300, 'EUR', 'en', '€123'],
    [500, 'JPY', 'en', '¥500'],
    [100, 'not a currency', 'en', '1 not a currency'],
  ])('%i %s', (cents, currency, language, text) => {
    expect(price(cents, currency, language)).toBe(text)
  })
})

describe('the address of the server', () => {
  it.each([
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    [' https://deals.example/deals?x=1 ', 'https://deals.example'],
    ['localhost', 'http://localhost'],
    ['https://a:b@deals.example', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('%s is %s', (typed, server) => {
    expect(serverOf(typed)).toBe(server)
  })

  it('is an origin of the web or none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (typed) => {
        const server = serverOf(typed)
        if (server !== null) expect(server).toMatch(/^https?:\/\/[^/@?#]+$/)
      }),
    )
  })
})
