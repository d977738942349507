import { formatMoney } from '../../core/money.ts'

/** Words of the listing, and what stands beside them in it. */
export type QuoteParams = {
  quote: string
  /** Beside cash or a meeting; or the thing is sold for parts. */
  beside: 'in-person' | 'for-parts' | null
  /** The same once more in other words. */
  again: readonly string[]
}

/** A sentence that quotes; `say` gets the quote with its marks, and has it where it belongs. */
const quoting = (text: (marked: string, quote: string) => string) => (p: QuoteParams) =>
  `${text(`(“${p.quote}”)`, p.quote)}${besides(p)}`

function besides({ beside, again }: QuoteParams): string {
  if (beside === 'in-person') return ', though beside cash or a meeting'
  if (beside === 'for-parts') return ', though it is sold for parts'
  return again.length === 0 ? '' : `, and again: ${again.map((quote) => `“${quote}”`).join(', ')}`
}

/** Why a listing may be a swindle. */
export const riskSentences = {
  'risk-payment-gift-card': quoting(
    (q) => `It asks for payment by gift card ${q}, which cannot be taken back`,
  ),
  'risk-payment-untraceable': quoting((q) => `It names a payment that cannot be taken back or traced ${q}`),
  'risk-payment-wire': quoting((q) => `It names a payment that cannot be taken back ${q}`),
  'risk-payment-friends': quoting(
    (q) => `It asks for a payment as between friends ${q}, which has no buyer protection`,
  ),
  'risk-payment-app': quoting(
    (_, quote) => `It names ${quote}, a payment outside the marketplace that cannot be taken back`,
  ),
  'risk-payment-unseen': quoting((q) => `It wants the money before the thing can be seen ${q}`),
  'risk-payment-advance': quoting((q) => `It wants the money in advance ${q}`),
  'risk-deposit': quoting((q) => `It asks for a deposit ${q} before the thing can be seen`),
  'risk-courier': quoting(
    (q) =>
      `An agent or courier stands between seller and buyer ${q}, the usual frame of an advance-fee swindle`,
  ),
  'risk-fake-escrow': quoting(
    (q) => `It promises that a third party keeps the money safe ${q}, as made-up escrow services do`,
  ),
  'risk-free-but-pay': quoting((q) => `The thing costs nothing, yet something has to be paid ${q}`),
  'risk-asks-code': quoting((q) => `It asks for a code or papers ${q} with which accounts are stolen`),
  'risk-seller-away': quoting(
    (q) => `The seller is said to be away ${q}, so nobody could meet or show the thing`,
  ),
  'risk-excuse': quoting(
    (q) => `It tells a story of other people ${q}, which keeps the buyer from the seller`,
  ),
  'risk-urgency': quoting((q) => `It presses for time ${q}`),
  'risk-assurance': quoting((q) => `It praises its own honesty ${q}`),
  'risk-counterfeit-words': quoting((q) => `Its words are those of a counterfeit ${q}`),
  'risk-counterfeit-said': quoting((q) => `It is said to be no real one ${q}`),
  'risk-counterfeit-like': quoting((q) => `It is like a luxury name ${q} rather than of it`),
  'risk-locked': quoting(
    (q) => `It is locked or barred ${q}: it may be of no use or not the seller's to sell`,
  ),
  'risk-locked-account': quoting(
    (q) => `It is said to be locked ${q} and to no carrier: perhaps to somebody else's account`,
  ),
  'risk-no-papers': quoting((q) => `A vehicle without its papers ${q} may not be the seller's to sell`),
  'risk-no-origin': quoting((q) => `Nothing shows where this costly thing comes from ${q}`),

  'risk-contact-hidden': ({ quote }: { quote: string }) =>
    `A number or address is disguised (“${quote}”), as is done to get past a filter`,
  'risk-contact-messenger': ({ messenger }: { messenger: string }) =>
    `It moves the talk to ${messenger}, where the marketplace sees nothing`,
  'risk-contact-address': ({ domain }: { domain: string }) =>
    `It asks to write to an e-mail address (…@${domain}) instead of through the marketplace`,
  'risk-contact-phone': () =>
    'A phone number stands in the text, which is common among neighbours and says little',

  'risk-shipping-bulky': ({ quote }: { quote: string | null }) =>
    `A bulky thing that is only sent (${said(quote)}) and cannot be seen before paying`,
  'risk-shipping-only': ({ quote, isFarBelow }: { quote: string | null; isFarBelow: boolean }) =>
    `It is only sent (${said(quote)}), so it cannot be seen before paying${isFarBelow ? ', for far less than it is worth' : ''}`,
  'risk-photo-reused': ({ listings }: { listings: number }) =>
    `A photo of it also stands in ${count(listings, 'other listing', 'other listings')}`,
  'risk-photo-stock': ({ isUsed }: { isUsed: boolean }) =>
    `A stock photo is shown${isUsed ? ' for a used thing' : ''}, not the thing itself (0 photos of its own)`,
  'risk-photo-few': ({ photos }: { photos: number }) =>
    `${photos === 0 ? 'No photo (0)' : `Only ${count(photos, 'photo', 'photos')}`} of a costly thing`,
  'risk-text-reused': ({ listings }: { listings: number }) =>
    `The same text stands in ${count(listings, 'listing', 'listings')} in other places`,
  'risk-text-short': ({ words }: { words: number }) =>
    `A costly thing is described with ${words === 0 ? '0 words beyond its title' : `${count(words, 'word', 'words')} only`}`,
  'risk-seller-new': ({ days }: { days: number }) => `The seller's account is ${age(days)} old`,
  'risk-seller-unrated': () => 'The seller has 0 ratings',
  'risk-seller-ratings': ({ ratings, stars }: { ratings: number; stars: number }) =>
    `${ratings} ratings of the seller average ${stars} of 5`,

  'risk-price-unreal': (p: { priceCents: number; currency: string; quote: string }) =>
    `${formatMoney(p.priceCents, p.currency)} is no real price: the text names ${p.quote}`,
  'risk-price-other': (p: { priceCents: number; currency: string; quote: string }) =>
    `${formatMoney(p.priceCents, p.currency)} stands beside another price in the text: ${p.quote}`,
  'risk-price-below': (p: {
    priceCents: number
    lowCents: number
    currency: string
    belowPct: number
    isSold: boolean
    /** For so long nobody took it; null = not looked at. */
    days: number | null
  }) =>
    `${formatMoney(p.priceCents, p.currency)} is ${p.belowPct} % below the low end of what ${p.isSold ? 'comparable sales brought' : 'comparable listings ask'} (${formatMoney(p.lowCents, p.currency)})${p.days === null ? '' : `, and nobody took it in ${p.days} days`}`,
  'risk-price-new': (p: { priceCents: number; usualCents: number; currency: string; sharePct: number }) =>
    `Said to be new, yet ${formatMoney(p.priceCents, p.currency)} is ${p.sharePct} % of the usual ${formatMoney(p.usualCents, p.currency)}`,
  'risk-price-implausible': (p: { priceCents: number; currency: string }) =>
    `${formatMoney(p.priceCents, p.currency)} for a luxury name is below what genuine ones bring`,
}

const said = (quote: string | null) => (quote === null ? 'so the listing is set' : `“${quote}”`)

function age(days: number): string {
  if (days < 60) return count(Math.floor(days), 'day', 'days')
  if (days < 730) return count(Math.floor(days / 30.44), 'month', 'months')
  return count(Math.floor(days / 365.25), 'year', 'years')
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
