import type { AiCaps, ModelPrice } from './set-up.ts'

/** What a call cost, or may cost: millionths of a cent, and tokens. */
export interface Cost {
  microCents: number
  tokens: number
}

/** Cents per million tokens are millionths of a cent per token: rounded up to whole ones. */
export const costOf = (
  price: ModelPrice | null,
  { tokensIn, tokensOut }: { tokensIn: number; tokensOut: number },
): Cost => ({
  microCents: price === null ? 0 : Math.ceil(tokensIn * price.inCents + tokensOut * price.outCents),
  tokens: tokensIn + tokensOut,
})

/** What was spent since a day and a month began, what is under way at its most. */
export interface Spent {
  personDay: Cost
  personMonth: Cost
  houseMonth: Cost
}

export const capNames = [
  'person-day-cents',
  'person-month-cents',
  'house-month-cents',
  'person-day-tokens',
  'house-month-tokens',
] as const
export type CapName = (typeof capNames)[number]

/** A cap that one more call may pass. */
export interface AtCap {
  cap: CapName
  /** When it counts from nothing again; null = one call alone may cost more, so that waiting does not help. */
  endsAt: Date | null
}

/**
 * The cap that a call of at most this cost may pass, of several the one that lasts longest; null = none. A call without a price
 * is held by tokens, any other by cents.
 */
export function capPassed(
  caps: AiCaps,
  { spent, most, isPriced, at }: { spent: Spent; most: Cost; isPriced: boolean; at: Date },
): AtCap | null {
  const { day, month } = nextOf(at)
  const cents = (cost: Cost) => cost.microCents / 1e6
  const tokens = (cost: Cost) => cost.tokens
  type Held = readonly [CapName, (cost: Cost) => number, Cost, number, Date]
  const held: readonly Held[] = isPriced
    ? [
        ['person-day-cents', cents, spent.personDay, caps.personDayCents, day],
        ['person-month-cents', cents, spent.personMonth, caps.personMonthCents, month],
        ['house-month-cents', cents, spent.houseMonth, caps.houseMonthCents, month],
      ]
    : [
        ['person-day-tokens', tokens, spent.personDay, caps.personDayTokens, day],
        ['house-month-tokens', tokens, spent.houseMonth, caps.houseMonthTokens, month],
      ]
  const passed = held.filter(([, of, before, max]) => of(before) + of(most) > max)
  const never = passed.find(([, of, , max]) => of(most) > max)
  if (never !== undefined) return { cap: never[0], endsAt: null }
  const last = passed.toSorted((a, b) => b[4].getTime() - a[4].getTime())[0]
  return last === undefined ? null : { cap: last[0], endsAt: last[4] }
}

/** When the day and the month of a time begin, in UTC. */
export const startsOf = (at: Date): { day: Date; month: Date } => ({
  day: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())),
  month: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1)),
})

const nextOf = (at: Date): { day: Date; month: Date } => ({
  day: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1)),
  month: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)),
})
