import { z } from 'zod'
import { leftMarker, rightMarker, unknownCurrency } from './currencies.ts'

/** Integer minor units of `currency`; 0 means "given away". */
export interface ParsedPrice {
  priceCents: number
  /** ISO 4217; null when neither the text nor the hint tells. */
  currency: string | null
}

/** Largest amount stored, in minor units. */
const minorUnitsMax = 10_000_000_000_000

/** ISO 4217 currencies whose minor unit is not a hundredth (Intl follows CLDR, which differs for some). */
const unusualDigits = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((c) => [c, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3] as const),
  ...'CLF UYW'.split(' ').map((c) => [c, 4] as const),
])

/** ISO 4217's code for "no currency": an amount whose currency nobody told equals none in a known one. */
export const noCurrency = 'XXX'

/** An ISO 4217 code as programs write it. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'a three-letter currency code such as USD')

/** The same as people type it: ` usd` is USD. */
export const typedCurrencySchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'a three-letter currency code such as USD')

/** Decimal places of a currency's minor unit by ISO 4217; 2 for unknown codes. */
export function minorDigits(currency: string | null): number {
  return currency === null ? 2 : (unusualDigits.get(currency) ?? 2)
}

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

/** `whole.fraction` × 10^power as an integer, half up. */
function scale(whole: string, fraction: string, power: number): number | null {
  const all = whole + fraction
  let zeros = 0
  while (zeros < all.length && all[zeros] === '0') zeros++
  const digits = all.slice(zeros)
  if (digits === '') return 0
  const point = whole.length + power - zeros
  if (point > 14) return null
  if (point < 0) return 0
  const kept = Number(digits.slice(0, point).padEnd(point, '0'))
  const value = kept + ((digits[point] ?? '0') >= '5' ? 1 : 0)
  return value > minorUnitsMax ? null : value
}

/**
 * The asking price that a person or a page wrote ("$1,325 OBO", "1.234,50 €", "C $20", "gratis"); linear time,
 * never throws. `currencyHint` (ISO 4217) is the site's own currency: it settles `$`, `¥`, `kr` and bare numbers.
 *
 * Decisions: of a range the first (lowest) figure counts; `1.234` and `1,234` are thousands unless the currency
 * has three decimals; a bare number counts only when nothing but price words stand around it ("80 VB", never
 * "iPhone 12"); scientific notation only when it is the whole figure, as spreadsheets export it ("$1.2e3");
 * negative amounts and superscript cents are refused; placeholder asks such as $1234567 are prices here.
 */
export function parsePrice(text: string, currencyHint?: string): ParsedPrice | null {
  const hint = currencyHint !== undefined && /^[A-Z]{3}$/.test(currencyHint) ? currencyHint : null
  const clean = normalise(text)
  if (saysFree(clean)) return { priceCents: 0, currency: hint }
  return parseScientific(clean, hint) ?? parseFigures(clean, hint)
}

/** ASCII digits and separators whatever the script; bidi marks dropped; every space plain. */
function normalise(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.trim()
  return text
    .replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[^\P{Nd}0-9]/gu, digitOf)
    .replace(/[\u066b]/g, '.')
    .replace(/[\u066c\u060c]/g, ',')
    .replace(/[\u2018\u2019\u02bc\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\uffe1/g, '£')
    .replace(/\uffe5/g, '¥')
    .replace(/\uffe6/g, '₩')
    .trim()
}

/** Decimal digits of a script stand in runs of ten from zero, so the distance to the run's start tells the value. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--
  return String((code - start) % 10)
}

const freePattern =
  /^[^\p{L}\p{N}]*(?:(?:price|preis|prix|precio|prezzo|for|for sale)[ :-]+)?(?:free|gratis|gratuit|gratuite|gratuito|gratuita|kostenlos|kostenfrei|umsonst|geschenkt|zu verschenken|zum verschenken|à donner|a donner|regalo|se regala|regalado|za darmo|oddam za darmo|zdarma|ilmainen|annetaan|bortskänkes|bortskjenkes|gis bort|gives væk|ingyen|бесплатно|даром|無料|免费|무료|مجاني)(?=$|[^\p{L}\p{N}])([^\p{L}]*)(\p{L}*)/iu

/** Words that may follow "free" while it still states the price; "free shipping" or "free standing" does not. */
const afterFree = new Set(
  'obo pickup pick must to for if today local collection collect curbside curb you come now only or was and porch abholung abzuholen an bei'.split(
    ' ',
  ),
)

function saysFree(text: string): boolean {
  const match = freePattern.exec(text.slice(0, 120))
  if (!match) return false
  const [, gap = '', word = ''] = match
  return word === '' || /[^ ]/.test(gap) || afterFree.has(word.toLowerCase())
}

function parseScientific(text: string, hint: string | null): ParsedPrice | null {
  if (text.length > 60) return null
  const match = /^(\D{0,8}?) ?(\d+(?:\.\d+)?e[+-]?\d{1,4}) ?(\D{0,8})$/i.exec(text)
  if (!match) return null
  const [, before = '', figure = '', after = ''] = match
  const prefix = leftMarker(before, hint)
  const suffix = rightMarker(after, hint)
  if ((before !== '' && prefix === null) || (after !== '' && suffix === null)) return null
  const currency = known(suffix ?? prefix ?? hint)
  const priceCents = toMinorUnits(figure, currency ?? '')
  return priceCents === null ? null : { priceCents, currency }
}

interface Figure {
  start: number
  end: number
  runs: string[]
  separators: string[]
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

/** Every run of digits with its separators, left to right. */
function figures(text: string): Figure[] {
  const found: Figure[] = []
  let at = 0
  while (at < text.length) {
    if (!isDigit(text[at])) {
      at++
      continue
    }
    const leadingPoint = text[at - 1] === '.' && !/[\p{L}\p{N}.]/u.test(text[at - 2] ?? ' ')
    const figure: Figure = { start: leadingPoint ? at - 1 : at, end: at, runs: [], separators: [] }
    if (leadingPoint) {
      figure.runs.push('0')
      figure.separators.push('.')
    }
    for (;;) {
      const from = at
      while (isDigit(text[at])) at++
      figure.runs.push(text.slice(from, at))
      const separator = text[at]
      if (separator === undefined || !".,' ".includes(separator) || !isDigit(text[at + 1])) break
      // A space joins digits only as a thousands separator: exactly three digits follow.
      if (separator === ' ' && !(figure.runs.at(-1)!.length <= 3 && threeDigitsAt(text, at + 1))) break
      figure.separators.push(separator)
      at++
    }
    figure.end = at
    found.push(figure)
  }
  return found
}

function threeDigitsAt(text: string, at: number): boolean {
  return isDigit(text[at]) && isDigit(text[at + 1]) && isDigit(text[at + 2]) && !isDigit(text[at + 3])
}

/** Whole and fraction of a figure, or null where its separators fit no way of writing numbers. */
function readFigure({ runs, separators }: Figure, digits: number): [string, string] | null {
  const last = separators.at(-1)
  if (last === undefined) return [runs[0]!, '']
  const isPoint = last === '.' || last === ','
  const first = separators[0]!
  if (separators.length === 1) {
    const [whole, rest] = runs as [string, string]
    const grouping = rest.length === 3 && whole.length <= 3 && !whole.startsWith('0')
    if (grouping && (digits <= 2 || !isPoint)) return [whole + rest, '']
    // More than three decimals are float noise of an export, which knows no comma.
    return last === '.' || (last === ',' && rest.length <= 3) ? [whole, rest] : null
  }
  const decimal = isPoint && last !== first
  const groups = decimal ? runs.slice(0, -1) : runs
  const used = decimal ? separators.slice(0, -1) : separators
  if (!used.every((s) => s === first) || !groupsFit(groups)) return null
  return [groups.join(''), decimal ? runs.at(-1)! : '']
}

/** 1,234,567 or the Indian 12,34,567. */
function groupsFit(groups: string[]): boolean {
  return groups.every((group, i) =>
    i === 0
      ? group.length <= 3
      : i === groups.length - 1
        ? group.length === 3
        : group.length === groups[1]!.length && (group.length === 3 || group.length === 2),
  )
}

function parseFigures(text: string, hint: string | null): ParsedPrice | null {
  const all = figures(text)
  let skipped = false
  for (const [i, figure] of all.entries()) {
    const around = surroundings(text, figure, hint)
    if (around.negative) return null
    if (around.currency === null) continue
    if (around.reference) {
      skipped = true
      continue
    }
    const previous = all[i - 1]
    const range = previous !== undefined && startsRange(text, previous, figure)
    return amount(range ? previous : figure, around.currency, range ? 0 : around.power)
  }
  const [only, second] = all
  if (skipped || !only || all.length > 2 || !onlyPriceWords(text)) return null
  if (second && !startsRange(text, only, second)) return null
  const { attached } = surroundings(text, only, hint)
  return attached ? null : amount(only, hint ?? unknownCurrency, 0)
}

function amount(figure: Figure, currency: string, power: number): ParsedPrice | null {
  const digits = minorDigits(known(currency))
  const parts = readFigure(figure, digits)
  if (!parts) return null
  const priceCents = scale(parts[0], parts[1], digits + power)
  return priceCents === null ? null : { priceCents, currency: known(currency) }
}

const known = (currency: string | null): string | null => (currency === unknownCurrency ? null : currency)

/** "10 - 20 €" begins with its lowest price; "iPhone 12 - 400 €" is no range. */
function startsRange(text: string, from: Figure, to: Figure): boolean {
  const between = text.slice(from.end, Math.min(to.start, from.end + 12)).toLowerCase()
  return (
    from.end + 12 > to.start &&
    /^ ?(?:-|~|to|bis|à|a) ?$/.test(between) &&
    onlyPriceWords(text.slice(Math.max(0, from.start - 60), from.start))
  )
}

interface Surroundings {
  /** Null when no currency stands beside the figure. */
  currency: string | null
  /** Of ten: 3 for "$5k", 6 for "£1.2m", -2 for "99¢". */
  power: number
  negative: boolean
  /** The figure is a former or new price ("was $100"). */
  reference: boolean
  /** Something that makes it no price touches it: letters, %, a superscript. */
  attached: boolean
}

function surroundings(text: string, figure: Figure, hint: string | null): Surroundings {
  const left = text.slice(Math.max(0, figure.start - 16), figure.start)
  const right = text.slice(figure.end, figure.end + 16)
  const suffix = /^([km])(?![\p{L}\p{N}])/iu.exec(right)?.[1]?.toLowerCase()
  const before = leftMarker(left, hint)
  const after = rightMarker(right.replace(/^(?:[.,]-{1,2}|-{2}| ?[km](?= ?[€£$]))/i, ''), hint)
  const word = /^\p{L}+/u.exec(right)?.[0]
  const joined =
    (word !== undefined && suffix === undefined && after === null && !priceWords.has(word.toLowerCase())) ||
    /^(?:\p{No}|%| %)/u.test(right) ||
    (before === null &&
      /\p{L}$/u.test(left) &&
      !priceWords.has(/\p{L}+$/u.exec(left)?.[0].toLowerCase() ?? ''))
  // A code beside the amount says more than a symbol: "$20 CAD".
  const specific = after !== null && (before === null || /^ ?[A-Z]{3}\b/.test(right)) ? after : before
  return {
    currency: joined ? null : (specific ?? after),
    power: right.startsWith('¢') ? -2 : suffix === undefined ? 0 : suffix === 'k' ? 3 : 6,
    negative: /(?:^|[ :])-(?:[$€£¥₹]|[A-Z]{1,3}\$?)?$/.test(left) || /(?:^|[ :])[$€£¥₹]-$/.test(left),
    reference: referenceWords.test(left.toLowerCase()),
    attached: joined || (suffix !== undefined && before === null),
  }
}

const referenceWords =
  /(?:^|[^\p{L}])(?:was|statt|uvp|msrp|rrp|retail|originally|neupreis|np|save|worth|valued at)[ :]*(?:[$€£¥₹]|[a-z]{3})? ?$/u

const priceWords = new Set(
  `price preis prix precio prezzo cena pris asking ask from ab ca circa about only just now firm obo ono oro vb vhb fp fix
  festpreis verhandlungsbasis negotiable neg nego each ea pcs apiece per or best offer nearest und oder each ab to bis
  cash only pickup sold plus shipped incl inkl inc vat mwst month day week hour mo hr night stück stk`.split(
    /\s+/,
  ),
)

function onlyPriceWords(text: string): boolean {
  if (text.length > 200) return false
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return found.every((word) => priceWords.has(word)) && !/[:/]\d|\d[:/]|[#@%+=_]/.test(text)
}

const formatsMax = 200
// Making a formatter costs a thousand times more than using it.
const formats = new Map<string, Intl.NumberFormat | null>()

function formatFor(currency: string): Intl.NumberFormat | null {
  let format = formats.get(currency)
  if (format !== undefined) return format
  try {
    format = new Intl.NumberFormat('en-US', {
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
  formats.set(currency, format)
  return format
}

/** An amount in minor units for a person: `$1,200`, `$9.50`, `¥500`. */
export function formatMoney(minorUnits: number, currency: string): string {
  const major = minorUnits / 10 ** minorDigits(currency)
  return formatFor(currency)?.format(major) ?? `${major.toFixed(2)} ${currency}`
}
