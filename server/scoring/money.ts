interface CurrencyFormat {
  format: Intl.NumberFormat
  /** Minor units in one major unit. */
  scale: number
}

const formatsMax = 200
/** Lazy cache of static data: making a formatter costs a thousand times more than using it. */
const formats = new Map<string, CurrencyFormat | null>()

function formatOf(currency: string): CurrencyFormat | null {
  let known = formats.get(currency)
  if (known !== undefined) return known
  try {
    const format = new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    })
    known = { format, scale: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) }
  } catch {
    // Not the shape of a currency code: such amounts are written plainly.
    known = null
  }
  if (formats.size >= formatsMax) formats.clear()
  formats.set(currency, known)
  return known
}

/** Minor units in one major unit of a currency: 100 for USD, 1 for JPY, 1000 for KWD. */
export function minorUnits(currency: string): number {
  return formatOf(currency)?.scale ?? 100
}

/** An amount for a person: `$1,200`, `$9.50`, `¥500`. */
export function formatMoney(cents: number, currency: string): string {
  const known = formatOf(currency)
  return known ? known.format.format(cents / known.scale) : `${(cents / 100).toFixed(2)} ${currency}`
}

const countingUp = '123456789'

/**
 * True for amounts that sellers type because the form wants one, not because they ask it:
 * one unit, 123, 1234 …, 1111, and five or more equal digits such as 99999.
 */
export function isPlaceholderPrice(priceCents: number, currency: string): boolean {
  const major = priceCents / minorUnits(currency)
  if (!Number.isInteger(major)) return false
  if (major === 1 || major === 1111) return true
  if (major < 123) return false
  const digits = String(major)
  if (countingUp.startsWith(digits)) return true
  return digits.length >= 5 && digits === digits.charAt(0).repeat(digits.length)
}
