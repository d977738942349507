import { formatMoney } from '../core/money.ts'
import type { Units } from '../core/units.ts'
import type { RiskLevel } from './risk.ts'
import type { DealScore, FairValue } from './score-schema.ts'
import type { Said } from './sentences/said.ts'

type Told = Pick<Said, 'code' | 'params'>

/** One listing as a message shows it: a snapshot, so that a late delivery tells what was true then. */
export interface MessageItem {
  listingId: number
  title: string
  url: string
  marketplaceName: string
  priceCents: number | null
  /** Before a price drop. */
  previousPriceCents?: number
  currency: string
  condition: string | null
  location: string | null
  distanceKm: number | null
  /** How that is written for the person; left out = both ways. */
  units?: Units
  imageUrl: string | null
  /** ISO 8601. */
  postedAt: string | null
  value: FairValue | null
  score: DealScore
  /** Where else the same thing is or was listed: "Also on OfferUp for $180; relisted 3 times". */
  also?: string
  alsoSaid?: Told
  /** Signs of a swindle, strongest first, and what each says; absent in messages from before they were notified. */
  risk?: { level: RiskLevel; sentences: string[]; said?: Told[] } | null
  /** What selling it again should bring, one sentence; where a rule asks for it and `score` does not tell. */
  profit?: string
  profitSaid?: Told
  /** What it costs in the currency of its rules, where that is another, and at which rate. */
  exchanged?: string
  exchangedSaid?: Told
  /** What of its rules could not be looked at, one sentence. */
  unchecked?: string
  uncheckedSaid?: Told
  /** Names of the rules it matched. */
  ruleNames: string[]
  demo: boolean
}

/**
 * `new-matches`: several listings of one poll, notified together. `digest`: what was held back, in one. `watch`: something
 * happened to a listing that the person follows. `outage`, `recovered`: a source that a rule depends on is not seen, is
 * seen again. `confirm`: verifies that a target is the person's. `channel-off`: a target was switched off.
 * `task`: something of their own sales waits for them.
 */
export const messageKinds = [
  'new-match',
  'new-matches',
  'price-drop',
  'existing-matches',
  'digest',
  'watch',
  'outage',
  'recovered',
  'channel-off',
  'task',
  'confirm',
  'test',
] as const

/** What to say to a person; the same for every channel. */
export interface Message {
  notificationId: number
  kind: (typeof messageKinds)[number]
  /** One line, in English; what it says for other languages stands beside it, as with all that a message says. */
  title: string
  titleSaid?: Told
  /** Best first. */
  items: MessageItem[]
  /** Sentences under the title, for what is not about listings, or more than the title says. */
  lines?: string[]
  /** Of each line; null where it is of others, as a note is. */
  linesSaid?: (Told | null)[]
  /** Of `confirm`: what the person types or opens. */
  confirm?: { code: string; url: string }
  /** All matches where `items` shows only the best. */
  itemCount: number
  demo: boolean
  /** ISO 8601. */
  createdAt: string
  /** In which it is read, as the person chose it (`de-AT`); stated when it goes out. Left out = English. */
  language?: string
}

/** Formats minor units for a person: `$1,234.50`, `€80`, `free` for 0, `no price` for null. */
export function formatPrice(priceCents: number | null, currency: string): string {
  if (priceCents === null) return 'no price'
  if (priceCents === 0) return 'free'
  return formatMoney(priceCents, currency)
}
