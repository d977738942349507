import { minorDigits } from '../../core/money.ts'
import { kmPerMile } from '../../core/units.ts'
import type { Category, Condition } from '../listing-schema.ts'
import { kindNames, type OfferKind } from '../offer/kinds.ts'

type Terms = { terms: readonly string[] }
/** What was asked where that is in another currency: `rate` of `currency` for one of `statedCurrency`, as of a day. */
type Stated = { statedCents?: number; statedCurrency?: string; rate?: number; rateDay?: string }
type Price = { priceCents: number; limitCents: number; currency: string } & Stated
type Currencies = { currency: string; limitCurrency: string }
type Place = { km: number; radiusKm: number; place: string }
type Figure = { figure: number; limit: number }
type Way = { handover: 'local' | 'ships' }
/** `isDoubtful`: it may be the thing itself or not. */
type Kind = { kind: OfferKind; isDoubtful: boolean; wanted: readonly OfferKind[] }

/** Whether a listing is what a rule asks for, condition by condition. */
export const fitSentences = {
  'fit-not-looked': (p: { of: 'score' | 'landed' | 'profit' }) =>
    `${figureNames[p.of]} is looked at only when everything else fits.`,
  'fit-demo': () =>
    'It is made up: the demo is there for the owner, and no rule of anybody else takes its listings.',
  'fit-rule-off': () => 'The rule is switched off.',
  'fit-marketplace': (p: { marketplace: string }) =>
    `It is on ${p.marketplace}, one of the marketplaces you chose.`,
  'fit-marketplace-other': (p: { marketplace: string; chosen: readonly string[] }) =>
    `It is on ${p.marketplace}; you chose ${p.chosen.join(', ')}.`,
  'fit-category': (p: { category: Category }) => `Its category is ${p.category}, one of those you chose.`,
  'fit-category-other': (p: { category: Category; chosen: readonly string[] }) =>
    `Its category is ${p.category}; you chose ${p.chosen.join(', ')}.`,
  'fit-condition': (p: { condition: Condition }) =>
    `Its condition is ${p.condition}, one of those you chose.`,
  'fit-condition-broken': () => 'It is broken, which counts as for parts.',
  'fit-condition-unknown': (p: { chosen: readonly string[] }) =>
    `Its condition is not known yet; you want ${p.chosen.join(', ')}.`,
  'fit-condition-other': (p: { condition: Condition; chosen: readonly string[] }) =>
    `Its condition is ${p.condition}; you want ${p.chosen.join(', ')}.`,

  'fit-price-none': () => 'It states no price, and you set a price limit.',
  'fit-price-currency': (p: Currencies) =>
    `Its price is in ${p.currency}; your limit is in ${p.limitCurrency}.`,
  'fit-no-rate': (p: Currencies) =>
    `Its price is in ${p.currency}, and there is no exchange rate to your ${p.limitCurrency}.`,
  'fit-price': (p: { priceCents: number; currency: string } & Stated) =>
    `${costs(p)}, within your price limits.`,
  'fit-price-below': (p: Price) => `${costs(p)}, below your least of ${money(p.limitCents, p.currency)}.`,
  'fit-price-above': (p: Price) => `${costs(p)}, above your limit of ${money(p.limitCents, p.currency)}.`,

  'fit-all': (p: Terms) => `It has every word you want: ${quoted(p.terms)}.`,
  'fit-all-unread': (p: Terms) =>
    `Its title lacks what you want, and its own page was not read yet: ${quoted(p.terms)}.`,
  'fit-all-missing': (p: Terms) => `It lacks what you want: ${quoted(p.terms)}.`,
  'fit-any': (p: Terms) => `Of the words of which you want at least one it has ${quoted(p.terms)}.`,
  'fit-any-unread': (p: Terms) =>
    `Its title has none of the words of which you want at least one, and its own page was not read yet: ${quoted(p.terms)}.`,
  'fit-any-missing': (p: Terms) =>
    `It has none of the words of which you want at least one: ${quoted(p.terms)}.`,
  'fit-none': (p: Terms) => `It has nothing you do not want: ${quoted(p.terms)}.`,
  'fit-none-unread': (p: Terms) =>
    `Its own page, which may have what you do not want, was not read yet: ${quoted(p.terms)}.`,
  'fit-none-found': (p: Terms) => `It has what you do not want: ${quoted(p.terms)}.`,
  /** `reason` is of the expression as it is written, in English. */
  'fit-query': (p: { reason: string }) => p.reason,
  'fit-query-unread': () => 'Its own page, on which your expression may depend, was not read yet.',
  'fit-query-no-time': () =>
    'Your expression was not looked at: those of your rules together take too long. Ask for this rule alone.',
  'fit-query-wrong': (p: { reason: string }) =>
    `Your expression cannot be read, so nothing fits it: ${p.reason}`,

  'fit-place': (p: Place) =>
    `It is ${length(p.km)} away, within your ${length(p.radiusKm)} around ${p.place}.`,
  'fit-place-outside': (p: Place) =>
    `It is ${length(p.km)} away, outside your ${length(p.radiusKm)} around ${p.place}.`,
  'fit-place-unknown': (p: { places: readonly string[] }) =>
    `Where it is is not known yet; you want ${p.places.join('; ')}.`,
  'fit-kind': (p: Kind) => `${readAs(p)}; this rule is for ${named(p.wanted)}.`,
  'fit-kind-unread': (p: Kind) =>
    `${readAs(p)}, which its own page may tell; this rule is for ${named(p.wanted)}.`,
  'fit-handover': (p: Way) => `It can ${way(p)}, as you want.`,
  'fit-handover-unknown': (p: Way) => `Whether it can ${way(p)} is not known yet, as you want.`,
  'fit-handover-not': (p: Way) => `It cannot ${way(p)}, and you want that.`,

  'fit-seller': (p: Terms) => `It is sold by ${quoted(p.terms)}, one of the sellers you chose.`,
  'fit-seller-unknown': (p: Terms) => `Who sells it is not known; you want ${quoted(p.terms)} only.`,
  'fit-seller-other': (p: Terms) => `It is sold by none of the sellers you chose: ${quoted(p.terms)}.`,
  'fit-seller-not-unread': (p: Terms) =>
    `Who sells it is not known yet; you want nothing of ${quoted(p.terms)}.`,
  'fit-seller-not-unknown': () => 'Who sells it is not known, so it counts as none you do not want.',
  'fit-seller-not': (p: Terms) => `It is sold by nobody you do not want: ${quoted(p.terms)}.`,
  'fit-seller-unwanted': (p: Terms) => `It is sold by ${quoted(p.terms)}, of whom you want nothing.`,

  'fit-risk': (p: Figure) => `Its risk is ${p.figure}, at most your ${p.limit}.`,
  'fit-risk-unread': (p: Figure) =>
    `Its risk is ${p.figure} so far, at most your ${p.limit}; its own page was not read yet.`,
  'fit-risk-above': (p: Figure) => `Its risk is ${p.figure}, above your ${p.limit}.`,
  'fit-discount-no-price': () => 'It states no price, and you set a least discount.',
  'fit-discount-no-value': () => 'Its fair value is not known, and you set a least discount.',
  'fit-discount': (p: Discount) => `${prices(p)}: at least your ${p.discountPct} % less.`,
  'fit-discount-below': (p: Discount) => `${prices(p)}: not your ${p.discountPct} % less.`,
  'fit-confidence-no-value': () => 'Its fair value is not known, and you want it to be sure.',
  'fit-confidence': (p: Figure) => `Its fair value is ${p.figure} % sure, at least your ${p.limit} %.`,
  'fit-confidence-below': (p: Figure) => `Its fair value is ${p.figure} % sure, less than your ${p.limit} %.`,
  'fit-score': (p: Figure) => `Its deal score is ${p.figure}, at least your ${p.limit}.`,
  'fit-score-below': (p: Figure) => `Its deal score is ${p.figure}, below your ${p.limit}.`,
  'fit-landed-none': () => 'It states no price, and you set a limit with shipping and the way.',
  'fit-landed': (p: Landed) => `${landed(p)}, at most your ${money(p.limitCents, p.currency)}.`,
  'fit-landed-above': (p: Landed) => `${landed(p)}, above your ${money(p.limitCents, p.currency)}.`,
  'fit-profit-currency': (p: Currencies) =>
    `Its price is in ${p.currency}; your least profit is in ${p.limitCurrency}.`,
  'fit-profit-unknown': () => 'What selling it again brings is not known, and you set a least profit.',
  'fit-profit': (p: Profit) => `${brings(p)}, at least your ${money(p.limitCents, p.currency)}.`,
  'fit-profit-below': (p: Profit) => `${brings(p)}, less than your ${money(p.limitCents, p.currency)}.`,
}

type Discount = { priceCents: number; valueCents: number; currency: string; discountPct: number }
type Landed = { landedCents: number; limitCents: number; currency: string } & Stated
type Profit = { profitCents: number; limitCents: number; currency: string } & Stated

const figureNames = {
  score: 'The deal score',
  landed: 'The price with shipping and the way',
  profit: 'The expected profit',
} as const

const costs = (p: { priceCents: number; currency: string } & Stated) =>
  p.priceCents === 0 ? 'It is free' : `It costs ${counted(p.priceCents, p)}`
const prices = (p: Discount) =>
  `It costs ${money(p.priceCents, p.currency)}, fair would be ${money(p.valueCents, p.currency)}`
const landed = (p: Landed) => `With shipping and the way it costs ${counted(p.landedCents, p)}`
const brings = (p: Profit) => `Selling it again should bring ${counted(p.profitCents, p)}`
const way = ({ handover }: Way) => (handover === 'local' ? 'be picked up' : 'be sent')
const named = (kinds: readonly OfferKind[]) => kinds.map((kind) => kindNames[kind]).join(' or ')
const readAs = ({ kind, isDoubtful }: Kind) =>
  isDoubtful ? 'It may be the thing itself or not' : `It is read as ${named([kind])}`

function quoted(terms: readonly string[]): string {
  return terms.map((term) => `“${term.replace(/^["“”]|["“”]$/g, '')}”`).join(', ')
}

/** "1200.00 SEK, about 114.07 USD (1 USD = 10.52 SEK, 2026-11-27)" where it was asked in another currency. */
function counted(cents: number, { currency, ...stated }: { currency: string } & Stated): string {
  const { statedCents, statedCurrency, rate, rateDay } = stated
  const own = money(cents, currency)
  if (statedCents === undefined || statedCurrency === undefined || rate === undefined) return own
  return `${money(statedCents, statedCurrency)}, about ${own} (${rateText(rate, statedCurrency, currency)}, ${rateDay})`
}

/** "1 USD = 10.52 SEK": of the one that is worth more. `rate` of `to` are one of `from`. */
export function rateText(rate: number, from: string, to: string): string {
  const [one, figure, other] = rate >= 1 ? [from, rate, to] : [to, 1 / rate, from]
  return `1 ${one} = ${Number(figure.toPrecision(5))} ${other}`
}

function money(minorUnits: number, currency: string): string {
  const digits = minorDigits(currency)
  return `${(minorUnits / 10 ** digits).toFixed(digits)} ${currency}`
}

function length(km: number): string {
  return `${km.toFixed(1)} km (${(km / kmPerMile).toFixed(1)} mi)`
}
