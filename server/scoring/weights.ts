import type { ScoreWeights, ScoreWeightsChoice, WeightPresetName } from '../model/score-schema.ts'

/**
 * Most points of each part, by what a person is after. The reasons are in docs/deal-score.md; who wants others gives
 * a rule its own.
 */
// biome-ignore format: a table
export const weightPresets: Readonly<Record<WeightPresetName, ScoreWeights>> = {
  balanced:  { price: 60, profit:  0, condition: 10, recency: 10, distance: 10, photos:  5, keyword:  5 },
  bargain:   { price: 80, profit:  0, condition:  5, recency:  5, distance:  5, photos:  0, keyword:  5 },
  flipper:   { price: 20, profit: 55, condition:  5, recency: 10, distance:  5, photos:  0, keyword:  5 },
  collector: { price: 30, profit:  0, condition: 40, recency:  5, distance:  0, photos: 15, keyword: 10 },
}

export const defaultWeights = weightPresets.balanced

/** The table that a rule's own choice stands for; no choice = the balanced one. */
export function weightsOf(choice: ScoreWeightsChoice | null | undefined): ScoreWeights {
  if (choice === null || choice === undefined) return defaultWeights
  return typeof choice === 'string' ? weightPresets[choice] : choice
}
