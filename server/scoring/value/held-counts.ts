import type { Category, PriceBasis } from '../../model/listing-schema.ts'
import { priceBases } from '../../model/listing-schema.ts'
import type { CurrencyModel } from './expectation.ts'

export interface Holding {
  currency: string
  count: number
  inCategory: number
}

/** Under which observations are counted: those of the market, and of each person apart. */
export function countKeyOf(category: string, basis: PriceBasis, ownerId?: number): string {
  return ownerId === undefined ? `${category} ${basis}` : `${category} ${basis} ${ownerId}`
}

/** What is held of the market and of a person by currency, most first, and how much of it is of that category. */
export function holdingsOf(
  currencies: ReadonlyMap<string, Pick<CurrencyModel, 'model' | 'counts'>>,
  category: Category,
  ownerId: number | undefined,
): Holding[] {
  const owners = ownerId === undefined ? [undefined] : [undefined, ownerId]
  const keys = priceBases.flatMap((basis) => owners.map((owner) => countKeyOf(category, basis, owner)))
  return [...currencies]
    .map(([currency, { model, counts }]) => ({
      currency,
      count: model.size + ownCount(counts, ownerId),
      inCategory: keys.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1))
}

function ownCount(counts: ReadonlyMap<string, number>, ownerId: number | undefined): number {
  if (ownerId === undefined) return 0
  let sum = 0
  for (const [key, count] of counts) if (key.endsWith(` ${ownerId}`)) sum += count
  return sum
}
