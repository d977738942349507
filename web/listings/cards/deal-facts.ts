import type { Deal } from '../queries.ts'

/** Where else the same thing is offered, and how often again at the same marketplace. */
export interface SameThing {
  elsewhere: string[]
  relisted: number
  /** What it is to be had for in another offer, in the deal's currency; null = nowhere for less. */
  lowestCents: number | null
}

/** null = it is the only offer. */
export function sameThing({
  cluster,
  marketplace,
  priceCents,
}: Pick<Deal, 'cluster' | 'marketplace' | 'priceCents'>): SameThing | null {
  if (cluster === null || cluster.size < 2) return null
  const elsewhere = cluster.marketplaces.filter((one) => one !== marketplace)
  const { lowestPriceCents: lowest } = cluster
  return {
    elsewhere,
    relisted: Math.max(0, cluster.size - cluster.marketplaces.length),
    lowestCents: lowest !== null && priceCents !== null && lowest < priceCents ? lowest : null,
  }
}

const hourMs = 3_600_000

/** When it was found, and when posted where that was well before: a list of what is new goes by the first. */
export function agesOf({ firstSeenAt, postedAt }: Pick<Deal, 'firstSeenAt' | 'postedAt'>) {
  const isEarlier = postedAt !== null && Date.parse(firstSeenAt) - Date.parse(postedAt) > hourMs
  return { foundAt: firstSeenAt, postedAt: isEarlier ? postedAt : null }
}

/** What it cost before, where that can be told beside the price; null = nothing to tell. */
export function priceBefore({
  previousPrice,
  currency,
  priceCents,
}: Pick<Deal, 'previousPrice' | 'currency' | 'priceCents'>) {
  if (previousPrice === null || priceCents === null || previousPrice.currency !== currency) return null
  return previousPrice.priceCents === priceCents ? null : previousPrice.priceCents
}

/** What it costs at home, where that is more than its price. */
export function landedMore({
  landedCents,
  priceCents,
}: Pick<Deal, 'landedCents' | 'priceCents'>): number | null {
  return landedCents !== null && landedCents !== priceCents ? landedCents : null
}
