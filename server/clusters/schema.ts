import type { Category, Condition, ListingState } from '../model/listing-schema.ts'
import type { PhotoHash } from '../model/photo.ts'

/** What the search for the same thing looks at in a listing. */
export interface Thing {
  listingId: number
  marketplace: string
  externalId: string
  title: string
  description: string | null
  brand: string | null
  category: Category
  condition: Condition | null
  priceCents: number | null
  currency: string | null
  lat: number | null
  lon: number | null
  location: string | null
  /** Posted or, lacking that, first seen; epoch ms. */
  postedAtMs: number
  state: ListingState
  attributes: Readonly<Record<string, string>>
  imageUrls: readonly string[]
  photoHashes: readonly PhotoHash[]
  /** External id of an earlier posting on the same marketplace, where the site tells. */
  repostOf: string | null
  /** Made-up things are compared with made-up things only. */
  demo: boolean
}

export const likenessKinds = ['repost', 'cross-post', 'multi-listing'] as const
/**
 * `cross-post`: another marketplace; `multi-listing`: the same one, put up at once and both for sale; `repost`: the same
 * one, else (`relationOf`).
 */
export type LikenessKind = (typeof likenessKinds)[number]

/** One reason for or against two listings being one thing. */
export interface EvidencePart {
  name: string
  /** Positive speaks for, negative against; log-odds. */
  weight: number
  /** For a person, with its facts: "The descriptions share 96 % of their words". */
  sentence: string
}

export interface Evidence {
  /** Probability-like, 0–1. */
  score: number
  /** `same` is enough to join them; `unsure` is worth showing to a person; everything else is `different`. */
  verdict: 'same' | 'unsure' | 'different'
  /** Both say what cannot be of one thing: whatever else speaks for it, they are two. */
  isContradicted: boolean
  kind: LikenessKind
  /** Strongest first. */
  parts: EvidencePart[]
  /** The parts in one line. */
  reason: string
}

export interface FoundThing {
  listingId: number
  evidence: Evidence
}

/** Recent things in memory, found by what same things share. */
export interface ThingIndex {
  /** Takes in or replaces. */
  upsert(thing: Thing): void
  remove(listingId: number): void
  clear(): void
  get(listingId: number): Thing | undefined
  readonly size: number
  /** Those that may be the same thing (`same` and `unsure`), the surest first, never the thing itself. */
  find(thing: Thing, limit: number): FoundThing[]
  /** Candidates compared in the last `find`. */
  readonly lastCandidates: number
}

/** An index that also judges two things by what it has seen of words, texts and photos. */
export interface JudgingThingIndex extends ThingIndex {
  /** The order of the two changes nothing; neither needs to be in the index. */
  judge(a: Thing, b: Thing): Evidence
}
