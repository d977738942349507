import { minorDigits } from '../core/money.ts'

const countingUp = '123456789'

/**
 * True for amounts that sellers type because the form wants one, not because they ask it: one unit, 123, 1234 …,
 * 1111, 9999, and five or more equal digits such as 22222. Other four equal digits are asked in earnest.
 */
export function isPlaceholderPrice(priceCents: number, currency: string): boolean {
  const major = priceCents / 10 ** minorDigits(currency)
  if (!Number.isInteger(major)) return false
  if (major === 1 || major === 1111 || major === 9999) return true
  if (major < 123) return false
  const digits = String(major)
  if (countingUp.startsWith(digits)) return true
  return digits.length >= 5 && digits === digits.charAt(0).repeat(digits.length)
}

/** The price that is asked in earnest; null where none is stated, or one that stands for "make an offer". */
export function meantPriceCents(
  priceCents: number | null | undefined,
  currency: string | null,
): number | null {
  if (priceCents === null || priceCents === undefined) return null
  return currency !== null && isPlaceholderPrice(priceCents, currency) ? null : priceCents
}
