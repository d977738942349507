import type { Profiles } from '../accounts/profiles.ts'
import type { Clusterer } from '../clusters/service.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import type { Jobs } from '../core/jobs.ts'
import type { Log } from '../core/log.ts'
import type { Near } from '../core/places.ts'
import type { MergedListing } from '../listings/merge.ts'
import { textHashOf } from '../listings/normalize/text-hash.ts'
import type { PricePoint } from '../listings/store.ts'
import type { ListingRank, StoredListing } from '../listings/stored-listing.ts'
import type { ValuedListing } from '../listings/valued-listing.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import type { SiteCodes } from '../model/site-codes.ts'
import type { NotifyingDeps } from '../notify/delivery/create.ts'
import type { HeldRates } from '../rates/held-rates.ts'
import type { LiveMatcher } from '../rules/live/live-matcher.ts'
import type { RegexThread } from '../rules/query/regex-thread.ts'
import type { Selling } from '../scoring/resale/selling.ts'
import type { Valuer } from '../scoring/value/valuer.ts'

export interface PipelineDeps {
  db: Db
  clock: Clock
  log: Log
  jobs: Jobs
  valuer: Valuer
  clusterer: Clusterer
  /** Hashes of a listing's photos, as far as this process knows them. */
  photoHashesOf(listingId: number): readonly string[]
  /** Whether photos are fetched and hashed. */
  hashesPhotos: boolean
  /** Where people live, what the way costs them, and how they are shown distances. */
  profiles: Profiles
  /** What prices in other currencies are for rules whose limits hold for them. */
  rates: HeldRates
  /** How people sell: what selling again should bring. */
  selling: Selling
  /** Whether a marketplace's prices may be evidence of value. */
  compsAllowed(marketplace: string): boolean
  /** Listings of a market that is being learned wait for that. */
  learnsFirst: boolean
  matcher: LiveMatcher
  /** Where expensive regular expressions are tested. */
  regexes: RegexThread
  notifying: NotifyingDeps
  marketplaces: ReadonlyMap<
    string,
    {
      name: string
      details?: unknown
      isPublic?: boolean
      areaOf?(url: string): { lat: number; lon: number; country: string } | null
      terms: { noComps?: boolean; holdsPayment?: boolean }
    }
  >
  siteCodes: SiteCodes
  /** Of marketplaces that bound it: how many pages of single listings rules may have read in a day. */
  detailsPerDay: Readonly<Record<string, number>>
  findPlace(text: string, near: Near): { lat: number; lon: number } | null
  /** Whom the demo is for, and from whose home places are looked for that a page does not say more of. */
  owner: number
  observe(counts: {
    added: number
    changed: number
    unchanged: number
    matches: number
    notifications: number
  }): void
  /** Told how long a step took for a page. */
  timed(step: 'value' | 'match', seconds: number): void
}

/** One look at one thing for sale. */
export interface Sighting {
  marketplace: string
  seen: SeenListing
  observedAtMs: number
}

export interface Page {
  sightings: Sighting[]
  sourceId: number | null
  scanId: number | null
  demo: boolean
  /** Whose alone it is, of a feed or file of theirs; left out or null = market data. */
  ownerId?: number | null
  /** These are views of detail pages. */
  details?: boolean
  /** Snapshots from a file: a look counts only when it is later than what is known, and "seen now" is not claimed. */
  history?: boolean
  /** Only these parts of the rules are matched; default: all that this process has. */
  parts?: ReadonlySet<number>
}

/** One listing on its way through a page. */
export interface Work {
  key: string
  /** Whose alone it is; null = market data. */
  ownerId: number | null
  /** One person's view of what the market shows as well: that is what they are notified of. */
  isOnTheMarket: boolean
  before: StoredListing | null
  listing: MergedListing
  changed: boolean
  prices: Omit<PricePoint, 'listingId'>[]
  value: FairValue | null
  rank: ListingRank
  risk: Risk | null
  /** See `textHashOf`. */
  textHash: string | null
  /** Its market is being learned: it is matched when its value has been made from that. */
  waits: boolean
}

export function firstSeenMs(work: Work): number {
  return work.before?.firstSeenAtMs ?? work.listing.observedAtMs
}

/** A listing on its way, with the id under which it is written. */
export function valuedOf(work: Work, id: number, demo: boolean): ValuedListing {
  const { listing, value, risk } = work
  return { id, listing, firstSeenAtMs: firstSeenMs(work), value, risk, demo }
}

/** Of what was not valued yet. */
export const unranked: ListingRank = { neutral: -1, priceShare: null, compGroup: null, compMarket: null }

/** What is stored of a listing, on its way once more. */
export function knownWork(before: StoredListing): Work {
  const { listing } = before
  return {
    // The market and its people may have views of one listing in one page.
    key: `stored ${before.id}`,
    ownerId: before.ownerId,
    isOnTheMarket: false,
    before,
    listing,
    changed: false,
    prices: [],
    value: null,
    rank: unranked,
    risk: null,
    textHash: textHashOf(listing.description),
    waits: false,
  }
}
