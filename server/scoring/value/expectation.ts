import type { Condition, PriceBasis } from '../../model/listing-schema.ts'
import type { Comp } from '../../model/score-schema.ts'
import type { PriceModel } from '../price-model/price-model.ts'
import { tellingOf } from './calibration.ts'
import { type ConditionShift, tableShift } from './condition.ts'
import { type Calibration, type Expectation, uncalibrated } from './fair-value.ts'
import type { Strength } from './strength.ts'

/** Everything of one currency that was learned. */
export interface CurrencyModel {
  model: PriceModel
  /** By method, alone and with a marketplace or a group. */
  calibrations: Map<string, Calibration>
  /** Observations by category and basis. */
  counts: Map<string, number>
  shift: ConditionShift
  /** What sales fetch of what is asked, by category, as a logarithm: of the same things only. */
  gaps: Map<string, number>
}

/** What of a thing decides how well its price can be expected. */
export interface About {
  /** See `groupOf`. */
  group: string
  marketplace: string
  level: PriceBasis
  /** Bits of the `fields` that are told. */
  told: number
  category: string
  condition: Condition | null
}

export function groupOf(subject: { marketplace?: string | null; category: string }): string {
  return `${subject.marketplace ?? ''} ${subject.category}`
}

/** How far a comp's price is to be moved so that it is one of the subject's condition, as a logarithm. */
export function shiftTo(own: CurrencyModel, condition: Condition | null) {
  return (comp: Comp) => own.shift(comp.category, condition) - own.shift(comp.category, comp.condition)
}

/** What is expected of a thing of a condition, told so far; null before the first fit. */
export function expectationOf(
  own: CurrencyModel,
  expected: ReturnType<PriceModel['expected']>,
  about: About,
): Expectation | null {
  if (expected === null) return null
  const { group, told, category, condition } = about
  const shift = own.shift(category, condition)
  const telling = tellingOf(told)
  return {
    logPrice: expected.mean + shift,
    carry(comp) {
      const carried = expected.carry(comp.listingId)
      if (carried === undefined) return undefined
      // The table's factor is out of what was learned from; what was learned beside it is taken out here.
      const moved = tableShift(comp.condition) - own.shift(comp.category, comp.condition) + shift
      return { logPrice: carried.logPrice + moved, looseLogPrice: carried.looseLogPrice + moved }
    },
    spread: own.model.spread(telling === 'full' ? group : group.slice(group.lastIndexOf(' '))),
    calibration(strength) {
      for (const name of namesOf(strength, about)) {
        const found = own.calibrations.get(name)
        if (found) return found
      }
      return uncalibrated
    },
  }
}

/** From the narrowest on. */
export function namesOf(strength: Strength, { group, marketplace, level, told }: About): string[] {
  const telling = tellingOf(told)
  const own = `${strength} ${telling} ${level}`
  const wide = [own, `${strength} ${telling}`, telling]
  return telling === 'full'
    ? [`${own}|${group}`, `${own}|${marketplace}`, ...wide]
    : [`${own}|${group.slice(group.lastIndexOf(' ') + 1)}`, ...wide]
}
