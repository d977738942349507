/** To three places; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((part / whole).toFixed(3))
}

/** Rank correlation of values with their order; 1 = always rising. */
export function spearman(values: number[]): number {
  const ranks = ranksOf(values)
  const middle = (values.length + 1) / 2
  let both = 0
  let own = 0
  let order = 0
  for (const [i, rank] of ranks.entries()) {
    both += (rank - middle) * (i + 1 - middle)
    own += (rank - middle) ** 2
    order += (i + 1 - middle) ** 2
  }
  return Number((both / Math.sqrt(own * order)).toFixed(3))
}

/** The chance that one that sold has the higher value than one that did not; ties count half. */
export function areaUnderCurve(values: number[], isSold: boolean[]): number {
  const ranks = ranksOf(values)
  let sold = 0
  let rankSum = 0
  for (const [i, rank] of ranks.entries()) {
    if (!isSold[i]) continue
    sold++
    rankSum += rank
  }
  return Number(((rankSum - (sold * (sold + 1)) / 2) / (sold * (values.length - sold))).toFixed(3))
}

/** From 1; equal values share the middle of their ranks. */
function ranksOf(values: number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++
    for (let at = from; at <= to; at++) ranks[order[at]!] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/** Nearest rank, of values in any order; null of none. */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null
}
