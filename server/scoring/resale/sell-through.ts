import type { Category } from '../../model/listing-schema.ts'
import { type SaidOf, say } from '../../model/sentences/sentences.ts'

/** Days after posting at which the bands of age end; the first begins at 0. */
export const saleAgeDays = [3, 7, 14, 30, 60, 90, 180, 365] as const

/** What happened to a category's listings in one band of age. */
export interface SaleCount {
  category: Category
  /** Index into `saleAgeDays`. */
  band: number
  /**
   * Listings that were watched while in the band. One that was found late or lost sight of counts for the share of
   * the band in which it was watched; a sold one counts to the band's end.
   */
  atRisk: number
  /** Those of them that were sold in the band. */
  sold: number
}

/** The chance that a thing sells in time, hundredths of a percent, and what it rests on. */
export interface SellThrough {
  bps: number
  withinDays: number
  said: SaidOf<'profit'>
}

/** Where nothing is known. An assumption, not a measurement: more than half sell within two months at a fair price. */
export const sellThroughPrior = { days: 60, bps: 6000 } as const
/** The assumption weighs as much as this many listings in each band. */
const priorListings = 20

/**
 * The chance that a listing of a category is sold within some days, from what was watched by age: the chances of the
 * bands multiplied (a life table), so listings that are still for sale count for as long as they were seen. A
 * category with few listings leans on all categories, and these on the prior.
 */
export function sellThrough(
  counts: readonly SaleCount[],
  category: Category,
  withinDays: number,
  prior: { days: number; bps: number } = sellThroughPrior,
): SellThrough {
  const own = counts.filter((count) => count.category === category)
  const priorLeft = 1 - prior.bps / 10_000
  let left = 1
  let fromDays = 0
  let watched = 0
  let sold = 0
  for (const [band, toDays] of saleAgeDays.entries()) {
    if (fromDays >= withinDays) break
    const here = total(own, band)
    const assumed = 1 - priorLeft ** ((toDays - fromDays) / prior.days)
    const chance = leaning(here, leaning(total(counts, band), assumed))
    left *= (1 - chance) ** Math.min(1, (withinDays - fromDays) / (toDays - fromDays))
    watched = Math.max(watched, here.atRisk)
    sold += here.sold
    fromDays = toDays
  }
  const bps = Math.round((1 - left) * 10_000)
  return { bps, withinDays, said: saidOf(bps, withinDays, watched, sold) }
}

function total(counts: readonly SaleCount[], band: number): { atRisk: number; sold: number } {
  let atRisk = 0
  let sold = 0
  for (const count of counts) {
    if (count.band !== band) continue
    atRisk += Math.max(0, count.atRisk)
    sold += Math.min(Math.max(0, count.sold), Math.max(0, count.atRisk))
  }
  return { atRisk, sold }
}

function leaning({ atRisk, sold }: { atRisk: number; sold: number }, assumed: number): number {
  return (sold + priorListings * assumed) / (atRisk + priorListings)
}

function saidOf(chanceBps: number, withinDays: number, atRisk: number, sold: number): SaidOf<'profit'> {
  const watched = Math.max(Math.round(atRisk), sold)
  return say('profit-chance', { chanceBps, withinDays, watched, sold, isAssumed: watched < priorListings })
}
