import { minorDigits, toMajor } from '../../lib/money.ts'
import type { Books } from '../queries.ts'

/** A distance of at most two digits after the point; undefined = it is none. */
export function readDistance(text: string): number | undefined {
  const given = text.trim().replace(',', '.')
  return /^\d{1,6}(?:\.\d{1,2})?$/.test(given) && Number(given) > 0 ? Number(given) : undefined
}

/** Minor units for each mile or kilometre, to a tenth of one; null = the field is empty; undefined = it is no amount. */
export function readRate(text: string, currency: string): number | null | undefined {
  const given = text.trim().replace(',', '.')
  if (given === '') return null
  // Of a code that is none the server says so.
  const digits = /^[A-Z]{3}$/.test(currency) ? minorDigits(currency) : 2
  const match = /^(\d{1,6})(?:\.(\d{1,4}))?$/.exec(given)
  const fraction = match?.[2] ?? ''
  if (match === null || fraction.length > digits + 1) return undefined
  return Number(`${match[1]}${fraction.padEnd(digits + 1, '0')}`) / 10
}

/** `0.725 USD`: a tenth finer than the currency where it says something. */
export function perUnitText({ centsPerUnit, currency }: Books['mileageRates'][number]): string {
  const digits = minorDigits(currency) + (Number.isInteger(centsPerUnit) ? 0 : 1)
  return `${toMajor(centsPerUnit, currency).toFixed(digits)} ${currency}`
}
