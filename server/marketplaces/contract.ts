import type { AdapterWords } from '../core/adapter-words.ts'
import type { FieldSpec, FieldValues } from '../core/fields.ts'
import type { OptionSpec, OptionValues } from '../core/options.ts'
import type { Category, Condition, SeenListing } from '../model/listing-schema.ts'
import type { Posting } from '../model/posting.ts'
import type { DeclaredFee } from '../model/score-schema.ts'
import type { SearchAddress } from '../model/search-address.ts'
import type { SaleMail } from '../model/selling.ts'
import type { MarketplaceAccounts } from './account-contract.ts'
import type { MarketplaceContext } from './context.ts'
import type { MarketplaceSelling } from './selling-contract.ts'

export type { MarketplaceContext } from './context.ts'

/** What is wanted, in no site's language. Empty arrays and undefined mean "no restriction". */
export interface SearchQuery {
  /** Every one of these words or phrases. */
  all: string[]
  /** At least one of these, where there are any. */
  any: string[]
  none: string[]
  categories: Category[]
  conditions: Condition[]
  priceCentsMin?: number
  priceCentsMax?: number
  /** Of the price bounds. */
  currency: string
  place?: { lat: number; lon: number; radiusKm: number; postalCode?: string; country?: string }
}

export const queryFilters = ['all', 'any', 'none', 'categories', 'conditions', 'price', 'place'] as const
export type QueryFilter = (typeof queryFilters)[number]

/** A query in a site's language. Two queries with equal `request` are one scan. */
export interface CompiledQuery {
  /** What search() gets back: plain JSON, keys in stable order, nothing secret. */
  request: Record<string, string>
  /** Filters that the site itself applies, exactly or more loosely. */
  pushed: QueryFilter[]
  /** Filters that are left to us, wholly or in part (a filter may stand in both lists). */
  residual: QueryFilter[]
  /** The site cannot be asked this (one sentence why); the query is not scanned there. */
  impossible?: string
}

export const scanOutcomes = [
  'ok',
  'empty',
  'blocked',
  'captcha',
  'auth-expired',
  'rate-limited',
  'parse-drift',
  'unreachable',
] as const
export type ScanOutcome = (typeof scanOutcomes)[number]

export interface SearchPage {
  /** `ok` has listings; `empty` is proven empty; everything else means it is an outage. */
  outcome: ScanOutcome
  listings: SeenListing[]
  /** Cursor of the next page, null at the end. */
  next: string | null
  /** True when this page and those before it hold every result of the query: what is missing then is gone. */
  complete: boolean
  /** One sentence for a person, always present unless ok or empty. */
  reason?: string
  /** The site's own wish (Retry-After). */
  retryAfterMs?: number
  /** Rows of the page that could not be read, with the reason. */
  rejected?: { row: number; reason: string }[]
}

export interface DetailsResult {
  outcome: 'ok' | 'gone' | 'sold' | Exclude<ScanOutcome, 'ok' | 'empty'>
  listing?: SeenListing
  reason?: string
  retryAfterMs?: number
}

/** What a listing is called whose picture looks like a photo. */
export interface LookAlike {
  title: string
  category: string | null
  /** Of the site's catalogue. */
  productId: string | null
}

export type LookAlikes =
  | { outcome: 'ok'; found: LookAlike[] }
  | { outcome: Exclude<ScanOutcome, 'ok' | 'empty'>; reason: string; retryAfterMs?: number }

/** `own-copy`: nobody is asked; it reads the copy that a person has (their mail, the page on their screen). */
export const termsClasses = ['official-api', 'open-feed', 'own-copy', 'unofficial'] as const
export type TermsClass = (typeof termsClasses)[number]

/** One message of a person's mailbox, as far as adapters read it; nothing in it is to be trusted. */
export interface MailMessage {
  /** Address of the sender, lower case. */
  from: string
  subject: string
  /** ISO 8601 with zone; null where the message has no date that can be read. */
  sentAt: string | null
  /** Its plain and its HTML part, decoded; null where it has none. */
  text: string | null
  html: string | null
}

export interface Marketplace {
  /** Equals the folder's name. */
  id: string
  name: string
  /** What it shows, in other languages than English: by each of its texts. */
  words?: AdapterWords
  homepage: string
  terms: {
    class: TermsClass
    url: string
    /** What a person should know before turning it on. */
    summary: string
    /** Boolean option that must be true before a real source of this marketplace is scanned. */
    acceptOption?: string
    /** It takes the buyer's money itself and holds it until the thing is there; left out = not known. */
    holdsPayment?: boolean
    /** Its licence forbids deriving prices from its listings: they are not used as comparables. */
    noComps?: boolean
    /** Its terms forbid showing its photos elsewhere: none is fetched to be shown. */
    noPhotos?: boolean
  }
  /**
   * What it shows is what everybody is shown: market data, whoever's source has found it. Left out: what only the
   * subscriber may see, which is that person's alone unless the operator shares the source.
   */
  isPublic?: boolean
  /**
   * What the calls of such a source use up, as a name without anything secret: an app by the hash of its id, a host.
   * Scans of one name run one at a time; left out, all of the marketplace do. Pure.
   */
  quotaOf?(settings: FieldValues, options: OptionValues): string
  budget: {
    /** Least time between two scans of the same query. */
    intervalMsMin: number
    /** Least time between two calls to a host. */
    hostGapMs: number
    /** Most pages read in one ordinary scan. */
    pagesMax: number
    /** Most pages of single listings that rules may have read in a day, where scans share a daily budget with them. */
    detailsPerDay?(options: OptionValues): number
    /** Of which daily budget calls of such a source are spent (as `ctx.spend` names it), and how large it is; null = of none. */
    callsPerDay?(settings: FieldValues, options: OptionValues): { name: string; perDay: number } | null
  }
  options: OptionSpec[]
  /** Per source. */
  fields: FieldSpec[]
  /** How a person comes by what the fields ask for, a sentence each; left out where that is plain. */
  steps?: readonly string[]
  /**
   * How a person has the site write to them of new things that fit a search, a sentence each: what is left where the site
   * does not let itself be asked. Left out where it writes no such mails.
   */
  alertSteps?: readonly string[]
  /**
   * No real answer of the site was at hand when this was written: the name of the boolean field by which a person says that
   * what its first scan read was right. Until then a source is shown as unproven.
   */
  unprovenUntil?: string
  /** True when a source is worth scanning without any rule (a feed is read whole). */
  browsable?: boolean
  /** About how long it takes a person to have what its fields ask for, keys among it; in minutes. */
  setUpMinutes: number
  /** One sentence saying what is missing (the operator's keys, say) before such a source can see anything; null when nothing is. */
  unavailable?(settings: FieldValues, options: OptionValues): string | null
  /** Pure: no network, no clock. */
  compile(query: SearchQuery, settings: FieldValues): CompiledQuery
  search(request: Record<string, string>, cursor: string | null, ctx: MarketplaceContext): Promise<SearchPage>
  details?(listing: { externalId: string; url: string }, ctx: MarketplaceContext): Promise<DetailsResult>
  /**
   * The listing behind an address that a person pasted: its id as `search` and `details` give it, and its address without
   * search and tracking parts; null when it is no address of a listing here. Pure. Only beside `details` or
   * `readRendered`, which fill the stub that a pasted address makes.
   */
  identify?(url: string): { externalId: string; url: string } | null
  /**
   * What the site's codes of condition mean, as they stand for the words or in the attribute `conditionId`. Codes of
   * three and more figures, and those of categories of three and more characters, are understood beside every
   * marketplace's name, since files give theirs other names.
   */
  conditionCodes?: Readonly<Record<string, Condition>>
  /** The site's own names of its category codes. */
  categoryCodes?: Readonly<Record<string, string>>
  /** What the site takes of a private seller, as far as is known. */
  fees?: readonly DeclaredFee[]
  /** How people write their own ads here; left out = not known. */
  posting?: Posting
  /** Who sets nothing sells here again what can be shipped. */
  isUsualForResale?: boolean
  /** Who sets nothing sells here again what has to be picked up. */
  isUsualForPickup?: boolean
  /** What the address of a search on the site asks for; null for other addresses. Pure. */
  readSearchUrl?(url: URL): SearchAddress | null
  /** The area that a listing's address names, in which its place is looked for before the world; null for none. Pure. */
  areaOf?(url: string): { lat: number; lon: number; country: string } | null
  /** Listings whose pictures look like a photo, the most alike first; none where the operator has not allowed to send any. */
  lookAlikes?(jpeg: Uint8Array, ctx: MarketplaceContext): Promise<LookAlikes>
  /** By which the program posts in the name of a person who connected their account; beside `accounts` alone. */
  selling?: MarketplaceSelling
  /** People can connect their own accounts there; the site may tell of accounts that are deleted. */
  accounts?: MarketplaceAccounts
  /** Pure reading of a saved page or answer (search or detail), for `deal-scout parse` and imports; `url` where known. */
  parse(text: string, url?: string): SearchPage
  /**
   * What the page shows that is on a person's screen: its document as the browser has it now, with what scrolling added,
   * and the address of the tab. Pure; asks nobody. Never `complete` and without `next`: a screen proves no absence.
   */
  readRendered?(html: string, url: string): SearchPage
  /** Whether a host is the site's own, so that `readRendered` is asked of its pages; beside that alone. Pure. */
  owns?(hostname: string): boolean
  /** Whose mails `readMail` is given, and what of them is taken. */
  mail?: {
    /** Domains whose DKIM signature speaks for the site, with all below them. */
    domains: readonly string[]
    /** Hosts of the site's pictures, with all below them: a picture elsewhere would tell a stranger who reads the mail. */
    imageHosts: readonly string[]
  }
  /**
   * The listings that one alert mail of the site is about. Pure; asks nobody, follows no link. Never `complete` and
   * without `next`; `parse-drift` where a mail gave none. Only beside `identify` and `mail`.
   */
  readMail?(message: MailMessage): SearchPage
  /**
   * What a mail of the site tells its seller of a sale of theirs; null for every other mail, and where it is not certain that
   * it is one. Pure; asks nobody, follows no link. Only beside `mail`.
   */
  readSaleMail?(message: MailMessage): SaleMail | null
}
