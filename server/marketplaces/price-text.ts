import { parsePrice } from '../core/money.ts'

/** Whether a line of a card is its price. */
export function isPriceText(text: string): boolean {
  if (text.length > 40) return false
  return (
    freeWords.has(text.toLowerCase()) ||
    (priceForms.some((form) => form.test(text)) && parsePrice(text) !== null)
  )
}

/** Nothing but the amount, its sign and what it is for ("$1,200 / month"): a title may hold a price, too. */
const priceForms = [
  /^(?:\p{L}{1,3}\.? ?)?\p{Sc} ?\d[\d.,'’\s]{0,18}(?: ?\/ ?\p{L}{1,12})?$/u,
  /^\d[\d.,'’\s]{0,18}(?:\p{Sc}|kr\.?|zł|Kč|Ft|lei|лв\.?|din\.?)(?: ?\/ ?\p{L}{1,12})?$/u,
  /^(?:CHF|Rs\.?|RM|Rp|SAR|AED|EGP|KES|SEK|NOK|DKK|EUR|USD|GBP|kr\.?) ?\d[\d.,'’\s]{0,18}$/,
]

const freeWords = new Set(
  'free|gratis|kostenlos|zu verschenken|gratuit|gratuito|ilmainen|za darmo|ücretsiz|бесплатно|offert'.split(
    '|',
  ),
)
