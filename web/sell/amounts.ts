import { toMinor } from '../lib/money.ts'

/** Minor units of what stands in a field; null = it is empty; undefined = it is no amount. */
export function readAmount(text: string, currency: string): number | null | undefined {
  const given = text.trim().replace(',', '.')
  if (given === '') return null
  return /^\d{1,9}(?:\.\d{1,3})?$/.test(given) ? toMinor(Number(given), currency) : undefined
}

/** The code that stands in a field; what is none leaves the other's digits, and the server says what is wrong with it. */
export function digitsCurrency(typed: string, other: string): string {
  const code = typed.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : other
}
