import { toMinorUnits } from '../../core/money.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { clean } from '../reading.ts'

/** `1.200 €`, `12,50 €`, `569 € VB`, `1.200 EUR VB`; thousands have their dots everywhere or nowhere. */
const amount = /^(\d{1,3}(?:\.\d{3}){1,4}|\d{1,10})(?:,(\d{2}))? ?(?:€|EUR)(?: VB)?$/

/**
 * The price that the site writes beside an ad. "VB" alone is an offer to be made; a text with figures in any other form is
 * not known, so nothing is said of the price then. Only "Zu verschenken" is free.
 */
export function priceOf(text: string): Pick<SeenListing, 'priceCents' | 'currency'> {
  const plain = clean(text)
  if (/^zu verschenken$/i.test(plain)) return { priceCents: 0, currency: 'EUR' }
  const match = amount.exec(plain)
  if (!match) return /\d/.test(plain) ? {} : { priceCents: null }
  return euros(`${match[1]!.replaceAll('.', '')}.${match[2] ?? '00'}`)
}

/** Of a decimal as the page's own script has it: `730.00`. Nothing is sold for 0 €: who gives it away says so. */
export function euros(amount: string): Pick<SeenListing, 'priceCents' | 'currency'> {
  const cents = toMinorUnits(amount, 'EUR')
  if (cents === null) return {}
  return cents === 0 ? { priceCents: null } : { priceCents: cents, currency: 'EUR' }
}

/** "VB": the price is open to offers. */
export function isNegotiable(text: string): boolean {
  return /(?:^|\s)VB$/.test(clean(text))
}
