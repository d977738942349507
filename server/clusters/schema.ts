import { z } from 'zod'
import { type Category, type Condition, type ListingState, listingStates } from '../model/listing-schema.ts'
import type { PhotoHash } from '../model/photo.ts'
import { saidSchema } from '../model/sentences/said.ts'

/** What the search for the same thing looks at in a listing. */
export interface ListingRecord {
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
  /** What only one person sees is compared with what only they see; null = market data. */
  ownerId: number | null
}

export const relationKinds = ['repost', 'cross-post', 'multi-listing'] as const
/**
 * `cross-post`: another marketplace; `multi-listing`: the same one, put up at once and both for sale; `repost`: the same
 * one, else (`relationOf`).
 */
export type RelationKind = (typeof relationKinds)[number]

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
  kind: RelationKind
  /** Strongest first. */
  parts: EvidencePart[]
  /** The parts in one line. */
  reason: string
}

export interface FoundRecord {
  listingId: number
  evidence: Evidence
}

/** Recent listing records in memory, found by what same things share. */
export interface RecordIndex {
  /** Takes in or replaces. */
  upsert(record: ListingRecord): void
  remove(listingId: number): void
  clear(): void
  get(listingId: number): ListingRecord | undefined
  readonly size: number
  /** Those that may be the same thing (`same` and `unsure`), the surest first, never the thing itself. */
  find(record: ListingRecord, limit: number): FoundRecord[]
  /** Candidates compared in the last `find`. */
  readonly lastCandidates: number
}

/** An index that also compares two records by what it has seen of words, texts and photos. */
export interface ComparingRecordIndex extends RecordIndex {
  /** The order of the two changes nothing; neither needs to be in the index. */
  compare(a: ListingRecord, b: ListingRecord): Evidence
}

const moment = z.iso.datetime()
const cents = z.number().int().nullable()

export const clusterSchema = z.object({
  id: z.number().int(),
  /** Of the listing that was posted last, one that is for sale before one that is over. */
  title: z.string(),
  url: z.string(),
  imageUrl: z.string().nullable(),
  size: z.number().int(),
  forSale: z.number().int(),
  marketplaces: z.array(z.string()),
  /** "Listed 3 times in 6 weeks, down 40 % from $500 to $300". */
  summary: z.string(),
  summarySaid: saidSchema,
  currency: z.string().nullable(),
  firstPriceCents: cents,
  /** The lowest that it can be had for now, else the last. */
  lastPriceCents: cents,
  changePercent: z.number().int().nullable(),
  demo: z.boolean(),
  createdAt: moment,
  /** When its members last changed. */
  updatedAt: moment,
})
export type ClusterView = z.output<typeof clusterSchema>

export const clusterMemberSchema = z.object({
  listingId: z.number().int(),
  marketplace: z.string(),
  externalId: z.string(),
  title: z.string(),
  url: z.string(),
  imageUrl: z.string().nullable(),
  priceCents: cents,
  currency: z.string().nullable(),
  state: z.enum(listingStates),
  postedAt: moment.nullable(),
  firstSeenAt: moment,
  endedAt: moment.nullable(),
  joinedAt: moment,
  kind: z.enum(relationKinds),
  score: z.number(),
  reason: z.string(),
  sentence: z.string(),
  sentenceSaid: saidSchema,
  by: z.enum(['machine', 'person']),
})

export const clusterDetailSchema = clusterSchema.extend({
  relisted: z.number().int(),
  crossPosted: z.number().int(),
  /** Prices in these are shown with their listings and not compared. */
  otherCurrencies: z.array(z.string()),
  /** By the moment of posting. */
  members: z.array(clusterMemberSchema),
  /** All prices in `currency`, earliest first. */
  timeline: z.array(
    z.object({
      listingId: z.number().int(),
      marketplace: z.string(),
      priceCents: z.number().int(),
      at: moment,
    }),
  ),
})
export type ClusterDetail = z.output<typeof clusterDetailSchema>

/** A listing that may be the same thing: for a person to say. */
export const alikeSchema = clusterMemberSchema
  .pick({ listingId: true, marketplace: true, title: true, url: true, priceCents: true, currency: true })
  .extend({
    state: z.enum(listingStates),
    kind: z.enum(relationKinds),
    /** 0–1. */
    score: z.number(),
    reason: z.string(),
  })
export type AlikeView = z.output<typeof alikeSchema>

/** What a listing is one thing with, and what else may be. */
export const listingClusterSchema = z.object({
  cluster: clusterDetailSchema.nullable(),
  maybe: z.array(alikeSchema),
})

const id = z.number().int().positive()

export const splitSchema = z.object({
  listingId: id,
  leftClusterId: id,
  remaining: clusterDetailSchema.nullable(),
})

/** Listings that a person may bring together at once. */
export const mergeMax = 50

export const mergeBody = z
  .strictObject({
    listingIds: z
      .array(id)
      .min(2, 'name at least two listings that are the same thing')
      .max(mergeMax, `at most ${mergeMax} listings at once`),
  })
  .meta({ example: { listingIds: [17, 42] } })
