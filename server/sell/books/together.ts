import { type EuroRate, exchangedCents, exchangeRates } from '../../model/exchange-rates.ts'

/** What counts of a day in a currency, minor units, by column. */
export type DaySums<Column extends string> = { currency: string; day: string } & Readonly<
  Record<Column, number>
>

export interface Together<Column extends string, Day> {
  currency: string
  cents: Record<Column, number>
  /** The oldest and the newest day of a rate that was counted with; null = all was in the currency itself. */
  rateDays: { from: string; to: string } | null
  /** Currencies of which a day had no rate: what was taken in them then is not in the sums. */
  without: string[]
  /** What of the days is in the sums. */
  counted: Day[]
}

/**
 * Sums of several currencies in one, each day at its own rate, each column half up to the minor unit. `rates`: of the
 * pairs of currency and day that there is one of, `asked` being that day.
 */
export function together<Column extends string, Day extends DaySums<NoInfer<Column>>>(
  sums: readonly Day[],
  columns: readonly Column[],
  to: string,
  rates: readonly (EuroRate & { asked: string })[],
): Together<Column, Day> {
  const ofDay = Map.groupBy(rates, ({ asked }) => asked)
  const cents = Object.fromEntries(columns.map((column) => [column, 0])) as Record<Column, number>
  const without = new Set<string>()
  const days: string[] = []
  const counted: Day[] = []
  for (const sum of sums) {
    const { currency, day } = sum
    const rate = currency === to ? null : exchangeRates(ofDay.get(day) ?? []).between(currency, to)
    if (currency !== to && rate === null) {
      without.add(currency)
      continue
    }
    if (rate !== null) days.push(rate.day)
    counted.push(sum)
    for (const column of columns)
      cents[column] += rate === null ? sum[column] : exchangedCents(sum[column], currency, to, rate)
  }
  const sorted = days.toSorted()
  const rateDays = sorted.length === 0 ? null : { from: sorted[0]!, to: sorted.at(-1)! }
  return { currency: to, cents, rateDays, without: [...without].toSorted(), counted }
}
