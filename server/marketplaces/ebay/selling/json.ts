import { minorDigits, toMinorUnits } from '../../../core/money.ts'

/** An object of an answer of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>

export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function rowsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

/** null for what is no time. */
export function timeOf(value: unknown): Date | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at)
}

export interface Money {
  /** May be negative. */
  cents: number
  currency: string
}

/** An amount as eBay writes it, `{ value: "25.00", currency: "USD" }`; null for none and for what is not one. */
export function moneyOf(value: unknown): Money | null {
  const { value: written, currency } = objectOf(value)
  if (typeof written !== 'string' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return null
  const isNegative = written.startsWith('-')
  const cents = toMinorUnits(isNegative ? written.slice(1) : written, currency)
  return cents === null ? null : { cents: isNegative ? -cents : cents, currency }
}

/**
 * The same in one currency, from what eBay exchanged where it says so; null where it is in another, `0` where there is
 * none at all.
 */
export function centsIn(currency: string, value: unknown): number | null {
  if (value === undefined || value === null) return 0
  const money = moneyOf(value)
  if (money?.currency === currency) return money.cents
  const { convertedFromValue, convertedFromCurrency } = objectOf(value)
  const before = moneyOf({ value: convertedFromValue, currency: convertedFromCurrency })
  return before?.currency === currency ? before.cents : null
}

/** `25.00` of 2500 USD, `2500` of 2500 JPY. */
export function asAmount(cents: number, currency: string): { value: string; currency: string } {
  const digits = minorDigits(currency)
  const figures = String(cents).padStart(digits + 1, '0')
  const value = digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`
  return { value, currency }
}
