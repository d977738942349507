import type { RecognisedListing } from '../server/listings/recognise.ts'
import { type Classifier, decodeClassifier, encodeClassifier, featureOf } from '../server/model/classifier.ts'
import { type OfferSubject, seenIn } from '../server/model/offer/features.ts'
import { offerKinds, priceMeanings } from '../server/model/offer/kinds.ts'
import { inventedOffers } from './lib-offer-invented.ts'
import type { OfferRow } from './lib-offer-rows.ts'
import { besides, type Example, fitSoftmax } from './lib-softmax.ts'

/** What of a listing tells its kind. */
export function subjectOf(listing: RecognisedListing): OfferSubject {
  return { ...listing, priceCents: listing.priceCents ?? null }
}

const unsureWeight = 0.6
const inventedWeight = 0.5
const fitting = { countMin: 3, passes: 12, rate: 0.08, pull: 1e-2 }
/** What a rule found begins with so much for its kind, and examples tell how far it is to be believed. */
const ruleWeight = 1
const thingWeight = 0.3

/** The weights of kinds and price meanings that rows teach, with the made-up offers, as they are shipped. */
export function fitOffers(rows: readonly OfferRow[]): Uint8Array {
  const seen = rows.map(({ listing }) => seenIn(subjectOf(listing)))
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

export function classifierOf(rows: readonly OfferRow[]): Classifier {
  return decodeClassifier(fitOffers(rows))
}
