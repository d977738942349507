import type { Authorized } from '../../../core/actor.ts'
import type { Clock } from '../../../core/clock.ts'
import type { Db } from '../../../core/db.ts'
import { badInput } from '../../../core/errors.ts'
import { parsePrice } from '../../../core/money.ts'
import type { Category, Condition, PriceBasis } from '../../../model/listing-schema.ts'
import type { OfferKind } from '../../../model/offer/kinds.ts'
import { type Identity, readKnownIdentity } from '../../comps/identity.ts'
import type { Valued, Valuer } from '../valuer.ts'
import type { ValueInput } from './value-schema.ts'

/** What is shown of a listing behind a value. */
export interface CompListing {
  id: number
  title: string
  url: string
  marketplace: string
  priceCents: number | null
  currency: string | null
  condition: Condition | null
  basis: PriceBasis
  brand: string | null
  attributes: Readonly<Record<string, string>>
  postedAtMs: number | null
  firstSeenAtMs: number
  lat: number | null
  lon: number | null
}

/** A stored listing as its value was made; the facts are those of `Valued`. */
export interface ListingSubject extends Omit<Valued, 'without' | 'basis'> {
  listingId: number
  ownerId: number | null
  priceCents: number | null
  lat: number | null
  lon: number | null
  /** What is no whole thing (an accessory, a part) is never valued; then what it was taken for. */
  notValued: OfferKind | null
}

export interface ValueDeps {
  db: Db
  clock: Clock
  valuer: Pick<Valuer, 'catchUp' | 'appraise' | 'holdings' | 'settled'>
  /** `other` where neither title nor the site's category tells. */
  normalizeCategory(title: string, siteCategory?: string): Category
  parseCondition(words: string | undefined, marketplace?: string): Condition | null
  /** Those that are still known, in any order. */
  getListings(person: Authorized<'read'>, ids: number[]): Promise<CompListing[]>
  /** Null where there is none that they see. */
  listingSubject(person: Authorized<'read'>, id: number): Promise<ListingSubject | null>
}

/** What was asked, read. */
export interface Asked {
  /** Who asks: what they alone have seen counts for them. */
  person: Authorized<'read'>
  input: ValueInput
  category: Category
  categoryFrom: 'given' | 'inferred' | 'unknown'
  condition: Condition | null
  currency: string
  /** Neither named nor told by a price. */
  isCurrencyOpen: boolean
  priceCents: number | null
  identity: Identity
}

/** Reads what was asked; a price that is none, or in another currency, is bad input. */
export function understand(deps: ValueDeps, person: Authorized<'read'>, input: ValueInput): Asked {
  const category = input.category ?? deps.normalizeCategory(input.title, input.siteCategory)
  const named = input.price === undefined || input.currency !== undefined ? null : parsePrice(input.price)
  const currency = input.currency ?? named?.currency ?? usualCurrency(deps, person, category, input.demo)
  return {
    person,
    input,
    category,
    categoryFrom: input.category !== undefined ? 'given' : category === 'other' ? 'unknown' : 'inferred',
    condition: deps.parseCondition(input.condition, input.marketplace),
    currency,
    isCurrencyOpen: input.currency === undefined && !named?.currency && input.price === undefined,
    priceCents: input.price === undefined ? null : priceIn(input.price, currency),
    identity: readKnownIdentity(input),
  }
}

/** Most comparables of the category are in it; lacking those, most of all. */
function usualCurrency(
  deps: ValueDeps,
  person: Authorized<'read'>,
  category: Category,
  demo: boolean,
): string {
  const holdings = deps.valuer.holdings(category, demo, person)
  return holdings.toSorted((a, b) => b.inCategory - a.inCategory)[0]?.currency ?? 'USD'
}

function priceIn(text: string, currency: string): number {
  const price = parsePrice(text, currency)
  if (price === null) {
    throw badInput(`${JSON.stringify(text)} is not a price such as 120 or 149.50.`, {
      price: 'is not an amount such as 120 or 149.50',
    })
  }
  if (price.currency !== null && price.currency !== currency) {
    throw badInput(
      `The price is in ${price.currency}, the value is asked in ${currency}: currencies are never converted. Give both in one.`,
      { price: `is in ${price.currency}, not in ${currency}` },
    )
  }
  return price.priceCents
}
