import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import type { Deal } from '../queries.ts'
import { dealTable } from './deal-table.ts'

const deal = (over: Partial<Deal>) =>
  ({
    ...{
      id: 1,
      title: 'Bike',
      marketplace: 'ebay',
      priceCents: 22_799,
      landedCents: 25_000,
      profitCents: -500,
    },
    ...{ currency: 'USD', value: null, score: 80, reason: null, risk: { score: 0, level: 'low' } },
    ...{ condition: null, category: 'bikes', location: null, distanceKm: null, postedAt: null },
    ...{ firstSeenAt: '2026-11-29T08:10:00.000Z', endsAt: null, mark: { note: null, tags: [] } },
    ...{ demo: false, url: 'https://example.com/1' },
    ...over,
  }) as unknown as Deal
const rowsOf = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[]

it('comes back from a reader of tables as it was, whatever the titles hold', () => {
  const titles = ['a "quoted" one', 'with, comma', 'two\nlines', 'plain']
  const rows = rowsOf(dealTable(titles.map((title, id) => deal({ id, title }))))
  expect(rows.map(({ title }) => title)).toEqual(titles)
  expect(rows[0]).toMatchObject({
    price: '227.99',
    profit: '-5',
    currency: 'USD',
    url: 'https://example.com/1',
  })
})

it('what a stranger wrote is never a formula', () => {
  for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])
    expect(rowsOf(dealTable([deal({ title })]))[0]!.title).toBe(`'${title}`)
})

it('amounts are in whole units of their currency', () => {
  expect(rowsOf(dealTable([deal({ priceCents: 300, currency: 'JPY' })]))[0]!.price).toBe('300')
})
