import type { Authorized } from '../../core/actor.ts'
import type { SellDeps } from '../deps.ts'
import { costOfGoodsKinds, type MoneyKind } from '../money-kinds.ts'
import { grossByMarketplace, stockAt, yearSums } from '../profit-store.ts'
import { ownLines, placedKinds, type YearLine } from './book-schema.ts'
import { getBookSettings } from './book-store.ts'

/** As a US Schedule C names them; it is no tax advice. */
export const scheduleC: readonly YearLine[] = [
  { line: 'Gross receipts or sales', kinds: ['item-price', 'shipping-paid', 'other-income'] },
  { line: 'Returns and allowances', kinds: ['refund'] },
  { line: 'Commissions and fees', kinds: ['marketplace-fee', 'payment-fee', 'fee-credit'] },
  { line: 'Advertising', kinds: ['ad-fee'] },
  { line: 'Postage and shipping', kinds: ['label'] },
  { line: 'Supplies', kinds: ['packaging', 'supplies'] },
  { line: 'Car and truck expenses', kinds: ['mileage'] },
  { line: 'Other expenses', kinds: ['other-cost'] },
]

/** Kinds that are in none of the lines, though they count. */
export function kindsInNoLine(lines: readonly YearLine[]): MoneyKind[] {
  const placed = new Set(lines.flatMap(({ kinds }) => kinds))
  return placedKinds.filter((kind) => !placed.has(kind))
}

export interface YearRow {
  line: string
  /** Null = words alone. */
  cents: number | null
  currency: string | null
  madeOf: string
}

const advice =
  'Sums for whoever does your taxes. They are no tax advice: which day and which line an amount belongs to is for them to say.'

/** The sums of a year by the person's lines; of each currency all but what is marked for comparison add up to the net profit. */
export async function yearRows(deps: SellDeps, userId: Authorized<'read'>, year: number): Promise<YearRow[]> {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` }
  const { yearLines } = await getBookSettings(deps.db, userId)
  const sums = await yearSums(deps.db, userId, period)
  const opening = await stockAt(deps.db, userId, `${year - 1}-12-31`)
  const closing = await stockAt(deps.db, userId, period.to)
  const gross = await grossByMarketplace(deps.db, userId, period)
  const rows = [...new Set([...sums, ...opening, ...closing].flatMap(({ currency }) => currency ?? []))]
    .sort()
    .flatMap((currency) => {
      const of = <T extends { currency: string | null }>(all: readonly T[]) =>
        all.filter((row) => row.currency === currency)
      const stock = (all: typeof opening) =>
        of(all).reduce((total, { costCents }) => total + (costCents ?? 0), 0)
      return currencyRows(currency, {
        ...{ lines: yearLines ?? scheduleC, sums: of(sums), gross: of(gross) },
        ...{ openingCents: stock(opening), closingCents: stock(closing) },
      })
    })
  return [...rows, { line: advice, cents: null, currency: null, madeOf: '' }]
}

/** The rows of one currency. */
export function currencyRows(
  currency: string,
  books: {
    lines: readonly YearLine[]
    sums: readonly { kind: string; cents: number }[]
    gross: readonly { marketplace: string; cents: number }[]
    openingCents: number
    closingCents: number
  },
): YearRow[] {
  const { lines, sums, gross, openingCents, closingCents } = books
  const sumOf = (kinds: readonly string[]) =>
    sums.filter(({ kind }) => kinds.includes(kind)).reduce((total, { cents }) => total + cents, 0)
  const row = (line: string, cents: number, madeOf: string): YearRow => ({ line, cents, currency, madeOf })
  const left = kindsInNoLine(lines)
  const soldCents = 0 - sumOf(costOfGoodsKinds)
  const costs = costOfGoodsKinds.join(', ')
  return [
    ...lines.map(({ line, kinds }) => row(line, sumOf(kinds), kinds.join(', '))),
    ...(left.length > 0 ? [row(ownLines.none, sumOf(left), left.join(', '))] : []),
    row(ownLines.opening, openingCents, 'what the stock cost'),
    row(ownLines.purchases, soldCents + closingCents - openingCents, costs),
    row(ownLines.closing, closingCents, 'what the stock cost'),
    row(ownLines.sold, 0 - soldCents, costs),
    row(
      ownLines.net,
      sums.reduce((total, { cents }) => total + cents, 0),
      `the lines above and ${ownLines.sold.toLowerCase()}`,
    ),
    ...gross.map(({ marketplace, cents }) =>
      row(
        `${ownLines.gross}: ${marketplace}`,
        cents,
        'item-price, shipping-paid, before refunds, fees and what was called off',
      ),
    ),
  ]
}
