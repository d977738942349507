import type { ValueBin, ValuedComp } from './value-schema.ts'

const binsMin = 4
const binsMax = 14

/**
 * How the prices of comparables are spread, each carried over to the thing in question: equal steps from the lowest to the
 * highest, about √n of them. Every comparable is in exactly one; `toCents` itself is in the next.
 */
export function binsOf(comps: readonly Pick<ValuedComp, 'adjustedCents' | 'weightShare'>[]): ValueBin[] {
  if (comps.length === 0) return []
  const prices = comps.map(({ adjustedCents }) => adjustedCents)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const wanted = Math.min(binsMax, Math.max(binsMin, Math.ceil(2 * Math.sqrt(comps.length))))
  // Whole amounts: prices that lie closer than that many cents have fewer bins.
  const stepCents = Math.max(1, Math.ceil((high - low + 1) / wanted))
  const count = Math.floor((high - low) / stepCents) + 1
  const bins = Array.from({ length: count }, (_, i) => ({
    fromCents: low + i * stepCents,
    toCents: low + (i + 1) * stepCents,
    ...{ count: 0, weightShare: 0 },
  }))
  for (const { adjustedCents, weightShare } of comps) {
    const bin = bins[Math.floor((adjustedCents - low) / stepCents)]!
    bin.count++
    bin.weightShare += weightShare
  }
  return bins.map((bin) => ({ ...bin, weightShare: Math.round(bin.weightShare * 1000) / 1000 }))
}
