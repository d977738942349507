import { noCurrency } from '../core/money.ts'
import type { ListingState } from '../model/listing-schema.ts'
import { anyDrop, notifiesAgain } from '../model/notifies-again.ts'
import { type WatchEvent, type WatchState, watchEvents } from './schema.ts'

/** What a person wants to be notified of a listing. */
export interface Wishes {
  /** In `currency`. */
  thresholdCents: number | null
  currency: string | null
  notifyDrops: boolean
  notifyRises: boolean
  notifyBackOnSale: boolean
  notifySold: boolean
  notifyGone: boolean
}

/** What was seen and notified before. */
export interface Memory {
  lastState: WatchState
  /** While it was last for sale with a price. */
  lastPriceCents: number | null
  lastCurrency: string | null
  /** The last price in each other currency that it was seen in; null = none. */
  lastElsewhere: Readonly<Record<string, number>> | null
  /** The threshold was notified and the price has not risen above it since. */
  belowThreshold: boolean
}

/** What is known of the listing now. */
export interface Known {
  state: ListingState
  /** Null where none is stated, or one that nobody means (`meantPriceCents`). */
  priceCents: number | null
  currency: string | null
}

export interface Poll {
  /** What happened, whether it was asked for or not. */
  happened: WatchEvent[]
  /** What of that is to be notified in one message; empty when there is nothing to notify of. */
  events: WatchEvent[]
  /** The last price before in the currency that it has now; null = none. */
  previousPriceCents: number | null
  memory: Memory
}

export const unread: Memory = {
  lastState: 'unread',
  lastPriceCents: null,
  lastCurrency: null,
  lastElsewhere: null,
  belowThreshold: false,
}

/**
 * What happened since the last poll. All is notified against what was seen last, so a poll that was missed delays what it
 * would have notified and loses nothing, and the same poll again tells nothing. Prices count only while the thing is for
 * sale: what it is marked with afterwards buys nothing.
 */
export function poll(watch: Wishes & Memory, known: Known): Poll {
  const memory = remember(watch, known)
  const isForSale = known.state === 'active'
  const previousPriceCents = lastPriceIn(watch, known.currency)
  const wasAway = watch.lastState !== 'active' && watch.lastState !== 'unread'
  const isSo: Record<WatchEvent, boolean> = {
    back: isForSale && wasAway,
    below: memory.belowThreshold && !watch.belowThreshold,
    drop: isForSale && isLower(known, previousPriceCents),
    rise: isForSale && isHigher(known, previousPriceCents),
    sold: memory.lastState === 'sold' && watch.lastState !== 'sold',
    gone: memory.lastState === 'gone' && watch.lastState !== 'gone',
  }
  const isAskedFor: Record<WatchEvent, boolean> = {
    back: watch.notifyBackOnSale,
    below: true,
    drop: watch.notifyDrops,
    rise: watch.notifyRises,
    sold: watch.notifySold,
    gone: watch.notifyGone,
  }
  const happened = watchEvents.filter((event) => isSo[event])
  return { happened, events: happened.filter((event) => isAskedFor[event]), previousPriceCents, memory }
}

function remember(watch: Wishes & Memory, known: Known): Memory {
  // A sold thing whose page is then taken down is still sold.
  const lastState = known.state === 'gone' && watch.lastState === 'sold' ? 'sold' : known.state
  const { lastPriceCents, lastCurrency, lastElsewhere, belowThreshold } = watch
  if (known.state !== 'active' || known.priceCents === null) {
    return { lastState, lastPriceCents, lastCurrency, lastElsewhere, belowThreshold }
  }
  return {
    lastState,
    lastPriceCents: known.priceCents,
    lastCurrency: known.currency,
    lastElsewhere: elsewhere(watch, known.currency),
    belowThreshold: isComparable(watch, known.currency) ? isAtMost(watch, known.priceCents) : belowThreshold,
  }
}

/** Whether the last price that was seen in its currency is at most the threshold: what holds when a person sets it. */
export function isBelow(watch: Wishes & Memory): boolean {
  const lastPriceCents = lastPriceIn(watch, watch.currency)
  return lastPriceCents !== null && isComparable(watch, watch.currency) && isAtMost(watch, lastPriceCents)
}

function isComparable({ thresholdCents, currency }: Wishes, of: string | null): boolean {
  return thresholdCents !== null && currency !== null && currency === of
}

function isAtMost({ thresholdCents }: Wishes, priceCents: number): boolean {
  return thresholdCents !== null && priceCents <= thresholdCents
}

/** Against the last price in the same currency, which may be one that is not known. */
function isLower({ priceCents, currency }: Known, previousPriceCents: number | null): boolean {
  const same = currency ?? noCurrency
  return notifiesAgain(
    anyDrop,
    { priceCents: previousPriceCents, currency: same },
    { priceCents, currency: same },
  )
}

/** The same for whoever waits for another price than the lowest, such as somebody who sells the like. */
function isHigher({ priceCents }: Known, previousPriceCents: number | null): boolean {
  return priceCents !== null && previousPriceCents !== null && priceCents > previousPriceCents
}

/** Amounts of two currencies are not compared: what looks lower may be more expensive. */
function lastPriceIn({ lastPriceCents, lastCurrency, lastElsewhere }: Memory, currency: string | null) {
  if (lastCurrency === currency) return lastPriceCents
  return lastElsewhere?.[currency ?? noCurrency] ?? null
}

/** What stays of other currencies when the thing is seen in this one: that may be for a moment only. */
function elsewhere({ lastPriceCents, lastCurrency, lastElsewhere }: Memory, currency: string | null) {
  if (lastCurrency === currency || lastPriceCents === null) return lastElsewhere
  const { [currency ?? noCurrency]: _, ...others } = lastElsewhere ?? {}
  return { ...others, [lastCurrency ?? noCurrency]: lastPriceCents }
}
