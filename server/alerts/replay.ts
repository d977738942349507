import type { Rule } from './schema.ts'

export interface Price {
  /** Minor units; null = none stated. */
  priceCents: number | null
  currency: string | null
}

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

export type AgainRule = Pick<Rule, 'currency' | 'onlyNew' | 'dropCentsMin' | 'dropPctMin'>

/** Whether a rule that told a thing at one price tells it again at another: a lower one, by as much as it asks for. */
export function tellsAgain(rule: AgainRule, told: Price, now: Price): boolean {
  if (rule.onlyNew || told.priceCents === null || now.priceCents === null) return false
  if (told.currency === null || told.currency !== now.currency || now.priceCents >= told.priceCents)
    return false
  const fellCents = told.priceCents - now.priceCents
  // An amount is of the rule's currency: it says nothing of a fall in another one.
  if (rule.dropCentsMin && now.currency === rule.currency && fellCents < rule.dropCentsMin) return false
  return fellCents * 100 >= (rule.dropPctMin ?? 0) * told.priceCents
}

/** What a rule knows of one listing of a thing: the lowest price it told, or met without telling. */
interface Known extends Price {
  told: boolean
}

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
  const known = new Map<number, Known>()
  const tellings: Telling[] = []
  // What is seen at one moment came in one page, of which only the cheapest is told.
  for (const page of Map.groupBy(moments.toSorted(byTime), ({ atMs }) => atMs).values()) {
    const together = [...new Map(page.map((moment) => [moment.listingId, moment])).values()]
    const news = together.flatMap((moment): Telling[] => {
      const kind = newsOf(rule, moment, known)
      return kind === null ? [] : [{ ...moment, kind }]
    })
    const best = news.reduce<Telling | null>((a, b) => (a === null || isCheaper(b, a) ? b : a), null)
    if (best !== null) tellings.push(best)
    for (const moment of together) remember(rule, known, moment, moment.listingId === best?.listingId)
  }
  return tellings
}

function newsOf(rule: AgainRule, moment: Moment, known: ReadonlyMap<number, Known>): Telling['kind'] | null {
  const own = known.get(moment.listingId)
  if (own !== undefined && !tellsAgain(rule, own, moment)) return null
  const others = toldOfOthers(moment.listingId, known)
  if (others.length > 0 && !others.some((price) => tellsAgain(rule, price, moment))) return null
  return own === undefined ? 'new' : 'drop'
}

/** The lowest price per currency that was told of the thing's other listings, or met where none was told in it. */
function toldOfOthers(listingId: number, known: ReadonlyMap<number, Known>): Price[] {
  const others = [...known].filter(([id]) => id !== listingId).map(([, price]) => price)
  return [...Map.groupBy(others, ({ currency }) => currency).values()].map((prices) => {
    const told = prices.filter((price) => price.told)
    return (told.length > 0 ? told : prices).reduce((a, b) => (isCheaper(b, a) ? b : a))
  })
}

function remember(rule: AgainRule, known: Map<number, Known>, moment: Moment, told: boolean): void {
  const own = known.get(moment.listingId)
  const { priceCents } = moment
  const currency = priceCents === null ? null : moment.currency
  // A first price, or one in another currency, is no drop: the next one counts from there. So it does from a drop
  // that was not told because the thing was known to be as cheap elsewhere.
  const counts = own === undefined || own.currency !== currency || tellsAgain(rule, own, moment)
  if (own === undefined || (priceCents !== null && counts))
    known.set(moment.listingId, { priceCents, currency, told: told || own?.told === true })
}

function isCheaper(a: Price, b: Price): boolean {
  if (a.priceCents === null) return false
  if (b.priceCents === null) return true
  return a.currency === b.currency && a.priceCents < b.priceCents
}
