import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { loadAllAdapters } from '../../app/adapters.ts'
import { postingPlacesOf } from '../../app/deps/sell-deps.ts'
import type { ItemView, ProfitView } from '../schema.ts'
import type { SellImported } from './import-schema.ts'
import { type ReadOptions, readTable } from './read-table.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE items, money_rows CASCADE')
})

const { marketplaces } = await loadAllAdapters()
const places = postingPlacesOf(marketplaces)
const options: ReadOptions = { currency: 'USD', marketplace: null, dateOrder: null, places }
const rowsOf = (text: string, over: Partial<ReadOptions> = {}) => readTable(text, { ...options, ...over })
const take = async (text: string, over: object = {}) => {
  const { status, body } = await test.call('POST', '/api/sell/import', { text, ...over })
  expect({ status, body }).toMatchObject({ status: 200 })
  return body as SellImported
}
const itemsOf = async () =>
  ((await test.call('GET', '/api/items?limit=100')).body as { items: ItemView[] }).items

describe('a table is read', () => {
  it.each([
    [
      'of a listing tool',
      'Title,SKU,Cost Of Goods,Sold Price,Sold Date,Platform,Marketplace Fees\nOak desk,A-1,$40.00,"$1,110.00",11/28/2026,Facebook Marketplace,$0\n',
      { title: 'Oak desk', sku: 'A-1', costCents: 4000 },
      { marketplace: 'facebook', priceCents: 111_000, soldOn: '2026-11-28', feeCents: 0 },
    ],
    [
      'of orders at eBay, with its empty lines',
      '\n,,\nSales Record Number,Order Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Sale Date\n101,12-34567-89012,Brass lamp,L7,1,$25.00,$8.50,Nov-28-26\n',
      { title: 'Brass lamp', sku: 'L7' },
      {
        marketplace: 'ebay',
        reference: '12-34567-89012',
        priceCents: 2500,
        shippingPaidCents: 850,
        soldOn: '2026-11-28',
      },
    ],
    [
      'with semicolons, in German',
      'Titel;Einkaufspreis;Verkaufspreis;Verkauft am;Marktplatz;Währung\nEichentisch;40,00;1.110,50;28.11.2026;Kleinanzeigen;EUR\n',
      { title: 'Eichentisch', costCents: 4000, currency: 'EUR' },
      { marketplace: 'kleinanzeigen', priceCents: 111_050, soldOn: '2026-11-28' },
    ],
  ])('%s', (_name, text, thing, sale) => {
    const { rows, rejected } = rowsOf(text, { marketplace: 'ebay' })
    expect(rejected).toEqual([])
    expect(rows[0]).toMatchObject({ ...thing, sale })
  })

  it('of things that stand somewhere, with the address that follows from their number', () => {
    const { rows } = rowsOf(
      'Item number,Title,Custom label (SKU),Available quantity,Current price,Currency\n256123456789,Oak desk,D1,2,120.00,USD\n',
      { marketplace: 'ebay' },
    )
    expect(rows[0]).toMatchObject({
      ...{ quantity: 2, sale: null },
      post: { marketplace: 'ebay', url: 'https://www.ebay.com/itm/256123456789', priceCents: 12_000 },
    })
  })

  it('row by row: what cannot be read is named, and the others are taken', () => {
    const { rows, rejected, unread } = rowsOf(
      'title,cost,quantity,currency,colour\nDesk,cheap,1,USD,red\nLamp,5,1,USD,\n,5,1,USD,\nRug,5,1.5,USD,\nBike,5,1,dollars,\nChair,5,,,\n',
    )
    expect(rows.map(({ title }) => title)).toEqual(['Lamp', 'Chair'])
    expect(rejected.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '2 "cheap" is no amount',
      '4 it has no title',
      '5 "1.5" is no number of things',
      '6 "dollars" is no currency',
    ])
    expect(unread).toEqual(['colour'])
  })

  it('never with another day than was meant: by what a column proves, by what was said, else not at all', () => {
    const table = (day: string) => `title,sold price,sold date,platform\nDesk,10,${day},ebay\n`
    expect(() => rowsOf(table('04/05/2026'))).toThrow(/can be two days/)
    expect(rowsOf(table('04/05/2026'), { dateOrder: 'day-first' }).rows[0]!.sale!.soldOn).toBe('2026-05-04')
    expect(rowsOf(table('04/05/2026'), { dateOrder: 'month-first' }).rows[0]!.sale!.soldOn).toBe('2026-04-05')
    expect(rowsOf(table('04/25/2026')).rows[0]!.sale!.soldOn).toBe('2026-04-25')
    expect(rowsOf(table('02/30/2026'), { dateOrder: 'month-first' }).rejected).toHaveLength(1)
  })

  it('without titles not at all, and whatever it is in words and not for long', () => {
    expect(() => rowsOf('a,b\n1,2\n')).toThrow(/No column with titles/)
    expect(() => rowsOf('')).toThrow(/is empty/)
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        try {
          rowsOf(`title,cost,sold price,sold date\n${text}`)
        } catch (error) {
          expect((error as { status?: number }).status).toBe(422)
        }
      }),
    )
  })
})

describe('a table of things', () => {
  const table =
    'title,sku,cost,sold price,sold date,platform,order id\nOak desk,D1,40,120,2026-11-20,facebook,\nBrass lamp,,5,,,,\nRug,R1,10,50,2026-11-21,ebay,7-1\nRug,R1,10,55,2026-11-22,ebay,7-2\nVase,V1,1,20,2026-11-22,ebay,7-2\n'

  it('comes into the stock and the books, once however often it is taken, also where it was broken off', async () => {
    const plan = await take(table, { dryRun: true })
    expect(plan).toMatchObject({ rows: 5, sales: 4, dryRun: true })
    expect(await itemsOf()).toEqual([])
    await take(table.split('\n').slice(0, 3).join('\n'))
    expect(await take(table)).toMatchObject({ items: 2, sales: 3, known: 2, rejected: [] })
    expect(await take(table)).toMatchObject({ items: 0, sales: 0, known: 5 })
    const items = await itemsOf()
    expect(
      items.map(({ title, soldQuantity, quantity }) => `${title} ${soldQuantity}/${quantity}`).toSorted(),
    ).toEqual(['Brass lamp 0/1', 'Oak desk 1/1', 'Rug 2/2', 'Vase 1/1'])
    const { totals } = (await test.call('GET', '/api/profit')).body as ProfitView
    expect(totals[0]).toMatchObject({ sales: 4, grossCents: 24_500 })
  })

  it('that stands somewhere gets its ads, and what an address is not is said', async () => {
    const csv =
      'title,sku,price,marketplace,url\nDesk,D1,120,vinted,https://www.vinted.com/items/4711\nLamp,L1,20,vinted,https://evil.example/1\n'
    const done = await take(csv)
    expect(done).toMatchObject({ items: 2, posts: 1 })
    expect(done.rejected[0]!.reason).toContain('no address of an ad on Vinted')
  })

  it('that is too large, or of an unknown currency, is refused in words', async () => {
    const big = await test.call('POST', '/api/sell/import', { text: 'x'.repeat(5_000_001) })
    expect(big.status).toBe(422)
    const done = await take('title,cost,currency\nDesk,5,ZZZ\n')
    expect(done.rejected).toHaveLength(1)
  })
})
