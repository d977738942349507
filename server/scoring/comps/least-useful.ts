/** What decides how useful an observation is, by its row. */
export interface Observations {
  /** Number of its market: category, currency and level. */
  market(row: number): number
  /** Number of its unit of evidence: postings of one thing by one voice share it. */
  slot(row: number): number
  /** Number of the product that it names, 0 where it names none. */
  product(row: number): number
  observedAtMs(row: number): number
}

/** So many postings of a unit of evidence may speak: one for all others' listings, one for the first's own. */
const speakersMax = 2

/**
 * The rows, at least so many, that can best be spared. They are of the fullest markets alone, which come down to one
 * level, so that a flood of one category pushes out none of another; within a market first those that repeat what
 * newer ones say, then those of the products of which there are the most, likewise down to one level and the oldest
 * first, so that a flood of one model pushes out no rare one.
 */
export function leastUseful(rows: readonly number[], atLeast: number, of: Observations): number[] {
  const byMarket = [...Map.groupBy(rows, of.market).values()].toSorted((a, b) => b.length - a.length)
  const level = levelAfter(
    byMarket.map(({ length }) => length),
    atLeast,
  )
  return byMarket
    .filter(({ length }) => length > level)
    .flatMap((market) => spareOfMarket(market, market.length - level, of))
}

/** To what the greatest of these sizes, in falling order, must come down so that so much is taken away in all. */
function levelAfter(sizes: readonly number[], atLeast: number): number {
  let sum = 0
  for (const [i, size] of sizes.entries()) {
    sum += size
    const level = Math.floor((sum - atLeast) / (i + 1))
    if (level >= (sizes[i + 1] ?? 0)) return level
  }
  return 0
}

function spareOfMarket(market: readonly number[], excess: number, of: Observations): number[] {
  const newestFirst = market.toSorted((a, b) => of.observedAtMs(b) - of.observedAtMs(a) || b - a)
  const speakers = new Map<number, number>()
  const speaking: number[] = []
  const repeating: number[] = []
  for (const row of newestFirst) {
    const slot = of.slot(row)
    const before = speakers.get(slot) ?? 0
    speakers.set(slot, before + 1)
    if (before < speakersMax) speaking.push(row)
    else repeating.push(row)
  }
  return repeating.length >= excess
    ? repeating.slice(-excess)
    : [...repeating, ...spareOfSpeaking(speaking, excess - repeating.length, of)]
}

/** Of rows that say something each, the newest first. Those that name no product give their share. */
function spareOfSpeaking(newestFirst: readonly number[], excess: number, of: Observations): number[] {
  const unnamed: number[] = []
  const named: { row: number; newer: number }[] = []
  const newerOf = new Map<number, number>()
  for (const row of newestFirst) {
    const product = of.product(row)
    if (product === 0) {
      unnamed.push(row)
      continue
    }
    const newer = newerOf.get(product) ?? 0
    newerOf.set(product, newer + 1)
    named.push({ row, newer })
  }
  const ofUnnamed = Math.round((excess * unnamed.length) / newestFirst.length)
  const ofNamed = excess - ofUnnamed
  return [
    ...unnamed.slice(unnamed.length - ofUnnamed),
    // The sort is stable, so that of two with as many newer ones of their product the older goes.
    ...named
      .reverse()
      .toSorted((a, b) => b.newer - a.newer)
      .slice(0, ofNamed)
      .map(({ row }) => row),
  ]
}
