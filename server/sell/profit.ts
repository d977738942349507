import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Authorized } from '../core/actor.ts'
import { minorDigits } from '../core/money.ts'
import { together } from './books/together.ts'
import { yearRows } from './books/year-lines.ts'
import type { SellDeps } from './deps.ts'
import { signOf } from './money-kinds.ts'
import { type Period, predictedBy, profitBy, profitByDay, stockAt } from './profit-store.ts'
import { listMoney, listSales } from './sale-store.ts'
import type { ExportQuery, ProfitQuery, ProfitView } from './schema.ts'

const rowsMax = 500

/** What was earned, beside what was expected when the things were bought. */
export async function profit(
  deps: SellDeps,
  userId: Authorized<'read'>,
  { by, currency: asked, ...query }: ProfitQuery,
): Promise<ProfitView> {
  const period = { from: query.from ?? null, to: query.to ?? null }
  const [{ rows, totals }, expected] = await Promise.all([
    profitBy(deps.db, userId, { ...period, by, limit: rowsMax + 1 }),
    predictedBy(deps.db, userId, { ...period, by }),
  ])
  // By thing there are as many as things.
  const expectedOf = new Map<string, number>()
  const expectedIn = new Map<string | null, number>()
  for (const { key, currency, predictedCents } of expected) {
    expectedOf.set(`${currency} ${key}`, predictedCents)
    expectedIn.set(currency, (expectedIn.get(currency) ?? 0) + predictedCents)
  }
  const currency = asked ?? (await deps.currencyOf(userId))
  const isOfOthers = totals.some((sums) => sums.currency !== currency)
  return {
    together: isOfOthers && totals.length > 0 ? await inOne(deps, userId, period, currency) : null,
    rows: rows.slice(0, rowsMax).map((row) => ({
      ...row,
      predictedCents: expectedOf.get(`${row.currency} ${row.key}`) ?? null,
    })),
    totals: totals.map((sums) => ({
      ...sums,
      predictedCents: expectedIn.get(sums.currency) ?? null,
    })),
    salesWithoutCost: expected.reduce((sum, { withoutCost }) => sum + withoutCost, 0),
    isCut: rows.length > rowsMax,
  }
}

const columns = [
  ...(['grossCents', 'refundsCents', 'costCents', 'feesCents'] as const),
  ...(['shippingCents', 'otherCents'] as const),
]

/** All currencies in one, each day at its rate; what is earned is the sum of its columns. */
async function inOne(
  deps: SellDeps,
  userId: Authorized<'read'>,
  period: Period,
  currency: string,
): Promise<NonNullable<ProfitView['together']>> {
  const days = await profitByDay(deps.db, userId, period)
  const pairs = days.flatMap(({ day, currency: own }) => [
    { day, currency: own },
    { day, currency },
  ])
  const { cents, counted, ...rest } = together(days, columns, currency, await deps.ratesOf(pairs))
  return {
    ...{ ...rest, ...cents },
    sales: counted.reduce((sum, { sales }) => sum + sales, 0),
    netCents: columns.reduce((sum, column) => sum + cents[column], 0),
  }
}

type Cell = string | number | null

/** Amounts are in whole units of the currency beside them, as tables count. */
const units = (cents: number | null, currency: string | null): number | null =>
  cents === null ? null : cents / 10 ** minorDigits(currency ?? '')

/** A table for a spreadsheet, read while it is sent; what strangers wrote stays text. */
export async function sellCsv(
  deps: SellDeps,
  userId: Authorized<'read'>,
  { what, year }: ExportQuery,
): Promise<Readable> {
  const ofYear = year ?? Number((await deps.today(userId)).slice(0, 4))
  const [from, to] = [`${ofYear}-01-01`, `${ofYear}-12-31`]
  const { columns, rows } = tables[what](deps, userId, from, to)
  return Readable.from(rows).pipe(stringify({ bom: true, header: true, columns, escape_formulas: true }))
}

type TableOf = (
  deps: SellDeps,
  userId: Authorized<'read'>,
  from: string,
  to: string,
) => { columns: string[]; rows: AsyncIterable<Cell[]> }

const readAtOnce = 500

const tables: Readonly<Record<ExportQuery['what'], TableOf>> = {
  sales: (deps, userId, from, to) => ({
    columns: ['id', 'soldOn', 'title', 'marketplace', 'reference', 'quantity', 'state', 'returned', 'note'],
    rows: (async function* () {
      let at: { soldOn: string; id: number } | null = { soldOn: to, id: Number.MAX_SAFE_INTEGER }
      while (at !== null) {
        const found = await listSales(deps.db, userId, {
          itemId: null,
          state: null,
          from: at,
          limit: readAtOnce,
        })
        for (const {
          id,
          soldOn,
          title,
          marketplace,
          reference,
          quantity,
          state,
          isReturned,
          note,
        } of found) {
          if (soldOn < from) return
          yield [id, soldOn, title, marketplace, reference, quantity, state, isReturned ? 'yes' : null, note]
        }
        at = found.length < readAtOnce ? null : found.at(-1)!
      }
    })(),
  }),
  money: (deps, userId, from, to) => ({
    columns: ['id', 'date', 'kind', 'amount', 'currency', 'source', 'item', 'title', 'sale', 'note'],
    rows: (async function* () {
      let at: { onDate: string; id: number } | null = { onDate: to, id: Number.MAX_SAFE_INTEGER }
      while (at !== null) {
        const found = await listMoney(deps.db, userId, { itemId: null, from: at, limit: readAtOnce })
        for (const { id, onDate, kind, cents, currency, source, itemId, title, saleId, note } of found) {
          if (onDate < from) return
          const amount = units(cents * (signOf(kind) || 1), currency)
          yield [id, onDate, kind, amount, currency, source, itemId, title, saleId, note]
        }
        at = found.length < readAtOnce ? null : found.at(-1)!
      }
    })(),
  }),
  inventory: (deps, userId, _from, to) => ({
    columns: ['sku', 'title', 'boughtOn', 'units', 'cost', 'currency'],
    rows: (async function* () {
      for (const { sku, title, boughtOn, units: count, costCents, currency } of await stockAt(
        deps.db,
        userId,
        to,
      ))
        yield [sku, title, boughtOn, count, units(costCents, currency), currency]
    })(),
  }),
  year: (deps, userId, from) => ({
    columns: ['line', 'amount', 'currency', 'made of'],
    rows: (async function* () {
      for (const { line, cents, currency, madeOf } of await yearRows(deps, userId, Number(from.slice(0, 4))))
        yield [line, units(cents, currency), currency, madeOf]
    })(),
  }),
}
