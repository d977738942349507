import type { Row } from '../../server/marketplaces/ebay/stand-in/world.ts'

const centsOf = (amount: unknown) => Math.round(Number((amount as { value: string }).value) * 100)
export const isCancelled = ({ cancelStatus }: Row) => (cancelStatus as Row).cancelState === 'CANCELED'

export function paidOf({ lineItems }: Row): number {
  const [line] = lineItems as [Row]
  const price = centsOf(line.discountedLineItemCost ?? line.lineItemCost)
  return price + centsOf((line.deliveryCost as Row).shippingCost)
}

export const backOf = ({ paymentSummary }: Row) =>
  ((paymentSummary as Row).refunds as Row[]).reduce((sum, { amount }) => sum + centsOf(amount), 0)

export function signedOf({ amount, bookingEntry }: Row): [currency: string, cents: number] {
  const cents = centsOf(amount)
  return [String((amount as { currency: string }).currency), bookingEntry === 'CREDIT' ? cents : -cents]
}

/** By currency; what adds up to nothing is left out. */
export function sumsOf(
  amounts: readonly (readonly [currency: string, cents: number])[],
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [currency, cents] of amounts) sums[currency] = (sums[currency] ?? 0) + cents
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0))
}
