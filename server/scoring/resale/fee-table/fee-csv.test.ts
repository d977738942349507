import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStorable } from '../../../core/text.ts'
import { categories } from '../../../model/listing-schema.ts'
import { type FeeRow, feeRowSchema } from '../../../model/score-schema.ts'
import { defaultFeeTable } from '../fees-default.ts'
import { feeColumns, feeCsv, readFeeCsv } from './fee-csv.ts'
import { takeFeeRows } from './fee-rows.ts'

const cents = fc.integer({ min: 0, max: 1e13 })
const bps = fc.integer({ min: 0, max: 10_000 })
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10))
/** Anything that may be stored, and what spreadsheets take for formulas, quotes and line ends. */
const words = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '"', ',', ';', '\n', '\r', '\t', 'a', ' '),
      maxLength: 12,
    }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '' && isStorable(text))
const anyRow: fc.Arbitrary<FeeRow> = fc
  .record({
    ...{
      marketplace: words,
      delivery: fc.constantFrom('shipped', 'local'),
      bandsApply: fc.constantFrom('to-the-part', 'to-the-whole'),
    },
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    country: fc.option(fc.constantFrom('US', 'GB', 'DE')),
    categories: fc.subarray([...categories]),
    edges: fc.uniqueArray(fc.integer({ min: 1, max: 1e13 }), { maxLength: 4 }),
    parts: fc.array(bps, { minLength: 5, maxLength: 5 }),
    ...{ orderCents: cents, feeCentsMin: cents, feeCentsMax: fc.option(cents) },
    smallOrder: fc.option(fc.record({ upToCents: cents, orderCents: cents })),
    flatBelow: fc.option(fc.record({ priceCents: cents, feeCents: cents })),
    payment: fc.record({ bps, fixedCents: cents }),
    ...{ validFrom: fc.option(day), source: fc.option(words), readOn: fc.option(day) },
  })
  .map(({ edges, parts, ...rest }) =>
    feeRowSchema.parse({
      ...rest,
      bands: [...edges.toSorted((a, b) => a - b), null].map((upToCents, i) => ({ upToCents, bps: parts[i] })),
    }),
  )

const header = 'marketplace,currency,bands,validFrom'
const problemsOf = (text: string) => readFeeCsv(text).problems
const rowsOf = (text: string) => readFeeCsv(text).rows.map(({ row }) => row)

describe('a table of fees as a file', () => {
  it('is read as the very rows that were written', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
        const read = readFeeCsv(feeCsv(rows))
        expect(read.problems).toEqual([])
        expect(read.rows.map(({ row }) => row)).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })
  it('has no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 3 }), (rows) => {
        const cells = parse(feeCsv(rows), { bom: true, record_delimiter: '\n' }).flat()
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      }),
      { numRuns: 300 },
    )
  })
  it('has the default rows in a form that people read', () => {
    const csv = feeCsv(
      defaultFeeTable([
        {
          id: 'ebay',
          fees: [
            {
              bands: [
                { upToCents: 750_000, bps: 1360 },
                { upToCents: null, bps: 235 },
              ],
              orderCents: 40,
            },
          ],
        },
      ]).rows,
    )
    expect(csv.split('\n')[0]).toBe(`\ufeff${feeColumns.join(',')}`)
    expect(csv).toContain('ebay,shipped,USD,,,,7500.00:13.6%;:2.35%,to-the-part,0.40,')
  })
  it('takes columns in any order, with semicolons, decimal commas and what is left out', () => {
    const [row] = rowsOf(
      'Currency;marketplace;Bands;valid from;order\nusd;shop;"7500,00:13,6%;:2,35%";2026-03-01;0,40\n',
    )
    expect(row).toMatchObject({
      ...{
        marketplace: 'shop',
        currency: 'USD',
        delivery: 'shipped',
        validFrom: '2026-03-01',
        orderCents: 40,
      },
      bands: [
        { upToCents: 750_000, bps: 1360 },
        { upToCents: null, bps: 235 },
      ],
    })
    expect(rowsOf(`${header}\nshop,JPY,10%,\n`)[0]!.bands).toEqual([{ upToCents: null, bps: 1000 }])
  })
  it.each([
    ['', /^it is empty: the first line names the columns/],
    ['marketplace,currency\nshop,USD\n', /^the column bands is missing: add it$/],
    [`${header},valid_till\n`, /^"valid_till" is no column: take it out, or name it one of marketplace, /],
    [`${header},bands\n`, /^the column bands is there twice$/],
  ])('a first line of %j is told with what to do', (text, reason) => {
    expect(problemsOf(text)).toEqual([{ line: 1, reason: expect.stringMatching(reason) }])
  })
  it.each([
    ['shop,USD,10,', /^bands "10" cannot be read: write an amount, a colon and a share, like 7500.00:13.6%/],
    ['shop,USD,,', /^bands is empty: write what it takes/],
    ['shop,USD,500:5%;100:6%;:7%,', /^bands: bands must rise/],
    ['shop,USD,101%,', /^bands "101%" cannot be read/],
    ['shop,JPY,9.5:1%;:2%,', /^bands "9.5:1%" cannot be read/],
    ['shop,dollars,10%,', /^currency "dollars" is none: write a code such as USD/],
    ['shop,USD,10%,1/3/2026', /^validFrom: a day such as 2026-11-30$/],
    [',USD,10%,', /^marketplace: is empty$/],
    ['shop,USD,10%,,0.4', /^it has more cells than the first line has columns: put what has a comma/],
  ])('the line %j is told with what to do', (line, reason) => {
    expect(problemsOf(`${header}\nfine,USD,10%,\n${line}\n`)).toEqual([
      { line: 3, reason: expect.stringMatching(reason) },
    ])
  })
  it('whose quote is not closed is told where', () => {
    expect(problemsOf(`${header}\n"shop,USD,10%,\n`)[0]!.reason).toMatch(
      /cannot be read as CSV .* a quote that is not closed$/,
    )
  })
})

describe('rows that are added to one’s own', () => {
  const row = (own: Record<string, unknown> = {}) =>
    feeRowSchema.parse({
      marketplace: 'shop',
      delivery: 'shipped',
      currency: 'USD',
      bands: [{ upToCents: null, bps: 1000 }],
      ...own,
    })
  const share = (bps: number, own: Record<string, unknown> = {}) =>
    row({ ...own, bands: [{ upToCents: null, bps }] })
  const today = '2026-11-30'
  const take = (own: FeeRow[], given: FeeRow[], defaults: FeeRow[] = []) =>
    takeFeeRows(
      { own, defaults, today },
      given.map((row, at) => ({ line: at + 2, row })),
    )

  it('that are there already change nothing, be they one’s own or defaults', () => {
    expect(take([row()], [row(), share(5)].slice(0, 1))).toMatchObject({ added: 0, known: 1, problems: [] })
    expect(take([], [row()], [row()])).toEqual({ rows: [], added: 0, replaced: 0, known: 1, problems: [] })
  })
  it('follow an earlier one of the same sales, which stays', () => {
    const later = share(1200, { validFrom: '2026-07-01' })
    expect(take([row()], [later])).toMatchObject({ rows: [row(), later], added: 1, problems: [] })
  })
  it('never rewrite what past sales were counted by', () => {
    for (const [own, defaults] of [
      [[row()], []],
      [[], [row()]],
    ] as const)
      expect(take([...own], [share(1200)], [...defaults])).toMatchObject({
        ...{ rows: own, added: 0, replaced: 0 },
        problems: [
          {
            line: 2,
            reason: expect.stringMatching(
              /^shop took something else until now, .*write as validFrom the day/,
            ),
          },
        ],
      })
    const past = { validFrom: '2026-11-29' }
    expect(take([row(past)], [share(1, past)]).problems).toHaveLength(1)
  })
  it('may correct a source, and what does not count before today', () => {
    const sourced = row({ source: 'https://shop.example/fees', readOn: today })
    expect(take([row()], [sourced])).toMatchObject({ rows: [sourced], replaced: 1, problems: [] })
    const soon = { validFrom: today }
    expect(take([row(soon)], [share(7, soon)])).toMatchObject({
      rows: [share(7, soon)],
      replaced: 1,
      problems: [],
    })
  })
  it('that contradict each other are told', () => {
    expect(take([], [row(), share(5)]).problems).toEqual([
      { line: 3, reason: 'it is of the same sales as line 2, with something else: keep one of the two' },
    ])
  })
  it('are no more than are kept', () => {
    const many = Array.from({ length: 501 }, (_, at) => row({ marketplace: `shop-${at}` }))
    expect(take([], many).problems).toEqual([
      { line: 502, reason: expect.stringMatching(/^there would be 1 rows more than the 500/) },
    ])
  })
})
