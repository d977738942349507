import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testApp } from '../harness/app.ts'

/** For each line of the table: what does not fit, the field that is named, and the same where it fits. */
const samples: Record<string, { wrong: object; field: string; right?: object }> = {
  'POST /api/rules: priceCentsMin, priceCentsMax': {
    wrong: { name: 'x', priceCentsMin: 2, priceCentsMax: 1 },
    field: 'priceCentsMax',
    right: { name: 'x', priceCentsMin: 1, priceCentsMax: 1 },
  },
  'POST /api/rules: place, radiusKm': {
    wrong: { name: 'x', radiusKm: 10 },
    field: 'place',
    right: { name: 'x', place: 'Oakland, CA', radiusKm: 10 },
  },
  'POST /api/rules: place, places': {
    wrong: { name: 'x', place: 'Oakland, CA', places: [{ place: 'Oakland, CA' }] },
    field: 'place',
    right: { name: 'x', places: [{ place: 'Oakland, CA' }] },
  },
  'POST /api/rules: weights': {
    wrong: { name: 'x', weights: { price: 60, condition: 30 } },
    field: 'weights',
    right: { name: 'x', weights: { price: 60, condition: 40 } },
  },
  'PUT /api/notification-preferences: quietHours': {
    wrong: { quietHours: { from: '22:00', to: '22:00' } },
    field: 'quietHours.to',
    right: { quietHours: { from: '22:00', to: '07:00' } },
  },
  'PUT /api/settings/selling: currency, outboundShippingCentsElse': {
    wrong: { currency: 'EUR' },
    field: 'outboundShippingCentsElse',
    right: { currency: 'EUR', outboundShippingCentsElse: 500 },
  },
  'PUT /api/settings/selling: fees': {
    wrong: { fees: fees([200, 100, null]) },
    field: 'fees.rows.0.bands',
    right: { fees: fees([100, 200, null]) },
  },
  'POST /api/drives: centsPerUnit, currency': {
    wrong: { distance: 5, unit: 'mi', centsPerUnit: 70 },
    field: 'currency',
    right: { distance: 5, unit: 'mi', centsPerUnit: 70, currency: 'USD' },
  },
  'PATCH /api/sell/books: yearLines': {
    wrong: {
      yearLines: [
        { line: 'Parcels', kinds: ['label'] },
        { line: 'Boxes', kinds: ['label'] },
      ],
    },
    field: 'yearLines.1.kinds.0',
    right: { yearLines: [{ line: 'Parcels', kinds: ['label', 'packaging'] }] },
  },
  'POST /api/watches: listingId, url': {
    wrong: { listingId: 1, url: 'https://example.com/1' },
    field: 'url',
  },
  'POST /api/clusters/merge: listingIds': { wrong: { listingIds: [1, 1] }, field: 'listingIds' },
  'GET /api/deals: sort, landedCentsMin, landedCentsMax, profitCentsMin': {
    wrong: { profitCentsMin: '100' },
    field: 'profitCentsMin',
    right: { profitCentsMin: '100', currency: 'USD', sort: 'profit' },
  },
  'POST /api/listings/marks: ids, filter, mark, seenUpTo': {
    wrong: { ids: [1], filter: {}, mark: { seen: true } },
    field: 'filter',
    right: { ids: [1], mark: { seen: true } },
  },
  'GET /api/trends: ruleId, q': { wrong: { ruleId: '1', q: 'sofa' }, field: 'q' },
}

function fees(ends: (number | null)[]) {
  const bands = ends.map((upToCents) => ({ upToCents, bps: 100 }))
  return { rows: [{ marketplace: 'swap', delivery: 'shipped', currency: 'USD', bands }] }
}

it('what docs/api.md says has to fit together is refused where it does not, by that field, and else taken', async () => {
  const [, section] = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8').split(
    '\n## What has to fit together\n',
  )
  const lines = [...section!.split('\n## ')[0]!.matchAll(/^\| `(\w+ \/[^`]+)` \| ([^|]+) \|/gm)].map(
    ([, request, fields]) => `${request}: ${fields!.replaceAll('`', '').trim()}`,
  )
  expect(lines).toEqual(Object.keys(samples))
  await using test = await testApp({ roles: ['api'] })
  for (const line of lines) {
    const [method, path] = line.split(': ')[0]!.split(' ')
    const ask = (given: object) =>
      method === 'GET'
        ? test.call(method, `${path}?${new URLSearchParams(given as Record<string, string>)}`)
        : test.call(method!, path!, given)
    const { wrong, field, right } = samples[line]!
    const refused = await ask(wrong)
    const { fields } = refused.body as { fields?: Record<string, string> }
    expect([line, refused.status, Object.keys(fields ?? {})]).toEqual([
      line,
      422,
      expect.arrayContaining([field]),
    ])
    if (right)
      expect([line, (await ask(right)).status]).toEqual([line, expect.toSatisfy((one: number) => one < 300)])
  }
})
