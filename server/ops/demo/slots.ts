import type { Dice } from './dice.ts'
import type { Stall } from './things.ts'

const dayMs = 86_400_000
const slowLifeMs = 30 * dayMs

/**
 * Listings come in slots, one to a slot. The slow ones were there before the world began and live for weeks; the
 * quick ones come every 6 to 12 seconds and live for minutes, so that there is always something to see and never
 * more than the two paces together hold.
 */
export const paces = {
  slow: {
    lifeMsMin: slowLifeMs / 2,
    lifeMsMax: slowLifeMs,
    gapMs: { classifieds: 9_257_000, shop: 11_700_000 },
  },
  quick: { lifeMsMin: 240_000, lifeMsMax: 1_080_000, gapMs: { classifieds: 9000, shop: 9000 } },
} as const
export type Pace = keyof typeof paces

/** The place in time of one listing. */
export interface Slot {
  stall: Stall
  pace: Pace
  index: number
}

export interface Life {
  postedAtMs: number
  endsAtMs: number
  ending: 'sold' | 'gone'
}

/** When the slots of a pace begin to be filled. */
export function beginningOf(pace: Pace, startedAtMs: number): number {
  return pace === 'slow' ? startedAtMs - slowLifeMs : startedAtMs
}

/** From when to when the slot's listing stands there; `isSafe` keeps it from leaving at once. */
export function lifeIn(slot: Slot, roll: Dice, startedAtMs: number, isSafe: boolean): Life {
  const pace = paces[slot.pace]
  const beginning = beginningOf(slot.pace, startedAtMs)
  const postedAtMs = Math.round(beginning + pace.gapMs[slot.stall] * (slot.index + 1 / 3 + roll() / 3))
  // Some are snapped up at once, some are taken back at once: those often come again.
  const haste = slot.pace === 'quick' && !isSafe ? roll() : 1
  const isSnapped = haste < 0.13
  const isWithdrawn = !isSnapped && haste < 0.23
  const lifeMs =
    isSnapped || isWithdrawn
      ? 75_000 + roll() * 140_000
      : pace.lifeMsMin + roll() * (pace.lifeMsMax - pace.lifeMsMin)
  const ending = isSnapped || (!isWithdrawn && roll() < 0.6) ? 'sold' : 'gone'
  return { postedAtMs, endsAtMs: Math.round(postedAtMs + lifeMs), ending }
}

/** The slots whose listings may stand there at a moment. */
export function slotsAround(stall: Stall, pace: Pace, startedAtMs: number, nowMs: number): Slot[] {
  const { gapMs, lifeMsMax } = paces[pace]
  const sinceMs = nowMs - beginningOf(pace, startedAtMs)
  const first = Math.max(0, Math.floor((sinceMs - lifeMsMax) / gapMs[stall]) - 1)
  const last = Math.floor(sinceMs / gapMs[stall])
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({ stall, pace, index: first + i }))
}

const idPrefix = { classifieds: '99', shop: '9900' } as const
/** Enough for two years of quick slots; after that numbers come again. */
const indexDigits = 7

export function idOf({ stall, pace, index }: Slot): string {
  return `${idPrefix[stall]}${pace === 'slow' ? '1' : '2'}${String(index % 10 ** indexDigits).padStart(indexDigits, '0')}`
}

/** Null for what cannot be an id of that place. */
export function slotOf(stall: Stall, id: string): Slot | null {
  const match = /^(99|9900)([12])(\d{7})$/.exec(id)
  if (!match || match[1] !== idPrefix[stall]) return null
  return { stall, pace: match[2] === '1' ? 'slow' : 'quick', index: Number(match[3]) }
}
