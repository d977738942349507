import { minorDigits } from '../core/money.ts'

/** `typed`: by an admin; `ecb`: the European Central Bank's euro reference rates. */
export const rateSources = ['ecb', 'typed'] as const
export type RateSource = (typeof rateSources)[number]

/** What one euro is in a currency on a day (`YYYY-MM-DD`). */
export interface EuroRate {
  currency: string
  day: string
  perEuro: number
  source: RateSource
}

/** Between two currencies; `day` is the older one of the two that it is made of. */
export interface Rate {
  /** Units of the one that is asked in, for one of the one that is asked for. */
  factor: number
  day: string
}

/** The rates of a moment: the newest of each currency. */
export interface ExchangeRates {
  /** Null where one of the two has none. */
  between(from: string, to: string): Rate | null
}

export const noRates: ExchangeRates = { between: () => null }

/** `rates`: at most one of each currency. */
export function exchangeRates(rates: Iterable<EuroRate>): ExchangeRates {
  const euro = { perEuro: 1, day: '9999-12-31' }
  const of = new Map<string, Pick<EuroRate, 'perEuro' | 'day'>>([['EUR', euro]])
  for (const { currency, perEuro, day } of rates) if (currency !== 'EUR') of.set(currency, { perEuro, day })
  return {
    between(from, to) {
      const [a, b] = [of.get(from), of.get(to)]
      if (a === undefined || b === undefined) return null
      return { factor: b.perEuro / a.perEuro, day: a.day < b.day ? a.day : b.day }
    },
  }
}

/** An amount in another currency, minor units, half up. */
export function exchangedCents(cents: number, from: string, to: string, { factor }: Rate): number {
  return Math.round(cents * factor * 10 ** (minorDigits(to) - minorDigits(from)))
}

/** Whose limits are in a currency, and whether they hold in others too. */
export interface Limits {
  currency: string
  otherCurrencies: boolean
}

/** An amount as limits count it; what it was made of where it was in another currency. */
export interface Counted {
  cents: number
  from?: { cents: number; currency: string } & Rate
}

/** Null where the limits are in another currency, and there is no rate or none is wanted. Nothing is nothing in each. */
export function countedBy(
  { currency: to, otherCurrencies }: Limits,
  cents: number,
  { currency, rates }: { currency: string; rates: ExchangeRates },
): Counted | null {
  if (currency === to) return { cents }
  const rate = otherCurrencies ? rates.between(currency, to) : null
  if (rate === null) return null
  return { cents: exchangedCents(cents, currency, to, rate), from: { cents, currency, ...rate } }
}
