import { fieldsBut, selected } from '../core/columns.ts'
import { listingColumns } from './columns.ts'
import type { MergedListing } from './merge.ts'
import { withOffer } from './normalize/offer.ts'
import type { OfferFacts } from './normalize/recognised-listing.ts'
import type { ValuedListing } from './valued-listing.ts'

/** A listing as it stands, with what the program added to what was seen. */
export interface StoredListing extends ValuedListing {
  /** Whose alone it is; null = market data. */
  ownerId: number | null
  sourceId: number | null
  detailsReadAtMs: number | null
  lastScanId: number | null
  missingCount: number
  score: number
  /** Listings elsewhere that show one of its photos. */
  photoReuses: number
  scoredAtMs: number
}

/** Who reads: a person, who is given market data and their own, or the program itself, which is given everything. */
export type Reader = number | 'program'

/** As a parameter that is null for the program. */
export const personOf = (reader: Reader): number | null => (reader === 'program' ? null : reader)

export interface ListingKey {
  marketplace: string
  externalId: string
}

export const keyOf = ({ marketplace, externalId }: ListingKey) => `${marketplace} ${externalId}`

/** Columns of a whole listing `l`, for `toStored`. */
export const stored = selected<keyof StoredRow>(
  listingColumns,
  fieldsBut(listingColumns, ['endedAt', 'valueMidCents', 'riskScore', 'textHash', 'search', 'changedXid']),
  'l',
)

/** `kind` is null where the offer was not read yet; the others are then as well. */
export type StoredRow = Omit<MergedListing, 'postedAtMs' | 'endsAtMs' | 'observedAtMs' | keyof OfferFacts> &
  ({ [Name in keyof OfferFacts]: null } | OfferFacts) &
  Omit<StoredListing, 'listing' | 'firstSeenAtMs' | 'detailsReadAtMs' | 'scoredAtMs'> & {
    postedAt: Date | null
    endsAt: Date | null
    firstSeenAt: Date
    lastSeenAt: Date
    detailsReadAt: Date | null
    scoredAt: Date
  }

export function toStored(row: StoredRow): StoredListing {
  const {
    id,
    ownerId,
    sourceId,
    demo,
    firstSeenAt,
    lastSeenAt,
    detailsReadAt,
    lastScanId,
    missingCount,
    value,
    score,
    risk,
    photoReuses,
    scoredAt,
    postedAt,
    endsAt,
    ...listing
  } = row
  return {
    id,
    ownerId,
    sourceId,
    demo,
    firstSeenAtMs: firstSeenAt.getTime(),
    detailsReadAtMs: detailsReadAt?.getTime() ?? null,
    lastScanId,
    missingCount,
    value,
    score,
    risk,
    photoReuses,
    scoredAtMs: scoredAt.getTime(),
    listing: withReadOffer({
      ...listing,
      postedAtMs: postedAt?.getTime() ?? null,
      endsAtMs: endsAt?.getTime() ?? null,
      observedAtMs: lastSeenAt.getTime(),
    }),
  }
}

/** Listings stored before offers were read are read when they are looked at; the hourly job writes it down (`writeOffers`). */
function withReadOffer(
  listing: Omit<MergedListing, keyof OfferFacts> & ({ [Name in keyof OfferFacts]: null } | OfferFacts),
): MergedListing {
  return listing.kind === null ? withOffer(listing) : listing
}
