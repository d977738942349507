export const dayOf = (timeMs: number): number => Math.floor(timeMs / 86_400_000)

/** Places within a slot's run of `hotSize` numbers in `hot`; weight and shared weight are floats. */
export const hotSize = 8
/** Look-up that saw the slot last. */
export const atStamp = 0
/** Weight shared with that look-up's subject so far. */
export const atShared = 1
/** Sum of the weights of its words. */
export const atWeight = 2
/** Traits, year and storage of the title in one number. */
export const atFacts = 3
export const atDay = 4
/** Where its run of words is in `tokens`, and how many they are: see `runStart` and `runLength`. */
export const atRun = 5
/** Row of the observation that stands for the slot, the newest; −1 = dead. */
export const atFront = 6
/** Number of its market. */
export const atMarket = 7

export const runUnit = 32
/** A title has at most `titleTokensMax` words, so that their count fits beside the place: 60 million words in all. */
export const runStart = (run: number): number => run >>> 5
export const runLength = (run: number): number => run & (runUnit - 1)

/** Of a slot's words, voice (or price) and facts: a hash of 52 bits; what it finds is compared, so that a collision only costs a slot. */
export function groupKey(ids: readonly number[], voiceOrCents: number, facts: number): number {
  let high = (voiceOrCents | 0) ^ facts
  let low = (voiceOrCents / 0x1_0000_0000) | 0
  for (const id of ids) {
    high = Math.imul(high ^ id, 0x9e37_79b1)
    high ^= high >>> 15
    low = Math.imul(low + id, 0x85eb_ca6b)
    low ^= low >>> 13
  }
  return (high >>> 0) * 0x10_0000 + ((low >>> 0) & 0xf_ffff)
}
