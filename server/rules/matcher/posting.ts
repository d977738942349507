/**
 * What of a rule is looked at first, side by side so that a search reads memory in order and seldom elsewhere. One
 * posting is eight 32-bit fields; those of one word are sorted by group (see `groupOf`): of a group of circles from
 * west to east, of the others from the highest price limit down, so that a scan can begin and stop where it must.
 */
export const stride = 8
export const field = {
  id: 0,
  user: 1,
  /** `noLimit` = none. */
  priceMax: 2,
  priceMin: 3,
  /** Latitude and longitude in 16 bits each. */
  spot: 4,
  /** A float: how far away is near enough, see circles.ts. */
  reach: 5,
  /** Flags, least score and profile. */
  meta: 6,
  /** See `besides` in programs.ts. */
  program: 7,
} as const

export const noLimit = 0xffffffff
/** The highest price that is told apart from others; a rule with a higher limit has it checked later. */
export const priceTop = 0xfffffffe

/** It must be near one place. */
export const isPlaced = 1 << 31
/** The rule has other postings, under other words. */
export const isOneOfMany = 1 << 30
/** More has to be looked at than a posting tells. */
export const hasMore = 1 << 29
export const scoreShift = 22
export const scoreMask = 0x7f
/** No least score, or one that `hasMore` looks at. */
export const anyScore = 0x7f
export const profileMask = (1 << 22) - 1

/** The group of postings that a scan goes through at once: a category (0 = any) and a ring (see circles.ts). */
export function groupOf(category: number, ring: number): number {
  return (category << 2) | ring
}

/** 0 for a group that is not sorted by longitude. */
export function ringOf(group: number): number {
  return group & 3
}

export function ringOfKey(key: number): number {
  return (key >>> groupShift) & 3
}

/** The longitude of a spot. */
export function eastOf(spot: number): number {
  return spot & 0xffff
}

const groupShift = 24
/** More than any order within a group. */
const orderEnd = 1 << groupShift
/** Of the order of a near circle, what tells its `priceStep`. */
export const stepMask = 0xff

/**
 * What postings of a word are sorted by, one number each, apart from the postings: group, then of a near circle its
 * longitude (exactly) and its highest price limit (roughly), of others the highest price limit.
 */
export function keyOf(group: number, order: number): number {
  return ((group << groupShift) | order) >>> 0
}

/** Of the circles at a longitude, from the lowest limit up. */
export function circleOrder(east: number, priceMax: number): number {
  return (east << 8) | priceStep(priceMax)
}

/** A price to an eighth: never lower for a higher price, so that a lower step says no without a look at the posting. */
export function priceStep(price: number): number {
  if (price < 8) return price
  const power = 31 - Math.clz32(price)
  return ((power - 2) << 3) | ((price >>> (power - 3)) & 7)
}

/** Higher limits first. */
export function priceOrder(priceMax: number): number {
  return ~priceMax >>> 8
}

/** The last key of a group. */
export function lastKeyOf(group: number): number {
  return keyOf(group, orderEnd - 1)
}
