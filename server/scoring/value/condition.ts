import { type Condition, conditions } from '../../model/listing-schema.ts'

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

/** Natural logarithm of what the table says; 0 for an unknown condition. */
export function tableShift(condition: Condition | null): number {
  return condition === null ? 0 : Math.log(conditionMultiplier[condition])
}

/** Logarithm of the factor that a condition is on the price of a thing of a category. */
export type ConditionShift = (category: string, condition: Condition | null) => number

export const tableShifts: ConditionShift = (_, condition) => tableShift(condition)

/** How far a price was from what was expected of such a thing, the table's factor of its condition taken out. */
export interface ConditionResidual {
  category: string
  condition: Condition | null
  residual: number
}

/** So many prices weigh the table as much as what they say themselves. */
const priorCount = 25

/**
 * The table, moved by what prices of each condition say where there are any: of the category, shrunk to all, shrunk to the table. A better
 * condition is never worth less. An unknown one is worth what those of the category are on average.
 */
export function learnedShifts(rows: readonly ConditionResidual[]): ConditionShift {
  const known = rows.filter(({ condition }) => condition !== null)
  const all = movedBy(known, () => 0)
  const byCategory = new Map(
    [...Map.groupBy(rows, ({ category }) => category)].map(([category, own]) => [
      category,
      tableOf(own, all),
    ]),
  )
  const elsewhere = tableOf([], all)
  return (category, condition) => {
    const table = byCategory.get(category) ?? elsewhere
    return condition === null ? table.unknown : table.shifts[conditions.indexOf(condition)]!
  }
}

/** By condition, how far its prices are from the table, shrunk to what is known otherwise. */
function movedBy(rows: readonly ConditionResidual[], prior: (index: number) => number): number[] {
  const center = medianOf(rows.map(({ residual }) => residual))
  return conditions.map((condition, i) => {
    const own = rows.filter((row) => row.condition === condition)
    const moved = own.length === 0 ? 0 : medianOf(own.map(({ residual }) => residual)) - center
    return (moved * own.length + prior(i) * priorCount) / (own.length + priorCount)
  })
}

function tableOf(rows: readonly ConditionResidual[], all: readonly number[]) {
  const known = rows.filter(({ condition }) => condition !== null)
  const moved = movedBy(known, (i) => all[i]!)
  const counts = conditions.map((condition) => known.filter((row) => row.condition === condition).length)
  const shifts = falling(
    conditions.map((condition, i) => tableShift(condition) + moved[i]!),
    counts.map((count) => count + priorCount),
  )
  const sum = counts.reduce((total, count, i) => total + count * shifts[i]!, 0)
  // Those that tell none are as the others on average, as far as there are enough that tell it.
  return { shifts, unknown: sum / (known.length + priorCount) }
}

/** The nearest values that never rise (pool adjacent violators). */
function falling(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: { value: number; weight: number; count: number }[] = []
  values.forEach((value, i) => {
    blocks.push({ value, weight: weights[i]!, count: 1 })
    for (let last = blocks.at(-1)!, before = blocks.at(-2); before && before.value < last.value; ) {
      blocks.splice(-2, 2, {
        value: (before.value * before.weight + last.value * last.weight) / (before.weight + last.weight),
        weight: before.weight + last.weight,
        count: before.count + last.count,
      })
      last = blocks.at(-1)!
      before = blocks.at(-2)
    }
  })
  return blocks.flatMap(({ value, count }) => Array.from({ length: count }, () => value))
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
