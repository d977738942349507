/** A stream of numbers 0 ≤ x < 1 that depends on nothing but the numbers it was made from. */
export type Dice = () => number

/** Splitmix32 over a hash of `parts` (integers, of which the low 32 bits count). */
export function diceOf(...parts: number[]): Dice {
  let state = 0x2545f491
  for (const part of parts) state = scramble(state ^ (part | 0)) + 0x9e3779b9
  return () => {
    state = (state + 0x9e3779b9) | 0
    return (scramble(state) >>> 0) / 2 ** 32
  }
}

function scramble(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

export function pick<T>(dice: Dice, list: readonly T[]): T {
  return list[Math.floor(dice() * list.length)]!
}

/** Whole number from `low` to `high`, both included. */
export function between(dice: Dice, low: number, high: number): number {
  return low + Math.floor(dice() * (high - low + 1))
}

/** One of `list`, each as often as its weight says. */
export function pickWeighted<T>(dice: Dice, list: readonly T[], weightOf: (item: T) => number): T {
  let at = dice() * list.reduce((sum, item) => sum + weightOf(item), 0)
  for (const item of list) {
    at -= weightOf(item)
    if (at < 0) return item
  }
  return list.at(-1)!
}

/** Standard normal (Box–Muller). */
export function normal(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
}
