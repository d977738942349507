import { formatMoney } from '../core/money.ts'
import { isPlaceholderPrice } from '../model/placeholder-price.ts'
import { along, type Curve } from './curve.ts'
import { type Add, known } from './risk-figures.ts'
import type { Goods } from './risk-goods.ts'
import type { RiskSubject } from './risk-signal.ts'
import type { RiskText } from './risk-text.ts'

/** By price ÷ low end of the interval. */
const priceCurve: Curve = [0.2, 0.5, 0.35, 0.43, 0.5, 0.28, 0.65, 0.12, 0.8, 0]
/** By the middle value in whole dollars or alike: nobody builds a swindle round a $20 lamp. */
const stakeCurve: Curve = [20, 0.2, 150, 1]
/** Weights of what a price tells; the reasons are in docs/risk.md. */
export const priceWeights = {
  'price-below-interval': priceCurve,
  'price-implausible': 0.3,
  'price-bait': 0.12,
  'new-at-low-price': 0.25,
} as const

const isNewWord =
  / (?:brand new|sealed|unopened|never opened|neu ovp|originalverpackt|precintad[oa]|sin abrir|neuf sous blister|sigillat[oa]) /
const sealedFrom = 150
const vehicleCentsMin = 10_000
const bargainDaysMax = 14

/** What the price tells beside the fair value and the text. */
export function addPrice(
  subject: RiskSubject,
  read: RiskText,
  goods: Goods,
  nowMs: number | undefined,
  add: Add,
): void {
  const { priceCents, currency, value } = subject
  if (priceCents === null || currency === null || known(priceCents) === null) return
  // Nobody sells a car for $15: it stands for 15,000 or for nothing.
  const isUnreal =
    priceCents === 0 ||
    isPlaceholderPrice(priceCents, currency) ||
    (goods.vehicle && goods.amount !== null && priceCents < vehicleCentsMin)
  const other = isUnreal ? amountIn(read.folded) : null
  if (other !== null && subject.category !== 'free') {
    add(
      'price-bait',
      priceWeights['price-bait'],
      `${formatMoney(priceCents, currency)} is no real price: the text names ${other}`,
    )
  }
  if (isUnreal) return
  if (value !== null && value.currency === currency && value.lowCents > 0) {
    const stake = goods.amount === null ? 1 : along(stakeCurve, value.midCents / 100)
    // A whole category holds many kinds of things, and an accessory is easily compared with the thing itself.
    const ofKind = value.method === 'category' || goods.accessory ? 0.5 : 1
    const trust = (0.3 + 0.7 * Math.max(0, Math.min(1, value.confidence || 0))) * ofKind
    const ratio = priceCents / value.lowCents
    const percent = Math.min(99, Math.round((1 - ratio) * 100))
    const price = formatMoney(priceCents, currency)
    const listings = value.basis === 'sold' ? 'comparable sales brought' : 'comparable listings ask'
    const weight = along(priceCurve, ratio) * stake * trust
    // True bargains are gone within days.
    const daysUp = nowMs === undefined ? 0 : Math.floor((nowMs - subject.postedAtMs) / 86_400_000)
    const lasting = ratio < 0.5 && daysUp >= bargainDaysMax
    if (weight > 0)
      add(
        'price-below-interval',
        weight * (lasting ? 1.2 : 1),
        `${price} is ${percent} % below the low end of what ${listings} (${formatMoney(value.lowCents, currency)})${lasting ? `, and nobody took it in ${daysUp} days` : ''}`,
      )
    const half = priceCents < value.midCents / 2 && (goods.amount ?? 0) >= sealedFrom
    if (half && !goods.accessory && (subject.condition === 'new' || isNewWord.test(read.text))) {
      const share = Math.round((priceCents / value.midCents) * 100)
      add(
        'new-at-low-price',
        priceWeights['new-at-low-price'] * trust,
        `Said to be new, yet ${price} is ${share} % of the usual ${formatMoney(value.midCents, currency)}`,
      )
    }
  } else if (value === null && isImpossiblyCheap(subject, goods)) {
    add(
      'price-implausible',
      priceWeights['price-implausible'],
      `${formatMoney(priceCents, currency)} for a luxury name is below what genuine ones bring`,
    )
  }
}

/** A luxury watch or bag, itself and not its strap, for less than any genuine one. */
function isImpossiblyCheap(subject: RiskSubject, goods: Goods): boolean {
  const watchOrBag = subject.category === 'watches' || subject.category === 'bags'
  return watchOrBag && goods.amount !== null && goods.amount < 150 && !goods.accessory && goods.isTopLuxury()
}

const amountPattern =
  /(?:[$€£] ?[1-9]\d{0,2}(?:[,.]\d{3}|\d{1,4})|(?<![\d.,])[1-9]\d{1,5} ?(?:€|eur\b|usd\b|dollars?\b|pounds\b|euros?\b|obo\b|vb\b|firm\b))/g
const formerPrice =
  /(?:\b(?:was|new|paid|worth|retails?|retailed|originally|cost|costs|rrp|msrp|value|valued|neupreis|np|uvp)\b|\bover)[^.!?\n]{0,14}$/
const amountsMax = 8

/** An amount of at least two figures with a currency that is not said of the past; null = none. */
function amountIn(folded: string): string | null {
  amountPattern.lastIndex = 0
  for (let i = 0; i < amountsMax; i++) {
    const found = amountPattern.exec(folded)
    if (found === null) return null
    if (!formerPrice.test(folded.slice(Math.max(0, found.index - 30), found.index)))
      return found[0].slice(0, 20)
  }
  return null
}
