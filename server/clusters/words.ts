import { isCheaper } from '../model/notifies-again.ts'
import type { Said } from '../model/sentences/said.ts'
import { type SaidOf, say } from '../model/sentences/sentences.ts'
import { isForSale } from './relation.ts'
import type { RelationKind } from './schema.ts'

/** Why a listing is in its cluster, for a person: "Posted again: the descriptions share 96 % of their words". */
export function saidOf({
  kind,
  reason,
  by,
}: {
  kind: RelationKind
  reason: string
  by: 'machine' | 'person'
}): SaidOf<'cluster'> {
  return say('cluster-member', { relation: kind, why: by === 'person' ? null : reason })
}

export interface OtherListing {
  marketplace: string
  state: string
  priceCents: number | null
  currency: string | null
}

const placesMax = 3

/**
 * One line for a message about a listing: "Also on OfferUp for $180; relisted 3 times". Null when there is nothing
 * to say. Of several listings on one marketplace the cheapest is named; prices in other currencies are not compared.
 */
export function alsoLine(
  own: { marketplace: string },
  others: readonly OtherListing[],
  nameOf: (marketplace: string) => string,
): Said | null {
  const elsewhere = others.filter(({ marketplace }) => marketplace !== own.marketplace)
  const forSale = elsewhere.filter(isForSale)
  const now = new Set(forSale.map(({ marketplace }) => marketplace))
  const over = elsewhere.filter(({ marketplace }) => !now.has(marketplace))
  const relisted = others.length - elsewhere.length
  if (elsewhere.length === 0 && relisted === 0) return null
  const [nowPlaces, beforePlaces] = [places(forSale, nameOf), places(over, nameOf)]
  return say('message-also', {
    ...{ now: nowPlaces.names, nowPrices: nowPlaces.prices, nowMore: nowPlaces.more },
    ...{ before: beforePlaces.names, beforePrices: beforePlaces.prices, beforeMore: beforePlaces.more },
    relisted,
  })
}

/** The first marketplaces with what it costs there at least, and how many more there are. */
function places(listings: readonly OtherListing[], nameOf: (marketplace: string) => string) {
  const byPlace = [...Map.groupBy(listings, ({ marketplace }) => marketplace)]
  const shown = byPlace.slice(0, placesMax)
  return {
    names: shown.map(([marketplace]) => nameOf(marketplace)),
    prices: shown.map(([, found]) => {
      const { priceCents, currency } = found.reduce((a, b) => (isCheaper(b, a) ? b : a))
      return priceCents === null || currency === null ? '' : `${priceCents} ${currency}`
    }),
    more: byPlace.length - shown.length,
  }
}
