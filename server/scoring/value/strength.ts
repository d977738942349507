import type { Category } from '../../model/listing-schema.ts'
import type { Comp } from '../../model/score-schema.ts'
import type { CompIndex, CompSubject, SimilarComp } from '../comps/comps.ts'
import { isNamed, type ModelName, modelName } from '../comps/exact.ts'
import type { Identity } from '../comps/identity.ts'

/**
 * How well the evidence fits the subject: five comps or more of exactly the same thing, two to four, one; else some of
 * the same model, of the same maker; none of a maker and model that are named; of a thing without a name some that are
 * called the same, nearly so, or hardly; only its category.
 */
export type Strength =
  | 'many'
  | 'few'
  | 'one'
  | 'model'
  | 'maker'
  | 'stranger'
  | 'namesake'
  | 'alike'
  | 'nameless'
  | 'far'
  | 'category'

const strangers: ReadonlySet<Strength> = new Set(['stranger', 'maker', 'far', 'category'])

/** None of the very model is among the comps, nor any that is called alike. */
export const isStranger = (strength: Strength): boolean => strangers.has(strength)

export function strengthOf(
  evidence: readonly SimilarComp[],
  { key, name }: CompSubject,
  index: CompIndex,
): Strength {
  const isNameless = key === undefined || !isNamed(key)
  if (isNameless) return namelessStrength(evidence)
  const exact = evidence.reduce((count, { sameness }) => count + (sameness === 'exact' ? 1 : 0), 0)
  if (exact > 0) return exact >= 5 ? 'many' : exact > 1 ? 'few' : 'one'
  const named = evidence.some(
    ({ sameness, comp }) => sameness === 'model' || (sameness === 'maker' && hasName(index, comp, name)),
  )
  if (named) return 'model'
  return evidence.some(({ sameness }) => sameness === 'maker') ? 'maker' : 'stranger'
}

/** Of things without a name those are one kind that are called alike. */
const alikeFrom = 0.5
const nearFrom = 0.35

/** What has neither maker nor model is known by its words alone: the fewer are shared, the less do prices say of it. */
function namelessStrength(evidence: readonly SimilarComp[]): Strength {
  let best = 0
  for (const { similarity, sameness } of evidence) {
    if (sameness === 'exact') return 'namesake'
    best = Math.max(best, similarity)
  }
  if (best >= alikeFrom) return 'alike'
  return best >= nearFrom ? 'nameless' : 'far'
}

/** True where a title has the words by which a model is known, in whatever place. */
function hasName(index: CompIndex, { listingId }: Comp, name: ModelName | undefined): boolean {
  if (!name?.line) return false
  return (
    index.hasWord(listingId, name.line) && (name.figure === null || index.hasWord(listingId, name.figure))
  )
}

/** Where what a maker makes differs by its model more than by anything else. */
const modelled: ReadonlySet<Category> = new Set([
  ...(['phones', 'computers', 'tablets', 'cameras', 'audio', 'tv-video', 'games', 'electronics'] as const),
  ...([
    'appliances',
    'tools',
    'bikes',
    'cars',
    'motorcycles',
    'boats-rv',
    'watches',
    'instruments',
    'baby',
  ] as const),
])

/**
 * Where little but the title is told: a maker or a model of which nothing is known may cost anything, and so may what
 * nothing is called like. `isWhole` = everything that a site tells is told, `isGuess` = its category is not.
 */
export function isUnseen(
  strength: Strength,
  identity: Identity,
  about: { isWhole: boolean; isGuess: boolean; categories: Category[] },
): boolean {
  if (about.isWhole) return false
  const { line, figure } = modelName(identity)
  if (about.isGuess && (strength === 'far' || strength === 'category')) return true
  if (identity.brand === null || line === null) return false
  if (strength === 'stranger' || strength === 'category') return true
  const isNumbered = figure !== null && figure !== identity.size
  return strength === 'maker' && (isNumbered || about.categories.some((category) => modelled.has(category)))
}
