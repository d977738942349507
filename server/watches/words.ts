import { noCurrency } from '../core/money.ts'
import type { Said } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import type { WatchEvent } from './schema.ts'
import type { Known, Wishes } from './watch.ts'

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
): Said {
  const notified = new Set(events)
  const ended = (['sold', 'gone'] as const).find((event) => notified.has(event)) ?? null
  const isLimited = notified.has('below') && thresholdCents !== null && currency !== null
  return say('message-watch', {
    ...{ title, ended, isBack: notified.has('back') },
    ...{ priceCents: known.priceCents, currency: known.currency ?? noCurrency },
    previousCents: notified.has('drop') || notified.has('rise') ? previousPriceCents : null,
    isRise: notified.has('rise'),
    ...{ limitCents: isLimited ? thresholdCents : null, limitCurrency: isLimited ? currency : null },
  })
}
