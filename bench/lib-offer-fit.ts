import { encodeClassifier, featureOf } from '../server/core/classifier.ts'
import { categoryOf } from '../server/listings/normalize/category.ts'
import { categoryFeatures } from '../server/listings/normalize/category-features.ts'
import { offerSubject } from '../server/listings/normalize/offer.ts'
import { categories } from '../server/model/listing-schema.ts'
import { seenIn } from '../server/model/offer/features.ts'
import { type OfferKind, offerKinds, type PriceMeaning, priceMeanings } from '../server/model/offer/kinds.ts'
import { misplacedTitles } from './lib-category-invented.ts'
import { inventedOffers, inventedPrices } from './lib-offer-invented.ts'
import type { OfferRow } from './lib-offer-rows.ts'
import { besides, type Example, fitSoftmax } from './lib-softmax.ts'

const unsureWeight = 0.6
const inventedWeight = 0.5
const fitting = { countMin: 4, passes: 10, rate: 0.05, pull: 2e-2 }
/** What a rule found begins with so much for its kind, and examples tell how far it is to be believed. */
const ruleWeight = 1
const thingWeight = 0.3

/** The weights of kinds and price meanings that rows teach, with the made-up offers, as they are shipped. */
export function fitOffers(rows: readonly OfferRow[]): Uint8Array {
  const seen = rows.map(({ listing }) => seenIn(offerSubject(listing)))
  const invented = inventedOffers().map(({ subject, kind }) => ({
    ...seenIn(subject),
    answer: offerKinds.indexOf(kind),
    weight: inventedWeight,
  }))
  const read = (answer: (row: OfferRow) => number): Example[] =>
    rows.map((row, i) => ({ ...seen[i]!, answer: answer(row), weight: row.unsure ? unsureWeight : 1 }))
  const kinds = fitSoftmax([...read(({ kind }) => offerKinds.indexOf(kind)), ...invented], {
    ...fitting,
    classCount: offerKinds.length,
    prior: kindPrior(),
  })
  const prices = fitSoftmax(
    [
      ...read(({ price }) => priceMeanings.indexOf(price)),
      ...inventedPrices().map(({ subject, price }) => ({
        ...seenIn(subject),
        answer: priceMeanings.indexOf(price),
        weight: inventedWeight,
      })),
    ],
    { ...fitting, classCount: priceMeanings.length, prior: pricePrior() },
  )
  const count = offerKinds.length + priceMeanings.length
  return encodeClassifier(besides(kinds, offerKinds.length, prices, priceMeanings.length), count)
}

/** What the rules say of a price, and the meaning that it is begun with. */
const priceBegins: readonly (readonly [meaning: PriceMeaning, group: string, text: string])[] = [
  ['unit', 'each', 'same'],
  ['periodic', 'rate', 'true'],
  ['placeholder', 'slip', 'true'],
  ['periodic', 'first sign', 'rental'],
  ['offers', 'first sign', 'trade'],
  ['placeholder', 'filler', 'known'],
  ['placeholder', 'filler', 'millions'],
  ['placeholder', 'filler', 'below floor'],
  ['free', 'price words', 'free zero'],
  ['free', 'price words', 'free one'],
  ['offers', 'price words', 'offers zero'],
  ['placeholder', 'asks another', 'other'],
  ['placeholder', 'asks another', 'double'],
  ['unit', 'price words', 'each priced some'],
  ['unit', 'price words', 'ladder some'],
  ['unit', 'price words', 'starting bid some'],
]

function pricePrior(): (feature: number) => readonly number[] | undefined {
  const priors = new Map(
    priceBegins.map(([meaning, group, text]) => [
      featureOf(group, text),
      priceMeanings.map((each) => (each === meaning ? ruleWeight : 0)),
    ]),
  )
  return (feature) => priors.get(feature)
}

/** What is hardly said of a whole thing, and how much it begins with for its kind. */
const kindBegins: readonly (readonly [kind: OfferKind, group: string, said: string, weight: number])[] = [
  ['broken', 'text says', 'for parts, as spares', 1],
  ['broken', 'text says', 'vital, does not run, screen fails', 0.5],
  ['broken', 'text says', 'shut', 1],
  ['fake', 'text says', 'is a copy', 1],
  ['lot', 'text says', 'for both, not apart, for all', 0.4],
  ['accessory', 'for device', 'true', 0.7],
  ['accessory', 'text says', 'without it', 0.7],
  ['accessory', 'text says', 'only the box', 1.5],
  ['other', 'text says', 'job, appeal', 1],
  ['other', 'text says', 'venture', 0.5],
  ['other', 'title says', 'venture', 0.8],
  ['other', 'site kind', 'other', 0.5],
  ['rental', 'site kind', 'rental', 0.5],
  ['wanted', 'site kind', 'wanted', 0.5],
  ['accessory', 'text head', 'accessory', 0.5],
  ['part', 'text head', 'part', 0.4],
  ['part', 'title says', 'frame', 0.6],
  ['part', 'text says', 'frame', 0.6],
  [
    'lot',
    'quantity',
    'times three, times five, times ten, pieces three, pieces five, pieces ten, lead five, lead ten',
    1,
  ],
]

function kindPrior(): (feature: number) => readonly number[] | undefined {
  const priors = new Map<number, number[]>(
    offerKinds.map((kind, i) => [
      featureOf('first sign', kind === 'thing' ? 'none' : kind),
      offerKinds.map((_, c) => (c !== i ? 0 : i === 0 ? thingWeight : ruleWeight)),
    ]),
  )
  for (const [kind, group, said, weight] of kindBegins)
    for (const text of said.split(', '))
      priors.set(
        featureOf(group, text),
        offerKinds.map((each) => (each === kind ? weight : 0)),
      )
  return (feature) => priors.get(feature)
}

const categoryFitting = { countMin: 3, passes: 10, rate: 0.1, pull: 3e-3 }
const ruledWeight = 2
const namedWeight = 1.5
const aloneWeight = 3
const misplacedWeight = 1

/** The weights of categories that rows teach, as they are shipped: they begin at what the rules say. */
export function fitCategories(rows: readonly OfferRow[]): Uint8Array {
  const begins = (feature: number, i: number, weight: number) =>
    [feature, categories.map((_, c) => (c === i ? weight : 0))] as const
  const priors = new Map(
    categories.flatMap((name, i) => [
      begins(featureOf('ruled', name), i, ruledWeight),
      begins(featureOf('named', `${name} true`), i, namedWeight),
      begins(featureOf('named alone', `${name} true`), i, aloneWeight),
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
  const misplaced = misplacedTitles().map(({ title, siteCategory, category }) => ({
    ...categoryFeatures({
      title,
      siteCategory,
      description: null,
      ruled: categoryOf(title, siteCategory).category,
    }),
    answer: categories.indexOf(category),
    weight: misplacedWeight,
  }))
  const weights = fitSoftmax([...examples, ...misplaced], {
    ...categoryFitting,
    classCount: categories.length,
    prior: (feature) => priors.get(feature),
  })
  return encodeClassifier(weights, categories.length)
}
