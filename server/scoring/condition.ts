import type { Condition } from '../listings/schema.ts'

/**
 * What a thing fetches in a condition relative to the same thing in good condition.
 * Round figures set by hand, the same for every category; on public listings of bikes, household and mixed goods
 * values that use them are a little nearer to the true prices than values that ignore the condition.
 */
export const conditionMultiplier: Readonly<Record<Condition, number>> = {
  new: 1.25,
  'like-new': 1.15,
  excellent: 1.1,
  good: 1,
  fair: 0.85,
  poor: 0.65,
  'for-parts': 0.4,
}

/** Factor from the price of a comparable to that of the subject; an unknown condition counts as good. */
export function conditionRatio(subject: Condition | null, comp: Condition | null): number {
  return conditionMultiplier[subject ?? 'good'] / conditionMultiplier[comp ?? 'good']
}
