import { categoryOf } from '../server/listings/category.ts'
import { categoryFeatures } from '../server/listings/category-features.ts'
import { offerSubject } from '../server/listings/offer.ts'
import { categories } from '../server/listings/schema.ts'
import { encodeClassifier, featureOf } from '../server/model/classifier.ts'
import { seenIn } from '../server/model/offer/features.ts'
import { offerKinds, priceMeanings } from '../server/model/offer/kinds.ts'
import { inventedOffers } from './lib-offer-invented.ts'
import type { OfferRow } from './lib-offer-rows.ts'
import { besides, type Example, fitSoftmax } from './lib-softmax.ts'

const unsureWeight = 0.6
const inventedWeight = 0.5
const fitting = { countMin: 3, passes: 12, rate: 0.08, pull: 1e-2 }
/** What a rule found begins with so much for its kind, and examples tell how far it is to be believed. */
const ruleWeight = 1
const thingWeight = 0.3

/** The weights of kinds and price meanings that rows teach, with the made-up offers, as they are shipped. */
export function fitOffers(rows: readonly OfferRow[]): Uint8Array {
  const seen = rows.map(({ listing }) => seenIn(offerSubject(listing)))
  const weightOf = (row: OfferRow) => (row.unsure ? unsureWeight : 1)
  const invented = inventedOffers().map(({ subject, kind, price }) => ({ ...seenIn(subject), kind, price }))
  const examplesBy = (answer: (row: { kind: string; price: string }) => number): Example[] => [
    ...rows.map((row, i) => ({ ...seen[i]!, answer: answer(row), weight: weightOf(row) })),
    ...invented.map((each) => ({ ...each, answer: answer(each), weight: inventedWeight })),
  ]
  const kinds = fitSoftmax(
    examplesBy(({ kind }) => offerKinds.findIndex((each) => each === kind)),
    { ...fitting, classCount: offerKinds.length, prior: kindPrior() },
  )
  const prices = fitSoftmax(
    examplesBy(({ price }) => priceMeanings.findIndex((each) => each === price)),
    { ...fitting, classCount: priceMeanings.length },
  )
  const count = offerKinds.length + priceMeanings.length
  return encodeClassifier(besides(kinds, offerKinds.length, prices, priceMeanings.length), count)
}

function kindPrior(): (feature: number) => readonly number[] | undefined {
  const priors = new Map(
    offerKinds.map((kind, i) => [
      featureOf('first sign', kind === 'thing' ? 'none' : kind),
      offerKinds.map((_, c) => (c !== i ? 0 : i === 0 ? thingWeight : ruleWeight)),
    ]),
  )
  return (feature) => priors.get(feature)
}

const categoryFitting = { countMin: 3, passes: 10, rate: 0.1, pull: 3e-3 }
const ruledWeight = 2

/** The weights of categories that rows teach, as they are shipped: they begin at what the rules say. */
export function fitCategories(rows: readonly OfferRow[]): Uint8Array {
  const priors = new Map(
    categories.map((name, i) => [
      featureOf('ruled', name),
      categories.map((_, c) => (c === i ? ruledWeight : 0)),
    ]),
  )
  const examples = rows.map(({ listing, category, unsure }) => ({
    ...categoryFeatures({
      ...listing,
      ruled: categoryOf(listing.title, listing.siteCategory ?? undefined).category,
    }),
    answer: categories.indexOf(category),
    weight: unsure ? unsureWeight : 1,
  }))
  const weights = fitSoftmax(examples, {
    ...categoryFitting,
    classCount: categories.length,
    prior: (feature) => priors.get(feature),
  })
  return encodeClassifier(weights, categories.length)
}
