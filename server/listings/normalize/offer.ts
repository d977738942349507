import { createMemory } from '../../core/remembering.ts'
import { ownString } from '../../core/text.ts'
import { type Category, type Condition, retailAttribute } from '../../model/listing-schema.ts'
import { saysCracked } from '../../model/offer/cracked.ts'
import { isDoubtful } from '../../model/offer/doubt.ts'
import { descriptionCharsMax } from '../../model/offer/features.ts'
import { readOffer } from '../../model/offer/offer.ts'
import type { OfferSubject } from '../../model/offer/subject.ts'
import { titleSigns } from '../../model/offer/title-kind.ts'
import { categoryOf, type NormalizedCategory } from './category.ts'
import { weighedCategory } from './category-model.ts'
import type { NormalizedListing, OfferFacts } from './normalized-listing.ts'

/** A listing before its offer was read. */
export type UnreadListing = Omit<NormalizedListing, keyof OfferFacts>

/** A kilobyte each. */
const readingsMax = 5000

/** The listing with what its facts say of the offer. */
export function withOffer<Listing extends UnreadListing>(listing: Listing): Listing & OfferFacts {
  const { kind, probability, thingProbability, words, price } = readOffer(offerSubject(listing))
  return {
    ...listing,
    kind,
    kindProbability: thousandths(probability),
    thingProbability: thousandths(thingProbability),
    kindWords: words,
    priceMeaning: price,
  }
}

/** `withOffer`, by a reading of the same facts where one is at hand. */
export function withOfferOf<Listing extends UnreadListing>(
  listing: Listing,
  read: readonly NormalizedListing[],
): Listing & OfferFacts {
  const same = read.find((other) => facts.every((name) => other[name] === listing[name]))
  if (same === undefined) return withOffer(listing)
  const { kind, kindProbability, thingProbability, kindWords, priceMeaning } = same
  return { ...listing, kind, kindProbability, thingProbability, kindWords, priceMeaning }
}

const facts = [
  'title',
  'description',
  'siteCategory',
  'condition',
  'priceCents',
  'currency',
] as const satisfies readonly (keyof UnreadListing)[]

/** All that is read of the facts by which a kind is told. */
export interface Reading extends OfferFacts {
  category: Category
  categoryFrom: NormalizedCategory['from']
}

const readings = createMemory<Reading>(readingsMax)

/**
 * Kind, price and category of a listing by its facts. A search page shows the same listings at each look: while its facts
 * stay as they are, one is read once.
 */
export function readListing(listing: UnreadListing): Reading {
  return readings(readingKey(listing), () => {
    const { category: ruled, categoryFrom } = listing
    const { kind, kindProbability, thingProbability, kindWords, priceMeaning } = withOffer(listing)
    const { category, from } = weighedCategory({ ...listing, ruled }, kind, categoryFrom)
    return {
      kind,
      kindProbability,
      thingProbability,
      kindWords: kindWords.map(ownString),
      priceMeaning,
      category,
      categoryFrom: from,
    }
  })
}

function readingKey({
  title,
  description,
  siteCategory,
  condition,
  priceCents,
  currency,
}: UnreadListing): string {
  const text = description?.slice(0, descriptionCharsMax) ?? ''
  return `${title}\n${siteCategory ?? ''}\n${condition ?? ''}\n${priceCents ?? ''} ${currency ?? ''}\n${text}`
}

/** What of a listing tells its kind; the category is the rules' own, which kinds are told by and not the other way round. */
export function offerSubject(listing: UnreadListing): OfferSubject {
  const { title, description, siteCategory, condition, priceCents, currency } = listing
  const { category } = categoryOf(title, siteCategory ?? undefined)
  return { title, description, siteCategory, category, condition, priceCents: priceCents ?? null, currency }
}

/** What tells whether comparables, which are found by their titles, are of the kind that is offered. */
export type ComparedOffer = Pick<OfferFacts, 'kind' | 'thingProbability' | 'priceMeaning'> & { title: string }

/**
 * Whether a listing is compared by what it offers: the thing itself, or a kind that its title names. A car that only its
 * description calls broken looks like a running one; it neither has the value of one nor tells one. Nor does what may as
 * well be for the thing as the thing.
 */
export function isComparable({ kind, thingProbability, title }: ComparedOffer): boolean {
  const isForOne = kind === 'accessory' || kind === 'part'
  const isThing = kind === 'thing' || (isDoubtful(thingProbability) && !isForOne)
  return isThing || titleSigns(title).some((sign) => sign.kind === kind)
}

/**
 * The price as evidence of what such things cost; null where it is that of nothing, of another kind, or asked by a shop for
 * a new one.
 */
export function evidenceCents(
  offer: ComparedOffer & { priceCents: number | null; attributes: Readonly<Record<string, string>> },
): number | null {
  const { priceMeaning, priceCents, attributes } = offer
  if (Object.hasOwn(attributes, retailAttribute)) return null
  const isPrice = priceMeaning === 'asked' || priceMeaning === 'unit'
  return isPrice && isComparable(offer) ? priceCents : null
}

/**
 * The condition that counts for its price, whatever its seller ticked: what is broken, wherever that is told, asks what
 * broken ones ask, and a device whose glass is cracked is in poor condition at best.
 */
export function pricedCondition(listing: {
  kind: OfferFacts['kind']
  category: Category
  condition: Condition | null
  title: string
  description: string | null
}): Condition | null {
  const { kind, category, condition, title, description } = listing
  if (kind === 'broken') return 'for-parts'
  if (!glazed.has(category) || condition === 'for-parts') return condition
  return saysCracked(`${title}. ${description?.slice(0, descriptionCharsMax) ?? ''}`) ? 'poor' : condition
}

/** Devices whose glass is most of what is seen of them. */
const glazed: ReadonlySet<Category> = new Set(['phones', 'tablets', 'computers', 'watches', 'tv-video'])

const thousandths = (share: number) => Math.round(share * 1000) / 1000
