import type { ListingState } from '../listings/schema.ts'
import type { WatchState } from './schema.ts'

/** What a person wants to be told of a listing. */
export interface Wishes {
  /** In `currency`. */
  thresholdCents: number | null
  currency: string | null
  tellDrops: boolean
  tellBackOnSale: boolean
  tellEnded: boolean
}

/** What was seen and told before. */
export interface Memory {
  lastState: WatchState
  /** While it was last for sale with a price. */
  lastPriceCents: number | null
  lastCurrency: string | null
  /** The threshold was told and the price has not risen above it since. */
  belowThreshold: boolean
}

/** What is known of the listing now. */
export interface Known {
  state: ListingState
  priceCents: number | null
  currency: string | null
}

/** `below` = at most the threshold; `back` = for sale again. */
export const watchEvents = ['back', 'below', 'drop', 'sold', 'gone'] as const
export type WatchEvent = (typeof watchEvents)[number]

export interface Look {
  /** To be told in one message; empty when there is nothing to tell. */
  events: WatchEvent[]
  memory: Memory
}

export const unread: Memory = {
  lastState: 'unread',
  lastPriceCents: null,
  lastCurrency: null,
  belowThreshold: false,
}

/**
 * What happened since the last look. All is told against what was seen last, so a look that was missed delays what it
 * would have told and loses nothing, and the same look again tells nothing. Prices count only while the thing is for
 * sale: what it is marked with afterwards buys nothing.
 */
export function look(watch: Wishes & Memory, known: Known): Look {
  const memory = remember(watch, known)
  const isForSale = known.state === 'active'
  const wasAway = watch.lastState !== 'active' && watch.lastState !== 'unread'
  const happened: Record<WatchEvent, boolean> = {
    back: watch.tellBackOnSale && isForSale && wasAway,
    below: memory.belowThreshold && !watch.belowThreshold,
    drop: watch.tellDrops && isForSale && isLower(watch, known),
    sold: watch.tellEnded && memory.lastState === 'sold' && watch.lastState !== 'sold',
    gone: watch.tellEnded && memory.lastState === 'gone' && watch.lastState !== 'gone',
  }
  return { events: watchEvents.filter((event) => happened[event]), memory }
}

function remember(watch: Wishes & Memory, known: Known): Memory {
  // A sold thing whose page is then taken down is still sold.
  const lastState = known.state === 'gone' && watch.lastState === 'sold' ? 'sold' : known.state
  const { lastPriceCents, lastCurrency, belowThreshold } = watch
  if (known.state !== 'active' || known.priceCents === null) {
    return { lastState, lastPriceCents, lastCurrency, belowThreshold }
  }
  return {
    lastState,
    lastPriceCents: known.priceCents,
    lastCurrency: known.currency,
    belowThreshold: isComparable(watch, known.currency) ? isAtMost(watch, known.priceCents) : belowThreshold,
  }
}

/** Whether the last price that was seen is at most the threshold: what holds when a person sets it. */
export function isBelow(watch: Wishes & Memory): boolean {
  const { lastPriceCents, lastCurrency } = watch
  return lastPriceCents !== null && isComparable(watch, lastCurrency) && isAtMost(watch, lastPriceCents)
}

function isComparable({ thresholdCents, currency }: Wishes, of: string | null): boolean {
  return thresholdCents !== null && currency !== null && currency === of
}

function isAtMost({ thresholdCents }: Wishes, priceCents: number): boolean {
  return thresholdCents !== null && priceCents <= thresholdCents
}

/** Amounts of two currencies are not compared: what looks lower may be dearer. */
function isLower({ lastPriceCents, lastCurrency }: Memory, { priceCents, currency }: Known): boolean {
  return (
    lastPriceCents !== null && priceCents !== null && lastCurrency === currency && priceCents < lastPriceCents
  )
}
