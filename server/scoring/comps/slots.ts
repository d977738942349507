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
