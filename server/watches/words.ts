import { noCurrency } from '../core/money.ts'
import { formatPrice } from '../model/message.ts'
import type { Known, WatchEvent, Wishes } from './watch.ts'

/**
 * What happened, in one line: "Now $180 (was $220), below your $200: …". Of several things that which matters most to
 * somebody who wants to buy comes first.
 */
export function watchTitle(
  events: readonly WatchEvent[],
  { thresholdCents, currency }: Pick<Wishes, 'thresholdCents' | 'currency'>,
  known: Known,
  previousPriceCents: number | null,
  title: string,
): string {
  const notified = new Set(events)
  if (notified.has('sold')) return `Sold: ${title}`
  if (notified.has('gone')) return `No longer there: ${title}`
  const price = known.priceCents === null ? null : formatPrice(known.priceCents, known.currency ?? noCurrency)
  const start = notified.has('back') ? `Back on sale${price === null ? '' : ` for ${price}`}` : `Now ${price}`
  const was =
    notified.has('drop') && previousPriceCents !== null
      ? ` (was ${formatPrice(previousPriceCents, known.currency ?? noCurrency)})`
      : ''
  const limit =
    notified.has('below') && thresholdCents !== null && currency !== null
      ? `, ${known.priceCents === thresholdCents ? 'at' : 'below'} your ${formatPrice(thresholdCents, currency)}`
      : ''
  return `${start}${was}${limit}: ${title}`
}
