import { type Classifier, featureOf, readClassifier, toProbabilities } from '../../core/classifier.ts'
import { type Seen, seenIn } from './features.ts'
import { fillers } from './head-words.ts'
import { type OfferKind, offerKinds, type PriceMeaning, priceMeanings } from './kinds.ts'
import { isBelowAnyFloor } from './price-floors.ts'
import type { OfferSubject } from './subject.ts'
import { numberless } from './text.ts'
import type { Said } from './text-signs.ts'

/** What is offered and what its price means, as far as can be told. */
export interface Offer {
  kind: OfferKind
  /** Of `kind`, 0–1. */
  probability: number
  /** That the thing itself is offered, whole and usable. */
  thingProbability: number
  /** The words that decided, as they stand folded in title or description; none where it is the thing. */
  words: string[]
  price: PriceMeaning
  priceProbability: number
}

/** What is offered, and what the number beside it means. */
export type Offered = Pick<Offer, 'kind' | 'price'>

/** Less sure it is called what else it is likeliest: a case taken for a phone costs more than the other way round. */
export const thingFrom = 0.72

const classCount = offerKinds.length + priceMeanings.length

// The weights, read at first use.
let shipped: Classifier | undefined

/** Reads an offer; the same subject always gives the same answer. `weights` are the shipped ones unless given. */
export function readOffer(subject: OfferSubject, weights: Classifier = shippedWeights()): Offer {
  const seen = seenIn(subject)
  const scores = new Float64Array(classCount)
  weights.add(seen.features, seen.strengths, scores)
  toProbabilities(scores, 0, offerKinds.length)
  toProbabilities(scores, offerKinds.length, classCount)
  const thingProbability = scores[0]!
  const likeliest = thingProbability >= thingFrom ? 0 : mostOf(scores, 1, offerKinds.length)
  const kind = offerKinds[likeliest]!
  // Nothing costs nothing: 0 is given away, a filler, or stands for an offer.
  const isZero = subject.priceCents === 0
  if (isZero) for (const at of zeroNever) scores[at] = 0
  // A rate may be as low: "$199 down".
  if (kind === 'thing' && isBelowAnyFloor(subject, seen.titleWords))
    for (const at of floorNever) scores[at] = 0
  if (!goods.has(kind)) scores[offerKinds.length + priceMeanings.indexOf('free')] = 0
  if (thingProbability < hardlyAThing) for (const at of kindNever[kind] ?? []) scores[at] = 0
  const priced = mostOf(scores, offerKinds.length, classCount)
  const isUnpriced = subject.priceCents === undefined || subject.priceCents === null
  return {
    kind,
    probability: scores[likeliest]!,
    thingProbability,
    words: kind === 'thing' ? [] : wordsFor(kind, seen, weights),
    price: isUnpriced ? 'none' : priceMeanings[priced - offerKinds.length]!,
    priceProbability: isUnpriced ? 1 : scores[priced]!,
  }
}

/** What can be given away; work or a search that names no price is not free. */
const goods: ReadonlySet<OfferKind> = new Set(['thing', 'accessory', 'part', 'broken', 'fake', 'lot'])

const indexesOf = (meanings: readonly PriceMeaning[]) =>
  meanings.map((meaning) => offerKinds.length + priceMeanings.indexOf(meaning))
const zeroNever = indexesOf(['asked', 'unit', 'periodic'])
const floorNever = indexesOf(['asked', 'unit'])

const hardlyAThing = 0.2
/** No thing is sold for what these name: a rate, what a buyer would pay, what is put down to have a number. */
const kindNever: Partial<Record<OfferKind, readonly number[]>> = {
  rental: indexesOf(['asked', 'unit']),
  wanted: indexesOf(['asked', 'unit']),
  trade: indexesOf(['asked', 'unit']),
}

function shippedWeights(): Classifier {
  shipped ??= readClassifier(new URL('offer.weights', import.meta.url))
  return shipped
}

function mostOf(scores: Float64Array, from: number, to: number): number {
  let best = from
  for (let c = from + 1; c < to; c++) if (scores[c]! > scores[best]!) best = c
  return best
}

const wordsMax = 3
/** What descriptions say of these kinds. */
const told: Partial<Record<OfferKind, Said['kind']>> = {
  broken: 'broken',
  lot: 'many',
  catalogue: 'many',
  fake: 'copy',
}

/** What rules found for the kind; else what the description says; else the title's words that weigh most for it. */
function wordsFor(
  kind: OfferKind,
  { signs, textSigns, said, titleWords }: Seen,
  weights: Classifier,
): string[] {
  const own = [...signs, ...textSigns].filter((sign) => sign.kind === kind).map(({ words }) => words)
  const sort = told[kind]
  const inText = said.filter((each) => each.kind === sort).map(({ words }) => words)
  const found = [...new Set([...own, ...inText])]
  if (found.length > 0) return found.slice(0, wordsMax)
  const at = offerKinds.indexOf(kind)
  return [...new Set(titleWords)]
    .map((word): [number, string] => [weights.weightOf(featureOf('title', numberless(word)), at), word])
    .filter(([weight, word]) => weight > 0 && word.length > 2 && !fillers.has(word))
    .sort(([a], [b]) => b - a)
    .slice(0, wordsMax)
    .map(([, word]) => word)
}
