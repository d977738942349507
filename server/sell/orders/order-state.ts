import type { Said } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import type { SaleState } from '../states.ts'
import type { StoredLine } from './order-store.ts'

type Seen = Pick<StoredLine, 'isCancelled' | 'isShipped' | 'payment'>

const rank: readonly SaleState[] = ['awaiting-payment', 'paid', 'shipped', 'delivered', 'settled']

/**
 * What a sale is after the marketplace showed its line: never less far than the person said, since they know of the parcel
 * first. What they called off or paid back here stays so, unless the marketplace had called it off and takes that back.
 */
export function saleStateAfter(current: SaleState | null, before: Seen | null, now: Seen): SaleState {
  if (now.isCancelled) return 'cancelled'
  if (now.payment === 'refunded') return 'refunded'
  const there: SaleState = now.isShipped
    ? 'shipped'
    : now.payment === 'paid' || now.payment === 'refunded-part'
      ? 'paid'
      : 'awaiting-payment'
  if (current === null) return there
  if (current === 'cancelled') return before?.isCancelled ? there : current
  if (current === 'refunded') return before?.payment === 'refunded' ? there : current
  return rank.indexOf(there) > rank.indexOf(current) ? there : current
}

/** Whether it is a sale at all: what was never paid and is called off, or whose payment failed, never was one. */
export const isSale = ({ isCancelled, payment }: Seen) => !isCancelled && payment !== 'failed'

/** What a person should know of a line before they do anything with it. */
export function saidOfLine(line: StoredLine, currencies: readonly string[]): Said[] {
  const { refundedCents, priceCents, shippingPaidCents, currency } = line
  const paidCents = priceCents + shippingPaidCents
  return [
    ...(line.isCancelled ? [say('order-cancelled')] : []),
    ...(!line.isCancelled && line.payment === 'pending' ? [say('order-unpaid')] : []),
    ...(!line.isCancelled && line.payment === 'failed' ? [say('order-payment-failed')] : []),
    ...(line.payment === 'refunded-part' && refundedCents <= paidCents
      ? [say('order-part-refunded', { refundCents: refundedCents, currency })]
      : []),
    ...(refundedCents > paidCents
      ? [say('order-refund-above', { refundCents: refundedCents, paidCents, currency })]
      : []),
    ...(currencies.length > 1 ? [say('order-two-currencies', { currencies })] : []),
    ...(line.saleId === null && !line.isLeftOut && isSale(line) ? [say('order-not-in-stock')] : []),
  ]
}
