import type { Category, Condition, PriceBasis } from '../listings/schema.ts'

/** A priced observation used as evidence. */
export interface Comp {
  listingId: number
  title: string
  category: Category
  condition: Condition | null
  priceCents: number
  currency: string
  basis: PriceBasis
  /** When it was posted or, lacking that, first seen; epoch ms. */
  observedAtMs: number
}

/** Low / mid / high of what comparable listings ask (or sold for), 10th, 50th and 90th percentile after trimming. */
export interface FairValue {
  lowCents: number
  midCents: number
  highCents: number
  currency: string
  /** Comps used. */
  count: number
  basis: PriceBasis | 'mixed'
  /** `similar` = same category and similar title; `category` = only the same category (weak). */
  method: 'similar' | 'category'
  /** How far the middle is to be trusted, 0–1: by how many comps there are, how alike and how much they agree. */
  confidence: number
  oldestAtMs: number
  newestAtMs: number
  /** The most similar comps first, at most 12. */
  compIds: number[]
}

export const scorePartNames = ['price', 'condition', 'recency', 'distance', 'photos', 'keyword'] as const
export type ScorePartName = (typeof scorePartNames)[number]

export interface ScorePart {
  name: ScorePartName
  points: number
  pointsMax: number
  /** One sentence for a person, with its figures. */
  sentence: string
}

export interface DealScore {
  /** 0–100, the sum of the parts' points. */
  total: number
  parts: ScorePart[]
}

/** What the deal score looks at. */
export interface ScoreSubject {
  /** null = no price stated. */
  priceCents: number | null
  shippingCents: number | null
  currency: string
  condition: Condition | null
  /** Posted or, lacking that, first seen; epoch ms. */
  postedAtMs: number
  photoCount: number
  /** From the place that matters to the person; null = unknown or no place given. */
  distanceKm: number | null
  /** Share (0–1) of the wanted words that stand in the title rather than only in the description; null = no words wanted. */
  keywordMatch: number | null
  value: FairValue | null
}
