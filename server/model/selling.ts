import type { Condition } from './listing-schema.ts'

/** One call to the marketplace as it stands in the ledger of calls. */
export interface SellingCall {
  /** What it is for: `put-item`, `publish`, `read-ad` … */
  step: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path and query, without host. */
  path: string
  /** Hash of what was sent; null = nothing was. */
  bodyHash: string | null
}

export interface SellingAnswer {
  /** null = none came. */
  status: number | null
  /** The marketplace's own numbers of errors and warnings. */
  codes: readonly string[]
  /** What it named in its answer: `{ offerId, listingId }`. */
  ids: Readonly<Record<string, string>>
  reason: string | null
}

/**
 * Writes a call down before it is sent, and gives what writes down its answer. Where it rejects, the call is not sent:
 * nothing is changed there that is not known here.
 */
export type NoteCall = (call: SellingCall) => Promise<(answer: SellingAnswer) => Promise<void>>

/**
 * Why a step gave nothing.
 * - `refused`: the marketplace says what is wrong with what was sent; the same again is refused again.
 * - `consent`: it does not take the token, or the person did not agree to that much: they connect anew.
 * - `away`: nothing was changed there (limits, it could not be reached, it failed while reading); the same may be tried.
 * - `unknown`: it was sent and no clear answer came, so that it may have been done: `read` before anything else.
 */
export interface SellingProblem {
  outcome: 'refused' | 'consent' | 'away' | 'unknown'
  /** For a person: the marketplace's own words, and what to do. */
  reason: string
  codes?: readonly string[]
  /** What of the ad it is about, as far as that is known: `conditionId`, `specifics.Brand` as the marketplace calls it. */
  fields?: readonly string[]
  retryAfterMs?: number
}

/** A site of the marketplace on which one can post: currency, language and policies are its own. */
export interface SellingSite {
  id: string
  name: string
  currency: string
}

export interface Choice {
  id: string
  name: string
}

/** What has to be there before anything can be posted, as the marketplace has it now. */
export interface Preflight {
  /** What is missing, a sentence each with what to do; empty = one can post. */
  missing: string[]
  shippingPolicies: (Choice & { needsWeight: boolean })[]
  paymentPolicies: Choice[]
  returnPolicies: Choice[]
  locations: Choice[]
  /** The person's own limit, as the marketplace says it (where it does not say what is left, the whole); null = it says none. */
  limit: { units: number | null; cents: number | null; currency: string } | null
}

export interface SpecificField {
  name: string
  isRequired: boolean
  /** Only one of `values` is taken. */
  isClosed: boolean
  /** How many values it may have at the most. */
  valuesMax: number
  values: readonly string[]
}

/** What a category asks for. */
export interface CategoryForm {
  id: string
  specifics: readonly SpecificField[]
  /** Which conditions it takes, by the marketplace's id; `means` = what of ours that is. */
  conditions: readonly { id: string; name: string; means: Condition | null }[]
}

/** An ad as the person edited it; what is sent is exactly this. */
export interface AdToPost {
  /** Ours, letters and digits, for ever: at most one live listing has it. */
  sku: string
  site: string
  title: string
  description: string
  categoryId: string
  conditionId: string
  conditionNote: string | null
  specifics: Readonly<Record<string, readonly string[]>>
  photoUrls: readonly string[]
  quantity: number
  priceCents: number
  currency: string
  shippingPolicyId: string
  paymentPolicyId: string
  returnPolicyId: string
  locationId: string
  weightGrams: number | null
  /** null = no offers are taken. */
  bestOffer: { acceptCents: number | null; refuseBelowCents: number | null } | null
}

/** An ad as the marketplace has it. */
export interface AdThere {
  /** Its number while it is no listing yet, too. */
  offerId: string
  listingId: string | null
  url: string | null
  /** Where the marketplace forgets what an offer was, an ended ad is a `draft` without `listingId`: it can be published anew. */
  state: 'draft' | 'live' | 'ended'
  quantity: number
  soldQuantity: number
  priceCents: number
  currency: string
  title: string | null
}

export interface Done<T> {
  value: T
  /** What it took, and says something of; no errors. */
  warnings: string[]
}

export interface FeeShown {
  name: string
  cents: number
  currency: string
}

export interface OrderLine {
  /** The same for ever: a line that comes twice is one. */
  lineId: string
  /** null = it was not posted from here. */
  sku: string | null
  listingId: string | null
  title: string
  quantity: number
  /** For all of them, after discounts, without shipping and tax. */
  priceCents: number
  shippingPaidCents: number
  /** Collected by the marketplace and handed on. */
  taxCents: number
  refundedCents: number
  currency: string
}

export interface OrderThere {
  orderId: string
  createdAt: Date
  changedAt: Date
  payment: 'pending' | 'paid' | 'failed' | 'refunded-part' | 'refunded'
  isCancelled: boolean
  isShipped: boolean
  /** Its own estimate until its books have the fees; in `feeCurrency`. */
  feeCents: number | null
  feeCurrency: string | null
  buyer: string | null
  /** Where it goes; null = not told, or picked up. */
  shipTo: { name: string; lines: string[]; country: string } | null
  lines: OrderLine[]
}

/** A row of the marketplace's own books. */
export interface BookingThere {
  /** The same for ever. */
  id: string
  orderId: string | null
  lineId: string | null
  kind:
    | 'sale'
    | 'fee'
    | 'fee-credit'
    | 'refund'
    | 'dispute'
    | 'label'
    | 'charge'
    | 'credit'
    | 'payout'
    | 'other'
  /** Never negative; `isIn` says which way. */
  cents: number
  isIn: boolean
  currency: string
  at: Date
  note: string
}

export type Step<T> = Promise<Done<T> | SellingProblem>

/**
 * What the program does at a marketplace in a connected person's name. No step guesses: each does one thing, notes each of
 * its calls, and what has no clear answer is `unknown`. Steps named `put` adopt what is already there under the ad's SKU.
 */
export interface SellingSteps<Context> {
  preflight(site: string, ctx: Context): Step<Preflight>
  /** From where things are shipped, where the marketplace lets that be said by a program only; again is the same. */
  putLocation?(
    site: string,
    place: { name: string; country: string; postalCode: string },
    ctx: Context,
  ): Step<{ locationId: string }>
  /** Best first. */
  suggestCategories(site: string, title: string, ctx: Context): Step<Choice[]>
  categoryForm(site: string, categoryId: string, ctx: Context): Step<CategoryForm>
  /** A JPEG; its address there, and until when it is kept without a listing. */
  uploadPhoto(jpeg: Uint8Array, ctx: Context): Step<{ url: string; expiresAt: Date | null }>
  putItem(ad: AdToPost, ctx: Context): Step<null>
  putOffer(ad: AdToPost, ctx: Context): Step<{ offerId: string }>
  fees(offerId: string, ctx: Context): Step<FeeShown[]>
  publish(offerId: string, ctx: Context): Step<{ listingId: string; url: string }>
  /** Price and number of a live ad. */
  revise(
    ad: Pick<AdToPost, 'sku' | 'priceCents' | 'currency' | 'quantity'> & { offerId: string },
    ctx: Context,
  ): Step<null>
  /** Also where it has ended already. */
  end(offerId: string, ctx: Context): Step<null>
  /** What stands there under a SKU; null = nothing. */
  read(sku: string, site: string, ctx: Context): Step<AdThere | null>
  /** A page of orders that changed since then, oldest change first; `next` = where to go on. */
  orders(
    since: Date,
    cursor: string | null,
    ctx: Context,
  ): Step<{ orders: OrderThere[]; next: string | null }>
  /** A page of its books since then. */
  bookings(
    since: Date,
    cursor: string | null,
    ctx: Context,
  ): Step<{ bookings: BookingThere[]; next: string | null }>
  /** Tells the buyer how it travels; again is the same. */
  ship(
    order: {
      orderId: string
      lineIds: readonly string[]
      carrier: string
      tracking: string
      shippedAt: Date
    },
    ctx: Context,
  ): Step<null>
  /**
   * Has the marketplace say at once that something was bought, where it can and the operator has an address for that; again
   * is the same. What it says then is a hint to read the orders.
   */
  listen?(ctx: Context): Step<{ isTold: boolean }>
  /** A lower price for those who watch it. */
  offerToWatchers(
    listingId: string,
    percentOff: number,
    message: string,
    ctx: Context,
  ): Step<{ sent: number }>
}

/** One thing that a mail says was sold. */
export interface SaleMailLine {
  title: string
  /** The mail shows only how the title begins. */
  isTitleCut: boolean
  /** The ad's number there; null = the mail names none that is certain. */
  adId: string | null
  /** How the ad's address may be written; empty where the mail leads to none that is certain. */
  adUrls: readonly string[]
  /** Null where it is not said. */
  quantity: number | null
  /** For all of them, without shipping and tax; null where it is not certain. */
  priceCents: number | null
  /** ISO 4217; null beside an amount = a bare dollar sign, which several currencies have. */
  currency: string | null
}

/** What a marketplace's own mail tells its seller. */
export interface SaleMail {
  kind: 'sold' | 'cancelled'
  /** The number by which the marketplace knows this one sale; null = the mail names none. */
  orderId: string | null
  /** At least one. */
  lines: readonly SaleMailLine[]
}
