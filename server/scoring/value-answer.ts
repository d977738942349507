import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { badInput } from '../core/errors.ts'
import { formatMoney, parsePrice } from '../core/money.ts'
import type { Category, Condition, PriceBasis } from '../listings/schema.ts'
import type { Appraisal } from './appraiser.ts'
import { compAgeMsMax } from './comps.ts'
import { categoryCompsMin, similarCompsMin } from './fair-value.ts'
import { isKnownMaker } from './features.ts'
import { type Identity, readIdentity } from './identity.ts'
import { isPlaceholderPrice } from './money.ts'
import type { FairValue } from './schema.ts'
import { sentenceOf } from './score-sentences.ts'
import { isNotForSale, titleTraits } from './title.ts'
import type { ValueAnswer, ValuedComp, ValueInput } from './value-schema.ts'
import {
  adjustmentText,
  ageDays,
  kindWords,
  notForSaleSentence,
  saleRatioSentence,
  understoodSentence,
  valueSentence,
} from './value-words.ts'
import type { Valuer } from './valuer.ts'

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
}

export interface ValueDeps {
  db: Db
  clock: Clock
  valuer: Pick<Valuer, 'catchUp' | 'appraise' | 'holdings' | 'settled'>
  /** `other` where neither title nor the site's category tells. */
  recogniseCategory(title: string, siteCategory?: string): Category
  parseCondition(words: string | undefined, marketplace?: string): Condition | null
  /** Those that are still known, in any order. */
  getListings(ids: number[]): Promise<CompListing[]>
}

const compsShownMax = 20
/** Comps older than this tell of another market. */
const oldDays = 120

/** What a thing is worth by comparable listings, with them and with what its words were taken for; never a made-up number. */
export async function answerValue(deps: ValueDeps, input: ValueInput): Promise<ValueAnswer> {
  await deps.db.transaction((tx) => deps.valuer.catchUp(tx))
  const nowMs = deps.clock.now().getTime()
  const asked = understand(deps, input)
  const appraisal = isNotForSale(asked.identity.traits) ? null : appraise(deps, asked)
  const value = appraisal?.value ?? null
  return {
    value: value && valueView(value),
    reason: appraisal ? valueSentence(appraisal.value, appraisal.level, nowMs) : whyNot(deps, asked),
    understood: understoodView(asked),
    comps: appraisal ? await compViews(deps, asked, appraisal, nowMs) : [],
    saleRatio:
      appraisal?.saleRatio == null
        ? null
        : { ratio: rounded(appraisal.saleRatio), sentence: saleRatioSentence(appraisal.saleRatio) },
    price: priceView(asked, value, nowMs),
    notes: notesOn(asked, appraisal, nowMs),
  }
}

/** What was asked, read. */
interface Asked {
  input: ValueInput
  category: Category
  categoryFrom: 'given' | 'recognised' | 'unknown'
  condition: Condition | null
  currency: string
  priceCents: number | null
  identity: Identity
}

function understand(deps: ValueDeps, input: ValueInput): Asked {
  const category = input.category ?? deps.recogniseCategory(input.title, input.siteCategory)
  const named = input.price === undefined || input.currency !== undefined ? null : parsePrice(input.price)
  const currency = input.currency ?? named?.currency ?? usualCurrency(deps, category, input.demo)
  return {
    input,
    category,
    categoryFrom: input.category !== undefined ? 'given' : category === 'other' ? 'unknown' : 'recognised',
    condition: deps.parseCondition(input.condition, input.marketplace),
    currency,
    priceCents: input.price === undefined ? null : priceIn(input.price, currency),
    identity: readIdentity(input, isKnownMaker),
  }
}

/** Most comparables of the category are in it; lacking those, most of all. */
function usualCurrency(deps: ValueDeps, category: Category, demo: boolean): string {
  const holdings = deps.valuer.holdings(category, demo)
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

function appraise(deps: ValueDeps, asked: Asked): Appraisal | null {
  const { input, category, condition, currency } = asked
  const appraisal = deps.valuer.appraise({
    title: input.title,
    category,
    condition,
    currency,
    marketplace: input.marketplace ?? null,
    siteCategory: input.siteCategory ?? null,
    brand: input.brand ?? null,
    description: input.description ?? null,
    ...(input.attributes && { attributes: input.attributes }),
    ...(input.basis && { basis: input.basis }),
    demo: input.demo,
  })
  // The whole of "other" is no category: its middle would be a number about nothing in particular.
  const isBaseless = asked.categoryFrom === 'unknown' && appraisal?.value.method === 'category'
  return isBaseless ? null : appraisal
}

/** Why there is no value, and what would help. */
function whyNot(deps: ValueDeps, asked: Asked): string {
  const { category, categoryFrom, currency, identity, input } = asked
  if (isNotForSale(identity.traits)) return notForSaleSentence(identity.traits)
  const few = 'Not enough comparable listings:'
  const holdings = deps.valuer.holdings(category, input.demo)
  const own = holdings.find((holding) => holding.currency === currency)
  if (holdings.length === 0) {
    const other = deps.valuer.holdings(category, !input.demo).length > 0
    if (input.demo) return `${few} the demo is not running. Ask without demo.`
    return other
      ? `${few} only the demo's made-up listings are here so far. Scan a source or import a file of listings; or ask with demo to see how it works.`
      : `${few} no priced listings are here yet. Scan a source or import a file of listings.`
  }
  if (own === undefined) {
    return `${few} there are comparables in ${holdings.map((one) => one.currency).join(', ')}, none in ${currency}; currencies are never mixed or converted. Ask in one of those, or import listings in ${currency}.`
  }
  if (identity.tokens.length === 0 && own.inCategory === 0) {
    return `${few} the title has no words that could be compared. Write what it is: maker, model, size.`
  }
  if (categoryFrom === 'unknown') {
    return `${few} fewer than ${similarCompsMin} are similar, and the title does not tell what kind of thing it is. Write maker and model, or name the category.`
  }
  const elsewhere = holdings.find((one) => one.currency !== currency && one.inCategory > own.inCategory)
  const known =
    own.inCategory < categoryCompsMin
      ? `of ${category} in ${currency} there ${own.inCategory === 1 ? 'is 1' : `are ${own.inCategory}`} in all (${categoryCompsMin} are needed)`
      : `of the ${own.inCategory} of ${category} in ${currency} too few are of the last ${compAgeMsMax / 86_400_000} days`
  return (
    `${few} fewer than ${similarCompsMin} are similar, and ${known}. ` +
    (elsewhere
      ? `There are ${elsewhere.inCategory} in ${elsewhere.currency}; currencies are never mixed. `
      : '') +
    'More listings of the kind would help: scan a source, import a file, or check the category.'
  )
}

function valueView(value: FairValue): NonNullable<ValueAnswer['value']> {
  const { lowCents, midCents, highCents, currency, basis, method, count, confidence } = value
  return {
    lowCents,
    midCents,
    highCents,
    currency,
    basis,
    method,
    count,
    oldestAt: new Date(value.oldestAtMs).toISOString(),
    newestAt: new Date(value.newestAtMs).toISOString(),
    confidence,
  }
}

function understoodView(asked: Asked): ValueAnswer['understood'] {
  const { identity, category, categoryFrom, condition } = asked
  const { brand, model, generation, size, storageGb, year, material, quantity, traits } = identity
  return {
    category,
    categoryFrom,
    condition,
    brand,
    model,
    generation,
    size,
    storageGb: storageGb || null,
    year: year || null,
    material,
    quantity,
    kind: kindWords(traits),
    sentence: understoodSentence(identity, condition, categoryFrom === 'unknown' ? null : category),
  }
}

async function compViews(
  deps: ValueDeps,
  asked: Asked,
  { comps, level, learned }: Appraisal,
  nowMs: number,
): Promise<ValuedComp[]> {
  const heaviest = comps.toSorted((a, b) => b.weightShare - a.weightShare).slice(0, compsShownMax)
  const listings = await deps.getListings(heaviest.map(({ listingId }) => listingId))
  const byId = new Map(listings.map((listing) => [listing.id, listing]))
  const subject = { identity: asked.identity, condition: asked.condition, basis: level }
  return heaviest.flatMap(({ listingId, similarity, weightShare, adjustedCents }) => {
    const listing = byId.get(listingId)
    // Deleted or changed a moment ago: the next look takes it in.
    if (!listing?.priceCents || listing.currency !== asked.currency) return []
    const { title, url, marketplace, priceCents, currency, condition, basis, postedAtMs } = listing
    const percent = Math.round((adjustedCents / priceCents - 1) * 100)
    const comp = { identity: readIdentity(listing, isKnownMaker), condition, basis }
    return {
      listingId,
      title,
      url,
      marketplace,
      priceCents,
      currency,
      condition,
      basis,
      postedAt: postedAtMs === null ? null : new Date(postedAtMs).toISOString(),
      ageDays: ageDays(postedAtMs ?? listing.firstSeenAtMs, nowMs),
      similarity: rounded(similarity),
      weightShare: rounded(weightShare),
      adjustedCents,
      adjustments: adjustmentText(comp, subject, percent, learned),
    }
  })
}

function priceView(asked: Asked, value: FairValue | null, nowMs: number): ValueAnswer['price'] {
  const { priceCents, currency, condition } = asked
  if (priceCents === null) return null
  const sentence = isPlaceholderPrice(priceCents, currency)
    ? `${formatMoney(priceCents, currency)} is typed where a form wants a price: it says nothing`
    : sentenceOf(
        'price',
        {
          priceCents,
          shippingCents: 0,
          currency,
          condition,
          postedAtMs: nowMs,
          photoCount: 0,
          distanceKm: null,
          keywordMatch: null,
          value,
        },
        nowMs,
      )
  const percentFromMid = value && Math.round((priceCents / value.midCents - 1) * 100)
  return { priceCents, currency, percentFromMid, sentence }
}

function notesOn(
  { input, identity, condition }: Asked,
  appraisal: Appraisal | null,
  nowMs: number,
): string[] {
  const notes: string[] = []
  if (condition === null && (input.condition ?? '').trim() !== '') {
    notes.push(
      `The condition ${JSON.stringify(input.condition)} is not one that is known, so it counts as unknown. Say new, like new, excellent, good, fair, poor or for parts.`,
    )
  }
  if (appraisal === null) return notes
  const { value, learned } = appraisal
  if (input.demo) notes.push("By the demo's made-up listings: no real thing is worth that.")
  if (value.method === 'category') {
    notes.push(
      'Nothing similar enough is known: this is the range of its whole category. Maker and model help.',
    )
  }
  if (!learned) {
    notes.push(
      'Too few prices are known to have learned what details are worth: comparables are adjusted for their condition only.',
    )
  }
  if (identity.quantity > 1 || (identity.traits & titleTraits.lot) !== 0) {
    notes.push(
      identity.quantity > 1
        ? `The value is for all ${identity.quantity} pieces together.`
        : 'The value is for the whole lot together.',
    )
  }
  if ((identity.traits & titleTraits.accessory) !== 0) {
    notes.push('By its title it is an accessory or a part, and valued as one.')
  }
  const newestDays = ageDays(value.newestAtMs, nowMs)
  if (newestDays > oldDays)
    notes.push(`The newest comparable is ${newestDays} days old: the market may have moved.`)
  return notes
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
