import type { ScoreSubject, TravelCost } from '../../model/score-schema.ts'
import type { LandedParams } from '../../model/sentences/score-sentences.ts'

/** What a thing costs until it is at home; minor units of the listing's currency. */
export interface Landed {
  totalCents: number
  priceCents: number
  /** 0 where it is unknown. */
  shippingCents: number
  /** There and back; 0 for what is shipped. */
  wayCents: number
}

type LandedSubject = Pick<ScoreSubject, 'priceCents' | 'shippingCents' | 'currency' | 'distanceKm' | 'travel'>

/** More than once around the earth and back is no distance. */
export const wayKmMax = 40_000

/** The way there and back, minor units; nothing for what is shipped, and nothing in another currency. */
function wayCents(subject: LandedSubject): number {
  const { travel, distanceKm } = subject
  if (!travel || subject.shippingCents !== null || distanceKm === null) return 0
  if (travel.currency !== subject.currency || !(distanceKm > 0)) return 0
  return Math.round(Math.min(distanceKm, wayKmMax) * 2 * travel.centsPerKm)
}

/** Price + shipping + the way, minor units; null when no price is stated. Made for every listing and rule. */
export function landedCents(subject: LandedSubject): number | null {
  if (subject.priceCents === null) return null
  return subject.priceCents + (subject.shippingCents ?? 0) + wayCents(subject)
}

/** `landedCents` with what it is made of. */
export function landedOf(subject: LandedSubject): Landed | null {
  if (subject.priceCents === null) return null
  const shippingCents = subject.shippingCents ?? 0
  const way = wayCents(subject)
  return {
    totalCents: subject.priceCents + shippingCents + way,
    priceCents: subject.priceCents,
    shippingCents,
    wayCents: way,
  }
}

/** What of it a sentence tells. */
export function landedParams(landed: Landed, subject: LandedSubject): LandedParams {
  const { currency, shippingCents } = subject
  return {
    ...landed,
    shippingCents,
    currency,
    wayCurrency: ignoredWay(subject) ? subject.travel!.currency : null,
  }
}

/** A way that would cost something, in a currency that cannot be added. */
function ignoredWay({ travel, shippingCents, distanceKm, currency }: LandedSubject): boolean {
  return isCostly(travel) && travel.currency !== currency && shippingCents === null && (distanceKm ?? 0) > 0
}

function isCostly(travel: TravelCost | null | undefined): travel is TravelCost {
  return travel !== null && travel !== undefined && travel.centsPerKm > 0
}
