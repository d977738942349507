import { minorDigits, parsePrice, toMinorUnits } from '../core/money.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { isEmpty, isRecord, realText, short, text } from './cells.ts'
import { isCurrency } from './columns.ts'
import type { Fields, MapDefaults, Reading } from './row-columns.ts'

const centsMax = 1e13

const currencySigns = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
])

/** The row's own currency; "EUR?" is EUR with a note. undefined = none named; null = unreadable. */
function currencyOf({ fields, headerCurrency, notes }: Reading): string | null | undefined {
  const written = text(fields.currency)
  if (written === null) return headerCurrency ?? undefined
  const sign = currencySigns.get(written.toUpperCase())
  if (sign !== undefined) return sign
  const doubtful = written.endsWith('?')
  const code = (doubtful ? written.slice(0, -1) : written).trim().toUpperCase()
  if (!isCurrency(code)) return null
  if (doubtful) notes.push(`currency: "${written}" was read as ${code}`)
  return code
}

const noPrice =
  /^(?:n\/?a|none|null|-+|\?|contact.{0,40}|call.{0,40}|ask.{0,40}|p\.?o\.?a\.?|price on (?:request|application)|best offer|make (?:an )?offer|obo|o\.b\.o\.?|vb|auf anfrage)$/i

type Price = Pick<SeenListing, 'priceCents' | 'currency'>

export function priceOf(reading: Reading, defaults: MapDefaults): Price {
  const { fields, problems, notes } = reading
  const own = currencyOf(reading)
  if (own === null) problems.push(`currency: "${short(fields.currency)}" is not an ISO 4217 code such as USD`)
  const hint = own ?? defaults.currency
  if (fields.priceCents !== undefined) {
    const cents = toCents(fields.priceCents)
    if (cents === null)
      problems.push(`priceCents: ${short(fields.priceCents)} is not a whole number from 0 to 1e13`)
    return cents === null ? {} : { priceCents: cents, ...currencyFor(cents, hint, problems) }
  }
  const given = statedPrice(fields)
  if (given === undefined) return hint === undefined ? {} : { currency: hint }
  const [amount, amountCurrency] = isRecord(given) ? amountOf(given) : [given, null]
  const written = text(amount)
  if (written === null || noPrice.test(written.slice(0, 60))) {
    return { priceCents: null, ...(hint !== undefined && { currency: hint }) }
  }
  const parsed =
    typeof amount === 'number'
      ? numberPrice(amount, amountCurrency ?? hint)
      : parsePrice(written.slice(0, 200), amountCurrency ?? hint)
  if (parsed === null) {
    problems.push(`price: "${short(written)}" is not a price from 0 to 1e13 cents`)
    return {}
  }
  const currency = parsed.currency ?? amountCurrency ?? hint
  if (own && currency !== own)
    notes.push(`currency: the price "${short(written)}" was read as ${currency}, not ${own}`)
  return { priceCents: parsed.priceCents, ...currencyFor(parsed.priceCents, currency, problems) }
}

/** An amount without a currency cannot be compared with anything; nothing is given away in any currency. */
function currencyFor(
  cents: number,
  currency: string | undefined,
  problems: string[],
): Pick<SeenListing, 'currency'> {
  if (currency !== undefined) return { currency }
  if (cents > 0 && !problems.some((problem) => problem.startsWith('currency:'))) {
    problems.push('currency: missing; add a column "currency" or name one for the whole file')
  }
  return {}
}

/**
 * Of several columns the one that counts: what it was sold for, what it costs now, what it is listed at. A filler or a
 * zero ("N/A", "-", "0.00") in the first two says that there is no such price.
 */
function statedPrice(fields: Fields): unknown {
  if (saysPrice(fields.soldPrice)) return fields.soldPrice
  if (fields.price === undefined || saysPrice(fields.salePrice)) return fields.salePrice ?? fields.price
  return fields.price
}

export function saysPrice(value: unknown): boolean {
  if (isRecord(value)) return saysPrice(amountOf(value)[0])
  const written = realText(value)
  return written !== null && !noPrice.test(written.slice(0, 60)) && /[^\P{Nd}0]/u.test(written.slice(0, 200))
}

const currencyKeys = [
  'currency',
  'currencyCode',
  'currency_code',
  'currencyId',
  'currency_id',
  'priceCurrency',
  'currency_iso',
  'currencyIso',
  '@currencyId',
]
const minorKeys = [
  'amountCents',
  'amount_cents',
  'minorUnits',
  'minor_units',
  'amountMinor',
  'amount_minor',
  'centAmount',
]
const majorKeys = [
  'value',
  'amount',
  'price',
  '__value__',
  'convertedFromValue',
  'display',
  'formatted',
  'text',
  'raw',
]

/**
 * Money as objects of other sites: `{ value | amount, currency }`, `{ amount, divisor, currency_code }`,
 * `{ centAmount, fractionDigits }`, `{ units, nanos }`, `{ amount_cents }`.
 */
function amountOf(given: Record<string, unknown>): [unknown, string | null] {
  const code = firstOf(given, currencyKeys)
  const written = text(isRecord(code) ? code.code : code)?.toUpperCase() ?? null
  const currency = written !== null && isCurrency(written) ? written : null
  const major = firstOf(given, majorKeys)
  const minor = firstOf(given, minorKeys) ?? (major === undefined ? given.cents : undefined)
  if (minor !== undefined) {
    const fraction = text(given.fractionDigits ?? given.fraction_digits ?? given.decimals)
    return [shifted(minor, fraction === null ? minorDigits(currency) : Number(fraction)), currency]
  }
  if (major === undefined && text(given.units) !== null) return [ofUnits(given), currency]
  const nested = isRecord(major) ? amountOf(major) : null
  if (nested) return [nested[0], nested[1] ?? currency]
  const divisor = text(given.divisor)
  if (divisor !== null)
    return [/^10{0,4}$/.test(divisor) ? shifted(major, divisor.length - 1) : 'unreadable', currency]
  // Programs write decimals with a point and no thousands: "3.500" is three and a half.
  const decimalText = text(major)
  return [
    decimalText !== null && /^\d{1,12}\.\d{1,6}$/.test(decimalText) ? Number(decimalText) : major,
    currency,
  ]
}

/** `{ units, nanos }`: whole units, and billionths of one beside. */
function ofUnits({ units, nanos }: Record<string, unknown>): unknown {
  const [whole, part] = [text(units), text(nanos) ?? '0']
  if (whole === null || !/^\d{1,12}$/.test(whole) || !/^\d{1,9}$/.test(part)) return 'unreadable'
  return Number(`${whole}.${part.padStart(9, '0')}`)
}

function firstOf(given: Record<string, unknown>, keys: string[]): unknown {
  for (const key of keys) if (!isEmpty(given[key])) return given[key]
  return undefined
}

/** A whole number of the smallest units as a decimal; anything else is no such number. */
function shifted(value: unknown, digits: number): unknown {
  const written = text(value)
  if (
    written === null ||
    !/^\d{1,15}$/.test(written) ||
    !Number.isInteger(digits) ||
    digits < 0 ||
    digits > 4
  )
    return 'unreadable'
  if (digits === 0) return written
  const padded = written.padStart(digits + 1, '0')
  // Two decimals at least: "1.234" would be a thousand in a currency of hundredths.
  return Number(`${padded.slice(0, -digits)}.${padded.slice(-digits)}`)
}

function numberPrice(amount: number, currency: string | undefined): ReturnType<typeof parsePrice> {
  const priceCents = toMinorUnits(amount, currency ?? '')
  return priceCents === null ? null : { priceCents, currency: currency ?? null }
}

function toCents(value: unknown): number | null {
  const cents = typeof value === 'string' && /^\d{1,14}(?:\.0*)?$/.test(value.trim()) ? Number(value) : value
  return typeof cents === 'number' && Number.isSafeInteger(cents) && cents >= 0 && cents <= centsMax
    ? cents
    : null
}

export function shippingOf(fields: Fields, currency: string | undefined): number | null {
  if (fields.shippingCents !== undefined) return toCents(fields.shippingCents)
  const written = text(fields.shipping)
  if (written === null || currency === undefined) return null
  const cents = typeof fields.shipping === 'number' ? toMinorUnits(fields.shipping, currency) : null
  return cents ?? parsePrice(written.slice(0, 100), currency)?.priceCents ?? null
}
