import { z } from 'zod'
import { minorDigits, normalise, scale, withoutMyriads } from './amounts.ts'
import { type Chosen, choosePrice } from './price-choice.ts'
import { isLookedFor, saysFree } from './price-words.ts'

export { minorDigits } from './amounts.ts'

/** Integer minor units of `currency`; 0 means "given away". */
export interface ParsedPrice {
  priceCents: number
  /** ISO 4217; null when neither the text nor the hint tells. */
  currency: string | null
}

/** ISO 4217's code for "no currency": an amount whose currency nobody told equals none in a known one. */
export const noCurrency = 'XXX'

/** An ISO 4217 code as programs write it. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'a three-letter currency code such as USD')

/** Why a code is no currency, with what to write; null for one that is, and for none. */
export function currencyProblem(code: string | null): string | null {
  if (code === null || Intl.supportedValuesOf('currency').includes(code)) return null
  return `"${code}" is not a currency; write its code, such as USD, EUR or GBP`
}

/** The same as people type it: ` usd` is USD. */
export const typedCurrencySchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'a three-letter currency code such as USD')

/**
 * Minor units of a decimal from an API ("189.99", 189.99, "1.2e3"), exact, rounded half up beyond the minor
 * unit; null when it is no plain decimal, negative, or above 1e13 minor units.
 */
export function toMinorUnits(amount: string | number, currency: string): number | null {
  const text = String(amount).trim()
  const match = /^\+?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text)
  if (!match) return null
  const [, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  return scale(whole, fraction, Number(exponent) + minorDigits(currency))
}

/**
 * The asking price that a column of prices holds ("$1,325 OBO", "1.234,50 €", "C $20", "gratis"); linear time,
 * never throws. `currencyHint` (ISO 4217) is the site's own currency: it settles `$`, `¥`, `kr` and bare numbers.
 *
 * Decisions: of a range the first (lowest) figure counts; `1.234` and `1,234` are thousands unless the currency
 * has three decimals; a bare number counts only when nothing but price words stand around it ("80 VB", never
 * "iPhone 12"); scientific notation only when it is the whole figure, as spreadsheets export it ("$1.2e3");
 * negative amounts and superscript cents are refused; placeholder asks such as $1234567 are prices here.
 */
export function parsePrice(text: string, currencyHint?: string): ParsedPrice | null {
  return priceOf(text, currencyHint, true).price
}

/**
 * The asking price that a sentence states, such as a title or a description: an amount with its currency. A bare
 * number is a model, a size or a year; where two amounts could be meant, the answer is null.
 */
export function priceIn(text: string, currencyHint?: string): ParsedPrice | null {
  return priceOf(text, currencyHint, false).price
}

/** Which amount was taken, and why; for those who look into a reading. */
export function explainPrice(text: string, currencyHint?: string): Chosen {
  return priceOf(text, currencyHint, false)
}

function priceOf(text: string, currencyHint: string | undefined, alone: boolean): Chosen {
  const hint = currencyHint !== undefined && /^[A-Z]{3}$/.test(currencyHint) ? currencyHint : null
  // As forums and chats cross out: "~~$90~~ $70".
  const clean = oneSpelling(normalise(text.includes('~~') ? text.replace(/~~[^~\n]{1,60}~~/g, ' ') : text))
  if (saysFree(clean, alone)) return { price: { priceCents: 0, currency: hint }, why: 'given away' }
  if (!/\d/.test(clean)) return { price: null, why: 'no figure' }
  if (!alone && isLookedFor(clean)) return { price: null, why: 'it is looked for' }
  const chosen = choosePrice(clean, hint, alone)
  const isYenOrYuan = hint === null && chosen.price?.currency === 'JPY' && !/円|JPY|yen/i.test(clean)
  return isYenOrYuan && !alone ? { price: null, why: 'yen or yuan' } : chosen
}

/** What is written in parts, in one: "F CFA", "3万5000円". */
function oneSpelling(text: string): string {
  const joined = text.includes('CFA') ? text.replace(/(?<!\p{L})F[. ] ?CFA\b/gu, 'FCFA') : text
  return /[億亿억万萬만] ?\d/.test(joined) ? withoutMyriads(joined) : joined
}

const formatsMax = 200
// Making a formatter costs a thousand times more than using it.
const formats = new Map<string, Intl.NumberFormat | null>()

function formatFor(currency: string, place: string): Intl.NumberFormat | null {
  const key = `${place} ${currency}`
  let format = formats.get(key)
  if (format !== undefined) return format
  try {
    format = new Intl.NumberFormat(place, {
      style: 'currency',
      currency,
      // ISO's digits, which the amounts are in; the locale's own habit differs for some currencies.
      minimumFractionDigits: minorDigits(currency),
      maximumFractionDigits: minorDigits(currency),
      trailingZeroDisplay: 'stripIfInteger',
    })
  } catch {
    // Not the shape of a currency code: such amounts are written plainly.
    format = null
  }
  if (formats.size >= formatsMax) formats.clear()
  formats.set(key, format)
  return format
}

/** An amount in minor units for a person: `$1,200`, `$9.50`, `¥500`; as a German one reads it (`place` = `de`) `1.200 $`. */
export function formatMoney(minorUnits: number, currency: string, place = 'en-US'): string {
  const major = minorUnits / 10 ** minorDigits(currency)
  return formatFor(currency, place)?.format(major) ?? `${major.toFixed(2)} ${currency}`
}
