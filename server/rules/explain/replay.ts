import { meantPriceCents } from '../../model/placeholder-price.ts'
import { type AgainRule, isCheaper, type Price, tellsAgain } from '../../model/tells-again.ts'

/** A listing at a moment at which it fitted the rule: when it was first seen, or when its price became another. */
export interface Moment extends Price {
  listingId: number
  /** Of the thing that it is; null when it is like no other. */
  clusterId: number | null
  atMs: number
  /** Deal score at that moment. */
  score: number
}

/** A moment at which the rule would have told. */
export interface Telling extends Moment {
  kind: 'new' | 'drop'
}

/**
 * By listing: the lowest price that a rule told of it, or met without telling, in each currency that it was seen in; or
 * one that is none.
 */
type Memory = Map<number, Price[]>

/**
 * The moments at which a rule would have told, oldest first, had it been there from the first of them on: a new
 * listing once, a lower price again, and of listings that are one thing only what is cheaper than what was told of it
 * (the same as `worthTelling` of the clusters and `writeMatches`, which do it live).
 */
export function replay(rule: AgainRule, moments: readonly Moment[]): Telling[] {
  const things = Map.groupBy(moments, ({ clusterId, listingId }) =>
    clusterId === null ? `alone ${listingId}` : `cluster ${clusterId}`,
  )
  return [...things.values()].flatMap((thing) => replayThing(rule, thing)).sort(byTime)
}

function byTime(a: Moment, b: Moment): number {
  return a.atMs - b.atMs || a.listingId - b.listingId
}

function replayThing(rule: AgainRule, moments: readonly Moment[]): Telling[] {
  const known: Memory = new Map()
  const tellings: Telling[] = []
  // What is seen at one moment came in one page, of which only the cheapest is told.
  for (const page of Map.groupBy(moments.toSorted(byTime), ({ atMs }) => atMs).values()) {
    const together = [...new Map(page.map((moment) => [moment.listingId, moment])).values()]
    const news = together.flatMap((moment): Telling[] => {
      const kind = newsOf(rule, moment, known)
      return kind === null ? [] : [{ ...moment, kind }]
    })
    const best = news.reduce<Telling | null>(
      (a, b) => (a === null || isCheaper(meant(b), meant(a)) ? b : a),
      null,
    )
    if (best !== null) tellings.push(best)
    for (const moment of together) remember(rule, known, moment)
  }
  return tellings
}

function newsOf(rule: AgainRule, moment: Moment, known: Memory): Telling['kind'] | null {
  const own = known.get(moment.listingId)
  const now = meant(moment)
  if (own !== undefined && !own.some((price) => tellsAgain(rule, price, now))) return null
  const others = knownOfOthers(moment.listingId, known)
  if (others.length > 0 && !others.some((price) => tellsAgain(rule, price, now))) return null
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
  // So it does from a drop that was not told because the thing was known to be as cheap elsewhere.
  const before = own.find((price) => price.currency === currency)
  if (before !== undefined && !tellsAgain(rule, before, { priceCents, currency })) return
  const others = own.filter((price) => price !== before && price.priceCents !== null)
  known.set(moment.listingId, [...others, { priceCents, currency }])
}

function meant({ priceCents, currency }: Price): Price {
  return { priceCents: meantPriceCents(priceCents, currency), currency }
}
