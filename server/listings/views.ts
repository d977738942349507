import { reasonFromValue } from '../model/price-against-value.ts'
import type { DealScore, FlipProfit } from '../model/score-schema.ts'
import { coded, type Said, saidAlone } from '../model/sentences/said.ts'
import { type SaidOf, say } from '../model/sentences/sentences.ts'
import type { ListingDetail, ListingView } from './schema.ts'
import type { StoredListing } from './stored-listing.ts'

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

export function listingView(
  stored: StoredListing,
  distanceKm: number | null,
  seen: { score: number; asOfMs: number },
): ListingView {
  const { listing, value } = stored
  const reason = reasonOf(stored)
  return {
    id: stored.id,
    marketplace: listing.marketplace,
    externalId: listing.externalId,
    title: listing.title,
    url: listing.url,
    kind: listing.kind,
    kindProbability: listing.kindProbability,
    kindWords: listing.kindWords,
    priceMeaning: listing.priceMeaning,
    priceCents: listing.priceCents ?? null,
    currency: listing.currency,
    shippingCents: listing.shippingCents ?? null,
    condition: listing.condition,
    category: listing.category,
    brand: listing.brand,
    location: listing.location,
    lat: listing.lat,
    lon: listing.lon,
    distanceKm: distanceKm === null ? null : Math.round(distanceKm * 10) / 10,
    imageUrls: listing.imageUrls,
    buyingFormat: listing.buyingFormat,
    endsAt: iso(listing.endsAtMs),
    variations: listing.variations ?? false,
    state: listing.state,
    basis: listing.basis,
    postedAt: iso(listing.postedAtMs),
    firstSeenAt: new Date(stored.firstSeenAtMs).toISOString(),
    lastSeenAt: new Date(listing.observedAtMs).toISOString(),
    score: seen.score,
    scoredAt: new Date(seen.asOfMs).toISOString(),
    reason: reason?.sentence ?? null,
    reasonSaid: reason && saidAlone(reason),
    value: value && {
      lowCents: value.lowCents,
      midCents: value.midCents,
      highCents: value.highCents,
      currency: value.currency,
      count: value.count,
      basis: value.basis,
      method: value.method,
      // Stored values may be older than this figure.
      confidence: value.confidence ?? null,
      oldestAt: new Date(value.oldestAtMs).toISOString(),
      newestAt: new Date(value.newestAtMs).toISOString(),
    },
    risk: { score: stored.risk?.score ?? 0, level: stored.risk?.level ?? 'low' },
    personal: stored.ownerId !== null,
    demo: stored.demo,
  }
}

const dayMs = 86_400_000

/** Why it stands where it does among others: the same score can be much below and half sure, or a little and certain. */
function reasonOf({ listing, value, scoredAtMs, firstSeenAtMs }: StoredListing): SaidOf<'reason'> | null {
  const { currency, condition, priceMeaning } = listing
  if (priceMeaning === 'free') return say('reason-given-away')
  if (priceMeaning !== 'asked') return null
  const against = reasonFromValue({ priceCents: listing.priceCents ?? null, currency, value })
  if (against === null) return null
  const isFresh = scoredAtMs - (listing.postedAtMs ?? firstSeenAtMs) < dayMs
  const asNew = condition === 'new' || condition === 'like-new' ? condition : null
  return say('reason-against-value', { ...against, condition: asNew, isFresh })
}

export function listingDetail(
  stored: StoredListing,
  extra: {
    distanceKm: number | null
    score: DealScore
    asOfMs: number
    profit: { profit: FlipProfit | null; unknown: Said | null; chance: Said }
    cluster: ListingDetail['cluster']
    comps: StoredListing[]
    history: { priceCents: number | null; currency: string | null; seenAt: Date }[]
  },
): ListingDetail {
  const { listing } = stored
  return {
    ...listingView(stored, extra.distanceKm, { score: extra.score.total, asOfMs: extra.asOfMs }),
    description: listing.description,
    conditionText: listing.conditionText,
    siteCategory: listing.siteCategory,
    originalPriceCents: listing.originalPriceCents,
    originalCurrency: listing.originalCurrency,
    bidCount: listing.bidCount,
    repostOf: listing.repostOf,
    attributes: listing.attributes,
    priceHistory: extra.history.map((point) => ({
      priceCents: point.priceCents,
      currency: point.currency,
      seenAt: point.seenAt.toISOString(),
    })),
    comps: extra.comps.map((comp) => ({
      id: comp.id,
      title: comp.listing.title,
      url: comp.listing.url,
      marketplace: comp.listing.marketplace,
      priceCents: comp.listing.priceCents ?? null,
      currency: comp.listing.currency,
      condition: comp.listing.condition,
      basis: comp.listing.basis,
      postedAt: iso(comp.listing.postedAtMs),
    })),
    riskSignals: stored.risk?.signals.map(coded) ?? [],
    scoreParts: extra.score.parts,
    flipProfit: extra.profit.profit && {
      ...extra.profit.profit,
      sellThroughSentence: extra.profit.chance.sentence,
      sellThroughSaid: saidAlone(extra.profit.chance),
    },
    profitUnknown: extra.profit.unknown?.sentence ?? null,
    profitUnknownSaid: extra.profit.unknown && saidAlone(extra.profit.unknown),
    cluster: extra.cluster,
  }
}
