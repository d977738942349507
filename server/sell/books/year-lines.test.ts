import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { moneyKinds } from '../money-kinds.ts'
import { type BookSettings, ownLines, placedKinds, type YearLine, yearLinesSchema } from './book-schema.ts'
import { currencyRows, kindsInNoLine, scheduleC } from './year-lines.ts'

/** Any lines that are taken: each kind in at most one. */
const anyLines: fc.Arbitrary<YearLine[]> = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: placedKinds.length, maxLength: placedKinds.length })
  .map((places) =>
    [1, 2, 3, 4, 5]
      .map((place) => ({ line: `Line ${place}`, kinds: placedKinds.filter((_, at) => places[at] === place) }))
      .filter(({ kinds }) => kinds.length > 0),
  )
const cents = fc.integer({ min: -1e9, max: 1e9 })

describe('the lines of the sums of a year', () => {
  it('with what is in none and what was sold cost add up to the net profit, whatever the lines', () => {
    const books = fc.record({
      lines: anyLines,
      sums: fc.array(
        fc.record({ kind: fc.constantFrom(...moneyKinds).filter((kind) => kind !== 'collected-tax'), cents }),
      ),
      gross: fc.constant([{ marketplace: 'ebay', cents: 12_345 }]),
      ...{ openingCents: cents, closingCents: cents },
    })
    fc.assert(
      fc.property(books, (all) => {
        expect(yearLinesSchema.parse(all.lines)).toEqual(all.lines)
        const rows = currencyRows('USD', all)
        const of = (...names: string[]) =>
          rows.filter(({ line }) => names.includes(line)).reduce((sum, { cents }) => sum + cents!, 0)
        const net = all.sums.reduce((sum, one) => sum + one.cents, 0)
        const names = all.lines.map(({ line }) => line)
        expect(of(...names, ownLines.none, ownLines.sold)).toBe(net)
        expect(of(ownLines.net)).toBe(net)
        expect(of(ownLines.opening, ownLines.purchases) - of(ownLines.closing)).toBe(0 - of(ownLines.sold))
      }),
      { numRuns: 500 },
    )
  })
  it('are those of a Schedule C at first, which leave no kind out', () => {
    expect(kindsInNoLine(scheduleC)).toEqual([])
    expect(yearLinesSchema.parse(scheduleC)).toEqual(scheduleC)
  })
  it.each([
    [
      [
        { line: 'A', kinds: ['label'] },
        { line: 'B', kinds: ['label'] },
      ],
      'label is in "A" already: it counts in one line',
    ],
    [[{ line: 'A', kinds: ['label', 'label'] }], 'label is in "A" already: it counts in one line'],
    [
      [
        { line: 'Post', kinds: ['label'] },
        { line: 'post', kinds: ['supplies'] },
      ],
      '"post" is there twice: make one of both',
    ],
    [[{ line: 'Net Profit', kinds: ['label'] }], 'is a line that the table has of itself: call it otherwise'],
    [[{ line: 'A', kinds: [] }], 'say which kinds of amounts are in it'],
    [[{ line: ' ', kinds: ['label'] }], 'is empty'],
    [
      [{ line: 'A', kinds: ['cost-of-goods'] }],
      /^is in no line of yours: what things cost stands with the stock/,
    ],
    [[{ line: 'A', kinds: ['collected-tax'] }], /^is in no line of yours/],
  ])('that cannot be are refused with what to do: %j', (lines, problem) => {
    const { error } = yearLinesSchema.safeParse(lines)
    expect(error?.issues.map(({ message }) => message)).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ])
  })
})

describe('a person’s lines', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await testApp({ roles: ['api'] })
  })
  afterAll(() => test[Symbol.asyncDispose]())
  beforeEach(() => test.app.db.query('TRUNCATE items, money_rows, book_settings CASCADE'))
  const books = async () => (await test.call('GET', '/api/sell/books')).body as BookSettings
  const change = (yearLines: unknown) => test.call('PATCH', '/api/sell/books', { yearLines })
  const spend = (kind: string, amount: number, onDate = '2026-03-01') =>
    test.call('POST', '/api/money', { kind, cents: amount, currency: 'USD', onDate })
  const year = async () => {
    const answer = await fetch(`${test.address}/api/sell/export.csv?what=year&year=2026`)
    const rows = parse(await answer.text(), { bom: true, columns: true }) as {
      line: string
      amount: string
    }[]
    return Object.fromEntries(rows.map(({ line, amount }) => [line, amount]))
  }

  it('are what the table of the year is summed in; what is in none stands there as such', async () => {
    await spend('label', 500)
    await spend('supplies', 300)
    await spend('mileage', 875)
    expect(await year()).toMatchObject({
      'Postage and shipping': '-5',
      Supplies: '-3',
      'Net profit': '-16.75',
    })
    const { status } = await change([{ line: 'Versand und Büro', kinds: ['label', 'supplies'] }])
    expect(status).toBe(200)
    const rows = await year()
    expect(rows).toMatchObject({
      'Versand und Büro': '-8',
      'Not in any line': '-8.75',
      'Net profit': '-16.75',
    })
    expect(rows).not.toHaveProperty('Supplies')
    expect((await books()).inNoLine).toContain('mileage')
    await change(null)
    expect(await books()).toMatchObject({ yearLinesAreOwn: false, inNoLine: [] })
  })
  it('stay when rates change, and rates when they change', async () => {
    await change([{ line: 'Post', kinds: ['label'] }])
    const rate = { unit: 'km', currency: 'EUR', centsPerUnit: 30 }
    await test.call('PATCH', '/api/sell/books', { mileageRates: [rate] })
    await change([{ line: 'Parcels', kinds: ['label'] }])
    expect(await books()).toMatchObject({
      yearLines: [{ line: 'Parcels' }],
      mileageRates: [{ ...rate, isOwn: true }, {}, {}, {}],
    })
  })
  it('that contradict each other are refused by name, and those before stay', async () => {
    const { status, body } = await change([
      { line: 'A', kinds: ['label'] },
      { line: 'B', kinds: ['label'] },
    ])
    expect(status).toBe(422)
    expect((body as { fields: object }).fields).toEqual({
      'yearLines.1.kinds.0': 'label is in "A" already: it counts in one line',
    })
    expect((await books()).yearLinesAreOwn).toBe(false)
  })
  it('stand beside what each marketplace reports, before refunds, and the table says that it is no tax advice', async () => {
    const item = await test.call('POST', '/api/items', {
      title: 'Desk',
      quantity: 3,
      costCents: 900,
      currency: 'USD',
    })
    const sell = async (marketplace: string, priceCents: number, soldOn: string) =>
      (
        await test.call('POST', '/api/sales', {
          ...{ itemId: (item.body as { id: number }).id, marketplace, priceCents, shippingPaidCents: 500 },
          ...{ currency: 'USD', feeCents: null, soldOn },
        })
      ).body as { id: number }
    const sold = await sell('ebay', 10_000, '2026-02-01')
    await sell('mercari', 2000, '2026-12-31')
    await sell('ebay', 7000, '2025-12-31')
    await test.call('PATCH', `/api/sales/${sold.id}`, { state: 'refunded', refundCents: 4000 })
    const rows = await year()
    expect(rows).toMatchObject({
      'To compare with its 1099-K: ebay': '105',
      'To compare with its 1099-K: mercari': '25',
    })
    expect(Object.keys(rows).at(-1)).toMatch(/no tax advice/)
  })
})
