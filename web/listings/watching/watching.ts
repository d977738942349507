import type { GetWatchesState } from '../../../clients/typescript/api.ts'
import type { NewWatch, Watch } from './queries.ts'

type State = (typeof GetWatchesState)[keyof typeof GetWatchesState]

/** How it stands with what is watched: as its listing does, or `below` what the person would pay. */
export const watchStates = ['active', 'below', 'pending', 'sold', 'gone', 'unread'] as const satisfies (
  | State
  | 'below'
)[]
export const watchSorts = ['lately', 'followed', 'near', 'price'] as const

/** What of it is shown, as the address of the page says; what is left out is usual. */
export interface WatchSearch {
  state?: (typeof watchStates)[number]
  tag?: string
  sort?: Exclude<(typeof watchSorts)[number], 'lately'>
}

export function readWatchSearch(given: Record<string, unknown>): WatchSearch {
  const state = watchStates.find((one) => one === given.state)
  const sort = watchSorts.find((one) => one === given.sort)
  const tag = String(given.tag ?? '').slice(0, 50)
  return {
    ...(state !== undefined && { state }),
    ...(tag !== '' && { tag }),
    ...(sort !== undefined && sort !== 'lately' && { sort }),
  }
}

const isIn = (watch: Watch, state: WatchSearch['state']) =>
  state === undefined || (state === 'below' ? isBelow(watch) : watch.state === state)

const isBelow = ({ state, belowThreshold }: Watch) => state === 'active' && belowThreshold

const isTagged = ({ tags }: Watch, tag: string | undefined) => tag === undefined || tags.includes(tag)

/** What is asked for, in its order; of equals that which was followed last comes first. */
export function shown(
  watches: readonly Watch[],
  { state, tag, sort }: WatchSearch,
  currency: string,
): Watch[] {
  const keyOf = keys[sort ?? 'lately']
  return watches
    .filter((watch) => isIn(watch, state) && isTagged(watch, tag))
    .map((watch) => ({ watch, key: keyOf(watch, currency) }))
    .toSorted((a, b) => a.key - b.key || b.watch.id - a.watch.id)
    .map(({ watch }) => watch)
}

/** The least first. Amounts of another currency than the person's are not comparable to theirs: they come last. */
const keys: Record<(typeof watchSorts)[number], (watch: Watch, currency: string) => number> = {
  lately: ({ lastEvent, createdAt }) => -Date.parse(lastEvent?.at ?? createdAt),
  followed: ({ id }) => -id,
  near: (watch) => toGo(watch) ?? Number.POSITIVE_INFINITY,
  price: ({ listing }, currency) =>
    listing === null || listing.priceCents === null || listing.currency !== currency
      ? Number.MAX_VALUE
      : listing.priceCents,
}

/** How much of its price is above what the person would pay, as a share of it; null = one of the two is unknown. */
function toGo({ listing, thresholdCents, currency, state }: Watch): number | null {
  if (state !== 'active' || thresholdCents === null || listing === null) return null
  const { priceCents } = listing
  if (priceCents === null || listing.currency !== currency) return null
  return priceCents === 0 ? -1 : (priceCents - thresholdCents) / priceCents
}

/** How many there are in each state and with each tag, beside the other that is asked for; what none is in is left out. */
export function counts(watches: readonly Watch[], { state, tag }: WatchSearch) {
  const tagged = watches.filter((watch) => isTagged(watch, tag))
  const inState = watches.filter((watch) => isIn(watch, state))
  const tags = [...new Set(watches.flatMap((watch) => watch.tags))].toSorted((a, b) => a.localeCompare(b))
  return {
    all: tagged.length,
    states: watchStates
      .map((one) => ({ value: one, count: tagged.filter((watch) => isIn(watch, one)).length }))
      .filter(({ value, count }) => count > 0 || value === state),
    tags: tags.map((one) => ({ value: one, count: inState.filter((watch) => isTagged(watch, one)).length })),
  }
}

/** What its price is above the threshold, in `currency`; 0 or less = at or below it; null = cannot be said. */
export function aboveCents({ listing, thresholdCents, currency, state }: Watch): number | null {
  if (state !== 'active' || thresholdCents === null || listing === null || listing.priceCents === null)
    return null
  return listing.currency === currency ? listing.priceCents - thresholdCents : null
}

/** What it is called; before its page was read, its address. */
export const titleOf = ({ listing, url }: Watch) =>
  listing?.title ?? url.replace(/^https?:\/\/(?:www\.)?/, '')

/** All that a person wanted of it, to follow it again as it was. */
export function wishesOf(watch: Watch): NewWatch {
  const { listing, url, thresholdCents, currency, channels, note, tags } = watch
  const { notifyDrops, notifyRises, notifyBackOnSale, notifySold, notifyGone } = watch
  return {
    ...(listing === null ? { url } : { listingId: listing.id }),
    ...{ thresholdCents, currency, channels, note, tags },
    ...{ notifyDrops, notifyRises, notifyBackOnSale, notifySold, notifyGone },
  }
}

/** Which of what happened last is said, the most telling first. */
const telling = ['sold', 'gone', 'back', 'drop', 'rise', 'below'] as const

/** What happened last, and by how much the price moved where that is known; null = nothing since it is watched. */
export function lastOf({ lastEvent }: Watch) {
  if (lastEvent === null) return null
  const { events, at, priceCents, previousPriceCents, currency } = lastEvent
  const event = telling.find((one) => events.includes(one))
  if (event === undefined) return null
  const byCents =
    priceCents === null || previousPriceCents === null ? null : Math.abs(priceCents - previousPriceCents)
  return { event, at, priceCents, byCents, currency }
}
