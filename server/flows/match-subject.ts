import { noCurrency } from '../core/money.ts'
import type { Glance } from '../listings/candidates/candidate-store.ts'
import type { ExchangeRates } from '../model/exchange-rates.ts'
import { isDoubtful } from '../model/offer/doubt.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import type { MatchSubject } from '../model/rule-schema.ts'

/** A listing as rules see it, with its value and risk; `unread` where its own page may still tell more. */
export function matchSubject(
  { listing, value, risk }: Pick<Glance, 'listing' | 'value' | 'risk'>,
  unread: boolean,
  rates: ExchangeRates,
): MatchSubject {
  const { shippingCents, buyingFormat, attributes } = listing
  const ships = shippingCents === undefined ? null : true
  const currency = listing.currency ?? noCurrency
  // Against the fair value $1 would be the best of all deals, and stands for "make an offer".
  const comparable =
    value !== null &&
    value.currency === currency &&
    (listing.priceCents == null || meantPriceCents(listing.priceCents, currency) !== null)
  return {
    title: listing.title,
    description: listing.description,
    marketplace: listing.marketplace,
    category: listing.category,
    condition: listing.condition,
    kind: listing.kind,
    kindDoubt: doubtOf(listing, unread),
    priceCents: listing.priceCents ?? null,
    currency,
    rates,
    lat: listing.lat,
    lon: listing.lon,
    ships,
    // Classified ads are picked up; what is sent is picked up only where the site says so.
    pickup: buyingFormat === 'classified' ? true : ships === true ? false : null,
    sellerKey: attributes.sellerKey ?? null,
    valueCents: comparable ? value.midCents : null,
    confidencePct: value === null ? null : Math.round(value.confidence * 100),
    risk: risk?.score ?? 0,
    unread,
  }
}

/** Its own page tells more of an offer only where no description was shown yet. */
function doubtOf(
  { thingProbability, description }: Glance['listing'],
  isUnread: boolean,
): MatchSubject['kindDoubt'] {
  if (!isDoubtful(thingProbability)) return 'none'
  return isUnread && description === null ? 'open' : 'settled'
}
