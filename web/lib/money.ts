import { locale } from './locale.ts'

const digitsOf = new Map<string, number>()

/** How many digits a currency has after the point: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  digitsOf.set(currency, digits)
  return digits
}

/** 300 USD → 30000. */
export const toMinor = (amount: number, currency: string) => Math.round(amount * 10 ** minorDigits(currency))
/** 30000 → 300 USD. */
export const toMajor = (cents: number, currency: string) => cents / 10 ** minorDigits(currency)

/** Making one takes longer than all the rest of an amount. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, digits: number, signDisplay: 'auto' | 'exceptZero'): Intl.NumberFormat {
  const key = [locale(), currency, digits, signDisplay].join()
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat(locale(), {
    ...{ style: 'currency', currency, maximumFractionDigits: digits, trailingZeroDisplay: 'stripIfInteger' },
    signDisplay,
  })
  formats.set(key, format)
  return format
}

/** `$228`, `$227.99`, `1.299 €`, `−$23`; `whole` leaves out what is below one. */
export function moneyText(cents: number, currency: string, { whole = false, signed = false } = {}): string {
  const digits = whole ? 0 : minorDigits(currency)
  const text = formatOf(currency, digits, signed ? 'exceptZero' : 'auto').format(toMajor(cents, currency))
  // The sign that percentages have, too.
  return text.replace('-', '−')
}
