import type { Category } from '../../model/listing-schema.ts'
import { modelName } from '../comps/exact.ts'
import type { Identity } from '../comps/identity.ts'
import type { Telling } from './calibration.ts'
import type { Strength } from './fair-value.ts'

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
 * nothing is called like.
 */
export function isUnseen(
  strength: Strength,
  telling: Telling,
  identity: Identity,
  about: { categories: Category[]; isGuess: boolean },
): boolean {
  const { line, figure } = modelName(identity)
  if (telling === 'full') return false
  if (about.isGuess && (strength === 'far' || strength === 'category')) return true
  if (identity.brand === null || line === null) return false
  if (strength === 'stranger' || strength === 'category') return true
  const isNumbered = figure !== null && figure !== identity.size
  return strength === 'maker' && (isNumbered || about.categories.some((category) => modelled.has(category)))
}
