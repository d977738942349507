import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonExact } from '../core/json-exact.ts'
import { toSeenListing } from './map.ts'
import { runImport } from './run.ts'

const row = (value: Record<string, unknown>) => {
  const mapped = toSeenListing(
    { id: '1', title: 'Vase', price: '5', ...value },
    { source: 's', currency: 'USD' },
  )
  if (!mapped.ok) throw new Error(mapped.problems.join())
  return mapped.seen
}

describe('ids', () => {
  it('of JSON stay as written, however long', async () => {
    const ids: string[] = []
    const text =
      '[{"id":90071992547409931,"title":"A"},{"id":90071992547409932,"title":"B"},{"id":7,"title":"C"}]'
    await runImport(
      {
        clock: { now: () => new Date('2026-03-08') },
        evidenceMs: 365 * 86_400_000,
        mayBeEvidence: () => true,
        readAhead:
          async ({ sightings }) =>
          async () => {
            ids.push(...sightings.map(({ seen }) => seen.externalId))
            return { added: sightings.length, changed: 0, unchanged: 0, matches: 0, waiting: 0, rejected: [] }
          },
      },
      {
        stream: Readable.from([Buffer.from(text)]),
        format: { kind: 'json', gzip: false } as never,
        ownerId: null,
        defaults: {},
        onReject: () => {},
      },
    )
    expect(ids).toEqual(['90071992547409931', '90071992547409932', '7'])
  })

  it('of any size are read as they were written, and all other JSON as ever', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (id) => {
        const { a } = parseJsonExact(`{"a":${id}}`) as { a: unknown }
        expect(String(a)).toBe(String(id))
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!/\d{16}/.test(text))
        expect(parseJsonExact(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it.each(['1.66E+11', '2,04E+12', '9E+15', ' 1.234567E+11 '])(
    'that a spreadsheet rounded are refused: %s',
    (id) => {
      const mapped = toSeenListing({ id, title: 'Vase', url: 'https://x.example/1' }, { source: 's' })
      expect(mapped).toMatchObject({
        ok: false,
        problems: [expect.stringContaining('rounded by a spreadsheet')],
      })
    },
  )

  it.each(['5E10', 'A1E+05', '166000000001', '1e5', '3.5'])('that only look like it are taken: %s', (id) => {
    expect(row({ id }).externalId).toBe(id)
  })
})

describe('states', () => {
  it.each([
    ['SoldOut', 'sold'], ['sold out', 'sold'], ['SOLD_OUT', 'sold'], ['https://schema.org/SoldOut', 'sold'], ['Verkauft', 'sold'],
    ['vendu', 'sold'], ['out-of-stock', 'gone'], ['OutOfStock', 'gone'], ['http://schema.org/Discontinued', 'gone'],
    ['no longer available', 'gone'], ['Ended', 'gone'], ['In Stock', 'active'], ['For sale', 'active'], ['on hold', 'pending'],
    ['reserviert', 'pending'], ['продано', 'sold'], ['売り切れ', 'sold'], ['Solgt', 'sold'], ['Prodáno', 'sold'],
    ['нет в наличии', 'gone'], ['skladem', 'active'], ['reserveret', 'pending'], ['réservée', 'pending'], ['ya no disponible', 'gone'],
    ['beendet', 'gone'], ['schema:SoldOut', 'sold'], ['0 in stock', 'gone'], ['whatever', undefined], ['not sold', undefined],
  ] as const)('%s is %s', (status, state) => expect(row({ status }).state).toBe(state)) // biome-ignore format: a table

  it('a column that says whether it is sold', () => {
    expect(row({ sold: true })).toMatchObject({ state: 'sold', basis: 'sold' })
    expect(row({ is_sold: 'yes' }).state).toBe('sold')
    expect(row({ sold: false }).state).toBeUndefined()
    expect(row({ sold: '0' }).state).toBeUndefined()
  })
})

it.each(['N/A', '-', '—', 'None', 'nan', '0', '0.00', '$0.00', '#N/A'])(
  'a filler in the column of sold prices (%s) sells nothing, and the asking price stays',
  (filler) => {
    const seen = row({ price: '200', sold_price: filler })
    expect(seen).toMatchObject({ priceCents: 20_000 })
    expect(seen.basis).toBeUndefined()
    expect(seen.state).toBeUndefined()
    expect(row({ price: '200', sold_price: '150' })).toMatchObject({ priceCents: 15_000, basis: 'sold' })
  },
)

it('fillers are no condition, place or seller, and a postal code has no decimals', () => {
  const seen = row({ condition: 'N/A', location: '-', seller: 'None' })
  expect(seen).not.toHaveProperty('condition')
  expect(seen).not.toHaveProperty('location')
  expect(seen).not.toHaveProperty('attributes')
  expect(row({ state: 'TX', zip: 75001.0 }).location).toBe('TX, 75001')
  expect(row({ state: 'TX', zip: '75001.0' }).location).toBe('TX, 75001')
  expect(row({ state: 'NJ', zip: "'07030" }).location).toBe('NJ, 07030')
})
