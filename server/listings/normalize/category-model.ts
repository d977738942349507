import { type Classifier, readClassifier } from '../../core/classifier.ts'
import { type Category, categories } from '../../model/listing-schema.ts'
import type { OfferKind } from '../../model/offer/kinds.ts'
import type { NormalizedCategory } from './category.ts'
import { type CategorySubject, categoryFeatures } from './category-features.ts'

// The weights, read at first use.
let shipped: Classifier | undefined

/**
 * The category by title, site category and description together: the rules' answer, unless what was learned from rows
 * read by hand speaks more for another. Work that is offered is `services`, whatever it is done to.
 */
export function weighedCategory(
  subject: CategorySubject,
  kind: OfferKind,
  from: NormalizedCategory['from'],
  weights: Classifier = shippedWeights(),
): NormalizedCategory {
  const category = byKind(likeliest(subject, weights), kind)
  return { category, from: from ?? (category === 'other' ? null : 'title') }
}

/** What is for a phone is no phone, what is of a car no car; work is `services`, whatever it is done to. */
function byKind(category: Category, kind: OfferKind): Category {
  if (kind === 'service') return 'services'
  if (kind !== 'accessory' && kind !== 'part') return category
  if (category === 'phones' || category === 'tablets') return 'electronics'
  return category === 'cars' || category === 'motorcycles' ? 'vehicle-parts' : category
}

function likeliest(subject: CategorySubject, weights: Classifier): Category {
  const { features, strengths } = categoryFeatures(subject)
  const scores = new Float64Array(categories.length)
  weights.add(features, strengths, scores)
  let best = categories.indexOf(subject.ruled)
  for (let c = 0; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c
  return categories[best]!
}

function shippedWeights(): Classifier {
  shipped ??= readClassifier(new URL('category.weights', import.meta.url))
  return shipped
}
