import { type AgainRule, isCheaper, notifiesAgain, type Price } from '../../model/notifies-again.ts'
import { meantPriceCents } from '../../model/placeholder-price.ts'

/** A listing at a moment at which it fitted the rule: when it was first seen, or when its price became another. */
export interface Moment extends Price {
  listingId: number
  /** Of the thing that it is; null when it is like no other. */
  clusterId: number | null
  atMs: number
  /** Deal score at that moment. */
  score: number
}

/** A moment at which the rule would have notified. */
export interface Notice extends Moment {
  kind: 'new' | 'drop'
}

/**
 * By listing: the lowest price that a rule notified of it, or met without notifying, in each currency that it was seen in; or
 * one that is none.
 */
type Memory = Map<number, Price[]>

/**
 * The moments at which a rule would have notified, oldest first, had it been there from the first of them on: a new
 * listing once, a lower price again, and of listings that are one thing only what is cheaper than what was notified of it
 * (the same as `worthNotifying` of the clusters and `writeMatches`, which do it live).
 */
export function replay(rule: AgainRule, moments: readonly Moment[]): Notice[] {
  const things = Map.groupBy(moments, ({ clusterId, listingId }) =>
    clusterId === null ? `alone ${listingId}` : `cluster ${clusterId}`,
  )
  return [...things.values()].flatMap((thing) => replayThing(rule, thing)).sort(byTime)
}

function byTime(a: Moment, b: Moment): number {
  return a.atMs - b.atMs || a.listingId - b.listingId
}

function replayThing(rule: AgainRule, moments: readonly Moment[]): Notice[] {
  const known: Memory = new Map()
  const notices: Notice[] = []
  // What is seen at one moment came in one page, of which only the cheapest is notified.
  for (const page of Map.groupBy(moments.toSorted(byTime), ({ atMs }) => atMs).values()) {
    const together = [...new Map(page.map((moment) => [moment.listingId, moment])).values()]
    const news = together.flatMap((moment): Notice[] => {
      const kind = newsOf(rule, moment, known)
      return kind === null ? [] : [{ ...moment, kind }]
    })
    const best = news.reduce<Notice | null>(
      (a, b) => (a === null || isCheaper(meant(b), meant(a)) ? b : a),
      null,
    )
    if (best !== null) notices.push(best)
    for (const moment of together) remember(rule, known, moment)
  }
  return notices
}

function newsOf(rule: AgainRule, moment: Moment, known: Memory): Notice['kind'] | null {
  const own = known.get(moment.listingId)
  const now = meant(moment)
  if (own !== undefined && !own.some((price) => notifiesAgain(rule, price, now))) return null
  const others = knownOfOthers(moment.listingId, known)
  if (others.length > 0 && !others.some((price) => notifiesAgain(rule, price, now))) return null
  return own === undefined ? 'new' : 'drop'
}

/** The lowest price per currency that is known of the thing's other listings. */
function knownOfOthers(listingId: number, known: Memory): Price[] {
  const others = [...known].filter(([id]) => id !== listingId).flatMap(([, prices]) => prices)
  return [...Map.groupBy(others, ({ currency }) => currency).values()].map((prices) =>
    prices.reduce((a, b) => (isCheaper(b, a) ? b : a)),
  )
}

function remember(rule: AgainRule, known: Memory, moment: Moment): void {
  const own = known.get(moment.listingId) ?? []
  const { priceCents, currency } = meant(moment)
  if (priceCents === null) {
    if (own.length === 0) known.set(moment.listingId, [{ priceCents, currency: null }])
    return
  }
  // A first price in a currency is no drop: the next one in it counts from there, and those of other currencies stay.
  // So it does from a drop that was not notified because the thing was known to be as cheap elsewhere.
  const before = own.find((price) => price.currency === currency)
  if (before !== undefined && !notifiesAgain(rule, before, { priceCents, currency })) return
  const others = own.filter((price) => price !== before && price.priceCents !== null)
  known.set(moment.listingId, [...others, { priceCents, currency }])
}

function meant({ priceCents, currency }: Price): Price {
  return { priceCents: meantPriceCents(priceCents, currency), currency }
}
