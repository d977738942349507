/** `count` listings with the same history, in days since they were posted. */
export interface Watch {
  /** How old it was when first seen: what ended younger than that could not have been seen. */
  entryDays: number
  /** How old it was when it ended or was last seen; above `entryDays`. */
  exitDays: number
  /** Found sold or gone at `exitDays`; else still for sale when last seen. */
  ended: boolean
  count: number
}

/** Share still for sale from `days` on, until the next step. */
export interface SurvivalStep {
  days: number
  share: number
}

export interface Survival {
  /** Ages at which something ended, ascending. */
  steps: SurvivalStep[]
  /** The greatest age that any of them was watched to; nothing is known beyond. */
  watchedDays: number
}

/**
 * The Kaplan–Meier estimate with late entry: at each age at which listings ended, the share still for sale falls by
 * (ended at that age) ÷ (watched at that age). Listings still for sale count as long as they were watched, so slow
 * sellers are not ignored; listings found late count only from then on, so those that ended before they could be
 * found do not make the market look slow. An age at which all that are watched end, while others were found only
 * later, tells nothing about those others and is passed over.
 */
export function survival(watches: readonly Watch[]): Survival {
  const usable = watches.filter(
    ({ entryDays, exitDays, count }) => count > 0 && entryDays >= 0 && exitDays > entryDays,
  )
  const entries = usable.toSorted((a, b) => a.entryDays - b.entryDays)
  const exits = usable.toSorted((a, b) => a.exitDays - b.exitDays)
  const steps: SurvivalStep[] = []
  let entered = 0
  let atRisk = 0
  let share = 1
  for (let at = 0; at < exits.length; ) {
    const days = exits[at]!.exitDays
    for (; entered < entries.length && entries[entered]!.entryDays < days; entered++) {
      atRisk += entries[entered]!.count
    }
    let ended = 0
    let left = 0
    for (; at < exits.length && exits[at]!.exitDays === days; at++) {
      left += exits[at]!.count
      if (exits[at]!.ended) ended += exits[at]!.count
    }
    if (ended > 0 && !(ended === atRisk && entered < entries.length)) {
      share *= 1 - ended / atRisk
      steps.push({ days, share })
    }
    atRisk -= left
  }
  return { steps, watchedDays: exits.at(-1)?.exitDays ?? 0 }
}

/** Products of shares such as 2/3 × 3/4 miss 1/2 by a rounding error. */
const rounding = 1e-9

/** The age by which half had ended; null while more than half are still for sale. */
export function medianDays({ steps }: Survival): number | null {
  return steps.find(({ share }) => share <= 0.5 + rounding)?.days ?? null
}

/** The share that had ended by an age, 0–1; null when nothing was watched that long and some were still for sale. */
export function endedShare({ steps, watchedDays }: Survival, days: number): number | null {
  const share = steps.findLast((step) => step.days <= days)?.share ?? 1
  if (watchedDays < days && share > rounding) return null
  return Math.min(1, Math.max(0, 1 - share))
}
