import type { Listing } from '../queries.ts'

/** Figures of listings that stand side by side: the best of them, and whether they differ at all. */
export interface Compared {
  /** Places of those that are best; none where all are alike, or nothing can be compared. */
  best: ReadonlySet<number>
  differs: boolean
}

/** `wants` = which is better; null = one cannot say, so they only differ or not. Unknown is not best, and differs. */
export function compared(
  values: readonly (number | string | null)[],
  wants: 'least' | 'most' | null,
): Compared {
  const differs = new Set(values).size > 1
  const figures = values.filter((value) => typeof value === 'number')
  if (!differs || wants === null || figures.length < 2) return { best: new Set(), differs }
  const top = wants === 'least' ? Math.min(...figures) : Math.max(...figures)
  const best = values.flatMap((value, at) => (value === top ? [at] : []))
  return { best: new Set(best.length === values.length ? [] : best), differs }
}

/** Amounts as they can be compared: null where they are not of one currency. */
export function inOneCurrency(
  listings: readonly Pick<Listing, 'currency'>[],
  cents: readonly (number | null)[],
): (number | null)[] {
  const currencies = new Set(listings.map(({ currency }) => currency))
  return currencies.size === 1 ? [...cents] : cents.map(() => null)
}

/** Parts of scores by their names, in the order of the first that has each. */
export function partNames(listings: readonly Pick<Listing, 'scoreParts'>[]): string[] {
  const names = listings.flatMap(({ scoreParts }) =>
    scoreParts.filter(({ pointsMax }) => pointsMax > 0).map(({ name }) => name),
  )
  return [...new Set(names)]
}

/** One scale for all the values and prices beside each other, in minor units; null = there is nothing to draw. */
export function commonScale(
  listings: readonly Pick<Listing, 'priceCents' | 'value'>[],
): { from: number; to: number } | null {
  const all = listings.flatMap(({ priceCents, value }) => [
    ...(priceCents === null ? [] : [priceCents]),
    ...(value === null ? [] : [value.lowCents, value.highCents]),
  ])
  return all.length === 0 ? null : { from: Math.min(...all), to: Math.max(...all) }
}
