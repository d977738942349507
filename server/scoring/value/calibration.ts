import { allFields, fields } from '../price-model/features.ts'
import { type Calibration, type Expectation, type Gathered, middlesOf, uncalibrated } from './fair-value.ts'

/** How much is told of a thing: intervals differ by it. */
export const tellings = { title: 0, described: fields.description, full: allFields } as const
export type Telling = keyof typeof tellings

/** By the fields that are told. */
export function tellingOf(told: number): Telling {
  if ((told & (fields.siteCategory | fields.marketplace | fields.attributes)) !== 0) return 'full'
  return (told & fields.description) !== 0 ? 'described' : 'title'
}

const expectationWeights = [0.1, 0.4, 1.5, 4] as const
const exactShares = [0.5, 2, 8] as const
/** The fewest held prices that stand for a group, and for anything. */
const groupMin = 60
const countMin = 20
/** Errors beyond so many usual ones are of prices that are none: starts of auctions, slips, bait. */
const farErrors = 8
/** In spreads. Where most held prices are the very one of a twin, the usual error is next to nothing and rules out nothing. */
const usualErrorMin = 0.5
/** Parts of the held prices below and above an interval. */
const tail = 0.09

/** Shares of the middle that the comps' own prices may have, and by how much that must err less to be chosen. */
const ownShares = [0, 0.5, 1] as const
const gainMin = 0.02

const choices = ownShares.flatMap((ownShare) =>
  expectationWeights.flatMap((expectationWeight) =>
    exactShares.map((exactShare) => ({ ...uncalibrated, expectationWeight, exactShare, ownShare })),
  ),
)

/** One held price: its error and the spread under each choice. */
type Trial = { error: number; spread: number }[]

/** What held prices say of how much the expectation is to weigh, and how far prices are from the middle, by name. */
export function createTrials() {
  const trials = new Map<string, Trial[]>()
  return {
    add(names: readonly string[], found: Gathered, expectation: Expectation, logPrice: number) {
      const middleBy = middlesOf(found, expectation)
      const trial = choices.map((choice) => {
        const { logMiddle, spread } = middleBy(choice)
        return { error: logPrice - logMiddle, spread }
      })
      for (const name of names) {
        const list = trials.get(name)
        if (list) list.push(trial)
        else trials.set(name, [trial])
      }
    },
    /** Names of the first kind need fewer prices than those with a bar. */
    calibrations(): Map<string, Calibration> {
      const found = new Map<string, Calibration>()
      for (const [name, list] of trials) {
        if (list.length >= (name.includes('|') ? groupMin : countMin)) found.set(name, calibrationOf(list))
      }
      return found
    },
  }
}

function calibrationOf(trials: readonly Trial[]): Calibration {
  const best = bestOf(trials)
  const all = Float64Array.from(trials, (trial) => trial[best]!.error / trial[best]!.spread)
  const usual = Math.max(usualErrorMin, all.map(Math.abs).sort()[all.length >> 1]!)
  const errors = all.filter((error) => Math.abs(error) <= farErrors * usual).sort()
  const count = errors.length
  // With the correction for small samples that makes a share hold for the next one.
  const at = (share: number) => errors[Math.max(0, Math.min(count - 1, Math.round(share * (count + 1)) - 1))]!
  return { ...choices[best]!, bounds: [Math.min(0, at(tail)), Math.max(0, at(1 - tail))] }
}

function bestOf(trials: readonly Trial[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  choices.forEach(({ ownShare }, i) => {
    const loss = trials.reduce((sum, trial) => sum + lossOf(trial[i]!.error), 0)
    const isLess = ownShare === choices[best]!.ownShare ? loss < least : loss < least * (1 - gainMin)
    if (!isLess) return
    best = i
    least = loss
  })
  return best
}

/** Neither the half that is off least decides alone nor the few that are off most. */
function lossOf(error: number): number {
  const size = Math.min(2, Math.abs(error))
  return size + size ** 2
}
