import type { Category, Condition } from './listing-schema.ts'
import type { Offered } from './offer/offer.ts'
import type { FairValue } from './score-schema.ts'
import type { Said } from './sentences/said.ts'

/** What is known of who sells; null = not known, which is never counted against anybody. */
export interface RiskSeller {
  accountAgeDays: number | null
  ratingCount: number | null
  /** Stars, 0–5; a percentage of good ratings divided by 20. */
  ratingAverage: number | null
}

/** What the risk signals look at. */
export interface RiskSubject {
  title: string
  /** null = not read (a search page without texts); '' = the seller wrote nothing. */
  description: string | null
  category: Category
  condition: Condition | null
  priceCents: number | null
  currency: string | null
  value: FairValue | null
  /** What is offered at what kind of price, as was read of the listing; left out = title and description alone tell it. */
  offered?: Offered
  shipping: 'only' | 'possible' | 'none' | null
  location: string | null
  photoCount: number
  stockPhoto: boolean | null
  /** Other sellers' or other things' listings with one of its photos. */
  photoReusedElsewhere: number
  /** Listings with the same text in other places. */
  textReusedElsewhere: number
  seller: RiskSeller | null
  /** Epoch ms. */
  postedAtMs: number
  /** True where the marketplace itself takes the money and holds it; null = not known. */
  marketplaceHasPayment?: boolean | null
}

export const riskSignalNames = [
  'price-below-interval',
  'price-implausible',
  'price-bait',
  'new-at-low-price',
  'payment-gift-card',
  'payment-transfer',
  'payment-friends',
  'payment-app',
  'payment-advance',
  'deposit',
  'courier',
  'fake-escrow',
  'free-but-pay',
  'contact-phone',
  'contact-hidden',
  'contact-elsewhere',
  'asks-code',
  'seller-away',
  'excuse',
  'urgency',
  'assurance',
  'shipping-only',
  'counterfeit',
  'locked',
  'no-papers',
  'photo-reused',
  'photo-stock',
  'photo-few',
  'text-reused',
  'text-short',
  'seller-new',
  'seller-unrated',
  'seller-ratings',
] as const
export type RiskSignalName = (typeof riskSignalNames)[number]

/** With one sentence for a person, with its facts. */
export interface RiskSignal extends Said {
  name: RiskSignalName
  /** 0–1: how much this alone should worry a buyer. */
  weight: number
}

export const riskLevels = ['low', 'elevated', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]
/** Scores from which on a level holds. */
export const riskLevelFrom: Readonly<Record<Exclude<RiskLevel, 'low'>, number>> = { elevated: 25, high: 60 }

export interface Risk {
  level: RiskLevel
  /** 0–100, whole; 0 = no signal. */
  score: number
  /** Strongest first. */
  signals: RiskSignal[]
}
