import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import type { Language } from '../core/languages.ts'
import type { EuroRate } from '../model/exchange-rates.ts'
import type { Category, Condition, PriceBasis } from '../model/listing-schema.ts'
import type { PostingPlace } from '../model/posting.ts'
import type { Delivery } from '../model/score-schema.ts'
import type { AiDeps } from './ai/deps.ts'
import type { DeskDeps } from './api-posts/desk.ts'
import type { PhotoDeps } from './photos/deps.ts'
import type { ItemPrices, ItemView } from './schema.ts'

/** What a thing is worth, by listings that can be opened. */
export interface Worth {
  value: {
    lowCents: number
    midCents: number
    highCents: number
    currency: string
    basis: PriceBasis | 'mixed'
    confidence: number
  } | null
  /** The value in a sentence, or why there is none. */
  reason: string
  reasonSaid: ItemPrices['reasonSaid']
  comps: ItemPrices['comps']
}

/** What a sale at that price leaves, by marketplace, most first. */
export interface SaleLeaves {
  marketplace: string
  delivery: 'shipped' | 'local'
  feeCents: number
  paymentCents: number
  shippingCents: number
  leavesCents: number
  isUsual: boolean
}

/** A deal as its buyer sees it. */
export interface BoughtDeal {
  title: string
  category: Category
  brand: string | null
  condition: Condition | null
  priceCents: number | null
  shippingCents: number | null
  currency: string | null
  /** What selling it again should bring; null = unknown. */
  predicted: { cents: number; currency: string } | null
}

/** What a marketplace takes of a sale, by the person's fee table; null = nothing is known of that. */
export type FeesOf = (sale: {
  marketplace: string
  category: Category
  /** Of the thing and its way. */
  priceCents: number
  currency: string
  delivery: Delivery
  /** Of the sale, `YYYY-MM-DD`: by the fees of that day. */
  day: string
}) => { feeCents: number; paymentCents: number } | null

/** What a sale leaves to do at once. */
export interface SoldOut {
  userId: number
  title: string
  saleId: number
  /** Where it sold. */
  marketplace: string
  /** What is to be taken down elsewhere. */
  ends: readonly { marketplace: string; url: string | null }[]
  /** Of the thing, more than there are. */
  tooMany: number
}

/** A mail of a marketplace that says something which only its seller can settle. */
export interface MailTold {
  userId: number
  marketplace: string
  /** What the mail calls the thing. */
  title: string
  kind: 'sale' | 'cancelled'
  key: string
}

export interface SellDeps extends DeskDeps {
  db: Db
  clock: Clock
  /** A listing that the person sees; null = none of that number. */
  dealOf(userId: Authorized<'read'>, listingId: number): Promise<BoughtDeal | null>
  categoryOf(title: string): Category
  /** What a marketplace's word for a condition means; null = it is none that is known. */
  conditionOf(text: string): Condition | null
  /** What marketplaces take of the person, by the day of the sale. */
  feesOf(userId: Authorized<'read'>): Promise<FeesOf>
  /** What such a thing is worth, by comparables in the currency in which it is known best. */
  worthOf(userId: Authorized<'read'>, item: ItemView): Promise<Worth>
  /** What sales of the person leave, as of now. */
  leavesOf(
    userId: Authorized<'read'>,
  ): Promise<(sale: { priceCents: number; currency: string; category: Category }) => SaleLeaves[]>
  /** Where one can post by hand, by the marketplace's id. */
  postingPlaces: ReadonlyMap<string, PostingPlace>
  /** Tells the person in the transaction of a sale what it leaves to do. */
  tellSold(tx: Tx, sold: SoldOut): Promise<void>
  /** Tells the person, once for a key, that a mail leaves something to be answered. */
  tellMail(tx: Tx, told: MailTold): Promise<void>
  /** Reminds anybody of what their sales left to do. */
  remindSellers(signal: AbortSignal): Promise<void>
  /** Refuses names of channels that there are not. */
  checkChannels(channels: readonly string[]): void
  /** What a marketplace's rules mean for its sellers, in a language. */
  sayRules(marketplace: string, rules: string, language: Language): string
  /** In which the person reads, as `de-AT`. */
  languageOf(userId: Authorized<'read'>): Promise<string>
  /** In which the person counts. */
  currencyOf(userId: Authorized<'read'>): Promise<string>
  /** Exchange rates of days gone by; pairs that have none are left out. */
  ratesOf(pairs: readonly { currency: string; day: string }[]): Promise<(EuroRate & { asked: string })[]>
  /** The day in the person's time zone, `YYYY-MM-DD`. */
  today(userId: Authorized<'read'>): Promise<string>
  /** Days of moments in the person's time zone, `YYYY-MM-DD`. */
  calendarOf(userId: Authorized<'read'>): Promise<(at: Date) => string>
  photos: PhotoDeps
  ai: AiDeps
}
