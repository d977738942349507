import { markView } from '../marks/mark-view.ts'
import { listingView } from '../views.ts'
import type { DealView } from './card-schema.ts'
import type { Card } from './card-store.ts'
import type { Priced } from './cost.ts'

/** What of a stored listing costs and profits go by. */
export function pricedOf({ stored: { listing, value } }: Card): Priced {
  const { currency, category, lat, lon } = listing
  const [priceCents, shippingCents] = [listing.priceCents ?? null, listing.shippingCents ?? null]
  return { priceCents, shippingCents, currency, category, lat, lon, value }
}

export function dealView(
  card: Card,
  seen: {
    distanceKm: number | null
    score: number
    asOfMs: number
    costs: { landedCents: number | null; profitCents: number | null }
  },
): DealView {
  const { stored, cluster, before, photoSize } = card
  const [url] = stored.listing.imageUrls
  return {
    ...listingView(stored, seen.distanceKm, seen),
    ...{ cluster, ...seen.costs, previousPrice: before },
    photo:
      url === undefined ? null : { url, width: photoSize?.width ?? null, height: photoSize?.height ?? null },
    isTownCentre: stored.listing.coordinatesFrom === 'place',
    isNew: card.isNew,
    mark: markView(card.mark),
  }
}
